"""The working paper of the minutes: one row per line, so that several may write at once (R-CONF-06, R-OPS-03)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kasane.agencies.models import Agency, User
from kasane.base.kinds import DataKind
from kasane.base.models import Entity, Versioned
from kasane.conferences.models.agenda import AgendaItem
from kasane.conferences.models.meeting import Meeting


class TalkField(models.TextChoices):
    """The part of the minutes a line belongs to. `REMARK` is what a member answers when asked to check them."""

    TEXT = "text", "話し合ったこと"
    DECISION = "decision", "決まったこと"
    OPINION = "opinion", "機関の意見"
    REMARK = "remark", "会議録への意見"


class TalkLine(Entity, Versioned):
    """One line as it is being typed. The minutes themselves (`Talk`) are put together from the lines.

    `page` and `turn` tell which open page wrote last and how often: what is sent twice counts once, and an older text
    never lands on a newer one. `beside` names the line somebody else was writing at the same moment: both stay.
    """

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="lines")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    case = models.ForeignKey("cases.Case", null=True, on_delete=models.CASCADE, related_name="+")
    kinds = models.PositiveSmallIntegerField("情報の種類", default=DataKind.BASIC | DataKind.LIFE)
    field = models.CharField("欄", max_length=10, choices=TalkField)
    agency = models.ForeignKey(
        Agency, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="意見を言った機関"
    )
    position = models.FloatField("並び")
    text = models.TextField("記録", blank=True)
    author = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="書いた人"
    )
    last_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="最後に直した人"
    )
    page = models.UUIDField(null=True)
    turn = models.PositiveIntegerField(default=0)
    seq = models.PositiveIntegerField()
    beside = models.UUIDField("同時に書かれた行", null=True)
    is_removed = models.BooleanField("消した", default=False)

    class Meta:
        ordering = ["field", "agency__order", "position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(field=TalkField.OPINION, agency__isnull=False)
                | ~Q(field=TalkField.OPINION) & Q(agency__isnull=True),
                name="opinion_has_agency",
            )
        ]
        indexes = [models.Index(fields=["item", "seq"], name="lines_since")]

    def __str__(self) -> str:
        return f"{self.item_id} {self.seq}"
