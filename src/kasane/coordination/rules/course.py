"""支援の枠組み: 多機関協働 and 自立相談支援 run on the same sheets, each with its own words and ways (R-COOR, R-SELF-01)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kasane.base.choices import Timing

COORDINATION = "coordination"
SELF_RELIANCE = "self_reliance"


@dataclass(frozen=True)
class CourseWords:
    """What screens and obstacles call things in one course, and where its pages are."""

    name: str
    program: str
    conference: str
    badge: str
    """Beside the plan's name; empty where it goes without saying."""
    plan_paper: str
    applied: str
    applies_label: str
    apply_lead: str
    apply_url: str
    plan_new_url: str
    evaluation_url: str
    add_item_url: str
    evaluation_lead: str

    @property
    def to_conference(self) -> str:
        """What is done with an evaluation that is complete."""
        return f"そろったら、{self.conference}の議題に入れます。"


WORDS: dict[str, CourseWords] = {
    COORDINATION: CourseWords(
        name="多機関協働",
        program="多機関協働事業",
        conference="重層的支援会議",
        badge="",
        plan_paper="多機関協働事業のプラン兼事業等利用申込書",
        applied="多機関協働の利用を申し込みました",
        applies_label="多機関協働事業の利用を申し込みます",
        apply_lead="本人といっしょに書く申込票です。規程を説明し、関係機関との情報共有の同意を確かめてから、署名をもらいます。",
        apply_url="coordination:apply",
        plan_new_url="coordination:plan_new",
        evaluation_url="coordination:evaluation",
        add_item_url="conferences:add_item",
        evaluation_lead="目標ごとに、できたこと・残ったことを本人といっしょにふり返り、これからのことを決めます。",
    ),
    SELF_RELIANCE: CourseWords(
        name="自立相談支援",
        program="自立相談支援事業",
        conference="支援調整会議",
        badge="自立相談支援",
        plan_paper="自立相談支援事業のプラン兼事業等利用申込書",
        applied="自立相談支援の利用を申し込みました",
        applies_label="自立相談支援事業による支援(相談、アセスメント、プランづくり)の利用を申し込みます",
        apply_lead="自立相談支援の利用申込です。支援の流れと個人情報の取扱いを説明し、同意を確かめてから、署名をもらいます。",
        apply_url="coordination:self_apply",
        plan_new_url="coordination:self_plan_new",
        evaluation_url="coordination:self_evaluation",
        add_item_url="conferences:add_item_coordination",
        evaluation_lead="目標の達成、いまの状況と残された課題、本人の希望を本人といっしょに整理し、支援調整会議で確かめます。",
    ),
}


def words(course: str) -> CourseWords:
    """The words of a course."""
    return WORDS[course]


PROPRIETY = (
    "プランの適切性の協議: プランの内容が、課題の解決と目標の実現に合っているかを、関係者で話し合って判断する"
)
SHARING = "各支援機関によるプランの共有: 支援方針・支援内容・役割分担を確かめ合い、了承する"
REVIEW = "プラン終結時などの評価: 支援の経過と成果を評価し、支援を終えるかどうかを検討する"
RESOURCES = "社会資源の充足状況の把握と開発: 足りない社会資源を地域の課題として取り上げる"

AGENDA: dict[str, tuple[str, ...]] = {
    Timing.PLAN: (PROPRIETY, SHARING, RESOURCES),
    Timing.REPLAN: (REVIEW, PROPRIETY, SHARING, RESOURCES),
    Timing.CLOSURE: (REVIEW, RESOURCES),
    Timing.INTERRUPTION: (REVIEW, RESOURCES),
}
"""The four purposes of 支援調整会議 as agenda points of each timing (実施要綱 別記1の4の5(1), R-SELF-01)."""


@dataclass(frozen=True)
class ServiceRow:
    """One way of support a plan may name: whether the municipality decides on it or only confirms (R-SELF-01)."""

    code: str
    decided: bool
    note: str = ""


SERVICES: dict[str, tuple[ServiceRow, ...]] = {
    COORDINATION: (
        ServiceRow("other", decided=False),
        ServiceRow("participation", decided=True),
        ServiceRow("outreach", decided=True),
    ),
    SELF_RELIANCE: (
        ServiceRow("job_support", decided=False),
        ServiceRow("preparation", decided=True),
        ServiceRow("budgeting", decided=True),
        ServiceRow("training", decided=True),
        ServiceRow("housing", decided=False, note="支給決定は別に行います"),
        ServiceRow("shelter", decided=False, note="利用決定は別に行います"),
        ServiceRow("study", decided=False),
        ServiceRow("own_program", decided=False),
        ServiceRow("hello_work", decided=False, note="了承のあと、プランの写しをハローワークに送ります"),
        ServiceRow("loan", decided=False),
        ServiceRow("other", decided=False),
    ),
}
"""実施要綱 別記1の4の4(2)ウ・オ: 就労準備支援, 家計改善支援 and 認定就労訓練 are decided on, the others confirmed."""


def decided_services(course: str) -> frozenset[str]:
    """The services of a course that need 支援決定."""
    return frozenset(row.code for row in SERVICES[course] if row.decided)


def needs_decision(course: str, services: Sequence[str]) -> bool:
    """Whether a plan with these lines waits for 支援決定 after its conference (R-COOR-06, R-SELF-01)."""
    return bool(decided_services(course) & set(services))


EVALUATION_MONTHS = (3, 6, 12)
"""概ね3か月、6か月、1年 (実施要綱 別記1の4の4(3)ウ)."""


def months_later(day: date, months: int) -> date:
    """The same day so many months on, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True)
class ScreeningWay:
    """Where a screening (2-3, item 11) leads to."""

    title: str
    lead: str
    url: str


SCREENING_WAYS: dict[str, ScreeningWay] = {
    "information": ScreeningWay(
        "情報提供で終える",
        "伝えたことと、また相談できることを記録して終えます。",
        "coordination:self_end",
    ),
    "refer": ScreeningWay(
        "ふさわしい制度・機関につなぐ",
        "生活保護が適切なときは、福祉事務所に確実につなぎます。つないだあとも様子を確かめます。",
        "intake:refer",
    ),
    "towards_consent": ScreeningWay(
        "同意に向けて働きかける",
        "支援会議でも考えられます(法106条の6)。同意が得られたら、申込票を書きます。",
        "conferences:add_item_support",
    ),
    "broken_off": ScreeningWay(
        "判断前の中断として終える",
        "連絡を取ろうとしたことを記録して終えます。連絡があれば、支援を再開できます。",
        "coordination:self_end",
    ),
}
"""What follows a screening that is not 「プランを策定し継続支援」 (FORMS 2-3 item 11, R-SELF-01)."""
