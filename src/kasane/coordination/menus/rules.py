"""Who writes 2-5① and 2-5②, before which conference they go, and how they end (R-COOR-05, R-CONF-03, R-CONF-04)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kasane.base.choices import Timing
from kasane.base.obstacles import Mend, Obstacle
from kasane.coordination.choices import Judgement
from kasane.coordination.menus.choices import WAITING_MENU_STATES, Ending, MenuSheet, MenuState, Table
from kasane.coordination.menus.sheets import SHEETS
from kasane.coordination.rules.application import Standing, standing_obstacles
from kasane.coordination.rules.conference import JUDGEMENTS, PLAN_TIMINGS
from kasane.coordination.rules.course import COORDINATION
from kasane.coordination.rules.plan import no_consent


@dataclass(frozen=True)
class Ground:
    """What the plan of ⑤ says about this way of support. `plan_id`: the plan in force, or the one that starts it early.

    `named`: the actor's agency has a line of it there. `any_plan`: there is a plan of ⑤ at all. `not_decided`: it names
    this way of support, but the municipality did not decide on it.
    """

    plan_id: UUID | None = None
    named: bool = False
    any_plan: bool = False
    not_decided: bool = False


def write_obstacles(standing: Standing, sheet: str, ground: Ground) -> list[Obstacle]:
    """What forbids writing the sheet: it is that of the agency the plan names for ② or ④. Before any plan 2-5② is
    written by whoever works on the case; 2-5① needs the plan's line, or its early start (R-COOR-05)."""
    found = standing_obstacles(standing)
    if ground.plan_id is None:
        if sheet == MenuSheet.OUTREACH and not ground.any_plan:
            return found
        found.append((_not_decided if ground.not_decided else _no_line)(standing.case_id, sheet))
    elif not (ground.named or standing.is_coordinator):
        found.append(
            Obstacle(
                "not_the_agency",
                f"{MenuSheet(sheet).label}は、プラン(2-4)で担当になっている機関が書きます。",
                "R-COOR-05",
                (Mend("プランを見る", "coordination:plan", (("plan_id", ground.plan_id),)),),
            )
        )
    return found


def _way(sheet: str) -> str:
    return "② 参加支援" if sheet == MenuSheet.PARTICIPATION else "④ アウトリーチ"


def _not_decided(case_id: UUID, sheet: str) -> Obstacle:
    return Obstacle(
        "not_decided",
        f"市町村は「{_way(sheet)}」の支援決定をしませんでした。使うときは、再プランに入れて支援決定を受けます。",
        "R-COOR-06",
        (Mend("ケースを見る", "case_page", (("case_id", case_id),)),),
    )


def _no_line(case_id: UUID, sheet: str) -> Obstacle:
    return Obstacle(
        "no_line",
        f"プラン(2-4)に「{_way(sheet)}」の支援内容がないか、まだ始められません。確定したプランか、早く始めるプランが要ります。",
        "R-COOR-05",
        (Mend("ケースを見る", "case_page", (("case_id", case_id),)),),
    )


def new_obstacles(
    standing: Standing, sheet: str, ground: Ground, *, running: bool, making: UUID | None
) -> list[Obstacle]:
    """What forbids a first version beside one that is there already."""
    found = write_obstacles(standing, sheet, ground)
    if making is not None:
        found.append(_in_the_making(making))
    elif running:
        found.append(
            Obstacle(
                "runs_already",
                "この様式のプランはもう動いています。再プランで新しい版をつくります。",
                "R-COOR-07",
            )
        )
    return found


def _in_the_making(making: UUID) -> Obstacle:
    return Obstacle(
        "menu_in_the_making",
        "つくりかけ、または会議を待っている版があります。",
        "R-COOR-07",
        (Mend("その版を開く", "coordination:menu", (("menu_id", making),)),),
    )


def edit_obstacles(standing: Standing, sheet: str, ground: Ground, *, state: str) -> list[Obstacle]:
    """Only a draft is changed; after that there is a new version (R-COOR-07)."""
    found = write_obstacles(standing, sheet, ground)
    if state != MenuState.DRAFT:
        found.append(
            Obstacle(
                "not_a_draft",
                "作成中ではないため、書きかえられません。変えるときは再プランをつくります。",
                "R-COOR-07",
            )
        )
    return found


def submit_obstacles(
    standing: Standing,
    sheet: str,
    ground: Ground,
    *,
    menu_id: UUID,
    state: str,
    answers: dict[str, str],
    evaluate_on: date | None,
    consented: bool,
) -> list[Obstacle]:
    """What the sheet still needs before a conference. Without consent 2-5② goes to 支援会議, 2-5① nowhere (R-CONF-03)."""
    found = edit_obstacles(standing, sheet, ground, state=state)
    if sheet == MenuSheet.PARTICIPATION and not consented:
        found.append(no_consent(standing.case_id, COORDINATION))
    for item in SHEETS[sheet]:
        if item.needed and not answers.get(item.key, "").strip():
            found.append(_missing(menu_id, f"no_{item.key}", f"「{item.label}」を入れてください。", item.key))
    if evaluate_on is None:
        found.append(_missing(menu_id, "no_evaluation_day", "評価時期を入れてください。", "evaluate_on"))
    return found


def _missing(menu_id: UUID, code: str, sentence: str, field: str) -> Obstacle:
    mend = Mend("記入する", "coordination:menu_edit", (("menu_id", menu_id),), f"id_{field}")
    return Obstacle(code, sentence, "R-COOR-05", (mend,))


def table_for(*, consented: bool) -> Table:
    """Before which conference it goes (R-CONF-03)."""
    return Table.MULTI_TIER if consented else Table.SUPPORT_CONFERENCE


def conference_obstacles(
    *, case_id: UUID, sheet: str, state: str, timing: Timing, consented: bool
) -> list[Obstacle]:
    """What forbids putting it on the agenda of the conference that `table_for` names (R-CONF-03, R-CONF-04)."""
    found = []
    if state not in WAITING_MENU_STATES:
        found.append(_nothing_waits())
    if sheet == MenuSheet.PARTICIPATION and timing in PLAN_TIMINGS and not consented:
        found.append(no_consent(case_id, COORDINATION))
    return found


def _nothing_waits() -> Obstacle:
    return Obstacle("nothing_waits", "会議を待っているプランではありません。", "R-CONF-04")


def judge_obstacles(
    standing: Standing,
    *,
    state: str,
    timing: Timing,
    judgement: str,
    table: str,
    consented: bool,
    opinion: str,
    sheet: str = MenuSheet.OUTREACH,
) -> list[Obstacle]:
    """What forbids keeping the word of a conference: something must wait, the word must fit the timing, and before
    consent it is that of 支援会議 with what was confirmed there; while consent stands never. 2-5① begins with consent
    alone (R-CONF-03, R-CONF-04)."""
    found = standing_obstacles(standing)
    if state not in WAITING_MENU_STATES:
        found.append(_nothing_waits())
    elif judgement not in JUDGEMENTS[timing]:
        choices = "、".join(one.label for one in JUDGEMENTS[timing])
        found.append(
            Obstacle(
                "judgement_does_not_fit", f"「{timing.label}」で選べる判断は、{choices}です。", "R-CONF-04"
            )
        )
    begins = sheet == MenuSheet.PARTICIPATION and judgement == Judgement.APPROPRIATE
    if not consented and (begins or table != Table.SUPPORT_CONFERENCE):
        found.append(no_consent(standing.case_id, COORDINATION))
    elif consented and table != table_for(consented=True):
        found.append(
            Obstacle("consent_stands", "本人の同意があるので、重層的支援会議で判断します。", "R-CONF-04")
        )
    if table == Table.SUPPORT_CONFERENCE and not opinion.strip():
        found.append(Obstacle("nothing_confirmed", "支援会議で確認した事項を入れてください。", "R-CONF-03"))
    return found


def take_back_obstacles(standing: Standing, *, state: str) -> list[Obstacle]:
    """Only what waits for its conference is taken back."""
    found = standing_obstacles(standing)
    if state not in (MenuState.SUBMITTED, MenuState.ENDING):
        found.append(Obstacle("not_submitted", "会議を待っているプランだけを取り下げられます。", "R-CONF-04"))
    return found


def renew_obstacles(
    standing: Standing, sheet: str, ground: Ground, *, state: str, making: UUID | None
) -> list[Obstacle]:
    """A new version follows one that runs, or one that was interrupted (R-COOR-07, R-COOR-10)."""
    found = write_obstacles(standing, sheet, ground)
    if state not in (MenuState.RUNNING, MenuState.INTERRUPTED):
        found.append(
            Obstacle("does_not_run", "再プランは、動いている版か中断した版からつくります。", "R-COOR-07")
        )
    if making is not None:
        found.append(_in_the_making(making))
    return found


def end_obstacles(
    standing: Standing,
    sheet: str,
    ground: Ground,
    *,
    state: str,
    ending: str,
    reason: str,
    making: UUID | None,
) -> list[Obstacle]:
    """What forbids putting the end before a conference: it runs, and says why it ends (R-CONF-04)."""
    found = (
        standing_obstacles(standing) if ground.plan_id is None else write_obstacles(standing, sheet, ground)
    )
    if state != MenuState.RUNNING:
        found.append(Obstacle("does_not_run", "動いているプランだけを終えられます。", "R-CONF-04"))
    if making is not None:
        found.append(_in_the_making(making))
    if ending not in Ending.values:
        found.append(Obstacle("no_ending", "終結か中断かを選んでください。", "R-CONF-04"))
    if not reason.strip():
        found.append(Obstacle("no_end_reason", "終える理由を入れてください。", "R-CONF-04"))
    return found
