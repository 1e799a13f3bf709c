"""The forms of a route: beginning, its steps, switching, reporting, ending, following up (R-INT-11)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms

from kasane.agencies.models import Agency, AgencyKind
from kasane.agencies.queries import active_agencies
from kasane.base.dates import today
from kasane.base.forms import ChipChoiceField, KindsField, Section, SectionedForm, WarekiField, text
from kasane.cases.formpage import VersionForm
from kasane.cases.models import Case
from kasane.intake.forms.ground import set_widths
from kasane.intake.models import ROUTE_KINDS, GuardianKind, Relatives, RouteKind, RouteResult
from kasane.intake.registers.forms import PersonMixin
from kasane.intake.rights.routes import Route

ANSWER_DAYS = 14
FOLLOW_UP_DAYS = 90


class StartForm(PersonMixin, SectionedForm):
    person = forms.ChoiceField(label="だれの権利擁護か")
    kind = ChipChoiceField(label="道すじ", choices=RouteKind.choices)
    reason = text("始める理由", required=True, rows=3, help_text="何に困っていて、なぜこの道すじが要るのか。")
    relatives = ChipChoiceField(
        label="申し立てる親族",
        choices=Relatives.choices,
        initial=Relatives.UNKNOWN,
        help_text="成年後見のときに。分かってから書き足せます。",
    )
    relatives_note = text("親族のようす", rows=2)
    counterpart = text(
        "相手", max_length=120, help_text="分かっていれば。家庭裁判所、社会福祉協議会、施設、事業者など"
    )
    on = WarekiField(label="始めた日", initial=today)
    kinds = KindsField(label="書くことの情報の種類", initial=int(ROUTE_KINDS))

    SECTIONS = (
        Section("だれの、どの道すじか", ("person", "kind", "reason"), key="what"),
        Section("親族", ("relatives", "relatives_note"), key="relatives"),
        Section("相手・日・情報の種類", ("counterpart", "on", "kinds"), key="more", folded=True),
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose_person(case)
        self.fields["kind"].widget.attrs["class"] = "chips--stack"


class ChangeForm(VersionForm, SectionedForm):
    relatives = ChipChoiceField(label="申し立てる親族", choices=Relatives.choices)
    relatives_note = text("親族のようす", rows=3)
    counterpart = text("相手(裁判所・社協・施設・事業者)", max_length=120)

    SECTIONS = (Section("親族と相手", ("relatives", "relatives_note", "counterpart", "version"), key="what"),)


class StepForm(VersionForm, SectionedForm):
    planned_on = WarekiField(
        label="予定日", required=False, help_text="入れると、その日が近づいたとき今日やることに出ます。"
    )
    done_on = WarekiField(label="済んだ日", required=False)
    done_by = text("した人・機関", max_length=120)
    note = text("メモ", rows=3)

    SECTIONS = (Section("予定と結果", ("planned_on", "done_on", "done_by", "note", "version"), key="step"),)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        set_widths(self, half=("planned_on", "done_on"))
        self.fields["planned_on"].widget.attrs["data-date-quick"] = "7,14,30"


class BranchForm(SectionedForm):
    relatives = ChipChoiceField(
        label="親族のようす",
        choices=[one for one in Relatives.choices if one[0] in (Relatives.NONE, Relatives.UNWILLING)],
    )
    note = text("どうして分かったか", required=True, rows=3, help_text="だれに、いつ確かめたか。")
    on = WarekiField(label="新しい道すじを始める日", initial=today)

    SECTIONS = (Section("申し立てる親族がいない", ("relatives", "note", "on"), key="branch"),)


class ReportForm(SectionedForm):
    division = forms.ModelChoiceField(
        label="報告する課", queryset=Agency.objects.none(), empty_label="(選んでください)"
    )
    note = text(
        "本人の状況と、求めること",
        required=True,
        rows=5,
        help_text="判断能力・心身のようす、親族、急ぐ理由。担当課がこれで動けるように。",
    )
    on = WarekiField(label="報告した日", initial=today)
    answer_by = WarekiField(
        label="返事がほしい日", help_text="担当課の今日やることに、この日を期日にして出ます。"
    )

    SECTIONS = (Section("担当課への報告", ("division", "note", "on", "answer_by"), key="report"),)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["division"]
        field.queryset = active_agencies().filter(kind__in=(AgencyKind.DIVISION, AgencyKind.CENTRE))
        self.fields["answer_by"].initial = today() + timedelta(days=ANSWER_DAYS)
        self.fields["answer_by"].widget.attrs["data-date-quick"] = "7,14,30"
        set_widths(self, half=("on", "answer_by"))


class FinishForm(SectionedForm):
    result = ChipChoiceField(label="結果", choices=())
    on = WarekiField(label="結果の日", initial=today)
    counterpart = text("相手(裁判所・施設・事業者)", max_length=120)
    guardian_kind = ChipChoiceField(label="類型", choices=GuardianKind.choices, required=False)
    guardian_name = text("後見人等の氏名", max_length=120, help_text="法人のときは、法人の名前と担当者。")
    note = text("結果の説明", rows=3, help_text="うまくいかなかったときは、理由とこれからの手だて。")
    follow_up_on = WarekiField(label="フォローアップの予定日", required=False)

    SECTIONS = (
        Section("どうなったか", ("result", "on", "note"), key="result"),
        Section("後見人等と相手", ("guardian_kind", "guardian_name", "counterpart"), key="who"),
        Section("その後", ("follow_up_on",), "この日に、今日やることで知らせます。", key="after"),
    )

    def __init__(self, *args: Any, route: Route, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["result"]
        field.choices = [
            (one, RouteResult(one).label) for one in route.results if one != RouteResult.SWITCHED
        ]
        if "ruled" not in route.success:
            del self.fields["guardian_kind"], self.fields["guardian_name"]
        self.fields["follow_up_on"].initial = today() + timedelta(days=FOLLOW_UP_DAYS)
        self.fields["follow_up_on"].widget.attrs["data-date-quick"] = "30,90,180"


class FollowUpForm(SectionedForm):
    on = WarekiField(label="確かめた日", initial=today)
    note = text(
        "その後のようす",
        required=True,
        rows=4,
        help_text="本人はどう暮らしているか。困りごとは残っていないか。",
    )

    SECTIONS = (Section("フォローアップ", ("on", "note"), key="follow-up"),)
