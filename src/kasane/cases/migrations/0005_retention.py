from django.db import migrations

from kasane.disclosure.policies import statements_of


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0004_history"),
        ("disclosure", "0004_retention"),
    ]

    operations = statements_of("kasane.cases.retention", "counts.sql")
