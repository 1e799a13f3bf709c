"""Composite patterns: what was pointed out, what was answered, and their numbers (R-PEO-03)."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kasane.base.ids
import kasane.base.kinds
from kasane.disclosure.policies import protect, statements_of


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0001_initial"),
        ("cases", "0001_initial"),
        ("people", "0004_matching"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Pattern",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "kinds",
                    models.PositiveSmallIntegerField(
                        default=kasane.base.kinds.DataKind["BASIC"] | kasane.base.kinds.DataKind["LIFE"],
                        verbose_name="情報の種類",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        choices=[
                            ("8050", "8050"),
                            ("9060", "9060"),
                            ("withdrawn", "ひきこもりと高齢の親"),
                            ("double_care", "ダブルケア"),
                            ("young_carer", "ヤングケアラー"),
                            ("single_parent", "ひとり親と生活困窮"),
                            ("old_care", "老老介護"),
                            ("dementia_care", "認認介護"),
                        ],
                        max_length=16,
                        verbose_name="組み合わせ",
                    ),
                ),
                (
                    "certainty",
                    models.CharField(
                        choices=[("certain", "あてはまる"), ("perhaps", "かもしれない")],
                        max_length=8,
                        verbose_name="たしかさ",
                    ),
                ),
                (
                    "persons",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None, verbose_name="だれの"
                    ),
                ),
                (
                    "reasons",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), default=list, size=None, verbose_name="読み取った事実"
                    ),
                ),
                (
                    "missing",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        default=list,
                        size=None,
                        verbose_name="分かると確かめられること",
                    ),
                ),
                ("since", models.DateField(verbose_name="読み取った最初の日")),
                ("until", models.DateField(null=True, verbose_name="読み取れなくなった日")),
                ("checked_on", models.DateField(verbose_name="最後に確かめた日")),
                ("answer", models.TextField(blank=True, verbose_name="あてはまらない理由")),
                ("answered_on", models.DateField(null=True, verbose_name="答えた日")),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "answered_for",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
            ],
            options={
                "ordering": ["case_id", "code", "since"],
                "indexes": [models.Index(fields=["case"], name="pattern_of_case")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until__isnull", True)),
                        fields=("case", "code", "kinds"),
                        name="one_pattern_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True), ("until__gte", models.F("since")), _connector="OR"
                        ),
                        name="pattern_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answer", ""),
                                ("answered_by__isnull", True),
                                ("answered_for__isnull", True),
                                ("answered_on__isnull", True),
                            ),
                            models.Q(
                                ("answered_by__isnull", False),
                                ("answered_for__isnull", False),
                                ("answered_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="pattern_answer_has_its_day_and_author",
                    ),
                ],
            },
        ),
        *protect("people_pattern", logged=False),
        *statements_of("kasane.people", "pattern_counts.sql"),
    ]
