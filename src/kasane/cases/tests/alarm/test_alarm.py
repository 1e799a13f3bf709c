"""緊急の知らせ in the database: who is told and sees, who answers, and that nobody closes it silently (R-INT-09)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.agencies.models import AgencyKind, MailOccasion, MailState, OutgoingMail, Post, User
from kasane.base.dates import today
from kasane.base.obstacles import Forbidden
from kasane.cases import actions as cases
from kasane.cases.alarm import actions, queries, rules
from kasane.cases.models import Alarm, AlarmStep, AlarmTold, Case, ClosedAs, Event
from kasane.cases.tests.alarm.conftest import FACTS, REASON, concerns, hears, sees
from kasane.disclosure import api as disclosure
from kasane.disclosure.access import open_case, writable_kinds
from kasane.disclosure.models import LegalException
from kasane.disclosure.viewer import acting_as
from kasane.profiles.vocabulary import Danger


def opens(case, by) -> bool:
    with acting_as(by):
        return Case.objects.filter(pk=case.pk).exists()


def codes(call, *args, **values) -> list[str]:
    with pytest.raises(Forbidden) as refused:
        call(*args, **values)
    return refused.value.codes


# ── told ──


def test_the_officers_of_the_route_see_the_case_at_once(case, cast, raised):
    assert not opens(case, cast.decider)
    raised()
    assert opens(case, cast.decider)
    assert opens(case, cast.manager)


def test_they_read_and_do_not_write_and_never_see_tax_information(case, cast, alarm):
    with acting_as(cast.decider):
        assert open_case(case.id, by=cast.decider, purpose="test").visible_kinds == 31
        assert writable_kinds(case.id, by=cast.decider) == 0


def test_they_see_it_by_a_statutory_exception_that_is_looked_at_afterwards(case, cast, alarm):
    with acting_as(cast.coordinator):
        rows = list(LegalException.objects.filter(case_id=case.id))
    assert {row.user for row in rows} == {cast.decider.user, cast.manager.user}
    assert {(row.state, row.law, row.requested_by_id) for row in rows} == {
        ("urgent", "高齢者虐待防止法第7条", cast.worker.user.id)
    }
    assert all(row.valid_until == today() + timedelta(days=3) for row in rows)


def test_a_marked_officer_is_told_instead_of_the_managers(case, cast, raised):
    Post.objects.filter(pk=cast.manager.post.pk).update(is_urgent_officer=True)
    alarm = raised()
    with acting_as(cast.manager):
        told = AlarmTold.objects.filter(alarm=alarm, agency=cast.manager.agency)
        assert [one.user for one in told] == [cast.manager.user]
    assert not hears(cast.decider, alarm)


def test_the_told_do_not_hear_or_take_it_for_another_agency_of_theirs(cast, alarm, answer):
    post = Post.objects.create(
        user=cast.decider.user, agency=cast.stranger.agency, role="worker", starts_on=today()
    )
    elsewhere = Actor(cast.decider.user, post)
    with acting_as(elsewhere):
        assert not queries.hears(alarm) and concerns() == {}
    assert codes(answer, elsewhere, alarm) == ["not_told"]


def test_the_told_whose_post_has_ended_hear_nothing(cast, alarm):
    Post.objects.filter(pk=cast.decider.post.pk).update(
        starts_on=today() - timedelta(days=9), ends_on=today() - timedelta(days=1)
    )
    with acting_as(cast.decider):
        assert not queries.hears(alarm)
        assert concerns() == {}


def test_a_notice_says_nothing_of_what_was_seen(cast, case, alarm, answer):
    answer(cast.decider, alarm)
    with acting_as(cast.coordinator):
        (notice,) = queries.notices()
        assert not AlarmTold.objects.exists() and not AlarmStep.objects.exists()
    assert (notice.danger, notice.number, notice.reads) == ("elder", case.label, False)
    assert (notice.case_id, notice.finding, notice.taken_by, notice.actor_words) == (None, "", "", "")


def test_strangers_colleagues_of_other_agencies_and_administrators_see_nothing(cast, alarm):
    for actor in (cast.stranger, cast.disability, cast.participation, cast.administrator):
        assert not sees(actor, alarm) and not hears(actor, alarm)
        with acting_as(actor):
            assert not AlarmTold.objects.exists() and not AlarmStep.objects.exists()
            assert concerns() == {}


def test_nobody_sees_it_without_a_viewer(alarm):
    assert Alarm.objects.count() == AlarmTold.objects.count() == 0


def test_the_coordinator_hears_it_without_the_case_and_reads_nothing_of_it(case, cast, alarm):
    assert hears(cast.coordinator, alarm)
    assert not sees(cast.coordinator, alarm)
    assert not opens(case, cast.coordinator)
    with acting_as(cast.coordinator):
        assert concerns() == {alarm: True}


def test_withdrawing_consent_does_not_hide_it_from_the_told(case, cast, alarm):
    with acting_as(cast.worker):
        consent = disclosure.record_consent(
            case.id, by=cast.worker, level="reception", answer="agree", confirmed_on=today()
        )
        disclosure.withdraw_consent(consent, on=today(), note="取り消し")
    assert sees(cast.decider, alarm) and opens(case, cast.decider)


def test_the_told_go_on_hearing_it_after_their_look_at_the_case_is_over(case, cast, alarm):
    with acting_as(cast.coordinator):
        for row in LegalException.objects.filter(case_id=case.id):
            row.ended_on = today()
            row.save(update_fields=["ended_on"])
    assert not opens(case, cast.decider)
    assert sees(cast.decider, alarm)


def test_who_acknowledged_may_look_at_the_case_again(case, cast, alarm, answer):
    answer(cast.decider, alarm)
    with acting_as(cast.coordinator):
        for row in LegalException.objects.filter(case_id=case.id):
            row.ended_on = today()
            row.save(update_fields=["ended_on"])
    for actor in (cast.decider, cast.manager):
        with acting_as(actor):
            actions.look_again(alarm, by=actor)
    assert opens(case, cast.decider)
    assert not opens(case, cast.manager)


@pytest.mark.parametrize(
    ("danger", "suspect", "law", "ground"),
    [
        ("elder", "staff", "高齢者虐待防止法第21条", "law"),
        ("elder", "employer", "個人情報の規程(人の生命、身体又は財産の保護)", "life"),
        ("disabled", "employer", "障害者虐待防止法第22条", "law"),
    ],
)
def test_the_alarm_and_its_exceptions_name_the_law_that_fits_who_is_suspected(
    case, cast, raised, danger, suspect, law, ground
):
    alarm = raised(danger=danger, suspect=suspect)
    with acting_as(cast.worker):
        assert Alarm.objects.get(pk=alarm).law == law
    with acting_as(cast.coordinator):
        found = LegalException.objects.filter(case_id=case.id).values_list("law", "ground")
        assert set(found) == {(law, ground)}


@pytest.mark.parametrize("danger", [one.value for one in Danger])
def test_every_danger_can_be_raised_and_names_its_law(cast, raised, danger):
    alarm = raised(danger=danger)
    with acting_as(cast.worker):
        assert Alarm.objects.get(pk=alarm).law


def test_where_nobody_can_be_told_it_turns_to_the_managers_at_once(cast, raised):
    alarm = raised(danger="child")
    assert hears(cast.manager, alarm) and not sees(cast.manager, alarm)
    with acting_as(cast.manager):
        assert concerns() == {alarm: True}


@pytest.mark.parametrize("marked", [(), ("manager",), ("decider", "colleague")])
def test_the_database_knows_the_same_officers_as_the_rule(cast, marked):
    Post.objects.filter(pk__in=[getattr(cast, one).post.pk for one in marked]).update(is_urgent_officer=True)
    posts = list(Post.objects.all())
    for agency in {post.agency_id for post in posts}:
        staff = [
            rules.Place(one.user_id, agency, one.role, one.is_urgent_officer)
            for one in posts
            if one.agency_id == agency
        ]
        chosen = {one.user for one in rules.officers_of(staff)}
        for one in staff:
            with connection.cursor() as cursor:
                cursor.execute("SELECT cases_is_urgent_officer(%s, %s)", [one.user, agency])
                assert cursor.fetchone()[0] is (one.user in chosen)


# ── raising ──


def test_whoever_sees_the_case_may_raise(case, cast, raised):
    with acting_as(cast.worker):
        disclosure.add_evidence(
            case.id,
            [disclosure.New(disclosure.EvidenceType.INVOLVED, cast.disability.agency.id, "t", "t")],
            on=today(),
        )
        disclosure.record_consent(
            case.id, by=cast.worker, level="reception", answer="agree", confirmed_on=today()
        )
    assert raised(by=cast.disability)


def test_a_stranger_can_not_raise(cast, raised):
    assert codes(raised, by=cast.stranger) == ["no_case"]


def test_the_database_refuses_a_stranger_too(case, cast):
    with acting_as(cast.stranger), connection.cursor() as cursor, pytest.raises(ProgrammingError):
        cursor.execute(
            "SELECT cases_raise_alarm(%s, 'life', 'unknown', 'x', %s, 'x', '', '[]', 10, 10, 3)",
            [case.id, FACTS],
        )


def test_the_database_tells_no_one_who_is_no_officer(case, cast):
    told = f'[{{"person": "{cast.stranger.user.id}", "office": "{cast.manager.agency.id}"}}]'
    with acting_as(cast.worker), connection.cursor() as cursor, pytest.raises(ProgrammingError):
        cursor.execute(
            "SELECT cases_raise_alarm(%s, 'life', 'unknown', 'x', %s, 'x', '', %s, 10, 10, 3)",
            [case.id, FACTS, told],
        )


def test_a_resident_does_not_raise(cast, raised):
    cast.worker.agency.kind = AgencyKind.RESIDENT
    assert codes(raised) == ["no_case"]


def test_the_same_alarm_is_not_raised_twice_while_it_is_open(cast, raised):
    raised()
    assert codes(raised) == ["same_open"]
    assert raised(danger="life")


def test_raising_is_a_step_of_the_course(case, cast, alarm):
    with acting_as(cast.worker):
        assert Event.objects.filter(case=case, code="alarm_raised").count() == 1


# ── acknowledging ──


def test_the_first_acknowledgement_counts_and_each_is_kept(cast, alarm, answer):
    answer(cast.decider, alarm)
    with acting_as(cast.worker):
        first = Alarm.objects.get(pk=alarm).acknowledged_at
    answer(cast.manager, alarm)
    with acting_as(cast.worker):
        assert Alarm.objects.get(pk=alarm).acknowledged_at == first
        assert AlarmTold.objects.filter(alarm=alarm, acknowledged_at__isnull=False).count() == 2


def test_the_coordinator_takes_over_by_acknowledging_and_then_sees_the_case(case, cast, alarm, answer):
    answer(cast.coordinator, alarm)
    assert opens(case, cast.coordinator) and sees(cast.coordinator, alarm)
    with acting_as(cast.coordinator):
        assert AlarmTold.objects.get(alarm=alarm, user=cast.coordinator.user).standing == "joined"


def test_each_acknowledges_once_and_never_their_own(cast, alarm, answer):
    answer(cast.decider, alarm)
    assert codes(answer, cast.decider, alarm) == ["done"]
    assert codes(answer, cast.worker, alarm) == ["own"]


def test_who_only_sees_the_case_can_not_acknowledge(cast, raised, answer):
    assert codes(answer, cast.colleague, raised(danger="life")) == ["not_told"]


def test_who_acts_and_what_next_are_said(cast, alarm, answer):
    assert codes(answer, cast.decider, alarm, who="", next_step=" ") == ["who", "next"]


# ── 安全確認 ──


def test_safety_is_not_made_sure_before_the_alarm(cast, alarm, answer, safe):
    answer(cast.decider, alarm)
    before = timezone.now() - timedelta(hours=2)
    assert codes(safe, cast.decider, alarm, at=before) == ["before"]
    safe(cast.decider, alarm, what="facts", at=before)


def test_the_database_does_not_take_it_either(cast, alarm, answer):
    answer(cast.decider, alarm)
    before = timezone.now() - timedelta(hours=2)
    with acting_as(cast.decider), connection.cursor() as cursor, pytest.raises(ProgrammingError):
        cursor.execute("SELECT cases_add_alarm_step(%s, 'safety', '会えた', %s)", [alarm, before])


# ── ending ──


def test_it_ends_with_a_result_and_is_told_to_everybody(cast, alarm, answer, safe, end):
    answer(cast.decider, alarm)
    safe(cast.decider, alarm)
    end(cast.decider, alarm)
    for actor in (cast.manager, cast.colleague, cast.worker):
        with acting_as(actor):
            assert concerns() == {alarm: False}
            actions.read_end(alarm, by=actor)
            assert concerns() == {}
    with acting_as(cast.decider):
        assert concerns() == {}


def test_nobody_else_ends_it(cast, alarm, answer, safe, end):
    answer(cast.decider, alarm)
    safe(cast.decider, alarm)
    assert codes(end, cast.worker, alarm) == ["not_officer"]
    assert codes(end, cast.manager, alarm) == ["not_acknowledged"]
    answer(cast.colleague, alarm)
    assert codes(end, cast.colleague, alarm) == ["not_officer"]


def test_it_does_not_end_before_somebody_made_sure_of_safety(cast, alarm, answer, end):
    answer(cast.decider, alarm)
    assert codes(end, cast.decider, alarm) == ["not_safe"]


@pytest.mark.parametrize(
    ("missing", "code"),
    [
        ({"finding": ""}, "finding"),
        ({"measure": " "}, "measure"),
        ({"watch": ""}, "watch"),
        ({"reason": "済んだ"}, "reason"),
    ],
)
def test_it_does_not_end_without(cast, alarm, answer, safe, end, missing, code):
    answer(cast.decider, alarm)
    safe(cast.decider, alarm)
    assert codes(end, cast.decider, alarm, **missing) == [code]


def test_the_database_ends_it_for_nobody_else(cast, alarm):
    for actor in (cast.worker, cast.manager, cast.stranger):
        with (
            acting_as(actor),
            connection.cursor() as cursor,
            pytest.raises(ProgrammingError),
            transaction.atomic(),
        ):
            cursor.execute("SELECT cases_end_alarm(%s, 'not_found', '', '', %s)", [alarm, REASON])


def test_no_hand_changes_or_removes_it(cast, alarm):
    for actor in (cast.worker, cast.decider):
        with acting_as(actor):
            with pytest.raises(ProgrammingError), transaction.atomic():
                Alarm.objects.filter(pk=alarm).update(finding="not_found", ended_at=timezone.now())
            assert Alarm.objects.filter(pk=alarm)._raw_delete("default") == 0


# ── nobody closes it silently ──


def test_a_case_is_not_closed_while_its_alarm_is_open(case, cast, alarm, answer, safe, end):
    with acting_as(cast.worker), pytest.raises(Forbidden) as refused:
        cases.close(case, by=cast.worker, on=today(), closed_as=ClosedAs.INFORMATION)
    assert refused.value.codes == ["alarm_open"]
    assert refused.value.obstacles[0].mends[0].url == f"/cases/alarms/{alarm}/"
    answer(cast.decider, alarm)
    safe(cast.decider, alarm)
    end(cast.decider, alarm)
    with acting_as(cast.worker):
        cases.close(case, by=cast.worker, on=today(), closed_as=ClosedAs.INFORMATION)


def test_the_database_does_not_close_it_either(case, cast, alarm):
    with acting_as(cast.worker), pytest.raises(ProgrammingError), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(stage="closed", closed_on=today())


# ── mail ──


def test_the_told_are_written_to_at_once_and_the_others_when_nobody_answers(cast, case, raised):
    for actor in (cast.decider, cast.coordinator):
        actor.user.email = f"{actor.user.login}@example.jp"
        actor.user.save()
    alarm = raised()
    mails = queries.mails_about(alarm)
    assert mails[cast.decider.user.id].due_at <= timezone.now()
    assert mails[cast.manager.user.id].state == MailState.NO_ADDRESS
    assert mails[cast.coordinator.user.id].due_at > timezone.now() + timedelta(minutes=25)


def test_nobody_else_is_written_to_once_somebody_acknowledged(cast, case, raised, answer):
    cast.coordinator.user.email = "j@example.jp"
    cast.coordinator.user.save()
    alarm = raised()
    answer(cast.decider, alarm)
    assert queries.mails_about(alarm)[cast.coordinator.user.id].state == MailState.NOT_NEEDED


def test_a_refused_alarm_writes_to_nobody(cast, raised):
    assert codes(raised, facts="早く") == ["facts"]
    assert not OutgoingMail.objects.exists()


def late_mail(alarm, user) -> OutgoingMail:
    return OutgoingMail.objects.get(about=alarm, user=user, occasion=MailOccasion.LATE)


def test_all_are_written_to_again_when_safety_is_due_though_somebody_acknowledged(cast, raised, answer):
    for actor in (cast.decider, cast.coordinator):
        actor.user.email = f"{actor.user.login}@example.jp"
        actor.user.save()
    alarm = raised()
    answer(cast.decider, alarm)
    with acting_as(cast.worker):
        due = Alarm.objects.get(pk=alarm).safety_due
    for actor in (cast.decider, cast.coordinator):
        mail = late_mail(alarm, actor.user)
        assert (mail.state, mail.due_at) == (MailState.WAITING, due)
    assert not OutgoingMail.objects.filter(about=alarm, user=cast.worker.user).exists()


def test_nobody_is_written_to_again_once_safety_was_made_sure(cast, raised, answer, safe):
    cast.coordinator.user.email = "j@example.jp"
    cast.coordinator.user.save()
    alarm = raised()
    answer(cast.decider, alarm)
    safe(cast.decider, alarm)
    assert late_mail(alarm, cast.coordinator.user).state == MailState.NOT_NEEDED


def test_who_came_into_office_since_is_written_to_about_what_is_late(cast, raised):
    alarm = raised()
    officers = [cast.decider.post]
    new = User.objects.create(login="new-decider", name="新任 決子", email="n@example.jp")
    Post.objects.create(user=new, agency=cast.decider.agency, role="decider", starts_on=today())
    with acting_as(cast.worker):
        raiser = Alarm.objects.get(pk=alarm).raised_by
    told = {user.login for user in queries.told_when_late(officers, raiser=raiser)}
    assert "new-decider" in told
    assert cast.worker.user.login not in told


def test_nothing_is_asked_of_an_alarm_that_is_not_late(raised):
    assert queries.late_audience(raised()) is None
