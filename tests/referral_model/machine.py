"""What happens in the model: everything that can carry a case from one desk to another, or a person away from it.

Small numbers choose among what there is to choose from; the story is told in the words of the town.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import timedelta
from functools import partial
from typing import Any, ClassVar, TypeVar

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kasane.agencies import actions as agencies
from kasane.agencies.actors import Actor
from kasane.agencies.contracts.actions import change_contract
from kasane.agencies.models import Agency, Contract, Role, User
from kasane.base.choices import ALL_PURPOSES, Purpose
from kasane.base.dates import today
from kasane.base.obstacles import Forbidden
from kasane.cases import actions as cases
from kasane.cases.alarm.actions import raise_alarm
from kasane.cases.holding.actions import give
from kasane.cases.holding.queries import possible_holders, unheld
from kasane.cases.models import Case, Task
from kasane.disclosure.models import Consent
from kasane.disclosure.viewer import acting_as
from kasane.intake import actions as intake
from kasane.intake.hops import actions as hops
from kasane.intake.hops.queries import watched_hops
from kasane.intake.models import HopAct, Reception, Referral
from kasane.intake.tests import factories
from kasane.people import matching
from kasane.people.actions import decide_pair
from kasane.portal.home import _act as act_of_task
from tests.disclosure_model.session import DEFINER, as_role, rows

from .town import DESKS, NAMES, Clock, Town
from .watching import Vanished, lost_later, lost_today

T = TypeVar("T")
some = st.integers(0, 5)
desk = st.sampled_from(DESKS)
desks = st.lists(desk, min_size=1, max_size=3, unique=True)
answers = st.sampled_from(["accepted", "accepted", "joint", "returned"])
said = st.sampled_from(["agree", "agree", "disagree", "unclear"])
MOST_CASES = 3
LOOK_AHEAD_EVERY = 5


def pick(among: Sequence[T], number: int) -> T | None:
    return among[number % len(among)] if among else None


class Referrals(RuleBasedStateMachine):
    """One run: random steps in the town, looked at after each, and rolled back."""

    town: ClassVar[Town]
    clock: ClassVar[Clock]
    done: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.story: list[str] = []
        self.here: Counter[str] = Counter()
        self.steps = 0
        self.stack = ExitStack()
        self.stack.enter_context(transaction.atomic())
        self.clock.put(0)

    def teardown(self) -> None:
        try:
            self.judge(lost_later(self.town, self.clock))
        finally:
            transaction.set_rollback(True)
            self.stack.close()
            self.clock.put(0)

    @invariant()
    def nothing_is_lost(self) -> None:
        self.steps += 1
        self.judge(lost_today(self.town))
        if self.steps % LOOK_AHEAD_EVERY == 0:
            self.judge(lost_later(self.town, self.clock))

    def judge(self, lost: list[str]) -> None:
        if lost:
            told = "\n".join(f"{number}. {words}" for number, words in enumerate(self.story, 1))
            raise Vanished(f"{told}\n→ " + "\n→ ".join(lost))

    def tell(self, name: str, by: Actor | None, words: str, act: Callable[[], object]) -> None:
        """Does it as this person would; what the rules forbid is told as refused."""
        who = "" if by is None else f"{self.town.name(by.agency.id)}の{by.user.name}: "
        try:
            with transaction.atomic(), acting_as(by):
                act()
        except Forbidden as refused:
            self.story.append(f"{who}{words} (できない: {refused.obstacles[0].code})")
            return
        self.done[name] += 1
        self.here[name] += 1
        self.story.append(f"{who}{words}")

    # Whom and what the numbers choose.

    def person(self, key: str, number: int) -> Actor | None:
        return pick(self.town.staff(key), number)

    def working_on(self, number: int, who: int, *, is_open: bool = True) -> tuple[Actor, Case] | None:
        """One of the cases, and somebody who works on it."""
        state = "<>" if is_open else "="
        with as_role(DEFINER):
            found = rows(
                "SELECT c.id, g.agency_id FROM cases_case c JOIN disclosure_grant g ON g.case_id = c.id AND g.writes"
                f" AND g.valid @> kasane_today() WHERE c.stage {state} 'closed' GROUP BY c.id, g.agency_id ORDER BY 1, 2"
            )
        for at in range(len(found)):
            case_id, agency_id = found[(number + at) % len(found)]
            by = self.person(self.key(agency_id), who)
            if by is not None:
                with acting_as(by):
                    return by, Case.objects.get(pk=case_id)
        return None

    def key(self, agency_id: object) -> str:
        return next(key for key, agency in self.town.agencies.items() if agency.id == agency_id)

    def hop(self, number: int, who: int, states: str, side: str) -> tuple[Actor, Referral] | None:
        """One of the つなぎ, and somebody of its side who sees it."""
        with as_role(DEFINER):
            found = rows(f"SELECT id, {side}_id FROM intake_referral WHERE state IN ({states}) ORDER BY id")
        for at in range(len(found)):
            row_id, agency_id = found[(number + at) % len(found)]
            by = self.person(self.key(agency_id), who)
            if by is not None:
                with acting_as(by):
                    row = (
                        Referral.objects.filter(pk=row_id)
                        .select_related("case", "sender", "receiver")
                        .first()
                    )
                if row is not None:
                    return by, row
        return None

    def of_town(self) -> Actor:
        return self.town.cast.manager

    def named(self, row: Referral) -> str:
        return f"{row.case}の{self.town.name(row.sender_id)}→{self.town.name(row.receiver_id)}"

    def words_of(self, keys: Sequence[str]) -> str:
        return "と".join(NAMES[key] for key in keys)

    # Reception and consent.

    @initialize(at=desk, who=some)
    def begin(self, at: str, who: int) -> None:
        self.receive(at=at, who=who, answer="agree")

    @precondition(lambda self: self.here["receive"] < MOST_CASES)
    @rule(at=desk, who=some, answer=said)
    def receive(self, at: str, who: int, answer: str) -> None:
        by = self.person(at, who)
        if by is not None:
            consent = factories.said(answer, confirmed_on=today())
            self.tell(
                "receive",
                by,
                f"相談を受け付ける(同意は{answer})",
                partial(factories.receive, by, consent=consent, received_on=today()),
            )

    @rule(case=some, who=some, answer=said, only=st.none() | desks, without=st.none() | desk, ends=st.sampled_from([None, None, 3, 20]), purposes=st.sampled_from([ALL_PURPOSES, ALL_PURPOSES, int(Purpose.CONSULTATION), int(Purpose.COORDINATION)]))  # fmt: skip
    def hear(
        self, case: int, who: int, answer: str, only: Any, without: Any, ends: Any, purposes: int
    ) -> None:
        found = self.working_on(case, who)
        if found is None:
            return
        by, one = found
        ids = {key: agency.id for key, agency in self.town.agencies.items()}
        chosen = None if only is None else tuple(ids[key] for key in only)
        consent = factories.said(
            answer,
            confirmed_on=today(),
            agencies=chosen,
            chosen=chosen or (),
            excluded=() if without is None else (ids[without],),
            valid_until=None if ends is None else today() + timedelta(days=ends),
            purposes=purposes,
        )
        whom = "どこにでも" if only is None else self.words_of(only)
        words = f"{one}の本人の答え「{answer}」、{whom}、{NAMES.get(without, 'なし')}を除く、{ends}日まで、目的{purposes}"
        self.tell("hear", by, words, partial(intake.record_answer, one, by=by, said=consent))

    @rule(case=some, who=some)
    def withdraw(self, case: int, who: int) -> None:
        found = self.working_on(case, who)
        if found is None:
            return
        by, one = found
        with acting_as(by):
            consent = Consent.objects.filter(
                case_id=one.id, withdrawn_on__isnull=True, answer="agree"
            ).first()
        if consent is not None:
            act = partial(intake.withdraw_answer, one, consent, by=by, on=today(), note="本人の申し出")
            self.tell("withdraw", by, f"{one}の同意の撤回", act)

    # つなぎ.

    @rule(case=some, who=some, to=desks)
    def refer(self, case: int, who: int, to: list[str]) -> None:
        found = self.working_on(case, who)
        if found is None:
            return
        by, one = found
        places = [self.town.agencies[key] for key in to if key != self.key(by.agency.id)]
        if not places:
            return
        sheet = {"on": today(), "explained_on": today()}
        act = partial(factories.refer, one, by=by, to=places[0], also=places[1:], **sheet)
        whom = "と".join(self.town.name(place.id) for place in places)
        self.tell("refer", by, f"{one}を{whom}につなぐ", act)

    @precondition(lambda self: self.here["refer"])
    @rule(hop=some, who=some, how=answers)
    def answer(self, hop: int, who: int, how: str) -> None:
        found = self.hop(hop, who, "'sent'", "receiver")
        if found is None:
            return
        by, row = found
        talk = (
            {"talk_on": today(), "talk_with": "つなぎ元", "talk_note": "話し合った。"}
            if how == "returned"
            else {}
        )
        act = partial(intake.answer, row, by=by, version=row.version, on=today(), answer=how, **talk)
        self.tell(f"answer {how}", by, f"{self.named(row)}に{how}と答える", act)

    @precondition(lambda self: self.here["refer"])
    @rule(hop=some, who=some)
    def take_back(self, hop: int, who: int) -> None:
        found = self.hop(hop, who, "'sent'", "sender")
        if found is not None:
            by, row = found
            act = partial(intake.take_back, row, by=by, on=today(), note="まちがい")
            self.tell("take_back", by, f"{self.named(row)}を取り下げる", act)

    @precondition(lambda self: self.here["refer"])
    @rule(hop=some, who=some, side=st.sampled_from(["sender", "receiver"]))
    def follow_up(self, hop: int, who: int, side: str) -> None:
        found = self.hop(hop, who, "'accepted', 'joint', 'returned'", side)
        if found is not None:
            by, row = found
            act = partial(intake.follow_up, row, by=by, on=today(), result="落ち着いている。")
            self.tell("follow_up", by, f"{self.named(row)}のフォローアップを書く", act)

    @precondition(lambda self: self.here["refer"])
    @rule(hop=some, who=some, side=st.sampled_from(["sender", "receiver"]), asks=st.booleans())
    def comment(self, hop: int, who: int, side: str, asks: bool) -> None:
        found = self.hop(hop, who, "'sent', 'accepted', 'joint', 'returned'", side)
        if found is not None:
            by, row = found
            act = partial(hops.comment, row, by=by, on=today(), text="どうですか。", asks=asks)
            self.tell("comment", by, f"{self.named(row)}に{'質問' if asks else 'ひとこと'}を書く", act)

    @precondition(lambda self: self.here["refer"])
    @rule(hop=some, act=st.sampled_from(list(HopAct)), days=st.sampled_from([1, 7, 14]))
    def coordinate(self, hop: int, act: HopAct, days: int) -> None:
        by = next((one for one in self.town.everybody() if one.is_coordinator), None)
        if by is None:
            return
        with acting_as(by):
            one = pick(watched_hops(), hop)
        if one is not None:
            until = today() + timedelta(days=days)
            step = partial(
                hops.take_step, one.alert, by=by, on=today(), act=act, note="電話した。", quiet_until=until
            )
            self.tell("coordinate", by, f"止まっているつなぎに「{act.label}」({days}日静かにする)", step)

    @precondition(lambda self: self.here["close"])
    @rule(case=some, who=some, to=desk)
    def hand_back(self, case: int, who: int, to: str) -> None:
        found = self.working_on(case, who, is_open=False)
        if found is None:
            return
        by, one = found
        sheet = {
            "on": today(),
            "reason": "終結したため",
            "explained_by": "だれか",
            "explained_what": "これからの窓口",
        }
        act = partial(
            intake.hand_back,
            one,
            by=by,
            to_agency=self.town.agencies[to],
            follow_up_on=None,
            explained_on=today(),
            **sheet,
        )
        self.tell("hand_back", by, f"終結した{one}を{NAMES[to]}につなぎもどす", act)

    # The case.

    @rule(case=some, who=some, outcome=st.sampled_from(["own", "information", "conference"]))
    def decide(self, case: int, who: int, outcome: str) -> None:
        found = self.working_on(case, who)
        if found is None:
            return
        by, one = found
        with acting_as(by):
            sheet = Reception.objects.filter(case=one).first()
        if sheet is not None:
            act = partial(
                intake.decide, sheet, by=by, on=today(), outcome=outcome, reason="話を聞いて", given=None
            )
            self.tell(f"decide {outcome}", by, f"{one}の見立てを{outcome}にする", act)

    @rule(case=some, who=some)
    def close(self, case: int, who: int) -> None:
        found = self.working_on(case, who)
        if found is not None:
            by, one = found
            act = partial(cases.close, one, by=by, on=today(), closed_as=cases.ClosedAs.CLOSED)
            self.tell("close", by, f"{one}を終結する", act)

    @precondition(lambda self: self.here["close"])
    @rule(case=some, who=some)
    def reopen(self, case: int, who: int) -> None:
        found = self.working_on(case, who, is_open=False)
        if found is not None:
            by, one = found
            act = partial(cases.advance, one, cases.Stage.RECEPTION, by=by)
            self.tell("reopen", by, f"{one}を再開する", act)

    @rule(case=some, who=some, next_in=st.none() | st.sampled_from([2, 60]))
    def write(self, case: int, who: int, next_in: int | None) -> None:
        found = self.working_on(case, who)
        if found is not None:
            by, one = found
            after = None if next_in is None else today() + timedelta(days=next_in)
            act = partial(
                cases.write_record,
                one,
                by=by,
                at=self.clock.now(),
                method="phone",
                content="電話した。",
                kinds=1,
                next_on=after,
            )
            self.tell("write", by, f"{one}の記録を書く(次は{next_in}日後)", act)

    @rule(task=some, at=desk, who=some)
    def tick(self, task: int, at: str, who: int) -> None:
        by = self.person(at, who)
        if by is None:
            return
        with acting_as(by):
            listed = Task.objects.filter(agency=by.agency, done_on__isnull=True).select_related("case")
            one = pick([row for row in listed if act_of_task(row).get("act_post")], task)
        if one is not None:
            self.tell(
                "tick",
                by,
                f"{one.case}の「{one.what}」を済みにする",
                partial(cases.complete_task, one, by=by),
            )

    @rule(case=some, who=some)
    def alarm(self, case: int, who: int) -> None:
        found = self.working_on(case, who)
        if found is not None:
            by, one = found
            act = partial(
                raise_alarm,
                one,
                by=by,
                danger="life",
                facts="2日前から返事がない。",
                place="本人の家",
                done="電話した。",
            )
            self.tell("alarm", by, f"{one}の緊急の知らせを出す", act)

    @precondition(lambda self: self.here["receive"] > 1)
    @rule(pair=some, how=st.sampled_from(["same", "same", "different", "open"]))
    def merge(self, pair: int, how: str) -> None:
        by = next((one for one in self.town.everybody() if one.is_coordinator), None)
        if by is None:
            return
        with acting_as(by):
            one = pick(matching.pairs(None), pair)
        if one is not None:
            act = partial(decide_pair, one, by=by, decision=how, reason="電話で確かめた")
            self.tell("merge", by, f"{one.sides[0].number}と{one.sides[1].number}の人を{how}とする", act)

    @precondition(lambda self: self.here["leave"] or self.here["contract"] or self.here["hear"])
    @rule(one=some, to=some)
    def give_on(self, one: int, to: int) -> None:
        by = self.of_town()
        with acting_as(by):
            lost = pick(unheld(), one)
            holder = pick(possible_holders(lost.id), to) if lost else None
        if lost is not None and holder is not None:
            act = partial(give, lost.id, by=by, holder=holder.id, reason="担い手がいない")
            self.tell("give_on", by, f"{lost.number}の主担当を{self.town.name(holder.id)}に決め直す", act)

    # People, contracts, time.

    @rule(
        what=st.sampled_from(["leave", "leave", "leave", "come", "come", "contract", "reorganise"]),
        at=st.sampled_from(tuple(NAMES)),
        who=some,
        shut=st.booleans(),
    )
    def change_town(self, what: str, at: str, who: int, shut: bool) -> None:
        if what == "leave":
            self.leave(at, who, shut)
        elif what == "come":
            self.come(at, shut)
        elif what == "contract":
            self.contract(ends=shut)
        elif at != "fukushi":
            self.reorganise(at, shut)

    def leave(self, at: str, who: int, shut: bool) -> None:
        """Anybody may leave but the manager of the town: somebody is always there to be told."""
        by = self.town.cast.administrator
        one = pick([actor for actor in self.town.staff(at) if actor.user.id != self.of_town().user.id], who)
        if one is None:
            return
        words = f"{NAMES[at]}の{one.user.name}が{'アカウントを止められる' if shut else '昨日で異動する'}"
        if shut:
            self.tell("leave", None, words, partial(agencies.close_account, one.user, by=by))
        else:
            gone = today() - timedelta(days=1)
            self.tell("leave", None, words, partial(agencies.end_post, one.post, by=by, on=gone))

    def come(self, at: str, shut: bool) -> None:
        by, agency = self.town.cast.administrator, self.town.agencies[at]
        closed = User.objects.filter(is_active=False).first()
        if shut and closed is not None:
            act = partial(agencies.reopen_account, closed, by=by)
            self.tell("come", None, f"{closed.name}のアカウントを再び使えるようにする", act)
            return
        role = Role.COORDINATOR if at == "juso" else Role.WORKER

        def arrive() -> None:
            user = User.objects.create_user(login=f"new-{len(self.story)}", name=f"新人{len(self.story)}")
            agencies.add_post(user, by=by, agency=agency, role=role, starts_on=today())

        self.tell("come", None, f"{NAMES[at]}に新しい職員が来る", arrive)

    def contract(self, ends: bool) -> None:
        by = self.of_town()
        row = Contract.objects.get(pk=self.town.contract.pk)
        if ends == (row.ends_on is not None):
            return
        last = today() - timedelta(days=1) if ends else None
        act = partial(change_contract, row, by=by, version=row.version, starts_on=row.starts_on, ends_on=last)
        self.tell("contract", by, f"包括の委託契約が{'昨日で終わる' if ends else '続く'}", act)

    def reorganise(self, at: str, shut: bool) -> None:
        """The town's new plan has this agency no more, or again, as installing its profile does."""
        words = f"{NAMES[at]}が提供体制{'からなくなる' if shut else 'にある'}"
        agency = Agency.objects.filter(key=at, is_active=shut)
        if not agency.exists():
            return
        act = partial(agency.update, is_active=not shut)
        self.tell("reorganise", None, words, act)

    @rule(days=st.sampled_from([1, 5, 10, 40]))
    def pass_days(self, days: int) -> None:
        self.clock.put(self.clock.days + days)
        self.story.append(f"{days}日たつ")
