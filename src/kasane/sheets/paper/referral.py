"""別紙2-1-2 つなぐシート: both sides of one hop on one paper (R-INT-04)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kasane.sheets.document import Block, Checks, Fields, Heading, Notice, Option, Sheet
from kasane.sheets.paper.town import DATE_BLANK, Town, fields, own_items


@dataclass(frozen=True, slots=True)
class ReferralOptions:
    """The choices printed on the sheet, in the town's words."""

    requests: tuple[Option, ...]
    accompaniments: tuple[Option, ...]
    attachments: tuple[Option, ...]
    answers: tuple[Option, ...]
    urgency: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class ReferralData:
    """The items of the sheet in their order; what is None is left blank. Dates are text of the calendar."""

    options: ReferralOptions
    case_number: str | None = None
    sent_on: str | None = None
    sender: str | None = None
    sent_by: str | None = None
    receiver: str | None = None
    also_to: str | None = None
    person: str | None = None
    household: str | None = None
    urgency: str | None = None
    requests: frozenset[str] = frozenset()
    course: str | None = None
    reason: str | None = None
    explained_by: str | None = None
    explained_on: str | None = None
    explained_what: str | None = None
    wish: str | None = None
    accompaniment: str | None = None
    care: str | None = None
    attachments: frozenset[str] = frozenset()
    attachment_note: str | None = None
    received_on: str | None = None
    answered_by: str | None = None
    answer: str | None = None
    answered_on: str | None = None
    answer_note: str | None = None
    talk: str | None = None
    follow_up_on: str | None = None
    followed_up_on: str | None = None
    follow_up_result: str | None = None
    extra: tuple[tuple[str, str], ...] = ()


def referral_2_1_2(data: ReferralData, town: Town, *, printed_on: str = "", title: str = "") -> Sheet:
    """The つなぐシート, filled in or blank; the lower part is for whoever receives it."""
    blocks: tuple[Block, ...] = (
        _parties(data, town),
        Heading("つなぎ元が書くところ"),
        _request(data, town),
        *town.prose("referral.reason", "つなぐ理由", data.reason, always=True, lines=3),
        *town.prose("referral.course", "これまでの支援経過", data.course, lines=3),
        _explained(data, town),
        _care(data, town),
        Heading("つなぎ先が書くところ", note="受け取ったら、つなぎ元へ返事をします。"),
        _answer(data, town),
        _follow_up(data, town),
        *own_items(data.extra),
        Notice("戻すときは、先につなぎ元と話し合い、その記録を残します。戻したあとも、共に支援します。"),
    )
    sheet = town.sheet(
        "referral",
        "つなぐシート",
        blocks,
        code="2-1-2",
        printed_on=printed_on,
        case_number=data.case_number,
    )
    return replace(sheet, title=title) if title else sheet


def _parties(data: ReferralData, town: Town) -> Fields:
    return fields(
        town.cells("referral.sent_on", "日付", data.sent_on, always=True, blank=DATE_BLANK)
        + town.checks("referral.urgency", "緊急", data.options.urgency, data.urgency, width=0.8),
        town.cells("referral.sender", "つなぎ元", data.sender, always=True, width=1.5)
        + town.cells("referral.sent_by", "担当者", data.sent_by, always=True),
        town.cells("referral.receiver", "つなぎ先", data.receiver, always=True, width=1.5)
        + town.cells("referral.also_to", "同時に送る先", data.also_to),
        town.cells("referral.person", "本人", data.person)
        + town.cells("referral.household", "世帯", data.household, width=1.5),
    )


def _request(data: ReferralData, town: Town) -> Checks:
    label = town.label("referral.requests", "依頼内容")
    return Checks(f"{label}(あてはまるものすべて)", data.options.requests, data.requests, wide=True)


def _explained(data: ReferralData, town: Town) -> Fields:
    """Who told the person what and when: nobody is passed on without knowing."""
    return fields(
        town.cells("referral.explained_by", "本人に説明した人", data.explained_by, always=True)
        + town.cells("referral.explained_on", "説明した日", data.explained_on, always=True, blank=DATE_BLANK),
        town.cells("referral.explained_what", "説明したこと", data.explained_what, always=True, lines=2),
        town.cells("referral.wish", "本人の意向", data.wish, lines=2),
    )


def _care(data: ReferralData, town: Town) -> Fields:
    attached = (
        Checks(town.label("referral.attachments", "添付"), data.options.attachments, data.attachments),
    )
    return fields(
        town.checks("referral.accompaniment", "同行", data.options.accompaniments, data.accompaniment),
        town.cells("referral.care", "不安への配慮", data.care),
        attached if town.shows("referral.attachments") else (),
        town.cells("referral.attachment_note", "添付の説明", data.attachment_note),
    )


def _answer(data: ReferralData, town: Town) -> Fields:
    return fields(
        town.cells("referral.received_on", "受領日", data.received_on, always=True, blank=DATE_BLANK)
        + town.cells("referral.answered_by", "担当者", data.answered_by, always=True),
        town.checks("referral.answer", "回答", data.options.answers, data.answer, always=True, width=1.4)
        + town.cells("referral.answered_on", "回答日", data.answered_on, always=True, blank=DATE_BLANK),
        town.cells("referral.answer_note", "つなぎ元へのことば", data.answer_note, lines=2),
        town.cells("referral.talk", "協議の記録(戻すとき)", data.talk, always=True, lines=2),
    )


def _follow_up(data: ReferralData, town: Town) -> Fields:
    return fields(
        town.cells("referral.follow_up_on", "フォローアップ予定日", data.follow_up_on, blank=DATE_BLANK)
        + town.cells("referral.followed_up_on", "実施日", data.followed_up_on, blank=DATE_BLANK),
        town.cells("referral.follow_up_result", "フォローアップの結果", data.follow_up_result, lines=2),
    )
