from django.apps import AppConfig


class SheetsConfig(AppConfig):
    name = "kasane.sheets"
    label = "sheets"
    verbose_name = "帳票"
