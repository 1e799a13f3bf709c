import django.db.models.deletion
from django.db import migrations, models

import kasane.base.ids
import kasane.base.kinds
from kasane.disclosure.policies import protect


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0001_initial"),
        ("cases", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "kinds",
                    models.PositiveSmallIntegerField(
                        default=kasane.base.kinds.DataKind["BASIC"], verbose_name="情報の種類"
                    ),
                ),
                ("family_name", models.CharField(blank=True, max_length=60, verbose_name="氏")),
                ("given_name", models.CharField(blank=True, max_length=60, verbose_name="名")),
                ("family_kana", models.CharField(blank=True, max_length=80, verbose_name="ふりがな(氏)")),
                ("given_kana", models.CharField(blank=True, max_length=80, verbose_name="ふりがな(名)")),
                (
                    "sex",
                    models.CharField(
                        choices=[
                            ("female", "女"),
                            ("male", "男"),
                            ("other", "その他"),
                            ("unknown", "不明・答えない"),
                        ],
                        default="unknown",
                        max_length=8,
                        verbose_name="性別",
                    ),
                ),
                ("birth_date", models.DateField(blank=True, null=True, verbose_name="生年月日")),
                (
                    "stated_age",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="年齢(聞き取り)"),
                ),
                ("stated_age_on", models.DateField(blank=True, null=True, verbose_name="年齢を聞いた日")),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="住所")),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="電話(自宅)")),
                ("mobile", models.CharField(blank=True, max_length=20, verbose_name="電話(携帯)")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="メール")),
                ("is_subject", models.BooleanField(default=False, verbose_name="本人")),
                ("relation", models.CharField(blank=True, max_length=20, verbose_name="続柄")),
                ("lives_together", models.BooleanField(default=True, verbose_name="同居")),
                ("occupation", models.CharField(blank=True, max_length=80, verbose_name="仕事・学校など")),
                ("note", models.TextField(blank=True, verbose_name="備考")),
                ("joined_on", models.DateField(blank=True, null=True, verbose_name="世帯に加わった日")),
                ("left_on", models.DateField(blank=True, null=True, verbose_name="世帯を離れた日")),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="agencies.area",
                        verbose_name="地区",
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
                "ordering": ["-is_subject", "birth_date", "created_at"],
                "indexes": [models.Index(fields=["case"], name="person_of_case")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_subject", True)),
                        fields=("case",),
                        name="one_subject_per_case",
                    )
                ],
            },
        ),
        *protect("people_person"),
    ]
