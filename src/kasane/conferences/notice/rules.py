"""The words of the mails that ask for days: the body, never a case, a title or a member (R-CONF-06). Pure functions."""

from __future__ import annotations

from kasane.agencies.mail.notice import MEETING
from kasane.base.obstacles import Obstacle


def days_subject(body: str, *, again: bool) -> str:
    return f"【かさね】{body} 日程の{'返事をお願いします' if again else 'おたずね'}"


def days_text(body: str, *, until: str, host: str, again: bool) -> str:
    """The mail that asks for ○△×."""
    first = "まだ返事をいただいていない日程調整があります。" if again else "会議の日程をおたずねします。"
    return "\n".join(
        [
            f"{first}かさねの会議の画面で、候補の日に○△×を付けてください。",
            "",
            f"会議　{body}",
            f"返事の期限　{until}",
            f"たずねる機関　{host}",
            "",
            MEETING.foot,
        ]
    )


def tell_obstacles(*, state: str, members: int) -> list[Obstacle]:
    """What forbids a notice by mail: the meeting is not before us, or nobody is there to write to (R-CONF-06)."""
    if state != "planned":
        return [Obstacle("meeting_state", "お知らせを送れるのは、これからの会議だけです。", "R-CONF-06")]
    if not members:
        return [Obstacle("nobody", "メールで知らせる構成員がいません。構成員を加えてください。", "R-CONF-06")]
    return []
