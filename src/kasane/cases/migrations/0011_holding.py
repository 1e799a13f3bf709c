"""Open cases whose responsible agency has nobody who can see them (R-INT-05)."""

from django.db import migrations

from kasane.disclosure.policies import statements_of


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0003_urgent_routes"),
        ("cases", "0010_calls_in_history"),
        ("disclosure", "0007_some_kind"),
    ]

    operations = statements_of("kasane.cases.holding", "holding.sql")
