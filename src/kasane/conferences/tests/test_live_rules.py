"""No word is lost, however two who write the minutes get into each other's way (R-CONF-06)."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from kasane.conferences.live import lines as reading
from kasane.conferences.live import rules
from kasane.conferences.live.rules import Edit, Line, beside_id, merge

A, B, LINE = UUID(int=1), UUID(int=2), UUID(int=9)


def stand(text: str, **values) -> dict[UUID, Line]:
    return {LINE: Line(LINE, text, **values)}


def test_a_new_line_is_written_once_however_often_it_is_sent():
    edit = Edit(LINE, A, 1, 0, "灯油がない")
    verdict = merge({}, edit)
    assert verdict.write == Line(LINE, "灯油がない", 1, A, 1)
    assert merge({LINE: verdict.write}, edit).write is None


def test_an_empty_line_is_none():
    assert merge({}, Edit(LINE, A, 1, 0, "  ")).write is None


def test_who_saw_the_newest_version_goes_on_in_the_line():
    verdict = merge(stand("灯油", version=3, page=B, turn=7), Edit(LINE, A, 1, 3, "灯油がない"))
    assert (verdict.where, verdict.write.text, verdict.write.version) == (LINE, "灯油がない", 4)


def test_two_who_change_the_same_line_both_stay_and_are_marked():
    verdict = merge(stand("灯油がない", version=2, page=B, turn=1), Edit(LINE, A, 1, 1, "灯油が切れる"))
    assert verdict.where == beside_id(LINE, A)
    assert (verdict.write.text, verdict.write.beside) == ("灯油が切れる", LINE)


def test_the_same_words_from_both_are_one_line():
    verdict = merge(stand("灯油がない", version=2, page=B), Edit(LINE, A, 1, 1, "灯油がない"))
    assert verdict == rules.Verdict(LINE)


def test_what_comes_late_does_not_land_on_what_the_same_page_wrote_after_it():
    assert merge(stand("灯油がない", version=2, page=A, turn=5), Edit(LINE, A, 4, 1, "灯油")).write is None


def test_a_line_somebody_else_went_on_with_is_not_removed():
    assert merge(stand("灯油がない", version=2, page=B), Edit(LINE, A, 1, 1, removed=True)).write is None


def test_a_line_is_removed_by_who_sees_it_as_it_is_and_comes_back_by_being_written():
    gone = merge(stand("灯油がない", version=2, page=B), Edit(LINE, A, 1, 2, removed=True)).write
    assert gone.removed and gone.text == "灯油がない"
    back = merge({LINE: gone}, Edit(LINE, B, 9, 2, "灯油が要る"))
    assert (back.write.text, back.write.removed) == ("灯油が要る", False)


def test_both_lines_may_be_kept_as_they_are():
    settled = merge(stand("a", version=1, beside=UUID(int=4)), Edit(LINE, A, 1, 1, settled=True)).write
    assert settled.beside is None and settled.text == "a"


@dataclass
class Screen:
    """A page as live.js keeps it: what stands on it, on which version, and what is not sent yet."""

    page: UUID
    base: dict[UUID, int] = field(default_factory=dict)
    text: dict[UUID, str] = field(default_factory=dict)
    unsent: set[UUID] = field(default_factory=set)
    turn: int = 0
    on_the_way: list[Edit] = field(default_factory=list)

    def type(self, line: UUID, word: str) -> None:
        self.text[line] = f"{self.text.get(line, '')} {word}".strip()
        self.unsent.add(line)

    def edits(self) -> list[Edit]:
        found = []
        for line in sorted(self.unsent):
            self.turn += 1
            found.append(Edit(line, self.page, self.turn, self.base.get(line, 0), self.text[line]))
        return found

    def hear(self, server: dict[UUID, Line], edit: Edit, where: UUID) -> None:
        """The answer: the own words may have come to stand beside the line."""
        typed_on = self.text[edit.id] != edit.text
        mine = self.text[edit.id]
        self.unsent.discard(edit.id)
        if where != edit.id:
            self.see(server[edit.id])
        row = server.get(where)
        if row is None:
            return
        self.base[where] = row.version
        self.text[where] = mine if typed_on else row.text
        if typed_on:
            self.unsent.add(where)

    def see(self, row: Line) -> None:
        if row.id not in self.unsent:
            self.base[row.id], self.text[row.id] = row.version, row.text


def take(server: dict[UUID, Line], edit: Edit) -> UUID:
    verdict = merge(server, edit)
    if verdict.write is not None:
        server[verdict.where] = verdict.write
    return verdict.where


STEPS = st.lists(
    st.tuples(
        st.sampled_from("type type type send lose late ask reload".split()),
        st.integers(0, 1),
        st.integers(0, 2),
    ),
    max_size=60,
)


@settings(max_examples=400, deadline=None)
@given(STEPS)
def test_every_word_of_two_writers_stands_in_the_minutes_whatever_gets_lost_on_the_way(steps):
    server: dict[UUID, Line] = {}
    screens = [Screen(A), Screen(B)]
    typed: list[str] = []

    def play(step: str, who: int, which: int) -> None:
        screen = screens[who]
        if step == "type":
            known = sorted({*screen.text, *(UUID(int=100 * (who + 1) + n) for n in range(2))})
            typed.append(f"w{len(typed)}")
            screen.type(known[which % len(known)], typed[-1])
        elif step == "send":
            for edit in screen.edits():
                screen.hear(server, edit, take(server, edit))
        elif step == "lose":  # the server got it, the page never hears of it
            for edit in screen.edits():
                take(server, edit)
        elif step == "late":  # a message is held up and arrives much later
            screen.on_the_way += screen.edits()
        elif step == "ask":
            for row in server.values():
                screen.see(row)
        elif step == "reload" and screen.on_the_way:
            take(server, screen.on_the_way.pop(which % len(screen.on_the_way)))

    for step in steps:
        play(*step)
    for _ in range(3):
        for who in (0, 1):
            play("send", who, 0)
    words = {word for row in server.values() if not row.removed for word in row.text.split()}
    assert words == set(typed)


def test_texts_are_compared_line_by_line():
    assert reading.changes(["a", "b", "c"], ["a", "x", "y", "c"]) == [(1, 2, ["x", "y"])]
    assert reading.changes(["a"], ["a"]) == []
