from django.db import migrations

from kasane.disclosure.policies import statements_of


class Migration(migrations.Migration):
    dependencies = [("people", "0007_protected_words"), ("disclosure", "0004_retention")]

    operations = statements_of("kasane.people", "retention.sql")
