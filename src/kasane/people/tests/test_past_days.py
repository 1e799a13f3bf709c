"""A household shown at a past day never changes when the present is edited (R-PEO-01); through the database."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kasane.base.obstacles import Forbidden
from kasane.cases import actions as cases
from kasane.disclosure.viewer import acting_as
from kasane.people import actions
from kasane.people.actions import person as person_actions
from kasane.people.actions import tie as tie_actions
from kasane.people.models import Tie
from kasane.people.queries import household_on, ties_on

OPENED = date(2024, 4, 1)
PAST = [OPENED, date(2024, 10, 1), date(2025, 3, 31)]
FROM = date(2025, 4, 1)
SHOWN = ("family_name", "address", "relation", "standing", "occupation", "birth_date", "died_on")
WORDS = st.sampled_from(("あ", "い", "う", "え"))
LATER = st.integers(0, 300).map(lambda n: FROM + timedelta(days=n))
EDIT = st.one_of(
    st.tuples(st.just("change"), st.integers(0, 2), LATER, st.sampled_from(("family_name", "address", "relation", "occupation")), WORDS),
    st.tuples(st.just("leave"), st.integers(1, 2), LATER, st.just("standing"), st.sampled_from(("left", "apart", "together"))),
    st.tuples(st.just("join"), st.just(0), LATER, st.just(""), WORDS),
    st.tuples(st.just("tie"), st.integers(0, 1), LATER, st.just(""), st.sampled_from(("end", "change", "add"))),
)  # fmt: skip


def family(cast):
    case = cases.open_case(by=cast.worker, on=OPENED)
    people = [
        actions.add_person(case.id, by=cast.worker, is_subject=place == 0, family_name="田中", address="原田", relation=word, occupation="会社員")
        for place, word in enumerate(("", "長男", "母"))
    ]  # fmt: skip
    ties = [
        actions.add_tie(people[0], by=cast.worker, kind="care", other_person=people[2], since=OPENED),
        actions.add_tie(people[1], by=cast.worker, kind="contact", other_label="隣の人"),
    ]
    return case, people, ties


def shown(case, day, **how):
    people = [(s.person_id, *(getattr(s, name) for name in SHOWN)) for s in household_on(case.id, day, **how)]
    ties = sorted((t.kind, t.strength, t.note, t.person_id) for t in ties_on(case.id, day, **how))
    return people, ties


def edit(cast, case, people, ties, act, place, day, name, value):
    by = cast.worker
    if act == "join":
        actions.add_person(case.id, by=by, family_name=value, joined_on=day)
    elif act == "tie" and value == "add":
        actions.add_tie(people[place], by=by, kind="money", other_label="弟", since=day)
    elif act == "tie":
        tie = Tie.objects.get(thread=ties[place].thread, replaced_at__isnull=True)
        if value == "end":
            actions.end_tie(tie, by=by, on=day)
        else:
            actions.change_tie(tie, by=by, since=day, strength="strained", note="")
    else:
        actions.change_person(people[place], by=by, since=day, reason="moved", **{name: value})


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(EDIT, min_size=1, max_size=6))
def test_editing_the_present_leaves_every_earlier_day_as_it_was(cast, edits):
    with transaction.atomic(), acting_as(cast.worker):
        case, people, ties = family(cast)
        before = [shown(case, day) for day in PAST]
        for one in edits:
            try:
                with transaction.atomic():
                    edit(cast, case, people, ties, *one)
            except Forbidden:
                continue
        assert [shown(case, day) for day in PAST] == before
        transaction.set_rollback(True)


@pytest.mark.django_db
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(EDIT, min_size=1, max_size=4), wrong=WORDS)
def test_what_was_recorded_then_stays_what_was_recorded_then(cast, edits, wrong):
    """Not even a correction changes what the file said on an earlier day."""
    clock = [timezone.make_aware(datetime(2025, 3, 1, 9))]
    with pytest.MonkeyPatch.context() as patched, transaction.atomic(), acting_as(cast.worker):
        for module in (person_actions, tie_actions):
            patched.setattr(module.timezone, "now", lambda: clock[0])
        case, people, ties = family(cast)
        then = date(2025, 3, 31)
        before = [shown(case, day, known_on=then) for day in PAST]
        clock[0] = timezone.make_aware(datetime(2026, 2, 1, 9))
        actions.correct_person(
            people[0], by=cast.worker, on=OPENED, address=wrong, birth_date=date(1950, 1, 1)
        )
        for one in edits:
            try:
                with transaction.atomic():
                    edit(cast, case, people, ties, *one)
            except Forbidden:
                continue
        assert [shown(case, day, known_on=then) for day in PAST] == before
        transaction.set_rollback(True)
