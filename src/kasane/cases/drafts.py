"""Drafts: what was typed is kept on the server while typing, for the one who types (R-OPS-03)."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db import connections
from django.http import QueryDict
from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.cases.models import Draft
from kasane.disclosure.definer import OWNER, as_definer

KEPT = timedelta(days=365)
"""How long a draft that belongs to no case waits for its writer."""
_NOT_KEPT = ("csrfmiddlewaretoken",)


def keep(form: str, subject_id: UUID | str, data: QueryDict, *, by: Actor) -> Draft:
    """Keeps the form as it stands now, in place of the draft before."""
    values = {name: data.getlist(name) for name in data if name not in _NOT_KEPT}
    draft, _ = Draft.objects.update_or_create(
        user=by.user, agency=by.agency, form=form, subject_id=str(subject_id), defaults={"data": values}
    )
    return draft


def find(form: str, subject_id: UUID | str, *, by: Actor) -> Draft | None:
    return Draft.objects.filter(user=by.user, agency=by.agency, form=form, subject_id=str(subject_id)).first()


def typed(draft: Draft) -> QueryDict:
    """The draft as the form data that was posted."""
    data = QueryDict(mutable=True)
    for name, values in draft.data.items():
        data.setlist(name, values)
    return data


def drop(form: str, subject_id: UUID | str, *, by: Actor) -> None:
    """The form was saved, or the worker threw the draft away."""
    Draft.objects.filter(user=by.user, agency=by.agency, form=form, subject_id=str(subject_id)).delete()


def forget_old() -> int:
    """Drafts that belong to no case, which no disposal reaches, go after a year in which nobody came back to them; how
    many went (R-DIS-07). For the nightly command."""
    with as_definer(), connections[OWNER].cursor() as cursor:
        cursor.execute("SELECT disclosure_forget_drafts(%s)", [timezone.now() - KEPT])
        return int(cursor.fetchone()[0])
