from django.apps import AppConfig


class ConferencesConfig(AppConfig):
    name = "kasane.conferences"
    label = "conferences"
    verbose_name = "会議"

    def ready(self) -> None:
        from kasane.conferences.actions.withdrawing import withdraw
        from kasane.coordination.api import when_a_course_ends

        when_a_course_ends(withdraw)
