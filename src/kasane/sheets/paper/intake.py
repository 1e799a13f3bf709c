"""別紙2-1-1 包括的相談支援受付シート: what any agency writes down at a consultation (R-INT-01)."""

from __future__ import annotations

from dataclasses import dataclass

from kasane.sheets.document import Block, Cell, Checks, Fields, Heading, Notice, Option, Sheet
from kasane.sheets.paper.town import BIRTH_BLANK, DATE_BLANK, Town, fields, own_items


@dataclass(frozen=True, slots=True)
class IntakeOptions:
    """The choices printed on the sheet, in the town's words; `other_*` is the key with room for text."""

    channels: tuple[Option, ...]
    relations: tuple[Option, ...]
    sexes: tuple[Option, ...]
    topics: tuple[Option, ...]
    urgency: tuple[Option, ...]
    responses: tuple[Option, ...]
    consents: tuple[Option, ...]
    other_key: str = "other"


@dataclass(frozen=True, slots=True)
class IntakeData:
    """The items of the sheet in their order; what is None is left blank. Dates are text of the calendar."""

    options: IntakeOptions
    case_number: str | None = None
    received_on: str | None = None
    agency: str | None = None
    receiver: str | None = None
    channel: str | None = None
    channel_other: str | None = None
    consulter_name: str | None = None
    consulter_kana: str | None = None
    relation: str | None = None
    relation_detail: str | None = None
    consulter_contact: str | None = None
    name: str | None = None
    kana: str | None = None
    sex: str | None = None
    birth: str | None = None
    address: str | None = None
    phone: str | None = None
    household: str | None = None
    outline: str | None = None
    topics: frozenset[str] = frozenset()
    main_topic: str | None = None
    topic_other: str | None = None
    urgency: str | None = None
    urgency_detail: str | None = None
    agencies_involved: str | None = None
    response: str | None = None
    response_other: str | None = None
    response_reason: str | None = None
    consent: str | None = None
    consent_on: str | None = None
    consent_how: str | None = None
    consent_scope: str | None = None
    notice: str = ""
    extra: tuple[tuple[str, str], ...] = ()


def intake_2_1_1(data: IntakeData, town: Town, *, printed_on: str = "", copy_note: str = "") -> Sheet:
    """The intake sheet, filled in or blank."""
    blocks: tuple[Block, ...] = (
        _reception(data, town),
        Heading("相談に来られた方"),
        _consulter(data, town),
        Heading("ご本人"),
        _person(data, town),
        Heading("ご相談"),
        *town.prose("intake.outline", "相談の概要", data.outline, always=True, lines=5),
        *_topics(data, town),
        _urgency(data, town),
        Heading("対応と同意"),
        _response(data, town),
        _consent(data, town),
        *_signing(data),
        *own_items(data.extra),
    )
    return town.sheet(
        "intake",
        "包括的相談支援受付シート",
        blocks,
        code="2-1-1",
        printed_on=printed_on,
        case_number=data.case_number,
        copy_note=copy_note,
    )


def _signing(data: IntakeData) -> tuple[Block, ...]:
    """The words on sharing that the person reads, and the line to sign under them (R-INT-01)."""
    if not data.notice:
        return ()
    line = (
        Cell("上の説明を受けた日", blank=DATE_BLANK, lines=1),
        Cell("本人署名(代筆・代理人はその氏名と続柄も)", width=1.4, lines=1),
    )
    return (Notice(data.notice), Fields((line,)))


def _reception(data: IntakeData, town: Town) -> Fields:
    options = data.options
    return fields(
        town.cells(
            "intake.received_on", "受付日", data.received_on, always=True, width=1.25, blank=DATE_BLANK
        )
        + town.cells("intake.agency", "受付機関", data.agency, always=True, width=1.4)
        + town.cells("intake.receiver", "受付者", data.receiver, always=True, width=0.7),
        town.checks(
            "intake.channel",
            "受付方法",
            options.channels,
            data.channel,
            always=True,
            other=data.channel_other,
            other_key=options.other_key,
        ),
    )


def _consulter(data: IntakeData, town: Town) -> Fields:
    return fields(
        town.cells("intake.consulter_name", "氏名", data.consulter_name)
        + town.cells("intake.consulter_kana", "ふりがな", data.consulter_kana),
        town.checks("intake.relation", "本人との関係", data.options.relations, data.relation),
        town.cells("intake.relation_detail", "続柄・機関名等", data.relation_detail)
        + town.cells("intake.consulter_contact", "連絡先", data.consulter_contact),
    )


def _person(data: IntakeData, town: Town) -> Fields:
    return fields(
        town.cells("intake.name", "氏名", data.name, always=True, lines=2)
        + town.cells("intake.kana", "ふりがな", data.kana),
        town.checks("intake.sex", "性別(任意)", data.options.sexes, data.sex, width=0.8)
        + town.cells("intake.birth", "生年月日・年齢", data.birth, blank=BIRTH_BLANK, width=1.2),
        town.cells("intake.address", "住所", data.address, width=1.8)
        + town.cells("intake.phone", "電話", data.phone),
        town.cells("intake.household", "世帯の状況", data.household),
    )


def _topics(data: IntakeData, town: Town) -> tuple[Checks, ...]:
    if not town.shows("intake.topics"):
        return ()
    label = town.label("intake.topics", "相談内容の分類")
    return (
        Checks(
            f"{label}(あてはまるものすべてに○、一番困っていること1つに◎)",
            data.options.topics,
            data.topics,
            most_important=data.main_topic,
            other=data.topic_other or "",
            other_key=data.options.other_key,
            style="circle",
            columns=4,
            wide=True,
        ),
    )


def _urgency(data: IntakeData, town: Town) -> Fields:
    return fields(
        town.checks("intake.urgency", "緊急性", data.options.urgency, data.urgency, width=0.5)
        + town.cells("intake.urgency_detail", "緊急の内容", data.urgency_detail),
        town.cells("intake.agencies_involved", "関わっている機関", data.agencies_involved),
    )


def _response(data: IntakeData, town: Town) -> Fields:
    """What was decided and why (R-INT-03)."""
    options = data.options
    other_key = options.other_key if any(key == options.other_key for key, _ in options.responses) else None
    return fields(
        town.checks(
            "intake.response",
            "対応",
            options.responses,
            data.response,
            other=data.response_other,
            other_key=other_key,
        ),
        town.cells("intake.response_reason", "対応の理由", data.response_reason),
    )


def _consent(data: IntakeData, town: Town) -> Fields:
    """Whether other agencies may be told and asked: agreed, refused or unknown (R-INT-01)."""
    return fields(
        town.checks(
            "intake.consent", "情報提供・情報収集への同意", data.options.consents, data.consent, always=True
        ),
        town.cells("intake.consent_on", "確認日", data.consent_on, always=True, blank=DATE_BLANK)
        + town.cells("intake.consent_how", "確認方法", data.consent_how, always=True),
        town.cells("intake.consent_scope", "同意の範囲", data.consent_scope, always=True),
    )
