"""What was told: information that ends a consultation, and the duty to tell of 生活保護 (R-INT-03, R-INT-08)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import transaction
from django.urls import reverse

from kasane.base.dates import today
from kasane.base.obstacles import Forbidden
from kasane.cases.models import Event, Task
from kasane.disclosure.viewer import acting_as
from kasane.intake import actions, rules
from kasane.intake.informing.actions import Given, tell_of_assistance
from kasane.intake.informing.queries import offered
from kasane.intake.models import InformationGiven, Reception
from kasane.intake.tests.factories import DAY, LATER, case_of, receive
from kasane.intake.tests.test_rules import TRIAGE, codes

TOLD = Given(on=LATER, told_to="self", things=("しくみのあらまし",), reply="thinks", reply_note="考えます")


@pytest.mark.parametrize("topic", ["income", "rent", "food", "debt", "housing"])
def test_with_matters_of_money_the_desk_judges_whether_assistance_may_be_needed(topic):
    assert rules.asks_assistance([topic])
    assert codes(rules.triage_obstacles(replace(TRIAGE, topics=[topic]))) == ["assistance_unasked"]


@pytest.mark.parametrize("topics", [[], ["care", "family"], ["job_seeking"]])
def test_with_other_matters_it_is_not_asked(topics):
    assert codes(rules.triage_obstacles(replace(TRIAGE, topics=topics))) == []


@pytest.mark.parametrize("outcome", ["own", "information", "refer", "coordination", "conference", "outreach"])
def test_no_outcome_is_kept_before_the_person_was_told_of_assistance(outcome):
    likely = replace(TRIAGE, outcome=outcome, topics=["food"], assistance="yes")
    assert codes(rules.triage_obstacles(likely)) == ["assistance_untold"]
    assert codes(rules.triage_obstacles(replace(likely, assistance_told=True))) == []


@pytest.mark.parametrize("judged", ["no", "unsure"])
def test_without_a_likely_need_nothing_has_to_be_told(judged):
    assert codes(rules.triage_obstacles(replace(TRIAGE, topics=["debt"], assistance=judged))) == []


def hungry(actor):
    return receive(actor, topics=["food", "care"], main_topic="food")


def test_what_was_told_when_by_whom_and_the_answer_are_kept_and_open_the_way(cast):
    with acting_as(cast.worker):
        row = hungry(cast.worker)
        with pytest.raises(Forbidden) as refused:
            actions.decide(row, by=cast.worker, on=LATER, outcome="own", reason="x", assistance="yes")
        assert refused.value.codes == ["assistance_untold"]
        told = tell_of_assistance(row, by=cast.colleague, given=TOLD)
        assert (told.on, told.given_by, told.reply) == (LATER, cast.colleague.user, "thinks")
        assert "考えます" in Event.objects.get(code="informed").body
        decided = actions.decide(row, by=cast.worker, on=LATER, outcome="own", reason="x")
        assert decided.assistance == "yes"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"reply": ""}, "reply"),
        ({"told_to": "other"}, "whom"),
        ({"things": (), "note": " "}, "things"),
        ({"on": today().replace(year=today().year + 1, day=1)}, "not_yet"),
    ],
)
def test_a_record_that_does_not_say_it_all_is_not_kept(cast, change, code):
    with acting_as(cast.worker):
        row = hungry(cast.worker)
        with pytest.raises(Forbidden) as refused, transaction.atomic():
            tell_of_assistance(row, by=cast.worker, given=replace(TOLD, **change))
        assert refused.value.codes == [code]
        assert not InformationGiven.objects.exists()


def test_strangers_see_nothing_of_what_was_told(cast, sign_in):
    with acting_as(cast.worker):
        row = hungry(cast.worker)
        tell_of_assistance(row, by=cast.worker, given=TOLD)
    for actor in (cast.stranger, cast.coordinator, cast.administrator, None):
        with acting_as(actor):
            assert not InformationGiven.objects.exists()
    for name in ("assistance", "information", "next_date"):
        assert sign_in(cast.stranger).get(reverse(f"intake:{name}", args=[row.case_id])).status_code == 404


def test_who_only_reads_the_case_does_not_tell_for_it(cast):
    with acting_as(cast.worker):
        row = hungry(cast.worker)
    with acting_as(cast.stranger), transaction.atomic(), pytest.raises(Reception.DoesNotExist):
        tell_of_assistance(row, by=cast.stranger, given=TOLD)


def test_the_way_from_triage_over_assistance_back_and_on(cast, sign_in):
    with acting_as(cast.worker):
        case = case_of(hungry(cast.worker))
    client, triage = sign_in(cast.worker), reverse("intake:triage", args=[case.id])
    typed = {"outcome": "own", "reason": "食べるものがない", "assistance": "yes"}
    page = client.post(triage, typed)
    assert page.status_code == 409
    assert reverse("intake:assistance", args=[case.id]) in page.content.decode()
    told = {"things": ["しくみのあらまし"], "told_to": "self", "on": "今日", "reply": "applies"}
    assert client.post(reverse("intake:assistance", args=[case.id]), told).url == triage
    assert client.post(triage, typed).url == reverse("intake:next_date", args=[case.id])


def test_information_is_chosen_and_written_before_the_case_ends(cast, sign_in):
    with acting_as(cast.worker):
        case = case_of(receive(cast.worker))
    client = sign_in(cast.worker)
    answer = client.post(
        reverse("intake:triage", args=[case.id]), {"outcome": "information", "reason": "案内で足りる"}
    )
    page = client.get(answer.url)
    assert "案内で足りる" in page.content.decode()
    with acting_as(cast.worker):
        assert Reception.objects.get().outcome == ""
    empty = client.post(answer.url, {"reason": "案内で足りる", "on": "今日", "told_to": "consulter"})
    assert empty.status_code == 422
    assert "伝えたことを選ぶか、書いてください" in empty.content.decode()
    kept = {
        "things": ["介護保険の申請"],
        "note": "配食の相談先",
        "told_to": "consulter",
        "on": "今日",
        "reason": "案内",
    }
    assert client.post(answer.url, kept).url == reverse("case_page", args=[case.id])
    words = client.get(reverse("intake:reception", args=[case.id])).content.decode()
    assert "介護保険の申請、配食の相談先" in words
    with acting_as(cast.worker):
        case.refresh_from_db()
        assert case.closed_as == "information"
        assert "この窓口でよく伝えること" not in dict(offered(cast.worker))


def test_only_words_of_two_cases_are_offered_to_a_third(cast):
    """R-DIS-01: what stands in one case alone may be that case's."""
    with acting_as(cast.worker):
        for words in ("配食の相談先", "配食の相談先", "娘さんの連絡先"):
            sheet = receive(cast.worker)
            given = Given(on=LATER, told_to="person", things=("窓口",), note=words)
            actions.decide(sheet, by=cast.worker, on=LATER, outcome="information", reason="案内", given=given)
        assert dict(offered(cast.worker))["この窓口でよく伝えること"] == [("配食の相談先", "配食の相談先")]


def test_own_support_asks_for_the_next_date_which_waits_on_the_home_page(cast, sign_in):
    with acting_as(cast.worker):
        case = case_of(receive(cast.worker))
    url, client = reverse("intake:next_date", args=[case.id]), sign_in(cast.worker)
    assert client.get(url).status_code == 200
    past = {"due_on": "令和2年4月1日", "what": "訪問する", "assignee": str(cast.colleague.user.id)}
    assert "すぎています" in client.post(url, past).content.decode()
    client.post(url, {**past, "due_on": "今日"})
    with acting_as(cast.worker):
        task = Task.objects.get()
        assert (task.kind, task.what, task.assignee) == ("contact", "訪問する", cast.colleague.user)
    assert "訪問する" in sign_in(cast.colleague).get(reverse("home")).content.decode()


def test_the_pages_ask_the_database_the_same_however_much_was_told(
    cast, sign_in, django_assert_max_num_queries
):
    with acting_as(cast.worker):
        row = hungry(cast.worker)
        for _ in range(4):
            tell_of_assistance(row, by=cast.worker, given=replace(TOLD, on=DAY))
    client = sign_in(cast.worker)
    for name, most in (("reception", 24), ("triage", 24), ("assistance", 20), ("information", 22)):
        with django_assert_max_num_queries(most):
            assert client.get(reverse(f"intake:{name}", args=[row.case_id])).status_code == 200
