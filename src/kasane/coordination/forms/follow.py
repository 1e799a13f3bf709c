"""Monitoring, つながり評価 (別紙2-7) and 評価シート (別紙2-6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms

from kasane.agencies.models import Agency
from kasane.base.choices import Change
from kasane.base.dates import short_wareki
from kasane.base.forms import ChipChoiceField, ChipsField, Section, SectionedForm, WarekiField, text
from kasane.cases.formpage import VersionForm
from kasane.coordination.choices import Achievement, AfterMonitoring, Conclusion, Occasion, Progress
from kasane.coordination.forms.fields import AgencyField, half, quick, share_agencies
from kasane.coordination.models import PlanGoal, PlanItem, ProgressReport
from kasane.coordination.models.follow import SCORES
from kasane.coordination.rules.course import CourseWords
from kasane.coordination.words import SCORE_WORDS


class MonitoringForm(SectionedForm):
    """One look at the whole plan, line by line, in a minute (R-COOR-07)."""

    held_on = half(WarekiField(label="モニタリングをした日"))
    person_view = text("本人の様子・受け止め", rows=3)
    note = text("全体の状況", rows=3)
    after = ChipChoiceField(label="これから", choices=AfterMonitoring.choices, initial=AfterMonitoring.KEEP)
    next_on = half(quick(WarekiField(label="次回モニタリング", required=False), "30,90"))

    def __init__(
        self,
        *args: Any,
        items: Sequence[PlanItem],
        told: Mapping[UUID, ProgressReport] | None = None,
        **kwargs: Any,
    ) -> None:
        """`told`: by line, what its agency has told of it since the last monitoring; the form opens with that."""
        super().__init__(*args, **kwargs)
        self.items, told = items, told or {}
        lines = []
        for place, item in enumerate(items, 1):
            how, words = f"progress_{item.id}", f"note_{item.id}"
            self.fields[how] = ChipChoiceField(label="進みぐあい", choices=Progress.choices, required=False)
            self.fields[words] = text("ようす")
            who = f"{item.agency.name} {item.staff}".strip()
            if report := told.get(item.id):
                self.initial |= {how: report.progress, words: report.note}
                who = f"{who}({short_wareki(report.reported_on)}に{report.author.name}さんから知らせがありました)"
            lines.append(Section(f"{place}. {item.support}", (how, words), lead=who, key=f"item-{place}"))
        self.SECTIONS = (
            Section("いつ", ("held_on",), key="when"),
            *lines,
            Section("全体", ("person_view", "note"), key="whole"),
            Section("これから", ("after", "next_on"), key="after"),
        )

    def monitoring_values(self) -> dict[str, Any]:
        """What `actions.monitor` takes."""
        values = self.cleaned_data
        progress: dict[UUID, tuple[str, str]] = {
            item.id: (values[f"progress_{item.id}"], values[f"note_{item.id}"]) for item in self.items
        }
        names = ("after", "next_on", "person_view", "note")
        return {name: values[name] for name in names} | {"on": values["held_on"], "progress": progress}


class ConnectednessForm(SectionedForm):
    """Five questions with words for each score, so that two people mean the same by a 3."""

    rated_on = half(WarekiField(label="つけた日"))
    occasion = ChipChoiceField(label="いつの評価ですか", choices=Occasion.choices)
    with_person = forms.BooleanField(label="本人といっしょにつけた", required=False, initial=True)
    note = text("そう考えた理由", rows=3)

    SECTIONS = (
        Section("いつ・だれと", ("rated_on", "occasion", "with_person"), key="when"),
        Section(
            "5つのつながり",
            SCORES,
            lead="いまの様子に一番近いものを選びます。本人といっしょに話しながらつけてください。",
            key="scores",
        ),
        Section("理由", ("note",), key="note"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in SCORES:
            label, words = SCORE_WORDS[name]
            self.fields[name] = forms.TypedChoiceField(
                label=label,
                coerce=int,
                widget=forms.RadioSelect,
                choices=[(score, f"{score} {word}") for score, word in enumerate(words, 1)],
                error_messages={"required": "1から4のどれかを選んでください。"},
            )

    def rating_values(self) -> dict[str, Any]:
        """What `actions.rate` takes."""
        values = dict(self.cleaned_data)
        return {"on": values.pop("rated_on"), **values}


class EvaluationForm(VersionForm, SectionedForm):
    """The items of 2-6; the goals of the plan one by one. What closure needs is the rule's to say (R-COOR-08)."""

    evaluated_on = half(WarekiField(label="評価日"))
    achievement_long = ChipChoiceField(
        label="長期目標の達成状況", choices=Achievement.choices, required=False
    )
    result_long = text("長期目標について")
    changes = ChipsField(label="見られた変化", choices=Change.choices, required=False)
    changes_note = text("変化の内容", rows=3)
    remaining_issues = text("残された課題", rows=3)
    person_wish = text("本人の希望", rows=3)
    staff_opinion = text("支援員の意見", rows=3)
    conclusion = ChipChoiceField(label="結論", choices=Conclusion.choices)
    lead_agency_after = half(AgencyField(label="終結後の主担当機関", required=False))
    follow_up_on = half(quick(WarekiField(label="フォローアップの日", required=False), "30,90"))
    follow_up_agency = half(AgencyField(label="フォローアップをする機関", required=False))
    follow_up_staff = half(text("フォローアップをする人", max_length=120))
    follow_up_how = text("フォローアップの方法", rows=2)
    contact_lost_on = half(WarekiField(label="連絡が取れなくなった日", required=False))
    attempt_records = ChipsField(
        label="連絡を取ろうとした支援経過",
        required=False,
        help_text="訪問、電話、周囲への確認の記録から選びます。選んだ記録は評価に残ります。",
    )
    contact_attempts = text(
        "そのほかに連絡を取ろうとしたこと",
        rows=3,
        help_text="記録にない訪問、電話、周囲への確認など、いつ誰が",
    )

    def __init__(
        self,
        *args: Any,
        agencies: list[Agency],
        goals: Sequence[PlanGoal],
        long_goal: str,
        words: CourseWords,
        attempts: Sequence[tuple[str, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        share_agencies(self, agencies)
        self._offer(attempts)
        self.goals = goals
        lines = []
        for place, goal in enumerate(goals, 1):
            how, said = f"achievement_{goal.id}", f"result_{goal.id}"
            self.fields[how] = ChipChoiceField(label="達成状況", choices=Achievement.choices, required=False)
            self.fields[said] = text("内容")
            lines.append(
                Section(f"短期目標{place}: {goal.text}", (how, said), lead=goal.by_when, key=f"goal-{place}")
            )
        self.SECTIONS = (
            Section("評価日", ("evaluated_on",), key="when"),
            *lines,
            Section("長期目標", ("achievement_long", "result_long"), lead=long_goal, key="long", folded=True),
            Section("見られた変化", ("changes", "changes_note"), key="changes"),
            Section("これからのこと", ("remaining_issues", "person_wish", "staff_opinion"), key="remaining"),
            Section("結論", ("conclusion",), key="conclusion"),
            Section(
                "終結のとき: 終結後の主担当機関とフォローアップ",
                ("lead_agency_after", "follow_up_on", "follow_up_agency", "follow_up_staff", "follow_up_how"),
                lead=f"終結は{words.conference}で確認します。会議までに決めてください。",
                key="after",
            ),
            Section(
                "中断のとき",
                ("contact_lost_on", "attempt_records", "contact_attempts"),
                lead=f"中断は、連絡がまったく取れなくなり、手を尽くしたあとに、{words.conference}で確認します。",
                key="lost",
                folded=True,
                opens_on=("conclusion", Conclusion.INTERRUPT.value),
            ),
        )

    def _offer(self, attempts: Sequence[tuple[str, str]]) -> None:
        """The records to tick; those ticked before stay among them."""
        known = dict(attempts)
        kept = [
            (one, "前に選んだ記録") for one in self.initial.get("attempt_records", ()) if one not in known
        ]
        if not known and not kept:
            del self.fields["attempt_records"]
            return
        self.fields["attempt_records"].choices = [*attempts, *kept]  # type: ignore[attr-defined]

    def evaluation_values(self) -> dict[str, Any]:
        """What `actions.evaluate` takes."""
        values = dict(self.cleaned_data)
        values["attempt_records"] = [UUID(one) for one in values.get("attempt_records", ())]
        results: dict[UUID | None, tuple[str, str]] = {
            goal.id: (values.pop(f"achievement_{goal.id}"), values.pop(f"result_{goal.id}"))
            for goal in self.goals
        }
        results[None] = (values.pop("achievement_long"), values.pop("result_long"))
        return {
            "on": values.pop("evaluated_on"),
            "version": values.pop("version") or 0,
            "results": results,
            **values,
        }
