"""A short 受付 by any desk, for the scenarios that begin after it (R-INT-01)."""

from __future__ import annotations

from tests.desk import Desk
from tests.steps import last_id


def take_in(
    worker: Desk,
    *topics: str,
    consulter: str = "self",
    channel: str = "window",
    answer: str = "unclear",
    **words: str,
) -> str:
    """Writes and saves a new 受付シート with these topics and words; answers the case. The triage is on the screen."""
    worker.open_blank("/intake/new/")
    worker.write(**words)
    worker.tick("topics", *topics)
    worker.tick("consulter_is", consulter)
    worker.tick("channel", channel)
    worker.tick("consent_answer", answer)
    if answer == "agree":
        worker.tick("consent_method", "oral")
    worker.press("受付シートを保存する")
    return last_id(worker.path)


def agrees_that_all_are_told(worker: Desk, case: str, *, on: str = "") -> None:
    """The person agrees, that day, that all agencies are told (R-DIS-01)."""
    worker.open(f"/intake/{case}/consent/")
    worker.tick("consent_answer", "agree")
    worker.tick("consent_method", "oral")
    if on:
        worker.write(consent_on=on)
    worker.unfold("scope")
    worker.tick("consent_scope", "all")
    worker.press("答えを残す")
