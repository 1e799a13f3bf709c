"""The routes as tables: each step in its order, what it needs, who usually takes it. Read, not computed (R-INT-11).

The ways are those of the 地域包括支援センターの運営要領 (国 別記1の1 1(3)); laws are named where a step rests on one.
"""

from __future__ import annotations

from dataclasses import dataclass

REPORT = "report"
"""The step that is taken by reporting to the division, not by ticking it."""


@dataclass(frozen=True)
class Step:
    """One step: `must` says that those after it wait for it."""

    code: str
    title: str
    needs: str
    who: str
    must: bool = True
    law: str = ""


@dataclass(frozen=True)
class Route:
    """One way: when it is meant, its steps, with which results it ends, who stands on the other side."""

    kind: str
    title: str
    meant_for: str
    steps: tuple[Step, ...]
    success: tuple[str, ...]
    others: tuple[str, ...]
    counterpart: str
    reports: bool = False

    @property
    def results(self) -> tuple[str, ...]:
        return (*self.success, *self.others)

    def step(self, code: str) -> Step:
        return next(one for one in self.steps if one.code == code)


_MEDICAL = Step(
    "medical",
    "診断書と本人情報シートをそろえる",
    "主治医の診断書(成年後見制度用)、本人情報シート",
    "主治医・ふだん支える福祉の職員",
)
_CANDIDATE = Step(
    "candidate",
    "後見人等の候補を考える",
    "本人の希望、候補者の承諾、受任調整の話し合い",
    "中核機関・相談を受けた機関",
    must=False,
)
_INQUIRY = Step(
    "inquiry",
    "調査・鑑定に応じる",
    "調査官の面接、鑑定が命じられたときは鑑定費用",
    "家庭裁判所・本人",
    must=False,
)
_RULING = Step("ruling", "審判が確定する", "審判書、確定の日", "家庭裁判所")
_TEAM = Step(
    "team",
    "後見人等と支援チームで引き継ぐ",
    "支援の経過、連絡先、金銭・書類の引き継ぎ",
    "相談を受けた機関・後見人等",
)

_FAMILY = Route(
    "family_petition",
    "成年後見(本人・親族の申立て)",
    "判断能力が十分でなく、本人か四親等内の親族が申し立てられるとき",
    (
        Step("explain", "本人・親族に制度を説明する", "制度の案内、費用と期間のめやす", "相談を受けた機関"),
        _MEDICAL,
        _CANDIDATE,
        Step("papers", "申立ての書類をそろえる", "戸籍、財産目録、収支予定表、親族の意見書", "申し立てる人"),
        Step(
            "petition",
            "家庭裁判所に申し立てる",
            "申立書、収入印紙・郵便切手",
            "本人・配偶者・四親等内の親族",
            law="民法7条・11条・15条",
        ),
        _INQUIRY,
        _RULING,
        _TEAM,
    ),
    success=("ruled",),
    others=("dismissed", "switched", "stopped"),
    counterpart="家庭裁判所",
)

_MAYOR = Route(
    "mayor_petition",
    "成年後見(市町村長申立て)",
    "判断能力が十分でなく、申し立てる親族がいない、または意思がないとき",
    (
        Step(
            "confirm",
            "申立てが要ることを確かめる",
            "判断能力のようす、財産・契約の困りごと、親族のようす",
            "相談を受けた機関",
        ),
        Step(
            REPORT,
            "市町村の担当課に報告する",
            "本人の状況、申立てが要る理由、親族について分かっていること",
            "相談を受けた機関 → 担当課",
        ),
        Step("kin", "二親等内の親族を調べ、意思を確かめる", "戸籍、親族への照会と回答", "担当課"),
        Step(
            "decide",
            "市町村長の申立てを決める",
            "審査・決裁",
            "市町村長・担当課",
            law="老人福祉法32条、知的障害者福祉法28条、精神保健福祉法51条の11の2",
        ),
        _MEDICAL,
        _CANDIDATE,
        Step("petition", "家庭裁判所に申し立てる", "申立書、添付書類、費用", "市町村長"),
        _INQUIRY,
        _RULING,
        Step(
            "aid",
            "費用・報酬の助成を確かめる",
            "成年後見制度利用支援事業の要綱、本人の収入と資産",
            "担当課・後見人等",
            must=False,
        ),
        _TEAM,
    ),
    success=("ruled",),
    others=("dismissed", "switched", "stopped"),
    counterpart="家庭裁判所",
    reports=True,
)

_DAILY = Route(
    "daily_support",
    "日常生活自立支援事業",
    "契約の内容は分かるが、お金や書類の管理、サービスの手続きに手伝いが要るとき",
    (
        Step("explain", "本人に説明し、希望を確かめる", "事業の案内、利用料", "相談を受けた機関"),
        Step(
            "consult",
            "社会福祉協議会に相談する",
            "本人の同意、生活と金銭のようす",
            "相談を受けた機関 → 専門員",
            law="社会福祉法81条",
        ),
        Step("visit", "専門員が訪問し、契約できるかを確かめる", "契約締結判定ガイドライン", "専門員"),
        Step("board", "契約締結審査会にはかる", "判断能力に疑いがあるとき", "社会福祉協議会", must=False),
        Step("plan", "支援計画をつくる", "手伝うこと、回数、預かるもの", "専門員・本人"),
        Step("contract", "契約する", "契約書、支援計画", "本人・社会福祉協議会"),
        Step("begin", "生活支援員の手伝いが始まる", "はじめの訪問日", "生活支援員"),
    ),
    success=("contracted",),
    others=("switched", "stopped"),
    counterpart="社会福祉協議会",
)

_PLACEMENT = Route(
    "placement",
    "老人福祉施設等への措置",
    "虐待などで、契約によらず施設に入ることが要るとき",
    (
        Step(
            "check",
            "本人の安全と心身のようすを確かめる",
            "訪問の記録、けが・栄養・服薬、本人の意思",
            "相談を受けた機関",
        ),
        Step(
            REPORT,
            "市町村の担当課に報告し、措置を求める",
            "本人の状況、措置が要る理由、緊急の程度",
            "相談を受けた機関 → 担当課",
        ),
        Step("survey", "担当課が調べる", "心身・養護者・収入の状況、受け入れ先", "担当課"),
        Step("board", "入所判定委員会にはかる", "養護老人ホームに入るとき", "担当課", must=False),
        Step("decide", "措置を決める", "決裁、措置の開始日", "市町村長・担当課", law="老人福祉法11条"),
        Step("enter", "入所する", "移送、持ち物、服薬、当面の連絡先", "担当課・施設・相談を受けた機関"),
        Step(
            "contact",
            "面会の扱いを決める",
            "養護者による虐待のとき、施設・担当課での取り決め",
            "担当課・施設",
            must=False,
            law="高齢者虐待防止法13条",
        ),
        Step(
            "after",
            "契約や在宅への切りかえを考える",
            "本人の意思、後見人等、要介護認定",
            "担当課",
            must=False,
        ),
    ),
    success=("placed",),
    others=("switched", "stopped"),
    counterpart="施設",
    reports=True,
)

_CONSUMER = Route(
    "consumer",
    "消費者被害",
    "訪問販売・電話勧誘・投資・通信販売などで被害を受けた、受けそうなとき",
    (
        Step(
            "facts", "契約と経過を聞きとる", "契約書・領収書・商品、いつ・だれに・いくら", "相談を受けた機関"
        ),
        Step(
            "advice",
            "消費生活センターに相談する",
            "消費者ホットライン188、本人の同意",
            "相談を受けた機関・本人",
        ),
        Step(
            "cooling",
            "クーリング・オフができるかを確かめ、通知する",
            "書面を受け取った日、通知の控え",
            "本人・消費生活センター",
            must=False,
            law="特定商取引法9条(訪問販売)",
        ),
        Step("talks", "事業者との話し合い・あっせん", "交渉の記録", "消費生活センター・弁護士", must=False),
        Step("money", "返金・解約・支払いの停止を確かめる", "入金・解約の控え", "本人・相談を受けた機関"),
        Step(
            "guard",
            "次の被害を防ぐ手だてをとる",
            "見守り、通話録音、金銭管理、民生委員・ヘルパーへの情報",
            "相談を受けた機関",
        ),
    ),
    success=("recovered", "partly"),
    others=("not_recovered", "switched", "stopped"),
    counterpart="事業者・消費生活センター",
)

ROUTES: dict[str, Route] = {one.kind: one for one in (_FAMILY, _MAYOR, _DAILY, _PLACEMENT, _CONSUMER)}
