"""Finds, reads and checks a profile file."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeGuard

from kasane.profiles import practice, references, sections
from kasane.profiles.errors import Problem, ProfileError
from kasane.profiles.model import Profile
from kasane.profiles.reading import Faults, Table, shown

FOLDER = Path(__file__).parent


def available() -> list[str]:
    """The names of the profiles that come with the product."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


def load(name_or_path: str | Path) -> Profile:
    """The profile of this name, or of this file when a path or a name ending in .toml is given.

    A file that says `extends = "standard"` states only what is its own: a table is taken over key by key, a list of
    tables as a whole, unless its rows carry a `code` (or a work its `number`), by which they replace one another.
    Raises ProfileError with every fault of the file, not only the first.
    """
    path = _path(name_or_path)
    own = _document(path)
    if "extends" not in own:
        return parse(own, source=path.name)
    base = _base(own.pop("extends"), path)
    try:
        return parse(merged(_document(base), own), source=path.name)
    except ProfileError as error:
        raise ProfileError(tuple(_where(one, own, base.name) for one in error.problems)) from None


def _base(name: object, path: Path) -> Path:
    """The file of the profile that another one extends: one of the product's, which extends none itself."""
    names = [
        one for one in available() if one != path.stem and "extends" not in _document(FOLDER / f"{one}.toml")
    ]
    if isinstance(name, str) and name in names:
        return FOLDER / f"{name}.toml"
    expected = f"もとにするプロファイルを次から選んでください。{'・'.join(names)}"
    raise ProfileError((Problem(path.name, "extends", shown(name), expected),))


def merged(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """A document with all that its base says and it does not say itself."""
    result = dict(base)
    for key, value in own.items():
        before = base.get(key)
        if isinstance(value, dict) and isinstance(before, dict):
            result[key] = merged(before, value)
        elif _rows(value) and _rows(before):
            result[key] = _replaced(before, value, "number" if key == "work" else "code")
        else:
            result[key] = value
    return result


def _rows(value: object) -> TypeGuard[list[dict[str, Any]]]:
    return isinstance(value, list) and bool(value) and all(isinstance(row, dict) for row in value)


def _replaced(base: list[dict[str, Any]], own: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    """The rows of the base, each replaced by the own one of the same name; without names, the own rows alone."""
    if not all(name in row for row in base):
        return own
    by_name = {str(row.get(name)): row for row in own}
    kept = [by_name.pop(str(row[name]), row) for row in base]
    return kept + [row for row in own if str(row.get(name)) in by_name]


def _where(problem: Problem, own: Mapping[str, object], base: str) -> Problem:
    """The fault with the file it stands in: what the town's file does not say, its base does."""
    section = re.split(r"[.\[（]", problem.path)[0]
    return (
        problem if section in own or not section else replace(problem, file=f"{problem.file}（{base} から）")
    )


def parse(document: dict[str, object], *, source: str) -> Profile:
    """The profile written in a TOML document; `source` names it in messages."""
    faults = Faults(source)
    root = Table(document, "", faults)
    profile = Profile(
        source=source,
        town=sections.read_town(root),
        plan=sections.read_plan(root),
        words=sections.read_words(root),
        retention=sections.read_retention(root),
        consent=practice.read_consent(root),
        rules=sections.read_rules(root),
        works=sections.read_works(root),
        agencies=sections.read_agencies(root),
        areas=sections.read_areas(root),
        deliveries=practice.read_deliveries(root),
        bodies=practice.read_bodies(root),
        timings=practice.read_timings(root),
        finality=practice.read_finality(root),
        sheets=sections.read_sheets(root),
        policy=practice.read_policy(root),
        terms=sections.read_terms(root),
        extra_items=practice.read_extra_items(root),
        housing=practice.read_housing(root),
        record_templates=practice.read_record_templates(root),
        urgent=sections.read_urgent(root),
        paper=sections.read_paper(root),
    )
    root.finish()
    references.check(profile, faults)
    if faults.found:
        raise ProfileError(tuple(faults.found))
    return profile


def _path(name_or_path: str | Path) -> Path:
    names = available()
    if isinstance(name_or_path, str) and name_or_path in names:
        return FOLDER / f"{name_or_path}.toml"
    path = Path(name_or_path)
    if path.suffix == ".toml" and path.is_file():
        return path
    near = difflib.get_close_matches(str(name_or_path), names, n=1)
    hint = f"（「{near[0]}」ではありませんか）" if near else ""
    expected = f"プロファイルが見つかりません。使える名前は {'・'.join(names)} です{hint}。"
    raise ProfileError((Problem("プロファイルの指定", "", f"「{name_or_path}」", expected),))


def _document(path: Path) -> dict[str, object]:
    try:
        # Windows editors put a byte order mark in front; TOML itself does not allow one.
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        problem = Problem(path.name, "", f"{line}行目", "文字コードをUTF-8にして保存してください。")
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+), column (\d+)", str(error))
        value = f"{found[1]}行目の{found[2]}文字目" if found else "ファイルの終わり"
        expected = "TOMLとして読めません。引用符・かっこ・＝を確かめてください。"
        problem = Problem(path.name, "", value, expected)
    except OSError as error:
        problem = Problem(path.name, "", error.strerror or "読み取り", "ファイルを読めません。")
    raise ProfileError((problem,))
