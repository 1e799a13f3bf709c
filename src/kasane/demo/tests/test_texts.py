"""The words: varied, filled in, labelled as the sheets label."""

import re
from collections import Counter
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from importlib.resources import files
from typing import Any

import pytest

from kasane.demo import labels
from kasane.demo.model import DemoHousehold
from kasane.demo.patterns import PATTERNS
from kasane.demo.stories.reader import StoryError, read_story
from kasane.demo.themes import THEMES
from kasane.demo.words import Words

Households = tuple[DemoHousehold, ...]


def _texts(value: Any) -> list[str]:
    """Every free text in a household, however deep."""
    if isinstance(value, str):
        return [] if isinstance(value, StrEnum) else [value]
    if isinstance(value, dict):
        return [t for inner in value.values() for t in _texts(inner)]
    if isinstance(value, tuple):
        return [t for inner in value for t in _texts(inner)]
    if is_dataclass(value):
        return [t for f in fields(value) for t in _texts(getattr(value, f.name))]
    return []


def test_outlines_of_three_hundred_households_differ(sample: Households) -> None:
    outlines = [h.outline for h in sample[:300]]
    assert len(set(outlines)) / len(outlines) > 0.97


def test_no_record_text_repeats_within_a_file(sample: Households) -> None:
    for h in sample:
        counted = Counter(r.text for r in h.records)
        assert all(n == 1 for n in counted.values()), (h.key, counted.most_common(1))


def test_record_texts_of_three_hundred_households_vary(sample: Households) -> None:
    texts = [r.text for h in sample[:300] for r in h.records]
    assert len(set(texts)) / len(texts) > 0.45


def test_no_slot_condition_or_mark_is_left_in_a_text(everyone: Households) -> None:
    left = re.compile(r"[{}#]|\[|None|。。|、。|」と「|（）|歳歳")
    for h in everyone:
        for text in _texts(h):
            assert not left.search(text), (h.key, text)


def test_texts_are_not_blank_where_the_sheet_asks(everyone: Households) -> None:
    for h in everyone:
        assert h.outline and h.triage_reason and h.household_note, h.key
        assert bool(h.urgency_text) == h.urgent
        assert all(r.text and r.next_step and r.counterpart and r.kinds for r in h.records), h.key
        if h.assessment:
            assert h.assessment.summary and h.assessment.strengths.strip("。") and h.assessment.wishes


def test_ages_named_in_outlines_are_those_of_members(sample: Households) -> None:
    for h in sample:
        ages = {str(p.age(h.received_on)) for p in h.members}
        assert set(re.findall(r"（(\d+)歳", h.outline)) <= ages, h.key


def test_a_person_alone_has_no_family_in_meeting_and_triage(sample: Households) -> None:
    for h in sample:
        if len(h.members) == 1:
            assert "世帯の複数" not in h.triage_reason
            opinions = h.plan_meeting.opinions if h.plan_meeting else ()
            assert all("家族" not in o.text for o in opinions), h.key


def test_every_theme_named_by_a_pattern_exists() -> None:
    used = {use.key for pattern in PATTERNS for use in pattern.themes}
    assert used == set(THEMES)


def test_conditions_in_front_of_a_sentence_are_kept() -> None:
    words = Words({"子": "長男"}, {"子": 3}, month=1)
    assert words.usable("[子0-3]{子}の夜泣き") and not words.usable("[子4-6]{子}の送迎")
    assert words.usable("[月11-3]灯油") and not words.usable("[月6-9]扇風機")
    assert not words.usable("{親}の通院")
    assert words.fill("#work [子0-3]{子}の夜泣き") == "長男の夜泣き"


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        (labels.Topic, 16),
        (labels.Channel, 7),
        (labels.Issue, 31),
        (labels.Change, 20),
        (labels.Method, 10),
        (labels.Request, 5),
        (labels.Screening, 5),
        (labels.DataKind, 5),
        (labels.Stage, 14),
    ],
)
def test_closed_lists_have_as_many_labels_as_the_sheets(kind: type[StrEnum], count: int) -> None:
    assert len(kind) == count


def test_stories_are_twelve_and_complete(told: Households) -> None:
    assert len(told) == len({h.key for h in told}) == len({h.pattern for h in told}) == 12
    for h in told:
        assert h.title and len(h.outline) > 150, h.key
        assert 6 <= len(h.records) <= 15, h.key
        assert 2 <= len({r.agency for r in h.records}) <= 5, h.key
        assert all(len(r.text) > 25 for r in h.records), h.key
    assert len({h.stage for h in told}) >= 10


def test_the_8050_story_goes_the_whole_way(told: Households) -> None:
    story = next(h for h in told if h.pattern == "8050")
    assert story.subject.age(story.received_on) == 82
    assert [p.age(story.received_on) for p in story.members if p.relation == "長男"] == [54]
    assert story.plan and story.plan.uses_participation and story.plan.uses_outreach
    assert story.plan_meeting and len(story.plan_meeting.members) >= 5
    assert (
        len(
            {
                r.agency
                for r in story.records
                if story.decision and story.day_of(r) >= story.decision.decided_on
            }
        )
        >= 3
    )
    assert story.closure and story.closure.handed_back_to is story.intake_agency


def _source(name: str) -> str:
    return files("kasane.demo.stories").joinpath(name).read_text(encoding="utf-8")


def test_a_story_with_a_label_outside_the_lists_is_refused(today: date) -> None:
    text = _source("s12_after_disaster.toml").replace('channel = "訪問"', 'channel = "巡回"')
    with pytest.raises(StoryError, match="巡回"):
        read_story(text, today)


def test_a_story_with_a_field_missing_or_unknown_is_refused(today: date) -> None:
    text = _source("s12_after_disaster.toml")
    with pytest.raises(StoryError, match="outline"):
        read_story(text.replace("outline =", "outlin ="), today)
    with pytest.raises(StoryError, match="weather"):
        read_story('weather = "雨"\n' + text, today)
