"""How a town words its paper: names of items, items left out, items of its own (town profile)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from kasane.profiles import Profile
from kasane.sheets.document import Block, Cell, Checks, Fields, Option, Prose, Sheet
from kasane.sheets.paper.wording import worded

DATE_BLANK = "令和　　年　　月　　日"
BIRTH_BLANK = "大・昭・平・令　　年　　月　　日(　　歳)"
PERIOD_BLANK = "令和　　年　　月　　日 ～ 令和　　年　　月　　日"


@dataclass(frozen=True, slots=True)
class Town:
    """The town's words for its sheets.

    `labels` renames an item by its key (such as `intake.kana`) or by its usual words (`minutes.欠席`), `hidden`
    leaves out optional items; an item that is always asked (● in the list of sheets) stays even when it is named
    there. `contact` stands in the foot of every sheet. `names` and `numbers` are those of the town's plan, by the kind of sheet.
    """

    name: str
    labels: Mapping[str, str] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()
    contact: str = ""
    spell: Callable[[str], str] = str
    names: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)

    def sheet(
        self,
        kind: str,
        title: str,
        blocks: Iterable[Block],
        *,
        code: str = "",
        printed_on: str = "",
        case_number: str | None = None,
        footer: str | None = None,
        copy_note: str = "",
    ) -> Sheet:
        """A sheet in the town's name, number and spelling. `kind` begins the keys of its items, such as `plan`.

        It is headed by the label `<kind>.title`, else by the name in the town's plan, else by `title`.
        """
        headed = self.labels.get(f"{kind}.title") or self.names.get(kind) or title

        def word(usual: str) -> str:
            return self.labels.get(f"{kind}.{usual}") or self.spell(usual)

        kept = (block for block in blocks if not isinstance(block, Fields) or block.rows)
        return Sheet(
            code=code,
            title=self.spell(headed),
            town=self.name,
            blocks=tuple(worded(block, word) for block in kept),
            printed_on=printed_on,
            case_number=case_number or "",
            footer=self.contact if footer is None else footer,
            copy_note=copy_note,
            number=self.numbers.get(kind) if code else "",
        )

    def label(self, key: str, label: str) -> str:
        """The town's name of an item, or the usual one."""
        return self.labels.get(key) or label

    def shows(self, key: str, *, always: bool = False) -> bool:
        """Whether the item stands on the sheet."""
        return always or key not in self.hidden

    def cells(
        self,
        key: str,
        label: str,
        value: str | None,
        *,
        always: bool = False,
        width: float = 1.0,
        lines: int = 1,
        blank: str = "",
    ) -> tuple[Cell, ...]:
        """The cell of an item as a tuple, empty when the town leaves it out."""
        if not self.shows(key, always=always):
            return ()
        return (Cell(self.label(key, label), value or "", width=width, lines=lines, blank=blank),)

    def checks(
        self,
        key: str,
        label: str,
        options: tuple[Option, ...],
        chosen: str | None,
        *,
        always: bool = False,
        width: float = 1.0,
        other: str | None = "",
        other_key: str | None = None,
    ) -> tuple[Checks, ...]:
        """A choice of one as a tuple, empty when the town leaves it out."""
        if not self.shows(key, always=always):
            return ()
        ticked = frozenset({chosen}) if chosen else frozenset[str]()
        return (
            Checks(
                self.label(key, label),
                options,
                ticked,
                other=other or "",
                other_key=other_key,
                width=width,
            ),
        )

    def prose(
        self, key: str, label: str, text: str | None, *, always: bool = False, lines: int = 4, note: str = ""
    ) -> tuple[Prose, ...]:
        """Free text as a tuple, empty when the town leaves it out."""
        if not self.shows(key, always=always):
            return ()
        return (Prose(self.label(key, label), text or "", lines=lines, note=note),)


def of(profile: Profile) -> Town:
    """The town's words as its profile gives them: what every sheet is filled with (R-DEL-05)."""
    return Town(
        name=profile.town.name,
        labels=profile.paper.labels,
        hidden=frozenset(profile.paper.hidden),
        contact=profile.paper.contact or "",
        spell=profile.words.spell if profile.paper.spelled else str,
        names=_names(profile),
        numbers={str(sheet.code): sheet.number for sheet in profile.sheets},
    )


def _names(profile: Profile) -> dict[str, str]:
    """The town's names of the sheets; a つなぐシート under the name of the 受付シート has no name of its own."""
    names = {str(sheet.code): sheet.name for sheet in profile.sheets}
    if names.get("referral") == names.get("intake"):
        names.pop("referral", None)
    return names


def fields(*rows: tuple[Cell | Checks, ...]) -> Fields:
    """Rows of cells without the rows of which the town left out every item."""
    return Fields(tuple(row for row in rows if row))


def own_items(extra: tuple[tuple[str, str], ...]) -> tuple[Fields, ...]:
    """The items a town adds to a sheet, one in a row."""
    return (Fields(tuple((Cell(label, value),) for label, value in extra)),) if extra else ()
