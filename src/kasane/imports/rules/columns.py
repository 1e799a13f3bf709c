"""Where the headings stand, and what each column becomes (R-OPS-02)."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence

from kasane.base.obstacles import Obstacle
from kasane.imports.rules.fields import FIELDS, OTHERS, Field

REPORT_HEADINGS = ("元の行", "とばした理由")
"""What the list of skipped rows adds to a ledger; left out when it comes back mended."""

HEADER_WITHIN = 30
"""Title rows above the headings of a ledger: the headings are looked for in so many rows."""

_KANA = ("ふりがな", "フリガナ", "カナ", "かな", "よみ", "読み")
_BRACKETS = re.compile(r"\(.*?\)|\[.*?\]|【.*?】|<.*?>")
_MARKS = re.compile(r"[\s※*＊:：●○◎■□★☆]+")


def plain(heading: str) -> str:
    """A heading without width, spaces and marks, so that 「氏　名※」 is 「氏名」."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", heading)).casefold()


_EXACT: dict[str, str] = {
    plain(word): field.key for field in reversed(FIELDS.values()) for word in (field.label, *field.synonyms)
}


def unpadded(name: str) -> str:
    """A name without width and spaces, to be compared."""
    return unicodedata.normalize("NFKC", name).replace(" ", "")


def headings_of(rows: Sequence[Sequence[str]], header: int) -> list[str]:
    """The headings of every column that holds something from there on; '' for a column without one."""
    width = max((len(row) for row in rows[header:]), default=0)
    row = rows[header] if header < len(rows) else []
    return [*row, *[""] * (width - len(row))]


def guess_field(heading: str) -> str:
    """The key of the field a heading most likely means, or '' (R-OPS-02)."""
    whole = plain(heading)
    if heading in REPORT_HEADINGS:
        return ""
    bare = _BRACKETS.sub("", whole)
    if whole != bare and whole not in _EXACT and any(word in whole for word in _KANA):
        bare = "" if any(word in whole for word in OTHERS) else plain(FIELDS["kana"].label)
    for text in (whole, bare):
        if text in _EXACT:
            return _EXACT[text]
    about_others = any(word in whole for word in OTHERS)
    found: list[tuple[int, str]] = []
    for field in FIELDS.values():
        if about_others and field.about == "person":
            continue
        found.extend((len(part), field.key) for part in field.parts if plain(part) in whole)
    return max(found, key=lambda hit: hit[0])[1] if found else ""


def guess_header(rows: Sequence[Sequence[str]]) -> int:
    """The index of the row with the headings: of the first rows the one that names most fields, else the first
    with two filled cells.
    """
    best, most = -1, 1
    for index, row in enumerate(rows[:HEADER_WITHIN]):
        known = len({guess_field(cell) for cell in row if cell and len(cell) <= 30} - {""})
        if known > most:
            best, most = index, known
    if best >= 0:
        return best
    return next((i for i, row in enumerate(rows[:HEADER_WITHIN]) if sum(map(bool, row)) >= 2), 0)


def guess_columns(headings: Sequence[str], remembered: Mapping[str, str] | None = None) -> list[str]:
    """A field key (or '') for each column: as the agency mapped these headings before, else by their words.

    A field is given once; only 分類 and 備考 take several columns.
    """
    if remembered is not None:
        return _each_once([remembered.get(key, "") for key in _keys(headings)])
    keys = _each_once([guess_field(heading) for heading in headings])
    if not {"name", "family_name"} & set(keys):
        # Where nobody else is named, the one who consulted is the person of the ledger.
        for wanted in ("consulter_name", "consulter_is"):
            if wanted in keys:
                keys[keys.index(wanted)] = "name"
                break
    return keys


def headings_key(headings: Sequence[str]) -> str:
    """A digest by which the same set of headings is known again, in whatever order the columns stand."""
    words = "\n".join(sorted(key for key in _keys(headings) if key and key not in REPORT_HEADINGS))
    return hashlib.sha256(words.encode()).hexdigest()


def remember(headings: Sequence[str], columns: Sequence[str]) -> dict[str, str]:
    """What to keep of a mapping: heading to field."""
    return dict(zip(_keys(headings), columns, strict=True))


def mapping_obstacles(columns: Sequence[str]) -> list[Obstacle]:
    """What is missing or doubled before rows can be read (R-OPS-02)."""
    found = []
    chosen = [key for key in columns if key]
    if not {"name", "family_name"} & set(chosen):
        found.append(_obstacle("no_name", "本人の「氏名」(または「氏(姓)だけ」)がどの列か、選んでください。"))
    if "received_on" not in chosen:
        found.append(
            _obstacle(
                "no_day", "「受付日」がどの列か、選んでください。ケース番号と年度はこの日で決まります。"
            )
        )
    for whole, parts in (("name", ("family_name", "given_name")), ("kana", ("family_kana", "given_kana"))):
        if whole in chosen and set(parts) & set(chosen):
            found.append(
                _obstacle(
                    "twice",
                    f"「{FIELDS[whole].label}」と、氏・名に分けた列は、どちらか一方を選んでください。",
                )
            )
    for key in dict.fromkeys(chosen):
        if chosen.count(key) > 1 and not FIELDS[key].repeats:
            found.append(
                _obstacle(
                    "twice", f"「{FIELDS[key].label}」が二つ以上の列に選ばれています。一つにしてください。"
                )
            )
    return found


def _keys(headings: Sequence[str]) -> list[str]:
    """Each heading as it is remembered; a second column with the same heading is told apart by its count."""
    seen: dict[str, int] = {}
    keys = []
    for heading in headings:
        word = plain(heading)
        seen[word] = seen.get(word, 0) + 1
        keys.append(word if seen[word] == 1 else f"{word}#{seen[word]}")
    return keys


def _each_once(keys: list[str]) -> list[str]:
    given: set[str] = set()
    for index, key in enumerate(keys):
        field: Field | None = FIELDS.get(key)
        if field is None or (key in given and not field.repeats):
            keys[index] = ""
        given.add(key)
    return keys


def _obstacle(code: str, sentence: str) -> Obstacle:
    return Obstacle(code, sentence, "R-OPS-02")
