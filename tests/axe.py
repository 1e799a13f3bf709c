"""What may stand in somebody's way on a page: axe, and a page wider than the screen (R-OPS-01)."""

from __future__ import annotations

from collections.abc import Iterable

from axe_playwright_python.sync_playwright import Axe

from tests.desk import Desk

PHONE_WIDTH = 600


def faults_of(worker: Desk, path: str) -> list[str]:
    """What axe finds on a page, and whether it must be pushed sideways to be read."""
    answer = worker.open(path)
    if answer != 200:
        return [f"{path}: {answer}"]
    found = [] if _is_phone(worker) else _by_axe(worker, path)
    wider = worker.page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return [*found, f"{path}: {wider}px wider than the screen"] if wider > 0 else found


def no_faults_of(worker: Desk, paths: Iterable[str]) -> None:
    """None of these pages stands in this worker's way; all that do are told at once."""
    faults = [fault for path in paths for fault in faults_of(worker, path)]
    assert not faults, "\n" + "\n".join(faults)


def _by_axe(worker: Desk, path: str) -> list[str]:
    """What axe finds at the office. On the phone the same page is only narrower, and its width is what is asked."""
    return [
        f"{path}: {fault['id']} {fault['help']} — {fault['nodes'][0]['html'][:200]}"
        for fault in Axe().run(worker.page).response["violations"]
    ]


def _is_phone(worker: Desk) -> bool:
    size = worker.page.viewport_size
    return size is not None and size["width"] < PHONE_WIDTH
