"""The name of a member of a meeting about a plan, be it 重層的支援会議 or 支援調整会議 (R-SELF-01)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0007_some_kind")]

    operations = [
        migrations.AlterField(
            model_name="evidence",
            name="type",
            field=models.CharField(
                choices=[
                    ("own_work", "自機関の業務"),
                    ("entrusted", "受託業務"),
                    ("team", "支援チームの一員"),
                    ("involved", "情報共有の相手"),
                    ("multi_tier", "プランの会議の構成員"),
                    ("support_conference", "支援会議の構成員"),
                    ("exception", "法令に基づく例外"),
                    ("urgent", "緊急の閲覧"),
                ],
                max_length=20,
                verbose_name="根拠となる事実",
            ),
        ),
    ]
