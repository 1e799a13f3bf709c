"""When a mail is tried again, and when not any more: pure functions (R-INT-09)."""

from __future__ import annotations

from datetime import datetime, timedelta

MOST_TRIES = 8
FIRST_WAIT = timedelta(seconds=15)
SUBJECT = "【かさね】緊急の知らせが1件あります"
LATE_SUBJECT = "【かさね】緊急の知らせ1件の安全確認が、期限をすぎています"


def words(*, town: str, at: str, address: str, late: bool = False) -> str:
    """The text of the mail: the same for everybody, with nothing about a person and no case number (R-INT-09)."""
    where = f"\n{address}" if address else ""
    what = "緊急の知らせ1件の安全確認が、期限をすぎています。" if late else "緊急の知らせが1件あります。"
    return (
        f"{what}かさねを開いてください。{where}\n\n{at} {town}\n\n"
        "このメールには返信できません。だれのことかは、かさねの画面だけで見られます。\n"
    )


def next_try(tries: int, *, now: datetime) -> datetime | None:
    """When to try again after so many failures: soon at first, later each time twice as long; None: give up."""
    if tries >= MOST_TRIES:
        return None
    return now + FIRST_WAIT * (1 << (tries - 1))
