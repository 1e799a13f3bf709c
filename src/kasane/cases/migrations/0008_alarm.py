"""緊急の知らせ (R-INT-09, R-DIS-05)."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kasane.base.ids
import kasane.base.kinds
from kasane.disclosure.policies import protect_for, statements_of


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0003_urgent_routes"),
        ("cases", "0007_indexes"),
        ("disclosure", "0007_some_kind"),
        ("people", "0009_pairs_read"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Alarm",
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
                (
                    "danger",
                    models.CharField(
                        choices=[
                            ("elder", "高齢者虐待の疑い"),
                            ("disabled", "障害者虐待の疑い"),
                            ("child", "児童虐待の疑い"),
                            ("life", "生命・身体の危険"),
                        ],
                        max_length=10,
                        verbose_name="緊急の種類",
                    ),
                ),
                (
                    "suspect",
                    models.CharField(
                        choices=[
                            ("carer", "養護者・家族"),
                            ("staff", "施設・サービスの職員"),
                            ("employer", "雇っている人(使用者)"),
                            ("unknown", "分からない"),
                        ],
                        default="unknown",
                        max_length=8,
                        verbose_name="だれによる疑いか",
                    ),
                ),
                ("law", models.CharField(max_length=200, verbose_name="根拠")),
                ("facts", models.TextField(verbose_name="見たこと・聞いたこと")),
                ("place", models.CharField(max_length=200, verbose_name="本人はいまどこにいるか")),
                ("done", models.TextField(blank=True, verbose_name="もうしたこと")),
                ("raised_at", models.DateTimeField(verbose_name="知らせた日時")),
                ("ack_until", models.DateTimeField(verbose_name="受け取りの期限")),
                ("acknowledged_at", models.DateTimeField(null=True, verbose_name="最初に受け取った日時")),
                ("safety_due", models.DateTimeField(verbose_name="安全確認の期限")),
                ("safety_at", models.DateTimeField(null=True, verbose_name="安全を確かめた日時")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="終えた日時")),
                (
                    "finding",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("found", "虐待・危険があった"),
                            ("not_found", "虐待・危険はなかった"),
                            ("undecided", "判断できない"),
                        ],
                        max_length=10,
                        verbose_name="事実確認の結果",
                    ),
                ),
                ("measure", models.TextField(blank=True, verbose_name="措置")),
                ("watch", models.TextField(blank=True, verbose_name="継続の見守り")),
                ("reason", models.TextField(blank=True, verbose_name="終える理由")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="終えた人",
                    ),
                ),
                (
                    "raised_agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="知らせた機関",
                    ),
                ),
                (
                    "raised_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="知らせた人",
                    ),
                ),
            ],
            options={
                "ordering": ["-raised_at"],
            },
        ),
        migrations.CreateModel(
            name="AlarmStep",
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
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("safety", "安全を確かめた"),
                            ("facts", "事実を確かめた"),
                            ("called", "110・119・児童相談所などに連絡した"),
                            ("measure", "保護・措置"),
                            ("talk", "協議・会議"),
                            ("other", "その他"),
                        ],
                        max_length=10,
                        verbose_name="したこと",
                    ),
                ),
                ("content", models.TextField(verbose_name="内容")),
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
                    "alarm",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="cases.alarm"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="した人",
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
                "ordering": ["at", "id"],
            },
        ),
        migrations.CreateModel(
            name="AlarmTold",
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
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("officer", "知らせを受けた担当"),
                            ("joined", "引きついだ人"),
                            ("raiser", "知らせた人"),
                        ],
                        max_length=8,
                        verbose_name="立場",
                    ),
                ),
                ("exception_id", models.UUIDField(db_index=True, null=True)),
                ("acknowledged_at", models.DateTimeField(null=True, verbose_name="受け取った日時")),
                ("actor_words", models.CharField(blank=True, max_length=120, verbose_name="だれが動くか")),
                ("next_step", models.CharField(blank=True, max_length=200, verbose_name="次にすること")),
                ("read_end_at", models.DateTimeField(null=True, verbose_name="終わりを読んだ日時")),
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
                    "alarm",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="told", to="cases.alarm"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="職員",
                    ),
                ),
            ],
            options={
                "ordering": ["standing", "id"],
            },
        ),
        migrations.AddIndex(
            model_name="alarm",
            index=models.Index(
                condition=models.Q(("ended_at__isnull", True)), fields=["raised_at"], name="alarm_open"
            ),
        ),
        migrations.AddConstraint(
            model_name="alarm",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_at__isnull", True),
                    models.Q(
                        ("acknowledged_at__isnull", False),
                        ("ended_by__isnull", False),
                        models.Q(("finding", ""), _negated=True),
                        models.Q(("reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="alarm_ends_with_a_result",
            ),
        ),
        migrations.AddIndex(
            model_name="alarmstep",
            index=models.Index(fields=["alarm", "at"], name="alarm_course"),
        ),
        migrations.AddConstraint(
            model_name="alarmtold",
            constraint=models.UniqueConstraint(fields=("alarm", "user"), name="told_once_of_an_alarm"),
        ),
        *statements_of("kasane.cases.alarm", "alarm.sql"),
        *protect_for("cases_alarm", see="cases_sees_alarm(cases_alarm.id)", case="case_id"),
        *protect_for("cases_alarmtold", see="cases_sees_alarm(cases_alarmtold.alarm_id)", case="case_id"),
        *protect_for("cases_alarmstep", see="cases_sees_alarm(cases_alarmstep.alarm_id)", case="case_id"),
    ]
