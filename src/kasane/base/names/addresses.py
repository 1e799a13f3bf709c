"""Addresses and telephone numbers in the form in which they are compared (R-PEO-02)."""

from __future__ import annotations

import re
import unicodedata

from kasane.base.names.folding import fold

_PREFECTURE = re.compile(
    "^(?:北海道|東京都|京都府|大阪府|(?:青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|神奈川|新潟|富山|石川|福井|山梨|長野"
    "|岐阜|静岡|愛知|三重|滋賀|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|宮崎|鹿児島"
    "|沖縄)県)"
)
_POSTCODE = re.compile(r"〒?\s*\d{3}-\d{4}(?!\d)|〒\s*\d{7}")
_DASHES = re.compile(r"[-‐‑‒–—―−⁃﹘﹣ーｰ－]")
_KANJI_NUMBER = re.compile(
    r"[〇一二三四五六七八九十百千]+(?=丁目|丁(?=\d)|番地|番(?!町)|号(?!線)|地割)|(?<=番地の)[一二三四五六七八九十]+"
)
_DIGIT_OF = {c: n for n, c in enumerate("〇一二三四五六七八九")}
_UNIT_OF = {"十": 10, "百": 100, "千": 1000}
_OAZA = re.compile(r"大字|(?<![文数赤名苗習])小?字(?!\d)")
_COUNTY = re.compile(r"^[^\d市区町村]{1,4}郡(?=.)")
_MUNICIPALITY = re.compile(
    r"^(?:[^\d]+?市{1,2}(?:[^\d市町村]{1,3}区)?|[^\d町村]{1,4}区|[^\d]{1,6}?[町村])(?=[^\d-])"
)
_NAME = re.compile(r"[^\d]*")
_CHOME = re.compile(r"(?<!\d)(\d{1,2})\s*丁目")
_THREE = re.compile(r"(\d{1,2})-\d+-\d+")
_KANJI = "㐀-鿿々"


def digits(phone: str) -> str:
    """The digits of one telephone number as dialled in Japan: ０９０(1234)５６７８ and +81-90-1234-5678 alike.

    An extension (内線12) is left out; an empty string when there are none (R-PEO-02).
    """
    plain = unicodedata.normalize("NFKC", phone)
    plain = re.split(r"内線|\bext", plain, flags=re.IGNORECASE)[0]
    plain = re.sub(r"\+\s*81\s*-?\s*(?:\(0\)|0)?", "0", plain)
    return "".join(c for c in plain if "0" <= c <= "9")


def phones(text: str) -> tuple[str, ...]:
    """Every telephone number of a field that may hold several, sorted, each once; nothing shorter than six digits."""
    plain = unicodedata.normalize("NFKC", text)
    parts = re.split(r"[,、/;\n]|・|または|もしくは|\s{2,}|(?<=\d{4})\s(?=\(?0[1-9])", plain)
    return tuple(sorted({number for part in parts if len(number := digits(part)) >= 6}))


def fold_address(text: str, *, keep_prefecture: bool = False) -> str:
    """One form for one address: 大字原田一丁目２番地の３ = 原田1-2-3 (R-PEO-02).

    Folded like a name; postcode, 都道府県 (unless kept), 郡, 大字 and 字 gone; 丁目, 番地, 番, 号, の and every dash
    between numbers are one dash; numerals in kanji before them are digits; ヶ が ノ の between kanji are one form.
    Idempotent; never raises.
    """
    # A second pass changes only what the first uncovered, e.g. a second prefecture; so the form is a fixed point.
    for _ in range(8):
        folded = _address_once(text, keep_prefecture)
        if folded == text:
            break
        text = folded
    return text


def _address_once(text: str, keep_prefecture: bool) -> str:
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    plain = _POSTCODE.sub("", _DASHES.sub(lambda m: _dash(plain, m.start()), plain))
    plain = _KANJI_NUMBER.sub(lambda m: str(kanji_number(m[0])), plain)
    plain = "-".join(fold(part) for part in _marked_numbers(plain).split("-"))
    plain = _between_kanji(_OAZA.sub("", plain))
    plain = re.sub(r"(?<!\d)0+(?=\d)", "", plain)
    plain = re.sub(r"(?<![\d])-+|-+(?!\d)", "", plain)
    if not keep_prefecture:
        plain = _PREFECTURE.sub("", plain)
        plain = _COUNTY.sub("", plain)
    return plain


def _dash(text: str, at: int) -> str:
    """A dash between numbers; elsewhere what stands there is a long vowel (コーポ) or nothing."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before.isdigit() or before in "地番号目":
        return "-"
    return "ー" if before and ("ぁ" <= before <= "ヺ") and not after.isdigit() else "-"


def _marked_numbers(text: str) -> str:
    text = re.sub(
        r"(?<=\d)(?:丁目|丁(?=\d)|番地(?:の|ノ|之)?|番(?!町)(?:の|ノ)?|号室|号(?!線|棟|館))", "-", text
    )
    text = re.sub(r"(?<=\d)号(?=棟|館)", "", text)
    text = re.sub(r"(?<=\d)[のノ之](?=\d)", "-", text)
    return re.sub(r"-{2,}", "-", text)


def _between_kanji(text: str) -> str:
    text = re.sub(rf"(?<=[{_KANJI}])[けケがガ](?=[{_KANJI}])", "ケ", text)
    return re.sub(rf"(?<=[{_KANJI}])[のノ之](?=[{_KANJI}])", "ノ", text)


def kanji_number(kanji: str) -> int:
    """二十三 → 23, 一〇五 → 105."""
    if not any(c in _UNIT_OF for c in kanji):
        return int("".join(str(_DIGIT_OF[c]) for c in kanji))
    total = current = 0
    for c in kanji:
        if c in _UNIT_OF:
            total += (current or 1) * _UNIT_OF[c]
            current = 0
        else:
            current = current * 10 + _DIGIT_OF[c]
    return total + current


def town_block(address: str) -> str:
    """The address down to 大字 or 丁目, without 市区町村, for looking among neighbours only (R-PEO-02).

    A municipality writes its own addresses with and without its own name, so the name is left out where more
    follows. 丁目 counts when it is said (二丁目) or when three numbers stand (2-3-4). Empty for an empty address.
    """
    return lot_and_town(address)[1]


def lot_and_town(address: str) -> tuple[str, str]:
    """`fold_address` without 市区町村 where more follows, and its `town_block`."""
    lot = _MUNICIPALITY.sub("", fold_address(address))
    match = _NAME.match(lot)
    name = match[0] if match else ""
    said = _CHOME.search(_plain_numbers(address)) if "丁目" in address else None
    if said:
        return lot, f"{name}{int(said[1])}丁目"
    three = _THREE.match(lot[len(name) :])
    return lot, f"{name}{three[1]}丁目" if three else name


def _plain_numbers(address: str) -> str:
    return _KANJI_NUMBER.sub(lambda m: str(kanji_number(m[0])), unicodedata.normalize("NFKC", address))
