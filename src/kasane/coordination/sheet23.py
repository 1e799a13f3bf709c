"""2-3 to read: in each section what every agency has written, side by side and as one (R-COOR-03, R-DIS-04)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from kasane.coordination.choices import SECTION_KINDS, PartSection, Source
from kasane.coordination.forms.assessment import PART_FORMS
from kasane.coordination.models import AssessmentPart
from kasane.coordination.queries import contributions_of


@dataclass(frozen=True)
class Contribution:
    """What one agency knows of a section, in words: by whom, from whom, of which day, of which kinds."""

    part: AssessmentPart
    lines: list[dict[str, str]]

    @property
    def sources(self) -> str:
        """From whom: 「本人、家族から(初回の訪問で)」."""
        named = "、".join(str(Source(one).label) for one in self.part.sources)
        note = f"({self.part.source_note})" if self.part.source_note else ""
        return f"{named}から{note}" if named else note


@dataclass(frozen=True)
class SheetSection:
    """One section of the sheet as the viewer may see it."""

    key: str
    title: str
    contributions: list[Contribution]

    @property
    def first(self) -> Contribution | None:
        return self.contributions[0] if self.contributions else None

    @property
    def is_shared(self) -> bool:
        """Several agencies have written here."""
        return len(self.contributions) > 1

    @cached_property
    def rows(self) -> list[tuple[str, list[str]]]:
        """Per item, in the order of the sheet, what each agency says; '' where it says nothing."""
        order = {name: place for place, name in enumerate(_labels_of(self.key))}
        found = dict.fromkeys(line["label"] for one in self.contributions for line in one.lines)
        labels = sorted(found, key=lambda label: order.get(label, len(order)))
        spoken = [{line["label"]: line["value"] for line in one.lines} for one in self.contributions]
        return [(label, [said.get(label, "") for said in spoken]) for label in labels]

    @property
    def cells(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """The rows with the name of the agency at each answer, as the table draws them."""
        names = [one.part.agency.name for one in self.contributions]
        return [(label, list(zip(names, said, strict=True))) for label, said in self.rows]

    @cached_property
    def merged(self) -> list[dict[str, str]]:
        """One line per item: what all say alike once, what they say differently each with its agency."""
        names = [one.part.agency.name for one in self.contributions]
        return [{"label": label, "value": _as_one(said, names)} for label, said in self.rows]


def _labels_of(section: str) -> list[str]:
    """The items of a section as the sheet prints them, in its order."""
    form = PART_FORMS[section]
    return [str(form.base_fields[name].label) for name in form.ITEMS]


def _as_one(said: Sequence[str], names: Sequence[str]) -> str:
    by_words: dict[str, list[str]] = {}
    for words, name in zip(said, names, strict=True):
        if words:
            by_words.setdefault(words, []).append(name)
    if len(by_words) == 1:
        return next(iter(by_words))
    return "\n".join(f"{words}({'、'.join(who)})" for words, who in by_words.items())


def sheet_sections(case_id: UUID, *, visible: int) -> list[SheetSection]:
    """The whole sheet as a viewer of these kinds of data may see it, for the screen and for the paper. One query."""
    parts = contributions_of(case_id)
    return [
        SheetSection(
            section.value,
            str(section.label),
            [Contribution(part, PART_FORMS[section].lines(part.answers)) for part in parts.get(section, ())],
        )
        for section in PartSection
        if not SECTION_KINDS[section] & ~visible
    ]


def others_of(
    section: PartSection, parts: Sequence[AssessmentPart], *, besides: AssessmentPart | None
) -> list[Contribution]:
    """What the others have written in a section, to read beside one's own form."""
    return [
        Contribution(part, PART_FORMS[section].lines(part.answers))
        for part in parts
        if besides is None or part.pk != besides.pk
    ]
