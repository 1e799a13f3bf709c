"""定型句 of a desk, and who took part in a visit (issue 5, less typing)."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import kasane.base.ids
from kasane.disclosure.policies import protect_desk


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0002_contracts"),
        ("cases", "0008_alarm"),
        ("disclosure", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Phrase",
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
                    "use",
                    models.CharField(
                        choices=[
                            ("record", "支援経過記録"),
                            ("reception", "受付"),
                            ("referral", "つなぎの理由"),
                            ("plan", "プラン"),
                            ("template", "記録のひな型"),
                        ],
                        max_length=10,
                        verbose_name="使うところ",
                    ),
                ),
                ("name", models.CharField(max_length=40, verbose_name="名前")),
                ("code", models.CharField(blank=True, max_length=20, verbose_name="よびだし")),
                ("text", models.TextField(max_length=4000, verbose_name="文")),
                ("order", models.PositiveIntegerField(default=0)),
                ("number", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="番号")),
                (
                    "method",
                    models.CharField(
                        blank=True,
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
                        verbose_name="方法",
                    ),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="所要時間(分)"),
                ),
            ],
            options={
                "ordering": ["use", "order", "id"],
            },
        ),
        migrations.AddField(
            model_name="supportrecord",
            name="participants",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.UUIDField(),
                blank=True,
                default=list,
                size=None,
                verbose_name="同席した世帯の人",
            ),
        ),
        migrations.AddIndex(
            model_name="supportrecord",
            index=models.Index(fields=["author", "-at", "-id"], name="record_of_author"),
        ),
        migrations.AddField(
            model_name="phrase",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="agencies.agency"
            ),
        ),
        migrations.AddField(
            model_name="phrase",
            name="user",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="phrase",
            constraint=models.UniqueConstraint(
                condition=models.Q(models.Q(("code", ""), _negated=True), ("user__isnull", True)),
                fields=("agency", "code"),
                name="phrase_code_of_desk",
            ),
        ),
        migrations.AddConstraint(
            model_name="phrase",
            constraint=models.UniqueConstraint(
                condition=models.Q(("code", ""), _negated=True),
                fields=("agency", "user", "code"),
                name="phrase_code_of_person",
            ),
        ),
        *protect_desk("cases_phrase"),
    ]
