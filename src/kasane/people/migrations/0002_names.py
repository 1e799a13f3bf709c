"""Names are found by an index, within the ledger (R-PEO-02, R-DIS-01)."""

from django.db import migrations

from kasane.disclosure.policies import statements_of


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [*statements_of("kasane.people", "names.sql")]
