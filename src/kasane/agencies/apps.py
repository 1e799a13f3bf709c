from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    name = "kasane.agencies"
    label = "agencies"
    verbose_name = "提供体制"

    def ready(self) -> None:
        from kasane.agencies import signals  # noqa: F401 - connects the receivers
