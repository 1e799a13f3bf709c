"""What a paper sheet consists of, said without any layout (R-OPS-02).

A builder in `paper/` turns the data of a case into a `Sheet`; `render` prints it as PDF, and other writers
can read the same description. Every text is plain text and is printed as it stands. Dates come as text
already in the town's calendar, because the era rules live in `kasane.base`. An empty value means that the
paper leaves room to write by hand.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Option = tuple[str, str]
"""(key, label), the shape of Django's `TextChoices.choices`."""

Align = Literal["left", "center", "right"]
CheckStyle = Literal["box", "circle"]

PROXY_OPTIONS: tuple[Option, ...] = (("scribe", "代筆"), ("agent", "代理人"))


@dataclass(frozen=True, slots=True)
class Cell:
    """A label with its value. `blank` is printed while the value is empty (such as 「令和　年　月　日」)."""

    label: str
    value: str = ""
    width: float = 1.0
    lines: int = 1
    blank: str = ""


@dataclass(frozen=True, slots=True)
class Checks:
    """A list to tick: every option is printed, the chosen ones marked.

    `box` prints ☑ and ☐; `circle` prints ○, and ◎ on the most important one. `other` is the text written
    beside the option `other_key`. `columns` 0 lets the options flow in one paragraph. `wide` puts the label
    above the options instead of beside them; a label that `is_typed` is somebody's own words. Raises ValueError when a chosen key is no option, so that
    nothing chosen can vanish from the paper.
    """

    label: str
    options: tuple[Option, ...]
    chosen: frozenset[str] = frozenset()
    most_important: str | None = None
    other: str = ""
    other_key: str | None = None
    style: CheckStyle = "box"
    columns: int = 0
    wide: bool = False
    width: float = 1.0
    is_typed: bool = False

    def __post_init__(self) -> None:
        known = {key for key, _ in self.options}
        wanted = set(self.chosen)
        if self.most_important is not None:
            wanted.add(self.most_important)
        if self.other:
            wanted.add(self.other_key or "")
        if unknown := wanted - known:
            raise ValueError(f"「{self.label}」の選択肢にない値です: {'、'.join(sorted(unknown))}")


@dataclass(frozen=True, slots=True)
class Fields:
    """Rows of labelled cells; the cells of a row share its width by their `width`."""

    rows: tuple[tuple[Cell | Checks, ...], ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """Free text under its label, with at least `lines` lines of room on blank paper."""

    label: str
    text: str = ""
    lines: int = 4
    note: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `width` is relative."""

    header: str
    width: float = 1.0
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header returns on each page; blank rows are added up to `min_rows`.

    Raises ValueError when a row does not have one text for each column.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    min_rows: int = 0
    label: str = ""
    row_lines: int = 2

    def __post_init__(self) -> None:
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                raise ValueError(
                    f"表の{number}行目の列の数({len(row)})が見出し({len(self.columns)})と合いません"
                )


@dataclass(frozen=True, slots=True)
class Notice:
    """Text the person is to read before signing, such as the consent wording."""

    text: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """Date and name in the person's own hand, or who signed in their place and why (R-COOR-01)."""

    statement: str = ""
    date_label: str = "日付"
    signed_on: str = ""
    date_blank: str = "令和　　年　　月　　日"
    name_label: str = "本人署名"
    signer: str = ""
    proxy: str | None = None
    proxy_name: str = ""
    proxy_reason: str = ""
    proxy_options: tuple[Option, ...] = PROXY_OPTIONS


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a section; it also appears in the PDF's outline. One that `is_typed` is somebody's own words."""

    text: str
    note: str = ""
    is_typed: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG with presentation attributes only. `alt` is read aloud in its place; sizes in px."""

    label: str
    svg: str
    alt: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PicturePage:
    """Drawings and the same in sentences, made to fit what is left of one page.

    With `flows` (too many sentences for that) the drawings have the page and the sentences go on to the next. With
    `alone` the page begins with it.
    """

    pictures: tuple[Picture, ...]
    sentences: tuple[tuple[str, tuple[str, ...]], ...]
    flows: bool = False
    alone: bool = False


Block = Fields | Checks | Prose | Table | Notice | Signature | Heading | PicturePage


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of paper (別紙). `copy_note` marks a copy (「本人控え」), `footer` names whom to ask.

    `number` is what the town's plan calls it by (「別紙２－４」), empty where the plan numbers nothing; None: 別紙 and the
    code, as we count the sheets.
    """

    code: str
    title: str
    town: str
    blocks: tuple[Block, ...] = field(default_factory=tuple)
    printed_on: str = ""
    case_number: str = ""
    footer: str = ""
    copy_note: str = ""
    number: str | None = None

    @property
    def numbered(self) -> str:
        """The number in the head of each page."""
        if self.number is not None:
            return self.number
        return f"別紙{self.code}" if self.code else ""

    @property
    def bookmark(self) -> str:
        """The name of this sheet in the outline of a pack."""
        return f"{self.code} {self.title}".strip()


def signature_fields(block: Signature) -> Fields:
    """The same signature as rows of cells, the order in which every form shows it."""
    first = (
        Cell(block.date_label, block.signed_on, width=1.0, lines=2, blank=block.date_blank),
        Cell(block.name_label, block.signer, width=1.4, lines=2),
    )
    chosen = frozenset({block.proxy}) if block.proxy else frozenset[str]()
    second = (
        Checks("代筆・代理人", block.proxy_options, chosen, width=1.0),
        Cell("その氏名", block.proxy_name, width=1.4),
    )
    return Fields((first, second, (Cell("その理由", block.proxy_reason),)))
