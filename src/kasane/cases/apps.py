from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "kasane.cases"
    label = "cases"
    verbose_name = "ケース"

    def ready(self) -> None:
        from kasane.cases.alarm.queries import MY_ALARMS
        from kasane.disclosure.viewer import ask_along

        ask_along("alarms", MY_ALARMS)
