"""Made-up names of places within the town, one for each of the 81 self-governing areas.

The plan numbers its areas and does not name them; these words only sound like the hills around there.
"""

_STEMS = (
    "梅谷",
    "柿原",
    "栗坂",
    "樋之口",
    "杉尾",
    "竹之内",
    "石畝",
    "滝元",
    "水汲",
    "宮ノ前",
    "堂ヶ市",
    "日向",
    "中筋",
    "曽根",
    "小鴨",
    "榎原",
    "寺尾",
    "真弓",
    "矢坂",
    "岩室",
    "稲荷木",
    "笹畝",
    "藤ヶ鳴",
    "松ヶ乢",
    "椿奥",
    "砂子",
    "鍛冶屋",
)

AREA_PLACES: tuple[str, ...] = tuple(f"{part}{stem}" for stem in _STEMS for part in ("上", "中", "下"))
"""Place word of area n at index n - 1."""

HOUSING_BLOCKS: tuple[tuple[str, int], ...] = (
    ("町営{place}住宅{n}号棟", 3),
    ("町営{place}団地{n}棟", 4),
    ("コーポ{place}", 2),
    ("メゾン{place}", 2),
    ("ハイツやまなみ{n}", 2),
    ("サンコーポみさき野{n}", 2),
)
"""Rented housing: name with place or number, and its storeys."""

POSTAL_CODES: tuple[str, ...] = ("709-3700", "709-3799", "708-1599", "709-3499")
"""Codes within the town's ranges that stand for no single place."""
