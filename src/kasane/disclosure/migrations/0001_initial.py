import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kasane.base.ids
import kasane.base.kinds
from kasane.disclosure.policies import protect, statements_of


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Seal",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("entry_id", models.BigIntegerField(unique=True)),
                ("digest", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("case_id", models.UUIDField(db_index=True)),
                ("person_id", models.UUIDField(null=True)),
                (
                    "level",
                    models.CharField(
                        choices=[("reception", "受付での同意"), ("application", "利用申込での同意")],
                        max_length=12,
                        verbose_name="段階",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[("agree", "同意する"), ("disagree", "同意しない"), ("unclear", "不明")],
                        max_length=10,
                        verbose_name="同意",
                    ),
                ),
                ("confirmed_on", models.DateField(verbose_name="確認日")),
                (
                    "method",
                    models.CharField(
                        blank=True,
                        choices=[("paper", "書面"), ("oral", "口頭"), ("representative", "代理人")],
                        max_length=16,
                        verbose_name="確認方法",
                    ),
                ),
                ("explained_by", models.CharField(blank=True, max_length=120, verbose_name="説明した人")),
                (
                    "all_agencies",
                    models.BooleanField(default=True, verbose_name="支援に必要な関係機関すべて"),
                ),
                (
                    "agencies",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="共有してよい機関",
                    ),
                ),
                (
                    "excluded",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="除く機関",
                    ),
                ),
                ("purposes", models.PositiveSmallIntegerField(default=31, verbose_name="利用目的")),
                (
                    "kinds",
                    models.PositiveSmallIntegerField(
                        default=kasane.base.kinds.DataKind["BASIC"]
                        | kasane.base.kinds.DataKind["HEALTH"]
                        | kasane.base.kinds.DataKind["WORK"]
                        | kasane.base.kinds.DataKind["ECONOMY"]
                        | kasane.base.kinds.DataKind["LIFE"],
                        verbose_name="情報の種類",
                    ),
                ),
                ("valid_until", models.DateField(blank=True, null=True, verbose_name="いつまで")),
                ("withdrawn_on", models.DateField(blank=True, null=True, verbose_name="撤回日")),
                ("withdrawn_note", models.TextField(blank=True, verbose_name="撤回の記録")),
                ("note", models.TextField(blank=True, verbose_name="備考")),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["confirmed_on", "created_at"],
            },
        ),
        migrations.CreateModel(
            name="Grant",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("case_id", models.UUIDField()),
                ("agency_id", models.UUIDField(null=True)),
                ("user_id", models.UUIDField(null=True)),
                ("kinds", models.PositiveSmallIntegerField()),
                ("writes", models.BooleanField()),
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField()),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("own_work", "自機関の業務"),
                            ("entrusted", "受託業務"),
                            ("consent", "本人の同意"),
                            ("conference", "支援会議(法106条の6)"),
                            ("exception", "法令に基づく例外"),
                        ],
                        max_length=12,
                    ),
                ),
                ("evidence_id", models.UUIDField()),
                ("consent_id", models.UUIDField(null=True)),
                ("explanation", models.CharField(max_length=300)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["case_id"], name="grant_case"),
                    models.Index(fields=["agency_id", "-case_id"], name="grant_agency_newest"),
                    models.Index(
                        condition=models.Q(("user_id__isnull", False)),
                        fields=["user_id", "-case_id"],
                        name="grant_user_newest",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("agency_id__isnull", True), ("user_id__isnull", True), _connector="XOR"
                        ),
                        name="grant_to_agency_or_user",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LogEntry",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("user_id", models.UUIDField(null=True)),
                ("agency_id", models.UUIDField(null=True)),
                ("case_id", models.UUIDField(null=True)),
                ("act", models.CharField(max_length=10)),
                ("subject", models.CharField(max_length=80)),
                ("row_id", models.CharField(blank=True, max_length=40)),
                ("basis", models.CharField(blank=True, max_length=300)),
                ("before", models.JSONField(null=True)),
                ("after", models.JSONField(null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["case_id", "-id"], name="log_of_case")],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("case_id", models.UUIDField(db_index=True)),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("own_work", "自機関の業務"),
                            ("entrusted", "受託業務"),
                            ("team", "支援チームの一員"),
                            ("involved", "情報共有の相手"),
                            ("multi_tier", "重層的支援会議の構成員"),
                            ("support_conference", "支援会議の構成員"),
                        ],
                        max_length=20,
                        verbose_name="根拠となる事実",
                    ),
                ),
                (
                    "kinds",
                    models.PositiveSmallIntegerField(
                        default=kasane.base.kinds.DataKind["BASIC"]
                        | kasane.base.kinds.DataKind["HEALTH"]
                        | kasane.base.kinds.DataKind["WORK"]
                        | kasane.base.kinds.DataKind["ECONOMY"]
                        | kasane.base.kinds.DataKind["LIFE"]
                        | kasane.base.kinds.DataKind["TAX"],
                        verbose_name="情報の種類",
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="いつから")),
                ("valid_until", models.DateField(null=True, verbose_name="いつまで(この日は含まない)")),
                ("source", models.CharField(max_length=40, verbose_name="もと")),
                ("source_id", models.UUIDField(null=True)),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="説明")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["valid_from", "created_at"],
                "indexes": [models.Index(fields=["source", "source_id"], name="evidence_source")],
            },
        ),
        *statements_of("kasane.disclosure", "functions.sql"),
        *protect("disclosure_evidence", kinds="1", writer="viewer"),
        *protect("disclosure_consent", kinds="1", writer="viewer"),
    ]
