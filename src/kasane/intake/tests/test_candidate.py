"""Candidates for 多機関協働 by the number of fields (R-INT-10)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from kasane.agencies import profile
from kasane.base.dates import today
from kasane.cases.models import Case
from kasane.coordination.choices import issue_kinds
from kasane.coordination.models import Assessment, PersonIssue
from kasane.disclosure.viewer import acting_as
from kasane.intake import panels, rules
from kasane.intake.tests.factories import case_of, make_centre, receive
from kasane.people.queries import subject_of

KOMAKI = ("高齢", "障がい", "生活困窮", "こども", "外国籍")


def found(**values):
    return rules.candidate(**{"threshold": 3, "town_fields": KOMAKI, **values})


def test_a_case_that_touches_three_fields_of_the_town_is_a_candidate():
    candidate = found(topics=["care", "debt", "child_rearing"])
    assert [field.name for field in candidate.fields] == ["高齢", "生活困窮", "こども"]
    assert candidate.fields[1].why == ("相談: 債務",)


@pytest.mark.parametrize(
    "topics", [[], ["care"], ["debt", "rent", "income", "food"], ["care", "debt"], ["neighbours", "other"]]
)
def test_fewer_fields_make_no_candidate_however_many_topics(topics):
    assert found(topics=topics) is None


def test_a_town_without_the_rule_has_no_candidates():
    assert found(threshold=None, topics=["care", "debt", "child_rearing", "health"]) is None


def test_issues_and_agencies_count_as_topics_do():
    candidate = found(topics=["care"], issues=["foreign"], agencies={"child": ["子ども家庭総合支援拠点"]})
    assert [field.name for field in candidate.fields] == ["高齢", "こども", "外国籍"]
    assert candidate.fields[1].why == ("関わっている機関: 子ども家庭総合支援拠点",)


def test_a_field_that_is_not_on_the_list_of_the_town_does_not_count():
    assert found(town_fields=("高齢", "こども", "外国籍"), topics=["care", "debt", "child_rearing"]) is None


@pytest.fixture
def counting(monkeypatch):
    """A town that counts fields as 小牧市 does."""
    town = profile.current()
    other = replace(town, rules=replace(town.rules, field_threshold=3, fields=KOMAKI))
    monkeypatch.setattr(profile, "current", lambda: other)


def test_triage_and_case_page_say_which_fields_and_why(cast, sign_in, counting):
    with acting_as(cast.worker):
        case = case_of(receive(cast.worker, topics=["care", "child_rearing", "debt"], main_topic="debt"))
    words = sign_in(cast.worker).get(reverse("intake:triage", args=[case.id])).content.decode()
    assert "多機関協働の候補" in words
    assert "相談: 債務" in words
    with acting_as(cast.worker):
        [panel] = panels.course(Case.objects.get(), by=cast.worker)
    assert panel.title == "多機関協働の候補"
    assert "3つの分野" in render_to_string(panel.template, {"panel": panel.context})


def test_what_nobody_can_place_goes_to_the_centre(cast, sign_in):
    make_centre(cast.coordinator.agency)
    with acting_as(cast.worker):
        case = case_of(receive(cast.worker))
    answer = sign_in(cast.worker).post(
        reverse("intake:triage", args=[case.id]), {"outcome": "unclear", "phrases": ["行き先を相談したい"]}
    )
    assert answer.url == f"{reverse('intake:refer', args=[case.id])}?to=centre"


def assess(case, issues, **values):
    """2-3 with these issues of 本人."""
    sheet = Assessment.objects.create(case=case, started_on=today())
    for issue in issues:
        row = {"kinds": issue_kinds(issue), **values}
        PersonIssue.objects.create(
            case=case, assessment=sheet, person=subject_of(case.id), issue=issue, **row
        )


def candidate_on_the_page(case, by):
    return [panel for panel in panels.course(Case.objects.get(pk=case.id), by=by) if "候補" in panel.title]


@pytest.mark.parametrize(
    ("issues", "told"),
    [
        (["debt", "poverty", "household_money", "child_rearing"], "課題: 債務"),
        (["foreign", "truancy"], "課題: 外国籍"),
    ],
)
def test_the_issues_of_the_assessment_make_a_candidate(cast, counting, issues, told):
    with acting_as(cast.worker):
        case = case_of(receive(cast.worker, topics=["care"], main_topic="care"))
        assert not candidate_on_the_page(case, cast.worker)
        assess(case, issues)
        [panel] = candidate_on_the_page(case, cast.worker)
        assert told in render_to_string(panel.template, {"panel": panel.context})


@pytest.mark.parametrize("issues", [[], ["debt", "poverty", "household_money"], ["habits", "communication"]])
def test_issues_of_one_field_make_no_candidate(cast, counting, issues):
    with acting_as(cast.worker):
        case = case_of(receive(cast.worker, topics=["care"], main_topic="care"))
        assess(case, issues)
        assert not candidate_on_the_page(case, cast.worker)


def test_the_page_of_a_candidate_keeps_to_its_queries(cast, sign_in, counting, django_assert_max_num_queries):
    with acting_as(cast.worker):
        case = case_of(receive(cast.worker, topics=["care"], main_topic="care"))
        assess(case, ["debt", "child_rearing", "foreign", "illness"])
    client = sign_in(cast.worker)
    for tab in ("course", "documents"):
        with django_assert_max_num_queries(22):
            page = client.get(reverse("case_tab", args=[case.id, tab]))
    assert page.status_code == 200
