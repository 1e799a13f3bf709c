from django.apps import AppConfig


class ConferencesConfig(AppConfig):
    name = "kasane.conferences"
    label = "conferences"
    verbose_name = "会議"

    def ready(self) -> None:
        from kasane.cases.api import when_support_ends
        from kasane.conferences.actions.withdrawing import withdraw

        when_support_ends(withdraw)
