"""Who may make the copy for a 保有個人情報開示請求 (R-DIS-08). Pure."""

from __future__ import annotations

from kasane.agencies.models import Role
from kasane.base.obstacles import Obstacle


def copy_obstacles(*, role: Role, is_municipality: bool) -> list[Obstacle]:
    """What forbids making the copy. Whether the case is seen at all was asked before: strangers do not come here."""
    if role == Role.COORDINATOR or (role == Role.MANAGER and is_municipality):
        return []
    return [
        Obstacle(
            "not_in_charge",
            "開示請求の写しをつくるのは、調整担当者か、町の管理者です。請求があったことを、どちらかに伝えてください。",
            "R-DIS-08",
        )
    ]
