"""Whose names, dates and addresses are blacked out in the copy for one person (R-DIS-08). Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from kasane.base.names import fold, fold_kana
from kasane.sheets.disclosure_request.mask import Concealed

Row = Mapping[str, Any]
LONG_KANA = 3
LONG_ADDRESS = 4

PERSON_FIELDS = (
    "family_name", "given_name", "family_kana", "given_kana", "birth_date", "stated_age", "stated_age_on", "died_on",
    "address", "area_id", "phone", "mobile", "email", "occupation", "school", "workplace", "note",
)  # fmt: skip
"""What is blacked out in the rows of another person; what they are to the person who asks stays."""

OTHERS_FIELDS: dict[str, tuple[str, ...]] = {
    "people_person": PERSON_FIELDS,
    "people_personstate": PERSON_FIELDS,
    "coordination_personissue": ("issue",),
    "people_tie": ("note", "other_label"),
}
"""By table: what tells of another person when the row is theirs."""

THIRD_PARTIES: dict[str, tuple[str, ...]] = {
    "intake_reception": ("consulter_name", "consulter_kana", "consulter_contact"),
    "coordination_application": ("visitor_name", "visitor_phone"),
}
"""By table: who came or called in place of the person."""


_REPORTERS: dict[str, tuple[str, ...]] = {
    "cases_alarm": ("raised_by_id", "raised_agency_id"),
    "cases_alarmtold": ("user_id", "agency_id"),
    "cases_event": ("by_id", "agency_id"),
    "disclosure_legalexception": ("requested_by_id", "requesting_agency_id"),
}
"""By table: what tells who raised a 緊急の知らせ."""


def reporter_columns(table: str, row: Row, *, by_alarm: Collection[str]) -> tuple[str, ...]:
    """The columns of a row that tell who reported abuse or danger (高齢者虐待防止法第8条 and its like; R-INT-09).

    `by_alarm` are the ids of the exceptions that alarms opened.
    """
    tells = {
        "cases_alarm": True,
        "cases_alarmtold": row.get("standing") == "raiser",
        "cases_event": row.get("code") == "alarm_raised",
        "disclosure_legalexception": row.get("id") in by_alarm,
    }
    return _REPORTERS[table] if tells.get(table) else ()


def own_names(rows: Iterable[Row]) -> set[str]:
    """All the names of the person who asks, also the former ones: they stay readable."""
    return {
        name
        for row in rows
        for name in (*_full(row), row.get("given_name") or "", row.get("given_kana") or "")
        if name
    }


def concealed_person(label: str, rows: Sequence[Row], *, own: Sequence[Row]) -> Concealed:
    """A member of the household, by all that was ever written of them (`rows`); the `own` rows are spared.

    The family name is blacked out only when the person who asks never bore it, the address and telephone only when
    they are not theirs.
    """
    spared = {
        fold(str(row.get(name) or ""))
        for row in own
        for name in ("family_name", "address", "phone", "mobile", "email")
    }
    words: set[str] = set()
    short: set[str] = set()
    for row in rows:
        words.update(_full(row))
        for given, long in ((row.get("given_name"), 2), (row.get("given_kana"), LONG_KANA)):
            (words if len(fold(given or "")) >= long else short).add(given or "")
        for name, long in ((row.get("family_name"), 2), (row.get("family_kana"), LONG_KANA)):
            if fold(row.get("family_name") or "") not in spared:
                (words if len(fold(name or "")) >= long else short).add(name or "")
        words.update(
            value
            for value in (row.get("address") or "", row.get("email") or "")
            if len(fold(value)) >= LONG_ADDRESS and fold(value) not in spared
        )
    phones = {row.get(name) or "" for row in rows for name in ("phone", "mobile")}
    return Concealed(
        label,
        words=tuple(sorted(words - {""})),
        short=tuple(sorted(short - {""} - words)),
        birth_dates=tuple(sorted({date.fromisoformat(row["birth_date"]) for row in rows if row.get("birth_date")})),
        phones=tuple(sorted(phone for phone in phones if phone and fold(phone) not in spared)),
    )  # fmt: skip


def concealed_third_party(table: str, row: Row, *, own: Iterable[str]) -> Concealed | None:
    """Who called or came for the person; None when it was the person."""
    names = {fold_kana(name) for name in own}
    found = [str(row.get(column) or "") for column in THIRD_PARTIES[table]]
    if fold_kana(found[0]) in names | {""} or row.get("consulter_is") == "self":
        return None
    named = tuple(word for word in found if len(fold(word)) > 1)
    return Concealed("相談に来た人・かけた人", words=named, phones=(found[-1],))


def concealed_staff(names: Iterable[str]) -> Concealed:
    return Concealed("職員", words=tuple(sorted(name for name in names if len(fold(name)) > 1)))


def concealed_words(text: str) -> Concealed | None:
    """What the worker wrote down to be blacked out besides, a word on each line."""
    words = tuple(line.strip() for line in text.splitlines() if line.strip())
    return Concealed("ほかに隠すことば", words=words) if words else None


def _full(row: Row) -> list[str]:
    """The full name in both writings; nothing of a name that is only half known."""
    return [
        f"{row[family]} {row[given]}"
        for family, given in (("family_name", "given_name"), ("family_kana", "given_kana"))
        if row.get(family) and row.get(given)
    ]
