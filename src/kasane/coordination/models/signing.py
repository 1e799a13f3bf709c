"""A signature drawn on the screen, or its stand-in: kept as evidence of 2-2 and of the plan's consent (R-COOR-01)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kasane.agencies.models import Agency, User
from kasane.base.models import CaseRow
from kasane.coordination.choices import SignedPaper


class DrawnSignature(CaseRow):
    """One signing: the strokes as SVG path data, or a name typed before a witness. A later one stands beside it."""

    paper = models.CharField("署名した書類", max_length=12, choices=SignedPaper)
    paper_id = models.UUIDField(editable=False)
    path = models.TextField("筆跡", blank=True)
    name = models.CharField("署名した人の氏名", max_length=120)
    witness = models.CharField("立ち会った人", max_length=120, blank=True)
    signed_on = models.DateField("署名した日")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="受けた機関")
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="受けた人")

    class Meta:
        indexes = [models.Index(fields=["paper_id", "-created_at"], name="signature_of_paper")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(path="") | ~Q(witness=""), name="signature_drawn_or_witnessed"
            )
        ]

    def __str__(self) -> str:
        return f"署名 {self.name} {self.signed_on}"
