"""What the 書類 tab offers to print: 支援経過記録 of a stretch of time, and blank sheets to take along (FORMS)."""

from __future__ import annotations

from kasane.base.dates import add_months, short_wareki, today
from kasane.cases.models import Case
from kasane.cases.panels import Panel
from kasane.coordination.menus.choices import ADDRESSES
from kasane.sheets.fill import BLANKS

NAMES = {
    "2-1-1": "受付シート",
    "2-1-2": "つなぐシート",
    "2-2": "相談受付・申込票",
    "2-3": "アセスメントシート",
    "2-4": "プラン",
    "2-5-1": "参加支援プラン",
    "2-5-2": "アウトリーチ等プラン",
    "2-6": "評価シート",
    "2-7": "つながり評価",
    "records": "支援経過記録",
}
"""What a worker calls the sheets."""
_NUMBERS = {"records": "", **{address: code for code, address in ADDRESSES.items()}}
"""Sheets that are not numbered as in their address."""


def documents(case: Case) -> list[Panel]:
    """No query: the records are read when they are printed."""
    since = short_wareki(add_months(today(), -3))
    blanks = [(code, f"{_NUMBERS.get(code, code)} {NAMES[code]}".strip()) for code in BLANKS]
    context = {"case": case, "since": since, "until": short_wareki(today()), "blanks": blanks}
    return [Panel("支援経過記録と白紙の様式を印刷する", "sheets/panel_documents.html", context)]
