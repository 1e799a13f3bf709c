"""What a training or case study asks for (R-COOR-13)."""

from __future__ import annotations

from collections.abc import Sequence

from kasane.base.naming import parts_that_name
from kasane.base.obstacles import Obstacle

ID = "R-COOR-13"


def named_in(*texts: str) -> list[str]:
    """「名前」「電話番号」… as far as these texts seem to hold them, each once."""
    return list(dict.fromkeys(part for text in texts for part in parts_that_name(text)))


def write_obstacles(
    *, is_host: bool, state: str, invited: int, texts: Sequence[str], confirmed: bool
) -> list[Obstacle]:
    """What forbids planning or changing: by its host, before it is held, with somebody invited, and no names in it.

    `confirmed` says that whoever writes has looked and found nobody named; the check itself only asks.
    """
    found = host_obstacles(is_host=is_host, state=state, wanted="planned")
    if not invited:
        found.append(Obstacle("nobody_invited", "案内する機関を選んでください。", ID))
    named = named_in(*texts)
    if named and not confirmed:
        parts = "・".join(named)
        found.append(
            Obstacle(
                "names_in_it",
                f"{parts}のような言葉があります。本人や家族が分からないように直すか、だれのことでもないと確かめてください。",
                ID,
            )
        )
    return found


def host_obstacles(*, is_host: bool, state: str, wanted: str) -> list[Obstacle]:
    """Only the host writes, and only at its time."""
    found = []
    if not is_host:
        found.append(Obstacle("not_host", "書けるのは、主催する機関の職員です。", ID))
    if state != wanted:
        words = {"planned": "これから開く会", "held": "開いた会"}[wanted]
        found.append(Obstacle("wrong_state", f"書けるのは、{words}についてです。", ID))
    return found


def hold_obstacles(*, is_host: bool, state: str, attended: int, summary: str) -> list[Obstacle]:
    """What forbids keeping that it was held: somebody came, and what was learned is told."""
    found = host_obstacles(is_host=is_host, state=state, wanted="planned")
    if not attended:
        found.append(Obstacle("nobody_came", "出席した人数を入れてください。", ID))
    if not summary.strip():
        found.append(Obstacle("no_summary", "分かったこと・次に生かすことを書いてください。", ID))
    return found


def cancel_obstacles(*, is_host: bool, state: str, reason: str) -> list[Obstacle]:
    found = host_obstacles(is_host=is_host, state=state, wanted="planned")
    if not reason.strip():
        found.append(Obstacle("no_reason", "中止の理由を入れてください。", ID))
    return found


def rate_obstacles(*, is_invited: bool, state: str, rating: int | None) -> list[Obstacle]:
    """What forbids an answer: an invited agency rates what was held."""
    found = []
    if not is_invited:
        found.append(Obstacle("not_invited", "答えられるのは、案内された機関です。", ID))
    if state != "held":
        found.append(Obstacle("not_held", "会が終わってから答えます。", ID))
    if rating not in (1, 2, 3, 4):
        found.append(Obstacle("no_rating", "役に立ったかを選んでください。", ID))
    return found
