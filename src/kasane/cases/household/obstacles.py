"""What forbids recording something about a household (R-PEO-01, R-OPS-03). Pure."""

from __future__ import annotations

from kasane.base.obstacles import Obstacle


def duplicate_obstacles(*, already: bool) -> list[Obstacle]:
    """What forbids recording a tie twice: the one that stands is changed instead (R-PEO-01)."""
    if not already:
        return []
    return [
        Obstacle(
            "tie_stands",
            "同じつながりがもう記録されています。一覧の「変える」で、強さや内容を書き改めてください。",
            "R-PEO-01",
        )
    ]


def moved_on_obstacles() -> list[Obstacle]:
    """A tie that somebody else changed, ended or withdrew in between (R-OPS-03)."""
    return [
        Obstacle(
            "tie_changed",
            "このつながりは、ほかの職員が先に変えました。世帯の画面に戻って、いまの記録を確かめてください。",
            "R-OPS-03",
        )
    ]


def companion_obstacles(name: str) -> list[Obstacle]:
    """Somebody who goes along was saved by somebody else in between (R-OPS-03)."""
    return [
        Obstacle(
            "companion_changed",
            f"{name}さんの記録を、ほかの職員が先に書き改めました。世帯の画面で確かめてから、もう一度記録してください。",
            "R-OPS-03",
        )
    ]


def death_obstacles(*, already: bool) -> list[Obstacle]:
    """What forbids recording a death (R-PEO-01)."""
    if not already:
        return []
    return [
        Obstacle(
            "already_dead",
            "亡くなったことはもう記録されています。日を直すときは「まちがいを直す」を使います。",
            "R-PEO-01",
        )
    ]
