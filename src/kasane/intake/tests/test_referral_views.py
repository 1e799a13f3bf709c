"""つなぎ on screen: sending with all its items, the receiving desk, obstacles with their mends."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from kasane.cases import api as cases
from kasane.cases.models import Case
from kasane.disclosure.api import consents_of
from kasane.disclosure.viewer import acting_as
from kasane.intake import actions, panels
from kasane.intake.api import reception_of
from kasane.intake.models import Referral
from kasane.intake.tests.factories import case_of, make_centre, receive, refer, said

TYPED: dict[str, Any] = {
    "sent_on": "R7.4.8",
    "requests": ["consultation", "roles"],
    "reason": "介護だけでは解けない。",
    "course": "4月3日に電話で受付。",
    "explained_by": "包括 花子",
    "explained_on": "R7.4.3",
    "explained_what": "重層支援センターが加わること",
    "wish": "兄のことも相談したい",
    "accompaniment": "goes_along",
    "arranges_meeting": "on",
    "care_note": "午後なら話せる",
    "attachments": ["2-1-1"],
    "follow_up_on": "R7.5.8",
    "kinds": ["16"],
}


@pytest.fixture
def case(cast) -> Case:
    make_centre(cast.coordinator.agency)
    with acting_as(cast.worker):
        return case_of(receive(cast.worker))


@pytest.fixture
def sent(cast, case) -> Referral:
    with acting_as(cast.worker):
        return refer(case, by=cast.worker, to=cast.coordinator.agency)


def send_to(actor: Any) -> dict[str, Any]:
    return {**TYPED, "receiver": str(actor.agency.id)}


def test_the_sheet_is_sent_with_all_its_items(cast, sign_in, case):
    url = reverse("intake:refer", args=[case.id])
    answer = sign_in(cast.worker).post(url, send_to(cast.coordinator))
    with acting_as(cast.coordinator):
        row = Referral.objects.get()
        assert row.requests == ["consultation", "roles"]
        assert (row.explained_by, row.explained_on) == ("包括 花子", date(2025, 4, 3))
        assert (row.accompaniment, row.arranges_meeting, row.attachments) == ("goes_along", True, ["2-1-1"])
        assert (row.sent_on, row.follow_up_on) == (date(2025, 4, 8), date(2025, 5, 8))
    assert answer.url == reverse("intake:referral", args=[row.id])


def test_the_way_chosen_at_triage_fills_the_sheet(cast, sign_in, case):
    with acting_as(cast.worker):
        actions.decide(
            reception_of(case.id),
            by=cast.worker,
            on=date(2025, 4, 4),
            outcome="coordination",
            reason="8050",
        )
    words = (
        sign_in(cast.worker)
        .get(reverse("intake:refer", args=[case.id]) + "?to=coordination")
        .content.decode()
    )
    assert f'value="{cast.coordinator.agency.id}" selected' in words
    assert "8050" in words
    assert "母の介護のことで電話" in words


@pytest.mark.parametrize(
    "name", ["explained_by", "explained_on", "explained_what", "reason", "requests", "receiver"]
)
def test_what_is_always_asked_can_not_be_left_out(cast, sign_in, case, name):
    values = send_to(cast.coordinator)
    del values[name]
    page = sign_in(cast.worker).post(reverse("intake:refer", args=[case.id]), values)
    assert page.status_code == 422
    with acting_as(cast.worker):
        assert not Referral.objects.exists()


def test_without_consent_the_sheet_opens_with_the_obstacle_and_is_not_sent(cast, sign_in):
    with acting_as(cast.worker):
        case = case_of(receive(cast.worker, consent=said("unclear")))
    client = sign_in(cast.worker)
    url = reverse("intake:refer", args=[case.id])
    for page in (client.get(url), client.post(url, send_to(cast.coordinator))):
        words = page.content.decode()
        assert "本人の同意がまだありません" in words
        assert reverse("conferences:add_item_support", args=[case.id]) in words
    assert page.status_code == 409
    assert "介護だけでは解けない。" in words
    with acting_as(cast.coordinator):
        assert not Case.objects.exists()


def test_agencies_outside_the_consent_are_marked_not_hidden(cast, sign_in):
    with acting_as(cast.worker):
        case = case_of(receive(cast.worker, consent=said(excluded=(cast.stranger.agency.id,))))
    words = sign_in(cast.worker).get(reverse("intake:refer", args=[case.id])).content.decode()
    assert "こども笑顔課(同意の範囲にありません)" in words
    assert "重層支援センター(同意の範囲にありません)" not in words


def test_the_inbox_puts_the_urgent_first_then_the_longest_waiting(cast, sign_in, sent):
    with acting_as(cast.worker):
        refer(case_of(receive(cast.worker)), by=cast.worker, to=cast.coordinator.agency, on=date(2025, 4, 5))
        hurry = case_of(receive(cast.worker, is_urgent=True, urgent_note="食べ物がない"))
        refer(hurry, by=cast.worker, to=cast.coordinator.agency, on=date(2025, 4, 12))
    page = sign_in(cast.coordinator).get(reverse("intake:inbox"))
    assert [row.sent_on.day for row in page.context["page"].rows] == [12, 5, 8]
    assert "期限すぎ" in page.content.decode()
    assert (
        "返事を待っているつなぎはありません"
        in sign_in(cast.stranger).get(reverse("intake:inbox")).content.decode()
    )


def test_the_inbox_asks_the_database_the_same_however_many_wait(
    cast, sign_in, sent, django_assert_max_num_queries
):
    with acting_as(cast.worker):
        for _ in range(5):
            refer(case_of(receive(cast.worker)), by=cast.worker, to=cast.coordinator.agency)
    client = sign_in(cast.coordinator)
    with django_assert_max_num_queries(14):
        assert len(client.get(reverse("intake:inbox")).context["page"].rows) == 6


PAGES = ("referral", "answer", "take_back", "follow_up")


@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_a_referral_is_for_both_sides_only(cast, sign_in, sent, name):
    url = reverse(f"intake:{name}", args=[sent.id])
    for actor in (cast.worker, cast.coordinator):
        assert sign_in(actor).get(url).status_code == 200
    for actor in (cast.stranger, cast.disability, cast.decider, cast.administrator):
        assert sign_in(actor).get(url).status_code == 404
        assert sign_in(actor).post(url, {}).status_code == 404


def test_only_the_receiver_is_offered_the_answers(cast, sign_in, sent):
    url = reverse("intake:referral", args=[sent.id])
    offer = reverse("intake:answer", args=[sent.id])
    assert offer in sign_in(cast.coordinator).get(url).content.decode()
    words = sign_in(cast.worker).get(url).content.decode()
    assert offer not in words
    assert reverse("intake:take_back", args=[sent.id]) in words


def answered(actor: Any, answer: str, **values: str) -> dict[str, str]:
    return {
        "answer": answer,
        "version": "1",
        "received_on": "R7.4.9",
        "on": "R7.4.10",
        "answered_by": str(actor.user.id),
        **values,
    }


def test_accepting_on_screen(cast, sign_in, sent):
    url = reverse("intake:answer", args=[sent.id])
    answer = sign_in(cast.coordinator).post(
        url, answered(cast.coordinator, "accepted", note="明日訪問します")
    )
    assert answer.status_code == 302
    words = sign_in(cast.worker).get(reverse("intake:referral", args=[sent.id])).content.decode()
    assert "明日訪問します" in words
    with acting_as(cast.worker):
        assert Case.objects.get().responsible_agency == cast.coordinator.agency


def test_returning_without_a_talk_shows_the_obstacle_and_keeps_the_words(cast, sign_in, sent):
    url = reverse("intake:answer", args=[sent.id])
    client = sign_in(cast.coordinator)
    page = client.post(url, answered(cast.coordinator, "returned", note="介護が中心のため"))
    assert page.status_code == 409
    assert "R-INT-04" in page.content.decode()
    assert "介護が中心のため" in page.content.decode()
    talk = {"talk_on": "R7.4.10", "talk_with": "包括 花子", "talk_note": "役割を分けた"}
    assert client.post(url, answered(cast.coordinator, "returned", **talk)).status_code == 302


def test_the_sender_can_not_answer_for_the_receiver(cast, sign_in, sent):
    page = sign_in(cast.worker).post(
        reverse("intake:answer", args=[sent.id]), answered(cast.worker, "accepted")
    )
    assert page.status_code == 409
    assert "つなぎ先の機関です" in page.content.decode()


def test_taking_back_and_following_up_on_screen(cast, sign_in, sent):
    client = sign_in(cast.worker)
    early = client.post(reverse("intake:follow_up", args=[sent.id]), {"on": "今日", "result": "まだ"})
    assert early.status_code == 409
    assert (
        client.post(reverse("intake:take_back", args=[sent.id]), {"note": "本人が考え直した"}).status_code
        == 302
    )
    assert sign_in(cast.coordinator).get(reverse("intake:referral", args=[sent.id])).status_code == 404


def steps(actor: Any) -> list[str]:
    with acting_as(actor):
        case = Case.objects.get()
        return [step.url_name for step in panels.next_steps(case, by=actor, consents=consents_of(case.id))]


def test_the_next_step_follows_the_course(cast, case, django_assert_num_queries):
    with acting_as(cast.worker):
        consents = consents_of(case.id)
        with django_assert_num_queries(2):
            offered = panels.next_steps(case, by=cast.worker, consents=consents)
        assert [step.url_name for step in offered] == ["intake:triage"]
        actions.decide(
            reception_of(case.id), by=cast.worker, on=date(2025, 4, 4), outcome="refer", reason="r"
        )
    assert steps(cast.worker) == ["intake:refer"]
    with acting_as(cast.worker):
        row = refer(case, by=cast.worker, to=cast.coordinator.agency)
    assert steps(cast.coordinator) == ["intake:referral"]
    with acting_as(cast.coordinator):
        actions.answer(row, by=cast.coordinator, version=1, on=date(2025, 4, 10), answer="accepted")
        cases.close(case, by=cast.coordinator, on=date(2025, 9, 1), closed_as=cases.ClosedAs.CLOSED)
    assert steps(cast.coordinator) == ["intake:hand_back"]
    assert steps(cast.worker) == []


def test_without_consent_the_next_step_shows_what_is_missing(cast):
    with acting_as(cast.worker):
        case = case_of(receive(cast.worker, consent=said("unclear")))
        actions.decide(reception_of(case.id), by=cast.worker, on=date(2025, 4, 4), outcome="own", reason="r")
        offered = panels.next_steps(case, by=cast.worker, consents=consents_of(case.id))
        assert [(s.url_name, [o.code for o in s.obstacles]) for s in offered] == [
            ("intake:refer", ["no_consent"]),
            ("intake:consent", []),
        ]


def test_the_panels_show_hops_and_sheets(cast, sent, django_assert_num_queries):
    with acting_as(cast.worker):
        case = Case.objects.get()
        with django_assert_num_queries(1):
            [hops] = panels.course(case, by=cast.worker)
        with django_assert_num_queries(3):  # the hops were read for the course already
            sheets, *_ = panels.documents(case, by=cast.worker)
        assert "重層支援センター" in render_to_string(hops.template, {"panel": hops.context})
        words = render_to_string(sheets.template, {"panel": sheets.context})
        assert reverse("sheets:pdf", args=[case.id, "2-1-1"]) in words
    with acting_as(cast.stranger):
        assert panels.course(Case(pk=case.pk), by=cast.stranger) == []
        [registers] = panels.documents(Case(pk=case.pk), by=cast.stranger)
        assert registers.context["lines"] == []


def test_handing_back_on_screen(cast, sign_in, sent):
    with acting_as(cast.coordinator):
        actions.answer(sent, by=cast.coordinator, version=1, on=date(2025, 4, 10), answer="accepted")
    url = reverse("intake:hand_back", args=[sent.case_id])
    client = sign_in(cast.coordinator)
    assert "支援が終結したあと" in client.get(url).content.decode()
    with acting_as(cast.coordinator):
        case = Case.objects.get()
        cases.close(case, by=cast.coordinator, on=date(2025, 9, 1), closed_as=cases.ClosedAs.CLOSED)
    assert client.get(url).status_code == 200
    values = {**send_to(cast.worker), "sent_on": "R7.9.5", "explained_on": "R7.9.1", "follow_up_on": ""}
    assert client.post(url, values).status_code == 422
    assert client.post(url, {**values, "follow_up_on": "R7.12.5"}).status_code == 302
    assert "つなぎもどし" in sign_in(cast.worker).get(reverse("intake:inbox")).content.decode()
