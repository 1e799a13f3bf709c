"""The screens of the import, step by step (R-OPS-02)."""

from __future__ import annotations

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from kasane.cases.models import Case
from kasane.disclosure.viewer import acting_as
from kasane.imports import actions, tables
from kasane.imports.models import Import, SkippedRows, Upload
from kasane.imports.tests.ledgers import HEADINGS, ROWS, csv_bytes, imported, uploaded, workbook
from kasane.intake import actions as intake
from kasane.intake.models import Reception

BAD = ["A-9", "4/1", "名 無し", "", "", "", "", "", "", "年のない日", ""]


def enter(actor, **options) -> Client:
    client = Client(**options)
    client.force_login(actor.user)
    return client


def url(name, *args):
    return reverse(f"imports:{name}", args=args)


def send(client, content, name="相談台帳.csv"):
    return client.post(url("new"), {"file": SimpleUploadedFile(name, content)}, follow=True)


def words(answer) -> str:
    return answer.content.decode()


def the_upload(actor) -> Upload:
    with acting_as(actor):
        return Upload.objects.get()


def mapped(form_lines):
    return {f"c{number}": key for number, key in enumerate(form_lines)}


def test_the_whole_way_from_the_file_to_the_cases_and_back(cast):
    client = enter(cast.worker)
    page = send(client, csv_bytes([["令和6年度 相談台帳"], [], HEADINGS, *ROWS], encoding="cp932"))
    assert "列を合わせる" in words(page) and "3行目" in words(page)
    upload = the_upload(cast.worker)
    page = client.post(url("columns", upload.pk), mapped(upload.columns), follow=True)
    assert "全部の行が読めました" in words(page)
    assert "山形 ハル" in words(page) and "3件を取り込む" in words(page)
    page = client.post(url("check", upload.pk), follow=True)
    assert "3件のケースとして取り込みました" in words(page)
    assert "R6-0001" in words(page)
    with acting_as(cast.worker):
        source = Import.objects.get()
    assert "取り消す" in words(client.get(url("index")))
    page = client.get(url("undo", source.pk))
    assert "3件のケースを、まとめて消します" in words(page)
    page = client.post(url("undo", source.pk), follow=True)
    assert "3件のケースがなくなりました" in words(page) and "取り消した" in words(page)
    assert "ケースは残っていません" in words(client.get(url("result", source.pk)))


def test_every_page_of_an_imported_case_works(cast):
    with acting_as(cast.worker):
        closed = ["A-4", "R6.4.1", "終 了子", "", "", "", "", "", "", "", "", "R6.9.1"]
        actions.bring_in(
            uploaded(cast.worker, [*ROWS, closed], headings=[*HEADINGS, "終了日"]), by=cast.worker
        )
        cases = list(Case.objects.all())
    client = enter(cast.worker)
    for case in cases:
        page = reverse("case_page", args=[case.id])
        for tab in ("", "plan", "household", "meetings", "documents", "sharing"):
            assert client.get(page, {"tab": tab} if tab else {}).status_code == 200
        for name in ("reception", "reception_edit", "triage", "consent"):
            assert client.get(reverse(f"intake:{name}", args=[case.id])).status_code == 200
    assert "台帳から取り込み" in words(client.get(reverse("case_page", args=[cases[0].id])))


def test_an_imported_case_goes_on_like_any_other(cast):
    with acting_as(cast.worker):
        imported(cast.worker)
        sheet = Reception.objects.first()
        intake.decide(sheet, by=cast.worker, on=sheet.received_on, outcome="own", reason="続ける")


@pytest.mark.parametrize(
    ("content", "name", "why"),
    [
        (b"\x00\x01\x02", "台帳.xlsx", "文字が読めません"),
        (b"PK\x03\x04x", "台帳.xlsx", "Excelのファイルとして読めません"),
        (b"\xd0\xcf\x11\xe0x", "台帳.xls", "パスワード"),
        (b"", "台帳.csv", "何も書かれていない"),
    ],
)
def test_a_file_that_is_no_ledger_is_told_at_its_field(cast, content, name, why):
    answer = send(enter(cast.worker), content, name)
    assert answer.status_code == 422
    assert why in words(answer)


def test_without_a_file_the_form_asks_for_one(cast):
    answer = enter(cast.worker).post(url("new"))
    assert (answer.status_code, "台帳のファイルを選んでください" in words(answer)) == (422, True)


def test_a_file_beyond_the_limit_is_refused_with_the_limit(cast, monkeypatch):
    from kasane.imports import uploads

    monkeypatch.setattr(uploads, "MAX_BYTES", 1000)
    for size in (1500, 200_000):
        answer = send(enter(cast.worker), b"x" * size)
        assert (answer.status_code, "ファイルが大きすぎます" in words(answer)) == (422, True)


def test_a_large_file_never_touches_the_disk(cast, monkeypatch):
    """Django would keep more than 2.5 MB as a temporary file; personal data must not lie there (R-DIS-08)."""
    from django.core.files import uploadedfile

    def fails(*args, **kwargs):
        raise AssertionError("a temporary file was made")

    monkeypatch.setattr(uploadedfile.tempfile, "NamedTemporaryFile", fails)
    monkeypatch.setattr("django.core.files.uploadhandler.TemporaryUploadedFile", fails)
    rows = [["A", "R6.4.1", "山 川", "あ" * 5000]] * 300
    content = csv_bytes([["番号", "受付日", "氏名", "内容"], *rows])
    assert len(content) > 4_000_000
    answer = send(enter(cast.worker), content)
    assert "列を合わせる" in words(answer)


def test_the_upload_is_guarded_against_forged_requests(cast):
    client = enter(cast.worker, enforce_csrf_checks=True)
    answer = client.post(url("new"), {"file": SimpleUploadedFile("a.csv", csv_bytes([HEADINGS, *ROWS]))})
    assert answer.status_code == 403
    with acting_as(cast.worker):
        assert Upload.objects.count() == 0


def test_choosing_another_sheet_and_another_row_for_the_headings(cast):
    client = enter(cast.worker)
    second = [["これは題です"], ["なまえ", "ひにち"], ["山 川", "R6.4.1"]]
    page = send(client, workbook(("一", [HEADINGS, *ROWS]), ("二", second)), "台帳.xlsx")
    assert "取り込むシート" in words(page)
    upload = the_upload(cast.worker)
    here = url("columns", upload.pk)
    page = client.post(here, {"choose_table": "sheet", "sheet": "1"}, follow=True)
    assert "なまえ" in words(page)
    page = client.post(here, {"choose_table": "header", "sheet": "1", "header": "1"}, follow=True)
    assert "2行目" in words(page)
    page = client.post(here, {"choose_table": "header", "sheet": "1", "header": "77"}, follow=True)
    assert "その行はこのシートにありません" in words(page)
    page = client.post(here, {"choose_table": "header", "sheet": "x"}, follow=True)
    assert "見出しの行を選んでください" in words(page)


def test_what_the_mapping_lacks_is_told_and_the_choices_stay(cast):
    client = enter(cast.worker)
    send(client, csv_bytes([HEADINGS, *ROWS]))
    upload = the_upload(cast.worker)
    answer = client.post(url("columns", upload.pk), {"c0": "note"})
    assert answer.status_code == 409
    assert "「氏名」" in words(answer) and '<option value="note" selected>' in words(answer)
    answer = client.post(url("columns", upload.pk), {"c0": "no-such-field"})
    assert answer.status_code == 422


def test_the_next_ledger_with_these_headings_is_mapped_as_the_last(cast):
    client = enter(cast.worker)
    content = csv_bytes([["呼び名", "いつ"], ["山 川", "R6.4.1"]])
    send(client, content)
    client.post(url("columns", the_upload(cast.worker).pk), {"c0": "name", "c1": "received_on"})
    client.post(url("discard", the_upload(cast.worker).pk))
    page = send(client, content)
    assert "前に同じ見出しの台帳で合わせたとおり" in words(page)
    assert '<option value="received_on" selected>' in words(page)


def test_checking_comes_after_mapping(cast):
    client = enter(cast.worker)
    send(client, csv_bytes([HEADINGS, *ROWS]))
    upload = the_upload(cast.worker)
    assert client.get(url("check", upload.pk)).url == url("columns", upload.pk)


def test_errors_stand_by_row_column_value_and_reason_and_the_button_says_why_not(cast):
    client = enter(cast.worker)
    with acting_as(cast.worker):
        upload = uploaded(cast.worker, [*ROWS, BAD])
    text = words(client.get(url("check", upload.pk)))
    for part in ("5行目", "受付日", "B列", "「4/1」", "年がありません", "このままでは、全部を取り込めません",
                 "1行をとばして、3件を取り込む"):  # fmt: skip
        assert part in text
    answer = client.post(url("check", upload.pk))
    assert answer.status_code == 409
    with acting_as(cast.worker):
        assert Case.objects.count() == 0


def test_skipping_gives_a_report_that_can_be_mended_and_imported(cast):
    client = enter(cast.worker)
    with acting_as(cast.worker):
        upload = uploaded(cast.worker, [*ROWS, BAD, ["A-8", "", "=HYPERLINK(1)", *[""] * 8]])
    page = client.post(url("check", upload.pk), {"mode": "skip"}, follow=True)
    assert "とばした2行" in words(page)
    with acting_as(cast.worker):
        source = Import.objects.get()
    answer = client.get(url("skipped", source.pk))
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0] == [*HEADINGS, "元の行", "とばした理由"]
    assert rows[1][2] == "名 無し" and rows[1][-2] == "5" and "年がありません" in rows[1][-1]
    assert rows[2][2] == "'=HYPERLINK(1)"
    rows[1][1], rows[2][1] = "R6.4.1", "R6.4.2"
    send(client, csv_bytes(rows), "直した.csv")
    again = the_upload(cast.worker)
    assert again.columns[:3] == ["ledger_no", "received_on", "name"]
    client.post(url("columns", again.pk), mapped(again.columns))
    assert "2件のケースとして" in words(client.post(url("check", again.pk), follow=True))


def test_the_report_is_the_importers_alone(cast):
    with acting_as(cast.worker):
        source = imported(cast.worker, [*ROWS, BAD], skips=True)
    colleague = enter(cast.colleague)
    assert colleague.get(url("skipped", source.pk)).status_code == 404
    assert "取り込んだ人だけ" in words(colleague.get(url("result", source.pk)))
    client = enter(cast.worker)
    assert "控えを消しました" in words(client.post(url("throw_away", source.pk), follow=True))
    assert client.get(url("skipped", source.pk)).status_code == 404
    with acting_as(cast.worker):
        assert not SkippedRows.objects.exists()


def test_an_undo_that_would_lose_something_names_the_cases(cast):
    with acting_as(cast.worker):
        source = imported(cast.worker)
        case = Case.objects.first()
        sheet = Reception.objects.get(case=case)
        intake.decide(sheet, by=cast.worker, on=sheet.received_on, outcome="own", reason="続ける")
    client = enter(cast.worker)
    for answer in (client.get(url("undo", source.pk)), client.post(url("undo", source.pk))):
        assert case.label in words(answer) and reverse("case_page", args=[case.id]) in words(answer)
        assert "btn--danger" not in words(answer)
    assert answer.status_code == 409


def test_giving_up_deletes_what_was_uploaded(cast):
    client = enter(cast.worker)
    with acting_as(cast.worker):
        upload = uploaded(cast.worker)
    assert "途中の取り込みがあります" in words(client.get(url("index")))
    page = client.post(url("discard", upload.pk), follow=True)
    assert "読み込んだ内容は消しました" in words(page)
    assert "途中の取り込み" not in words(page)


def test_the_empty_list_says_what_to_do(cast):
    assert "この機関の取り込みはまだありません" in words(enter(cast.worker).get(url("index")))


def test_strangers_and_colleagues_find_no_upload_and_strangers_no_import(cast):
    with acting_as(cast.worker):
        source, upload = imported(cast.worker), uploaded(cast.worker, [["B", *ROWS[0][1:]]])
    for actor in (cast.colleague, cast.stranger, cast.administrator):
        client = enter(actor)
        for name in ("columns", "check"):
            assert client.get(url(name, upload.pk)).status_code == 404
            assert client.post(url(name, upload.pk)).status_code == 404
        assert client.post(url("discard", upload.pk)).status_code == 404
    for actor in (cast.stranger, cast.administrator):
        client = enter(actor)
        for name in ("result", "undo", "skipped"):
            assert client.get(url(name, source.pk)).status_code == 404
        assert client.post(url("undo", source.pk)).status_code == 404
        assert source.file_name not in words(client.get(url("index")))


def test_an_administrator_finds_no_import_at_all(cast):
    client = enter(cast.administrator)
    assert client.get(url("index")).status_code == 404
    assert client.get(url("new")).status_code == 404
    assert client.post(url("new")).status_code == 404


def test_the_way_there_stands_on_the_list_of_cases(cast):
    assert url("index") in words(enter(cast.worker).get(reverse("cases:list")))
    assert url("index") not in words(enter(cast.administrator).get(reverse("cases:list")))


def test_long_lists_of_faults_are_paged(cast):
    client = enter(cast.worker)
    with acting_as(cast.worker):
        upload = uploaded(cast.worker, [[f"A-{n}", "4/1", "名 無し", *[""] * 8] for n in range(120)])
    text = words(client.get(url("check", upload.pk)))
    assert "120か所のうち 1〜50か所目" in text
    text = words(client.get(url("check", upload.pk), {"page": "3", "show": "errors"}))
    assert "121行目" in text and "次へ" not in text
    assert "取り込める行がありません" in text


def test_the_pages_ask_the_database_no_more_for_more_rows(cast, django_assert_max_num_queries):
    def rows(count, mark):
        return [[f"{mark}{n}", *ROWS[0][1:9], f"別の相談 {mark}{n}", ""] for n in range(count)]

    client = enter(cast.worker)
    client.get(url("index"))
    with acting_as(cast.worker):
        source, upload = imported(cast.worker, rows(60, "A")), uploaded(cast.worker, rows(80, "B"))
    for address, most in (
        (url("index"), 11),
        (url("columns", upload.pk), 12),
        (url("check", upload.pk), 15),
        (url("result", source.pk), 13),
        (url("undo", source.pk), 11),
    ):
        with django_assert_max_num_queries(most):
            assert client.get(address).status_code == 200


def test_the_limits_on_the_page_are_those_that_hold(cast):
    text = words(enter(cast.worker).get(url("new")))
    assert f"{tables.MAX_BYTES // 1024 // 1024}MB" in text and f"{tables.MAX_ROWS:,}行" in text


def test_pressing_twice_imports_once(cast, monkeypatch):
    from kasane.imports.views import course

    with acting_as(cast.worker):
        upload = uploaded(cast.worker)
    client = enter(cast.worker)
    client.post(url("check", upload.pk))
    assert client.post(url("check", upload.pk)).status_code == 404
    monkeypatch.setattr(course, "_own", lambda request, upload_id: upload)
    answer = client.post(url("check", upload.pk), follow=True)
    assert "すでに取り込まれたか" in words(answer)
    with acting_as(cast.worker):
        assert Case.objects.count() == 3
