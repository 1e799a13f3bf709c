"""電話が鳴った: an empty sheet whatever was begun before, and the way back to that (R-INT-01, R-OPS-03)."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from kasane.cases.models import Draft
from kasane.disclosure.viewer import acting_as
from kasane.intake.tests.test_reception_views import TYPED

pytestmark = pytest.mark.django_db

PHONE = "?channel=phone"


@pytest.fixture
def new():
    return reverse("intake:new")


def of_sheet(html: str) -> str:
    """The name of the sheet a page holds."""
    return re.search(r'name="begun" value="([^"]+)"', html).group(1)


def keep(client, subject, **values):
    client.post(
        reverse("cases:draft", args=["reception", subject]), {"overview": "足が痛くて起きられない", **values}
    )


def test_the_phone_opens_an_empty_sheet_and_offers_the_one_that_was_begun(cast, sign_in, new):
    client = sign_in(cast.worker)
    keep(client, "new", family_name="試験", given_name="花子")
    html = client.get(new + PHONE).content.decode()
    assert "下書きを開いています" not in html
    assert re.search(r"書きかけの受付があります\(\d\d:\d\d、試験 花子、足が痛くて起きられない\)", html)
    assert "下書きを開いています" in client.get(new).content.decode()


def test_two_calls_at_once_keep_a_sheet_each(cast, sign_in, new):
    client = sign_in(cast.worker)
    one, two = (of_sheet(client.get(new + PHONE).content.decode()) for _ in range(2))
    assert one != two
    keep(client, one, overview="一本めの電話")
    keep(client, two, overview="二本めの電話")
    html = client.get(f"{new}?sheet={one}").content.decode()
    assert "下書きを開いています" in html and "一本めの電話" in html
    assert "二本めの電話)" in html, "the other one is offered above"


def test_a_saved_sheet_is_done_with_and_the_other_stays(cast, sign_in, new):
    client = sign_in(cast.worker)
    keep(client, "new", overview="先の電話")
    sheet = of_sheet(client.get(new + PHONE).content.decode())
    keep(client, sheet)
    answer = client.post(new + PHONE, {**TYPED, "received_by": str(cast.worker.user.id), "begun": sheet})
    assert answer.status_code == 302
    with acting_as(cast.worker):
        assert [row.subject_id for row in Draft.objects.all()] == ["new"]


def test_one_that_was_begun_can_be_thrown_away(cast, sign_in, new):
    client = sign_in(cast.worker)
    sheet = of_sheet(client.get(new + PHONE).content.decode())
    keep(client, sheet)
    client.post(f"{new}?sheet={sheet}", {"drop_draft": "1"})
    with acting_as(cast.worker):
        assert not Draft.objects.exists()


@pytest.mark.parametrize("named", ["x", "new-1", "new-" + "g" * 32, "../new"])
def test_a_name_that_is_no_sheet_opens_the_plain_one(cast, sign_in, new, named):
    html = sign_in(cast.worker).get(new, {"sheet": named}).content.decode()
    assert of_sheet(html) == "new"


def test_what_a_colleague_has_begun_is_not_offered(cast, sign_in, new):
    keep(sign_in(cast.colleague), "new")
    assert "書きかけの受付があります" not in sign_in(cast.worker).get(new + PHONE).content.decode()


def test_what_was_begun_from_a_message_is_not_among_them(cast, sign_in, new):
    client = sign_in(cast.worker)
    keep(client, "018f0000-0000-7000-8000-000000000001")
    assert "書きかけの受付があります" not in client.get(new + PHONE).content.decode()
