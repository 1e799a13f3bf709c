"""名寄せ: compared columns, pairs, and who was found to be one (R-PEO-02)."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kasane.base.ids
import kasane.base.kinds
from kasane.disclosure.policies import protect, protect_for, statements_of
from kasane.people.linkage.sql import near_sql, postgres_sql
from kasane.people.matching import key_values


def _compare_those_known(apps, schema_editor):
    """Whoever was recorded before this step is compared like everybody else."""
    person, key = apps.get_model("people", "Person"), apps.get_model("people", "MatchKey")
    alias = schema_editor.connection.alias
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("ALTER TABLE people_person NO FORCE ROW LEVEL SECURITY")
        made = [
            key(person_id=row.pk, **key_values(row))
            for row in person.objects.using(alias).iterator(chunk_size=2000)
        ]
        key.objects.using(alias).bulk_create(made, batch_size=2000)
        cursor.execute("ALTER TABLE people_person FORCE ROW LEVEL SECURITY")


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0002_record_search"),
        ("people", "0003_time_and_ties"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="MatchKey",
            fields=[
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="match_key",
                        serialize=False,
                        to="people.person",
                    ),
                ),
                ("kinds", models.PositiveSmallIntegerField(default=kasane.base.kinds.DataKind["BASIC"])),
                ("family_key", models.TextField(default="")),
                ("given_key", models.TextField(default="")),
                ("name_key", models.TextField(default="")),
                ("family_sound", models.TextField(default="")),
                ("given_sound", models.TextField(default="")),
                ("sound_key", models.TextField(default="")),
                ("family_common", models.IntegerField(default=0)),
                ("sex", models.TextField(default="")),
                ("birth_year", models.IntegerField(default=0)),
                ("birth_month", models.IntegerField(default=0)),
                ("birth_day", models.IntegerField(default=0)),
                ("birth_key", models.TextField(default="")),
                ("address_key", models.TextField(default="")),
                ("town_key", models.TextField(default="")),
                ("mobile", models.TextField(default="")),
                ("landline", models.TextField(default="")),
                (
                    "blocks",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        default=list,
                        size=None,
                        verbose_name="くらべる相手のさがし先",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SamePerson",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sameness",
                        to="people.person",
                    ),
                ),
                ("kinds", models.PositiveSmallIntegerField(default=kasane.base.kinds.DataKind["BASIC"])),
                ("identity", models.UUIDField(db_index=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Pair",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("case_a_id", models.UUIDField()),
                ("case_b_id", models.UUIDField()),
                ("weight", models.FloatField(verbose_name="重み(2を底とする対数オッズ)")),
                ("probability", models.FloatField(verbose_name="同じ人である確からしさ(0–1)")),
                (
                    "levels",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SmallIntegerField(), size=None, verbose_name="項目ごとの一致の段階"
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("entry", "入力のとき"),
                            ("batch", "全体の名寄せ"),
                            ("worker", "職員の気づき"),
                        ],
                        max_length=8,
                        verbose_name="もと",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "まだ確かめていない"),
                            ("same", "同じ人と確かめた"),
                            ("different", "別の人と確かめた"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="判断",
                    ),
                ),
                ("decided_at", models.DateTimeField(null=True, verbose_name="判断した日時")),
                ("reason", models.CharField(blank=True, max_length=400, verbose_name="わけ")),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person_a",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "person_b",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ["-weight", "id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "open")), fields=["-weight", "id"], name="pair_open"
                    ),
                    models.Index(fields=["person_b"], name="pair_other_end"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("person_a", "person_b"), name="one_row_per_pair"),
                    models.CheckConstraint(
                        condition=models.Q(("person_a__lt", models.F("person_b"))), name="pair_in_order"
                    ),
                ],
            },
        ),
        migrations.RunSQL(near_sql(), migrations.RunSQL.noop),
        migrations.RunSQL(postgres_sql(), migrations.RunSQL.noop),
        *statements_of("kasane.people", "match.sql"),
        migrations.RunPython(_compare_those_known, migrations.RunPython.noop),
        *protect("people_matchkey", logged=False),
        *protect("people_sameperson"),
        *protect_for("people_pair", see="kasane_coordinates()", case="case_a_id"),
    ]
