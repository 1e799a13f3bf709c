"""A contract can be changed whatever evidence stands on it, and gives the rights that the rules derive (R-DIS-01)."""

from django.db import migrations

from kasane.disclosure.policies import statements_of


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0005_oversight")]

    operations = [*statements_of("kasane.disclosure", "contract_terms.sql")]
