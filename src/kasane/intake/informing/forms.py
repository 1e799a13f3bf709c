"""情報提供で終わる, and 生活保護のことを伝えた (R-INT-03, R-INT-08)."""

from __future__ import annotations

from typing import Any

from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.base.forms import ChipChoiceField, ChipsField, Section, SectionedForm, WarekiField, text
from kasane.intake.forms.ground import place
from kasane.intake.informing import rules
from kasane.intake.informing.actions import Given
from kasane.intake.informing.queries import offered
from kasane.intake.informing.things import OF_ASSISTANCE
from kasane.intake.models import Reply, ToldTo

_PLACES = {"things": "things", "told_to": "told_to", "not_yet": "on"}


class _GivenForm(SectionedForm):
    """What was told, to whom and when."""

    things = ChipsField(label="伝えたこと(いくつでも)", required=False)
    note = text("ほかに伝えたこと", rows=2)
    told_to = ChipChoiceField(label="だれに", choices=ToldTo.choices)
    on = WarekiField(label="伝えた日", initial=today)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("on"):
            place(
                self,
                rules.information_obstacles(
                    things=values.get("things", ()),
                    note=values.get("note", ""),
                    told_to=values.get("told_to", ""),
                    on=values["on"],
                    today=today(),
                ),
                _PLACES,
            )
        return values

    def given(self) -> Given:
        """As the actions take it."""
        values = self.cleaned_data
        return Given(
            on=values["on"],
            told_to=values["told_to"],
            things=tuple(values["things"]),
            note=values["note"],
            reply=values.get("reply", ""),
            reply_note=values.get("reply_note", ""),
        )


class InformationForm(_GivenForm):
    """情報提供で終わる: what was given; the reason was written at triage and may be mended here."""

    reason = text("情報提供で終わる理由", required=True, rows=2)

    SECTIONS = (Section("伝えたこと", ("things", "note", "told_to", "on", "reason"), key="told"),)

    def __init__(self, *args: Any, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["things"].choices = offered(by)  # type: ignore[attr-defined]


class AssistanceForm(_GivenForm):
    """生活保護のことを伝えた: what, to whom, when, and how the person answered."""

    reply = ChipChoiceField(label="本人の返事", choices=Reply.choices)
    reply_note = text("返事のことば", rows=2, help_text="話された言葉のまま")

    SECTIONS = (
        Section("伝えたこと", ("things", "note", "told_to", "on"), key="told"),
        Section("本人の返事", ("reply", "reply_note"), key="reply"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["things"].choices = [(word, word) for word in OF_ASSISTANCE]  # type: ignore[attr-defined]
        self.fields["told_to"].choices = [one for one in ToldTo.choices if one[0] != ToldTo.OTHER]  # type: ignore[attr-defined]
