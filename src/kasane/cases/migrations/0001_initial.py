import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kasane.base.ids
import kasane.base.kinds
from kasane.disclosure.policies import protect, protect_own, statements_of


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0001_initial"),
        ("disclosure", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Case",
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
                ("year", models.PositiveSmallIntegerField(editable=False, verbose_name="年度")),
                ("number", models.PositiveIntegerField(editable=False, verbose_name="番号")),
                ("opened_on", models.DateField(verbose_name="受付日")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("reception", "受付"),
                            ("application", "申込"),
                            ("assessment", "アセスメント"),
                            ("plan", "プラン"),
                            ("support", "支援"),
                            ("closed", "終結"),
                        ],
                        default="reception",
                        max_length=12,
                        verbose_name="段階",
                    ),
                ),
                ("is_urgent", models.BooleanField(default=False, verbose_name="緊急")),
                ("urgent_note", models.CharField(blank=True, max_length=200, verbose_name="緊急の内容")),
                ("applied_on", models.DateField(blank=True, null=True, verbose_name="利用申込日")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="終結日")),
                (
                    "touched_at",
                    models.DateTimeField(editable=False, verbose_name="最後に動きのあった日時"),
                ),
                (
                    "closed_as",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("closed", "終結"),
                            ("interrupted", "中断"),
                            ("information", "情報提供で終了"),
                            ("other_system", "自機関・他制度で対応"),
                        ],
                        max_length=12,
                        verbose_name="終わり方",
                    ),
                ),
                (
                    "responsible_agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="主担当機関",
                    ),
                ),
                (
                    "responsible_user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="主担当者",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("form", models.CharField(max_length=60)),
                ("subject_id", models.CharField(blank=True, max_length=40)),
                ("data", models.JSONField()),
                ("saved_at", models.DateTimeField(auto_now=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="agencies.agency"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Event",
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
                ("at", models.DateTimeField(verbose_name="日時")),
                ("code", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=120)),
                ("body", models.TextField(blank=True)),
                ("subject", models.CharField(blank=True, max_length=40)),
                ("subject_id", models.UUIDField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="SupportRecord",
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
                        default=kasane.base.kinds.DataKind["BASIC"] | kasane.base.kinds.DataKind["LIFE"],
                        verbose_name="情報の種類",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="日時")),
                ("counterpart", models.CharField(blank=True, max_length=120, verbose_name="相手")),
                (
                    "method",
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
                        verbose_name="方法",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=120, verbose_name="場所")),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="所要時間(分)"),
                ),
                ("content", models.TextField(verbose_name="内容")),
                ("next_step", models.CharField(blank=True, max_length=200, verbose_name="次の予定")),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="次の予定日")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="機関",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="対応者",
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
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("kinds", models.PositiveSmallIntegerField(default=kasane.base.kinds.DataKind["BASIC"])),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("answer_referral", "つなぎへの回答"),
                            ("follow_up", "フォローアップ"),
                            ("application", "利用申込"),
                            ("assessment", "アセスメント"),
                            ("plan", "プラン"),
                            ("conference", "会議"),
                            ("decision", "支援決定"),
                            ("monitoring", "モニタリング"),
                            ("evaluation", "評価"),
                            ("contact", "次の予定"),
                            ("other", "その他"),
                        ],
                        max_length=20,
                    ),
                ),
                ("what", models.CharField(max_length=200, verbose_name="すること")),
                ("due_on", models.DateField(verbose_name="期日")),
                ("someone_waits", models.BooleanField(default=False, verbose_name="待たせている")),
                ("since", models.DateField(verbose_name="いつから")),
                ("is_urgent", models.BooleanField(default=False, verbose_name="緊急")),
                ("done_on", models.DateField(null=True, verbose_name="済んだ日")),
                ("source", models.CharField(blank=True, max_length=40)),
                ("source_id", models.UUIDField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="機関",
                    ),
                ),
                (
                    "assignee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "done_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["due_on", "id"],
            },
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.UniqueConstraint(fields=("year", "number"), name="case_number"),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_on__isnull", False), ("stage", "closed")),
                    models.Q(models.Q(("stage", "closed"), _negated=True), ("closed_on__isnull", True)),
                    _connector="OR",
                ),
                name="closed_case_has_its_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.UniqueConstraint(
                fields=("user", "agency", "form", "subject_id"), name="one_draft_per_form"
            ),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["case", "-at"], name="event_course"),
        ),
        migrations.AddIndex(
            model_name="supportrecord",
            index=models.Index(fields=["case", "-at"], name="record_course"),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                condition=models.Q(("done_on__isnull", True)),
                fields=["agency", "someone_waits", "-is_urgent", "due_on", "id"],
                name="task_open",
            ),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                condition=models.Q(("done_on__isnull", True)), fields=["case"], name="task_of_case"
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("stage", "closed"), _negated=True),
                fields=["responsible_agency", "touched_at"],
                name="case_silent",
            ),
        ),
        *protect("cases_case", case="id", kinds="1"),
        *protect("cases_event", writer="viewer"),
        *protect("cases_supportrecord"),
        *protect("cases_task", writer="viewer"),
        *protect_own("cases_draft"),
        *statements_of("kasane.cases", "functions.sql"),
    ]
