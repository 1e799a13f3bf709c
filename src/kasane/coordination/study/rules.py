"""What a training or case study asks for (R-COOR-13)."""

from __future__ import annotations

from collections.abc import Sequence

from kasane.base.naming import parts_that_name
from kasane.base.obstacles import Obstacle

ID = "R-COOR-13"
LONGEST_OUTSIDE = 60
"""So much of a title fits into the subject of a mail."""


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
        found.append(Obstacle("nobody_invited", "案内する機関か人を選んでください。", ID))
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
    """What forbids a look back: who was invited rates what was held."""
    found = []
    if not is_invited:
        found.append(Obstacle("not_invited", "答えられるのは、案内された機関と人です。", ID))
    if state != "held":
        found.append(Obstacle("not_held", "会が終わってから答えます。", ID))
    if rating not in (1, 2, 3, 4):
        found.append(Obstacle("no_rating", "役に立ったかを選んでください。", ID))
    return found


def answer_obstacles(*, is_invited: bool, state: str, answer: str) -> list[Obstacle]:
    """What forbids 出席 or 欠席: who is invited says so before it is held."""
    found = []
    if not is_invited:
        found.append(Obstacle("not_invited", "答えられるのは、案内された機関と人です。", ID))
    if state != "planned":
        found.append(Obstacle("wrong_state", "出欠を答えられるのは、これから開く会だけです。", ID))
    if answer not in ("attends", "absent"):
        found.append(Obstacle("no_answer", "出席か欠席を選んでください。", ID))
    return found


def tell_obstacles(*, is_host: bool, state: str, people: int) -> list[Obstacle]:
    """What forbids the invitation by mail: by the host, before it is held, and there is somebody to write to."""
    found = host_obstacles(is_host=is_host, state=state, wanted="planned")
    if not people:
        found.append(
            Obstacle("nobody", "メールで案内する人がいません。案内する機関か人を選んでください。", ID)
        )
    return found


def outside_label(*, kind: str, kind_label: str, title: str) -> str:
    """How it is called in mails and calendars: a case study by its kind alone, and no title that seems to name somebody,
    even one that was confirmed (R-CONF-06)."""
    if kind == "case_study" or named_in(title):
        return kind_label
    return f"{kind_label}「{title[:LONGEST_OUTSIDE]}」"
