"""When all named staff have left, a coordinator and a manager together name new ones (R-DIS-09)."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency, AgencyKind, Post, User
from kasane.base.dates import today
from kasane.base.obstacles import Forbidden
from kasane.disclosure.viewer import acting_as
from kasane.people.actions import agree_handover, propose_handover, protect_contact
from kasane.people.models import ProtectedContact, ProtectionHandover
from kasane.people.tests.test_matching import KAZUKO, known_at
from kasane.people.unattended import successors, unattended, unsettled


@pytest.fixture
def kept(cast):
    person = known_at(cast.worker, **KAZUKO)
    with acting_as(cast.worker):
        return protect_contact(
            person, by=cast.worker, staff=[cast.worker.user.pk], reason="第12号", since=date(2025, 6, 1)
        )


def leave(actor):
    Post.objects.filter(pk=actor.post.pk).update(ends_on=today() - timedelta(days=1))


def manager_of(colleague):
    """A manager of the agency of somebody of the cast."""
    user = User.objects.create(login=f"manager-of-{colleague.user.login}", name="管理 職子")
    post = Post.objects.create(user=user, agency=colleague.agency, role="manager", starts_on=date(2020, 4, 1))
    return Actor(user, post)


@pytest.fixture
def left(cast, kept):
    leave(cast.worker)
    return kept


def propose(cast, contact, staff=None):
    with acting_as(cast.coordinator):
        propose_handover(
            contact.pk, by=cast.coordinator, staff=[staff or cast.colleague.user.pk], reason="異動"
        )
        return unattended(contact.pk)[0]


def test_while_somebody_named_is_there_nothing_waits(cast, kept):
    with acting_as(cast.coordinator):
        assert unattended() == [] and successors(kept.pk) == []


@pytest.mark.parametrize("how", ["post ended", "account closed"])
def test_coordinator_and_those_who_decide_for_the_town_are_told_and_nobody_else(cast, kept, how):
    if how == "post ended":
        leave(cast.worker)
    else:
        User.objects.filter(pk=cast.worker.user.pk).update(is_active=False)
    for viewer in (cast.coordinator, cast.manager, cast.decider):
        with acting_as(viewer):
            (one,) = unattended()
            assert (one.agency, one.handover) == ("美咲町地域包括支援センター", None)
            assert "和子" not in repr(one) and "原田" not in repr(one)
    for viewer in (cast.colleague, manager_of(cast.participation), cast.stranger, cast.administrator, None):
        with acting_as(viewer):
            assert unattended() == [] and successors(kept.pk) == []


def test_two_people_together_give_it_to_new_staff(cast, left):
    one = propose(cast, left)
    with acting_as(cast.colleague):
        assert not ProtectedContact.objects.exists(), "not before the manager agrees"
    with acting_as(cast.manager):
        assert not ProtectedContact.objects.exists(), "who agrees does not see it"
        agree_handover(one.handover, by=cast.manager)
        assert unattended() == []
        assert ProtectionHandover.objects.get().agreed_by == cast.manager.user
    with acting_as(cast.colleague):
        assert ProtectedContact.objects.get().address == KAZUKO["address"]
        assert [row.pk for row in unsettled()] == [left.pk]


def test_only_a_coordinator_proposes(cast, left):
    for actor in (cast.manager, cast.colleague, cast.stranger):
        with acting_as(actor), pytest.raises(Forbidden) as forbidden:
            propose_handover(left.pk, by=actor, staff=[cast.colleague.user.pk], reason="異動")
        assert forbidden.value.codes == ["refused"]


def test_who_proposed_never_agrees_nor_who_is_no_manager(cast, left):
    one = propose(cast, left)
    Post.objects.create(
        user=cast.coordinator.user, agency=cast.coordinator.agency, role="manager", starts_on=date(2020, 4, 1)
    )
    for actor in (cast.coordinator, cast.colleague):
        with acting_as(actor), pytest.raises(Forbidden) as forbidden:
            agree_handover(one.handover, by=actor)
        assert forbidden.value.codes == ["refused"]


def test_a_decider_of_the_town_agrees_too(cast, left):
    one = propose(cast, left)
    with acting_as(cast.decider):
        agree_handover(one.handover, by=cast.decider)
        assert ProtectionHandover.objects.get().agreed_by == cast.decider.user


def test_the_manager_of_the_responsible_agency_agrees_though_no_part_of_the_town(cast, left):
    Agency.objects.filter(pk=cast.colleague.agency.pk).update(kind=AgencyKind.ENTRUSTED)
    one = propose(cast, left)
    manager = manager_of(cast.colleague)
    with acting_as(manager):
        assert [row.id for row in unattended()] == [left.pk]
        agree_handover(one.handover, by=manager)


def test_the_manager_of_another_agency_learns_nothing_and_agrees_to_nothing(cast, left):
    one = propose(cast, left)
    manager = manager_of(cast.participation)
    with acting_as(manager):
        assert unattended() == [] and not ProtectionHandover.objects.exists()
        with pytest.raises(Forbidden) as forbidden:
            agree_handover(one.handover, by=manager)
        assert forbidden.value.codes == ["refused"]


@pytest.mark.parametrize("staff", ["stranger", "nobody"])
def test_only_who_works_on_the_case_can_be_named(cast, left, staff):
    with pytest.raises(Forbidden) as forbidden:
        propose(cast, left, staff=cast.stranger.user.pk if staff == "stranger" else uuid4())
    assert forbidden.value.codes == ["nobody"]


def test_a_proposal_falls_when_somebody_named_is_back(cast, left):
    one = propose(cast, left)
    Post.objects.filter(pk=cast.worker.post.pk).update(ends_on=None)
    with acting_as(cast.manager), pytest.raises(Forbidden) as forbidden:
        agree_handover(one.handover, by=cast.manager)
    assert forbidden.value.codes == ["attended"]


def test_the_desk_of_both_leads_through_it(cast, left, sign_in):
    client = sign_in(cast.coordinator)
    assert "新しい職員を選ぶ" in client.get("/people/protected/").content.decode()
    page = f"/people/protected/{left.pk}/staff/"
    assert "包括 次郎" in client.get(page).content.decode()
    assert client.post(page, {"staff": [], "reason": ""}).status_code == 422
    assert client.post(page, {"staff": [str(cast.colleague.user.pk)], "reason": "異動"}).status_code == 302
    assert client.post(f"/people/protected/{left.pk}/agree/").status_code == 409
    client = sign_in(cast.manager)
    assert "認める" in client.get("/people/protected/").content.decode()
    assert client.post(f"/people/protected/{left.pk}/agree/").status_code == 302
    assert client.get(page).status_code == 404


@pytest.mark.parametrize("who", ["colleague", "stranger", "administrator"])
def test_others_do_not_learn_that_there_is_something(cast, left, sign_in, who):
    client = sign_in(getattr(cast, who))
    assert client.get("/people/protected/").status_code == 404
    assert client.get(f"/people/protected/{left.pk}/staff/").status_code == 404
