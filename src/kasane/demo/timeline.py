"""When each step of a household happened, counted back from today; nothing but plans lies ahead."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from kasane.demo.calendar import workday, workday_around
from kasane.demo.labels import Stage

LONGEST = 545
"""Days back from today to the oldest reception: about 18 months."""

_REFERRED = (Stage.REFERRED, Stage.ACCEPTED, Stage.RETURNED)
PATH = (
    Stage.APPLIED,
    Stage.ASSESSED,
    Stage.PLANNING,
    Stage.AWAITING_MEETING,
    Stage.SUPPORTED,
    Stage.MONITORING_DUE,
    Stage.EVALUATED,
    Stage.CLOSED,
)
_DECIDED = PATH[4:]


@dataclass(slots=True)
class Timeline:
    """Days of the steps; a step not reached is None."""

    today: date
    received: date
    consented: date
    referred: date | None = None
    answered: date | None = None
    applied: date | None = None
    assessed: date | None = None
    planned: date | None = None
    meeting: date | None = None
    decided: date | None = None
    monitored: list[date] = field(default_factory=list)
    next_monitoring: date | None = None
    period_days: int = 182
    evaluated: date | None = None
    closing: date | None = None
    closed: date | None = None
    handed_back: date | None = None
    conference: date | None = None


def _gaps(rng: Random, stage: Stage, period: int, interval: int) -> tuple[dict[str, int], int]:
    """Days between the steps reached, in order, and the days since the last one."""
    if stage is Stage.RECEIVED:
        return {}, int(rng.triangular(0, 45, 4))
    if stage is Stage.INFORMED:
        return {}, rng.randint(5, 480)
    if stage is Stage.NO_CONSENT:
        return {"conference": rng.randint(7, 24)}, rng.choice((-6, rng.randint(3, 200)))
    gaps = {"referred": rng.randint(1, 12)}
    if stage is Stage.REFERRED:
        return gaps, int(rng.triangular(0, 21, 4))
    gaps["answered"] = rng.randint(1, 8)
    if stage in _REFERRED:
        return gaps, rng.randint(0, 16) if stage is Stage.ACCEPTED else rng.randint(2, 120)
    gaps["applied"] = rng.randint(3, 14)
    if stage is Stage.APPLIED:
        return gaps, rng.randint(0, 14)
    gaps["assessed"] = rng.randint(7, 24)
    if stage is Stage.ASSESSED:
        return gaps, rng.randint(0, 10)
    gaps["planned"] = rng.randint(4, 16)
    if stage is Stage.PLANNING:
        return gaps, rng.randint(0, 9)
    gaps["meeting"] = rng.randint(7, 21)
    if stage is Stage.AWAITING_MEETING:
        return gaps, -rng.randint(2, gaps["meeting"] - 3)
    gaps["decided"] = rng.randint(1, 8)
    if stage is Stage.SUPPORTED:
        return gaps, interval * rng.randint(0, 2) + rng.randint(8, interval - 9)
    if stage is Stage.MONITORING_DUE:
        return gaps, interval * rng.randint(1, 2) + rng.randint(-3, 18)
    gaps["evaluated"] = int(period * rng.uniform(0.82, 0.98))
    gaps["closing"] = rng.randint(7, 18)
    if stage is Stage.EVALUATED:
        return gaps, -rng.randint(1, gaps["closing"] - 1)
    gaps["handed_back"] = rng.randint(0, 7)
    return gaps, rng.randint(3, max(LONGEST - sum(gaps.values()), 4))


def make_timeline(rng: Random, stage: Stage, today: date) -> Timeline:
    """Days for a household at that stage, working days all, none of the past ones after today."""
    interval = rng.choice((60, 90, 90))
    period = 364 if rng.random() < 0.25 else 182
    gaps, since = _gaps(rng, stage, period, interval)
    start = today - timedelta(days=sum(gaps.values()) + since)
    received = workday(start)
    line = Timeline(today, received, received, period_days=period)
    day = start
    for step, gap in gaps.items():
        day += timedelta(days=gap)
        setattr(line, step, workday_around(day, today))
    if stage is Stage.CLOSED:
        line.closed = line.closing
    if line.decided:
        _monitoring(line, interval, stage)
    return line


def _monitoring(line: Timeline, interval: int, stage: Stage) -> None:
    assert line.decided
    last = line.evaluated or line.today
    due = line.decided + timedelta(days=interval)
    step = timedelta(days=interval)
    slack = timedelta(days=20 if line.evaluated else 0)
    if stage is Stage.MONITORING_DUE:
        slack = timedelta(days=25)
    while due <= last - slack:
        line.monitored.append(workday(due))
        due += step
    line.next_monitoring = workday_around(due, line.today)
