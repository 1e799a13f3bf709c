"""変更の記録 shows the minutes of a meeting to its members alone, as the minutes themselves (R-DIS-02, R-DIS-08)."""

from __future__ import annotations

import pytest

from kasane.agencies.models import Agency, AgencyKind
from kasane.base.dates import today
from kasane.cases.history.queries import changes_of
from kasane.conferences import actions, queries
from kasane.conferences.models import AgendaItem, Member, Talk
from kasane.disclosure import api as disclosure
from kasane.disclosure.viewer import acting_as

SAID = "長男の借金を話し合った"


@pytest.fixture
def told(town, cast, case):
    """A 支援会議 about the worker's case, to which the worker was not called, with one change of the minutes."""
    Agency.objects.filter(pk=cast.stranger.agency.pk).update(kind=AgencyKind.RESIDENT)
    meeting = town.convene("shien", members=[cast.disability, cast.stranger])
    with acting_as(cast.worker):
        (coming,) = queries.coming_for_cases(since=meeting.starts_at)
        actions.add_item(
            coming, by=cast.worker, on=today(), function="support_conference", case=case, title="世帯のこと"
        )
    with acting_as(cast.coordinator):
        actions.begin(meeting, by=cast.coordinator)
        item = AgendaItem.objects.select_related("meeting").get(meeting=meeting)
        talk = actions.write_talk(item, by=cast.coordinator, version=0, text=SAID)
        actions.write_talk(item, by=cast.coordinator, version=talk.version, text="書き直した議事")
    return item.meeting


def minutes_in_history(case, actor) -> str:
    with acting_as(actor):
        page = changes_of(case.id, table="conferences_talk")
    return str([(change.differences, change.lines) for change in page.changes])


def test_members_and_the_host_read_the_minutes_in_the_history(told, case, cast):
    for actor in (cast.disability, cast.coordinator):
        assert SAID in minutes_in_history(case, actor)
        assert "書き直した議事" in minutes_in_history(case, actor)


def test_who_works_on_the_case_without_being_a_member_does_not(told, case, cast):
    assert minutes_in_history(case, cast.worker) == "[]"
    with acting_as(cast.worker):
        assert changes_of(case.id).changes


def test_who_was_removed_from_the_meeting_does_not_any_more(told, case, cast):
    with acting_as(cast.worker):
        disclosure.record_consent(
            case.id, by=cast.worker, level="reception", answer="agree", confirmed_on=today()
        )
        disclosure.add_evidence(
            case.id, [disclosure.New("team", cast.disability.agency.id, "", "test")], on=today()
        )
    with acting_as(cast.coordinator):
        place = Member.objects.select_related("meeting").get(meeting=told, user=cast.disability.user)
        actions.remove_member(place, by=cast.coordinator, on=today())
    with acting_as(cast.disability):
        assert changes_of(case.id).changes
    assert minutes_in_history(case, cast.disability) == "[]"


def test_members_from_among_the_residents_have_the_minutes_and_no_history(told, case, cast):
    with acting_as(cast.stranger):
        assert Talk.objects.get().text == "書き直した議事"
    assert minutes_in_history(case, cast.stranger) == "[]"
