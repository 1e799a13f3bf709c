"""The typesetter, kept warm: Typst, one compiler for each thread, fonts read once.

A Typst compiler may be used by one thread at a time, so each thread keeps its own; the fonts and Typst's
memory of earlier work are shared. Compiling starts Typst's own worker threads, which do not survive a fork:
a server that forks must print its first sheet after the fork, not before.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

import typst

from kasane.base.printable import clean
from kasane.sheets.fonts import font_directory

# PDF/A-2a for keeping the paper through the retention period, PDF/UA-1 for readers with a screen reader.
STANDARDS: list[Any] = ["a-2a", "ua-1"]

_local = threading.local()


class RenderError(RuntimeError):
    """The sheet could not be typeset; the message is for the administrator."""


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(font_directory())]
    )


def _template_directory() -> Path:
    return Path(str(resources.files("kasane.sheets") / "typst"))


def _compiler() -> typst.Compiler:
    compiler: typst.Compiler | None = getattr(_local, "compiler", None)
    if compiler is None:
        compiler = typst.Compiler(
            root=str(_template_directory()), font_paths=_fonts(), ignore_system_fonts=True
        )
        _local.compiler = compiler
    return compiler


def compile_payload(
    payload: dict[str, Any],
    *,
    timestamp: datetime | int,
    template: str = "sheets.typ",
    standards: Sequence[str] = STANDARDS,
) -> bytes:
    """Typeset a payload of `encode`. Raises typst.TypstError, among others for a glyph that is missing."""
    result = _compiler().compile(
        input=_call(template, payload),
        format="pdf",
        pdf_standards=list(standards),  # type: ignore[arg-type]
        timestamp=timestamp,
    )
    if not isinstance(result, bytes):
        raise RenderError("PDF を作れませんでした")
    return result


def _call(template: str, payload: dict[str, Any]) -> bytes:
    """A document of one call, with the payload as a string of plain ASCII, so that no text is ever markup.

    Handed over as `sys.inputs` it would be another library for each sheet, and Typst would remember none of the labels
    and rows it has set before: a third more work.
    """
    text = json.dumps(payload).replace("\\", "\\\\").replace('"', '\\"')
    return f'#import "/{template}": printed\n#printed(json(bytes("{text}")))\n'.encode()


@lru_cache(maxsize=65536)
def _can_print(text: str) -> bool:
    try:
        compile_payload({"text": text}, timestamp=0, template="probe.typ")
    except typst.TypstError:
        return False
    return True


def missing_glyphs(text: str) -> list[str]:
    """The characters of the text that no installed font can print, each once, in order of appearance.

    The typesetter itself is asked, since it alone knows all its fonts and how it falls back among them.
    """
    distinct = [c for c in dict.fromkeys(clean(text)) if not c.isspace()]
    return _missing_among(distinct)


def _missing_among(chars: list[str]) -> list[str]:
    if not chars or _can_print(" ".join(chars)):
        return []
    if len(chars) == 1:
        return chars
    middle = len(chars) // 2
    return _missing_among(chars[:middle]) + _missing_among(chars[middle:])
