"""The three short forms of a 民生委員の報告 keep what stands in them (R-INT-02, R-OPS-03)."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.urls import reverse

from kasane.base.dates import today
from kasane.disclosure.viewer import acting_as
from kasane.intake.desk import actions
from kasane.intake.models import VolunteerReport

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(cast):
    with acting_as(cast.worker):
        return actions.take_report(
            by=cast.worker, on=today(), about="角の家", address="", noticed="新聞がたまっている",
            haste="week", reporter_role="commissioner", reporter_area=None, reporter_name="", is_anonymous=False,
        )  # fmt: skip


@pytest.fixture
def page(report):
    return reverse("intake:desk_report", args=[report.id])


def beside(name: str, report: VolunteerReport, **values: str) -> str:
    return f"report-{name}/{report.id}?{urlencode(values)}"


def test_sending_one_keeps_what_stands_in_the_others(cast, sign_in, report, page):
    sent = {
        "act": "answer",
        "answer-told": "訪ねました",
        "answer-on": today().isoformat(),
        "beside": [
            beside("watch", report, **{"watch-words": "声をかけて"}),
            beside("finish", report, **{"finish-note": "途中の言葉"}),
        ],
    }
    html = sign_in(cast.worker).post(page, sent, follow=True).content.decode()
    assert "返事を残しました" in html
    assert "声をかけて" in html and "途中の言葉" in html


def test_one_to_be_mended_stays_while_another_is_sent(cast, sign_in, report, page):
    client = sign_in(cast.worker)
    assert client.post(page, {"act": "watch", "watch-words": "声をかけて"}).status_code == 422
    html = client.post(
        page, {"act": "answer", "answer-told": "訪ねました", "answer-on": today().isoformat()}, follow=True
    ).content.decode()
    assert "声をかけて" in html


def test_the_words_stay_when_a_colleague_was_faster(cast, sign_in, report, page):
    with acting_as(cast.colleague):
        actions.finish_report(report, by=cast.colleague, note="訪ねた")
    answer = sign_in(cast.worker).post(page, {"act": "finish", "finish-note": "あとの人の言葉"})
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "もう受付にしたか、終わったものです" in html
    assert "あとの人の言葉" in html


def test_what_was_sent_is_not_offered_again(cast, sign_in, report, page):
    client = sign_in(cast.worker)
    client.post(reverse("cases:draft", args=["report-finish", report.id]), {"finish-note": "訪ねた"})
    html = client.post(page, {"act": "finish", "finish-note": "訪ねた"}, follow=True).content.decode()
    assert "書きかけです" not in html


def test_what_a_colleague_is_typing_is_not_shown(cast, sign_in, report, page):
    sign_in(cast.colleague).post(
        reverse("cases:draft", args=["report-finish", report.id]), {"finish-note": "同僚の書きかけ"}
    )
    assert "同僚の書きかけ" not in sign_in(cast.worker).get(page).content.decode()


def test_a_form_that_says_nothing_is_no_draft(cast, sign_in, report, page):
    client = sign_in(cast.worker)
    client.post(reverse("cases:draft", args=["report-finish", report.id]), {"finish-note": ""})
    assert "書きかけです" not in client.get(page).content.decode()
