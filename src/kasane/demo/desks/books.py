"""権利擁護の道すじ, 妊産婦等の支援台帳, 住居確保給付金 and the desks' own items (R-INT-01, R-INT-11, R-INT-12, R-SELF-01)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from kasane.agencies.actors import Actor
from kasane.base.dates import today, wareki
from kasane.cases.models import Case
from kasane.coordination.api import self_reliance_agencies
from kasane.demo.calendar import workday
from kasane.demo.desks import mothers
from kasane.demo.desks.visitor import Visitor, ago, ahead, support, take_in
from kasane.demo.town import Town
from kasane.disclosure.viewer import acting_as
from kasane.intake.desk.actions import keep_extra
from kasane.intake.desk.queries import extra_items
from kasane.intake.housing import actions as housing
from kasane.intake.maternity import actions as maternity
from kasane.intake.models import HousingGround, Paper, RightsStep, RouteKind, Seeking, TalkStage
from kasane.intake.rights import actions as rights
from kasane.people.queries import subject_of

ALONE = Visitor(
    ("尾上", "千代"), ("おのうえ", "ちよ"), "female", 84, 48,
    "民生委員の紹介。通帳を何度もなくし、請求書が読めずに電気が止まりかけた。子はなく、きょうだいも亡くなっている。"
    "要介護1。「お金のことはだれかに任せたい」と話す。",
    ("care", "income"), channel="volunteer", consulter_is="volunteer", tie="民生委員",
)  # fmt: skip
RENT = Visitor(
    ("岸本", "美鈴"), ("きしもと", "みすず"), "female", 38, 16,
    "勤め先の食堂が閉まり、収入がなくなった。家賃が払えるのは来月まで。仕事を探しながら住み続けたい。",
    ("rent", "job_seeking"), phone="090-0000-2296",
)  # fmt: skip
DISABLED = Visitor(
    ("小寺", "蓮"), ("こでら", "れん"), "male", 24, 13,
    "高校を出てから家にいる時間が長い。朝に起きるのがつらい。少しずつ外に出る練習をしたいと話す。",
    ("withdrawal", "job_seeking"),
)  # fmt: skip


def keep_books(town: Town) -> None:
    """A few rows in each book of the desks."""
    _guardianship(town)
    _mothers(town)
    _housing(town)
    by = town.people["kikan"][0]
    case = support(
        take_in(DISABLED, by=by), by=by, reason="見学に同行する。", next_days=6, what="見学の日を決める"
    )
    _extra(
        case,
        by,
        {
            "disability-certificate": "精神障害者保健福祉手帳",
            "disability-support-level": "申請中",
            "plan-consultation-office": "つぼみ相談支援事業所 橘さん",
        },
    )


def _guardianship(town: Town) -> None:
    """市町村長申立て in the middle: reported, the relatives are looked for, the doctor's paper is under way."""
    by = town.people["hokatsu"][0]
    case = support(
        take_in(ALONE, by=by),
        by=by,
        reason="金銭の管理と、後見の申立てを進める。",
        next_days=5,
        what="電気料金の支払いを一緒に確かめる",
    )
    _extra(
        case,
        by,
        {
            "care-application": "認定あり",
            "care-level": "要介護1",
            "family-doctor": "美咲中央診療所 内田医師",
            "care-manager": "居宅介護支援事業所つゆくさ 野村さん",
        },
    )
    with acting_as(by):
        route = rights.start(
            case,
            by=by,
            person=subject_of(case.pk),
            kind=RouteKind.MAYOR_PETITION,
            on=ago(41),
            reason="判断する力が落ち、契約と支払いが一人でできない。申し立てる親族がいない。",
            relatives="none",
            relatives_note="子はない。きょうだいは亡くなっている。おいが県外にいるらしい。",
            counterpart="岡山家庭裁判所 津山支部",
        )
        _step(
            route.pk, by, "confirm", ago(38), by.user.name, "訪問し、通帳・請求書・服薬のようすを確かめた。"
        )
        rights.report(
            route,
            by=by,
            division=town.agencies["fukushi"],
            on=ago(34),
            note="身寄りがなく、判断する力が落ちている。市町村長の申立てを求める。",
            answer_by=ahead(4),
        )
        _step(
            route.pk,
            by,
            "kin",
            ago(16),
            "福祉しあわせ課",
            "おい1名に照会し、申し立てる意思はないと回答があった。",
        )
        _step(route.pk, by, "decide", None, "", "", planned_on=ahead(8))


def _step(
    route_id: Any,
    by: Actor,
    code: str,
    done_on: date | None,
    who: str,
    note: str,
    planned_on: date | None = None,
) -> None:
    step = RightsStep.objects.get(route_id=route_id, code=code)
    rights.keep_step(
        step, by=by, version=step.version, planned_on=planned_on, done_on=done_on, done_by=who, note=note
    )


def _mothers(town: Town) -> None:
    by = town.people["kosodate"][0]
    for mother in mothers.MOTHERS:
        row = take_in(mother.visitor, by=by)
        case = support(row, by=by, reason=mother.reason, next_days=mother.next_days, what=mother.next_what)
        with acting_as(by):
            _enter(case, mother, by)
    _extra(
        case,
        by,
        {"maternal-handbook": wareki(ago(200)), "vaccination": "はい", "school": ""},
    )


def _enter(case: Case, mother: mothers.Mother, by: Actor) -> None:
    due_on = today() + timedelta(weeks=40 - mother.weeks)
    notified_on = mother.visitor.on
    weeks = (notified_on - (due_on - timedelta(weeks=40))).days // 7
    entry = maternity.enter(
        case,
        by=by,
        person=subject_of(case.pk),
        on=notified_on,
        need=mother.need,
        need_reason=mother.need_reason,
        due_on=due_on,
        notified_on=notified_on,
        notified_weeks=weeks,
        parity=mother.parity,
        situations=list(mother.situations),
        situation_note=mother.situation_note,
    )
    maternity.talk(entry, by=by, stage=TalkStage.NOTICE, on=notified_on, note=mother.talk)
    if mother.eighth_month:
        held_on = workday(due_on - timedelta(weeks=11))
        maternity.talk(entry, by=by, stage=TalkStage.EIGHT_MONTHS, on=held_on, note=mother.eighth_month)
    if mother.plan:
        plan = maternity.make_plan(
            entry,
            by=by,
            made_on=ago(6),
            with_person=True,
            without_reason="",
            review_on=ahead(45),
            **mother.plan,
        )
        maternity.hand_copy(plan, by=by, on=ago(5))
    if mother.born_weeks_ago is not None:
        maternity.birth(
            entry,
            by=by,
            born_on=today() - timedelta(weeks=mother.born_weeks_ago),
            birth_note="39週、2,980グラム。母子ともに元気に退院した。",
            postpartum_note="授乳の間隔が短く、母の眠りが足りない。",
        )


def _housing(town: Town) -> None:
    """住居確保給付金: where the plan names no 自立相談支援機関, whoever works on the case takes it in and sends it on."""
    desks = self_reliance_agencies()
    by = next(
        (town.people[key][-1] for key in ("shakyo", "hoken") if town.agencies[key].id in desks or not desks),
        None,
    )
    if by is None:
        return
    case = support(
        take_in(RENT, by=by),
        by=by,
        reason="住居確保給付金の書類をそろえ、求職の相談を続ける。",
        next_days=3,
        what="足りない書類を受け取る",
    )
    with acting_as(by):
        housing.receive(
            case,
            by=by,
            person=subject_of(case.pk),
            received_on=ago(9),
            ground=HousingGround.LEFT_WORK,
            lost_on=ago(47),
            household_size=1,
            rent=34000,
            income=0,
            savings=126000,
            was_earner=True,
            seeking=[Seeking.EMPLOYMENT_OFFICE],
            papers=[Paper.APPLICATION, Paper.IDENTITY, Paper.GROUND, Paper.LEASE, Paper.SEEKING],
            note="通帳の写しと、大家の状況通知書を待っている。",
        )


def _extra(case: Case, by: Actor, answers: dict[str, str]) -> None:
    """この窓口の項目, as far as the town's profile asks them."""
    items = extra_items(by)
    asked = {item.key for item in items}
    with acting_as(by):
        keep_extra(
            case,
            by=by,
            items=items,
            answers={key: value for key, value in answers.items() if key in asked},
            version=None,
        )
