"""委託契約: who keeps it, what it needs, and that what was entrusted ends with it (R-DIS-01)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.urls import reverse

from kasane.agencies.contracts import actions, rules
from kasane.agencies.contracts.queries import files_seen_by
from kasane.agencies.models import Contract, Delivery
from kasane.agencies.queries import contract_for
from kasane.base.dates import today, wareki
from kasane.base.models import StaleEdit
from kasane.base.obstacles import Forbidden
from kasane.cases import actions as cases
from kasane.cases.models import Case
from kasane.disclosure import api as disclosure
from kasane.disclosure.models import EvidenceType
from kasane.disclosure.queries import rights_on
from kasane.disclosure.viewer import acting_as

START = date(2025, 4, 1)


@pytest.fixture
def delivery(cast):
    row = Delivery.objects.create(
        key="hokatsu", works=[1], fields=["care"], program="support_center", name="地域包括支援センターの運営",
        modes=["委託"],
    )  # fmt: skip
    row.agencies.add(cast.worker.agency)
    return row


@pytest.fixture
def contract(cast, delivery):
    return actions.add_contract(
        cast.worker.agency, by=cast.manager, delivery=delivery, starts_on=START, ends_on=None
    )


@pytest.fixture
def case(cast, contract):
    with acting_as(cast.worker):
        return cases.open_case(by=cast.worker, on=date(2025, 5, 1))


def sees(actor, case) -> bool:
    with acting_as(actor):
        return Case.objects.filter(pk=case.pk).exists()


def until(contract, cast, day) -> Contract:
    return actions.change_contract(
        contract, by=cast.manager, version=contract.version, starts_on=START, ends_on=day
    )


def test_what_a_contractor_takes_in_is_entrusted_work(cast, case, contract):
    with acting_as(cast.worker):
        (right,) = rights_on(case.id)
    assert (right.basis, right.until) == (EvidenceType.ENTRUSTED, None)


def test_an_agency_without_a_contract_has_its_own_work(cast):
    with acting_as(cast.worker):
        (right,) = rights_on(cases.open_case(by=cast.worker, on=date(2025, 5, 1)).id)
    assert right.basis == EvidenceType.OWN_WORK


def test_entrusted_work_ends_with_the_contract_and_goes_on_with_it(cast, case, contract):
    assert sees(cast.worker, case)
    ended = until(contract, cast, today() - timedelta(days=1))
    assert not sees(cast.worker, case)
    longer = until(ended, cast, today())
    assert sees(cast.worker, case), "the last day belongs to the contract"
    with acting_as(cast.worker):
        assert [right.until for right in rights_on(case.id)] == [today()]
    assert longer.version == 3


def test_the_contract_of_the_next_year_goes_on_with_the_cases(cast, case, contract, delivery):
    until(contract, cast, today() - timedelta(days=1))
    assert not sees(cast.worker, case)
    new = actions.add_contract(
        cast.worker.agency, by=cast.manager, delivery=delivery, starts_on=today(), ends_on=None
    )
    assert sees(cast.worker, case)
    assert files_seen_by(new.id) == 0, "counted for somebody who is signed in alone"
    with acting_as(cast.worker):
        disclosure.reconcile(case.id)
    assert sees(cast.worker, case), "deriving anew says the same"


def test_after_the_contracts_have_run_out_nothing_new_is_taken_in(cast, contract):
    until(contract, cast, today() - timedelta(days=1))
    with acting_as(cast.worker):
        with pytest.raises(Forbidden) as refused:
            cases.open_case(by=cast.worker, on=today())
        assert refused.value.codes == ["no_contract"]
        assert Case.objects.count() == 0


def test_the_contract_for_consultation_counts_first(cast, contract, delivery):
    other = Delivery.objects.create(key="a", works=[3], fields=[], program="own", name="サロン")
    other.agencies.add(cast.worker.agency)
    actions.add_contract(cast.worker.agency, by=cast.manager, delivery=other, starts_on=START, ends_on=None)
    assert contract_for(cast.worker.agency.id, on=today()) == contract
    assert contract_for(cast.worker.agency.id, on=START - timedelta(days=1)) is None
    assert contract_for(cast.stranger.agency.id, on=today()) is None


@pytest.mark.parametrize("who", ["worker", "coordinator", "administrator"])
def test_nobody_else_keeps_contracts(cast, delivery, who):
    with pytest.raises(Forbidden) as refused:
        actions.add_contract(
            cast.worker.agency, by=getattr(cast, who), delivery=delivery, starts_on=START, ends_on=None
        )
    assert refused.value.codes == ["not_keeper"]
    assert Contract.objects.count() == 0


@pytest.mark.parametrize(
    ("term", "delivers", "others", "codes"),
    [
        ((START, None), True, [], []),
        ((START, START), True, [(START + timedelta(days=1), None)], []),
        ((START, START - timedelta(days=1)), True, [], ["ends_before_start"]),
        ((START, None), False, [], ["not_delivered"]),
        ((START, None), True, [(date(2024, 4, 1), START)], ["overlaps"]),
        ((START, START), True, [(START, None)], ["overlaps"]),
    ],
)
def test_a_contract_needs_its_days_and_its_delivery(term, delivers, others, codes):
    found = rules.contract_obstacles(term, agency_delivers=delivers, others=others)
    assert [one.code for one in found] == codes


def test_two_who_change_a_contract_at_once_see_it(cast, contract):
    until(contract, cast, None)
    with pytest.raises(StaleEdit):
        until(contract, cast, today())


def test_the_page_says_what_the_end_closes(cast, sign_in, case, contract):
    page = (
        sign_in(cast.manager).get(reverse("agencies:agency", args=[cast.worker.agency.id])).content.decode()
    )
    address = reverse("agencies:contract_edit", args=[contract.id])
    assert address in page and "契約中" in page
    assert "1件見ています" in sign_in(cast.manager).get(address).content.decode()
    typed = {"starts_on": wareki(START), "ends_on": "令和7年3月1日", "note": "第5号", "version": "1"}
    refused = sign_in(cast.manager).post(address, typed)
    assert refused.status_code == 409 and "最終日が、初日より前" in refused.content.decode()
    assert "第5号" in refused.content.decode(), "nothing typed is lost"
    done = sign_in(cast.manager).post(address, typed | {"ends_on": wareki(today() - timedelta(days=1))})
    assert done.status_code == 302
    assert not sees(cast.worker, case)


def test_a_contract_is_added_on_screen(cast, sign_in, delivery):
    address = reverse("agencies:contract_new", args=[cast.worker.agency.id])
    typed = {"delivery": str(delivery.id), "starts_on": "令和7年4月1日", "ends_on": "令和10年3月31日"}
    assert sign_in(cast.manager).post(address, typed).status_code == 302
    assert Contract.objects.get().ends_on == date(2028, 3, 31)


def test_a_worker_sees_the_term_and_no_button(cast, sign_in, contract):
    page = sign_in(cast.worker).get(reverse("agencies:agency", args=[cast.worker.agency.id])).content.decode()
    assert "委託契約" in page and "期間を変える" not in page
    typed = {"starts_on": wareki(START), "ends_on": "", "version": "1"}
    answer = sign_in(cast.worker).post(reverse("agencies:contract_edit", args=[contract.id]), typed)
    assert answer.status_code == 409 and "町の課の管理職" in answer.content.decode()


def test_the_database_writes_every_change_of_a_contract_to_the_log(contract):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_trigger"
            " WHERE tgrelid = 'agencies_contract'::regclass AND tgname = 'record_change' AND tgenabled = 'O'"
        )
        assert cursor.fetchone()[0] == 1
