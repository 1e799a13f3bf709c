import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kasane.base.ids
from kasane.disclosure.policies import protect_by, protect_for, statements_of

HERE = "intake_doormessage.agency_id = (SELECT kasane_agency())"
OF_MESSAGE = "EXISTS (SELECT 1 FROM intake_doormessage m WHERE m.id = intake_doorstep.message_id)"
OWN_TRY = (
    "intake_doorstep.kind <> 'passed' AND intake_doorstep.agency_id = (SELECT kasane_agency())"
    " AND intake_doorstep.by_id = (SELECT kasane_user())"
)


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0002_contracts"),
        ("disclosure", "0007_some_kind"),
        ("intake", "0002_retention"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DoorCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("hour", models.DateTimeField()),
                ("sender", models.CharField(blank=True, max_length=64)),
                ("times", models.PositiveIntegerField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("hour", "sender"), name="one_door_count_per_hour")
                ],
            },
        ),
        migrations.CreateModel(
            name="DoorMessage",
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
                ("number", models.PositiveIntegerField(verbose_name="番号")),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("easy", "やさしい日本語"),
                            ("ja", "日本語"),
                            ("en", "英語"),
                            ("zh", "中国語"),
                            ("vi", "ベトナム語"),
                            ("pt", "ポルトガル語"),
                            ("tl", "タガログ語"),
                        ],
                        max_length=8,
                        verbose_name="ことば",
                    ),
                ),
                (
                    "topic",
                    models.CharField(
                        choices=[
                            ("money", "お金・借金"),
                            ("housing", "住まい・食べもの"),
                            ("work", "仕事"),
                            ("care", "高齢・介護"),
                            ("disability", "障害・病気"),
                            ("children", "妊娠・子育て"),
                            ("school", "ひきこもり・不登校"),
                            ("family", "家族・暴力"),
                            ("other", "そのほか・分からない"),
                        ],
                        max_length=12,
                        verbose_name="困りごと",
                    ),
                ),
                ("called", models.CharField(blank=True, max_length=60, verbose_name="呼び名")),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="電話")),
                ("mail", models.CharField(blank=True, max_length=254, verbose_name="メール")),
                (
                    "times",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("morning", "午前(9時〜12時)"),
                                ("afternoon", "午後(12時〜17時)"),
                                ("evening", "夕方(17時から)"),
                            ],
                            max_length=10,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="連絡のつく時間",
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="書かれたこと")),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("received", "受付をした"),
                            ("told", "情報を伝えて終わった"),
                            ("no_need", "本人が、もうよいと言った"),
                            ("unreachable", "連絡がつかなかった"),
                            ("not_meant", "相談ではなかった(いたずら・宣伝)"),
                        ],
                        max_length=12,
                        verbose_name="結果",
                    ),
                ),
                ("result_note", models.TextField(blank=True, verbose_name="結果のことば")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="終わった日")),
                ("emptied_at", models.DateTimeField(blank=True, null=True, verbose_name="中身を消した日時")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="いまの窓口",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.area",
                        verbose_name="地区",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="終えた人",
                    ),
                ),
            ],
            options={
                "ordering": ["created_at"],
            },
        ),
        migrations.CreateModel(
            name="DoorStep",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("reached", "連絡した"),
                            ("missed", "つながらなかった"),
                            ("passed", "別の窓口に渡した"),
                        ],
                        max_length=10,
                        verbose_name="何を",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="ことば")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="窓口",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="職員",
                    ),
                ),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="intake.doormessage",
                    ),
                ),
                (
                    "to_agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="渡した先",
                    ),
                ),
            ],
            options={
                "ordering": ["created_at", "id"],
            },
        ),
        migrations.AddIndex(
            model_name="doormessage",
            index=models.Index(
                condition=models.Q(("result", "")),
                fields=["agency", "created_at"],
                name="door_message_waiting",
            ),
        ),
        migrations.AddIndex(
            model_name="doormessage",
            index=models.Index(fields=["agency", "-ended_on"], name="door_message_ended"),
        ),
        migrations.AddConstraint(
            model_name="doormessage",
            constraint=models.UniqueConstraint(fields=("year", "number"), name="one_door_message_per_number"),
        ),
        migrations.AddConstraint(
            model_name="doormessage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_on__isnull", True), ("result", "")),
                    models.Q(models.Q(("result", ""), _negated=True), ("ended_on__isnull", False)),
                    _connector="OR",
                ),
                name="door_message_ends_with_a_result",
            ),
        ),
        migrations.AddIndex(
            model_name="doorstep",
            index=models.Index(fields=["message", "created_at"], name="door_steps_of"),
        ),
        *protect_by("intake_doormessage", see=HERE, adds="false", case=None),
        *protect_by("intake_doorstep", see=OF_MESSAGE, adds=f"{OWN_TRY} AND {OF_MESSAGE}", case=None),
        *protect_for("intake_doorcount", see="false"),
        *statements_of("kasane.intake.door", "policies.sql"),
    ]
