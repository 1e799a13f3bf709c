"""Whatever a profile names has to exist in it, and fit (R-DEL-04, R-DEL-05, R-CONF-05)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kasane.profiles.tests.documents import document, faults, row

Change = Callable[[dict[str, Any]], object]

CASES: list[tuple[str, Change, str]] = [
    (
        "agency of a delivery",
        lambda d: row(d, "delivery", "outreach").update(agencies=["shakyou"]),
        "delivery[outreach].agencies[1] ＝ 「shakyou」："
        "機関（agency）にあるkeyを書いてください（「shakyo」ではありませんか）。",
    ),
    (
        "division that is no division",
        lambda d: row(d, "delivery", "outreach").update(divisions=["shakyo"]),
        "delivery[outreach].divisions[1] ＝ 「shakyo」：課（kindがdivisionの機関）のkeyを書いてください。",
    ),
    (
        "area of a delivery",
        lambda d: row(d, "delivery", "outreach").update(areas=["jichikai-82"]),
        "delivery[outreach].areas[1] ＝ 「jichikai-82」："
        "圏域（area）にあるkeyを書いてください（「jichikai-81」ではありませんか）。",
    ),
    (
        "mode of an agency that is not in the row",
        lambda d: row(d, "delivery", "outreach").update(agency_modes={"hokatsu": "委託"}),
        "delivery[outreach].agency_modes.hokatsu ＝ 「hokatsu」："
        "この提供体制の agencies にあるkeyを書いてください。",
    ),
    (
        "mode of an agency that the row does not have",
        lambda d: row(d, "delivery", "outreach").update(agency_modes={"shakyo": "直営"}),
        "delivery[outreach].agency_modes.shakyo ＝ 「直営」："
        "modes に書いた運営形態（委託）から選んでください。",
    ),
    (
        "backing by a delivery without site type",
        lambda d: row(d, "delivery", "konkyu-sodan").update(site_type="local", backed_by="outreach"),
        "delivery[konkyu-sodan].backed_by ＝ 「outreach」："
        "基本型か統合型の提供体制を書いてください（R-DEL-04）。",
    ),
    (
        "host of a body",
        lambda d: row(d, "body", "shien-kaigi").update(host="juusou"),
        "body[shien-kaigi].host ＝ 「juusou」：機関（agency）にあるkeyを書いてください。",
    ),
    (
        "member of a body",
        lambda d: row(d, "body", "sasaeai-kaigi").update(members=["juso-center", "byoin"]),
        "body[sasaeai-kaigi].members[2] ＝ 「byoin」：機関（agency）にあるkeyを書いてください。",
    ),
    (
        "body within itself",
        lambda d: row(d, "body", "shien-kaigi").update(part_of="shien-kaigi"),
        "body[shien-kaigi].part_of ＝ 「shien-kaigi」："
        "たどると自分に戻ります。上にあるものを書いてください。",
    ),
    (
        "kind of area no area has",
        lambda d: row(d, "body", "shochiiki-care").update(per_area_kind="町内会"),
        "body[shochiiki-care].per_area_kind ＝ 「町内会」：圏域（area）のどれかの kind を書いてください。",
    ),
    (
        "agency of an urgent route",
        lambda d: d["urgent"][0].update(agencies=["fukushi-shiawase", "hokatu"]),
        "urgent[elder].agencies[2] ＝ 「hokatu」：機関（agency）にあるkeyを書いてください（「hokatsu」ではありませんか）。",
    ),
    (
        "urgent route without the municipality",
        lambda d: d["urgent"][0].update(agencies=["hokatsu"]),
        "urgent[elder].agencies ＝ 「hokatsu」：市町村の課かセンターを一つは書いてください。"
        "通報を受けるのは市町村です。",
    ),
    (
        "yearly count of a body that is not regular",
        lambda d: row(d, "body", "sasaeai-kaigi").update(times_per_year=4),
        "body[sasaeai-kaigi].times_per_year ＝ 4：回数を決めている会議は regular = true にしてください。",
    ),
    (
        "centre for unclear consultations",
        lambda d: d["rules"].update(center="center"),
        "rules.center ＝ 「center」："
        "機関（agency）にあるkeyを書いてください（「juso-center」ではありませんか）。",
    ),
    (
        "body that evaluates the plan",
        lambda d: d["plan"].update(evaluation_body="iinkai"),
        "plan.evaluation_body ＝ 「iinkai」：会議体（body）にあるkeyを書いてください。",
    ),
    (
        "parent of an agency",
        lambda d: row(d, "agency", "juso-center").update(parent="zzzz"),
        "agency[juso-center].parent ＝ 「zzzz」：機関（agency）にあるkeyを書いてください。",
    ),
    (
        "operator of an agency",
        lambda d: row(d, "agency", "hokatsu").update(operator="zzzz"),
        "agency[hokatsu].operator ＝ 「zzzz」：機関（agency）にあるkeyを書いてください。",
    ),
    (
        "division outside the town hall",
        lambda d: row(d, "agency", "hoken-nenkin").update(municipality=False),
        "agency[hoken-nenkin].municipality ＝ false："
        "課（division）と市町村のセンター（centre）は true、ほかは false にしてください。",
    ),
    (
        "same key twice",
        lambda d: d["body"].append(dict(row(d, "body", "kyogitai-1"))),
        "body[kyogitai-1] ＝ 「kyogitai-1」：2回使われています。一つずつ変えてください。",
    ),
    (
        "area within one of its own level",
        lambda d: d["area_series"][0].update(level=0),
        "area[jichikai-01].parent ＝ 「zeniki」：階層（level）が0より小さい圏域を書いてください。",
    ),
    (
        "no body that is 支援会議",
        lambda d: row(d, "body", "shien-kaigi").update(functions=["liaison"]),
        "body（functions に support_conference を持つもの） がありません："
        "支援会議の働きを持つ会議体を一つは書いてください。",
    ),
]


@pytest.mark.parametrize(("change", "message"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_reference_that_leads_nowhere_is_told_exactly(change: Change, message: str) -> None:
    changed = document()
    change(changed)

    lines = faults(changed)

    assert lines[0] == f"test.toml の {message}"
    # A wrong level is wrong in each area of the series; every other case is one fault.
    assert len(lines) == (81 if "jichikai-01" in message else 1)


def test_agencies_that_are_each_others_parent_are_both_told() -> None:
    changed = document()
    row(changed, "agency", "juso-center")["parent"] = "kodomo-katei"
    row(changed, "agency", "kodomo-katei")["parent"] = "juso-center"

    assert [line.split("：")[0] for line in faults(changed)] == [
        "test.toml の agency[juso-center].parent ＝ 「kodomo-katei」",
        "test.toml の agency[kodomo-katei].parent ＝ 「juso-center」",
    ]


def test_an_urgent_route_that_is_missing_is_told() -> None:
    """One danger without a route would be told to nobody who knows it (R-INT-09)."""
    changed = document()
    changed["urgent"] = [one for one in changed["urgent"] if one["danger"] != "child"]
    assert any("児童虐待の疑い" in line for line in faults(changed))
