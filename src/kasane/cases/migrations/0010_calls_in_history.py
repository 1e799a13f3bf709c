"""Calls of a case in its history (R-INT-02, R-DIS-08); of an alarm, closing tells no more than there is one."""

from django.db import migrations

from kasane.disclosure.policies import statements_of


class Migration(migrations.Migration):
    dependencies = [("cases", "0009_writing")]

    operations = [
        *statements_of("kasane.cases.history", "calls.sql"),
        *statements_of("kasane.cases.alarm", "closing.sql"),
    ]
