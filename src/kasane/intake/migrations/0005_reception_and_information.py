"""受付 by any channel and without a name (R-INT-01, R-INT-02); what was told (R-INT-03), 生活保護 and the prefecture (R-INT-08)."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kasane.base.ids
import kasane.base.kinds
from kasane.disclosure.policies import protect


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0002_contracts"),
        ("cases", "0007_indexes"),
        ("intake", "0004_hops"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="reception",
            name="assistance",
            field=models.CharField(
                blank=True,
                choices=[("yes", "ある"), ("no", "ない"), ("unsure", "まだ分からない")],
                max_length=8,
                verbose_name="生活保護を要するおそれ",
            ),
        ),
        migrations.AddField(
            model_name="reception",
            name="is_anonymous",
            field=models.BooleanField(default=False, verbose_name="相談者は匿名"),
        ),
        migrations.AddField(
            model_name="reception",
            name="is_of_household",
            field=models.BooleanField(default=False, verbose_name="世帯としての相談"),
        ),
        migrations.AlterField(
            model_name="reception",
            name="channel",
            field=models.CharField(
                choices=[
                    ("window", "窓口"),
                    ("phone", "電話"),
                    ("mail", "メール・SNS"),
                    ("visit", "訪問"),
                    ("outpost", "出張"),
                    ("volunteer", "民生委員・児童委員"),
                    ("division", "庁内のほかの課"),
                    ("agency", "ほかの機関"),
                    ("neighbour", "近隣の住民"),
                    ("introduced", "紹介"),
                    ("other", "その他"),
                ],
                max_length=12,
                verbose_name="受付方法",
            ),
        ),
        migrations.CreateModel(
            name="InformationGiven",
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
                ("on", models.DateField(verbose_name="伝えた日")),
                (
                    "matter",
                    models.CharField(
                        choices=[("general", "制度や窓口の案内"), ("assistance", "生活保護の案内")],
                        max_length=12,
                        verbose_name="何の案内か",
                    ),
                ),
                (
                    "things",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="伝えたこと",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="ほかに伝えたこと")),
                (
                    "told_to",
                    models.CharField(
                        choices=[
                            ("self", "本人"),
                            ("consulter", "相談者(本人以外)"),
                            ("both", "本人と相談者"),
                            ("other", "そのほかの人"),
                        ],
                        max_length=12,
                        verbose_name="伝えた相手",
                    ),
                ),
                (
                    "reply",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("applies", "申請したい"),
                            ("thinks", "考えてみたい"),
                            ("declines", "今は申請しない"),
                            ("already", "受けている・申請中"),
                            ("unknown", "返事は聞けていない"),
                        ],
                        max_length=12,
                        verbose_name="本人の返事",
                    ),
                ),
                ("reply_note", models.TextField(blank=True, verbose_name="返事のことば")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="伝えた機関",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="伝えた人",
                    ),
                ),
            ],
            options={
                "ordering": ["on", "id"],
                "indexes": [models.Index(fields=["case", "on"], name="information_of_case")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("matter", "assistance"), _negated=True),
                            models.Q(("reply", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="assistance_has_its_reply",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PrefectureHandOver",
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
                    "kinds",
                    models.PositiveSmallIntegerField(
                        default=kasane.base.kinds.DataKind["BASIC"] | kasane.base.kinds.DataKind["LIFE"],
                        verbose_name="情報の種類",
                    ),
                ),
                ("on", models.DateField(verbose_name="引き継いだ日")),
                ("recipient", models.CharField(max_length=120, verbose_name="引き継ぎ先")),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("phone", "電話"),
                            ("visit", "訪問・同行"),
                            ("interview", "面談"),
                            ("mail", "メール・SNS"),
                            ("letter", "手紙"),
                            ("office_meeting", "所内会議"),
                            ("support_conference", "支援会議"),
                            ("multi_tier_conference", "重層的支援会議"),
                            ("agency_talk", "他機関協議"),
                            ("other", "その他"),
                        ],
                        max_length=24,
                        verbose_name="引き継いだ方法",
                    ),
                ),
                ("recommended_by", models.CharField(max_length=120, verbose_name="利用を勧めた人")),
                ("wish", models.TextField(blank=True, verbose_name="本人の返事・希望")),
                ("content", models.TextField(verbose_name="伝えたこと")),
                ("ask", models.TextField(verbose_name="お願いしたいこと")),
                ("goes_along", models.BooleanField(default=False, verbose_name="同行する")),
                ("follow_up_on", models.DateField(verbose_name="確かめる予定の日")),
                ("followed_up_on", models.DateField(blank=True, null=True, verbose_name="確かめた日")),
                (
                    "arrival",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("reached", "つながった"),
                            ("not_yet", "まだつながっていない"),
                            ("declined", "本人が利用しないことにした"),
                        ],
                        max_length=12,
                        verbose_name="つながったか",
                    ),
                ),
                ("result", models.TextField(blank=True, verbose_name="その後のようす")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                        verbose_name="引き継いだ機関",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.case"
                    ),
                ),
                (
                    "followed_up_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="確かめた人",
                    ),
                ),
                (
                    "handed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="引き継いだ人",
                    ),
                ),
                (
                    "telling",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="cases.telling"
                    ),
                ),
            ],
            options={
                "ordering": ["on", "id"],
                "indexes": [models.Index(fields=["case", "on"], name="handover_of_case")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("arrival", ""), ("followed_up_on__isnull", False), _connector="OR"
                        ),
                        name="arrival_has_its_day",
                    )
                ],
            },
        ),
        *protect("intake_informationgiven"),
        *protect("intake_prefecturehandover"),
    ]
