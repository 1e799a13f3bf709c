from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    name = "kasane.agencies"
    label = "agencies"
    verbose_name = "提供体制"
