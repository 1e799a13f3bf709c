"""When a route may begin, which step comes next, when it may be reported, and how it ends (R-INT-11). Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kasane.base.kinds import kind_labels
from kasane.base.obstacles import Mend, Obstacle
from kasane.intake.registers.rules import order_obstacles, past_obstacles, required_obstacle
from kasane.intake.rights.routes import REPORT, ROUTES, Route, Step

ID = "R-INT-11"
CANNOT_PETITION = ("none", "unwilling")


def start_obstacles(
    *,
    kind: str,
    reason: str,
    relatives: str,
    open_kinds: Collection[str],
    on: date,
    today: date,
) -> list[Obstacle]:
    """What forbids beginning a route: one of each kind at a time, and for a petition the right petitioner."""
    found = required_obstacle("no_reason", reason, "なぜこの道すじが要るのかを書いてください。", ID)
    found += past_obstacles(on, today=today, what="始めた日", requirement=ID)
    if kind in open_kinds:
        found.append(
            Obstacle(
                "already_open", "この人には、同じ道すじがもう始まっています。そちらに書き足してください。", ID
            )
        )
    return found + petitioner_obstacles(kind=kind, relatives=relatives)


def petitioner_obstacles(*, kind: str, relatives: str) -> list[Obstacle]:
    """市町村長申立て is for who has no relative that files; the family's petition for who has one (別記1の1 1(3)イ(ア))."""
    if kind == "mayor_petition" and relatives == "willing":
        sentence = "申し立てる親族がいるときは、本人・親族の申立ての道すじを進めます。"
        return [Obstacle("family_can", sentence, ID)]
    if kind == "family_petition" and relatives in CANNOT_PETITION:
        sentence = "申し立てる親族がいないときは、市町村長申立ての道すじを始め、市町村の担当課に報告します。"
        return [Obstacle("no_petitioner", sentence, ID)]
    return []


def branch_obstacles(*, kind: str, is_open: bool, relatives: str, done: Collection[str]) -> list[Obstacle]:
    """From the family's petition to the 市町村長申立て: as long as nothing was filed, and once no relative will."""
    if kind != "family_petition":
        return [Obstacle("no_branch", "切りかえられるのは、本人・親族の申立ての道すじです。", ID)]
    found = open_obstacles(is_open=is_open)
    if relatives not in CANNOT_PETITION:
        sentence = (
            "親族がいない、または申し立てる意思がないときに切りかえます。親族のようすを選んでください。"
        )
        found.append(Obstacle("relatives_unknown", sentence, ID))
    if "petition" in done:
        sentence = "もう申し立てています。取り下げるときは、この道すじの結果を書いてから始めてください。"
        found.append(Obstacle("already_filed", sentence, ID))
    return found


def open_obstacles(*, is_open: bool) -> list[Obstacle]:
    if is_open:
        return []
    return [Obstacle("ended", "この道すじは結果が出て終わっています。", ID)]


def step_obstacles(
    route: Route,
    code: str,
    *,
    is_open: bool,
    done: Mapping[str, date],
    done_on: date | None,
    done_by: str,
    started_on: date,
    today: date,
    route_id: UUID | None = None,
) -> list[Obstacle]:
    """A step is done after the mandatory ones before it, on a day that has come, by somebody named."""
    found = open_obstacles(is_open=is_open)
    if done_on is None:
        return found + _undoing_obstacles(route, code, done)
    if code == REPORT and code not in done:
        mends = (Mend("担当課に報告する", "intake:rights_report", (("rights_route_id", route_id),)),)
        sentence = "この段階は、担当課への報告を送ると済みになります。"
        found.append(Obstacle("report_first", sentence, ID, mends if route_id else ()))
    found += _skipping_obstacles(route, code, done)
    found += past_obstacles(done_on, today=today, what="済んだ日", requirement=ID)
    found += order_obstacles(
        started_on, done_on, words="済んだ日が、道すじを始めた日より前になっています。", requirement=ID
    )
    return found + required_obstacle("nobody", done_by, "だれがしたのかを書いてください。", ID)


def _skipping_obstacles(route: Route, code: str, done: Mapping[str, date]) -> list[Obstacle]:
    before = missing(route, done, before=code)
    if not before:
        return []
    names = "」「".join(step.title for step in before)
    return [Obstacle("skips", f"先に「{names}」を済ませてください。飛ばすことはできません。", ID)]


def _undoing_obstacles(route: Route, code: str, done: Mapping[str, date]) -> list[Obstacle]:
    """A mandatory step stays done while a later one is."""
    if code not in done or not route.step(code).must:
        return []
    order = [step.code for step in route.steps]
    if any(order.index(one) > order.index(code) for one in done):
        return [Obstacle("later_done", "後の段階が済んでいるので、まだにはもどせません。", ID)]
    return []


def missing(route: Route, done: Collection[str], *, before: str = "") -> list[Step]:
    """The mandatory steps that are not done; with `before` only those that come before that step."""
    found = []
    for step in route.steps:
        if step.code == before:
            break
        if step.must and step.code not in done:
            found.append(step)
    return found


@dataclass(frozen=True)
class Division:
    """Where a report shall go: what it sees of the case already, and what the person lets it know."""

    name: str
    is_municipality: bool
    is_own: bool
    sees: int
    consented: int


def report_obstacles(
    route: Route,
    *,
    case_id: UUID,
    is_open: bool,
    done: Mapping[str, date],
    division: Division,
    kinds: int,
    note: str,
    on: date,
    today: date,
) -> list[Obstacle]:
    """Reporting to the division that files or places (別記1の1 1(3)イ(ア)(イ)): it must be let know, by right or by consent."""
    found = open_obstacles(is_open=is_open)
    if not route.reports:
        found.append(Obstacle("no_report", "この道すじに、担当課への報告はありません。", ID))
    if REPORT in done:
        found.append(Obstacle("reported", "もう報告しています。", ID))
    if not division.is_municipality:
        found.append(Obstacle("not_the_town", "報告する先は、市町村の課を選んでください。", ID))
    if route.reports:
        found += _skipping_obstacles(route, REPORT, done)
    found += required_obstacle("no_words", note, "本人の状況と、求めることを書いてください。", ID)
    found += past_obstacles(on, today=today, what="報告した日", requirement=ID)
    return found + _disclosure_obstacles(case_id, division, kinds)


def needs_sharing(division: Division, kinds: int) -> bool:
    """Whether the division learns of the route only by being told now, on the person's consent."""
    return bool(kinds & ~division.sees)


def _disclosure_obstacles(case_id: UUID, division: Division, kinds: int) -> list[Obstacle]:
    if division.is_own or not needs_sharing(division, kinds):
        return []
    beyond = kind_labels(kinds & ~(division.sees | division.consented))
    if not beyond:
        return []
    case = (("case_id", case_id),)
    mends = (
        Mend("同意を確認する", "intake:consent", case),
        Mend("支援会議で扱う", "conferences:add_item_support", case),
        Mend("同意なしで伝えるとき", "cases:exceptions", case),
    )
    sentence = (
        f"{division.name}は支援チームに入っておらず、{'・'.join(beyond)}を伝えることに本人の同意がありません。"
        "同意を確かめるか、法令に基づく例外の承認を求めてください。"
    )
    return [Obstacle("not_let_know", sentence, "R-DIS-01", mends)]


def finish_obstacles(
    route: Route,
    *,
    is_open: bool,
    result: str,
    on: date,
    started_on: date,
    today: date,
    done: Collection[str],
    note: str,
    guardian_name: str,
    follow_up_on: date | None,
) -> list[Obstacle]:
    """How a route ends: a success after its mandatory steps and with a day to ask again, anything else with its reason."""
    found = open_obstacles(is_open=is_open)
    if result not in route.results:
        return [*found, Obstacle("other_result", "この道すじの結果を選んでください。", ID)]
    found += past_obstacles(on, today=today, what="結果の日", requirement=ID)
    found += order_obstacles(
        started_on, on, words="結果の日が、始めた日より前になっています。", requirement=ID
    )
    if result not in route.success:
        return found + required_obstacle(
            "no_note", note, "そうなった理由と、これからの手だてを書いてください。", ID
        )
    if left := missing(route, done):
        names = "」「".join(step.title for step in left)
        found.append(Obstacle("steps_left", f"まだ済んでいない段階があります:「{names}」。", ID))
    if result == "ruled":
        found += required_obstacle("no_guardian", guardian_name, "後見人等の氏名を書いてください。", ID)
    found += required_obstacle(
        "no_follow_up",
        follow_up_on,
        "その後のようすを確かめる日(フォローアップの予定日)を入れてください。",
        ID,
    )
    return found + order_obstacles(
        on, follow_up_on, words="フォローアップの予定日は、結果の日より後にしてください。", requirement=ID
    )


def follow_up_obstacles(
    *, is_open: bool, followed_up_on: date | None, on: date, today: date, note: str
) -> list[Obstacle]:
    """The follow-up is written once, after the result."""
    if is_open:
        return [Obstacle("no_result", "先に、この道すじの結果を書いてください。", ID)]
    found = past_obstacles(on, today=today, what="フォローアップの日", requirement=ID)
    if followed_up_on is not None:
        found.append(Obstacle("followed_up", "フォローアップはもう書かれています。", ID))
    return found + required_obstacle("no_words", note, "その後のようすを書いてください。", ID)


def next_step(kind: str, done: Collection[str]) -> Step | None:
    """The first mandatory step that is still to be done."""
    return next(iter(missing(ROUTES[kind], done)), None)
