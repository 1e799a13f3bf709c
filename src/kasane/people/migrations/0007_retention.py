from django.db import migrations

from kasane.disclosure.policies import statements_of


class Migration(migrations.Migration):
    dependencies = [("people", "0006_protection"), ("disclosure", "0004_retention")]

    operations = statements_of("kasane.people", "retention.sql")
