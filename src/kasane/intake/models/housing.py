"""住居確保給付金 at the 自立相談 desk (R-SELF-01): application, decision, time of benefit, talks."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kasane.agencies.models import Agency, User
from kasane.base.kinds import DataKind
from kasane.base.models import CaseRow, Versioned
from kasane.people.models import Person

HOUSING_KINDS = DataKind.BASIC | DataKind.ECONOMY


class HousingRow(CaseRow):
    kinds = models.PositiveSmallIntegerField("情報の種類", default=HOUSING_KINDS)

    class Meta:
        abstract = True


class HousingSubsidy(models.TextChoices):
    """The two kinds of the benefit since 令和7年4月: towards the rent, or towards the costs of moving."""

    RENT = "rent", "家賃補助"
    MOVING = "moving", "転居費用補助"


class HousingGround(models.TextChoices):
    """Why the household can not pay; the last two are grounds of 転居費用補助 alone."""

    LEFT_WORK = "left_work", "離職・廃業"
    LESS_INCOME = "less_income", "収入が離職と同じくらいに減った"
    MEMBER_DIED = "member_died", "世帯の人が亡くなった"
    MEMBER_WORK = "member_work", "世帯の人の離職・休業など"


class HousingCounsel(models.TextChoices):
    """家計改善支援: whether it found that moving is needed and can not be paid for."""

    RUNNING = "running", "家計改善支援で相談している"
    NEEDED = "needed", "転居が必要で、費用の用意が難しいと認められた"
    NOT_NEEDED = "not_needed", "転居が必要とは認められなかった"


class Seeking(models.TextChoices):
    """求職活動等: which of the ways the applicant takes."""

    EMPLOYMENT_OFFICE = "employment_office", "ハローワークへの求職申込み"
    DESK_TALKS = "desk_talks", "自立相談支援機関での面接"
    APPLICATIONS = "applications", "求人先への応募・面接"
    BUSINESS_ADVICE = "business_advice", "経営相談(自営業の人)"


class Paper(models.TextChoices):
    """確認書類: what the deciding authority asks for with the application."""

    APPLICATION = "application", "支給申請書"
    PLEDGE = "pledge", "申請時確認書"
    IDENTITY = "identity", "本人確認書類"
    GROUND = "ground", "離職・減収などが分かる書類"
    INCOME = "income", "世帯全員の収入が分かる書類"
    SAVINGS = "savings", "世帯全員の預貯金の通帳の写し"
    LEASE = "lease", "賃貸借契約書の写し"
    HOUSING_STATE = "housing_state", "入居住宅(予定)に関する状況通知書"
    SEEKING = "seeking", "求職申込み・経営相談が分かる書類"
    MOVE_NEEDED = "move_needed", "転居が必要なことの証明書(家計改善支援の機関から)"
    ESTIMATE = "estimate", "転居費用の見積書"


class HousingState(models.TextChoices):
    RECEIVED = "received", "受け付けた"
    SENT = "sent", "決定を待っている"
    GRANTED = "granted", "受給中"
    PAUSED = "paused", "中断中"
    REFUSED = "refused", "不支給"
    WITHDRAWN = "withdrawn", "取り下げ"
    ENDED = "ended", "終了"


class HousingEnd(models.TextChoices):
    PERIOD = "period", "支給期間が終わった"
    WORK = "work", "就職・収入が増えた"
    MOVED = "moved", "転居・退去した"
    NO_SEEKING = "no_seeking", "求職活動等が行われなかった"
    ASSISTANCE = "assistance", "生活保護を受けるようになった"
    OTHER = "other", "その他"


class HousingBenefit(HousingRow, Versioned):
    """One application of a household, from the desk to the end of the benefit."""

    subsidy = models.CharField(
        "種類", max_length=8, choices=HousingSubsidy, default=HousingSubsidy.RENT, editable=False
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", verbose_name="申請する人")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="受付機関")
    received_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="受付者")
    received_on = models.DateField("受付日")
    ground = models.CharField("理由", max_length=12, choices=HousingGround)
    lost_on = models.DateField("離職・減収の日", null=True, blank=True)
    household_size = models.PositiveSmallIntegerField("世帯の人数")
    rent = models.PositiveIntegerField("家賃額(月額)")
    income = models.PositiveIntegerField("世帯の収入(月額)", null=True, blank=True)
    savings = models.PositiveIntegerField("世帯の預貯金", null=True, blank=True)
    was_earner = models.BooleanField("離職などのときに世帯の生計を主に支えていた", default=False)
    other_aid = models.BooleanField("ほかの公的な家賃の給付を受けている", default=False)
    seeking = ArrayField(
        models.CharField(max_length=20, choices=Seeking), verbose_name="求職活動等", default=list, blank=True
    )
    papers = ArrayField(
        models.CharField(max_length=16, choices=Paper),
        verbose_name="受け取った書類",
        default=list,
        blank=True,
    )
    counsel = models.CharField("家計改善支援の判断", max_length=12, choices=HousingCounsel, blank=True)
    counselled_on = models.DateField("家計改善支援の判断の日", null=True, blank=True)
    counselled_by = models.CharField("家計改善支援の機関", max_length=120, blank=True)
    moving_to = models.CharField("転居先", max_length=200, blank=True)
    leaves_town = models.BooleanField("ほかの市町村へ転居する", default=False)
    new_rent = models.PositiveIntegerField("転居先の家賃額(月額)", null=True, blank=True)
    moving_cost = models.PositiveIntegerField("転居費用の見積額", null=True, blank=True)
    note = models.TextField("メモ", blank=True)
    state = models.CharField(
        "状態", max_length=10, choices=HousingState, default=HousingState.RECEIVED, editable=False
    )
    sent_on = models.DateField("送った日", null=True, blank=True)
    sent_to = models.CharField("決定する機関", max_length=120, blank=True)
    decided_on = models.DateField("決定日", null=True, blank=True)
    decision_number = models.CharField("決定の番号", max_length=60, blank=True)
    decision_note = models.TextField("決定の説明", blank=True)
    monthly_amount = models.PositiveIntegerField("支給額(月額)", null=True, blank=True)
    moving_amount = models.PositiveIntegerField("支給額(転居費用)", null=True, blank=True)
    paused_on = models.DateField("中断した日", null=True, blank=True)
    pause_reason = models.TextField("中断の理由", blank=True)
    ended_on = models.DateField("終わった日", null=True, blank=True)
    ended_as = models.CharField("終わり方", max_length=12, choices=HousingEnd, blank=True)
    end_note = models.TextField("終わったときのようす", blank=True)

    class Meta:
        ordering = ["-received_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(counsel="needed") | Q(counselled_on__isnull=False),
                name="need_to_move_has_its_day",
            ),
        ]
        indexes = [
            models.Index(fields=["case"], name="housing_of_case"),
            models.Index(
                fields=["agency", "received_on", "id"],
                name="housing_open",
                condition=Q(ended_on__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"住居確保給付金 {self.received_on}"

    @property
    def is_open(self) -> bool:
        return self.ended_on is None

    @property
    def is_moving(self) -> bool:
        return self.subsidy == HousingSubsidy.MOVING

    @property
    def title(self) -> str:
        """What it is called on 今日やること and in the course of the case."""
        return "住居確保給付金(転居費用)" if self.is_moving else "住居確保給付金"

    @property
    def state_label(self) -> str:
        """受給中 is said of the rent alone: the costs of a move are paid once."""
        if self.is_moving and self.state == HousingState.GRANTED:
            return "支給が決まった"
        return str(self.get_state_display())

    @property
    def paper_labels(self) -> list[str]:
        return [str(Paper(one).label) for one in self.papers]

    @property
    def seeking_labels(self) -> list[str]:
        return [str(Seeking(one).label) for one in self.seeking]


class HousingTerm(HousingRow):
    """支給期間: the first one, or an extension. An interruption moves its last day."""

    benefit = models.ForeignKey(HousingBenefit, on_delete=models.CASCADE, related_name="terms")
    number = models.PositiveSmallIntegerField("何回目")
    starts_on = models.DateField("支給期間の初日")
    ends_on = models.DateField("支給期間の最終日")
    decided_on = models.DateField("決定日")
    note = models.TextField("延長の理由", blank=True)

    class Meta:
        ordering = ["number"]
        indexes = [models.Index(fields=["case"], name="housing_term_of_case")]
        constraints = [
            models.UniqueConstraint(fields=["benefit", "number"], name="one_term_per_number"),
            models.CheckConstraint(condition=Q(ends_on__gt=models.F("starts_on")), name="term_ends_later"),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.starts_on} - {self.ends_on}"

    @property
    def label(self) -> str:
        return "はじめの支給" if self.number == 1 else f"延長 {self.number - 1}回目"


class TalkResult(models.TextChoices):
    ACTIVE = "active", "求職活動等を続けている"
    FOUND = "found", "仕事が決まった"
    STUCK = "stuck", "活動が難しい"
    ABSENT = "absent", "面接に来られなかった"


class HousingTalk(HousingRow):
    """受給中の面接: on what day, what came of it, and when the next one is."""

    benefit = models.ForeignKey(HousingBenefit, on_delete=models.CASCADE, related_name="talks")
    on = models.DateField("面接日")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="面接した人")
    result = models.CharField("求職活動等のようす", max_length=10, choices=TalkResult)
    note = models.TextField("面接の内容", blank=True)
    next_on = models.DateField("次の面接日", null=True, blank=True)

    class Meta:
        ordering = ["-on", "-id"]
        indexes = [models.Index(fields=["case"], name="housing_talk_of_case")]

    def __str__(self) -> str:
        return f"{self.on} {self.get_result_display()}"
