"""Tax information of 2-3 section 4 stands apart, and no 支援会議 hears of it (R-DIS-03)."""

from __future__ import annotations

import json
from importlib import resources

import pytest
from django.db import connections
from django.urls import reverse

from kasane.base.kinds import SHAREABLE_KINDS, DataKind
from kasane.coordination.choices import PartSection
from kasane.coordination.forms.assessment import EconomyForm, TaxForm, answer_lines
from kasane.coordination.models import AssessmentPart
from kasane.coordination.tests.conftest import DAY
from kasane.disclosure.api import EvidenceType, New, add_evidence
from kasane.disclosure.viewer import acting_as

TAX = {"taxation": "課税", "tax_arrears": "あり", "tax_note": "住民税を2期"}


def sections_seen(actor) -> set[str]:
    with acting_as(actor):
        return set(AssessmentPart.objects.values_list("section", flat=True))


@pytest.fixture
def taxed(applied, cast):
    """Both parts of section 4 stand; the worker who took the consultation wrote them."""
    applied.assess(PartSection.ECONOMY, by=cast.worker, answers={"income": "月8万円"})
    applied.assess(PartSection.TAX, by=cast.worker, answers=TAX)
    return applied


def test_what_the_tax_office_knows_is_asked_for_in_a_part_of_its_own():
    assert set(TaxForm.ITEMS) == set(TAX)
    assert not set(TAX) & set(EconomyForm.ITEMS)
    assert "税" not in dict(EconomyForm.base_fields["arrears"].choices)


def test_it_has_the_kind_tax_and_whoever_has_that_kind_sees_it(taxed, cast):
    with acting_as(cast.worker):
        assert AssessmentPart.objects.get(section="tax").kinds == DataKind.BASIC | DataKind.TAX
    assert sections_seen(cast.worker) == {"economy", "tax"}


def test_a_worker_with_whom_taxes_are_not_shared_sees_the_rest_of_section_4(taxed, cast, sign_in):
    assert sections_seen(cast.coordinator) == {"economy"}
    page = reverse("coordination:assessment", args=[taxed.case.id])
    words = sign_in(cast.coordinator).get(page).content.decode()
    assert "月8万円" in words and "課税" not in words and "住民税" not in words
    assert sign_in(cast.coordinator).get(f"{page}tax/").status_code == 404


def test_a_consent_that_names_taxes_opens_them(path, cast):
    path.apply(kinds=int(SHAREABLE_KINDS | DataKind.TAX))
    path.assess(PartSection.TAX, by=cast.worker, answers=TAX)
    assert "tax" in sections_seen(cast.coordinator)


def test_a_member_of_a_support_conference_never_sees_them(taxed, cast):
    with acting_as(cast.worker):
        member = cast.stranger
        new = New(
            EvidenceType.SUPPORT_CONFERENCE, member.agency.id, note="支援会議", source="conference",
            user_id=member.user.id, acknowledged_on=DAY,
        )  # fmt: skip
        add_evidence(taxed.case.id, [new], on=DAY)
    assert sections_seen(cast.stranger) == {"economy"}


def test_a_member_of_a_support_conference_never_sees_them_though_a_consent_names_them(path, cast):
    path.apply(kinds=int(SHAREABLE_KINDS | DataKind.TAX), excluded=[cast.stranger.agency.id])
    path.assess(PartSection.TAX, by=cast.worker, answers=TAX)
    with acting_as(cast.worker):
        new = New(
            EvidenceType.SUPPORT_CONFERENCE, cast.stranger.agency.id, note="支援会議", source="conference",
            user_id=cast.stranger.user.id, acknowledged_on=DAY,
        )  # fmt: skip
        add_evidence(path.case.id, [new], on=DAY)
    assert sections_seen(cast.stranger) == set()


def test_the_history_of_the_old_section_tells_no_tax():
    row = {"section": "economy", "answers": {"taxation": "課税", "arrears": ["税", "家賃・ローン"]}}
    assert answer_lines(row) == [("滞納", "家賃・ローン")]


MOVE = resources.files("kasane.coordination").joinpath("tax.sql").read_text(encoding="utf-8")


@pytest.mark.django_db(databases=["default", "owner"])
@pytest.mark.parametrize(
    ("before", "economy", "tax"),
    [
        ({"income": "8万円"}, {"income": "8万円"}, None),
        ({"taxation": "非課税", "income": "8万円"}, {"income": "8万円"}, {"taxation": "非課税"}),
        (
            {"arrears": ["税", "公共料金"], "arrears_note": "住民税2期と電気"},
            {"arrears": ["公共料金"]},
            {"tax_arrears": "あり", "tax_note": "住民税2期と電気"},
        ),
        (
            {"arrears": ["公共料金"], "arrears_note": "電気2か月"},
            {"arrears": ["公共料金"], "arrears_note": "電気2か月"},
            None,
        ),
    ],
)
def test_existing_answers_about_taxes_move_and_nothing_is_lost(before, economy, tax):
    """The migration's own statements, over a table that stands before the real one."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SET LOCAL ROLE kasane_definer")
        cursor.execute(
            "CREATE TEMP TABLE coordination_assessmentpart (LIKE public.coordination_assessmentpart) ON COMMIT DROP"
        )
        cursor.execute(
            "INSERT INTO coordination_assessmentpart (id, created_at, updated_at, version, case_id, kinds, assessment_id,"
            " section, answers, sources, source_note, gathered_on, author_id, agency_id)"
            " VALUES (uuidv7(), now(), now(), 1, uuidv7(), 9, uuidv7(), 'economy', %s, '{person}', '', now(),"
            " uuidv7(), uuidv7())",
            [json.dumps(before)],
        )
        cursor.execute("RESET ROLE")
        cursor.execute(MOVE)
        cursor.execute("SET LOCAL ROLE kasane_definer")
        cursor.execute("SELECT section, kinds, answers FROM coordination_assessmentpart")
        found = {section: (kinds, answers) for section, kinds, answers in cursor.fetchall()}
        cursor.execute("RESET ROLE")
    found = {
        name: (kinds, json.loads(told) if isinstance(told, str) else told)
        for name, (kinds, told) in found.items()
    }
    assert found["economy"] == (9, economy)
    assert found.get("tax") == (None if tax is None else (33, tax))


@pytest.mark.django_db(databases=["default", "owner"])
def test_an_index_can_follow_in_the_same_migration_on_a_table_with_rows():
    """The keys of the new row are checked at once: what is left for the end of the transaction forbids an index."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE sheets (id uuid PRIMARY KEY) ON COMMIT DROP")
        cursor.execute(
            "CREATE TEMP TABLE coordination_assessmentpart (LIKE public.coordination_assessmentpart,"
            " FOREIGN KEY (assessment_id) REFERENCES sheets DEFERRABLE INITIALLY DEFERRED) ON COMMIT DROP"
        )
        cursor.execute("GRANT ALL ON sheets, coordination_assessmentpart TO kasane_definer")
        cursor.execute("INSERT INTO sheets VALUES (uuidv7())")
        cursor.execute(
            "INSERT INTO coordination_assessmentpart (id, created_at, updated_at, version, case_id, kinds, assessment_id,"
            " section, answers, sources, source_note, gathered_on, author_id, agency_id)"
            " SELECT uuidv7(), now(), now(), 1, uuidv7(), 9, id, 'economy', %s, '{person}', '', now(), uuidv7(), uuidv7()"
            " FROM sheets",
            [json.dumps({"taxation": "非課税"})],
        )
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
        cursor.execute(MOVE)
        cursor.execute("CREATE INDEX ON coordination_assessmentpart (taken_by_id)")
        cursor.execute("SELECT count(*) FROM coordination_assessmentpart")
        assert cursor.fetchone() == (2,)
