"""提供体制: the town, its agencies, sites, areas, deliveries, and the people who work in them (R-DEL)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kasane.base.ids import new_id
from kasane.base.models import Entity, Versioned


class Municipality(models.Model):
    """The one town of this deployment, with the profile it was set up from."""

    profile_key = models.CharField(max_length=40)
    name = models.CharField("自治体名", max_length=60)
    code = models.CharField("全国地方公共団体コード", max_length=6, blank=True)
    has_welfare_office = models.BooleanField("福祉事務所の設置")
    profile_digest = models.CharField(max_length=64)
    installed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="one_municipality")]

    def __str__(self) -> str:
        return self.name


class Area(Entity):
    """日常生活圏域, 自治会 and other areas, one inside another (R-DEL-05)."""

    key = models.CharField(max_length=40, unique=True)
    name = models.CharField("名称", max_length=60)
    kind = models.CharField("種類", max_length=30)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["order"]

    def __str__(self) -> str:
        return self.name


class AgencyKind(models.TextChoices):
    DIVISION = "division", "庁内の課"
    CENTRE = "centre", "市町村の機関"
    ENTRUSTED = "entrusted", "受託機関"
    PARTNER = "partner", "協力機関"


class Agency(Entity):
    """支援関係機関: who works with the people of the town."""

    key = models.CharField(max_length=40, unique=True)
    name = models.CharField("名称", max_length=80)
    kana = models.CharField("ふりがな", max_length=120, blank=True)
    kind = models.CharField("種類", max_length=12, choices=AgencyKind)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    phone = models.CharField("電話", max_length=20, blank=True)
    address = models.CharField("所在地", max_length=200, blank=True)
    note = models.TextField("備考", blank=True)
    is_active = models.BooleanField("使用中", default=True)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["order", "name"]
        verbose_name = "支援関係機関"

    def __str__(self) -> str:
        return self.name

    @property
    def is_municipality(self) -> bool:
        return self.kind in (AgencyKind.DIVISION, AgencyKind.CENTRE)


class Work(models.IntegerChoices):
    """The five statutory works (法106条の4第2項)."""

    CONSULTATION = 1, "① 包括的相談支援事業"
    PARTICIPATION = 2, "② 参加支援事業"
    COMMUNITY = 3, "③ 地域づくり事業"
    OUTREACH = 4, "④ アウトリーチ等を通じた継続的支援事業"
    COORDINATION = 5, "⑤ 多機関協働事業"


class Mode(models.TextChoices):
    """運営形態."""

    DIRECT = "直営", "直営"
    ENTRUSTED = "委託", "委託"
    DESIGNATED = "指定管理", "指定管理"
    REGISTERED = "登録", "登録"
    SUBSIDISED = "補助", "補助"


class Delivery(Entity):
    """提供体制の一行 (R-DEL-01): a program of one of the five works, who does it, for whom and where."""

    key = models.CharField(max_length=60, unique=True)
    work = models.PositiveSmallIntegerField("事業", choices=Work)
    fields = ArrayField(models.CharField(max_length=20), verbose_name="主な対象分野")
    program = models.CharField("事業コード", max_length=60)
    name = models.CharField("実施事業", max_length=120)
    legal_basis = models.TextField("根拠法", blank=True)
    sites = models.PositiveSmallIntegerField("拠点数", null=True, blank=True)
    modes = ArrayField(models.CharField(max_length=10, choices=Mode), verbose_name="運営形態")
    target = models.TextField("支援対象者", blank=True)
    area_text = models.CharField("対象圏域", max_length=200, blank=True)
    duties = ArrayField(models.TextField(), verbose_name="業務内容", default=list)
    examples = ArrayField(models.TextField(), verbose_name="事例", default=list)
    agencies = models.ManyToManyField(Agency, verbose_name="実施機関", related_name="deliveries")
    division = models.ForeignKey(
        Agency, null=True, on_delete=models.PROTECT, related_name="supervised", verbose_name="所管課"
    )
    site_type = models.CharField("拠点の類型", max_length=10, blank=True)
    note = models.TextField("備考", blank=True)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["work", "order"]

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager["User"]):
    def create_user(self, login: str, name: str, password: str | None = None, **extra: Any) -> User:
        """A new account that can sign in with `login`. Without a password it can not be used yet."""
        user = self.model(login=login, name=name, **extra)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(login__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in. What they may do follows from their posts, never from this row."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    login = models.CharField("ログインID", max_length=60, unique=True)
    name = models.CharField("氏名", max_length=60)
    kana = models.CharField("ふりがな", max_length=80, blank=True)
    email = models.EmailField("メール", blank=True)
    is_active = models.BooleanField("使用中", default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "login"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        ordering = ["kana", "login"]
        verbose_name = "利用者アカウント"

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name


class Role(models.TextChoices):
    COORDINATOR = "coordinator", "相談支援包括化推進員"
    WORKER = "worker", "相談支援員"
    DECIDER = "decider", "決裁者・議長"
    MANAGER = "manager", "管理職"
    ADMINISTRATOR = "administrator", "システム管理者"


class Post(Entity, Versioned):
    """配置 (R-DEL-06): a person's role in one agency for a time. A person may hold several."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="posts", verbose_name="職員")
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="posts", verbose_name="所属機関"
    )
    role = models.CharField("役割", max_length=16, choices=Role)
    title = models.CharField("職名", max_length=60, blank=True)
    qualification = models.CharField("資格", max_length=120, blank=True)
    training = models.CharField("受講した研修", max_length=200, blank=True)
    is_full_time = models.BooleanField("常勤", default=True)
    is_dedicated = models.BooleanField("専任", default=False)
    starts_on = models.DateField("配置日")
    ends_on = models.DateField("配置の終わり", null=True, blank=True)

    class Meta:
        ordering = ["agency", "starts_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "agency", "role", "starts_on"], name="one_post_per_start"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=models.F("starts_on")),
                name="post_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency} {self.get_role_display()} {self.user}"

    @property
    def sees_cases(self) -> bool:
        """A system administrator has no case rights (R-DIS-01)."""
        return self.role != Role.ADMINISTRATOR
