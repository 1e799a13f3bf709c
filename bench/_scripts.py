"""How Japanese is written by hand and machine: half-width kana, letters taken for each other, eras, Hepburn."""

from __future__ import annotations

from kasane.base.dates import ERAS

_ROMAJI_ROWS = "a i u e o".split()

_HALF = dict(
    zip(
        "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンッャュョァィゥェォー",
        "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｯｬｭｮｧｨｩｪｫｰ",
        strict=True,
    )
)
VOICED = dict(
    zip("カキクケコサシスセソタチツテトハヒフヘホ", "ガギグゲゴザジズゼゾダヂヅデドバビブベボ", strict=True)
)
_SEMIVOICED = dict(zip("ハヒフヘホ", "パピプペポ", strict=True))
LARGE_KANA = str.maketrans("ッャュョァィゥェォ", "ツヤユヨアイウエオ")
CONFUSED = (
    "シヒ",
    "ジズ",
    "シソツン",
    "クワケ",
    "ウワラ",
    "チテ",
    "ヤカ",
    "ミニ",
    "ルレ",
    "イリ",
    "スヌ",
    "マム",
    "エイ",
)
HALF_WIDTH = {
    **_HALF,
    **{v: _HALF[k] + "ﾞ" for k, v in VOICED.items()},
    **{v: _HALF[k] + "ﾟ" for k, v in _SEMIVOICED.items()},
}


def era_of(year: int, month: int, day: int) -> tuple[str, str, int]:
    for name, letter, start in ERAS:
        if (year, month, day) >= (start.year, start.month, start.day):
            return name, letter, year - start.year + 1
    return "明治", "M", max(year - 1867, 1)


def year_of(letter: str, number: int) -> int:
    return next(start.year for _, era, start in ERAS if era == letter) + number - 1


def katakana(text: str) -> str:
    return "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in text)


def hiragana(text: str) -> str:
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in text)


def wide(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else "－" if c == "-" else c for c in text)


_CONSONANTS = dict(zip("カサタナハマヤラワガザダバパ", "k s t n h m y r w g z d b p".split(), strict=True))
_ROWS = ("アイウエオ", "カキクケコ", "サシスセソ", "タチツテト", "ナニヌネノ", "ハヒフヘホ", "マミムメモ", "ラリルレロ",
         "ガギグゲゴ", "ザジズゼゾ", "ダヂヅデド", "バビブベボ", "パピプペポ")  # fmt: skip
_HEPBURN = {
    **{k: (_CONSONANTS.get(row[0], "") + v) for row in _ROWS for k, v in zip(row, _ROMAJI_ROWS, strict=True)},
    **dict(zip("シチツフジヂヅヤユヨワヲン", "shi chi tsu fu ji ji zu ya yu yo wa o n".split(), strict=True)),
}


def romaji(kana: str) -> str:
    """Hepburn as passports have it: long vowels short, no apostrophes."""
    out = ""
    for c in katakana(kana):
        if c in "ャュョ":
            vowel = "auo"["ャュョ".index(c)]
            out = out[:-1] + (vowel if out.endswith(("shi", "chi", "ji")) else "y" + vowel)
        elif c != "ッ":
            out += _HEPBURN.get(c, "")
    return out.replace("ou", "o").replace("oo", "o").replace("uu", "u")
