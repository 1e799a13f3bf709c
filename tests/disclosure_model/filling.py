"""Rows in every protected table, found by introspection: three per case and table where the table allows it.

A new table is filled by itself. Where a check or an own form of key can not be guessed, its values stand in SPECIAL.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from graphlib import TopologicalSorter
from itertools import count
from typing import Any
from uuid import UUID

from django.apps import apps
from django.contrib.postgres.fields import ArrayField, DateRangeField
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from psycopg.types.range import DateRange

from kasane.agencies.models import Agency, User
from kasane.base.ids import new_id
from kasane.base.kinds import DataKind
from kasane.cases.models import Case

from .session import rows
from .town import Town

PER_CASE = 3
CASES = (1, 2, 3)
WORD = "検索"

KINDS = (
    int(DataKind.BASIC),
    int(DataKind.BASIC | DataKind.HEALTH),
    int(DataKind.BASIC | DataKind.TAX),
    int(DataKind.WORK),
    int(DataKind.BASIC | DataKind.ECONOMY | DataKind.LIFE),
    63,
)
"""In turn, beginning elsewhere for each case, so that a table with one row per case has tax information too."""

BY_THE_WORLD = {
    "cases_holding",
    "conferences_agendaitem",
    "conferences_meeting",
    "conferences_member",
    "conferences_meetingdecision",
    "conferences_minutescheck",
    "conferences_sheetcopy",
    "conferences_talk",
    "conferences_talkline",
    "disclosure_consent",
    "disclosure_evidence",
    "disclosure_grant",
    "disclosure_legalexception",
    "disclosure_logentry",
}
"""Filled by the events of each world (`laying`), through the product's own actions."""

SPECIAL: dict[str, dict[str, Any]] = {
    "cases_case": {"year": 2025},
    # Past by both clocks: the database's stands still within a transaction.
    "cases_alarm": {"ack_until": timezone.now() - timedelta(days=1)},
    "coordination_drawnsignature": {"path": "M1 1L90 90"},
    "coordination_informationrequest": {"sections": ["health"]},
    "cases_telling": {"consent_id": new_id()},
    "cases_supportrecord": {"content": f"{WORD}される記録"},
    "intake_housingterm": {"starts_on": date(2025, 4, 1), "ends_on": date(2025, 6, 30)},
    "intake_supportplan": {"with_person": True},
    "people_matchkey": {"blocks": ["model"]},
    "people_personkey": {"family": WORD},
    "people_tie": {"other_label": "近所の人"},
}
"""What can not be guessed from the columns: checks over several of them, and the words that are searched for."""

Row = dict[str, Any]


class Unfillable(AssertionError):
    """A protected table for which no row could be made; the message says what to add where."""


def protected_tables() -> list[str]:
    """Every table under forced row-level security, by the database's own word."""
    return [
        name
        for (name,) in rows(
            "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relforcerowsecurity AND relrowsecurity"
            " AND relnamespace = 'public'::regnamespace ORDER BY 1"
        )
    ]


def model_of(table: str) -> type[models.Model]:
    for model in apps.get_models(include_auto_created=True):
        if model._meta.db_table == table:
            return model
    raise Unfillable(f"{table} is protected, but no model says what its columns mean")


def fill(town: Town) -> dict[int, UUID]:
    """Lays the rows as the definer and answers the case of each number."""
    wanted = [model_of(table) for table in protected_tables() if table not in BY_THE_WORLD]
    filled: dict[tuple[type[models.Model], int], list[models.Model]] = defaultdict(list)
    maker = _Maker(town, filled)
    for model in _parents_first(wanted):
        for number in CASES if _case_field(model) or model is Case else (0,):
            for row in _some(maker, model, number):
                filled[model, number].append(row)
    return {number: filled[Case, number][0].pk for number in CASES}


def _some(maker: _Maker, model: type[models.Model], number: int) -> Iterator[models.Model]:
    """As many rows as the table's keys allow; the first must go in."""
    most = 1 if model is Case else PER_CASE if number else len(maker.users)
    for nth in range(most):
        try:
            with transaction.atomic():
                row = maker.made(model, number, nth)
        except IntegrityError as error:
            if nth == 0:
                raise Unfillable(
                    f"no row could be laid into {model._meta.db_table}: {error}\n"
                    "Say in tests/disclosure_model/filling.py (SPECIAL) what its checks ask for."
                ) from error
        else:
            yield row


class _Maker:
    """Makes one row of a model: what may be empty stays empty, references point to rows of the same case."""

    def __init__(self, town: Town, filled: dict[tuple[type[models.Model], int], list[models.Model]]) -> None:
        self.town = town
        self.filled = filled
        self.users = list(town.users.values())
        self.agencies = list(town.agencies.values())
        self.numbers = count(1)

    def made(self, model: type[models.Model], number: int, nth: int) -> models.Model:
        values = {
            field.attname: self.value(field, number, nth)
            for field in model._meta.concrete_fields
            if not field.generated
        }
        values |= SPECIAL.get(model._meta.db_table, {})
        if model._meta.db_table == "people_pair":
            values |= self.pair(nth)
        if model._meta.db_table == "people_protectedpassage":
            values |= self.passage(number, nth)
        row = model(**{name: value for name, value in values.items() if value is not ...})
        row.save(force_insert=True)
        return row

    def value(self, field: models.Field[Any, Any], number: int, nth: int) -> Any:
        if field.is_relation:
            return self.reference(field, number, nth)
        if field.name == "kinds":
            return KINDS[(2 * (number - 1) + nth) % len(KINDS)]
        if field.primary_key:
            return ... if isinstance(field, models.AutoField) else new_id()
        if field.null or field.has_default():
            return ...
        return self.plain(field, max(number, 1) + nth)

    def plain(self, field: models.Field[Any, Any], small: int) -> Any:
        serial = next(self.numbers)
        if field.blank and isinstance(field, (models.CharField, models.TextField)):
            return ""
        if field.choices:
            return next(value for value, _ in field.flatchoices if value != "")
        for kind, value in (
            (models.BooleanField, False),
            (models.IntegerField, small),
            (models.FloatField, 1.0),
            (models.UUIDField, new_id()),
            (models.DateTimeField, timezone.now()),
            (models.DateField, self.town.today - timedelta(days=30)),
            (models.JSONField, {}),
            (ArrayField, []),
            (DateRangeField, DateRange(self.town.today - timedelta(days=30), None)),
            (models.BinaryField, b""),
            ((models.CharField, models.TextField), f"x{serial}"[: getattr(field, "max_length", None) or 20]),
        ):
            if isinstance(field, kind):
                return value
        raise Unfillable(f"what to write into {field} is not known: add its kind in filling.py")

    def reference(self, field: models.Field[Any, Any], number: int, nth: int) -> Any:
        target = field.related_model
        if target is Case:
            return self.filled[Case, number][0].pk if number else ...
        if field.null:
            return None
        if target is User:
            return self.users[nth % len(self.users)].pk
        if target is Agency:
            return self.agencies[nth % len(self.agencies)].pk
        there = (
            self.filled.get((target, number))
            or self.filled.get((target, 0))
            or list(target.objects.all()[:1])
        )
        if not there:
            raise Unfillable(f"{field} points to {target._meta.db_table}, where no row was laid")
        return there[nth % len(there)].pk

    def pair(self, nth: int) -> Row:
        """Two persons of different cases, in order."""
        person = apps.get_model("people", "Person")
        one, other = (self.filled[person, CASES[(nth + step) % 3]][nth % 3] for step in (0, 1))
        first, second = sorted((one, other), key=lambda p: p.pk)
        return {
            "person_a_id": first.pk,
            "person_b_id": second.pk,
            "case_a_id": first.case_id,
            "case_b_id": second.case_id,
            "levels": [],
        }

    def passage(self, number: int, nth: int) -> Row:
        """Hidden words of a record of the case, about one protected person or, in the first, about two."""
        protected = self.filled[apps.get_model("people", "ProtectedContact"), number]
        record = self.filled[apps.get_model("cases", "SupportRecord"), number][nth]
        return {
            "persons": [one.person_id for one in protected[nth : nth + 2 - nth % 2]],
            "table_name": "cases_supportrecord",
            "row_id": record.pk,
        }


def _case_field(model: type[models.Model]) -> bool:
    return any(field.attname == "case_id" for field in model._meta.concrete_fields)


def _parents_first(wanted: list[type[models.Model]]) -> list[type[models.Model]]:
    asked = set(wanted)
    sorter: TopologicalSorter[type[models.Model]] = TopologicalSorter()
    for model in wanted:
        parents = {
            field.related_model
            for field in model._meta.concrete_fields
            if field.is_relation and (not field.null or field.related_model is Case)
        }
        if model._meta.db_table == "people_protectedpassage":
            parents |= {
                apps.get_model("people", "ProtectedContact"),
                apps.get_model("cases", "SupportRecord"),
            }
        sorter.add(model, *((parents & asked) - {model}))
    return list(sorter.static_order())
