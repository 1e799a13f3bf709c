"""定型句 and ひな型 on their screen and in the text areas (issue 5, less typing)."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kasane.agencies.models import Delivery, DeliveryAgency
from kasane.base.obstacles import Forbidden
from kasane.cases.models import Phrase
from kasane.cases.writing import actions
from kasane.cases.writing.queries import phrases, templates
from kasane.disclosure.viewer import acting_as


def add(by, name="訪問のあいさつ", **values):
    defaults = {"use": "record", "own": False, "code": "訪問", "text": "見守りで訪問した。"}
    return actions.add_phrase(by=by, name=name, **(defaults | values))


def test_a_desk_sees_its_phrases_and_nobody_else_does(cast):
    with acting_as(cast.worker):
        add(cast.worker)
    with acting_as(cast.colleague):
        assert [one.name for one in phrases(cast.colleague)] == ["訪問のあいさつ"]
    for other in (cast.stranger, cast.disability, cast.administrator, None):
        with acting_as(other):
            assert Phrase.objects.count() == 0


def test_a_phrase_of_ones_own_is_seen_by_nobody_at_the_same_desk(cast):
    with acting_as(cast.worker):
        add(cast.worker, own=True)
    with acting_as(cast.colleague):
        assert Phrase.objects.count() == 0


def test_a_code_is_used_once_at_a_desk_and_once_by_a_person(cast):
    with acting_as(cast.worker):
        add(cast.worker)
        add(cast.worker, own=True)
        with pytest.raises(Forbidden) as refused:
            add(cast.worker, name="もう一つ")
    assert refused.value.codes == ["code_taken"]


def test_phrases_change_places_and_stop_at_the_ends(cast):
    with acting_as(cast.worker):
        rows = [add(cast.worker, name=name, code="") for name in "あいう"]
        actions.move_phrase(rows[2], by=cast.worker, up=True)
        actions.move_phrase(rows[0], by=cast.worker, up=True)
        assert [one.name for one in phrases(cast.worker)] == ["あ", "う", "い"]


def test_a_phrase_is_made_changed_and_taken_away_on_the_screen(cast, sign_in):
    desk = sign_in(cast.worker)
    address = reverse("cases:phrases")
    assert "まだありません" in desk.get(address).content.decode()
    typed = {
        "use": "record",
        "owner": "desk",
        "name": "不在",
        "text": "不在のため、手紙を置いた。",
        "code": "不在",
    }
    assert desk.post(reverse("cases:phrase_new"), typed).status_code == 302
    with acting_as(cast.worker):
        row = Phrase.objects.get()
    page = desk.get(address).content.decode()
    assert ";不在" in page and "個人が分かることは書かないでください" in page
    edit = reverse("cases:phrase", args=[row.id])
    again = desk.post(edit, typed | {"text": "留守。", "version": row.version})
    assert again.status_code == 302
    stale = desk.post(edit, typed | {"text": "別の文", "version": row.version})
    assert stale.status_code == 409 and "別の文" in stale.content.decode()
    desk.post(reverse("cases:phrase_remove", args=[row.id]))
    with acting_as(cast.worker):
        assert not Phrase.objects.exists()


def test_a_code_already_used_is_told_with_the_text_still_there(cast, sign_in):
    with acting_as(cast.worker):
        add(cast.worker)
    typed = {"use": "record", "owner": "desk", "name": "二つ目", "text": "消えない文", "code": "訪問"}
    page = sign_in(cast.worker).post(reverse("cases:phrase_new"), typed)
    assert page.status_code == 409
    assert "ほかの定型句が使っています" in page.content.decode() and "消えない文" in page.content.decode()


def test_a_strangers_phrase_is_as_if_it_were_not_there(cast, sign_in):
    with acting_as(cast.worker):
        row = add(cast.worker)
    desk = sign_in(cast.stranger)
    assert desk.get(reverse("cases:phrase", args=[row.id])).status_code == 404
    for name in ("phrase_move", "phrase_remove"):
        assert desk.post(reverse(f"cases:{name}", args=[row.id])).status_code == 404
    assert sign_in(cast.administrator).get(reverse("cases:phrases")).status_code == 404


def test_a_long_list_comes_in_pages_with_a_fixed_number_of_queries(
    cast, sign_in, django_assert_max_num_queries
):
    with acting_as(cast.worker):
        for number in range(55):
            add(cast.worker, name=f"文{number:02}", code="")
    desk = sign_in(cast.worker)
    with django_assert_max_num_queries(12):
        page = desk.get(reverse("cases:phrases")).content.decode()
    assert "55件のうち 1〜50件目" in page and "文54" not in page


def test_each_field_is_offered_the_templates_of_its_program(cast):
    for by, program in ((cast.worker, "support_center"), (cast.disability, "disability_consultation")):
        delivery = Delivery.objects.create(
            key=program, name=program, program=program, works=[1], fields=["care"]
        )
        DeliveryAgency.objects.create(delivery=delivery, agency=by.agency)
    with acting_as(cast.worker):
        assert [(one.number, one.name) for one in templates(cast.worker)] == [
            (1, "初回面接"), (2, "電話相談"), (3, "訪問"), (4, "関係者との連絡"), (5, "サービス調整"),
        ]  # fmt: skip
        add(cast.worker, use="template", name="朝の電話", number=2, code="", method="phone", minutes=5)
        assert [(one.number, one.name) for one in templates(cast.worker)][1] == (2, "朝の電話")
    with acting_as(cast.disability):
        assert templates(cast.disability)[2].name == "訪問・同行"


def test_the_text_areas_get_their_own_folder_first(cast, sign_in):
    with acting_as(cast.worker):
        add(cast.worker)
        add(cast.worker, use="plan", name="目標の形", code="目標", text="〜できるようになる。")
    found = sign_in(cast.worker).get(reverse("cases:writing_pieces"), {"use": "plan"}).json()
    assert [one["label"] for one in found["folders"]] == ["プラン", "支援経過記録"]
    assert found["folders"][0]["items"] == [
        {"name": "目標の形", "code": "目標", "text": "〜できるようになる。"}
    ]


@pytest.mark.parametrize(
    ("text", "key", "words"),
    [
        ("昨日 10時", "words", "10:00"),
        ("そのうち", "trouble", "読めません"),
        ("昨日 2時", "trouble", "午前2時"),
    ],
)
def test_what_was_understood_is_told_while_typing(cast, sign_in, text, key, words):
    found = sign_in(cast.worker).get(reverse("cases:writing_when"), {"text": text, "clock": "1"}).json()
    assert words in found[key]


def test_pasted_text_comes_back_tidy(cast, sign_in):
    found = sign_in(cast.worker).post(reverse("cases:writing_tidy"), {"text": "> ﾀﾅｶ様\r\n• 電話"}).json()
    assert found == {"text": "タナカ様\n・電話"}


NAMED = "山田さん(昭和25年3月4日生)を訪問した。"


def test_a_phrase_of_the_desk_that_seems_to_tell_of_a_person_is_asked_about(cast):
    with acting_as(cast.worker):
        with pytest.raises(Forbidden) as refused:
            add(cast.worker, text=NAMED)
        assert refused.value.codes == ["named"]
        assert "名前・生年月日" in str(refused.value)
        assert add(cast.worker, text=NAMED, is_sure=True).text == NAMED


def test_ones_own_phrase_is_not_asked_about_until_it_is_shared(cast):
    with acting_as(cast.worker):
        own = add(cast.worker, text=NAMED, own=True)
        values = {"name": own.name, "text": NAMED, "code": ""}
        with pytest.raises(Forbidden) as refused:
            actions.change_phrase(own, by=cast.worker, version=own.version, own=False, **values)
        assert refused.value.codes == ["named"]


def test_the_page_asks_and_believes_whoever_says_that_it_is_about_nobody(cast, sign_in):
    desk = sign_in(cast.worker)
    address = reverse("cases:phrase_new")
    typed = {"use": "record", "owner": "desk", "name": "訪問", "text": NAMED, "code": ""}
    assert "個人のことではありません" not in desk.get(address).content.decode()
    asked = desk.post(address, typed)
    assert asked.status_code == 409
    assert 'name="is_sure"' in asked.content.decode()
    assert desk.post(address, {**typed, "is_sure": "on"}).status_code == 302
