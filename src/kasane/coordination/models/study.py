"""研修・勉強会・事例検討 for those who support, by agency and by person (R-COOR-13). Nothing of a person helped stands here."""

from __future__ import annotations

from django.db import models

from kasane.agencies.models import Agency, User
from kasane.base.models import Entity, Versioned


class StudyKind(models.TextChoices):
    TRAINING = "training", "研修"
    STUDY = "study", "勉強会"
    CASE_STUDY = "case_study", "事例検討"


class StudyState(models.TextChoices):
    PLANNED = "planned", "予定"
    HELD = "held", "開催済み"
    CANCELLED = "cancelled", "中止"


class StudyAnswer(models.TextChoices):
    WAITING = "waiting", "返事待ち"
    ATTENDS = "attends", "出席"
    ABSENT = "absent", "欠席"


class StudySession(Entity, Versioned):
    """One training, study meeting or case study. A case in it is told without names (`base.naming` asks)."""

    kind = models.CharField("種類", max_length=12, choices=StudyKind)
    title = models.CharField("題名", max_length=120)
    aim = models.TextField("ねらい", blank=True)
    host = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="主催")
    planned_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="担当")
    starts_at = models.DateTimeField("日時")
    length = models.PositiveSmallIntegerField("予定の時間(分)", default=90)
    place = models.CharField("場所", max_length=120, blank=True)
    online_url = models.URLField("オンラインのアドレス", blank=True)
    material = models.TextField("資料・事例(名前のないもの)", blank=True)
    state = models.CharField("状態", max_length=10, choices=StudyState, default=StudyState.PLANNED)
    summary = models.TextField("ふり返り(分かったこと・次に生かすこと)", blank=True)
    cancelled_reason = models.CharField("中止の理由", max_length=200, blank=True)

    class Meta:
        ordering = ["-starts_at", "-id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.title}"


class StudyInvitation(Entity):
    """An agency that is invited, how many came, and how useful it was to them."""

    session = models.ForeignKey(StudySession, on_delete=models.CASCADE, related_name="invitations")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="機関")
    attended = models.PositiveSmallIntegerField("出席した人数", null=True, blank=True)
    rating = models.PositiveSmallIntegerField("役に立ったか", null=True, blank=True)
    comment = models.TextField("感想・次にしたいこと", blank=True)

    class Meta:
        ordering = ["agency__order", "agency__name"]
        constraints = [
            models.UniqueConstraint(fields=["session", "agency"], name="one_invitation_per_agency"),
            models.CheckConstraint(
                condition=models.Q(rating__isnull=True) | models.Q(rating__range=(1, 4)),
                name="study_rating_1_to_4",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency}"


class StudySeat(Entity):
    """One person: invited by name, or of an invited agency and answering for themselves. 出席 or 欠席, and whether they came."""

    session = models.ForeignKey(StudySession, on_delete=models.CASCADE, related_name="seats")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="職員")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="機関")
    by_name = models.BooleanField("名指しで案内した", default=False)
    answer = models.CharField("返事", max_length=8, choices=StudyAnswer, default=StudyAnswer.WAITING)
    came = models.BooleanField("出席した", null=True)
    rating = models.PositiveSmallIntegerField("役に立ったか", null=True, blank=True)
    comment = models.TextField("感想・次にしたいこと", blank=True)

    class Meta:
        ordering = ["agency__order", "agency__name", "user__name"]
        constraints = [
            models.UniqueConstraint(fields=["session", "user"], name="one_study_seat_per_person"),
            models.CheckConstraint(
                condition=models.Q(rating__isnull=True) | models.Q(rating__range=(1, 4)),
                name="study_seat_rating_1_to_4",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}"
