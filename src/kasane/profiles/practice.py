"""Reads the sections about practice: deliveries, bodies, timings, finality, consent, regulation, housing benefit."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import TypeVar

from kasane.profiles.model import Body, BodyPart, Delivery, ExtraItem, HousingStandard
from kasane.profiles.reading import Table
from kasane.profiles.vocabulary import (
    BodyFunction,
    ConsentChoice,
    Contact,
    DataKind,
    ExtraItemKind,
    Field,
    Finality,
    Labelled,
    Mode,
    ProgramCode,
    Purpose,
    SiteType,
    StandingRole,
    Timing,
    Weekday,
    WithConsent,
    WithoutConsent,
    Work,
)
from kasane.profiles.wording import (
    CodedText,
    Consent,
    ConsentOption,
    FinalityText,
    Policy,
    PolicyList,
    PolicySection,
    RecordTemplate,
    TimingText,
)

E = TypeVar("E", bound=Labelled)
R = TypeVar("R")


def read_deliveries(root: Table) -> tuple[Delivery, ...]:
    """The delivery tables of the five works (R-DEL-01)."""
    return tuple(_delivery(table) for table in root.tables("delivery", "提供体制"))


def read_extra_items(root: Table) -> tuple[ExtraItem, ...]:
    """What the programs of this town ask beside the 受付シート (R-INT-01)."""
    return tuple(_extra_item(table) for table in root.tables("extra_item", "窓口の項目"))


def _extra_item(table: Table) -> ExtraItem:
    item = ExtraItem(
        key=table.key("key", "窓口の項目のkey"),
        program=table.choice("program", ProgramCode, "この項目を聞く事業"),
        label=table.text("label", "項目の名前"),
        kind=table.choice("kind", ExtraItemKind, "答え方"),
        choices=table.texts("choices", "選ぶもの"),
        data_kind=table.choice("data_kind", DataKind, "情報の種類"),
        required=table.flag("required", "必ず聞くかどうか", default=False),
        help=table.optional_text("help", "項目の説明"),
    )
    if (item.kind is ExtraItemKind.CHOICE) != bool(item.choices):
        table.faults.add(
            table.at("choices"),
            list(item.choices),
            'kind が "choice" のときは選ぶものを一つ以上書き、ほかのときは書かないでください。',
        )
    return item


def _delivery(table: Table) -> Delivery:
    return Delivery(
        key=table.key("key", "提供体制のkey"),
        works=tuple(Work(number) for number in table.numbers("works", "事業の番号", 1, 5)),
        fields=table.choices("fields", Field, "分野"),
        field_text=table.optional_text("field_text", "計画に印刷された分野"),
        program=table.choice("program", ProgramCode, "事業の種類"),
        name=table.text("name", "計画に印刷された事業名"),
        legal_basis=table.optional_text("legal_basis", "計画に印刷された根拠法"),
        sites=table.optional_number("sites", "拠点数", 1, 999),
        sites_text=table.optional_text("sites_text", "数でない拠点数の書き方"),
        modes=table.choices("modes", Mode, "運営形態"),
        target=table.optional_text("target", "支援対象者"),
        areas=table.texts("areas", "対象圏域のkey"),
        duty_lead=table.optional_text("duty_lead", "業務内容の前書き"),
        duties=table.texts("duties", "業務内容"),
        examples=table.texts("examples", "事例"),
        agencies=table.texts("agencies", "実施機関のkey"),
        agency_modes=MappingProxyType(table.mapping("agency_modes", Mode, "実施機関ごとの運営形態")),
        divisions=table.texts("divisions", "所管課のkey"),
        site_type=table.optional_choice("site_type", SiteType, "拠点の類型"),
        backed_by=table.key("backed_by", "支える拠点の提供体制のkey", required=False) or None,
        note=table.optional_text("note", "補足"),
    )


def read_bodies(root: Table) -> tuple[Body, ...]:
    """The conference bodies (R-CONF-05)."""
    return tuple(_body(table) for table in root.tables("body", "会議体", required=True))


def _body(table: Table) -> Body:
    return Body(
        key=table.key("key", "会議体のkey"),
        name=table.text("name", "会議体の名前"),
        functions=table.choices("functions", BodyFunction, "会議体の働き"),
        legal_basis=table.optional_text("legal_basis", "根拠"),
        host=table.key("host", "事務局の機関のkey", required=False) or None,
        convener=table.optional_text("convener", "招集する者"),
        part_of=table.key("part_of", "含まれる会議体のkey", required=False) or None,
        regular=table.flag("regular", "定期開催か", default=False),
        ad_hoc=table.flag("ad_hoc", "随時開催か", default=False),
        times_per_year=table.optional_number("times_per_year", "年間の開催回数", 1, 366),
        months=table.numbers("months", "開催する月", 1, 12, required=False),
        week=table.optional_number("week", "第何週か（5は最後の週）", 1, 5),
        weekday=table.optional_choice("weekday", Weekday, "開催する曜日"),
        starts=table.optional_time("starts", "始まる時刻"),
        length=table.optional_number("length", "会議の長さ（分）", 10, 600),
        parts=tuple(
            BodyPart(
                name=part.text("name", "時間の区分の名前"),
                function=part.choice("function", BodyFunction, "時間の区分の働き"),
                minutes=part.number("minutes", "時間の区分の長さ（分）", 5, 600),
            )
            for part in table.tables("part", "時間の区分")
        ),
        members=table.texts("members", "いつも出席する機関のkey"),
        member_roles=table.choices("member_roles", StandingRole, "いつも出席する役割", required=False),
        members_text=table.optional_text("members_text", "構成員の説明"),
        per_area_kind=table.optional_text("per_area_kind", "会議をひらく単位となる圏域の種類"),
        roles=table.texts("roles", "会議の役割"),
        text=table.optional_text("text", "会議の説明"),
    )


def read_timings(root: Table) -> tuple[TimingText, ...]:
    """The four obligatory timings (R-CONF-04), each once."""

    def read(table: Table) -> TimingText:
        return TimingText(
            code=table.choice("code", Timing, "開催時期"),
            name=table.text("name", "開催時期の名前"),
            agenda=table.texts("agenda", "主な内容", required=True),
            note=table.optional_text("note", "補足"),
        )

    return _each_once(root, "timing", Timing, "重層的支援会議を必ずひらく時期", read, lambda row: row.code)


def read_finality(root: Table) -> tuple[FinalityText, ...]:
    """The three patterns of a final plan (R-COOR-06), each once."""

    def read(table: Table) -> FinalityText:
        return FinalityText(
            code=table.choice("code", Finality, "プラン確定の型"),
            plan=table.text("plan", "プランの内容"),
            decision=table.text("decision", "支援決定または確認"),
        )

    return _each_once(root, "finality", Finality, "プラン確定の手続き", read, lambda row: row.code)


def read_consent(root: Table) -> Consent:
    """Consent and disclosure in the town's words (R-DIS-04, 05, 06)."""
    table = root.table("consent", "同意と情報共有")

    def option(row: Table) -> ConsentOption:
        return ConsentOption(
            row.choice("code", ConsentChoice, "答えの種類"), row.text("label", "受付シートに印刷する答え")
        )

    return Consent(
        choices=_each_once(table, "choice", ConsentChoice, "同意の答え", option, lambda row: row.code),
        ask=table.text("ask", "同意をたずねる言葉"),
        intake=table.text("intake", "受付シートの同意文"),
        application=table.text("application", "申込票の同意文"),
        purposes=_coded_texts(table, "purpose", Purpose, "利用目的"),
        kinds=_coded_texts(table, "kind", DataKind, "個人情報の内容"),
        with_consent=_coded_texts(table, "with_consent", WithConsent, "同意の上で提供する場合"),
        exceptions=_coded_texts(table, "exception", WithoutConsent, "同意を得ずに提供する場合"),
    )


def _coded_texts(table: Table, key: str, kind: type[E], what: str) -> tuple[CodedText[E], ...]:
    def read(row: Table) -> CodedText[E]:
        return CodedText(row.choice("code", kind, what), row.text("text", f"{what}の文"))

    return _each_once(table, key, kind, what, read, lambda text: text.code)


def _each_once(
    parent: Table, key: str, kind: type[E], what: str, read: Callable[[Table], R], code: Callable[[R], E]
) -> tuple[R, ...]:
    """Read a list in which every code of `kind` has to stand exactly once, in the town's order."""
    rows: list[R] = []
    codes: list[E] = []
    before = len(parent.faults.found)
    for table in parent.tables(key, what, required=True):
        row = read(table)
        if len(parent.faults.found) == before and code(row) in codes:
            parent.faults.add(table.at("code"), code(row), "同じ値を二度書かないでください。")
        codes.append(code(row))
        rows.append(row)
    if len(parent.faults.found) == before:
        for member in kind:
            if member not in codes:
                path = f"{parent.at(key)}[{member.value}]"
                expected = f"{what}のうち「{member.label}」を [[{parent.at(key)}]] で書いてください。"
                parent.faults.missing(path, expected)
    return tuple(rows)


def read_policy(root: Table) -> Policy:
    """個人情報に関する管理・取扱規程."""
    table = root.table("policy", "個人情報に関する規程")
    return Policy(
        title=table.text("title", "規程の名前"),
        enacted_on=table.date("enacted_on", "制定の日"),
        preamble=table.optional_text("preamble", "前書き"),
        sections=tuple(
            PolicySection(
                heading=section.text("heading", "見出し"),
                paragraphs=section.texts("paragraphs", "本文", required=True),
                lists=tuple(
                    PolicyList(
                        title=entry.optional_text("title", "箇条書きの題"),
                        items=entry.texts("items", "箇条書き", required=True),
                    )
                    for entry in section.tables("list", "箇条書き")
                ),
            )
            for section in table.tables("section", "規程の条", required=True)
        ),
    )


def read_housing(root: Table) -> tuple[HousingStandard, ...]:
    """The amounts of 住居確保給付金 for the desk's first look (R-SELF-01); a town may leave them out."""
    return tuple(
        HousingStandard(
            size=table.number("size", "世帯の人数", 1, 20),
            base=table.number("base", "基準額（月額・円）", 0, 10_000_000),
            rent_cap=table.number("rent_cap", "家賃額の上限（月額・円）", 0, 10_000_000),
            savings_cap=table.number("savings_cap", "預貯金の上限（円）", 0, 100_000_000),
            valid_from=table.date("valid_from", "いつからの額か"),
            source=table.text("source", "額のよりどころ"),
            moving_cap=table.optional_number("moving_cap", "転居費用の上限（円）", 0, 10_000_000),
        )
        for table in root.tables("housing_standard", "住居確保給付金の基準")
    )


def read_record_templates(root: Table) -> tuple[RecordTemplate, ...]:
    """The numbered templates of the 支援経過記録, where the town has some."""
    return tuple(
        RecordTemplate(
            number=table.number("number", "ひな型の番号", 1, 9),
            name=table.text("name", "ひな型の名前"),
            programs=table.choices("programs", ProgramCode, "ひな型を使う事業"),
            method=table.optional_choice("method", Contact, "方法"),
            minutes=table.optional_number("minutes", "所要時間（分）", 1, 1440),
            text=table.text("text", "ひな型の文").strip(),
        )
        for table in root.tables("record_template", "記録のひな型")
    )
