"""つなぎ from both sides, with what each side may see (R-INT-04, R-INT-07, R-COOR-11, R-DIS-01)."""

from __future__ import annotations

from datetime import date

import pytest

from kasane.agencies.actors import Actor
from kasane.base.kinds import DataKind
from kasane.base.obstacles import Forbidden
from kasane.cases import api as cases
from kasane.cases.models import Case, Event, Task
from kasane.disclosure.models import Consent, Evidence
from kasane.disclosure.viewer import acting_as
from kasane.intake import actions, queries
from kasane.intake.api import hand_back, pending_referrals
from kasane.intake.hops.queries import box
from kasane.intake.models import Reception, Referral
from kasane.intake.tests.factories import DAY, LATER, case_of, make_centre, receive, refer, said

ANSWERED = date(2025, 4, 10)
TALK = {"talk_on": ANSWERED, "talk_with": "包括 花子", "talk_note": "介護は包括、長男は当方も同行する。"}


def sees(actor: Actor | None) -> bool:
    with acting_as(actor):
        return Case.objects.exists()


@pytest.fixture
def sent(cast) -> Referral:
    """A つなぎ from the desk to the centre, not yet answered."""
    make_centre(cast.coordinator.agency)
    with acting_as(cast.worker):
        return refer(case_of(receive(cast.worker)), by=cast.worker, to=cast.coordinator.agency)


def give(referral: Referral, by: Actor, answer: str = "accepted", **values) -> Referral:
    with acting_as(by):
        return actions.answer(referral, by=by, version=referral.version, on=ANSWERED, answer=answer, **values)


def test_the_receiver_sees_the_case_from_sending_on_and_a_stranger_never(cast):
    with acting_as(cast.worker):
        case = case_of(receive(cast.worker))
    assert not sees(cast.coordinator)
    with acting_as(cast.worker):
        refer(case, by=cast.worker, to=cast.coordinator.agency)
    assert sees(cast.coordinator)
    for actor in (cast.stranger, cast.participation, cast.decider, cast.administrator, None):
        assert not sees(actor)


@pytest.mark.parametrize(
    ("consent", "code"),
    [
        (said("disagree"), "refused"),
        (said("unclear"), "no_consent"),
    ],
)
def test_without_consent_nothing_is_sent_and_the_receiver_sees_nothing(cast, consent, code):
    with acting_as(cast.worker):
        case = case_of(receive(cast.worker, consent=consent))
        with pytest.raises(Forbidden) as refused:
            refer(case, by=cast.worker, to=cast.coordinator.agency)
        assert refused.value.codes == [code]
        assert not Referral.objects.exists()
        assert not Task.objects.exists()
        assert not Evidence.objects.filter(source="referral").exists()
        assert Reception.objects.get().outcome == ""
    assert not sees(cast.coordinator)


def test_an_agency_the_person_excluded_can_not_be_told(cast):
    with acting_as(cast.worker):
        consent = said(excluded=(cast.participation.agency.id,))
        case = case_of(receive(cast.worker, consent=consent))
        with pytest.raises(Forbidden) as refused:
            refer(case, by=cast.worker, to=cast.participation.agency)
        assert refused.value.codes == ["outside_scope"]
        refer(case, by=cast.worker, to=cast.coordinator.agency)
    assert not sees(cast.participation)
    assert sees(cast.coordinator)


def test_the_sheet_may_not_tell_more_than_the_person_agreed_to(cast):
    with acting_as(cast.worker):
        case = case_of(receive(cast.worker, consent=said(kinds=int(DataKind.BASIC | DataKind.LIFE))))
        with pytest.raises(Forbidden) as refused:
            refer(
                case, by=cast.worker, to=cast.coordinator.agency, kinds=int(DataKind.HEALTH | DataKind.BASIC)
            )
        assert refused.value.codes == ["consent_kinds"]
        refer(case, by=cast.worker, to=cast.coordinator.agency)
    with acting_as(cast.coordinator):
        assert Referral.objects.count() == 1
        assert not Reception.objects.exists(), "the reception sheet holds health data"


def test_sending_asks_the_receiver_and_decides_the_reception(cast, sent):
    with acting_as(cast.coordinator):
        task = Task.objects.get(agency=cast.coordinator.agency)
        assert (task.kind, task.someone_waits, task.due_on) == ("answer_referral", True, date(2025, 4, 15))
        assert task.source_id == sent.id
        assert queries.inbox(cast.coordinator) == [sent]
    with acting_as(cast.worker):
        assert sent.to_coordination
        assert Reception.objects.get().outcome == "coordination"
        assert pending_referrals(sent.case_id) == [sent]


def test_an_urgent_case_is_referred_urgently(cast):
    with acting_as(cast.worker):
        case = case_of(receive(cast.worker, is_urgent=True, urgent_note="食べ物がない"))
        referral = refer(case, by=cast.worker, to=cast.coordinator.agency)
        assert referral.is_urgent
        assert Task.objects.get().due_on == date(2025, 4, 9)


def test_a_second_referral_waits_for_the_first(cast, sent):
    with acting_as(cast.worker):
        with pytest.raises(Forbidden) as refused:
            refer(Case.objects.get(), by=cast.worker, to=cast.coordinator.agency)
        assert refused.value.codes == ["waiting"]
        assert Referral.objects.count() == 1


def test_accepting_makes_the_receiver_responsible_and_a_member_of_the_team(cast, sent):
    row = give(sent, cast.coordinator, note="受けます")
    with acting_as(cast.coordinator):
        case = Case.objects.get()
        assert case.responsible_agency == cast.coordinator.agency
        assert case.responsible_user == cast.coordinator.user
        assert cases.writes_in(case.id, by=cast.coordinator)
        assert row.state == "accepted"
        kinds = set(Task.objects.filter(done_on=None).values_list("kind", "agency__key"))
        assert kinds == {("application", "juso"), ("follow_up", "hokatsu")}
    assert sees(cast.worker)


def test_the_team_corrects_the_sheet_within_the_kinds_shared_with_it(cast):
    with acting_as(cast.worker):
        consent = said(kinds=int(DataKind.BASIC | DataKind.LIFE))
        case = case_of(receive(cast.worker, consent=consent, topics=["family"], main_topic="family"))
        sent = refer(case, by=cast.worker, to=cast.coordinator.agency)
    give(sent, cast.coordinator)
    with acting_as(cast.coordinator):
        reception = Reception.objects.get()
        sheet = {"received_on": DAY, "overview": "借金のことも。", "topics": ["debt"], "main_topic": "debt"}
        who = {"family_name": "山形"}
        with pytest.raises(Forbidden) as refused:
            actions.change_reception(reception, by=cast.coordinator, version=2, sheet=sheet, subject=who)
        assert refused.value.codes == ["kinds_not_shared"]
        kept = {**sheet, "topics": ["family"], "main_topic": "family"}
        row = actions.change_reception(reception, by=cast.coordinator, version=2, sheet=kept, subject=who)
        assert row.overview == "借金のことも。"


def test_joint_support_leaves_responsibility_where_it_was(cast, sent):
    give(sent, cast.coordinator, "joint")
    with acting_as(cast.coordinator):
        case = Case.objects.get()
        assert case.responsible_agency == cast.worker.agency
        assert cases.writes_in(case.id, by=cast.coordinator)


def test_returning_needs_a_talk_and_keeps_the_receiver_until_the_follow_up(cast, sent):
    with acting_as(cast.coordinator):
        with pytest.raises(Forbidden) as refused:
            actions.answer(sent, by=cast.coordinator, version=1, on=ANSWERED, answer="returned")
        assert refused.value.codes == ["talk"]
        sent.refresh_from_db()
        assert sent.state == "sent"
        assert Task.objects.get().done_on is None
    row = give(sent, cast.coordinator, "returned", **TALK)
    assert sees(cast.coordinator)
    with acting_as(cast.coordinator):
        assert not cases.writes_in(row.case_id, by=cast.coordinator)
    with acting_as(cast.worker):
        task = Task.objects.get(agency=cast.worker.agency)
        assert (task.kind, task.someone_waits, task.due_on) == ("follow_up", True, date(2025, 4, 13))
        assert Case.objects.get().responsible_agency == cast.worker.agency
        actions.follow_up(row, by=cast.worker, on=date(2025, 4, 20), result="包括で続ける")
        task.refresh_from_db()
        assert task.done_on == date(2025, 4, 20)
    assert not sees(cast.coordinator)


@pytest.mark.parametrize("answer", ["accepted", "joint", "returned"])
def test_an_answer_is_given_once_and_by_the_receiver(cast, sent, answer):
    with acting_as(cast.worker):
        with pytest.raises(Forbidden) as refused:
            actions.answer(sent, by=cast.worker, version=1, on=ANSWERED, answer=answer, **TALK)
        assert refused.value.codes == ["not_receiver"]
    give(sent, cast.coordinator, answer, **TALK)
    with acting_as(cast.coordinator):
        with pytest.raises(Forbidden) as refused:
            actions.answer(sent, by=cast.coordinator, version=2, on=ANSWERED, answer="joint")
        assert refused.value.codes == ["answered"]


def test_the_sender_takes_back_what_is_not_answered(cast, sent):
    with acting_as(cast.worker):
        actions.take_back(sent, by=cast.worker, on=ANSWERED, note="本人が考え直した")
        sent.refresh_from_db()
        assert sent.state == "withdrawn"
        assert Task.objects.get().done_on == ANSWERED
    assert not sees(cast.coordinator)


def test_with_the_consent_goes_the_sight_of_every_receiver(cast, sent):
    give(sent, cast.coordinator)
    with acting_as(cast.worker):
        case = Case.objects.get()
        second = refer(case, by=cast.worker, to=cast.disability.agency)
        assert sees(cast.disability)
    with acting_as(cast.worker):
        actions.withdraw_answer(case, Consent.objects.get(), by=cast.worker, on=ANSWERED, note="やめたい")
        second.refresh_from_db()
        assert second.state == "withdrawn"
        assert Task.objects.get(source_id=second.id).done_on == ANSWERED
    assert not sees(cast.coordinator)
    assert not sees(cast.disability)
    assert sees(cast.worker)


def test_a_narrower_answer_takes_back_what_it_no_longer_covers(cast, sent):
    with acting_as(cast.worker):
        case = Case.objects.get()
        answer = said(confirmed_on=ANSWERED, agencies=(cast.disability.agency.id,))
        actions.record_answer(case, by=cast.worker, said=answer)
        sent.refresh_from_db()
        assert sent.state == "withdrawn"
    assert not sees(cast.coordinator)


def test_an_unclear_answer_takes_nothing_back(cast, sent):
    with acting_as(cast.worker):
        actions.record_answer(Case.objects.get(), by=cast.worker, said=said("unclear", confirmed_on=ANSWERED))
        sent.refresh_from_db()
        assert sent.state == "sent"
    assert sees(cast.coordinator)


def close(by: Actor) -> Case:
    with acting_as(by):
        return cases.close(Case.objects.get(), by=by, on=date(2025, 9, 20), closed_as=cases.ClosedAs.CLOSED)


BACK = {
    "on": date(2025, 9, 25),
    "reason": "長男が働きはじめ、介護の支援に戻る。",
    "follow_up_on": date(2025, 12, 25),
    "explained_by": "重層 明",
    "explained_what": "これからは包括が相談先になること",
    "explained_on": date(2025, 9, 20),
}


def test_after_closure_the_case_goes_back_to_the_lead_agency(cast, sent):
    give(sent, cast.coordinator)
    case = close(cast.coordinator)
    with acting_as(cast.coordinator):
        back = hand_back(case, by=cast.coordinator, to_agency=cast.worker.agency, **BACK)
        assert back.is_hand_back
    with acting_as(cast.worker):
        assert [r.kind for r in queries.inbox(cast.worker)] == ["hand_back"]
        actions.answer(back, by=cast.worker, version=1, on=date(2025, 9, 27), answer="accepted")
        case = Case.objects.get()
        assert (case.stage, case.responsible_agency) == ("closed", cast.worker.agency)
        task = Task.objects.get(source_id=back.id, done_on=None)
        assert (task.kind, task.due_on) == ("follow_up", date(2025, 12, 25))
        assert task.agency == cast.worker.agency


def test_the_closures_own_follow_up_is_not_doubled(cast, sent):
    give(sent, cast.coordinator)
    case = close(cast.coordinator)
    with acting_as(cast.coordinator):
        cases.add_task(
            case.id,
            agency=cast.worker.agency,
            kind=cases.TaskKind.FOLLOW_UP,
            what="終結後のフォローアップ",
            due_on=date(2025, 12, 25),
            since=date(2025, 9, 20),
        )
        back = hand_back(case, by=cast.coordinator, to_agency=cast.worker.agency, **BACK)
    with acting_as(cast.worker):
        before = Task.objects.filter(kind="follow_up", done_on=None).count()
        actions.answer(back, by=cast.worker, version=1, on=date(2025, 9, 27), answer="accepted")
        assert Task.objects.filter(kind="follow_up", done_on=None).count() == before


@pytest.mark.parametrize(
    ("closed", "who", "code"),
    [(False, "coordinator", "still_open"), (True, "worker", "not_responsible")],
)
def test_who_may_hand_back_and_when(cast, sent, closed, who, code):
    give(sent, cast.coordinator)
    if closed:
        close(cast.coordinator)
    actor = getattr(cast, who)
    with acting_as(actor):
        with pytest.raises(Forbidden) as refused:
            hand_back(Case.objects.get(), by=actor, to_agency=cast.disability.agency, **BACK)
        assert refused.value.codes == [code]
        assert not Referral.objects.filter(kind="hand_back").exists()


def test_the_course_of_the_case_tells_every_hop(cast, sent):
    give(sent, cast.coordinator, "returned", **TALK)
    with acting_as(cast.worker):
        actions.follow_up(sent, by=cast.worker, on=ANSWERED, result="続ける")
        codes = set(Event.objects.values_list("code", flat=True))
        assert {"referral_sent", "referral_answered", "referral_followed_up", "triage"} <= codes
        assert Event.objects.filter(code="referral_sent", at__date=LATER).exists()


def test_a_forgotten_filter_leaks_no_referral(cast, sent):
    for actor in (cast.stranger, cast.administrator, None):
        with acting_as(actor):
            assert not Referral.objects.exists()
            assert not Reception.objects.exists()
    assert DAY < LATER


def test_lists_take_the_same_queries_however_long_they_are(cast, sent, django_assert_num_queries):
    make = range(4)
    with acting_as(cast.worker):
        for _ in make:
            refer(case_of(receive(cast.worker)), by=cast.worker, to=cast.coordinator.agency)
        with django_assert_num_queries(2):
            rows = queries.latest_receptions(cast.worker)
            assert [row.case.household[0].name for row in rows] == ["山形 ハル"] * 5
            assert all(row.received_by.name for row in rows)
        with django_assert_num_queries(1):
            assert len(box(cast.worker, sent=True)) == 5
    with acting_as(cast.coordinator), django_assert_num_queries(2):
        rows = queries.inbox(cast.coordinator)
        assert [(r.sender.name, r.case.household[0].name) for r in rows] == [
            ("美咲町地域包括支援センター", "山形 ハル")
        ] * 5
