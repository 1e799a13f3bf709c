"""相談受付・申込票 (別紙2-2)."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kasane.agencies.models import Agency, User
from kasane.base.choices import Topic
from kasane.base.kinds import SHAREABLE_KINDS
from kasane.base.models import CaseRow, Versioned
from kasane.coordination.choices import Course, Signature


class Application(CaseRow, Versioned):
    """The person applies and agrees to sharing (R-COOR-01, R-SELF-01). One per case and course; the log keeps earlier ones.

    Names and addresses are not here: they are those of the person (`people.Person`).
    """

    course = models.CharField("支援の枠組み", max_length=14, choices=Course, default=Course.COORDINATION)
    received_on = models.DateField("受付日")
    received_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="受付者")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="受付機関")
    visitor_name = models.CharField("来談者の氏名", max_length=120, blank=True)
    visitor_phone = models.CharField("来談者の電話", max_length=40, blank=True)
    visitor_relation = models.CharField("本人との関係", max_length=60, blank=True)
    topics = ArrayField(
        models.CharField(max_length=20, choices=Topic), verbose_name="ご相談の内容(○)", default=list
    )
    main_topic = models.CharField("一番困っていること(◎)", max_length=20, choices=Topic, blank=True)
    request = models.TextField("具体的な相談・希望", blank=True)
    rules_explained = models.BooleanField("個人情報管理・取扱規程の説明を受けた", default=False)
    explained_by = models.CharField("説明した人", max_length=120, blank=True)
    applies = models.BooleanField("利用を申し込む", default=False)
    agrees_to_sharing = models.BooleanField("関係機関との情報共有に同意する", default=False)
    excluded = ArrayField(models.UUIDField(), verbose_name="共有しない機関", default=list, blank=True)
    sharing_kinds = models.PositiveSmallIntegerField("共有してよい情報の種類", default=SHAREABLE_KINDS)
    applied_on = models.DateField("申込日")
    signature = models.CharField("署名", max_length=8, choices=Signature, blank=True)
    signed_name = models.CharField("署名した人の氏名", max_length=120, blank=True)
    signature_reason = models.CharField("代筆・代理の理由", max_length=200, blank=True)
    note = models.TextField("備考", blank=True)
    deciding_agency = models.ForeignKey(
        Agency, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="支援決定をする課"
    )

    taken_up_on = models.DateField("支援の枠組みが動き始めた日", null=True, editable=False)
    """Empty while it was only prepared by 自立相談支援 and 多機関協働 has not begun (R-SELF-01)."""
    ended_on = models.DateField("支援の枠組みが終わった日", null=True, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "course"], name="one_application_per_course")]

    @property
    def runs(self) -> bool:
        """Whether support goes on in this course."""
        return self.taken_up_on is not None and self.ended_on is None

    def __str__(self) -> str:
        return f"相談受付・申込票 {self.applied_on}"
