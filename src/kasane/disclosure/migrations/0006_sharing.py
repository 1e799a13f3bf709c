"""Who has looked, page by page, and consents that end soon (R-DIS-01, R-DIS-08)."""

from django.db import migrations

from kasane.disclosure.policies import statements_of


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0005_oversight")]

    operations = [*statements_of("kasane.disclosure", "sharing.sql")]
