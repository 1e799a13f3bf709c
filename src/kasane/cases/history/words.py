"""Rows of any table about a case in the words of the screens: which table, which field, which value (R-DIS-08).

The models say most of it themselves; here stands what they do not say. Works above this app add how to read what only
they understand (`tell_with`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models

from kasane.agencies.models import Agency, Area, User
from kasane.base.dates import wareki, wareki_time
from kasane.base.kinds import kind_labels
from kasane.disclosure.models import Purpose
from kasane.people.models import Person

Row = Mapping[str, Any]
Line = tuple[str, str]
JsonReader = Callable[[Row], Iterable[Line]]

TABLES: dict[str, str] = {
    "cases_case": "ケース",
    "people_person": "世帯の人",
    "people_tie": "つながり",
    "intake_reception": "受付シート(2-1-1)",
    "intake_phonecall": "電話の記録",
    "intake_referral": "つなぎ・つなぎもどし(2-1-2)",
    "intake_referralcomment": "つなぎの連絡",
    "intake_referralvisit": "つなぎの同行",
    "intake_hopstep": "止まっているつなぎについて推進員がしたこと",
    "intake_informationgiven": "情報提供の記録",
    "intake_prefecturehandover": "県への引き継ぎ",
    "intake_rightsroute": "権利擁護の道すじ",
    "intake_rightsstep": "権利擁護の道すじの段階",
    "intake_maternityentry": "妊産婦等の支援台帳",
    "intake_maternityneed": "妊産婦等の支援台帳の必要度",
    "intake_maternitytalk": "妊産婦等の支援台帳の面談",
    "intake_supportplan": "サポートプラン",
    "intake_supportplanitem": "サポートプランの支援内容",
    "intake_housingbenefit": "住居確保給付金",
    "intake_housingterm": "住居確保給付金の支給期間",
    "intake_housingtalk": "住居確保給付金の面接",
    "disclosure_consent": "同意",
    "disclosure_evidence": "情報共有のもとになる事実",
    "disclosure_legalexception": "同意によらない情報共有(法令に基づく例外)",
    "intake_extraanswer": "窓口の項目",
    "intake_outpostreception": "出張相談で受けたこと",
    "cases_supportrecord": "支援経過記録",
    "cases_task": "予定",
    "cases_telling": "外部への情報提供",
    "coordination_application": "相談受付・申込票(2-2)",
    "coordination_assessment": "アセスメント(2-3)",
    "coordination_assessmentpart": "アセスメント(2-3)の項目",
    "coordination_informationrequest": "情報提供依頼",
    "coordination_informationreply": "情報提供依頼への返事",
    "coordination_informationanswer": "情報提供依頼への回答",
    "coordination_drawnsignature": "画面での署名",
    "coordination_personissue": "アセスメント(2-3)の課題",
    "coordination_plan": "プラン(2-4)",
    "coordination_plangoal": "プラン(2-4)の短期目標",
    "coordination_planitem": "プラン(2-4)の支援内容",
    "coordination_decision": "支援決定",
    "coordination_approval": "支援決定の起案",
    "coordination_approvalstep": "支援決定の起案への答え",
    "coordination_menuplan": "参加支援プラン・アウトリーチ等プラン(2-5)",
    "coordination_menujudgement": "2-5についての会議の判断",
    "coordination_itemdecision": "支援内容ごとの支援決定",
    "coordination_monitoring": "モニタリング",
    "coordination_monitoringitem": "モニタリングの支援内容",
    "coordination_progressreport": "進みぐあいの知らせ",
    "coordination_evaluation": "評価シート(2-6)",
    "coordination_goalresult": "評価シート(2-6)の目標",
    "coordination_connectedness": "つながり評価(2-7)",
    "coordination_conferencejudgement": "会議の判断",
    "coordination_followup": "終結後のフォローアップ",
    "conferences_agendaitem": "会議の議題",
    "conferences_talk": "会議の話し合い",
    "conferences_meetingdecision": "会議の決定事項",
    "people_pattern": "課題の組み合わせへの答え",
}
"""Every logged table of a case that people read, by its name for them, in the order of the work."""

OTHERS: dict[str, str] = {
    "people_personstate": "世帯の人(日ごとの内容)",
    "cases_event": "経過のできごと",
    "cases_alarm": "緊急の知らせ",
    "cases_alarmtold": "緊急の知らせを受けた人",
    "cases_alarmstep": "緊急の知らせについてしたこと",
}
"""Tables that are read elsewhere than in the history."""

NOT_TOLD: dict[str, str] = {
    "cases_alarm": "has a page of its own; the copy tells it without who reported (高齢者虐待防止法第8条 and its like)",
    "cases_alarmstep": "as cases_alarm",
    "cases_alarmtold": "as cases_alarm",
    "cases_event": "each step follows from a change that is told itself",
    "imports_importedrow": "where a row of a ledger went; the rows themselves are told",
    "people_sameperson": "follows from a coordinator's decision, which touches other cases",
    "people_pair": "tells of other cases",
    "agencies_contract": "of many cases",
    "conferences_meeting": "a meeting is of many cases; what concerns one stands in its item",
    "conferences_member": "as conferences_meeting",
    "conferences_minutescheck": "as conferences_meeting",
    "conferences_sheetcopy": "as conferences_meeting; that a copy was made is among the readings of the case",
    "conferences_talkline": "the working paper of the minutes, which tell it",
    "disclosure_disposalbatch": "a proposal is of many cases",
    "disclosure_disposalitem": "as disclosure_disposalbatch",
    "disclosure_retentionhold": "for those who decide about files; the case page says that it is held",
    "imports_import": "an import is of many cases",
    "people_protectedcontact": "for named staff alone (R-DIS-09)",
    "people_protectionhandover": "for those who give protected persons new staff",
}
"""Logged tables whose rows are not told, and why."""

FIELDS: dict[str, str] = {
    "person_id": "だれのこと",
    "agency_id": "機関",
    "user_id": "職員",
    "assignee_id": "担当者",
    "done_by_id": "済ませた人",
    "outcome_by_id": "対応を決めた人",
    "followed_up_by_id": "フォローアップをした人",
    "answered_by_id": "答えた人",
    "kind": "種類",
    "title": "できごと",
    "body": "内容",
    "by_id": "した人",
    "ended_by_id": "結果を書いた人",
}
"""Fields that have no Japanese name of their own."""

MASK = "■■■"
CONCEALED = ("〔秘匿〕", MASK)
"""What stands in place of a value that is not told, whatever its sort."""

BITS: dict[str, Callable[[int], list[str]]] = {
    "kinds": kind_labels,
    "sharing_kinds": kind_labels,
    "purposes": lambda value: [str(one.label) for one in Purpose if value & one],
}
"""Numbers that stand for several words."""

OF_THE_MACHINE = {
    "source",
    "touched_at",
    "year",
    "recorded_at",
    "replaced_at",
    "checked_on",
    "persons",
    "answered_on",
    "group",
    "referral_id",
    "goal_id",
    "issue_ids",
}
_JAPANESE = re.compile("[ぁ-んァ-ヶ一-龥]")
_RANGE = re.compile(r"[\[(]([^,]*),([^\])]*)[\])]")
_readers: dict[tuple[str, str], JsonReader] = {}


def tell_with(table: str, column: str, reader: JsonReader) -> None:
    """Called once by the work that owns the table: how its JSON column reads."""
    _readers[table, column] = reader


@dataclass
class Names:
    """The names behind the ids of some rows; looked up together, a query for each sort of thing."""

    found: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, key: object) -> str:
        return self.found.get(str(key), "(分からない)") if key else ""

    @classmethod
    def behind(cls, rows: Iterable[tuple[str, Row]], *, more: Iterable[object] = ()) -> Names:
        """Names of whatever the rows point to, and of `more` ids."""
        wanted: dict[type[models.Model], set[str]] = {User: set(), Agency: set(), Area: set(), Person: set()}
        everyone = {str(one) for one in more if one}
        for table, row in rows:
            for column, found in columns_of(table).items():
                target, ids = _target(found), row.get(column)
                if target in wanted and isinstance(ids, str):
                    wanted[target].add(ids)
                elif target is None and isinstance(ids, list) and _holds_ids(found):
                    everyone.update(map(str, ids))
        wanted[User] |= everyone
        wanted[Agency] |= everyone
        wanted[Person] |= everyone
        names: dict[str, str] = {}
        for model, ids in wanted.items():
            clean = {one for one in ids if _is_id(one)}
            if clean:
                names.update(
                    {
                        str(one.pk): str(getattr(one, "name", one))
                        for one in model._default_manager.filter(pk__in=clean)
                    }
                )
        return cls(names)


def table_label(table: str) -> str:
    """The table as people call it; its own name for one that nobody listed yet."""
    model = _model(table)
    return TABLES.get(table) or OTHERS.get(table) or (str(model._meta.verbose_name) if model else table)


@cache
def columns_of(table: str) -> dict[str, models.Field]:
    """The columns that mean something to people, in the order of the model."""
    model = _model(table)
    if model is None:
        return {}
    return {
        one.attname: one
        for one in model._meta.concrete_fields
        if _label(one) and one.attname not in OF_THE_MACHINE
    }


def label_of(table: str, column: str) -> str:
    return _label(columns_of(table)[column])


def about_of(table: str, row: Row, names: Names) -> str:
    """Whom the row is about."""
    if table in ("people_person", "people_personstate"):
        parts = dict.fromkeys(str(row.get(name) or "") for name in ("family_name", "given_name"))
        return " ".join(part for part in parts if part)
    return names[row.get("person_id")] if row.get("person_id") else ""


def told(table: str, row: Row, names: Names, *, only: Iterable[str] | None = None) -> list[Line]:
    """The row in (label, value) pairs; what is empty is left out. `only` some columns, where asked for."""
    wanted = None if only is None else set(only)
    lines: list[Line] = []
    for column, found in columns_of(table).items():
        if wanted is not None and column not in wanted:
            continue
        if isinstance(found, models.JSONField):
            lines += [(label, value) for label, value in _json(table, column, row) if value]
        elif value := value_words(found, row.get(column), names):
            lines.append((_label(found), value))
    return lines


def value_words(found: models.Field, value: Any, names: Names) -> str:
    """One value as the screens show it."""
    if value is None or value in ("", []):
        return ""
    if value in CONCEALED:
        return str(value)
    if isinstance(value, list):
        return "、".join(_one_of_many(found, one, names) for one in value)
    if found.attname in BITS:
        return "・".join(BITS[found.attname](int(value)))
    if _target(found) is not None:
        return names[value]
    choices = dict(found.flatchoices)
    if choices:
        return str(choices.get(value, value))
    return _plain(found, value)


def _plain(found: models.Field, value: Any) -> str:
    if isinstance(found, models.BooleanField):
        return "はい" if value else "いいえ"
    if isinstance(found, models.DateTimeField):
        return wareki_time(datetime.fromisoformat(str(value)))
    if isinstance(found, models.DateField):
        return wareki(date.fromisoformat(str(value)))
    days = _RANGE.fullmatch(str(value)) if found.get_internal_type() == "DateRangeField" else None
    if days:
        first, last = (wareki(date.fromisoformat(day)) if day else "" for day in days.groups())
        return f"{f'{first}から' if first else ''}{f'{last}の前日まで' if last else ''}" or "いつも"
    return str(value)


def _one_of_many(found: models.Field, value: Any, names: Names) -> str:
    base = getattr(found, "base_field", found)
    if _holds_ids(found):
        return names[value]
    return str(dict(base.flatchoices).get(value, value))


def _json(table: str, column: str, row: Row) -> Iterable[Line]:
    reader = _readers.get((table, column))
    value = row.get(column)
    if not value:
        return []
    if reader is None:
        return [(label_of(table, column), "(内容あり)")]
    return reader(row)


def _label(found: models.Field) -> str:
    own = str(found.verbose_name)
    return own if _JAPANESE.search(own) else FIELDS.get(found.attname, "")


def _target(found: models.Field) -> type[models.Model] | None:
    related = getattr(found, "related_model", None)
    return related if isinstance(related, type) else None


def _holds_ids(found: models.Field) -> bool:
    return isinstance(found, ArrayField) and isinstance(found.base_field, models.UUIDField)


def _is_id(text: str) -> bool:
    return bool(re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", text))


@cache
def _model(table: str) -> type[models.Model] | None:
    return next((one for one in apps.get_models() if one._meta.db_table == table), None)
