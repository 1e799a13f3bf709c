"""What the law asks of the delivery structure: pure functions over plain values (R-DEL-01, 03, 04)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from kasane.agencies.programs import PROGRAMS, Need, Program, program
from kasane.base.obstacles import Obstacle
from kasane.profiles.vocabulary import ProgramCode, SiteType, Work


class Delivered(Protocol):
    """As much of a delivery as the gaps need: which program, within which works."""

    @property
    def program(self) -> str: ...

    @property
    def works(self) -> Collection[int]: ...


class DeliveryRow(Delivered, Protocol):
    """A whole delivery row in plain values; a profile's `Delivery` is one."""

    @property
    def name(self) -> str: ...

    @property
    def fields(self) -> Collection[str]: ...

    @property
    def legal_basis(self) -> str | None: ...

    @property
    def sites(self) -> int | None: ...

    @property
    def sites_text(self) -> str | None: ...

    @property
    def modes(self) -> Collection[str]: ...

    @property
    def target(self) -> str | None: ...

    @property
    def areas(self) -> Collection[str]: ...

    @property
    def duty_lead(self) -> str | None: ...

    @property
    def duties(self) -> Collection[str]: ...

    @property
    def agencies(self) -> Collection[str]: ...

    @property
    def divisions(self) -> Collection[str]: ...

    @property
    def site_type(self) -> str | None: ...

    @property
    def backed_by(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Gap:
    """A program the town has to have and has not, with the law that asks for it."""

    code: str
    work: Work
    program: ProgramCode
    sentence: str
    law: str
    requirement: str = "R-DEL-03"


def gaps(deliveries: Iterable[Delivered], *, has_welfare_office: bool) -> list[Gap]:
    """The required programs no delivery covers, in the order of the guideline (R-DEL-03).

    ① needs ア–エ, with オ in the place of エ where the town has no 福祉事務所 (neither stands in for the
    other); ③ needs all five; ②, ④ and ⑤ need one delivery each, a town's own program included.
    Pass only deliveries in force: one that has ended fills no gap.
    """
    rows = list(deliveries)
    needed = [row for row in PROGRAMS.values() if row.needed(has_welfare_office=has_welfare_office)]
    missing = [row for row in needed if not any(_covers(delivery, row) for delivery in rows)]
    return [_gap(row, rows) for row in sorted(missing, key=lambda row: (row.work, row.letter or ""))]


def _covers(delivery: Delivered, required: Program) -> bool:
    if required.work not in delivery.works:
        return False
    if required.letter is None:
        return True
    return delivery.program in (required.code, *required.satisfied_by)


def _gap(missing: Program, rows: list[Delivered]) -> Gap:
    work = missing.work
    message = f"{work.sign}{work.label}に「{missing.name}」がありません。提供体制に加えてください。"
    other = _OTHER_OFFICE.get(missing.code)
    if other is not None and any(delivery.program == other for delivery in rows):
        having = "設置していない" if missing.need is Need.WITHOUT_WELFARE_OFFICE else "設置している"
        message += f"福祉事務所を{having}市町村では「{other.label}」で代えられません。"
    return Gap(f"no_{missing.code}", work, missing.code, message, missing.citation)


_OTHER_OFFICE = {
    ProgramCode.SELF_RELIANCE: ProgramCode.NO_OFFICE_CONSULTATION,
    ProgramCode.NO_OFFICE_CONSULTATION: ProgramCode.SELF_RELIANCE,
}


def delivery_obstacles(
    delivery: DeliveryRow,
    *,
    backing_type: str | None = None,
    staffing: Mapping[str, bool] | None = None,
) -> list[Obstacle]:
    """What a delivery row still lacks to be complete (R-DEL-01) and true to its site type (R-DEL-04).

    `backing_type` is the site type of the row named in `backed_by`. `staffing` tells for each program the
    site holds whether its staffing standard is met; a 統合型 site is judged by it.
    """
    return [
        *_incomplete(delivery),
        *_program_faults(delivery),
        *_site_faults(delivery, backing_type, staffing),
    ]


_REQUIRED: tuple[tuple[str, str], ...] = (
    ("fields", "分野を選んでください。"),
    ("name", "事業名を書いてください。"),
    ("legal_basis", "根拠法を書いてください。"),
    ("modes", "運営形態（直営・委託など）を選んでください。"),
    ("target", "支援対象者を書いてください。"),
    ("areas", "対象圏域を選んでください。"),
    ("agencies", "実施機関を選んでください。"),
    ("divisions", "所管課を選んでください。"),
)


def _label(code: str) -> str:
    known = program(code)
    return ProgramCode.OWN.label if known is None else known.name


def _incomplete(delivery: DeliveryRow) -> list[Obstacle]:
    lacking = [(where, message) for where, message in _REQUIRED if _blank(getattr(delivery, where))]
    if delivery.sites is None and _blank(delivery.sites_text):
        lacking.append(
            ("sites", "拠点数を入れてください。数えられないときは「市内全域」のように言葉で書けます。")
        )
    if delivery.sites is not None and delivery.sites < 1:
        lacking.append(("sites", "拠点数は1以上にしてください。"))
    if _blank(delivery.duties) and _blank(delivery.duty_lead):
        lacking.append(("duties", "業務内容を書いてください。"))
    return [Obstacle(f"no_{where}", message, "R-DEL-01") for where, message in lacking]


def _blank(value: str | Collection[str] | None) -> bool:
    return not (value.strip() if isinstance(value, str) else value)


def _program_faults(delivery: DeliveryRow) -> list[Obstacle]:
    if delivery.program not in set(ProgramCode):
        return [Obstacle("unknown_program", "事業の種類を選び直してください。", "R-DEL-02")]
    if not delivery.works:
        message = "①から⑤のどの事業にあたるかを選んでください。"
        return [Obstacle("no_works", message, "R-DEL-01")]
    known = program(delivery.program)
    if known is not None and known.work not in delivery.works:
        message = (
            f"「{known.name}」は{known.work.sign}{known.work.label}の事業です。事業の番号を直してください。"
        )
        return [Obstacle("wrong_work", message, "R-DEL-02")]
    return []


def _site_faults(
    delivery: DeliveryRow, backing_type: str | None, staffing: Mapping[str, bool] | None
) -> list[Obstacle]:
    if delivery.site_type == SiteType.LOCAL:
        return _local_faults(delivery, backing_type)
    if delivery.site_type == SiteType.INTEGRATED:
        return _integrated_faults(staffing or {})
    if _blank(delivery.site_type) and Work.CONSULTATION in delivery.works:
        message = "拠点の類型（基本型・統合型・地域型）を選んでください。"
        return [Obstacle("no_site_type", message, "R-DEL-04")]
    return []


def _local_faults(delivery: DeliveryRow, backing_type: str | None) -> list[Obstacle]:
    if _blank(delivery.backed_by):
        message = "地域型の拠点です。支える基本型か統合型の拠点を選んでください。"
        return [Obstacle("no_backing", message, "R-DEL-04")]
    if backing_type not in (SiteType.BASIC, SiteType.INTEGRATED):
        message = "地域型の拠点を支えられるのは、基本型か統合型の拠点です。選び直してください。"
        return [Obstacle("wrong_backing", message, "R-DEL-04")]
    return []


def _integrated_faults(staffing: Mapping[str, bool]) -> list[Obstacle]:
    if len(staffing) < 2:
        message = "統合型の拠点は、二つ以上の事業を持つ拠点です。事業を加えるか、基本型にしてください。"
        return [Obstacle("single_program", message, "R-DEL-04")]
    return [
        Obstacle(
            f"understaffed_{code}",
            f"統合型の拠点です。「{_label(code)}」の人員配置基準を満たす職員を入れてください。",
            "R-DEL-04",
        )
        for code, met in staffing.items()
        if not met
    ]


class HeldPost(Protocol):
    """As much of a post as the duties in disclosure need; a `Post` is one."""

    @property
    def role(self) -> str: ...

    def is_on(self, day: date) -> bool: ...


def decides_for_town(role: str, *, is_municipality: bool) -> bool:
    """Who decides on exceptions, files and contracts, and answers for how the town reads: managers and deciders of the
    municipality (R-DIS-05, R-DIS-07, R-DIS-08). In the database: `kasane_oversees(true)`.
    """
    return is_municipality and role in ("manager", "decider")


def looks_after_disclosure(role: str, *, is_municipality: bool) -> bool:
    """Who looks after disclosure in the town: those who decide, and coordinators. In the database: `kasane_oversees()`."""
    return role == "coordinator" or decides_for_town(role, is_municipality=is_municipality)


def coordinates(posts: Iterable[HeldPost], *, day: date) -> bool:
    """Whether somebody with these posts in one agency is 相談支援包括化推進員 there that day (R-DEL-06, R-PEO-02)."""
    return any(post.role == "coordinator" and post.is_on(day) for post in posts)


def decides(posts: Iterable[HeldPost], *, is_municipality: bool, day: date) -> bool:
    """Whether somebody with these posts in one agency decides on exceptions (R-DIS-05): manager or decider of the town."""
    return any(
        decides_for_town(post.role, is_municipality=is_municipality) and post.is_on(day) for post in posts
    )


def manages(posts: Iterable[HeldPost], *, day: date) -> bool:
    """Whether somebody with these posts is a manager of that agency that day (R-DIS-09)."""
    return any(post.role == "manager" and post.is_on(day) for post in posts)
