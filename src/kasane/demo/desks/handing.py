"""つなぎ as they go wrong and right: two agencies at once, one that stands still, one person passed on twice (R-INT-04, R-INT-05)."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from kasane.agencies.actors import Actor
from kasane.cases.models import Case
from kasane.demo.desks.visitor import Visitor, ago, ahead, relative, take_in
from kasane.demo.town import Town
from kasane.disclosure.viewer import acting_as
from kasane.intake.actions import answering, sending
from kasane.intake.hops import actions as hops
from kasane.intake.models import Accompaniment, Referral, RequestKind

EXPLAINED = "相談の中身と、伝える機関の名前と仕事"

TWO_AT_ONCE = Visitor(
    ("柚木", "登美子"), ("ゆのき", "とみこ"), "female", 78, 9,
    "通院先の紹介で来所。同居の次男(46歳)は10年ほど家から出ておらず、本人の年金で暮らしている。"
    "「私が動けるうちに、この子のことを相談しておきたい」と話す。買い物の手伝いもほしい。",
    ("withdrawal", "income", "care"),
    family=(relative("次男", "柚木", "和哉", ("ゆのき", "かずや"), "male", 46),),
)  # fmt: skip
STANDS_STILL = Visitor(
    ("難波", "昭三"), ("なんば", "しょうぞう"), "male", 67, 24,
    "妻を亡くしてから酒の量が増え、眠れない日が続く。日中に行く場所がほしいと話す。通院は月に1回。",
    ("health", "neighbours"),
)  # fmt: skip
PASSED_ON = Visitor(
    ("藤岡", "菜月"), ("ふじおか", "なつき"), "female", 34, 23,
    "小学2年生の長男が学校を休みがちになった。本人も仕事を減らしており、家計が苦しいという。"
    "どこに相談すればよいか分からず、乳児健診でお世話になった窓口に来た。",
    ("child_rearing", "withdrawal", "income"),
    family=(relative("長男", "藤岡", "陸斗", ("ふじおか", "りくと"), "male", 8),),
)  # fmt: skip


def hand_on(town: Town) -> None:
    """Three people on their way from one agency to another."""
    _two_at_once(town)
    _stands_still(town)
    _passed_on(town)


def _two_at_once(town: Town) -> None:
    """One sheet to two agencies: one goes along already, the other was asked something and has still to answer."""
    by, kikan, shakyo = (town.people[key][0] for key in ("hokatsu", "kikan", "shakyo"))
    case = _received(TWO_AT_ONCE, by)
    _send(
        case,
        by,
        town,
        ("kikan", "shakyo"),
        on=ago(5),
        reason="次男のひきこもりと、母の暮らしの手伝いを、あわせて考えてほしい。",
        wish="次男には「心配している人がいる」とだけ伝えてある。家に来てもらうのはかまわない。",
        accompaniment=Accompaniment.GOES_ALONG,
    )
    to_kikan, to_shakyo = (_referral(case, town, key, by) for key in ("kikan", "shakyo"))
    with acting_as(kikan):
        answering.answer(
            to_kikan,
            by=kikan,
            version=None,
            on=ago(3),
            answer="joint",
            note="母の了解のもとで、まず家族の相談から始めます。",
        )
        hops.comment(
            to_kikan, by=kikan, on=ago(3), text="次男さんのこれまでの受診のことが分かれば教えてください。"
        )
    with acting_as(by):
        hops.comment(
            to_kikan, by=by, on=ago(2), text="20代に1年ほど通院していたそうです。いまは服薬していません。"
        )
        hops.plan_visit(
            to_kikan,
            by=by,
            on=ahead(3),
            at=time(10, 30),
            place="柚木さん宅",
            meet_point="役場の玄関に10時",
            sender_goes=by.user.name,
            receiver_goes=kikan.user.name,
            note="次男さんには声だけかけ、部屋には入らない。",
        )
    with acting_as(shakyo):
        hops.comment(
            to_shakyo,
            by=shakyo,
            on=ago(1),
            asks=True,
            text="買い物の手伝いは、週に何回くらいがよいでしょうか。",
        )


def _stands_still(town: Town) -> None:
    """No answer for longer than the town allows: the coordinator is told."""
    by = town.people["hokatsu"][-1]
    case = _received(STANDS_STILL, by)
    _send(
        case,
        by,
        town,
        ("next",),
        on=ago(20),
        reason="日中に通える場所と、酒との付き合い方について相談にのってほしい。",
        wish="にぎやかな所は苦手だが、見学はしてみたい。",
    )


def _passed_on(town: Town) -> None:
    """Returned once and sent on: the second time is the town's limit."""
    by, egao = town.people["kosodate"][0], town.people["egao"][0]
    case = _received(PASSED_ON, by)
    _send(
        case,
        by,
        town,
        ("egao",),
        on=ago(20),
        reason="就学の援助と、日中の預け先について相談にのってほしい。",
        wish="仕事を続けられるようにしたい。",
    )
    first = _referral(case, town, "egao", by)
    with acting_as(egao):
        answering.answer(
            first,
            by=egao,
            version=None,
            on=ago(15),
            answer="returned",
            note="学校を休んでいることが主な困りごとのため、家庭の相談の窓口がよいと考えます。",
            talk_on=ago(15),
            talk_with=by.user.name,
            talk_note="電話で話し合い、学校のことから先に考えることにした。",
        )
    with acting_as(by):
        answering.follow_up(
            first, by=by, on=ago(13), result="本人に伝え、子ども家庭総合支援拠点につなぐことにした。"
        )
    _send(
        case,
        by,
        town,
        ("kodomo",),
        on=ago(13),
        reason="長男の登校のことと、母の負担を一緒に考えてほしい。",
        wish="何度も同じ話をするのはつらい。",
    )


def _received(visitor: Visitor, by: Actor) -> Case:
    row = take_in(visitor, by=by)
    with acting_as(by):
        return Case.objects.get(pk=row.case_id)


def _send(
    case: Case, by: Actor, town: Town, to: tuple[str, ...], *, on: date, reason: str, wish: str, **values: Any
) -> None:
    receivers = [town.agencies[key] for key in to]
    with acting_as(by):
        sending.refer(
            case,
            by=by,
            receiver=receivers[0],
            also=receivers[1:],
            on=on,
            requests=[RequestKind.CONSULTATION, RequestKind.ROLES],
            reason=reason,
            explained_by=by.user.name,
            explained_what=EXPLAINED,
            explained_on=on,
            wish=wish,
            **values,
        )


def _referral(case: Case, town: Town, to: str, by: Actor) -> Referral:
    with acting_as(by):
        return Referral.objects.select_related("sender", "receiver").get(
            case_id=case.pk, receiver=town.agencies[to]
        )
