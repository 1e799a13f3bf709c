"""test: the whole suite — lint, types, layers, requirements page, unit and browser tests."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys

from kasane.config.environment import ROOT


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--only-tests", action="store_true", help="静的な検査を省く")
    parser.add_argument("pytest", nargs="*", help="pytest に渡す引数(例: src/kasane/intake -k つなぎ)")


def run(options: argparse.Namespace) -> int:
    environment = {**os.environ, "KASANE_VAR": str(ROOT / "var" / "test"), "PYTHONPATH": str(ROOT / "src")}
    tools = ROOT / ".venv" / "bin"
    typed = [path for room in ("rules", "actions") for path in _room(room)]
    steps = [
        [str(tools / "ruff"), "check", "."],
        [str(tools / "ruff"), "format", "--check", "."],
        [str(tools / "lint-imports")],
        [sys.executable, "-W", "ignore", "-m", "kasane.config.cli", "docs", "--check"],
        [str(tools / "mypy"), *typed],
    ]
    if not options.only_tests and not options.pytest:
        for step in steps:
            print("$", " ".join(step[:3]), flush=True)
            if code := subprocess.call(step, cwd=ROOT, env=environment):
                return code
    # One process more than processors: who drives a browser waits half of the time.
    shared = [] if options.pytest else ["-n", str((os.cpu_count() or 1) + 1)]
    return subprocess.call(
        [sys.executable, "-W", "ignore", "-m", "pytest", *shared, *options.pytest], cwd=ROOT, env=environment
    )


def _room(name: str) -> list[str]:
    """The modules of one room (`rules` or `actions`), a file or a package, in every app."""
    source = ROOT / "src"
    return [str(path) for pattern in (f"{name}.py", f"{name}/*.py") for path in sorted(source.rglob(pattern))]
