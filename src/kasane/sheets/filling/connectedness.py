"""つながり評価シート (別紙2-7) with the course of the five scores, filled in and blank (R-COOR-08)."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from kasane.base.dates import short_wareki, today, wareki
from kasane.cases.models import Case
from kasane.coordination.charts import course_picture, course_words
from kasane.coordination.choices import Occasion
from kasane.coordination.models import Connectedness
from kasane.coordination.queries import scores_of
from kasane.coordination.words import SCORE_WORDS
from kasane.people.queries import household
from kasane.sheets.document import PicturePage, Sheet
from kasane.sheets.family import picture_page
from kasane.sheets.filling.common import subject_in, town, writer
from kasane.sheets.paper.connectedness import ConnectednessData, Score, connectedness_2_7


def connectedness_sheet(case: Case, row_id: UUID | None) -> Sheet | None:
    """One rating, or the newest, with those before it."""
    every = scores_of(case.id)
    if row_id is not None:
        place = next((n for n, row in enumerate(every, 1) if row.id == row_id), 0)
        every = every[:place]
    if not every:
        return None
    row, subject = every[-1], subject_in(household(case.id))
    data = ConnectednessData(
        scores=_scores(row),
        occasions=tuple(Occasion.choices),
        case_number=case.label,
        person_name=subject.name if subject else None,
        rated_on=wareki(row.rated_on),
        occasion=row.occasion,
        with_person="yes" if row.with_person else "no",
        author=writer(row.agency, row.author),
        note=row.note,
        course=tuple(_line(one) for one in every),
        picture=_picture(every),
    )
    return connectedness_2_7(data, town(), printed_on=wareki(today()))


def blank_connectedness_sheet() -> Sheet:
    """To be filled in together with the person."""
    return connectedness_2_7(ConnectednessData(_scores(None), tuple(Occasion.choices)), town())


def _scores(row: Connectedness | None) -> tuple[Score, ...]:
    return tuple(
        (
            label,
            tuple((str(score), f"{score} {word}") for score, word in enumerate(words, 1)),
            str(getattr(row, name)) if row else None,
        )
        for name, (label, words) in SCORE_WORDS.items()
    )


def _line(row: Connectedness) -> tuple[str, ...]:
    how = "本人といっしょに" if row.with_person else "支援者だけで"
    return (
        short_wareki(row.rated_on),
        row.get_occasion_display(),
        *(str(score) for score in row.scores),
        str(row.total),
        f"{how} {writer(row.agency, row.author)}",
    )


def _picture(every: Sequence[Connectedness]) -> PicturePage | None:
    """The course as the screen draws it; one rating alone has none."""
    if len(every) < 2:
        return None
    svg = str(course_picture(every)).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return picture_page([("つながりの推移", svg, [course_words(every)])])
