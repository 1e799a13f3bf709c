"""Open cases nobody of the responsible agency can see: who is told, and who takes them (R-INT-05)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from kasane.agencies.actions import close_account, end_post
from kasane.agencies.models import Contract, Delivery, Post, Work
from kasane.base.dates import today
from kasane.base.obstacles import Forbidden
from kasane.cases.actions import advance, close, hand_over
from kasane.cases.holding.actions import give
from kasane.cases.holding.queries import possible_holders, unheld
from kasane.cases.models import Case, ClosedAs, Event, Stage, Task
from kasane.disclosure import api as disclosure
from kasane.disclosure.viewer import acting_as
from kasane.intake import actions as intake
from kasane.intake.models import Referral
from kasane.intake.tests.factories import case_of, receive, refer, said


@pytest.fixture
def case(cast) -> Case:
    """Taken in by hokatsu, and taken over by shakyo."""
    with acting_as(cast.worker):
        case = case_of(receive(cast.worker))
        refer(case, by=cast.worker, to=cast.participation.agency)
    with acting_as(cast.participation):
        row = Referral.objects.get()
        intake.answer(row, by=cast.participation, version=row.version, on=today(), answer="accepted")
    return case


def everybody_leaves(cast, actor) -> None:
    for post in Post.objects.filter(agency=actor.agency):
        end_post(post, by=cast.administrator, on=today() - timedelta(days=1))


def numbers(actor) -> list[tuple[str, str]]:
    with acting_as(actor):
        return [(one.number, one.reason) for one in unheld()]


def test_a_case_that_is_held_is_on_nobodys_list(cast, case):
    assert numbers(cast.coordinator) == []


def test_when_the_last_of_an_agency_leaves_coordinators_and_the_town_are_told(cast, case):
    everybody_leaves(cast, cast.participation)
    for actor in (cast.coordinator, cast.manager, cast.decider):
        assert numbers(actor) == [(case.label, "staff")]


def test_an_account_that_is_closed_holds_nothing(cast, case):
    close_account(cast.participation.user, by=cast.administrator)
    assert numbers(cast.coordinator) == [(case.label, "staff")]


def test_a_case_that_has_ended_needs_no_holder_until_it_goes_on(cast, case):
    everybody_leaves(cast, cast.participation)
    with acting_as(cast.participation):
        row = close(
            Case.objects.get(pk=case.pk), by=cast.participation, on=today(), closed_as=ClosedAs.CLOSED
        )
    assert numbers(cast.coordinator) == []
    with acting_as(cast.participation):
        advance(row, Stage.RECEPTION, by=cast.participation)
    assert numbers(cast.coordinator) == [(case.label, "staff")]


def test_an_agency_without_any_right_holds_nothing(cast, case):
    with acting_as(cast.participation):
        row = Case.objects.get(pk=case.pk)
        hand_over(row, by=cast.participation, agency=cast.stranger.agency)
    assert numbers(cast.coordinator) == [(case.label, "consent")]


@pytest.mark.parametrize("who", ["worker", "stranger", "administrator"])
def test_nobody_else_is_told(cast, case, who, sign_in):
    everybody_leaves(cast, cast.participation)
    assert numbers(getattr(cast, who)) == []


def test_the_page_is_not_there_for_others(cast, case, sign_in):
    everybody_leaves(cast, cast.participation)
    client = sign_in(cast.stranger)
    assert client.get(reverse("cases:unheld")).status_code == 404
    assert client.get(reverse("cases:unheld_give", args=[case.id])).status_code == 404


def test_the_home_page_of_the_coordinator_leads_to_the_choice(cast, case, sign_in):
    everybody_leaves(cast, cast.participation)
    page = sign_in(cast.coordinator).get("/")
    assert reverse("cases:unheld_give", args=[case.id]) in page.content.decode()


def test_given_on_it_stands_on_the_home_page_of_the_new_agency(cast, case, sign_in):
    everybody_leaves(cast, cast.participation)
    client = sign_in(cast.coordinator)
    url = reverse("cases:unheld_give", args=[case.id])
    client.get(url)
    posted = client.post(url, {"holder": str(cast.worker.agency.id), "reason": "職員がいなくなったため"})
    assert posted.status_code == 302
    assert numbers(cast.coordinator) == []
    with acting_as(cast.worker):
        assert Case.objects.get(pk=case.id).responsible_agency == cast.worker.agency
        assert Event.objects.filter(case=case, code="given", body="職員がいなくなったため").exists()
        assert Task.objects.get(case=case, source="holding").someone_waits


def test_only_who_has_a_right_can_be_chosen(cast, case):
    everybody_leaves(cast, cast.participation)
    with acting_as(cast.coordinator):
        assert [one.id for one in possible_holders(case.id)] == [cast.worker.agency.id]
        with pytest.raises(Forbidden):
            give(case.id, by=cast.coordinator, holder=cast.stranger.agency.id, reason="近いから")
    with acting_as(cast.worker), pytest.raises(Forbidden):
        give(case.id, by=cast.worker, holder=cast.worker.agency.id, reason="前からの縁")


@pytest.fixture
def contract(cast) -> Contract:
    delivery = Delivery.objects.create(
        key="hokatsu", works=[Work.CONSULTATION.value], fields=["介護"], program="elderly_support",
        name="地域包括支援センターの運営", modes=[],
    )  # fmt: skip
    delivery.agencies.add(cast.worker.agency)
    delivery.divisions.add(cast.manager.agency)
    return Contract.objects.create(delivery=delivery, agency=cast.worker.agency, starts_on=date(2020, 4, 1))


def test_when_a_contract_ends_the_division_that_entrusted_it_can_take_the_case(cast, contract):
    with acting_as(cast.worker):
        case = case_of(receive(cast.worker))
    Contract.objects.filter(pk=contract.pk).update(ends_on=today() - timedelta(days=1))
    assert numbers(cast.coordinator) == [(case.label, "contract")]
    with acting_as(cast.decider):
        assert not Case.objects.filter(pk=case.id).exists()
        assert [(one.id, one.way) for one in possible_holders(case.id)] == [
            (cast.decider.agency.id, "entrusts")
        ]
        give(case.id, by=cast.decider, holder=cast.decider.agency.id, reason="契約の終了")
        assert Case.objects.get(pk=case.id).responsible_agency == cast.decider.agency
    with acting_as(cast.worker):
        assert not Case.objects.filter(pk=case.id).exists()


def test_a_consent_taken_back_gives_the_case_to_the_desk_that_took_it_in(cast, case):
    with acting_as(cast.worker):
        consent = disclosure.consents_of(case.id)[0]
        intake.withdraw_answer(case, consent, by=cast.worker, on=today(), note="本人の申し出")
        assert Case.objects.get(pk=case.id).responsible_agency == cast.worker.agency
        assert Task.objects.filter(case=case, source="holding", agency=cast.worker.agency).count() == 1


def test_a_consent_that_has_run_out_is_told_to_the_coordinator(cast, case):
    with acting_as(cast.worker):
        ends = said(confirmed_on=today() - timedelta(days=3), valid_until=today())
        disclosure.record_consent(
            case.id, by=cast.worker, level="reception", answer=ends.answer, confirmed_on=ends.confirmed_on,
            valid_until=ends.valid_until,
        )  # fmt: skip
    assert numbers(cast.coordinator) == [(case.label, "consent")]


def test_the_list_costs_one_query(cast, case, django_assert_num_queries):
    everybody_leaves(cast, cast.participation)
    with acting_as(cast.coordinator), django_assert_num_queries(1):
        unheld()
