"""気になる閲覧: readings worth a look, told to the manager alone, and that somebody has looked (R-DIS-08)."""

import django.contrib.postgres.indexes
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kasane.base.ids
from kasane.disclosure.policies import protect_for, statements_of


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0002_contracts"),
        ("disclosure", "0004_retention"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="OversightCheck",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "oddity",
                    models.CharField(
                        choices=[
                            ("protected", "秘匿された住所を開いた"),
                            ("masked", "隠したことばを打った"),
                            ("same_name", "同じ名字の世帯を見た"),
                            ("exception", "例外・緊急で見た"),
                            ("refused", "見られないケースを開こうとした"),
                            ("many", "ふだんより多くのケースを見た"),
                            ("no_own_work", "支援にかかわっていないケースを見た"),
                            ("out_of_hours", "時間外・休みの日に見た"),
                        ],
                        max_length=16,
                        verbose_name="何が",
                    ),
                ),
                ("upto", models.BigIntegerField()),
                ("note", models.CharField(max_length=500, verbose_name="確かめたこと")),
            ],
            options={
                "ordering": ["-created_at"],
            },
        ),
        migrations.AddIndex(
            model_name="logentry",
            index=django.contrib.postgres.indexes.BrinIndex(
                fields=["at"], name="log_by_time", pages_per_range=32
            ),
        ),
        migrations.AddField(
            model_name="oversightcheck",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.agency",
                verbose_name="機関",
            ),
        ),
        migrations.AddField(
            model_name="oversightcheck",
            name="checked_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="確かめた人",
            ),
        ),
        migrations.AddField(
            model_name="oversightcheck",
            name="staff",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="職員",
            ),
        ),
        migrations.AddIndex(
            model_name="oversightcheck",
            index=models.Index(fields=["staff", "agency", "oddity"], name="oversight_check_of"),
        ),
        *statements_of("kasane.disclosure", "oversight.sql"),
        *protect_for("disclosure_oversightcheck", see="disclosure_oversees()"),
    ]
