"""だれに何が見えるか: the case as another agency or person would see it, within what the viewer sees (R-DIS-01).

Decided by the pure rule on the rows the viewer has read, never by acting as somebody else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, QuerySet, Value

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency, AgencyKind, Post
from kasane.agencies.queries import active_agencies, staff_of
from kasane.base.dates import parse_date, today, wareki
from kasane.base.kinds import KIND_LABELS, kind_labels
from kasane.base.obstacles import Obstacle
from kasane.cases.models import Case, Event, SupportRecord
from kasane.cases.queries import timeline
from kasane.conferences.models import AgendaItem
from kasane.coordination.models import Application, Assessment, Evaluation, Plan, PlanItem
from kasane.disclosure.api import facts_of, statements_of
from kasane.disclosure.missing import Onlooker, missing
from kasane.disclosure.queries import rights_on
from kasane.disclosure.rules import Fact, GrantRow, Statement, derive_grants, kinds_seen
from kasane.disclosure.wording import Right, sentence
from kasane.intake.models import Reception, Referral
from kasane.people.models import Tie
from kasane.people.queries import household

PAPERS: tuple[tuple[str, Any], ...] = (
    ("受付シート", Reception),
    ("つなぐシート", Referral),
    ("相談受付・申込票", Application),
    ("アセスメントシート", Assessment),
    ("プラン", Plan),
    ("支援内容", PlanItem),
    ("評価", Evaluation),
    ("会議の議題", AgendaItem),
    ("家族・人とのつながり", Tie),
)
"""What hangs on a case besides its course, by the word on the screens."""


@dataclass(frozen=True)
class Onlooking:
    """Whose eyes were chosen: an agency, or one of its people at a post, on a day."""

    agency: Agency
    post: Post | None
    day: date

    @property
    def user_id(self) -> UUID | None:
        return self.post.user_id if self.post else None

    @property
    def name(self) -> str:
        return f"{self.agency.name}の{self.post.user.name}さん" if self.post else self.agency.name

    @property
    def enters(self) -> bool:
        """Whether they get to cases at all on that day; a system administrator does not (R-DIS-01)."""
        if self.post is None:
            return self.agency.is_active
        return self.post.sees_cases and self.post.is_on(self.day) and self.agency.is_active


def sight(case: Case, by: Actor, query: Mapping[str, str]) -> dict[str, Any]:
    """What the page shows. Without a choice: only whom one can choose."""
    faults: list[str] = []
    day = _day(query.get("day", ""), faults)
    facts, statements = facts_of(case.id), statements_of(case.id)
    agencies = list(active_agencies())
    chosen = _chosen(query.get("who", ""), agencies, day)
    context: dict[str, Any] = {
        "faults": faults,
        "who": query.get("who", ""),
        "day": query.get("day", "") or wareki(day),
        "groups": _groups(agencies, facts),
        "chosen": chosen,
    }
    if chosen is None:
        return context
    people = staff_of([chosen.agency.id]).order_by("user__kana", "user__name")
    return context | {
        "staff": [(f"p:{post.id}", post) for post in people],
        "agency_value": f"a:{chosen.agency.id}",
        **_seen_by(chosen, case, facts, statements),
    }


def _seen_by(
    chosen: Onlooking, case: Case, facts: Sequence[Fact], statements: Sequence[Statement]
) -> dict[str, Any]:
    """Every row the viewer has, with whether the chosen one would see it, and why or why not."""
    kinds = kinds_for(chosen, derive_grants(facts, statements))
    entries = [_entry(entry, kinds) for entry in timeline(case.id)]
    people = household(case.id)
    return {
        "kinds": kind_labels(kinds),
        "hidden_kinds": kind_labels(case.visible_kinds & ~kinds),
        "sees": bool(kinds),
        "reasons": [
            sentence(right, day=chosen.day, is_open=case.is_open)
            for right in rights_on(case.id)
            if _is_theirs(right, chosen)
        ],
        "obstacles": _obstacles(chosen, case, facts, statements),
        "people": [(person, covers(kinds, person.kinds)) for person in people],
        "has_protected": any(person.contact_is_protected for person in people),
        "entries": entries,
        "seen_entries": sum(entry["seen"] for entry in entries),
        "by_kind": _by_kind(entries),
        "papers": _papers(case.id, kinds),
    }


def kinds_for(chosen: Onlooking, grants: Sequence[GrantRow]) -> int:
    """The kinds of data the chosen one would see on the chosen day; 0 for nothing."""
    if not chosen.enters:
        return 0
    return kinds_seen(grants, agency_id=chosen.agency.id, user_id=chosen.user_id, day=chosen.day)


def covers(seen: int, kinds: int) -> bool:
    """Whether a row of `kinds` is seen with rights to `seen`: each kind must be covered (R-DIS-04)."""
    return bool(seen) and not kinds & ~seen


def _is_theirs(right: Right, chosen: Onlooking) -> bool:
    own = right.user_id == chosen.user_id if right.user_id else right.agency_id == chosen.agency.id
    ended = right.until is not None and right.until < chosen.day
    return own and not ended and chosen.enters


def _obstacles(
    chosen: Onlooking, case: Case, facts: Sequence[Fact], statements: Sequence[Statement]
) -> list[Obstacle]:
    if chosen.post is not None and not chosen.post.sees_cases:
        return [Obstacle("administrator", "システム管理者は、ケースを見ることができません。", "R-DIS-01")]
    if not chosen.enters:
        return [Obstacle("no_post", "この日には、この機関の職員として配置されていません。", "R-DIS-01")]
    found = missing(facts, statements, Onlooker(chosen.agency.id, chosen.user_id, chosen.day, str(case.id)))
    if found and chosen.agency.kind == AgencyKind.RESIDENT:
        words = "住民・民生委員には、構成員になった会議の資料だけが開きます。ケースは見られません。"
        return [Obstacle("resident", words, "R-DIS-10")]
    return found


def _entry(entry: Event | SupportRecord, kinds: int) -> dict[str, Any]:
    if isinstance(entry, SupportRecord):
        title, body = entry.get_method_display(), entry.content
    else:
        title, body = entry.title, entry.body
    seen = covers(kinds, entry.kinds)
    return {
        "id": entry.id,
        "at": entry.at,
        "title": title,
        "agency": entry.agency.name if entry.agency else "",
        "body": body if seen else "",
        "kind_bits": entry.kinds,
        "seen": seen,
        "because": kind_labels(entry.kinds & ~kinds),
    }


def _by_kind(entries: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """For each kind of data: how many entries hold it, and how many of these would be seen."""
    counted = []
    for kind, label in KIND_LABELS.items():
        holding = [entry for entry in entries if entry["kind_bits"] & kind]
        if holding:
            seen = sum(entry["seen"] for entry in holding)
            counted.append({"label": label, "seen": seen, "hidden": len(holding) - seen})
    return counted


def _papers(case_id: UUID, kinds: int) -> list[dict[str, Any]]:
    """How many of each paper there are, and how many would be seen. One query."""
    parts: list[QuerySet[Any, Any]] = [
        model.objects.filter(case_id=case_id)
        .order_by()
        .values_list(Value(label, output_field=CharField()), "kinds")
        for label, model in PAPERS
    ]
    rows = list(parts[0].union(*parts[1:], all=True))
    found = []
    for label, _ in PAPERS:
        held = [covers(kinds, one) for word, one in rows if word == label]
        if held:
            found.append({"label": label, "seen": sum(held), "hidden": len(held) - sum(held)})
    return found


def _chosen(who: str, agencies: Sequence[Agency], day: date) -> Onlooking | None:
    kind, _, key = who.partition(":")
    try:
        id = UUID(key)
    except ValueError:
        return None
    if kind == "p":
        post = Post.objects.select_related("user", "agency").filter(pk=id).first()
        return Onlooking(post.agency, post, day) if post else None
    agency = next((one for one in agencies if one.id == id), None)
    return Onlooking(agency, None, day) if agency and kind == "a" else None


def _groups(agencies: Sequence[Agency], facts: Sequence[Fact]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Whom one can choose: first those who have to do with the case."""
    involved = {fact.agency_id for fact in facts}
    near = [(f"a:{one.id}", one.name) for one in agencies if one.id in involved]
    far = [(f"a:{one.id}", one.name) for one in agencies if one.id not in involved]
    return [("このケースに関わる機関", near), ("そのほかの機関", far)]


def _day(text: str, faults: list[str]) -> date:
    """Today or a coming day."""
    if not text.strip():
        return today()
    try:
        day = parse_date(text)
    except ValueError as error:
        faults.append(str(error))
        return today()
    if day < today():
        faults.append("今日か、これからの日を入れてください。過ぎた日のことは「見た人」で確かめます。")
        return today()
    return day


__all__ = ["PAPERS", "Onlooking", "covers", "kinds_for", "sight"]
