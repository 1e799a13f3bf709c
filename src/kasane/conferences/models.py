"""会議: 支援会議, 重層的支援会議 and the town's other bodies (R-CONF)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from kasane.agencies.models import Agency, User
from kasane.base.choices import Timing
from kasane.base.dates import fiscal_label
from kasane.base.kinds import DataKind
from kasane.base.models import Entity, Versioned
from kasane.coordination.rules import course as coordination


class Function(models.TextChoices):
    """What a body does; one body may have several functions (R-CONF-05)."""

    SUPPORT_CONFERENCE = "support_conference", "支援会議"
    MULTI_TIER = "multi_tier", "重層的支援会議"
    SUPPORT_COORDINATION = "support_coordination", "支援調整会議"
    HEADQUARTERS = "headquarters", "庁内の推進本部"
    LIAISON = "liaison", "連携・連絡の会議"
    COMMUNITY = "community", "地域の会議・協議体"
    FIELD_MEETING = "field_meeting", "分野ごとの会議"
    EVALUATION = "evaluation", "計画の評価"
    NETWORK = "network", "会議と事業のネットワーク"


CASE_FUNCTIONS = (Function.SUPPORT_CONFERENCE, Function.MULTI_TIER, Function.SUPPORT_COORDINATION)
"""The functions under which a case may be talked about."""


class Body(Entity):
    """会議体 as the town's profile names it: public structure, nothing about a person."""

    key = models.CharField(max_length=60, unique=True)
    name = models.CharField("名称", max_length=80)
    functions = ArrayField(models.CharField(max_length=20, choices=Function), verbose_name="機能")
    legal_basis = models.CharField("根拠", max_length=200, blank=True)
    host = models.ForeignKey(
        Agency, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="事務局の機関"
    )
    convener = models.CharField("招集する人", max_length=120, blank=True)
    schedule = models.CharField("開催の時期", max_length=120, blank=True)
    standing_agencies = ArrayField(models.UUIDField(), verbose_name="いつもの構成機関", default=list)
    members_text = models.TextField("構成員", blank=True)
    roles = ArrayField(models.TextField(), verbose_name="役割", default=list)
    agendas = models.JSONField("開催時期ごとの検討内容", default=dict)
    text = models.TextField("説明", blank=True)
    order = models.PositiveIntegerField(default=0)
    is_active = models.BooleanField("使用中", default=True)

    class Meta:
        ordering = ["order"]
        verbose_name = "会議体"

    def __str__(self) -> str:
        return self.name

    @property
    def function_labels(self) -> list[str]:
        return [Function(function).label for function in self.functions]

    @property
    def treats_cases(self) -> bool:
        return any(function in self.functions for function in CASE_FUNCTIONS)

    @property
    def meets(self) -> bool:
        """A network of bodies and works is not convened itself."""
        return set(self.functions) != {Function.NETWORK.value}


class MeetingState(models.TextChoices):
    PLANNED = "planned", "開催前"
    HELD = "held", "開催中"
    FINISHED = "finished", "終了"
    CANCELLED = "cancelled", "中止"


class Meeting(Entity, Versioned):
    """One meeting of a body (R-CONF-06). What is said about a person stands in its items, not here."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    year = models.PositiveSmallIntegerField("年度", editable=False)
    number = models.PositiveIntegerField("回", editable=False)
    host = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="招集した機関")
    convened_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", verbose_name="招集した人"
    )
    convened_on = models.DateField("招集した日")
    starts_at = models.DateTimeField("日時")
    material_until = models.DateField("資料を閉じる日")
    length = models.PositiveSmallIntegerField("予定の時間(分)", default=60)
    place = models.CharField("場所", max_length=120, blank=True)
    online_url = models.URLField("オンラインの接続先", max_length=300, blank=True)
    message = models.TextField("通知に添える言葉", blank=True)
    state = models.CharField("状態", max_length=10, choices=MeetingState, default=MeetingState.PLANNED)
    summary = models.TextField("会議全体の記録", blank=True)
    finished_on = models.DateField("会議録の作成日", null=True)
    cancelled_reason = models.CharField("中止の理由", max_length=200, blank=True)

    class Meta:
        ordering = ["-starts_at", "-id"]
        constraints = [models.UniqueConstraint(fields=["body", "year", "number"], name="meeting_number")]
        indexes = [
            models.Index(fields=["host", "-starts_at"], name="meeting_of_host"),
            models.Index(fields=["starts_at"], name="meeting_by_day"),
            models.Index(
                fields=["starts_at", "id"], condition=Q(state__in=("planned", "held")), name="meeting_coming"
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """みんなで支え愛会議 R7 第3回"""
        return f"{self.body.name} {fiscal_label(self.year)} 第{self.number}回"

    @property
    def day(self) -> date:
        return timezone.localdate(self.starts_at)

    @property
    def is_open(self) -> bool:
        """Whether its agenda and members may still be changed."""
        return self.state in (MeetingState.PLANNED, MeetingState.HELD)


class MemberRole(models.TextChoices):
    CONVENER = "convener", "招集者"
    MEMBER = "member", "構成員"


class Answer(models.TextChoices):
    WAITING = "waiting", "返事待ち"
    ATTENDS = "attends", "出席"
    ONLINE = "online", "オンラインで出席"
    ABSENT = "absent", "欠席"


class Member(Entity):
    """構成員: someone with an account, or a guest by name. A guest has no access here (R-DIS-10)."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="members")
    agency = models.ForeignKey(
        Agency, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="機関"
    )
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="職員")
    guest_name = models.CharField("氏名", max_length=80, blank=True)
    guest_role = models.CharField("所属・立場", max_length=120, blank=True)
    role = models.CharField("役割", max_length=10, choices=MemberRole, default=MemberRole.MEMBER)
    answer = models.CharField("返事", max_length=10, choices=Answer, default=Answer.WAITING)
    attended = models.BooleanField("出席", null=True)
    acknowledged_at = models.DateTimeField("守秘義務を確認した日時", null=True)
    removed_on = models.DateField("構成員から外した日", null=True)

    class Meta:
        ordering = ["role", "agency__order", "created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "user"], condition=Q(removed_on__isnull=True), name="member_once"
            ),
            models.CheckConstraint(
                condition=Q(user__isnull=False, agency__isnull=False) | ~Q(guest_name=""),
                name="member_has_name",
            ),
        ]
        indexes = [models.Index(fields=["user", "meeting"], name="meetings_of_user")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return self.user.name if self.user else self.guest_name

    @property
    def belongs_to(self) -> str:
        return self.agency.name if self.agency else self.guest_role


class Outcome(models.TextChoices):
    """How an item ended. The names are those of `coordination.api.Judgement`."""

    APPROPRIATE = "appropriate", "適切"
    REVISE = "revise", "修正して再提出"
    CLOSE = "close", "終結"
    CONTINUE = "continue", "支援継続"
    INTERRUPT = "interrupt", "中断"


class AgendaItem(Entity, Versioned):
    """議題, under exactly one function of its body (R-CONF-05); about a case, or general.

    Those who work on the case see its items without seeing the meeting: so the item carries the meeting's
    name and day itself.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="会議体")
    meeting_label = models.CharField("会議", max_length=120)
    held_at = models.DateTimeField("会議の日時")
    is_settled = models.BooleanField("話し合いが済んだ", default=False)
    case = models.ForeignKey("cases.Case", null=True, on_delete=models.CASCADE, related_name="+")
    kinds = models.PositiveSmallIntegerField("情報の種類", default=DataKind.BASIC)
    order = models.PositiveSmallIntegerField("順番", default=0)
    minutes = models.PositiveSmallIntegerField("時間(分)", default=15)
    function = models.CharField("会議の機能", max_length=20, choices=Function)
    timing = models.CharField("開催時期", max_length=12, choices=Timing, blank=True)
    subject_id = models.UUIDField("プラン・評価", null=True)
    title = models.CharField("議題", max_length=120)
    purpose = models.TextField("話し合うこと", blank=True)
    brought_by = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="+", verbose_name="出した機関"
    )
    judgement = models.CharField("判断", max_length=12, choices=Outcome, blank=True)
    judged_on = models.DateField("判断の日", null=True)
    lead_agency = models.ForeignKey(
        Agency, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="終結後の主担当機関"
    )
    follow_up_on = models.DateField("フォローアップの日", null=True)
    follow_up_by = models.ForeignKey(
        Agency, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="フォローアップする機関"
    )
    follow_up_how = models.CharField("フォローアップの方法", max_length=200, blank=True)

    class Meta:
        ordering = ["order", "created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(case__isnull=True) | Q(function__in=CASE_FUNCTIONS),
                name="case_only_in_case_function",
            )
        ]
        indexes = [
            models.Index(fields=["meeting", "order"], name="agenda"),
            models.Index(fields=["case"], name="items_of_case", condition=Q(case__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def agenda_points(self) -> list[str]:
        """What is to be talked about at this timing: for 重層的支援会議 the town's profile says it (R-CONF-04), for
        支援調整会議 its four purposes (R-SELF-01)."""
        if self.function == Function.SUPPORT_COORDINATION:
            return list(coordination.AGENDA.get(self.timing, ()))
        points: list[str] = self.body.agendas.get(self.timing, {}).get("items", [])
        return points


class Talk(Entity, Versioned):
    """What was said on an item: for the members of the meeting only (R-DIS-02, R-CONF-06)."""

    item = models.OneToOneField(AgendaItem, on_delete=models.CASCADE, related_name="talk")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    case = models.ForeignKey("cases.Case", null=True, on_delete=models.CASCADE, related_name="+")
    kinds = models.PositiveSmallIntegerField("情報の種類", default=DataKind.BASIC | DataKind.LIFE)
    text = models.TextField("話し合ったこと", blank=True)
    decision = models.TextField("決まったこと", blank=True)
    opinions = models.JSONField("機関ごとの意見", default=dict)

    def __str__(self) -> str:
        return f"{self.item_id}"

    def opinion_of(self, agency_id: UUID) -> str:
        return str(self.opinions.get(str(agency_id), ""))
