"""Made-up families of the kinds an office meets, to look at the drawings (R-PEO-03, R-PEO-04). Nobody of them lives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kasane.people.drawing.ecomap import EcoLink, EcoNode, Flow, NodeKind, Strength
from kasane.people.drawing.family import Bond, BondKind
from kasane.people.kinship import Member, Tie, TieKind

DAY = date(2025, 10, 1)
M, F = "male", "female"


@dataclass(frozen=True)
class Example:
    title: str
    members: tuple[Member, ...]
    ties: tuple[Tie, ...] = ()
    bonds: tuple[Bond, ...] = ()
    nodes: tuple[EcoNode, ...] = ()
    links: tuple[EcoLink, ...] = ()


def _who(key: str, relation: str, name: str, sex: str, born: str = "", **more: object) -> Member:
    birth = date.fromisoformat(born) if born else None
    return Member(key, relation, sex, birth, name, subject=relation == "本人", **more)  # type: ignore[arg-type]


def _away(key: str, relation: str, name: str, sex: str, born: str = "", **more: object) -> Member:
    return _who(key, relation, name, sex, born, together=False, **more)


def _d(text: str) -> date:
    return date.fromisoformat(text)


def _around(
    *rows: tuple[str, NodeKind, Strength, Flow, str, str],
) -> tuple[tuple[EcoNode, ...], tuple[EcoLink, ...]]:
    """(name, kind, strength, flow, label, member) for each neighbour."""
    nodes = tuple(EcoNode(f"n{i}", name, kind) for i, (name, kind, *_) in enumerate(rows))
    links = tuple(
        EcoLink(f"n{i}", strength, flow, label, member)
        for i, (_, _, strength, flow, label, member) in enumerate(rows)
    )
    return nodes, links


A, P, G = NodeKind.AGENCY, NodeKind.PERSON, NodeKind.GROUP
STRONG, NORMAL, WEAK, STRAINED, BROKEN = Strength
NONE, IN, OUT, BOTH = Flow


def _eighty_fifty() -> Example:
    nodes, links = _around(
        ("地域包括支援センター", A, STRONG, IN, "介護の相談", "b"),
        ("ひきこもり地域支援センター", A, WEAK, IN, "訪問", "a"),
        ("民生委員", P, NORMAL, IN, "見守り", "b"),
        ("かかりつけ医", P, NORMAL, BOTH, "通院", "b"),
        ("町内会", G, BROKEN, NONE, "", ""),
        ("長女 中村 由美", P, STRAINED, BOTH, "お金", "a"),
    )
    return Example(
        "80代の母と50代の子(8050)",
        (
            _who("a", "本人", "佐々木 健一", M, "1972-06-11"),
            _who("b", "母", "佐々木 トシ", F, "1943-02-20"),
            _away("c", "父", "佐々木 正", M, "1940-08-01", death=_d("2015-11-03")),
            _away("d", "妹", "中村 由美", F, "1976-01-19"),
            _away("e", "妹の夫", "中村 徹", M, "1974-04-02"),
            _away("f", "妹の子", "中村 蓮", M, "2006-09-09"),
        ),
        bonds=(Bond(BondKind.CARE, "b", "a", "食事"), Bond(BondKind.CONFLICT, "a", "d")),
        ties=(Tie(TieKind.MARRIAGE, "c", "b", _d("1970-04-10")),),
        nodes=nodes,
        links=links,
    )


def _single_mother() -> Example:
    nodes, links = _around(
        ("自立相談支援機関", A, NORMAL, IN, "家計の相談", "a"),
        ("福祉事務所", A, STRAINED, BOTH, "生活保護の申請", "a"),
        ("小学校", A, NORMAL, BOTH, "登校", "b"),
        ("こども食堂", G, STRONG, IN, "食事", "c"),
        ("パート先", G, WEAK, OUT, "短時間の仕事", "a"),
    )
    return Example(
        "ひとり親と困窮",
        (
            _who("a", "本人", "小林 さやか", F, "1989-03-14"),
            _who("b", "長女", "小林 美羽", F, "2014-07-07"),
            _who("c", "長男", "小林 陽太", M, "2017-12-25"),
            _away("d", "元夫", "田村 隆", M, "1986-10-30"),
            _away("e", "母", "小林 恵子", F, "1962-05-05"),
        ),
        ties=(
            Tie(TieKind.MARRIAGE, "d", "a", _d("2012-11-22")),
            Tie(TieKind.DIVORCED, "d", "a", _d("2020-03-31")),
        ),
        nodes=nodes,
        links=links,
    )


def _young_carer() -> Example:
    nodes, links = _around(
        ("中学校", A, NORMAL, IN, "遅刻が続く", "a"),
        ("スクールソーシャルワーカー", P, STRONG, IN, "週1回の面談", "a"),
        ("訪問看護ステーション", A, NORMAL, IN, "精神科訪問看護", "b"),
        ("障害者相談支援事業所", A, WEAK, IN, "計画相談", "b"),
        ("学習支援の教室", G, NORMAL, BOTH, "勉強", "a"),
    )
    return Example(
        "家族の世話をする中学生(ヤングケアラー)",
        (
            _who("a", "本人", "石川 葵", F, "2011-05-28"),
            _who("b", "母", "石川 真紀", F, "1983-09-02"),
            _who("c", "弟", "石川 湊", M, "2018-04-16"),
            _who("d", "妹", "石川 ひなた", F, "2020-10-10"),
            _who("e", "祖母(母方)", "石川 和子", F, "1954-01-31"),
            _away("f", "父", "石川 大輔", M, "1980-02-14"),
        ),
        ties=(Tie(TieKind.MARRIAGE, "f", "b", _d("2010-10-10")), Tie(TieKind.SEPARATED, "f", "b", _d("2023-06-01"))),
        bonds=(
            Bond(BondKind.CARE, "a", "b", "家事"), Bond(BondKind.CARE, "a", "d", "送り迎え"), Bond(BondKind.CLOSE, "a", "e"),
        ),
        nodes=nodes,
        links=links,
    )  # fmt: skip


def _double_care() -> Example:
    nodes, links = _around(
        ("地域包括支援センター", A, NORMAL, IN, "認知症の相談", "f"),
        ("デイサービス", A, STRONG, IN, "週3回", "f"),
        ("保育所", A, STRONG, BOTH, "送迎", "d"),
        ("子育て世代包括支援センター", A, NORMAL, IN, "発達の相談", "d"),
        ("勤め先", G, STRAINED, OUT, "介護休業", "a"),
    )
    return Example(
        "育児と介護が重なる(ダブルケア)",
        (
            _who("a", "本人", "森 直子", F, "1983-11-08"),
            _who("b", "夫", "森 浩二", M, "1981-07-21"),
            _who("c", "長男", "森 樹", M, "2016-02-02"),
            _who("d", "長女", "森 花", F, "2021-08-18"),
            _away("e", "父", "吉田 勝", M, "1950-03-03", death=_d("2022-12-12")),
            _who("f", "母", "吉田 節子", F, "1952-06-30"),
            _away("g", "夫の母", "森 フミ", F, "1949-09-15"),
            _away("h", "兄", "吉田 昇", M, "1979-12-01"),
            _who("i", "子", "", "unknown", "", outcome="pregnancy"),
        ),
        ties=(Tie(TieKind.MARRIAGE, "a", "b", _d("2013-05-05")),),
        bonds=(Bond(BondKind.CARE, "a", "f", "介護"), Bond(BondKind.DISTANT, "a", "h")),
        nodes=nodes,
        links=links,
    )


def _old_couple() -> Example:
    nodes, links = _around(
        ("地域包括支援センター", A, NORMAL, IN, "総合相談", ""),
        ("ケアマネジャー", P, STRONG, IN, "ケアプラン", "a"),
        ("近所の友人", P, NORMAL, BOTH, "お茶", "b"),
        ("長男 渡辺 誠", P, WEAK, NONE, "年1回の電話", ""),
    )
    return Example(
        "老老介護",
        (
            _who("a", "本人", "渡辺 清", M, "1938-04-04"),
            _who("b", "妻", "渡辺 キヨ", F, "1941-10-12"),
            _away("c", "長男", "渡辺 誠", M, "1966-08-08"),
            _away("d", "長男の妻", "渡辺 明美", F, "1968-02-17"),
            _away("e", "孫", "渡辺 翔", M, "1996-03-25"),
            _away("f", "長女", "加藤 洋子", F, "1969-06-06", death=_d("2019-01-15")),
        ),
        ties=(Tie(TieKind.MARRIAGE, "a", "b", _d("1964-10-10")),),
        bonds=(Bond(BondKind.CARE, "b", "a", "介護"),),
        nodes=nodes,
        links=links,
    )


def _remarried() -> Example:
    return Example(
        "再婚と連れ子",
        (
            _who("a", "本人", "山口 拓也", M, "1984-01-23"),
            _who("b", "妻", "山口 麻衣", F, "1986-05-17"),
            _away("c", "元妻", "橋本 香織", F, "1985-12-09"),
            _away("d", "長女", "橋本 楓", F, "2010-03-30"),
            _who("e", "妻の子", "山口 颯太", M, "2012-09-01"),
            _away("g", "", "西田 剛", M, "1983-08-20"),
            _who("f", "二女", "山口 結", F, "2022-11-11"),
            _away("h", "父", "山口 茂", M, "1956-02-28"),
            _away("i", "母", "山口 幸子", F, "1958-07-19"),
            _away("j", "妻の母", "原田 久美子", F, "1960-04-01"),
        ),
        ties=(
            Tie(TieKind.MARRIAGE, "a", "c", _d("2008-06-06")),
            Tie(TieKind.DIVORCED, "a", "c", _d("2015-09-30")),
            Tie(TieKind.PARENT, "c", "d"),
            Tie(TieKind.PARENT, "a", "d"),
            Tie(TieKind.DIVORCED, "g", "b", _d("2017-04-01")),
            Tie(TieKind.PARENT, "g", "e"),
            Tie(TieKind.MARRIAGE, "a", "b", _d("2020-02-02")),
        ),
    )


def _four_generations() -> Example:
    return Example(
        "4世代25人",
        (
            _who("a", "本人", "藤井 修", M, "1951-05-20"), _who("b", "妻", "藤井 典子", F, "1953-09-09"),
            _who("c", "母", "藤井 タケ", F, "1927-01-11"), _away("d", "父", "藤井 実", M, "1924-03-03", death=_d("1999-07-07")),
            _away("e", "妹", "上田 春江", F, "1955-04-14"), _away("f", "妹の夫", "上田 進", M, "1953-12-30"),
            _away("g", "妹の子", "上田 剛志", M, "1982-06-16"), _away("h", "弟", "藤井 勉", M, "1958-10-21"),
            _away("i", "妻の父", "村上 清一", M, "1928-02-02", death=_d("2010-05-05")), _away("j", "妻の母", "村上 スエ", F, "1931-11-23"),
            _away("k", "妻の姉", "村上 房子", F, "1950-08-08"),
            _who("l", "長男", "藤井 大樹", M, "1977-07-17"), _who("m", "長男の妻", "藤井 理恵", F, "1979-03-21"),
            _who("n", "長男の長女", "藤井 莉子", F, "2005-05-15"), _who("o", "長男の長男", "藤井 悠真", M, "2008-10-02"),
            _who("p", "長男の二男", "藤井 蒼", M, "2012-12-12"),
            _away("q", "長女", "工藤 美穂", F, "1980-01-30"), _away("r", "長女の夫", "工藤 亮", M, "1978-09-19"),
            _away("s", "長女の長男", "工藤 陸", M, "2009-04-18"), _away("t", "長女の長女", "工藤 芽依", F, "2013-06-24"),
            _away("u", "二男", "藤井 直樹", M, "1984-11-05"), _away("v", "二男の妻", "藤井 ジョイ", F, "1988-02-09"),
            _away("w", "二男の長男", "藤井 レオ", M, "2016-08-27"), _away("x", "二男の長女", "藤井 マリ", F, "2019-03-13"),
            _away("y", "二男の二女", "藤井 サラ", F, "2022-07-01"),
        ),
        ties=(Tie(TieKind.MARRIAGE, "a", "b", _d("1976-03-03")), Tie(TieKind.MARRIAGE, "u", "v", _d("2015-01-10"))),
    )  # fmt: skip


def _twins() -> Example:
    return Example(
        "双子と流産",
        (
            _who("a", "本人", "清水 彩", F, "1990-02-11"), _who("b", "夫", "清水 翔平", M, "1988-06-23"),
            _who("c", "長男", "清水 大和", M, "2019-05-05"), _who("d", "二男", "清水 武蔵", M, "2019-05-05"),
            _who("e", "長女", "清水 凪", F, "2023-01-20"),
            _who("f", "子", "", "unknown", "2016-10-01", outcome="miscarriage"),
            _away("g", "夫の父", "清水 博", M, "1958-03-30"), _away("h", "夫の母", "清水 順子", F, "1960-09-12"),
        ),
    )  # fmt: skip


def _from_abroad() -> Example:
    nodes, links = _around(
        ("国際交流協会", A, NORMAL, IN, "通訳", "a"),
        ("日本語教室", G, STRONG, BOTH, "勉強・友だち", "a"),
        ("母国の両親", P, STRONG, OUT, "仕送り", "a"),
        ("保健センター", A, WEAK, IN, "健診の案内", "c"),
        ("監理団体", A, BROKEN, NONE, "", "b"),
    )
    return Example(
        "外国籍の家族",
        (
            _who("a", "本人", "グエン・ティ・ラン", F, "1996-08-15"),
            _who("b", "内縁の夫", "チャン・ヴァン・ミン・クアン・ドゥック", M, "1994-12-03"),
            _who("c", "長女", "グエン・ハナ", F, "2023-04-04"),
            _away("d", "父", "グエン・ヴァン・フン", M, "1968-01-01"),
            _away("e", "母", "ファム・ティ・ホア", F, "1970-01-01"),
            _who("f", "同居人", "レ・ティ・マイ", F, "1998-05-09"),
        ),
        nodes=nodes,
        links=links,
    )


def _alone() -> Example:
    names = ("地域包括支援センター", "民生委員", "配食サービス", "新聞店", "かかりつけ医", "訪問介護事業所", "社会福祉協議会", "大家",
             "近所の商店", "老人クラブ", "成年後見センター", "市民後見人", "救急隊", "町内会", "いとこ 高田 文子", "元同僚", "ごみ収集の職員",
             "薬局", "図書館", "友人 大野")  # fmt: skip
    labels = (
        "総合相談",
        "見守り",
        "夕食",
        "声かけ",
        "高血圧の治療",
        "掃除・買い物",
        "日常生活自立支援",
        "家賃",
        "つけ払い",
        "誘い",
    )
    kinds = {1: P, 7: P, 11: P, 14: P, 15: P, 19: P, 9: G, 13: G, 8: G, 18: G}
    strengths = (STRONG, NORMAL, NORMAL, WEAK, NORMAL, STRONG, WEAK, STRAINED, STRAINED, BROKEN)
    rows = [
        (
            name,
            kinds.get(i, A),
            strengths[i % 10],
            (IN, BOTH, IN, NONE, IN)[i % 5],
            labels[i % 10] if i < 14 else "",
            "",
        )
        for i, name in enumerate(names)
    ]
    nodes, links = _around(*rows)
    return Example(
        "単身・死別(まわり20か所)",
        (
            _who("a", "本人", "岡田 フサ", F, "1939-07-30"),
            _away("b", "亡夫", "岡田 勇", M, "1935-03-21", death=_d("2018-02-10")),
            _away("c", "長男", "岡田 学", M, "1965-05-01", death=_d("1985-08-12")),
            _away("d", "姉", "", F),
        ),
        ties=(Tie(TieKind.MARRIAGE, "b", "a", _d("1963-11-03")),),
        nodes=nodes,
        links=links,
    )


def _foster() -> Example:
    nodes, links = _around(
        ("児童相談所", A, NORMAL, IN, "里親支援", "a"),
        ("里親会", G, STRONG, BOTH, "情報交換", "b"),
        ("実母", P, STRAINED, NONE, "面会", "d"),
        ("特別支援学校", A, NORMAL, BOTH, "通学", "d"),
    )
    return Example(
        "里子と養子",
        (
            _who("a", "本人", "松本 誠司", M, "1974-10-10"), _who("b", "妻", "松本 千春", F, "1976-03-08"),
            _who("c", "養子", "松本 歩", "other", "2008-06-12"), _who("d", "里子", "平野 空", M, "2014-02-27"),
            _away("e", "", "平野 亜美", F, "1994-09-09"), _who("f", "母", "松本 静江", F, "1947-12-12"),
        ),
        ties=(Tie(TieKind.FOSTER, "a", "d", _d("2021-04-01")), Tie(TieKind.FOSTER, "b", "d", _d("2021-04-01")), Tie(TieKind.PARENT, "e", "d")),
        nodes=nodes,
        links=links,
    )  # fmt: skip


def _raised_by_grandparents() -> Example:
    return Example(
        "祖父母と孫の世帯(親は別居)",
        (
            _who("a", "本人", "長谷川 キミ", F, "1948-01-06"), _who("b", "夫", "長谷川 武", M, "1946-05-25"),
            _away("c", "長女", "長谷川 真由", F, "1975-08-31"), _away("d", "二男", "長谷川 聡", M, "1979-04-11"),
            _who("e", "孫", "長谷川 玲奈", F, "2009-09-30"), _who("f", "孫", "長谷川 海斗", M, "2012-01-17"),
            _who("g", "縁故者", "山下 正男", M, "1950-02-02"),
        ),
    )  # fmt: skip


def _sparse() -> Example:
    return Example(
        "分かっていることが少ない世帯",
        (
            Member("a", "本人", subject=True), Member("b", "兄", name="名前は不明"), Member("c", "母", "female", stated_age=80),
            Member("d", "おじ", "male", together=False),
        ),
    )  # fmt: skip


EXAMPLES = (
    _eighty_fifty(), _single_mother(), _young_carer(), _double_care(), _old_couple(), _remarried(), _four_generations(),
    _twins(), _from_abroad(), _alone(), _foster(), _raised_by_grandparents(), _sparse(),
)  # fmt: skip
