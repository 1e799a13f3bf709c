"""Those who needed no more than to know, and those who go to the prefecture with somebody at their side (R-INT-03, R-INT-08)."""

from __future__ import annotations

from kasane.agencies import profile
from kasane.base.choices import ContactMethod
from kasane.base.kinds import DataKind
from kasane.cases.models import Case
from kasane.demo.desks.visitor import Visitor, ago, ahead, support, take_in
from kasane.demo.town import Town
from kasane.disclosure.viewer import acting_as
from kasane.intake.actions import reception
from kasane.intake.informing.actions import Given, tell_of_assistance
from kasane.intake.informing.things import OF_ASSISTANCE, PAPERS, PLACES, SYSTEMS
from kasane.intake.models import Outcome, Reply, ToldTo
from kasane.intake.prefecture.actions import pass_on
from kasane.intake.prefecture.queries import desk_of_prefecture

INFORMED = Visitor(
    ("片山", "敬子"), ("かたやま", "けいこ"), "female", 61, 8,
    "義母の介護保険の申請のしかたを知りたい。歩くのが遅くなったが、家のことは自分でしている。困りごとはほかにない。",
    ("care",),
)  # fmt: skip
WITHOUT_MEANS = Visitor(
    ("守屋", "隆"), ("もりや", "たかし"), "male", 57, 6,
    "先月で仕事がなくなり、所持金は8千円ほど。家賃は今月分まで払った。食事は1日1回にしている。"
    "「人に迷惑をかけたくない」と何度も話す。",
    ("income", "job_seeking", "food"),
    phone="090-0000-3382",
)  # fmt: skip


def tell(town: Town) -> None:
    """情報提供のみ with what was given; 生活保護の案内 and a hand-over to the prefecture."""
    _information_only(town)
    if not profile.current().town.has_welfare_office:
        _to_the_prefecture(town)


def _information_only(town: Town) -> None:
    by = town.people["hokatsu"][0]
    row = take_in(INFORMED, by=by)
    given = Given(
        on=row.received_on,
        told_to=ToldTo.CONSULTER,
        things=(SYSTEMS[0], PLACES[-1], PAPERS[1]),
        note="認定までのあいだに使える、町の配食と通いの場",
    )
    with acting_as(by):
        reception.decide(
            row,
            by=by,
            on=row.received_on,
            outcome=Outcome.INFORMATION,
            reason="申請のしかたが分かり、ほかに困りごとはないとのこと。",
            given=given,
        )


def _to_the_prefecture(town: Town) -> None:
    by = town.people["shakyo"][0]
    row = take_in(WITHOUT_MEANS, by=by)
    told = Given(
        on=row.received_on,
        told_to=ToldTo.SELF,
        things=OF_ASSISTANCE[:4],
        reply=Reply.THINKS,
        reply_note="仕事が見つからなければ申請したい。まず仕事を探したい。",
    )
    with acting_as(by):
        tell_of_assistance(row, by=by, given=told)
        row.refresh_from_db()
    case = support(
        row,
        by=by,
        reason="当面の食料を渡し、県の自立相談支援につなぐまでのあいだを支える。",
        next_days=2,
        what="食料と体調のようすを聞く",
    )
    with acting_as(by):
        pass_on(
            Case.objects.get(pk=case.pk),
            by=by,
            on=ago(4),
            recipient=desk_of_prefecture(),
            way=ContactMethod.AGENCY_TALK,
            content="失業による生活の困りごと。所持金がわずかで、家賃の支払いにも不安がある。生活保護の案内は済んでいる。",
            ask="住居確保給付金と就労の支援について、早めに面談してほしい。",
            kinds=int(DataKind.BASIC | DataKind.ECONOMY | DataKind.WORK),
            follow_up_on=ahead(3),
            recommended_by=by.user.name,
            wish="町の人が一緒なら行ってみたい。",
            goes_along=True,
        )
