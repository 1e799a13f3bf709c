"""Support records (支援経過記録): who went when, what was seen, what comes next."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from random import Random

from kasane.demo.calendar import workday
from kasane.demo.casting import Cast, Consultation
from kasane.demo.labels import Agency, DataKind, Method, Stage
from kasane.demo.model import DemoRecord
from kasane.demo.phrases import records as say
from kasane.demo.support import Strand
from kasane.demo.texts import Bank
from kasane.demo.themes.base import KIND_LETTERS, Line, Phase
from kasane.demo.timeline import PATH, Timeline
from kasane.demo.words import Words

_MINUTES = {
    Method.PHONE: (10, 15, 20),
    Method.VISIT: (30, 45, 60, 90),
    Method.INTERVIEW: (40, 50, 60),
    Method.MAIL: (10, 15),
    Method.LETTER: (15,),
    Method.AGENCY_TALK: (30, 45, 60),
    Method.IN_HOUSE: (20, 30),
}


def _days(rng: Random, start: date, end: date, count: int) -> list[date]:
    """Different working days in order between two days."""
    span = (end - start).days
    if span < 0:
        return []
    picked = {workday(start + timedelta(days=rng.randint(0, span))) for _ in range(count)}
    return sorted(d for d in picked if d >= start)


_SCENES = {Method.VISIT: say.VISIT_SCENES, Method.INTERVIEW: say.TALK_SCENES, Method.PHONE: say.PHONE_SCENES}
_AWAY = re.compile(
    "同行|参加|見学|外|教室|公園|居場所|農園|作業|体験|公民館|会で|会に|会食|集い|サロン|役場|窓口|不在|玄関|縁側|布団|図書|部屋を|面談|協議|近所の方|ヘルパー|泥|搬出"
)
_KIN = re.compile("本人|家族|[父母夫妻兄弟姉妹孫]|[長次三]男|[長次三]女")
_SAID = re.compile(
    "(話す|とのこと|という|言う|話される|聞く|話になった|話題になった|話をされた|話した|見せてくださる)。$"
)


def _phase(row: Line, thread: Strand, met_late: set[str]) -> int:
    """When a record fits; someone who stays in is first met at the door, and only later sits at a desk."""
    if thread.use.about in met_late and thread.theme.key != "withdrawal":
        return min(row.phase + 1, Phase.LATE)
    return row.phase


class Diary:
    """Collects the records of one household."""

    def __init__(self, rng: Random, line: Timeline) -> None:
        self.rng = rng
        self.line = line
        self.records: list[DemoRecord] = []
        self._used: set[str] = set()
        self._told: set[str] = set()

    def _once(self, bank: Sequence[str]) -> str:
        """A sentence not yet used in this file, or nothing."""
        text = self.rng.choice(bank) if bank else ""
        if text in self._used:
            return ""
        self._used.add(text)
        return text

    def _dress(self, method: Method, core: str, day: date, homely: bool) -> str:
        """The core sentence with its scene before, and season or remark behind."""
        rng = self.rng
        away = bool(_AWAY.search(core))
        before = after = ""
        if method in _SCENES and homely and not (away and method is not Method.PHONE) and rng.random() < 0.55:
            before = self._once(_SCENES[method])
        if homely and method in (Method.VISIT, Method.INTERVIEW):
            if rng.random() < 0.25:
                seasons = say.SEASONS[day.month]
                at_home = method is Method.VISIT and not away
                after = self._once(seasons if at_home else [s for s in seasons if _SAID.search(s)])
            elif rng.random() < 0.12:
                after = self._once(say.AFTER)
        return before + core + after

    def add(
        self,
        day: date,
        agency: Agency,
        method: Method,
        counterpart: str,
        text: str,
        then: str,
        kinds: tuple[DataKind, ...],
    ) -> None:
        """One record; the core sentence gets its scene."""
        rng = self.rng
        places = say.PLACES.get(method)
        self.records.append(
            DemoRecord(
                offset_days=(day - self.line.received).days,
                agency=agency,
                method=method,
                counterpart=counterpart,
                text=self._dress(method, text, day, bool(_KIN.search(counterpart))),
                next_step=then,
                kinds=kinds,
                place=rng.choice(places) if places else "",
                minutes=rng.choice(_MINUTES.get(method, (30,))),
            )
        )

    def by_intake(self, agency: Agency, end: date, count: int, fits: Callable[[Bank], bool]) -> None:
        """Records of the agency that took the consultation."""
        fresh = [row for row in say.INTAKE_LINES if row[3] not in self._told and fits(row)]
        rows = self.rng.sample(fresh, min(count, len(fresh)))
        self._told.update(row[3] for row in rows)
        for day, (method, who, kinds, text, then) in zip(
            _days(self.rng, self.line.received, end, count), rows, strict=False
        ):
            self.add(day, agency, Method(method), who, text, then, tuple(KIND_LETTERS[k] for k in kinds))

    def from_lines(
        self, bank: Sequence[Line], start: date, end: date, count: int, words: Words | None = None
    ) -> None:
        """Records in the bank's order of phases."""
        first = self.rng.choice([n for n, row in enumerate(bank) if row.phase is Phase.EARLY])
        others = [n for n in range(len(bank)) if n != first]
        more = self.rng.sample(others, min(max(count - 1, 0), len(others)))
        chosen = sorted([first, *more]) if count else []
        for day, index in zip(_days(self.rng, start, end, count), chosen, strict=False):
            row = bank[index]
            text = words.fill(row.text) if words else row.text
            self.add(day, row.agency, row.method, row.counterpart, text, row.next_step, row.kinds)

    def of_support(
        self, threads: list[Strand], agencies: set[Agency], start: date, end: date, count: int
    ) -> None:
        """Records of the agencies at work under the plan, strand by strand, early ones first."""
        rng = self.rng
        span = max((end - start).days, 1)
        reach = Phase.LATE if span > 110 else Phase.MIDDLE if span > 40 else Phase.EARLY
        met_late = {t.use.about for t in threads if t.theme.key == "withdrawal"}
        pool = [
            (row, thread.words, phase)
            for thread in threads
            for row in thread.theme.lines
            for phase in (_phase(row, thread, met_late),)
            if row.agency in agencies and row.agency not in thread.use.without and phase <= reach
        ]
        chosen = sorted(rng.sample(pool, min(count, len(pool))), key=lambda entry: entry[2])
        days = _days(rng, start, end, len(chosen))
        for day, (row, words, _) in zip(days, chosen, strict=False):
            words.month = day.month
            if not (words.usable(row.text) and words.usable(row.counterpart)):
                continue
            then = words.fill(row.next_step) if words.usable(row.next_step) else "引き続き様子をみる。"
            self.add(
                day,
                row.agency,
                row.method,
                words.fill(row.counterpart),
                words.fill(row.text),
                then,
                row.kinds,
            )

    def sorted(self) -> tuple[DemoRecord, ...]:
        """All records in the order of days."""
        return tuple(sorted(self.records, key=lambda r: r.offset_days))


def _fits_first_contact(cast: Cast, by_subject: bool) -> Callable[[Bank], bool]:
    """Which early records can be true here: nobody unmet thanks us, no child is called, no refuge is told."""
    child = cast.people[0].age(cast.line.received) < 16
    hidden = cast.pattern.protected_share > 0
    refused = cast.stage is Stage.NO_CONSENT
    subject = cast.subject.role
    withdrawn = any(t.theme.key == "withdrawal" and t.use.about == subject for t in cast.threads)

    def fits(row: Bank) -> bool:
        method, counterpart, _, text, _ = row
        if counterpart == "民生委員" and (hidden or refused):
            return False
        if counterpart != "本人":
            return True
        if child or withdrawn:
            return False
        if refused:
            return "不在" in text
        return by_subject or method == Method.VISIT

    return fits


def write_diary(cast: Cast, first: Consultation, agencies: set[Agency]) -> tuple[DemoRecord, ...]:
    """All records of a household; each agency writes only once it has a part in the case (R-DIS-01)."""
    rng, stage, line, today = cast.rng, cast.stage, cast.line, cast.line.today
    diary = Diary(rng, line)
    if stage is Stage.INFORMED:
        return ()
    fits = _fits_first_contact(cast, first.by_subject)
    early = min(line.referred or line.conference or today, line.received + timedelta(days=25), today)
    count = rng.choice((0, 0, 1, 2, 3) if stage is Stage.RECEIVED else (0, 1, 1, 2))
    diary.by_intake(cast.source, early, count, fits)
    if stage is Stage.RETURNED and line.answered:
        diary.by_intake(cast.source, today, 1, fits)
    if line.conference and line.conference <= today:
        diary.from_lines(say.PRE_CONSENT_LINES, line.conference, today, rng.randint(1, 4))
    if line.answered and cast.target is Agency.JUSO and stage is not Stage.RETURNED:
        until = line.assessed or today
        few = rng.randint(1, 3) if stage in PATH else rng.randint(0, 1)
        diary.from_lines(say.JUSO_LINES, line.answered, until, few)
    if line.decided:
        end = min(line.evaluated or today, today)
        many = 3 + min((end - line.decided).days // 18, 9) + rng.randint(0, 2)
        diary.of_support(cast.threads, agencies, line.decided, end, many)
    return diary.sorted()
