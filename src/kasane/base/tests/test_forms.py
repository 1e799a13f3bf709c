"""Form ground: what was typed is understood or answered in words."""

from __future__ import annotations

from datetime import date

from kasane.base.forms import KindsField, MomentField, Section, SectionedForm, WarekiField, text
from kasane.base.kinds import DataKind


class Sheet(SectionedForm):
    day = WarekiField(label="日付")
    moment = MomentField(label="日時", required=False)
    kinds = KindsField()
    note = text("メモ", rows=3)
    SECTIONS = (Section("はじめ", ("day", "moment")), Section("くわしく", ("kinds", "note"), folded=True))


def test_a_wareki_date_becomes_a_date():
    form = Sheet({"day": "令和7年4月1日"})
    assert form.is_valid()
    assert form.cleaned_data["day"] == date(2025, 4, 1)


def test_a_wrong_date_is_answered_with_the_way_to_write_it():
    form = Sheet({"day": "4月1日頃"})
    assert "令和7年4月1日" in form.errors["day"][0]


def test_a_moment_without_a_time_is_noon_in_japan():
    form = Sheet({"day": "R7.4.1", "moment_day": "R7.4.1", "moment_time": ""})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["moment"].isoformat() == "2025-04-01T12:00:00+09:00"


def test_basic_data_are_always_among_the_kinds():
    form = Sheet({"day": "R7.4.1", "kinds": [str(DataKind.HEALTH.value)]})
    assert form.is_valid()
    assert form.cleaned_data["kinds"] == DataKind.BASIC | DataKind.HEALTH


def test_sections_name_every_field_once_in_order():
    names = [field.name for section in Sheet().sections() for field in section.fields]
    assert names == ["day", "moment", "kinds", "note"]
