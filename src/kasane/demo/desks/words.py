"""定型句 and ひな型 of two desks: words they write every day (issue 5; 小牧市 said how much time records take)."""

from __future__ import annotations

from typing import Any

from kasane.base.choices import ContactMethod
from kasane.cases.writing.actions import add_phrase
from kasane.cases.writing.models import PhraseUse
from kasane.demo.town import Town
from kasane.disclosure.viewer import acting_as

RECORD, RECEPTION, REFERRAL, TEMPLATE = (
    PhraseUse.RECORD,
    PhraseUse.RECEPTION,
    PhraseUse.REFERRAL,
    PhraseUse.TEMPLATE,
)
PHRASES: dict[str, tuple[tuple[PhraseUse, str, str, str], ...]] = {
    "hokatsu": (
        (RECORD, "訪問・変わりなし", "houmon", "自宅を訪問。顔色はよく、受け答えもはっきりしている。食事・服薬・室内のようすに変わりはない。次の訪問は"),
        (RECORD, "留守・手紙", "rusu", "訪問したが留守。新聞と郵便のたまりはない。連絡先を書いた手紙を玄関に入れた。"),
        (RECORD, "ケアマネに連絡", "cm", "担当ケアマネジャーに電話し、本人のようすと次の予定を伝えた。先方からは"),
        (RECEPTION, "家族からの電話", "kazoku", "家族から電話。本人は相談していることを知らない。本人に話してよいか、先に家族に確かめる。"),
        (REFERRAL, "生活全体をみてほしい", "zentai", "介護のことだけでなく、家計と家族の暮らしに心配がある。本人は一緒に考えてもらうことを望んでいる。"),
    ),
    "kosodate": (
        (RECORD, "新生児訪問", "shinsei", "新生児訪問。体重の増えは順調。母の表情は明るく、夜間の睡眠は"),
        (RECORD, "電話・母の話", "haha", "母から電話。話を聴き、いまの気持ちを受けとめた。次に話す日を決めた。"),
        (RECEPTION, "妊娠届のとき", "todoke", "妊娠届のときに面談。体調と家族の手伝い、出産までの予定を聞いた。"),
        (REFERRAL, "医療機関から", "iryo", "医療機関から連絡があり、本人の了解を得て、次の支援を一緒に考えたい。"),
    ),
}  # fmt: skip
TEMPLATES: dict[str, dict[str, Any]] = {
    "hokatsu": {
        "name": "要支援の方の訪問",
        "number": 6,
        "method": ContactMethod.VISIT,
        "minutes": 40,
        "text": "【本人のことば】\n【食事・睡眠・服薬】\n【からだ・歩行】\n【住まい・火の元】\n【家族・近所】\n【次にすること】",
    },
    "kosodate": {
        "name": "8か月面談",
        "number": 6,
        "method": ContactMethod.INTERVIEW,
        "minutes": 45,
        "text": "【からだの調子】\n【出産の場所・里帰り】\n【出産後に手伝う人】\n【気がかり】\n【使いたいサービス】\n【次に話す日】",
    },
}


def keep_words(town: Town) -> None:
    """Each desk has its own, and one template of its own beside the town's."""
    for key, rows in PHRASES.items():
        by = town.people[key][0]
        with acting_as(by):
            for use, name, code, text in rows:
                add_phrase(by=by, use=use, own=False, code=code, name=name, text=text)
            add_phrase(by=by, use=TEMPLATE, own=False, **TEMPLATES[key])
