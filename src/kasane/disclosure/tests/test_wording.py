"""Each right as one plain sentence, for every basis, end and set of kinds (R-DIS-01)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from uuid import UUID

import pytest

from kasane.base.kinds import ALL_KINDS, SHAREABLE_KINDS, DataKind
from kasane.disclosure.models import Basis
from kasane.disclosure.wording import Behind, Right, review_words, sentence, what

DAY = date(2025, 5, 1)
CONSENT = Behind(consent_on=DAY, consent_method="paper", consent_level="reception")
TEAM = Right(
    UUID(int=1), "地域包括支援センター", None, "", Basis.CONSENT, "team", int(DataKind.HEALTH | DataKind.LIFE), False,
    DAY, None, "支援チーム", behind=CONSENT,
)  # fmt: skip
BY_BASIS = {
    "own_work": replace(TEAM, basis=Basis.OWN_WORK, type="own_work", behind=Behind()),
    "entrusted": replace(
        TEAM, basis=Basis.ENTRUSTED, type="entrusted", behind=Behind(contract="包括的支援事業", contract_ends=date(2026, 3, 31))
    ),
    "entrusted without an end": replace(
        TEAM, basis=Basis.ENTRUSTED, type="entrusted", behind=Behind(contract="包括的支援事業")
    ),
    "team": TEAM,
    "involved": replace(TEAM, type="involved"),
    "applied": replace(TEAM, behind=replace(CONSENT, consent_level="application")),
    "representative": replace(
        TEAM, behind=replace(CONSENT, consent_method="representative", given_by="山形 正樹(長男)")
    ),
    "multi_tier": replace(
        TEAM, type="multi_tier", person="福祉 決子", user_id=UUID(int=9), explanation="支え愛会議(令和7年6月1日)の構成員"
    ),
    "conference": replace(
        TEAM, basis=Basis.CONFERENCE, type="support_conference", person="福祉 決子", user_id=UUID(int=9),
        explanation="支え愛会議(令和7年6月1日)の構成員", until=date(2025, 6, 15), behind=Behind(),
    ),
    "exception": replace(
        TEAM, basis=Basis.EXCEPTION, type="exception", until=date(2025, 7, 31),
        behind=Behind(ground="law", law="児童虐待防止法13条の4", decided_by="福祉 長"),
    ),
    "urgent": replace(
        TEAM, basis=Basis.URGENT, type="urgent", person="包括 次郎", user_id=UUID(int=8), until=date(2025, 5, 4),
        behind=Behind(ground="life", review="proper"),
    ),
}  # fmt: skip

SEES = "健康・障害・介護、生活歴その他を"
WORDS = {
    "own_work": "地域包括支援センターは、自機関の業務として、"
    + SEES
    + "記録の保存期間が終わるまで見られます。",
    "entrusted": "地域包括支援センターは、「包括的支援事業」の委託契約(令和8年3月31日まで)により、"
    + SEES
    + "支援が終わるまで見られます。",
    "entrusted without an end": "地域包括支援センターは、「包括的支援事業」の委託契約(期間の定めなし)により、"
    + SEES
    + "支援が終わるまで見られます。",
    "team": "地域包括支援センターは、令和7年5月1日の本人同意(書面)により、「相談支援」のために、"
    + SEES
    + "支援が終わるまで見られます。",
    "involved": "地域包括支援センターは、令和7年5月1日の本人同意(書面)により、「支援提供・関係機関との連絡調整」のために、"
    + SEES
    + "支援が終わるまで見られます。",
    "applied": "地域包括支援センターは、令和7年5月1日の利用申込での本人同意(書面)により、「相談支援」のために、"
    + SEES
    + "支援が終わるまで見られます。",
    "representative": "地域包括支援センターは、令和7年5月1日の代理人(山形 正樹(長男))の同意により、「相談支援」のために、"
    + SEES
    + "支援が終わるまで見られます。",
    "multi_tier": "地域包括支援センターの福祉 決子さんは、令和7年5月1日の本人同意(書面)により、"
    "支え愛会議(令和7年6月1日)の構成員として、「プランの策定・評価」のために、"
    + SEES
    + "支援が終わるまで見られます。",
    "conference": "地域包括支援センターの福祉 決子さんは、支え愛会議(令和7年6月1日)の構成員として(法106条の6)、"
    + SEES
    + "令和7年6月15日まで(資料を閉じるまで)見られます。",
    "exception": "地域包括支援センターは、法令に基づく例外(児童虐待防止法13条の4、承認 福祉 長)により、"
    + SEES
    + "令和7年7月31日まで見られます。",
    "urgent": "地域包括支援センターの包括 次郎さんは、緊急の閲覧(生命・身体・財産の保護に必要で、同意を得ることが困難な場合)により、"
    + SEES
    + "令和7年5月4日まで見られます。",
}


@pytest.mark.parametrize("basis", BY_BASIS)
def test_each_basis_has_its_own_sentence(basis):
    assert sentence(BY_BASIS[basis], day=DAY) == WORDS[basis]


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        (ALL_KINDS, "税も含めたすべての情報を"),
        (SHAREABLE_KINDS, "税を除くすべての情報を"),
        (DataKind.BASIC, "基本情報だけを"),
        (DataKind.BASIC | DataKind.LIFE, "基本情報、生活歴その他を"),
    ],
)
def test_kinds_are_told_in_the_words_of_the_regulation(kinds, words):
    assert what(int(kinds)) == words


@pytest.mark.parametrize(
    ("right", "start", "end"),
    [
        (replace(TEAM, writes=True), "", "見て、記録できます。"),
        (replace(TEAM, since=date(2025, 6, 1)), "令和7年6月1日から、", "見られます。"),
        (replace(TEAM, waits=True), "守秘義務を確認すると、", "見られます。"),
        (replace(TEAM, until=date(2025, 4, 30)), "", "令和7年4月30日まで見られました。"),
        (replace(TEAM, until=date(2025, 4, 30), waits=True), "", "見られました。"),
    ],
)
def test_the_sentence_tells_what_comes_what_waits_and_what_is_over(right, start, end):
    words = sentence(right, day=DAY)
    assert start in words
    assert words.endswith(end)


@pytest.mark.parametrize("basis", BY_BASIS)
def test_the_file_of_a_closed_case_is_kept_not_supported(basis):
    words = sentence(replace(BY_BASIS[basis], until=None, writes=True), day=DAY, is_open=False)
    assert "記録の保存期間が終わるまで見られます。" in words
    assert "支援が終わるまで" not in words
    assert "記録できます" not in words


@pytest.mark.parametrize(
    ("basis", "until"),
    list(product(BY_BASIS, (None, DAY + timedelta(days=30)))),
)
def test_every_right_makes_one_whole_sentence_whatever_its_kinds(basis, until):
    for kinds in range(1, int(ALL_KINDS) + 1):
        right = replace(BY_BASIS[basis], until=until, kind_bits=kinds)
        words = sentence(right, day=DAY)
        assert words.startswith(f"{right.who}は、")
        assert words.endswith("ます。")
        assert words.count("。") == 1
        assert "None" not in words
        assert "、、" not in words
        assert all(label in words for label in right.kinds) or "すべて" in words


@pytest.mark.parametrize(
    ("review", "words"),
    [
        ("", "事後の確認: まだ"),
        ("proper", "事後の確認: 適切だった"),
        ("improper", "事後の確認: 適切でなかった"),
    ],
)
def test_what_was_opened_without_consent_tells_how_far_its_review_is(review, words):
    for basis in ("exception", "urgent"):
        right = BY_BASIS[basis]
        assert review_words(replace(right, behind=replace(right.behind, review=review))) == words
    assert review_words(TEAM) == ""
