from django.apps import AppConfig


class BaseConfig(AppConfig):
    name = "kasane.base"
    label = "base"
