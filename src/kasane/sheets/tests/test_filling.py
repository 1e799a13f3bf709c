"""Each sheet of a case on paper says what was entered, to those who may see it (FORMS, R-COOR-01 … R-COOR-08)."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from kasane.base.kinds import DataKind
from kasane.cases.actions import write_record
from kasane.coordination.choices import Occasion, PartSection
from kasane.coordination.menus.choices import ADDRESSES, CODES, MenuSheet
from kasane.coordination.menus.sheets import SHEETS as MENU_ITEMS
from kasane.coordination.models import (
    Application,
    Assessment,
    Connectedness,
    MenuJudgement,
    MenuPlan,
    Plan,
)
from kasane.coordination.tests.conftest import *  # noqa: F403
from kasane.disclosure.viewer import acting_as
from kasane.sheets.fill import BLANKS, FILLERS, blank_of
from kasane.sheets.paper.assessment import Answer
from kasane.sheets.render import render_pdf
from kasane.sheets.tests.reading import outline, page_texts, printed, squeezed

RARE = "𠮷田 﨑雄 髙橋 渡邉 葛\U000e0100"


@pytest.fixture
def read(sign_in):
    """`read(actor, code, row)` answers the text of the PDF as that person gets it."""

    def look(actor, case, code, row=None, **query):
        args = [case.id, code, row.id] if row is not None else [case.id, code]
        answer = sign_in(actor).get(reverse("sheets:pdf_of" if row else "sheets:pdf", args=args), query)
        assert answer.status_code == 200
        return printed(answer.content)

    return look


def test_the_plan_prints_what_it_used_to_leave_out(final, read):
    """Days of goals, the person in charge, the start before the decision, the words read before signing."""
    path, plan = final
    with acting_as(path.cast.coordinator):
        Plan.objects.filter(pk=plan.pk).update(
            lead_staff="主任 太郎",
            early_start=True,
            early_started_on=date(2025, 5, 3),
            early_start_reason="通院を待てない",
        )
    text = read(path.cast.coordinator, path.case, "2-4", plan)
    for words in ("月に1回外に出る(8月まで)", "主任太郎", "令和7年5月3日から", "通院を待てない", "福第12号"):
        assert words in text


def test_the_application_prints_what_the_person_shares(applied, read):
    """R-COOR-01: the kinds agreed to, who explained, and the note."""
    case = applied.case
    with acting_as(applied.cast.coordinator):
        row = Application.objects.get(case=case)
        Application.objects.filter(pk=row.pk).update(
            sharing_kinds=int(DataKind.BASIC | DataKind.HEALTH), note=f"{RARE}と来所"
        )
    text = read(applied.cast.coordinator, case, "2-2", row)
    assert "情報の種類:基本情報、健康・障害・介護" in text
    assert "経済・福祉制度" not in text
    assert "重層明" in text
    assert squeezed(f"{RARE}と来所") in text


def test_the_assessment_prints_every_part_with_its_source(assessed, read):
    """R-COOR-03"""
    assessed.assess(
        PartSection.FAMILY,
        answers={"together": RARE, "housing": "公営住宅"},
        sources=["person"],
        source_note="訪問で",
    )
    text = read(assessed.cast.coordinator, assessed.case, "2-3")
    assert squeezed(RARE) in text
    assert "☑公営住宅" in text
    assert "本人(訪問で)" in text
    assert "父の死後、家にこもっている。" in text
    assert "☑プランを策定し継続支援" in text
    assert "家族図" in text


def test_a_part_of_a_kind_the_reader_may_not_see_is_not_on_the_paper(assessed, read, sign_in):
    """R-DIS-04: 主担当 of a limited consent sees no health; the paper says that it is not whole."""
    assessed.assess(PartSection.HEALTH, answers={"state_note": "ひみつの病名"})
    whole = read(assessed.cast.worker, assessed.case, "2-3")
    assert "ひみつの病名" in whole and "課税・税の滞納" in whole and "見られる種類の情報だけ" not in whole
    without_tax = read(assessed.cast.coordinator, assessed.case, "2-3")
    assert "ひみつの病名" in without_tax and "課税・税の滞納" not in without_tax
    assert "見られる種類の情報だけ" in without_tax
    with acting_as(assessed.cast.coordinator):
        sheet = Assessment.objects.get(case=assessed.case)
    assessed.case.visible_kinds = int(DataKind.BASIC | DataKind.LIFE)
    with acting_as(assessed.cast.coordinator):
        limited = printed(render_pdf(FILLERS["2-3"](assessed.case, sheet.id)))
    assert "ひみつの病名" not in limited and "健康・障害" not in limited
    assert "見られる種類の情報だけ" in limited


@pytest.mark.parametrize("sheet", list(MenuSheet))
def test_the_plan_of_2_and_4_prints_every_item_with_what_the_conference_said(sheet, final, read):
    """R-COOR-05, R-CONF-03"""
    path, plan = final
    by = path.cast.coordinator
    with acting_as(by):
        agency = {"agency": by.agency, "case": path.case}
        answers = {item.key: f"{RARE}の{item.label}" for item in MENU_ITEMS[sheet]} | {"agreement": "not_yet"}
        row = MenuPlan.objects.create(
            sheet=sheet, plan=plan, number=2, made_on=date(2025, 5, 1), author=by.user, answers=answers,
            evaluate_on=date(2025, 9, 1), kinds=int(DataKind.LIFE), **agency,
        )  # fmt: skip
        MenuJudgement.objects.create(
            menu=row, timing="plan", table="support_conference", judgement="appropriate", opinion=f"{RARE}を見守る",
            judged_on=date(2025, 5, 2), recorded_by=by.user, kinds=int(DataKind.LIFE), **agency,
        )  # fmt: skip
    text = read(by, path.case, ADDRESSES[CODES[sheet]], row)
    for item in MENU_ITEMS[sheet]:
        if item.key != "agreement":
            assert squeezed(f"{RARE}の{item.label}") in text
    for words in (
        CODES[sheet].replace("2-5", "別紙２－５"),
        "再プラン(1回)",
        "令和7年9月1日",
        "支援会議",
        f"{RARE}を見守る",
    ):
        assert squeezed(words) in text
    assert ("☑まだ確かめていない" in text) == (sheet == MenuSheet.OUTREACH)


def test_the_evaluation_prints_each_goal_and_what_follows(final, read):
    """R-COOR-08"""
    path, plan = final
    path.evaluate(plan, changes=["isolation"], remaining_issues=f"{RARE}のこれから")
    text = read(path.cast.coordinator, path.case, "2-6")
    for words in (
        "月に1回外に出る",
        "8月まで",
        "達成した",
        "☑孤立の解消",
        "月に1回電話する",
        f"{RARE}のこれから",
    ):
        assert squeezed(words) in text


def test_the_course_of_the_scores_is_drawn_up_to_the_rating_that_is_printed(final, read):
    """R-COOR-08"""
    path, _ = final
    path.rate(Occasion.PLAN, date(2025, 4, 1), motivation=1)
    path.rate(Occasion.EVALUATION, date(2025, 4, 20), motivation=3)
    with acting_as(path.cast.coordinator):
        first = Connectedness.objects.get(case=path.case, rated_on=date(2025, 4, 1))
    text = read(path.cast.coordinator, path.case, "2-7")
    assert "つながりの推移" in text and "意欲1から3" in text
    assert "つながりの推移" not in read(path.cast.coordinator, path.case, "2-7", first)


@pytest.fixture
def written(path):
    """Two records, of April and of May."""
    with acting_as(path.cast.coordinator):
        for month, content in ((4, f"四月の話 {RARE}"), (5, "五月の話")):
            write_record(
                path.case, by=path.cast.coordinator, at=timezone.make_aware(timezone.datetime(2025, month, 10, 10, 30)),
                method="visit", content=content, counterpart="本人", kinds=int(DataKind.BASIC | DataKind.LIFE),
            )  # fmt: skip
    return path


def test_the_records_of_a_stretch_of_time_are_printed(written, sign_in):
    client = sign_in(written.cast.coordinator)
    address = reverse("sheets:records", args=[written.case.id])
    april = printed(client.get(address, {"since": "R7.4.1", "until": "R7.4.30"}).content)
    assert squeezed(f"四月の話{RARE}") in april and "五月の話" not in april
    both = printed(client.get(address).content)
    assert both.index("四月の話") < both.index("五月の話")


def test_days_that_can_not_be_read_are_said_and_no_record_is_lost_in_silence(written, sign_in):
    client = sign_in(written.cast.coordinator)
    address = reverse("sheets:records", args=[written.case.id])
    assert client.get(address, {"since": "いつか"}).status_code == 422
    assert client.get(address, {"since": "R7.5.1", "until": "R7.4.1"}).status_code == 422
    none = client.get(address, {"since": "R1.5.1", "until": "R1.6.1"})
    assert (
        none["Content-Type"].startswith("text/html") and "見られる記録はありません" in none.content.decode()
    )


@pytest.mark.parametrize("code", [*FILLERS, "records?"])
def test_a_stranger_prints_nothing(code, final, sign_in):
    """R-DIS-01"""
    path, _ = final
    address = (
        reverse("sheets:records", args=[path.case.id])
        if code == "records?"
        else reverse("sheets:pdf", args=[path.case.id, code])
    )
    assert sign_in(path.cast.stranger).get(address).status_code == 404


@pytest.mark.parametrize("code", list(BLANKS))
def test_a_blank_sheet_is_printed_without_a_word_on_anybody(code, cast, sign_in):
    client = sign_in(cast.worker)
    pdf = client.get(reverse("sheets:blank", args=[code]))
    assert pdf.status_code == 200 and len(page_texts(pdf.content)) <= 5
    assert client.get(reverse("sheets:blank_xlsx", args=[code])).content[:2] == b"PK"


def test_the_blank_assessment_has_every_item_of_the_form(db):
    from kasane.coordination.forms import PART_FORMS

    text = printed(render_pdf(blank_of("2-3")))
    for form in PART_FORMS.values():
        for name in form.ITEMS:
            assert squeezed(str(form.base_fields[name].label)) in text
    assert "ヤングケアラー" in text


def test_an_answer_of_a_closed_list_is_ticked():
    assert Answer("手帳", options=(("a", "あり"),), chosen=frozenset({"a"})).chosen == {"a"}
    assert outline(render_pdf(blank_of("2-3")))[0].endswith("シート")
