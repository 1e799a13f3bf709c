"""DV等支援措置: addresses that named staff alone see (R-DIS-09)."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kasane.base.ids
import kasane.base.kinds
from kasane.disclosure.policies import protect_named


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0002_record_search"),
        ("people", "0005_patterns"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ProtectedContact",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("kinds", models.PositiveSmallIntegerField(default=kasane.base.kinds.DataKind["BASIC"])),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="住所")),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="電話(自宅)")),
                ("mobile", models.CharField(blank=True, max_length=20, verbose_name="電話(携帯)")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="メール")),
                ("history", models.JSONField(default=dict, verbose_name="前の日の住所・電話")),
                (
                    "area",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.area",
                        verbose_name="地区",
                    ),
                ),
                (
                    "staff",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), size=None, verbose_name="見られる職員"
                    ),
                ),
                ("reason", models.CharField(max_length=200, verbose_name="根拠")),
                ("since", models.DateField(verbose_name="いつから")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="protected_contact",
                        to="people.person",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        *protect_named("people_protectedcontact"),
    ]
