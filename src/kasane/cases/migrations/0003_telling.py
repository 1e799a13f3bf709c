"""外部への情報提供の記録 (R-DIS-06)."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kasane.base.ids
import kasane.base.kinds
from kasane.disclosure.policies import protect


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0002_contracts"),
        ("cases", "0002_record_search"),
        ("disclosure", "0002_ledger"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Telling",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "kinds",
                    models.PositiveSmallIntegerField(
                        default=kasane.base.kinds.DataKind["BASIC"] | kasane.base.kinds.DataKind["LIFE"],
                        verbose_name="情報の種類",
                    ),
                ),
                ("on", models.DateField(verbose_name="伝えた日")),
                ("recipient", models.CharField(max_length=120, verbose_name="伝えた相手")),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("phone", "電話"),
                            ("visit", "訪問・同行"),
                            ("interview", "面談"),
                            ("mail", "メール・SNS"),
                            ("letter", "手紙"),
                            ("office_meeting", "所内会議"),
                            ("support_conference", "支援会議"),
                            ("multi_tier_conference", "重層的支援会議"),
                            ("agency_talk", "他機関協議"),
                            ("other", "その他"),
                        ],
                        max_length=24,
                        verbose_name="伝えた方法",
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("adjustment", "支援やプランの調整"),
                            ("other_support", "ほかの機関・人の支援を受けるため"),
                            ("after_plan", "プランが終わった後の連携"),
                            ("prior_consultation", "制度の申込み前の自治体への相談"),
                            ("medical", "医療機関へのつなぎ"),
                        ],
                        max_length=20,
                        verbose_name="目的",
                    ),
                ),
                ("content", models.TextField(verbose_name="伝えた内容")),
                ("consent_id", models.UUIDField(null=True, verbose_name="もとになった同意")),
                ("exception_id", models.UUIDField(null=True, verbose_name="もとになった例外")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="伝えた機関",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="伝えた人",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
            ],
            options={
                "ordering": ["-on", "-id"],
                "indexes": [models.Index(fields=["case", "-on"], name="telling_of_case")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("consent_id__isnull", True), ("exception_id__isnull", True), _connector="XOR"
                        ),
                        name="telling_stands_on_one_ground",
                    )
                ],
            },
        ),
        *protect("cases_telling"),
    ]
