"""The desk's pages of 住民の入口, as those who work there and those who do not."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import reverse

from kasane.disclosure.viewer import acting_as
from kasane.intake.door import actions
from kasane.intake.models import DoorMessage, DoorStep
from kasane.intake.tests.door.conftest import LEFT

LIST = "/intake/door/"


def page(message, act=""):
    name = f"intake:door_{act}" if act else "intake:door_message"
    return reverse(name, args=[message.pk])


def of(actor, message):
    with acting_as(actor):
        return DoorMessage.objects.get(pk=message.pk)


def test_the_list_tells_what_waits_without_what_was_written(sign_in, desks, message):
    html = sign_in(desks.worker).get(LIST).content.decode()
    assert "1番" in html and "ベトナム語" in html
    assert not [word for word in ("ホア", "090-1234", "Mẹ") if word in html]


def test_an_empty_list_says_so(sign_in, desks):
    assert "連絡を待っている人はいません" in sign_in(desks.stranger).get(LIST).content.decode()


@pytest.mark.parametrize("nth", [1, 6])
def test_the_list_takes_the_same_queries_however_long_it_is(sign_in, desks, nth, django_assert_num_queries):
    for one in range(nth):
        actions.leave(sender=f"203.0.113.{one}", agency_id=desks.worker.agency.id, **LEFT)
    client = sign_in(desks.worker)
    with django_assert_num_queries(9):
        client.get(LIST)


def test_the_message_tells_everything_and_begins_a_reception(sign_in, desks, message):
    html = sign_in(desks.worker).get(page(message)).content.decode()
    for word in ("ホア", "090-1234-5678", "hoa@example.com", "Mẹ tôi bị bệnh", "夕方", "ベトナム語"):
        assert word in html
    assert f"/intake/new/?door={message.pk}" in html


@pytest.mark.parametrize("who", ["stranger", "coordinator", "administrator"])
@pytest.mark.parametrize("act", ["", "try", "pass", "end"])
def test_for_all_others_it_is_not_there(sign_in, desks, message, who, act):
    client = sign_in(getattr(desks, who))
    values = {
        "try-reached": "1",
        "end-result": "no_need",
        "pass-why": "x",
        "pass-to": str(desks.stranger.agency.pk),
    }
    answer = client.post(page(message, act), values) if act else client.get(page(message))
    unknown = DoorMessage(pk=uuid4())
    other = client.post(page(unknown, act), values) if act else client.get(page(unknown))
    assert answer.status_code == other.status_code == 404
    assert answer.content == other.content
    assert of(desks.worker, message).is_waiting


def test_it_needs_a_sign_in(client, message):
    assert client.get(page(message)).headers["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize(("pressed", "kind"), [("1", "reached"), ("0", "missed")])
def test_a_try_is_kept(sign_in, desks, message, pressed, kind):
    sign_in(desks.worker).post(page(message, "try"), {"try-reached": pressed, "try-note": "留守番電話"})
    with acting_as(desks.worker):
        step = DoorStep.objects.get()
    assert (step.kind, step.note, step.by) == (kind, "留守番電話", desks.worker.user)


def test_it_goes_on_to_another_desk(sign_in, desks, message):
    values = {"pass-to": str(desks.disability.agency.pk), "pass-why": "障害の相談", "pass-version": "1"}
    assert sign_in(desks.worker).post(page(message, "pass"), values).headers["Location"] == LIST
    assert sign_in(desks.worker).get(page(message)).status_code == 404
    assert "障害の相談" in sign_in(desks.disability).get(page(message)).content.decode()


def test_without_a_reason_it_stays(sign_in, desks, message):
    values = {"pass-to": str(desks.disability.agency.pk), "pass-why": "", "pass-version": "1"}
    answer = sign_in(desks.worker).post(page(message, "pass"), values)
    assert answer.status_code == 422
    assert "渡す理由を書いてください" in answer.content.decode()


def test_a_desk_without_staff_is_not_offered(sign_in, desks, message):
    desks.disability.post.delete()
    html = sign_in(desks.worker).get(page(message)).content.decode()
    assert str(desks.disability.agency.pk) not in html
    assert str(desks.stranger.agency.pk) in html


def test_it_ends_with_a_result(sign_in, desks, message):
    values = {"end-result": "no_need", "end-note": "家族が決めた", "end-version": "1"}
    sign_in(desks.worker).post(page(message, "end"), values)
    html = sign_in(desks.worker).get(page(message)).content.decode()
    assert "本人が、もうよいと言った" in html and "家族が決めた" in html
    assert "受付を始める" not in html


def test_nobody_is_given_up_without_a_try(sign_in, desks, message):
    values = {"end-result": "unreachable", "end-note": "", "end-version": "1"}
    answer = sign_in(desks.worker).post(page(message, "end"), values)
    assert answer.status_code == 409
    assert "連絡してみた記録がありません" in answer.content.decode()


def test_who_was_slower_sees_what_stands_now_and_keeps_every_word(sign_in, desks, message):
    client = sign_in(desks.worker)
    client.post(
        page(message, "end"), {"end-result": "no_need", "end-note": "家族が決めた", "end-version": "1"}
    )
    slower = {"end-result": "received", "end-note": "あとの人の言葉", "end-version": "1"}
    answer = client.post(page(message, "end"), slower)
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "あなたが書いているあいだに" in html
    assert "家族が決めた" in html
    assert "あとの人の言葉" in html
    assert of(desks.worker, message).result == "no_need"


def test_a_word_on_a_try_stays_when_the_message_was_ended_meanwhile(sign_in, desks, message):
    client = sign_in(desks.worker)
    client.post(page(message, "end"), {"end-result": "no_need", "end-version": "1"})
    answer = client.post(page(message, "try"), {"try-reached": "1", "try-note": "あす10時にかける"})
    assert answer.status_code == 409
    assert "あす10時にかける" in answer.content.decode()


def test_what_stands_in_another_form_comes_along_and_is_there_again(sign_in, desks, message):
    client = sign_in(desks.worker)
    beside = f"door-message-end/{message.pk}?end-version=1&end-note=%E9%80%94%E4%B8%AD%E3%81%BE%E3%81%A7"
    values = {"try-reached": "0", "try-note": "留守", "beside": beside}
    html = client.post(page(message, "try"), values, follow=True).content.decode()
    assert "途中まで" in html
    assert html.count("の書きかけです") == 1


def test_what_was_begun_is_for_its_writer_and_can_be_thrown_away(sign_in, desks, message):
    client = sign_in(desks.worker)
    client.post(f"/cases/drafts/door-message-try/{message.pk}/", {"try-note": "途中まで"})
    assert "途中まで" in client.get(page(message)).content.decode()
    client.post(page(message, "try"), {"drop_draft": "try", "try-note": "途中まで"})
    assert "途中まで" not in client.get(page(message)).content.decode()
    with acting_as(desks.worker):
        assert not DoorStep.objects.filter(message=message).exists()


def test_what_waits_stands_on_todays_page_of_that_desk_alone(sign_in, desks, message):
    assert "住民の入口 1番" in sign_in(desks.worker).get("/").content.decode()
    assert "住民の入口 1番" not in sign_in(desks.stranger).get("/").content.decode()
