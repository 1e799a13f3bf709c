"""The registers of the desks on paper: what was entered stands there, who may not see it gets none (R-INT-11, R-INT-12, R-SELF-01)."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import connection
from django.urls import reverse

from kasane.base.dates import today, wareki
from kasane.disclosure.viewer import acting_as
from kasane.intake.housing import actions as housing
from kasane.intake.maternity import actions as maternity
from kasane.intake.rights import actions as rights
from kasane.intake.tests.factories import case_of, receive
from kasane.people.models import Person
from kasane.people.queries import subject_of
from kasane.sheets.registers.housing import housing_sheet
from kasane.sheets.registers.maternity import maternity_sheet, support_plan_sheet
from kasane.sheets.registers.rights import rights_sheet
from kasane.sheets.render import render_pdf
from kasane.sheets.tests.reading import A4, boxes, page_texts, printed, reader, squeezed

RARE = "𠮷﨑髙邉 瀞渚"
LONG = f"{RARE}さんは「夜に眠れない」と話す。通帳がどこにあるか分からない。\n二行目: <b>=1+1</b> #let x = 5 $a_b$。"
NAMES = ("rights", "maternity", "support_plan", "housing")


@pytest.fixture
def written(cast):
    """One of each register, with rare characters in every text."""
    by, day = cast.worker, today()
    with acting_as(by):
        case = case_of(receive(by))
        Person.objects.filter(case=case, is_subject=True).update(family_name="𠮷﨑", given_name="ハル")
        person = subject_of(case.id)
        route = rights.start(
            case, by=by, person=person, kind="mayor_petition", on=day, reason=f"理由 {LONG}", relatives="none",
            relatives_note=f"親族 {LONG}", counterpart="津山の裁判所 髙橋",
        )  # fmt: skip
        step = route.steps.get(code="confirm")
        rights.keep_step(
            step,
            by=by,
            version=step.version,
            planned_on=None,
            done_on=day,
            done_by="邉見",
            note=f"段階 {LONG}",
        )
        entry = maternity.enter(
            case, by=by, person=person, on=day, due_on=day + timedelta(weeks=20), notified_on=day, notified_weeks=20,
            situations=["young", "alone"], situation_note=f"状況 {LONG}", need="intensive", need_reason=f"必要度 {LONG}",
        )  # fmt: skip
        maternity.talk(entry, by=by, stage="notice", on=day, note=f"面談 {LONG}")
        plan = maternity.make_plan(
            entry, by=by, items=[{"what": "訪問 𠮷", "who": "髙木 保健師", "when": "毎月"}], made_on=day,
            wishes=f"希望 {LONG}", issues=f"困り {LONG}", goals=f"目標 {LONG}", with_person=False,
            without_reason=f"できず {LONG}", review_on=day + timedelta(days=30),
        )  # fmt: skip
        benefit = housing.receive(
            case, by=by, person=person, received_on=day, subsidy="moving", ground="member_died", lost_on=day,
            household_size=2, rent=45_000, income=81_234, savings=120_000, was_earner=True, counsel="needed",
            counselled_on=day, counselled_by="社協 邉見", moving_to="原田 𠮷ハイツ", new_rent=30_000,
            moving_cost=98_765, papers=list(housing.MOVING_PAPERS), note=f"メモ {LONG}",
        )  # fmt: skip
        housing.send(benefit, by=by, on=day, sent_to="岡山県の福祉事務所")
        benefit = housing.decide_move(
            benefit, by=by, granted=True, decided_on=day, number="岡福第1号", amount=98_000
        )
    return SimpleNamespace(case=case, person=person, route=route, entry=entry, plan=plan, benefit=benefit)


def sheet_of(written, name):
    build, row = {
        "rights": (rights_sheet, written.route),
        "maternity": (maternity_sheet, written.entry),
        "support_plan": (support_plan_sheet, written.plan),
        "housing": (housing_sheet, written.benefit),
    }[name]
    row.refresh_from_db()
    return build(written.case, row)


def address(written, name):
    key = {"rights": "route", "maternity": "entry", "support_plan": "plan", "housing": "benefit"}[name]
    return reverse(f"sheets:{name}", args=[getattr(written, key).pk])


ENTERED = {
    "rights": ("理由", "親族", "段階", "津山の裁判所 髙橋", "邉見", "☑親族がいない・見つからない"),
    "maternity": ("状況", "必要度", "面談", "20週", "☑若年", "☑ひとり親・未婚", "☐多胎", "手厚い支援が要る"),
    "support_plan": ("希望", "困り", "目標", "できず", "訪問 𠮷", "髙木 保健師", "毎月", "本人署名"),
    "housing": (
        "メモ", "社協 邉見", "原田 𠮷ハイツ", "45,000円", "81,234円", "120,000円", "30,000円", "98,765円", "98,000円",
        "岡福第1号", "岡山県の福祉事務所", "☑世帯の人が亡くなった", "☑転居費用の見積書", "本人署名",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_everything_entered_stands_on_the_sheet(cast, written, name):
    with acting_as(cast.worker):
        words = printed(render_pdf(sheet_of(written, name)))
    texts = [f"{one} {LONG}" if one in {"理由", "親族", "段階", "状況", "必要度", "面談", "希望", "困り", "目標", "できず", "メモ"} else one for one in ENTERED[name]]  # fmt: skip
    for text in (*texts, "𠮷﨑 ハル", "美咲町", written.case.label, wareki(today())):
        assert squeezed(text) in words, text
    assert "〓" not in words


@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_is_a4_and_nothing_leaves_the_paper(cast, written, name):
    with acting_as(cast.worker):
        pdf = render_pdf(sheet_of(written, name))
    for page in reader(pdf).pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == tuple(map(round, A4))
    for left, bottom, right, top in boxes(pdf):
        assert left >= 40 and right <= A4[0] - 30 and bottom >= 15 and top <= A4[1] - 15


@pytest.mark.parametrize(
    ("name", "pages"), [("support_plan", 1), ("maternity", 2), ("rights", 2), ("housing", 2)]
)
def test_a_usual_sheet_takes_no_more_paper_than_needed(cast, written, name, pages):
    with acting_as(cast.worker):
        assert len(page_texts(render_pdf(sheet_of(written, name)))) <= pages


@pytest.mark.parametrize("name", NAMES)
def test_the_export_is_logged_and_a_stranger_gets_none(cast, written, sign_in, name):
    answer = sign_in(cast.worker).get(address(written, name))
    assert (answer.status_code, answer["Content-Type"], answer["Cache-Control"]) == (
        200, "application/pdf", "no-store",
    )  # fmt: skip
    with acting_as(cast.worker), connection.cursor() as cursor:
        cursor.execute("SELECT act, subject FROM disclosure_readings_of(%s, 1)", [written.case.id])
        act, subject = cursor.fetchone()
    assert act == "export" and "(PDF)" in subject
    assert sign_in(cast.stranger).get(address(written, name)).status_code == 404


@pytest.mark.parametrize("name", NAMES)
def test_a_protected_address_stays_off_the_paper(cast, written, name):
    with acting_as(cast.worker):
        Person.objects.filter(pk=written.person.pk).update(contact_is_protected=True)
        words = printed(render_pdf(sheet_of(written, name)))
    assert squeezed(written.person.address) not in words


@pytest.mark.parametrize(
    ("kind", "signs"),
    [
        ("family_petition", True),
        ("daily_support", True),
        ("consumer", True),
        ("mayor_petition", False),
        ("placement", False),
    ],
)
def test_a_route_of_the_person_s_own_will_is_signed_the_others_have_room_for_the_division(cast, kind, signs):
    with acting_as(cast.worker):
        case = case_of(receive(cast.worker))
        row = rights.start(
            case, by=cast.worker, person=subject_of(case.id), kind=kind, on=today(), reason="困っている。"
        )
        words = printed(render_pdf(rights_sheet(case, row)))
    assert ("本人署名" in words) is signs
    assert ("担当課が受け取った日" in words) is not signs


def test_the_rent_has_its_terms_and_talks(cast):
    by, day = cast.worker, today()
    with acting_as(by):
        case = case_of(receive(by))
        row = housing.receive(
            case, by=by, person=subject_of(case.id), received_on=day, ground="left_work", lost_on=day,
            household_size=1, rent=38_000, income=0, savings=0, seeking=["employment_office"],
            papers=list(housing.PAPERS),
        )  # fmt: skip
        housing.send(row, by=by, on=day, sent_to="県")
        row = housing.decide(row, by=by, granted=True, decided_on=day, starts_on=day, monthly_amount=38_000)
        housing.talk(
            row, by=by, on=day, result="active", note="週に一度応募", next_on=day + timedelta(days=14)
        )
        words = printed(render_pdf(housing_sheet(case, row)))
    for told in (
        "家賃補助",
        "はじめの支給",
        "38,000円(月額)",
        "☑ハローワークへの求職申込み",
        "週に一度応募",
        "0円",
    ):
        assert squeezed(told) in words, told
    assert "転居先" not in words


@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_takes_few_queries(cast, written, sign_in, django_assert_max_num_queries, name):
    client = sign_in(cast.worker)
    with django_assert_max_num_queries(14):
        client.get(address(written, name))


@pytest.mark.parametrize(
    ("page", "key", "links"),
    [
        ("rights_route", "route", ("rights",)),
        ("maternity_entry", "entry", ("maternity", "support_plan")),
        ("housing_benefit", "benefit", ("housing",)),
    ],
)
def test_the_pages_lead_to_their_papers(cast, written, sign_in, page, key, links):
    shown = (
        sign_in(cast.worker).get(reverse(f"intake:{page}", args=[getattr(written, key).pk])).content.decode()
    )
    for name in links:
        assert address(written, name) in shown
