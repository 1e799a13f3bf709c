"""The pages without sign-in: what they show, whom they ask nothing, and that closed they are not there."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from kasane.disclosure.viewer import acting_as
from kasane.intake.door import rules
from kasane.intake.door.queries import open_message, waiting_messages
from kasane.intake.models import DoorLanguage, DoorMessage

pytestmark = pytest.mark.usefixtures("open_door")


def contact(language="vi"):
    return reverse("door:contact", args=[language])


def send(client, desk=None, language="vi", **typed):
    values = {"phone": "090-1234-5678", "topic": "care", "to": str(desk.id) if desk else "", **typed}
    return client.post(contact(language), values)


def came_to(actor):
    with acting_as(actor):
        return [open_message(row.pk) for row in waiting_messages(actor)]


PAGES = ["door:start", "door:places", "door:contact"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", DoorLanguage.values)
def test_every_page_is_there_in_every_language_without_sign_in(client, desks, page, language):
    answer = client.get(reverse(page, args=[language]))
    assert answer.status_code == 200
    tag = {"easy": "ja", "zh": "zh-Hans", "pt": "pt-BR"}.get(language, language)
    assert f'<html lang="{tag}">' in answer.content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_closed_nothing_is_there(client, desks, settings, page):
    settings.DOOR = False
    for path in (reverse(page, args=["ja"]), "/door/", reverse("door:thanks", args=["ja", 1])):
        assert client.get(path).status_code == 404
    assert send(client, desks.worker.agency).status_code == 404
    assert came_to(desks.worker) == []


def test_a_language_it_does_not_speak_is_not_there(client, desks):
    assert client.get(reverse("door:start", args=["xx"])).status_code == 404


def test_the_browsers_language_is_where_it_begins(client, desks):
    answer = client.get("/door/", headers={"accept-language": "vi-VN,en;q=0.5"})
    assert answer.headers["Location"] == "/door/vi/"


def test_the_pages_show_nothing_of_the_staffs_and_run_no_script(client, desks):
    for page in PAGES:
        html = client.get(reverse(page, args=["ja"])).content.decode()
        assert "<script" not in html
        assert "サインイン" not in html
        assert not [
            link
            for link in re.findall(r'href="(/[^"]*)"', html)
            if not link.startswith(("/door/", "/static/"))
        ]


def test_nothing_but_the_token_against_forged_posts_is_left_in_the_browser(client, desks):
    assert dict(client.get(reverse("door:places", args=["ja"])).cookies) == {}
    assert set(client.get(contact("ja")).cookies) == {"csrftoken"}


def test_a_post_without_the_token_is_refused(desks):
    assert send(Client(enforce_csrf_checks=True), desks.worker.agency).status_code == 403


def test_the_places_of_a_topic_have_phone_and_address_and_the_centre_is_last(client, desks):
    html = client.get(reverse("door:places", args=["ja"]), {"topic": "care"}).content.decode()
    assert "原田1735" in html
    assert 'href="tel:0868-00-0002"' in html
    assert html.index("美咲町地域包括支援センター") < html.index("重層支援センター")
    assert "津山地域障害者基幹相談支援センター" not in html


def test_the_area_is_asked_where_desks_differ_by_area(client, areas):
    north, south = areas
    html = client.get(reverse("door:places", args=["ja"]), {"topic": "care"}).content.decode()
    assert f"area={north.id}" in html
    html = client.get(
        reverse("door:places", args=["ja"]), {"topic": "care", "area": str(south.id)}
    ).content.decode()
    assert "美咲町地域包括支援センター" not in html
    assert "重層支援センター" in html


def test_a_town_of_one_area_does_not_ask_for_it(client, desks):
    assert "お住まいの地区" not in client.get(reverse("door:places", args=["ja"])).content.decode()


@pytest.mark.parametrize("query", ["?topic=x&area=y", "?area=00000000-0000-0000-0000-000000000000", "?to=x"])
def test_what_is_not_known_in_an_address_is_passed_by(client, desks, query):
    for page in PAGES:
        assert client.get(reverse(page, args=["ja"]) + query).status_code == 200


def test_a_message_comes_to_the_chosen_desk(client, desks):
    answer = send(
        client, desks.disability.agency, called="ホア", words="Mẹ tôi", times=["morning"], language="vi"
    )
    assert answer.status_code == 302
    [row] = came_to(desks.disability)
    assert (row.called, row.words, row.times, row.language) == ("ホア", "Mẹ tôi", ["morning"], "vi")


@pytest.mark.parametrize(
    ("topic", "who"),
    [
        ("care", "worker"),
        ("disability", "disability"),
        ("other", "coordinator"),
        ("", "coordinator"),
        ("money", "coordinator"),
    ],
)
def test_without_a_chosen_desk_it_comes_to_the_first_for_the_topic_or_to_the_centre(
    client, desks, topic, who
):
    send(client, topic=topic)
    assert len(came_to(getattr(desks, who))) == 1


def test_the_language_of_the_page_is_kept_when_no_other_is_chosen(client, desks):
    send(client, desks.worker.agency, language="tl")
    assert came_to(desks.worker)[0].language == "tl"


@pytest.mark.parametrize(
    "way",
    [
        {"phone": "０９０ー１２３４ー５６７８"},
        {"phone": "+84 91 234 5678"},
        {"phone": "", "mail": "a@example.com"},
    ],
)
def test_one_way_to_reach_the_person_is_enough(client, desks, way):
    assert send(client, desks.worker.agency, **way).status_code == 302


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"phone": ""}, "Hãy viết số điện thoại hoặc địa chỉ email."),
        ({"phone": "abc"}, "bằng chữ số"),
        ({"mail": "abc"}, "Hãy kiểm tra lại địa chỉ email."),
        ({"words": "x" * 1001}, "Dài quá."),
        ({"topic": "x"}, "Hãy chọn lại."),
        ({"times": ["x"]}, "Hãy chọn lại."),
        ({"to": "x"}, "Hãy chọn lại."),
        ({"website": "http://x"}, "Hãy xóa những gì viết ở đây"),
    ],
)
def test_what_is_wrong_is_said_in_the_visitors_language_and_nothing_is_left(client, desks, wrong, said):
    answer = send(client, desks.worker.agency, **wrong)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert came_to(desks.worker) == []


def test_the_thanks_show_a_number_and_nothing_that_was_written(client, desks):
    answer = client.post(
        contact("en"), {"phone": "090-1234-5678", "called": "Zzyzx", "words": "Qwerty"}, follow=True
    )
    html = answer.content.decode()
    assert "Your number is" in html
    assert not [word for word in ("090-1234", "Zzyzx", "Qwerty") if word in html]


def test_too_many_are_told_so_politely_and_lose_nothing_they_typed(client, desks, monkeypatch):
    monkeypatch.setattr(rules, "MOST_OF_ONE", 1)
    send(client, desks.worker.agency)
    answer = send(client, desks.worker.agency, words="Mẹ tôi bị bệnh")
    assert answer.status_code == 429
    assert "Xin gửi lại sau một giờ" in answer.content.decode()
    assert "Mẹ tôi bị bệnh" in answer.content.decode()
    assert len(came_to(desks.worker)) == 1


def test_what_was_typed_is_kept_in_no_cache(client, desks):
    assert "no-store" in client.get(contact()).headers["Cache-Control"]


def test_a_signed_in_worker_leaves_a_message_like_anybody(sign_in, desks):
    assert send(sign_in(desks.stranger), desks.worker.agency).status_code == 302
    assert came_to(desks.stranger) == []


def test_the_places_take_few_queries_however_many_there_are(client, areas, django_assert_max_num_queries):
    with django_assert_max_num_queries(13):
        client.get(reverse("door:places", args=["ja"]), {"topic": "care", "area": str(areas[0].id)})


def test_nobody_signed_in_sees_a_message(desks, client):
    send(client, desks.worker.agency)
    with acting_as(None):
        assert DoorMessage.objects.count() == 0
