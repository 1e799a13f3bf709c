"""docs: docs/requirements.md — which requirement is kept where — made from the IDs in code, tests and screens."""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from pathlib import Path

from kasane.config.environment import ROOT

PAGE = ROOT / "docs" / "requirements.md"
CATALOGUE = ROOT / "docs" / "requirements-catalogue.txt"
_ID = re.compile(r"R-[A-Z]+-\d{2}")
_SPAN = re.compile(r"(R-[A-Z]+-)(\d{2})(?:…|\.\.\.| ?– ?)(\d{2})")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="書き直さず、古くなっていれば失敗する")


def run(options: argparse.Namespace) -> int:
    page = render()
    if not options.check:
        PAGE.write_text(page, encoding="utf-8")
        print(f"{PAGE.relative_to(ROOT)} をつくり直しました。")
        return 0
    if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page:
        print("docs/requirements.md が古くなっています。./kasane docs でつくり直してください。")
        return 1
    return 0


def render() -> str:
    """The page: every ID of the catalogue, with the files that cite it as rule, act, test or screen."""
    places: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for path in sorted([*(ROOT / "src").rglob("*"), *(ROOT / "tests").rglob("*.py")]):
        if path.suffix not in {".py", ".html", ".sql", ".toml"} or "__pycache__" in path.parts:
            continue
        for identifier in ids_in(path.read_text(encoding="utf-8")):
            places[identifier][_room(path)].add(path.relative_to(ROOT).as_posix())
    lines = [
        "# Which requirement is kept where",
        "",
        "Made by `./kasane docs` from the IDs that code, tests and screens cite; checked in the test run.",
        "",
        "| ID | rule and code | test | screen |",
        "| --- | --- | --- | --- |",
    ]
    for identifier in CATALOGUE.read_text(encoding="utf-8").split():
        rooms = places.get(identifier, {})
        cells = [_cell(rooms.get(room, set())) for room in ("code", "test", "screen")]
        lines.append(f"| {identifier} | {' | '.join(cells)} |")
    unknown = sorted(set(places) - set(CATALOGUE.read_text(encoding="utf-8").split()))
    if unknown:
        lines += ["", f"Cited but not in the catalogue: {', '.join(unknown)}"]
    return "\n".join(lines) + "\n"


def ids_in(text: str) -> set[str]:
    """Every ID a text cites, spans such as R-COOR-03…06 spelled out."""
    found = set(_ID.findall(text))
    for stem, first, last in _SPAN.findall(text):
        found.update(f"{stem}{number:02d}" for number in range(int(first), int(last) + 1))
    return found


def _room(path: Path) -> str:
    if "tests" in path.parts or path.name == "conftest.py":
        return "test"
    return "screen" if path.suffix == ".html" or path.name in {"views.py", "panels.py"} else "code"


def _cell(paths: set[str]) -> str:
    return "<br>".join(f"`{path.removeprefix('src/kasane/')}`" for path in sorted(paths)) or "–"
