"""住所を守る on screen (R-DIS-09)."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from kasane.cases import actions as cases
from kasane.disclosure.viewer import acting_as
from kasane.people.actions import add_person
from kasane.people.models import ProtectedContact

SECRET = "美咲町原田1-2"


@pytest.fixture
def kept(cast):
    with acting_as(cast.worker):
        case = cases.open_case(by=cast.worker, on=date(2025, 5, 1))
        return add_person(
            case.id, by=cast.worker, is_subject=True, family_name="渡邊", address=SECRET, phone="0868-12-3456"
        )


def page(person):
    return reverse("cases:household_protect", args=[person.case_id, person.id])


def form(cast, person):
    return {
        "staff": [str(cast.worker.user.pk)], "reason": "支援措置 第12号", "since": "R7.6.1",
        "version": str(person.version),
    }  # fmt: skip


def test_the_address_leaves_every_page_but_that_of_named_staff(cast, kept, sign_in):
    tab = reverse("case_tab", args=[kept.case_id, "household"])
    assert SECRET in sign_in(cast.colleague).get(tab).content.decode()
    assert sign_in(cast.worker).post(page(kept), form(cast, kept)).status_code == 302
    for actor in (cast.worker, cast.colleague):
        words = sign_in(actor).get(tab).content.decode()
        assert SECRET not in words and "3456" not in words and "住所秘匿" in words
    assert SECRET in sign_in(cast.worker).get(page(kept)).content.decode()
    words = sign_in(cast.colleague).get(page(kept)).content.decode()
    assert SECRET not in words and "名前の挙がった職員だけ" in words


def test_without_a_basis_what_was_typed_stays(cast, kept, sign_in):
    answer = sign_in(cast.worker).post(page(kept), form(cast, kept) | {"reason": "", "since": "R7.6.2"})
    assert answer.status_code == 422 and "R7.6.2" in answer.content.decode()
    with acting_as(cast.worker):
        assert not ProtectedContact.objects.exists()


def test_a_short_number_is_refused_and_what_was_typed_stays(cast, kept, sign_in):
    answer = sign_in(cast.worker).post(page(kept), form(cast, kept) | {"words": "さくら荘\n101"})
    words = answer.content.decode()
    assert answer.status_code == 409 and "「101」だけを隠すと" in words and "さくら荘\n101" in words
    with acting_as(cast.worker):
        assert not ProtectedContact.objects.exists()


def test_named_staff_end_it(cast, kept, sign_in):
    client = sign_in(cast.worker)
    client.post(page(kept), form(cast, kept))
    client.post(page(kept), {"address": SECRET, "staff": [str(cast.worker.user.pk)], "end": "on"})
    assert (
        SECRET
        in sign_in(cast.colleague).get(reverse("case_tab", args=[kept.case_id, "household"])).content.decode()
    )


@pytest.mark.parametrize("who", ["stranger", "administrator"])
def test_a_stranger_finds_nothing(cast, kept, sign_in, who):
    assert sign_in(getattr(cast, who)).get(page(kept)).status_code == 404
