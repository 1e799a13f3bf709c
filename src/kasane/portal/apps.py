from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "kasane.portal"
    label = "portal"
    verbose_name = "入口"

    def ready(self) -> None:
        from kasane.portal.patterns.sources import register_sources

        register_sources()
