from django.db import migrations

from kasane.disclosure.policies import statements_of


class Migration(migrations.Migration):
    dependencies = [
        ("intake", "0008_calls_of_cases"),
    ]

    operations = [*statements_of("kasane.intake.numbers", "past.sql")]
