"""件数の報告: closed tables, which the web role reads and only the closing at night writes (R-GRT-02)."""

import django.db.models.deletion
from django.db import migrations, models

import kasane.base.ids
from kasane.disclosure.policies import statements_of


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("disclosure", "0005_oversight"),
        ("people", "0001_initial"),
        ("cases", "0001_initial"),
        ("intake", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublishedCounts",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("table", models.CharField(max_length=20)),
                ("year", models.PositiveSmallIntegerField()),
                ("first", models.PositiveSmallIntegerField()),
                ("last", models.PositiveSmallIntegerField()),
                ("least", models.PositiveSmallIntegerField()),
                ("closed_on", models.DateField()),
                ("content", models.JSONField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("table", "year", "first"), name="counts_are_published_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HeldCounts",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("values", models.JSONField()),
                (
                    "published",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="portal.publishedcounts",
                    ),
                ),
            ],
        ),
        *statements_of("kasane.portal.reports", "counts.sql"),
    ]
