"""廃棄証明書 (R-DIS-07): that files are gone, which numbers, by which rule, and who answers for it. Names nobody who was helped."""

from __future__ import annotations

from dataclasses import dataclass

from kasane.sheets.document import Cell, Fields, Notice, Prose, Sheet
from kasane.sheets.paper.town import Town


@dataclass(frozen=True, slots=True)
class Certified:
    """What the certificate tells, as plain text."""

    town: Town
    batch: str
    rule: str
    method: str
    proposed: str
    approved: str
    executed: str
    numbers: tuple[str, ...]
    dropped: int
    digest: str
    printed_on: str


def certificate(told: Certified) -> Sheet:
    """One page, and more where the numbers need it."""
    left_out = f"(起案のあと外れたもの {told.dropped}件)" if told.dropped else ""
    return told.town.sheet(
        "disposal",
        "廃棄証明書",
        (
            Notice(
                "次のケースの記録を、保存期間の満了により、決裁のうえ廃棄しました。データベースの表・変更の記録・"
                "下書き・検索のための写しから、氏名などの個人情報を消しました。これより前に取ったバックアップを"
                "戻すときは、廃棄簿により、もう一度廃棄します。"
            ),
            Fields(
                (
                    (Cell("廃棄の番号", told.batch), Cell("件数", f"{len(told.numbers)}件{left_out}")),
                    (Cell("保存期間", told.rule),),
                    (Cell("廃棄の方法", told.method),),
                    (Cell("起案", told.proposed),),
                    (Cell("決裁", told.approved),),
                    (Cell("実行", told.executed),),
                )
            ),
            Prose("廃棄したケースの番号", "、".join(told.numbers) or "なし", lines=2),
            Prose("廃棄簿の要約値(SHA-256)", told.digest, lines=1),
        ),
        printed_on=told.printed_on,
        footer="",
    )
