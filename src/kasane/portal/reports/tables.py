"""The fixed list of tables. There is no way to ask for another cut, so none can be subtracted from another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Model

from kasane.agencies.models import Agency, Area
from kasane.base.choices import Channel, Topic
from kasane.cases.models import ClosedAs, Stage
from kasane.intake.api import AgeBand, Outcome, ShortOutcome
from kasane.intake.numbers.bands import AGES, DAYS, HOPS, band_sql, labels
from kasane.intake.numbers.sql import AGE, ANSWER_IN_TIME, ANSWERED, FIRST_CONTACT, SUBJECT
from kasane.intake.numbers.sql import HOPS as HOPS_SINCE
from kasane.profiles.vocabulary import Danger

UNKNOWN = ""
REFERRALS = {
    "refer": "つなぎ",
    "hand_back": "つなぎもどし",
}
ALSO_TOPICS = "also_topic"
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
    could be subtracted from those of another. `sql` answers (key, day, how many) for the days from %(first)s up to, not including, %(after)s;
    %(answer_days)s is within how many days a つなぎ should be answered.
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
_REFERRALS = """
SELECT {key}, r.sent_on, count(*) FROM intake_referral r
WHERE r.sent_on >= %(first)s AND r.sent_on < %(after)s GROUP BY 1, 2
"""
_SHORTS = """
SELECT {key}, r.on, count(*) FROM intake_shortconsultation r
WHERE r.on >= %(first)s AND r.on < %(after)s AND r.struck_on IS NULL AND r.received_on IS NULL GROUP BY 1, 2
"""


_ANSWERS = f"""
SELECT {ANSWER_IN_TIME.format(days="%(answer_days)s")}, r.answered_on, count(*) FROM intake_referral r
WHERE {ANSWERED} AND r.answered_on >= %(first)s AND r.answered_on < %(after)s GROUP BY 1, 2
"""
_ALARMS = """
SELECT {key}, (r.raised_at AT TIME ZONE 'Asia/Tokyo')::date, count(*) FROM cases_alarm r
WHERE (r.raised_at AT TIME ZONE 'Asia/Tokyo')::date >= %(first)s
  AND (r.raised_at AT TIME ZONE 'Asia/Tokyo')::date < %(after)s GROUP BY 1, 2
"""
_IN_TIME = "CASE WHEN r.{done} <= r.{due} THEN 'in_time' WHEN r.{done} IS NOT NULL THEN 'late' ELSE '' END"


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
        _RECEPTIONS.format(key=band_sql(AGE, AGES), join=SUBJECT),
        labels(AGES, "分からない"),
    ),
    Table(
        "area", "intake", "相談の受付(本人の地区)", "本人の地区", "件",
        "締めた日の本人の地区で分けます。",
        _RECEPTIONS.format(key="COALESCE(s.area_id::text, '')", join=SUBJECT), names=Area,
    ),
    Table(
        "channel", "intake", "相談の受付(受付方法)", "受付方法", "件",
        "受付シートの受付方法で分けます。",
        _RECEPTIONS.format(key="r.channel", join=""), dict(Channel.choices),
    ),
    Table(
        "outcome", "intake", "相談の受付(対応)", "対応", "件",
        "その月に受け付けた相談の対応が、締めた日にどう決まっていたかです。",
        _RECEPTIONS.format(key="r.outcome", join=""), _labels(Outcome.choices, "まだ決めていない"),
    ),
    Table(
        "first_contact", "intake", "相談の受付(はじめて連絡がつくまで)", "受付日からの日数", "件",
        "受付日から、電話・訪問・面談・メール・手紙の支援記録がはじめて書かれた日までです。締めた日までの記録で数えます。",
        _RECEPTIONS.format(key=band_sql(FIRST_CONTACT, DAYS), join=""), labels(DAYS, "まだない"),
    ),
    Table(
        "hops", "intake", "相談の受付(つないだ回数)", "受付のあとのつなぎ", "件",
        "受付のあと、締めた日までに送られたつなぎの数です。つなぎもどしと、取り下げたものは数えません。",
        _RECEPTIONS.format(key=band_sql(HOPS_SINCE, HOPS), join=""), labels(HOPS),
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
        _REFERRALS.format(key="r.kind || '/' || r.state"),
        {
            f"{kind}/{state}": f"{word}:{answer}"
            for kind, word in REFERRALS.items()
            for state, answer in ANSWERS.items()
        },
    ),
    Table(
        "sender", "referral", "つなぎ(送った機関)", "送った機関", "件",
        "その月に送られたつなぐシートを、送った機関で分けます。つなぎもどしも入ります。",
        _REFERRALS.format(key="r.sender_id::text"), names=Agency,
    ),
    Table(
        "receiver", "referral", "つなぎ(届いた機関)", "届いた機関", "件",
        "その月に送られたつなぐシートを、届いた機関で分けます。つなぎもどしも入ります。",
        _REFERRALS.format(key="r.receiver_id::text"), names=Agency,
    ),
    Table(
        "short_agency", "short", "短い相談(受けた機関)", "受けた機関", "件",
        "短い相談です。取り消したものと、受付シートにしたものは入りません。",
        _SHORTS.format(key="r.agency_id::text"), names=Agency,
    ),
    Table(
        "short_channel", "short", "短い相談(方法)", "方法", "件",
        "短い相談を、方法で分けます。",
        _SHORTS.format(key="r.channel"), dict(Channel.choices),
    ),
    Table(
        "short_age", "short", "短い相談(年ごろ)", "年ごろ", "件",
        "短い相談を、聞いて分かった年ごろで分けます。",
        _SHORTS.format(key="r.age_band"), dict(AgeBand.choices),
    ),
    Table(
        "short_outcome", "short", "短い相談(対応)", "対応", "件",
        "短い相談を、対応で分けます。",
        _SHORTS.format(key="r.outcome"), dict(ShortOutcome.choices),
    ),
    Table(
        ALSO_TOPICS, "also", "相談内容(一番困っていることのほか)", "ほかにえらばれた分類", "件",
        "受付シートで「一番困っていること」のほかにえらばれた分類です。ひとつの受付に分類がいくつかあれば、それぞれに数えます。",
        "SELECT t.topic, r.received_on, count(*) FROM intake_reception r, unnest(r.topics) t (topic)"
        " WHERE t.topic <> r.main_topic AND r.received_on >= %(first)s AND r.received_on < %(after)s GROUP BY 1, 2",
        dict(Topic.choices),
    ),
    Table(
        "answer", "answer", "つなぎの回答(期限)", "回答と期限", "件",
        "その月に回答された(受けた・共に支援・戻した)つなぎが、期限内だったかです。回答した月に数えます。期限は、締めた日の町の決まりの日数です。",
        _ANSWERS,
        {
            "other/in_time": "期限内の回答", "other/late": "期限をすぎた回答",
            "urgent/in_time": "緊急: 期限内の回答", "urgent/late": "緊急: 期限をすぎた回答",
        },
    ),
    Table(
        "alarm_kind", "alarm", "緊急の知らせ(種類)", "緊急の種類", "件",
        "その月に出された緊急の知らせです。",
        _ALARMS.format(key="r.danger"), {str(one.value): one.label for one in Danger},
    ),
    Table(
        "alarm_agency", "alarm", "緊急の知らせ(知らせた機関)", "知らせた機関", "件",
        "その月に出された緊急の知らせを、知らせた機関で分けます。",
        _ALARMS.format(key="r.raised_agency_id::text"), names=Agency,
    ),
    Table(
        "alarm_taken", "alarm", "緊急の知らせ(受け取り)", "だれかが受け取ったか", "件",
        "だれかが「受け取りました」とした時が、受け取りの期限に間に合ったかです。締めた日のようすです。",
        _ALARMS.format(key=_IN_TIME.format(done="acknowledged_at", due="ack_until")),
        {"in_time": "期限内に受け取った", "late": "期限をすぎて受け取った", UNKNOWN: "まだ受け取っていない"},
    ),
    Table(
        "alarm_safety", "alarm", "緊急の知らせ(安全確認)", "安全を確かめたか", "件",
        "安全を確かめた時が、安全確認の期限に間に合ったかです。締めた日のようすです。",
        _ALARMS.format(key=_IN_TIME.format(done="safety_at", due="safety_due")),
        {
            "in_time": "期限内に確かめた", "late": "期限をすぎて確かめた", UNKNOWN: "まだ確かめていない",
        },
    ),
)  # fmt: skip
BY_KEY = {table.key: table for table in TABLES}
GROUPS = tuple(
    tuple(table for table in TABLES if table.group == group)
    for group in dict.fromkeys(table.group for table in TABLES)
)
