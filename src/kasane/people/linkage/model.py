"""What is compared and into which levels it falls: the model as data (R-PEO-02).

Each comparison is an ordered list of levels; the first whose condition holds is the level of the pair. How much a
level weighs stands in weights.toml. Why the levels are cut this way: docs/decisions/0012-record-linkage.md.
"""

from __future__ import annotations

from dataclasses import dataclass

from kasane.people.linkage.birth import era_slips
from kasane.people.linkage.conditions import (
    Condition,
    at_least,
    begins,
    crossed,
    differ_by,
    equal,
    equal_or_unknown,
    known,
    near,
    said,
    same,
    same_end,
    shares_edge,
)


@dataclass(frozen=True)
class Level:
    """One degree of likeness; `silent` where a field says nothing for or against (it weighs 0)."""

    key: str
    label: str
    when: Condition | None
    silent: bool = False


@dataclass(frozen=True)
class Comparison:
    """One field with its levels, best first; the last has no condition and takes the rest."""

    key: str
    label: str
    levels: tuple[Level, ...]


_same_whole_name = same("name_key")
_same_family = same("family_key") | _same_whole_name  # 張浩然 may have been split wrongly in one
_same_given = same("given_key") | _same_whole_name
_same_whole_sound = same("sound_key")
_family_sound = same("family_sound")
_given_sound = same("given_sound") | _same_whole_sound
_family_unknown = ~said("family_key") & ~said("family_sound")
_given_unknown = ~said("given_key") & ~said("given_sound") & ~_same_whole_sound & ~_same_whole_name
_no_given_sound = ~said("given_sound")

_same_address = same("address_key") | begins("address_key")
_same_phone = same("mobile") | same("landline")
_one_home = _same_address | _same_phone
_given_other = ~_given_unknown & ~_same_given & ~_given_sound
# Which of the household is meant? Of that its name, home and telephone say nothing.
_member_in_question = _one_home & (_given_other | _given_unknown)
_OF_THE_HOUSE = "同じ(同じ住まいの人なら当然)"

FAMILY = Comparison(
    "family",
    "氏",
    (
        Level("unknown", "どちらかが空", _family_unknown & ~_same_whole_sound, silent=True),
        Level(
            "of_the_house", _OF_THE_HOUSE, _member_in_question & (_same_family | _family_sound), silent=True
        ),
        Level("same_very_common", "同じ(とても多い氏)", _same_family & at_least("family_common", 2)),
        Level("same_common", "同じ(多い氏)", _same_family & at_least("family_common", 1)),
        Level("same", "同じ", _same_family),
        Level("sounds_same", "読みが同じ", _family_sound | _same_whole_sound),
        Level("alike", "読みがほぼ同じ", near("family_sound")),
        Level("different", "ちがう", None),
    ),
)

GIVEN = Comparison(
    "given",
    "名",
    (
        Level("unknown", "どちらかが空", _given_unknown, silent=True),
        Level("same_both", "漢字も読みも同じ", _same_given & _given_sound),
        Level("same_written", "漢字が同じ(読みは比べられない)", _same_given & _no_given_sound),
        Level("same_written_alike", "漢字が同じ、読みがほぼ同じ", _same_given & near("given_sound")),
        Level("same_written_only", "漢字は同じ、読みがちがう", _same_given),
        Level("same_read", "読みが同じ(漢字は比べられない)", _given_sound & ~said("given_key")),
        Level("same_read_only", "読みは同じ、漢字がちがう", _given_sound),
        Level("read_alike", "読みがほぼ同じ(漢字は比べられない)", near("given_sound") & ~said("given_key")),
        Level(
            "written_alike",
            "漢字が一字ちがう(読みは比べられない)",
            shares_edge("given_key") & _no_given_sound,
        ),
        Level("both_alike", "漢字も読みも似ているが、別の名", near("given_sound") & shares_edge("given_key")),
        Level("different", "ちがう", None),
    ),
)

_whole_birth = same("birth_key")
_same_month_and_day = (
    known("birth_month")
    & known("birth_day")
    & equal("birth_month")
    & equal("birth_day")
    & known("birth_year")
)
_partly = (
    known("birth_year")
    & equal("birth_year")
    & equal_or_unknown("birth_month")
    & equal_or_unknown("birth_day")
    & ~said("birth_key")
)
_days_crossed = said("birth_key") & equal("birth_year") & crossed("birth_month", "birth_day")

BIRTH = Comparison(
    "birth",
    "生年月日",
    (
        Level("unknown", "どちらかが空", ~known("birth_year"), silent=True),
        Level("same", "同じ", _whole_birth),
        Level(
            "other_era",
            "月日が同じ、元号の取りちがえに見える",
            _same_month_and_day & differ_by("birth_year", era_slips()),
        ),
        Level("days_crossed", "年が同じ、月と日が入れかわっている", _days_crossed),
        Level("one_digit", "一けたちがい", near("birth_key")),
        Level("other_year", "月日が同じ、年がちがう", _same_month_and_day),
        Level("as_far_as_known", "わかるところまで同じ", _partly),
        Level("same_year", "年だけ同じ", equal("birth_year")),
        Level("different", "ちがう", None),
    ),
)

SEX = Comparison(
    "sex",
    "性別",
    (
        Level("unknown", "どちらかが空", ~said("sex"), silent=True),
        Level("same", "同じ", same("sex")),
        Level("different", "ちがう", None),
    ),
)

ADDRESS = Comparison(
    "address",
    "住所",
    (
        Level("unknown", "どちらかが空", ~said("town_key"), silent=True),
        Level("of_the_house", _OF_THE_HOUSE, _member_in_question & _same_address, silent=True),
        Level("same", "同じ", same("address_key")),
        Level("same_but_room", "部屋番号などのほかは同じ", begins("address_key")),
        Level("same_town", "同じ町・大字", same("town_key")),
        Level("different", "ちがう", None),
    ),
)

PHONE = Comparison(
    "phone",
    "電話",
    (
        Level("unknown", "比べられる番号がない", ~said("mobile") & ~said("landline"), silent=True),
        Level("of_the_house", _OF_THE_HOUSE, _member_in_question & _same_phone, silent=True),
        Level("same_mobile", "携帯番号が同じ", same("mobile")),
        Level("same_landline", "固定電話が同じ", same("landline")),
        Level(
            "alike",
            "番号がほぼ同じ",
            near("mobile") | near("landline") | (said("landline") & same_end("landline", 6)),
        ),
        Level("different", "ちがう", None),
    ),
)

_given_alike = (near("given_sound") & ~said("given_key")) | (shares_edge("given_key") & _no_given_sound)
_birth_close = _whole_birth | _days_crossed | near("birth_key") | _same_month_and_day
_birth_apart = known("birth_year") & ~_birth_close & ~_partly
_other_in_home = _one_home & _given_other

HOUSEHOLD = Comparison(
    "household",
    "世帯",
    (
        # Nearly all pairs end here, before the dearer conditions are looked at.
        Level("apart", "とくになし", ~(_one_home | _whole_birth), silent=True),
        Level(
            "alike_same_birth",
            "同じ住まい、似た名、同じ生年月日(ふたごか)",
            _other_in_home & _given_alike & _whole_birth,
        ),
        Level(
            "alike_other_birth",
            "同じ住まい、似た名、別の生年月日(親子・きょうだいか)",
            _other_in_home & _given_alike & known("birth_year"),
        ),
        Level("alike", "同じ住まい、似た名", _other_in_home & _given_alike),
        Level(
            "other_same_birth",
            "同じ住まい、名がちがい、生年月日が同じ(ふたごか)",
            _other_in_home & _whole_birth,
        ),
        Level("other_close_birth", "同じ住まい、名がちがい、生年月日が近い", _other_in_home & _birth_close),
        Level("other_other_birth", "同じ住まいの別の人に見える", _other_in_home & known("birth_year")),
        Level("other", "同じ住まい、名がちがう", _other_in_home),
        Level(
            "same_reading_other_birth",
            "同じ住まい、読みが同じで漢字と生年月日がちがう",
            _one_home & _given_sound & said("given_key") & ~_same_given & _birth_apart,
        ),
        Level(
            "same_name_other_birth",
            "同じ住まい、同姓同名で生年月日がちがう",
            _one_home & _same_given & _same_family & _birth_apart,
        ),
        Level(
            "nameless_same_birth",
            "同じ住まい、名が不明、生年月日が同じ",
            _one_home & _given_unknown & _whole_birth,
        ),
        Level("nameless", "同じ住まい、名が不明", _one_home & _given_unknown),
        Level(
            "twins_apart",
            "名だけがちがう(ふたごか)",
            _given_other & _whole_birth & (_same_family | _family_sound),
        ),
        Level("none", "とくになし", None, silent=True),
    ),
)

FIELDS: tuple[Comparison, ...] = (FAMILY, GIVEN, BIRTH, SEX, ADDRESS, PHONE)
"""Compared each for itself; their weights come from m and u."""

COMPARISONS: tuple[Comparison, ...] = (*FIELDS, HOUSEHOLD)
"""The last decides where the fields are not independent: inside a household."""

BLOCKING: tuple[str, ...] = (
    "l.birth_key = r.birth_key AND l.birth_key <> ''",
    "l.name_key = r.name_key AND l.name_key <> ''",
    "l.sound_key = r.sound_key AND l.sound_key <> ''",
    "l.mobile = r.mobile AND l.mobile <> ''",
    "l.landline = r.landline AND l.landline <> ''",
    "l.address_key = r.address_key AND l.address_key <> ''",
    "l.given_key = r.given_key AND l.birth_year = r.birth_year AND l.given_key <> '' AND l.birth_year > 0",
    "l.given_sound = r.given_sound AND l.birth_month = r.birth_month AND l.birth_day = r.birth_day"
    " AND l.given_sound <> '' AND l.birth_day > 0",
    "l.given_key = r.given_key AND l.town_key = r.town_key AND l.given_key <> '' AND l.town_key <> ''",
    "l.given_sound = r.given_sound AND l.town_key = r.town_key AND l.given_sound <> '' AND l.town_key <> ''",
    "l.family_key = r.family_key AND l.birth_month = r.birth_month AND l.birth_day = r.birth_day"
    " AND l.family_key <> '' AND l.birth_day > 0",
)
"""A pair is looked at when one of these holds: any one agreement too telling to be chance."""
