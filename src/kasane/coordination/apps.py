from django.apps import AppConfig


class CoordinationConfig(AppConfig):
    name = "kasane.coordination"
    label = "coordination"
    verbose_name = "多機関協働"
