from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    name = "kasane.disclosure"
    label = "disclosure"
    verbose_name = "情報共有"
