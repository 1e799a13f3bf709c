"""インテーク・アセスメントシート (別紙2-3): one form for each section (R-COOR-03)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms

from kasane.base.choices import Issue
from kasane.base.forms import ChipChoiceField, ChipsField, Section, SectionedForm, WarekiField, text
from kasane.cases.formpage import VersionForm
from kasane.coordination.choices import ASKED, PartSection, Screening, Source, issue_kinds
from kasane.coordination.forms.fields import half
from kasane.people.models import Person

GATHERED = ("gathered_on", "sources", "source_note")


def _choices(*labels: str) -> list[tuple[str, str]]:
    """A closed list of the sheet whose words are kept as they are printed."""
    return [(label, label) for label in labels]


class PartForm(VersionForm, SectionedForm):
    """A section of 2-3: its own items, then from whom and on which day they were gathered."""

    gathered_on = half(WarekiField(label="聞き取った日"))
    sources = ChipsField(label="だれから・何から分かったことか", choices=Source.choices, required=False)
    source_note = text("補足", help_text="機関の名前や、聞いたときの様子など")

    TITLE = ""
    ITEMS: tuple[str, ...] = ()

    def sections(self):  # type: ignore[no-untyped-def]
        self.SECTIONS = (
            Section(self.TITLE, self.ITEMS, key="items"),
            Section("情報源", GATHERED, key="source"),
        )
        return super().sections()

    def answers(self) -> dict[str, Any]:
        """What is kept of the section: only what was answered."""
        return {
            name: self.cleaned_data[name]
            for name in self.ITEMS
            if self.cleaned_data[name] not in ("", [], None)
        }

    def part_values(self) -> dict[str, Any]:
        """What `actions.save_part` takes."""
        return {
            "answers": self.answers(),
            "sources": self.cleaned_data["sources"],
            "source_note": self.cleaned_data["source_note"],
            "on": self.cleaned_data["gathered_on"],
            "version": self.cleaned_data["version"] or 0,
        }

    @classmethod
    def lines(cls, answers: Mapping[str, Any]) -> list[dict[str, str]]:
        """The answers in words, in the order of the sheet, then what was asked beside it; what is empty is left out."""
        items = [
            {"label": str(cls.base_fields[name].label), "value": _words(cls.base_fields[name], answers[name])}
            for name in cls.ITEMS
            if answers.get(name) not in (None, "", [])
        ]
        asked = [{"label": one["question"], "value": one["answer"]} for one in answers.get(ASKED, ())]
        return items + asked


def _words(field: forms.Field, value: Any) -> str:
    labels = dict(getattr(field, "choices", ()))
    if isinstance(value, list):
        return "、".join(str(labels[one]) for one in value if one in labels)
    return str(labels.get(value, value))


class RouteForm(PartForm):
    TITLE = "相談経路・相談歴"
    route = ChipChoiceField(
        label="相談の経路",
        choices=_choices(
            "本人来所", "本人電話・メール", "家族・知人来所", "家族・知人電話・メール", "アウトリーチ", "関係機関紹介"
        ),
        required=False,
    )  # fmt: skip
    referrer = text("紹介した機関", max_length=120)
    history = text("これまでの相談先と、そこでの経過", rows=4)
    ITEMS = ("route", "referrer", "history")


class FamilyForm(PartForm):
    TITLE = "家族・地域・住まい"
    together = half(text("同居者と人数"))
    apart = half(text("別居の家族"))
    marriage = ChipChoiceField(
        label="婚姻", choices=_choices("既婚", "未婚", "離別", "死別", "その他"), required=False
    )
    children = text("子ども", help_text="人数、年齢、扶養しているかどうか")
    family_state = text("家族の状況", rows=4, help_text="誰が何を担っているか、家族どうしの関係")
    neighbours = text("地域との関係", rows=3)
    housing = ChipChoiceField(
        label="住居",
        choices=_choices("持家", "借家", "公営住宅", "会社の寮", "施設・病院", "野宿", "その他"),
        required=False,
    )
    housing_note = text("住まいの様子")
    ITEMS = (
        "together", "apart", "marriage", "children", "family_state", "neighbours", "housing", "housing_note",
    )  # fmt: skip


class HealthForm(PartForm):
    TITLE = "健康・障害"
    state = ChipChoiceField(
        label="健康状態", choices=_choices("良い", "まあ良い", "あまり良くない", "良くない"), required=False
    )
    state_note = text("体調や病気のこと", rows=3)
    treatment = text("通院・服薬", rows=2)
    insurance = ChipChoiceField(
        label="健康保険",
        choices=_choices("国民健康保険", "被用者保険", "後期高齢者医療", "加入していない", "不明"),
        required=False,
    )
    certificates = ChipsField(
        label="手帳",
        choices=_choices("身体障害者手帳", "療育手帳", "精神障害者保健福祉手帳", "申請中", "なし"),
        required=False,
    )
    grade = text("等級など", max_length=60)
    medical_aid = ChipChoiceField(
        label="自立支援医療", choices=_choices("利用あり", "申請中", "利用なし"), required=False
    )
    care_level = ChipChoiceField(
        label="要介護認定",
        choices=_choices(
            "なし", "申請中", "要支援1", "要支援2", "要介護1", "要介護2", "要介護3", "要介護4", "要介護5"
        ),
        required=False,
    )  # fmt: skip
    carer = text("介護者", help_text="誰が、どれくらい")
    ITEMS = (
        "state", "state_note", "treatment", "insurance", "certificates", "grade", "medical_aid", "care_level",
        "carer",
    )  # fmt: skip


class EconomyForm(PartForm):
    TITLE = "収入・公的給付・債務"
    income = half(text("本人の収入(月)", max_length=60))
    household_income = half(text("世帯の収入(月)", max_length=60))
    household_money = text("家計の様子", rows=3)
    arrears = ChipsField(
        label="滞納",
        choices=_choices("家賃・ローン", "健康保険料", "年金保険料", "公共料金", "給食費等", "なし"),
        required=False,
    )
    arrears_note = text("滞納の内容", help_text="税の滞納は「課税・税の滞納」に書きます。")
    debts = ChipChoiceField(label="債務", choices=_choices("あり", "なし", "不明"), required=False)
    debts_note = text("債務の内容", rows=2)
    benefits = ChipsField(
        label="受けている給付",
        choices=_choices(
            "年金", "児童手当", "児童扶養手当", "障害の手当", "雇用保険", "傷病手当金", "その他", "なし"
        ),
        required=False,
    )
    public_assistance = ChipChoiceField(
        label="生活保護", choices=_choices("受給中", "過去に受給", "申請中", "なし"), required=False
    )
    ITEMS = (
        "income", "household_income", "household_money", "arrears", "arrears_note", "debts", "debts_note",
        "benefits", "public_assistance",
    )  # fmt: skip


class TaxForm(PartForm):
    """The part of section 4 that is tax information: a page of its own, for those who may see it (R-DIS-03)."""

    TITLE = "課税・税の滞納"
    taxation = ChipChoiceField(label="課税", choices=_choices("課税", "非課税", "不明"), required=False)
    tax_arrears = ChipChoiceField(label="税の滞納", choices=_choices("あり", "なし", "不明"), required=False)
    tax_note = text("税の滞納の内容", rows=2, help_text="税目、時期、分納の約束など")
    ITEMS = ("taxation", "tax_arrears", "tax_note")


class WorkForm(PartForm):
    TITLE = "職業・職歴・学歴"
    working = ChipChoiceField(
        label="就労状況",
        choices=_choices("就労中", "転職希望", "求職中", "今後就労したい", "していない"),
        required=False,
    )
    since = text("仕事を離れてからの期間", max_length=60)
    history = text("職歴", rows=3)
    schooling = ChipChoiceField(
        label="最終学歴",
        choices=_choices(
            "中学校", "高校", "高校中退", "特別支援学校", "専門学校・短大", "大学・大学院", "在学中", "不明"
        ),
        required=False,
    )  # fmt: skip
    qualifications = text("資格・免許")
    ITEMS = ("working", "since", "history", "schooling", "qualifications")


class StrengthsForm(PartForm):
    TITLE = "本人・世帯の強み"
    strengths = text(
        "強み", required=True, rows=6, help_text="できていること、好きなこと、頼れる人、続けてきたこと"
    )
    ITEMS = ("strengths",)


class WishesForm(PartForm):
    TITLE = "本人の希望・意向"
    wishes = text("本人の希望・意向", required=True, rows=5, help_text="本人の言葉のまま")
    family_wishes = text("家族の希望・意向", rows=4)
    ITEMS = ("wishes", "family_wishes")


class SummaryForm(PartForm):
    TITLE = "課題のまとめと背景、支援の方向性"
    summary = text("課題のまとめと背景、支援の方向性", required=True, rows=8)
    screening = ChipChoiceField(
        label="スクリーニング",
        choices=Screening.choices,
        required=False,
        help_text="まだ決められないときは、選ばずに保存できます。",
    )
    ITEMS = ("summary",)

    def sections(self):  # type: ignore[no-untyped-def]
        self.SECTIONS = (
            Section("課題のまとめと背景、支援の方向性", ("summary",), key="items"),
            Section("スクリーニング", ("screening",), key="screening"),
            Section("情報源", GATHERED, key="source"),
        )
        return SectionedForm.sections(self)

    def part_values(self) -> dict[str, Any]:
        return super().part_values() | {"screening": self.cleaned_data["screening"]}


class IssuesForm(PartForm):
    """Items 6 and 7: the issues of 本人 and of each member, side by side."""

    TITLE = "本人と世帯員の課題"

    def __init__(self, *args: Any, people: Sequence[Person], kinds: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = people
        shown = [(value, label) for value, label in Issue.choices if not issue_kinds(value) & ~kinds]
        for person in people:
            self.fields[f"issues_{person.id}"] = ChipsField(label=person.name, choices=shown, required=False)

    def sections(self):  # type: ignore[no-untyped-def]
        self.SECTIONS = (Section("情報源", GATHERED, key="source"),)
        return SectionedForm.sections(self)

    def matrix(self) -> list[dict[str, Any]]:
        """One row per issue with a box for each person, as the template draws it."""
        columns = [self[f"issues_{person.id}"] for person in self.people]
        boxes = [list(column) for column in columns]
        return [
            {"label": row[0].choice_label, "boxes": list(zip(self.people, row, strict=True))}
            for row in zip(*boxes, strict=True)
        ]

    def issues(self) -> dict[UUID, Iterable[str]]:
        """What `actions.save_issues` takes."""
        return {person.id: self.cleaned_data[f"issues_{person.id}"] for person in self.people}


PART_FORMS: dict[str, type[PartForm]] = {
    PartSection.ROUTE: RouteForm,
    PartSection.FAMILY: FamilyForm,
    PartSection.HEALTH: HealthForm,
    PartSection.ECONOMY: EconomyForm,
    PartSection.TAX: TaxForm,
    PartSection.WORK: WorkForm,
    PartSection.ISSUES: IssuesForm,
    PartSection.STRENGTHS: StrengthsForm,
    PartSection.WISHES: WishesForm,
    PartSection.SUMMARY: SummaryForm,
}


def answer_lines(row: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The answers of a kept section (a row as the log has it) in words."""
    form = PART_FORMS.get(str(row.get("section")))
    answers = row.get("answers") or {}
    return [(line["label"], line["value"]) for line in form.lines(answers)] if form else []
