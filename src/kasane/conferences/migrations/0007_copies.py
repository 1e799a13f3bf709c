"""The numbered copies of the papers of a meeting, for the agency that called it alone (R-CONF-06, R-DIS-02)."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kasane.base.ids
from kasane.disclosure.policies import protect_by

_HOST = (
    "EXISTS (SELECT 1 FROM conferences_meeting m WHERE m.id = conferences_sheetcopy.meeting_id"
    " AND m.host_id = (SELECT kasane_agency()))"
)


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0006_members"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SheetCopy",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("number", models.PositiveSmallIntegerField(verbose_name="資料番号")),
                ("batch", models.UUIDField(editable=False, verbose_name="作った画面")),
                (
                    "contents",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        default=list,
                        size=None,
                        verbose_name="入っているもの",
                    ),
                ),
                ("made_at", models.DateTimeField(verbose_name="作った日時")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("out", "まだ返っていない"),
                            ("returned", "返った"),
                            ("unused", "配らなかった"),
                            ("lost", "見つからない"),
                        ],
                        default="out",
                        max_length=8,
                        verbose_name="回収",
                    ),
                ),
                ("noted_at", models.DateTimeField(null=True, verbose_name="回収を記録した日時")),
                ("destroyed_at", models.DateTimeField(null=True, verbose_name="廃棄した日時")),
                (
                    "destroyed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="廃棄した人",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="作った人",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="copies",
                        to="conferences.meeting",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="copies",
                        to="conferences.member",
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="回収を記録した人",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(fields=("meeting", "number"), name="copy_number_once"),
                    models.UniqueConstraint(fields=("batch", "member"), name="copy_made_once"),
                ],
            },
        ),
        *protect_by("conferences_sheetcopy", see=_HOST, adds=_HOST, case="case_id"),
    ]
