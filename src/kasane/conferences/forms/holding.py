"""Forms of holding a meeting: writing down what was said, judging, giving tasks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone

from kasane.agencies.models import Agency
from kasane.agencies.queries import active_agencies
from kasane.base.forms import (
    ChipChoiceField,
    KindsField,
    Section,
    SectionedForm,
    WarekiField,
    WarekiInput,
    text,
)
from kasane.base.kinds import DataKind
from kasane.cases.formpage import VersionForm
from kasane.conferences.models import Outcome


def _clock() -> forms.TimeInput:
    return forms.TimeInput({"type": "time", "class": "w-s"}, format="%H:%M")


class TalkForm(VersionForm, SectionedForm):
    """会議録の一題: what was said, what each agency thinks, what was decided."""

    words = text("話し合ったこと", rows=8)
    decision = text(
        "決まったこと", rows=3, help_text="議題が終わるときに、みんなの前で読み上げて確かめます。"
    )
    kinds = KindsField(
        initial=int(DataKind.LIFE),
        help_text="ここに書いた情報の種類。同意の範囲に入っていない人には見えません。",
    )

    def __init__(self, data: Any = None, *, agencies: Sequence[Agency], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.agencies = list(agencies)
        for agency in self.agencies:
            self.fields[_opinion(agency)] = text(agency.name, rows=2)
        self.SECTIONS = (
            Section("話し合い", ("words", "decision"), key="talk"),
            Section("機関ごとの意見", tuple(_opinion(agency) for agency in self.agencies), key="opinions"),
            Section("くわしく", ("kinds",), folded=True, key="more"),
        )

    def opinions(self) -> dict[str, str]:
        return {str(agency.id): self.cleaned_data[_opinion(agency)] for agency in self.agencies}

    def stale_lines(self, current: Any) -> list[dict[str, Any]]:
        """For the page that shows both versions: the words and every opinion."""
        pairs = [
            ("話し合ったこと", self.cleaned_data["words"], current.text),
            ("決まったこと", self.cleaned_data["decision"], current.decision),
        ]
        pairs += [
            (agency.name, self.cleaned_data[_opinion(agency)], current.opinion_of(agency.id))
            for agency in self.agencies
        ]
        return [
            {"label": label, "mine": mine, "theirs": theirs, "different": mine != theirs}
            for label, mine, theirs in pairs
        ]


def _opinion(agency: Agency) -> str:
    return f"opinion_{agency.id.hex}"


def opinion_values(agencies: Sequence[Agency], talk: Any) -> dict[str, str]:
    """The opinions that were written, as initial values of `TalkForm`."""
    return {_opinion(agency): talk.opinion_of(agency.id) for agency in agencies} if talk else {}


class JudgeForm(forms.Form):
    """会議の判断. For 終結 also who leads and follows up afterwards (R-COOR-08)."""

    judgement = ChipChoiceField(label="会議の判断")
    opinion = text("会議の意見", rows=2, help_text="修正してもらうときは、どこをどう直すかを書いてください。")
    lead_agency = forms.ModelChoiceField(
        Agency.objects.none(), label="終結後の主担当機関", required=False, empty_label="評価シートのとおり"
    )
    follow_up_on = WarekiField(
        label="フォローアップの日", required=False, widget=WarekiInput({"data-date-quick": "30,90"})
    )
    follow_up_by = forms.ModelChoiceField(
        Agency.objects.none(),
        label="フォローアップする機関",
        required=False,
        empty_label="評価シートのとおり",
    )
    follow_up_how = text(
        "フォローアップの方法", help_text="訪問、電話など。空欄なら評価シート(2-6)のとおりです。"
    )

    AFTERWARDS = ("lead_agency", "follow_up_on", "follow_up_by", "follow_up_how")

    def __init__(self, data: Any = None, *, outcomes: Sequence[Outcome], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["judgement"].choices = [(one.value, one.label) for one in outcomes]  # type: ignore[attr-defined]
        if Outcome.CLOSE not in outcomes:
            for name in self.AFTERWARDS:
                del self.fields[name]
            return
        for name in ("lead_agency", "follow_up_by"):
            self.fields[name].queryset = active_agencies()  # type: ignore[attr-defined]

    def judgement_values(self) -> dict[str, Any]:
        """What `actions.judge` takes."""
        values = dict(self.cleaned_data)
        values["judgement"] = Outcome(values["judgement"])
        return values


class FinishForm(VersionForm):
    """会議を終える."""

    began = forms.TimeField(label="開始", required=False, widget=_clock())
    ended = forms.TimeField(label="終了", required=False, widget=_clock())
    summary = text("会議全体の記録", rows=3, help_text="次回の予定や、議題のほかに話したこと。")

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("began") and values.get("ended") and values["ended"] < values["began"]:
            self.add_error("ended", "終了は、開始よりあとの時刻にしてください。")
        return values

    def moments(self, day: date) -> dict[str, datetime | None]:
        """What `actions.finish` takes of the two times."""
        return {
            f"{name}_at": timezone.make_aware(datetime.combine(day, self.cleaned_data[name]))
            if self.cleaned_data[name]
            else None
            for name in ("began", "ended")
        }
