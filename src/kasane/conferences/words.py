"""What the page that puts a case on an agenda says, for each kind of conference (R-CONF-01 to 03, R-SELF-01)."""

from __future__ import annotations

from dataclasses import dataclass

from kasane.conferences.models import Function


@dataclass(frozen=True)
class PutWords:
    """Title, heading and lead of the page, the name of its draft, and its address."""

    title: str
    heading: str
    lead: str
    draft: str
    url: str


PUT_WORDS: dict[str, PutWords] = {
    Function.SUPPORT_CONFERENCE: PutWords(
        "支援会議で扱う",
        "支援会議で扱う",
        "本人の同意がまだのときや、迷うときに、市町村が招集する支援会議で話し合います(社会福祉法106条の6)。見られるのは、その会議の構成員だけです。",
        "meeting-item-support",
        "conferences:add_item_support",
    ),
    Function.MULTI_TIER: PutWords(
        "会議にかける",
        "重層的支援会議にかける",
        "プランや終結を、関係機関といっしょに考えます。本人の同意が要ります(R-CONF-03)。",
        "meeting-item",
        "conferences:add_item",
    ),
    Function.SUPPORT_COORDINATION: PutWords(
        "支援調整会議にかける",
        "支援調整会議にかける",
        "自立相談支援のプランの適切性、役割分担、評価を、市町村や関係機関といっしょに確かめます。本人の同意が要ります(R-SELF-01)。",
        "meeting-item-coordination",
        "conferences:add_item_coordination",
    ),
}
