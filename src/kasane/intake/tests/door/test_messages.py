"""A message is kept for one desk: who sees it, how it goes on, ends and is emptied, and what the log tells."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection, connections, transaction
from django.db.utils import ProgrammingError

from kasane.agencies.models import Agency
from kasane.base.dates import today
from kasane.base.models import StaleEdit
from kasane.base.obstacles import Forbidden
from kasane.disclosure.viewer import acting_as
from kasane.intake.door import actions, rules
from kasane.intake.door.queries import open_message, waiting_messages
from kasane.intake.door.start import reception_initial
from kasane.intake.models import DoorCount, DoorMessage, DoorStep, DoorStepKind
from kasane.intake.tests.door.conftest import LEFT


def leave(agency, sender="203.0.113.1"):
    return actions.leave(sender=sender, agency_id=agency.id, **LEFT)


def seen_by(actor):
    with acting_as(actor):
        return DoorMessage.objects.count(), DoorStep.objects.count()


def test_the_desk_that_was_chosen_has_the_message(message, desks):
    with acting_as(desks.colleague):
        row = open_message(message.pk)
    assert (row.words, row.called, row.phone, row.times) == (
        "Mẹ tôi bị bệnh",
        "ホア",
        "090-1234-5678",
        ["evening"],
    )


@pytest.mark.parametrize(
    "who", ["stranger", "disability", "coordinator", "manager", "administrator", "nobody"]
)
def test_nobody_else_sees_anything_of_it(message, desks, who):
    with acting_as(desks.worker):
        actions.note_try(message, by=desks.worker, reached=False, note="留守")
    actor = None if who == "nobody" else getattr(desks, who)
    assert seen_by(actor) == (0, 0)
    with acting_as(actor):
        assert open_message(message.pk) is None
        assert reception_initial(message.pk) == {}


def test_a_message_is_written_by_the_door_alone(desks):
    with (
        acting_as(desks.worker),
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
    ):
        DoorMessage.objects.create(
            number=1, year=2026, agency=desks.worker.agency, language="vi", topic="care"
        )


@pytest.mark.parametrize("column", ["words", "phone", "agency_id", "emptied_at"])
def test_what_was_typed_is_changed_by_nobody(message, desks, column):
    with acting_as(desks.worker), connection.cursor() as cursor:
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            cursor.execute(f"UPDATE intake_doormessage SET {column} = {column}")


def test_a_try_is_never_changed(message, desks):
    with acting_as(desks.worker):
        step = actions.note_try(message, by=desks.worker, reached=True)
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            DoorStep.objects.filter(pk=step.pk).update(note="x")


def test_a_try_is_not_written_in_anothers_name(message, desks):
    with acting_as(desks.worker), pytest.raises(ProgrammingError, match="row-level"), transaction.atomic():
        DoorStep.objects.create(
            message=message, kind=DoorStepKind.MISSED, agency=desks.worker.agency, by=desks.colleague.user
        )


def test_a_message_for_a_desk_where_nobody_works_goes_to_the_centre(desks):
    """R-INT-06: nobody's wish to be contacted lies where no one reads it."""
    Agency.objects.filter(pk=desks.stranger.agency.pk).update(is_active=False)
    leave(desks.stranger.agency)
    with acting_as(desks.coordinator):
        assert DoorMessage.objects.count() == 1


def test_numbers_follow_each_other(desks):
    first, second = leave(desks.worker.agency), leave(desks.disability.agency)
    assert second == first + 1


# Too many ---------------------------------------------------------------------------------------------------------


def test_one_sender_may_leave_so_many_in_an_hour_and_no_more(desks):
    came = [leave(desks.worker.agency) for _ in range(rules.MOST_OF_ONE + 1)]
    assert came[-1] is None
    assert None not in came[:-1]


def test_who_is_over_the_own_limit_does_not_use_up_that_of_the_others(desks, monkeypatch):
    monkeypatch.setattr(rules, "MOST_OF_ALL", rules.MOST_OF_ONE + 1)
    for _ in range(rules.MOST_OF_ONE + 5):
        leave(desks.worker.agency)
    assert leave(desks.worker.agency, "203.0.113.2") is not None


def test_all_together_may_leave_so_many_in_an_hour_and_no_more(desks, monkeypatch):
    monkeypatch.setattr(rules, "MOST_OF_ALL", 3)
    came = [leave(desks.worker.agency, f"203.0.113.{nth}") for nth in range(4)]
    assert came[-1] is None
    assert None not in came[:-1]


def test_no_address_is_kept_and_the_counts_are_read_by_nobody(desks):
    leave(desks.worker.agency)
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        DoorCount.objects.count()
    with (
        acting_as(desks.worker),
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
    ):
        DoorCount.objects.count()


# On to another desk ------------------------------------------------------------------------------------------------


def pass_on(message, desks, **more):
    wanted = {"to": desks.disability.agency, "why": "障害の相談のため", "version": 1} | more
    actions.pass_on(message, by=desks.worker, **wanted)


def test_a_message_passed_on_is_at_the_other_desk_alone(message, desks):
    with acting_as(desks.worker):
        actions.note_try(message, by=desks.worker, reached=True, note="母の病気のこと")
        pass_on(message, desks)
    assert seen_by(desks.worker) == (0, 0)
    assert seen_by(desks.disability) == (1, 2)
    with acting_as(desks.disability):
        row = open_message(message.pk)
        assert [step.kind for step in row.steps.all()] == ["reached", "passed"]
        assert row.words == LEFT["words"]


@pytest.mark.parametrize(
    ("wrong", "code"), [({"why": ""}, "why"), ({"to": "own"}, "own_desk"), ({"to": "empty"}, "no_staff")]
)
def test_what_may_not_be_passed_on_stays_where_it_is(message, desks, wrong, code):
    places = {"own": desks.worker.agency, "empty": Agency.objects.create(key="e", name="空", kind="partner")}
    wrong = {name: places.get(value, value) for name, value in wrong.items()}
    with acting_as(desks.worker), pytest.raises(Forbidden) as refused:
        pass_on(message, desks, **wrong)
    assert refused.value.codes == [code]
    assert seen_by(desks.worker) == (1, 0)


def test_of_two_who_pass_it_on_the_second_is_told(message, desks):
    with acting_as(desks.worker):
        actions.end(message, by=desks.worker, on=today(), result="no_need", version=1)
        with pytest.raises(StaleEdit):
            pass_on(message, desks)


def test_a_stranger_can_not_take_a_message_by_the_function(message, desks):
    with acting_as(desks.stranger), connection.cursor() as cursor:
        cursor.execute(
            "SELECT intake_pass_door_message(%s, %s, 'x', 1)", [message.pk, desks.disability.agency.pk]
        )
        assert cursor.fetchone()[0] is False
    assert seen_by(desks.worker) == (1, 0)


# The end ------------------------------------------------------------------------------------------------------------


def test_a_message_ends_with_its_result(message, desks):
    with acting_as(desks.worker):
        row = actions.end(message, by=desks.worker, on=today(), result="told", note="窓口を伝えた", version=1)
        assert (row.result, row.ended_by, row.version) == ("told", desks.worker.user, 2)
        assert waiting_messages(desks.worker) == []


def test_after_the_end_nothing_more_is_done(message, desks):
    with acting_as(desks.worker):
        actions.end(message, by=desks.worker, on=today(), result="no_need")
        for act in (
            lambda: actions.note_try(message, by=desks.worker, reached=True),
            lambda: pass_on(message, desks, version=2),
            lambda: actions.end(message, by=desks.worker, on=today(), result="received"),
        ):
            with pytest.raises(Forbidden, match="もう終わって"):
                act()


def test_a_reception_begins_with_what_was_written(message, desks):
    with acting_as(desks.worker):
        given = reception_initial(message.pk)
    assert given["overview"] == "Mẹ tôi bị bệnh"
    assert given["consulter_name"] == "ホア"
    assert given["consulter_contact"] == "090-1234-5678 hoa@example.com"
    assert (given["topics"], given["main_topic"]) == (["care"], "care")


# The log, and what is emptied -----------------------------------------------------------------------------------------


AGENCY = """
INSERT INTO agencies_agency (id, created_at, key, name, kana, kind, phone, address, note, is_active, "order")
VALUES (uuidv7(), now(), %s, '窓口', '', 'partner', '', '', '', true, 1) RETURNING id
"""
LAID = """
INSERT INTO intake_doormessage (id, created_at, version, updated_at, number, year, agency_id, language, topic, called,
                                phone, mail, times, words, result, result_note, ended_on)
VALUES (uuidv7(), now(), 1, now(), %s, 1999, %s, 'vi', 'care', 'ホア', '090', '', '{}', '母', %s, '', %s) RETURNING id
"""


class Night:
    """The owner as `kasane_definer`, in the test's own transaction: sees the counts and the log."""

    def __init__(self, cursor):
        self.cursor = cursor

    def ask(self, statement, *values):
        self.cursor.execute(statement, values)
        return self.cursor.fetchall()

    def lay(self, agency, number, ended=None):
        return self.ask(LAID, number, agency, "told" if ended else "", ended)[0][0]

    def log(self, message):
        return self.ask(
            "SELECT act, agency_id, before::text || after::text FROM disclosure_logentry WHERE row_id = %s"
            " ORDER BY id", str(message),
        )  # fmt: skip


@pytest.fixture
def night():
    with connections["owner"].cursor() as cursor:
        cursor.execute("SET LOCAL ROLE kasane_definer")
        yield Night(cursor)
        cursor.execute("RESET ROLE")


@pytest.mark.django_db(databases=["default", "owner"])
def test_by_night_what_ended_90_days_ago_is_emptied_and_nothing_else(night):
    day = today() - timedelta(days=rules.KEPT_DAYS)
    agency = night.ask(AGENCY, "door-desk")[0][0]
    for number, ended in enumerate((day - timedelta(days=1), day, None), start=1):
        night.lay(agency, number, ended)
    night.cursor.execute("RESET ROLE")
    assert actions.empty_old(on=today()) == 1
    night.cursor.execute("SET LOCAL ROLE kasane_definer")
    kept = "SELECT called || phone || words, topic, result FROM intake_doormessage WHERE year = 1999 ORDER BY number"
    assert night.ask(kept) == [("", "care", "told"), ("ホア090母", "care", "told"), ("ホア090母", "care", "")]


@pytest.mark.django_db(databases=["default", "owner"])
def test_each_reading_is_logged_and_each_try_to_read_what_is_anothers(night):
    own, other = night.ask(AGENCY, "door-own")[0][0], night.ask(AGENCY, "door-other")[0][0]
    message = night.lay(own, 1)
    answers = []
    for agency in (own, other):
        night.ask("SELECT set_config('kasane.agency_id', %s, true)", str(agency))
        answers += night.ask("SELECT intake_read_door_message(%s)", message)
    assert answers == [(True,), (False,)]
    assert [entry[:2] for entry in night.log(message)][1:] == [("read", own), ("refused", other)]


@pytest.mark.django_db(databases=["default", "owner"])
def test_the_log_tells_what_was_done_and_no_word_of_what_was_typed(night):
    message = night.lay(night.ask(AGENCY, "door-own")[0][0], 1)
    night.cursor.execute("UPDATE intake_doormessage SET words = '父' WHERE id = %s", [message])
    told = night.ask("SELECT after::text FROM disclosure_logentry WHERE row_id = %s", str(message))
    assert len(told) == 2
    assert [word for word in ("ホア", "090", "母", "父") for (entry,) in told if word in entry] == []


@pytest.mark.django_db(databases=["default", "owner"])
def test_of_a_sender_a_hash_is_counted_and_yesterdays_counts_go(night):
    count = (
        "INSERT INTO intake_doorcount (hour, sender, times) VALUES (now() - interval '25 hours', 'old', 3)"
    )
    night.cursor.execute(count)
    night.ask("SELECT intake_door_admits('hash', 5, 60)")
    assert night.ask("SELECT sender, times FROM intake_doorcount ORDER BY 1") == [("", 1), ("hash", 1)]


def test_the_web_role_can_not_empty_a_message(message):
    with connection.cursor() as cursor, pytest.raises(ProgrammingError, match="permission denied"):
        cursor.execute("SELECT intake_empty_door_messages('2999-01-01')")
