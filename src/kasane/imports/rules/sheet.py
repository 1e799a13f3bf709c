"""What the rows of one household say, as the 受付シート and the answer on sharing take it (R-INT-01, R-DIS-01)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kasane.base.kinds import SHAREABLE_KINDS
from kasane.imports.rules.cells import narrow
from kasane.imports.rules.shapes import Columns, Fault, ReadRow

SUBJECT_WORDS = frozenset({"本人", "対象者", "当事者", "相談者本人", "ご本人", "対象者本人"})
UNSAID = "台帳に記載なし"


def consent_of(subject: ReadRow, case: Mapping[str, Any], columns: Columns) -> dict[str, Any]:
    """The answer as the ledger has it; a yes without how and by whom it was asked can only be 不明 (R-INT-01, R-DIS-01)."""
    answer = case.get("consent_answer", "unclear")
    words = str(case.get("consent_words", ""))
    by = str(case.get("consent_by") or case.get("staff") or "")
    method = str(case.get("consent_method") or "")
    if answer == "agree" and not (method and by):
        missing = "確認方法(書面・口頭・代理人)" if not method else "説明した人"
        reason = f"{missing}が分からないので、同意は「不明」として取り込みます。ケースで確かめてください。"
        subject.faults.append(Fault(subject.number, columns.of("consent_answer"), words, reason, False))
        answer = "unclear"
    agent = {"given_by": UNSAID, "tie": "続柄不明"} if method == "representative" else {}
    return {
        **agent,
        "answer": answer,
        "confirmed_on": case.get("consent_on") or case.get("received_on"),
        "method": method if answer != "unclear" else "",
        "explained_by": by if answer != "unclear" else "",
        "note": f"台帳の記載: {words}" if words else UNSAID,
    }


def person_of(row: ReadRow, *, is_subject: bool) -> dict[str, Any]:
    values = dict(row.person)
    if is_subject:
        values.pop("relation", None)
    return values


def sheet_of(subject: ReadRow, case: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of the 受付シート. Free text nobody has sorted counts as of every kind that can be shared (R-DIS-04)."""
    note = case["household_note"]
    relation = subject.person.get("relation", "")
    if relation and relation not in SUBJECT_WORDS:
        note = f"続柄: {relation}\n{note}".strip()
    topics = case["topics"]
    asked = "consulter_is" in case
    is_self = not asked and narrow(str(case.get("consulter_name", ""))) == narrow(subject.name)
    return {
        "received_on": case.get("received_on"),
        "channel": case.get("channel", "other"),
        "channel_note": case.get("channel_note", "" if "channel" in case else UNSAID),
        "consulter_is": case.get("consulter_is", "self" if is_self else "other"),
        "consulter_tie": case.get("consulter_tie", "" if asked or is_self else UNSAID),
        "consulter_name": case.get("consulter_name", ""),
        "consulter_contact": case.get("consulter_contact", ""),
        "household_note": note,
        "involved_note": case.get("involved_note", ""),
        "overview": case["overview"],
        "topics": topics,
        "main_topic": topics[0] if len(topics) == 1 else "",
        "is_urgent": case["is_urgent"],
        "urgent_note": case["urgent_note"],
        "kinds": int(SHAREABLE_KINDS),
    }
