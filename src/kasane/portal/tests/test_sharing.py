"""情報共有 tab: sentences, readers with filters, and the case through other eyes (R-DIS-01, R-DIS-08)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from kasane.base.choices import ContactMethod
from kasane.base.dates import today, wareki
from kasane.base.kinds import DataKind
from kasane.cases import actions as cases
from kasane.cases.models import Event, SupportRecord
from kasane.disclosure.access import log_reading
from kasane.disclosure.queries import Narrowed, readings_of
from kasane.disclosure.viewer import acting_as
from kasane.intake.actions import Said, answer, record_answer, withdraw_answer
from kasane.intake.tests.factories import LATER, case_of, receive, refer, said
from kasane.people.models import Person
from kasane.portal.sight import PAPERS, covers, sight
from kasane.portal.tests.test_pages import statements

BASIC_AND_LIFE = int(DataKind.BASIC | DataKind.LIFE)


@pytest.fixture
def case(cast):
    """Received at hokatsu, in a team with 社協 without health, asked of 基幹; records of several kinds."""
    with acting_as(cast.worker):
        case = case_of(
            receive(cast.worker, consent=said(kinds=BASIC_AND_LIFE), topics=["withdrawal"], main_topic="")
        )
        for kinds in (BASIC_AND_LIFE, BASIC_AND_LIFE | DataKind.HEALTH, DataKind.BASIC | DataKind.TAX):
            cases.write_record(
                case,
                by=cast.worker,
                at=timezone.now(),
                method=ContactMethod.PHONE,
                content=f"電話の記録{int(kinds)}",
                kinds=int(kinds),
            )
        team = refer(case, by=cast.worker, to=cast.participation.agency, kinds=BASIC_AND_LIFE)
        refer(case, by=cast.worker, to=cast.disability.agency, kinds=BASIC_AND_LIFE)
    with acting_as(cast.participation):
        answer(team, by=cast.participation, version=None, on=LATER, answer="accepted")
    return case


def as_seen(case, viewer, **query):
    with acting_as(viewer):
        from kasane.disclosure.access import open_case

        return sight(open_case(case.id, by=viewer, purpose="試し"), viewer, query)


def visible(case, actor):
    """What row-level security gives the actor, of what the page shows."""
    with acting_as(actor):
        entries = {*Event.objects.filter(case_id=case.id).values_list("id", flat=True)}
        entries |= {*SupportRecord.objects.filter(case_id=case.id).values_list("id", flat=True)}
        people = {*Person.objects.filter(case_id=case.id).values_list("id", flat=True)}
        papers = {label: model.objects.filter(case_id=case.id).count() for label, model in PAPERS}
    return entries, people, papers


@pytest.mark.parametrize("viewer", ["worker", "participation"])
def test_through_other_eyes_the_page_shows_what_row_level_security_gives_them(cast, case, viewer):
    viewer = getattr(cast, viewer)
    mine, my_people, my_papers = visible(case, viewer)
    for other in cast:
        theirs, their_people, their_papers = visible(case, other)
        page = as_seen(case, viewer, who=f"p:{other.post.id}")
        assert {e["id"] for e in page["entries"]} == mine
        assert {e["id"] for e in page["entries"] if e["seen"]} == mine & theirs
        assert {person.id for person, seen in page["people"] if seen} == my_people & their_people
        assert {p["label"]: p["seen"] for p in page["papers"]} == {
            label: min(count, their_papers[label]) for label, count in my_papers.items() if count
        }


def test_what_another_does_not_see_stands_there_as_a_word_without_its_text(cast, case, sign_in):
    who = f"a:{cast.participation.agency.id}"
    page = sign_in(cast.worker).get(f"/cases/{case.id}/sharing/as/", {"who": who}).content.decode()
    assert "電話の記録17" in page
    assert "電話の記録19" not in page
    assert "「健康・障害・介護」は、共有されていません" in page
    assert "見えません" in page


def test_who_sees_nothing_is_told_what_would_have_to_be_there(cast, case, sign_in):
    page = sign_in(cast.worker).get(f"/cases/{case.id}/sharing/as/", {"who": f"a:{cast.stranger.agency.id}"})
    words = page.content.decode()
    assert "このケースがあることも分かりません" in words
    assert "このケースとの関わりがありません" in words
    assert "電話の記録" not in words


def test_after_the_last_day_of_the_consent_the_coming_day_shows_nothing(cast, case):
    last = today() + timedelta(days=10)
    with acting_as(cast.worker):
        record_answer(
            case,
            by=cast.worker,
            said=Said("agree", today(), "oral", "包括 花子", valid_until=last + timedelta(days=1)),
        )
    who = f"a:{cast.participation.agency.id}"
    assert as_seen(case, cast.worker, who=who, day=last.isoformat())["sees"]
    later = as_seen(case, cast.worker, who=who, day=(last + timedelta(days=1)).isoformat())
    assert not later["sees"]
    assert "expired" in [obstacle.code for obstacle in later["obstacles"]]


def test_a_day_gone_by_is_refused_kindly(cast, case):
    page = as_seen(case, cast.worker, who=f"a:{cast.stranger.agency.id}", day="R7.4.1")
    assert "過ぎた日" in page["faults"][0]


def test_an_administrator_never_sees_a_case(cast, case):
    page = as_seen(case, cast.worker, who=f"p:{cast.administrator.post.id}")
    assert [obstacle.code for obstacle in page["obstacles"]] == ["administrator"]


@pytest.mark.parametrize("who", ["", "a:nonsense", "p:00000000-0000-0000-0000-000000000000", "x"])
def test_without_a_choice_one_is_asked_to_choose(cast, case, sign_in, who):
    page = sign_in(cast.worker).get(f"/cases/{case.id}/sharing/as/", {"who": who})
    assert "まだ選ばれていません" in page.content.decode()


def test_a_stranger_does_not_look_through_other_eyes(cast, case, sign_in):
    page = sign_in(cast.stranger).get(f"/cases/{case.id}/sharing/as/", {"who": f"a:{cast.worker.agency.id}"})
    assert page.status_code == 404
    assert "山形" not in page.content.decode()


def test_the_look_through_other_eyes_is_itself_logged(cast, case, sign_in):
    sign_in(cast.worker).get(f"/cases/{case.id}/sharing/as/")
    with acting_as(cast.worker):
        assert readings_of(case.id)[0].subject == "だれに何が見えるか"


def test_the_tab_says_each_right_in_one_sentence_by_agency(cast, case, sign_in):
    page = sign_in(cast.worker).get(f"/cases/{case.id}/sharing/").content.decode()
    consent = "令和7年4月3日の本人同意(口頭)により"
    assert (
        f"社会福祉法人美咲町社会福祉協議会は、{consent}、「相談支援」のために、"
        "基本情報、生活歴その他を支援が終わるまで見て、記録できます。" in page
    )
    assert "美咲町地域包括支援センターは、自機関の業務として、" in page
    assert "/sharing/as/" in page


def test_a_right_that_ended_stands_apart_and_folded(cast, case, sign_in):
    from kasane.disclosure.api import consents_of

    with acting_as(cast.worker):
        withdraw_answer(case, consents_of(case.id)[0], by=cast.worker, on=today(), note="やめたい")
    page = sign_in(cast.worker).get(f"/cases/{case.id}/sharing/").content.decode()
    now, ended = page.split("終わった権限", 1)
    assert "社会福祉協議会は" not in now
    assert "見られました。" in ended
    assert "やめたい" in page


@pytest.fixture
def looked(cast, case):
    for actor in (cast.worker, cast.colleague, cast.participation, cast.stranger):
        with acting_as(actor):
            log_reading(case.id, "ケース画面")
    return case


def test_readers_are_narrowed_by_agency_by_person_and_by_day(cast, looked):
    with acting_as(cast.worker):
        of_agency = readings_of(looked.id, Narrowed(agency_id=cast.worker.agency.id))
        of_person = readings_of(looked.id, Narrowed(user_id=cast.colleague.user.id))
        assert {row.who for row in of_agency} == {"包括 花子", "包括 次郎"}
        assert {row.who for row in of_person} == {"包括 次郎"}
        assert readings_of(looked.id, Narrowed(since=today() + timedelta(days=1))) == []
        assert readings_of(looked.id, Narrowed(until=today() - timedelta(days=1))) == []
        assert readings_of(looked.id, Narrowed(since=today(), until=today()))


def test_pages_of_readers_follow_each_other_without_gap(cast, looked):
    with acting_as(cast.worker):
        everything = [row.id for row in readings_of(looked.id)]
        first = [row.id for row in readings_of(looked.id, most=2)]
        rest = [row.id for row in readings_of(looked.id, Narrowed(below=first[-1]))]
    assert first + rest == everything


def test_only_who_looks_after_disclosure_sees_refused_attempts(cast, looked, sign_in):
    with acting_as(cast.worker):
        assert readings_of(looked.id, Narrowed(refused=True)) == []
        refer(looked, by=cast.worker, to=cast.coordinator.agency, kinds=BASIC_AND_LIFE)
    with acting_as(cast.coordinator):
        assert [row.who for row in readings_of(looked.id, Narrowed(refused=True))] == ["笑顔 他人"]
    assert (
        "笑顔 他人"
        not in sign_in(cast.worker).get(f"/cases/{looked.id}/sharing/looks/?refused=1").content.decode()
    )
    page = sign_in(cast.coordinator).get(f"/cases/{looked.id}/sharing/looks/").content.decode()
    assert "断った記録(1件)" in page
    refused = sign_in(cast.coordinator).get(f"/cases/{looked.id}/sharing/looks/?refused=1").content.decode()
    assert "笑顔 他人" in refused


def test_a_day_that_can_not_be_read_is_told_and_hides_nothing(cast, looked, sign_in):
    page = sign_in(cast.worker).get(f"/cases/{looked.id}/sharing/looks/?since=きのうごろ").content.decode()
    assert "日付として読めません" in page
    assert "包括 次郎" in page


def test_the_filter_that_finds_nothing_shows_the_way_back(cast, looked, sign_in):
    since = wareki(today() + timedelta(days=1))
    page = sign_in(cast.worker).get(f"/cases/{looked.id}/sharing/looks/", {"since": since}).content.decode()
    assert "しぼりこみを外す" in page


@pytest.mark.parametrize(
    ("seen", "kinds", "answer"), [(0, 0, False), (0, 1, False), (1, 1, True), (17, 19, False), (19, 17, True)]
)
def test_a_row_is_seen_when_each_of_its_kinds_is(seen, kinds, answer):
    assert covers(seen, kinds) == answer


@pytest.mark.parametrize("page", ["as", "looks"])
def test_the_pages_ask_as_often_for_a_long_case_as_for_a_short_one(cast, case, sign_in, page):
    address = f"/cases/{case.id}/sharing/{page}/?who=a:{cast.participation.agency.id}"
    few = len(statements(sign_in(cast.worker), address))
    with acting_as(cast.worker):
        for number in range(5):
            cases.write_record(
                case,
                by=cast.worker,
                at=timezone.now(),
                method=ContactMethod.PHONE,
                content=f"長い記録{number}",
            )
            log_reading(case.id, "ケース画面")
    assert len(statements(sign_in(cast.worker), address)) == few
    assert few <= 16
