"""廃棄証明書 tells what is gone and who answers for it (R-DIS-07)."""

from __future__ import annotations

from kasane.sheets.paper.disposal import Certified, certificate
from kasane.sheets.paper.town import Town
from kasane.sheets.render import render_pdf
from kasane.sheets.tests.reading import page_texts, printed, squeezed

TOLD = Certified(
    town=Town("美咲町"),
    batch="R8-廃1",
    rule="支援終結日から5年間",
    method="データベースからの消去",
    proposed="福祉 長 R8.5.1 10:00",
    approved="福祉 決子 R8.5.2 10:00",
    executed="管理 守 R8.5.3 10:00",
    numbers=("R1-0001", "R1-0002"),
    dropped=1,
    digest="ab" * 32,
    printed_on="令和8年5月3日",
)


def test_the_certificate_says_what_went_by_which_rule_and_who_answers():
    words = printed(render_pdf(certificate(TOLD)))
    for told in ("廃棄証明書", TOLD.batch, "2件", "外れたもの1件", TOLD.rule, TOLD.proposed, TOLD.approved, TOLD.executed,
                 "R1-0001", "R1-0002", TOLD.digest):  # fmt: skip
        assert squeezed(told) in words, told


def test_many_numbers_go_on_to_the_next_page():
    many = Certified(**{name: getattr(TOLD, name) for name in TOLD.__dataclass_fields__ if name != "numbers"},
                     numbers=tuple(f"R1-{n:04d}" for n in range(900)))  # fmt: skip
    pdf = render_pdf(certificate(many))
    assert len(page_texts(pdf)) > 1 and "R1-0899" in printed(pdf)
