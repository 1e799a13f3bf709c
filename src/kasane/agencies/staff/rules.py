"""研修, and which coordinators the town asks for and lacks: pure functions over plain values (R-DEL-06)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from kasane.agencies.credentials import Course
from kasane.base.obstacles import Obstacle
from kasane.profiles.vocabulary import ProgramCode, Work


def training_obstacles(
    *, course: str, name: str, done_on: date, today: date, is_known: bool
) -> list[Obstacle]:
    """What stands in the way of entering 研修: it has a name, is finished, and is not there already."""
    found = []
    if course == Course.OTHER and not name.strip():
        found.append(Obstacle("no_name", "研修の名前を書いてください。", "R-DEL-06"))
    if done_on > today:
        sentence = "修了した日が先の日になっています。修了してから入れてください。"
        found.append(Obstacle("not_done", sentence, "R-DEL-06"))
    if is_known:
        found.append(Obstacle("known", "同じ研修が、もう入っています。", "R-DEL-06"))
    return found


@dataclass(frozen=True, slots=True)
class Asked:
    """Why a kind of coordinator is asked for in this town, or that it is left to the town."""

    kind: str
    sentence: str
    clause: str = ""

    @property
    def is_asked(self) -> bool:
        return bool(self.clause)


_LEFT_OPEN = "置くかどうかは町で決めます。"


def asked_coordinators(
    *, programs: Collection[str], works: Collection[int], has_second_layer: bool
) -> list[Asked]:
    """The six kinds with what the town's own structure asks for.

    第1層 and 第2層 come with 生活支援体制整備 (where the town is one area, the layers need not be told apart);
    ⑤ is the work of the 推進員 or of the 多機関協働 coordinator. The rest may be placed, none has to be.
    """
    living = ProgramCode.LIVING_SUPPORT in programs
    coordination = Work.COORDINATION in works
    layers = "実施要綱 別記2の2(3)ア"
    return [
        Asked("integration", "⑤多機関協働事業の担い手です。", "実施要綱 別添5の1")
        if coordination
        else Asked("integration", _LEFT_OPEN),
        Asked("multi_agency", f"⑤を担うもう一つの呼び方です。{_LEFT_OPEN}"),
        Asked("living_first", "生活支援体制整備事業の、市町村区域の担い手です。", layers)
        if living
        else Asked("living_first", _LEFT_OPEN),
        Asked("living_second", "生活支援体制整備事業の、日常生活圏域の担い手です。", layers)
        if living and has_second_layer
        else Asked("living_second", f"日常生活圏域が一つなら、第1層と分けなくてもかまいません。{_LEFT_OPEN}"),
        Asked("work_activity", _LEFT_OPEN),
        Asked("community_welfare", _LEFT_OPEN),
    ]


def lacking(asked: Iterable[Asked], *, held: Collection[str]) -> list[str]:
    """The kinds that are asked for and nobody holds; either of the two names of ⑤'s coordinator will do."""
    instead = {"integration": "multi_agency"}
    return [
        one.kind
        for one in asked
        if one.is_asked and one.kind not in held and instead.get(one.kind, "") not in held
    ]
