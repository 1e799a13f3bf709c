"""Words that would tell where a protected person is are hidden in every text of the case (R-DIS-09)."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

import kasane.base.ids
import kasane.base.kinds
from kasane.disclosure.policies import protect_for, statements_of


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0002_record_search"),
        ("disclosure", "0002_ledger"),
        ("people", "0006_protection"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="protectedcontact",
            name="is_settled",
            field=models.BooleanField(default=True, verbose_name="受け持つ職員が確かめた"),
        ),
        migrations.AddField(
            model_name="protectedcontact",
            name="school",
            field=models.CharField(blank=True, max_length=80, verbose_name="学校・園"),
        ),
        migrations.AddField(
            model_name="protectedcontact",
            name="words",
            field=models.TextField(blank=True, verbose_name="ほかに隠すことば"),
        ),
        migrations.AddField(
            model_name="protectedcontact",
            name="workplace",
            field=models.CharField(blank=True, max_length=80, verbose_name="勤務先・通所先"),
        ),
        migrations.AlterField(
            model_name="protectedcontact",
            name="recorded_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.CreateModel(
            name="ProtectedPassage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "persons",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), size=None, verbose_name="だれの"
                    ),
                ),
                ("table_name", models.CharField(max_length=63)),
                ("row_id", models.UUIDField()),
                ("column_name", models.CharField(max_length=63)),
                ("original", models.TextField(verbose_name="もとの文章")),
                ("masked", models.TextField(verbose_name="伏せた文章")),
                ("at", models.DateTimeField(verbose_name="伏せた日時")),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["table_name", "row_id"], name="passage_of_row")],
            },
        ),
        migrations.CreateModel(
            name="ProtectedWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sort",
                    models.CharField(
                        choices=[
                            ("address", "address"),
                            ("phone", "phone"),
                            ("email", "email"),
                            ("school", "school"),
                            ("workplace", "workplace"),
                            ("other", "other"),
                        ],
                        max_length=10,
                    ),
                ),
                ("pattern", models.TextField()),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        models.F("case"),
                        models.F("person"),
                        django.db.models.functions.text.MD5("pattern"),
                        name="one_row_per_protected_word",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProtectionHandover",
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
                    "staff",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), size=None, verbose_name="新しく受け持つ職員"
                    ),
                ),
                ("reason", models.CharField(max_length=200, verbose_name="わけ")),
                ("agreed_at", models.DateTimeField(null=True)),
                (
                    "agreed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="people.protectedcontact",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("agreed_by__isnull", True)),
                        fields=("contact",),
                        name="one_open_handover",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("agreed_by__isnull", True),
                            models.Q(("agreed_by", models.F("proposed_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="handover_by_two",
                    ),
                ],
            },
        ),
        *protect_for("people_protectedword", see="false"),
        *statements_of("kasane.people", "protection.sql"),
        *statements_of("kasane.people", "protection_care.sql"),
        *protect_for(
            "people_protectedpassage",
            see="people_named_for(people_protectedpassage.persons)"
            " AND people_reads_row(people_protectedpassage.table_name, people_protectedpassage.row_id)",
        ),
        *protect_for(
            "people_protectionhandover",
            see="kasane_coordinates() OR people_agrees_to_handover(people_protectionhandover.case_id)",
            case="case_id",
        ),
        # Whoever was protected before has no words yet: the named staff are asked to look, and saving hides them.
        *(
            migrations.RunSQL(statement, migrations.RunSQL.noop)
            for statement in (
                "SET LOCAL ROLE kasane_definer",
                "UPDATE people_protectedcontact SET is_settled = false",
                "RESET ROLE",
            )
        ),
    ]
