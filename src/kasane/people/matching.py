"""名寄せ on entry and for the coordinator: asking the database, which alone sees everybody (R-PEO-02, R-DIS-01)."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from kasane.base.dates import fiscal_label
from kasane.people.linkage.model import BLOCKING
from kasane.people.linkage.record import Record
from kasane.people.linkage.scoring import Reason, Score, explain
from kasane.people.models import MatchKey, PairOrigin, PairState, Person, SamePerson
from kasane.people.protectedwords import unmarked

COLUMNS = tuple(field.name for field in fields(Record) if field.name != "id")
BLOCKS: tuple[tuple[str, ...], ...] = tuple(tuple(re.findall(r"l\.(\w+) = r\.", rule)) for rule in BLOCKING)
"""The columns of each blocking rule: two records are compared when they agree in all columns of one."""

_PLACE = {"address_key", "town_key", "mobile", "landline"}
BLOCKS_BY_PLACE = [number for number, columns in enumerate(BLOCKS) if _PLACE & set(columns)]
"""The blocking rules that a protected person is not looked for by (R-DIS-09)."""

HINT = 0.5
"""From this probability a likely same person is shown to whoever types one they may see."""

PROPOSE = 0.7
"""From this probability a pair is proposed to the coordinators; lower than the batch's, since a person decides."""

LIKELY = 5
PAGE = 20


def record_of(values: Mapping[str, Any]) -> Record:
    """What linkage compares, from the fields of a person or of a form."""
    born = values.get("birth_date")
    return Record.of(
        "",
        name=f"{values.get('family_name') or ''} {values.get('given_name') or ''}".strip(),
        kana=f"{values.get('family_kana') or ''} {values.get('given_kana') or ''}".strip(),
        sex=str(values.get("sex") or ""),
        birth=born.isoformat() if isinstance(born, date) else str(born or ""),
        address=unmarked(str(values.get("address") or "")),
        phone=f"{values.get('phone') or ''} {values.get('mobile') or ''}".strip(),
    )


def blocks_of(record: Record) -> list[str]:
    """Where to look for records like this one: one word per blocking rule all of whose columns are known."""
    found = []
    for number, columns in enumerate(BLOCKS):
        values = [getattr(record, column) for column in columns]
        if all(values):
            found.append(f"{number}:{'|'.join(map(str, values))}")
    return found


def key_values(person: Any) -> dict[str, Any]:
    """The columns of the MatchKey of a person."""
    record = record_of(vars(person))
    return {
        "case_id": person.case_id,
        "kinds": person.kinds,
        "blocks": blocks_of(record),
        **{column: getattr(record, column) for column in COLUMNS},
    }


def refresh(person: Person) -> None:
    """Writes what the person is compared by, and proposes whoever is alike to the coordinators. Two statements."""
    MatchKey.objects.bulk_create(
        [MatchKey(person=person, **key_values(person))],
        update_conflicts=True,
        unique_fields=["person"],
        update_fields=["case", "kinds", "blocks", *COLUMNS],
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_propose(%s, %s)", [person.pk, weight_of(PROPOSE)])


def weight_of(probability: float) -> float:
    """Log2 odds of a probability (0–1, exclusive)."""
    return math.log2(probability / (1 - probability))


@dataclass(frozen=True)
class Likely:
    """A person the viewer may see who may be the one being typed."""

    person: Person
    score: Score

    @property
    def agreeing(self) -> list[Reason]:
        """What speaks for it, strongest first."""
        return sorted((r for r in self.score.reasons if r.weight > 0), key=lambda r: -r.weight)


def likely(values: Mapping[str, Any], *, not_case: UUID | None = None) -> list[Likely]:
    """Persons like the one being typed, among those the viewer may see, likeliest first. Two queries.

    Of others nothing is said here: once saved, they are proposed to the coordinators (R-DIS-01).
    """
    record = record_of(values)
    blocks = blocks_of(record)
    if not blocks:
        return []
    typed = json.dumps({column: getattr(record, column) for column in COLUMNS}, ensure_ascii=False)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM people_likely(%s, %s, %s, %s, %s)",
            [typed, blocks, not_case, weight_of(HINT), LIKELY],
        )
        rows = cursor.fetchall()
    people = Person.objects.select_related("case").in_bulk([row[0] for row in rows])
    return [
        Likely(people[person_id], explain(tuple(levels)))
        for person_id, _, levels in rows
        if person_id in people
    ]


@dataclass(frozen=True)
class Side:
    """One of two persons compared, as the coordinator sees them."""

    person: Person
    case_id: UUID
    number: str
    agency: str
    identity: UUID | None


@dataclass(frozen=True)
class Compared:
    """A pair before the coordinator: both sides, how likely they are one, and why."""

    id: UUID
    sides: tuple[Side, Side]
    score: Score
    origin: PairOrigin
    state: PairState
    decided_at: datetime | None
    decided_by: str
    reason: str
    found_at: datetime
    weight: float
    """As the list is ordered by."""
    joined: bool
    """Whether the two are one by the decided pairs, this one or others."""

    @property
    def percent(self) -> str:
        """「99.8%」, never 100."""
        return f"{min(self.score.probability * 100, 99.9):.1f}%"

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Field by field: what each side says, and how far they agree."""
        by_field = {reason.field: reason for reason in self.score.reasons}
        return [
            {
                "label": label,
                "values": [read(side.person) for side in self.sides],
                "reason": by_field.get(field),
            }
            for label, field, read in _LINES
        ]


_LINES = (
    ("氏", "氏", lambda p: f"{p.family_name} {f'({p.family_kana})' if p.family_kana else ''}".strip()),
    ("名", "名", lambda p: f"{p.given_name} {f'({p.given_kana})' if p.given_kana else ''}".strip()),
    (
        "生年月日",
        "生年月日",
        lambda p: p.birth_date or (f"{p.age()}歳(聞き取り)" if p.age() is not None else ""),
    ),
    ("性別", "性別", lambda p: p.get_sex_display()),
    ("住所", "住所", lambda p: p.address),
    ("電話", "電話", lambda p: " ".join(filter(None, (p.phone, p.mobile)))),
    ("世帯", "世帯", lambda p: "本人" if p.is_subject else p.relation or "世帯の人"),
)


def pairs(state: str | None, *, after: tuple[float, UUID] | None = None, most: int = PAGE) -> list[Compared]:
    """Pairs as coordinators see them, likeliest first; nothing for anybody else. One query."""
    weight, key = after or (None, None)
    return _compared("SELECT * FROM people_pairs(%s, NULL, %s, %s, %s)", [state, weight, key, most])


def pair(pair_id: UUID) -> Compared | None:
    """One pair, for a coordinator; the reading is kept in the log of both cases (R-DIS-08)."""
    found = _compared("SELECT * FROM people_pairs(NULL, %s, NULL, NULL, 1)", [pair_id])
    return found[0] if found else None


def pairs_waiting() -> int:
    """How many pairs wait for the viewer, who is a coordinator; 0 for others."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_pairs_waiting()")
        number: int = cursor.fetchone()[0]
    return number


_PERSON = (
    "is_subject", "relation", "family_name", "given_name", "family_kana", "given_kana", "sex", "birth_date",
    "stated_age", "stated_age_on", "died_on", "address", "phone", "mobile",
)  # fmt: skip


def _compared(statement: str, values: Sequence[Any]) -> list[Compared]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        names = [column.name for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return [_pair(a, b) for a, b in zip(rows[::2], rows[1::2], strict=True)]


def _pair(a: Mapping[str, Any], b: Mapping[str, Any]) -> Compared:
    return Compared(
        id=a["id"],
        sides=(_side(a), _side(b)),
        score=explain(tuple(a["levels"])),
        origin=PairOrigin(a["origin"]),
        state=PairState(a["state"]),
        decided_at=a["decided_at"],
        decided_by=a["decided_by"] or "",
        reason=a["reason"],
        found_at=a["created_at"],
        weight=a["weight"],
        joined=a["joined"],
    )


def _side(row: Mapping[str, Any]) -> Side:
    return Side(
        person=Person(id=row["person_id"], case_id=row["case_id"], **{name: row[name] for name in _PERSON}),
        case_id=row["case_id"],
        number=f"{fiscal_label(row['case_year'])}-{row['case_number']:04d}",
        agency=row["agency"],
        identity=row["identity"],
    )


def same_elsewhere(case_id: UUID) -> list[Person]:
    """The persons of other cases who were found to be one with somebody of this case, as far as the viewer sees them."""
    return list(
        Person.objects.filter(sameness__identity__in=_identities(case_id))
        .exclude(case_id=case_id)
        .select_related("case", "case__responsible_agency")
        .order_by("-case_id")
    )


def _identities(case_id: UUID) -> Any:
    return SamePerson.objects.filter(case_id=case_id).values("identity")
