"""The urgent door, and what keeps the course of an exception as it was (R-DIS-05, R-INT-09)."""

from django.db import migrations

from kasane.disclosure.policies import statements_of


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0002_contracts"),
        ("cases", "0005_retention"),
        ("disclosure", "0002_ledger"),
        ("people", "0003_time_and_ties"),
    ]

    operations = statements_of("kasane.cases.exceptional", "urgent.sql")
