"""Composite patterns as they were pointed out, and what workers answered (R-PEO-03)."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kasane.agencies.models import Agency, User
from kasane.base.models import CaseRow
from kasane.people.patterns.found import Certainty, PatternCode


class Pattern(CaseRow):
    """One pattern of a household in a stretch of days, as it looks with data of exactly its `kinds`.

    Derived by `people.patterns`, written by `people.actions.pattern` and the nightly refresh. One pattern may stand in
    several rows that rest on different kinds of data; who may see more sees the one that says more. Only the answer
    of a worker is not derived: it is kept, and what changes of it is logged.
    """

    code = models.CharField("組み合わせ", max_length=16, choices=PatternCode)
    certainty = models.CharField("たしかさ", max_length=8, choices=Certainty)
    persons = ArrayField(models.UUIDField(), verbose_name="だれの", default=list)
    reasons = ArrayField(models.TextField(), verbose_name="読み取った事実", default=list)
    missing = ArrayField(models.TextField(), verbose_name="分かると確かめられること", default=list)
    since = models.DateField("読み取った最初の日")
    until = models.DateField("読み取れなくなった日", null=True)
    checked_on = models.DateField("最後に確かめた日")
    answer = models.TextField("あてはまらない理由", blank=True)
    answered_on = models.DateField("答えた日", null=True)
    answered_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    answered_for = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["case_id", "code", "since"]
        indexes = [models.Index(fields=["case"], name="pattern_of_case")]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "code", "kinds"],
                condition=Q(until__isnull=True),
                name="one_pattern_at_a_time",
            ),
            models.CheckConstraint(
                name="pattern_ends_after_start", condition=Q(until__isnull=True) | Q(until__gte=F("since"))
            ),
            models.CheckConstraint(
                name="pattern_answer_has_its_day_and_author",
                condition=Q(
                    answered_on__isnull=True, answered_by__isnull=True, answered_for__isnull=True, answer=""
                )
                | Q(answered_on__isnull=False, answered_by__isnull=False, answered_for__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.get_code_display()

    @property
    def is_answered(self) -> bool:
        """Whether somebody said 「あてはまらない」 and did not take it back."""
        return self.answered_on is not None
