"""Keeping phrases, and writing one visit into several cases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.base.obstacles import Forbidden, Obstacle, require
from kasane.cases.actions import write_record
from kasane.cases.models import Case, SupportRecord
from kasane.cases.writing import rules
from kasane.cases.writing.models import Phrase
from kasane.cases.writing.queries import phrases
from kasane.people.queries import households


@transaction.atomic
def add_phrase(
    *, by: Actor, use: str, own: bool, code: str = "", is_sure: bool = False, **values: Any
) -> Phrase:
    """Keeps a phrase for the desk, or (`own`) for the one who writes it.

    Raises Forbidden for a code already used, and for a desk's phrase that seems to tell of a person unless `is_sure`.
    """
    user = by.user if own else None
    rows = phrases(by).filter(user=user)
    require(
        [
            *rules.phrase_obstacles(code=code, taken=rows.values_list("code", flat=True)),
            *_naming(values, own=own, is_sure=is_sure),
        ]
    )
    last = rows.filter(use=use).order_by("-order").values_list("order", flat=True).first() or 0
    return Phrase.objects.create(agency=by.agency, user=user, use=use, code=code, order=last + 1, **values)


@transaction.atomic
def change_phrase(
    phrase: Phrase, *, by: Actor, version: int, own: bool, is_sure: bool = False, **values: Any
) -> Phrase:
    """Changes a phrase of the desk or one's own.

    Raises Forbidden for somebody else's, a code already used, or a desk's that seems to tell of a person unless
    `is_sure`; StaleEdit when it was saved in between.
    """
    row = Phrase.lock(phrase.pk, version=version)
    user = by.user if own else None
    taken = phrases(by).filter(user=user).exclude(pk=row.pk).values_list("code", flat=True)
    require(
        [
            *rules.phrase_obstacles(code=values.get("code", ""), taken=taken, **_ownership(row, by)),
            *_naming(values, own=own, is_sure=is_sure),
        ]
    )
    row.user = user
    for name, value in values.items():
        setattr(row, name, value)
    row.save_next()
    return row


@transaction.atomic
def remove_phrase(phrase: Phrase, *, by: Actor) -> None:
    """Takes a phrase away; texts it was put into stay. Raises Forbidden for somebody else's."""
    require(rules.phrase_obstacles(code="", taken=(), **_ownership(phrase, by)))
    phrase.delete()


@transaction.atomic
def move_phrase(phrase: Phrase, *, by: Actor, up: bool) -> None:
    """Changes places with the neighbour in its folder. Raises Forbidden for somebody else's."""
    require(rules.phrase_obstacles(code="", taken=(), **_ownership(phrase, by)))
    rows = list(phrases(by, phrase.use).filter(user=phrase.user).select_for_update(of=("self",)))
    here = next(place for place, row in enumerate(rows) if row.pk == phrase.pk)
    there = here - 1 if up else here + 1
    if 0 <= there < len(rows):
        rows[here], rows[there] = rows[there], rows[here]
    for place, row in enumerate(rows, start=1):
        row.order = place
    Phrase.objects.bulk_update(rows, ["order"])


def _naming(values: Mapping[str, Any], *, own: bool, is_sure: bool) -> list[Obstacle]:
    words = (str(values.get("name", "")), str(values.get("text", "")))
    return rules.naming_obstacles(*words, shared=not own, is_sure=is_sure)


def _ownership(phrase: Phrase, by: Actor) -> dict[str, bool]:
    return {
        "same_agency": phrase.agency_id == by.agency.id,
        "same_person": phrase.user_id in (None, by.user.id),
    }


@dataclass(frozen=True)
class Part:
    """One more case of a visit: with whom one spoke there, and what is written there alone."""

    case: Case
    counterpart: str
    words: str


@transaction.atomic
def write_visit(
    case: Case, also: Sequence[Part], *, by: Actor, content: str, own_words: str = "", **values: Any
) -> list[SupportRecord]:
    """支援経過を書く for one visit that concerned several cases: a row in each, which knows nothing of the others.

    Day, place and way are the same, so is `content`; the time it took is counted once, in the first case; `own_words` and the words of each part stand in one case alone. What
    comes next belongs to the first case. Raises Forbidden, naming the case, where one of them can not be written in, or
    where a text would show one case in another (R-DIS-01).
    """
    texts = {case.pk: _joined(content, own_words)} | {
        part.case.pk: _joined(content, part.words) for part in also
    }
    if also:
        require(_visit_obstacles(case, also, texts, values))
    records = [write_record(case, by=by, content=texts[case.pk], **values)]
    shared = {name: values[name] for name in ("at", "method", "place", "kinds") if name in values}
    for part in also:
        told: dict[str, Any] = {"content": texts[part.case.pk], "counterpart": part.counterpart}
        try:
            records.append(write_record(part.case, by=by, **shared, **told))
        except Forbidden as forbidden:
            raise Forbidden(_of_case(part.case, one) for one in forbidden.obstacles) from forbidden
    return records


def _joined(content: str, more: str) -> str:
    return "\n".join(one for one in (content.strip(), more.strip()) if one)


def _visit_obstacles(
    case: Case, also: Sequence[Part], texts: Mapping[Any, str], values: Mapping[str, Any]
) -> list[Obstacle]:
    people = households([case.pk, *(part.case.pk for part in also)])
    place = str(values.get("place", ""))
    said = [(case, str(values.get("counterpart", ""))), *((part.case, part.counterpart) for part in also)]
    return rules.visit_obstacles(
        [
            rules.Written(
                one.label,
                f"{texts[one.pk]}\n{counterpart}\n{place}",
                tuple(rules.Name(p.family_name, p.given_name) for p in people.get(one.pk, [])),
            )
            for one, counterpart in said
        ]
    )


def _of_case(case: Case, one: Obstacle) -> Obstacle:
    return Obstacle(one.code, f"{case.label}: {one.sentence}", one.requirement, one.mends)
