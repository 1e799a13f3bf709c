from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "kasane.cases"
    label = "cases"
    verbose_name = "ケース"

    def ready(self) -> None:
        from kasane.agencies.mail.actions import ask_when_sent
        from kasane.agencies.models import MailOccasion
        from kasane.cases.alarm.queries import MY_ALARMS, late_audience
        from kasane.disclosure.viewer import ask_along

        ask_along("alarms", MY_ALARMS)
        ask_when_sent(MailOccasion.LATE, late_audience)
