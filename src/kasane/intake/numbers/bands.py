"""The bands in which ages, days and hops are counted, for an agency's own numbers and the closed ones of the town."""

from __future__ import annotations

from collections.abc import Sequence

Bands = Sequence[tuple[int, str]]
"""What is below the number, under its label; the last one takes the rest."""

AGES: Bands = ((18, "18歳未満"), (40, "18〜39歳"), (65, "40〜64歳"), (75, "65〜74歳"), (200, "75歳以上"))
DAYS: Bands = ((1, "その日のうち"), (4, "1〜3日"), (8, "4〜7日"), (99999, "8日以上"))
HOPS: Bands = ((1, "つないでいない"), (2, "1回"), (3, "2回"), (99999, "3回以上"))


def band(number: int | None, bands: Bands) -> str:
    """The key of the band a number falls into; empty when there is none."""
    if number is None:
        return ""
    return next((str(below) for below, _ in bands if number < below), "")


def labels(bands: Bands, unknown: str = "") -> dict[str, str]:
    """The bands by their keys, with a last one for what is not known where it has a word."""
    named = {str(below): label for below, label in bands}
    return {**named, "": unknown} if unknown else named


def band_sql(number: str, bands: Bands) -> str:
    """The key of the band, in the database: the same bands as `band`."""
    cases = " ".join(f"WHEN {number} < {below} THEN '{below}'" for below, _ in bands)
    return f"CASE WHEN {number} IS NULL THEN '' {cases} ELSE '' END"
