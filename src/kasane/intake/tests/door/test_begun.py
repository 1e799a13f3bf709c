"""受付を始める from a message: the sheet is begun with it, and ends it when saved (R-INT-01)."""

from __future__ import annotations

from django.urls import reverse

from kasane.disclosure.viewer import acting_as
from kasane.intake.door.queries import open_message
from kasane.intake.models import Reception
from kasane.intake.tests.test_reception_views import TYPED


def test_a_reception_begun_from_a_message_is_filled_in_and_ends_it(sign_in, desks, message):
    client = sign_in(desks.worker)
    path = f"{reverse('intake:new')}?door={message.pk}"
    assert "Mẹ tôi bị bệnh" in client.get(path).content.decode()
    assert client.post(path, {**TYPED, "received_by": str(desks.worker.user.pk)}).status_code == 302
    with acting_as(desks.worker):
        assert Reception.objects.count() == 1
        assert open_message(message.pk).result == "received"


def test_the_desk_is_told_what_waits_at_the_door(sign_in, desks, message):
    assert "連絡を待っている人が1人います" in sign_in(desks.worker).get("/intake/").content.decode()
    assert "連絡を待っている人が" not in sign_in(desks.stranger).get("/intake/").content.decode()
