"""The whole path, who does what in which order (issue Part 1): the table of contents of `tests.steps`."""

from __future__ import annotations

from collections.abc import Callable

from tests import steps
from tests.desk import Desk
from tests.steps import WELFARE, Course


def walk(sit: Callable[[str], Desk]) -> Course:
    """One household from the first consultation to つなぎもどし, by six accounts; answers where it all is."""
    care, centre = sit("houkatsu1"), sit("juso1")
    town, disability, welfare = sit("fukushi1"), sit("kikan1"), sit("shakyo1")

    course = steps.write_reception(care)
    steps.triage_needs_consent(care, course)
    steps.ask_for_consent(care, course)
    steps.triage(care, course)
    steps.refer(care, course)
    steps.accept(centre, course)

    steps.too_early_for_plan_and_meeting(centre, course)
    steps.apply(centre, course)
    steps.assess(centre, course)
    steps.rate(centre, course, "plan", 1)
    steps.make_plan(centre, course)
    steps.decision_is_too_early(town, course)

    first = steps.convene(centre, course)
    steps.members_see_nothing_yet(disability, course)
    item = steps.put_on_agenda(centre, course, first, "plan")
    steps.closing_is_too_early(centre, course, first)
    for member in (centre, town):
        steps.acknowledge(member, first, item, works_on_it=True)
    for member in (disability, sit("kosodate1")):
        steps.acknowledge(member, first, item, works_on_it=False)
    steps.answer_invitation(disability, first)
    steps.hold(centre, first)
    steps.write_talk(centre, item, "社協の居場所と、短い訪問を組み合わせる。", "プランのとおり始める。")
    steps.assign(centre, item, WELFARE, "居場所の見学の日を決める")
    steps.judge(centre, item, "appropriate")
    steps.finish(centre, first)
    steps.draft(sit("fukushi2"), course)
    steps.decide(town, course)

    steps.record(care, course, "母の要介護認定の申請に同行した。")
    steps.record(welfare, course, "居場所を見学した。帳面つけを頼むことにした。")
    steps.record(centre, course, "玄関先で猫の話をした。")
    steps.monitor(centre, course)
    steps.rate(centre, course, "closure", 3)

    second = steps.convene(centre, course)
    steps.closing_is_too_early(centre, course, second)
    steps.evaluate(centre, course)
    item = steps.put_on_agenda(centre, course, second, "closure")
    steps.acknowledge(centre, second, item, works_on_it=True)
    steps.hold(centre, second)
    steps.write_talk(centre, item, "週に二度通えている。", "終結とし、社協が声かけを続ける。")
    steps.judge(centre, item, "close")
    steps.finish(centre, second)
    steps.closed(centre, course)

    steps.hand_back(centre, course)
    steps.take_back_over(welfare, course)
    return course
