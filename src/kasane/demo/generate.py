"""Made-up households for the demonstration, any number, the same for the same seed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import accumulate
from random import Random

from kasane.demo import assess, diary, intake, passing, support, ties
from kasane.demo.casting import Cast, Consultation
from kasane.demo.families import Family
from kasane.demo.labels import AGENCY_SHORT, Agency, Body, Conclusion, Judgement, Stage, Topic
from kasane.demo.model import DemoHousehold, DemoMeeting, DemoOpinion, DemoPerson, DemoPlan
from kasane.demo.names import address
from kasane.demo.patterns import PATTERNS, Pattern
from kasane.demo.people import to_people, to_words
from kasane.demo.phrases import meetings as say
from kasane.demo.places import AREA_PLACES, POSTAL_CODES
from kasane.demo.timeline import PATH, Timeline, make_timeline

STAGE_WEIGHTS: dict[Stage, int] = {
    Stage.RECEIVED: 11,
    Stage.REFERRED: 6,
    Stage.ACCEPTED: 6,
    Stage.APPLIED: 4,
    Stage.ASSESSED: 6,
    Stage.PLANNING: 5,
    Stage.AWAITING_MEETING: 5,
    Stage.SUPPORTED: 20,
    Stage.MONITORING_DUE: 6,
    Stage.EVALUATED: 4,
    Stage.CLOSED: 11,
    Stage.INFORMED: 8,
    Stage.NO_CONSENT: 5,
    Stage.RETURNED: 3,
}
_STAGES = tuple(STAGE_WEIGHTS)
_STAGE_CUM = tuple(accumulate(STAGE_WEIGHTS.values()))
_PATTERN_CUM = tuple(accumulate(p.weight for p in PATTERNS))
_LIGHT = tuple(
    p
    for p in PATTERNS
    if p.label in ("老老介護", "高齢単身・孤立", "ひとり親と生活困窮", "子育ての孤立", "失業と生活困窮")
)
_UNWILLING = tuple(
    p
    for p in PATTERNS
    if p.label
    in (
        "8050",
        "老老介護",
        "ごみ屋敷・セルフネグレクト",
        "高齢単身・孤立",
        "若者ひきこもり",
        "認知症の単身と離れて暮らす家族",
    )
)
_RENTING = {
    "ひとり親と生活困窮",
    "外国籍のひとり親",
    "刑余者",
    "DV避難",
    "精神障がいと借金",
    "障がいの疑いと金銭管理",
    "子育ての孤立",
}
_TARGETS = {
    Topic.CARE: Agency.HOKATSU,
    Topic.HEALTH: Agency.KENKO,
    Topic.CHILD_REARING: Agency.KODOMO,
    Topic.WITHDRAWAL: Agency.SHAKYO,
    Topic.INCOME: Agency.FUKUSHI,
    Topic.DEBT: Agency.SHAKYO,
    Topic.VIOLENCE: Agency.FUKUSHI,
    Topic.COMMUNITY: Agency.SHAKYO,
    Topic.HOUSING: Agency.FUKUSHI,
    Topic.JOB_SEARCH: Agency.JUSO,
    Topic.JOB_TROUBLE: Agency.KIKAN,
}


def households(n: int, seed: int = 20250401, *, today: date) -> Iterator[DemoHousehold]:
    """`n` households one after another; household i is the same whatever `n` is."""
    for index in range(n):
        yield household(index, seed, today)


def household(index: int, seed: int, today: date) -> DemoHousehold:
    """The household with that number."""
    rng = Random(f"{seed}:{index}")
    cast = _cast(rng, f"g{index + 1:06d}", today)
    first = intake.consult(cast)
    cast.target = _target(cast, first.main_topic)
    line = cast.line
    plan = (
        support.make_plan(
            rng, cast.pattern, cast.threads, cast.words, line, cast.source, cast.wish, cast.alone
        )
        if line.planned
        else None
    )
    working = set(support.plan_agencies(plan)) if plan else {cast.source, cast.target or cast.source}
    base = _first_steps(cast, first, f"g{index + 1:06d}", working)
    assessment = assess.assess(cast, first, line.assessed) if line.assessed else None
    records = diary.write_diary(cast, first, working)
    base = replace(base, assessment=assessment, records=records, scores=support.scores(rng, line))
    whole = _later_steps(cast, base, plan) if plan else base
    return ties.tied(whole, today)


def _cast(rng: Random, key: str, today: date) -> Cast:
    """The family, its days, its words, and who meets it."""
    stage = rng.choices(_STAGES, cum_weights=_STAGE_CUM)[0]
    pattern = _pattern(rng, stage)
    line = make_timeline(rng, stage, today)
    family = Family(rng, line.received)
    subject = pattern.build(family)
    people = to_people(rng, family, subject, key, today)
    if stage is Stage.INFORMED:
        people = tuple(replace(p, issues=()) for p in people)
    words = to_words(rng, family, subject, line.received)
    return Cast(
        rng=rng,
        stage=stage,
        pattern=pattern,
        line=line,
        family=family,
        subject=subject,
        people=people,
        words=words,
        threads=support.strands(rng, pattern, words),
        source=_source(rng, pattern, stage),
        wish=words.pick(rng, support.without_family(pattern.wishes, len(people) == 1)),
        rented=rng.random() < (0.75 if pattern.label in _RENTING else 0.12),
    )


def _first_steps(cast: Cast, first: Consultation, key: str, working: set[Agency]) -> DemoHousehold:
    """From the reception to the application."""
    rng, line = cast.rng, cast.line
    outcome, reason = passing.triage(cast, first)
    area = rng.randint(1, len(AREA_PLACES))
    return DemoHousehold(
        key=key,
        pattern=cast.pattern.label,
        members=cast.people,
        postal_code=rng.choice(POSTAL_CODES),
        address=address(rng, area, rented=cast.rented),
        area=area,
        address_protected=rng.random() < cast.pattern.protected_share,
        received_on=line.received,
        intake_agency=cast.source,
        consulter=first.consulter,
        channel=first.channel,
        topics=first.topics,
        main_topic=first.main_topic,
        household_note=_household_note(cast.people, line.received),
        outline=first.outline,
        urgent=first.urgent,
        urgency_text=first.urgency_text,
        triage=outcome,
        triage_reason=reason,
        consent=passing.consent(cast, first, _scope(cast, working)),
        stage=cast.stage,
        referrals=passing.referrals(cast),
        application=passing.application(cast, line.applied, working | {cast.source})
        if line.applied
        else None,
        support_conference=_conference(rng, line, cast.source),
    )


def _later_steps(cast: Cast, base: DemoHousehold, plan: DemoPlan) -> DemoHousehold:
    """From the plan to つなぎもどし, as far as the household has come."""
    rng, line = cast.rng, cast.line
    evaluation = support.evaluate(rng, plan, cast.threads, line, cast.stage) if line.evaluated else None
    return replace(
        base,
        plan=plan,
        plan_meeting=_plan_meeting(cast, plan),
        decision=support.decision(rng, plan, line.decided) if line.decided else None,
        monitorings=support.monitorings(rng, line, Agency.JUSO) if line.decided else (),
        evaluation=evaluation,
        closing_meeting=_closing_meeting(cast, plan, evaluation.conclusion) if evaluation else None,
        closure=support.closure(rng, line, plan) if line.closed else None,
    )


def _pattern(rng: Random, stage: Stage) -> Pattern:
    """The kind of household; a short answer or a refusal does not befit every kind."""
    if stage is Stage.INFORMED:
        return rng.choice(_LIGHT)
    if stage is Stage.NO_CONSENT:
        return rng.choice(_UNWILLING)
    return rng.choices(PATTERNS, cum_weights=_PATTERN_CUM)[0]


def _source(rng: Random, pattern: Pattern, stage: Stage) -> Agency:
    """The agency of the first consultation; the centre itself does not refer to itself."""
    while True:
        agency = rng.choices(tuple(pattern.intake), tuple(pattern.intake.values()))[0]
        if agency is not Agency.JUSO or stage in (Stage.RECEIVED, Stage.INFORMED):
            return agency


def _target(cast: Cast, topic: Topic) -> Agency | None:
    if cast.stage in PATH or cast.stage is Stage.RETURNED:
        return Agency.JUSO
    if cast.stage not in (Stage.REFERRED, Stage.ACCEPTED):
        return None
    other = _TARGETS.get(topic, Agency.JUSO)
    return other if cast.rng.random() < 0.3 and other is not cast.source else Agency.JUSO


def _scope(cast: Cast, working: set[Agency]) -> tuple[Agency, ...]:
    """Agencies the person agrees to: those of the support to come, not the asking agency itself."""
    chosen = set(working)
    if cast.stage in PATH:
        chosen.add(Agency.FUKUSHI)
    chosen.discard(cast.source)
    if not chosen:
        chosen = {i.agency for t in cast.threads for i in t.theme.items} - {cast.source} or {Agency.JUSO}
        chosen = set(cast.rng.sample(sorted(chosen), min(2, len(chosen))))
    return tuple(a for a in Agency if a in chosen)


def _household_note(people: tuple[DemoPerson, ...], on: date) -> str:
    home = [p for p in people if p.lives_together]
    apart = [p for p in people if not p.lives_together]
    text = (
        "一人暮らし"
        if len(home) == 1
        else "・".join(f"{p.relation}({p.age(on)})" for p in home) + f"の{len(home)}人世帯"
    )
    if apart:
        text += "。別居: " + "、".join(f"{p.relation}({p.age(on)})" for p in apart)
    return text


def _conference(rng: Random, line: Timeline, source: Agency) -> DemoMeeting | None:
    """支援会議 on a household without consent (R-CONF-01)."""
    if not line.conference:
        return None
    chosen = {
        source,
        Agency.JUSO,
        Agency.SHAKYO,
        Agency.FUKUSHI,
        rng.choice((Agency.KENKO, Agency.HOKATSU, Agency.KIKAN)),
    }
    members = tuple(a for a in Agency if a in chosen)
    purpose = "気になる世帯の情報共有と関わり方の確認"
    if line.conference > line.today:
        return DemoMeeting(Body.SUPPORT, line.conference, purpose, members)
    texts = rng.sample(say.CONFERENCE_OPINIONS, 3)
    opinions = tuple(DemoOpinion(a, t) for a, t in zip(rng.sample(members, 3), texts, strict=True))
    conclusion = rng.choice(say.CONFERENCE_CONCLUSIONS).format(元=AGENCY_SHORT[source])
    return DemoMeeting(
        Body.SUPPORT, line.conference, purpose, members, opinions, Judgement.POLICY, conclusion
    )


def _plan_meeting(cast: Cast, plan: DemoPlan) -> DemoMeeting | None:
    line = cast.line
    if not line.meeting:
        return None
    judgement = Judgement.APPROPRIATE if line.decided else None
    return support.meeting(cast.rng, plan, line.meeting, "プランの適切性の協議", judgement, cast.alone)


def _closing_meeting(cast: Cast, plan: DemoPlan, conclusion: Conclusion) -> DemoMeeting | None:
    line = cast.line
    if not line.closing:
        return None
    purpose = "終結時の評価" if conclusion is Conclusion.CLOSE else "再プランの協議"
    judgement = Judgement.CLOSE if line.closed else None
    return support.meeting(cast.rng, plan, line.closing, purpose, judgement, cast.alone)
