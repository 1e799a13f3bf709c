"""What two recipients see alike is read once; that they see alike is what the policies themselves ask (R-DIS-01)."""

# ruff: noqa: F811 - fixtures of coordination and the conferences are imported by name

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kasane.base.choices import Timing
from kasane.base.kinds import SHAREABLE_KINDS, DataKind
from kasane.conferences.tests.conftest import town  # noqa: F401
from kasane.coordination.api import Judgement, record_judgement
from kasane.coordination.choices import Conclusion, Occasion
from kasane.coordination.tests.conftest import DAY, applied, assessed, final, path  # noqa: F401
from kasane.disclosure.viewer import acting_as
from kasane.sheets.fill import FILLERS, sheet_of
from kasane.sheets.pack import making
from kasane.sheets.pack.sight import READ_BY_MEETING, sights
from kasane.sheets.tests.test_pack_making import DISEASE, copies_for, laid  # noqa: F401

PACKED = [code for code in FILLERS if re.match(r"2-[3-7]", code)]


def tables_read(act) -> set[str]:
    with CaptureQueriesContext(connection) as asked:
        act()
    return {name for one in asked for name in re.findall(r'(?:FROM|JOIN) "(\w+)"', one["sql"])}


def test_the_sheets_of_a_pack_ask_nothing_of_their_reader_but_the_kinds_and_the_meeting(final, cast):
    """Who adds a table with another rule to these sheets must add it to `sights`, or read it for each recipient."""
    path, plan = final
    path.rate(Occasion.PLAN)
    path.evaluate(plan, Conclusion.CLOSE)

    def fill():
        case = path.reload()
        portion = making.Portion(words=True, kinds=int(SHAREABLE_KINDS))
        with acting_as(cast.coordinator):
            making._of(case, portion)
            assert sheet_of(case, "2-3") and sheet_of(case, "2-4") and sheet_of(case, "2-6")
            for code in PACKED:
                sheet_of(case, code)

    read = tables_read(fill) | {
        "coordination_menuplan",
        "coordination_menujudgement",
        "coordination_connectedness",
    }
    assert {"people_person", "coordination_plan", READ_BY_MEETING} <= read
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tablename, qual FROM pg_policies WHERE policyname <> 'definer' AND cmd IN ('ALL', 'SELECT')"
            " AND tablename = ANY (%s) AND NOT (policyname = 'members_general' AND qual LIKE '((case_id IS NULL)%%')",
            [sorted(read - {READ_BY_MEETING})],
        )
        others = {table: rule for table, rule in cursor.fetchall() if not _by_kinds(table, rule)}
    assert others == {}


def _by_kinds(table: str, rule: str) -> bool:
    """`kinds & ~ bit_or(kinds of my rights on this case) = 0`, and nothing else."""
    own = "id" if table == "cases_case" else "case_id"
    return bool(
        re.fullmatch(
            r"\(\((?:1|\(kinds\)::integer) & \(~ COALESCE\(\(\( SELECT bit_or\(g\.kinds\) AS bit_or FROM disclosure_grant g"
            rf" WHERE \(\(g\.case_id = {table}\.{own}\) AND \(g\.valid @> kasane_today\(\)\)\)\)\)::integer, 0\)\)\) < 1\)",
            re.sub(r"\s+", " ", rule),
        )
    )


def test_who_sees_another_set_of_kinds_has_another_sight(path, cast):
    path.apply(kinds=int(SHAREABLE_KINDS & ~DataKind.HEALTH))
    seen = {}
    for name in ("worker", "colleague", "coordinator", "stranger"):
        with acting_as(getattr(cast, name)):
            seen[name] = sights([path.case.id]).get(path.case.id, ())
    assert seen["worker"] == seen["colleague"] != seen["coordinator"]
    assert seen["stranger"] == ()


def test_who_knows_of_the_earlier_meeting_is_not_read_together_with_who_does_not(path, town, cast):
    path.apply()
    path.assess()
    meeting = town.convene(members=[cast.worker])
    plan = path.submit(path.make("other"))
    with acting_as(cast.coordinator):
        record_judgement(
            case_id=path.case.id, timing=Timing.PLAN, subject_id=plan.id, judgement=Judgement.APPROPRIATE,
            opinion="よい", on=DAY, by=cast.coordinator, meeting_id=meeting.id,
        )  # fmt: skip
    with acting_as(cast.worker):
        one = sights([path.case.id])[path.case.id]
    with acting_as(cast.colleague):
        other = sights([path.case.id])[path.case.id]
    assert one != other


@pytest.mark.parametrize(("kinds", "times"), [(SHAREABLE_KINDS, 2), (SHAREABLE_KINDS & ~DataKind.HEALTH, 3)])
def test_what_recipients_see_alike_is_read_once(kinds, times, laid, cast, copies_for, monkeypatch):
    read, inner = [], making._sheets
    monkeypatch.setattr(making, "_sheets", lambda *a, **k: read.append(a[1].title) or inner(*a, **k))
    first, second = copies_for(laid(kinds=int(kinds)), cast.coordinator, cast.participation)
    assert len(read) <= times
    assert (DISEASE in first, DISEASE in second) == ((kinds == SHAREABLE_KINDS),) * 2
