"""One sheet to several agencies (R-INT-04): all or none, each answers for itself, one leads."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kasane.base.obstacles import Forbidden
from kasane.cases.models import Case, Task
from kasane.disclosure.viewer import acting_as
from kasane.intake import actions
from kasane.intake.models import Referral
from kasane.intake.tests.factories import case_of, receive, refer, said
from kasane.intake.tests.hops.conftest import days_ago, give
from kasane.intake.tests.test_referral_views import TYPED

TALK = {"talk_on": days_ago(1), "talk_with": "包括 花子", "talk_note": "当方の対象ではないが、同行はする。"}


def test_each_gets_a_row_of_its_own_with_the_same_words(cast, both):
    with acting_as(cast.worker):
        rows = list(Referral.objects.all())
    assert {row.receiver_id for row in rows} == {cast.participation.agency.id, cast.disability.agency.id}
    assert len({row.group for row in rows}) == len({row.reason for row in rows}) == 1
    assert rows[0].group is not None


def test_both_see_the_case_and_that_the_other_was_asked_too(cast, both, sign_in):
    for actor, other in ((cast.participation, cast.disability), (cast.disability, cast.participation)):
        row = next(one for one in both if one.receiver_id == actor.agency.id)
        words = sign_in(actor).get(reverse("intake:referral", args=[row.id])).content.decode()
        assert f"{other.agency.name}" in words and "同じシートを、ほかに" in words


def test_one_agency_outside_the_consent_holds_all_back(cast):
    with acting_as(cast.worker):
        case = case_of(receive(cast.worker, consent=said(excluded=(cast.disability.agency.id,))))
        with pytest.raises(Forbidden) as refused:
            refer(case, by=cast.worker, to=cast.participation.agency, also=[cast.disability.agency])
        assert refused.value.codes == ["outside_scope"]
        assert cast.disability.agency.name in str(refused.value)
        assert not Referral.objects.exists()
        assert not Task.objects.filter(source="referral").exists()
    with acting_as(cast.participation):
        assert not Case.objects.exists()


def test_the_same_agency_twice_is_one(cast, case):
    with acting_as(cast.worker):
        refer(case, by=cast.worker, to=cast.participation.agency, also=[cast.participation.agency])
        assert Referral.objects.get().group is None


def test_what_is_wrong_with_the_sheet_is_told_once(cast, case):
    with acting_as(cast.worker), pytest.raises(Forbidden) as refused:
        refer(case, by=cast.worker, to=cast.participation.agency, also=[cast.disability.agency], reason=" ")
    assert refused.value.codes == ["reason"]


def test_the_first_that_takes_it_leads_and_the_second_joins(cast, both):
    first, second = both
    assert give(first, cast.participation).state == "accepted"
    assert give(second, cast.disability).state == "joint"
    with acting_as(cast.worker):
        assert Case.objects.get().responsible_agency_id == cast.participation.agency.id


def test_the_answer_form_says_that_another_has_taken_it(cast, both, sign_in):
    give(both[0], cast.participation)
    page = sign_in(cast.disability).get(reverse("intake:answer", args=[both[1].id]))
    assert "先に受けて、主担当になりました" in page.content.decode()


def test_returned_by_all_it_stays_with_the_sender_who_still_sees_it(cast, both):
    for row, actor in zip(both, (cast.participation, cast.disability), strict=True):
        give(row, actor, "returned", **TALK)
    with acting_as(cast.worker):
        assert Case.objects.get().responsible_agency_id == cast.worker.agency.id
        assert Task.objects.filter(agency=cast.worker.agency, done_on=None, source="referral").count() == 2


def test_one_is_taken_back_and_the_other_stands(cast, both):
    with acting_as(cast.worker):
        actions.take_back(both[0], by=cast.worker, on=days_ago(0), note="本人が望まない")
    with acting_as(cast.participation):
        assert not Case.objects.exists()
    assert give(both[1], cast.disability).state == "accepted"


def test_an_answer_always_leaves_a_day_for_the_follow_up(cast, both):
    assert give(both[0], cast.participation, on=days_ago(3)).follow_up_on > days_ago(0)


def test_the_form_sends_to_all_that_are_ticked(cast, sign_in, case):
    typed = {
        **TYPED,
        "receiver": str(cast.participation.agency.id),
        "also": [str(cast.disability.agency.id)],
    }
    answer = sign_in(cast.worker).post(reverse("intake:refer", args=[case.id]), typed)
    assert answer.status_code == 302
    with acting_as(cast.worker):
        assert Referral.objects.count() == 2


def test_who_does_not_know_where_to_goes_to_the_centre_with_one_press(cast, sign_in, case, settings):
    cast.coordinator.agency.key = "juso-center"
    cast.coordinator.agency.save()
    client = sign_in(cast.worker)
    url = reverse("intake:refer", args=[case.id])
    assert "?to=centre" in client.get(url).content.decode()
    words = client.get(f"{url}?to=centre").content.decode()
    assert f'value="{cast.coordinator.agency.id}" selected' in words
    assert "行き先が分からないとき" in words


def test_nothing_is_sent_or_answered_on_a_day_to_come(cast, case, both):
    tomorrow = days_ago(-1)
    with pytest.raises(Forbidden) as refused:
        give(both[0], cast.participation, on=tomorrow)
    assert refused.value.codes == ["future"]
    with acting_as(cast.worker), pytest.raises(Forbidden) as refused:
        refer(case, by=cast.worker, to=cast.coordinator.agency, on=tomorrow)
    assert refused.value.codes == ["future"]
