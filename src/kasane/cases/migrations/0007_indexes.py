"""What the home page of those who look after disclosure asks: open urgent cases (R-INT-09)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0006_urgent"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("closed_on__isnull", True), ("is_urgent", True)),
                fields=["updated_at"],
                name="case_urgent",
            ),
        ),
    ]
