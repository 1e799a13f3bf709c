"""名寄せ and search on screen (R-PEO-02)."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from kasane.cases import actions as cases
from kasane.disclosure.viewer import acting_as
from kasane.people import matching
from kasane.people.actions import add_person
from kasane.portal.tests.test_pages import statements

KAZUKO = {
    "family_name": "渡邊", "given_name": "和子", "family_kana": "わたなべ", "given_kana": "かずこ", "sex": "female",
    "birth_date": date(1944, 3, 1), "phone": "0868-12-3456", "address": "美咲町原田1丁目2-3",
}  # fmt: skip


@pytest.fixture
def two(cast):
    found = []
    for actor in (cast.worker, cast.disability):
        with acting_as(actor):
            case = cases.open_case(by=actor, on=date(2025, 5, 1))
            found.append(add_person(case.id, by=actor, is_subject=True, **KAZUKO))
    return found


def open_pair(cast):
    with acting_as(cast.coordinator):
        return matching.pairs("open")[0]


def test_the_coordinator_compares_decides_and_takes_back(cast, two, sign_in):
    client = sign_in(cast.coordinator)
    listed = client.get(reverse("people:pairs")).content.decode()
    assert "渡邊 和子" in listed and "○ 生年月日: 同じ" in listed
    page = reverse("people:pair", args=[open_pair(cast).id])
    assert "昭和19年3月1日" in client.get(page).content.decode()
    assert client.post(page, {"decision": "same", "reason": "住民票"}).status_code == 302
    assert "住民票" in client.get(reverse("people:pairs") + "?state=same").content.decode()
    assert client.post(page, {"decision": "open", "reason": "別人と分かった"}).status_code == 302
    assert open_pair(cast).joined is False


def test_what_was_typed_stays_when_the_reason_is_missing(cast, two, sign_in):
    answer = sign_in(cast.coordinator).post(
        reverse("people:pair", args=[open_pair(cast).id]), {"decision": "different", "reason": " "}
    )
    assert answer.status_code == 409 and "何で確かめたか" in answer.content.decode()


@pytest.mark.parametrize("who", ["worker", "disability", "manager", "stranger", "administrator"])
def test_nobody_else_finds_the_list(cast, two, sign_in, who):
    client = sign_in(getattr(cast, who))
    assert client.get(reverse("people:pairs")).status_code == 404
    assert client.get(reverse("people:pair", args=[open_pair(cast).id])).status_code == 404


def test_an_empty_list_says_so(cast, sign_in):
    assert "確かめる組はありません" in sign_in(cast.coordinator).get(reverse("people:pairs")).content.decode()


def test_home_leads_the_coordinator_there(cast, two, sign_in):
    assert "同じ人かもしれない組が1組" in sign_in(cast.coordinator).get("/").content.decode()
    assert "名寄せ" not in sign_in(cast.worker).get("/").content.decode()


def test_typing_shows_likely_persons_the_worker_may_see(cast, two, sign_in):
    typed = {"family_name": "渡辺", "given_name": "和子", "birth_date": "S19.3.1", "phone": "0868123456"}
    asked = reverse("people:likely")
    words = sign_in(cast.worker).post(asked, typed).content.decode()
    assert words.count("渡邊 和子") == 1 and str(two[0].case_id) in words and str(two[1].case_id) not in words
    assert sign_in(cast.stranger).post(asked, typed).content.decode().strip() == ""
    own = sign_in(cast.worker).post(asked, typed | {"case": str(two[0].case_id)}).content.decode()
    assert own.strip() == ""
    member = {f"members-0-{name}": value for name, value in typed.items()}
    assert "渡邊 和子" in sign_in(cast.worker).post(asked, member).content.decode()


def test_a_case_leads_to_the_other_case_of_the_same_person(cast, sign_in):
    with acting_as(cast.worker):
        people = []
        for _ in range(2):
            case = cases.open_case(by=cast.worker, on=date(2025, 5, 1))
            people.append(add_person(case.id, by=cast.worker, is_subject=True, **KAZUKO))
    address = reverse("case_tab", args=[people[0].case_id, "household"])
    assert str(people[1].case_id) not in sign_in(cast.worker).get(address).content.decode()
    sign_in(cast.coordinator).post(
        reverse("people:pair", args=[open_pair(cast).id]), {"decision": "same", "reason": "二重の受付"}
    )
    assert str(people[1].case_id) in sign_in(cast.worker).get(address).content.decode()


@pytest.mark.parametrize(
    ("text", "seen"), [("渡辺", True), ("1944年", True), ("-3456", True), ("存在しない", False)]
)
def test_the_search_page_finds_and_says_when_it_does_not(cast, two, sign_in, text, seen):
    words = sign_in(cast.worker).get("/search/", {"q": text}).content.decode()
    assert ("渡邊 和子" in words) is seen and ("見つかりませんでした" in words) is not seen
    assert str(two[1].case_id) not in words


def test_a_case_number_leads_to_its_case_or_nowhere(cast, two, sign_in):
    with acting_as(cast.worker):
        label = cases.Case.objects.get(pk=two[0].case_id).label
    assert sign_in(cast.worker).get("/search/", {"q": label}).status_code == 302
    assert sign_in(cast.stranger).get("/search/", {"q": label}).status_code == 200


def test_the_pages_take_few_queries(cast, two, sign_in):
    client = sign_in(cast.coordinator)
    assert len(statements(client, reverse("people:pairs"))) <= 7
    assert len(statements(client, reverse("people:pair", args=[open_pair(cast).id]))) <= 7
    assert len(statements(sign_in(cast.worker), "/search/?q=渡辺")) <= 8
