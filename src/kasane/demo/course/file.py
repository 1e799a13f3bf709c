"""What the steps of one household share, and the sheets' labels turned into the product's codes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db.models import TextChoices
from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.base.choices import Change
from kasane.base.kinds import DataKind
from kasane.cases.models import Case
from kasane.coordination.actions import follow
from kasane.coordination.models import Plan
from kasane.demo import labels, model
from kasane.demo.town import Town
from kasane.intake.models import ConsulterIs, Outcome, Referral

Act = Callable[[], None]


CONSULTERS = {
    "本人": ConsulterIs.SELF,
    "家族": ConsulterIs.FAMILY,
    "近隣": ConsulterIs.NEIGHBOUR,
    "民生委員": ConsulterIs.VOLUNTEER,
    "関係機関": ConsulterIs.AGENCY,
}


OUTCOMES = {
    labels.Triage.OWN_SUPPORT: Outcome.OWN,
    labels.Triage.INFORMATION_ONLY: Outcome.INFORMATION,
    labels.Triage.REFER_AGENCY: Outcome.REFER,
    labels.Triage.REFER_COORDINATION: Outcome.COORDINATION,
    labels.Triage.SUPPORT_CONFERENCE: Outcome.CONFERENCE,
    labels.Triage.SHARE_OUTREACH: Outcome.OUTREACH,
}


SCORES = dict(
    zip(("will", "self_esteem", "relations", "participation", "consulting"), follow.SCORES, strict=True)
)


KINDS = {
    labels.DataKind.BASIC: DataKind.BASIC,
    labels.DataKind.HEALTH: DataKind.HEALTH,
    labels.DataKind.WORK: DataKind.WORK,
    labels.DataKind.MONEY: DataKind.ECONOMY,
    labels.DataKind.LIFE: DataKind.LIFE,
}


def same(label: StrEnum, among: type[TextChoices]) -> str:
    """The product's code for a label of the sheets. Raises KeyError when the lists have drifted apart."""
    by_label = {str(choice.label): str(choice.value) for choice in among}
    return by_label[label.value]


def change_code(label: labels.Change) -> str:
    return str(Change.WORK_INTERMEDIATE) if label == labels.Change.WORK else same(label, Change)


@dataclass
class File:
    """What the steps of one household share while they run."""

    town: Town
    home: model.DemoHousehold
    case: Case | None = None
    referral: Referral | None = None
    plan: Plan | None = None
    evaluation_id: Any = None
    started: datetime = field(default_factory=timezone.now)

    @property
    def juso(self) -> Actor:
        return self.town.people["juso"][0 if self.home.area % 2 else 1]

    def fresh(self) -> Case:
        """The case as it stands now."""
        assert self.case is not None
        return Case.objects.get(pk=self.case.pk)

    def agency(self, key: str) -> Any:
        return self.town.agencies[key]
