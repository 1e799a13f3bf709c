"""Drafts begun from a message of 住民の入口 do not outlive it (R-DIS-07)."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from kasane.agencies.models import Agency, AgencyKind, User
from kasane.base.dates import today
from kasane.cases.models import Draft
from kasane.disclosure.definer import OWNER, as_definer
from kasane.intake.door.actions import drop_old_drafts
from kasane.intake.models import DoorMessage

pytestmark = pytest.mark.django_db(databases=["default", "owner"])
LONG_AGO = 91


@pytest.fixture
def desk():
    agency = Agency.objects.using(OWNER).create(key="door-drafts", name="入口の窓口", kind=AgencyKind.CENTRE)
    user = User(login="door-drafts", name="窓口 二郎")
    user.save(using=OWNER)
    return agency, user


def begun(desk, *, ended: int | None, saved: int, form: str = "reception", of_the_door: bool = True) -> Draft:
    """A draft begun from a message that ended, and was last saved, so many days ago."""
    agency, user = desk
    ends = {} if ended is None else {"ended_on": today() - timedelta(days=ended), "result": "told"}
    with as_definer():
        message = DoorMessage.objects.using(OWNER).create(
            number=1, year=1999, agency=agency, language="ja", topic="care", words="母のこと", **ends
        )
        subject = str(message.pk) if of_the_door else str(uuid4())
        draft = Draft.objects.using(OWNER).create(
            user=user, agency=agency, form=form, subject_id=subject, data={"overview": ["母のこと"]}
        )
        Draft.objects.using(OWNER).filter(pk=draft.pk).update(saved_at=timezone.now() - timedelta(days=saved))
    return draft


def is_there(draft: Draft) -> bool:
    with as_definer():
        return Draft.objects.using(OWNER).filter(pk=draft.pk).exists()


@pytest.mark.parametrize(("ended", "saved"), [(LONG_AGO, 1), (None, LONG_AGO), (1, LONG_AGO)])
def test_it_goes_with_an_old_message_and_when_nobody_came_back_to_it(desk, ended, saved):
    draft = begun(desk, ended=ended, saved=saved)
    assert drop_old_drafts(on=today()) == 1
    assert not is_there(draft)


@pytest.mark.parametrize(
    "how",
    [
        {"ended": None, "saved": 1},
        {"ended": 89, "saved": 89},
        {"ended": LONG_AGO, "saved": LONG_AGO, "of_the_door": False},
        {"ended": LONG_AGO, "saved": LONG_AGO, "form": "referral"},
    ],
)
def test_a_young_one_and_those_of_other_things_stay(desk, how):
    draft = begun(desk, **how)
    assert drop_old_drafts(on=today()) == 0
    assert is_there(draft)
