"""How a line of the minutes takes what two people type at the same moment: both stay (R-CONF-06). Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID, uuid5

from kasane.base.obstacles import Obstacle

BESIDE_MARK = "〔別の記録〕"
"""Before a line in the minutes that was written at the same moment as the one above it."""


@dataclass(frozen=True)
class Line:
    """A line as it stands on the server. `page` wrote last, for the `turn`th time."""

    id: UUID
    text: str
    version: int = 1
    page: UUID | None = None
    turn: int = 0
    removed: bool = False
    beside: UUID | None = None


@dataclass(frozen=True)
class Edit:
    """What a page sends for one line: the text, and on which version of the line it was typed (0: a new one)."""

    id: UUID
    page: UUID
    turn: int
    base: int
    text: str = ""
    removed: bool = False
    settled: bool = False
    """Both lines that were written at once are to stay as they are."""


@dataclass(frozen=True)
class Verdict:
    """Where the text of a page stands, and the line to be written there; None when nothing changes."""

    where: UUID
    write: Line | None = None


def merge(lines: Mapping[UUID, Line], edit: Edit) -> Verdict:
    """What becomes of `edit`: it goes on in its line, or in a line beside it.

    Who typed on the newest version, or wrote last from this very page, goes on in the line. What others changed
    meanwhile is never written over: the text comes to stand beside it. A line is removed only by who saw it as it is.
    """
    current = lines.get(edit.id)
    if current is None:
        return Verdict(edit.id, _new(edit))
    own = current.page == edit.page
    if own and edit.turn <= current.turn:
        return Verdict(edit.id)
    if not own and current.version != edit.base:
        return _beside(lines, current, edit)
    return Verdict(edit.id, _next(current, edit))


def _new(edit: Edit) -> Line | None:
    if edit.removed or edit.settled or not edit.text.strip():
        return None
    return Line(edit.id, edit.text, 1, edit.page, edit.turn)


def _next(current: Line, edit: Edit) -> Line | None:
    changed = replace(current, version=current.version + 1, page=edit.page, turn=edit.turn)
    if edit.settled:
        return replace(changed, beside=None)
    if edit.removed:
        return None if current.removed else replace(changed, removed=True)
    if edit.text == current.text and not current.removed:
        return None
    return replace(changed, text=edit.text, removed=False)


def _beside(lines: Mapping[UUID, Line], current: Line, edit: Edit) -> Verdict:
    """The text in a line of its own. Its name follows from the line and the page: sent twice, it is the same."""
    same = edit.text == current.text and not current.removed
    if edit.removed or edit.settled or same or not edit.text.strip():
        return Verdict(edit.id)
    found = merge(lines, replace(edit, id=beside_id(edit.id, edit.page), base=0))
    if found.write is None:
        return found
    return replace(found, write=replace(found.write, beside=found.write.beside or current.id))


def beside_id(line: UUID, page: UUID) -> UUID:
    """Where the text of a page comes to stand when the line was changed by somebody else."""
    return uuid5(line, str(page))


def minute_taker_obstacles(*, is_host: bool, takes_minutes: bool, acknowledged: bool) -> list[Obstacle]:
    """What forbids writing the minutes: the host's agency does, and members it has named 記録者, of any agency, once
    they have confirmed the duty of secrecy (R-CONF-06, R-DIS-02)."""
    if is_host or takes_minutes and acknowledged:
        return []
    if takes_minutes:
        return [Obstacle("not_acknowledged", "先に、守秘義務を確かめてください。", "R-DIS-02")]
    return [
        Obstacle(
            "not_minute_taker",
            "会議録を書くのは、招集した機関の職員と、記録者に選ばれた構成員です。",
            "R-CONF-06",
        )
    ]


def naming_obstacles(*, has_account: bool, is_resident: bool) -> list[Obstacle]:
    """What forbids to make a member 記録者: minutes are written by staff with an account (R-CONF-06)."""
    if has_account and not is_resident:
        return []
    return [Obstacle("no_account", "記録者にできるのは、アカウントのある機関の職員です。", "R-CONF-06")]


def remark_obstacles(*, asked: bool, state: str, is_open: bool) -> list[Obstacle]:
    """What forbids a remark on the minutes: members who were asked to check them give one while the material is open."""
    if state != "finished":
        return [Obstacle("not_finished", "会議録の確認は、会議が終わってからです。", "R-CONF-06")]
    if not asked:
        return [Obstacle("not_asked", "会議録の確認を頼まれた構成員だけが書けます。", "R-CONF-06")]
    if not is_open:
        return [Obstacle("closed", "資料を閉じたので、意見は招集した機関に伝えてください。", "R-CONF-06")]
    return []
