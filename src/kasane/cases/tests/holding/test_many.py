"""Several cases nobody holds, given to one agency at once: all of them or none (R-INT-05)."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from kasane.agencies.actions import end_post
from kasane.agencies.models import Post
from kasane.base.dates import today
from kasane.base.obstacles import Forbidden
from kasane.cases.holding.actions import give, give_many
from kasane.cases.holding.queries import holders_among, unheld_among
from kasane.cases.models import Case, Event, Task
from kasane.disclosure.viewer import acting_as
from kasane.intake import actions as intake
from kasane.intake.models import Referral
from kasane.intake.tests.factories import case_of, receive, refer

REASON = "職員がいなくなったため"


def taken_over(cast, *, sender) -> Case:
    """Taken in by the sender, and taken over by shakyo."""
    with acting_as(sender):
        case = case_of(receive(sender))
        refer(case, by=sender, to=cast.participation.agency)
    with acting_as(cast.participation):
        row = Referral.objects.get(case=case)
        intake.answer(row, by=cast.participation, version=row.version, on=today(), answer="accepted")
    return case


@pytest.fixture
def cases(cast) -> list[Case]:
    """Two of hokatsu's and one of kikan's, all with shakyo, where everybody has left."""
    found = [taken_over(cast, sender=one) for one in (cast.worker, cast.worker, cast.disability)]
    for post in Post.objects.filter(agency=cast.participation.agency):
        end_post(post, by=cast.administrator, on=today() - timedelta(days=1))
    return found


def responsible(cast, case) -> str:
    with acting_as(cast.worker):
        return str(Case.objects.get(pk=case.id).responsible_agency)


def test_all_of_them_are_given_with_one_reason(cast, cases):
    hokatsu = cast.worker.agency
    with acting_as(cast.coordinator):
        assert (
            give_many([one.id for one in cases[:2]], by=cast.coordinator, holder=hokatsu.id, reason=REASON)
            == 2
        )
    with acting_as(cast.worker):
        assert {one.responsible_agency for one in Case.objects.filter(pk__in=[c.id for c in cases[:2]])} == {
            hokatsu
        }
        assert Task.objects.filter(agency=hokatsu, source="holding").count() == 2
        assert Event.objects.filter(code="given", body=REASON).count() == 2


def test_one_that_can_not_go_there_keeps_back_all_and_is_named(cast, cases):
    with acting_as(cast.coordinator), pytest.raises(Forbidden) as refused:
        give_many([one.id for one in cases], by=cast.coordinator, holder=cast.worker.agency.id, reason=REASON)
    (one,) = refused.value.obstacles
    assert one.code == "no_right"
    assert cases[2].label in one.sentence
    with acting_as(cast.coordinator):
        assert len(unheld_among([one.id for one in cases])) == 3


def test_one_that_was_given_meanwhile_keeps_back_all(cast, cases):
    hokatsu = cast.worker.agency.id
    with acting_as(cast.coordinator):
        give(cases[0].id, by=cast.coordinator, holder=hokatsu, reason=REASON)
    with acting_as(cast.coordinator), pytest.raises(Forbidden) as refused:
        give_many([one.id for one in cases[:2]], by=cast.coordinator, holder=hokatsu, reason=REASON)
    assert refused.value.codes == ["held"]
    with acting_as(cast.coordinator):
        assert [one.id for one in unheld_among([cases[1].id])] == [cases[1].id]


@pytest.mark.parametrize("who", ["worker", "stranger", "administrator"])
def test_nobody_else_is_told_or_gives(cast, cases, who):
    actor = getattr(cast, who)
    with acting_as(actor):
        assert unheld_among([one.id for one in cases]) == []
        assert holders_among([one.id for one in cases]) == {}
        with pytest.raises(Forbidden):
            give_many([cases[0].id], by=actor, holder=cast.worker.agency.id, reason=REASON)


def test_the_page_says_who_can_take_all_and_who_only_some(cast, cases, sign_in):
    client = sign_in(cast.coordinator)
    page = client.get(reverse("cases:unheld_give_many"), {"case": [str(one.id) for one in cases]})
    words = page.content.decode()
    assert "3件のうち2件だけ" in words
    assert "どれも変えずに" in words
    assert all(one.label in words for one in cases)


def test_on_the_page_the_ones_in_the_way_are_told_and_the_others_are_offered(cast, cases, sign_in):
    client = sign_in(cast.coordinator)
    url = reverse("cases:unheld_give_many")
    typed = {
        "case": [str(one.id) for one in cases],
        "holder": str(cast.worker.agency.id),
        "reason": REASON,
    }
    refused = client.post(url, typed)
    assert refused.status_code == 409
    words = refused.content.decode()
    assert "この機関に決められる2件だけを選び直す" in words
    assert REASON in words
    done = client.post(url, {**typed, "case": [str(one.id) for one in cases[:2]]})
    assert done.status_code == 302
    assert {responsible(cast, one) for one in cases[:2]} == {str(cast.worker.agency)}


def test_nothing_ticked_leads_back_with_a_word(cast, cases, sign_in):
    client = sign_in(cast.coordinator)
    back = client.get(reverse("cases:unheld_give_many"), follow=True)
    assert "印をつけてください" in back.content.decode()


def test_what_is_no_case_is_not_there(cast, sign_in):
    client = sign_in(cast.coordinator)
    assert client.get(reverse("cases:unheld_give_many"), {"case": "x"}).status_code == 404
    assert (
        client.post(reverse("cases:unheld_give_many"), {"case": str(uuid4()), "reason": REASON}).status_code
        == 422
    )


@pytest.mark.parametrize("who", ["worker", "stranger", "administrator"])
def test_the_page_is_not_there_for_others(cast, cases, who, sign_in):
    url = reverse("cases:unheld_give_many")
    asked = {"case": str(cases[0].id), "holder": str(cast.worker.agency.id), "reason": REASON}
    client = sign_in(getattr(cast, who))
    assert client.get(url, asked).status_code == 404
    assert client.post(url, asked).status_code == 404


def test_the_list_ticks_all_on_request(cast, cases, sign_in):
    client = sign_in(cast.coordinator)
    assert client.get(reverse("cases:unheld"), {"pick": "all"}).content.decode().count(" checked") == 3


def test_several_are_read_with_two_queries(cast, cases, django_assert_num_queries):
    ids = [one.id for one in cases]
    with acting_as(cast.coordinator), django_assert_num_queries(2):
        unheld_among(ids)
        holders_among(ids)
