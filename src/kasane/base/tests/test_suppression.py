"""What is left out of a table can not be worked out: an attacker who tries every table there could be (R-GRT-02)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kasane.base.suppression import Cell, possible, suppress

LEAST = 3
Table = list[list[int]]


def network(table: Table) -> dict[tuple[str, int, int], Cell]:
    """Rows with their sums; the sums of the columns are known to everybody and have no arc."""
    cells: dict[tuple[str, int, int], Cell] = {}
    for r, row in enumerate(table):
        cells["sum", r, 0] = Cell("all", ("row", r), sum(row))
        for c, value in enumerate(row):
            cells["cell", r, c] = Cell(("row", r), ("column", c), value)
    return cells


def tables_like(table: Table, hidden: set) -> Iterator[Table]:
    """Every table that shows the same: the same numbers, sums of rows where shown, and sums of columns."""
    height, width = len(table), len(table[0])
    columns = []
    for c in range(width):
        open_rows = [r for r in range(height) if ("cell", r, c) in hidden]
        left = sum(table[r][c] for r in open_rows)
        ways = [way for way in product(range(1, left + 1), repeat=len(open_rows)) if sum(way) == left]
        columns.append([dict(zip(open_rows, way, strict=True)) for way in ways or [()]])
    for chosen in product(*columns):
        made = [[chosen[c].get(r, table[r][c]) for c in range(width)] for r in range(height)]
        if all(sum(made[r]) == sum(table[r]) or ("sum", r, 0) in hidden for r in range(height)):
            yield made


def values_of(table: Table, key: tuple[str, int, int]) -> int:
    kind, r, c = key
    return sum(table[r]) if kind == "sum" else table[r][c]


SHAPES = st.sampled_from([(2, 1), (3, 1), (4, 1), (2, 2), (3, 2), (2, 3), (3, 3)])
TABLES = SHAPES.flatmap(
    lambda shape: st.lists(
        st.lists(st.integers(0, 6), min_size=shape[1], max_size=shape[1]),
        min_size=shape[0],
        max_size=shape[0],
    )
)


@settings(max_examples=300, deadline=None)
@given(TABLES)
def test_an_attacker_who_tries_every_table_finds_at_least_as_many_values_as_the_rule_promises(table):
    cells = network(table)
    assume(all(sum(column) == 0 or sum(column) >= LEAST for column in zip(*table, strict=True)))
    try:
        hidden = suppress(cells, least=LEAST)
    except ValueError:
        return
    assume(len([key for key in hidden if key[0] == "cell"]) <= 8)
    found: dict = {key: set() for key in hidden}
    for other in tables_like(table, hidden):
        for key in hidden:
            found[key].add(values_of(other, key))
    assert all(len(values) >= LEAST for values in found.values())


@settings(max_examples=200, deadline=None)
@given(TABLES)
def test_no_small_number_is_shown_and_no_zero_left_out(table):
    cells = network(table)
    try:
        hidden = suppress(cells, least=LEAST)
    except ValueError:
        return
    assert all(key in hidden for key, cell in cells.items() if 0 < cell.value < LEAST)
    assert all(cells[key].value > 0 for key in hidden)


@settings(max_examples=150, deadline=None)
@given(TABLES)
def test_the_range_worked_out_by_flows_is_the_range_of_all_tables(table):
    cells = network(table)
    hidden = {key for key, cell in cells.items() if 0 < cell.value < LEAST + 1}
    assume(0 < len(hidden) <= 7)
    others = list(tables_like(table, hidden))
    for key in hidden:
        seen = {values_of(other, key) for other in others}
        assert possible(cells, hidden, key, most=100) == (min(seen), max(seen))


def test_a_table_without_small_numbers_is_shown_whole():
    assert suppress(network([[5, 9], [7, 0]]), least=5) == set()


def test_one_small_number_takes_a_circle_of_others_with_it():
    hidden = suppress(network([[2, 20], [8, 30], [9, 40]]), least=5)
    assert ("cell", 0, 0) in hidden
    assert len(hidden) <= 4


def test_two_neighbours_of_one_each_do_not_protect_each_other():
    """What is left out is at least 1: a remainder of 2 in two places says 1 and 1."""
    hidden = suppress(network([[1, 20], [1, 30], [30, 40]]), least=3)
    assert ("cell", 2, 0) in hidden


def test_a_table_that_is_small_in_itself_is_refused():
    with pytest.raises(ValueError, match="too small"):
        suppress(network([[1], [1]]), least=3)


def test_a_number_published_before_stays_as_it_was():
    cells = network([[2, 20], [8, 30], [9, 40]])
    fixed = {
        key: Cell(cell.tail, cell.head, cell.value, fixed=key[0] == "cell") for key, cell in cells.items()
    }
    hidden = suppress(fixed, least=5, hidden=[("cell", 0, 0), ("cell", 1, 0)])
    assert {key for key in hidden if key[0] == "cell"} == {("cell", 0, 0), ("cell", 1, 0)}
    assert {("sum", 0, 0), ("sum", 1, 0)} <= hidden


def test_a_table_of_thirty_offices_is_done_in_time():
    """Deterministic, and no more than the small numbers twice over is left out."""
    table = [[(r * 7 + c * 5) % 23 for c in range(3)] for r in range(30)]
    cells = network(table)
    small = [key for key, cell in cells.items() if 0 < cell.value < 5]
    hidden = suppress(cells, least=5)
    assert hidden == suppress(cells, least=5)
    assert len(hidden) <= 2 * len(small)
