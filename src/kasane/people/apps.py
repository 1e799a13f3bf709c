from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PeopleConfig(AppConfig):
    name = "kasane.people"
    label = "people"
    verbose_name = "本人・世帯"

    def ready(self) -> None:
        from kasane.people.masking import hide_everywhere

        post_migrate.connect(hide_everywhere, sender=self)
