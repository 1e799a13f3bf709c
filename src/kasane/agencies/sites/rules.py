"""What a 拠点 needs to be entered: pure functions over plain values (R-DEL-04)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from kasane.base.obstacles import Obstacle
from kasane.profiles.vocabulary import ProgramCode, SiteType

REQUIREMENT = "R-DEL-04"
CLAUSE = "実施要綱 別添3の3(3)"


@dataclass(frozen=True, slots=True)
class Draft:
    """A site as it would be saved. `programs`: codes of what it holds; `not_delivered`: names its agency does not do."""

    name: str
    site_type: str
    starts_on: date
    ends_on: date | None = None
    programs: tuple[str, ...] = ()
    not_delivered: tuple[str, ...] = ()
    user_support_types: tuple[str, ...] = ()
    backing_type: str | None = None
    backing_is_open: bool = True
    backs_itself: bool = False
    backs: tuple[str, ...] = ()
    name_is_taken: bool = False


def keeper_obstacles(*, decides_for_town: bool) -> list[Obstacle]:
    """Sites are the town's: managers and deciders of its divisions keep them."""
    if decides_for_town:
        return []
    sentence = "拠点を入れられるのは、町の課の管理職と決裁者です。所管の課に頼んでください。"
    return [Obstacle("not_keeper", sentence, REQUIREMENT)]


def site_obstacles(draft: Draft) -> list[Obstacle]:
    """What stands in the way of saving a site. Missing staff does not: it is shown at the site instead."""
    return [*_plain_faults(draft), *_program_faults(draft), *_type_faults(draft), *_backing_faults(draft)]


def _plain_faults(draft: Draft) -> list[Obstacle]:
    found = []
    if not draft.name.strip():
        found.append(_obstacle("no_name", "拠点の名前を書いてください。"))
    if draft.name_is_taken:
        found.append(
            _obstacle("name_is_taken", "同じ機関に、同じ名前の拠点があります。名前を変えてください。")
        )
    if draft.ends_on is not None and draft.ends_on < draft.starts_on:
        found.append(
            _obstacle(
                "ends_before_start", "閉じる日が、開いた日より前になっています。日付を確かめてください。"
            )
        )
    return found


def _program_faults(draft: Draft) -> list[Obstacle]:
    found = []
    if draft.not_delivered:
        names = "・".join(draft.not_delivered)
        sentence = f"この機関は「{names}」の実施機関になっていません。事業を選び直してください。"
        found.append(_obstacle("not_delivered", sentence))
    if draft.user_support_types and ProgramCode.USER_SUPPORT not in draft.programs:
        sentence = "利用者支援事業の型が選ばれていますが、利用者支援事業を受け持っていません。"
        found.append(_obstacle("types_without_program", sentence))
    return found


def _type_faults(draft: Draft) -> list[Obstacle]:
    number = len(set(draft.programs) - {ProgramCode.OWN})
    if draft.site_type == SiteType.INTEGRATED and number < 2:
        return [
            _obstacle(
                "single_program",
                "統合型は、二つ以上の事業を受け持つ拠点です。事業を加えるか、基本型にしてください。",
            )
        ]
    if draft.site_type == SiteType.BASIC and number > 1:
        sentence = "基本型は、一つの事業を受け持つ拠点です。二つ以上なら統合型にしてください。"
        return [_obstacle("several_programs", sentence)]
    if draft.site_type == SiteType.BASIC and not draft.programs:
        return [_obstacle("no_program", "受け持つ事業を選んでください。")]
    return []


def _backing_faults(draft: Draft) -> list[Obstacle]:
    if draft.backs and (draft.site_type == SiteType.LOCAL or draft.ends_on is not None):
        names = "・".join(draft.backs)
        sentence = f"この拠点は地域型の「{names}」を支えています。先に、支える拠点を変えてください。"
        return [_obstacle("still_backs", sentence)]
    if draft.site_type != SiteType.LOCAL:
        return []
    if draft.backing_type is None:
        return [_obstacle("no_backing", "地域型の拠点です。支える基本型か統合型の拠点を選んでください。")]
    if draft.backs_itself or draft.backing_type not in (SiteType.BASIC, SiteType.INTEGRATED):
        sentence = "地域型の拠点を支えられるのは、ほかの基本型か統合型の拠点です。選び直してください。"
        return [_obstacle("wrong_backing", sentence)]
    if not draft.backing_is_open:
        return [_obstacle("closed_backing", "支える拠点は閉じられています。選び直してください。")]
    return []


def _obstacle(code: str, sentence: str) -> Obstacle:
    return Obstacle(code, sentence, REQUIREMENT)


def planned_type(programs: Collection[str]) -> SiteType:
    """The type of a site made from the plan: 統合型 as soon as it holds two programs of ア–オ."""
    return SiteType.INTEGRATED if len(set(programs) - {ProgramCode.OWN}) > 1 else SiteType.BASIC
