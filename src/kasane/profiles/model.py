"""A town profile as plain frozen values: everything about a town that is configuration, not code."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from kasane.profiles.vocabulary import (
    AgencyKind,
    BodyFunction,
    Danger,
    DataKind,
    ExtraItemKind,
    Field,
    Mode,
    ProgramCode,
    RetentionEnd,
    RetentionStart,
    SiteType,
    StandingRole,
    Weekday,
    Work,
)
from kasane.profiles.wording import (
    Consent,
    FinalityText,
    Paper,
    Policy,
    RecordTemplate,
    Sheet,
    Term,
    TimingText,
    WorkText,
)

_DISABILITY = re.compile(
    r"障(?:害|がい)(?!者手帳|者保健|者基幹|者総合|者相談|者計画|者自立|者雇用|児福祉|福祉|支援区分|年金|基礎|厚生)"
)
_CHILD = re.compile(r"(?:子ども|こども)(?!・子育て|家庭|大綱|基本法|誰でも|食堂|若者)")
"""What a law or a system names so keeps its spelling, whatever the town writes."""

K = TypeVar("K", "Agency", "Area", "Delivery", "Body")


@dataclass(frozen=True, slots=True)
class Town:
    """The municipality. `code` is None only in a profile that no town owns yet."""

    name: str
    kana: str
    prefecture: str | None
    code: str | None
    has_welfare_office: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """The 実施計画 (法106条の5): its name, its fiscal years and what it stands on (R-PLAN-01)."""

    title: str
    period_from: int
    period_to: int
    guideline_version: datetime.date
    manual: str | None
    upper_plan: str | None
    related_plans: tuple[str, ...]
    principles: tuple[str, ...]
    evaluation: str | None
    evaluation_body: str | None


@dataclass(frozen=True, slots=True)
class Words:
    """How the town writes the words of the field (障がい/障害, 子ども/こども …)."""

    care: str
    elderly: str
    disability: str
    child: str
    hardship: str
    cross: str
    municipality: str
    resident: str

    def field(self, field: Field) -> str:
        """The town's name for a field of support."""
        return str(getattr(self, field.value))

    def spell(self, text: str) -> str:
        """A heading or an answer in the town's own spelling of 障害 and 子ども. Names that a law gives stay."""
        text = _DISABILITY.sub(self.disability, text)
        return _CHILD.sub(self.child, text)


@dataclass(frozen=True, slots=True)
class Retention:
    """How long a file is kept (R-DIS-07): kept from `starts_on`, disposed of `years` after `ends_on`."""

    years: int
    starts_on: RetentionStart
    ends_on: RetentionEnd
    disposal: str | None


@dataclass(frozen=True, slots=True)
class Rules:
    """The town's own limits. `field_threshold` None means the town has no such rule (R-INT-10)."""

    center: str
    field_threshold: int | None
    fields: tuple[str, ...]
    referral_answer_days: int
    referral_follow_up_days: int
    referral_pass_limit: int
    silence_days: int
    small_cell: int
    material_days: int
    urgent_days: int
    urgent_review_days: int
    exception_days: int
    undone_days: int
    approval_steps: tuple[str, ...]
    """Who is asked one after another about 支援決定; the last one decides (R-COOR-06)."""
    load_per_worker: int
    """More open cases than these are too many for one worker to lead (R-COOR-12)."""
    load_per_agency: int


@dataclass(frozen=True, slots=True)
class Outside:
    """Who is telephoned besides: police, ambulance, 児童相談所 (R-INT-09)."""

    name: str
    phone: str
    when: str | None


@dataclass(frozen=True, slots=True)
class UrgentRoute:
    """The urgent route of one danger: whose officers are told, and by when what is to be done (R-INT-09)."""

    danger: Danger
    agencies: tuple[str, ...]
    ack_minutes: int
    safety_hours: int
    outside: tuple[Outside, ...]


@dataclass(frozen=True, slots=True)
class Agency:
    """A division of the town hall, a centre, an entrusted corporation or a partner (支援関係機関)."""

    key: str
    name: str
    kana: str
    kind: AgencyKind
    municipality: bool
    parent: str | None
    operator: str | None
    phone: str | None
    areas: tuple[str, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class Area:
    """A 日常生活圏域, district or 自治会; level 0 is the whole municipality, higher is smaller (R-DEL-05)."""

    key: str
    name: str
    kind: str
    level: int
    parent: str | None


@dataclass(frozen=True, slots=True)
class Delivery:
    """One row of the delivery tables (R-DEL-01); `works` has several where a program carries several.

    `sites` is the printed number; where the plan prints words instead (「市内全域」「－」) they stand in
    `sites_text`. `agency_modes` says who runs it how, when the modes differ between agencies.
    """

    key: str
    works: tuple[Work, ...]
    fields: tuple[Field, ...]
    field_text: str | None
    program: ProgramCode
    name: str
    legal_basis: str | None
    sites: int | None
    sites_text: str | None
    modes: tuple[Mode, ...]
    target: str | None
    areas: tuple[str, ...]
    duty_lead: str | None
    duties: tuple[str, ...]
    examples: tuple[str, ...]
    agencies: tuple[str, ...]
    agency_modes: Mapping[str, Mode]
    divisions: tuple[str, ...]
    site_type: SiteType | None
    backed_by: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class BodyPart:
    """A part of the time of a body that several works share, as 地域ケア会議 and 重層的支援会議 on one afternoon (R-CONF-05)."""

    name: str
    function: BodyFunction
    minutes: int


@dataclass(frozen=True, slots=True)
class Body:
    """A conference body of the town (R-CONF-01, 02, 05).

    `week` 5 is the last one of the month; a body without `months` and `weekday` has its days chosen by its host.
    """

    key: str
    name: str
    functions: tuple[BodyFunction, ...]
    legal_basis: str | None
    host: str | None
    convener: str | None
    part_of: str | None
    regular: bool
    ad_hoc: bool
    times_per_year: int | None
    months: tuple[int, ...]
    week: int | None
    weekday: Weekday | None
    starts: datetime.time | None
    length: int | None
    parts: tuple[BodyPart, ...]
    members: tuple[str, ...]
    member_roles: tuple[StandingRole, ...]
    members_text: str | None
    per_area_kind: str | None
    roles: tuple[str, ...]
    text: str | None


@dataclass(frozen=True, slots=True)
class ExtraItem:
    """Something a program asks beside the 受付シート (R-INT-01); `data_kind` is what the answer tells of (R-DIS-04)."""

    key: str
    program: ProgramCode
    label: str
    kind: ExtraItemKind
    choices: tuple[str, ...]
    data_kind: DataKind
    required: bool
    help: str | None


@dataclass(frozen=True, slots=True)
class HousingStandard:
    """What the town may compare with at the desk for 住居確保給付金, for a size of household from a day on (R-SELF-01).

    Amounts are yen a month (`savings_cap`, and `moving_cap` for 転居費用補助: yen); `source` says where they come from.
    None is made up: a town that registers none is told so.
    """

    size: int
    base: int
    rent_cap: int
    savings_cap: int
    valid_from: datetime.date
    source: str
    moving_cap: int | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """A town, complete and checked."""

    source: str
    town: Town
    plan: Plan
    words: Words
    retention: Retention
    consent: Consent
    rules: Rules
    works: tuple[WorkText, ...]
    agencies: tuple[Agency, ...]
    areas: tuple[Area, ...]
    deliveries: tuple[Delivery, ...]
    bodies: tuple[Body, ...]
    timings: tuple[TimingText, ...]
    finality: tuple[FinalityText, ...]
    sheets: tuple[Sheet, ...]
    policy: Policy
    terms: tuple[Term, ...]
    urgent: tuple[UrgentRoute, ...]
    extra_items: tuple[ExtraItem, ...]
    housing: tuple[HousingStandard, ...] = ()
    record_templates: tuple[RecordTemplate, ...] = ()
    paper: Paper = Paper()

    def agency(self, key: str) -> Agency:
        """The agency of this key; KeyError when there is none."""
        return _find(self.agencies, key)

    def area(self, key: str) -> Area:
        """The area of this key; KeyError when there is none."""
        return _find(self.areas, key)

    def delivery(self, key: str) -> Delivery:
        """The delivery of this key; KeyError when there is none."""
        return _find(self.deliveries, key)

    def body(self, key: str) -> Body:
        """The conference body of this key; KeyError when there is none."""
        return _find(self.bodies, key)

    def bodies_with(self, function: BodyFunction) -> tuple[Body, ...]:
        """The bodies that carry a function, in the order of the profile."""
        return tuple(body for body in self.bodies if function in body.functions)

    def urgent_route(self, danger: Danger) -> UrgentRoute:
        """The urgent route of a danger; KeyError when the town has written none."""
        for route in self.urgent:
            if route.danger is danger:
                return route
        raise KeyError(danger)

    def divisions(self) -> tuple[Agency, ...]:
        """The divisions of the town hall (所管課)."""
        return tuple(agency for agency in self.agencies if agency.kind is AgencyKind.DIVISION)


def _find(rows: tuple[K, ...], key: str) -> K:
    for row in rows:
        if row.key == key:
            return row
    raise KeyError(key)
