"""定型句 and ひな型: words a desk uses again and again. Staff's own words, never about a person."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kasane.agencies.models import Agency, User
from kasane.base.choices import ContactMethod
from kasane.base.models import Entity, Versioned


class PhraseUse(models.TextChoices):
    """The folders of the phrases, by where they are put in. Templates fill a whole record."""

    RECORD = "record", "支援経過記録"
    RECEPTION = "reception", "受付"
    REFERRAL = "referral", "つなぎの理由"
    PLAN = "plan", "プラン"
    TEMPLATE = "template", "記録のひな型"


class Phrase(Entity, Versioned):
    """One phrase or template of a desk; with `user` it is one person's own. Seen by its agency (its person) alone."""

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(User, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    use = models.CharField("使うところ", max_length=10, choices=PhraseUse)
    name = models.CharField("名前", max_length=40)
    code = models.CharField("よびだし", max_length=20, blank=True)
    text = models.TextField("文", max_length=4000)
    order = models.PositiveIntegerField(default=0)
    number = models.PositiveSmallIntegerField("番号", null=True, blank=True)
    method = models.CharField("方法", max_length=24, choices=ContactMethod, blank=True)
    minutes = models.PositiveSmallIntegerField("所要時間(分)", null=True, blank=True)

    class Meta:
        ordering = ["use", "order", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code"],
                name="phrase_code_of_desk",
                condition=~Q(code="") & Q(user__isnull=True),
            ),
            models.UniqueConstraint(
                fields=["agency", "user", "code"], name="phrase_code_of_person", condition=~Q(code="")
            ),
        ]

    def __str__(self) -> str:
        return self.name
