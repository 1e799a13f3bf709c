"""別紙2-2 相談受付・申込票: the person's own application and consent (R-COOR-01, R-INT-07)."""

from __future__ import annotations

from dataclasses import dataclass

from kasane.sheets.document import Block, Checks, Fields, Heading, Notice, Option, Sheet, Signature
from kasane.sheets.paper.town import DATE_BLANK, Town, fields, own_items


@dataclass(frozen=True, slots=True)
class ApplicationOptions:
    """The choices printed on the sheet, in the town's words."""

    sexes: tuple[Option, ...]
    topics: tuple[Option, ...]
    other_key: str = "other"


@dataclass(frozen=True, slots=True)
class ApplicationData:
    """The items of the sheet in their order; what is None is left blank. Dates are text of the calendar.

    `notice` is the town's wording on 個人情報管理・取扱規程, read before signing.
    """

    options: ApplicationOptions
    case_number: str | None = None
    received_on: str | None = None
    receiver: str | None = None
    kana: str | None = None
    name: str | None = None
    sex: str | None = None
    birth: str | None = None
    address: str | None = None
    phone_home: str | None = None
    phone_mobile: str | None = None
    email: str | None = None
    visitor_name: str | None = None
    visitor_phone: str | None = None
    visitor_relation: str | None = None
    topics: frozenset[str] = frozenset()
    main_topic: str | None = None
    topic_other: str | None = None
    wishes: str | None = None
    notice: str = ""
    rules_explained: bool = False
    explained_by: str | None = None
    applies: bool = False
    agrees_to_sharing: bool = False
    sharing_scope: str | None = None
    agencies_excluded: str | None = None
    note: str | None = None
    applied_on: str | None = None
    signer: str | None = None
    proxy: str | None = None
    proxy_name: str | None = None
    proxy_reason: str | None = None
    extra: tuple[tuple[str, str], ...] = ()


AGREEMENTS: tuple[Option, ...] = (
    ("rules_explained", "個人情報管理・取扱規程の説明を受けました"),
    ("applies", "支援の利用を申し込みます"),
    ("agrees_to_sharing", "関係機関と情報を共有することに同意します"),
)


def application_2_2(data: ApplicationData, town: Town, *, printed_on: str = "", copy_note: str = "") -> Sheet:
    """The application sheet, filled in or blank."""
    blocks: tuple[Block, ...] = (
        _reception(data, town),
        Heading("ご本人"),
        _person(data, town),
        Heading("来談者", note="ご本人以外の方が来られたとき"),
        _visitor(data, town),
        Heading("ご相談の内容"),
        *_topics(data, town),
        *town.prose("application.wishes", "具体的な相談・希望", data.wishes, lines=5),
        *own_items(data.extra),
        *(town.prose("application.note", "備考", data.note, lines=1) if data.note else ()),
        Heading("申込み", note="内容を確かめて、ご本人が記入してください"),
        *((Notice(data.notice),) if data.notice else ()),
        _agreements(data, town),
        _signature(data),
    )
    return town.sheet(
        "application",
        "相談受付・申込票",
        blocks,
        code="2-2",
        printed_on=printed_on,
        case_number=data.case_number,
        copy_note=copy_note,
    )


def _reception(data: ApplicationData, town: Town) -> Fields:
    return fields(
        town.cells("application.case_number", "ID(ケース番号)", data.case_number, always=True, width=0.8)
        + town.cells("application.received_on", "受付日", data.received_on, always=True, blank=DATE_BLANK)
        + town.cells("application.receiver", "受付者", data.receiver, always=True, width=0.9)
    )


def _person(data: ApplicationData, town: Town) -> Fields:
    return fields(
        town.cells("application.kana", "ふりがな", data.kana, width=1.4)
        + town.checks("application.sex", "性別(任意)", data.options.sexes, data.sex),
        town.cells("application.name", "氏名", data.name, always=True, lines=2),
        town.cells(
            "application.birth",
            "生年月日・年齢",
            data.birth,
            blank="大正・昭和・平成・令和　　　年　　　月　　　日(　　　歳)",
        ),
        town.cells("application.address", "住所", data.address, lines=2, blank="〒"),
        town.cells("application.phone_home", "電話(自宅)", data.phone_home)
        + town.cells("application.phone_mobile", "電話(携帯)", data.phone_mobile),
        town.cells("application.email", "メール", data.email),
    )


def _visitor(data: ApplicationData, town: Town) -> Fields:
    return fields(
        town.cells("application.visitor_name", "氏名", data.visitor_name)
        + town.cells("application.visitor_phone", "電話", data.visitor_phone)
        + town.cells("application.visitor_relation", "本人との関係", data.visitor_relation, width=0.8)
    )


def _topics(data: ApplicationData, town: Town) -> tuple[Checks, ...]:
    if not town.shows("application.topics"):
        return ()
    return (
        Checks(
            town.label(
                "application.topics", "あてはまるものすべてに○、一番困っていること1つに◎をつけてください"
            ),
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


def _agreements(data: ApplicationData, town: Town) -> Fields:
    agreed = frozenset(key for key, _ in AGREEMENTS if getattr(data, key))
    return fields(
        (Checks("確認と同意", AGREEMENTS, agreed, columns=1),),
        town.cells("application.sharing_scope", "共有する範囲", data.sharing_scope, always=True, lines=2),
        town.cells("application.agencies_excluded", "共有から除く機関", data.agencies_excluded, always=True)
        + town.cells("application.explained_by", "説明した人", data.explained_by, width=0.6),
    )


def _signature(data: ApplicationData) -> Signature:
    return Signature(
        date_label="申込日",
        signed_on=data.applied_on or "",
        signer=data.signer or "",
        proxy=data.proxy,
        proxy_name=data.proxy_name or "",
        proxy_reason=data.proxy_reason or "",
    )
