"""Notices by mail without a word about a case, and calendars that follow (R-CONF-06)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.core import mail as outbox
from django.test import Client

from kasane.agencies.mail import actions as mail
from kasane.agencies.mail.notice import Facts, subject, text
from kasane.agencies.models import OutgoingMail, User
from kasane.base.calendar import Guest, invitation
from kasane.base.dates import today
from kasane.base.obstacles import Forbidden
from kasane.conferences import actions
from kasane.conferences.calendar import event_of
from kasane.conferences.models import CalendarFeed, Meeting
from kasane.conferences.notice import actions as notice
from kasane.conferences.notice import rules
from kasane.conferences.tests.conftest import soon
from kasane.disclosure.viewer import acting_as

NOW = datetime(2025, 5, 1, 3, 0, tzinfo=UTC)
FACTS = Facts(
    "支援会議 R7 第1回", "令和7年5月14日 13:30", 60, "役場", "https://example.jp/a", "福祉課", "0868-00-0000"
)


def test_a_notice_tells_body_day_and_place():
    told = text("call", FACTS)
    for part in (
        "支援会議 R7 第1回",
        "令和7年5月14日 13:30",
        "役場",
        "https://example.jp/a",
        "福祉課",
        "0868-00-0000",
    ):
        assert part in told


def test_what_is_off_gives_no_address_to_join():
    assert "example.jp" not in text("off", FACTS)
    assert subject("off", FACTS.label) == "【かさね】支援会議 R7 第1回 中止のお知らせ"


@pytest.mark.parametrize(
    ("state", "members", "codes"),
    [("planned", 2, []), ("planned", 0, ["nobody"]), ("finished", 2, ["meeting_state"])],
)
def test_a_notice_goes_out_before_the_meeting_to_somebody(state, members, codes):
    assert [one.code for one in rules.tell_obstacles(state=state, members=members)] == codes


@pytest.fixture
def addressed(cast):
    for actor in (cast.coordinator, cast.decider, cast.participation):
        actor.user.email = f"{actor.user.login}@example.jp"
        User.objects.filter(pk=actor.user.pk).update(email=actor.user.email)
    return cast


@pytest.fixture
def meeting(town, addressed, consented, desk):
    """A meeting with a case on its agenda, whose words must not leave the house."""
    cast = addressed
    meeting = town.convene(
        members=[cast.decider, cast.participation], place="役場 会議室", message="山形さんの件"
    )
    desk.ready(consented, title="山形さんのプラン")
    with acting_as(cast.coordinator):
        actions.add_item(
            meeting, by=cast.coordinator, on=today(), function="multi_tier", title="山形正樹さんのこと",
            case=consented, timing="plan", purpose="山形さんの借金",
        )  # fmt: skip
    return meeting


def told(meeting, cast):
    with acting_as(cast.coordinator):
        notice.tell(meeting, by=cast.coordinator)


def mails(**wanted):
    return list(OutgoingMail.objects.filter(**wanted).order_by("user__login"))


def test_members_are_written_to_once_and_nothing_about_a_case_is_in_it(meeting, cast):
    told(meeting, cast)
    told(meeting, cast)

    sent = mails(about=meeting.id)
    assert {one.user_id for one in sent} == {cast.decider.user.id, cast.participation.user.id}
    for one in sent:
        whole = one.subject + one.text + one.attachment.replace("\r\n ", "")
        assert "みんなで支え愛会議" in whole
        assert "役場 会議室" in whole
        for word in ("山形", "正樹", "借金", "プラン", "個別"):
            assert word not in whole


def test_who_is_invited_later_gets_the_notice_with_the_next_sending(meeting, cast):
    told(meeting, cast)
    with acting_as(cast.coordinator):
        actions.invite(meeting, by=cast.coordinator, on=today(), posts=[cast.disability.post])
    told(meeting, cast)

    assert len(mails(about=meeting.id)) == 3


def test_only_the_host_tells(meeting, cast):
    with acting_as(cast.decider), pytest.raises(Forbidden):
        notice.tell(meeting, by=cast.decider)


def test_a_new_day_is_told_each_time_to_those_who_have_a_notice(meeting, cast):
    told(meeting, cast)
    for days in (9, 10):
        with acting_as(cast.coordinator):
            row = Meeting.objects.get(pk=meeting.pk)
            actions.reschedule(row, by=cast.coordinator, on=today(), starts_at=soon(days))

    moved = mails(occasion="move")
    assert len(moved) == 4
    assert all("METHOD:REQUEST" in one.attachment for one in moved)
    assert {line for one in moved for line in one.attachment.split("\r\n") if line.startswith("SEQUENCE")} == {
        "SEQUENCE:1", "SEQUENCE:2",
    }  # fmt: skip


def test_other_words_with_the_notice_move_nobody(meeting, cast):
    told(meeting, cast)
    with acting_as(cast.coordinator):
        actions.reschedule(
            Meeting.objects.get(pk=meeting.pk), by=cast.coordinator, on=today(), message="駐車場は北側"
        )
    assert mails(occasion="move") == []


def test_before_a_notice_nothing_goes_out_by_itself(meeting, cast):
    with acting_as(cast.coordinator):
        row = Meeting.objects.get(pk=meeting.pk)
        actions.reschedule(row, by=cast.coordinator, on=today(), starts_at=soon(9))
    assert mails() == []


def test_what_is_cancelled_is_struck_out_of_the_calendars(meeting, cast):
    told(meeting, cast)
    with acting_as(cast.coordinator):
        actions.cancel(
            Meeting.objects.get(pk=meeting.pk), by=cast.coordinator, on=today(), reason="山形さんの入院"
        )

    off = mails(occasion="off")
    assert len(off) == 2
    assert all("METHOD:CANCEL" in one.attachment and "STATUS:CANCELLED" in one.attachment for one in off)
    assert all("入院" not in one.text + one.attachment for one in off)


def test_the_mail_leaves_with_its_event(meeting, cast, settings):
    settings.MAIL_IS_SET_UP = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    told(meeting, cast)

    mail.send_due()

    assert len(outbox.outbox) == 2
    (name, content, kind) = outbox.outbox[0].attachments[0]
    assert name == "yotei.ics"
    assert "text/calendar" in kind
    assert "ATTENDEE" in str(content)


def test_an_invitation_names_who_organises_and_the_one_it_is_for(meeting, cast):
    with acting_as(cast.coordinator):
        row = Meeting.objects.select_related("body", "host").get(pk=meeting.pk)
        event = invitation(
            event_of(row),
            now=NOW,
            organizer=Guest('神谷"直子', "a@example.jp"),
            invited=Guest("岡部", "b@example.jp", "attends"),
        ).replace("\r\n ", "")

    assert 'ORGANIZER;CN="神谷直子":mailto:a@example.jp\r\n' in event
    assert (
        'ATTENDEE;CN="岡部";ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE:mailto:b@example.jp\r\n' in event
    )
    assert "山形" not in event


def test_the_notice_page_sends_and_shows_what_was_sent(meeting, cast, sign_in):
    client = sign_in(cast.coordinator)
    assert client.post(f"/conferences/{meeting.id}/notice/mail/").status_code == 302
    page = client.get(f"/conferences/{meeting.id}/notice/").content.decode()
    assert "メールのお知らせ" in page
    assert sign_in(cast.stranger).post(f"/conferences/{meeting.id}/notice/mail/").status_code == 404


def test_the_printed_notice_does_not_name_the_person_who_takes_part(meeting, cast, sign_in):
    with acting_as(cast.coordinator):
        guests = [actions.Guest("山形 正樹", "本人", is_person=True), actions.Guest("山田 民子", "民生委員")]
        actions.invite(meeting, by=cast.coordinator, on=today(), guests=guests)
    page = sign_in(cast.coordinator).get(f"/conferences/{meeting.id}/notice/").content.decode()
    assert "ご本人" in page
    assert "山田 民子" in page
    assert "正樹" not in page


def subscribed(actor):
    with acting_as(actor):
        return notice.subscribe(by=actor)


def test_a_calendar_reads_ones_meetings_without_signing_in(meeting, cast):
    token = subscribed(cast.decider)

    answer = Client().get(f"/conferences/calendar/feed/{token}.ics")

    body = answer.content.decode().replace("\r\n ", "")
    assert answer["Content-Type"].startswith("text/calendar")
    assert f"UID:{meeting.id}@kasane" in body
    assert "山形" not in body


def test_the_door_of_an_online_meeting_is_not_in_a_calendar_read_without_signing_in(meeting, cast):
    with acting_as(cast.coordinator):
        Meeting.objects.filter(pk=meeting.pk).update(place="", online_url="https://example.jp/room")
    token = subscribed(cast.decider)
    body = Client().get(f"/conferences/calendar/feed/{token}.ics").content.decode().replace("\r\n ", "")
    assert "LOCATION:オンライン" in body
    assert "example.jp" not in body


def test_the_calendar_of_one_shows_no_meeting_of_another(meeting, cast):
    token = subscribed(cast.stranger)
    body = Client().get(f"/conferences/calendar/feed/{token}.ics").content.decode()
    assert "BEGIN:VCALENDAR" in body
    assert "UID:" not in body


def test_a_revoked_or_unknown_address_answers_nothing(meeting, cast):
    old = subscribed(cast.decider)
    new = subscribed(cast.decider)
    assert Client().get(f"/conferences/calendar/feed/{old}.ics").status_code == 404
    assert Client().get(f"/conferences/calendar/feed/{new}.ics").status_code == 200
    with acting_as(cast.decider):
        notice.revoke(by=cast.decider)
    assert Client().get(f"/conferences/calendar/feed/{new}.ics").status_code == 404
    assert Client().get("/conferences/calendar/feed/nothing.ics").status_code == 404


def test_who_has_left_office_has_no_calendar_any_more(meeting, cast):
    token = subscribed(cast.decider)
    User.objects.filter(pk=cast.decider.user.pk).update(is_active=False)
    assert Client().get(f"/conferences/calendar/feed/{token}.ics").status_code == 404


def test_the_address_is_shown_once_and_kept_as_a_digest(cast, sign_in):
    client = sign_in(cast.decider)
    page = client.post("/conferences/calendar/").content.decode()
    feed = CalendarFeed.objects.get()
    assert "/conferences/calendar/feed/" in page
    assert feed.digest not in page
    again = client.get("/conferences/calendar/").content.decode()
    assert "/conferences/calendar/feed/" not in again
    assert client.post("/conferences/calendar/", {"revoke": "1"}).status_code == 302
    assert CalendarFeed.objects.get().revoked_at is not None
