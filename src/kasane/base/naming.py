"""What in a few words looks like a person: a name with its title, a telephone number, an address, a birthday (R-DIS-01). Pure.

A plain rule for gentle questions: it takes 「田中さん」 for a name, and does not know who is one.
"""

from __future__ import annotations

import re

_KANJI = "㐀-鿿々"
_ROLES = frozenset(
    "奥 娘 息子 孫 嫁 婿 母 父 祖母 祖父 姉 兄 弟 妹 皆 患者 業者 民生委員 児童委員 大家 隣 隣人 本人 家族 利用者 相談者 住民 職員 看護師"
    " 保健師 相談員 担当者 先生 医師 店員 駐在 町民 市民 村民 奥様 客 何 王 仕".split()
)
_CALLED = re.compile(f"([{_KANJI}]{{1,5}}|[ァ-ヴー]{{2,}})(?:さん|様|氏|くん|ちゃん)")
_NUMBER = re.compile(r"0\d{1,4}[-ー－‐()( ]?\d{1,4}[-ー－‐)) ]?\d{3,4}")
_LOT = re.compile(r"\d+(?:番地|丁目|番\d|-\d+-\d+)")
_DAY = r"\s*\d{1,2}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?"
_BIRTH = re.compile(
    rf"(?:明治|大正|昭和|[MTS]\.?){_DAY}|生年月日\D{{0,3}}\d|\d{{1,2}}\s*[月./-]\s*\d{{1,2}}\s*日?\s*(?:生まれ|うまれ|生(?!活))"
)
"""A full day of an older era, or a day that somebody was born on; a day of this era is a day of the work."""
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


def parts_that_name(words: str) -> list[str]:
    """「名前」「電話番号」「住所」「生年月日」, as far as the words seem to hold them; nothing for words about nobody."""
    plain = words.translate(_DIGITS)
    found = []
    if any(not any(one.endswith(role) for role in _ROLES) for one in _CALLED.findall(plain)):
        found.append("名前")
    if _NUMBER.search(plain):
        found.append("電話番号")
    elif _LOT.search(plain):
        found.append("住所")
    if _BIRTH.search(plain):
        found.append("生年月日")
    return found
