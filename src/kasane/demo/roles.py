"""Who plays whom in a town the made-up households were not written for: agencies found by what they do (R-DEL-01)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kasane.agencies.models import Agency, AgencyKind, Delivery, ProgramCode
from kasane.demo.labels import Agency as Part

P = ProgramCode
_PLAYED_BY: dict[Part, tuple[ProgramCode, ...]] = {
    Part.JUSO: (P.COORDINATION,),
    Part.SHAKYO: (P.PARTICIPATION, P.OUTREACH),
    Part.HOKATSU: (P.SUPPORT_CENTER,),
    Part.KIKAN: (P.DISABILITY_CONSULTATION, P.CORE_CONSULTATION_CENTER),
    Part.KOSODATE: (P.USER_SUPPORT, P.USER_SUPPORT_FAMILY, P.USER_SUPPORT_MATERNAL, P.USER_SUPPORT_BASIC),
    Part.KODOMO: (P.USER_SUPPORT_PREGNANCY, P.USER_SUPPORT_FAMILY, P.CHILDCARE_BASE),
    Part.NEXT: (P.ACTIVITY_CENTER,),
}
"""The parts in the order in which they are given away, each with the programs whose agency plays it."""
_SELF_RELIANCE = Part.HOKEN
"""Who plays 自立相談支援機関, which the town of the households has not: somebody has to be able to sign in there."""
_DIVISION_OF: dict[Part, ProgramCode] = {
    Part.FUKUSHI: P.COORDINATION,
    Part.KENKO: P.PREVENTIVE_ACTIVITY,
    Part.EGAO: P.CHILDCARE_BASE,
    Part.KYOIKU: P.USER_SUPPORT,
}
"""The parts played by the division in charge of a program."""


def cast_by_work(agencies: Sequence[Agency]) -> dict[str, Agency]:
    """An agency for every part, none twice while there are enough of them: a case is not passed to oneself."""
    deliveries = list(Delivery.objects.prefetch_related("agencies", "divisions").order_by("order", "key"))
    cast: dict[Part, Agency] = {}
    desks = (a for d in deliveries if d.program == P.SELF_RELIANCE for a in d.agencies.all())
    _give(cast, _SELF_RELIANCE, desks)
    for part, program in _DIVISION_OF.items():
        _give(cast, part, (a for d in deliveries if d.program == program for a in d.divisions.all()))
    for part, programs in _PLAYED_BY.items():
        _give(
            cast, part, (a for p in programs for d in deliveries if d.program == p for a in d.agencies.all())
        )
    able = sorted(agencies, key=lambda one: one.kind not in (AgencyKind.DIVISION, AgencyKind.CENTRE))
    for part in Part:
        if part not in cast:
            _give(cast, part, (one for one in able if one.kind != AgencyKind.RESIDENT))
    return {str(part): cast.get(part, cast[Part.FUKUSHI]) for part in Part}


def _give(cast: dict[Part, Agency], part: Part, candidates: Iterator[Agency]) -> None:
    taken = {agency.pk for agency in cast.values()}
    found = next((one for one in candidates if one.pk not in taken), None)
    if found is not None:
        cast[part] = found
