"""Invitations to agencies and single persons, 出席 and 欠席, mails and calendars without a word of a case (R-COOR-13)."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kasane.agencies.models import OutgoingMail, User
from kasane.conferences.notice.actions import subscribe
from kasane.coordination.models import StudySeat, StudySession
from kasane.coordination.study import actions, notice, queries, rules
from kasane.coordination.tests.test_plan_actions import forbidden
from kasane.disclosure.viewer import acting_as

MATERIAL = "80代の母と50代の子。打穴中の世帯。"


@pytest.fixture
def planned(cast):
    """A training for the desk of the worker, and for one person of another agency."""
    for actor in (cast.worker, cast.disability, cast.coordinator):
        User.objects.filter(pk=actor.user.pk).update(email=f"{actor.user.login}@example.jp")
        actor.user.refresh_from_db()
    with acting_as(cast.coordinator):
        return actions.write(
            None, by=cast.coordinator, kind="training", title="記録の書き方", starts_at=timezone.now() + timedelta(7),
            place="役場 会議室", material=MATERIAL, invited=[cast.worker.agency], people=[cast.disability.post],
        )  # fmt: skip


def change(session, cast, *, invited=None, people=None, **values):
    with acting_as(cast.coordinator):
        return actions.write(
            session, by=cast.coordinator, invited=[cast.worker.agency] if invited is None else invited,
            people=[cast.disability.post] if people is None else people, **values,
        )  # fmt: skip


def tell(session, cast):
    with acting_as(cast.coordinator):
        return notice.tell(session, by=cast.coordinator)


def answer(session, actor, said):
    with acting_as(actor):
        return actions.answer(session, by=actor, answer=said)


def lines(mail):
    return mail.attachment.replace("\r\n ", "").split("\r\n")


def mails(occasion):
    return list(OutgoingMail.objects.filter(occasion=occasion))


def test_the_staff_of_an_agency_and_who_is_named_are_written_to_once(planned, cast):
    tell(planned, cast)
    tell(planned, cast)
    sent = mails("call")
    assert {one.user_id for one in sent} == {
        cast.worker.user.pk, cast.colleague.user.pk, cast.disability.user.pk,
    }  # fmt: skip
    for one in sent:
        whole = one.subject + one.text + "".join(lines(one))
        assert "研修「記録の書き方」" in whole and "役場 会議室" in whole
        assert "打穴中" not in whole and "母" not in whole


@pytest.mark.parametrize(
    ("kind", "title", "label"),
    [
        ("training", "記録の書き方", "種類「記録の書き方」"),
        ("training", "田中さんに学ぶ", "種類"),
        ("case_study", "北の谷の8050世帯", "種類"),
    ],
)
def test_no_title_that_could_tell_of_somebody_leaves_the_house(kind, title, label):
    """R-CONF-06"""
    assert rules.outside_label(kind=kind, kind_label="種類", title=title) == label


def test_a_new_day_changes_the_same_event_and_asks_anew(planned, cast):
    tell(planned, cast)
    answer(planned, cast.disability, "attends")
    change(planned, cast, starts_at=timezone.now() + timedelta(9))
    (moved,) = [one for one in mails("move") if one.user_id == cast.disability.user.pk]
    assert {f"UID:{planned.id}@kasane", "METHOD:REQUEST", "SEQUENCE:1"} <= set(lines(moved))
    assert StudySeat.objects.get(user=cast.disability.user).answer == "waiting"


def test_other_material_moves_nobody(planned, cast):
    tell(planned, cast)
    change(planned, cast, material="ある世帯")
    assert mails("move") == []


def test_before_an_invitation_by_mail_nothing_goes_out_by_itself(planned, cast):
    change(planned, cast, place="保健センター")
    assert not OutgoingMail.objects.exists()


def test_what_is_called_off_is_struck_out_without_the_reason(planned, cast):
    tell(planned, cast)
    with acting_as(cast.coordinator):
        actions.cancel(planned, by=cast.coordinator, reason="講師の入院")
    off = mails("off")
    assert len(off) == 3
    for one in off:
        assert {f"UID:{planned.id}@kasane", "METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:1"} <= set(
            lines(one)
        )
        assert "入院" not in one.text + one.attachment


def test_who_is_invited_no_more_is_told_and_nobody_else(planned, cast):
    tell(planned, cast)
    change(planned, cast, people=[])
    (off,) = mails("off")
    assert off.user_id == cast.disability.user.pk
    assert "取り消し" in off.text and "METHOD:CANCEL" in off.attachment
    assert not StudySeat.objects.filter(user=cast.disability.user).exists()


def test_invited_people_answer_for_themselves(planned, cast):
    answer(planned, cast.disability, "absent")
    answer(planned, cast.worker, "attends")
    answer(planned, cast.worker, "attends")
    session = queries.with_invited().get()
    assert queries.answers_by_agency(session)[cast.worker.agency.id] == {"attends": 1}
    assert [(seat.user, seat.answer) for seat in queries.singles(session)] == [
        (cast.disability.user, "absent")
    ]


def test_who_is_not_invited_gives_no_answer(planned, cast):
    with acting_as(cast.stranger):
        forbidden(lambda: actions.answer(planned, by=cast.stranger, answer="attends"), "not_invited")
    with acting_as(cast.worker):
        forbidden(lambda: notice.tell(planned, by=cast.worker), "not_host")


def test_who_was_invited_by_name_is_counted_and_looks_back(planned, cast):
    with acting_as(cast.coordinator):
        seat = planned.seats.get()
        invitation = planned.invitations.get()
        actions.hold(
            planned, by=cast.coordinator, attended={invitation.id: 2}, came=[seat.id], summary="短く書く"
        )
    held = StudySession.objects.get()
    with acting_as(cast.disability):
        actions.rate(held, by=cast.disability, rating=3)
    row = queries.sessions().get()
    assert (row.came, row.agencies_invited, row.persons_invited, row.useful) == (3, 1, 1, 3)
    assert StudySeat.objects.get().rating == 3


def test_the_own_calendar_follows_what_one_is_invited_to(planned, cast):
    found = {}
    for actor in (cast.disability, cast.worker, cast.coordinator, cast.stranger):
        with acting_as(actor):
            token = subscribe(by=actor)
        found[actor.user] = Client().get(reverse("conferences:feed", args=[token])).content.decode()
    assert f"UID:{planned.id}@kasane" in found[cast.disability.user]
    assert f"UID:{planned.id}@kasane" in found[cast.worker.user]
    assert f"UID:{planned.id}@kasane" in found[cast.coordinator.user]
    assert "UID:" not in found[cast.stranger.user]


def test_the_page_from_invitation_to_answer(cast, sign_in, django_assert_max_num_queries):
    client = sign_in(cast.coordinator)
    typed = {
        "kind": "training", "title": "記録の書き方", "starts_at_day": "R9.1.20", "starts_at_time": "13:30", "length": "60",
        "people": [str(cast.disability.post.id)],
    }  # fmt: skip
    page = client.post(reverse("coordination:study_new"), typed)["Location"]
    session = StudySession.objects.get()
    sent = client.post(reverse("coordination:study_mail", args=[session.id]), follow=True).content.decode()
    assert "案内を用意しました" in sent and cast.disability.user.name in sent
    edit = client.get(reverse("coordination:study_edit", args=[session.id])).content.decode()
    assert re.search(rf'value="{cast.disability.post.id}"[^>]*checked', edit)
    file = client.get(reverse("coordination:study_calendar", args=[session.id]))
    assert file["Content-Type"].startswith("text/calendar") and b"DTSTART:20270120T043000Z" in file.content
    client = sign_in(cast.disability)
    assert "まだ返事がありません" in client.get(page).content.decode()
    client.post(reverse("coordination:study_answer", args=[session.id]), {"answer": "absent"})
    with django_assert_max_num_queries(10):
        assert "いまの返事は「欠席」です" in client.get(page).content.decode()
    assert "あなたの出欠" not in sign_in(cast.stranger).get(page).content.decode()


def test_what_can_not_be_pressed_says_why(planned, cast, sign_in):
    client = sign_in(cast.stranger)
    answered = client.post(reverse("coordination:study_answer", args=[planned.id]), {"answer": "attends"})
    assert answered.status_code == 409
    assert "答えられるのは、案内された機関と人です。" in answered.content.decode()
