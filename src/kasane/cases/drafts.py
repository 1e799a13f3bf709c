"""Drafts: what was typed is kept on the server while typing, for the one who types (R-OPS-03)."""

from __future__ import annotations

from collections.abc import Collection
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
BESIDE = "beside"
"""What stands in another form of the page and is not kept yet, sent along: `FORM/SUBJECT?name=value&…`."""
_LONGEST_FORM, _LONGEST_SUBJECT = 60, 40
"""As wide as the columns of `Draft`."""
_NOT_KEPT = ("csrfmiddlewaretoken", BESIDE)


def keep(form: str, subject_id: UUID | str, data: QueryDict, *, by: Actor) -> Draft:
    """Keeps the form as it stands now, in place of the draft before."""
    values = {name: data.getlist(name) for name in data if name not in _NOT_KEPT}
    draft, _ = Draft.objects.update_or_create(
        user=by.user, agency=by.agency, form=form, subject_id=str(subject_id), defaults={"data": values}
    )
    return draft


def find(form: str, subject_id: UUID | str, *, by: Actor) -> Draft | None:
    return Draft.objects.filter(user=by.user, agency=by.agency, form=form, subject_id=str(subject_id)).first()


def keep_beside(posted: QueryDict, *, by: Actor) -> None:
    """Keeps what came along from the other forms of the page when one of them was sent."""
    for one in posted.getlist(BESIDE):
        name, _, values = one.partition("?")
        form, _, subject_id = name.partition("/")
        if 0 < len(form) <= _LONGEST_FORM and 0 < len(subject_id) <= _LONGEST_SUBJECT:
            keep(form, subject_id, QueryDict(values), by=by)


def find_all(forms: Collection[str], subject_id: UUID | str, *, by: Actor) -> dict[str, Draft]:
    """The drafts of several forms about one thing, by the name of the form. One query."""
    rows = Draft.objects.filter(user=by.user, agency=by.agency, form__in=forms, subject_id=str(subject_id))
    return {row.form: row for row in rows}


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
