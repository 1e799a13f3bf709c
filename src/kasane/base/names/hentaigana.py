"""変体仮名: the old kana of women born before the war, as the family register still holds them (R-PEO-02)."""

from __future__ import annotations

import re
import unicodedata

_NAME = re.compile(r"HENTAIGANA LETTER ([A-Z]+)(?:-[A-Z]+)*-\d+|HENTAIGANA LETTER ([A-Z]+)-\d+")
_ROWS = {
    "": "あいうえお",
    "K": "かきくけこ",
    "S": "さしすせそ",
    "T": "たちつてと",
    "N": "なにぬねの",
    "H": "はひふへほ",
    "M": "まみむめも",
    "R": "らりるれろ",
    "Y": "や ゆ よ",
    "W": "わい えお",
}
_KANA = {
    row + vowel: kana
    for row, letters in _ROWS.items()
    for vowel, kana in zip("AIUEO", letters, strict=True)
    if kana != " "
} | {"N": "ん"}


def _table() -> dict[int, str]:
    """Unicode names each by the kana it stands for: HENTAIGANA LETTER KA-3; the source of this table."""
    table = {0x1B000: "え", 0x1B001: "え", 0x1B11F: "う"}  # archaic E, YE, WU bear other names
    for code in range(0x1B002, 0x1B11F):
        match = _NAME.fullmatch(unicodedata.name(chr(code), ""))
        kana = _KANA.get((match[1] or match[2]) if match else "")
        if kana:
            table[code] = kana
    return table


HENTAIGANA: dict[int, str] = _table()
