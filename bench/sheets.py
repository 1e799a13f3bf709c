"""sheets: the plan (2-4) as PDF, and the papers of a meeting of twelve cases as fifteen numbered copies.

The same sheet goes through WeasyPrint as a page of HTML with the same font, by turns in the same run; both files are
opened afterwards, and whatever was entered must stand on them.
"""

from __future__ import annotations

import html
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from bench._harness import Bar, finish, percentile, seconds

ROUNDS, QUICK_ROUNDS = 60, 12
SLOW_ROUNDS, QUICK_SLOW_ROUNDS = 7, 2
CASES, RECIPIENTS, RIGHTS = 12, 15, 5
SHEET_MS, PACK_S, RATIO = 30.0, 5.0, 10.0


def run(*, quick: bool) -> int:
    """Prints the times and the BAR lines; 1 when one is short."""
    ours, theirs = _by_turns(QUICK_ROUNDS if quick else ROUNDS, QUICK_SLOW_ROUNDS if quick else SLOW_ROUNDS)
    pack = min(_pack_seconds(turn) for turn in range(1 if quick else 3))
    p50, slow = percentile(ours, 0.5), percentile(theirs, 0.5)
    print(
        f"2-4 を PDF に: かさね p50 {p50:.1f} ms p95 {percentile(ours, 0.95):.1f} ms / WeasyPrint p50 {slow:.0f} ms"
    )
    print(f"{CASES}件・{RECIPIENTS}部の会議資料一式({RIGHTS}とおりの見える範囲): {pack:.2f} 秒")
    return finish(
        [
            Bar("sheets.plan_p50", p50, "ms", SHEET_MS),
            Bar("sheets.weasyprint_ratio", slow / p50, "x", RATIO, at_most=False),
            Bar("sheets.pack", pack, "s", PACK_S),
        ]
    )


def _by_turns(rounds: int, slow_rounds: int) -> tuple[list[float], list[float]]:
    """Milliseconds of each sheet, the content another one each time: nothing is printed from memory."""
    ours: list[float] = []
    theirs: list[float] = []
    for turn in range(-3, rounds):
        sheet = _plan(turn)
        spent = seconds(lambda one=sheet: _ours(one)) * 1000
        if turn >= 0:
            ours.append(spent)
        if turn % max(1, rounds // slow_rounds) == 0 or turn == -1:
            spent = seconds(lambda one=sheet: _theirs(one)) * 1000
            if turn >= 0:
                theirs.append(spent)
    _must_say(_ours(_plan(0)), _plan(0))
    _must_say(_theirs(_plan(0)), _plan(0))
    return ours, theirs


def _ours(sheet: Any) -> bytes:
    from kasane.sheets.render import render_pdf

    return render_pdf(sheet)


def _plan(turn: int) -> Any:
    """The filled plan of the tests, about somebody else each time."""
    from kasane.sheets.paper.plan import plan_2_4
    from kasane.sheets.tests.samples import PLAN, TOWN

    changed = replace(
        PLAN,
        case_number=f"R7-{turn % 9000 + 100:04d}",
        issues=f"{PLAN.issues}\n{turn}回目の話し合いで確かめた。",
        wishes=f"({turn}) {PLAN.wishes}",
    )
    return plan_2_4(changed, TOWN, printed_on="令和7年5月12日")


def _pack_seconds(turn: int) -> float:
    """All copies, from the sheets as each recipient may see them to the last finished file."""
    from kasane.sheets.pack.copies import printed_copies

    copies = _copies(turn)
    start = time.perf_counter()
    files = printed_copies(copies, title="重層的支援会議 資料一式")
    spent = time.perf_counter() - start
    if len({len(_pages(file)) for file in files}) < 2:
        sys.exit("every recipient got the same papers")
    for copy, file in zip(copies, files, strict=True):
        if any(copy.recipient not in page for page in _pages(file)):
            sys.exit(f"a page without the name of {copy.recipient}")
    return spent


def _copies(turn: int) -> list[Any]:
    """Fifteen people with five different sets of rights: each sees another part of the twelve cases."""
    from kasane.sheets.pack.copies import Copy
    from kasane.sheets.paper.application import application_2_2
    from kasane.sheets.tests.samples import APPLICATION, TOWN

    parts = []
    for case in range(CASES):
        plan = _plan(turn * 1000 + case)
        application = application_2_2(
            replace(APPLICATION, case_number=plan.case_number, wishes=f"{case} {APPLICATION.wishes}"), TOWN
        )
        parts.append((f"議題{case + 1} {plan.case_number}", (application, plan)))
    seen = [
        tuple(part for place, part in enumerate(parts) if place % RIGHTS != right)
        for right in range(RIGHTS - 1)
    ]
    seen.append(tuple(parts))
    return [
        Copy(number, f"委員{number:02d}", "美咲町の機関", seen[number % RIGHTS])
        for number in range(1, RECIPIENTS + 1)
    ]


def _must_say(pdf: bytes, sheet: Any) -> None:
    from kasane.sheets.encode import texts_of
    from kasane.sheets.tests.reading import printed, squeezed

    text = printed(pdf)
    for wanted in (
        sheet.case_number,
        sheet.title,
        *(one for one in texts_of(sheet.blocks) if len(one) > 12 and "　　" not in one),
    ):
        if squeezed(wanted) not in text:
            sys.exit(f"not on the paper: {wanted}")


def _pages(pdf: bytes) -> list[str]:
    from kasane.sheets.tests.reading import page_texts, squeezed

    return [squeezed(text) for text in page_texts(pdf)]


@cache
def _weasyprint() -> Any:
    try:
        import weasyprint
    except ImportError:
        sys.exit("WeasyPrint is missing: install requirements-dev.lock")
    from weasyprint.text.fonts import FontConfiguration

    from kasane.sheets.fonts import FONT_FILE, font_directory

    fonts = FontConfiguration()
    file = (font_directory() / FONT_FILE).as_uri()
    css = weasyprint.CSS(string=_CSS % file, font_config=fonts)
    return weasyprint, css, fonts


_CSS = """
@font-face { font-family: sheet; src: url(%s) }
@page { size: A4; margin: 18mm 15mm 16mm 20mm }
body { font: 9.5pt/1.62 sheet } h1 { font-size: 14pt; text-align: center } h2 { font-size: 10.5pt }
table { width: 100%%; border-collapse: collapse } td, th { border: .45pt solid #6e6e6e; padding: 1.3mm 2mm; vertical-align: top }
th { background: #eee; font-weight: normal; text-align: left; font-size: 8.5pt } .text { white-space: pre-wrap }
"""


def _theirs(sheet: Any) -> bytes:
    """The same content as tagged PDF by WeasyPrint, its fonts and styles read beforehand."""
    weasyprint, css, fonts = _weasyprint()
    page = weasyprint.HTML(string=_page(sheet))
    written: bytes = page.write_pdf(stylesheets=[css], font_config=fonts, pdf_variant="pdf/ua-1")
    return written


def _page(sheet: Any) -> str:
    title = html.escape(sheet.title)
    body = "".join(_block(block) for block in sheet.blocks)
    head = html.escape(
        f"{sheet.town} 別紙{sheet.code} ケース番号 {sheet.case_number} {sheet.printed_on} 印刷"
    )
    return f'<html lang="ja"><title>{title}</title><body><p>{head}</p><h1>{title}</h1>{body}<p>{html.escape(sheet.footer)}</p>'


def _block(block: Any) -> str:
    from kasane.sheets.document import (
        Checks,
        Fields,
        Heading,
        Notice,
        Prose,
        Signature,
        Table,
        signature_fields,
    )

    if isinstance(block, Heading):
        return f"<h2>{html.escape(block.text)} {html.escape(block.note)}</h2>"
    if isinstance(block, Signature):
        return f"<p>{html.escape(block.statement)}</p>{_block(signature_fields(block))}"
    if isinstance(block, Fields):
        return "".join(f"<table>{_row(row)}</table>" for row in block.rows)
    if isinstance(block, Checks):
        return f"<table>{_row((block,))}</table>"
    if isinstance(block, Prose):
        return (
            f'<table><tr><th>{html.escape(block.label)}<tr><td class="text">{html.escape(block.text)}</table>'
        )
    if isinstance(block, Notice):
        return f'<p class="text">{html.escape(block.title)} {html.escape(block.text)}</p>'
    if isinstance(block, Table):
        head = "".join(f"<th>{html.escape(column.header)}" for column in block.columns)
        empty: tuple[str, ...] = ("",) * len(block.columns)
        rows: Sequence[Any] = (*block.rows, *([empty] * (block.min_rows - len(block.rows))))
        return f"<table><thead><tr>{head}</thead>{''.join(map(_cells, rows))}</table>"
    raise TypeError(type(block).__name__)


def _cells(row: Sequence[str]) -> str:
    return "<tr>" + "".join(f'<td class="text">{html.escape(text)}' for text in row)


def _row(row: Sequence[Any]) -> str:
    return "<tr>" + "".join(f'<th>{html.escape(item.label)}<td class="text">{_value(item)}' for item in row)


def _value(item: Any) -> str:
    if hasattr(item, "options"):
        marks = ("☑" if key in item.chosen else "☐" for key, _ in item.options)
        words = (
            f"{label}({item.other})" if item.other and key == item.other_key else label
            for key, label in item.options
        )
        return html.escape(" ".join(f"{mark}{word}" for mark, word in zip(marks, words, strict=True)))
    return html.escape(item.value or item.blank)
