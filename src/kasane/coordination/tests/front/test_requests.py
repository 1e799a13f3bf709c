"""情報提供依頼: asked within the consent, answered within what was asked, taken over with its author (R-COOR-03)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from django.urls import reverse

from kasane.agencies.models import Agency, AgencyKind
from kasane.base.choices import Purpose
from kasane.base.dates import today
from kasane.base.kinds import SHAREABLE_KINDS, DataKind
from kasane.base.obstacles import Forbidden
from kasane.cases.models import Case, Event
from kasane.coordination.choices import PartSection
from kasane.coordination.models import (
    AssessmentPart,
    InformationAnswer,
    InformationReply,
    InformationRequest,
)
from kasane.coordination.requests import actions
from kasane.coordination.requests.actions import Told
from kasane.coordination.requests.home import home_rows
from kasane.coordination.requests.queries import in_full, requests_of, shared_with, shown
from kasane.coordination.requests.rules import State
from kasane.coordination.tests.conftest import DAY, LIMITED
from kasane.disclosure import api as disclosure
from kasane.disclosure.viewer import acting_as
from kasane.people.models import Person

DUE = DAY + timedelta(days=14)
HEALTH = {"state": "あまり良くない", "treatment": "内科に月1回"}


def ask(path, *, by=None, to=None, **values):
    by, to = by or path.cast.coordinator, to or [path.cast.disability.agency]
    asked = {"sections": [PartSection.HEALTH], "reason": "通院のようすを知りたい", "due_on": DUE, **values}
    with acting_as(by):
        return actions.ask(path.case, by=by, to=to, on=DAY, **asked)


def reply(request, *told, by):
    with acting_as(by):
        row = in_full().get(pk=request.pk)
        return actions.answer(row, told or [Told("health", HEALTH, known_on=DAY)], by=by, on=DAY)


def codes(act) -> list[str]:
    with pytest.raises(Forbidden) as refused:
        act()
    return refused.value.codes


def counts(actor) -> dict[str, int]:
    """How much of the case this viewer sees."""
    models = (Case, Person, AssessmentPart, Event, InformationRequest, InformationReply, InformationAnswer)
    with acting_as(actor):
        return {model.__name__: model.objects.count() for model in models}


def state(request, actor) -> State:
    with acting_as(actor):
        return shown(in_full().get(pk=request.pk), on=DAY).state


class TestAsking:
    def test_several_agencies_get_the_same_request(self, applied, cast):
        rows = ask(applied, to=[cast.disability.agency, cast.participation.agency], question="いつから?",
                   question_section="health")  # fmt: skip
        assert {row.receiver for row in rows} == {cast.disability.agency, cast.participation.agency}
        assert all(row.asked_kinds == DataKind.BASIC | DataKind.HEALTH for row in rows)
        assert all("田中 和子" in row.about for row in rows)

    def test_before_the_application_nothing_is_asked(self, path):
        assert "not_applied" in codes(lambda: ask(path))

    @pytest.mark.parametrize(
        ("values", "code"),
        [
            ({"sections": []}, "nothing_asked"),
            ({"question": "いつから?"}, "question_nowhere"),
            ({"reason": " "}, "no_reason"),
            ({"due_on": None}, "no_due"),
            ({"due_on": DAY - timedelta(days=1)}, "due_before"),
        ],
    )
    def test_what_is_missing_is_said(self, applied, values, code):
        assert codes(lambda: ask(applied, **values)) == [code]

    def test_an_agency_the_person_left_out_is_not_asked(self, path, cast):
        path.apply(excluded=[cast.disability.agency.id])
        assert codes(lambda: ask(path)) == ["not_shared_with"]
        assert counts(cast.coordinator)["InformationRequest"] == 0

    def test_of_several_agencies_the_one_left_out_is_named_and_none_is_asked(self, path, cast):
        path.apply(excluded=[cast.disability.agency.id])
        act = lambda: ask(path, to=[cast.disability.agency, cast.participation.agency])  # noqa: E731
        with pytest.raises(Forbidden) as refused:
            act()
        assert refused.value.obstacles[0].sentence.startswith(cast.disability.agency.name)

    def test_a_kind_of_data_that_is_not_shared_is_not_asked_for(self, path):
        path.apply(kinds=LIMITED)
        found = codes(lambda: ask(path, sections=[PartSection.HEALTH, PartSection.ECONOMY]))
        assert set(found) == {"kinds_not_shared", "section_not_shared"}

    def test_what_the_asking_desk_knows_but_the_person_does_not_share_is_not_asked(self, path, cast):
        path.apply(kinds=LIMITED)
        act = lambda: ask(path, by=cast.worker, sections=[PartSection.ECONOMY])  # noqa: E731
        assert codes(act) == ["section_not_shared"]

    def test_taxes_are_not_asked_for_without_a_consent_that_names_them(self, applied, cast):
        act = lambda: ask(applied, by=cast.worker, sections=[PartSection.TAX])  # noqa: E731
        assert codes(act) == ["section_not_shared"]

    def test_the_same_is_not_asked_twice_while_it_waits(self, applied):
        ask(applied)
        assert codes(lambda: ask(applied)) == ["asked_already"]

    def test_nobody_outside_the_team_asks(self, applied, cast):
        assert "reads_only" in codes(lambda: ask(applied, by=cast.disability, to=[cast.worker.agency]))


class TestSight:
    def test_who_is_asked_sees_the_request_and_nothing_else_of_the_case(self, applied, cast):
        applied.assess(PartSection.HEALTH, by=cast.worker, answers={"state": "良い"})
        before = counts(cast.disability)
        ask(applied)
        assert before == dict.fromkeys(before, 0)
        assert counts(cast.disability) == before | {"InformationRequest": 1}

    def test_a_stranger_sees_nothing_before_and_after_the_answer(self, applied, cast):
        (row,) = ask(applied)
        reply(row, by=cast.disability)
        seen = counts(cast.stranger)
        assert seen == dict.fromkeys(seen, 0)

    def test_who_answered_sees_its_own_answer(self, applied, cast):
        (row,) = ask(applied)
        reply(row, by=cast.disability)
        seen = counts(cast.disability)
        assert (seen["InformationReply"], seen["InformationAnswer"], seen["Case"]) == (1, 1, 0)

    def test_an_agency_does_not_see_what_another_was_asked(self, applied, cast):
        ask(applied, to=[cast.disability.agency])
        ask(applied, to=[cast.participation.agency], sections=[PartSection.WORK])
        with acting_as(cast.disability):
            assert [row.sections for row in InformationRequest.objects.all()] == [["health"]]

    def test_with_the_consent_the_sight_goes_and_the_request_is_closed(self, applied, cast):
        (row,) = ask(applied)
        with acting_as(cast.coordinator):
            consent = disclosure.consents_of(applied.case.id)[-1]
            disclosure.withdraw_consent(consent, on=today(), note="やめたい")
        assert counts(cast.disability)["InformationRequest"] == 0
        with acting_as(cast.worker):
            closed = InformationRequest.objects.get(pk=row.pk)
        assert (closed.closed_on, closed.closed_note) == (today(), "本人の同意がなくなったため")

    def test_an_answer_stays_with_the_desk_when_the_consent_ends(self, applied, cast):
        (row,) = ask(applied, by=cast.worker)
        reply(row, by=cast.disability)
        with acting_as(cast.worker):
            disclosure.withdraw_consent(
                disclosure.consents_of(applied.case.id)[-1], on=today(), note="やめたい"
            )
        assert counts(cast.disability)["InformationAnswer"] == 0
        assert state(row, cast.worker) == State.ANSWERED

    def test_the_database_takes_no_answer_that_was_not_asked_for(self, applied, cast):
        (row,) = ask(applied)
        with acting_as(cast.disability), pytest.raises(ProgrammingError), transaction.atomic():
            InformationAnswer.objects.create(
                case_id=applied.case.id,
                request=row,
                section="work",
                kinds=5,
                answers={"since": "?"},
                known_on=DAY,
            )

    def test_the_asked_agency_can_not_change_what_was_asked(self, applied, cast):
        (row,) = ask(applied)
        with acting_as(cast.disability):
            assert InformationRequest.objects.filter(pk=row.pk).update(sections=["work"]) == 0


class TestAnswering:
    def test_an_answer_keeps_author_source_and_day(self, applied, cast):
        (row,) = ask(applied)
        told = Told("health", HEALTH, known_on=DAY, sources=["papers"], source_note="主治医意見書")
        reply(row, told, by=cast.disability)
        with acting_as(cast.coordinator):
            found = shown(in_full().get(pk=row.pk), on=DAY)
        assert (found.reply.author, found.reply.agency) == (cast.disability.user, cast.disability.agency)
        assert (found.answers[0].source_note, found.answers[0].kinds) == ("主治医意見書", 3)
        assert found.state == State.ANSWERED

    def test_only_who_was_asked_answers(self, applied, cast):
        (row,) = ask(applied)
        assert codes(lambda: reply(row, by=cast.worker)) == ["not_asked"]

    def test_only_once(self, applied, cast):
        (row,) = ask(applied)
        reply(row, by=cast.disability)
        assert codes(lambda: reply(row, by=cast.disability)) == ["replied_already"]

    def test_only_what_was_asked(self, applied, cast):
        (row,) = ask(applied)
        told = Told("work", {"since": "3年"}, known_on=DAY)
        assert codes(lambda: reply(row, told, by=cast.disability)) == ["not_what_was_asked"]

    def test_an_empty_answer_is_none(self, applied, cast):
        (row,) = ask(applied)
        told = Told("health", {}, known_on=DAY)
        assert codes(lambda: reply(row, told, by=cast.disability)) == ["nothing_told"]

    def test_what_the_person_no_longer_shares_is_not_told(self, path, cast):
        path.apply()
        (row,) = ask(path, sections=[PartSection.HEALTH, PartSection.WORK])
        path.apply(kinds=int(DataKind.BASIC | DataKind.LIFE | DataKind.WORK), version=None)
        told = [Told("health", HEALTH, known_on=DAY), Told("work", {"since": "3年"}, known_on=DAY)]
        assert codes(lambda: reply(row, *told, by=cast.disability)) == ["section_not_shared"]
        reply(row, told[1], by=cast.disability)

    def test_not_answering_needs_a_reason(self, applied, cast):
        (row,) = ask(applied)
        with acting_as(cast.disability):
            found = in_full().get(pk=row.pk)
            act = lambda: actions.decline(found, by=cast.disability, on=DAY, reason=" ")  # noqa: E731
            assert codes(act) == ["no_decline_reason"]
            actions.decline(found, by=cast.disability, on=DAY, reason="会ったことがない")
        assert state(row, cast.coordinator) == State.DECLINED

    def test_a_request_taken_back_is_not_answered(self, applied, cast):
        (row,) = ask(applied)
        with acting_as(cast.coordinator):
            actions.take_back(row, by=cast.coordinator, on=DAY)
        assert codes(lambda: reply(row, by=cast.disability)) == ["request_closed"]
        assert state(row, cast.coordinator) == State.CLOSED


class TestTakingOver:
    def take(self, path, by=None):
        by = by or path.cast.coordinator
        with acting_as(by):
            return [actions.take(one, by=by, on=DAY) for one in InformationAnswer.objects.all()]

    def test_the_answer_becomes_the_part_of_who_gave_it(self, applied, cast):
        (row,) = ask(applied, question="いつから?", question_section="health")
        answers = HEALTH | {"asked": [{"question": "いつから?", "answer": "去年の秋"}]}
        reply(row, Told("health", answers, known_on=DAY, sources=["papers"]), by=cast.disability)
        (part,) = self.take(applied)
        assert (part.author, part.agency, part.sources) == (
            cast.disability.user, cast.disability.agency, ["papers"],
        )  # fmt: skip
        assert part.taken_by == cast.coordinator.user
        assert state(row, cast.coordinator) == State.TAKEN

    def test_what_others_wrote_in_the_section_stays_beside_it(self, applied, cast):
        applied.assess(PartSection.HEALTH, answers={"state": "良い"})
        (row,) = ask(applied)
        reply(row, by=cast.disability)
        self.take(applied)
        with acting_as(cast.coordinator):
            kept = {part.agency: part.answers["state"] for part in AssessmentPart.objects.all()}
        assert kept == {cast.coordinator.agency: "良い", cast.disability.agency: "あまり良くない"}

    def test_it_is_taken_once(self, applied, cast):
        (row,) = ask(applied)
        reply(row, by=cast.disability)
        self.take(applied)
        assert codes(lambda: self.take(applied)) == ["taken_already"]

    def test_who_answered_does_not_take_it_over(self, applied, cast):
        (row,) = ask(applied)
        reply(row, by=cast.disability)
        with acting_as(cast.disability), pytest.raises(InformationAnswer.DoesNotExist):
            actions.take(InformationAnswer.objects.get(), by=cast.disability, on=DAY)


class TestTracking:
    def test_home_tells_who_is_asked_and_then_who_asked(self, applied, cast):
        (row,) = ask(applied)
        with acting_as(cast.disability):
            waiting, ours = home_rows(cast.disability)
        assert ([one["act_label"] for one in waiting], ours) == (["回答する"], [])
        with acting_as(cast.coordinator):
            assert [one["act_label"] for one in home_rows(cast.coordinator)[1]] == ["確かめる"]
        reply(row, by=cast.disability)
        with acting_as(cast.coordinator):
            assert [one["act_label"] for one in home_rows(cast.coordinator)[1]] == ["取り込む"]
        with acting_as(cast.disability):
            assert home_rows(cast.disability) == ([], [])

    def test_before_its_day_the_asking_desk_is_left_in_peace(self, applied, cast):
        ask(applied, due_on=today() + timedelta(days=3))
        with acting_as(cast.coordinator):
            assert home_rows(cast.coordinator) == ([], [])

    @pytest.mark.parametrize(
        ("on", "expected"), [(DUE, State.WAITING), (DUE + timedelta(days=1), State.LATE)]
    )
    def test_a_request_is_late_after_its_day(self, applied, cast, on, expected):
        (row,) = ask(applied)
        with acting_as(cast.coordinator):
            assert shown(in_full().get(pk=row.pk), on=on).state == expected

    def test_the_list_of_a_case_takes_three_queries_however_many_there_are(
        self, applied, cast, django_assert_max_num_queries
    ):
        for section in (PartSection.HEALTH, PartSection.WORK, PartSection.FAMILY):
            for row in ask(
                applied, sections=[section], to=[cast.disability.agency, cast.participation.agency]
            ):
                del row
        with acting_as(cast.coordinator), django_assert_max_num_queries(3):
            assert len(requests_of(applied.case.id)) == 6


CONSENTS = [
    {"answer": "agree"},
    {"answer": "agree", "kinds": LIMITED},
    {"answer": "agree", "kinds": int(SHAREABLE_KINDS | DataKind.TAX)},
    {"answer": "agree", "purposes": int(Purpose.PLAN)},
    {"answer": "agree", "agencies": []},
    {"answer": "agree", "valid_until": DAY},
    {"answer": "agree", "valid_until": date(2099, 1, 1)},
    {"answer": "agree", "confirmed_on": date(2099, 1, 1)},
    {"answer": "disagree"},
    {"answer": "unclear"},
]


def test_the_database_and_the_rules_agree_on_what_is_shared(applied, cast):
    """After each word of the person, whatever they had said before."""
    ask(applied)
    asked = cast.disability.agency.id
    for values in [word for before in CONSENTS for after in CONSENTS for word in (before, after)]:
        with acting_as(cast.worker):
            disclosure.record_consent(
                applied.case.id, by=cast.worker, level=disclosure.ConsentLevel.APPLICATION,
                **({"confirmed_on": DAY + timedelta(days=1)} | values),
            )  # fmt: skip
            wanted = shared_with(applied.case.id, [asked], on=today())
        with acting_as(cast.disability), connection.cursor() as cursor:
            cursor.execute("SELECT coordination_shared_with_us(%s)", [applied.case.id])
            assert cursor.fetchone()[0] == wanted[asked], values


class TestPages:
    def test_the_asked_agency_answers_on_a_page_of_its_own(self, applied, cast, sign_in):
        (row,) = ask(applied, question="いつから?", question_section="health")
        client, page = sign_in(cast.disability), reverse("coordination:request", args=[row.id])
        shown_page = client.get(page).content.decode()
        assert (
            "health-treatment" in shown_page and "work-since" not in shown_page and "いつから?" in shown_page
        )
        answer = {
            "can_answer": "yes", "health-treatment": "内科に月1回", "question_answer": "去年の秋", "known_on": "R7.5.1"
        }  # fmt: skip
        assert client.post(page, answer).status_code == 302
        assert "去年の秋" in client.get(page).content.decode()
        for name, args in (("assessment", [applied.case.id]), ("requests", [applied.case.id])):
            assert client.get(reverse(f"coordination:{name}", args=args)).status_code == 404

    def test_a_stranger_finds_nothing(self, applied, cast, sign_in):
        (row,) = ask(applied)
        reply(row, by=cast.disability)
        with acting_as(cast.coordinator):
            answer = InformationAnswer.objects.get()
        client = sign_in(cast.stranger)
        for name, arg in (
            ("requests", applied.case.id),
            ("request_new", applied.case.id),
            ("request", row.id),
        ):
            assert client.get(reverse(f"coordination:{name}", args=[arg])).status_code == 404
        assert client.post(reverse("coordination:answer_take", args=[answer.id])).status_code == 404
        assert client.post(reverse("coordination:request_take_back", args=[row.id])).status_code == 404
        assert "田中" not in client.get(reverse("coordination:request_inbox")).content.decode()

    def test_the_desk_asks_and_takes_over_with_one_press(self, applied, cast, sign_in):
        client = sign_in(cast.coordinator)
        new = reverse("coordination:request_new", args=[applied.case.id])
        assert client.get(new).status_code == 200
        sent = {
            "receivers": [str(cast.disability.agency.id)], "sections_asked": ["health"], "reason": "通院のこと",
            "due_on": "2099-05-01",
        }  # fmt: skip
        assert client.post(new, sent).status_code == 302
        with acting_as(cast.coordinator):
            row = InformationRequest.objects.get()
        reply(row, by=cast.disability)
        with acting_as(cast.coordinator):
            answer = InformationAnswer.objects.get()
        listed = reverse("coordination:requests", args=[applied.case.id])
        assert "アセスメントに取り込む" in client.get(listed).content.decode()
        taken = client.post(reverse("coordination:answer_take", args=[answer.id]))
        assert taken.status_code == 302 and taken.url.endswith("#health")
        again = client.post(reverse("coordination:answer_take", args=[answer.id]))
        assert again.status_code == 409 and "もうアセスメントに入っています" in again.content.decode()

    def test_an_agency_left_out_is_not_offered(self, path, cast, sign_in):
        path.apply(excluded=[cast.disability.agency.id])
        page = sign_in(cast.coordinator).get(reverse("coordination:request_new", args=[path.case.id]))
        assert str(cast.disability.agency.id) not in page.content.decode()
        assert str(cast.participation.agency.id) in page.content.decode()

    def test_residents_are_not_offered_and_not_asked(self, applied, cast, sign_in):
        """R-DIS-10"""
        Agency.objects.filter(pk=cast.disability.agency.pk).update(kind=AgencyKind.RESIDENT)
        page = sign_in(cast.coordinator).get(reverse("coordination:request_new", args=[applied.case.id]))
        assert str(cast.disability.agency.id) not in page.content.decode()
        residents = Agency.objects.get(pk=cast.disability.agency.pk)
        assert codes(lambda: ask(applied, to=[residents])) == ["resident"]

    def test_the_database_shows_residents_no_request(self, applied, cast):
        """R-DIS-10"""
        ask(applied)
        assert counts(cast.disability)["InformationRequest"] == 1
        Agency.objects.filter(pk=cast.disability.agency.pk).update(kind=AgencyKind.RESIDENT)
        assert counts(cast.disability)["InformationRequest"] == 0

    def test_opening_a_request_from_outside_the_case_is_in_its_log(self, applied, cast, sign_in):
        (row,) = ask(applied)
        sign_in(cast.disability).get(reverse("coordination:request", args=[row.id]))
        with acting_as(cast.worker), connection.cursor() as cursor:
            cursor.execute(
                "SELECT agency_id, subject, basis FROM disclosure_looks_of(%s, NULL, NULL, NULL, NULL, false, NULL, 50)",
                [applied.case.id],
            )
            looks = cursor.fetchall()
        assert (cast.disability.agency.id, "情報提供依頼", "consent") in looks
