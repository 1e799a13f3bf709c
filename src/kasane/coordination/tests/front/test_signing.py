"""A signature taken on the screen: strokes and nothing else, kept as evidence (R-COOR-01)."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from kasane.base.obstacles import Forbidden
from kasane.coordination.models import Application, DrawnSignature
from kasane.coordination.signing import api as signing
from kasane.coordination.signing.rules import HEIGHT, WIDTH, read_strokes
from kasane.coordination.tests.conftest import DAY
from kasane.coordination.tests.test_views import APPLY
from kasane.disclosure.viewer import acting_as

NAME = "M100 100L180 120L240 90M300 80L310 200"


@pytest.mark.parametrize("path", ["", "  ", NAME, f" {NAME} ", f"M0 0L{WIDTH} {HEIGHT}"])
def test_strokes_are_moves_and_lines_on_the_pad(path):
    assert read_strokes(path) == path.strip()


@pytest.mark.parametrize(
    "path",
    [
        "M1 1L9 9", "M1 1", f"M0 0L{WIDTH + 1} 10", f"M0 0L10 {HEIGHT + 1}", NAME + "Z", NAME + "\"/><script>", "<svg/>",
        "M100 100L180 -20", "M100 100C1 1 2 2 3 3", "L100 100L300 200", "M100 100 L300 200", NAME * 3000,
    ],
)  # fmt: skip
def test_anything_else_is_refused_in_words(path):
    with pytest.raises(ValueError, match="書"):
        read_strokes(path)


@given(st.text(max_size=200))
def test_nothing_but_numbers_comes_through(path):
    try:
        kept = read_strokes(path)
    except ValueError:
        return
    assert set(kept) <= set("ML 0123456789")


@pytest.fixture
def signed(applied):
    """The application of the case, and how to sign it."""

    def sign(**values):
        by = applied.cast.coordinator
        with acting_as(by):
            paper = Application.objects.get()
            given = {"name": "田中 和子", "path": NAME} | values
            kept = signing.keep_signature(
                applied.case.id,
                by=by,
                on=DAY,
                paper=signing.SignedPaper.APPLICATION,
                paper_id=paper.id,
                **given,
            )
        return paper, kept

    return sign


def test_the_newest_signing_of_a_paper_is_shown_and_the_former_stays(signed, cast):
    paper, _ = signed()
    _, later = signed(path="M10 10L200 200")
    with acting_as(cast.worker):
        assert signing.signature_of(signing.SignedPaper.APPLICATION, paper.id) == later
        assert DrawnSignature.objects.count() == 2
        drawn = signing.signature_svg(signing.SignedPaper.APPLICATION, paper.id)
        assert signing.signature_svg(signing.SignedPaper.PLAN, paper.id) == ""
    picture = ElementTree.fromstring(drawn)
    assert picture[0].get("d") == "M10 10L200 200"


def test_a_name_with_markup_in_it_stays_a_name(signed):
    paper, kept = signed(name='"><script>')
    assert ElementTree.fromstring(signing.svg_of(kept)).get("aria-label") == '"><script>さんの署名'


def test_who_can_not_draw_has_a_witness(signed, cast):
    paper, kept = signed(path="", witness="民生 花子")
    assert (kept.path, kept.witness, signing.svg_of(kept)) == ("", "民生 花子", "")


@pytest.mark.parametrize(
    ("values", "code"), [({"path": ""}, "nothing_signed"), ({"name": " "}, "no_signed_name")]
)
def test_without_strokes_or_witness_or_name_nothing_is_kept(signed, cast, values, code):
    with pytest.raises(Forbidden) as refused:
        signed(**values)
    assert refused.value.codes == [code]
    with acting_as(cast.coordinator):
        assert DrawnSignature.objects.count() == 0


def test_a_stranger_sees_no_signature_and_the_team_does(signed, cast):
    paper, _ = signed()
    for actor, seen in ((cast.stranger, 0), (cast.disability, 0), (cast.worker, 1), (cast.decider, 1)):
        with acting_as(actor):
            assert DrawnSignature.objects.count() == seen, actor


def test_the_application_is_signed_on_the_screen_and_shows_it(path, cast, sign_in):
    client, page = sign_in(cast.coordinator), reverse("coordination:apply", args=[path.case.id])
    assert client.post(page, APPLY | {"drawn": NAME}).status_code == 302
    shown = client.get(page).content.decode()
    assert NAME in shown and "田中 和子さんの署名" in shown


def test_an_application_signed_on_paper_needs_nothing_of_it(path, cast, sign_in):
    client, page = sign_in(cast.coordinator), reverse("coordination:apply", args=[path.case.id])
    assert client.post(page, APPLY).status_code == 302
    with acting_as(cast.coordinator):
        assert DrawnSignature.objects.count() == 0


def test_strokes_that_are_none_are_said_above_the_form(path, cast, sign_in):
    page = sign_in(cast.coordinator).post(
        reverse("coordination:apply", args=[path.case.id]), APPLY | {"drawn": "<svg>"}
    )
    assert page.status_code == 422 and "署名を読み取れませんでした" in page.content.decode()
