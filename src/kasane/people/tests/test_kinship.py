"""The words of kinship and the graph they make (R-PEO-04)."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kasane.people.kinship import (
    DescentKind,
    KinGraph,
    Member,
    Tie,
    TieKind,
    UnionKind,
    children_of,
    generation,
    kin_graph,
    parents_of,
    read,
    siblings_of,
    spouses_of,
    step_parents_of,
)

WAYS = """
夫=Sm 妻=Sf 主人=Sm 家内=Sf 内縁の妻=Sf~cohabiting 内縁の夫=Sm~cohabiting 妻(未届)=Sf~cohabiting 夫(内縁)=Sm~cohabiting 元夫=Sm~divorced
元妻=Sf~divorced 前妻=Sf~divorced 離婚した夫=Sm~divorced 別居中の妻=Sf~separated 婚約者=S~dating パートナー=S~cohabiting
父=Pm 母=Pf 父親=Pm お母さん=Pf 養父=Pm~adopted 養母=Pf~adopted 継父=Pm~step 継母=Pf~step 里親=P~foster 父(養父)=Pm~adopted
長男=Cm1 長女=Cf1 次男=Cm2 二男=Cm2 次女=Cf2 三女=Cf3 四男=Cm4 末っ子=C99 末子=C99 末男=Cm99 子=C 息子=Cm 娘=Cf 養子=C~adopted 養女=Cf~adopted
里子=C~foster 子(養子)=C~adopted 第一子=C1 2男=Cm2 実子=C 継子=C~step
孫=CC 内孫=CmC 外孫=CfC 後妻=Sf 孫娘=CCf ひ孫=CCC 曾孫=CCC 子の子=CC 長男の子=Cm1C 長女の長男=Cf1Cm1 長男の長女の子=Cm1Cf1C
祖父=PPm 祖母=PPf 祖母(父方)=PmPf 祖父(母方)=PfPm 父方の祖母=PmPf 母方の祖父=PfPm 父の母=PmPf 曾祖母=PPPf
兄=Bm 弟=Bm 姉=Bf 妹=Bf 兄弟=B 異父兄=Bm 異母妹=Bf 双子の弟=Bm 実姉=Bf
兄の妻=BmSf 姉の夫=BfSm 長男の妻=Cm1Sf 長女の夫=Cf1Sm 子の妻=CSf 子の夫=CSm 次男の妻=Cm2Sf 娘婿=CfSm 長男の嫁=Cm1Sf
妻の母=SfPf 夫の父=SmPm 妻の子=SfC 夫の子=SmC 妻の子(連れ子)=SfC 妻の妹=SfBf 夫の兄の子=SmBmC 舅=SPm 姑=SPf
おじ=PBm おば=PBf 伯父=PBm 叔母=PBf 父の弟=PmBm 母方のおば=PfBf 甥=BCm 姪=BCf 弟の子=BmC いとこ=PBC 従兄=PBCm 叔母の夫=PBfSm
嫁=CmSf|Sf 婿=CfSm|Sm 義父=SPm|Pm~step 義母=SPf|Pf~step 義兄=SBm|BfSm 義理の母=SPf|Pf~step 連れ子=SC|C~step 孫の妻=CCSf
""".split()


def way(word: str) -> str:
    """The paths of a word as short text: P parent, C child, S spouse, B sibling."""
    letters = {"parent": "P", "child": "C", "spouse": "S", "sibling": "B"}
    return (
        "|".join(
            "".join(
                letters[s.move]
                + s.sex[:1]
                + (str(s.order) if s.order else "")
                + (f"~{s.kind}" if s.kind else "")
                for s in path
            )
            for path in read(word).paths
        )
        or "?"
    )


@pytest.mark.parametrize("case", WAYS)
def test_a_word_is_read_as_steps_of_kinship(case: str) -> None:
    """R-PEO-04: the words of the office and of the 住民票."""
    word, expected = case.split("=")
    assert way(word) == expected


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("長 男", "長男"),
        (" 妻 ", "妻"),
        ("祖母(母方)", "母方の祖母"),
        ("2男", "二男"),
        ("長男 の 妻", "長男の妻"),
    ],
)
def test_width_and_spaces_do_not_matter(typed: str, plain: str) -> None:
    assert way(typed) == way(plain)


def test_a_late_husband_is_a_dead_husband() -> None:
    assert read("亡夫").dead and way("亡夫") == "Sm"
    assert read("母(死亡)").dead and not read("母").dead


@given(st.text(max_size=30))
def test_reading_never_fails(word: str) -> None:
    read(word)


def family(*relations: str, ties: tuple[Tie, ...] = (), **births: int) -> KinGraph:
    """Members called by their word (a second of the same word gets a number); births as years by id."""
    seen: Counter[str] = Counter()
    members = [Member("本人", "本人", subject=True, birth=day_of(births.get("本人")))]
    for word in relations:
        seen[word] += 1
        key = word if seen[word] == 1 else f"{word}{seen[word]}"
        members.append(Member(key, word, birth=day_of(births.get(key))))
    return kin_graph(members, ties)


def day_of(year: int | None) -> date | None:
    return date(year, 6, 1) if year else None


def guessed(graph: KinGraph, child: str) -> bool:
    return any(d.assumed for d in graph.descents_of[child])


def test_husband_wife_and_children() -> None:
    graph = family("妻", "長男", "長女")
    assert spouses_of(graph, "本人") == ["妻"]
    assert set(parents_of(graph, "長男")) == {"本人", "妻"}
    assert set(children_of(graph, "妻")) == {"長男", "長女"}
    assert graph.people["長女"].sex == "female" and not guessed(graph, "長男")


def test_a_brother_needs_parents_who_are_not_known() -> None:
    graph = family("兄")
    shared = parents_of(graph, "兄")
    assert len(shared) == 2 and shared == parents_of(graph, "本人")
    assert all(graph.people[p].placeholder for p in shared)
    assert siblings_of(graph, "本人") == ["兄"]


def test_a_sister_shares_the_mother_who_is_known() -> None:
    graph = family("妹", "母")
    assert parents_of(graph, "妹") == ["母"]


def test_half_siblings_share_one_parent() -> None:
    graph = family("父", "母", "異父兄")
    assert parents_of(graph, "異父兄") == ["母"]


def test_the_wife_of_the_eldest_stands_next_to_him() -> None:
    graph = family("長男", "二男", "長男の妻", "孫")
    assert spouses_of(graph, "長男の妻") == ["長男"]
    assert set(parents_of(graph, "孫")) == {"長男", "長男の妻"} and guessed(graph, "孫")


def test_a_grandchild_of_the_only_child_is_a_guess() -> None:
    graph = family("長女", "孫")
    assert parents_of(graph, "孫") == ["長女"] and guessed(graph, "孫")


def test_a_grandchild_with_two_possible_parents_gets_a_stand_in() -> None:
    graph = family("長男", "長女", "孫", "孫")
    (parent,) = parents_of(graph, "孫")
    assert graph.people[parent].placeholder and parents_of(graph, "孫2") == [parent]
    assert parents_of(graph, "孫", stand_ins=False) == []


def test_a_child_too_young_is_no_parent_of_the_grandchild() -> None:
    graph = family("長女", "孫", 本人=1950, 長女=2000, 孫=2005)
    assert parents_of(graph, "孫", stand_ins=False) == []


def test_a_grandchild_named_by_its_parent_is_no_guess() -> None:
    graph = family("長男", "長女", "長女の子")
    assert parents_of(graph, "長女の子") == ["長女"] and not guessed(graph, "長女の子")


def test_a_named_child_who_is_not_listed_is_a_stand_in_with_that_name() -> None:
    graph = family("長女", "長男の妻")
    (husband,) = spouses_of(graph, "長男の妻")
    assert graph.people[husband].placeholder and graph.people[husband].word == "長男"


def test_two_wives_of_brothers_marry_one_each() -> None:
    graph = family("兄", "兄", "兄の妻", "兄の妻", 兄=1970, 兄2=1976, 兄の妻=1977, 兄の妻2=1971)
    assert spouses_of(graph, "兄の妻") == ["兄2"] and spouses_of(graph, "兄の妻2") == ["兄"]
    assert all(u.assumed for u in graph.unions_of["兄の妻"])


def test_a_brother_who_is_not_listed_is_a_stand_in_called_so() -> None:
    graph = family("兄の妻", "弟の妻")
    husbands = [graph.people[spouses_of(graph, w)[0]].word for w in ("兄の妻", "弟の妻")]
    assert husbands == ["兄", "弟"]


def test_grandparents_together_stand_on_one_side() -> None:
    graph = family("父", "母", "祖父", "祖母")
    assert set(parents_of(graph, "父")) == {"祖父", "祖母"} and guessed(graph, "父")
    assert parents_of(graph, "母") == []


def test_grandparents_of_the_mother_are_put_there() -> None:
    graph = family("父", "母", "祖母(父方)", "祖母(母方)")
    assert parents_of(graph, "父") == ["祖母(父方)"] and parents_of(graph, "母") == ["祖母(母方)"]
    assert not guessed(graph, "母")


def test_two_grandmothers_without_a_side_get_one_each() -> None:
    graph = family("父", "母", "祖母", "祖母")
    assert {tuple(parents_of(graph, p)) for p in ("父", "母")} == {("祖母",), ("祖母2",)}


def test_the_childs_grandmother_of_a_single_mother_is_hers() -> None:
    graph = family("母", "祖母")
    assert parents_of(graph, "母") == ["祖母"]


@pytest.mark.parametrize(
    ("relations", "births", "spouse"),
    [
        (("長男", "嫁"), {"本人": 1940, "長男": 1965, "嫁": 1968}, "長男"),
        (("長男", "長男の妻", "嫁"), {"本人": 1960, "嫁": 1962}, "本人"),
        (("嫁",), {"本人": 1960, "嫁": 1962}, "本人"),
    ],
)
def test_嫁_is_the_sons_wife_or_ones_own(
    relations: tuple[str, ...], births: dict[str, int], spouse: str
) -> None:
    assert spouses_of(family(*relations, **births), "嫁") == [spouse]


def test_義母_is_the_spouses_mother_or_the_fathers_wife() -> None:
    married = family("夫", "義母")
    assert parents_of(married, "夫") == ["義母"]
    child = family("父", "義母", 本人=2010, 父=1980, 義母=1985)
    assert spouses_of(child, "父") == ["義母"]
    assert parents_of(child, "本人") == ["父"] and step_parents_of(child, "本人") == ["義母"]


def test_the_wifes_child_is_not_the_husbands() -> None:
    graph = family("妻", "妻の子", "長男")
    assert parents_of(graph, "妻の子") == ["妻"] and step_parents_of(graph, "妻の子") == ["本人"]
    assert set(parents_of(graph, "長男")) == {"本人", "妻"}


def test_the_child_of_a_former_marriage_by_its_dates() -> None:
    ties = (
        Tie(TieKind.MARRIAGE, "本人", "元夫", date(1990, 4, 1), date(2000, 4, 1)),
        Tie(TieKind.MARRIAGE, "本人", "夫", date(2005, 4, 1)),
    )
    graph = family("元夫", "夫", "長男", "二男", ties=ties, 長男=1993, 二男=2008)
    assert set(parents_of(graph, "長男")) == {"本人", "元夫"}
    assert set(parents_of(graph, "二男")) == {"本人", "夫"}


def test_a_child_between_two_spouses_without_dates_is_a_guess() -> None:
    graph = family("元夫", "夫", "長男")
    assert set(parents_of(graph, "長男")) == {"本人", "夫"} and guessed(graph, "長男")


def test_recorded_ties_win_over_the_word() -> None:
    ties = (Tie(TieKind.DIVORCED, "本人", "夫", date(2008, 3, 1)), Tie(TieKind.PARENT, "長女", "孫"))
    graph = family("夫", "長男", "長男の妻", "長女", "孫", ties=ties)
    assert graph.unions_of["夫"][0].kind is UnionKind.DIVORCED and spouses_of(graph, "本人") == []
    assert parents_of(graph, "孫") == ["長女"] and not guessed(graph, "孫")


def test_a_recorded_adoption_is_no_birth() -> None:
    graph = family("妻", "長男", ties=(Tie(TieKind.ADOPTIVE, "本人", "長男"),))
    assert [(d.parents, d.kind) for d in graph.descents] == [(("本人",), DescentKind.ADOPTED)]


def test_a_word_nobody_understands_stands_apart() -> None:
    graph = family("長男", "ぽち", "同居人")
    assert graph.apart == ("ぽち", "同居人") and graph.people["ぽち"].word == "ぽち"


def test_a_second_father_is_not_made_a_parent() -> None:
    graph = family("父", "父")
    assert parents_of(graph, "本人") == ["父"] and graph.apart == ("父2",)


def test_the_householder_is_the_centre_of_a_copy_of_the_register() -> None:
    members = [Member("a", "世帯主"), Member("b", "妻"), Member("c", "長男", subject=True)]
    graph = kin_graph(members)
    assert graph.ego == "a" and set(parents_of(graph, "c")) == {"a", "b"}


def test_uncles_nephews_and_cousins_meet_over_stand_ins() -> None:
    graph = family("母", "母方のおば", "いとこ", "姉", "甥")
    assert siblings_of(graph, "母") == ["母方のおば"]
    assert parents_of(graph, "いとこ") == ["母方のおば"] and guessed(graph, "いとこ")
    assert parents_of(graph, "甥") == ["姉"] and guessed(graph, "甥")


def test_generations_count_from_the_person() -> None:
    graph = family("妻", "父", "祖母(父方)", "長男", "長男の妻", "孫", "ひ孫", "兄の妻", "いとこ", "妻の母")
    found = generation(graph)
    expected = {"祖母(父方)": -2, "父": -1, "妻の母": -1, "本人": 0, "妻": 0, "兄の妻": 0, "いとこ": 0}
    expected |= {"長男": 1, "長男の妻": 1, "孫": 2, "ひ孫": 3}
    assert {key: found[key] for key in expected} == expected


def test_twins_by_word_know_each_other() -> None:
    assert family("双子の弟").people["双子の弟"].twin_of == "本人"


@given(st.lists(st.sampled_from([c.split("=")[0] for c in WAYS] + ["同居人", "", "?"]), max_size=14))
def test_nobody_is_ever_dropped(words: list[str]) -> None:
    """R-PEO-04: whatever words meet, everybody is in the graph once, and nobody is their own ancestor."""
    graph = family(*words)
    assert sum(1 for kin in graph.people.values() if kin.member) == len(words) + 1
    assert set(generation(graph)) == set(graph.people)
    for descent in graph.descents:
        assert descent.child not in descent.parents
        births = [d for d in graph.descents_of[descent.child] if d.kind is DescentKind.BIRTH]
        assert sum(len(d.parents) for d in births) <= 2


D = date


def couple(*ties: Tie, on: date | None) -> str:
    members = [Member("a", "本人", sex="male", birth=D(1960, 1, 1)), Member("b", sex="female")]
    graph = kin_graph(members, ties, on)
    return graph.unions[0].kind.value if graph.unions else "none"


@pytest.mark.parametrize(
    ("on", "kind"),
    [
        (D(1984, 1, 1), "none"),
        (D(1990, 1, 1), "marriage"),
        (D(2001, 1, 1), "separated"),
        (D(2008, 3, 1), "divorced"),
    ],
)
def test_a_couple_is_drawn_as_it_was_on_the_day(on: date, kind: str) -> None:
    ties = (
        Tie(TieKind.MARRIAGE, "a", "b", D(1985, 5, 5)),
        Tie(TieKind.SEPARATED, "a", "b", D(2000, 1, 1)),
        Tie(TieKind.DIVORCED, "a", "b", D(2008, 3, 1)),
    )
    assert couple(*ties, on=on) == kind


def test_before_a_divorce_without_a_recorded_wedding_they_were_married() -> None:
    tie = Tie(TieKind.DIVORCED, "a", "b", D(2008, 3, 1))
    assert couple(tie, on=D(2008, 2, 29)) == "marriage" and couple(tie, on=D(2008, 3, 1)) == "divorced"


def test_a_marriage_that_ended_is_a_divorce_unless_somebody_died() -> None:
    tie = Tie(TieKind.MARRIAGE, "a", "b", D(1985, 5, 5), D(2010, 2, 2))
    assert couple(tie, on=D(2011, 1, 1)) == "divorced"
    widow = [Member("a", "本人"), Member("b", death=D(2010, 2, 2))]
    assert kin_graph(widow, [tie], D(2011, 1, 1)).unions[0].kind is UnionKind.MARRIAGE


def test_a_couple_that_came_together_again_is_married() -> None:
    ties = (
        Tie(TieKind.MARRIAGE, "a", "b", D(1985, 5, 5)),
        Tie(TieKind.SEPARATED, "a", "b", D(2000, 1, 1), D(2002, 1, 1)),
    )
    assert couple(*ties, on=D(2001, 1, 1)) == "separated" and couple(*ties, on=D(2003, 1, 1)) == "marriage"


def test_the_unborn_are_not_there_and_take_their_stand_ins_along() -> None:
    graph = family("弟", 本人=1980, 弟=1985)
    assert set(graph.at(D(1982, 1, 1)).people) == {"本人"}
    assert len(graph.at(D(1990, 1, 1)).people) == 4 and len(graph.people) == 4


def test_the_dead_live_until_their_day() -> None:
    graph = kin_graph([Member("a", "本人"), Member("b", "父", death=D(2020, 5, 1))])
    father = graph.at(D(2020, 4, 30)).people["b"]
    assert father.alive(D(2020, 4, 30)) and not father.alive(D(2020, 5, 1))


def test_a_foster_child_is_one_while_the_care_lasts() -> None:
    members = [Member("a", "本人"), Member("b", "里子", birth=D(2012, 1, 1))]
    graph = kin_graph(members, [Tie(TieKind.FOSTER, "a", "b", D(2020, 4, 1), D(2022, 3, 31))])
    counts = [len(graph.at(day).descents) for day in (D(2019, 1, 1), D(2021, 1, 1), D(2022, 3, 31))]
    assert counts == [0, 1, 0]


def test_children_are_not_drawn_as_the_couple_they_became() -> None:
    graph = family("夫", 本人=1985, 夫=1984)
    assert graph.at(D(1995, 1, 1)).unions == () and len(graph.at(D(2010, 1, 1)).unions) == 1
