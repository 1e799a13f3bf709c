"""The fixed list of tables. There is no way to ask for another cut, so none can be subtracted from another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Model

from kasane.agencies.models import Agency, Area
from kasane.base.choices import Topic
from kasane.cases.models import ClosedAs, Stage

UNKNOWN = ""
AGES = ((18, "18歳未満"), (40, "18〜39歳"), (65, "40〜64歳"), (75, "65〜74歳"), (200, "75歳以上"))
REFERRALS = {
    "refer": "つなぎ",
    "hand_back": "つなぎもどし",
}
ANSWERS = {
    "sent": "返事待ち",
    "accepted": "受けた",
    "joint": "共に支援",
    "returned": "戻した",
    "withdrawn": "取り下げ",
}


@dataclass(frozen=True)
class Table:
    """`rows`: labels by key, in the order shown; None where they are the town's own agencies or areas.

    Tables with the same `group` count the same people and are closed over the same periods, or the sums of one period
    could be subtracted from those of another. `sql` answers (key, day, how many) for the days from %(first)s up to, not including, %(after)s.
    """

    key: str
    group: str
    title: str
    row_title: str
    unit: str
    how: str
    sql: str
    rows: dict[str, str] | None = None
    names: type[Model] | None = None


_RECEPTIONS = """
SELECT {key}, r.received_on, count(*) FROM intake_reception r {join}
WHERE r.received_on >= %(first)s AND r.received_on < %(after)s GROUP BY 1, 2
"""
_SUBJECT = "LEFT JOIN people_person s ON s.case_id = r.case_id AND s.is_subject"
_AGE = (
    "COALESCE(extract(year FROM age(r.received_on, s.birth_date))::integer, s.stated_age"
    " + COALESCE((r.received_on - s.stated_age_on) / 365, 0))"
)
_AGE_BAND = (
    f"CASE WHEN {_AGE} IS NULL THEN '' "
    + " ".join(f"WHEN {_AGE} < {below} THEN '{below}'" for below, _ in AGES)
    + " ELSE '' END"
)


def _labels(choices: Iterable[tuple[str, str]], unknown: str) -> dict[str, str]:
    return {**{str(value): str(label) for value, label in choices}, UNKNOWN: unknown}


TABLES = (
    Table(
        "agency", "intake", "相談の受付(受け付けた機関)", "受け付けた機関", "件",
        "受付シートを、受付日の月に1件と数えます。",
        _RECEPTIONS.format(key="r.agency_id::text", join=""), names=Agency,
    ),
    Table(
        "topic", "intake", "相談の受付(一番困っていること)", "一番困っていること", "件",
        "受付シートの「一番困っていること」で分けます。えらばれていないものは「書かれていない」です。",
        _RECEPTIONS.format(key="r.main_topic", join=""), _labels(Topic.choices, "書かれていない"),
    ),
    Table(
        "age", "intake", "相談の受付(本人の年齢)", "受付日の本人の年齢", "件",
        "受付日の本人の年齢で分けます。生年月日が分からないときは、聞き取った年齢です。",
        _RECEPTIONS.format(key=_AGE_BAND, join=_SUBJECT),
        _labels([(str(below), label) for below, label in AGES], "分からない"),
    ),
    Table(
        "area", "intake", "相談の受付(本人の地区)", "本人の地区", "件",
        "締めた日の本人の地区で分けます。",
        _RECEPTIONS.format(key="COALESCE(s.area_id::text, '')", join=_SUBJECT), names=Area,
    ),
    Table(
        "stage", "intake", "ケースの段階", "締めた日の段階", "ケース",
        "その月に受け付けたケースが、締めた日にどの段階にあったかです。",
        "SELECT c.stage, c.opened_on, count(*) FROM cases_case c"
        " WHERE c.opened_on >= %(first)s AND c.opened_on < %(after)s GROUP BY 1, 2",
        dict(Stage.choices),
    ),
    Table(
        "closure", "closure", "ケースの終わり方", "終わり方", "ケース",
        "その月に終わったケースです。",
        "SELECT c.closed_as, c.closed_on, count(*) FROM cases_case c"
        " WHERE c.closed_on >= %(first)s AND c.closed_on < %(after)s GROUP BY 1, 2",
        _labels(ClosedAs.choices, "書かれていない"),
    ),
    Table(
        "referral", "referral", "つなぎと回答", "つなぎの状態", "件",
        "その月に送られたつなぐシートが、締めた日にどうなっていたかです。",
        "SELECT r.kind || '/' || r.state, r.sent_on, count(*) FROM intake_referral r"
        " WHERE r.sent_on >= %(first)s AND r.sent_on < %(after)s GROUP BY 1, 2",
        {
            f"{kind}/{state}": f"{word}:{answer}"
            for kind, word in REFERRALS.items()
            for state, answer in ANSWERS.items()
        },
    ),
)  # fmt: skip
BY_KEY = {table.key: table for table in TABLES}
GROUPS = tuple(
    tuple(table for table in TABLES if table.group == group)
    for group in dict.fromkeys(table.group for table in TABLES)
)
