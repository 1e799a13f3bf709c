"""この窓口の項目: what a program asks beside the 受付シート (R-INT-01)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.base.models import StaleEdit
from kasane.base.obstacles import require
from kasane.cases.models import Case
from kasane.disclosure.access import writable_kinds
from kasane.intake.desk import rules
from kasane.intake.desk.items import kinds_of, missing
from kasane.intake.models import ExtraAnswer
from kasane.profiles.model import ExtraItem


@transaction.atomic
def keep_extra(
    case: Case, *, by: Actor, items: Sequence[ExtraItem], answers: Mapping[str, str], version: int | None
) -> list[ExtraAnswer]:
    """Keeps the answers to the desk's own items; the log keeps what stood there before (R-DIS-08).

    `version` is the sum of the versions on the screen. Raises Forbidden for kinds of data the agency does not write,
    and without a required answer; StaleEdit when somebody else saved in between.
    """
    asked = {item.key: item for item in items}
    rows = {
        row.item: row
        for row in ExtraAnswer.objects.select_for_update().filter(case=case, item__in=asked).order_by("item")
    }
    total = sum(row.version for row in rows.values())
    if version is not None and version != total:
        latest = max(rows.values(), key=lambda row: row.updated_at)
        latest.version = total  # what the conflict page names as the version on the screen
        raise StaleEdit(latest)
    given = [key for key, value in answers.items() if value or key in rows]
    require(
        rules.extra_obstacles(
            writable=writable_kinds(case.id, by=by),
            kinds=kinds_of(asked[key] for key in given),
            missing=missing(items, answers),
        )
    )
    kept = []
    for key in given:
        item, row = asked[key], rows.get(key)
        if row is None:
            row = ExtraAnswer(case=case, item=key, kinds=kinds_of([item]))
        elif row.value == answers[key]:
            continue
        row.label, row.value, row.agency, row.author = item.label, answers[key], by.agency, by.user
        if row._state.adding:
            row.save()
        else:
            row.save_next()
        kept.append(row)
    return kept
