"""One row of a ledger: what is known of the person, what of the consultation, and what can not be read (R-OPS-02)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from kasane.base.dates import age_on, wareki
from kasane.imports.rules import cells
from kasane.imports.rules.cells import Bad, Read, narrow, says_nothing
from kasane.imports.rules.fields import FIELDS
from kasane.imports.rules.topics import read_topics

LONGEST = {
    "family_name": 60,
    "given_name": 60,
    "family_kana": 80,
    "given_kana": 80,
    "address": 200,
    "occupation": 80,
    "relation": 20,
    "consulter_name": 120,
    "consulter_contact": 120,
    "staff": 120,
    "consent_by": 120,
    "household_no": 80,
    "ledger_no": 80,
    "overview": 20000,
}
"""How many characters each place takes."""

_SHORT_NO = 4
"""「なし」「通常」 need not be kept; a longer no may tell something."""


@dataclass(frozen=True)
class Ground:
    """What a row is read against: the day, the town's areas and the agency's staff by name, what was imported before.

    `numbers` and `prints` give for a ledger number, or the digest of a row, the words on where it went.
    """

    today: date
    areas: Mapping[str, UUID] = field(default_factory=dict)
    staff: Mapping[str, UUID] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    prints: Mapping[str, str] = field(default_factory=dict)
    serial_offset: int = 0


@dataclass(frozen=True)
class Fault:
    """What is wrong (`is_error`) or doubtful in a row. `row` counts from 1 as in the file, `column` from 0; -1 is the row itself."""

    row: int
    column: int
    value: str
    reason: str
    is_error: bool = True


@dataclass
class ReadRow:
    """A row as far as it could be read. `person` and `case` hold values by field key; `notes` words with no place of their own."""

    number: int
    cells: Sequence[str]
    person: dict[str, Any] = field(default_factory=dict)
    case: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def has_error(self) -> bool:
        return any(fault.is_error for fault in self.faults)

    @property
    def name(self) -> str:
        return f"{self.person.get('family_name', '')} {self.person.get('given_name', '')}".strip()


def read_row(
    number: int, row: Sequence[str], *, columns: Sequence[str], headings: Sequence[str], ground: Ground
) -> ReadRow:
    """Reads one row by the mapping (R-OPS-02). Every fault names its column, its value and how to mend it."""
    found = ReadRow(number, row)
    for column, key in enumerate(columns):
        text = row[column].strip() if column < len(row) else ""
        if not key or not text:
            continue
        if text in cells.EXCEL_ERRORS:
            found.faults.append(
                Fault(number, column, text, "Excelの数式のエラーです。値を入れ直してください。")
            )
            continue
        try:
            warning = _take(found, key, text, headings[column], ground)
        except Bad as bad:
            found.faults.append(Fault(number, column, text, str(bad)))
        else:
            if warning:
                found.faults.append(Fault(number, column, text, warning, is_error=False))
    _look_across(found, columns, ground)
    return found


def _take(found: ReadRow, key: str, text: str, heading: str, ground: Ground) -> str:
    """Puts one cell to its place; answers a warning or ''. Raises Bad."""
    if key in _OWN_WAY:
        return _OWN_WAY[key](found, text, heading, ground)
    read = _READERS[key](text, ground) if key in _READERS else Read(" ".join(text.split()))
    if isinstance(read.value, str):
        _check_length(key, read.value)
    target = found.person if FIELDS[key].about == "person" else found.case
    target[key] = read.value
    return read.warning


def _check_length(key: str, text: str) -> None:
    most = LONGEST.get(key)
    if most is not None and len(text) > most:
        raise Bad(f"長すぎます({len(text)}字)。{most}字までにしてください。")


_READERS: dict[str, Callable[[str, Ground], Read[Any]]] = {
    "sex": lambda text, ground: cells.read_sex(text),
    "stated_age": lambda text, ground: cells.read_age(text),
    "email": lambda text, ground: cells.read_email(text),
    "lives_together": lambda text, ground: cells.read_together(text),
    "consent_method": lambda text, ground: cells.read_method(text),
}


def _name(found: ReadRow, text: str, heading: str, ground: Ground) -> str:
    family, given = cells.split_name(text).value
    _check_length("family_name", family)
    _check_length("given_name", given)
    found.person["family_name"], found.person["given_name"] = family, given
    if given or len(family) <= 2 or says_nothing(family):
        return ""
    return "氏と名の間に空白がないので、全部を「氏」に入れます。分けるときは、間に空白を入れてください。"


def _kana(found: ReadRow, text: str, heading: str, ground: Ground) -> str:
    family, given = cells.split_name(text).value
    _check_length("family_kana", family)
    _check_length("given_kana", given)
    found.person["family_kana"], found.person["given_kana"] = family, given
    return ""


def _birth(found: ReadRow, text: str, heading: str, ground: Ground) -> str:
    if says_nothing(text):
        return ""
    read = cells.read_birth(text, today=ground.today, serial_offset=ground.serial_offset)
    found.person["birth_date"] = read.value
    return read.warning


def _age(found: ReadRow, text: str, heading: str, ground: Ground) -> str:
    if says_nothing(text):
        return ""
    if re.fullmatch(r"\d{1,3}(歳|才)?代.*", narrow(text)):
        found.notes.append(f"{heading}: {text}")
        return "およその年代は、世帯の状況の欄に言葉のまま残します。"
    read = cells.read_age(text)
    found.person["stated_age"] = read.value
    return read.warning


def _phone(found: ReadRow, text: str, heading: str, ground: Ground) -> str:
    if says_nothing(text):
        return ""
    try:
        read = cells.read_phones(text)
    except Bad:
        found.notes.append(f"{heading}: {text}")
        return "電話番号として読めないので、世帯の状況の欄に言葉のまま残します。"
    spare = False
    for is_mobile, number in read.value:
        place = "mobile" if is_mobile else "phone"
        if found.person.get(place) not in (None, number):
            place = "phone" if is_mobile else "mobile"
        if found.person.get(place) in (None, number):
            found.person[place] = number
        else:
            spare = True
    if spare or "残します" in read.warning:
        found.notes.append(f"{heading}: {text}")
    return read.warning or ("入りきらない番号は、世帯の状況の欄に残します。" if spare else "")


def _area(found: ReadRow, text: str, heading: str, ground: Ground) -> str:
    wanted = narrow(text).replace(" ", "")
    area = ground.areas.get(wanted) or ground.areas.get(wanted.removesuffix("地区"))
    if area is not None:
        found.person["area_id"] = area
        return ""
    found.notes.append(f"{heading}: {text}")
    return "町の地区の一覧にない名なので、世帯の状況の欄に言葉のまま残します。"


def _day(key: str, what: str) -> Callable[[ReadRow, str, str, Ground], str]:
    def take(found: ReadRow, text: str, heading: str, ground: Ground) -> str:
        if key != "received_on" and says_nothing(text):
            return ""
        read = cells.read_date(text, serial_offset=ground.serial_offset)
        if read.value > ground.today:
            raise Bad(f"{wareki(read.value)}は、これから先の日です。{what}を確かめてください。")
        if read.value.year < 1950:
            raise Bad(f"{wareki(read.value)}は古すぎます。元号と年を確かめてください。")
        found.case[key] = read.value
        return read.warning

    return take


def _staff(found: ReadRow, text: str, heading: str, ground: Ground) -> str:
    _check_length("staff", text)
    found.case["staff"] = text
    known = ground.staff.get(narrow(text).replace(" ", ""))
    if known is not None:
        found.case["staff_id"] = known
        return ""
    found.notes.append(f"{heading}: {text}")
    return "この機関の職員にない名なので、受付者は取り込む人とし、言葉を世帯の状況の欄に残します。"


def _channel(found: ReadRow, text: str, heading: str, ground: Ground) -> str:
    read = cells.read_channel(text)
    found.case["channel"] = read.value
    if read.value == "other" and narrow(text) != "その他":
        found.case["channel_note"] = _clipped(found, text, heading, 120)
    return read.warning


def _consulter(found: ReadRow, text: str, heading: str, ground: Ground) -> str:
    found.case["consulter_is"] = cells.read_consulter(text).value
    found.case["consulter_tie"] = (
        "" if found.case["consulter_is"] == "self" else _clipped(found, text, heading, 60)
    )
    return ""


def _topics(found: ReadRow, text: str, heading: str, ground: Ground) -> str:
    if says_nothing(text):
        return ""
    read = read_topics(text)
    topics, unknown = read.value
    found.case["topics"] = list(dict.fromkeys([*found.case.get("topics", []), *topics]))
    if unknown:
        found.notes.append(f"{heading}: {text}")
    return read.warning


def _urgent(found: ReadRow, text: str, heading: str, ground: Ground) -> str:
    found.case["is_urgent"] = cells.read_mark(text).value
    if found.case["is_urgent"]:
        words = "台帳で緊急とされた相談" if cells.is_bare_mark(text) else text
        found.case["urgent_note"] = _clipped(found, words, heading, 200)
    elif len(narrow(text)) > _SHORT_NO:
        found.notes.append(f"{heading}: {text}")
    return ""


def _clipped(found: ReadRow, text: str, heading: str, most: int) -> str:
    """As much as the place takes; where that is not all, the whole is kept among the notes."""
    if len(text) > most:
        found.notes.append(f"{heading}: {text}")
    return text[:most]


def _consent(found: ReadRow, text: str, heading: str, ground: Ground) -> str:
    read = cells.read_consent(text)
    found.case["consent_answer"], found.case["consent_words"] = read.value, text
    found.case.setdefault("consent_method", cells.read_method(text).value)
    return read.warning


def _as_written(key: str) -> Callable[[ReadRow, str, str, Ground], str]:
    def take(found: ReadRow, text: str, heading: str, ground: Ground) -> str:
        _check_length(key, text)
        found.case[key] = text
        return ""

    return take


def _note(found: ReadRow, text: str, heading: str, ground: Ground) -> str:
    found.notes.append(f"{heading or '備考'}: {text}")
    return ""


_OWN_WAY: dict[str, Callable[[ReadRow, str, str, Ground], str]] = {
    "name": _name,
    "kana": _kana,
    "birth_date": _birth,
    "stated_age": _age,
    "phone": _phone,
    "mobile": _phone,
    "area": _area,
    "received_on": _day("received_on", "受付日"),
    "closed_on": _day("closed_on", "終わった日"),
    "consent_on": _day("consent_on", "同意した日"),
    "staff": _staff,
    "channel": _channel,
    "consulter_is": _consulter,
    "overview": _as_written("overview"),
    "household_note": _as_written("household_note"),
    "involved_note": _as_written("involved_note"),
    "topics": _topics,
    "is_urgent": _urgent,
    "consent_answer": _consent,
    "note": _note,
}


def _look_across(found: ReadRow, columns: Sequence[str], ground: Ground) -> None:
    """What only several cells together tell: no name at all, an age that is not that of the birth date."""
    column = next((columns.index(key) for key in ("name", "family_name") if key in columns), -1)
    unread = {fault.column for fault in found.faults if fault.is_error}
    if not found.name and column not in unread:
        reason = "氏名がありません。分からないときは「不明」と書いてください。"
        found.faults.append(Fault(found.number, column, "", reason))
    birth, age, on = (
        found.person.get("birth_date"),
        found.person.get("stated_age"),
        found.case.get("received_on"),
    )
    if birth is not None and age is not None:
        known = age_on(birth, ground.today), age_on(birth, on or ground.today)
        if not min(known) - 1 <= age <= max(known) + 1:
            reason = f"生年月日からは{known[1]}歳になります。生年月日のほうを取り込みます。"
            found.faults.append(Fault(found.number, columns.index("stated_age"), str(age), reason, False))
        del found.person["stated_age"]
    if birth is not None and on is not None and birth > on:
        reason = "生年月日が受付日よりあとです。どちらかを確かめてください。"
        found.faults.append(Fault(found.number, columns.index("birth_date"), wareki(birth), reason, False))
