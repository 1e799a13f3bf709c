"""2-3 filled together: each agency's part beside the others', and as one (R-COOR-03)."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kasane.base.kinds import ALL_KINDS, DataKind
from kasane.coordination import rules
from kasane.coordination.choices import Course, PartSection, Screening
from kasane.coordination.models import AssessmentPart
from kasane.coordination.sheet23 import sheet_sections
from kasane.disclosure.viewer import acting_as

CENTRE = {"state": "良い", "treatment": "なし"}
DESK = {"state": "あまり良くない", "treatment": "なし", "carer": "長男"}


@pytest.fixture
def both(applied, cast):
    """Two agencies have written what they know of the health."""
    applied.assess(PartSection.HEALTH, answers=CENTRE, sources=["person"])
    applied.assess(PartSection.HEALTH, by=cast.worker, answers=DESK, sources=["family"])
    return applied


def health(path, *, visible=int(ALL_KINDS)):
    with acting_as(path.cast.coordinator):
        return {one.key: one for one in sheet_sections(path.case.id, visible=visible)}.get("health")


def test_neither_overwrites_the_other(both, cast):
    section = health(both)
    assert [one.part.agency for one in section.contributions] == [cast.coordinator.agency, cast.worker.agency]
    assert [one.sources for one in section.contributions] == ["本人から", "家族から"]


def test_items_stand_in_the_order_of_the_sheet_with_each_agencys_word(both):
    assert health(both).rows == [
        ("健康状態", ["良い", "あまり良くない"]),
        ("通院・服薬", ["なし", "なし"]),
        ("介護者", ["", "長男"]),
    ]


def test_as_one_what_all_say_alike_stands_once(both, cast):
    merged = {line["label"]: line["value"] for line in health(both).merged}
    assert merged["通院・服薬"] == "なし"
    assert merged["介護者"] == "長男"
    assert merged["健康状態"] == f"良い({cast.coordinator.agency})\nあまり良くない({cast.worker.agency})"


def test_an_agency_corrects_its_own_part(both, cast):
    both.assess(PartSection.HEALTH, answers={"state": "まあ良い"})
    with acting_as(cast.coordinator):
        kept = {part.agency: part.answers for part in AssessmentPart.objects.all()}
    assert kept == {cast.coordinator.agency: {"state": "まあ良い"}, cast.worker.agency: DESK}


def test_issues_and_summary_are_one_for_all(applied, cast):
    applied.assess(by=cast.worker, answers={"summary": "一つめ"})
    applied.assess(answers={"summary": "二つめ"})
    with acting_as(cast.coordinator):
        (part,) = AssessmentPart.objects.all()
    assert (part.answers["summary"], part.agency) == ("二つめ", cast.coordinator.agency)


def test_a_section_whose_kinds_are_not_shared_is_not_there(both):
    assert health(both, visible=int(DataKind.BASIC | DataKind.LIFE)) is None


def test_the_page_shows_both_and_the_drawing_of_the_household(both, cast, sign_in):
    page = sign_in(cast.coordinator).get(reverse("coordination:assessment", args=[both.case.id]))
    words = page.content.decode()
    assert "あまり良くない" in words and "長男" in words
    assert "家族図(ジェノグラム)" in words and "<svg" in words


def test_the_form_holds_ones_own_part_and_shows_that_of_the_others(both, cast, sign_in):
    form = reverse("coordination:assessment_part", args=[both.case.id, "health"])
    page = sign_in(cast.worker).get(form)
    assert page.context["form"].initial["carer"] == "長男"
    assert [one.part.agency for one in page.context["others"]] == [cast.coordinator.agency]


def test_the_page_takes_as_many_queries_however_much_is_written(
    both, cast, sign_in, django_assert_max_num_queries
):
    client, page = sign_in(cast.coordinator), reverse("coordination:assessment", args=[both.case.id])
    client.get(page)
    with django_assert_max_num_queries(30):
        client.get(page)


@pytest.mark.parametrize(
    ("screening", "url"),
    [
        (Screening.INFORMATION, "coordination:end"),
        (Screening.BROKEN_OFF, "coordination:end"),
        (Screening.REFER, "intake:refer"),
        (Screening.TOWARDS_CONSENT, "conferences:add_item_support"),
    ],
)
def test_a_screening_that_is_no_plan_leads_on_in_both_courses(applied, cast, sign_in, screening, url):
    applied.assess(screening=screening)
    way = rules.screening_way(Course.COORDINATION, screening)
    assert way is not None and way.url == url
    page = sign_in(cast.coordinator).get(reverse("coordination:assessment", args=[applied.case.id]))
    assert reverse(url, args=[applied.case.id]) in page.content.decode()


def test_a_screening_for_a_plan_leads_to_the_plan():
    assert rules.screening_way(Course.COORDINATION, Screening.PLAN) is None
    assert rules.screening_way(Course.COORDINATION, "") is None
