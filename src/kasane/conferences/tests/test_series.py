"""When a body meets, how often it has met, which days are proposed (R-CONF-05)."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from django.utils import timezone

from kasane.agencies.queries import staff_to_invite
from kasane.base.dates import today
from kasane.base.obstacles import Forbidden
from kasane.base.workdays import is_workday
from kasane.conferences import actions
from kasane.conferences.models import Body, Meeting, Member
from kasane.conferences.series import actions as series
from kasane.conferences.series import rules
from kasane.conferences.series.queries import courses, usual_of
from kasane.conferences.tests.conftest import Code, Town, TownBody
from kasane.disclosure.viewer import acting_as
from kasane.profiles import load
from kasane.profiles.model import BodyPart
from kasane.profiles.vocabulary import BodyFunction, StandingRole

SECOND_WEDNESDAY = rules.Rhythm((5, 8, 11, 2), 2, 2, time(13, 30))


@pytest.mark.parametrize(
    ("times", "months"),
    [(4, [5, 8, 11, 2]), (1, [10]), (2, [7, 1]), (12, [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3]), (None, [])],
)
def test_so_many_meetings_a_year_lie_evenly_apart(times, months):
    assert rules.months_of(times) == months


def test_the_days_of_a_year_are_its_months_in_their_order_on_the_weekday():
    days = rules.days_of_year(SECOND_WEDNESDAY, 2025)

    assert [day.date() for day in days] == [
        date(2025, 5, 14), date(2025, 8, 13), date(2025, 11, 12), date(2026, 2, 12),
    ]  # fmt: skip
    # 2026-02-11 is 建国記念の日: the meeting is the day after.


def test_no_day_is_proposed_on_which_the_town_hall_is_closed():
    for weekday in range(5):
        for year in range(2024, 2030):
            rhythm = rules.Rhythm(tuple(range(1, 13)), 1, weekday, time(10, 0))
            assert all(is_workday(day.date()) for day in rules.days_of_year(rhythm, year))


def test_the_last_week_is_the_last_one_of_the_month():
    rhythm = rules.Rhythm((5,), 5, 4, time(10, 0))
    assert [day.date() for day in rules.days_of_year(rhythm, 2025)] == [date(2025, 5, 30)]


@pytest.mark.parametrize(
    ("rhythm", "words"),
    [
        (SECOND_WEDNESDAY, "5月・8月・11月・2月の第2水曜日 13:30"),
        (rules.Rhythm(tuple(range(1, 13)), 5, 0, time(9, 0)), "毎月の最後の月曜日 09:00"),
        (rules.Rhythm((10,), None, None, time(9, 0)), "10月(日はその都度)"),
    ],
)
def test_a_rhythm_is_told_in_words(rhythm, words):
    assert rules.pattern_words(rhythm) == words


@pytest.mark.parametrize(
    ("held", "planned", "on", "due"),
    [
        (0, 0, date(2025, 4, 20), date(2025, 5, 14)),
        (0, 0, date(2025, 4, 1), None),
        (1, 0, date(2025, 6, 1), None),
        (1, 0, date(2025, 9, 1), date(2025, 8, 13)),
        (1, 1, date(2025, 9, 1), None),
        (4, 0, date(2026, 3, 1), None),
    ],
)
def test_a_meeting_is_due_a_month_before_its_day_until_it_is_called(held, planned, on, due):
    assert rules.next_due(SECOND_WEDNESDAY, rules.Standing(4, held, planned), on=on) == due


def test_the_standing_of_the_year_is_told_in_words():
    assert rules.Standing(4, 2, 0).words == "今年度4回のうち2回"
    assert rules.Standing(4, 8, 0).words == "今年度8回(計画は年4回)"
    assert rules.Standing(4, 2, 1).words == "今年度4回のうち2回(ほかに予定1回)"


def test_parts_share_an_afternoon_and_items_begin_within_the_part_of_their_function():
    at = datetime(2025, 5, 14, 13, 30)
    parts = rules.stretches(
        [
            {"name": "地域ケア会議", "function": "field_meeting", "minutes": 60},
            {"name": "重層的支援会議", "function": "multi_tier", "minutes": 30},
        ],
        at,
    )

    begins = rules.clock(
        [("multi_tier", 15), ("field_meeting", 20), ("multi_tier", 15), ("field_meeting", 10)], at, parts
    )

    assert [(part.starts.time(), part.ends.time()) for part in parts] == [
        (time(13, 30), time(14, 30)), (time(14, 30), time(15, 0)),
    ]  # fmt: skip
    assert [moment.time() for moment in begins] == [time(14, 30), time(13, 30), time(14, 45), time(13, 50)]


def test_without_parts_items_follow_one_another():
    at = datetime(2025, 5, 14, 13, 30)
    assert [moment.time() for moment in rules.clock([("a", 15), ("b", 20)], at)] == [
        time(13, 30),
        time(13, 45),
    ]


@pytest.fixture
def komaki(town):
    """The body of a town that meets four times a year, with the parts of a reused meeting."""
    bodies = actions.install_bodies(
        Town(
            bodies=(
                TownBody(
                    "tsunagaru-kaigi",
                    "こまきつながる会議",
                    (Code.MULTI, Code.SUPPORT),
                    regular=True,
                    times_per_year=4,
                    members=("shakyo",),
                    member_roles=(StandingRole.DECIDER, StandingRole.COORDINATOR),
                    parts=(BodyPart("支援会議の部", BodyFunction.SUPPORT_CONFERENCE, 30),),
                ),
            ),
            timings=(),
        )
    )
    return bodies[0]


def settle(body, by, **values):
    with acting_as(by):
        series.settle(
            body, by=by,
            **{"months": [5, 8, 11, 2], "week": 2, "weekday": 2, "starts": time(13, 30), "length": 90} | values,
        )  # fmt: skip


def test_the_host_settles_when_a_body_meets_and_a_stranger_does_not(komaki, cast):
    settle(komaki, cast.coordinator)

    assert Body.objects.get(pk=komaki.pk).rhythm.weekday == 2
    with acting_as(cast.stranger), pytest.raises(Forbidden):
        series.settle(
            Body.objects.get(key="tsunagaru-kaigi"), by=cast.worker, months=[4], week=None, weekday=None,
            starts=time(9, 0), length=60,
        )  # fmt: skip


def test_what_the_host_has_settled_stays_when_the_profile_is_installed_again(komaki, cast, town):
    settle(komaki, cast.coordinator, weekday=4)
    profile = load("mine")
    Body.objects.filter(key="renkei-kaigi").delete()

    assert {row.name for row in Body.objects.filter(rhythm__isnull=False)} == {"こまきつながる会議"}
    assert profile.body("renkei-kaigi").months[0] == 4
    assert Body.objects.get(pk=komaki.pk).rhythm.weekday == 4


def test_the_days_of_a_year_are_called_with_the_usual_members_by_agency_and_by_role(komaki, cast):
    day = timezone.make_aware(datetime(2031, 5, 14, 13, 30))
    with acting_as(cast.coordinator):
        (meeting,) = series.call_days(
            komaki, by=cast.coordinator, on=today(), days=[day], length=90, place="役場"
        )
        names = set(Member.objects.filter(meeting=meeting).values_list("user__name", flat=True))

    assert {cast.coordinator.user.name, cast.decider.user.name, cast.participation.user.name} <= names
    assert cast.stranger.user.name not in names
    assert meeting.parts == [{"name": "支援会議の部", "function": "support_conference", "minutes": 30}]


def test_a_role_is_meant_of_the_town_hall_or_of_the_host(komaki, cast):
    posts = list(staff_to_invite())
    chosen = set(usual_of(komaki, posts))

    assert {cast.decider.post.id, cast.coordinator.post.id} <= chosen
    assert cast.worker.post.id not in chosen


def test_how_often_a_body_has_met_is_known_to_who_was_not_there(komaki, cast, town):
    with acting_as(cast.coordinator):
        actions.convene(
            komaki, by=cast.coordinator, on=today(),
            starts_at=timezone.make_aware(datetime.combine(today(), time(23, 0))),
        )  # fmt: skip
    with acting_as(cast.worker):
        assert not Meeting.objects.exists()
        (course,) = courses([komaki], on=today())
        assert (course.standing.times, course.standing.held, course.standing.planned) == (4, 0, 1)


def test_the_pages_of_the_bodies_open_within_their_queries(
    komaki, cast, sign_in, django_assert_max_num_queries
):
    client = sign_in(cast.coordinator)
    with django_assert_max_num_queries(10):
        listed = client.get("/conferences/bodies/").content.decode()
    with django_assert_max_num_queries(13):
        page = client.get(f"/conferences/bodies/{komaki.id}/").content.decode()

    assert "今年度4回のうち0回" in listed
    assert "これからの日の案" in page
    assert sign_in(cast.worker).get(f"/conferences/bodies/{komaki.id}/").status_code == 200


def test_the_rhythm_is_settled_on_screen_and_the_days_are_called_by_ticking(komaki, cast, sign_in):
    client = sign_in(cast.coordinator)
    answer = client.post(
        f"/conferences/bodies/{komaki.id}/rhythm/",
        {
            "months": ["5", "8", "11", "2"],
            "week": "2",
            "weekday": "2",
            "starts": "13:30",
            "length": "90",
            "place": "役場",
        },
    )
    assert answer.status_code == 302
    proposed = client.get(f"/conferences/bodies/{komaki.id}/").context["proposed"]

    done = client.post(f"/conferences/bodies/{komaki.id}/", {"day": [proposed[0][0], "2099-01-01T00:00:00"]})

    assert done.status_code == 302
    with acting_as(cast.coordinator):
        assert Meeting.objects.filter(body=komaki).count() == 1
    assert client.post(f"/conferences/bodies/{komaki.id}/", {}).status_code == 422


def test_a_week_without_a_weekday_is_asked_back(komaki, cast, sign_in):
    answer = sign_in(cast.coordinator).post(
        f"/conferences/bodies/{komaki.id}/rhythm/",
        {"months": ["5"], "week": "2", "starts": "13:30", "length": "90"},
    )
    assert answer.status_code == 422
    assert "週を決めるときは、曜日も選んでください。" in answer.content.decode()


def test_who_can_not_convene_gets_the_reason(komaki, cast, sign_in):
    answer = sign_in(cast.worker).post(
        f"/conferences/bodies/{komaki.id}/rhythm/",
        {"months": ["5"], "starts": "13:30", "length": "90"},
    )
    assert answer.status_code == 409
    assert "R-CONF" in answer.content.decode()


def test_the_list_of_meetings_warns_the_host_when_one_is_due(komaki, cast, sign_in):
    Body.objects.filter(pk=komaki.pk).update(times_per_year=12)

    page = sign_in(cast.coordinator).get("/conferences/").content.decode()

    assert "こまきつながる会議" in page
    assert "まだ決まっていません" in page
    assert "まだ決まっていません" not in sign_in(cast.worker).get("/conferences/").content.decode()
