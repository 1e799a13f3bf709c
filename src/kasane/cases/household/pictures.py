"""From the household's records to genogram and ecomap (R-PEO-04). Pure; the drawing itself is `people.drawing`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from kasane.people import drawing, kinship
from kasane.people.drawing.ecomap import EcoLink, Ecomap, EcoNode, Flow, NodeKind
from kasane.people.drawing.ecomap import Strength as LinkStrength
from kasane.people.models import KIN_KINDS, PersonState, Standing, Strength, Tie, TieKind

_BONDS = {
    Strength.STRONG: drawing.BondKind.CLOSE,
    Strength.WEAK: drawing.BondKind.DISTANT,
    Strength.STRAINED: drawing.BondKind.CONFLICT,
    Strength.BROKEN: drawing.BondKind.CUTOFF,
}
_SHORT = {
    TieKind.CARE: "世話・介護",
    TieKind.MONEY: "お金",
    TieKind.CONFLICT: "対立",
    TieKind.KEY_PERSON: "キーパーソン",
    TieKind.CONTACT: "",
}


@dataclass(frozen=True)
class Question:
    """A link of parent and child the drawing only assumes. `end`: which end of the tie the asked person is."""

    sentence: str
    person: UUID
    end: str
    kind: str = TieKind.PARENT.value

    @property
    def act(self) -> str:
        return "だれの子か記録する" if self.end == "other" else "だれの親か記録する"


@dataclass(frozen=True)
class Pictures:
    """Genogram and ecomap of one day; drawn when asked for."""

    family: drawing.Family
    chart: Ecomap

    @cached_property
    def genogram(self) -> str:
        return drawing.svg(self.family)

    @cached_property
    def genogram_words(self) -> list[str]:
        return drawing.text(self.family)

    @cached_property
    def signs(self) -> list[drawing.Sign]:
        return drawing.legend(self.family)

    @cached_property
    def ecomap(self) -> str:
        return drawing.ecomap_svg(self.chart) if self.chart.nodes else ""

    @cached_property
    def ecomap_words(self) -> list[str]:
        return drawing.ecomap_text(self.chart) if self.chart.nodes else []

    @cached_property
    def ecomap_signs(self) -> list[drawing.Sign]:
        return drawing.ecomap_legend(self.chart) if self.chart.nodes else []

    @cached_property
    def printed(self) -> list[tuple[str, str, list[str]]]:
        """(title, SVG as one picture, its sentences) of each drawing there is, for paper."""
        found = [("家族図(ジェノグラム)", str(drawing.svg(self.family, walk=False)), self.genogram_words)]
        if self.chart.nodes:
            found.append(
                ("支えの図(エコマップ)", str(drawing.ecomap_svg(self.chart, walk=False)), self.ecomap_words)
            )
        return found

    @cached_property
    def questions(self) -> list[Question]:
        """Whose child, or whose parent, somebody is where the graph only assumes it (R-PEO-04).

        Asked of the one further from 本人, whose 続柄 left it open: a 孫 of the child, a 祖母 of the parent.
        """
        graph = self.family.graph
        rows = kinship.generation(graph)
        asked: dict[str, Question] = {}
        for descent in graph.descents:
            child = graph.people[descent.child].member
            parents = [found for key in descent.parents if (found := graph.people[key].member)]
            if not (descent.assumed and child):
                continue
            if abs(rows[descent.child]) > abs(rows[descent.parents[0]]):
                guess = "と".join(parent.name for parent in parents)
                drawn = f"いまは {guess} の子として描いています。" if guess else ""
                sentence = f"{_word(child)}さんは、だれの子ですか。{drawn}"
                asked.setdefault(child.id, Question(sentence, UUID(child.id), "other"))
            else:
                sentence = (
                    f"{_word(parents[0])}さんは、だれの親ですか。いまは {child.name} の親として描いています。"
                )
                asked.setdefault(parents[0].id, Question(sentence, UUID(parents[0].id), "person"))
        return list(asked.values())


def _word(member: kinship.Member) -> str:
    return f"{member.relation} {member.name}".strip()


def pictures(states: Sequence[PersonState], ties: Iterable[Tie], day: date) -> Pictures:
    """The drawings of a household whose `states` and `ties` are already those of the day."""
    found = list(ties)
    ids = {state.person_id for state in states}
    inner = [tie for tie in found if tie.person_id in ids and tie.other_person_id in ids]
    family = drawing.family(
        [member(state) for state in states],
        [kin_tie(tie) for tie in inner if tie.kind in KIN_KINDS],
        day,
        [bond for tie in inner if (bond := bond_of(tie))],
    )
    return Pictures(family, _ecomap(family, states, found))


def member(state: PersonState) -> kinship.Member:
    """A person as the graph of kin takes them."""
    return kinship.Member(
        id=str(state.person_id),
        relation="本人" if state.person.is_subject else state.relation,
        sex=state.sex,
        birth=state.birth_date,
        name=state.name if state.family_name or state.given_name else "",
        subject=state.person.is_subject,
        death=state.died_on,
        stated_age=state.stated_age,
        stated_on=state.stated_age_on,
        together=state.standing == Standing.TOGETHER,
    )


def kin_tie(tie: Tie) -> kinship.Tie:
    return kinship.Tie(
        kinship.TieKind(str(tie.kind)), str(tie.person_id), str(tie.other_person_id), tie.since, tie.until
    )


def bond_of(tie: Tie) -> drawing.Bond | None:
    """What is laid over the genogram: care, conflict, and how near two people are."""
    kind = {
        TieKind.CARE: drawing.BondKind.CARE,
        TieKind.CONFLICT: drawing.BondKind.CONFLICT,
        TieKind.CONTACT: _BONDS.get(Strength(tie.strength)),
    }.get(TieKind(tie.kind))
    if tie.kind == TieKind.CONFLICT and tie.strength == Strength.BROKEN:
        kind = drawing.BondKind.CUTOFF
    if kind is None:
        return None
    return drawing.Bond(kind, str(tie.person_id), str(tie.other_person_id), since=tie.since, until=tie.until)


def _ecomap(family: drawing.Family, states: Sequence[PersonState], ties: Iterable[Tie]) -> Ecomap:
    """Agencies, people and places around those who live together. Kin is the genogram's."""
    home = family.household
    names = {str(state.person_id): state for state in states}
    nodes: dict[str, EcoNode] = {}
    links = []
    for tie in ties:
        if tie.kind in KIN_KINDS:
            continue
        here, there, outward = str(tie.person_id), _node(tie), True
        if there.id in home and here not in home:
            here, there, outward = there.id, _person_node(names[here]) if here in names else there, False
        if here not in home or there.id in home:
            continue
        nodes.setdefault(there.id, there)
        links.append(
            EcoLink(
                there.id,
                _link_strength(tie),
                _flow(tie, outward=outward),
                tie.note[:24] or _SHORT.get(TieKind(tie.kind), ""),
                member=here,
                since=tie.since,
                until=tie.until,
            )
        )
    return drawing.ecomap(family, nodes.values(), links)


def _node(tie: Tie) -> EcoNode:
    if tie.other_agency:
        return EcoNode(f"a{tie.other_agency_id}", tie.other_agency.name, NodeKind.AGENCY)
    if tie.other_person:
        return EcoNode(
            str(tie.other_person_id), tie.other_person.name, NodeKind.PERSON, tie.other_person.relation
        )
    return EcoNode(f"w{tie.other_label}", tie.other_label, NodeKind.GROUP)


def _person_node(state: PersonState) -> EcoNode:
    return EcoNode(str(state.person_id), state.name, NodeKind.PERSON, state.relation)


def _link_strength(tie: Tie) -> LinkStrength:
    if tie.kind == TieKind.CONFLICT and tie.strength != Strength.BROKEN:
        return LinkStrength.STRAINED
    return LinkStrength(str(tie.strength))


def _flow(tie: Tie, *, outward: bool) -> Flow:
    """Care and money go from the first end to the other; what an agency does comes to the household."""
    if tie.kind in (TieKind.CARE, TieKind.MONEY, TieKind.KEY_PERSON):
        return Flow.OUTWARD if outward else Flow.INWARD
    return Flow.INWARD if tie.kind == TieKind.CONTACT and tie.other_agency_id else Flow.NONE
