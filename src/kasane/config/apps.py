from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "kasane.config"
    label = "config"
