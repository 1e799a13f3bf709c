"""Five mothers of the 妊産婦等の支援台帳, each at another week (R-INT-12)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from kasane.demo.desks.visitor import Visitor, relative
from kasane.intake.models import Need, Parity, Situation


@dataclass(frozen=True)
class Mother:
    """How far she is today (`weeks`), what the desk thinks of it, and what it does next."""

    visitor: Visitor
    weeks: int
    need: Need
    need_reason: str
    talk: str
    parity: Parity = Parity.FIRST
    situations: tuple[Situation, ...] = ()
    situation_note: str = ""
    reason: str = "妊娠から出産のあとまで、この窓口で支える。"
    next_days: int = 10
    next_what: str = "電話で体調を聞く"
    plan: dict[str, Any] = field(default_factory=dict)
    eighth_month: str = ""
    born_weeks_ago: int | None = None


MOTHERS = (
    Mother(
        Visitor(
            ("土居", "結衣"), ("どい", "ゆい"), "female", 28, 5,
            "妊娠の届けに来所。つわりがあるが仕事は続けている。夫は出張が多い。", ("child_rearing", "health"),
        ),
        weeks=9,
        need=Need.USUAL,
        need_reason="体調も家族の支えも落ち着いている。",
        talk="母子健康手帳を渡し、健診の受け方を話した。夫の帰りがおそい日の過ごし方を一緒に考えた。",
    ),
    Mother(
        Visitor(
            ("ファム", "ティ ハー"), ("ふぁむ", "てぃ はー"), "female", 26, 34,
            "妊娠の届けに、勤め先の通訳と来所。日本語は話せるが、書類の漢字が読めない。夫も同じ職場で働く。",
            ("child_rearing", "other"),
        ),
        weeks=17,
        need=Need.CONTINUED,
        need_reason="書類が読めず、健診の予約や手続きに手伝いが要る。",
        talk="やさしい日本語とベトナム語の案内を渡した。健診の予約を一緒にとった。",
        situations=(Situation.LANGUAGE,),
        situation_note="健診の日は、勤め先の通訳が付きそうことが多い。",
        next_what="次の健診の予約を確かめる",
        next_days=6,
    ),
    Mother(
        Visitor(
            ("安原", "愛"), ("やすはら", "あい"), "female", 19, 27,
            "妊娠24週で届けに来所。家には言いにくく、友人の家に泊まることが多いという。健診はまだ2回。",
            ("child_rearing", "housing", "family"),
        ),
        weeks=28,
        need=Need.INTENSIVE,
        need_reason="若年で届けがおそく、住む所が定まっていない。",
        talk="話しにくいことは言わなくてよいと伝えた。住む所と健診のことから一緒に考えることにした。",
        situations=(Situation.YOUNG, Situation.LATE_NOTICE, Situation.HOUSING, Situation.ALONE),
        reason="住む所と健診を、週に一度会いながら支える。",
        next_days=2,
        next_what="健診に付きそう",
        plan={
            "wishes": "赤ちゃんと暮らせる部屋がほしい。怒られずに話したい。",
            "issues": "健診の間があいている。安心して泊まれる所が決まっていない。お金がない。",
            "goals": "出産までに住む所が決まり、健診に毎回行ける。",
            "items": [
                {"what": "健診に付きそう", "who": "永井(保健師)", "when": "2週ごと"},
                {"what": "住む所の相談をする", "who": "本人・子ども家庭総合支援拠点", "when": "今月中"},
                {"what": "気持ちを話せる時間をとる", "who": "永井(保健師)", "when": "毎週"},
            ],
        },
    ),
    Mother(
        Visitor(
            ("仁科", "祥子"), ("にしな", "さちこ"), "female", 36, 150,
            "第3子の妊娠の届けに来所。上の子は5歳と2歳。前の出産のあとに気分の落ちこみがあった。",
            ("child_rearing", "health"),
            family=(
                relative("長男", "仁科", "悠真", ("にしな", "ゆうま"), "male", 5),
                relative("長女", "仁科", "莉子", ("にしな", "りこ"), "female", 2),
            ),
        ),
        weeks=37,
        need=Need.CONTINUED,
        need_reason="前の出産のあとに気分の落ちこみがあり、上の子の育児も重なる。",
        talk="前の出産のあとのことを聞いた。早めに話せるよう、電話をする日を決めた。",
        parity=Parity.LATER,
        situations=(Situation.MIND, Situation.SIBLINGS),
        eighth_month="おなかの張りはない。出産のあとに気分が落ちこんだら、その日に電話すると決めた。",
        next_days=1,
        next_what="入院の準備と、上の子の預け先を聞く",
    ),
    Mother(
        Visitor(
            ("宇野", "晴香"), ("うの", "はるか"), "female", 31, 215,
            "妊娠の届けに来所。里帰りはせず、夫と二人で育てる予定。", ("child_rearing",),
        ),
        weeks=43,
        need=Need.USUAL,
        need_reason="夫の育児休業があり、二人で話し合えている。",
        talk="里帰りをしないことを聞き、産後ケアの使い方を伝えた。",
        situations=(Situation.NO_HELP,),
        next_days=4,
        next_what="赤ちゃん訪問の日を決める",
        eighth_month="夫と二人で来所。沐浴と夜の交代の話をした。",
        born_weeks_ago=4,
    ),
)  # fmt: skip
