"""The parts of a profile that are the town's own wording: consent, regulation, agendas, sheets, glossary."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from kasane.profiles.vocabulary import (
    ConsentChoice,
    Contact,
    DataKind,
    Finality,
    Labelled,
    ProgramCode,
    Purpose,
    SheetCode,
    Timing,
    WithConsent,
    WithoutConsent,
    Work,
)

C = TypeVar("C", bound=Labelled)


@dataclass(frozen=True, slots=True)
class ConsentOption:
    """One answer to the consent question, as the sheet prints it."""

    code: ConsentChoice
    label: str


@dataclass(frozen=True, slots=True)
class CodedText(Generic[C]):
    """The town's wording for one code of a closed list."""

    code: C
    text: str


@dataclass(frozen=True, slots=True)
class Consent:
    """Consent and disclosure as the town's regulation words them (R-DIS-04, 05, 06)."""

    choices: tuple[ConsentOption, ...]
    ask: str
    intake: str
    application: str
    purposes: tuple[CodedText[Purpose], ...]
    kinds: tuple[CodedText[DataKind], ...]
    with_consent: tuple[CodedText[WithConsent], ...]
    exceptions: tuple[CodedText[WithoutConsent], ...]


@dataclass(frozen=True, slots=True)
class WorkText:
    """One of the five works as the plan names it and for whom it is."""

    work: Work
    name: str
    short: str
    legal_basis: str
    target: str | None


@dataclass(frozen=True, slots=True)
class TimingText:
    """The agenda of one obligatory timing of 重層的支援会議 (R-CONF-04)."""

    code: Timing
    name: str
    agenda: tuple[str, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class FinalityText:
    """One of the three patterns by which a plan becomes final (R-COOR-06)."""

    code: Finality
    plan: str
    decision: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The town's number and name of a sheet; the number is empty where the plan gives none."""

    code: SheetCode
    number: str
    name: str


@dataclass(frozen=True, slots=True)
class Paper:
    """How the town words its paper: an item called otherwise, optional items left out, the line in the foot.

    `spelled`: the paper follows the town's spelling of 障害 and 子ども too; a town that prints its own sheets may not.
    """

    contact: str | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()
    spelled: bool = False


@dataclass(frozen=True, slots=True)
class PolicyList:
    """A numbered list inside the regulation."""

    title: str | None
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PolicySection:
    """A headed section of the regulation: paragraphs, then lists."""

    heading: str
    paragraphs: tuple[str, ...]
    lists: tuple[PolicyList, ...]


@dataclass(frozen=True, slots=True)
class Policy:
    """個人情報に関する管理・取扱規程, explained to the person at the application (R-COOR-01)."""

    title: str
    enacted_on: datetime.date
    preamble: str | None
    sections: tuple[PolicySection, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the glossary."""

    term: str
    kana: str
    text: str


@dataclass(frozen=True, slots=True)
class RecordTemplate:
    """A numbered template (ひな型) of the 支援経過記録; without programs it is for every desk."""

    number: int
    name: str
    programs: tuple[ProgramCode, ...]
    method: Contact | None
    minutes: int | None
    text: str
