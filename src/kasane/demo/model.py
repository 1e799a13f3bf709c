"""Plain values of one made-up household, from the first consultation to the closing of the file.

A step that the household has not reached is None (or empty). Nothing here touches the database: the loader
calls the product's own actions with these values, so that what the product refuses is refused here too.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from kasane.demo.labels import (
    Agency,
    Answer,
    Body,
    Change,
    Channel,
    Conclusion,
    ConsentChoice,
    ConsulterKind,
    DataKind,
    DecisionKind,
    GoalState,
    Issue,
    Judgement,
    Method,
    Request,
    ScoreTiming,
    Screening,
    Sex,
    Signed,
    Stage,
    Topic,
    Triage,
)

Answers = dict[str, dict[str, str]]
"""Section of 2-3 → item → answer."""


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """One member of a household; `relation` is the tie to the subject (本人, 母, 長男 …). R-PEO-01."""

    key: str
    family: str
    given: str
    family_kana: str
    given_kana: str
    sex: Sex
    birth: date
    relation: str
    lives_together: bool
    is_subject: bool
    phone: str
    occupation: str
    issues: tuple[Issue, ...] = ()
    nationality: str = "日本"
    parents: tuple[str, ...] = ()
    spouse: str | None = None

    @property
    def name(self) -> str:
        """Family and given name with a space between."""
        return f"{self.family} {self.given}"

    def age(self, on: date) -> int:
        """Completed years of age on a day."""
        return on.year - self.birth.year - ((on.month, on.day) < (self.birth.month, self.birth.day))


@dataclass(frozen=True, slots=True)
class DemoFormer:
    """Somebody of the family who had died or gone before the first consultation; they need no key of their own."""

    family: str
    given: str
    family_kana: str
    given_kana: str
    sex: Sex
    relation: str
    birth: date
    died: date | None = None


@dataclass(frozen=True, slots=True)
class DemoTie:
    """A tie told at reception (R-PEO-01): `who` to `to` (keys of members) or to somebody in words."""

    who: str
    kind: str
    to: str = ""
    label: str = ""
    strength: str = "normal"
    note: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class DemoChange:
    """What became different in a household while it was supported; codes as in `people.models`."""

    who: str
    on: date
    reason: str
    standing: str = ""
    occupation: str = ""


@dataclass(frozen=True, slots=True)
class DemoConsulter:
    """Who came or called (相談者, 2-1-1); `detail` is the family tie or the post held."""

    kind: ConsulterKind
    name: str
    kana: str
    detail: str
    phone: str


@dataclass(frozen=True, slots=True)
class DemoConsent:
    """情報提供・情報収集への同意 with its scope (R-INT-01, R-DIS-01)."""

    choice: ConsentChoice
    confirmed_on: date
    how: str
    agencies: tuple[Agency, ...] = ()
    kinds: tuple[DataKind, ...] = ()


@dataclass(frozen=True, slots=True)
class DemoReferral:
    """つなぎ (2-1-2, R-INT-04). `answer` is None while the other side has not answered."""

    from_agency: Agency
    to_agency: Agency
    referred_on: date
    requests: tuple[Request, ...]
    history: str
    reason: str
    explained_by: str
    explained_what: str
    explained_on: date
    wishes: str
    care: str
    answer: Answer | None = None
    answered_on: date | None = None
    answer_text: str = ""
    followed_up_on: date | None = None
    follow_up_text: str = ""


@dataclass(frozen=True, slots=True)
class DemoApplication:
    """相談受付・申込票 (2-2, R-COOR-01)."""

    explained_on: date
    applied_on: date
    signed: Signed
    signed_reason: str
    excluded_agencies: tuple[Agency, ...]
    hopes: str


@dataclass(frozen=True, slots=True)
class DemoAssessment:
    """インテーク・アセスメントシート (2-3, R-COOR-03)."""

    completed_on: date
    answers: Answers
    strengths: str
    wishes: str
    summary: str
    screening: Screening


@dataclass(frozen=True, slots=True)
class DemoPlanItem:
    """One row of the support table in 2-4."""

    issue: str
    support: str
    agency: Agency
    worker_role: str
    frequency: str
    period: str
    own_effort: str


@dataclass(frozen=True, slots=True)
class DemoPlan:
    """プラン兼事業等利用申込書 (2-4, R-COOR-04)."""

    number: int
    made_on: date
    issues: str
    wish: str
    long_goal: str
    short_goals: tuple[str, ...]
    items: tuple[DemoPlanItem, ...]
    lead_agency: Agency
    uses_participation: bool
    participation_reason: str
    uses_outreach: bool
    outreach_reason: str
    starts_on: date
    ends_on: date
    next_monitoring: date


@dataclass(frozen=True, slots=True)
class DemoOpinion:
    """What one agency said in a meeting."""

    agency: Agency
    text: str


@dataclass(frozen=True, slots=True)
class DemoMeeting:
    """A meeting on this case; `judgement` is None while it is only planned (R-CONF-01, 02, 04)."""

    body: Body
    held_on: date
    purpose: str
    members: tuple[Agency, ...]
    opinions: tuple[DemoOpinion, ...] = ()
    judgement: Judgement | None = None
    conclusion: str = ""


@dataclass(frozen=True, slots=True)
class DemoDecision:
    """The municipality's 支援決定 or 確認 (R-COOR-06)."""

    kind: DecisionKind
    decided_on: date
    note: str


@dataclass(frozen=True, slots=True)
class DemoRecord:
    """支援経過記録; the day is counted from the day of reception."""

    offset_days: int
    agency: Agency
    method: Method
    counterpart: str
    text: str
    next_step: str
    kinds: tuple[DataKind, ...]
    place: str = ""
    minutes: int = 30


@dataclass(frozen=True, slots=True)
class DemoMonitoring:
    """A look at how the plan goes (R-COOR-07)."""

    on: date
    by: Agency
    text: str
    next_on: date


@dataclass(frozen=True, slots=True)
class DemoGoalResult:
    """One goal of the plan as found at evaluation."""

    goal: str
    state: GoalState
    text: str


@dataclass(frozen=True, slots=True)
class DemoEvaluation:
    """評価シート (2-6, R-COOR-08)."""

    on: date
    goals: tuple[DemoGoalResult, ...]
    changes: tuple[Change, ...]
    remaining: str
    wish: str
    opinion: str
    conclusion: Conclusion
    lead_after: Agency
    follow_up: str


@dataclass(frozen=True, slots=True)
class DemoScores:
    """つながり評価 (2-7): five scores, each 1–4."""

    timing: ScoreTiming
    on: date
    will: int
    self_esteem: int
    relations: int
    participation: int
    consulting: int
    with_person: bool

    @property
    def values(self) -> tuple[int, int, int, int, int]:
        """意欲・自己肯定感・対人関係・社会参加・相談 in the order of the sheet."""
        return (self.will, self.self_esteem, self.relations, self.participation, self.consulting)


@dataclass(frozen=True, slots=True)
class DemoFollowUp:
    """A contact after closure by the agency that leads then; `done_on` is None while it is planned."""

    agency: Agency
    planned_on: date
    done_on: date | None
    text: str


@dataclass(frozen=True, slots=True)
class DemoClosure:
    """終結 and つなぎもどし (R-COOR-08, R-COOR-11)."""

    closed_on: date
    handed_back_to: Agency
    handed_back_on: date
    hand_back_text: str
    follow_ups: tuple[DemoFollowUp, ...]


@dataclass(frozen=True, slots=True)
class DemoHousehold:
    """One household with everything that happened up to its stage."""

    key: str
    pattern: str
    members: tuple[DemoPerson, ...]
    postal_code: str
    address: str
    area: int
    address_protected: bool
    received_on: date
    intake_agency: Agency
    consulter: DemoConsulter
    channel: Channel
    topics: tuple[Topic, ...]
    main_topic: Topic
    household_note: str
    outline: str
    urgent: bool
    urgency_text: str
    triage: Triage
    triage_reason: str
    consent: DemoConsent
    stage: Stage
    referrals: tuple[DemoReferral, ...] = ()
    application: DemoApplication | None = None
    assessment: DemoAssessment | None = None
    plan: DemoPlan | None = None
    support_conference: DemoMeeting | None = None
    plan_meeting: DemoMeeting | None = None
    decision: DemoDecision | None = None
    records: tuple[DemoRecord, ...] = ()
    monitorings: tuple[DemoMonitoring, ...] = ()
    evaluation: DemoEvaluation | None = None
    scores: tuple[DemoScores, ...] = ()
    closing_meeting: DemoMeeting | None = None
    closure: DemoClosure | None = None
    title: str = field(default="")
    formers: tuple[DemoFormer, ...] = ()
    ties: tuple[DemoTie, ...] = ()
    changes: tuple[DemoChange, ...] = ()

    @property
    def subject(self) -> DemoPerson:
        """The person the file is about (本人)."""
        return next(p for p in self.members if p.is_subject)

    def day_of(self, record: DemoRecord) -> date:
        """The calendar day of a support record."""
        return self.received_on + timedelta(days=record.offset_days)
