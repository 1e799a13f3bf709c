"""What was changed about accounts and posts, by whom. Rows are added and never changed (R-DIS-08)."""

from __future__ import annotations

from typing import Any

from django.db import models

from kasane.agencies.models.staff import User
from kasane.base.models import Entity


class AccountAct(models.TextChoices):
    CREATED = "created", "アカウントを作った"
    CHANGED = "changed", "アカウントを直した"
    CLOSED = "closed", "アカウントを止めた"
    REOPENED = "reopened", "アカウントを再び使えるようにした"
    PASSWORD = "password", "仮のパスワードを出した"
    SECOND_FACTOR = "second_factor", "二段階の確認を外した"
    POST_ADDED = "post_added", "配置を加えた"
    POST_CHANGED = "post_changed", "配置を直した"
    POST_ENDED = "post_ended", "配置を終えた"
    TRAINING_ADDED = "training_added", "研修の修了を入れた"
    TRAINING_REMOVED = "training_removed", "研修の修了を消した"


class AccountChange(Entity):
    """One act of an administrator on an account. The web role may add rows and read them, nothing else.

    `details` holds the changed items as lines {label, before, after}; a password never stands there.
    """

    at = models.DateTimeField("日時", auto_now_add=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="行った人")
    subject = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="account_changes", verbose_name="対象"
    )
    what = models.CharField("内容", max_length=20, choices=AccountAct)
    note = models.CharField("補足", max_length=400, blank=True)
    details: models.JSONField[list[dict[str, Any]], list[dict[str, Any]]] = models.JSONField(default=list)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["subject", "-id"], name="account_changes")]

    def __str__(self) -> str:
        return f"{self.get_what_display()} {self.subject}"
