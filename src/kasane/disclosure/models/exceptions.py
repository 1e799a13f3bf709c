"""法令に基づく例外 and 緊急の閲覧: what is shown without consent, why, until when, and what came of it (R-DIS-05)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kasane.agencies.models import Agency, User
from kasane.base.kinds import SHAREABLE_KINDS
from kasane.base.models import Entity


class Ground(models.TextChoices):
    """The four grounds of the 個人情報規程 on which something is told without consent."""

    LAW = "law", "法令に基づく場合"
    LIFE = "life", "生命・身体・財産の保護に必要で、同意を得ることが困難な場合"
    CHILDREN = "children", "公衆衛生の向上・児童の健全な育成に必要で、同意を得ることが困難な場合"
    PUBLIC_TASK = "public_task", "国・自治体等の事務への協力に必要で、同意を得ると支障のおそれがある場合"


class State(models.TextChoices):
    REQUESTED = "requested", "承認待ち"
    APPROVED = "approved", "承認"
    REFUSED = "refused", "不承認"
    URGENT = "urgent", "緊急(事後に確認)"


class Review(models.TextChoices):
    PROPER = "proper", "適切だった"
    IMPROPER = "improper", "適切でなかった"


class LegalException(Entity):
    """One disclosure without consent: to an agency, to one person there, or to somebody `outside` who is told by the asking
    agency and sees nothing here; with a written reason and an end.

    The database derives the evidence and the right from this row as it changes (`ledger.sql`). An urgent one is in
    force at once, by the function that writes it, and is looked at afterwards.
    """

    case_id = models.UUIDField(db_index=True)
    state = models.CharField("状態", max_length=10, choices=State, default=State.REQUESTED)
    ground = models.CharField("根拠", max_length=12, choices=Ground)
    law = models.CharField("法令の名前と条", max_length=200, blank=True)
    reason = models.TextField("理由")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="見せる機関")
    user = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="見せる職員"
    )
    outside = models.CharField("外部の相手", max_length=120, blank=True)
    kinds = models.PositiveSmallIntegerField("情報の種類", default=SHAREABLE_KINDS)
    valid_from = models.DateField("いつから")
    valid_until = models.DateField("いつまで(この日は含まない)")
    requested_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", verbose_name="求めた人"
    )
    requesting_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    decided_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="決めた人"
    )
    decided_on = models.DateField("決めた日", null=True)
    decision_note = models.TextField("決めた理由", blank=True)
    ended_on = models.DateField("終わらせた日", null=True)
    outcome = models.TextField("見て、したこと", blank=True)
    review = models.CharField("事後の確認", max_length=10, choices=Review, blank=True)
    review_note = models.TextField("事後の確認の記録", blank=True)
    reviewed_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="確認した人"
    )
    reviewed_on = models.DateField("確認した日", null=True)

    class Meta:
        ordering = ["-created_at"]
        indexes = [
            models.Index(fields=["state", "valid_until"], name="exception_open", condition=Q(review=""))
        ]
        constraints = [
            models.CheckConstraint(condition=Q(valid_until__gt=F("valid_from")), name="exception_has_an_end"),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("requested_by")),
                name="nobody_approves_own_exception",
            ),
            models.CheckConstraint(
                condition=Q(reviewed_by__isnull=True)
                | (~Q(reviewed_by=F("requested_by")) & (Q(user__isnull=True) | ~Q(reviewed_by=F("user")))),
                name="nobody_reviews_own_exception",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()} {self.get_ground_display()}"

    @property
    def is_urgent(self) -> bool:
        return self.state == State.URGENT
