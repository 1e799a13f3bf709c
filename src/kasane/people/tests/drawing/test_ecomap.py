"""The ecomap (R-PEO-04)."""

from __future__ import annotations

import math
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kasane.people.drawing import (
    EcoLink,
    Ecomap,
    EcoNode,
    Flow,
    NodeKind,
    Strength,
    ecomap,
    ecomap_legend,
    ecomap_svg,
    ecomap_text,
)
from kasane.people.drawing.around import placed, touching
from kasane.people.tests.drawing.families import family, member

NS = "{http://www.w3.org/2000/svg}"
NAMES = [
    "地域包括支援センター",
    "民生委員",
    "ひきこもり地域支援センター",
    "社会福祉協議会 権利擁護係",
    "病院",
    "友人",
]
LABELS = ["", "介護", "お金の管理と家計の相談", "見守り", "Zoom", "就労に向けた面談と同行支援(週2回)"]


def chart(*links: EcoLink, nodes: int = 1, home: int = 1) -> Ecomap:
    members = [member(w) for w in ("妻", "長男", "母", "長女")[: home - 1]]
    found = [EcoNode(f"n{i}", NAMES[i % len(NAMES)], list(NodeKind)[i % 3]) for i in range(nodes)]
    return ecomap(family(*members), found, links)


def paths(link: EcoLink) -> list[ET.Element]:
    root = ET.fromstring(ecomap_svg(chart(link)))
    lines = next(g for g in root.iter(f"{NS}g") if g.get("aria-hidden"))
    return list(lines.iter(f"{NS}path"))


@pytest.mark.parametrize(
    ("strength", "count", "dash"),
    [
        (Strength.STRONG, 3, None),
        (Strength.NORMAL, 1, None),
        (Strength.WEAK, 1, "7 4"),
        (Strength.BROKEN, 4, None),
    ],
)
def test_the_line_says_how_strong_the_tie_is(strength: Strength, count: int, dash: str | None) -> None:
    found = paths(EcoLink("n0", strength))
    assert len(found) == count and found[0].get("stroke-dasharray") == dash


def test_a_strained_tie_is_a_zigzag() -> None:
    assert (paths(EcoLink("n0", Strength.STRAINED))[0].get("d") or "").count("L") > 6
    assert (paths(EcoLink("n0", Strength.NORMAL))[0].get("d") or "").count("L") == 1


@pytest.mark.parametrize(
    ("flow", "arrows"), [(Flow.NONE, 0), (Flow.INWARD, 1), (Flow.OUTWARD, 1), (Flow.BOTH, 2)]
)
def test_arrows_say_where_the_energy_goes(flow: Flow, arrows: int) -> None:
    heads = [p for p in paths(EcoLink("n0", flow=flow)) if p.get("fill") != "none"]
    assert len(heads) == arrows


def test_an_arrow_points_at_whom_the_energy_reaches() -> None:
    found = placed(chart(EcoLink("n0")))
    home = ((found.home[0] + found.home[2]) / 2, (found.home[1] + found.home[3]) / 2)
    tips = {}
    for flow in (Flow.INWARD, Flow.OUTWARD):
        d = next(p for p in paths(EcoLink("n0", flow=flow)) if p.get("fill") != "none").get("d") or ""
        x, y = d.removeprefix("M").split("L")[0].split()
        tips[flow] = math.dist((float(x), float(y)), home)
    assert tips[Flow.INWARD] < tips[Flow.OUTWARD]


@given(
    st.integers(0, 20),
    st.integers(1, 5),
    st.lists(
        st.tuples(st.integers(0, 19), st.sampled_from(LABELS), st.sampled_from(list(Strength))), max_size=24
    ),
)
@settings(max_examples=40, deadline=None)
def test_up_to_twenty_neighbours_stand_clear_of_each_other(
    count: int, home: int, links: list[tuple[int, str, Strength]]
) -> None:
    """R-PEO-04: no box, household or words on another; one or two links to a node."""
    seen: dict[int, int] = {}
    kept = []
    for node, label, strength in links:
        seen[node] = seen.get(node, 0) + 1
        if node < count and seen[node] <= 2:
            kept.append(EcoLink(f"n{node}", strength, label=label, member="本人"))
    found = placed(chart(*kept, nodes=count, home=home))
    assert len(found.nodes) == count and touching(found) == []
    for node in found.nodes:
        assert (
            0 <= node.box[0]
            and node.box[2] <= found.width
            and 0 <= node.box[1]
            and node.box[3] <= found.height
        )


def test_the_measure_sees_what_touches() -> None:
    found = placed(chart(EcoLink("n0"), nodes=2))
    found.nodes[1].x, found.nodes[1].y = found.nodes[0].x + 5, found.nodes[0].y
    assert touching(found)


def test_two_links_of_one_neighbour_run_side_by_side() -> None:
    found = placed(
        chart(EcoLink("n0", label="見守り", member="本人"), EcoLink("n0", label="口論", member="妻"), home=2)
    )
    a, b = found.links
    assert math.dist(a.start, b.start) >= 18 and not touching(found)


def test_everything_in_the_drawing_is_in_the_text() -> None:
    link = EcoLink("n0", Strength.STRONG, Flow.INWARD, "介護の相談", "母")
    shown = ecomap(
        family(member("母", name="田中 ハル")),
        [EcoNode("n0", "地域包括支援センター", note="南部"), EcoNode("n1", "町内会", NodeKind.GROUP)],
        [link],
    )
    assert ecomap_text(shown) == [
        "世帯: 本人 試験 本人、母 田中 ハルの2人。",
        "地域包括支援センター(機関・事業所・南部): 母 田中 ハルと、介護の相談 — 強いつながり、世帯に向かう。",
        "町内会(集まり・場所): つながりの記録なし。",
    ]


def test_without_neighbours_it_says_so_and_still_draws_the_household() -> None:
    empty = chart(nodes=0)
    assert "まだありません" in ecomap_text(empty)[1]
    assert "試験 本人" in ecomap_svg(empty)


def test_a_household_of_nobody_and_one_of_many_are_counted_not_drawn() -> None:
    nobody = ecomap(family(member("本人", together=False)), [], [])
    assert "同居の記録なし" in ecomap_svg(nobody)
    words = ("妻", "長男", "二男", "三男", "長女", "二女", "父", "母", "祖母")
    assert "の世帯 10人" in ecomap_svg(ecomap(family(*words), [], []))


def test_a_tie_is_there_for_its_time_and_takes_its_neighbour_along() -> None:
    link = EcoLink("n0", since=date(2024, 4, 1), until=date(2025, 4, 1))
    counts = []
    for day in (date(2024, 3, 31), date(2024, 4, 1), date(2025, 4, 1)):
        shown = ecomap(family("妻", day=day), [EcoNode("n0", "病院")], [link])
        counts.append((len(shown.nodes), len(shown.links)))
    assert counts == [(0, 0), (1, 1), (0, 0)]


def test_neighbours_can_be_walked_to_and_speak() -> None:
    link = EcoLink("n0", Strength.WEAK, Flow.BOTH, "通院", "本人")
    root = ET.fromstring(ecomap_svg(chart(link)))
    labels = [g.get("aria-label") for g in root.iter(f"{NS}g") if g.get("tabindex") == "0"]
    assert labels[0] == "世帯: 本人 試験 本人 44歳 男 同居"
    assert (
        labels[1] == "地域包括支援センター(機関・事業所): 本人 試験 本人と、通院 — 弱いつながり、互いに向かう"
    )


def test_names_and_labels_are_escaped() -> None:
    nasty = "<img src=x onerror=alert(1)>\x00"
    markup = ecomap_svg(ecomap(family(), [EcoNode("n", nasty, note=nasty)], [EcoLink("n", label=nasty)]))
    assert "<img" not in markup and ET.fromstring(markup) is not None


def test_the_legend_names_what_is_used() -> None:
    words = [s.words for s in ecomap_legend(chart(EcoLink("n0", Strength.STRONG, Flow.INWARD)))]
    assert words == ["強いつながり", "矢印: 支援や力の向かう先", "機関・事業所", "世帯(同居している人)"]


def test_what_is_said_twice_is_drawn_once_as_said_last() -> None:
    """R-PEO-04: two records of one tie are one line."""
    twice = [EcoLink("n0", s, label="相談", member="本人") for s in (Strength.STRONG, Strength.BROKEN)]
    assert [k.strength for k in chart(*twice).links] == [Strength.BROKEN]
