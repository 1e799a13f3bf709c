"""The ties and changes of one made-up household, recorded by the worker who heard of them (R-PEO-01)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.base.choices import Sex
from kasane.base.dates import at_noon
from kasane.cases.household import actions
from kasane.demo import model
from kasane.demo.course.file import File
from kasane.demo.course.first_contact import responsible
from kasane.demo.labels import Agency
from kasane.disclosure.viewer import acting_as
from kasane.people.models import Person, PersonState, Tie

WORK_OF = {
    Agency.HOKATSU: "介護の相談",
    Agency.KIKAN: "障がいの相談",
    Agency.KOSODATE: "子育ての相談",
    Agency.KODOMO: "家庭の訪問",
    Agency.JUSO: "全体の調整",
    Agency.SHAKYO: "暮らしの相談",
    Agency.NEXT: "通いの場",
    Agency.FUKUSHI: "制度の手続き",
    Agency.HOKEN: "保険と年金",
    Agency.KENKO: "健康の相談",
    Agency.EGAO: "保育と手当",
    Agency.KYOIKU: "学校との連絡",
}
"""What an agency does for a household, in a word short enough for a drawing."""


def tie_household(file: File) -> None:
    """Who had gone before, and who stands how to whom, as told at reception."""
    home, by = file.home, responsible(file)
    with _on_its_day(file, home.received_on, by):
        case = file.fresh()
        for former in home.formers:
            actions.join(
                case, by=by, joined_on=None, family_name=former.family, given_name=former.given,
                family_kana=former.family_kana, given_kana=former.given_kana,
                sex=former.sex.value if former.sex.value in Sex.values else Sex.UNKNOWN,
                relation=former.relation, birth_date=former.birth, died_on=former.died,
                standing="together" if former.died else "left",
            )  # fmt: skip
        people = _people(file)
        for tie in home.ties:
            end: dict[str, Any] = {"other_person": people[tie.to]} if tie.to else {"other_label": tie.label}
            actions.add_tie(
                case, people[tie.who], by=by, kind=tie.kind, strength=tie.strength, note=tie.note,
                since=tie.since, **end,
            )  # fmt: skip


def tie_agencies(file: File) -> None:
    """The agencies of the plan stand around 本人."""
    plan = file.home.plan
    if plan is None:
        return
    by = file.juso
    with _on_its_day(file, plan.made_on, by):
        case = file.fresh()
        subject = Person.objects.get(case=case, is_subject=True)
        for key in dict.fromkeys(item.agency for item in plan.items):
            actions.add_tie(
                case, subject, by=by, kind="contact", other_agency=file.agency(key),
                note=WORK_OF[key], since=plan.made_on,
            )  # fmt: skip


def change_household(file: File, change: model.DemoChange) -> None:
    """Something became different; what follows goes to 今日やること as for anybody."""
    by = responsible(file)
    values = {name: getattr(change, name) for name in ("standing", "occupation") if getattr(change, name)}
    with _on_its_day(file, change.on, by):
        case = file.fresh()
        if case.is_open:
            person = _people(file)[change.who]
            actions.change(
                case, person, by=by, version=None, since=change.on, reason=change.reason, values=values
            )


def _people(file: File) -> dict[str, Person]:
    """The members by their keys, found by name and birth."""
    rows = {(p.family_name, p.given_name, p.birth_date): p for p in Person.objects.filter(case=file.case)}
    return {m.key: rows[m.family, m.given, m.birth] for m in file.home.members}


@contextmanager
def _on_its_day(file: File, day: date, by: Actor) -> Iterator[None]:
    """What is recorded inside was known from that day on, not only since the demo was made."""
    with acting_as(by):
        started = file.started if day == file.home.received_on else timezone.now()
        yield
        for rows in (PersonState, Tie):
            mine = rows.objects.filter(case=file.case)
            mine.filter(recorded_at__gte=started).update(recorded_at=at_noon(day))
            mine.filter(replaced_at__gte=started).update(replaced_at=at_noon(day))
