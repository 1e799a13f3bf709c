"""The plan: making, changing, early start, submitting (R-COOR-03 to R-COOR-05, R-COOR-07)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kasane.base.obstacles import Mend, Obstacle
from kasane.coordination.rules.application import Standing, standing_obstacles
from kasane.coordination.rules.course import COORDINATION, SELF_RELIANCE, words


@dataclass(frozen=True)
class ItemFacts:
    """One line of the plan. `shared`: the person lets this agency know."""

    service: str
    support: str
    has_agency: bool
    shared: bool = True


@dataclass(frozen=True)
class PlanFacts:
    """Plain values of a plan, for the rules."""

    plan_id: UUID
    state: str
    issues: str
    wish: str
    has_lead: bool
    starts_on: date | None
    ends_on: date | None
    next_monitoring_on: date | None
    uses_participation: bool
    participation_reason: str
    uses_outreach: bool
    outreach_reason: str
    person_agreed: bool
    signed: bool
    items: Sequence[ItemFacts]
    has_evaluation: bool = False


def make_plan_obstacles(
    standing: Standing, *, applied: bool, has_summary: bool, screening: str, open_plan: UUID | None
) -> list[Obstacle]:
    """What forbids starting a plan: application, assessment summary and screening come first (R-COOR-03, R-COOR-04)."""
    case = (("case_id", standing.case_id),)
    found = standing_obstacles(standing, coordinates=True)
    if not applied:
        found.append(
            Obstacle(
                "not_applied",
                "利用の申込(申込票 2-2)がまだありません。",
                "R-COOR-01",
                (Mend("申込票をつくる", words(standing.course).apply_url, case),),
            )
        )
    if not has_summary:
        found.append(
            Obstacle(
                "no_summary",
                "アセスメントの「課題のまとめと背景、支援の方向性」がまだありません。",
                "R-COOR-03",
                (Mend("アセスメントを書く", "coordination:assessment", case, "summary"),),
            )
        )
    elif screening != "plan":
        found.append(
            Obstacle(
                "screened_otherwise",
                "スクリーニングが「プランを策定し継続支援」になっていません。",
                "R-COOR-03",
                (Mend("スクリーニングを見直す", "coordination:assessment", case, "summary"),),
            )
        )
    if open_plan is not None:
        found.append(
            Obstacle(
                "plan_in_the_making",
                "つくりかけ、または会議や決定を待っているプランがあります。",
                "R-COOR-07",
                (Mend("そのプランを開く", "coordination:plan", (("plan_id", open_plan),)),),
            )
        )
    return found


def plan_edit_obstacles(standing: Standing, *, state: str, plan_id: UUID) -> list[Obstacle]:
    """Only a plan that nobody has been asked about yet is changed; after that there is a new version (R-COOR-07)."""
    found = standing_obstacles(standing, coordinates=True)
    if state != "draft":
        found.append(
            Obstacle(
                "not_a_draft",
                "このプランは作成中ではないため、書きかえられません。変えるときは再プランで新しい版をつくります。",
                "R-COOR-07",
                (Mend("プランを見る", "coordination:plan", (("plan_id", plan_id),)),),
            )
        )
    return found


def take_back_obstacles(standing: Standing, *, state: str) -> list[Obstacle]:
    """Only a plan that waits for the conference is taken back (R-COOR-04)."""
    found = standing_obstacles(standing, coordinates=True)
    if state != "submitted":
        found.append(Obstacle("not_submitted", "会議を待っているプランだけを取り下げられます。", "R-COOR-04"))
    return found


def early_start_obstacles(
    *, plan_id: UUID, reason: str, started_on: date | None, uses_decided: bool, consented: bool
) -> list[Obstacle]:
    """Early start of ② or ④ before the decision is allowed, with its reason, its day, and consent (R-COOR-05)."""
    mend = (_edit("プランに記入する", plan_id, "early_start"),)
    found = []
    if not uses_decided:
        found.append(
            Obstacle(
                "nothing_to_start",
                "早く始められるのは ② 参加支援か ④ アウトリーチです。支援内容の「使う事業」を選んでください。",
                "R-COOR-05",
                mend,
            )
        )
    if started_on is None:
        found.append(Obstacle("no_early_day", "早く始める日を入れてください。", "R-COOR-05", mend))
    if not reason.strip():
        found.append(
            Obstacle("no_early_reason", "支援決定の前に始める理由を入れてください。", "R-COOR-05", mend)
        )
    if not consented:
        found.append(
            Obstacle(
                "early_no_consent",
                "本人の同意(申込票 2-2)がないため、担当機関に伝えて始めることができません。",
                "R-DIS-01",
                mend,
            )
        )
    return found


def submit_obstacles(standing: Standing, plan: PlanFacts, *, consented: bool) -> list[Obstacle]:
    """What a plan still needs before it is put to its conference (R-COOR-04, R-CONF-03, R-SELF-01)."""
    found = standing_obstacles(standing, coordinates=True)
    if plan.state != "draft":
        found.append(Obstacle("already_submitted", "このプランはもう会議に出されています。", "R-COOR-04"))
    if not consented:
        found.append(no_consent(standing.case_id, standing.course))
    found.extend(_missing_words(plan))
    found.extend(_MISSING_BY_COURSE[standing.course](plan))
    found.extend(_missing_lines(plan))
    if not (plan.person_agreed and plan.signed):
        found.append(
            Obstacle(
                "person_not_agreed",
                "プランへの本人の同意日と署名がありません。本人と一緒に確かめてから会議に出します。",
                "R-COOR-04",
                (_edit("同意と署名を記入する", plan.plan_id, "person_agreed_on"),),
            )
        )
    return found


def lines_obstacles(goals: int, items: Sequence[tuple[int, date | None, date | None]]) -> list[Obstacle]:
    """Each line names a short goal that is there, and ends after it begins (R-COOR-04). `items`: goal, from, until."""
    found = []
    for place, (goal, start, end) in enumerate(items, 1):
        if not 0 <= goal <= goals:
            found.append(
                Obstacle(
                    "no_such_goal",
                    f"支援内容の{place}行目の短期目標の番号が、短期目標の表にありません。1から{goals}までの番号を入れてください。"
                    if goals
                    else f"支援内容の{place}行目に短期目標の番号がありますが、短期目標がまだ書かれていません。",
                    "R-COOR-04",
                )
            )
        if start and end and end < start:
            found.append(
                Obstacle(
                    "item_ends_before_start",
                    f"支援内容の{place}行目の終える日は、始める日より後の日にしてください。",
                    "R-COOR-04",
                )
            )
    return found


def no_consent(case_id: UUID, course: str = COORDINATION) -> Obstacle:
    """R-CONF-03: before consent there is 支援会議 only; the same for 支援調整会議 (R-SELF-01)."""
    called = words(course)
    return Obstacle(
        "no_consent",
        f"本人の同意(申込票 2-2)がないため、{called.conference}にかけられません。同意の前は支援会議で扱えます(法106条の6)。",
        "R-CONF-03",
        (
            Mend("申込票をつくる", called.apply_url, (("case_id", case_id),)),
            Mend("支援会議で扱う", "conferences:add_item_support", (("case_id", case_id),)),
        ),
    )


def _missing_words(plan: PlanFacts) -> list[Obstacle]:
    wanted = (
        (plan.issues.strip(), "no_issues", "解決したい課題を入れてください。", "issues"),
        (plan.wish.strip(), "no_wish", "本人・世帯の望む姿を入れてください。", "wish"),
        (plan.has_lead, "no_lead", "主担当機関を選んでください。", "lead_agency"),
        (plan.starts_on and plan.ends_on, "no_period", "プラン期間(始まりと終わり)を入れてください。", "starts_on"),
    )  # fmt: skip
    return [
        Obstacle(code, sentence, "R-COOR-04", (_edit("プランに記入する", plan.plan_id, field),))
        for filled, code, sentence, field in wanted
        if not filled
    ]


def _no_monitoring(plan: PlanFacts) -> list[Obstacle]:
    if plan.next_monitoring_on:
        return []
    mends = (_edit("プランに記入する", plan.plan_id, "next_monitoring_on"),)
    return [Obstacle("no_monitoring", "次回モニタリングの日を入れてください。", "R-COOR-04", mends)]


def _no_evaluation(plan: PlanFacts) -> list[Obstacle]:
    """The evaluation is planned with the plan, monitoring comes as needed (別記1の4の4(3))."""
    if plan.has_evaluation:
        return []
    mends = (_edit("プランに記入する", plan.plan_id, "evaluation_months"),)
    sentence = "プランの評価をいつ行うか(概ね3か月・6か月・1年)を選んでください。"
    return [Obstacle("no_evaluation_month", sentence, "R-SELF-01", mends)]


_MISSING_BY_COURSE = {COORDINATION: _no_monitoring, SELF_RELIANCE: _no_evaluation}


def _missing_lines(plan: PlanFacts) -> list[Obstacle]:
    found = []
    if not plan.items:
        found.append(
            Obstacle(
                "no_items",
                "支援内容を一つ以上入れてください。",
                "R-COOR-04",
                (_edit("支援内容を記入する", plan.plan_id, "items"),),
            )
        )
    if any(not (item.support.strip() and item.has_agency) for item in plan.items):
        found.append(
            Obstacle(
                "item_incomplete",
                "支援内容のどの行にも、支援の内容と担当機関を入れてください。",
                "R-COOR-04",
                (_edit("支援内容を直す", plan.plan_id, "items"),),
            )
        )
    if any(not item.shared for item in plan.items):
        found.append(
            Obstacle(
                "agency_excluded",
                "本人が「共有しない」とした機関が担当に入っています。担当を替えるか、本人と話し合って申込票を直してください。",
                "R-DIS-01",
                (_edit("担当を替える", plan.plan_id, "items"),),
            )
        )
    return found + _usage(plan)


def _usage(plan: PlanFacts) -> list[Obstacle]:
    services = {item.service for item in plan.items}
    uses = (
        ("participation", "② 参加支援", plan.uses_participation, plan.participation_reason),
        ("outreach", "④ アウトリーチ", plan.uses_outreach, plan.outreach_reason),
    )
    found = []
    for service, label, used, reason in uses:
        if used != (service in services):
            found.append(
                Obstacle(
                    f"{service}_mismatch",
                    f"「{label}を使う」と支援内容の「使う事業」が合っていません。どちらかを直してください。",
                    "R-COOR-04",
                    (_edit("プランを直す", plan.plan_id, f"uses_{service}"),),
                )
            )
        if used and not reason.strip():
            found.append(
                Obstacle(
                    f"no_{service}_reason",
                    f"{label}を使う理由を入れてください。",
                    "R-COOR-04",
                    (_edit("理由を記入する", plan.plan_id, f"{service}_reason"),),
                )
            )
    return found


def _edit(label: str, plan_id: UUID, field: str) -> Mend:
    return Mend(label, "coordination:plan_edit", (("plan_id", plan_id),), f"id_{field}")
