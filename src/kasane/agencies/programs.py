"""The programs the system knows, each with its law and its place in the national guideline (R-DEL-02).

Source: 重層的支援体制整備事業実施要綱 (8 August 2023), section 3, 別添3の3(1), 別添4の3(1), 別添5.
利用者支援事業 got two more types after that text, and 基幹相談支援センター is one way of giving
障害者相談支援; each of them counts for the program it belongs to (`satisfied_by`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from kasane.profiles.vocabulary import Field, ProgramCode, Work


class Need(StrEnum):
    """When a town has to have a program (R-DEL-03)."""

    ALWAYS = "always"
    WITH_WELFARE_OFFICE = "with_welfare_office"
    WITHOUT_WELFARE_OFFICE = "without_welfare_office"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Program:
    """A program: its work and field, its law, its letter in the guideline, and when it is required."""

    code: ProgramCode
    work: Work
    field: Field
    law: str
    statute: str
    letter: str | None
    guideline: str | None
    need: Need
    satisfied_by: tuple[ProgramCode, ...] = ()

    @property
    def name(self) -> str:
        """The name the guideline gives it."""
        return self.code.label

    @property
    def citation(self) -> str:
        """Its law, with the places in 社会福祉法 and in the guideline that make it part of the work."""
        places = [self.statute] if self.statute != self.law else []
        places += [f"実施要綱{self.guideline}"] if self.guideline else []
        return f"{self.law}（{'、'.join(places)}）" if places else self.law

    def needed(self, *, has_welfare_office: bool) -> bool:
        """Whether a town with or without a 福祉事務所 has to have it."""
        other = Need.WITH_WELFARE_OFFICE if has_welfare_office else Need.WITHOUT_WELFARE_OFFICE
        return self.need in (Need.ALWAYS, other)


_ACT = "社会福祉法第106条の4第2項"
_CHILD_ACT = "子ども・子育て支援法第59条第1号"


def _consultation(
    code: ProgramCode,
    field: Field,
    law: str,
    letter: str,
    item: str,
    need: Need,
    satisfied_by: tuple[ProgramCode, ...] = (),
) -> Program:
    guideline, statute = f"別添3の3(1){letter}", f"{_ACT}第1号{item}"
    return Program(code, Work.CONSULTATION, field, law, statute, letter, guideline, need, satisfied_by)


def _user_support_type(code: ProgramCode, guideline: str | None) -> Program:
    statute = f"{_ACT}第1号ハ"
    return Program(code, Work.CONSULTATION, Field.CHILD, _CHILD_ACT, statute, "ウ", guideline, Need.NEVER)


def _community(code: ProgramCode, field: Field, law: str, letter: str, item: str) -> Program:
    guideline, statute = f"別添4の3(1){letter}", f"{_ACT}第3号{item}"
    return Program(code, Work.COMMUNITY, field, law, statute, letter, guideline, Need.ALWAYS)


def _new_work(code: ProgramCode, work: Work, item: str, guideline: str) -> Program:
    law = f"{_ACT}{item}"
    return Program(code, work, Field.CROSS, law, law, None, guideline, Need.ALWAYS)


USER_SUPPORT_TYPES: tuple[ProgramCode, ...] = (
    ProgramCode.USER_SUPPORT_BASIC,
    ProgramCode.USER_SUPPORT_SPECIFIC,
    ProgramCode.USER_SUPPORT_MATERNAL,
    ProgramCode.USER_SUPPORT_FAMILY,
    ProgramCode.USER_SUPPORT_PREGNANCY,
)

_CATALOGUE: tuple[Program, ...] = (
    _consultation(
        ProgramCode.SUPPORT_CENTER,
        Field.CARE,
        "介護保険法第115条の45第2項第1号から第3号まで",
        "ア",
        "イ",
        Need.ALWAYS,
    ),
    _consultation(
        ProgramCode.DISABILITY_CONSULTATION,
        Field.DISABILITY,
        "障害者総合支援法第77条第1項第3号",
        "イ",
        "ロ",
        Need.ALWAYS,
        (ProgramCode.CORE_CONSULTATION_CENTER,),
    ),
    Program(
        ProgramCode.CORE_CONSULTATION_CENTER,
        Work.CONSULTATION,
        Field.DISABILITY,
        "障害者総合支援法第77条の2",
        f"{_ACT}第1号ロ",
        "イ",
        "別記1の2の2",
        Need.NEVER,
    ),
    _consultation(
        ProgramCode.USER_SUPPORT, Field.CHILD, _CHILD_ACT, "ウ", "ハ", Need.ALWAYS, USER_SUPPORT_TYPES
    ),
    _user_support_type(ProgramCode.USER_SUPPORT_BASIC, "別記1の3の4(1)"),
    _user_support_type(ProgramCode.USER_SUPPORT_SPECIFIC, "別記1の3の4(2)"),
    _user_support_type(ProgramCode.USER_SUPPORT_MATERNAL, "別記1の3の4(3)"),
    _user_support_type(ProgramCode.USER_SUPPORT_FAMILY, None),
    _user_support_type(ProgramCode.USER_SUPPORT_PREGNANCY, None),
    _consultation(
        ProgramCode.SELF_RELIANCE,
        Field.HARDSHIP,
        "生活困窮者自立支援法第3条第2項各号",
        "エ",
        "ニ",
        Need.WITH_WELFARE_OFFICE,
    ),
    # The Act names only エ; オ takes its place by the guideline (3(1)オ, 別添3の3(1)エ in brackets).
    Program(
        ProgramCode.NO_OFFICE_CONSULTATION,
        Work.CONSULTATION,
        Field.HARDSHIP,
        "生活困窮者自立支援法第11条第1項",
        f"{_ACT}第1号",
        "オ",
        "3(1)オ・別添3の3(1)エ",
        Need.WITHOUT_WELFARE_OFFICE,
    ),
    _new_work(ProgramCode.PARTICIPATION, Work.PARTICIPATION, "第2号", "3(3)・別添5の3"),
    _community(ProgramCode.PREVENTIVE_ACTIVITY, Field.CARE, "介護保険法第115条の45第1項第2号", "ア", "イ"),
    _community(ProgramCode.LIVING_SUPPORT, Field.CARE, "介護保険法第115条の45第2項第5号", "イ", "ロ"),
    _community(ProgramCode.ACTIVITY_CENTER, Field.DISABILITY, "障害者総合支援法第77条第1項第9号", "ウ", "ハ"),
    _community(ProgramCode.CHILDCARE_BASE, Field.CHILD, "子ども・子育て支援法第59条第9号", "エ", "ニ"),
    # Not a letter of the Act: the guideline adds it to the four.
    _community(
        ProgramCode.HARDSHIP_COMMUNITY,
        Field.HARDSHIP,
        "「生活困窮者自立相談支援事業等の実施について」",
        "オ",
        "",
    ),
    _new_work(ProgramCode.OUTREACH, Work.OUTREACH, "第4号", "3(3)・別添5の2"),
    _new_work(ProgramCode.COORDINATION, Work.COORDINATION, "第5号・第6号", "3(3)・別添5の1"),
)

PROGRAMS: Mapping[ProgramCode, Program] = MappingProxyType({row.code: row for row in _CATALOGUE})


def program(code: str) -> Program | None:
    """The known program of this code; None for a town's own program and for anything unknown."""
    return PROGRAMS.get(ProgramCode(code)) if code in set(ProgramCode) else None
