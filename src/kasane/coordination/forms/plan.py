"""プラン兼事業等利用申込書 (別紙2-4) of both courses, and 支援決定."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.forms.formsets import BaseFormSet, formset_factory

from kasane.agencies.models import Agency
from kasane.base.forms import ChipChoiceField, KindsField, Section, SectionedForm, WarekiField, text
from kasane.base.kinds import DataKind
from kasane.cases.formpage import VersionForm
from kasane.coordination.choices import Course, Service, Signature
from kasane.coordination.forms.fields import AgencyField, half, quick, share_agencies, third
from kasane.coordination.lines import GoalLine, ItemLine
from kasane.coordination.linking import linked
from kasane.coordination.rules.course import EVALUATION_MONTHS, SERVICES


class PlanForm(VersionForm, SectionedForm):
    """The items of 2-4 beside its tables. What is still open may be filled in before the plan goes to the conference."""

    issues = text("解決したい課題", required=True, rows=4, phrases="plan")
    wish = text("本人・世帯の望む姿", required=True, rows=3, help_text="本人の言葉で")
    long_goal = text("長期目標", rows=2)
    lead_agency = half(
        AgencyField(label="主担当機関", required=False, help_text="会議に出すときに要ります。")
    )
    lead_staff = half(text("主担当者", max_length=120))
    uses_participation = forms.BooleanField(label="② 参加支援事業を使う", required=False)
    participation_reason = text("参加支援を使う理由", rows=2)
    uses_outreach = forms.BooleanField(label="④ アウトリーチ等事業を使う", required=False)
    outreach_reason = text("アウトリーチを使う理由", rows=2)
    early_start = forms.BooleanField(
        label="支援決定の前に、②・④を早く始める",
        required=False,
        help_text="担当機関は、始める日からこのケースを見られるようになります。「早期支援」と表示されます。",
    )
    early_started_on = half(WarekiField(label="早く始める日", required=False))
    early_start_reason = text("早く始める理由", rows=2)
    made_on = half(WarekiField(label="作成日"))
    starts_on = third(WarekiField(label="プラン期間の始まり", required=False))
    ends_on = third(quick(WarekiField(label="プラン期間の終わり", required=False), "180,365"))
    next_monitoring_on = third(quick(WarekiField(label="次回モニタリング", required=False), "30,90"))
    evaluation_months = forms.TypedChoiceField(
        label="プランを評価する時期",
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", "(選ぶ)"), *((n, f"プランの始まりから{n}か月後") for n in EVALUATION_MONTHS)],
        help_text="概ね3か月・6か月・1年など、本人の状況に応じて選びます。支援調整会議で評価します。",
    )
    person_agreed_on = half(WarekiField(label="本人が同意した日", required=False))
    signature = ChipChoiceField(label="署名", choices=Signature.choices, required=False)
    signed_name = half(text("署名した人の氏名", max_length=120))
    signature_note = half(text("補足(代筆・代理の理由など)"))
    kinds = KindsField(
        label="このプランに書いた情報の種類",
        initial=int(DataKind.LIFE),
        help_text="担当機関は、本人が共有してよいとした種類の範囲でプランを見られます。",
    )

    SECTIONS: tuple[Section, ...] = (
        Section("課題と望む姿", ("issues", "wish", "long_goal"), key="wish"),
        Section("主担当", ("lead_agency", "lead_staff"), key="lead"),
        Section(
            "参加支援・アウトリーチの利用",
            (
                "uses_participation", "participation_reason", "uses_outreach", "outreach_reason", "early_start",
                "early_started_on", "early_start_reason",
            ),
            lead="支援内容の表で「使う事業」に選んだものと合わせてください。",
            key="use",
        ),
        Section(
            "期間とモニタリング",
            ("made_on", "starts_on", "ends_on", "next_monitoring_on", "evaluation_months"),
            key="period",
        ),
        Section(
            "本人の同意・署名",
            ("person_agreed_on", "signature", "signed_name", "signature_note"),
            lead="会議に出す前に、本人といっしょに読み合わせて確かめます。",
            key="agreed",
        ),
        Section("情報の種類", ("kinds",), folded=True, key="kinds"),
    )  # fmt: skip

    LEFT_OUT: ClassVar[dict[str, tuple[str, ...]]] = {
        Course.COORDINATION: ("evaluation_months",),
        Course.SELF_RELIANCE: (
            "uses_participation", "participation_reason", "uses_outreach", "outreach_reason", "early_start",
            "early_started_on", "early_start_reason",
        ),
    }  # fmt: skip
    """Fields that the sheet of a course does not have (R-SELF-01)."""

    def __init__(
        self, *args: Any, agencies: list[Agency], course: str = Course.COORDINATION, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        share_agencies(self, agencies)
        left_out = self.LEFT_OUT[course]
        for name in left_out:
            del self.fields[name]
        kept = (replace(s, fields=tuple(n for n in s.fields if n not in left_out)) for s in self.SECTIONS)
        self.SECTIONS = tuple(section for section in kept if section.fields)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        start, end = values.get("starts_on"), values.get("ends_on")
        if start and end and end < start:
            self.add_error("ends_on", "プラン期間の終わりは、始まりより後の日にしてください。")
        return values

    def first_section(self) -> list[Any]:
        """課題と望む姿, which stands before the tables."""
        return list(self.sections())[:1]

    def other_sections(self) -> list[Any]:
        return list(self.sections())[1:]

    def plan_values(self) -> dict[str, Any]:
        """Fields of Plan."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


NOWHERE = -1
"""The number of a goal that is not there."""


def _is_id(word: str) -> bool:
    try:
        UUID(word)
    except ValueError:
        return False
    return True


def service_choices(course: str, used: Iterable[str] = ()) -> list[tuple[str, str]]:
    """The services of a course, those of 自立相談支援 marked by what the municipality does; and those already in use,
    such as the lines handed on to 多機関協働."""
    rows = SERVICES[course]
    marks = {True: "(支援決定)", False: "(確認)"} if course == Course.SELF_RELIANCE else {}
    found = [(row.code, f"{Service(row.code).label}{marks.get(row.decided, '')}") for row in rows]
    codes = {row.code for row in rows}
    return found + [(code, str(Service(code).label)) for code in dict.fromkeys(used) if code not in codes]


class GoalForm(forms.Form):
    by_when = text("いつまでに", max_length=60)
    issue = text("こたえる課題", max_length=400)
    unseen = forms.CharField(widget=forms.HiddenInput, required=False)
    """Issues already named that the writer may not see: they stay."""
    text = text("短期目標", required=True)

    field_order = ("text", "issue", "by_when")


class ItemForm(forms.Form):
    service = ChipChoiceField(
        label="使う事業",
        choices=service_choices(Course.COORDINATION),
        initial=Service.OTHER,
        required=False,
    )
    issue = text("課題", rows=2)
    support = text("支援内容", required=True, rows=2)
    agency = half(AgencyField(label="担当機関"))
    staff = half(text("担当者", required=True, max_length=120))
    goal = third(
        forms.IntegerField(
            label="短期目標の番号",
            required=False,
            min_value=1,
            max_value=20,
            help_text="上の表の何番目の目標のためか",
            error_messages={
                "invalid": "短期目標の番号を数字で入れてください",
                "min_value": "短期目標の番号は1からです",
                "max_value": "短期目標の番号は20までです",
            },
        )
    )
    frequency = third(text("頻度", max_length=60, help_text="週1回、月2回など"))
    period = third(text("期間", max_length=60, help_text="6月から8月までなど"))
    from_on = half(quick(WarekiField(label="始める日", required=False), "0,7,30"))
    until_on = half(
        quick(
            WarekiField(label="終える日", required=False, help_text="すぎると画面で知らせます。"),
            "90,180,365",
        )
    )
    own_effort = text("本人の取組", rows=2)


class Lines(BaseFormSet):
    """Repeated rows with the words that the template shows."""

    title = lead = row_name = add_word = ""

    def rows(self) -> list[dict[str, Any]]:
        """What was filled in, without the rows that are to go."""
        return [
            {name: value for name, value in form.cleaned_data.items() if name != "DELETE"}
            for form in self.forms
            if form.cleaned_data and not form.cleaned_data.get("DELETE")
        ]


class GoalLines(Lines):
    title = "短期目標"
    row_name = "短期目標"
    add_word = "目標を追加する"

    def __init__(self, *args: Any, issues: Mapping[UUID, str] | None = None, **kwargs: Any) -> None:
        self.issues = issues or {}
        if issues:
            named = "　".join(f"{place} {words}" for place, words in enumerate(issues.values(), 1))
            self.lead = f"こたえる課題は、番号か言葉で書きます(いくつかあるときは「、」で区切ります)。{named}"
        super().__init__(*args, **kwargs)

    def lines(self) -> list[GoalLine]:
        return [self._line(row) for row in self.rows()]

    def places(self) -> dict[int, int]:
        """By the number of the row on the screen, the place the goal gets among those that are kept."""
        kept = [
            number
            for number, form in enumerate(self.forms, 1)
            if form.cleaned_data and not form.cleaned_data.get("DELETE")
        ]
        return {number: place for place, number in enumerate(kept, 1)}

    def _line(self, row: dict[str, Any]) -> GoalLine:
        ids, words = linked(row["issue"], self.issues)
        unseen = tuple(UUID(one) for one in row["unseen"].split(",") if _is_id(one))
        return GoalLine(row["text"], row["by_when"], words, ids + unseen)


class ItemLines(Lines):
    title = "支援内容"
    lead = "課題ごとに、どの機関の誰が、何を、どれくらい行うかを書きます。本人が取り組むことも入れます。"
    row_name = "支援内容"
    add_word = "支援内容を追加する"

    def __init__(
        self, *args: Any, agencies: list[Agency], course: str = Course.COORDINATION, **kwargs: Any
    ) -> None:
        self.agencies = agencies
        used = [row["service"] for row in kwargs.get("initial") or () if row.get("service")]
        self.services = service_choices(course, used)
        super().__init__(*args, **kwargs)

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        super().add_fields(form, index)
        share_agencies(form, self.agencies)
        form.fields["service"].choices = self.services  # type: ignore[attr-defined]

    def lines(self, places: Mapping[int, int]) -> list[ItemLine]:
        """`places`: what has become of the goals by their numbers on the screen; one that is gone is told."""
        return [
            ItemLine(
                **{
                    **row,
                    "service": row["service"] or Service.OTHER,
                    "goal": places.get(row["goal"], NOWHERE) if row["goal"] else 0,
                }
            )
            for row in self.rows()
        ]


GoalFormSet = formset_factory(GoalForm, formset=GoalLines, extra=1, can_delete=True, max_num=20)
ItemFormSet = formset_factory(ItemForm, formset=ItemLines, extra=1, can_delete=True, max_num=40)
