"""Consents that end soon, on 今日やること (R-DIS-01)."""

from __future__ import annotations

from datetime import timedelta

from kasane.base.dates import short_wareki, today
from kasane.disclosure.viewer import acting_as
from kasane.intake.tests.factories import receive, said


def test_the_responsible_agency_is_reminded_to_ask_again(cast, sign_in):
    last = today() + timedelta(days=12)
    with acting_as(cast.worker):
        receive(cast.worker, consent=said(confirmed_on=today(), valid_until=last + timedelta(days=1)))
    page = sign_in(cast.worker).get("/").content.decode()
    assert "情報共有への同意が、もうすぐ終わります" in page
    assert f"{short_wareki(last)}まで" in page
    assert "聞き直す" in page
    assert "山形" not in sign_in(cast.stranger).get("/").content.decode()
