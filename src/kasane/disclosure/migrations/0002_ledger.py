"""All legal bases: contracts, acknowledgement before material opens, statutory exceptions (R-DIS-02, R-DIS-05)."""

import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kasane.base.ids
import kasane.base.kinds
from kasane.disclosure.policies import covered, protect_by, statements_of

EXCEPTION = "disclosure_legalexception"
SEES_EXCEPTION = (
    f"{EXCEPTION}.requested_by_id = (SELECT kasane_user()) OR {EXCEPTION}.user_id = (SELECT kasane_user())"
    f" OR (SELECT kasane_oversees(true)) OR ({EXCEPTION}.state = 'urgent' AND (SELECT kasane_oversees()))"
    f" OR {covered(EXCEPTION)}"
)
ASKS_FOR_EXCEPTION = (
    f"{EXCEPTION}.state = 'requested' AND {EXCEPTION}.requested_by_id = (SELECT kasane_user())"
    f" AND {EXCEPTION}.decided_by_id IS NULL AND {EXCEPTION}.review = '' AND {covered(EXCEPTION)}"
)


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0002_contracts"),
        ("disclosure", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LegalException",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=kasane.base.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("case_id", models.UUIDField(db_index=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("requested", "承認待ち"),
                            ("approved", "承認"),
                            ("refused", "不承認"),
                            ("urgent", "緊急(事後に確認)"),
                        ],
                        default="requested",
                        max_length=10,
                        verbose_name="状態",
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("law", "法令に基づく場合"),
                            ("life", "生命・身体・財産の保護に必要で、同意を得ることが困難な場合"),
                            (
                                "children",
                                "公衆衛生の向上・児童の健全な育成に必要で、同意を得ることが困難な場合",
                            ),
                            (
                                "public_task",
                                "国・自治体等の事務への協力に必要で、同意を得ると支障のおそれがある場合",
                            ),
                        ],
                        max_length=12,
                        verbose_name="根拠",
                    ),
                ),
                ("law", models.CharField(blank=True, max_length=200, verbose_name="法令の名前と条")),
                ("reason", models.TextField(verbose_name="理由")),
                ("outside", models.CharField(blank=True, max_length=120, verbose_name="外部の相手")),
                (
                    "kinds",
                    models.PositiveSmallIntegerField(
                        default=kasane.base.kinds.DataKind["BASIC"]
                        | kasane.base.kinds.DataKind["HEALTH"]
                        | kasane.base.kinds.DataKind["WORK"]
                        | kasane.base.kinds.DataKind["ECONOMY"]
                        | kasane.base.kinds.DataKind["LIFE"],
                        verbose_name="情報の種類",
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="いつから")),
                ("valid_until", models.DateField(verbose_name="いつまで(この日は含まない)")),
                ("decided_on", models.DateField(null=True, verbose_name="決めた日")),
                ("decision_note", models.TextField(blank=True, verbose_name="決めた理由")),
                ("ended_on", models.DateField(null=True, verbose_name="終わらせた日")),
                ("outcome", models.TextField(blank=True, verbose_name="見て、したこと")),
                (
                    "review",
                    models.CharField(
                        blank=True,
                        choices=[("proper", "適切だった"), ("improper", "適切でなかった")],
                        max_length=10,
                        verbose_name="事後の確認",
                    ),
                ),
                ("review_note", models.TextField(blank=True, verbose_name="事後の確認の記録")),
                ("reviewed_on", models.DateField(null=True, verbose_name="確認した日")),
            ],
            options={
                "ordering": ["-created_at"],
            },
        ),
        migrations.AddField(
            model_name="consent",
            name="given_by",
            field=models.CharField(blank=True, max_length=120, verbose_name="代理人の氏名・続柄"),
        ),
        migrations.AddField(
            model_name="consent",
            name="groups",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=20),
                blank=True,
                default=list,
                size=None,
                verbose_name="共有してよい分野",
            ),
        ),
        migrations.AddField(
            model_name="evidence",
            name="acknowledged_on",
            field=models.DateField(null=True, verbose_name="守秘義務を確認した日"),
        ),
        migrations.AddField(
            model_name="evidence",
            name="contract",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.contract",
            ),
        ),
        migrations.AddField(
            model_name="grant",
            name="waiting",
            field=django.contrib.postgres.fields.ranges.DateRangeField(null=True),
        ),
        migrations.AlterField(
            model_name="evidence",
            name="type",
            field=models.CharField(
                choices=[
                    ("own_work", "自機関の業務"),
                    ("entrusted", "受託業務"),
                    ("team", "支援チームの一員"),
                    ("involved", "情報共有の相手"),
                    ("multi_tier", "重層的支援会議の構成員"),
                    ("support_conference", "支援会議の構成員"),
                    ("exception", "法令に基づく例外"),
                    ("urgent", "緊急の閲覧"),
                ],
                max_length=20,
                verbose_name="根拠となる事実",
            ),
        ),
        migrations.AlterField(
            model_name="grant",
            name="basis",
            field=models.CharField(
                choices=[
                    ("own_work", "自機関の業務"),
                    ("entrusted", "受託業務"),
                    ("consent", "本人の同意"),
                    ("conference", "支援会議(法106条の6)"),
                    ("exception", "法令に基づく例外"),
                    ("urgent", "緊急の閲覧"),
                ],
                max_length=12,
            ),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("type", "entrusted"), _negated=True),
                    ("contract__isnull", False),
                    _connector="OR",
                ),
                name="entrusted_has_its_contract",
            ),
        ),
        migrations.AddField(
            model_name="legalexception",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agencies.agency",
                verbose_name="見せる機関",
            ),
        ),
        migrations.AddField(
            model_name="legalexception",
            name="decided_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="決めた人",
            ),
        ),
        migrations.AddField(
            model_name="legalexception",
            name="requested_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="求めた人",
            ),
        ),
        migrations.AddField(
            model_name="legalexception",
            name="requesting_agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
            ),
        ),
        migrations.AddField(
            model_name="legalexception",
            name="reviewed_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="確認した人",
            ),
        ),
        migrations.AddField(
            model_name="legalexception",
            name="user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="見せる職員",
            ),
        ),
        migrations.AddIndex(
            model_name="legalexception",
            index=models.Index(
                condition=models.Q(("review", "")), fields=["state", "valid_until"], name="exception_open"
            ),
        ),
        migrations.AddConstraint(
            model_name="legalexception",
            constraint=models.CheckConstraint(
                condition=models.Q(("valid_until__gt", models.F("valid_from"))), name="exception_has_an_end"
            ),
        ),
        migrations.AddConstraint(
            model_name="legalexception",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("decided_by__isnull", True),
                    models.Q(("decided_by", models.F("requested_by")), _negated=True),
                    _connector="OR",
                ),
                name="nobody_approves_own_exception",
            ),
        ),
        migrations.AddConstraint(
            model_name="legalexception",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("reviewed_by__isnull", True),
                    models.Q(
                        models.Q(("reviewed_by", models.F("requested_by")), _negated=True),
                        models.Q(
                            ("user__isnull", True),
                            models.Q(("reviewed_by", models.F("user")), _negated=True),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="nobody_reviews_own_exception",
            ),
        ),
        *statements_of("kasane.disclosure", "ledger.sql"),
        *protect_by(EXCEPTION, see=SEES_EXCEPTION, adds=ASKS_FOR_EXCEPTION, case="case_id"),
    ]
