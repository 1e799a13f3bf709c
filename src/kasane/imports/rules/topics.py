"""相談内容の分類 in an office's own words, brought to the sixteen of the 受付シート (R-INT-01)."""

from __future__ import annotations

import re

from kasane.base.choices import Topic
from kasane.imports.rules.cells import Read, narrow

_STRONG = re.compile(r"[、,/;\n|]+")
_WEAK = re.compile(r"[・\s]+")
_NUMBER = re.compile(r"^[\(①-⑳\d]{1,3}[.):)\s]\s*")

_WORDS: dict[Topic, tuple[str, ...]] = {
    Topic.WITHDRAWAL: ("ひきこもり", "引きこもり", "不登校", "8050"),
    Topic.ABUSE: ("虐待", "dv", "暴力"),
    Topic.CARE: ("介護", "ケアラー", "認知症", "高齢"),
    Topic.CHILD_REARING: ("子育て", "育児", "児童", "子ども", "こども", "妊娠", "ひとり親"),
    Topic.JOB_TROUBLE: ("仕事上", "職場", "労働問題"),
    Topic.JOB_SEEKING: ("就労", "就職", "仕事", "求職", "失業", "雇用"),
    Topic.DEBT: ("債務", "借金", "多重債務"),
    Topic.RENT: ("家賃", "ローン"),
    Topic.TAXES: ("税", "公共料金", "滞納", "水道", "電気代"),
    Topic.INCOME: ("収入", "生活費", "困窮", "生活保護", "経済", "お金", "家計", "年金"),
    Topic.FOOD: ("食べる", "食料", "食糧", "フードバンク"),
    Topic.HOUSING: ("住まい", "住居", "住宅", "立ち退き", "ごみ屋敷", "ゴミ屋敷"),
    Topic.NEIGHBOURS: ("地域との", "近隣", "近所", "孤立", "隣人"),
    Topic.FAMILY: ("家族", "夫婦", "親子", "離婚", "家庭"),
    Topic.HEALTH: ("病気", "健康", "障害", "障がい", "精神", "医療", "メンタル", "依存", "疾病", "発達", "難病"),
    Topic.OTHER: ("その他",),
}  # fmt: skip

_LABELS = {narrow(topic.label).casefold(): topic for topic in Topic}
_MANY_WORDS = [label for label in _LABELS if _STRONG.search(label) or _WEAK.search(label)]


def read_topics(text: str) -> Read[tuple[list[str], list[str]]]:
    """The topics a cell names in their order, and the words that name none of the sixteen (they become その他)."""
    topics: list[str] = []
    unknown: list[str] = []
    for part in _parts(narrow(text).casefold()):
        topic = _topic(part)
        if topic is None:
            unknown.append(part)
            topic = Topic.OTHER
        if topic.value not in topics:
            topics.append(topic.value)
    warning = ""
    if unknown:
        warning = f"分類の「{'」「'.join(unknown)}」は様式の16項目にないので「その他」とし、言葉を世帯の状況の欄に残します。"
    return Read((topics, unknown), warning)


def _parts(text: str) -> list[str]:
    """The single topics, in their order. Labels that hold 、 or ・ themselves are taken out first."""
    found = []
    for label in _MANY_WORDS:
        if label in text:
            found.append((text.index(label), label))
            text = text.replace(label, "、" + "\0" * (len(label) - 1))
    place = 0
    for part in _STRONG.split(text.replace("\0", "")):
        for word in _WEAK.split(part):
            cleaned = _NUMBER.sub("", word).strip("()「」[] ")
            if cleaned:
                found.append((place + 1000, cleaned))
                place += 1
    return [word for _, word in sorted(found, key=lambda hit: hit[0])]


def _topic(word: str) -> Topic | None:
    if word in _LABELS:
        return _LABELS[word]
    for topic, words in _WORDS.items():
        if any(known in word for known in words):
            return topic
    return None
