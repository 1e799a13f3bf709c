"""bench NAME: figures, measured on data of its own, as ratios inside one run."""

from __future__ import annotations

import argparse
import importlib
import sys

from kasane.config.environment import ROOT


def add_arguments(parser: argparse.ArgumentParser) -> None:
    names = sorted(path.stem for path in (ROOT / "bench").glob("*.py") if not path.stem.startswith("_"))
    parser.add_argument("name", choices=names, help="測るもの")
    parser.add_argument("--quick", action="store_true", help="60秒以内の小さい測定")


def run(options: argparse.Namespace) -> int:
    sys.path.insert(0, str(ROOT))
    measured = importlib.import_module(f"bench.{options.name}")
    return int(measured.run(quick=options.quick))
