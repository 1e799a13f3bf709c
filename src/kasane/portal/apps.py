from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "kasane.portal"
    label = "portal"
    verbose_name = "入口"
