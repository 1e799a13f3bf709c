"""The course of a short form, and what comes along from the others (R-OPS-03)."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from kasane.cases import drafts
from kasane.cases.models import Draft
from kasane.disclosure.viewer import acting_as

pytestmark = pytest.mark.django_db


def came_along(*values: str) -> QueryDict:
    posted = QueryDict(mutable=True)
    posted.setlist("beside", list(values))
    return posted


def test_what_comes_along_is_kept_for_the_one_who_typed_it(cast):
    with acting_as(cast.worker):
        drafts.keep_beside(came_along("alarm-step/7?content=%E9%80%94%E4%B8%AD&what=facts"), by=cast.worker)
        row = Draft.objects.get()
        assert (row.form, row.subject_id, row.user) == ("alarm-step", "7", cast.worker.user)
        assert row.data == {"content": ["途中"], "what": ["facts"]}
    with acting_as(cast.colleague):
        assert not Draft.objects.exists()


@pytest.mark.parametrize(
    "value", ["", "?a=1", "form?a=1", "/7?a=1", "x" * 61 + "/7?a=1", "form/" + "7" * 41 + "?a=1"]
)
def test_what_names_no_form_is_passed_over(cast, value):
    with acting_as(cast.worker):
        drafts.keep_beside(came_along(value), by=cast.worker)
        assert not Draft.objects.exists()


def test_what_came_along_is_no_part_of_the_draft_of_the_one_that_was_sent(cast):
    posted = came_along("other/7?a=1")
    posted["note"] = "訪ねた"
    with acting_as(cast.worker):
        assert drafts.keep("form", "7", posted, by=cast.worker).data == {"note": ["訪ねた"]}


def test_several_drafts_are_found_at_once(cast, django_assert_num_queries):
    with acting_as(cast.worker):
        for form in ("page-one", "page-two", "page-three"):
            drafts.keep(form, "7", QueryDict("a=1"), by=cast.worker)
        with django_assert_num_queries(1):
            found = drafts.find_all(["page-one", "page-two"], "7", by=cast.worker)
    assert set(found) == {"page-one", "page-two"}
