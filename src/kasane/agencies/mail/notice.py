"""The words of a notice by mail: name, day and place; never a case, a member or what is talked about (R-CONF-06). Pure."""

from __future__ import annotations

from dataclasses import dataclass

NO_ANSWER = "このメールには返信できません。"


@dataclass(frozen=True)
class Words:
    """How a kind of gathering is called in its notices, and where in the product one answers."""

    what: str
    page: str
    caller: str
    foot: str


MEETING = Words("会議", "会議の画面", "招集", f"{NO_ANSWER}何を話し合うかは、かさねの画面だけで見られます。")
STUDY = Words(
    "会", "研修・事例検討の画面", "主催", f"{NO_ANSWER}資料や事例は、かさねの画面だけで見られます。"
)
HEADS = {"call": "開催のお知らせ", "move": "変更のお知らせ", "off": "中止のお知らせ"}
SENTENCES = {
    "call": "下記のとおり{what}をひらきます。出欠を、かさねの{page}で知らせてください。",
    "move": "{what}の日時か場所が変わりました。出られるかどうかを、もう一度かさねで知らせてください。",
    "off": "下記の{what}は中止になりました。",
}


@dataclass(frozen=True)
class Facts:
    """What may leave the product about a meeting or a training."""

    label: str
    when: str
    length: int
    place: str
    online_url: str
    host: str
    phone: str
    places: str = ""
    """For one who is called to single items: their places and times, not a word of them."""
    words: Words = MEETING


def subject(occasion: str, label: str) -> str:
    return f"【かさね】{label} {HEADS[occasion]}"


def text(occasion: str, facts: Facts, *, sentence: str = "") -> str:
    """The whole mail, the same for all who are invited to the whole of it. `sentence` instead of the usual beginning."""
    words = facts.words
    lines = [
        sentence or SENTENCES[occasion].format(what=words.what, page=words.page),
        "",
        f"{words.what}　{facts.label}",
        f"日時　{facts.when}から{facts.length}分ほど",
        *([f"お越しいただく議題　{facts.places}"] if facts.places and occasion != "off" else []),
        *([f"場所　{facts.place}"] if facts.place else []),
        *([f"オンライン　{facts.online_url}"] if facts.online_url and occasion != "off" else []),
        f"{words.caller}　{facts.host}{f' 電話 {facts.phone}' if facts.phone else ''}",
        "",
        words.foot,
    ]
    return "\n".join(lines)
