"""Whether the people at a site fill the seats its programs ask for: pure functions over plain values (R-DEL-04)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kasane.agencies.sites.standards import Seat, Standard


class State(StrEnum):
    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Member:
    """One person at a site, all posts there taken together. `elsewhere`: has a post in another place too.

    `is_placed` is False while nobody has said at which of the agency's sites the person works.
    """

    name: str
    qualifications: frozenset[str] = frozenset()
    jobs: frozenset[str] = frozenset()
    courses: frozenset[str] = frozenset()
    full_time: bool = True
    dedicated: bool = False
    elsewhere: bool = False
    has_words: bool = False
    is_placed: bool = True

    def fits(self, seat: Seat) -> bool:
        """Surely, by what has been entered."""
        return self.is_placed and self._has_terms(seat) and not self._lacking(seat)

    def may_fit(self, seat: Seat) -> bool:
        """By what has been entered, or once what was never entered about the person is known."""
        return self._has_terms(seat) and all(self._is_blank(what) for what in self._lacking(seat))

    def fits_but_for_terms(self, seat: Seat) -> bool:
        """The right person, who is not dedicated or not full-time."""
        return not self._lacking(seat) and not self._has_terms(seat)

    def _has_terms(self, seat: Seat) -> bool:
        whole = self.dedicated and not self.elsewhere
        return (whole or not seat.dedicated) and (self.full_time or not seat.full_time)

    def _lacking(self, seat: Seat) -> list[str]:
        return [
            *(
                ["qualifications"]
                if seat.qualifications and not seat.qualifications & self.qualifications
                else []
            ),
            *(["jobs"] if seat.jobs and not seat.jobs & self.jobs else []),
            *(["courses"] if not seat.courses <= self.courses else []),
        ]

    def _is_blank(self, what: str) -> bool:
        if what == "qualifications":
            return not self.qualifications and not self.has_words
        return not getattr(self, what)


@dataclass(frozen=True, slots=True)
class Filled:
    """A seat with the one who holds it; `sentence` says what is missing or not known."""

    seat: Seat
    holder: str
    state: State
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """One program at a site: met, not met (who is missing), or unknown (what was not entered)."""

    standard: Standard
    state: State
    seats: tuple[Filled, ...]


def checks(standards: Sequence[Standard], members: Sequence[Member]) -> list[Check]:
    """Each program of a site against the people there.

    A dedicated person counts for one program alone, so that a 統合型 site meets each standard with people of its own
    (実施要綱 別添3の3(3)イ); seats that need nobody dedicated may be held by one person together.
    """
    places = [(number, seat) for number, one in enumerate(standards) for seat in one.seats]
    seats = [seat for _, seat in places]
    surely = _seated(seats, members, [[m.fits(seat) for m in members] for seat in seats])
    perhaps = _seated(seats, members, [[m.may_fit(seat) for m in members] for seat in seats])
    filled = [
        _filled(seat, sure, may, members) for seat, sure, may in zip(seats, surely, perhaps, strict=True)
    ]
    return [
        _check(one, [row for (of, _), row in zip(places, filled, strict=True) if of == number])
        for number, one in enumerate(standards)
    ]


def overall(states: Collection[State]) -> State:
    """The worst of them: one program that is not met is enough."""
    for state in (State.NOT_MET, State.UNKNOWN):
        if state in states:
            return state
    return State.MET


def _check(standard: Standard, seats: list[Filled]) -> Check:
    state = overall([row.state for row in seats])
    if standard.open_question and state is State.MET:
        state = State.UNKNOWN
    return Check(standard, state, tuple(seats))


def _filled(seat: Seat, sure: int | None, may: int | None, members: Sequence[Member]) -> Filled:
    if sure is not None:
        return Filled(seat, members[sure].name, State.MET)
    if may is not None:
        return Filled(seat, "", State.UNKNOWN, _unknown(seat, members[may]))
    return Filled(seat, "", State.NOT_MET, _missing(seat, members))


def _unknown(seat: Seat, member: Member) -> str:
    if member.fits(seat):
        return f"「{seat.name}」は、ほかの人の資格などが入ると決まります。職員の配置を確かめてください。"
    if not member.is_placed:
        return f"{member.name}さんがどの拠点で働くかが入っていません。配置に拠点を入れてください。"
    return f"{member.name}さんの資格・職種・研修のうち、入っていないものがあります。配置を確かめてください。"


def _missing(seat: Seat, members: Sequence[Member]) -> str:
    terms = f"（{seat.terms}）" if seat.terms else ""
    sentence = f"「{seat.name}」{terms}がいません。"
    near = next((one for one in members if one.fits_but_for_terms(seat)), None)
    if near is not None and near.dedicated and near.elsewhere:
        return sentence + f"{near.name}さんは、ほかにも配置があるので専任と数えられません。"
    if near is not None:
        return sentence + f"{near.name}さんは、{seat.terms}ではありません。"
    if any(one.fits(seat) for one in members):
        return sentence + "資格のある人は、もう一つの配置に数えています。"
    return sentence


def _seated(
    seats: Sequence[Seat], members: Sequence[Member], able: Sequence[Sequence[bool]]
) -> list[int | None]:
    """Who holds which seat: dedicated seats first, as many as can be filled, then the others with whom that leaves."""
    whole = [place for place, seat in enumerate(seats) if seat.dedicated]
    shared = [place for place, seat in enumerate(seats) if not seat.dedicated]
    everybody = frozenset(range(len(members)))
    most = len(_matched(whole, able, everybody))
    kept: set[int] = set()
    held: dict[int, int] = {}
    for place in shared:
        for one in sorted(everybody, key=lambda person: person not in kept):
            if able[place][one] and len(_matched(whole, able, everybody - kept - {one})) == most:
                kept.add(one)
                held[place] = one
                break
    held.update(_matched(whole, able, everybody - kept))
    return [held.get(place) for place in range(len(seats))]


def _matched(places: Sequence[int], able: Sequence[Sequence[bool]], people: frozenset[int]) -> dict[int, int]:
    """A largest matching of places to different people, the earlier places kept (Kuhn)."""
    holder: dict[int, int] = {}

    def take(place: int, seen: set[int]) -> bool:
        for one in sorted(people - seen):
            if able[place][one]:
                seen.add(one)
                if one not in holder or take(holder[one], seen):
                    holder[one] = place
                    return True
        return False

    for place in places:
        take(place, set())
    return {place: one for one, place in holder.items()}
