"""Sites of ①, what staff hold and have learned (R-DEL-04, R-DEL-06)."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kasane.base.ids


def sort_out_qualifications(apps, schema_editor):
    """What was written in words goes into the closed list where it is one of its words; the rest stays as it was."""
    Post = apps.get_model("agencies", "Post")
    known = {label: code for code, label in Post._meta.get_field("qualifications").base_field.choices}
    for post in Post.objects.using(schema_editor.connection.alias).exclude(qualification="").iterator():
        words = post.qualification.replace("、", "・").replace(",", "・")
        parts = [part.strip() for part in words.split("・") if part.strip()]
        codes = list(dict.fromkeys(known[part] for part in parts if part in known))
        if codes:
            post.qualifications = codes
            post.qualification = "・".join(part for part in parts if part not in known)
            post.save(update_fields=["qualifications", "qualification"])


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0003_urgent_routes"),
    ]

    operations = [
        migrations.AddField(
            model_name="post",
            name="jobs",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("lead_supporter", "主任相談支援員（自立相談）"),
                        ("supporter", "相談支援員（自立相談）"),
                        ("work_supporter", "就労支援員（自立相談）"),
                        ("user_supporter", "利用者支援専門員"),
                        ("clerk", "事務"),
                    ],
                    max_length=20,
                ),
                blank=True,
                default=list,
                size=None,
                verbose_name="職種",
            ),
        ),
        migrations.AddField(
            model_name="post",
            name="qualifications",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("health_nurse", "保健師"),
                        ("social_worker", "社会福祉士"),
                        ("lead_care_manager", "主任介護支援専門員"),
                        ("like_health_nurse", "保健師に準ずる者"),
                        ("like_social_worker", "社会福祉士に準ずる者"),
                        ("like_lead_care_manager", "主任介護支援専門員に準ずる者"),
                        ("care_manager", "介護支援専門員"),
                        ("lead_consultation", "主任相談支援専門員"),
                        ("consultation", "相談支援専門員"),
                        ("mental_health", "精神保健福祉士"),
                        ("midwife", "助産師"),
                        ("nurse", "看護師"),
                        ("nursery", "保育士"),
                        ("psychologist", "公認心理師"),
                        ("care_worker", "介護福祉士"),
                        ("welfare_officer", "社会福祉主事"),
                    ],
                    max_length=24,
                ),
                blank=True,
                default=list,
                size=None,
                verbose_name="資格",
            ),
        ),
        migrations.AlterField(
            model_name="accountchange",
            name="what",
            field=models.CharField(
                choices=[
                    ("created", "アカウントを作った"),
                    ("changed", "アカウントを直した"),
                    ("closed", "アカウントを止めた"),
                    ("reopened", "アカウントを再び使えるようにした"),
                    ("password", "仮のパスワードを出した"),
                    ("second_factor", "二段階の確認を外した"),
                    ("post_added", "配置を加えた"),
                    ("post_changed", "配置を直した"),
                    ("post_ended", "配置を終えた"),
                    ("training_added", "研修の修了を入れた"),
                    ("training_removed", "研修の修了を消した"),
                ],
                max_length=20,
                verbose_name="内容",
            ),
        ),
        migrations.AlterField(
            model_name="post",
            name="qualification",
            field=models.CharField(blank=True, max_length=120, verbose_name="資格（そのほか）"),
        ),
        migrations.CreateModel(
            name="Site",
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
                ("name", models.CharField(max_length=80, verbose_name="拠点の名前")),
                (
                    "site_type",
                    models.CharField(
                        choices=[("basic", "基本型"), ("integrated", "統合型"), ("local", "地域型")],
                        max_length=10,
                        verbose_name="拠点の類型",
                    ),
                ),
                (
                    "user_support_types",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("user_support_basic", "利用者支援事業（基本型）"),
                                ("user_support_specific", "利用者支援事業（特定型）"),
                                ("user_support_maternal", "利用者支援事業（母子保健型）"),
                                ("user_support_family", "利用者支援事業（こども家庭センター型）"),
                                ("user_support_pregnancy", "利用者支援事業（妊婦等包括相談支援事業型）"),
                            ],
                            max_length=60,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="利用者支援事業の型",
                    ),
                ),
                (
                    "elders",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="担当区域の65歳以上の人数"
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="所在地")),
                ("starts_on", models.DateField(verbose_name="開いた日")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="閉じる日")),
                ("note", models.TextField(blank=True, verbose_name="備考")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sites",
                        to="agencies.agency",
                        verbose_name="運営する機関",
                    ),
                ),
                (
                    "areas",
                    models.ManyToManyField(
                        blank=True, related_name="sites", to="agencies.area", verbose_name="担当する圏域"
                    ),
                ),
                (
                    "backed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="backs",
                        to="agencies.site",
                        verbose_name="支える拠点",
                    ),
                ),
                (
                    "deliveries",
                    models.ManyToManyField(
                        blank=True,
                        related_name="held_at",
                        to="agencies.delivery",
                        verbose_name="受け持つ事業",
                    ),
                ),
            ],
            options={
                "verbose_name": "拠点",
                "ordering": ["agency__order", "agency__name", "name"],
            },
        ),
        migrations.AddField(
            model_name="post",
            name="site",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="posts",
                to="agencies.site",
                verbose_name="働く拠点",
            ),
        ),
        migrations.CreateModel(
            name="Training",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "course",
                    models.CharField(
                        choices=[
                            ("childcare_basic", "子育て支援員 基本研修"),
                            ("user_support_basic", "子育て支援員 専門研修（利用者支援 基本型）"),
                            ("user_support_specific", "子育て支援員 専門研修（利用者支援 特定型）"),
                            ("self_lead", "自立相談支援 主任相談支援員養成研修"),
                            ("self_supporter", "自立相談支援 相談支援員養成研修"),
                            ("self_work", "自立相談支援 就労支援員養成研修"),
                            ("living_support", "生活支援コーディネーター研修"),
                            ("multi_tier", "重層的支援体制整備事業の研修"),
                            ("other", "そのほかの研修"),
                        ],
                        max_length=24,
                        verbose_name="研修",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=120, verbose_name="研修の名前")),
                ("done_on", models.DateField(verbose_name="修了した日")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="trainings",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="職員",
                    ),
                ),
            ],
            options={
                "ordering": ["-done_on", "id"],
            },
        ),
        migrations.AddConstraint(
            model_name="site",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__isnull", True), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                ),
                name="site_ends_after_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="site",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("site_type", "local"), _negated=True),
                    ("backed_by__isnull", False),
                    _connector="OR",
                ),
                name="local_site_is_backed",
            ),
        ),
        migrations.AddConstraint(
            model_name="site",
            constraint=models.CheckConstraint(
                condition=models.Q(("backed_by__isnull", True), ("site_type", "local"), _connector="OR"),
                name="only_local_sites_are_backed",
            ),
        ),
        migrations.AddConstraint(
            model_name="training",
            constraint=models.UniqueConstraint(
                fields=("user", "course", "name", "done_on"), name="training_once"
            ),
        ),
        migrations.RunPython(sort_out_qualifications, migrations.RunPython.noop),
    ]
