import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kasane.base.ids
import kasane.base.kinds
from kasane.conferences.policies import statements
from kasane.disclosure.policies import protect


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0001_initial"),
        ("cases", "0001_initial"),
        ("disclosure", "0001_initial"),
        ("people", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Body",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("key", models.CharField(max_length=60, unique=True)),
                ("name", models.CharField(max_length=80, verbose_name="名称")),
                (
                    "functions",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("support_conference", "支援会議"),
                                ("multi_tier", "重層的支援会議"),
                                ("headquarters", "庁内の推進本部"),
                                ("liaison", "連携・連絡の会議"),
                                ("community", "地域の会議・協議体"),
                                ("field_meeting", "分野ごとの会議"),
                                ("evaluation", "計画の評価"),
                                ("network", "会議と事業のネットワーク"),
                            ],
                            max_length=20,
                        ),
                        size=None,
                        verbose_name="機能",
                    ),
                ),
                ("legal_basis", models.CharField(blank=True, max_length=200, verbose_name="根拠")),
                ("convener", models.CharField(blank=True, max_length=120, verbose_name="招集する人")),
                ("schedule", models.CharField(blank=True, max_length=120, verbose_name="開催の時期")),
                (
                    "standing_agencies",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(),
                        default=list,
                        size=None,
                        verbose_name="いつもの構成機関",
                    ),
                ),
                ("members_text", models.TextField(blank=True, verbose_name="構成員")),
                (
                    "roles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), default=list, size=None, verbose_name="役割"
                    ),
                ),
                ("agendas", models.JSONField(default=dict, verbose_name="開催時期ごとの検討内容")),
                ("text", models.TextField(blank=True, verbose_name="説明")),
                ("order", models.PositiveIntegerField(default=0)),
                ("is_active", models.BooleanField(default=True, verbose_name="使用中")),
                (
                    "host",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="事務局の機関",
                    ),
                ),
            ],
            options={
                "verbose_name": "会議体",
                "ordering": ["order"],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
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
                ("number", models.PositiveIntegerField(editable=False, verbose_name="回")),
                ("convened_on", models.DateField(verbose_name="招集した日")),
                ("starts_at", models.DateTimeField(verbose_name="日時")),
                ("length", models.PositiveSmallIntegerField(default=60, verbose_name="予定の時間(分)")),
                ("place", models.CharField(blank=True, max_length=120, verbose_name="場所")),
                (
                    "online_url",
                    models.URLField(blank=True, max_length=300, verbose_name="オンラインの接続先"),
                ),
                ("message", models.TextField(blank=True, verbose_name="通知に添える言葉")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "開催前"),
                            ("held", "開催中"),
                            ("finished", "終了"),
                            ("cancelled", "中止"),
                        ],
                        default="planned",
                        max_length=10,
                        verbose_name="状態",
                    ),
                ),
                ("summary", models.TextField(blank=True, verbose_name="会議全体の記録")),
                ("finished_on", models.DateField(null=True, verbose_name="会議録の作成日")),
                ("cancelled_reason", models.CharField(blank=True, max_length=200, verbose_name="中止の理由")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="conferences.body",
                    ),
                ),
                (
                    "convened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="招集した人",
                    ),
                ),
                (
                    "host",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="招集した機関",
                    ),
                ),
            ],
            options={
                "ordering": ["-starts_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="AgendaItem",
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
                ("meeting_label", models.CharField(max_length=120, verbose_name="会議")),
                ("held_at", models.DateTimeField(verbose_name="会議の日時")),
                ("is_settled", models.BooleanField(default=False, verbose_name="話し合いが済んだ")),
                (
                    "kinds",
                    models.PositiveSmallIntegerField(
                        default=kasane.base.kinds.DataKind["BASIC"], verbose_name="情報の種類"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="順番")),
                ("minutes", models.PositiveSmallIntegerField(default=15, verbose_name="時間(分)")),
                (
                    "function",
                    models.CharField(
                        choices=[
                            ("support_conference", "支援会議"),
                            ("multi_tier", "重層的支援会議"),
                            ("headquarters", "庁内の推進本部"),
                            ("liaison", "連携・連絡の会議"),
                            ("community", "地域の会議・協議体"),
                            ("field_meeting", "分野ごとの会議"),
                            ("evaluation", "計画の評価"),
                            ("network", "会議と事業のネットワーク"),
                        ],
                        max_length=20,
                        verbose_name="会議の機能",
                    ),
                ),
                (
                    "timing",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("plan", "プラン策定"),
                            ("replan", "再プラン"),
                            ("closure", "終結"),
                            ("interruption", "中断"),
                        ],
                        max_length=12,
                        verbose_name="開催時期",
                    ),
                ),
                ("subject_id", models.UUIDField(null=True, verbose_name="プラン・評価")),
                ("title", models.CharField(max_length=120, verbose_name="議題")),
                ("purpose", models.TextField(blank=True, verbose_name="話し合うこと")),
                (
                    "judgement",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("appropriate", "適切"),
                            ("revise", "修正して再提出"),
                            ("close", "終結"),
                            ("continue", "支援継続"),
                            ("interrupt", "中断"),
                        ],
                        max_length=12,
                        verbose_name="判断",
                    ),
                ),
                ("judged_on", models.DateField(null=True, verbose_name="判断の日")),
                ("follow_up_on", models.DateField(null=True, verbose_name="フォローアップの日")),
                (
                    "follow_up_how",
                    models.CharField(blank=True, max_length=200, verbose_name="フォローアップの方法"),
                ),
                (
                    "brought_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="出した機関",
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
                    "follow_up_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="フォローアップする機関",
                    ),
                ),
                (
                    "lead_agency",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="終結後の主担当機関",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="conferences.body",
                        verbose_name="会議体",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="conferences.meeting",
                    ),
                ),
            ],
            options={
                "ordering": ["order", "created_at"],
            },
        ),
        migrations.CreateModel(
            name="Member",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("guest_name", models.CharField(blank=True, max_length=80, verbose_name="氏名")),
                ("guest_role", models.CharField(blank=True, max_length=120, verbose_name="所属・立場")),
                (
                    "role",
                    models.CharField(
                        choices=[("convener", "招集者"), ("member", "構成員")],
                        default="member",
                        max_length=10,
                        verbose_name="役割",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("waiting", "返事待ち"),
                            ("attends", "出席"),
                            ("online", "オンラインで出席"),
                            ("absent", "欠席"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="返事",
                    ),
                ),
                ("attended", models.BooleanField(null=True, verbose_name="出席")),
                ("acknowledged_at", models.DateTimeField(null=True, verbose_name="守秘義務を確認した日時")),
                ("removed_on", models.DateField(null=True, verbose_name="構成員から外した日")),
                (
                    "agency",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="機関",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
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
                        verbose_name="職員",
                    ),
                ),
            ],
            options={
                "ordering": ["role", "agency__order", "created_at"],
            },
        ),
        migrations.CreateModel(
            name="Talk",
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
                ("text", models.TextField(blank=True, verbose_name="話し合ったこと")),
                ("decision", models.TextField(blank=True, verbose_name="決まったこと")),
                ("opinions", models.JSONField(default=dict, verbose_name="機関ごとの意見")),
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
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="talk",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["host", "-starts_at"], name="meeting_of_host"),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.UniqueConstraint(fields=("body", "year", "number"), name="meeting_number"),
        ),
        migrations.AddIndex(
            model_name="agendaitem",
            index=models.Index(fields=["meeting", "order"], name="agenda"),
        ),
        migrations.AddIndex(
            model_name="agendaitem",
            index=models.Index(
                condition=models.Q(("case__isnull", False)), fields=["case"], name="items_of_case"
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("case__isnull", True),
                    ("function__in", ("support_conference", "multi_tier")),
                    _connector="OR",
                ),
                name="case_only_in_case_function",
            ),
        ),
        migrations.AddIndex(
            model_name="member",
            index=models.Index(fields=["user", "meeting"], name="meetings_of_user"),
        ),
        migrations.AddConstraint(
            model_name="member",
            constraint=models.UniqueConstraint(
                condition=models.Q(("removed_on__isnull", True)),
                fields=("meeting", "user"),
                name="member_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="member",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("agency__isnull", False), ("user__isnull", False)),
                    models.Q(("guest_name", ""), _negated=True),
                    _connector="OR",
                ),
                name="member_has_name",
            ),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["starts_at"], name="meeting_by_day"),
        ),
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(
                condition=models.Q(("state__in", ("planned", "held"))),
                fields=["starts_at", "id"],
                name="meeting_coming",
            ),
        ),
        *protect("conferences_agendaitem", writer="viewer"),
        *protect("conferences_talk", writer="viewer"),
        *statements(),
    ]
