"""Finds, reads and checks a profile file."""

from __future__ import annotations

import difflib
import re
import tomllib
from pathlib import Path

from kasane.profiles import practice, references, sections
from kasane.profiles.errors import Problem, ProfileError
from kasane.profiles.model import Profile
from kasane.profiles.reading import Faults, Table

FOLDER = Path(__file__).parent


def available() -> list[str]:
    """The names of the profiles that come with the product."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


def load(name_or_path: str | Path) -> Profile:
    """The profile of this name, or of this file when a path or a name ending in .toml is given.

    Raises ProfileError with every fault of the file, not only the first.
    """
    path = _path(name_or_path)
    return parse(_document(path), source=path.name)


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
