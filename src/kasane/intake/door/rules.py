"""What the door lets in, where it leads, and what the desk may do with a message (R-INT-01, R-INT-06)."""

from __future__ import annotations

import ipaddress
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from kasane.base.choices import Topic
from kasane.base.obstacles import Mend, Obstacle
from kasane.intake.models import DoorResult, DoorStepKind, DoorTopic
from kasane.profiles.vocabulary import Field

MOST_OF_ONE = 5
MOST_OF_ALL = 60
"""So many messages within one hour: from one address, and in all."""

KEPT_DAYS = 90
"""So long after the end what was typed is kept."""
UNDONE_DAYS = 365
"""So long what nobody dealt with is kept; the same as in `intake_empty_door_messages`."""

FIELD_OF: Mapping[DoorTopic, Field] = {
    DoorTopic.MONEY: Field.HARDSHIP,
    DoorTopic.HOUSING: Field.HARDSHIP,
    DoorTopic.WORK: Field.HARDSHIP,
    DoorTopic.CARE: Field.CARE,
    DoorTopic.DISABILITY: Field.DISABILITY,
    DoorTopic.CHILDREN: Field.CHILD,
    DoorTopic.SCHOOL: Field.CROSS,
    DoorTopic.FAMILY: Field.CROSS,
    DoorTopic.OTHER: Field.CROSS,
}
"""The field whose desks know a topic; what crosses the fields, or is unclear, is for the centre (R-INT-06)."""

SHEET_TOPICS: Mapping[DoorTopic, tuple[Topic, ...]] = {
    DoorTopic.MONEY: (Topic.INCOME,),
    DoorTopic.HOUSING: (Topic.HOUSING,),
    DoorTopic.WORK: (Topic.JOB_SEEKING,),
    DoorTopic.CARE: (Topic.CARE,),
    DoorTopic.DISABILITY: (Topic.HEALTH,),
    DoorTopic.CHILDREN: (Topic.CHILD_REARING,),
    DoorTopic.SCHOOL: (Topic.WITHDRAWAL,),
    DoorTopic.FAMILY: (Topic.FAMILY,),
    DoorTopic.OTHER: (),
}
"""What the 受付シート calls a topic, to begin with: the talk will tell."""


@dataclass(frozen=True)
class Place:
    """A desk of 包括的相談支援 as the door shows it: its fields, and the areas it is there for (none: the whole town)."""

    id: UUID
    name: str
    kana: str
    phone: str
    address: str
    fields: frozenset[str]
    areas: frozenset[UUID]
    is_center: bool = False


def places_for(
    places: Iterable[Place], *, topic: DoorTopic | None, area: Collection[UUID] = ()
) -> list[Place]:
    """The desks for a topic, those of the visitor's own area first, the centre last as the one that is never wrong.

    `area` is the chosen area with all that it lies in. Without a topic every desk is shown (R-DEL-05, R-INT-06).
    """
    found = [
        place
        for place in places
        if place.is_center
        or (
            (topic is None or FIELD_OF[topic] in place.fields)
            and (not area or not place.areas or place.areas & set(area))
        )
    ]
    return sorted(found, key=lambda place: (place.is_center, bool(area) and not place.areas & set(area)))


def sender_of(remote: str, forwarded: str, *, behind_proxy: bool) -> str:
    """Whom the hourly limit counts: the address that reached us, or the one our own proxy names last.

    Of an IPv6 address the network alone: one household has a whole one.
    """
    said = forwarded.rsplit(",", 1)[-1].strip() if behind_proxy and forwarded else remote.strip()
    try:
        address = ipaddress.ip_address(said)
    except ValueError:
        return "unknown"
    if address.version == 6:
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)


def waiting_obstacles(*, result: str) -> list[Obstacle]:
    """Nothing more is done to a message that was dealt with."""
    if not result:
        return []
    return [Obstacle("ended", "この連絡は、もう終わっています。", "R-INT-01")]


def pass_obstacles(*, result: str, is_own: bool, has_staff: bool, why: str) -> list[Obstacle]:
    """A message goes on to another desk that has somebody to read it, with a word why (R-INT-05)."""
    found = waiting_obstacles(result=result)
    if is_own:
        found.append(Obstacle("own_desk", "いまの窓口とは別の窓口を選んでください。", "R-INT-05"))
    elif not has_staff:
        found.append(
            Obstacle(
                "no_staff",
                "その窓口には、この画面を見る職員がいません。別の窓口を選んでください。",
                "R-INT-05",
            )
        )
    if not why.strip():
        found.append(Obstacle("why", "渡す理由を書いてください。受けとる窓口が読みます。", "R-INT-05"))
    return found


def end_obstacles(*, result: str, ends_with: str, tries: Sequence[str], note: str) -> list[Obstacle]:
    """How a message may end: nobody is given up without a try, and what was told is written down (R-INT-03, R-INT-05)."""
    found = waiting_obstacles(result=result)
    if ends_with == DoorResult.UNREACHABLE and DoorStepKind.MISSED not in tries:
        found.append(
            Obstacle("no_try", "連絡してみた記録がありません。まず連絡して、残してください。", "R-INT-05")
        )
    if ends_with in (DoorResult.TOLD, DoorResult.NOT_MEANT) and not note.strip():
        found.append(Obstacle("note", "何を伝えたか、どうしてそう考えたかを書いてください。", "R-INT-03"))
    return found


def gone() -> Obstacle:
    """A message that is not this desk's any more begins no second reception (R-INT-01)."""
    return Obstacle(
        "message_gone",
        "この連絡は、もうほかの人が対応を終えたか、別の窓口に渡されています。住民の入口の一覧で確かめてください。",
        "R-INT-01",
        (Mend("住民の入口の一覧を開く", "intake:door"),),
    )
