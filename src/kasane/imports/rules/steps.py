"""When a ledger may be taken in, and when that may be undone (R-OPS-02, R-DIS-08)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kasane.base.obstacles import Mend, Obstacle


@dataclass(frozen=True)
class ImportFacts:
    """What is known when the worker presses 取り込む. `skips` is the worker's wish to leave out the rows with errors;
    `known` counts those of the errors that only say that a row came in before.
    """

    upload_id: str
    cases: int
    errors: int
    skips: bool
    known: int = 0
    same_agency: bool = True


def import_obstacles(facts: ImportFacts) -> list[Obstacle]:
    """All or nothing unless the worker says otherwise (R-OPS-02)."""
    found = []
    if not facts.same_agency:
        found.append(
            Obstacle(
                "other_agency",
                "このファイルは、別の所属で読み込まれました。所属を切り替えてから取り込んでください。",
                "R-DIS-01",
            )
        )
    if facts.known and facts.known == facts.errors and not facts.cases:
        mends = (Mend("これまでの取り込みを見る", "imports:index"),)
        found.append(
            Obstacle("all_known", "この台帳の行は、みなすでに取り込まれています。", "R-OPS-02", mends)
        )
        return found
    if facts.errors and not facts.skips:
        found.append(
            Obstacle(
                "errors",
                _errors_sentence(facts),
                "R-OPS-02",
                (
                    Mend("誤りを見る", "imports:check", (("upload_id", facts.upload_id),), "faults"),
                    Mend("直したファイルを選ぶ", "imports:new"),
                ),
            )
        )
    if not facts.cases:
        found.append(
            Obstacle(
                "nothing",
                "取り込める行がありません。見出しの行と、列の合わせ方を見直してください。",
                "R-OPS-02",
                (Mend("列を合わせ直す", "imports:columns", (("upload_id", facts.upload_id),)),),
            )
        )
    return found


def _errors_sentence(facts: ImportFacts) -> str:
    known = f"(うち{facts.known}行は、すでに取り込まれています)" if facts.known else ""
    skip = "か、誤りのある行をとばして取り込みます" if facts.cases else "てください"
    mend = "元のファイルを直して選び直す" if facts.cases else "元のファイルを直して選び直し"
    return f"直してほしいところが{facts.errors}か所あります{known}。{mend}{skip}。"


@dataclass(frozen=True)
class UndoFacts:
    """What is known of an import. `touched`: id and label of each case in which something happened since."""

    undone: bool
    same_agency: bool
    touched: Sequence[tuple[str, str]] = ()


MOST_NAMED = 20


def undo_obstacles(facts: UndoFacts) -> list[Obstacle]:
    """An import is undone as a whole, and only while nobody has worked with its cases (R-OPS-02, R-DIS-08)."""
    if facts.undone:
        return [Obstacle("undone", "この取り込みは、すでに取り消されています。", "R-OPS-02")]
    if not facts.same_agency:
        return [Obstacle("other_agency", "取り消せるのは、取り込んだ機関の職員です。", "R-DIS-01")]
    if not facts.touched:
        return []
    more = len(facts.touched) - MOST_NAMED
    return [
        Obstacle(
            "touched",
            f"取り込んだあとに動きのあったケースが{len(facts.touched)}件あります。書かれたことが失われるので、"
            "まとめて取り消すことはできません。" + (f"はじめの{MOST_NAMED}件です。" if more > 0 else ""),
            "R-DIS-08",
            tuple(
                Mend(label, "case_page", (("case_id", case_id),))
                for case_id, label in facts.touched[:MOST_NAMED]
            ),
        )
    ]
