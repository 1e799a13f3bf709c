import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kasane.base.ids
from kasane.disclosure.policies import protect_for, statements_of

LOOKS = "disclosure_file_duty() IS NOT NULL"
KEEPS = "disclosure_file_duty() = 'keeps'"


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0002_contracts"),
        ("disclosure", "0003_log"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Disposal",
            fields=[
                ("case_id", models.UUIDField(primary_key=True, serialize=False)),
                ("case_number", models.CharField(max_length=20, verbose_name="ケース番号")),
                ("disposed_on", models.DateField(verbose_name="廃棄日")),
                ("batch", models.CharField(db_index=True, max_length=20, verbose_name="廃棄の番号")),
            ],
            options={
                "ordering": ["batch", "case_number"],
            },
        ),
        migrations.AddField(
            model_name="logentry",
            name="disposed_for",
            field=models.UUIDField(null=True),
        ),
        migrations.CreateModel(
            name="DisposalBatch",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("year", models.PositiveSmallIntegerField(editable=False, verbose_name="年度")),
                ("number", models.PositiveIntegerField(editable=False, verbose_name="番号")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "決裁待ち"),
                            ("approved", "決裁済み・実行待ち"),
                            ("refused", "差し戻し"),
                            ("withdrawn", "取り下げ"),
                            ("executed", "廃棄済み"),
                        ],
                        default="proposed",
                        max_length=10,
                        verbose_name="状態",
                    ),
                ),
                ("years", models.PositiveSmallIntegerField(verbose_name="保存年数")),
                ("from_fiscal_year_end", models.BooleanField(default=False, verbose_name="年度末から数える")),
                ("method", models.CharField(max_length=200, verbose_name="廃棄の方法")),
                ("note", models.TextField(blank=True, verbose_name="起案のことば")),
                ("proposed_at", models.DateTimeField(verbose_name="起案日時")),
                ("decided_at", models.DateTimeField(null=True, verbose_name="決裁日時")),
                ("decided_note", models.TextField(blank=True, verbose_name="決裁のことば")),
                ("executed_at", models.DateTimeField(null=True, verbose_name="実行日時")),
                ("digest", models.CharField(blank=True, max_length=64, verbose_name="廃棄簿の要約値")),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="決裁",
                    ),
                ),
                (
                    "executed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="実行",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="起案",
                    ),
                ),
            ],
            options={
                "ordering": ["-year", "-number"],
            },
        ),
        migrations.CreateModel(
            name="DisposalItem",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("case_id", models.UUIDField(db_index=True)),
                ("case_number", models.CharField(max_length=20, verbose_name="ケース番号")),
                ("closed_on", models.DateField(verbose_name="終結日")),
                ("due_on", models.DateField(verbose_name="廃棄できる日")),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "廃棄を待つ"), ("dropped", "外れた")],
                        default="waiting",
                        max_length=8,
                        verbose_name="状態",
                    ),
                ),
                (
                    "dropped_for",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("held", "保留された"),
                            ("reopened", "支援が再開された"),
                            ("not_due", "保存期間のうちになった"),
                            ("gone", "もうない"),
                        ],
                        max_length=10,
                        verbose_name="外れたわけ",
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="disclosure.disposalbatch",
                    ),
                ),
            ],
            options={
                "ordering": ["due_on", "case_number"],
            },
        ),
        migrations.CreateModel(
            name="PastCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("measure", models.CharField(max_length=24)),
                ("year", models.PositiveSmallIntegerField()),
                ("value", models.CharField(blank=True, max_length=40)),
                ("count", models.PositiveIntegerField(default=0)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.area",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RetentionHold",
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
                    "reason",
                    models.CharField(
                        choices=[
                            ("litigation", "訴訟・審査請求"),
                            ("request", "開示などの請求"),
                            ("audit", "監査・検査"),
                            ("investigation", "事故・虐待などの調査"),
                            ("other", "その他"),
                        ],
                        max_length=16,
                        verbose_name="理由の種類",
                    ),
                ),
                ("note", models.TextField(verbose_name="保留するわけ")),
                ("until", models.DateField(blank=True, null=True, verbose_name="いつまで(この日を含む)")),
                ("placed_on", models.DateField(verbose_name="保留した日")),
                ("lifted_on", models.DateField(null=True, verbose_name="保留を解いた日")),
                ("lifted_note", models.TextField(blank=True, verbose_name="保留を解いたわけ")),
                (
                    "lifted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "placed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-placed_on", "-id"],
            },
        ),
        migrations.AddConstraint(
            model_name="disposalbatch",
            constraint=models.UniqueConstraint(fields=("year", "number"), name="disposal_number"),
        ),
        migrations.AddConstraint(
            model_name="disposalbatch",
            constraint=models.CheckConstraint(
                condition=models.Q(("years__gte", 1)), name="disposal_keeps_a_year"
            ),
        ),
        migrations.AddConstraint(
            model_name="disposalbatch",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("decided_by__isnull", True),
                    models.Q(("decided_by", models.F("proposed_by")), _negated=True),
                    _connector="OR",
                ),
                name="disposal_by_two_people",
            ),
        ),
        migrations.AddConstraint(
            model_name="disposalbatch",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ("approved", "executed")), _negated=True),
                    models.Q(("decided_at__isnull", False), ("decided_by__isnull", False)),
                    _connector="OR",
                ),
                name="disposal_approved_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="disposalitem",
            constraint=models.UniqueConstraint(fields=("batch", "case_id"), name="once_in_a_batch"),
        ),
        migrations.AddConstraint(
            model_name="pastcount",
            constraint=models.UniqueConstraint(
                fields=("measure", "year", "agency", "area", "value"),
                name="one_past_count",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="retentionhold",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("lifted_by__isnull", True), ("lifted_on__isnull", True)),
                    models.Q(("lifted_by__isnull", False), ("lifted_on__isnull", False)),
                    _connector="OR",
                ),
                name="hold_lifted_by_somebody",
            ),
        ),
        *statements_of("kasane.disclosure", "retention/dispose.sql"),
        *protect_for("disclosure_retentionhold", see=LOOKS, write=KEEPS, case="case_id"),
        *protect_for("disclosure_disposalbatch", see=LOOKS, write=KEEPS, case="case_id"),
        *protect_for("disclosure_disposalitem", see=LOOKS, write=KEEPS, case="case_id"),
        *protect_for("disclosure_disposal", see=LOOKS),
        *protect_for("disclosure_pastcount", see="false"),
    ]
