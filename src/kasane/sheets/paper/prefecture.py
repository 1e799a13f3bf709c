"""県への引き継ぎの手紙: what the town tells the prefecture's 自立相談支援 with the person's consent (R-INT-08)."""

from __future__ import annotations

from dataclasses import dataclass

from kasane.sheets.document import Cell, Fields, Heading, Notice, Prose, Sheet
from kasane.sheets.paper.town import Town


@dataclass(frozen=True, slots=True)
class Letter:
    """What the letter tells, as plain text; what is empty is left blank."""

    town: Town
    case_number: str
    on: str
    recipient: str
    sender: str
    name: str
    kana: str
    birth: str
    address: str
    phone: str
    recommended: str
    wish: str
    content: str
    ask: str
    goes_along: bool
    follow_up_on: str
    printed_on: str


def letter(told: Letter) -> Sheet:
    """One page: who, what, what is asked, and room for the answer."""
    return told.town.sheet(
        "prefecture",
        "自立相談支援への引き継ぎ",
        (
            Fields(
                (
                    (Cell("引き継ぎ日", told.on), Cell("引き継ぎ先", told.recipient, width=1.6)),
                    (Cell("引き継ぐ機関・担当者", told.sender),),
                )
            ),
            Notice(
                "自立相談支援の利用を本人に勧め、本人の同意を得て、次のとおり引き継ぎます。"
                "伝えた内容は、この支援のためにだけ使ってください。"
            ),
            Heading("ご本人"),
            Fields(
                (
                    (Cell("氏名", told.name), Cell("ふりがな", told.kana)),
                    (Cell("生年月日・年齢", told.birth), Cell("電話", told.phone)),
                    (Cell("住所", told.address),),
                )
            ),
            Heading("引き継ぐこと"),
            Prose("伝えること", told.content, lines=6),
            Prose("お願いしたいこと", told.ask, lines=3),
            Prose("本人の返事・希望", told.wish, lines=2),
            Fields(
                (
                    (
                        Cell("利用を勧めた人", told.recommended),
                        Cell("同行", "町の担当者が同行します" if told.goes_along else "なし"),
                        Cell("つながったかを確かめる日", told.follow_up_on),
                    ),
                )
            ),
            Heading("受け取った機関から(お返事)"),
            Fields(
                ((Cell("受け取った日"), Cell("担当者"), Cell("電話")), (Cell("これからの予定", lines=3),))
            ),
        ),
        printed_on=told.printed_on,
        footer="",
        case_number=told.case_number,
    )
