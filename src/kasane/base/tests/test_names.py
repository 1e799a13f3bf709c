"""Folding of names: tables of what is one name and what is not, and properties of every text (R-PEO-02)."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kasane.base.names import fold, fold_kana, from_romaji, sound
from kasane.base.names.folding import variants

TEXT = st.text() | st.text(
    alphabet="渡邉邊辺々ゝゞがかカｶﾞー-－ 　・ヴティッョウオンAaō'佐髙﨑\ufe00\U000e0100ﾞ゛\u3099"
)

SAME = [
    ("渡邊", "渡辺"),
    ("渡邉", "渡辺"),
    ("渡邉\U000e0104", "渡辺"),
    ("髙橋", "高橋"),
    ("𣘺本", "橋本"),
    ("山﨑", "山崎"),
    ("山嵜", "山崎"),
    ("齋藤", "斉藤"),
    ("斎藤", "斉藤"),
    ("齊藤", "斉藤"),
    ("濵田", "浜田"),
    ("濱田", "浜田"),
    ("中嶋", "中島"),
    ("嶌田", "島田"),
    ("澤田", "沢田"),
    ("廣瀨", "広瀬"),
    ("櫻井", "桜井"),
    ("德田", "徳田"),
    ("惠美子", "恵美子"),
    ("眞弓", "真弓"),
    ("龍二", "竜二"),
    ("冨田", "富田"),
    ("𠮷田", "吉田"),
    ("桒田", "桑田"),
    ("古舘", "古館"),
    ("渕上", "淵上"),
    ("薮内", "藪内"),
    ("栁原", "柳原"),
    ("恆夫", "恒夫"),
    ("曾根", "曽根"),
    ("會田", "会田"),
    ("與田", "与田"),
    ("永禮", "永礼"),
    ("上條", "上条"),
    ("圓山", "円山"),
    ("猪塚", "猪塚"),
    ("神社", "神社"),
    ("福祥", "福祥"),
    ("圡屋", "土屋"),
    ("埜口", "野口"),
    ("楳田", "梅田"),
    ("佐々木", "佐佐木"),
    ("みすゞ", "みすず"),
    ("ｻﾄｳ ｶｽﾞｺ", "サトウカズコ"),
    ("か゛", "が"),
    ("マリ－", "マリー"),
    ("マリア・ルイザ", "マリアルイザ"),
    ("ＮＧＵＹỄＮ Van", "nguyenvan"),
    ("O’Brien", "o'brien"),
    ("ミサヲ", "ミサオ"),
    ("キヰ", "キイ"),
    ("キョウコ", "キヨウコ"),
    ("鎌ヶ谷", "鎌ケ谷"),
    ("\U0001b017の", "かの"),
]
APART = [
    ("太田", "大田"),
    ("大坂", "大阪"),
    ("藤原", "藤村"),
    ("和子", "和美"),
    ("一郎", "二郎"),
    ("畑", "畠"),
    ("かずこ", "カズコ"),
    ("タナカ", "タナガ"),
    ("杉", "椙"),
    ("埼", "崎"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_one_name_in_two_writings_folds_alike(left, right):
    assert fold(left) == fold(right)


@pytest.mark.parametrize(("left", "right"), APART)
def test_different_names_stay_apart(left, right):
    assert fold(left) != fold(right)


@pytest.mark.parametrize("typed", ["かずこ", "カズコ", "ｶｽﾞｺ", "カ ズ コ"])
def test_a_reading_is_one_in_hiragana_katakana_and_half_width(typed):
    assert fold_kana(typed) == "カズコ"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("カヅコ", "カズコ"),
        ("ヂュン", "ジュン"),
        ("オオノ", "オーノ"),
        ("サトウ", "サトー"),
        ("ユウコ", "ユーコ"),
        ("ケイコ", "ケーコ"),
        ("ニイダ", "ニーダ"),
        ("ハットリ", "ハトリ"),
        ("ｷﾖｳｺ", "キョウコ"),
        ("ｼﾕﾝ", "しゅん"),
        ("ジュンイチ", "ジュニチ"),
        ("ヴィクトル", "ビクトル"),
        ("ティナ", "チナ"),
        ("ミサヲ", "ミサオ"),
        ("グェン", "グエン"),
    ],
)
def test_what_one_ear_can_not_tell_apart_sounds_alike(left, right):
    assert sound(left) == sound(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("キヨコ", "キョウコ"),
        ("タナカ", "タナガ"),
        ("ミヨコ", "ミョウコ"),
        ("カズコ", "カツコ"),
        ("ユキ", "ユミ"),
        ("イチロウ", "ジロウ"),
        ("リヨ", "リョウ"),
    ],
)
def test_what_an_ear_tells_apart_stays_apart(left, right):
    assert sound(left) != sound(right)


@pytest.mark.parametrize(
    ("romaji", "kana"),
    [
        ("Watanabe", "ワタナベ"),
        ("SATO", "サトウ"),
        ("Satō", "サトウ"),
        ("Satoh", "サトウ"),
        ("Satou", "サトウ"),
        ("Itô", "イトウ"),
        ("Ohno", "オオノ"),
        ("Oono", "オオノ"),
        ("Ōno", "オオノ"),
        ("Jun'ichi", "ジュンイチ"),
        ("JUNICHI", "ジュンイチ"),
        ("Jun-ichi", "ジュンイチ"),
        ("Shin’ya", "シンヤ"),
        ("Namba", "ナンバ"),
        ("Nanba", "ナンバ"),
        ("Hattori", "ハットリ"),
        ("Hotchi", "ホッチ"),
        ("Syôzi", "ショウジ"),
        ("Shoji", "ショウジ"),
        ("Mituru", "ミツル"),
        ("Tiduko", "チヅコ"),
        ("Chizuko", "チヅコ"),
        ("Kyoko", "キョウコ"),
        ("Kiyoko", "キヨコ"),
        ("Huzita", "フジタ"),
        ("FUJITA", "ふじた"),
        ("Ohara", "オオハラ"),
        ("Konno", "コンノ"),
        ("ＫＥＮＩＣＨＩＲＯ", "ケンイチロウ"),
        ("Ryūji", "リュウジ"),
        ("Yuhki", "ユウキ"),
        ("Gemma", "ゲンマ"),
    ],
)
def test_latin_letters_sound_as_the_reading_they_stand_for(romaji, kana):
    read = from_romaji(romaji)
    assert read is not None and sound(read) == sound(kana)


@pytest.mark.parametrize(
    "text", ["", " ", "Nguyen", "Li", "Xuan", "123", "山田", "Bc", "Smith", "Taro3", "'", "-"]
)
def test_what_is_not_romaji_is_none(text):
    assert from_romaji(text) is None


def test_the_table_has_no_chains_and_its_results_are_clean():
    table = variants()
    assert len(table) > 450
    for character, to in table.items():
        assert unicodedata.normalize("NFKC", character) == character, f"NFKC takes care of {character}"
        assert not any(c in table for c in to), f"{character} → {to} goes on"
        assert fold(to) == to


def test_every_character_folds_to_what_folds_to_itself():
    for code in range(sys.maxunicode + 1):
        for text in (chr(code), "か" + chr(code), "山" + chr(code) + "ー"):
            once = fold(text)
            assert fold(once) == once, hex(code)


def test_no_compatibility_ideograph_and_no_variation_selector_is_left():
    for code in [*range(0xF900, 0xFAFF), *range(0x2F800, 0x2FA1E)]:
        plain = unicodedata.normalize("NFKC", chr(code))
        assert fold(chr(code)) == fold(plain)
    for code in [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]:
        assert fold("葛" + chr(code) + "城") == "葛城"


@given(TEXT)
def test_folding_twice_changes_nothing(text):
    for act in (fold, fold_kana, sound):
        once = act(text)
        assert act(once) == once


@given(TEXT)
def test_romaji_never_raises_and_gives_katakana_only(text):
    read = from_romaji(text)
    assert read is None or all("ァ" <= c <= "ヺ" or c == "ー" for c in read)


CLEAN = st.text(alphabet="渡邉髙橋みすずカズコかなabcABC渕龍ｶﾅ", max_size=8)


@given(CLEAN, CLEAN)
def test_clean_parts_fold_alike_apart_and_together(left, right):
    assert fold(left + right) == fold(fold(left) + fold(right)) == fold(left) + fold(right)


@given(TEXT)
def test_hiragana_and_katakana_are_one_reading(text):
    katakana = "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in fold(text))
    assert fold_kana(katakana) == fold_kana(text)
