"""Persons as they were on any day, their ties, and the folded forms they are found by (R-PEO-01, R-PEO-02)."""

import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kasane.base.ids
import kasane.base.kinds
from kasane.disclosure.policies import protect, statements_of
from kasane.people.keys import key_values


def _unforced(table, statement):
    """The owner is bound by the policies too; for this one statement it is not."""
    return [
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.RunSQL(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY", migrations.RunSQL.noop),
        migrations.RunSQL(statement, migrations.RunSQL.noop),
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.RunSQL(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY", migrations.RunSQL.noop),
    ]


def _keys_of_those_known(apps, schema_editor):
    """Whoever was recorded before this step is found like everybody else."""
    person, key = apps.get_model("people", "Person"), apps.get_model("people", "PersonKey")
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("ALTER TABLE people_person NO FORCE ROW LEVEL SECURITY")
        rows = person.objects.using(schema_editor.connection.alias).iterator(chunk_size=2000)
        made = [key(person_id=row.pk, **key_values(row)) for row in rows]
        key.objects.using(schema_editor.connection.alias).bulk_create(made, batch_size=2000)
        cursor.execute("ALTER TABLE people_person FORCE ROW LEVEL SECURITY")


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0001_initial"),
        ("cases", "0001_initial"),
        ("people", "0002_names"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="person",
            name="died_on",
            field=models.DateField(blank=True, null=True, verbose_name="亡くなった日"),
        ),
        migrations.AddField(
            model_name="person",
            name="standing",
            field=models.CharField(
                choices=[("together", "同居"), ("apart", "別居(離れて暮らす家族)"), ("left", "世帯を離れた")],
                default="together",
                max_length=8,
                verbose_name="世帯との関係",
            ),
        ),
        migrations.AddField(
            model_name="person",
            name="contact_is_protected",
            field=models.BooleanField(default=False, verbose_name="住所秘匿"),
        ),
        *_unforced(
            "people_person",
            "UPDATE people_person SET standing = CASE WHEN left_on <= current_date THEN 'left'"
            " WHEN lives_together THEN 'together' ELSE 'apart' END"
            " WHERE left_on IS NOT NULL OR NOT lives_together",
        ),
        migrations.RemoveField(
            model_name="person",
            name="left_on",
        ),
        migrations.RemoveField(
            model_name="person",
            name="lives_together",
        ),
        migrations.AlterField(
            model_name="person",
            name="area",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.area",
                verbose_name="地区",
            ),
        ),
        migrations.CreateModel(
            name="PersonKey",
            fields=[
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="key",
                        serialize=False,
                        to="people.person",
                    ),
                ),
                ("kinds", models.PositiveSmallIntegerField(default=kasane.base.kinds.DataKind["BASIC"])),
                ("family", models.TextField(default="")),
                ("given", models.TextField(default="")),
                ("family_kana", models.TextField(default="")),
                ("given_kana", models.TextField(default="")),
                ("family_sound", models.TextField(default="", verbose_name="読みの粗い形(氏)")),
                ("given_sound", models.TextField(default="", verbose_name="読みの粗い形(名)")),
                ("former", models.TextField(default="", verbose_name="以前の氏名(空白区切り)")),
                (
                    "former_sound",
                    models.TextField(default="", verbose_name="以前の氏名の読みの粗い形(空白区切り)"),
                ),
                ("sex", models.CharField(default="", max_length=8)),
                ("birth_date", models.DateField(null=True)),
                ("birth_year", models.SmallIntegerField(null=True, verbose_name="生年(聞き取りの年齢から)")),
                ("address", models.TextField(default="")),
                ("town", models.TextField(default="", verbose_name="町・丁目まで")),
                ("phones", models.TextField(default="", verbose_name="電話の数字(空白区切り)")),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="cases.case",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["-case_id"], name="personkey_case")],
            },
        ),
        migrations.CreateModel(
            name="PersonState",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("family_name", models.CharField(blank=True, max_length=60, verbose_name="氏")),
                ("given_name", models.CharField(blank=True, max_length=60, verbose_name="名")),
                ("family_kana", models.CharField(blank=True, max_length=80, verbose_name="ふりがな(氏)")),
                ("given_kana", models.CharField(blank=True, max_length=80, verbose_name="ふりがな(名)")),
                (
                    "sex",
                    models.CharField(
                        choices=[
                            ("female", "女"),
                            ("male", "男"),
                            ("other", "その他"),
                            ("unknown", "不明・答えない"),
                        ],
                        default="unknown",
                        max_length=8,
                        verbose_name="性別",
                    ),
                ),
                ("birth_date", models.DateField(blank=True, null=True, verbose_name="生年月日")),
                (
                    "stated_age",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="年齢(聞き取り)"),
                ),
                ("stated_age_on", models.DateField(blank=True, null=True, verbose_name="年齢を聞いた日")),
                ("died_on", models.DateField(blank=True, null=True, verbose_name="亡くなった日")),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="住所")),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="電話(自宅)")),
                ("mobile", models.CharField(blank=True, max_length=20, verbose_name="電話(携帯)")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="メール")),
                ("relation", models.CharField(blank=True, max_length=20, verbose_name="続柄")),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("together", "同居"),
                            ("apart", "別居(離れて暮らす家族)"),
                            ("left", "世帯を離れた"),
                        ],
                        default="together",
                        max_length=8,
                        verbose_name="世帯との関係",
                    ),
                ),
                ("occupation", models.CharField(blank=True, max_length=80, verbose_name="仕事・学校など")),
                ("note", models.TextField(blank=True, verbose_name="備考")),
                ("kinds", models.PositiveSmallIntegerField(default=kasane.base.kinds.DataKind["BASIC"])),
                (
                    "valid",
                    django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="いつからいつまで"),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("moved", "転居(町内)"),
                            ("moved_out", "転出(町外へ)"),
                            ("moved_in", "転入(町外から)"),
                            ("marriage", "婚姻"),
                            ("divorce", "離婚"),
                            ("renamed", "氏名の変更"),
                            ("birth", "出生"),
                            ("death", "死亡"),
                            ("separated", "世帯分離・別居"),
                            ("returned", "世帯に戻った"),
                            ("facility", "入院・入所"),
                            ("work", "仕事・学校の変化"),
                            ("corrected", "訂正・聞き直し"),
                            ("other", "その他"),
                        ],
                        max_length=12,
                        verbose_name="変わったわけ",
                    ),
                ),
                ("recorded_at", models.DateTimeField(verbose_name="記録した日時")),
                ("replaced_at", models.DateTimeField(null=True, verbose_name="書き改めた日時")),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.area",
                        verbose_name="地区",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="states", to="people.person"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["person", "valid", "recorded_at"],
                "indexes": [models.Index(fields=["case"], name="state_of_case")],
            },
        ),
        migrations.CreateModel(
            name="Tie",
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
                ("thread", models.UUIDField(editable=False)),
                (
                    "other_label",
                    models.CharField(blank=True, max_length=80, verbose_name="一覧にない人・場所"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("marriage", "婚姻"),
                            ("cohabiting", "内縁・同居"),
                            ("separated", "別居中の夫婦"),
                            ("divorced", "離婚"),
                            ("parent", "親(実の親子)"),
                            ("adoptive", "養親"),
                            ("foster", "里親"),
                            ("step", "継親"),
                            ("care", "介護・世話をしている"),
                            ("money", "お金を援助している"),
                            ("conflict", "対立・不和"),
                            ("key_person", "キーパーソン"),
                            ("contact", "つきあい・支援"),
                        ],
                        max_length=12,
                        verbose_name="つながり",
                    ),
                ),
                (
                    "strength",
                    models.CharField(
                        choices=[
                            ("strong", "強い"),
                            ("normal", "ふつう"),
                            ("weak", "弱い"),
                            ("strained", "ぎくしゃくしている"),
                            ("broken", "切れている"),
                        ],
                        default="normal",
                        max_length=10,
                        verbose_name="強さ",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=120, verbose_name="内容")),
                (
                    "valid",
                    django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="いつからいつまで"),
                ),
                ("recorded_at", models.DateTimeField(verbose_name="記録した日時")),
                ("replaced_at", models.DateTimeField(null=True, verbose_name="書き改めた日時")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "other_agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="機関",
                    ),
                ),
                (
                    "other_person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.person",
                        verbose_name="だれに",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.person",
                        verbose_name="だれが",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["recorded_at", "id"],
                "indexes": [models.Index(fields=["case"], name="tie_of_case")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("other_agency__isnull", True),
                                ("other_label", ""),
                                ("other_person__isnull", False),
                            ),
                            models.Q(
                                ("other_agency__isnull", False),
                                ("other_label", ""),
                                ("other_person__isnull", True),
                            ),
                            models.Q(
                                ("other_agency__isnull", True),
                                ("other_person__isnull", True),
                                models.Q(("other_label", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="tie_has_one_other_end",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("person", models.F("other_person")), _negated=True),
                        name="tie_not_to_oneself",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("replaced_at__isnull", True)),
                        fields=("thread",),
                        name="one_standing_row_per_tie",
                    ),
                ],
            },
        ),
        migrations.RunSQL("ALTER TABLE people_person NO FORCE ROW LEVEL SECURITY", migrations.RunSQL.noop),
        migrations.RunSQL(
            """
            INSERT INTO people_personstate (id, created_at, person_id, case_id, kinds, valid, reason, recorded_at,
                family_name, given_name, family_kana, given_kana, sex, birth_date, stated_age, stated_age_on, died_on,
                address, area_id, phone, mobile, email, relation, standing, occupation, note)
            SELECT uuidv7(), created_at, id, case_id, kinds, daterange(joined_on, NULL), '', created_at,
                family_name, given_name, family_kana, given_kana, sex, birth_date, stated_age, stated_age_on, died_on,
                address, area_id, phone, mobile, email, relation, standing, occupation, note
            FROM people_person
            """,
            migrations.RunSQL.noop,
        ),
        migrations.RunPython(_keys_of_those_known, migrations.RunPython.noop),
        *protect("people_personstate", logged=False),
        *protect("people_tie"),
        *protect("people_personkey", logged=False),
        *statements_of("kasane.people", "find.sql"),
    ]
