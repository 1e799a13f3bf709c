"""Calls of a case are logged (R-INT-02, R-DIS-08); drafts begun at the door go with the message (R-DIS-07)."""

from django.db import migrations

from kasane.disclosure.policies import statements_of


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0010_calls_in_history"),
        ("disclosure", "0007_some_kind"),
        ("intake", "0007_registers"),
    ]

    operations = [*statements_of("kasane.intake.desk", "calls.sql")]
