"""Reception of anybody by any channel: no name, about somebody else, a household, a case that is there (R-INT-01, R-INT-02)."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kasane.base.choices import Channel
from kasane.base.obstacles import Forbidden
from kasane.cases.models import Draft
from kasane.disclosure.viewer import acting_as
from kasane.intake import actions
from kasane.intake.models import Reception
from kasane.intake.tests.factories import DAY, case_of, receive, said
from kasane.intake.tests.test_reception_views import NO_ROWS, TYPED
from kasane.people.models import Person

LEAST = {
    "overview": "夜中に怒鳴り声がする。",
    "channel": "neighbour",
    "consulter_is": "neighbour",
    "is_anonymous": "on",
    "received_on": "今日",
    "consent_answer": "unclear",
    "consent_on": "今日",
    "consent_scope": "all",
    "consent_purposes": ["1"],
    **NO_ROWS,
}


@pytest.fixture
def least(cast):
    return {**LEAST, "received_by": str(cast.worker.user.id)}


@pytest.mark.parametrize("channel", Channel.values)
def test_every_channel_is_taken(cast, channel):
    with acting_as(cast.worker):
        assert receive(cast.worker, channel=channel).get_channel_display() == Channel(channel).label


def test_a_neighbour_who_gives_no_name_is_asked_for_none(cast, sign_in, least):
    client = sign_in(cast.worker)
    answer = client.post(reverse("intake:new"), least)
    assert answer.status_code == 302
    with acting_as(cast.worker):
        row = Reception.objects.get()
        assert row.consulter_words == "近隣 匿名"
        assert Person.objects.get().family_name == "不明"
    words = client.get(reverse("intake:reception", args=[row.case_id])).content.decode()
    assert "聞いていない(匿名)" in words


def test_without_that_mark_the_name_of_the_person_is_asked(cast, sign_in, least):
    page = sign_in(cast.worker).post(reverse("intake:new"), {**least, "is_anonymous": ""})
    assert page.status_code == 422
    assert "分からないときは「不明」" in page.content.decode()


def test_who_gave_a_name_is_not_anonymous(cast):
    with acting_as(cast.worker), pytest.raises(Forbidden) as refused:
        receive(cast.worker, is_anonymous=True, consulter_name="隣 花子")
    assert refused.value.codes == ["anonymous"]


def test_a_household_is_taken_with_its_members_by_tie_and_age_alone(cast, sign_in, least):
    rows = {
        "members-TOTAL_FORMS": "2",
        "members-0-relation": "母",
        "members-0-stated_age": "82",
        "members-0-lives_together": "on",
        "members-1-relation": "長男",
        "members-1-stated_age": "54",
        "members-1-lives_together": "on",
    }
    sign_in(cast.worker).post(reverse("intake:new"), {**least, "is_of_household": "on", **rows})
    with acting_as(cast.worker):
        assert Reception.objects.get().is_of_household
        assert sorted(Person.objects.filter(is_subject=False).values_list("relation", "stated_age")) == [
            ("母", 82),
            ("長男", 54),
        ]


def test_the_page_opens_with_the_channel_its_address_names(cast, sign_in):
    words = sign_in(cast.worker).get(reverse("intake:new") + "?channel=phone").content.decode()
    at = words.index('value="phone"')
    assert "checked" in words[at : at + 120]
    assert "このまま読んでください" in words


@pytest.fixture
def known(cast):
    with acting_as(cast.worker):
        return case_of(receive(cast.worker))


def test_the_hint_offers_to_write_on_in_the_case_that_is_there(cast, sign_in, known):
    typed = {"family_name": "山形", "given_name": "ハル", "continues": "sheet-form"}
    words = sign_in(cast.worker).post(reverse("people:likely"), typed).content.decode()
    assert f'formaction="{reverse("intake:continue", args=[known.id])}"' in words
    without = sign_in(cast.worker).post(reverse("people:likely"), {**typed, "continues": ""}).content.decode()
    assert "formaction" not in without


def test_what_was_typed_goes_on_in_the_record_of_that_case_and_nothing_is_lost(cast, sign_in, known):
    client = sign_in(cast.worker)
    draft = reverse("cases:draft", kwargs={"form": "reception", "subject_id": "new"})
    client.post(draft, TYPED)
    typed = {
        **TYPED,
        "consulter_name": "山形 町子",
        "mobile": "090-0000-0000",
        "members-TOTAL_FORMS": "1",
        "members-0-relation": "次男",
    }
    answer = client.post(reverse("intake:continue", args=[known.id]), typed)
    assert answer.url == reverse("cases:record_new", args=[known.id])
    words = client.get(answer.url).content.decode()
    for one in (
        "母の介護のことで電話",
        "090-0000-0000",
        "長女",
        "続柄: 次男",
        "ひきこもり・不登校",
        "山形 町子",
    ):
        assert one in words
    with acting_as(cast.worker):
        assert list(Draft.objects.values_list("form", flat=True)) == ["record"]
        assert Reception.objects.count() == 1


def test_what_was_begun_in_the_record_before_stays(cast, sign_in, known):
    client = sign_in(cast.worker)
    draft = reverse("cases:draft", kwargs={"form": "record", "subject_id": str(known.id)})
    client.post(draft, {"content": "朝の電話のつづき。"})
    answer = client.post(reverse("intake:continue", args=[known.id]), TYPED)
    words = client.get(answer.url).content.decode()
    assert words.index("朝の電話のつづき") < words.index("母の介護のことで電話")


def test_nobody_writes_on_in_a_case_they_do_not_see(cast, sign_in, known):
    client = sign_in(cast.stranger)
    assert client.post(reverse("intake:continue", args=[known.id]), TYPED).status_code == 404
    with acting_as(cast.stranger):
        assert not Draft.objects.exists()


def test_the_blank_sheet_is_for_those_who_take_consultations(cast, sign_in):
    url = reverse("sheets:blank", args=["2-1-1"])
    assert sign_in(cast.worker).get(url).content[:5] == b"%PDF-"
    assert sign_in(cast.worker).get(reverse("sheets:blank", args=["9-9"])).status_code == 404
    assert sign_in(cast.administrator).get(url).status_code == 404


def test_the_reasons_offered_are_kept_before_ones_own_words(cast, sign_in, known):
    typed = {"outcome": "own", "phrases": ["この機関で支えられる内容"], "reason": "娘も手伝う"}
    sign_in(cast.worker).post(reverse("intake:triage", args=[known.id]), typed)
    with acting_as(cast.worker):
        assert Reception.objects.get().outcome_reason == "この機関で支えられる内容。娘も手伝う"


def test_a_sheet_without_a_name_stays_so_when_it_is_corrected(cast):
    with acting_as(cast.worker):
        row = receive(cast.worker, consulter_is="self", is_anonymous=True, consent=said("unclear"))
        kept = actions.change_reception(
            row,
            by=cast.worker,
            version=1,
            sheet={
                "received_on": DAY, "channel": "phone", "consulter_is": "self", "overview": "x",
                "is_anonymous": True, "topics": [],
            },
            subject={"family_name": "", "given_name": ""},
            changes={},
        )  # fmt: skip
        assert kept.consulter_words == "本人(長女) 匿名"
        assert Person.objects.get(is_subject=True).family_name == "山形"
