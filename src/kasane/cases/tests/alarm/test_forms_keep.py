"""The page of an alarm holds several short forms; none of them loses a word (R-INT-09, R-OPS-03)."""

from __future__ import annotations

from django.urls import reverse

from kasane.base.dates import today
from kasane.cases.alarm import actions
from kasane.cases.tests.alarm.conftest import REASON
from kasane.disclosure.viewer import acting_as


def page(alarm, act=""):
    return reverse("cases:alarm_act", args=[alarm, act]) if act else reverse("cases:alarm", args=[alarm])


def type_in(client, alarm, act, **values):
    client.post(reverse("cases:draft", args=[f"alarm-{act}", alarm]), values)


def test_what_is_being_written_about_the_end_stays_while_a_step_is_recorded(cast, alarm, answer, sign_in):
    answer(cast.decider, alarm)
    client = sign_in(cast.decider)
    type_in(client, alarm, "step", content="途中まで書いたこと")
    html = client.get(page(alarm)).content.decode()
    assert "途中まで書いたこと" in html and "の書きかけです" in html
    assert "この項目" not in html and "field__error" not in html, "an unfinished draft is no mistake yet"


def test_the_end_keeps_its_words_when_a_colleague_was_faster(cast, alarm, answer, safe, sign_in):
    answer(cast.decider, alarm)
    answer(cast.manager, alarm)
    safe(cast.decider, alarm)
    with acting_as(cast.decider):
        actions.end(alarm, by=cast.decider, finding="not_found", measure="", watch="", reason=REASON)
    slower = {"finding": "found", "measure": "分離を決めた", "watch": "毎週", "reason": "あとの人の言葉" * 3}
    reply = sign_in(cast.manager).post(page(alarm, "end"), slower)
    assert reply.status_code == 409
    assert "分離を決めた" in reply.content.decode() and "あとの人の言葉" in reply.content.decode()


def test_a_recorded_step_leaves_no_draft(cast, alarm, answer, sign_in):
    answer(cast.decider, alarm)
    client = sign_in(cast.decider)
    step = {
        "what": "facts",
        "content": "長女に電話で聞いた。",
        "at_day": today().isoformat(),
        "at_time": "0:01",
    }
    type_in(client, alarm, "step", **step)
    html = client.post(page(alarm, "step"), step, follow=True).content.decode()
    assert "記録しました" in html and "書きかけです" not in html


def test_what_is_begun_is_for_its_writer_alone(cast, alarm, answer, sign_in):
    answer(cast.decider, alarm)
    answer(cast.manager, alarm)
    type_in(sign_in(cast.decider), alarm, "step", content="決裁者の書きかけ")
    assert "決裁者の書きかけ" not in sign_in(cast.manager).get(page(alarm)).content.decode()
