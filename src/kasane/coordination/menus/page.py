"""What the page of a 2-5① or 2-5② shows."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.cases.models import Case
from kasane.coordination.menus import rules
from kasane.coordination.menus.choices import ADDRESSES, CODES, MenuState, Table
from kasane.coordination.menus.queries import beside, ground_of, menus_of
from kasane.coordination.menus.sheets import words_of
from kasane.coordination.models import MenuPlan
from kasane.coordination.plansteps import Step
from kasane.coordination.queries import consent_of, standing_of

TONES: dict[str, str] = {
    MenuState.DRAFT: "now",
    MenuState.SUBMITTED: "wait",
    MenuState.RUNNING: "done",
    MenuState.ENDING: "wait",
    MenuState.SUPERSEDED: "off",
    MenuState.CLOSED: "off",
    MenuState.INTERRUPTED: "off",
}


@dataclass(frozen=True)
class MenuPage:
    menu: MenuPlan
    case: Case
    consented: bool
    steps: list[Step]
    versions: list[MenuPlan]

    @property
    def code(self) -> str:
        return CODES[self.menu.sheet]

    @property
    def address_code(self) -> str:
        """Its number in the address of its paper."""
        return ADDRESSES[self.code]

    @property
    def tone(self) -> str:
        return TONES[self.menu.state]

    @property
    def lines(self) -> list[tuple[str, str]]:
        """The items of the sheet in the order of the paper."""
        return words_of(self.menu.sheet, self.menu.answers)

    @property
    def step(self) -> Step | None:
        return self.steps[0] if self.steps else None


def page_of(menu: MenuPlan, case: Case, *, by: Actor) -> MenuPage:
    """Everything on the page, for one viewer."""
    consented = consent_of(case.id, on=today()) is not None
    versions = [
        one for one in menus_of(case.id) if one.sheet == menu.sheet and one.agency_id == menu.agency_id
    ]
    return MenuPage(menu, case, consented, _steps(menu, case, by, consented=consented), versions)


def _steps(menu: MenuPlan, case: Case, by: Actor, *, consented: bool) -> list[Step]:
    if menu.state == MenuState.DRAFT:
        return _draft(menu, case, by, consented=consented)
    if menu.state in (MenuState.SUBMITTED, MenuState.ENDING):
        table = rules.table_for(consented=consented)
        put = "議題に入れます。判断は、会議の議題の画面で記録します。"
        return [
            Step(f"{table.label}の判断を待っています", put, "会議にかける", _put_url(table, menu)),
            Step("会議から取り下げる", "", "取り下げる", _url("menu_take_back", menu.id), post=True),
        ]
    if menu.state in (MenuState.RUNNING, MenuState.INTERRUPTED):
        return _running(menu, case, by)
    return []


def _draft(menu: MenuPlan, case: Case, by: Actor, *, consented: bool) -> list[Step]:
    ground, _ = ground_of(case.id, menu.sheet, by=by)
    obstacles = rules.submit_obstacles(
        standing_of(case, by=by),
        menu.sheet,
        ground,
        menu_id=menu.id,
        state=menu.state,
        answers=menu.answers,
        evaluate_on=menu.evaluate_on,
        consented=consented,
    )
    sentence = (
        "重層的支援会議で、プランが適切かを確かめます。"
        if consented
        else "本人の同意の前なので、支援会議で確かめます(法106条の6)。"
    )
    return [
        Step(
            "会議に出す", sentence, "会議に出す", _url("menu_submit", menu.id), post=True, obstacles=obstacles
        ),
        Step("書き続ける", "", "プランを直す", _url("menu_edit", menu.id)),
    ]


def _running(menu: MenuPlan, case: Case, by: Actor) -> list[Step]:
    ground, _ = ground_of(case.id, menu.sheet, by=by)
    _, making = beside(case.id, menu.sheet, menu.agency_id)
    renew = Step(
        "再プランをつくる",
        "いまの版を写して新しい版をつくります。",
        "再プランをつくる",
        _url("menu_renew", menu.id),
        post=True,
        obstacles=rules.renew_obstacles(
            standing_of(case, by=by), menu.sheet, ground, state=menu.state, making=making
        ),
    )
    if menu.state == MenuState.INTERRUPTED:
        return [renew]
    sentence = "終結も中断も、会議で確かめてから終わります。"
    return [renew, Step("終える", sentence, "終えることを会議にかける", _url("menu_end", menu.id))]


def _put_url(table: Table, menu: MenuPlan) -> str:
    """Where it is put on the agenda of a meeting, as the subject of the item (R-CONF-04)."""
    name = "add_item" if table == Table.MULTI_TIER else "add_item_support"
    return f"{reverse(f'conferences:{name}', args=[menu.case_id])}?subject={menu.id}"


def _url(name: str, menu_id: UUID) -> str:
    return reverse(f"coordination:{name}", args=[menu_id])
