"""The told answers of 2-3, item by item, as the product's assessment keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from kasane.base.forms import ChipsField
from kasane.coordination.choices import PartSection
from kasane.coordination.forms.assessment import EconomyForm, FamilyForm, HealthForm, RouteForm, WorkForm

SECTIONS: dict[str, tuple[PartSection, type[forms.Form], dict[str, str], str]] = {
    "相談経路・相談歴": (
        PartSection.ROUTE,
        RouteForm,
        {"経路": "route", "これまでの相談先": "history"},
        "history",
    ),
    "家族・地域・住まい": (
        PartSection.FAMILY,
        FamilyForm,
        {
            "同居者と人数": "together",
            "別居の家族": "apart",
            "婚姻": "marriage",
            "子ども": "children",
            "家族の状況": "family_state",
            "地域との関係": "neighbours",
            "住居": "housing",
        },
        "housing_note",
    ),
    "健康・障害": (
        PartSection.HEALTH,
        HealthForm,
        {
            "健康状態": "state",
            "通院・服薬": "treatment",
            "健康保険": "insurance",
            "手帳": "certificates",
            "自立支援医療": "medical_aid",
            "要介護認定": "care_level",
            "介護者": "carer",
        },
        "state_note",
    ),
    "収入・公的給付・債務": (
        PartSection.ECONOMY,
        EconomyForm,
        {
            "本人収入": "income",
            "家計": "household_money",
            "滞納": "arrears",
            "債務": "debts",
            "給付": "benefits",
            "生活保護": "public_assistance",
        },
        "household_money",
    ),
    "職業・職歴・学歴": (
        PartSection.WORK,
        WorkForm,
        {
            "就労状況": "working",
            "離職後の期間": "since",
            "職歴": "history",
            "最終学歴": "schooling",
            "資格・免許": "qualifications",
        },
        "history",
    ),
}
"""Per section of the told sheet: the product's section, its form, where each item goes, and where what fits no choice goes."""

TAX_ITEMS = frozenset({"課税"})
"""Told items the demo's coordinator does not write: the made-up people share no tax information (R-DIS-03)."""


def section_answers(title: str, told: Mapping[str, str]) -> tuple[PartSection, dict[str, Any]]:
    """The section and its answers. Raises KeyError for a section or an item the sheet does not know."""
    section, form, places, rest = SECTIONS[title]
    answers: dict[str, Any] = {}
    left: list[str] = []
    for item, words in told.items():
        if item in TAX_ITEMS:
            continue
        name = places[item]
        value = _fitting(form.base_fields.get(name), words)
        if value is None:
            left.append(f"{item}: {words}")
        elif words.strip("- "):
            answers[name] = value
    if left:
        answers[rest] = "\n".join(filter(None, [answers.get(rest, ""), *left]))
    return section, answers


def _fitting(field: forms.Field | None, words: str) -> Any:
    """The words as the field keeps them; None when they are none of its choices."""
    if not isinstance(field, forms.ChoiceField):
        return words
    if words not in dict(field.choices):
        return None
    return [words] if isinstance(field, ChipsField) else words
