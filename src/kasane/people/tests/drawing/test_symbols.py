"""The signs of a genogram and the SVG they are written in (R-PEO-04)."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from kasane.people.drawing import Bond, BondKind, Family, legend, legend_svg, svg
from kasane.people.drawing.labels import width, wrap
from kasane.people.kinship import Tie, TieKind
from kasane.people.tests.drawing.families import family, member

NS = "{http://www.w3.org/2000/svg}"


def tree(shown: Family, **options: bool) -> ET.Element:
    return ET.fromstring(svg(shown, **options))


def who(shown: Family, word: str) -> ET.Element:
    """The group of the person whose spoken label begins with the word."""
    groups = tree(shown).iter(f"{NS}g")
    return next(
        g for g in groups if g.get("role") == "listitem" and (g.get("aria-label") or "").startswith(word)
    )


def shapes(element: ET.Element, tag: str) -> list[ET.Element]:
    return [e for e in element.iter(f"{NS}{tag}") if e.get("class") != "drawing__ring"]


def words(element: ET.Element) -> list[str]:
    return [e.text or "" for e in element.iter(f"{NS}text")]


@pytest.mark.parametrize(
    ("sex", "tag"), [("male", "rect"), ("female", "circle"), ("other", "polygon"), ("unknown", "polygon")]
)
def test_the_shape_says_the_sex(sex: str, tag: str) -> None:
    element = who(family(member("同居人", 1980, sex=sex)), "同居人")
    assert [len(shapes(element, t)) for t in ("rect", "circle", "polygon")].count(1) == 1 and shapes(
        element, tag
    )
    assert ("?" in words(element)) == (sex == "unknown")


def test_the_person_has_a_double_outline_and_nobody_else() -> None:
    shown = family("妻")
    assert len(shapes(who(shown, "本人"), "rect")) == 2 and len(shapes(who(shown, "妻"), "circle")) == 1


def test_age_on_the_day_stands_inside() -> None:
    people = member("長男", date(2010, 4, 2))
    assert "14" in words(who(family(people, day=date(2025, 4, 1)), "長男"))
    assert "15" in words(who(family(people, day=date(2025, 4, 2)), "長男"))


def test_a_stated_age_grows_with_the_day() -> None:
    people = member("長男", stated_age=10, stated_on=date(2020, 6, 1))
    assert "14" in words(who(family(people), "長男"))


def test_the_dead_have_a_cross_the_age_at_death_and_the_years() -> None:
    father = member("父", 1950, death=date(2020, 5, 4))
    dead = who(family(father), "父")
    assert len(shapes(dead, "path")) == 2 and {"69", "S25", "R2没"} <= set(words(dead))
    alive = who(family(father, day=date(2020, 5, 3)), "父")
    assert not shapes(alive, "path") and "R2没" not in words(alive)


def couple_line(
    *ties: Tie, word: str = "妻", day: date = date(2025, 4, 1)
) -> tuple[list[ET.Element], list[str]]:
    shown = family(word, ties=ties, day=day)
    lines = next(g for g in tree(shown).iter(f"{NS}g") if g.get("aria-hidden") and not g.get("class"))
    return shapes(lines, "path"), words(lines)


def test_a_marriage_is_one_solid_line_with_its_year() -> None:
    paths, said = couple_line(Tie(TieKind.MARRIAGE, "本人", "妻", date(2008, 6, 1)))
    assert len(paths) == 1 and paths[0].get("stroke-dasharray") is None and said == ["H20結婚"]


def test_cohabiting_is_dashed_and_dating_dotted() -> None:
    dashed, _ = couple_line(word="内縁の妻")
    dotted, _ = couple_line(word="婚約者")
    assert dashed[0].get("stroke-dasharray") == "7 4" and dotted[0].get("stroke-dasharray") == "1.5 4"


def test_separation_is_one_slash_and_divorce_two_with_the_year() -> None:
    married = Tie(TieKind.MARRIAGE, "本人", "妻", date(2008, 6, 1))
    one, said = couple_line(married, Tie(TieKind.SEPARATED, "本人", "妻", date(2015, 1, 1)))
    two, said_later = couple_line(married, Tie(TieKind.DIVORCED, "本人", "妻", date(2019, 6, 1)))
    slashes = [[p for p in paths[1:] if p.get("stroke") == "#1a1a1a"] for paths in (one, two)]
    assert [len(s) for s in slashes] == [1, 2]
    assert "H27別居" in said and {"H20結婚", "R1離婚"} == set(said_later)


def legs(shown: Family) -> list[str | None]:
    """Dashes of all lines between parents and children."""
    lines = next(g for g in tree(shown).iter(f"{NS}g") if g.get("aria-hidden") and not g.get("class"))
    return [p.get("stroke-dasharray") for p in shapes(lines, "path")]


def test_an_adopted_child_has_a_dashed_line_beside_the_solid() -> None:
    assert "5 4" in legs(family("養子")) and "5 4" not in legs(family("子"))
    assert legs(family("養子")).count(None) == legs(family("子")).count(None)


def test_a_foster_child_has_a_dotted_line_only() -> None:
    assert "1.5 4" in legs(family("里子")) and len(legs(family("里子"))) == len(legs(family("子")))


def test_a_guess_is_marked() -> None:
    guessed, named = (family("長女", member(word, sex="male")) for word in ("孫", "長女の子"))
    assert "?" in words(tree(guessed)) and "?" not in words(tree(named))


def test_the_household_has_a_dashed_round_line() -> None:
    home = next(g for g in tree(family("妻")).iter(f"{NS}g") if g.get("class") == "drawing__home")
    (line,) = shapes(home, "path")
    assert line.get("stroke-dasharray") == "9 6" and "Q" in (line.get("d") or "")


def test_a_pregnancy_is_a_triangle_and_a_miscarriage_a_crossed_one() -> None:
    shown = family(
        "妻", member("子", key="a", outcome="pregnancy"), member("子", 2020, key="b", outcome="miscarriage")
    )
    marks = [g for g in tree(shown).iter(f"{NS}g") if g.get("role") == "listitem"]
    counts = {words(g)[-1]: len(shapes(g, "path")) for g in marks if words(g)[-1] in ("妊娠中", "流産")}
    assert counts == {"妊娠中": 1, "流産": 3}


def test_a_stand_in_is_grey_dashed_and_says_what_it_is() -> None:
    unknown = who(family("兄"), "本人 試験 本人の父(不明)")
    assert shapes(unknown, "rect")[0].get("stroke-dasharray") == "4 3" and "父(不明)" in words(unknown)


NASTY = "<script>alert(1)</script>&\"'\x00\x0b"


def test_every_text_is_escaped() -> None:
    shown = family(
        member(NASTY, key="x", name=NASTY), bonds=(Bond(BondKind.CLOSE, "本人", "x", label=NASTY),)
    )
    markup = svg(shown)
    assert "<script" not in markup and "\x00" not in markup
    assert ET.fromstring(markup) is not None


def test_nothing_in_it_needs_a_style_attribute_or_a_script() -> None:
    for element in tree(
        family("妻", "長男", "兄", "養子", bonds=(Bond(BondKind.CARE, "本人", "妻"),))
    ).iter():
        assert not {k for k in element.attrib if k == "style" or k.startswith("on") or "href" in k}
        assert element.tag.removeprefix(NS) not in ("script", "style", "foreignObject")


def test_every_person_can_be_walked_to_and_speaks() -> None:
    shown = family(member("妻", 1982), member("父", 1950, together=False))
    people = [g for g in tree(shown).iter(f"{NS}g") if g.get("role") == "listitem"]
    assert all(g.get("tabindex") == "0" for g in people)
    assert [g.get("aria-label") for g in people] == [
        "父 試験 父 74歳 男 別居", "本人 試験 本人 44歳 男 同居", "妻 試験 妻 42歳 女 同居",
    ]  # fmt: skip


def test_as_one_picture_it_has_a_title_and_no_stops() -> None:
    root = tree(family("妻"), walk=False)
    assert root.get("role") == "img" and not [e for e in root.iter() if e.get("tabindex")]
    assert root.findtext(f"{NS}title") and root.findtext(f"{NS}desc")


def test_no_text_is_smaller_than_eleven_pixels() -> None:
    root = tree(family("妻", "長男", member("父", 1940, death=date(2001, 1, 1)), "兄", "孫"))
    assert min(float(e.get("font-size") or 0) for e in root.iter(f"{NS}text")) >= 11


def test_a_long_name_is_wrapped_and_whole_in_the_title() -> None:
    name = "グエン・ティ・ラン・アイン・フォン・トゥイ"
    person = who(family(member("妻", name=name)), "妻")
    assert name in (person.findtext(f"{NS}title") or "")
    shown = [w for w in words(person) if w != "妻"]
    assert len(shown) == 2 and shown[1].endswith("…") and all(width(w, 13) <= 96 for w in shown)


def test_wrapping_breaks_at_spaces_and_dots_and_keeps_short_names() -> None:
    assert wrap("田中 誠", 13, 96) == ["田中 誠"]
    assert wrap("マリア・サントス", 13, 96) == ["マリア・", "サントス"]
    assert wrap("あ" * 40, 13, 96, lines=2)[1].endswith("…")


def test_bonds_are_an_option() -> None:
    shown = family("妻", bonds=(Bond(BondKind.CONFLICT, "本人", "妻", label="口論"),))
    assert "口論" in words(tree(shown)) and "口論" not in words(tree(shown, bonds=False))


def test_a_bond_holds_for_its_time() -> None:
    bond = Bond(BondKind.CARE, "本人", "母", since=date(2024, 1, 1), until=date(2025, 1, 1))
    counts = [
        len(family("母", bonds=(bond,), day=day).bonds)
        for day in (date(2023, 1, 1), date(2024, 6, 1), date(2025, 1, 1))
    ]
    assert counts == [0, 1, 0]


def test_the_legend_names_the_signs_used_and_no_others() -> None:
    plain = [s.words for s in legend(family("妻"))]
    assert plain == ["男性", "女性", "本人(二重線)", "婚姻", "同居している人の囲み"]
    rich = [s.words for s in legend(family("元妻", member("父", death=date(2020, 1, 1)), "養子", "兄", "孫"))]
    assert {"離婚(斜線2本)", "亡くなった人(数字は没年齢)", "養子", "続柄からの推定"} <= set(rich)
    assert ET.fromstring(legend_svg(legend(family("妻")))).get("role") == "img"
