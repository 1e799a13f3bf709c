"""Puts a 引き継ぎまとめ together from the works, as far as the viewer sees them; on screen and on paper."""

from __future__ import annotations

from uuid import UUID

from django.urls import reverse

from kasane.agencies import profile
from kasane.base.choices import ConsentAnswer
from kasane.base.dates import today, wareki
from kasane.cases.models import Case, SupportRecord
from kasane.cases.queries import open_tasks
from kasane.conferences.api import items_of_case
from kasane.coordination.choices import PlanState
from kasane.coordination.queries import plan_in_full
from kasane.disclosure.api import consents_of, said
from kasane.disclosure.queries import spoken_of
from kasane.intake.models import Referral
from kasane.people.models import Person
from kasane.people.queries import household
from kasane.portal.summary import lines
from kasane.portal.summary.lines import Part, Places
from kasane.sheets.document import Column, Notice, Sheet, Table

MANY = (5, 10, 20)
FEW_MEETINGS = 5


def wanted(text: str) -> int:
    """How many contacts to show; ten where the address does not say."""
    return int(text) if text in {str(one) for one in MANY} else MANY[1]


def summary(case: Case, *, contacts: int) -> list[Part]:
    """The parts of the page. At most fourteen queries, however long the file is."""
    places = _places(case)
    day = today()
    people = household(case.id)
    referrals = list(
        Referral.objects.filter(case_id=case.id).select_related("receiver").order_by("-sent_on")[:5]
    )
    agreed = said(consents_of(case.id), on=day) == ConsentAnswer.AGREE
    tasks = open_tasks(case.id)
    plans = list(plan_in_full().filter(case_id=case.id, state=PlanState.FINAL).order_by("course"))
    records = list(
        SupportRecord.objects.filter(case_id=case.id).select_related("agency", "author")[:contacts]
    )
    meetings = items_of_case(case.id)[:FEW_MEETINGS]
    return [
        Part("care", "気をつけること", lines.care_lines(case, people, referrals, places, agreed=agreed),
             "気をつけることとして書かれているものはありません。"),
        Part("state", "いまの状態", lines.state_lines(case, places), ""),
        Part("people", "世帯", lines.people_lines(people, places), "世帯の人はまだ書かれていません。"),
        Part("consent", "情報共有の同意", lines.consent_lines(spoken_of(case.id), places),
             "同意をたずねた記録はありません。"),
        Part("promises", "約束していること", lines.task_lines(tasks, places, on=day, promised=True),
             "記録に書かれた次の予定で、済んでいないものはありません。"),
        Part("tasks", "だれが、何を、いつまでに", lines.task_lines(tasks, places, on=day, promised=False),
             "期日のあることはありません。"),
        Part("plan", "動いているプラン", lines.plan_lines(plans, places), "確定したプランはありません。"),
        Part("meetings", "会議", lines.meeting_lines(meetings, places), "会議にかけたことはありません。"),
        Part("contacts", "最近のやりとり", lines.contact_lines(records, _names(people, records), places),
             "支援経過記録はまだありません。"),
    ]  # fmt: skip


def _places(case: Case) -> Places:
    tabs = ("household", "plan", "sharing", "course", "meetings")
    return Places(**{tab: reverse("case_tab", args=[case.id, tab]) for tab in tabs})


def _names(people: list[Person], records: list[SupportRecord]) -> dict[UUID, str]:
    """The names of those who took part, also of those who have left since."""
    left = {one for row in records for one in row.participants} - {one.id for one in people}
    more = Person.objects.filter(pk__in=left) if left else ()
    return {one.id: one.name for one in [*people, *more]}


def paper(case: Case, parts: list[Part]) -> Sheet:
    """The same on A4, one table for each part; where it stands is on the right."""
    columns = (Column("項目", 1.3), Column("書かれていること", 3.2), Column("もと", 1.1))
    blocks = [
        Table(
            columns,
            tuple((one.label, one.words, one.source) for one in part.lines),
            label=part.title,
            row_lines=1,
        )
        if part.lines
        else Notice(f"{part.title}: {part.empty}")
        for part in parts
    ]
    return Sheet(
        code="",
        title="引き継ぎまとめ",
        town=profile.current().town.name,
        blocks=tuple(blocks),
        printed_on=wareki(today()),
        case_number=case.label,
        footer="記録からそのまま抜き出したものです。作った人に見える種類の情報だけが入っています。",
    )
