"""開示請求の写し: the whole record of one person and its readings, as PDF and Excel (R-DIS-08)."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from openpyxl import load_workbook

from kasane.base.choices import ContactMethod
from kasane.cases import actions as cases
from kasane.cases.history.words import NOT_TOLD, OTHERS, TABLES
from kasane.conferences.models import AgendaItem, Body, Meeting, Talk
from kasane.disclosure import api as disclosure
from kasane.disclosure.viewer import acting_as
from kasane.intake.tests.factories import case_of, receive
from kasane.people.actions import protect_contact
from kasane.people.models import Person
from kasane.sheets.disclosure_request import record
from kasane.sheets.disclosure_request.record import SECTIONS
from kasane.sheets.tests.reading import printed

ON = date(2025, 5, 1)


@pytest.fixture
def case(cast):
    centre = cast.coordinator.agency
    with acting_as(cast.worker):
        case = case_of(receive(cast.worker, consulter_name="長谷川 良子", consulter_contact="090-9876-5432"))
        cases.write_record(
            case,
            by=cast.worker,
            at="2025-05-01T10:00+09:00",
            method=ContactMethod.PHONE,
            content="=1+1 山形正樹さんのことで、隣の佐々木さんから電話。ハルさんは元気。",
        )
        disclosure.add_evidence(
            case.id, [disclosure.New(disclosure.EvidenceType.TEAM, centre.id, "つなぎ", "referral")], on=ON
        )
        return case


def ask(client, case, act, **values):
    with_defaults = {"parts": list(SECTIONS), "hides_others": "on", "act": act, **values}
    return client.post(f"/sheets/{case.id}/disclosure-request/", with_defaults)


@pytest.fixture
def subject(case, cast):
    with acting_as(cast.worker):
        return str(Person.objects.get(case=case, is_subject=True).pk)


def test_the_preview_shows_whom_and_how_often_it_blacks_out(case, cast, sign_in, subject):
    page = ask(sign_in(cast.coordinator), case, "preview", person=subject)
    assert page.status_code == 200
    hidden = {one.label: one for one in page.context["hidden"]}
    assert ("山形正樹", 1) in hidden["山形 正樹(長男)"].words
    assert "<mark>山形正樹</mark>" in page.content.decode()


def test_the_pdf_holds_the_record_and_the_readings_without_the_others(case, cast, sign_in, subject):
    answer = ask(sign_in(cast.coordinator), case, "pdf", person=subject, extra="佐々木")
    words = printed(answer.content)
    assert "母の介護のことで電話" in words
    assert "ハルさんは元気" in words
    assert "だれが見たか" in words and "重層明" in words
    for hidden in ("正樹", "佐々木", "長谷川", "9876"):
        assert hidden not in words


def test_the_excel_holds_the_same_and_no_formula(case, cast, sign_in, subject):
    answer = ask(sign_in(cast.coordinator), case, "xlsx", person=subject)
    book = load_workbook(BytesIO(answer.content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    told = " ".join(str(cell.value) for cell in cells)
    assert "=1+1 ■■■さんのことで" in told
    assert "正樹" not in told
    assert all(cell.data_type == "s" for cell in cells)
    assert book.sheetnames[-1] == "閲覧の記録"


def test_without_masking_everything_is_there(case, cast, sign_in, subject):
    answer = ask(sign_in(cast.coordinator), case, "pdf", person=subject, hides_others="")
    assert "山形正樹さんのことで" in printed(answer.content)


def test_staff_can_be_blacked_out_too(case, cast, sign_in, subject):
    words = printed(ask(sign_in(cast.coordinator), case, "pdf", person=subject, hides_staff="on").content)
    assert "包括花子" not in words and "重層明" not in words
    assert "美咲町地域包括支援センター" in words


def test_the_copy_for_a_member_blacks_out_the_person_of_the_case(case, cast, sign_in):
    with acting_as(cast.worker):
        son = str(Person.objects.get(case=case, is_subject=False).pk)
    words = printed(ask(sign_in(cast.coordinator), case, "pdf", person=son).content)
    assert "山形正樹" in words
    assert "ハル" not in words


def test_only_the_parts_asked_for_are_in_it(case, cast, sign_in, subject):
    words = printed(ask(sign_in(cast.coordinator), case, "pdf", person=subject, parts=["people"]).content)
    assert "母の介護のことで電話" not in words
    assert "だれが見たか" not in words


@pytest.mark.parametrize(("act", "logged"), [("preview", "read"), ("pdf", "export"), ("xlsx", "export")])
def test_taking_it_is_logged_as_an_export_for_that_person(case, cast, sign_in, subject, act, logged):
    ask(sign_in(cast.coordinator), case, act, person=subject)
    with acting_as(cast.coordinator), connection.cursor() as cursor:
        cursor.execute("SELECT act, subject FROM disclosure_readings_of(%s, 1)", [case.id])
        assert cursor.fetchone()[0] == logged


@pytest.fixture
def meeting(case, cast):
    """A 支援会議 of the centre about the case, to which nobody else was called."""
    body = Body.objects.create(
        key="shien", name="支援会議", functions=["support_conference"], host=cast.participation.agency
    )
    with acting_as(cast.worker):
        disclosure.record_consent(case.id, by=cast.worker, level="reception", answer="agree", confirmed_on=ON)
        disclosure.add_evidence(
            case.id, [disclosure.New("team", cast.participation.agency.id, "", "test")], on=ON
        )
    by = cast.participation
    with acting_as(by):
        meeting = Meeting.objects.create(
            body=body, year=2025, number=1, host=by.agency, convened_by=by.user, convened_on=ON,
            starts_at="2025-05-10T13:30+09:00", material_until=date(2025, 5, 25),
        )  # fmt: skip
        item = AgendaItem.objects.create(
            meeting=meeting, body=body, meeting_label="支援会議 R7 第1回", held_at=meeting.starts_at, case=case,
            function="support_conference", title="世帯のこと", brought_by=by.agency,
        )  # fmt: skip
        Talk.objects.create(item=item, meeting=meeting, case=case, text="議事の秘密", version=1)
    return meeting


def told_in_excel(answer):
    book = load_workbook(BytesIO(answer.content))
    return " ".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)


def test_minutes_the_worker_can_not_read_are_told_to_be_missing(case, cast, sign_in, subject, meeting):
    client = sign_in(cast.coordinator)
    missing = (
        f"支援会議 R7 第1回の会議録(構成員だけが読めます。{cast.participation.agency.name}に頼んでください)"
    )
    assert missing in ask(client, case, "preview", person=subject).content.decode()
    told = told_in_excel(ask(client, case, "xlsx", person=subject))
    assert "この写しに入っていないもの" in told and missing in told
    assert "議事の秘密" not in told
    assert missing not in told_in_excel(ask(client, case, "xlsx", person=subject, parts=["people"]))


def test_a_protected_contact_is_told_to_be_missing_on_the_paper_of_that_person_alone(
    case, cast, sign_in, subject
):
    with acting_as(cast.worker):
        son = Person.objects.get(case=case, is_subject=False)
        protect_contact(son, by=cast.worker, staff=[cast.worker.user.pk], reason="支援措置", since=ON)
    client = sign_in(cast.coordinator)
    missing = "秘匿している住所・連絡先(受け持つ職員だけ"
    assert missing in ask(client, case, "preview", person=subject).content.decode()
    assert missing not in told_in_excel(ask(client, case, "xlsx", person=subject))
    assert missing in told_in_excel(ask(client, case, "xlsx", person=str(son.pk)))


def test_readings_beyond_the_most_are_told_to_be_missing(case, cast, sign_in, subject, monkeypatch):
    monkeypatch.setattr(record, "MOST_READINGS", 1)
    client = sign_in(cast.coordinator)
    ask(client, case, "preview", person=subject)
    told = told_in_excel(ask(client, case, "xlsx", person=subject))
    assert "新しいほうから1件より前のもの" in told


def test_a_worker_is_told_who_makes_it_and_gets_nothing(case, cast, sign_in, subject):
    client = sign_in(cast.worker)
    assert "調整担当者" in client.get(f"/sheets/{case.id}/disclosure-request/").content.decode()
    assert ask(client, case, "pdf", person=subject).status_code == 409


def test_a_manager_who_does_not_see_the_case_finds_nothing(case, cast, sign_in):
    for actor in (cast.manager, cast.stranger, cast.administrator):
        assert sign_in(actor).get(f"/sheets/{case.id}/disclosure-request/").status_code == 404


def test_a_person_of_another_case_can_not_be_named(case, cast, sign_in):
    with acting_as(cast.worker):
        other = case_of(receive(cast.worker))
        stranger = str(Person.objects.get(case=other, is_subject=True).pk)
    assert ask(sign_in(cast.coordinator), case, "pdf", person=stranger).status_code == 422


def test_every_table_that_is_told_has_its_place_in_the_copy():
    placed = {table for _, tables in SECTIONS.values() for table in tables}
    assert (set(TABLES) | set(OTHERS)) - placed == set()
    assert placed & (set(NOT_TOLD) - set(OTHERS)) == set()
