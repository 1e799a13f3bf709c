"""Who works in the agencies: accounts and posts (R-DEL-06). Staff data; nobody who is helped stands here."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from kasane.agencies.credentials import Course, Job, Qualification
from kasane.agencies.models.sites import Site
from kasane.agencies.models.structure import Agency
from kasane.base.ids import new_id
from kasane.base.models import Entity, Versioned


class UserManager(BaseUserManager["User"]):
    def create_user(self, login: str, name: str, password: str | None = None, **extra: Any) -> User:
        """A new account that can sign in with `login`. Without a password it can not be used yet."""
        user = self.model(login=login, name=name, **extra)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(login__iexact=username)


class User(AbstractBaseUser, PermissionsMixin, Versioned):
    """A person who signs in. What they may do follows from their posts, never from this row."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    login = models.CharField("ログインID", max_length=60, unique=True)
    name = models.CharField("氏名", max_length=60)
    kana = models.CharField("ふりがな", max_length=80, blank=True)
    email = models.EmailField("メール", blank=True)
    is_active = models.BooleanField("使用中", default=True)
    password_is_temporary = models.BooleanField("仮のパスワード", default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "login"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        ordering = ["kana", "login"]
        verbose_name = "利用者アカウント"
        constraints = [models.UniqueConstraint(Lower("login"), name="one_login_in_any_case")]

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


class CoordinatorKind(models.TextChoices):
    """The coordinators of the field (R-DEL-06), whatever role they have in this system."""

    INTEGRATION = "integration", "相談支援包括化推進員"
    MULTI_AGENCY = "multi_agency", "多機関協働コーディネーター"
    LIVING_FIRST = "living_first", "生活支援コーディネーター（第1層）"
    LIVING_SECOND = "living_second", "生活支援コーディネーター（第2層）"
    WORK_ACTIVITY = "work_activity", "就労的活動支援コーディネーター"
    COMMUNITY_WELFARE = "community_welfare", "地域福祉コーディネーター"


class Post(Entity, Versioned):
    """配置 (R-DEL-06): a person's role in one agency for a time. A person may hold several."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="posts", verbose_name="職員")
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="posts", verbose_name="所属機関"
    )
    role = models.CharField("役割", max_length=16, choices=Role)
    coordinator_kind = models.CharField(
        "コーディネーターの種別", max_length=20, choices=CoordinatorKind, blank=True
    )
    site = models.ForeignKey(
        Site,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="posts",
        verbose_name="働く拠点",
    )
    title = models.CharField("職名", max_length=60, blank=True)
    jobs = ArrayField(
        models.CharField(max_length=20, choices=Job),
        verbose_name="職種",
        default=list,
        blank=True,
    )
    qualifications = ArrayField(
        models.CharField(max_length=24, choices=Qualification),
        verbose_name="資格",
        default=list,
        blank=True,
    )
    qualification = models.CharField("資格（そのほか）", max_length=120, blank=True)
    training = models.CharField("受講した研修", max_length=200, blank=True)
    is_full_time = models.BooleanField("常勤", default=True)
    is_dedicated = models.BooleanField("専任", default=False)
    concurrent = models.CharField("兼務", max_length=120, blank=True)
    is_urgent_officer = models.BooleanField("緊急の知らせの担当", default=False)
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

    @property
    def role_label(self) -> str:
        return self.get_role_display()

    @property
    def job_words(self) -> str:
        return "・".join(Job(one).label for one in self.jobs)

    @property
    def qualification_words(self) -> str:
        """The closed list and what was written beside it, in one line."""
        return "・".join(
            [*(Qualification(one).label for one in self.qualifications), self.qualification]
        ).strip("・")

    def is_on(self, day: date) -> bool:
        """Whether the post is held on that day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


class Training(Entity):
    """研修 a person has finished, with its day (R-DEL-06). It goes with the person from post to post."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="trainings", verbose_name="職員")
    course = models.CharField("研修", max_length=24, choices=Course)
    name = models.CharField("研修の名前", max_length=120, blank=True)
    done_on = models.DateField("修了した日")

    class Meta:
        ordering = ["-done_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["user", "course", "name", "done_on"], name="training_once")
        ]

    def __str__(self) -> str:
        return self.name or self.get_course_display()
