"""Makes, in a database of its own, a file with a name in every place where one may stand, and one that must stay.

Run by `test_disposal` as a process of its own: `python -m kasane.config.tests.disposal_world STEP`.
"""

from __future__ import annotations

import sys
from datetime import date

from kasane.config.commands.common import database

DATABASE = "kasane"
NAMES = (
    "隠岐島",
    "耶麻次郎",
    "耶麻太郎",
    "おきのしまなのか",
    "鵜飼平九番地",
    "0868991234",
    "0868-99-1234",
    "烏丸民生",
    "宇久井福江",
)
"""Names, a reading, an address, phones: each stands in nothing but the file that is disposed of."""
KEPT = ("残留田", "残之介")
FAMILY, GIVEN, SON, KANA, ADDRESS, PHONE = (
    "隠岐島",
    "耶麻次郎",
    "耶麻太郎",
    "おきのしまなのか",
    "鵜飼平九番地",
    "0868-99-1234",
)
VISITOR = "烏丸民生"
GUEST = "宇久井福江"
OPENED, CLOSED = date(2019, 5, 7), date(2020, 3, 2)


def main(step: str) -> int:
    with database(DATABASE):
        from django.db import transaction

        with transaction.atomic():
            {"make": _make, "approve": _approve}[step]()
    return 0


def _make() -> None:
    from kasane.config.cast import make_cast
    from kasane.disclosure.viewer import acting_as

    cast = make_cast()
    with acting_as(cast.worker):
        kept, namesake, _ = _received(cast.worker, *KEPT, "原田一番地", "0868-11-1111")
        case, subject, son = _received(cast.worker, FAMILY, GIVEN, ADDRESS, PHONE)
        _told_everywhere(cast, case, subject, son)
    _talked_about(cast, case)
    _found_to_be_one(cast, namesake, subject)
    with acting_as(cast.worker):
        _close(cast.worker, case)
        _close(cast.worker, kept)


def _received(by, family, given, address, phone):
    from kasane.intake.actions.consent import Said
    from kasane.intake.actions.reception import receive
    from kasane.people.models import Person

    row = receive(
        by=by,
        sheet={
            "received_on": OPENED, "channel": "window", "consulter_is": "volunteer", "topics": ["care"],
            "consulter_name": VISITOR if family == FAMILY else "ほか", "overview": f"{family}{given}さんの相談",
        },
        subject={
            "family_name": family, "given_name": given, "family_kana": KANA if family == FAMILY else "ざんりゅうだ",
            "birth_date": date(1941, 2, 3), "sex": "male", "address": address, "phone": phone,
        },
        household=[{"family_name": family, "given_name": SON if family == FAMILY else "残太", "relation": "長男"}],
        consent=Said("agree", OPENED, method="oral", explained_by=f"{family}さんに説明", note=f"{given}さんの言葉"),
    )  # fmt: skip
    people = Person.objects.filter(case=row.case)
    return row.case, people.get(is_subject=True), people.get(is_subject=False)


def _told_everywhere(cast, case, subject, son) -> None:
    """In records, ties, history, protected contacts, drafts, tasks, a referral: with the names in their free text."""
    from django.http import QueryDict

    from kasane.base.dates import at_noon
    from kasane.cases import actions as cases
    from kasane.cases import drafts
    from kasane.cases.models import TaskKind
    from kasane.disclosure.access import open_case
    from kasane.intake.actions.sending import refer
    from kasane.people.actions import add_tie, change_person, correct_person, protect_contact

    by = cast.worker
    record = cases.write_record(
        case, by=by, at=at_noon(date(2019, 5, 8)), method="phone", counterpart=f"{FAMILY}{GIVEN}",
        content=f"{GIVEN}さんと{SON}さんに会う。電話 {PHONE}", next_step=f"{SON}さんに電話", next_on=date(2019, 6, 1),
    )  # fmt: skip
    cases.change_record(record, by=by, version=record.version, content=f"{GIVEN}さん({ADDRESS})に会う。")
    add_tie(son, by=by, kind="care", other_person=subject, since=date(2019, 1, 1), note=f"{SON}が世話")
    change_person(
        subject, by=by, since=date(2019, 9, 1), reason="moved", address=f"{ADDRESS}の二", note=f"{GIVEN}転居"
    )
    son = correct_person(son, by=by, address=f"{ADDRESS}の三", phone=PHONE)
    protect_contact(son, by=by, staff=[by.user.id], reason=f"{FAMILY}家のDV", since=OPENED)
    refer(
        case, by=by, receiver=cast.coordinator.agency, on=OPENED, requests=["roles"], reason=f"{GIVEN}さんのこと",
        explained_by=VISITOR, explained_what="役割", explained_on=OPENED,
    )  # fmt: skip
    cases.add_task(
        case.id, agency=by.agency, kind=TaskKind.OTHER, what=f"{SON}さんに会う", due_on=CLOSED, since=OPENED
    )
    typed = QueryDict(mutable=True)
    typed["content"] = f"{FAMILY}さんの下書き"
    drafts.keep("record", case.id, typed, by=by)
    drafts.keep("record-edit", record.id, typed, by=by)
    typed["about"] = str(son.id)
    drafts.keep("meeting-finish", "elsewhere", typed, by=by)
    open_case(case.id, by=by, purpose="ケース画面")


def _talked_about(cast, case) -> None:
    """A meeting about the case, in which somebody of the family sits by name alone."""
    from kasane.base.dates import at_noon
    from kasane.conferences import actions, queries
    from kasane.conferences.models import Body, Function
    from kasane.disclosure.viewer import acting_as

    host, day = cast.manager, at_noon(date(2019, 6, 3))
    talk = Function.SUPPORT_CONFERENCE
    body = Body.objects.create(key="shien", name="支援会議", functions=[talk], host=host.agency)
    with acting_as(host):
        guests = [actions.Guest(GUEST, "長女")]
        actions.convene(body, by=host, on=OPENED, starts_at=day, guests=guests)
    with acting_as(cast.worker):
        (coming,) = queries.coming_for_cases(since=day)
        actions.add_item(coming, by=cast.worker, on=OPENED, function=talk, case=case)


def _found_to_be_one(cast, namesake, subject) -> None:
    """A pair of 名寄せ, whose words name the person, and which the log keeps with the case that stays."""
    from kasane.disclosure.viewer import acting_as
    from kasane.people import matching
    from kasane.people.actions import decide_pair, propose_pair

    with acting_as(cast.worker):
        propose_pair(namesake, subject.pk, by=cast.worker, reason=f"{GIVEN}さんと同じ人では")
    with acting_as(cast.coordinator):
        pair = matching.pairs("open")[0]
        decide_pair(pair, by=cast.coordinator, decision="same", reason=f"{FAMILY}さんに確かめた")


def _close(by, case) -> None:
    from kasane.cases import actions as cases
    from kasane.cases.models import Case, ClosedAs

    cases.close(Case.objects.get(pk=case.pk), by=by, on=CLOSED, closed_as=ClosedAs.CLOSED)


def _approve() -> None:
    """起案 of the one file and 決裁, by two people."""
    from kasane.agencies.actors import Actor
    from kasane.agencies.models import Post
    from kasane.cases.retention import actions
    from kasane.cases.retention.queries import Files
    from kasane.disclosure.viewer import acting_as

    def actor(login: str) -> Actor:
        post = Post.objects.select_related("user", "agency").get(user__login=login)
        return Actor(user=post.user, post=post)

    manager, decider = actor("manager"), actor("decider")
    with acting_as(manager):
        file = Files()[1:2]  # the first closed is the one that stays
        batch = actions.propose([row.case_id for row in file], by=manager, note="保存期間の満了")
    with acting_as(decider):
        actions.approve(batch, by=decider)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
