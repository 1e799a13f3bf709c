"""The catalogue of programs against the national guideline (R-DEL-02)."""

from __future__ import annotations

import pytest

from kasane.agencies.programs import PROGRAMS, Need, program
from kasane.profiles.vocabulary import Field, ProgramCode, Work


def test_every_code_but_the_towns_own_is_in_the_catalogue() -> None:
    assert set(PROGRAMS) == set(ProgramCode) - {ProgramCode.OWN}


@pytest.mark.parametrize(
    ("code", "work", "field", "letter", "law"),
    [
        ("support_center", 1, "care", "ア", "介護保険法第115条の45第2項第1号から第3号まで"),
        ("disability_consultation", 1, "disability", "イ", "障害者総合支援法第77条第1項第3号"),
        ("core_consultation_center", 1, "disability", "イ", "障害者総合支援法第77条の2"),
        ("user_support", 1, "child", "ウ", "子ども・子育て支援法第59条第1号"),
        ("user_support_basic", 1, "child", "ウ", "子ども・子育て支援法第59条第1号"),
        ("user_support_specific", 1, "child", "ウ", "子ども・子育て支援法第59条第1号"),
        ("user_support_maternal", 1, "child", "ウ", "子ども・子育て支援法第59条第1号"),
        ("user_support_family", 1, "child", "ウ", "子ども・子育て支援法第59条第1号"),
        ("user_support_pregnancy", 1, "child", "ウ", "子ども・子育て支援法第59条第1号"),
        ("self_reliance", 1, "hardship", "エ", "生活困窮者自立支援法第3条第2項各号"),
        ("no_office_consultation", 1, "hardship", "オ", "生活困窮者自立支援法第11条第1項"),
        ("participation", 2, "cross", None, "社会福祉法第106条の4第2項第2号"),
        ("preventive_activity", 3, "care", "ア", "介護保険法第115条の45第1項第2号"),
        ("living_support", 3, "care", "イ", "介護保険法第115条の45第2項第5号"),
        ("activity_center", 3, "disability", "ウ", "障害者総合支援法第77条第1項第9号"),
        ("childcare_base", 3, "child", "エ", "子ども・子育て支援法第59条第9号"),
        ("hardship_community", 3, "hardship", "オ", "「生活困窮者自立相談支援事業等の実施について」"),
        ("outreach", 4, "cross", None, "社会福祉法第106条の4第2項第4号"),
        ("coordination", 5, "cross", None, "社会福祉法第106条の4第2項第5号・第6号"),
    ],
)
def test_each_program_has_its_work_field_letter_and_law(
    code: str, work: int, field: str, letter: str | None, law: str
) -> None:
    row = program(code)

    assert row is not None
    assert (row.work, row.field, row.letter, row.law) == (Work(work), Field(field), letter, law)


def test_a_town_with_a_welfare_office_needs_these_programs() -> None:
    needed = {row.code for row in PROGRAMS.values() if row.needed(has_welfare_office=True)}

    assert needed == {
        "support_center",
        "disability_consultation",
        "user_support",
        "self_reliance",
        "participation",
        "preventive_activity",
        "living_support",
        "activity_center",
        "childcare_base",
        "hardship_community",
        "outreach",
        "coordination",
    }


def test_without_a_welfare_office_only_the_letter_e_changes_to_o() -> None:
    with_office = {row.code for row in PROGRAMS.values() if row.needed(has_welfare_office=True)}
    without = {row.code for row in PROGRAMS.values() if row.needed(has_welfare_office=False)}

    assert with_office - without == {ProgramCode.SELF_RELIANCE}
    assert without - with_office == {ProgramCode.NO_OFFICE_CONSULTATION}


def test_a_program_that_satisfies_another_is_of_the_same_work_and_letter_and_never_required() -> None:
    for row in PROGRAMS.values():
        for code in row.satisfied_by:
            other = PROGRAMS[code]
            assert (other.work, other.letter, other.need) == (row.work, row.letter, Need.NEVER)


def test_the_citation_names_the_law_the_act_and_the_guideline() -> None:
    assert PROGRAMS[ProgramCode.SUPPORT_CENTER].citation == (
        "介護保険法第115条の45第2項第1号から第3号まで（社会福祉法第106条の4第2項第1号イ、実施要綱別添3の3(1)ア）"
    )
    assert PROGRAMS[ProgramCode.OUTREACH].citation == (
        "社会福祉法第106条の4第2項第4号（実施要綱3(3)・別添5の2）"
    )


@pytest.mark.parametrize("code", ["own", "", "kodomo"])
def test_own_and_unknown_programs_are_not_in_the_catalogue(code: str) -> None:
    assert program(code) is None
