"""Cases without a holder are found without a walk over all of them (R-INT-05)."""

from django.db import migrations

from kasane.disclosure.policies import statements_of


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0012_register_tasks"),
        ("disclosure", "0008_plan_meetings"),
    ]

    operations = statements_of("kasane.cases.holding", "held.sql")
