"""Who is in office when 安全確認 is late is asked when the mail is sent (R-INT-09)."""

from django.db import migrations

from kasane.disclosure.policies import statements_of


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0013_held"),
        ("disclosure", "0008_plan_meetings"),
    ]

    operations = [*statements_of("kasane.cases.alarm", "late.sql")]
