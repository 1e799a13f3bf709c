"""What allauth tells about accounts."""

from __future__ import annotations

from typing import Any

from allauth.account.signals import password_changed, password_reset, password_set
from django.dispatch import receiver

from kasane.agencies.models import User


@receiver([password_changed, password_reset, password_set])
def password_is_ones_own(sender: Any, user: User, **kwargs: Any) -> None:
    """Who chose a password of their own is not asked again."""
    if user.password_is_temporary:
        user.password_is_temporary = False
        user.save(update_fields=["password_is_temporary"])
