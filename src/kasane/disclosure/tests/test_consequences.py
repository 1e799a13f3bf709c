"""What a new word of the person changes for whom, and why somebody sees nothing (R-DIS-01)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from kasane.base.choices import Purpose
from kasane.base.kinds import ALL_KINDS, DataKind
from kasane.disclosure.consequences import consequences, ended_facts, in_words
from kasane.disclosure.missing import Onlooker, missing
from kasane.disclosure.rules import Fact, Statement, derive_grants

CENTRE, TEAM, THIRD = (UUID(int=n) for n in (1, 2, 3))
PERSON = UUID(int=9)
DAY = date(2025, 5, 1)
LATER = DAY + timedelta(days=30)
OWN = Fact(UUID(int=11), "own_work", CENTRE, None, int(ALL_KINDS), DAY, None, "受付")
IN_TEAM = Fact(UUID(int=12), "team", TEAM, None, int(ALL_KINDS), DAY, None, "支援チーム")
MEMBER = Fact(
    UUID(int=13),
    "multi_tier",
    TEAM,
    PERSON,
    int(ALL_KINDS),
    DAY,
    LATER + timedelta(days=60),
    "会議の構成員",
    None,
    DAY,
)
YES = Statement(UUID(int=21), "agree", "application", DAY, True, frozenset(), frozenset(), 31, None, None)
HOMES = {PERSON: TEAM}


def change(new: Statement | None, *, facts=(OWN, IN_TEAM), day=LATER, old=YES):
    after = [old, new] if new else []
    return consequences(derive_grants(facts, [old]), derive_grants(facts, after), day, homes=HOMES)


def again(**values) -> Statement:
    return replace(YES, id=UUID(int=22), confirmed_on=LATER, **values)


def test_saying_the_same_again_changes_nothing():
    assert change(again()) == []


def test_a_no_takes_the_sight_of_who_saw_by_consent_alone():
    (one,) = change(again(answer="disagree"))
    assert (one.agency_id, one.is_loss) == (TEAM, True)
    assert in_words(one, "社協") == "社協は、このケースを見られなくなります(令和7年5月1日から見ていました)。"


def test_since_when_somebody_sees_counts_through_answers_that_followed_each_other():
    middle = replace(YES, id=UUID(int=22), confirmed_on=DAY + timedelta(days=5))
    before = derive_grants([IN_TEAM], [YES, middle])
    (one,) = consequences(before, [], LATER)
    assert one.before.since == DAY


def test_fewer_kinds_are_told_by_name():
    (one,) = change(again(kinds=int(DataKind.BASIC | DataKind.LIFE)))
    assert one.is_loss
    assert "健康・障害・介護、就労・通学・通所、経済・福祉制度を見られなくなります" in in_words(one, "社協")


def test_more_kinds_are_a_gain():
    (one,) = change(again(kinds=63))
    assert not one.is_loss
    assert in_words(one, "社協") == "社協は、新しく税も見られるようになります。"


def test_an_end_that_was_not_there_before_is_a_loss_and_taking_it_away_a_gain():
    end = LATER + timedelta(days=10)
    (one,) = change(again(valid_until=end))
    assert one.is_loss
    assert "見られるのは令和7年6月9日まで" in in_words(one, "社協")
    (other,) = change(again(), old=replace(YES, valid_until=end))
    assert not other.is_loss
    assert "支援が終わるまで" in in_words(other, "社協")


def test_a_first_yes_opens_the_case():
    no = replace(YES, answer="disagree")
    (one,) = change(again(), old=no)
    assert not one.is_loss
    assert in_words(one, "社協") == "社協は、税を除くすべての情報を見られるようになります。"


def test_a_person_who_goes_on_seeing_by_their_agency_loses_nothing():
    only_consultation = again(purposes=int(Purpose.CONSULTATION))
    assert change(only_consultation, facts=(OWN, IN_TEAM, MEMBER)) == []
    assert ended_facts(
        derive_grants([MEMBER], [YES]), derive_grants([MEMBER], [replace(YES, withdrawn_on=DAY)])
    ) == {MEMBER.id}


def test_what_agency_and_person_lose_alike_is_told_once():
    (one,) = change(again(answer="disagree"), facts=(OWN, IN_TEAM, MEMBER))
    assert one.agency_id == TEAM


def test_what_only_waits_for_secrecy_is_lost_too():
    waiting = replace(MEMBER, acknowledged_on=None)
    (one,) = change(again(answer="disagree"), facts=(OWN, waiting))
    assert one.is_loss
    assert "守秘義務を確認しても、見られなくなります" in in_words(one, "会議の人")


ASKED = Onlooker(TEAM, None, LATER, "00000000-0000-0000-0000-000000000001")


@pytest.mark.parametrize(
    ("facts", "statements", "code"),
    [
        ([OWN], [YES], "uninvolved"),
        ([IN_TEAM], [], "no_consent"),
        ([IN_TEAM], [replace(YES, answer="unclear")], "no_consent"),
        ([IN_TEAM], [replace(YES, answer="disagree")], "refused"),
        ([IN_TEAM], [replace(YES, withdrawn_on=LATER)], "withdrawn"),
        ([IN_TEAM], [replace(YES, valid_until=LATER)], "expired"),
        ([IN_TEAM], [replace(YES, excluded=frozenset({TEAM}))], "excluded"),
        ([IN_TEAM], [replace(YES, all_agencies=False, agencies=frozenset({THIRD}))], "not_chosen"),
        ([IN_TEAM], [replace(YES, purposes=int(Purpose.PLAN))], "purpose"),
        ([replace(IN_TEAM, valid_until=LATER)], [YES], "ended"),
        ([replace(IN_TEAM, valid_from=LATER + timedelta(days=1))], [YES], "coming"),
        ([replace(OWN, type="entrusted", agency_id=TEAM)], [], "no_contract"),
        ([replace(OWN, type="entrusted", agency_id=TEAM, terms=((DAY, LATER),))], [], "contract"),
        ([replace(OWN, type="entrusted", agency_id=TEAM, terms=((LATER + timedelta(days=1), None),))], [], "contract"),
    ],
)  # fmt: skip
def test_who_sees_nothing_is_told_what_is_missing(facts, statements, code):
    assert [obstacle.code for obstacle in missing(facts, statements, ASKED)] == [code]


@pytest.mark.parametrize(
    ("fact", "statements", "code"),
    [
        (replace(MEMBER, acknowledged_on=None), [YES], "not_acknowledged"),
        (MEMBER, [replace(YES, level="reception")], "application"),
        (replace(MEMBER, type="support_conference", acknowledged_on=None), [], "not_acknowledged"),
    ],
)
def test_a_member_of_a_meeting_is_told_what_is_missing(fact, statements, code):
    who = replace(ASKED, user_id=PERSON)
    assert [obstacle.code for obstacle in missing([fact], statements, who)] == [code]


def test_a_right_of_one_person_is_none_of_their_agency():
    assert [o.code for o in missing([MEMBER], [YES], ASKED)] == ["uninvolved"]
    assert missing([MEMBER], [YES], replace(ASKED, user_id=PERSON)) == []


def test_who_sees_the_case_lacks_nothing():
    assert missing([IN_TEAM], [YES], ASKED) == []
