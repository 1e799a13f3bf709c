"""インテーク・アセスメントシート (別紙2-3): one row per section, so that each has its author, source and kinds."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kasane.agencies.models import Agency, User
from kasane.base.choices import Issue
from kasane.base.kinds import DataKind
from kasane.base.models import CaseRow, Versioned
from kasane.coordination.choices import SHARED_SECTIONS, PartSection, Screening, Source
from kasane.people.models import Person


class Assessment(CaseRow, Versioned):
    """The sheet as a whole: what all the team may know of it is where it stands (R-COOR-03)."""

    kinds = models.PositiveSmallIntegerField("情報の種類", default=DataKind.BASIC)
    started_on = models.DateField("始めた日")
    screening = models.CharField("スクリーニング", max_length=16, choices=Screening, blank=True)
    screened_on = models.DateField("判断した日", null=True, blank=True)
    has_summary = models.BooleanField("課題のまとめあり", default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case"], name="one_assessment_per_case")]

    def __str__(self) -> str:
        return f"アセスメント {self.started_on}"


class AssessmentPart(CaseRow, Versioned):
    """What one agency knows of one section: by whom, from whom, on which day; the log keeps what stood before.

    Several agencies write side by side (R-COOR-03); only the issues and the summary are one for all. What an agency
    has answered to a request, and the desk that asked has taken over, is that agency's part too.
    """

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="parts")
    section = models.CharField("項目", max_length=12, choices=PartSection)
    answers = models.JSONField("内容", default=dict)
    sources = ArrayField(models.CharField(max_length=10, choices=Source), verbose_name="情報源", default=list)
    source_note = models.CharField("情報源の補足", max_length=200, blank=True)
    gathered_on = models.DateField("聞き取った日")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="記入者")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="記入機関")
    taken_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="回答を取り込んだ人"
    )
    taken_on = models.DateField("回答を取り込んだ日", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assessment", "section", "agency"], name="one_part_per_agency"),
            models.UniqueConstraint(
                fields=["assessment", "section"],
                condition=Q(section__in=SHARED_SECTIONS),
                name="one_shared_part_per_section",
            ),
        ]

    def __str__(self) -> str:
        return self.get_section_display()


class PersonIssue(CaseRow):
    """One issue of 本人 or of a household member; each is its own row with its own kind of data (R-DIS-04)."""

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="issues")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    issue = models.CharField("課題", max_length=24, choices=Issue)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assessment", "person", "issue"], name="one_row_per_issue")
        ]

    def __str__(self) -> str:
        return self.get_issue_display()
