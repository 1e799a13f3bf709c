"""A few people come to a second agency, which writes them its own way: what 名寄せ is for (R-PEO-02)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from kasane.base.dates import today
from kasane.base.names import fold_kana
from kasane.demo.course.file import File
from kasane.demo.town import Town
from kasane.disclosure.viewer import acting_as
from kasane.intake.actions import reception
from kasane.intake.actions.consent import Said
from kasane.people.queries import subject_of

OLD_FORMS = str.maketrans("辺斎高沢浜桜広国真恵富島", "邊齋髙澤濱櫻廣國眞惠冨嶋")
SECOND_DOORS = (
    ("kikan", "通所先のことを聞きたい。"),
    ("kosodate", "孫の学校のことで相談があるという。"),
    ("shakyo", "困りごとがあれば話を聞く場があると知って来所。"),
)
AFTER = 4
"""Every fifth of the first households is met again."""


def meet_again(town: Town, files: Sequence[File]) -> None:
    """One household after another comes to a door that does not know it yet."""
    doors = iter(SECOND_DOORS)
    for file in files[AFTER :: AFTER + 1]:
        known = {file.home.intake_agency}
        door = next((one for one in doors if one[0] in town.people and one[0] not in known), None)
        if door is None:
            return
        _receive(town, file, *door)


def _receive(town: Town, file: File, agency: str, words: str) -> None:
    with acting_as(town.worker(file.home.intake_agency)):
        person = subject_of(file.case.id)
    if person is None:
        return
    worker = town.worker(agency)
    day = today() - timedelta(days=3)
    sheet: dict[str, Any] = {
        "received_on": day, "channel": "window", "consulter_is": "self", "overview": words, "topics": ["other"],
        "main_topic": "other",
    }  # fmt: skip
    subject = {
        "family_name": person.family_name.translate(OLD_FORMS),
        "given_name": person.given_name.translate(OLD_FORMS),
        "family_kana": fold_kana(person.family_kana),
        "given_kana": fold_kana(person.given_kana),
        "sex": person.sex,
        "birth_date": person.birth_date,
        "address": person.address.replace("美咲町", ""),
    }
    with acting_as(worker):
        reception.receive(by=worker, sheet=sheet, subject=subject, consent=Said("unclear", day))
