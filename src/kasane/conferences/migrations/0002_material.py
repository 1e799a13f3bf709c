"""Material opens with the acknowledgement of secrecy and closes with its own day (R-DIS-02, R-DIS-10, R-CONF-06)."""

from django.db import migrations, models

from kasane.disclosure.policies import statements_of

CLOSED_AFTER = (
    "SET LOCAL ROLE kasane_definer",
    "UPDATE conferences_meeting SET material_until = (starts_at AT TIME ZONE 'Asia/Tokyo')::date + 15",
    "RESET ROLE",
)


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0001_initial"),
        ("disclosure", "0002_ledger"),
    ]

    operations = [
        migrations.AddField(
            model_name="meeting",
            name="material_until",
            field=models.DateField(verbose_name="資料を閉じる日", null=True),
        ),
        migrations.RunSQL(list(CLOSED_AFTER), migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="meeting",
            name="material_until",
            field=models.DateField(verbose_name="資料を閉じる日"),
        ),
        *statements_of("kasane.conferences", "material.sql"),
        *statements_of("kasane.conferences", "disposal.sql"),
    ]
