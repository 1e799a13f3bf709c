"""The coordinator's watch (R-INT-05): numbers, agencies and days without seeing the case; steps are kept."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse

from kasane.base.dates import today
from kasane.base.obstacles import Forbidden
from kasane.cases.models import Case, Task
from kasane.disclosure.viewer import acting_as
from kasane.intake.hops import actions
from kasane.intake.hops.queries import Watched, watched_hops
from kasane.intake.models import HopAct, HopStep, ReferralComment
from kasane.intake.tests.factories import refer
from kasane.intake.tests.hops.conftest import days_ago, give

NAMES = ("山形", "ハル", "正樹", "介護だけでは解けず", "打穴中")
NEXT_WEEK = today() + timedelta(days=7)


def watched(actor) -> list[Watched]:
    with acting_as(actor):
        return watched_hops()


def step(actor, one: Watched | None, act: HopAct = HopAct.HEARD, **values) -> None:
    known = {"on": today(), "note": "来週には返事をするとのこと。", "quiet_until": NEXT_WEEK}
    with acting_as(actor):
        actions.take_step(one.alert if one else None, by=actor, act=act, **{**known, **values})


def test_the_coordinator_is_told_number_agencies_and_days_and_sees_no_case(cast, both, sign_in):
    found = watched(cast.coordinator)
    assert [one.alert.hop.receiver for one in found] == [
        cast.participation.agency.name,
        cast.disability.agency.name,
    ]
    assert not any(one.seen for one in found)
    with acting_as(cast.coordinator):
        assert not Case.objects.exists()
    client = sign_in(cast.coordinator)
    for url in (
        reverse("intake:stalled"),
        reverse("intake:stalled_step", args=[both[0].id]),
        reverse("home"),
    ):
        words = client.get(url).content.decode()
        assert both[0].case.label in words and cast.participation.agency.name in words
        assert not [name for name in NAMES if name in words]


@pytest.mark.parametrize(
    "who", ["worker", "participation", "decider", "manager", "stranger", "administrator"]
)
def test_nobody_else_gets_the_list_or_takes_a_step(cast, both, sign_in, who):
    actor = getattr(cast, who)
    one = watched(cast.coordinator)[0]
    assert watched(actor) == []
    with pytest.raises(Forbidden):
        step(actor, one)
    with acting_as(actor), connection.cursor() as cursor:
        cursor.execute(
            "SELECT intake_step_on_hop(%s, uuidv7(), uuidv7(), uuidv7(), 'heard', '{unanswered}', 'x', %s, '')",
            [both[0].id, NEXT_WEEK],
        )
        assert cursor.fetchone() == (False,)
    assert sign_in(actor).get(reverse("intake:stalled")).status_code == 404
    assert sign_in(actor).get(reverse("intake:stalled_step", args=[both[0].id])).status_code == 404


def test_a_step_is_kept_with_who_and_why_and_quiets_the_alert(cast, both):
    step(cast.coordinator, watched(cast.coordinator)[0])
    found = watched(cast.coordinator)
    assert [one.alert.is_quiet for one in found] == [True, False]
    assert (found[0].step_by, found[0].last_act) == (cast.coordinator.user.name, "電話で聞いた")
    with acting_as(cast.worker):
        assert HopStep.objects.get().note == "来週には返事をするとのこと。"


def test_it_comes_back_when_nothing_moved(cast, both):
    step(cast.coordinator, watched(cast.coordinator)[0])
    with acting_as(cast.coordinator):
        later = watched_hops(on=NEXT_WEEK + timedelta(days=1))
    assert [one.alert.is_quiet for one in later] == [False, False]


def test_it_is_gone_when_it_moved(cast, both):
    step(cast.coordinator, watched(cast.coordinator)[0])
    give(both[0], cast.participation)
    assert [one.alert.hop.id for one in watched(cast.coordinator)] == [both[1].id]


def test_no_step_without_a_reason_or_for_good(cast, both):
    one = watched(cast.coordinator)[0]
    with pytest.raises(Forbidden) as refused:
        step(cast.coordinator, one, note=" ", quiet_until=today() + timedelta(days=400))
    assert refused.value.codes == ["note", "quiet"]
    with pytest.raises(Forbidden) as refused:
        step(cast.coordinator, None)
    assert refused.value.codes == ["moves"]


def test_asking_for_another_way_waits_at_the_sender_until_they_reply(cast, both):
    step(cast.coordinator, watched(cast.coordinator)[0], HopAct.ASKED, note="別の機関も考えてください。")
    with acting_as(cast.worker):
        task = Task.objects.get(agency=cast.worker.agency, source="referral_question", done_on=None)
        assert task.someone_waits
        assert ReferralComment.objects.get().agency_id == cast.coordinator.agency.id
        actions.comment(both[0], by=cast.worker, on=today(), text="社協に電話しました。")
        assert not Task.objects.filter(source="referral_question", done_on=None).exists()


def test_asking_for_a_meeting_leads_the_sender_to_the_agenda(cast, both, sign_in):
    step(cast.coordinator, watched(cast.coordinator)[0], HopAct.CONFERENCE, note="支援会議で話しましょう。")
    home = sign_in(cast.worker).get(reverse("home")).content.decode()
    assert reverse("conferences:add_item_support", args=[both[0].case_id]) in home


def test_the_web_role_writes_no_step_by_itself(cast, both):
    with acting_as(cast.coordinator), pytest.raises(Exception, match="permission denied"):
        HopStep.objects.create(
            case_id=both[0].case_id, referral=both[0], reasons=["unanswered"], act="dismissed", note="x",
            agency=cast.coordinator.agency, author=cast.coordinator.user, on=today(), quiet_until=today(),
        )  # fmt: skip


def test_the_form_keeps_the_step_and_goes_back_to_the_list(cast, both, sign_in):
    client = sign_in(cast.coordinator)
    url = reverse("intake:stalled_step", args=[both[0].id])
    answer = client.post(url, {"act": "heard", "note": "明日返事", "quiet_until": f"{NEXT_WEEK:%Y-%m-%d}"})
    assert answer.url == reverse("intake:stalled")
    assert "明日返事" in client.get(reverse("intake:stalled")).content.decode()


def test_the_home_of_a_coordinator_and_the_list_ask_few_questions(
    cast, both, sign_in, django_assert_max_num_queries
):
    client = sign_in(cast.coordinator)
    with django_assert_max_num_queries(19):
        client.get(reverse("home"))
    with django_assert_max_num_queries(8):
        client.get(reverse("intake:stalled"))


def test_what_the_centre_itself_has_to_answer_is_not_told_twice_on_its_home(cast, case, sign_in):
    with acting_as(cast.worker):
        refer(case, by=cast.worker, to=cast.coordinator.agency, on=days_ago(9))
    client = sign_in(cast.coordinator)
    assert "止まっているつなぎ" not in client.get(reverse("home")).content.decode()
    assert case.label in client.get(reverse("intake:stalled")).content.decode()
