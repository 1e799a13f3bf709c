"""短い相談, calls, reports, days outside, activities: what is kept, what is refused, who sees it."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from kasane.base.dates import today
from kasane.base.models import StaleEdit
from kasane.base.obstacles import Forbidden
from kasane.cases.models import Case, Event, Task
from kasane.disclosure.viewer import acting_as
from kasane.intake.desk import actions, counting, queries
from kasane.intake.desk.home import desk_query
from kasane.intake.desk.home import desk_rows as rows_of
from kasane.intake.models import (
    DeskActivity,
    ExtraAnswer,
    OutpostDay,
    OutpostReception,
    PhoneCall,
    Reception,
    ShortConsultation,
    VolunteerReport,
)
from kasane.intake.tests.desk.factories import activity, call, delivers, outpost, report, short
from kasane.intake.tests.factories import case_of, receive

REGISTERS = (ShortConsultation, PhoneCall, VolunteerReport, OutpostDay, DeskActivity)
MONTH = (today() - timedelta(days=400), today())


def desk_rows(by, *, on):
    return rows_of(list(desk_query(by, on=on)), on=on)


@pytest.fixture
def full(cast):
    """One line in each register of the worker's desk."""
    return [one(cast.worker) for one in (short, call, report, outpost, activity)]


class TestWhoSees:
    def test_a_colleague_of_the_desk_reads_every_register(self, full, cast):
        with acting_as(cast.colleague):
            assert [model.objects.count() for model in REGISTERS] == [1, 1, 1, 1, 1]

    @pytest.mark.parametrize("who", ["stranger", "coordinator", "manager", "decider", "administrator"])
    def test_nobody_else_reads_a_line(self, full, cast, who):
        with acting_as(getattr(cast, who)):
            assert [model.objects.count() for model in REGISTERS] == [0, 0, 0, 0, 0]

    def test_without_a_viewer_there_are_no_lines(self, full):
        assert [model.objects.count() for model in REGISTERS] == [0, 0, 0, 0, 0]

    def test_nobody_writes_in_the_name_of_another_agency_or_person(self, cast):
        with acting_as(cast.stranger):
            for author, agency in (
                (cast.worker.user, cast.stranger.agency),
                (cast.stranger.user, cast.worker.agency),
            ):
                with pytest.raises(DatabaseError), transaction.atomic():
                    ShortConsultation.objects.create(
                        agency=agency, author=author, on=today(), channel="phone",
                        consulter_is="self", outcome="other",
                    )  # fmt: skip

    def test_a_line_is_never_removed(self, full, cast):
        with acting_as(cast.worker):
            for model in REGISTERS:
                with connection.cursor() as cursor:
                    cursor.execute(f"DELETE FROM {model._meta.db_table}")
                assert model.objects.count() == 1

    def test_a_call_about_a_case_is_not_tied_to_one_that_is_not_seen(self, cast):
        with acting_as(cast.worker):
            case = case_of(receive(cast.worker))
        with pytest.raises(DatabaseError), transaction.atomic():
            call(cast.stranger, case=case)


class TestCounted:
    def test_a_correction_keeps_what_the_line_said(self, cast):
        line = short(cast.worker)
        with acting_as(cast.worker):
            changed = actions.change_line(line, by=cast.worker, version=1, on=today(), outcome="guided")
        assert (changed.outcome, changed.version) == ("guided", 2)
        assert changed.trace[0]["before"] == [{"label": "対応", "value": "情報を伝えた"}]

    def test_a_line_of_yesterday_asks_for_a_reason(self, cast):
        line = short(cast.worker)
        with acting_as(cast.worker):
            ShortConsultation.objects.update(created_at=timezone.now() - timedelta(days=1))
            with pytest.raises(Forbidden) as caught:
                actions.strike_line(line, by=cast.worker)
            assert caught.value.codes == ["why"]
            struck = actions.strike_line(line, by=cast.worker, why="二重に入れた")
        assert struck.is_struck
        assert struck.trace[0]["why"] == "二重に入れた"

    def test_a_colleague_can_not_change_it(self, cast):
        line = short(cast.worker)
        with acting_as(cast.colleague), pytest.raises(Forbidden) as caught:
            actions.change_line(line, by=cast.colleague, version=1, on=today(), memo="")
        assert caught.value.codes == ["not_own"]

    def test_who_saved_in_between_is_not_overwritten(self, cast):
        line = short(cast.worker)
        with acting_as(cast.worker):
            actions.change_line(line, by=cast.worker, version=1, on=today(), memo="別の窓口へ")
            with pytest.raises(StaleEdit):
                actions.change_line(line, by=cast.worker, version=1, on=today(), memo="もう一度")

    def test_what_has_not_happened_is_not_counted_but_a_day_outside_is_planned(self, cast):
        with pytest.raises(Forbidden):
            activity(cast.worker, on=today() + timedelta(days=1))
        assert outpost(cast.worker, on=today() + timedelta(days=30)).pk

    def test_struck_lines_and_those_that_became_a_reception_are_not_counted(self, cast):
        kept, struck, grown = (short(cast.worker) for _ in range(3))
        with acting_as(cast.worker):
            actions.strike_line(struck, by=cast.worker)
            actions.become_reception(grown, by=cast.worker)
            with pytest.raises(Forbidden):
                actions.become_reception(grown, by=cast.worker)
            assert sum(one.n for one in counting.short_figures(*MONTH)) == 1
        assert kept.pk

    def test_the_figures_tell_topics_minutes_and_people(self, cast):
        short(cast.worker, topics=["care", "income"], minutes=10)
        activity(cast.worker)
        with acting_as(cast.worker):
            topics = {one.value: one.n for one in counting.short_figures(*MONTH, "topic")}
            found = counting.activity_figures(*MONTH)
        assert topics == {"care": 1, "income": 1}
        assert [(one.value, one.minutes, one.people) for one in found] == [("training", 90, 12)]

    @pytest.mark.parametrize(
        ("who", "sees"),
        [
            ("worker", 1),
            ("participation", 1),
            ("stranger", 0),
            ("coordinator", 2),
            ("manager", 2),
            ("decider", 2),
        ],
    )
    def test_sums_of_all_desks_are_for_those_who_look_after_the_town(self, cast, who, sees):
        short(cast.worker)
        short(cast.participation)
        with acting_as(getattr(cast, who)):
            assert len(counting.short_figures(*MONTH)) == sees

    def test_nobody_is_told_a_figure_without_signing_in(self, cast):
        short(cast.worker)
        assert counting.figures(*MONTH) == []


class TestCalls:
    def test_whoever_waits_stands_on_the_home_page_until_called_back(self, cast):
        row = call(cast.worker, call_back_until=today())
        with acting_as(cast.colleague):
            waiting, _ = desk_rows(cast.colleague, on=today())
            assert [one["who"] for one in waiting] == ["大山商店の隣の方"]
            actions.called_back(row, by=cast.colleague, on=today())
            assert desk_rows(cast.colleague, on=today()) == ([], [])
            with pytest.raises(Forbidden):
                actions.called_back(row, by=cast.colleague, on=today())

    def test_a_call_about_a_case_is_read_by_who_sees_the_case(self, cast):
        with acting_as(cast.worker):
            case = case_of(receive(cast.worker))
        call(cast.worker, case=case)
        with acting_as(cast.colleague):
            assert PhoneCall.objects.get().case == case


class TestReports:
    def test_a_report_waits_until_somebody_decides(self, cast):
        row = report(cast.worker, haste="today")
        with acting_as(cast.worker):
            waiting, due = desk_rows(cast.worker, on=today())
            assert (len(waiting), waiting[0]["tone"], due) == (1, "urgent", [])
            actions.ask_to_watch(row, by=cast.worker, words="声をかける", until=today() + timedelta(days=5))
            waiting, due = desk_rows(cast.worker, on=today())
            assert (waiting, len(due)) == ([], 1)
            actions.finish_report(row, by=cast.worker, note="訪ねて、変わりないと聞いた。")
            assert desk_rows(cast.worker, on=today()) == ([], [])

    def test_what_it_says_moves_into_the_case(self, cast):
        row = report(cast.worker)
        with acting_as(cast.worker):
            case = case_of(receive(cast.worker))
            actions.report_becomes_case(row, case, by=cast.worker)
            now = VolunteerReport.objects.get()
        assert (now.about, now.address, now.noticed, now.state) == ("", "", "", "received")
        assert now.case_id == case.id
        with acting_as(cast.worker):
            kept = Event.objects.get(case=case, code="reported")
        assert (kept.title, kept.body) == ("民生委員・児童委員の報告", "新聞がたまっている。")

    def test_who_wants_not_to_be_told_of_is_not_named_on_the_course(self, cast):
        row = report(cast.worker, is_anonymous=True)
        with acting_as(cast.worker):
            actions.report_becomes_case(row, case_of(receive(cast.worker)), by=cast.worker)
            assert Event.objects.get(code="reported").title == "寄せられた情報"

    def test_an_answer_is_kept_once(self, cast):
        row = report(cast.worker)
        with acting_as(cast.worker):
            actions.answer_report(row, by=cast.worker, on=today(), told="訪ねました。")
            with pytest.raises(Forbidden):
                actions.answer_report(row, by=cast.worker, on=today(), told="もう一度")

    def test_the_web_role_can_not_empty_the_registers(self, cast):
        with acting_as(cast.worker), pytest.raises(DatabaseError), transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SELECT intake_forget_desk(%s, %s)", [today(), today()])


class TestOutposts:
    def test_a_reception_of_that_day_is_tied_and_came_by_出張(self, cast):
        day = outpost(cast.worker)
        with acting_as(cast.worker):
            sheet = receive(cast.worker, received_on=today())
            actions.tie_reception(day, sheet, by=cast.worker)
            assert Reception.objects.get().channel == "outpost"
            assert queries.outposts(cast.worker).get().reception_count == 1

    def test_one_of_another_day_is_not(self, cast):
        day = outpost(cast.worker)
        with acting_as(cast.worker):
            sheet = receive(cast.worker)
            with pytest.raises(Forbidden) as caught:
                actions.tie_reception(day, sheet, by=cast.worker)
            assert not OutpostReception.objects.exists()
        assert caught.value.codes == ["other_day"]

    def test_the_days_of_this_week_stand_on_the_home_page(self, cast):
        outpost(cast.worker, on=today() + timedelta(days=3))
        outpost(cast.worker, on=today() + timedelta(days=30))
        with acting_as(cast.worker):
            _, due = desk_rows(cast.worker, on=today())
        assert [one["what"] for one in due] == ["中央公民館"]


class TestCaseload:
    def test_cases_and_their_tasks_go_to_a_colleague(self, cast):
        with acting_as(cast.worker):
            cases = [case_of(receive(cast.worker)) for _ in range(2)]
            moved = actions.hand_over_cases(
                [case.id for case in cases], by=cast.worker, to=cast.colleague.user.id
            )
            assert moved == 2
            assert {case.responsible_user_id for case in Case.objects.all()} == {cast.colleague.user.id}
            assert Event.objects.filter(code="assigned").count() == 2
            assert not Task.objects.filter(assignee=cast.worker.user, done_on=None).exists()

    def test_a_case_of_another_agency_stops_the_whole_handing_over(self, cast):
        with acting_as(cast.participation):
            other = case_of(receive(cast.participation))
        with acting_as(cast.worker):
            own = case_of(receive(cast.worker))
            with pytest.raises(Forbidden) as caught:
                actions.hand_over_cases([own.id, other.id], by=cast.worker, to=cast.colleague.user.id)
            assert Case.objects.get(pk=own.id).responsible_user_id == cast.worker.user.id
        assert caught.value.codes == ["not_ours"]

    def test_nobody_outside_the_agency_takes_one(self, cast):
        with acting_as(cast.worker):
            own = case_of(receive(cast.worker))
            for to in (cast.stranger.user.id, uuid4(), None):
                with pytest.raises(Forbidden):
                    actions.hand_over_cases([own.id], by=cast.worker, to=to)


class TestExtraItems:
    def test_a_desk_is_asked_what_its_programs_ask(self, cast):
        delivers(cast.worker, "support_center")
        assert [item.label for item in queries.extra_items(cast.worker)] == [
            "要介護認定の申請", "要介護度", "主治医", "ケアマネジャー",
        ]  # fmt: skip
        assert queries.extra_items(cast.stranger) == []

    def test_answers_are_kept_with_their_kind_and_stale_ones_refused(self, cast):
        delivers(cast.worker, "support_center")
        items = queries.extra_items(cast.worker)
        with acting_as(cast.worker):
            case = case_of(receive(cast.worker))
            keep = {"by": cast.worker, "items": items}
            actions.keep_extra(case, **keep, answers={"family-doctor": "打穴医院"}, version=0)
            assert [(row.label, row.kinds) for row in queries.extra_answers(case.id)] == [("主治医", 2)]
            with pytest.raises(StaleEdit) as caught:
                actions.keep_extra(case, **keep, answers={"family-doctor": "別の医院"}, version=0)
            assert caught.value.current.version == 1
            actions.keep_extra(case, **keep, answers={"family-doctor": ""}, version=1)
            assert queries.extra_answers(case.id) == []

    def test_a_stranger_sees_none_and_writes_none(self, cast):
        delivers(cast.worker, "support_center")
        items = queries.extra_items(cast.worker)
        with acting_as(cast.worker):
            case = case_of(receive(cast.worker))
            actions.keep_extra(
                case, by=cast.worker, items=items, answers={"family-doctor": "医院"}, version=0
            )
        with acting_as(cast.stranger):
            assert not ExtraAnswer.objects.exists()
            with pytest.raises(Forbidden):
                actions.keep_extra(
                    case, by=cast.stranger, items=items, answers={"care-manager": "某"}, version=0
                )


def test_a_register_with_many_lines_hides_no_other_and_says_that_there_are_more(cast):
    """R-INT-02: a report for today stands on the home page however many calls are promised."""
    with acting_as(cast.worker):
        for _ in range(13):
            call(
                cast.worker,
                at=timezone.now() - timedelta(days=9),
                call_back_until=today() - timedelta(days=5),
            )
        report(cast.worker, haste="today")
        waiting, _ = desk_rows(cast.worker, on=today())
    assert [row["who"] for row in waiting][-1] == "民生委員・児童委員の報告"
    assert len(waiting) == 12
    assert waiting[10]["act_label"] == "すべて見る"
