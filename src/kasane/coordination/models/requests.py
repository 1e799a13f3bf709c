"""情報提供依頼: what an agency is asked, and what it answers (R-COOR-03)."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kasane.agencies.models import Agency, User
from kasane.base.kinds import DataKind
from kasane.base.models import CaseRow, Versioned
from kasane.coordination.choices import PartSection, Source


class InformationRequest(CaseRow, Versioned):
    """A desk asks one agency for sections of 2-3, or one question, within what the person shares (R-COOR-03, R-DIS-04).

    The asked agency sees this row and its own answer and nothing else of the case; the row says whom it is about.
    """

    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="+", verbose_name="依頼した機関"
    )
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="依頼した人")
    receiver = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="+", verbose_name="依頼先の機関"
    )
    about = models.CharField("だれについて", max_length=130)
    about_more = models.CharField("ふりがなと生年月日", max_length=200, blank=True)
    sections = ArrayField(
        models.CharField(max_length=12, choices=PartSection), verbose_name="教えてほしい項目", default=list
    )
    question = models.TextField("聞きたいこと", blank=True)
    question_section = models.CharField("聞きたいことの項目", max_length=12, choices=PartSection, blank=True)
    asked_kinds = models.PositiveSmallIntegerField("依頼した情報の種類", default=DataKind.BASIC)
    reason = models.TextField("依頼の理由")
    asked_on = models.DateField("依頼した日")
    due_on = models.DateField("いつまでに")
    closed_on = models.DateField("取り下げた日", null=True)
    closed_note = models.CharField("取り下げの理由", max_length=200, blank=True)

    class Meta:
        ordering = ["-asked_on", "-id"]
        indexes = [
            models.Index(fields=["case", "asked_on"], name="request_of_case"),
            models.Index(
                fields=["receiver", "due_on"], name="request_to_answer", condition=Q(closed_on__isnull=True)
            ),
            models.Index(
                fields=["agency", "due_on"], name="request_asked", condition=Q(closed_on__isnull=True)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(sections=[]) | ~Q(question=""), name="request_asks_for_something"
            ),
            models.CheckConstraint(
                condition=Q(question="") | ~Q(question_section=""), name="question_has_its_section"
            ),
        ]

    def __str__(self) -> str:
        return f"情報提供依頼 {self.receiver} {self.asked_on}"

    @property
    def all_sections(self) -> list[str]:
        """The asked sections, with that of the question, in the order of the sheet."""
        wanted = {*self.sections, *([self.question_section] if self.question else [])}
        return [section.value for section in PartSection if section in wanted]


class InformationReply(CaseRow):
    """That the asked agency answered, or why it does not (R-COOR-03)."""

    request = models.OneToOneField(InformationRequest, on_delete=models.CASCADE, related_name="reply")
    declined = models.BooleanField("回答しない", default=False)
    reason = models.TextField("回答できない理由", blank=True)
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="+", verbose_name="回答した機関"
    )
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="回答した人")
    replied_on = models.DateField("回答日")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(declined=False) | ~Q(reason=""), name="declined_with_reason")
        ]

    def __str__(self) -> str:
        return f"回答 {self.replied_on}"


class InformationAnswer(CaseRow):
    """What the asked agency says of one section, with its source and day; kept apart until the desk takes it over."""

    request = models.ForeignKey(InformationRequest, on_delete=models.CASCADE, related_name="answers")
    section = models.CharField("項目", max_length=12, choices=PartSection)
    answers = models.JSONField("内容", default=dict)
    sources = ArrayField(models.CharField(max_length=10, choices=Source), verbose_name="情報源", default=list)
    source_note = models.CharField("情報源の補足", max_length=200, blank=True)
    known_on = models.DateField("いつのことか")
    taken_on = models.DateField("アセスメントに取り込んだ日", null=True)
    taken_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["request", "section"], name="one_answer_per_section")]

    def __str__(self) -> str:
        return self.get_section_display()
