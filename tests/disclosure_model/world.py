"""Random worlds: what happened about three cases, in the words in which a failure is read.

Days are counted from today, since the database knows no other: another day is a world shifted by some days.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st

from kasane.base.choices import ALL_PURPOSES
from kasane.base.kinds import DataKind

from .filling import CASES
from .town import KINDS, POSTS

PEOPLE = [name for name in POSTS if name not in ("adm", "k1")]
PLACES = [key for key in KINDS if key != "K"]


def kinds_in_words(kinds: int) -> str:
    return "+".join(kind.name or "" for kind in DataKind if kinds & kind) or "no kind"


@dataclass(frozen=True)
class Told:
    """Evidence by `disclosure.api.add_evidence`."""

    case: int
    type: str
    agency: str
    user: str
    kinds: int
    since: int
    until: int | None
    acknowledged: int | None

    def __str__(self) -> str:
        ends = "" if self.until is None else f" until {self.until:+}"
        return (
            f"case {self.case}: {self.type} of agency {self.agency} ({self.user}), {kinds_in_words(self.kinds)},"
            f" from {self.since:+}{ends}, acknowledged {self.acknowledged}"
        )


@dataclass(frozen=True)
class Ended:
    """`disclosure.api.end_evidence` of everything of one agency in a case."""

    case: int
    agency: str
    on: int
    at_once: bool

    def __str__(self) -> str:
        return f"case {self.case}: evidence of agency {self.agency} ended on {self.on:+}" + (
            " at once" if self.at_once else ""
        )


@dataclass(frozen=True)
class Said:
    """A statement of the person by `record_consent`, withdrawn on a day or not."""

    case: int
    answer: str
    level: str
    on: int
    agencies: tuple[str, ...] | None
    excluded: tuple[str, ...]
    kinds: int
    purposes: int
    until: int | None
    withdrawn: int | None

    def __str__(self) -> str:
        whom = "all agencies" if self.agencies is None else f"agencies {', '.join(self.agencies) or 'none'}"
        return (
            f"case {self.case}: on {self.on:+} {self.answer} at {self.level} to {whom} without"
            f" {', '.join(self.excluded) or 'exception'}, {kinds_in_words(self.kinds)}, purposes {self.purposes},"
            f" until {self.until}, withdrawn {self.withdrawn}"
        )


@dataclass(frozen=True)
class Termed:
    """The term of an agency's contract is changed."""

    agency: str
    since: int
    length: int | None

    def __str__(self) -> str:
        last = "without end" if self.length is None else f"to {self.since + self.length:+}"
        return f"contract of agency {self.agency} runs from {self.since:+} {last}"


@dataclass(frozen=True)
class Acknowledged:
    """Somebody acknowledges the duty of secrecy for the evidence told in a case."""

    case: int
    user: str

    def __str__(self) -> str:
        return f"case {self.case}: {self.user} acknowledges the duty of secrecy today"


@dataclass(frozen=True)
class Excepted:
    """A statutory exception: asked for, decided, ended; an urgent one stands at once."""

    case: int
    by: str
    agency: str
    user: str | None
    kinds: int
    since: int
    length: int
    decision: str
    decider: str
    ended: int | None

    def __str__(self) -> str:
        whom = self.user or f"agency {self.agency}"
        return (
            f"case {self.case}: {self.by} asks an exception for {whom}, {kinds_in_words(self.kinds)}, from"
            f" {self.since:+} for {self.length} days; {self.decision} by {self.decider}, ended {self.ended}"
        )


@dataclass(frozen=True)
class Item:
    case: int | None
    function: str
    kinds: int
    talk: int | None

    def __str__(self) -> str:
        about = "general" if self.case is None else f"case {self.case}"
        said = "" if self.talk is None else f", talk {kinds_in_words(self.talk)}"
        return f"{about} as {self.function}, {kinds_in_words(self.kinds)}{said}"


@dataclass(frozen=True)
class Convened:
    """A meeting by the actions of the conferences: called, items put, members invited, acknowledging, removed."""

    host: str
    day: int
    members: tuple[str, ...]
    items: tuple[Item, ...]
    invited: tuple[str, ...]
    acknowledging: tuple[str, ...]
    removed: tuple[str, ...]
    cancelled: bool
    narrow: bool = False
    """Whether the invited are called to the first item alone."""

    def __str__(self) -> str:
        return (
            f"meeting of {self.host} on {self.day:+} with {', '.join(self.members) or 'nobody else'}; items:"
            f" {'; '.join(str(item) for item in self.items) or 'none'}; then invited {self.invited}"
            f"{' to the first item alone' if self.narrow else ''},"
            f" acknowledging {self.acknowledging}, removed {self.removed}"
            + (", cancelled" if self.cancelled else "")
        )


@dataclass(frozen=True)
class Named:
    """Who is named for the protected contacts of a case."""

    case: int
    staff: tuple[str, ...]

    def __str__(self) -> str:
        return f"case {self.case}: protected contacts for {', '.join(self.staff) or 'nobody'}"


Event = Told | Ended | Said | Termed | Acknowledged | Excepted | Convened | Named


@dataclass(frozen=True)
class World:
    """What happened, in this order; `shift` moves every day of it; `writer` tries to write."""

    events: tuple[Event, ...] = ()
    shift: int = 0
    writer: str = field(default="k1")

    def __str__(self) -> str:
        lines = [f"{number}. {event}" for number, event in enumerate(self.events, 1)]
        return "\n".join([f"all days moved by {self.shift:+}" if self.shift else "today is day 0", *lines])


cases = st.sampled_from(CASES)
people = st.sampled_from(PEOPLE)
places = st.sampled_from(PLACES)
days = st.sampled_from([0, -1, 1, -2, 2, -14, 14, -15, -40, 40])
starts = st.sampled_from([-40, 0, -40, -1, -40, -14, -40, -2, 1, 14])
ends = st.sampled_from([None, None, None, None, None, 1, 40, 14, 0, -1])
kinds = st.sampled_from([31, 63, 31, 63, 31, 63, 1, 3, 33, 2, 9, 21, 32])
some_people = st.lists(people, max_size=4, unique=True).map(tuple)
some_places = st.lists(places, max_size=3, unique=True).map(tuple)
functions = st.sampled_from(["support_conference", "multi_tier"])

TYPES = ["team", "involved", "own_work", "multi_tier", "support_conference"]
ENTRUSTED = ["entrusted", *TYPES]


@st.composite
def told(draw: st.DrawFn, case: int, agency: str) -> Told:
    type = draw(st.sampled_from(ENTRUSTED if agency in ("A", "B") else TYPES))
    return Told(
        case=case,
        type=type,
        agency=agency,
        user=draw(st.sampled_from([name for name in PEOPLE if POSTS[name][0][0] == agency])),
        kinds=draw(kinds),
        since=draw(starts),
        until=draw(ends),
        acknowledged=draw(st.none() | starts | starts),
    )


items = st.builds(Item, case=cases | st.none(), function=functions, kinds=kinds, talk=st.none() | kinds)


def said(case: int) -> st.SearchStrategy[Event]:
    return st.builds(
        Said,
        case=st.just(case),
        answer=st.sampled_from([*["agree"] * 6, "disagree", "unclear"]),
        level=st.sampled_from(["application", "reception"]),
        on=starts,
        agencies=st.none() | st.none() | some_places,
        excluded=st.just(()) | st.just(()) | some_places,
        kinds=kinds,
        purposes=st.sampled_from([*[ALL_PURPOSES] * 4, 1, 2, 16, 19]),
        until=ends,
        withdrawn=st.sampled_from([*[None] * 6, 0, -1, 1]),
    )


termed = st.builds(
    Termed,
    agency=st.sampled_from(["A", "B"]),
    since=starts,
    length=st.none() | st.sampled_from([0, 1, 13, 60]),
)
ended = st.builds(Ended, case=cases, agency=places, on=days, at_once=st.booleans())
excepted = st.builds(
    Excepted,
    case=cases,
    by=st.sampled_from([*["k1"] * 12, *PEOPLE]),
    agency=places,
    user=st.none() | people,
    kinds=kinds,
    since=starts,
    length=st.sampled_from([1, 2, 30]),
    decision=st.sampled_from(["approved", "approved", "urgent", "requested", "refused"]),
    decider=st.sampled_from([*["d1", "d2"] * 6, *PEOPLE]),
    ended=ends,
)
convened = st.builds(
    Convened,
    host=st.sampled_from(["k1", "d1", "c1"]),
    day=days,
    members=some_people,
    items=st.lists(items, max_size=4).map(tuple),
    invited=some_people,
    acknowledging=some_people,
    removed=st.just(()) | some_people,
    cancelled=st.sampled_from([False, False, True]),
    narrow=st.booleans(),
)
named = st.builds(
    Named, case=cases, staff=st.lists(st.sampled_from(["k1", *PEOPLE]), max_size=6, unique=True).map(tuple)
)
acknowledged = st.builds(Acknowledged, case=cases, user=people)
anything: st.SearchStrategy[Event] = st.one_of(
    convened, convened, excepted, excepted, termed, acknowledged, named, ended
)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """What was told of each agency in each case and what the person said, and after that whatever else happens.

    Each may be missing: so a world is dense as drawn, and a failing one shrinks to the few events that matter.
    """
    slots: list[st.SearchStrategy[Event]] = [told(case, place) for case in CASES for place in PLACES]
    slots += [said(case) for case in CASES for _ in range(2)]
    slots += [anything] * 12
    events = [draw(st.none() | slot) for slot in slots]
    return World(
        events=tuple(event for event in events if event is not None),
        shift=draw(st.sampled_from([0, 0, 0, -1, 1, -14, 14])),
        writer=draw(st.sampled_from(["k1", *PEOPLE, "adm", "nobody"])),
    )
