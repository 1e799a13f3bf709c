from django.db import migrations, models

from kasane.disclosure.policies import statements_of

# The columns are made by the same SQL that fills them.
COLUMNS = [
    migrations.AddField("seal", "content", models.BinaryField()),
    migrations.AddField("seal", "own", models.BinaryField()),
    migrations.AlterField("seal", "id", models.BigIntegerField(primary_key=True, serialize=False)),
]


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0002_ledger")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=statements_of("kasane.disclosure", "log.sql"), state_operations=COLUMNS
        )
    ]
