"""The description of a sheet refuses what would print wrongly."""

from __future__ import annotations

import pytest

from kasane.sheets.document import Cell, Checks, Column, Sheet, Signature, Table, signature_fields
from kasane.sheets.encode import texts_of

CHOICES = (("a", "窓口"), ("other", "その他"))


def test_a_chosen_value_outside_the_options_is_refused() -> None:
    with pytest.raises(ValueError, match="受付方法.*zzz"):
        Checks("受付方法", CHOICES, frozenset({"zzz"}))
    with pytest.raises(ValueError, match="受付方法"):
        Checks("受付方法", CHOICES, most_important="zzz")


def test_text_beside_other_needs_an_option_to_stand_at() -> None:
    with pytest.raises(ValueError):
        Checks("受付方法", CHOICES, other="はがき")
    assert Checks("受付方法", CHOICES, other="はがき", other_key="other").other == "はがき"


def test_a_table_row_must_fit_its_columns() -> None:
    with pytest.raises(ValueError, match="2行目"):
        Table((Column("課題"), Column("支援")), rows=(("a", "b"), ("a",)))


def test_a_signature_says_who_signed_and_why() -> None:
    rows = signature_fields(Signature(proxy="agent", proxy_name="母", proxy_reason="入院中")).rows
    proxy = rows[1][0]
    assert isinstance(proxy, Checks) and proxy.chosen == {"agent"}
    assert rows[2][0] == Cell("その理由", "入院中")


def test_every_text_of_a_sheet_is_found() -> None:
    sheet = Sheet("2-1", "題", "町", blocks=(Checks("受付方法", CHOICES, other="葉", other_key="other"),))
    found = texts_of(sheet)
    assert {"2-1", "題", "町", "受付方法", "窓口", "その他", "葉"} <= set(found)
