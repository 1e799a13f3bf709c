"""A ledger taken in and undone, in the real database (R-OPS-02, R-DIS-01, R-DIS-08)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from django.utils import timezone

from kasane.agencies.models import Agency, Area
from kasane.base.choices import ContactMethod
from kasane.base.obstacles import Forbidden
from kasane.cases import actions as cases
from kasane.cases.models import Case, Event
from kasane.disclosure import api as disclosure
from kasane.disclosure.api import EvidenceType, New
from kasane.disclosure.models import Consent, Evidence, Grant
from kasane.disclosure.queries import rights_on
from kasane.disclosure.viewer import acting_as
from kasane.imports import actions, queries
from kasane.imports.models import Import, ImportedRow, Mapping, SkippedRows, Upload, UploadedSheet
from kasane.imports.tables import Unreadable
from kasane.imports.tests.ledgers import HEADINGS, ROWS, csv_bytes, imported, uploaded, workbook
from kasane.intake import actions as intake
from kasane.intake.api import reception_of
from kasane.intake.models import Reception
from kasane.people.models import Pair, Person
from kasane.people.queries import household

BAD = ["A-9", "4/1", "名 無し", "", "", "", "", "", "", "年のない日", ""]


def rows_of_everything() -> dict[str, int]:
    """How many rows the viewer sees in every table of the product about cases."""
    found = {}
    for model in apps.get_models():
        if model._meta.app_label in (
            "cases",
            "people",
            "intake",
            "disclosure",
            "coordination",
            "conferences",
        ):
            try:
                with transaction.atomic():
                    found[model._meta.db_table] = model.objects.count()
            except ProgrammingError:
                continue
    return found


@pytest.fixture
def desk(cast):
    with acting_as(cast.worker):
        yield cast.worker


def test_each_row_becomes_a_case_of_the_agency_as_if_received_at_the_desk(desk):
    source = imported(desk)
    assert (source.cases, source.persons, source.skipped) == (3, 3, 0)
    first = Case.objects.get(opened_on=date(2024, 4, 3))
    assert first.label == "R6-0001"
    assert (first.responsible_agency, first.responsible_user) == (desk.agency, desk.user)
    sheet = reception_of(first.id)
    assert (sheet.overview, sheet.topics, sheet.channel) == ("介護の疲れで相談。", ["care"], "phone")
    assert household(first.id)[0].birth_date == date(1942, 5, 6)
    assert [right.basis for right in rights_on(first.id)] == ["own_work"]
    right = Grant.objects.get(case_id=first.id)
    assert (right.valid.lower, right.valid.upper) == (date(2024, 4, 3), None)
    assert disclosure.consents_of(first.id)[0].answer == "unclear"
    assert "台帳番号 A-1" in Event.objects.get(case=first, code="imported").body


def test_numbers_follow_the_days_of_reception_whatever_the_order_of_the_rows(desk):
    imported(desk, list(reversed(ROWS)))
    labels = {case.opened_on: case.label for case in Case.objects.all()}
    assert [labels[day] for day in sorted(labels)] == ["R6-0001", "R6-0002", "R6-0003"]


def test_a_household_a_closed_case_a_colleague_and_a_consent(cast, desk):
    area = Area.objects.create(key="asahi", name="旭", kind="圏域")
    headings = [
        "世帯番号",
        "続柄",
        "氏名",
        "受付日",
        "地区",
        "担当者",
        "終了日",
        "同意",
        "同意の方法",
        "概要",
    ]
    upload = uploaded(
        desk,
        [
            ["1", "本人", "山 花", "R6.4.1", "旭", "包括 次郎", "R6.9.30", "あり", "書面", "x"],
            ["1", "夫", "山 太郎"],
        ],
        headings=headings,
    )
    source = actions.bring_in(upload, by=desk)
    assert (source.cases, source.persons) == (1, 2)
    case = Case.objects.get()
    assert (case.stage, case.closed_on) == ("closed", date(2024, 9, 30))
    assert case.responsible_user == cast.colleague.user
    assert reception_of(case.id).received_by == cast.colleague.user
    people = household(case.id)
    assert (people[0].area, people[1].relation) == (area, "夫")
    assert disclosure.consents_of(case.id)[0].answer == "agree"


def test_with_an_error_nothing_is_written_and_the_upload_stays(desk):
    upload = uploaded(desk, [*ROWS, BAD])
    before = rows_of_everything()
    with pytest.raises(Forbidden) as refused, transaction.atomic():
        actions.bring_in(upload, by=desk)
    assert refused.value.codes == ["errors"]
    assert rows_of_everything() == before
    assert Import.objects.count() == 0
    assert Upload.objects.get() == upload


def test_a_fault_that_only_shows_while_writing_leaves_nothing(desk, monkeypatch):
    from kasane.intake import api

    real, calls = api.receive, []

    def fails_at_the_third(**values):
        calls.append(values)
        if len(calls) == 3:
            raise RuntimeError("power cut")
        return real(**values)

    monkeypatch.setattr(api, "receive", fails_at_the_third)
    upload = uploaded(desk)
    before = rows_of_everything()
    with pytest.raises(RuntimeError), transaction.atomic():
        actions.bring_in(upload, by=desk)
    assert rows_of_everything() == before
    assert Upload.objects.count() == 1


def test_rows_with_errors_are_skipped_when_asked_and_kept_for_the_importer(desk):
    source = imported(desk, [*ROWS, BAD], skips=True)
    assert (source.cases, source.skipped) == (3, 1)
    kept = SkippedRows.objects.get(source=source)
    assert kept.headings == HEADINGS
    assert [(row["row"], row["cells"][2]) for row in kept.rows] == [(5, "名 無し")]
    assert "年がありません" in kept.rows[0]["reasons"][0]
    actions.throw_away_skipped(source, by=desk)
    assert SkippedRows.objects.count() == 0


def test_the_uploaded_content_is_gone_after_the_import_and_with_giving_up(desk):
    imported(desk)
    assert (Upload.objects.count(), UploadedSheet.objects.count()) == (0, 0)
    actions.discard(uploaded(desk), by=desk)
    assert (Upload.objects.count(), UploadedSheet.objects.count()) == (0, 0)


def test_the_same_ledger_is_not_imported_twice_by_anybody_of_the_agency(cast, desk):
    imported(desk)
    with acting_as(cast.colleague):
        with pytest.raises(Forbidden) as refused, transaction.atomic():
            imported(cast.colleague)
        assert refused.value.codes == ["all_known"]
        more = ["A-4", "R6.7.1", "新しい 人", "", "", "", "", "", "", "x", ""]
        source = imported(cast.colleague, [*ROWS, more], skips=True)
    assert (source.cases, source.skipped) == (1, 3)


def test_without_ledger_numbers_the_same_rows_are_known_again(desk):
    headings = ["氏名", "受付日", "概要"]
    rows = [["山 川", "R6.4.1", "x"], ["川 山", "R6.4.2", "y"]]
    actions.bring_in(uploaded(desk, rows, headings=headings), by=desk)
    with pytest.raises(Forbidden), transaction.atomic():
        actions.bring_in(uploaded(desk, rows, headings=headings), by=desk)


def test_another_agency_may_import_the_same_numbers(cast, desk):
    imported(desk)
    with acting_as(cast.participation):
        assert imported(cast.participation).cases == 3


def test_the_mapping_is_remembered_for_the_agency(cast, desk):
    content = csv_bytes([["呼び名", "いつ"], ["山 川", "R6.4.1"]])
    upload = actions.upload(by=desk, content=content, name="a.csv")
    assert upload.columns == ["", ""]
    actions.map_columns(upload, by=desk, columns=["name", "received_on"])
    with acting_as(cast.colleague):
        again = actions.upload(by=cast.colleague, content=content, name="b.csv")
        assert again.columns == ["name", "received_on"]
        assert again.is_mapped is False
    with acting_as(cast.stranger):
        assert actions.upload(by=cast.stranger, content=content, name="c.csv").columns == ["", ""]


def test_a_mapping_that_lacks_the_name_is_refused(desk):
    upload = uploaded(desk)
    with pytest.raises(Forbidden):
        actions.map_columns(upload, by=desk, columns=["note"] * len(HEADINGS))
    assert Mapping.objects.get().columns["氏名"] == "name"


def test_a_workbook_with_titles_merged_cells_and_a_second_sheet(desk):
    sheet = [
        ["令和6年度 相談台帳"],
        [],
        ["世帯番号", "続柄", "氏名", "受付日", "相談内容"],
        [1, "本人", "山形 ハル", date(2024, 4, 1), "介護"],
        [None, "長男", "山形 正樹", None, None],
        [2, "本人", "津島 一", 45444, "仕事"],
    ]
    content = workbook(("使い方", [["これは説明です"], ["行1"]] * 9), ("R6", sheet), merges=[])
    upload = actions.upload(by=desk, content=content, name="台帳.xlsx")
    assert (queries.sheet_of(upload).name, upload.header) == ("R6", 2)
    actions.choose_table(upload, by=desk, sheet=1, header=3)
    actions.choose_table(upload, by=desk, sheet=1, header=2)
    actions.map_columns(upload, by=desk, columns=upload.columns)
    found = queries.checked(upload, queries.sheet_of(upload), by=desk)
    assert [fault.reason for fault in found.faults if fault.is_error] == [
        "受付日がありません。分からないときは、その年度の4月1日などを入れてください。"
    ]
    merged = workbook(("R6", sheet), merges=["A4:A5", "D4:D5"])
    upload = actions.upload(by=desk, content=merged, name="台帳.xlsx")
    source = actions.bring_in(actions.map_columns(upload, by=desk, columns=upload.columns), by=desk)
    assert (source.cases, source.persons) == (2, 3)
    assert set(Case.objects.values_list("opened_on", flat=True)) == {date(2024, 4, 1), date(2024, 6, 1)}


def test_a_row_that_is_not_there_can_not_be_the_headings(desk):
    upload = uploaded(desk)
    for sheet, header in ((0, 99), (7, None)):
        with pytest.raises(Forbidden):
            actions.choose_table(upload, by=desk, sheet=sheet, header=header)


def test_what_is_unreadable_keeps_nothing(desk):
    with pytest.raises(Unreadable):
        actions.upload(by=desk, content=b"\x00\x01", name="x.xlsx")
    assert Upload.objects.count() == 0


def test_undoing_leaves_everything_as_it_was(desk):
    """Every table the viewer sees has the rows it had; and the ledger and consents of the cases are gone too."""
    kept = imported(desk, [["Z-1", "R5.4.1", "残る 人", "", "", "", "", "", "", "x", ""]])
    before = rows_of_everything()
    source = imported(desk)
    assert rows_of_everything() != before
    assert actions.undo(source, by=desk) == 3
    assert rows_of_everything() == before
    assert {case.id for case in queries.cases_of(kept)} == {case.id for case in Case.objects.all()}
    source.refresh_from_db()
    assert (source.undone_at is not None, source.undone_by) == (True, desk.user)


def test_after_undoing_the_same_ledger_can_come_again(desk):
    actions.undo(imported(desk), by=desk)
    assert imported(desk).cases == 3


def test_undoing_twice_is_refused(desk):
    source = imported(desk)
    actions.undo(source, by=desk)
    source.refresh_from_db()
    with pytest.raises(Forbidden) as refused:
        actions.undo(source, by=desk)
    assert refused.value.codes == ["undone"]


def test_the_log_keeps_that_it_happened(desk):
    source = imported(desk)
    gone = Case.objects.first()
    actions.undo(source, by=desk)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SELECT disclosure_first_break()")
        assert cursor.fetchone()[0] is None
        cursor.execute("SELECT * FROM disclosure_grants_of(%s)", [gone.id])
        assert cursor.fetchall() == []


def touched(case, desk, cast, how):
    if how == "record":
        cases.write_record(case, by=desk, at=timezone.now(), method=ContactMethod.PHONE, content="電話した")
    elif how == "person":
        Person.objects.filter(case=case).update(note="変わった")
    elif how == "sheet":
        Reception.objects.filter(case=case).update(overview="直した")
    elif how == "case":
        Case.objects.filter(pk=case.pk).update(is_urgent=True)
    elif how == "triage":
        intake.decide(
            Reception.objects.get(case=case),
            by=desk,
            on=date(2025, 4, 1),
            outcome="own",
            reason="x",
            assistance="no",
        )
    elif how == "consent":
        intake.record_answer(
            case, by=desk, said=intake.Said(answer="disagree", confirmed_on=date(2025, 4, 1))
        )
    elif how == "right":
        new = New(EvidenceType.TEAM, cast.disability.agency.id, note="x", source="test")
        disclosure.add_evidence(case.id, [new], on=date(2025, 4, 1))
    elif how == "task":
        cases.add_task(
            case.id,
            agency=desk.agency,
            kind="other",
            what="x",
            due_on=date(2025, 4, 1),
            since=date(2025, 4, 1),
        )


@pytest.mark.parametrize("how", ["record", "person", "sheet", "case", "triage", "consent", "right", "task"])
def test_once_anything_happened_in_a_case_the_import_stays(cast, desk, how):
    source = imported(desk)
    case = Case.objects.order_by("id")[1]
    touched(case, desk, cast, how)
    before = rows_of_everything()
    with pytest.raises(Forbidden) as refused, transaction.atomic():
        actions.undo(source, by=desk)
    (obstacle,) = refused.value.obstacles
    assert (obstacle.code, [link.label for link in obstacle.links]) == ("touched", [case.label])
    assert rows_of_everything() == before


def test_looking_at_a_case_does_not_stand_in_the_way(desk):
    from kasane.disclosure.access import open_case

    source = imported(desk)
    open_case(Case.objects.first().id, by=desk, purpose="閲覧")
    assert actions.undo(source, by=desk) == 3


def test_a_colleague_may_undo_but_nobody_else(cast, desk):
    source = imported(desk)
    for actor in (cast.stranger, cast.coordinator, cast.administrator):
        with acting_as(actor), pytest.raises(Forbidden), transaction.atomic():
            actions.undo(source, by=actor)
    assert Case.objects.count() == 3
    with acting_as(cast.colleague):
        assert actions.undo(source, by=cast.colleague) == 3


def call(statement, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def test_the_undo_of_the_database_can_not_be_used_for_anything_else(cast, desk):
    """Whoever speaks SQL as the web role: no foreign import, no other case, no touched one (R-DIS-01)."""
    source = imported(desk)
    other = cases.open_case(by=desk, on=date(2025, 5, 1))
    for actor in (cast.stranger, cast.administrator, None):
        with acting_as(actor), pytest.raises(ProgrammingError, match="no import to undo"):
            call("SELECT imports_undo(%s)", source.pk)
        with acting_as(actor):
            assert call("SELECT * FROM imports_touched(%s)", source.pk) == []
    # A case the agency opened otherwise can not be named as imported, neither later …
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        ImportedRow.objects.create(source=source, agency=desk.agency, case=other, row=9)
    # … nor while an import runs that did not open it.
    forged = Import.objects.create(
        agency=desk.agency, user=desk.user, file_name="x", cases=1, persons=1, last_entry=2**40
    )
    ImportedRow.objects.create(source=forged, agency=desk.agency, case=other, row=1)
    call("SELECT imports_end(%s)", forged.pk)
    assert call("SELECT * FROM imports_touched(%s)", forged.pk) == [(other.id,)]
    with pytest.raises(Exception, match="touched"):
        call("SELECT imports_undo(%s)", forged.pk)
    assert Case.objects.filter(pk=other.pk).exists()


def test_a_past_import_can_not_be_changed_or_begun_anew(desk):
    source = imported(desk)
    for statement in (
        "UPDATE imports_import SET last_entry = 9999999 WHERE id = %s",
        "DELETE FROM imports_import WHERE id = %s",
        "UPDATE imports_importedrow SET ledger_no = '' WHERE source_id = %s",
        "SELECT imports_end(%s)",
    ):
        with pytest.raises(ProgrammingError):
            call(statement, source.pk)


def test_an_import_in_the_name_of_another_agency_is_refused(cast, desk):
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        Import.objects.create(agency=cast.stranger.agency, user=desk.user, file_name="x", cases=1, persons=1)


OWN = (Upload, UploadedSheet, SkippedRows)
OF_THE_AGENCY = (Mapping, Import, ImportedRow)


def test_who_sees_what_of_an_import(cast, desk):
    """What was uploaded and skipped is the uploader's alone; the rest the agency's; a stranger sees nothing (R-DIS-01)."""
    imported(desk, [*ROWS, BAD], skips=True)
    uploaded(desk, [["B-1", "R6.4.1", "次の 人", "", "", "", "", "", "", "x", ""]])
    assert all(model.objects.exists() for model in (*OWN, *OF_THE_AGENCY))
    with acting_as(cast.colleague):
        assert not any(model.objects.exists() for model in OWN)
        assert all(model.objects.exists() for model in OF_THE_AGENCY)
    for actor in (cast.stranger, cast.coordinator, cast.administrator, None):
        with acting_as(actor):
            assert not any(model.objects.exists() for model in (*OWN, *OF_THE_AGENCY))


def test_what_lies_about_for_a_month_is_forgotten_whosever_it_is(cast, desk, django_db_blocker):
    old = uploaded(desk)
    long_ago = timezone.now() - timedelta(days=31)
    Upload.objects.filter(pk=old.pk).update(created_at=long_ago)
    UploadedSheet.objects.filter(upload=old).update(created_at=long_ago)
    with acting_as(cast.stranger):
        uploaded(cast.stranger)
    assert Upload.objects.count() == 0


def test_nobody_elses_evidence_or_consent_is_touched_by_an_undo(cast, desk):
    with acting_as(cast.participation):
        imported(cast.participation)
        theirs = Evidence.objects.count(), Consent.objects.count(), Grant.objects.count()
    actions.undo(imported(desk), by=desk)
    with acting_as(cast.participation):
        assert (Evidence.objects.count(), Consent.objects.count(), Grant.objects.count()) == theirs
        assert Agency.objects.exists()


def found_alike(cast) -> list[Pair]:
    """The worker imports a ledger, then another agency one with the same people: the machine proposes pairs."""
    with acting_as(cast.participation):
        imported(cast.participation)
    with acting_as(cast.coordinator):
        return list(Pair.objects.order_by("id"))


def test_that_the_machine_found_somebody_alike_does_not_stand_in_the_way(cast, desk):
    source = imported(desk)
    assert len(found_alike(cast)) == 3
    assert actions.undo(source, by=desk) == 3
    with acting_as(cast.coordinator):
        assert Pair.objects.count() == 0
    with acting_as(cast.participation):
        assert Case.objects.count() == 3


@pytest.mark.parametrize("decision", ["same", "different"])
def test_what_a_coordinator_decided_about_a_person_does(cast, desk, decision):
    sources = [imported(desk)]
    pair = found_alike(cast)[0]
    with acting_as(cast.coordinator):
        call("SELECT people_decide(%s, %s, 'x', NULL)", pair.pk, decision)
    with pytest.raises(Forbidden) as refused, transaction.atomic():
        actions.undo(sources[0], by=desk)
    assert refused.value.codes == ["touched"]
    with acting_as(cast.participation), pytest.raises(Forbidden), transaction.atomic():
        actions.undo(Import.objects.get(), by=cast.participation)
