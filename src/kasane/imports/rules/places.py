"""Where each cell of a row goes: values to their places, words without a place to the notes (R-OPS-02)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from kasane.base.dates import wareki
from kasane.imports.rules import cells
from kasane.imports.rules.cells import Bad, Read, narrow, says_nothing
from kasane.imports.rules.fields import FIELDS
from kasane.imports.rules.shapes import Ground, ReadRow
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


def take(found: ReadRow, key: str, text: str, heading: str, ground: Ground) -> str:
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
