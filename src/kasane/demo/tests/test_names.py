"""Names, places and telephone numbers."""

import re
from random import Random

from kasane.demo import names
from kasane.demo.labels import Sex
from kasane.demo.names_family import FAMILY_NAMES
from kasane.demo.names_foreign import FOREIGN
from kasane.demo.names_given import GIVEN_FEMALE, GIVEN_MALE
from kasane.demo.places import AREA_PLACES

HIRAGANA = re.compile(r"^[ぁ-ゖー]+$")
KATAKANA = re.compile(r"^[ァ-ヺー ]+$")


def test_every_japanese_name_has_its_reading_in_hiragana() -> None:
    given = [pair for table in (GIVEN_FEMALE, GIVEN_MALE) for names_ in table.values() for pair in names_]
    for text, kana in [*FAMILY_NAMES, *given]:
        assert text and HIRAGANA.match(kana), (text, kana)


def test_every_foreign_name_has_its_reading_in_katakana() -> None:
    for country in FOREIGN:
        for text, kana in (*country.family, *country.female, *country.male):
            assert text and KATAKANA.match(kana), (country.country, text, kana)


def test_every_decade_has_names_for_both_sexes() -> None:
    assert set(GIVEN_FEMALE) == set(GIVEN_MALE) == set(range(1920, 2030, 10))
    assert all(len(pairs) >= 15 for table in (GIVEN_FEMALE, GIVEN_MALE) for pairs in table.values())


def test_family_names_are_listed_once_and_hold_variant_characters() -> None:
    texts = [text for text, _ in FAMILY_NAMES]
    assert len(texts) == len(set(texts))
    for same in (
        ("渡辺", "渡邊", "渡邉"),
        ("高橋", "髙橋"),
        ("山崎", "山﨑"),
        ("吉田", "𠮷田"),
        ("桑田", "桒田"),
    ):
        assert set(same) <= set(texts)
        assert len({dict(FAMILY_NAMES)[text] for text in same}) == 1


def test_given_names_follow_the_year_of_birth() -> None:
    rng = Random(1)
    old = {names.given_name(rng, Sex.FEMALE, 1938).text for _ in range(200)}
    young = {names.given_name(rng, Sex.FEMALE, 2015).text for _ in range(200)}
    assert "和子" in old and "和子" not in young


def test_telephones_stand_in_blocks_that_nobody_has() -> None:
    rng = Random(1)
    for _ in range(100):
        assert re.fullmatch(r"0868-00-\d{4}", names.landline(rng))
        assert re.fullmatch(r"090-0000-\d{4}", names.mobile(rng))


def test_each_area_has_a_place_of_its_own_name() -> None:
    assert len(AREA_PLACES) == len(set(AREA_PLACES)) == 81
    assert AREA_PLACES[45] in names.address(Random(1), 46, rented=False)
