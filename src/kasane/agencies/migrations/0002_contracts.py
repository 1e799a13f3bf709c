"""委託契約, and members from among the residents (R-DIS-01, R-DIS-10)."""

import django.db.models.deletion
from django.db import migrations, models

import kasane.base.ids


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Contract",
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
                ("starts_on", models.DateField(verbose_name="契約の初日")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="契約の最終日")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="備考")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contracts",
                        to="agencies.agency",
                        verbose_name="受託する機関",
                    ),
                ),
                (
                    "delivery",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contracts",
                        to="agencies.delivery",
                        verbose_name="事業",
                    ),
                ),
            ],
            options={
                "ordering": ["starts_on", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="contract_ends_after_start",
                    )
                ],
            },
        ),
        migrations.AlterField(
            model_name="agency",
            name="kind",
            field=models.CharField(
                choices=[
                    ("division", "課"),
                    ("centre", "町の窓口・センター"),
                    ("entrusted", "委託先"),
                    ("partner", "支援関係機関"),
                    ("resident", "住民・民生委員"),
                ],
                max_length=12,
                verbose_name="種類",
            ),
        ),
    ]
