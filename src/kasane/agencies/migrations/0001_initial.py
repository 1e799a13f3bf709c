import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

import kasane.base.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("login", models.CharField(max_length=60, unique=True, verbose_name="ログインID")),
                ("name", models.CharField(max_length=60, verbose_name="氏名")),
                ("kana", models.CharField(blank=True, max_length=80, verbose_name="ふりがな")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="メール")),
                ("is_active", models.BooleanField(default=True, verbose_name="使用中")),
                ("password_is_temporary", models.BooleanField(default=False, verbose_name="仮のパスワード")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "利用者アカウント",
                "ordering": ["kana", "login"],
            },
        ),
        migrations.CreateModel(
            name="AccountChange",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="日時")),
                (
                    "what",
                    models.CharField(
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
                        ],
                        max_length=20,
                        verbose_name="内容",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=400, verbose_name="補足")),
                ("details", models.JSONField(default=list)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="行った人",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="account_changes",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="対象",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Area",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("key", models.CharField(max_length=60, unique=True)),
                ("is_active", models.BooleanField(default=True, verbose_name="使用中")),
                ("order", models.PositiveIntegerField(default=0)),
                ("name", models.CharField(max_length=60, verbose_name="名称")),
                ("kind", models.CharField(max_length=30, verbose_name="種類")),
                ("level", models.PositiveSmallIntegerField(default=0, verbose_name="階層")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="agencies.area",
                    ),
                ),
            ],
            options={
                "ordering": ["order"],
            },
        ),
        migrations.CreateModel(
            name="Agency",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("key", models.CharField(max_length=60, unique=True)),
                ("is_active", models.BooleanField(default=True, verbose_name="使用中")),
                ("order", models.PositiveIntegerField(default=0)),
                ("name", models.CharField(max_length=80, verbose_name="名称")),
                ("kana", models.CharField(blank=True, max_length=120, verbose_name="ふりがな")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("division", "課"),
                            ("centre", "町の窓口・センター"),
                            ("entrusted", "委託先"),
                            ("partner", "支援関係機関"),
                        ],
                        max_length=12,
                        verbose_name="種類",
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="電話")),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="所在地")),
                ("note", models.TextField(blank=True, verbose_name="備考")),
                (
                    "operator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="operated",
                        to="agencies.agency",
                        verbose_name="受託している法人",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="agencies.agency",
                        verbose_name="属する課",
                    ),
                ),
                (
                    "areas",
                    models.ManyToManyField(
                        blank=True, related_name="agencies", to="agencies.area", verbose_name="担当する圏域"
                    ),
                ),
            ],
            options={
                "verbose_name": "支援関係機関",
                "ordering": ["order", "name"],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("key", models.CharField(max_length=60, unique=True)),
                ("is_active", models.BooleanField(default=True, verbose_name="使用中")),
                ("order", models.PositiveIntegerField(default=0)),
                (
                    "works",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(
                            choices=[
                                (1, "① 包括的相談支援事業"),
                                (2, "② 参加支援事業"),
                                (3, "③ 地域づくり事業"),
                                (4, "④ アウトリーチ等を通じた継続的支援事業"),
                                (5, "⑤ 多機関協働事業"),
                            ]
                        ),
                        size=None,
                        verbose_name="事業",
                    ),
                ),
                (
                    "fields",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("care", "介護"),
                                ("disability", "障害"),
                                ("child", "子ども"),
                                ("hardship", "生活困窮"),
                                ("cross", "分野横断"),
                            ],
                            max_length=20,
                        ),
                        size=None,
                        verbose_name="分野",
                    ),
                ),
                ("field_text", models.CharField(blank=True, max_length=120, verbose_name="分野の書き方")),
                (
                    "program",
                    models.CharField(
                        choices=[
                            ("support_center", "地域包括支援センターの運営"),
                            ("disability_consultation", "障害者相談支援事業"),
                            ("core_consultation_center", "基幹相談支援センター"),
                            ("user_support", "利用者支援事業"),
                            ("user_support_basic", "利用者支援事業（基本型）"),
                            ("user_support_specific", "利用者支援事業（特定型）"),
                            ("user_support_maternal", "利用者支援事業（母子保健型）"),
                            ("user_support_family", "利用者支援事業（こども家庭センター型）"),
                            ("user_support_pregnancy", "利用者支援事業（妊婦等包括相談支援事業型）"),
                            ("self_reliance", "自立相談支援事業"),
                            ("no_office_consultation", "福祉事務所未設置町村相談事業"),
                            ("participation", "参加支援事業"),
                            ("preventive_activity", "地域介護予防活動支援事業"),
                            ("living_support", "生活支援体制整備事業"),
                            ("activity_center", "地域活動支援センター事業"),
                            ("childcare_base", "地域子育て支援拠点事業"),
                            ("hardship_community", "生活困窮者支援等のための地域づくり事業"),
                            ("outreach", "アウトリーチ等を通じた継続的支援事業"),
                            ("coordination", "多機関協働事業"),
                            ("own", "市町村独自の事業"),
                        ],
                        max_length=60,
                        verbose_name="事業の種類",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="実施事業")),
                ("legal_basis", models.TextField(blank=True, verbose_name="根拠法")),
                ("sites", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="拠点数")),
                (
                    "sites_text",
                    models.CharField(blank=True, max_length=60, verbose_name="数でない拠点数の書き方"),
                ),
                (
                    "modes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("直営", "直営"),
                                ("委託", "委託"),
                                ("指定管理", "指定管理"),
                                ("登録", "登録"),
                                ("補助", "補助"),
                            ],
                            max_length=10,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="運営形態",
                    ),
                ),
                ("target", models.TextField(blank=True, verbose_name="支援対象者")),
                ("duty_lead", models.TextField(blank=True, verbose_name="業務内容の前書き")),
                (
                    "duties",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="業務内容",
                    ),
                ),
                (
                    "examples",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="事例",
                    ),
                ),
                (
                    "site_type",
                    models.CharField(
                        blank=True,
                        choices=[("basic", "基本型"), ("integrated", "統合型"), ("local", "地域型")],
                        max_length=10,
                        verbose_name="拠点の類型",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="備考")),
                (
                    "areas",
                    models.ManyToManyField(
                        related_name="deliveries", to="agencies.area", verbose_name="対象圏域"
                    ),
                ),
                (
                    "backed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="backs",
                        to="agencies.delivery",
                        verbose_name="支える拠点",
                    ),
                ),
            ],
            options={
                "ordering": ["order"],
            },
        ),
        migrations.CreateModel(
            name="DeliveryAgency",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("直営", "直営"),
                            ("委託", "委託"),
                            ("指定管理", "指定管理"),
                            ("登録", "登録"),
                            ("補助", "補助"),
                        ],
                        max_length=10,
                        verbose_name="運営形態",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delivery_links",
                        to="agencies.agency",
                    ),
                ),
                (
                    "delivery",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agency_links",
                        to="agencies.delivery",
                    ),
                ),
            ],
            options={
                "ordering": ["order"],
            },
        ),
        migrations.AddField(
            model_name="delivery",
            name="agencies",
            field=models.ManyToManyField(
                related_name="deliveries",
                through="agencies.DeliveryAgency",
                to="agencies.agency",
                verbose_name="実施機関",
            ),
        ),
        migrations.CreateModel(
            name="DeliveryDivision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supervision_links",
                        to="agencies.agency",
                    ),
                ),
                (
                    "delivery",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="division_links",
                        to="agencies.delivery",
                    ),
                ),
            ],
            options={
                "ordering": ["order"],
            },
        ),
        migrations.AddField(
            model_name="delivery",
            name="divisions",
            field=models.ManyToManyField(
                related_name="supervised",
                through="agencies.DeliveryDivision",
                to="agencies.agency",
                verbose_name="所管課",
            ),
        ),
        migrations.CreateModel(
            name="Municipality",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("profile_key", models.CharField(max_length=40)),
                ("name", models.CharField(max_length=60, verbose_name="自治体名")),
                ("kana", models.CharField(blank=True, max_length=80, verbose_name="ふりがな")),
                ("prefecture", models.CharField(blank=True, max_length=10, verbose_name="都道府県")),
                ("code", models.CharField(blank=True, max_length=6, verbose_name="全国地方公共団体コード")),
                ("has_welfare_office", models.BooleanField(verbose_name="福祉事務所の設置")),
                ("profile_digest", models.CharField(max_length=64)),
                ("installed_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="one_municipality")
                ],
            },
        ),
        migrations.CreateModel(
            name="Post",
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
                    "role",
                    models.CharField(
                        choices=[
                            ("coordinator", "相談支援包括化推進員"),
                            ("worker", "相談支援員"),
                            ("decider", "決裁者・議長"),
                            ("manager", "管理職"),
                            ("administrator", "システム管理者"),
                        ],
                        max_length=16,
                        verbose_name="役割",
                    ),
                ),
                (
                    "coordinator_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("integration", "相談支援包括化推進員"),
                            ("multi_agency", "多機関協働コーディネーター"),
                            ("living_first", "生活支援コーディネーター（第1層）"),
                            ("living_second", "生活支援コーディネーター（第2層）"),
                            ("work_activity", "就労的活動支援コーディネーター"),
                            ("community_welfare", "地域福祉コーディネーター"),
                        ],
                        max_length=20,
                        verbose_name="コーディネーターの種別",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=60, verbose_name="職名")),
                ("qualification", models.CharField(blank=True, max_length=120, verbose_name="資格")),
                ("training", models.CharField(blank=True, max_length=200, verbose_name="受講した研修")),
                ("is_full_time", models.BooleanField(default=True, verbose_name="常勤")),
                ("is_dedicated", models.BooleanField(default=False, verbose_name="専任")),
                ("concurrent", models.CharField(blank=True, max_length=120, verbose_name="兼務")),
                ("starts_on", models.DateField(verbose_name="配置日")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="配置の終わり")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts",
                        to="agencies.agency",
                        verbose_name="所属機関",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="職員",
                    ),
                ),
            ],
            options={
                "ordering": ["agency", "starts_on"],
            },
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("login"), name="one_login_in_any_case"
            ),
        ),
        migrations.AddIndex(
            model_name="accountchange",
            index=models.Index(fields=["subject", "-id"], name="account_changes"),
        ),
        migrations.AddConstraint(
            model_name="deliveryagency",
            constraint=models.UniqueConstraint(
                fields=("delivery", "agency"), name="agency_once_per_delivery"
            ),
        ),
        migrations.AddConstraint(
            model_name="deliverydivision",
            constraint=models.UniqueConstraint(
                fields=("delivery", "agency"), name="division_once_per_delivery"
            ),
        ),
        migrations.AddConstraint(
            model_name="post",
            constraint=models.UniqueConstraint(
                fields=("user", "agency", "role", "starts_on"), name="one_post_per_start"
            ),
        ),
        migrations.AddConstraint(
            model_name="post",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__isnull", True), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                ),
                name="post_ends_after_start",
            ),
        ),
        # What was done to accounts is added to and read by the web role, never changed (R-DIS-08).
        migrations.RunSQL(
            "REVOKE UPDATE, DELETE, TRUNCATE ON agencies_accountchange FROM kasane_app, kasane_definer",
            migrations.RunSQL.noop,
        ),
    ]
