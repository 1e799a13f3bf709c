"""What happens around a つなぎ, and the coordinator's watch over it (R-INT-04, R-INT-05)."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kasane.base.ids
import kasane.base.kinds
from kasane.disclosure.policies import SOME_KIND, covered, protect, protect_by, statements_of


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0002_contracts"),
        ("cases", "0007_indexes"),
        ("disclosure", "0007_some_kind"),
        ("intake", "0003_door"),
        ("people", "0009_pairs_read"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HopStep",
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
                    "reasons",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("passed_on", "受ける機関のないまま回っています"),
                                ("unanswered", "返事がありません"),
                                ("undecided", "戻されたまま、次が決まっていません"),
                                ("overdue", "フォローアップの日をすぎています"),
                            ],
                            max_length=12,
                        ),
                        size=None,
                        verbose_name="止まっているわけ",
                    ),
                ),
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("heard", "電話で聞いた"),
                            ("asked", "つなぎ直しを頼む"),
                            ("conference", "会議にかける"),
                            ("dismissed", "しばらく知らせない"),
                        ],
                        max_length=12,
                        verbose_name="したこと",
                    ),
                ),
                ("note", models.CharField(max_length=400, verbose_name="理由・メモ")),
                ("on", models.DateField(verbose_name="日")),
                ("quiet_until", models.DateField(verbose_name="この日まで知らせない")),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="ReferralComment",
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
                ("text", models.TextField(verbose_name="連絡")),
                ("asks", models.BooleanField(default=False, verbose_name="返事がほしい")),
                ("replied_on", models.DateField(null=True, verbose_name="返事のあった日")),
            ],
            options={
                "ordering": ["created_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="ReferralVisit",
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
                    "state",
                    models.CharField(
                        choices=[("planned", "予定"), ("done", "行った"), ("cancelled", "取りやめ")],
                        default="planned",
                        max_length=10,
                        verbose_name="状態",
                    ),
                ),
                ("on", models.DateField(verbose_name="同行の日")),
                ("at", models.TimeField(blank=True, null=True, verbose_name="時刻")),
                ("place", models.CharField(max_length=120, verbose_name="行き先")),
                ("meet_point", models.CharField(blank=True, max_length=120, verbose_name="待ち合わせ")),
                (
                    "sender_goes",
                    models.CharField(blank=True, max_length=120, verbose_name="つなぎ元から行く人"),
                ),
                (
                    "receiver_goes",
                    models.CharField(blank=True, max_length=120, verbose_name="つなぎ先から行く人"),
                ),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="気をつけること")),
                ("result", models.TextField(blank=True, verbose_name="同行の結果")),
                ("ended_on", models.DateField(null=True, verbose_name="行った日・取りやめた日")),
            ],
            options={
                "ordering": ["on", "at", "id"],
            },
        ),
        migrations.AddField(
            model_name="referral",
            name="group",
            field=models.UUIDField(editable=False, null=True, verbose_name="同時に送ったつなぎ"),
        ),
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(
                condition=models.Q(
                    ("state", "sent"),
                    models.Q(("answered_on__isnull", False), ("followed_up_on__isnull", True)),
                    _connector="OR",
                ),
                fields=["answered_on", "case"],
                name="referral_to_watch",
            ),
        ),
        migrations.AddField(
            model_name="hopstep",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.agency",
                verbose_name="機関",
            ),
        ),
        migrations.AddField(
            model_name="hopstep",
            name="author",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="した人",
            ),
        ),
        migrations.AddField(
            model_name="hopstep",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
            ),
        ),
        migrations.AddField(
            model_name="hopstep",
            name="referral",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="intake.referral",
                verbose_name="つなぎ",
            ),
        ),
        migrations.AddField(
            model_name="referralcomment",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.agency",
                verbose_name="書いた機関",
            ),
        ),
        migrations.AddField(
            model_name="referralcomment",
            name="author",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="書いた人",
            ),
        ),
        migrations.AddField(
            model_name="referralcomment",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
            ),
        ),
        migrations.AddField(
            model_name="referralcomment",
            name="referral",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="intake.referral",
                verbose_name="つなぎ",
            ),
        ),
        migrations.AddField(
            model_name="referralvisit",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.agency",
                verbose_name="決めた機関",
            ),
        ),
        migrations.AddField(
            model_name="referralvisit",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
            ),
        ),
        migrations.AddField(
            model_name="referralvisit",
            name="ended_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="referralvisit",
            name="planned_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="決めた人",
            ),
        ),
        migrations.AddField(
            model_name="referralvisit",
            name="referral",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="intake.referral",
                verbose_name="つなぎ",
            ),
        ),
        migrations.AddIndex(
            model_name="hopstep",
            index=models.Index(fields=["referral", "-id"], name="step_of_referral"),
        ),
        migrations.AddIndex(
            model_name="referralcomment",
            index=models.Index(fields=["referral", "created_at"], name="comment_of_referral"),
        ),
        migrations.AddIndex(
            model_name="referralvisit",
            index=models.Index(fields=["referral", "on"], name="visit_of_referral"),
        ),
        migrations.AddConstraint(
            model_name="referralvisit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", "planned"),
                    models.Q(("ended_on__isnull", False), models.Q(("result", ""), _negated=True)),
                    _connector="OR",
                ),
                name="ended_visit_has_its_result",
            ),
        ),
        *protect("intake_referralcomment", writer="viewer"),
        *protect("intake_referralvisit", writer="viewer"),
        *protect_by(
            "intake_hopstep",
            see=f"(SELECT kasane_coordinates()) OR {covered('intake_hopstep', kinds='kinds')}",
            adds="false",
            case="case_id",
        ),
        migrations.RunSQL(
            "ALTER TABLE intake_hopstep ADD CONSTRAINT"
            f" {SOME_KIND.format('intake_hopstep')} CHECK (kinds > 0)",
            migrations.RunSQL.noop,
        ),
        *statements_of("kasane.intake.hops", "watch.sql"),
    ]
