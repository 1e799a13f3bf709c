"""The example families, drawn as an office would see them (R-PEO-04)."""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string

from kasane.people.drawing import ecomap, family
from kasane.people.drawing.around import placed, touching
from kasane.people.drawing.check import crossings, overlaps
from kasane.people.drawing.compose import compose
from kasane.people.drawing.gallery import gallery_context, shown
from kasane.people.drawing.gallery_data import DAY, EXAMPLES, Example
from kasane.people.tests.drawing.test_layout import enclosed


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.title)
def test_an_example_is_drawn_cleanly(example: Example) -> None:
    found = family(example.members, example.ties, DAY, example.bonds)
    drawing = compose(found)
    assert crossings(drawing) == 0 and not overlaps(drawing)
    assert enclosed(found, drawing) == found.household and len(drawing.boundary) == 1
    assert touching(placed(ecomap(found, example.nodes, example.links))) == []


def test_the_gallery_shows_every_family_with_its_words_and_signs() -> None:
    context = gallery_context()
    page = render_to_string("people/drawing/families.html", context)
    assert len(context["families"]) >= 12
    for example in EXAMPLES:
        assert example.title in page
    assert page.count("drawing__svg") == len(EXAMPLES) + sum(bool(e.nodes) for e in EXAMPLES)
    assert "親の世代: 母 佐々木 トシ" in page and "離婚(斜線2本)" in page


def test_the_page_keeps_to_the_content_security_policy() -> None:
    page = render_to_string("people/drawing/families.html", gallery_context())
    assert " style=" not in page and "<style" not in page and "<script" not in page


def test_the_page_stands_in_the_frame_of_the_program() -> None:
    page = render_to_string("people/drawing/gallery.html", {"families": []})
    assert "people/drawing.css" in page and "見本の家族がありません" in page


def test_an_example_without_neighbours_has_no_ecomap() -> None:
    bare = next(e for e in EXAMPLES if not e.nodes)
    assert shown(bare)["ecomap"] == ""
