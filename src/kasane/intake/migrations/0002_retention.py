from django.db import migrations

from kasane.disclosure.policies import statements_of


class Migration(migrations.Migration):
    dependencies = [("intake", "0001_initial"), ("disclosure", "0004_retention")]

    operations = statements_of("kasane.intake", "counts.sql")
