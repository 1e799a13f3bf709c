"""Words in the 支援経過記録 are found by an index, within the ledger (R-DIS-01)."""

from django.db import migrations, models

from kasane.disclosure.policies import statements_of


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial"), ("people", "0001_initial")]

    operations = [
        migrations.AddIndex("supportrecord", models.Index(fields=["at"], name="record_at")),
        *statements_of("kasane.cases", "records.sql"),
    ]
