import django.contrib.postgres.fields
import django.db.models.deletion
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
            name="Agency",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("key", models.CharField(max_length=40, unique=True)),
                ("name", models.CharField(max_length=80, verbose_name="名称")),
                ("kana", models.CharField(blank=True, max_length=120, verbose_name="ふりがな")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("division", "庁内の課"),
                            ("centre", "市町村の機関"),
                            ("entrusted", "受託機関"),
                            ("partner", "協力機関"),
                        ],
                        max_length=12,
                        verbose_name="種類",
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="電話")),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="所在地")),
                ("note", models.TextField(blank=True, verbose_name="備考")),
                ("is_active", models.BooleanField(default=True, verbose_name="使用中")),
                ("order", models.PositiveIntegerField(default=0)),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="agencies.agency",
                    ),
                ),
            ],
            options={
                "verbose_name": "支援関係機関",
                "ordering": ["order", "name"],
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
                ("key", models.CharField(max_length=40, unique=True)),
                ("name", models.CharField(max_length=60, verbose_name="名称")),
                ("kind", models.CharField(max_length=30, verbose_name="種類")),
                ("order", models.PositiveIntegerField(default=0)),
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
                (
                    "work",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "① 包括的相談支援事業"),
                            (2, "② 参加支援事業"),
                            (3, "③ 地域づくり事業"),
                            (4, "④ アウトリーチ等を通じた継続的支援事業"),
                            (5, "⑤ 多機関協働事業"),
                        ],
                        verbose_name="事業",
                    ),
                ),
                (
                    "fields",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), size=None, verbose_name="主な対象分野"
                    ),
                ),
                ("program", models.CharField(max_length=60, verbose_name="事業コード")),
                ("name", models.CharField(max_length=120, verbose_name="実施事業")),
                ("legal_basis", models.TextField(blank=True, verbose_name="根拠法")),
                ("sites", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="拠点数")),
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
                        size=None,
                        verbose_name="運営形態",
                    ),
                ),
                ("target", models.TextField(blank=True, verbose_name="支援対象者")),
                ("area_text", models.CharField(blank=True, max_length=200, verbose_name="対象圏域")),
                (
                    "duties",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), default=list, size=None, verbose_name="業務内容"
                    ),
                ),
                (
                    "examples",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), default=list, size=None, verbose_name="事例"
                    ),
                ),
                ("site_type", models.CharField(blank=True, max_length=10, verbose_name="拠点の類型")),
                ("note", models.TextField(blank=True, verbose_name="備考")),
                ("order", models.PositiveIntegerField(default=0)),
                (
                    "agencies",
                    models.ManyToManyField(
                        related_name="deliveries", to="agencies.agency", verbose_name="実施機関"
                    ),
                ),
                (
                    "division",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supervised",
                        to="agencies.agency",
                        verbose_name="所管課",
                    ),
                ),
            ],
            options={
                "ordering": ["work", "order"],
            },
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
                ("title", models.CharField(blank=True, max_length=60, verbose_name="職名")),
                ("qualification", models.CharField(blank=True, max_length=120, verbose_name="資格")),
                ("training", models.CharField(blank=True, max_length=200, verbose_name="受講した研修")),
                ("is_full_time", models.BooleanField(default=True, verbose_name="常勤")),
                ("is_dedicated", models.BooleanField(default=False, verbose_name="専任")),
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "agency", "role", "starts_on"), name="one_post_per_start"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="post_ends_after_start",
                    ),
                ],
            },
        ),
    ]
