"""The words of a notice by mail: body, day and place; never a case, a title or a member (R-CONF-06). Pure functions."""

from __future__ import annotations

from dataclasses import dataclass

from kasane.base.obstacles import Obstacle

HEADS = {"call": "開催のお知らせ", "move": "変更のお知らせ", "off": "中止のお知らせ"}
SENTENCES = {
    "call": "下記のとおり会議をひらきます。出欠を、かさねの会議の画面で知らせてください。",
    "move": "会議の日時か場所が変わりました。出られるかどうかを、もう一度かさねで知らせてください。",
    "off": "下記の会議は中止になりました。",
}
FOOT = "このメールには返信できません。何を話し合うかは、かさねの画面だけで見られます。"


@dataclass(frozen=True)
class Facts:
    """What may leave the product about a meeting."""

    label: str
    when: str
    length: int
    place: str
    online_url: str
    host: str
    phone: str
    places: str = ""
    """For one who is called to single items: their places and times, not a word of them."""


def subject(occasion: str, label: str) -> str:
    return f"【かさね】{label} {HEADS[occasion]}"


def text(occasion: str, facts: Facts) -> str:
    """The whole mail, the same for all who are members of the whole meeting."""
    lines = [
        SENTENCES[occasion],
        "",
        f"会議　{facts.label}",
        f"日時　{facts.when}から{facts.length}分ほど",
        *([f"お越しいただく議題　{facts.places}"] if facts.places and occasion != "off" else []),
        *([f"場所　{facts.place}"] if facts.place else []),
        *([f"オンライン　{facts.online_url}"] if facts.online_url and occasion != "off" else []),
        f"招集　{facts.host}{f' 電話 {facts.phone}' if facts.phone else ''}",
        "",
        FOOT,
    ]
    return "\n".join(lines)


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
            FOOT,
        ]
    )


def tell_obstacles(*, state: str, members: int) -> list[Obstacle]:
    """What forbids a notice by mail: the meeting is not before us, or nobody is there to write to (R-CONF-06)."""
    if state != "planned":
        return [Obstacle("meeting_state", "お知らせを送れるのは、これからの会議だけです。", "R-CONF-06")]
    if not members:
        return [Obstacle("nobody", "メールで知らせる構成員がいません。構成員を加えてください。", "R-CONF-06")]
    return []
