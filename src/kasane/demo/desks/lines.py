"""What stands in the registers of the desks: lines without a person, and the few words of callers and volunteers."""

from __future__ import annotations

from datetime import time
from typing import Any

from kasane.base.choices import Channel as C
from kasane.base.choices import Topic as T
from kasane.intake.models import (
    ActivityKind,
    AgeBand,
    ConsulterIs,
    Direction,
    DoorLanguage,
    DoorTime,
    DoorTopic,
    Haste,
    ReporterRole,
    ShortOutcome,
)
from kasane.profiles.vocabulary import Field

SELF, FAMILY, AGENCY, VOLUNTEER = (
    ConsulterIs.SELF,
    ConsulterIs.FAMILY,
    ConsulterIs.AGENCY,
    ConsulterIs.VOLUNTEER,
)
TOLD, GUIDED, HEARD, HELPED, AGAIN = (
    ShortOutcome.INFORMED,
    ShortOutcome.GUIDED,
    ShortOutcome.LISTENED,
    ShortOutcome.HELPED,
    ShortOutcome.AGAIN,
)


def _short(
    channel: C,
    who: ConsulterIs,
    topics: tuple[T, ...],
    field: Field,
    age: AgeBand,
    outcome: ShortOutcome,
    memo: str,
) -> dict[str, Any]:
    return {
        "channel": channel, "consulter_is": who, "topics": list(topics), "field": field.value, "age_band": age,
        "outcome": outcome, "memo": memo,
    }  # fmt: skip


SHORTS: dict[str, tuple[dict[str, Any], ...]] = {
    "hokatsu": (
        _short(C.PHONE, FAMILY, (T.CARE,), Field.CARE, AgeBand.OLDER, TOLD, "要介護認定の申請のしかた"),
        _short(C.WINDOW, SELF, (T.HEALTH,), Field.CARE, AgeBand.OLD, GUIDED, "もの忘れ外来のある医療機関"),
        _short(
            C.PHONE,
            AGENCY,
            (T.CARE,),
            Field.CARE,
            AgeBand.OLDER,
            HEARD,
            "退院の日が早まり、サービスの始まりを調整",
        ),
        _short(C.WINDOW, FAMILY, (T.CARE, T.FAMILY), Field.CARE, AgeBand.OLDER, HEARD, "遠方の兄弟との分担"),
        _short(C.PHONE, SELF, (T.OTHER,), Field.CARE, AgeBand.OLDER, HELPED, "通いの場への送迎の申込み"),
        _short(C.VOLUNTEER, VOLUNTEER, (T.NEIGHBOURS,), Field.CARE, AgeBand.OLDER, AGAIN, "見守りの回数"),
        _short(C.PHONE, FAMILY, (T.HOUSING,), Field.CARE, AgeBand.OLD, TOLD, "手すりの住宅改修"),
    ),
    "kikan": (
        _short(C.PHONE, SELF, (T.HEALTH,), Field.DISABILITY, AgeBand.MIDDLE, HEARD, "眠れない夜のこと"),
        _short(C.PHONE, FAMILY, (T.JOB_SEEKING,), Field.DISABILITY, AgeBand.YOUNG, TOLD, "就労移行の見学"),
        _short(C.WINDOW, SELF, (T.INCOME,), Field.DISABILITY, AgeBand.MIDDLE, GUIDED, "障害年金の窓口"),
        _short(C.AGENCY, AGENCY, (T.OTHER,), Field.DISABILITY, AgeBand.YOUNG, HEARD, "計画相談の空き"),
        _short(
            C.MAIL, SELF, (T.JOB_TROUBLE,), Field.DISABILITY, AgeBand.YOUNG, AGAIN, "職場での休憩のとり方"
        ),
    ),
    "kosodate": (
        _short(C.PHONE, SELF, (T.CHILD_REARING,), Field.CHILD, AgeBand.INFANT, HEARD, "離乳食をいやがる"),
        _short(C.WINDOW, SELF, (T.CHILD_REARING,), Field.CHILD, AgeBand.INFANT, HELPED, "予防接種の予定表"),
        _short(C.PHONE, SELF, (T.HEALTH,), Field.CHILD, AgeBand.YOUNG, TOLD, "産後ケアの使い方"),
        _short(C.OUTPOST, SELF, (T.CHILD_REARING,), Field.CHILD, AgeBand.INFANT, HEARD, "ことばの出方"),
        _short(C.MAIL, FAMILY, (T.CHILD_REARING,), Field.CHILD, AgeBand.INFANT, GUIDED, "一時預かりの場所"),
        _short(C.WINDOW, SELF, (T.JOB_SEEKING,), Field.CHILD, AgeBand.YOUNG, GUIDED, "復職までの保育園"),
    ),
    "shakyo": (
        _short(
            C.WINDOW, SELF, (T.INCOME, T.TAXES), Field.HARDSHIP, AgeBand.MIDDLE, TOLD, "生活福祉資金の相談"
        ),
        _short(
            C.PHONE, SELF, (T.JOB_SEEKING,), Field.HARDSHIP, AgeBand.YOUNG, GUIDED, "ハローワークの出張日"
        ),
        _short(C.WINDOW, SELF, (T.FOOD,), Field.HARDSHIP, AgeBand.MIDDLE, HELPED, "食料の支援を渡した"),
        _short(C.PHONE, VOLUNTEER, (T.NEIGHBOURS,), Field.CROSS, AgeBand.OLDER, HEARD, "ごみ出しの手伝い"),
        _short(C.PHONE, FAMILY, (T.WITHDRAWAL,), Field.CROSS, AgeBand.YOUNG, AGAIN, "居場所の見学"),
    ),
}

CALLS: dict[str, tuple[dict[str, Any], ...]] = {
    "hokatsu": (
        {
            "days_ago": 0, "hour": (8, 40), "back_in": 0, "direction": Direction.IN, "party": "長女(県外)の方",
            "number": "080-0000-1204", "content": "一人暮らしの母の薬が減っていない。昼休みに話したい。",
        },
        {
            "days_ago": 1, "hour": (15, 20), "back_in": None, "direction": Direction.OUT, "party": "居宅介護支援事業所",
            "number": "0868-00-3311", "content": "来週の担当者会議の時間を10時に変更。",
        },
        {
            "days_ago": 5, "hour": (11, 5), "back_in": 1, "direction": Direction.IN, "party": "病院の地域連携室",
            "number": "0868-00-7100", "content": "退院前の話し合いに出られる日を知らせてほしい。",
        },
    ),
    "kosodate": (
        {
            "days_ago": 2, "hour": (13, 30), "back_in": 1, "direction": Direction.IN, "party": "産科の助産師",
            "number": "0868-00-5522", "content": "退院したばかりの母子のことで、訪問の日を相談したい。",
        },
    ),
}  # fmt: skip

NEW_REPORT: dict[str, Any] = {
    "reporter_role": ReporterRole.COMMISSIONER,
    "reporter_name": "",
    "noticed": "3日ほど雨戸が閉まったまま。声をかけると返事はあるが、出てこられない。新聞が2日分たまっている。",
    "about": "公会堂のとなりの、一人暮らしの80代くらいの男性",
    "address": "公会堂のとなり",
    "haste": Haste.WEEK,
    "is_anonymous": True,
}
WATCHED_REPORT: dict[str, Any] = {
    "reporter_role": ReporterRole.CHILD,
    "reporter_name": "主任児童委員",
    "noticed": "夕方おそくまで、小学生のきょうだい二人だけで公園にいる日が続いている。あいさつはよくしてくれる。",
    "about": "小学生のきょうだい(3年生くらいと1年生くらい)",
    "address": "小学校の北の公園",
    "haste": Haste.WATCH,
    "is_anonymous": False,
}
ANSWER = "お知らせをありがとうございました。学校とも話をしています。"
WATCH = "公園で会ったときに声をかけ、寒くなっても続くようなら知らせてもらう"

PAST_OUTPOST: dict[str, Any] = {
    "starts": time(10),
    "ends": time(12),
    "place": "柵原総合支所 1階",
    "note": "血圧計、介護のしおり",
}
NEXT_OUTPOST: dict[str, Any] = {
    "starts": time(10),
    "ends": time(12),
    "place": "旭総合支所 相談室",
    "note": "のぼり旗、申請書",
}
KIKAN_OUTPOST: dict[str, Any] = {
    "starts": time(13, 30),
    "ends": time(15, 30),
    "place": "中央公民館 小会議室",
    "note": "",
}
OUTPOST_SHORTS = (
    _short(C.OUTPOST, SELF, (T.CARE,), Field.CARE, AgeBand.OLDER, TOLD, "配食サービスのこと")
    | {"minutes": 15},
    _short(C.OUTPOST, FAMILY, (T.HEALTH, T.CARE), Field.CARE, AgeBand.OLDER, AGAIN, "夜の見守り")
    | {"minutes": 25},
)

ACTIVITIES: dict[str, tuple[tuple[int, tuple[str, ...], dict[str, Any]], ...]] = {
    "hokatsu": (
        (6, ("hoken",), {"kind": ActivityKind.CASE_STUDY, "minutes": 90, "participants": 14, "place": "役場 会議室", "what": "地域ケア会議(食べることの困りごと)"}),
        (19, (), {"kind": ActivityKind.CARE_MANAGERS, "minutes": 60, "participants": 1, "what": "支援がむずかしい方の計画についての相談", "partner_note": "居宅介護支援事業所"}),
        (33, ("shakyo",), {"kind": ActivityKind.AWARENESS, "minutes": 75, "participants": 28, "place": "旭の集会所", "what": "認知症サポーター養成講座"}),
        (64, (), {"kind": ActivityKind.TRAINING, "minutes": 120, "participants": 22, "what": "ケアマネジャーの研修(意思決定の支援)"}),
    ),
    "kikan": (
        (9, ("fukushi",), {"kind": ActivityKind.LIAISON, "minutes": 90, "participants": 12, "place": "津山", "what": "自立支援協議会の相談部会"}),
        (27, (), {"kind": ActivityKind.ADVICE, "minutes": 80, "participants": 5, "what": "相談支援事業所への訪問による助言"}),
        (58, (), {"kind": ActivityKind.TRAINING, "minutes": 150, "participants": 31, "what": "相談支援専門員の研修"}),
    ),
    "kosodate": (
        (4, ("kenko", "egao"), {"kind": ActivityKind.LIAISON, "minutes": 60, "participants": 9, "what": "母子保健と保育園の連絡会"}),
        (40, (), {"kind": ActivityKind.AWARENESS, "minutes": 90, "participants": 11, "place": "保健センター", "what": "はじめての親の教室"}),
    ),
    "shakyo": (
        (11, (), {"kind": ActivityKind.AWARENESS, "minutes": 60, "participants": 18, "place": "柵原の公民館", "what": "見守り協力員のつどい"}),
        (45, ("juso",), {"kind": ActivityKind.CASE_STUDY, "minutes": 90, "participants": 10, "what": "地域づくりの事例検討"}),
    ),
}  # fmt: skip

DOOR: tuple[tuple[str, dict[str, Any]], ...] = (
    (
        "shakyo",
        {
            "language": DoorLanguage.VI,
            "topic": DoorTopic.MONEY,
            "called": "Lan",
            "phone": "090-0000-4417",
            "times": [DoorTime.EVENING],
            "words": "Tôi không đọc được giấy báo tiền điện. Tôi muốn nói chuyện bằng tiếng Việt.",
        },
    ),
    (
        "kosodate",
        {
            "language": DoorLanguage.EASY,
            "topic": DoorTopic.CHILDREN,
            "called": "みき",
            "mail": "miki@example.jp",
            "times": [DoorTime.MORNING, DoorTime.AFTERNOON],
            "words": "あかちゃんが よる ねません。だれかに はなしを きいてほしいです。",
        },
    ),
)
