"""Who answers a decision, and what the answer needs (R-CONF-06). Pure."""

from __future__ import annotations

from datetime import date

from kasane.base.obstacles import Obstacle

GOES_ON = "open"


def assignment_obstacles(*, agency: str, sees_until_due: bool) -> list[Obstacle]:
    """What forbids giving a decision on a case to an agency: it would lose sight of it before it is due (R-DIS-01)."""
    if sees_until_due:
        return []
    return [
        Obstacle(
            "loses_case",
            f"{agency}は、期日までこのケースを見られないので、決定事項が届きません。期日を早めるか、支援チームの機関など、"
            "期日までケースを見られる機関を担当にしてください(招集した機関が引き受けてもかまいません)。",
            "R-DIS-01",
        )
    ]


def answer_obstacles(
    *, is_owner: bool, is_host: bool, is_open: bool, state: str, result: str, due_on: date | None, on: date
) -> list[Obstacle]:
    """What forbids an answer: the agency that has to do it gives it, or the host for one who telephoned; with words,
    and with a new day where it goes on."""
    if not (is_owner or is_host):
        return [
            Obstacle("other_agency", "結果を書くのは、担当する機関か、会議を招集した機関です。", "R-CONF-06")
        ]
    if not is_open:
        return [Obstacle("answered", "この決定事項の結果は、もう書かれています。", "R-CONF-06")]
    obstacles = []
    if not result.strip():
        obstacles.append(
            Obstacle("no_result", "どうなったかを書いてください。次の会議で読み上げます。", "R-CONF-06")
        )
    if state == GOES_ON and (due_on is None or due_on < on):
        obstacles.append(
            Obstacle("no_day", "続けるときは、今日より後の新しい期日を入れてください。", "R-CONF-06")
        )
    return obstacles
