"""気になる閲覧: what the manager is told, what not, and who else gets nothing (R-DIS-08)."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.http import Http404

from kasane.agencies.models import AgencyKind, Role
from kasane.base.choices import ContactMethod
from kasane.base.dates import today
from kasane.base.kinds import DataKind
from kasane.base.obstacles import Forbidden
from kasane.cases import actions as cases
from kasane.disclosure import api as disclosure
from kasane.disclosure.access import log_reading, open_case
from kasane.disclosure.models import LegalException, Oddity, OversightCheck
from kasane.disclosure.viewer import acting_as
from kasane.intake.actions import reception
from kasane.intake.actions.consent import Said
from kasane.people.actions import protect_contact
from kasane.people.models import Person
from kasane.portal.oversight import actions, queries
from kasane.portal.oversight.rules import Tally, check_obstacles, is_worth_a_look, overseer_obstacles


def tally(oddity, times=1, cases=1, own=0.0, colleagues=0.0):
    return Tally(oddity, times, cases, own, colleagues)


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (tally(Oddity.MANY, 90, 20, own=10), True),
        (tally(Oddity.MANY, 90, 19, own=1), False),
        (tally(Oddity.MANY, 90, 59), False),
        (tally(Oddity.MANY, 90, 60), True),
        (tally(Oddity.MANY, 90, 40, own=20, colleagues=5), True),
        (tally(Oddity.MANY, 90, 40, own=5, colleagues=21), False),
        (tally(Oddity.REFUSED, 1), False),
        (tally(Oddity.REFUSED, 2), True),
        (tally(Oddity.MASKED, 1), False),
        (tally(Oddity.MASKED, 2), True),
        (tally(Oddity.OUT_OF_HOURS, 2), False),
        (tally(Oddity.OUT_OF_HOURS, 3), True),
        (tally(Oddity.NO_OWN_WORK, 9), False),
        (tally(Oddity.NO_OWN_WORK, 10), True),
        (tally(Oddity.SAME_NAME), True),
        (tally(Oddity.PROTECTED), True),
        (tally(Oddity.EXCEPTION), True),
    ],
)
def test_how_much_is_much(found, told):
    assert is_worth_a_look(found) is told


@pytest.mark.parametrize("role", [Role.MANAGER, Role.DECIDER])
def test_the_town_hall_looks(role):
    assert overseer_obstacles(role, AgencyKind.DIVISION) == []
    assert overseer_obstacles(role, AgencyKind.CENTRE) == []
    assert overseer_obstacles(role, AgencyKind.ENTRUSTED)


@pytest.mark.parametrize("role", [Role.WORKER, Role.COORDINATOR, Role.ADMINISTRATOR])
def test_others_do_not_look(role):
    assert [one.code for one in overseer_obstacles(role, AgencyKind.DIVISION)] == ["not_an_overseer"]


def test_a_check_needs_a_word_and_another_person():
    assert check_obstacles(own=False, note="応援") == []
    assert [one.code for one in check_obstacles(own=True, note=" ")] == ["own_readings", "no_note"]


@pytest.fixture
def kin(cast):
    """A household that bears the surname of the worker 包括 花子."""
    with acting_as(cast.worker):
        row = reception.receive(
            by=cast.worker,
            sheet={
                "received_on": today(), "channel": "window", "consulter_is": "self",
                "overview": "相談", "topics": ["other"],
            },
            subject={"family_name": "包括", "given_name": "一郎"}, household=[],
            consent=Said("agree", today(), method="paper", explained_by="包括 花子"),
        )  # fmt: skip
    return row.case


@pytest.fixture
def always_open(monkeypatch):
    monkeypatch.setattr(queries, "OPENS", time(0, 0))
    monkeypatch.setattr(queries, "CLOSES", time.max)
    monkeypatch.setattr(queries, "days_off", lambda until: [])


def told(viewer):
    with acting_as(viewer):
        return {(line.staff_name, line.oddity): line for line in queries.lines(viewer.user.id)}


def test_the_same_surname_is_told_with_the_case_and_without_a_name(cast, kin, always_open):
    with acting_as(cast.worker):
        open_case(kin.id, by=cast.worker, purpose="ケース画面")
    line = told(cast.manager)["包括 花子", Oddity.SAME_NAME]
    assert line.cases == [kin.label]
    assert (line.tally.times, line.tally.cases, line.days) == (1, 1, 1)


def test_another_surname_is_not_told(cast, kin, always_open):
    with acting_as(cast.coordinator):
        log_reading(kin.id, "ケース画面")
    assert ("重層 明", Oddity.SAME_NAME) not in told(cast.manager)


def test_refused_attempts_are_told_from_the_second_on(cast, kin, always_open):
    for _ in range(2):
        with acting_as(cast.stranger), pytest.raises(Http404):
            open_case(kin.id, by=cast.stranger, purpose="ケース画面")
    line = told(cast.manager)["笑顔 他人", Oddity.REFUSED]
    assert line.tally.times == 2


def test_reading_out_of_hours_is_told(cast, kin, monkeypatch):
    monkeypatch.setattr(queries, "CLOSES", time(0, 0))
    with acting_as(cast.worker):
        for _ in range(3):
            open_case(kin.id, by=cast.worker, purpose="ケース画面")
    assert told(cast.manager)["包括 花子", Oddity.OUT_OF_HOURS].tally.times == 3


def test_a_day_off_is_out_of_hours(cast, kin, always_open, monkeypatch):
    monkeypatch.setattr(queries, "days_off", lambda until: [until])
    with acting_as(cast.worker):
        for _ in range(3):
            open_case(kin.id, by=cast.worker, purpose="ケース画面")
    assert ("包括 花子", Oddity.OUT_OF_HOURS) in told(cast.manager)


def test_who_works_on_the_case_by_consent_is_not_told(cast, kin, always_open):
    share(cast, kin, writes=True)
    read_often(cast.participation, kin)
    assert ("社協 参子", Oddity.NO_OWN_WORK) not in told(cast.manager)


def test_who_only_reads_by_consent_is_told(cast, kin, always_open):
    share(cast, kin, writes=False)
    read_often(cast.participation, kin)
    assert told(cast.manager)["社協 参子", Oddity.NO_OWN_WORK].tally.times == 10


def test_a_reading_by_exception_is_told_at_once(cast, kin, always_open):
    except_from_consent(cast, kin)
    with acting_as(cast.participation):
        open_case(kin.id, by=cast.participation, purpose="ケース画面")
    assert ("社協 参子", Oddity.EXCEPTION) in told(cast.manager)


def share(cast, case, *, writes):
    """社協 sees the case by consent: as one of the team, or reading alone."""
    type = disclosure.EvidenceType.TEAM if writes else disclosure.EvidenceType.INVOLVED
    with acting_as(cast.worker):
        disclosure.add_evidence(
            case.id, [disclosure.New(type, cast.participation.agency.id, "つなぎ", "test")], on=today()
        )


def except_from_consent(cast, case):
    """社協 sees the case by an approved exception."""
    with acting_as(cast.worker):
        row = LegalException.objects.create(
            case_id=case.id, ground="life", reason="命にかかわるため", agency=cast.participation.agency,
            valid_from=today(), valid_until=today() + timedelta(days=3), requested_by=cast.worker.user,
            requesting_agency=cast.worker.agency,
        )  # fmt: skip
    with acting_as(cast.manager):
        row = LegalException.objects.get(pk=row.pk)
        row.state, row.decided_by = "approved", cast.manager.user
        row.save()


def read_often(actor, case):
    with acting_as(actor):
        for _ in range(10):
            open_case(case.id, by=actor, purpose="ケース画面")


def test_a_protected_address_that_was_opened_is_told(cast, kin, always_open):
    with acting_as(cast.worker):
        open_case(kin.id, by=cast.worker, purpose="秘匿された住所")
    assert ("包括 花子", Oddity.PROTECTED) in told(cast.manager)


def test_who_types_hidden_words_again_is_told_and_named_staff_are_not(cast, kin, always_open):
    with acting_as(cast.worker):
        person = Person.objects.get(case_id=kin.id)
        protect_contact(
            person,
            by=cast.worker,
            staff=[cast.worker.user.pk],
            reason="第12号",
            since=today(),
            words="さくら荘",
        )
    for actor in (cast.worker, cast.colleague):
        for _ in range(2):
            type_into(kin, actor, "さくら荘へ訪問")
    lines = told(cast.manager)
    line = lines["包括 次郎", Oddity.MASKED]
    assert (line.tally.times, line.cases) == (2, [kin.label])
    assert "さくら" not in repr(line)
    assert ("包括 花子", Oddity.MASKED) not in lines


def test_what_is_typed_without_a_hidden_word_is_not_told(cast, kin, always_open):
    with acting_as(cast.worker):
        person = Person.objects.get(case_id=kin.id)
        protect_contact(
            person,
            by=cast.worker,
            staff=[cast.worker.user.pk],
            reason="第12号",
            since=today(),
            words="さくら荘",
        )
    for content in ("さくら荘へ訪問", "自宅へ訪問", "〔秘匿〕へ訪問"):
        type_into(kin, cast.colleague, content)
    assert ("包括 次郎", Oddity.MASKED) not in told(cast.manager)


def type_into(case, actor, content):
    with acting_as(actor):
        cases.write_record(
            case, by=actor, at="2025-10-15T10:00+09:00", method=ContactMethod.PHONE, content=content,
            kinds=int(DataKind.BASIC),
        )  # fmt: skip


def test_own_work_in_office_hours_is_not_told(cast, kin, always_open):
    with acting_as(cast.colleague):
        open_case(kin.id, by=cast.colleague, purpose="ケース画面")
    assert {oddity for name, oddity in told(cast.manager) if name == "包括 次郎"} <= {Oddity.SAME_NAME}


@pytest.mark.parametrize("who", ["worker", "coordinator", "stranger", "administrator"])
def test_the_database_tells_nobody_else(cast, kin, always_open, who):
    with acting_as(cast.worker):
        open_case(kin.id, by=cast.worker, purpose="ケース画面")
    assert told(getattr(cast, who)) == {}


def newest_entry(cast):
    """The log itself can not be read; a check names its last entry."""
    with acting_as(cast.manager):
        actions.check(
            cast.colleague.user.id,
            cast.colleague.agency.id,
            Oddity.MANY,
            upto=10**15,
            note="見た",
            by=cast.manager,
        )
        return OversightCheck.objects.order_by("-upto").first().upto


def test_looking_at_the_list_is_logged(cast, kin):
    before = newest_entry(cast)
    assert newest_entry(cast) == before
    told(cast.manager)
    assert newest_entry(cast) == before + 1


def test_the_list_asks_three_questions(cast, kin, always_open, django_assert_num_queries):
    with acting_as(cast.worker):
        open_case(kin.id, by=cast.worker, purpose="ケース画面")
    with acting_as(cast.manager), django_assert_num_queries(3):
        assert queries.lines(cast.manager.user.id)


def check(line, by, note="応援で担当していた"):
    with acting_as(by):
        actions.check(line.staff, line.agency, line.oddity, upto=line.upto, note=note, by=by)


def test_what_was_looked_into_is_gone_until_it_happens_again(cast, kin, always_open):
    with acting_as(cast.worker):
        open_case(kin.id, by=cast.worker, purpose="ケース画面")
    check(told(cast.manager)["包括 花子", Oddity.SAME_NAME], cast.manager)
    assert ("包括 花子", Oddity.SAME_NAME) not in told(cast.decider)
    with acting_as(cast.worker):
        open_case(kin.id, by=cast.worker, purpose="ケース画面")
    assert told(cast.decider)["包括 花子", Oddity.SAME_NAME].tally.times == 1


def test_a_check_can_not_reach_ahead_of_the_log(cast, kin, always_open):
    with acting_as(cast.worker):
        open_case(kin.id, by=cast.worker, purpose="ケース画面")
    with acting_as(cast.manager):
        actions.check(
            cast.worker.user.id,
            cast.worker.agency.id,
            Oddity.SAME_NAME,
            upto=10**15,
            note="応援",
            by=cast.manager,
        )
    with acting_as(cast.worker):
        open_case(kin.id, by=cast.worker, purpose="ケース画面")
    assert ("包括 花子", Oddity.SAME_NAME) in told(cast.manager)


@pytest.mark.parametrize("who", ["worker", "coordinator", "stranger", "administrator"])
def test_others_can_not_check(cast, who):
    actor = getattr(cast, who)
    with acting_as(actor), pytest.raises(Forbidden):
        actions.check(
            cast.colleague.user.id, cast.colleague.agency.id, Oddity.MANY, upto=1, note="見た", by=actor
        )


def test_nobody_clears_their_own_readings_in_the_database_either(cast):
    with acting_as(cast.manager), connection.cursor() as cursor:
        cursor.execute(
            "SELECT disclosure_check_readings(%s, %s, 'many', 1, '自分')",
            [cast.manager.user.id, cast.manager.agency.id],
        )
        assert cursor.fetchone() == (False,)


def test_checks_are_seen_by_overseers_alone(cast, kin, always_open):
    with acting_as(cast.worker):
        open_case(kin.id, by=cast.worker, purpose="ケース画面")
    check(told(cast.manager)["包括 花子", Oddity.SAME_NAME], cast.manager)
    for actor in (cast.worker, cast.coordinator, cast.stranger, cast.administrator, None):
        with acting_as(actor):
            assert not OversightCheck.objects.exists()
    with acting_as(cast.decider):
        assert [one.note for one in queries.checks()] == ["応援で担当していた"]


def test_the_page_for_the_manager_names_staff_and_no_one_helped(cast, sign_in, kin, always_open):
    with acting_as(cast.worker):
        open_case(kin.id, by=cast.worker, purpose="ケース画面")
    page = sign_in(cast.manager).get("/structure/readings/").content.decode()
    assert "包括 花子" in page
    assert kin.label in page
    assert "一郎" not in page


def test_the_page_keeps_a_check(cast, sign_in, kin, always_open):
    with acting_as(cast.worker):
        open_case(kin.id, by=cast.worker, purpose="ケース画面")
    line = told(cast.manager)["包括 花子", Oddity.SAME_NAME]
    client = sign_in(cast.manager)
    sent = {"staff": line.staff, "agency": line.agency, "oddity": line.oddity, "upto": line.upto}
    assert client.post("/structure/readings/", {**sent, "note": ""}).status_code == 422
    assert client.post("/structure/readings/", {**sent, "note": "応援"}).status_code == 302
    assert "応援" in client.get("/structure/readings/").content.decode()


@pytest.mark.parametrize(("upto", "status"), [(2**63 - 1, 302), (2**63, 422), ("9" * 5000, 422), (0, 422)])
def test_a_check_names_an_entry_that_can_be(cast, sign_in, upto, status):
    sent = {
        "staff": cast.worker.user.id, "agency": cast.worker.agency.id, "oddity": "many", "note": "応援",
        "upto": upto,
    }  # fmt: skip
    assert sign_in(cast.manager).post("/structure/readings/", sent).status_code == status


@pytest.mark.parametrize("who", ["worker", "coordinator", "stranger", "administrator"])
def test_the_page_is_closed_to_others(cast, sign_in, who):
    assert sign_in(getattr(cast, who)).get("/structure/readings/").status_code == 403


def test_the_empty_list_says_so(cast, sign_in, always_open):
    assert "気になる閲覧はありません" in sign_in(cast.decider).get("/structure/readings/").content.decode()


def test_days_off_are_weekends_and_holidays():
    found = queries.days_off(date(2025, 5, 7))
    assert date(2025, 5, 6) in found
    assert date(2025, 5, 3) in found
    assert date(2025, 5, 7) not in found
