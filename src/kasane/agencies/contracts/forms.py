"""The form of a contract."""

from __future__ import annotations

from typing import Any

from django import forms

from kasane.agencies.forms import VersionedForm
from kasane.agencies.models import Agency, Contract, Delivery
from kasane.base.forms import Section, WarekiField, WarekiInput, text


class ContractForm(VersionedForm):
    """For which delivery, from when, until when."""

    delivery = forms.ModelChoiceField(
        label="事業", queryset=Delivery.objects.none(), empty_label="選んでください"
    )
    starts_on = WarekiField(label="契約の初日", required=True, widget=WarekiInput({"data-width": "half"}))
    ends_on = WarekiField(
        label="契約の最終日",
        required=False,
        widget=WarekiInput({"data-width": "half"}),
        help_text="この日まで、受けたケースを見て記録できます。空けておくと、終わりを決めるまで続きます。",
    )
    note = text("備考", max_length=200, help_text="契約番号など")

    SECTIONS = (Section("委託契約", ("delivery", "starts_on", "ends_on", "note"), key="contract"),)

    def __init__(self, *args: Any, agency: Agency, contract: Contract | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        delivery: Any = self.fields["delivery"]
        delivery.queryset = Delivery.objects.filter(agency_links__agency=agency).order_by("order")
        if contract is not None:
            delivery.disabled = True

    def row(self, contract: Contract) -> Contract:
        """What was typed, as a row, to be laid beside the one that stands (never saved)."""
        return Contract(id=contract.id, agency=contract.agency, **self.values())
