"""Editing a consent: what it can not say, what it changes for others, shown before it is kept (R-INT-01, R-DIS-01)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.urls import reverse

from kasane.agencies.models import Delivery, Mode
from kasane.base.dates import today, wareki
from kasane.base.kinds import DataKind
from kasane.base.obstacles import Forbidden
from kasane.cases.models import Case, Event
from kasane.disclosure.models import Consent
from kasane.disclosure.queries import consents_ending, spoken_of
from kasane.disclosure.viewer import acting_as
from kasane.intake import actions, foresee
from kasane.intake.models import Referral, ReferralState
from kasane.intake.rules import Scope, scope_obstacles, withdrawal_obstacles
from kasane.intake.tests.factories import DAY, LATER, case_of, receive, refer, said

ONE, OTHER, OWN = (UUID(int=n) for n in (1, 2, 3))
SCOPE = Scope(confirmed_on=DAY, today=LATER, own_agency=OWN)


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"confirmed_on": LATER + timedelta(days=1)}, "future"),
        ({"valid_until": DAY}, "until"),
        ({"valid_until": DAY - timedelta(days=9)}, "until"),
        ({"purposes": 0}, "purposes"),
        ({"chosen": (ONE, OTHER), "excluded": (OTHER,)}, "both"),
        ({"excluded": (OWN,)}, "own_agency"),
        ({"by_representative": True, "tie": "長男"}, "given_by"),
        ({"by_representative": True, "given_by": " ", "tie": "長男"}, "given_by"),
        ({"by_representative": True, "given_by": "山形 正樹"}, "tie"),
    ],
)
def test_a_yes_can_not_say(values, code):
    assert [obstacle.code for obstacle in scope_obstacles(replace(SCOPE, **values))] == [code]


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"confirmed_on": LATER},
        {"valid_until": DAY + timedelta(days=1)},
        {"purposes": 1},
        {"chosen": (ONE,), "excluded": (OTHER,)},
        {"by_representative": True, "given_by": "山形 正樹", "tie": "長男"},
    ],
)
def test_a_yes_can_say(values):
    assert scope_obstacles(replace(SCOPE, **values)) == []


def test_a_consent_is_not_taken_back_in_advance():
    kept = {"answer": "agree", "confirmed_on": DAY, "withdrawn_on": None, "today": LATER}
    assert withdrawal_obstacles(on=LATER, **kept) == []
    assert [o.code for o in withdrawal_obstacles(on=LATER + timedelta(days=1), **kept)] == ["future"]


@pytest.fixture
def case(cast) -> Case:
    """In a team with 社協, and asked of 基幹, who has not answered."""
    with acting_as(cast.worker):
        case = case_of(receive(cast.worker))
        team = refer(case, by=cast.worker, to=cast.participation.agency)
        refer(case, by=cast.worker, to=cast.disability.agency)
    with acting_as(cast.participation):
        actions.answer(team, by=cast.participation, version=None, on=LATER, answer="accepted")
    return case


def effects(case, cast, **values):
    answer = values.pop("answer", "agree")
    with acting_as(cast.worker):
        new = said(answer, **{"confirmed_on": today(), **values})
        return foresee.of_answer(case.id, new, by=cast.worker)


def sees(actor) -> bool:
    with acting_as(actor):
        return Case.objects.exists()


def test_the_same_answer_again_has_no_effect(case, cast):
    foresight = effects(case, cast)
    assert (foresight.effects, foresight.mark) == ((), "")


def test_leaving_out_an_agency_tells_who_loses_sight_and_since_when(case, cast):
    foresight = effects(case, cast, excluded=(cast.participation.agency.id,))
    assert [effect.sentence for effect in foresight.effects] == [
        "社会福祉法人美咲町社会福祉協議会は、このケースを見られなくなります(令和7年4月8日から見ていました)。"
    ]


def test_leaving_out_who_has_not_answered_takes_the_referral_back(case, cast):
    agency = cast.disability.agency
    words = [e.sentence for e in effects(case, cast, excluded=(agency.id,)).effects]
    assert f"{agency.name}への返事待ちのつなぎは、取り下げになります。" in words
    with acting_as(cast.worker):
        actions.record_answer(case, by=cast.worker, said=said(confirmed_on=today(), excluded=(agency.id,)))
        assert Referral.objects.get(receiver=agency).state == ReferralState.WITHDRAWN
    assert not sees(cast.disability)
    assert sees(cast.participation)


def test_a_first_mention_of_tax_is_told_as_a_gain(case, cast):
    foresight = effects(case, cast, kinds=63)
    assert {effect.way for effect in foresight.effects} == {foresee.GAIN}
    assert all("新しく税も" in effect.sentence for effect in foresight.effects)


def test_an_answer_older_than_one_that_is_known_changes_nothing_and_says_so(case, cast):
    with acting_as(cast.worker):
        actions.record_answer(case, by=cast.worker, said=said(confirmed_on=today()))
    foresight = effects(case, cast, answer="disagree", confirmed_on=LATER)
    assert foresight.mark == ""
    assert "より新しい答えがあります" in foresight.effects[0].sentence


def test_an_unclear_answer_leaves_everything_as_it_is(case, cast):
    foresight = effects(case, cast, answer="unclear")
    assert foresight.mark == ""
    assert "前の答えはそのまま生きています" in foresight.effects[0].sentence


def test_what_was_foreseen_is_what_happens(case, cast):
    with acting_as(cast.worker):
        consent = spoken_of(case.id)[0].row
        told = foresee.of_withdrawal(case.id, consent.id, on=today(), by=cast.worker).effects
        assert {e.sentence.split("は、")[0] for e in told if "見られなくなります" in e.sentence} == {
            cast.participation.agency.name,
            cast.disability.agency.name,
        }
        actions.withdraw_answer(case, consent, by=cast.worker, on=today(), note="やめたい")
    assert [sees(actor) for actor in (cast.worker, cast.participation, cast.disability)] == [
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("act", ["refuses", "withdraws"])
def test_an_agency_that_sees_by_consent_alone_can_keep_the_no_that_closes_the_case_to_itself(case, cast, act):
    with acting_as(cast.participation):
        if act == "refuses":
            actions.record_answer(case, by=cast.participation, said=said("disagree", confirmed_on=today()))
        else:
            consent = spoken_of(case.id)[0].row
            actions.withdraw_answer(case, consent, by=cast.participation, on=today(), note="やめたい")
    assert not sees(cast.participation)
    with acting_as(cast.worker):
        assert Event.objects.filter(code__startswith="consent", agency=cast.participation.agency).count() == 1
        assert Referral.objects.get(receiver=cast.disability.agency).state == ReferralState.WITHDRAWN


def test_the_proof_of_a_consent_stays_after_it_was_taken_back(case, cast, sign_in):
    with acting_as(cast.worker):
        consent = spoken_of(case.id)[0].row
        actions.withdraw_answer(case, consent, by=cast.worker, on=today(), note="もう知られたくない")
    page = sign_in(cast.worker).get(reverse("intake:consent", args=[case.id])).content.decode()
    assert "もう知られたくない" in page
    assert wareki(DAY) in page


TYPED = {
    "consent_answer": "agree",
    "consent_on": wareki(today()),
    "consent_method": "oral",
    "consent_explained_by": "包括 花子",
    "consent_scope": "all",
    "consent_kinds": ["2", "4", "8", "16"],
    "consent_purposes": ["1", "2", "4", "8", "16"],
}


@pytest.fixture
def url(case) -> str:
    return reverse("intake:consent", args=[case.id])


def answers() -> int:
    return Consent.objects.count()


def test_without_javascript_a_change_for_others_is_shown_before_a_second_press_keeps_it(cast, url, sign_in):
    client = sign_in(cast.worker)
    typed = {**TYPED, "consent_kinds": ["16"], "consent_note": "病気のことは伏せて"}
    shown = client.post(url, typed)
    assert shown.status_code == 422
    words = shown.content.decode()
    assert "まだ残していません" in words
    assert "健康・障害・介護、就労・通学・通所、経済・福祉制度を見られなくなります" in words
    assert "病気のことは伏せて" in words
    with acting_as(cast.worker):
        assert answers() == 1
    mark = shown.context["foresight"].mark
    assert client.post(url, {**typed, "shown_effects": mark}).status_code == 302
    with acting_as(cast.worker):
        assert answers() == 2


def test_a_mark_of_other_effects_does_not_keep_these(cast, url, sign_in):
    client = sign_in(cast.worker)
    mark = client.post(url, {**TYPED, "consent_kinds": ["16"]}).context["foresight"].mark
    other = client.post(url, {**TYPED, "consent_answer": "disagree", "shown_effects": mark})
    assert other.status_code == 422
    with acting_as(cast.worker):
        assert answers() == 1


def test_an_answer_that_changes_nothing_for_others_is_kept_at_once(cast, url, sign_in):
    assert sign_in(cast.worker).post(url, TYPED).status_code == 302


def test_the_effects_follow_what_is_typed(cast, url, sign_in):
    client = sign_in(cast.worker)
    piece = client.post(f"{url}effects/", {**TYPED, "consent_answer": "disagree"}).content.decode()
    assert "社会福祉法人美咲町社会福祉協議会は、このケースを見られなくなります" in piece
    assert 'name="shown_effects"' in piece
    assert "変わりはありません" in client.post(f"{url}effects/", TYPED).content.decode()
    assert "そろうと" in client.post(f"{url}effects/", {}).content.decode()


def test_a_stranger_gets_no_effects(cast, url, sign_in):
    answer = sign_in(cast.stranger).post(f"{url}effects/", TYPED)
    assert answer.status_code == 404
    assert "社会福祉協議会" not in answer.content.decode()


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"consent_purposes": []}, "何のために使ってよいか"),
        ({"consent_until": "R7.4.2"}, "確認した日より前"),
        ({"consent_method": "representative"}, "代理人の氏名"),
        ({"consent_method": "representative", "consent_given_by": "山形 正樹"}, "続柄"),
        ({"consent_scope": "chosen"}, "伝えてよい機関を選ぶか"),
        ({"consent_on": "R50.4.1"}, "今日までの日"),
    ],
)
def test_what_can_not_be_said_is_told_at_its_field_and_nothing_is_lost(cast, url, sign_in, changed, sentence):
    page = sign_in(cast.worker).post(url, {**TYPED, **changed, "consent_note": "伝えた言葉"})
    assert page.status_code == 422
    assert sentence in page.content.decode()
    assert "伝えた言葉" in page.content.decode()


def test_an_agency_chosen_and_left_out_is_told(cast, url, sign_in):
    same = [str(cast.coordinator.agency.id)]
    both = {"consent_scope": "chosen", "consent_agencies": same, "consent_excluded": same}
    page = sign_in(cast.worker).post(url, {**TYPED, **both}).content.decode()
    assert "両方に選ばれています" in page


def test_the_own_agency_is_not_left_out_even_past_the_screen(case, cast):
    with acting_as(cast.worker), pytest.raises(Forbidden) as refused:
        actions.record_answer(
            case, by=cast.worker, said=said(confirmed_on=today(), excluded=(cast.worker.agency.id,))
        )
    assert refused.value.codes == ["own_agency"]


def test_agencies_named_by_a_field_are_those_who_deliver_in_it_today(cast, case, url, sign_in):
    delivery = Delivery.objects.create(
        key="kikan", works=[1], fields=["disability"], program="core_consultation_center", name="基幹", modes=[Mode.ENTRUSTED]
    )  # fmt: skip
    delivery.agencies.add(cast.disability.agency, cast.participation.agency)
    client = sign_in(cast.worker)
    typed = {
        **TYPED,
        "consent_scope": "chosen",
        "consent_groups": ["disability"],
        "consent_until": "R50.3.31",
    }
    typed |= {"consent_method": "representative", "consent_given_by": "山形 正樹", "consent_tie": "長男"}
    mark = client.post(url, typed).context["foresight"].mark
    assert client.post(url, {**typed, "shown_effects": mark}).status_code == 302
    with acting_as(cast.worker):
        kept = spoken_of(case.id)[0]
    assert set(kept.row.agencies) == {cast.disability.agency.id, cast.participation.agency.id}
    assert (kept.groups, kept.row.given_by) == (["障害"], "山形 正樹(長男)")
    assert (kept.last_day, kept.row.valid_until) == (date(2068, 3, 31), date(2068, 4, 1))
    again = client.get(url).content.decode()
    assert "令和50年3月31日" in again, "asking anew starts from how far the last yes went"


@pytest.mark.parametrize("days", [0, 29, 30])
def test_a_consent_that_ends_within_thirty_days_is_found_by_who_works_on_the_case(case, cast, days):
    last = today() + timedelta(days=days)
    with acting_as(cast.worker):
        actions.record_answer(
            case,
            by=cast.worker,
            said=said(confirmed_on=today() - timedelta(days=1), valid_until=last + timedelta(days=1)),
        )
    for actor, found in (
        (cast.worker, True),
        (cast.participation, True),
        (cast.disability, False),
        (cast.stranger, False),
    ):
        with acting_as(actor):
            ending = consents_ending(today() + timedelta(days=30))
        assert ending == ({case.id: last} if found else {})


@pytest.mark.parametrize("why", ["late", "over", "withdrawn", "answered again"])
def test_a_consent_is_not_ending(case, cast, why):
    last = {"late": today() + timedelta(days=31), "over": today() - timedelta(days=1)}.get(why, today())
    with acting_as(cast.worker):
        actions.record_answer(
            case, by=cast.worker, said=said(confirmed_on=LATER, valid_until=last + timedelta(days=1))
        )
        if why == "withdrawn":
            actions.withdraw_answer(
                case, spoken_of(case.id)[0].row, by=cast.worker, on=today(), note="やめる"
            )
        if why == "answered again":
            actions.record_answer(case, by=cast.worker, said=said(confirmed_on=today()))
        assert consents_ending(today() + timedelta(days=30)) == {}


@pytest.mark.parametrize(
    ("values", "kept"),
    [
        ({"method": "representative", "given_by": "山形 正樹", "tie": "長男"}, "山形 正樹(長男)"),
        ({"method": "representative"}, ""),
        ({"method": "oral", "given_by": "山形 正樹", "tie": "長男"}, ""),
    ],
)
def test_the_representative_is_kept_only_when_there_was_one(values, kept):
    assert said("disagree", **values).representative == kept


def test_only_basic_information_is_told_by_name(case, cast):
    sentences = [e.sentence for e in effects(case, cast, kinds=int(DataKind.BASIC)).effects]
    assert any("生活歴その他を見られなくなります" in sentence for sentence in sentences)
