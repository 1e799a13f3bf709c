from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "kasane.intake"
    label = "intake"
    verbose_name = "包括的相談支援"
