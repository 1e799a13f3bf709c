from django.db import migrations

from kasane.disclosure.policies import statements_of


class Migration(migrations.Migration):
    dependencies = [("people", "0008_retention")]

    operations = statements_of("kasane.people", "pairs_read.sql")
