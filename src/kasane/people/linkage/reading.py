"""Reads any list of people: CSV in the encodings and with the headings that offices use (R-PEO-02)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field

from kasane.base.names import fold, fold_kana
from kasane.people.linkage.birth import UNKNOWN, read_birth
from kasane.people.linkage.record import reads_sex, says_nothing

FIELDS = ("id", "name", "kana", "sex", "birth", "address", "phone")
_LARGEST_FIELD = 1_000_000
_LINES_IN_A_CELL = 5
"""No cell of a list of people has as many lines; one that has swallowed the rows after an open quotation mark."""
_UNREADABLE = "\ufffd"

# Headings after fold_kana; a place in the list is the order in which parts are put together.
_HEADINGS: dict[str, tuple[str, ...]] = {
    "id": ("ID", "番号", "整理番号", "宛名番号", "住民番号", "管理番号", "識別番号", "利用者番号", "ケース番号"),
    "name": ("name", "氏名", "名前", "姓名", "氏名漢字", "漢字氏名", "対象者氏名", "利用者氏名", "本人氏名", "利用者名"),
    "family": ("氏", "姓", "名字", "苗字", "familyname", "lastname", "surname"),
    "given": ("名", "givenname", "firstname"),
    "kana": ("kana", "カナ", "フリガナ", "ヨミ", "ヨミガナ", "読み", "読み仮名", "氏名カナ", "カナ氏名", "氏名フリガナ", "フリガナ氏名",
             "namekana", "氏名ヨミ"),
    "family_kana": ("氏カナ", "姓カナ", "セイ", "カナ氏", "カナ姓", "氏フリガナ", "姓フリガナ", "フリガナ氏", "フリガナ姓"),
    "given_kana": ("名カナ", "メイ", "カナ名", "名フリガナ", "フリガナ名"),
    "sex": ("sex", "gender", "性別"),
    "birth": ("birth", "birthdate", "birthday", "dateofbirth", "dob", "生年月日", "誕生日", "生年月日和暦", "生年月日西暦"),
    "address": ("address", "住所", "現住所", "居所", "所在地", "住所1", "住所2", "方書"),
    "phone": ("phone", "tel", "電話", "電話番号", "連絡先", "自宅電話", "電話自宅", "固定電話", "mobile", "携帯", "携帯電話", "携帯番号", "携帯電話番号",
              "電話携帯", "連絡先電話番号"),
}  # fmt: skip
_BRACKETS = str.maketrans("", "", "()()[][]【】「」")
_FIELD_OF = {fold_kana(heading): name for name, headings in _HEADINGS.items() for heading in headings}
_NAMES = ("name", "family", "given", "kana", "family_kana", "given_kana")


class UnusableFile(ValueError):
    """The file can not be worked with at all; the message is for the person who chose it."""


@dataclass(frozen=True)
class Problem:
    """What is wrong with one row: its number in the file (the heading is row 1), column, value, reason."""

    row: int
    column: str
    value: str
    reason: str

    def __str__(self) -> str:
        where = f"{self.row}行目" + (f"「{self.column}」" if self.column else "")
        return f"{where}: {self.reason}" + (f"(値: {self.value})" if self.value else "")


@dataclass
class People:
    """Rows ready for `Record.of`, and what was wrong with others."""

    rows: list[dict[str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    missing: tuple[str, ...] = ()
    """Fields of FIELDS that the file has no column for."""


def read_people(content: bytes) -> People:
    """The people of a CSV (or tab-separated) file, whatever is in it.

    Rows that can not be used are left out and told in `problems`, as are single values that can not be read. Raises
    UnusableFile when there is no heading with a name, or nothing below it.
    """
    lines = _cells(_text(content))
    heading = next(((number, cells) for number, cells, _ in lines if any(c.strip() for c in cells)), None)
    if heading is None:
        raise UnusableFile(
            "ファイルが空です。1行目に見出し(氏名、生年月日など)、2行目から一人1行で入れてください。"
        )
    fields = [_FIELD_OF.get(fold_kana(cell.translate(_BRACKETS)), "") for cell in heading[1]]
    if not any(name in fields for name in _NAMES):
        raise UnusableFile(
            "氏名やふりがなの列が見つかりません。1行目に「氏名」「ふりがな」「生年月日」「住所」「電話」などの見出しを入れてください。"
            f"いまの1行目: {'、'.join(heading[1])[:200]}"
        )
    people = People(missing=tuple(name for name in FIELDS if not _has(name, fields)))
    seen: dict[str, int] = {}
    for number, cells, reason in lines:
        row = _row(number, cells, reason, heading[1], fields, people.problems)
        if row is None:
            continue
        if row["id"] in seen:
            reason = f"同じIDが{seen[row['id']]}行目にあるため、この行は比べません"
            people.problems.append(Problem(number, "id", row["id"], reason))
            continue
        seen[row["id"]] = number
        people.rows.append(row)
    if not people.rows:
        raise UnusableFile("見出しの下に、読める行がありません。")
    return people


def _text(content: bytes) -> str:
    """UTF-8 with or without BOM, UTF-16 with BOM, else cp932; bytes of no encoding become U+FFFD."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    for encoding in ("utf-8-sig", "cp932"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    guesses = [content.decode(encoding, errors="replace") for encoding in ("utf-8-sig", "cp932")]
    return min(guesses, key=lambda text: text.count(_UNREADABLE))


def _cells(text: str) -> Iterator[tuple[int, list[str], str]]:
    """Line number, cells, and what is wrong with the row as a whole."""
    csv.field_size_limit(_LARGEST_FIELD)
    first = text.split("\n", 1)[0]
    delimiter = max(",\t;", key=first.count)
    reader = csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=delimiter)
    while True:
        number = reader.line_num + 1
        try:
            yield number, next(reader), ""
        except StopIteration:
            return
        except csv.Error:
            yield number, [], 'CSVとして読めません。引用符(")が閉じているか確かめてください'


def _has(name: str, fields: list[str]) -> bool:
    parts = {"name": ("name", "family", "given"), "kana": ("kana", "family_kana", "given_kana")}
    return any(part in fields for part in parts.get(name, (name,)))


def _row(
    number: int, cells: list[str], reason: str, heading: list[str], fields: list[str], problems: list[Problem]
) -> dict[str, str] | None:
    """One row as fields, or None when it is blank or told among the problems."""
    if reason:
        problems.append(Problem(number, "", "", reason))
        return None
    if not any(cell.strip() for cell in cells):
        return None
    if any(cell.count("\n") >= _LINES_IN_A_CELL for cell in cells):
        problems.append(
            Problem(number, "", "", '引用符(")が閉じていないようです。この行と、続けて読まれた行は比べません')
        )
        return None
    if any(cell.strip() for cell in cells[len(heading) :]):
        extra = "、".join(cells[len(heading) :])
        problems.append(
            Problem(
                number,
                "",
                extra,
                "見出しより列が多いため、この行は比べません。値の中のカンマを確かめてください",
            )
        )
        return None
    parts: dict[str, list[str]] = {}
    for place, cell in enumerate(cells[: len(heading)]):
        if _UNREADABLE in cell:
            problems.append(
                Problem(number, heading[place], cell, "文字コードが正しくないため、空として扱います")
            )
        elif fields[place] and cell.strip():
            parts.setdefault(fields[place], []).append(cell.strip())
    row = _joined(parts)
    row["id"] = row["id"] or f"{number}行目"
    _check(number, row, problems)
    return row


def _joined(parts: dict[str, list[str]]) -> dict[str, str]:
    def one(name: str, glue: str = " ") -> str:
        return glue.join(parts.get(name, []))

    return {
        "id": one("id"),
        "name": one("name") or f"{one('family')} {one('given')}".strip(),
        "kana": one("kana") or f"{one('family_kana')} {one('given_kana')}".strip(),
        "sex": one("sex"),
        "birth": one("birth"),
        "address": one("address", ""),
        "phone": one("phone", "、"),
    }


def _check(number: int, row: dict[str, str], problems: list[Problem]) -> None:
    """Tells of values that say something nobody can read; the row is used without them."""
    if not fold(row["name"]) and not fold(row["kana"]):
        problems.append(Problem(number, "氏名", "", "氏名もふりがなも空です。ほかの項目だけで比べます"))
    if row["birth"] and not says_nothing(row["birth"]) and read_birth(row["birth"]) == UNKNOWN:
        problems.append(Problem(number, "生年月日", row["birth"], "日付として読めないため、空として扱います"))
    if row["sex"] and not says_nothing(row["sex"]) and not reads_sex(row["sex"]):
        problems.append(Problem(number, "性別", row["sex"], "男・女として読めないため、空として扱います"))
