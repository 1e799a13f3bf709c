"""Looks at the drawings: `python -m kasane.people.drawing.gallery OUT.html` writes every example family to one page."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from kasane.people.drawing import (
    ecomap,
    ecomap_legend,
    ecomap_svg,
    ecomap_text,
    family,
    legend,
    svg,
    text,
)
from kasane.people.drawing.gallery_data import DAY, EXAMPLES, Example


def shown(example: Example) -> dict[str, Any]:
    """What the template people/drawing/gallery.html shows of one family."""
    found = family(example.members, example.ties, DAY, example.bonds)
    chart = ecomap(found, example.nodes, example.links)
    return {
        "title": example.title,
        "svg": svg(found),
        "signs": legend(found),
        "sentences": text(found),
        "ecomap": ecomap_svg(chart) if chart.nodes else "",
        "ecomap_signs": ecomap_legend(chart),
        "ecomap_sentences": ecomap_text(chart),
    }


def gallery_context() -> dict[str, Any]:
    return {"families": [shown(example) for example in EXAMPLES]}


def _page() -> str:
    """One page without the frame of the program, with the styles it would have."""
    from django.template.loader import render_to_string

    root = Path(__file__).resolve().parents[2]
    sheets = [
        root / "portal/static/portal/css" / f"{n}.css" for n in ("tokens", "base", "layout", "components")
    ]
    styles = "".join(p.read_text("utf-8") for p in [*sheets, root / "people/static/people/drawing.css"])
    body = render_to_string("people/drawing/families.html", gallery_context())
    return f'<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>図の見本</title><style>{styles}</style><main class="page"><h1>図の見本</h1>{body}</main></html>'


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit("usage: python -m kasane.people.drawing.gallery OUT.html")
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kasane.config.settings")
    django.setup()
    Path(sys.argv[1]).write_text(_page(), "utf-8")


if __name__ == "__main__":
    main()
