"""引き継ぎまとめ: quotations and fields with their source, within what the viewer sees (issue 5; R-DIS-01, R-DIS-08)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kasane.base.choices import ContactMethod
from kasane.base.dates import today
from kasane.base.kinds import DataKind
from kasane.cases import actions as cases
from kasane.cases.models import SupportRecord
from kasane.disclosure.access import open_case
from kasane.disclosure.queries import readings_of
from kasane.disclosure.viewer import acting_as
from kasane.intake.actions import answer
from kasane.intake.tests.factories import LATER, case_of, receive, refer, said
from kasane.portal.summary.lines import CUT, QUOTED, quoted
from kasane.portal.summary.page import summary, wanted

BASIC_AND_LIFE = int(DataKind.BASIC | DataKind.LIFE)


@pytest.fixture
def case(cast):
    """Received at hokatsu, 社協 in the team without health; two records, one with a promise."""
    with acting_as(cast.worker):
        case = case_of(
            receive(cast.worker, consent=said(kinds=BASIC_AND_LIFE), topics=["withdrawal"], main_topic="")
        )
        record(
            cast.worker,
            case,
            content="玄関先で5分だけ話せた。",
            next_step="電話する",
            next_on=today() + timedelta(days=3),
        )
        record(cast.worker, case, content="主治医から薬の話", kinds=int(DataKind.BASIC | DataKind.HEALTH))
        team = refer(case, by=cast.worker, to=cast.participation.agency, kinds=BASIC_AND_LIFE)
    with acting_as(cast.participation):
        answer(team, by=cast.participation, version=None, on=LATER, answer="accepted")
    return case


def record(by, case, **values):
    defaults = {"at": timezone.now(), "method": ContactMethod.VISIT, "kinds": BASIC_AND_LIFE}
    return cases.write_record(case, by=by, **(defaults | values))


def words(case, viewer) -> dict[str, list[str]]:
    with acting_as(viewer):
        opened = open_case(case.id, by=viewer, purpose="試し")
        return {part.key: [line.words for line in part.lines] for part in summary(opened, contacts=10)}


def test_a_record_and_its_promise_are_quoted_with_their_source(cast, case, sign_in):
    found = words(case, cast.worker)
    assert found["contacts"] == ["主治医から薬の話", "玄関先で5分だけ話せた。"]
    assert len(found["promises"]) == 1 and found["promises"][0].startswith("電話する — ")
    page = sign_in(cast.worker).get(reverse("case_summary", args=[case.id])).content.decode()
    with acting_as(cast.worker):
        row = SupportRecord.objects.get(content="玄関先で5分だけ話せた。")
    assert f"#record-{row.id}" in page
    course = sign_in(cast.worker).get(reverse("case_tab", args=[case.id, "course"])).content.decode()
    assert f'id="record-{row.id}"' in course


def test_nothing_is_told_that_the_viewer_may_not_see(cast, case, sign_in):
    assert words(case, cast.participation)["contacts"] == ["玄関先で5分だけ話せた。"]
    page = sign_in(cast.participation).get(reverse("case_summary", args=[case.id])).content.decode()
    assert "薬の話" not in page and "健康・障害・介護" not in page


@pytest.mark.parametrize("name", ["case_summary", "case_summary_pdf"])
def test_a_stranger_finds_nothing(cast, case, sign_in, name):
    assert sign_in(cast.stranger).get(reverse(name, args=[case.id])).status_code == 404


def test_reading_it_is_logged_and_the_paper_as_an_export(cast, case, sign_in):
    desk = sign_in(cast.worker)
    desk.get(reverse("case_summary", args=[case.id]))
    answer = desk.get(reverse("case_summary_pdf", args=[case.id]))
    assert answer.content[:5] == b"%PDF-" and answer["Cache-Control"] == "no-store"
    with acting_as(cast.worker):
        looks = {(one.subject, one.exported) for one in readings_of(case.id)}
    assert {("引き継ぎまとめ", False), ("引き継ぎまとめ(PDF)", True)} <= looks


def test_every_word_stands_in_the_file(cast, case):
    """No invented words: what is quoted is in the records as it was written."""
    with acting_as(cast.worker):
        opened = open_case(case.id, by=cast.worker, purpose="試し")
        written = [row.content for row in SupportRecord.objects.filter(case=case)]
        told = [
            line.words
            for part in summary(opened, contacts=20)
            if part.key == "contacts"
            for line in part.lines
        ]
    assert sorted(told) == sorted(written)


def test_a_long_text_is_cut_and_says_so():
    assert quoted("あ" * QUOTED) == "あ" * QUOTED
    assert quoted("あ" * (QUOTED + 1)) == "あ" * QUOTED + CUT


@pytest.mark.parametrize(("asked", "number"), [("5", 5), ("20", 20), ("", 10), ("7", 10), ("x", 10)])
def test_only_the_numbers_offered_are_taken(asked, number):
    assert wanted(asked) == number


def test_a_new_case_says_what_is_missing(cast, sign_in):
    with acting_as(cast.worker):
        made = cases.open_case(by=cast.worker, on=today())
    page = sign_in(cast.worker).get(reverse("case_summary", args=[made.id])).content.decode()
    for sentence in (
        "支援経過記録はまだありません",
        "確定したプランはありません",
        "同意をたずねた記録はありません",
    ):
        assert sentence in page


def test_the_page_takes_a_fixed_number_of_queries(cast, case, sign_in, django_assert_max_num_queries):
    with acting_as(cast.worker):
        for number in range(12):
            record(cast.worker, case, content=f"電話{number}")
    desk = sign_in(cast.worker)
    with django_assert_max_num_queries(22):
        desk.get(reverse("case_summary", args=[case.id]))
