"""Minutes line by line, decisions that are followed, minutes that are checked, resources that are missing (R-CONF-06, 07)."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kasane.base.ids
import kasane.base.kinds
from kasane.disclosure.policies import protect, protect_by, statements_of


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0004_sites"),
        ("cases", "0014_late_alarm"),
        ("conferences", "0004_preparing"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="meeting",
            name="began_at",
            field=models.DateTimeField(null=True, verbose_name="はじめた時刻"),
        ),
        migrations.AddField(
            model_name="meeting",
            name="ended_at",
            field=models.DateTimeField(null=True, verbose_name="終えた時刻"),
        ),
        migrations.AddField(
            model_name="member",
            name="arrived_at",
            field=models.TimeField(null=True, verbose_name="遅れて来た時刻"),
        ),
        migrations.AddField(
            model_name="member",
            name="left_at",
            field=models.TimeField(null=True, verbose_name="途中で帰った時刻"),
        ),
        migrations.AddField(
            model_name="member",
            name="secrecy_paper_on",
            field=models.DateField(null=True, verbose_name="守秘義務の紙を受け取った日"),
        ),
        migrations.AddField(
            model_name="member",
            name="takes_minutes",
            field=models.BooleanField(default=False, verbose_name="記録者"),
        ),
        migrations.CreateModel(
            name="MinutesCheck",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("asked_on", models.DateField(verbose_name="頼んだ日")),
                ("checked_on", models.DateField(null=True, verbose_name="確かめた日")),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="checks",
                        to="conferences.meeting",
                    ),
                ),
                (
                    "member",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="minutes_check",
                        to="conferences.member",
                    ),
                ),
            ],
            options={
                "ordering": ["member"],
            },
        ),
        migrations.CreateModel(
            name="Shortage",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("found_on", models.DateField(verbose_name="見つけた日")),
                (
                    "topic",
                    models.CharField(
                        choices=[
                            ("health", "病気や健康、障害のこと"),
                            ("housing", "住まい"),
                            ("income", "収入・生活費"),
                            ("rent", "家賃やローンの支払い"),
                            ("taxes", "税金や公共料金等の支払い"),
                            ("debt", "債務"),
                            ("job_seeking", "仕事探し、就職"),
                            ("job_trouble", "仕事上の不安やトラブル"),
                            ("neighbours", "地域との関係"),
                            ("family", "家族との関係"),
                            ("child_rearing", "子育て"),
                            ("care", "介護"),
                            ("withdrawal", "ひきこもり・不登校"),
                            ("abuse", "DV・虐待"),
                            ("food", "食べるものがない"),
                            ("other", "その他"),
                        ],
                        max_length=20,
                        verbose_name="分野",
                    ),
                ),
                ("area", models.CharField(blank=True, max_length=60, verbose_name="地区")),
                ("words", models.CharField(max_length=200, verbose_name="足りないもの")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="conferences.body",
                        verbose_name="見つけた会議",
                    ),
                ),
                (
                    "found_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="書いた機関",
                    ),
                ),
            ],
            options={
                "ordering": ["-found_on", "-id"],
            },
        ),
        migrations.CreateModel(
            name="MeetingDecision",
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
                ("what", models.CharField(max_length=200, verbose_name="すること")),
                ("due_on", models.DateField(verbose_name="いつまでに")),
                ("decided_on", models.DateField(verbose_name="決めた日")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "これから"), ("done", "済み"), ("dropped", "取りやめ")],
                        default="open",
                        max_length=10,
                        verbose_name="状態",
                    ),
                ),
                ("result", models.TextField(blank=True, verbose_name="結果")),
                ("answered_on", models.DateField(null=True, verbose_name="結果を書いた日")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="担当する機関",
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="結果を書いた人",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="conferences.body"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decisions",
                        to="conferences.agendaitem",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="conferences.meeting",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="担当者",
                    ),
                ),
            ],
            options={
                "ordering": ["due_on", "id"],
                "indexes": [
                    models.Index(fields=["body", "state", "due_on"], name="decisions_of_body"),
                    models.Index(fields=["agency", "state", "due_on"], name="decisions_of_agency"),
                ],
            },
        ),
        migrations.CreateModel(
            name="TalkLine",
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
                (
                    "field",
                    models.CharField(
                        choices=[
                            ("text", "話し合ったこと"),
                            ("decision", "決まったこと"),
                            ("opinion", "機関の意見"),
                            ("remark", "会議録への意見"),
                        ],
                        max_length=10,
                        verbose_name="欄",
                    ),
                ),
                ("position", models.FloatField(verbose_name="並び")),
                ("text", models.TextField(blank=True, verbose_name="記録")),
                ("page", models.UUIDField(null=True)),
                ("turn", models.PositiveIntegerField(default=0)),
                ("seq", models.PositiveIntegerField()),
                ("beside", models.UUIDField(null=True, verbose_name="同時に書かれた行")),
                ("is_removed", models.BooleanField(default=False, verbose_name="消した")),
                (
                    "agency",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="意見を言った機関",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="書いた人",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="conferences.agendaitem",
                    ),
                ),
                (
                    "last_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="最後に直した人",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="conferences.meeting",
                    ),
                ),
            ],
            options={
                "ordering": ["field", "agency__order", "position", "id"],
                "indexes": [models.Index(fields=["item", "seq"], name="lines_since")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agency__isnull", False), ("field", "opinion")),
                            models.Q(models.Q(("field", "opinion"), _negated=True), ("agency__isnull", True)),
                            _connector="OR",
                        ),
                        name="opinion_has_agency",
                    )
                ],
            },
        ),
        *protect("conferences_talkline", writer="viewer"),
        *protect("conferences_meetingdecision", writer="viewer"),
        *protect_by(
            "conferences_minutescheck",
            see="conferences_sees(conferences_minutescheck.meeting_id)",
            adds="conferences_sees(conferences_minutescheck.meeting_id)",
            case="case_id",
        ),
        *statements_of("kasane.conferences", "holding.sql"),
    ]
