"""The desk's screens: what they show, what they refuse, that nothing typed is lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from kasane.cases.models import Case, Draft
from kasane.disclosure.models import Consent
from kasane.disclosure.viewer import acting_as
from kasane.intake import actions
from kasane.intake.models import Reception
from kasane.intake.tests.factories import LATER, case_of, receive, refer, said
from kasane.people.models import Person

NO_ROWS = {"members-TOTAL_FORMS": "0", "members-INITIAL_FORMS": "0"}
TYPED: dict[str, Any] = {
    "overview": "母の介護のことで電話。兄が部屋から出てこない。",
    "topics": ["care", "withdrawal"],
    "main_topic": "care",
    "family_name": "山形",
    "given_name": "ハル",
    "stated_age": "82",
    "consulter_is": "family",
    "consulter_tie": "長女",
    "channel": "phone",
    "received_on": "令和7年4月3日",
    "consent_answer": "agree",
    "consent_on": "R7.4.3",
    "consent_method": "oral",
    "consent_explained_by": "包括 花子",
    "consent_scope": "all",
    "consent_kinds": ["2", "4", "8", "16"],
    "consent_purposes": ["1", "2", "4", "8", "16"],
    **NO_ROWS,
}
SON = {
    "members-TOTAL_FORMS": "2",
    "members-0-family_name": "山形",
    "members-0-given_name": "正樹",
    "members-0-relation": "長男",
    "members-0-stated_age": "54",
    "members-0-lives_together": "on",
    "members-1-sex": "unknown",
    "members-1-lives_together": "on",
}


@pytest.fixture
def typed(cast) -> dict[str, Any]:
    return {**TYPED, "received_by": str(cast.worker.user.id)}


def test_the_form_opens_with_the_talk_first_and_the_question_as_a_person_asks_it(cast, sign_in):
    page = sign_in(cast.worker).get(reverse("intake:new"))
    words = page.content.decode()
    assert page.status_code == 200
    assert words.index("受付方法") < words.index("相談の概要") < words.index("ふりがな(氏)")
    assert "autofocus" in words[words.index('name="overview"') - 200 : words.index('name="overview"') + 300]
    assert "いっしょに考えてもよいですか" in words
    assert "他の関係機関へ情報提供すること" in words


def test_a_saved_reception_leads_to_the_ways_on(cast, sign_in, typed):
    answer = sign_in(cast.worker).post(reverse("intake:new"), {**typed, **SON})
    with acting_as(cast.worker):
        reception = Reception.objects.get()
        assert reception.topics == ["care", "withdrawal"]
        people = Person.objects.all()
        assert [(p.name, p.is_subject, p.stated_age) for p in people] == [
            ("山形 ハル", True, 82),
            ("山形 正樹", False, 54),
        ]
        assert Consent.objects.get().answer == "agree"
    assert answer.status_code == 302
    assert answer.url == reverse("intake:triage", args=[reception.case_id])


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ({"overview": ""}, "id_overview"),
        ({"family_name": "", "given_name": ""}, "id_family_name"),
        ({"channel": ""}, "受付方法"),
        ({"consent_answer": ""}, "いっしょに考えて"),
        ({"consent_method": ""}, "どのように確認したか"),
        ({"main_topic": "debt"}, "選んだ分類の中から"),
        ({"is_urgent": "on"}, "何が急がれるのか"),
        ({"received_on": "令和7年13月1日"}, "日はありません"),
        ({"consent_scope": "chosen"}, "伝えてよい機関を選ぶか"),
    ],
)
def test_what_is_missing_is_told_and_nothing_typed_is_lost(cast, sign_in, typed, missing, words):
    page = sign_in(cast.worker).post(
        reverse("intake:new"), {**typed, "household_note": "二人暮らし", **missing}
    )
    assert page.status_code == 422
    assert words in page.content.decode()
    assert "二人暮らし" in page.content.decode()
    with acting_as(cast.worker):
        assert not Case.objects.exists()


def test_a_row_can_be_added_without_script(cast, sign_in, typed):
    page = sign_in(cast.worker).post(reverse("intake:new"), {**typed, "add_row": "members"})
    words = page.content.decode()
    assert page.status_code == 200
    assert 'name="members-0-relation"' in words
    assert "母の介護のことで電話" in words


def test_what_is_typed_is_kept_as_a_draft_until_it_is_saved(cast, sign_in, typed):
    client = sign_in(cast.worker)
    url = reverse("cases:draft", kwargs={"form": "reception", "subject_id": "new"})
    assert client.post(url, {**TYPED, "overview": "書きかけ"}).status_code == 200
    assert "書きかけの受付があります" in client.get(reverse("intake:desk")).content.decode()
    assert "書きかけ" in client.get(reverse("intake:new")).content.decode()
    client.post(reverse("intake:new"), typed)
    with acting_as(cast.worker):
        assert not Draft.objects.exists()


@pytest.mark.parametrize("name", ["desk", "new", "inbox"])
def test_the_desk_is_not_for_the_system_administrator(cast, sign_in, name):
    assert sign_in(cast.administrator).get(reverse(f"intake:{name}")).status_code == 404


def test_the_empty_desk_says_what_to_do_first(cast, sign_in):
    assert "まだありません" in sign_in(cast.worker).get(reverse("intake:desk")).content.decode()


def test_the_desk_lists_its_own_receptions_only(cast, sign_in):
    with acting_as(cast.worker):
        receive(cast.worker)
    assert "山形 ハル" in sign_in(cast.colleague).get(reverse("intake:desk")).content.decode()
    assert "山形" not in sign_in(cast.stranger).get(reverse("intake:desk")).content.decode()


@pytest.fixture
def case(cast) -> Case:
    with acting_as(cast.worker):
        return case_of(receive(cast.worker))


PAGES = ("reception", "reception_edit", "triage", "consent", "refer", "hand_back")


@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_a_case_opens_for_its_desk_and_for_nobody_else(cast, sign_in, case, name):
    url = reverse(f"intake:{name}", args=[case.id])
    assert sign_in(cast.colleague).get(url).status_code == 200
    for actor in (cast.stranger, cast.coordinator, cast.decider, cast.administrator):
        assert sign_in(actor).get(url).status_code == 404
        assert sign_in(actor).post(url, {}).status_code == 404


def test_the_sheet_can_be_read_and_leads_to_its_pdf(cast, sign_in, case):
    words = sign_in(cast.worker).get(reverse("intake:reception", args=[case.id])).content.decode()
    assert "兄が部屋から出てこない" in words
    assert reverse("sheets:pdf", args=[case.id, "2-1-1"]) in words
    assert reverse("intake:reception_edit", args=[case.id]) in words


def test_a_viewer_who_may_not_correct_the_sheet_is_told_why(cast, sign_in, case):
    with acting_as(cast.worker):
        refer(case, by=cast.worker, to=cast.coordinator.agency, kinds=31)
    client = sign_in(cast.coordinator)
    read = client.get(reverse("intake:reception", args=[case.id])).content.decode()
    assert reverse("intake:reception_edit", args=[case.id]) not in read
    page = client.get(reverse("intake:reception_edit", args=[case.id]))
    assert page.status_code == 200
    assert "支援チームに入っていません" in page.content.decode()


def edited(**values: str) -> dict[str, Any]:
    kept = {name: value for name, value in TYPED.items() if not name.startswith("consent")}
    return {**kept, "version": "1", **values}


def test_two_people_correcting_one_sheet_see_both_versions(cast, sign_in, case):
    url = reverse("intake:reception_edit", args=[case.id])
    who = {"received_by": str(cast.worker.user.id)}
    client = sign_in(cast.worker)
    assert client.post(url, edited(overview="先に保存", **who)).status_code == 302
    page = client.post(url, edited(overview="あとから保存", **who))
    assert page.status_code == 409
    assert "先に保存" in page.content.decode()
    assert "あとから保存" in page.content.decode()
    assert client.post(url, edited(overview="あとから保存", **who, version="2")).status_code == 302


def test_known_members_are_corrected_and_new_ones_added(cast, sign_in, case):
    with acting_as(cast.worker):
        son = Person.objects.get(is_subject=False)
    rows = {
        "members-TOTAL_FORMS": "2",
        "members-INITIAL_FORMS": "1",
        "members-0-person": str(son.id),
        "members-0-family_name": "山形",
        "members-0-given_name": "正樹",
        "members-0-relation": "長男",
        "members-0-occupation": "無職",
        "members-0-lives_together": "on",
        "members-1-relation": "長女",
        "members-1-given_name": "町子",
    }
    url = reverse("intake:reception_edit", args=[case.id])
    values = edited(received_by=str(cast.worker.user.id))
    assert sign_in(cast.worker).post(url, {**values, **rows}).status_code == 302
    with acting_as(cast.worker):
        son.refresh_from_db()
        assert son.occupation == "無職"
        daughter = Person.objects.get(relation="長女")
        assert (daughter.given_name, daughter.lives_together) == ("町子", False)
        assert Person.objects.count() == 3


@pytest.mark.parametrize(
    ("outcome", "target"),
    [
        ("own", "intake:next_date"),
        ("information", "intake:information"),
        ("unclear", "intake:refer"),
        ("refer", "intake:refer"),
        ("coordination", "intake:refer"),
        ("outreach", "intake:refer"),
        ("conference", "conferences:add_item_support"),
    ],
)
def test_each_way_leads_to_its_form(cast, sign_in, case, outcome, target):
    url = reverse("intake:triage", args=[case.id])
    answer = sign_in(cast.worker).post(url, {"outcome": outcome, "reason": "理由"})
    assert answer.status_code == 302
    assert answer.url.split("?")[0] == reverse(target, args=[case.id])


def test_a_way_without_its_reason_goes_nowhere(cast, sign_in, case):
    page = sign_in(cast.worker).post(
        reverse("intake:triage", args=[case.id]), {"outcome": "own", "reason": ""}
    )
    assert page.status_code == 422
    with acting_as(cast.worker):
        assert Reception.objects.get().outcome == ""


def test_without_consent_the_way_to_others_shows_its_obstacle_and_the_mends(cast, sign_in):
    with acting_as(cast.worker):
        case = case_of(receive(cast.worker, consent=said("disagree")))
    page = sign_in(cast.worker).post(
        reverse("intake:triage", args=[case.id]), {"outcome": "coordination", "reason": "複雑なので"}
    )
    words = page.content.decode()
    assert page.status_code == 409
    assert "R-INT-07" in words
    assert "複雑なので" in words
    assert reverse("intake:consent", args=[case.id]) in words
    assert reverse("conferences:add_item_support", args=[case.id]) in words


ASKED = {
    "consent_answer": "agree",
    "consent_on": "R7.4.8",
    "consent_method": "paper",
    "consent_explained_by": "包括 花子",
    "consent_scope": "chosen",
    "consent_purposes": ["1", "2", "4", "8", "16"],
}


def test_the_answer_is_kept_with_its_scope(cast, sign_in, case):
    chosen = {**ASKED, "consent_agencies": [str(cast.coordinator.agency.id)], "consent_kinds": ["16"]}
    url = reverse("intake:consent", args=[case.id])
    assert sign_in(cast.worker).post(url, chosen).status_code == 302
    with acting_as(cast.worker):
        consent = Consent.objects.order_by("created_at").last()
        assert (consent.all_agencies, consent.agencies) == (False, [cast.coordinator.agency.id])
        assert consent.kinds == 17
    words = sign_in(cast.worker).get(url).content.decode()
    assert "これまでの答え" in words
    assert "重層支援センター" in words


def test_a_withdrawal_tells_what_will_happen_and_then_does_it(cast, sign_in, case):
    with acting_as(cast.worker):
        refer(case, by=cast.worker, to=cast.coordinator.agency)
        consent = Consent.objects.get()
    url = reverse("intake:withdraw", args=[case.id, consent.id])
    client = sign_in(cast.worker)
    words = client.get(url).content.decode()
    assert "重層支援センターは、このケースを見られなくなります" in words
    assert "重層支援センターへの返事待ちのつなぎは、取り下げになります" in words
    with acting_as(cast.coordinator):
        assert Case.objects.exists()
    assert client.post(url, {"on": "今日", "note": "やめたい"}).status_code == 302
    with acting_as(cast.coordinator):
        assert not Case.objects.exists()


def test_a_consent_of_another_case_can_not_be_withdrawn_from_here(cast, sign_in, case):
    with acting_as(cast.worker):
        other = case_of(receive(cast.worker))
        consent = Consent.objects.get(case_id=other.id)
    url = reverse("intake:withdraw", args=[case.id, consent.id])
    assert sign_in(cast.worker).get(url).status_code == 404


def test_the_desk_page_asks_the_database_the_same_however_many_receptions(
    cast, sign_in, case, django_assert_max_num_queries
):
    with acting_as(cast.worker):
        for _ in range(5):
            actions.decide(receive(cast.worker), by=cast.worker, on=LATER, outcome="own", reason="理由")
    client = sign_in(cast.worker)
    with django_assert_max_num_queries(14):
        assert client.get(reverse("intake:desk")).status_code == 200
