"""The family in sentences (R-PEO-04)."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, given, settings

from kasane.people.drawing import Bond, BondKind, Family, text
from kasane.people.drawing.family import called
from kasane.people.kinship import Tie, TieKind
from kasane.people.tests.drawing.families import family, member, trees


def told(shown: Family) -> str:
    return "\n".join(text(shown))


def test_people_are_told_by_generation_with_age_and_home() -> None:
    said = text(family(member("祖母", 1940, name="田中 ハル"), member("父", 1955, together=False)))
    assert said[0] == "祖父母の世代: 祖母 田中 ハル(84歳・女・同居・昭和15年5月5日生まれ)。"
    assert said[1].startswith("親の世代: 父 試験 父(69歳・男・別居")


def test_a_divorce_is_told_with_its_day() -> None:
    ties = (
        Tie(TieKind.MARRIAGE, "父", "母", date(1985, 4, 1)),
        Tie(TieKind.DIVORCED, "父", "母", date(2008, 3, 1)),
    )
    said = told(family(member("父", name="一郎"), member("母", name="花子"), ties=ties))
    assert "父 一郎と母 花子は昭和60年4月1日に結婚し、平成20年3月1日に離婚。" in said


def test_adoption_twins_guesses_and_stand_ins_are_told() -> None:
    day = date(2010, 5, 5)
    said = told(family(member("長女", day), member("二女", day), "養子", "孫", "兄"))
    assert "長女 試験 長女と二女 試験 二女は双子。" in said
    assert "養子 試験 養子(養子)" in said and "孫 試験 孫" in said and "父(不明)" in said
    assert "推定" in told(family("長女", "孫"))


def test_the_dead_the_unborn_and_the_unread_are_told() -> None:
    said = told(
        family(member("父", 1950, death=date(2020, 5, 4)), "妻", member("子", outcome="pregnancy"), "ぽち")
    )
    assert "69歳で死亡" in said and "令和2年5月4日死亡" in said and "妊娠中" in said
    assert "ぽち 試験 ぽちは、本人とのつながりが続柄から分からない" in said


def test_the_household_is_told() -> None:
    assert "ひとりで暮らしています" in told(family(member("父", together=False)))
    assert "同居しているのは、本人 試験 本人、妻 試験 妻の2人。" in told(family("妻"))


def test_bonds_are_told_with_their_direction() -> None:
    bonds = (Bond(BondKind.CARE, "本人", "母", "入浴"), Bond(BondKind.CONFLICT, "本人", "兄"))
    said = told(family("母", "兄", bonds=bonds))
    assert "本人 試験 本人から母 試験 母へ、世話・介護をしている(入浴)。" in said
    assert "本人 試験 本人と兄 試験 兄は対立。" in said


def test_a_step_father_is_told_though_he_has_no_line() -> None:
    assert "本人 試験 本人は継父 試験 継父の継子。" in told(family("母", "継父"))


@given(trees())
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
def test_everything_in_the_drawing_is_in_the_text(shown: Family) -> None:
    """R-PEO-04: each person, couple, child and who lives together."""
    said = text(shown)
    for key in shown.graph.people:
        assert any(called(shown, key) in s for s in said if "世代" in s)
    for union in shown.graph.unions:
        assert any(called(shown, union.a) in s and called(shown, union.b) in s and "は" in s for s in said)
    for descent in shown.graph.descents:
        names = [called(shown, p) for p in descent.parents]
        assert any(
            "の子は、" in s and called(shown, descent.child) in s and all(n in s for n in names) for s in said
        )
    for key in shown.household:
        assert any(called(shown, key) in s for s in said if "同居している" in s or "ひとりで" in s)
