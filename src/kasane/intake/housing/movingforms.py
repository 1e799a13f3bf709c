"""The forms of 転居費用補助 where they are others than those of 家賃補助 (R-SELF-01)."""

from __future__ import annotations

from typing import Any

from django import forms

from kasane.base.dates import today
from kasane.base.forms import ChipChoiceField, ChipsField, Section, SectionedForm, WarekiField, text
from kasane.cases.formpage import VersionForm
from kasane.cases.models import Case
from kasane.intake.forms.ground import set_widths
from kasane.intake.housing.actions import MOVING_PAPERS
from kasane.intake.housing.forms import GROUNDS, EndForm, yen
from kasane.intake.housing.moving import ENDS
from kasane.intake.models import HousingCounsel, HousingEnd
from kasane.intake.registers.forms import PersonMixin
from kasane.people.queries import household

APPLICATION = ("ground", "lost_on", "was_earner", "household_size", "rent", "income", "savings", "other_aid",
               "counsel", "counselled_on", "counselled_by", "moving_to", "leaves_town", "new_rent", "moving_cost",
               "papers", "note")  # fmt: skip
COSTS = (
    "入るもの: 家財を運ぶ費用、礼金、仲介手数料、家賃債務保証料、住宅保険料、原状回復、鍵の交換。"
    "敷金、前家賃、家財や設備を買う費用は入りません。"
)


class _ApplicationFields(forms.Form):
    ground = ChipChoiceField(label="収入が減った理由", choices=GROUNDS["moving"])
    lost_on = WarekiField(label="収入が大きく減った日", required=False)
    was_earner = forms.BooleanField(label="申請する月に、世帯の生計を主に支えている", required=False)
    household_size = forms.IntegerField(label="世帯の人数", min_value=1, max_value=20)
    rent = yen("いまの家賃額(月額)", required=True, help_text="住まいを失っているときは0。")
    income = yen("世帯の収入(月額)", help_text="申請する月に入る、世帯全員の分。")
    savings = yen("世帯の預貯金", help_text="世帯全員の分。")
    other_aid = forms.BooleanField(label="ほかの公的な転居の給付を受けている", required=False)
    counsel = ChipChoiceField(label="家計改善支援", choices=HousingCounsel.choices, required=False)
    counselled_on = WarekiField(label="判断の日", required=False)
    counselled_by = text("家計改善支援の機関", max_length=120)
    moving_to = text("転居先", max_length=200, help_text="決まっていなければ、めやすの地域。")
    leaves_town = forms.BooleanField(label="ほかの市町村へ転居する", required=False)
    new_rent = yen("転居先の家賃額(月額)")
    moving_cost = yen("転居費用の見積額", help_text=COSTS)
    papers = ChipsField(label="受け取った書類", choices=list(MOVING_PAPERS.items()), required=False)
    note = text("メモ", rows=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lost_on"].widget.attrs["data-date-quick"] = ""
        self.fields["counsel"].widget.attrs["class"] = "chips--stack"
        set_widths(
            self,
            half=("household_size", "rent", "income", "savings", "counselled_on", "counselled_by",
                  "new_rent", "moving_cost"),
        )  # fmt: skip


_MONEY = Section(
    "世帯と家賃", ("household_size", "rent", "income", "savings", "other_aid"),
    "分からないところは空けておけます。送るまでに入れます。", key="money",
)  # fmt: skip
_MOVE = Section(
    "家計改善支援と転居先",
    ("counsel", "counselled_on", "counselled_by", "moving_to", "leaves_town", "new_rent", "moving_cost"),
    "転居が必要で、費用の用意が難しいと、家計改善支援で認められることが要ります。",
    key="move",
)
_PAPERS = Section("書類", ("papers", "note"), key="papers")


class ReceiveMovingForm(PersonMixin, _ApplicationFields, SectionedForm):
    person = forms.ChoiceField(label="申請する人")
    received_on = WarekiField(label="受付日", initial=today)

    SECTIONS = (
        Section("だれが、なぜ", ("person", "received_on", "ground", "lost_on", "was_earner"), key="who"),
        _MONEY,
        _MOVE,
        _PAPERS,
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose_person(case)
        self.fields["household_size"].initial = len(household(case.id)) or 1


class ChangeMovingForm(VersionForm, _ApplicationFields, SectionedForm):
    SECTIONS = (
        Section("申請の理由", ("ground", "lost_on", "was_earner", "version"), key="who"),
        _MONEY,
        _MOVE,
        _PAPERS,
    )


class DecideMovingForm(SectionedForm):
    granted = ChipChoiceField(label="決定", choices=[("yes", "支給する"), ("no", "支給しない")])
    decided_on = WarekiField(label="決定日", initial=today)
    number = text("決定の番号", max_length=60)
    amount = yen("支給額", help_text="支給のとき。転居費用は一度だけ支給されます。")
    note = text("決定の説明・不支給の理由", rows=2)
    SECTIONS = (Section("決定", ("granted", "decided_on", "number", "amount", "note"), key="decision"),)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_widths(self, half=("decided_on", "number"))

    def clean_granted(self) -> bool:
        return bool(self.cleaned_data["granted"] == "yes")


class EndMovingForm(EndForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["ended_as"]
        field.choices = [(one, HousingEnd(one).label) for one in ENDS]
