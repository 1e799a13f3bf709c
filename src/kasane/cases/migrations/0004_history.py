from django.db import migrations

from kasane.disclosure.policies import statements_of


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0003_telling"),
        ("disclosure", "0003_log"),
        ("people", "0007_protected_words"),
    ]

    operations = statements_of("kasane.cases.history", "history.sql")
