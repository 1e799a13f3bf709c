"""手引き: the chapters of docs/manual, shown inside the product."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

MANUAL = Path(__file__).resolve().parents[3] / "docs" / "manual"
_NAME = re.compile(r"(\d\d)-(.+)\.md")


@dataclass(frozen=True)
class Chapter:
    """One file of the manual: `01-受付とつなぎ.md` is chapter 01."""

    slug: str
    title: str
    html: SafeString


@lru_cache(maxsize=1)
def chapters() -> tuple[Chapter, ...]:
    """All chapters in order. Raw HTML in a chapter is shown as text, never run."""
    renderer = MarkdownIt("commonmark", {"html": False}).enable("table")
    found = []
    for path in sorted(MANUAL.glob("*.md")):
        match = _NAME.fullmatch(path.name)
        if match is None:
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        title = lines[0].lstrip("# ").strip() if lines else match[2]
        body = renderer.render(_own_links("\n".join(lines[1:])))
        found.append(Chapter(match[1], title, mark_safe(body)))
    return tuple(found)


def _own_links(text: str) -> str:
    """Links between chapter files become links between help pages."""
    return re.sub(r"\]\((?:\./)?(\d\d)-[^)#]+\.md(#[^)]*)?\)", r"](/help/\1/\2)", text)
