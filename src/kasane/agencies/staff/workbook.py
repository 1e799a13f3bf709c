"""職員 as an Excel file: the rows of the screen, with everything known about each post (R-DEL-06)."""

from __future__ import annotations

from collections.abc import Iterable

from kasane.agencies.models import Post
from kasane.base.dates import today, wareki
from kasane.base.workbook import file_of, first_sheet, heading, table

COLUMNS = (
    "機関",
    "拠点",
    "氏名",
    "ふりがな",
    "役割",
    "職名",
    "コーディネーターの種別",
    "職種",
    "資格",
    "研修",
    "常勤・非常勤",
    "専任",
    "ほかの配置",
    "兼務",
    "配置日",
    "配置の終わり",
)


def workbook(posts: Iterable[Post]) -> bytes:
    """One sheet, every text as text."""
    book, sheet = first_sheet("職員")
    heading(sheet, f"職員の一覧 {wareki(today())}現在")
    table(sheet, COLUMNS, map(_cells, posts), at=3, fixed=3)
    return file_of(book)


def _cells(post: Post) -> tuple[str, ...]:
    courses = [f"{one}（{wareki(one.done_on)}）" for one in post.user.trainings.all()]
    return (
        post.agency.name,
        post.site.name if post.site else "",
        post.user.name,
        post.user.kana,
        post.role_label,
        post.title,
        post.get_coordinator_kind_display(),
        post.job_words,
        post.qualification_words,
        "、".join([*courses, *([post.training] if post.training else [])]),
        "常勤" if post.is_full_time else "非常勤",
        "専任" if post.is_dedicated else "専任でない",
        str(post.other_posts) if post.other_posts else "",  # type: ignore[attr-defined]
        post.concurrent,
        wareki(post.starts_on),
        wareki(post.ends_on) if post.ends_on else "",
    )
