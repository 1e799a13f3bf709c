"""Reads the general sections of a profile: town, plan, words, retention, rules, works, areas, agencies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

from kasane.profiles import paper_items
from kasane.profiles.model import (
    Agency,
    Area,
    Outside,
    Plan,
    Retention,
    Rules,
    Town,
    UrgentRoute,
    Words,
)
from kasane.profiles.reading import Table
from kasane.profiles.vocabulary import AgencyKind, Danger, RetentionEnd, RetentionStart, SheetCode, Work
from kasane.profiles.wording import Paper, Sheet, Term, WorkText

FISCAL_YEARS = (2021, 2100)


def read_town(root: Table) -> Town:
    """The municipality, with the check digit of its code tested."""
    table = root.table("town", "市町村")
    code = table.optional_text("code", "全国地方公共団体コード（6けた）")
    if code is not None and not is_town_code(code):
        table.faults.add(
            table.at("code"),
            code,
            "全国地方公共団体コードを検査数字まで6けたの数字で書いてください（例 「336661」）。",
        )
    return Town(
        code=code,
        name=table.text("name", "市町村名"),
        kana=table.kana("kana", "市町村名の読み"),
        prefecture=table.optional_text("prefecture", "都道府県名"),
        has_welfare_office=table.flag("has_welfare_office", "福祉事務所を設置しているか"),
    )


def is_town_code(code: str) -> bool:
    """Whether six digits end in the right check digit (全国地方公共団体コード)."""
    if len(code) != 6 or not (code.isascii() and code.isdigit()):
        return False
    weighted = sum(int(digit) * weight for digit, weight in zip(code[:5], (6, 5, 4, 3, 2), strict=True))
    return (11 - weighted % 11) % 10 == int(code[5])


def read_plan(root: Table) -> Plan:
    """The 実施計画 (R-PLAN-01)."""
    table = root.table("plan", "実施計画")
    before = len(table.faults.found)
    plan = Plan(
        title=table.text("title", "計画の名前"),
        period_from=table.number("period_from", "計画期間の最初の年度（西暦）", *FISCAL_YEARS),
        period_to=table.number("period_to", "計画期間の最後の年度（西暦）", *FISCAL_YEARS),
        guideline_version=table.date("guideline_version", "よりどころにする国の実施要綱の日付"),
        manual=table.optional_text("manual", "よりどころにする手引き"),
        upper_plan=table.optional_text("upper_plan", "上位計画の名前"),
        related_plans=table.texts("related_plans", "調和を保つ計画の名前"),
        principles=table.texts("principles", "理念"),
        evaluation=table.optional_text("evaluation", "進捗管理・評価の方法"),
        evaluation_body=table.key("evaluation_body", "評価する会議体のkey", required=False) or None,
    )
    if len(table.faults.found) == before and plan.period_to < plan.period_from:
        expected = f"period_from（{plan.period_from}）以後の年度を書いてください。"
        table.faults.add(table.at("period_to"), plan.period_to, expected)
    return plan


def read_words(root: Table) -> Words:
    """The town's way of writing."""
    table = root.table("words", "市町村の言葉づかい")
    return Words(
        care=table.text("care", "介護分野の書き方"),
        elderly=table.text("elderly", "高齢分野の書き方"),
        disability=table.text("disability", "「障がい」か「障害」"),
        child=table.text("child", "「子ども」か「こども」"),
        hardship=table.text("hardship", "生活困窮分野の書き方"),
        cross=table.text("cross", "分野横断の書き方"),
        municipality=table.text("municipality", "「市」「町」「村」"),
        resident=table.text("resident", "「市民」「町民」「村民」"),
    )


def read_retention(root: Table) -> Retention:
    """How long files are kept (R-DIS-07)."""
    table = root.table("retention", "保存と廃棄")
    return Retention(
        years=table.number("years", "保存期間の年数", 1, 100),
        starts_on=table.choice("starts_on", RetentionStart, "保存を始める日"),
        ends_on=table.choice("ends_on", RetentionEnd, "保存年数を数え始める日"),
        disposal=table.optional_text("disposal", "廃棄の方法"),
    )


UNDONE_DAYS = 365
"""Where the town has not said how long what a desk never dealt with is kept (R-DIS-07)."""
LOAD_PER_WORKER, LOAD_PER_AGENCY = 30, 150
"""How many open cases one leads where the town has not said (R-COOR-12)."""
APPROVAL_STEPS = ("決裁",)
"""Who is asked about 支援決定 where the town has not said (R-COOR-06)."""


def read_rules(root: Table) -> Rules:
    """The town's limits (R-INT-05, 06, 10; R-GRT-02)."""
    table = root.table("rules", "運用のきまり")
    rules = Rules(
        center=table.key("center", "相談先が不明な相談を受ける機関のkey"),
        field_threshold=table.optional_number("field_threshold", "多機関協働の候補とする分野の数", 2, 20),
        fields=table.texts("fields", "数える分野の名前"),
        referral_answer_days=table.number("referral_answer_days", "つなぎに答えるまでの日数", 1, 90),
        referral_follow_up_days=table.number("referral_follow_up_days", "つないだ後に確かめる日数", 1, 365),
        referral_pass_limit=table.number("referral_pass_limit", "受け手のないまま回してよい回数", 1, 10),
        silence_days=table.number("silence_days", "記録のないケースを知らせるまでの日数", 1, 365),
        small_cell=table.number("small_cell", "統計で伏せる人数の下限", 2, 50),
        material_days=table.number("material_days", "会議の後に資料を見られる日数", 0, 90),
        urgent_days=table.number("urgent_days", "緊急の閲覧ができる日数", 1, 7),
        urgent_review_days=table.number("urgent_review_days", "緊急の閲覧を確かめるまでの日数", 1, 14),
        exception_days=table.number("exception_days", "法令に基づく例外の最長の日数", 1, 365),
        undone_days=table.optional_number(
            "undone_days", "折り返していない電話・終わっていない報告を残す日数", 90, 1825
        )
        or UNDONE_DAYS,
        approval_steps=table.texts("approval_steps", "支援決定の決裁の順") or APPROVAL_STEPS,
        load_per_worker=table.optional_number(
            "load_per_worker", "職員一人が主担当になるケースの数の目安", 1, 500
        )
        or LOAD_PER_WORKER,
        load_per_agency=table.optional_number(
            "load_per_agency", "一つの機関が主担当になるケースの数の目安", 1, 5000
        )
        or LOAD_PER_AGENCY,
    )
    if rules.field_threshold is not None and rules.field_threshold > len(rules.fields):
        table.faults.add(
            table.at("field_threshold"),
            rules.field_threshold,
            f"fields に並べた分野の数（{len(rules.fields)}）以下にしてください。",
        )
    return rules


def read_works(root: Table) -> tuple[WorkText, ...]:
    """The five works, each once."""
    works: list[WorkText] = []
    before = len(root.faults.found)
    for table in root.tables("work", "五つの事業", required=True):
        number = table.number("number", "事業の番号", 1, 5)
        if len(root.faults.found) == before and any(work.work == number for work in works):
            table.faults.add(table.at("number"), number, "同じ番号の事業を二度書かないでください。")
        works.append(
            WorkText(
                work=Work(number),
                name=table.text("name", "事業の名前"),
                short=table.text("short", "事業の短い名前"),
                legal_basis=table.text("legal_basis", "根拠法"),
                target=table.optional_text("target", "支援対象者"),
            )
        )
    if len(root.faults.found) == before:
        for work in Work:
            if all(text.work is not work for text in works):
                expected = f"{work.sign}{work.label}を [[work]] で書いてください。"
                root.faults.missing(f"work[{work.value}]", expected)
    return tuple(works)


def read_urgent(root: Table) -> tuple[UrgentRoute, ...]:
    """The urgent routes (R-INT-09); a town that wrote none tells the centre."""
    return tuple(
        UrgentRoute(
            danger=table.choice("danger", Danger, "緊急の知らせの種類"),
            agencies=table.texts("agencies", "知らせる機関のkey", required=True),
            ack_minutes=table.number("ack_minutes", "受け取りを待つ分数", 1, 1440),
            safety_hours=table.number("safety_hours", "安全を確かめるまでの時間", 1, 168),
            outside=tuple(
                Outside(
                    name=one.text("name", "外部の連絡先の名前"),
                    phone=one.text("phone", "外部の連絡先の電話番号"),
                    when=one.optional_text("when", "どんなときにかけるか"),
                )
                for one in table.tables("outside", "外部の連絡先")
            ),
        )
        for table in root.tables("urgent", "緊急の知らせ")
    )


def read_agencies(root: Table) -> tuple[Agency, ...]:
    """Divisions, centres, entrusted corporations, partners."""
    agencies = [_agency(table) for table in root.tables("agency", "機関", required=True)]
    for table in root.tables("numbered_agency", "番号で並ぶ機関"):
        agencies.extend(_numbered(_agency(table), table.number("count", "機関の数", 1, 100)))
    return tuple(agencies)


def _agency(table: Table) -> Agency:
    return Agency(
        key=table.key("key", "機関のkey"),
        name=table.text("name", "機関の名前"),
        kana=table.kana("kana", "機関の名前の読み"),
        kind=table.choice("kind", AgencyKind, "機関の種類"),
        municipality=table.flag("municipality", "市町村の組織か"),
        parent=table.key("parent", "属する課などのkey", required=False) or None,
        operator=table.key("operator", "受託している法人のkey", required=False) or None,
        phone=table.optional_text("phone", "電話番号"),
        areas=table.texts("areas", "担当する圏域のkey"),
        note=table.optional_text("note", "補足"),
    )


def _numbered(agency: Agency, count: int) -> list[Agency]:
    """Agencies of which the plan prints the number, but no names."""
    return [
        replace(agency, key=f"{agency.key}-{n}", name=f"{agency.name}{n}", kana=f"{agency.kana}{n}")
        for n in range(1, count + 1)
    ]


def read_areas(root: Table) -> tuple[Area, ...]:
    """Areas one by one, then the series of numbered ones (R-DEL-05)."""
    areas = [
        Area(
            key=table.key("key", "圏域のkey"),
            name=table.text("name", "圏域の名前"),
            kind=table.text("kind", "圏域の種類"),
            level=table.number("level", "圏域の階層（0は全域）", 0, 9),
            parent=table.key("parent", "含まれる圏域のkey", required=False) or None,
        )
        for table in root.tables("area", "圏域", required=True)
    ]
    for table in root.tables("area_series", "番号で並ぶ圏域"):
        areas.extend(_series(table))
    return tuple(areas)


def _series(table: Table) -> list[Area]:
    prefix = table.key("key", "圏域のkeyの前につける名前")
    name = table.text("name", "圏域の名前の前につける言葉")
    kind = table.text("kind", "圏域の種類")
    level = table.number("level", "圏域の階層（0は全域）", 0, 9)
    parent = table.key("parent", "含まれる圏域のkey", required=False) or None
    count = table.number("count", "圏域の数", 1, 2000)
    width = len(str(count))
    return [
        Area(f"{prefix}-{number:0{width}}", f"{name}{number:0{width}}", kind, level, parent)
        for number in range(1, count + 1)
    ]


def read_sheets(root: Table) -> tuple[Sheet, ...]:
    """The town's numbers and names of the sheets, where it gives them."""
    return tuple(
        Sheet(
            code=table.choice("code", SheetCode, "帳票の種類"),
            number=table.optional_text("number", "帳票の番号") or "",
            name=table.text("name", "帳票の名前"),
        )
        for table in root.tables("sheet", "帳票の名前")
    )


def read_paper(root: Table) -> Paper:
    """How the town words its paper."""
    table = root.optional_table("paper", "帳票の言葉づかい")
    labels = table.words("labels", "帳票の項目の名前")
    hidden = table.texts("hidden", "帳票に出さない項目のkey")
    _known_items(table, labels, hidden)
    return Paper(
        contact=table.optional_text("contact", "帳票の下に刷る連絡先"),
        labels=MappingProxyType(labels),
        hidden=hidden,
        spelled=table.flag("spelled", "帳票も市町村の書き方にそろえるか", default=False),
    )


def _known_items(table: Table, labels: Iterable[str], hidden: Iterable[str]) -> None:
    """A name that no paper asks for would change nothing, and nobody would know."""
    for name in labels:
        if why := paper_items.unknown(name, words=True):
            table.faults.add(f"{table.at('labels')}.{name}", name, why)
    for name in hidden:
        if why := paper_items.unknown(name, words=False):
            table.faults.add(table.at("hidden"), name, why)


def read_terms(root: Table) -> tuple[Term, ...]:
    """The glossary, where the town has one."""
    return tuple(
        Term(
            term=table.text("term", "用語"),
            kana=table.kana("kana", "用語の読み"),
            text=table.text("text", "用語の説明"),
        )
        for table in root.tables("term", "用語解説")
    )
