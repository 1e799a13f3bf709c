"""sound: a rougher key for what was heard on the telephone or typed from hearing (R-PEO-02)."""

from __future__ import annotations

import re

from kasane.base.names.folding import clean, to_katakana

_I_ROW = "キギシジチニヒビピミリ"
_E_ROW = "エケゲセゼテデネヘベペメレ"
_O_ROW = "オコゴソゾトドノホボポモヨロョ"
_U_ROW = "ウクグスズツヌフブプムユルュ"
_A_ROW = "アカガサザタダナハバパマヤラワャ"
_N_ROW = dict(zip("アイウエオヤユヨ", ("ナ", "ニ", "ヌ", "ネ", "ノ", "ニャ", "ニュ", "ニョ"), strict=True))

_STEPS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        # ヴ is heard as ブ; foreign syllables as the old ear wrote them
        (r"ヴァ|ヷ", "バ"),
        (r"ヴィ|ヸ", "ビ"),
        (r"ヴェ|ヹ", "ベ"),
        (r"ヴォ|ヺ", "ボ"),
        (r"ヴ", "ブ"),
        (r"ティ", "チ"),
        (r"ディ", "ジ"),
        (r"テュ", "チュ"),
        (r"デュ", "ジュ"),
        (r"トゥ", "ツ"),
        (r"ドゥ", "ズ"),
        # ぢ and づ sound like じ and ず
        (r"ヂ", "ジ"),
        (r"ヅ", "ズ"),
        # a doubled consonant is easily missed
        (r"ッ", ""),
        # other small vowels as large ones
        (r"ァ", "ア"),
        (r"ィ", "イ"),
        (r"ゥ", "ウ"),
        (r"ェ", "エ"),
        (r"ォ", "オ"),
        (r"ヮ", "ワ"),
        # registers without small kana: ｼﾕﾝ is シュン, ｷﾖｳｺ is キョウコ. キヨコ (清子) stays apart from キョウコ (京子),
        # so ヨ after the i-row is taken for ョ only before the ウ or ー that makes it long
        (rf"(?<=[{_I_ROW}])ヤ", "ャ"),
        (rf"(?<=[{_I_ROW}])ユ", "ュ"),
        (rf"(?<=[{_I_ROW}])ヨ(?=[ウー])", "ョ"),
        # long vowels are short: オオ オウ オー → オ, ケイ ケー → ケ, ユウ → ユ, ニイ → ニ
        (rf"(?<=[{_O_ROW}])[オウー]", ""),
        (rf"(?<=[{_E_ROW}])[エイー]", ""),
        (rf"(?<=[{_U_ROW}])[ウー]", ""),
        (rf"(?<=[{_I_ROW}イ])[イー]", ""),
        (rf"(?<=[{_A_ROW}])[アー]", ""),
        (r"ー", ""),
    )
)
_AFTER_N = re.compile("ン([アイウエオヤユヨ])")


def sound(kana: str) -> str:
    """What a reading sounds like, roughly: equal for spellings one ear can not tell apart (R-PEO-02).

    On top of `fold_kana`: ヂヅヴ as ジズブ, ッ dropped, vowels shortened, ン before a vowel joined to it (passports
    write Junichi for ジュンイチ). Voiced and unvoiced sounds stay apart: タナカ is not タナガ. Idempotent.
    """
    key = to_katakana(clean(kana, small_kana=False))
    # What is dropped may bring others together (ッ between a vowel and its repetition), so until nothing changes.
    while True:
        heard = _AFTER_N.sub(lambda m: _N_ROW[m[1]], key)
        for pattern, to in _STEPS:
            heard = pattern.sub(to, heard)
        heard = to_katakana(clean(heard, small_kana=False))
        if heard == key:
            return key
        key = heard
