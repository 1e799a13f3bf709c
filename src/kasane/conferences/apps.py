from django.apps import AppConfig


class ConferencesConfig(AppConfig):
    name = "kasane.conferences"
    label = "conferences"
    verbose_name = "会議"
