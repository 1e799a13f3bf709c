"""What a desk never dealt with goes after the town's time, and is told of before (R-DIS-07, R-INT-05)."""

from django.db import migrations

from kasane.disclosure.policies import statements_of


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0012_register_tasks"),
        ("disclosure", "0008_plan_meetings"),
        ("intake", "0010_moving_costs"),
    ]

    operations = [*statements_of("kasane.intake.desk", "undone.sql")]
