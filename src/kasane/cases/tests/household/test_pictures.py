"""From ties to drawings: what stands on the genogram, what around the household, and what is only assumed (R-PEO-04)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kasane.base.dates import today
from kasane.cases.household import actions
from kasane.cases.household.page import Look, household_of
from kasane.disclosure.viewer import acting_as
from kasane.people.drawing import BondKind, Flow, NodeKind
from kasane.people.drawing import Strength as LinkStrength
from kasane.people.kinship import UnionKind

YESTERDAY = today() - timedelta(days=1)


@pytest.fixture
def drawn(home, cast):
    """The drawings of a day, of today when none is named."""

    def draw(day=None):
        with acting_as(cast.worker):
            return household_of(home.case.id, Look(day or today())).pictures()

    return draw


@pytest.fixture
def tie(home, cast):
    def add(person, kind, **values):
        with acting_as(cast.worker):
            return actions.add_tie(home.case, person, by=cast.worker, kind=kind, **values)

    return add


def test_care_between_members_lies_over_the_genogram(home, drawn):
    """R-PEO-04."""
    bonds = drawn().family.bonds
    assert [(b.kind, b.left, b.right) for b in bonds] == [
        (BondKind.CARE, str(home.son.pk), str(home.mother.pk))
    ]


@pytest.mark.parametrize(
    ("kind", "strength", "expected"),
    [
        ("conflict", "normal", BondKind.CONFLICT),
        ("conflict", "broken", BondKind.CUTOFF),
        ("contact", "strong", BondKind.CLOSE),
        ("contact", "weak", BondKind.DISTANT),
        ("contact", "strained", BondKind.CONFLICT),
        ("contact", "broken", BondKind.CUTOFF),
        ("contact", "normal", None),
        ("money", "strong", None),
        ("key_person", "strong", None),
    ],
)
def test_feelings_between_members_are_drawn_by_their_sign(home, drawn, tie, kind, strength, expected):
    """R-PEO-04."""
    tie(home.son, kind, other_person=home.grandchild, strength=strength)
    found = [b.kind for b in drawn().family.bonds if b.right == str(home.grandchild.pk)]
    assert found == ([expected] if expected else [])


def test_agencies_and_who_lives_apart_stand_around_the_household(home, cast, drawn, tie):
    """R-PEO-04."""
    tie(home.son, "contact", other_label="隣の家", strength="weak")
    chart = drawn().chart
    assert {(n.name, n.kind) for n in chart.nodes} == {
        (cast.worker.agency.name, NodeKind.AGENCY),
        ("石原 由美", NodeKind.PERSON),
        ("隣の家", NodeKind.GROUP),
    }
    links = {link.node: link for link in chart.links}
    assert links[str(home.daughter.pk)].flow == Flow.INWARD
    assert links[str(home.daughter.pk)].member == str(home.mother.pk)
    assert links["w隣の家"].strength == LinkStrength.WEAK
    assert links["w隣の家"].flow == Flow.NONE


def test_what_one_member_does_for_another_is_no_link_of_the_ecomap(home, drawn):
    """R-PEO-04."""
    assert all(link.label != "買い物と通院の付き添い" for link in drawn().chart.links)


def test_a_tie_is_drawn_on_its_days_only(home, cast, drawn, tie):
    """R-PEO-04."""
    made = tie(home.son, "conflict", other_person=home.grandchild, since=YESTERDAY - timedelta(days=9))
    with acting_as(cast.worker):
        actions.end_tie(home.case, made, by=cast.worker, on=YESTERDAY)
    kinds = {
        day: {b.kind for b in drawn(day).family.bonds} for day in (today(), YESTERDAY - timedelta(days=1))
    }
    assert BondKind.CONFLICT not in kinds[today()]
    assert BondKind.CONFLICT in kinds[YESTERDAY - timedelta(days=1)]


def test_a_divorce_is_drawn_from_its_day(home, cast, drawn, tie):
    """R-PEO-04."""
    with acting_as(cast.worker):
        wife = actions.join(
            home.case,
            by=cast.worker,
            joined_on=None,
            family_name="田中",
            given_name="友子",
            relation="長男の妻",
        )
    tie(home.son, "divorced", other_person=wife, since=YESTERDAY)

    def union(day):
        pair = {str(home.son.pk), str(wife.pk)}
        return next(u.kind for u in drawn(day).family.graph.unions if u.pair == pair)

    assert union(YESTERDAY - timedelta(days=1)) == UnionKind.MARRIAGE
    assert union(today()) == UnionKind.DIVORCED


def test_the_grandchild_is_asked_for_until_the_parent_is_recorded(home, drawn, tie):
    """R-PEO-04: whose child the 孫 is."""
    asked = drawn().questions
    assert [question.person for question in asked] == [home.grandchild.pk]
    assert "孫 田中 拓也さんは、だれの子ですか" in asked[0].sentence
    tie(home.son, "parent", other_person=home.grandchild)
    assert not drawn().questions


def test_a_grandmother_is_asked_for_herself(home, cast, drawn):
    """R-PEO-04: the father's mother or the mother's."""
    with acting_as(cast.worker):
        for relation, name, sex in (("父", "勇", "male"), ("母", "春", "female"), ("祖母", "トメ", "female")):
            actions.join(
                home.case, by=cast.worker, joined_on=None, family_name="田中", given_name=name,
                relation=relation, sex=sex,
            )  # fmt: skip
    asked = {question.end: question.sentence for question in drawn().questions}
    assert "祖母 田中 トメさんは、だれの親ですか" in asked["person"]
    assert "孫 田中 拓也さんは、だれの子ですか" in asked["other"]


def test_everybody_is_in_the_sentences(home, drawn):
    """R-PEO-04."""
    words = "".join(drawn().genogram_words)
    assert all(person.name in words for person in (home.mother, home.son, home.daughter, home.grandchild))


def test_paper_gets_one_picture_each_without_keyboard_stops(drawn):
    """R-PEO-04."""
    printed = drawn().printed
    assert [title for title, _, _ in printed] == ["家族図(ジェノグラム)", "支えの図(エコマップ)"]
    assert all("tabindex" not in svg and words for _, svg, words in printed)
