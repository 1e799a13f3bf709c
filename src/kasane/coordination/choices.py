"""The closed lists of the coordination sheets (別紙2-2 to 2-7) that no other work shares."""

from __future__ import annotations

from django.db import models

from kasane.base.kinds import DataKind


class Course(models.TextChoices):
    """支援の枠組み: who runs the plan, and before which conference (R-COOR, R-SELF-01)."""

    COORDINATION = "coordination", "多機関協働"
    SELF_RELIANCE = "self_reliance", "自立相談支援"


class Signature(models.TextChoices):
    """Who wrote the person's name, on the application and on the plan (R-COOR-01)."""

    SELF = "self", "本人の署名"
    SCRIBE = "scribe", "代筆"
    AGENT = "agent", "代理人の署名"


class PartSection(models.TextChoices):
    """The sections of the インテーク・アセスメントシート (2-3), each gathered and saved by itself (R-COOR-03)."""

    ROUTE = "route", "1. 相談経路・相談歴"
    FAMILY = "family", "2. 家族・地域・住まい"
    HEALTH = "health", "3. 健康・障害"
    ECONOMY = "economy", "4. 収入・公的給付・債務"
    TAX = "tax", "4. 課税・税の滞納"
    WORK = "work", "5. 職業・職歴・学歴"
    ISSUES = "issues", "6・7. 本人と世帯員の課題"
    STRENGTHS = "strengths", "8. 本人・世帯の強み"
    WISHES = "wishes", "9. 本人の希望・意向"
    SUMMARY = "summary", "10・11. 課題のまとめとスクリーニング"


SHARED_SECTIONS = (PartSection.ISSUES, PartSection.SUMMARY)
"""Sections that are one for all agencies; the others each agency writes for itself, side by side (R-COOR-03)."""

_LIFE = int(DataKind.BASIC | DataKind.LIFE)
SECTION_KINDS: dict[str, int] = {
    PartSection.ROUTE: _LIFE,
    PartSection.FAMILY: _LIFE,
    PartSection.HEALTH: int(DataKind.BASIC | DataKind.HEALTH),
    PartSection.ECONOMY: int(DataKind.BASIC | DataKind.ECONOMY),
    PartSection.TAX: int(DataKind.BASIC | DataKind.TAX),
    PartSection.WORK: int(DataKind.BASIC | DataKind.WORK),
    PartSection.ISSUES: int(DataKind.BASIC),
    PartSection.STRENGTHS: _LIFE,
    PartSection.WISHES: _LIFE,
    PartSection.SUMMARY: _LIFE,
}
"""The kinds of data each section holds (R-DIS-04); of the issues each one has its own.

What of section 4 the tax office knows stands apart: no 支援会議 hears of it without consent (R-DIS-03)."""

_HEALTH_ISSUES = (
    "illness",
    "injury",
    "disability",
    "disability_suspected",
    "suicide",
    "mental",
    "ability",
    "care",
)
_MONEY_ISSUES = ("poverty", "debt", "household_money")
_WORK_ISSUES = ("job_seeking", "job_keeping", "truancy", "schooling")
ISSUE_KINDS: dict[str, int] = {
    **dict.fromkeys(_HEALTH_ISSUES, int(DataKind.BASIC | DataKind.HEALTH)),
    **dict.fromkeys(_MONEY_ISSUES, int(DataKind.BASIC | DataKind.ECONOMY)),
    **dict.fromkeys(_WORK_ISSUES, int(DataKind.BASIC | DataKind.WORK)),
}
"""The kind of data an issue is; all others are 生活歴その他."""


def issue_kinds(issue: str) -> int:
    """What a viewer must be allowed to see to learn of this issue of a person."""
    return ISSUE_KINDS.get(issue, _LIFE)


class Source(models.TextChoices):
    """From whom a section was gathered: mainly referrer and agencies, own interview where better (R-COOR-03)."""

    PERSON = "person", "本人"
    FAMILY = "family", "家族"
    REFERRER = "referrer", "つなぎ元"
    AGENCY = "agency", "関係機関"
    PAPERS = "papers", "書類"
    SEEN = "seen", "訪問時の様子"


ASKED_SECTIONS = tuple(section for section in PartSection if section not in SHARED_SECTIONS)
"""What an agency can be asked for (R-COOR-03)."""


ASKED = "asked"
"""Under this name the answers of a section keep what was asked beside the sheet: a list of question and answer."""


class SignedPaper(models.TextChoices):
    """What is signed on the screen (R-COOR-01, R-COOR-04)."""

    APPLICATION = "application", "相談受付・申込票(2-2)"
    PLAN = "plan", "プラン(2-4)"


class Screening(models.TextChoices):
    """スクリーニング (2-3, item 11)."""

    INFORMATION = "information", "情報提供・相談対応で終了"
    REFER = "refer", "他制度・他機関へつなぐ"
    TOWARDS_CONSENT = "towards_consent", "同意に向けて働きかける"
    PLAN = "plan", "プランを策定し継続支援"
    BROKEN_OFF = "broken_off", "判断前に中断"


class PlanState(models.TextChoices):
    DRAFT = "draft", "作成中"
    SUBMITTED = "submitted", "会議待ち"
    AGREED = "agreed", "支援決定待ち"
    FINAL = "final", "確定"
    SUPERSEDED = "superseded", "前の版"
    CLOSED = "closed", "終了"
    HANDED_ON = "handed_on", "引き継ぎ"


OPEN_PLAN_STATES = (PlanState.DRAFT, PlanState.SUBMITTED, PlanState.AGREED)
ENDED_PLAN_STATES = (PlanState.SUPERSEDED, PlanState.CLOSED, PlanState.HANDED_ON)


class Service(models.TextChoices):
    """By what means a line of the plan is given: ② or ④ (R-COOR-06), or the services of 自立相談支援 (R-SELF-01)."""

    OTHER = "other", "ほかの支援"
    PARTICIPATION = "participation", "② 参加支援"
    OUTREACH = "outreach", "④ アウトリーチ"
    JOB_SUPPORT = "job_support", "就労支援(自立相談支援機関)"
    PREPARATION = "preparation", "就労準備支援"
    BUDGETING = "budgeting", "家計改善支援"
    TRAINING = "training", "認定就労訓練"
    HOUSING = "housing", "住居確保給付金"
    SHELTER = "shelter", "一時生活支援"
    STUDY = "study", "子どもの学習・生活支援"
    OWN_PROGRAM = "own_program", "その他の自立促進事業"
    HELLO_WORK = "hello_work", "生活保護受給者等就労自立促進事業"
    LOAN = "loan", "生活福祉資金"


class DecisionResult(models.TextChoices):
    """What the municipality answered (R-COOR-06)."""

    DECIDED = "decided", "支援決定"
    CONFIRMED = "confirmed", "支援決定・確認"
    REPORTED = "reported", "報告の確認"
    RETURNED = "returned", "差し戻し"


class ApprovalState(models.TextChoices):
    """Where a 起案 stands."""

    OPEN = "open", "決裁待ち"
    DECIDED = "decided", "決裁済み"
    RETURNED = "returned", "差し戻し"


class StepResult(models.TextChoices):
    """What one of those who are asked answered to a 起案."""

    PASSED = "passed", "確認"
    DECIDED = "decided", "決裁"
    RETURNED = "returned", "差し戻し"


class Judgement(models.TextChoices):
    """What the conference says about a plan or an evaluation (R-CONF-02 A, B)."""

    APPROPRIATE = "appropriate", "適切"
    REVISE = "revise", "修正して再提出"
    CLOSE = "close", "終結"
    CONTINUE = "continue", "支援継続"
    INTERRUPT = "interrupt", "中断"


class Progress(models.TextChoices):
    """How one line of the plan goes (R-COOR-07)."""

    AS_PLANNED = "as_planned", "予定どおり"
    SLOW = "slow", "遅れている"
    CHANGED = "changed", "変更が必要"
    NOT_BEGUN = "not_begun", "まだ始まっていない"
    DONE = "done", "できた"


class AfterMonitoring(models.TextChoices):
    KEEP = "keep", "このまま続ける"
    REPLAN = "replan", "プランを見直す"


class Occasion(models.TextChoices):
    """When connectedness was looked at (2-7): the first and the last are compared at closure (R-COOR-08)."""

    PLAN = "plan", "プラン作成時"
    EVALUATION = "evaluation", "評価時"
    CLOSURE = "closure", "終結時"


class Conclusion(models.TextChoices):
    """結論 of the 評価シート (2-6)."""

    CLOSE = "close", "終結"
    REPLAN = "replan", "再プラン"
    INTERRUPT = "interrupt", "中断"


class EvaluationState(models.TextChoices):
    WAITING = "waiting", "会議待ち"
    JUDGED = "judged", "会議で確認済み"
    ENDED = "ended", "次へ進んだ"


class Achievement(models.TextChoices):
    ACHIEVED = "achieved", "達成した"
    PARTLY = "partly", "一部達成した"
    NOT_YET = "not_yet", "まだ達成していない"
    CHANGED = "changed", "目標が変わった"


class FollowUpResult(models.TextChoices):
    """What a look after the end of support found (R-COOR-08, R-COOR-10)."""

    SAME = "same", "変わりない"
    AGAIN = "again", "また会う"
    REOPEN = "reopen", "支援を再開する"
