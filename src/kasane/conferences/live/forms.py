"""What the page of live minutes sends: parsed strictly, since it comes from a script."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms

from kasane.base.forms import KindsField
from kasane.conferences.live.actions import Typed
from kasane.conferences.live.rules import Edit
from kasane.conferences.models import TalkField

MOST_EDITS = 400
MOST_CHARACTERS = 20_000
_FIELDS = (TalkField.TEXT, TalkField.DECISION, TalkField.OPINION)


class NotUnderstood(Exception):
    """The page sent something no page of ours sends."""


class SinceForm(forms.Form):
    """Which change the page has seen last."""

    since = forms.IntegerField(min_value=0, required=False)

    def number(self) -> int:
        return (self.cleaned_data.get("since") or 0) if self.is_valid() else 0


class TalkKindsForm(forms.Form):
    """情報の種類 of what is written down."""

    kinds = KindsField(help_text="ここに書いた情報の種類。同意の範囲に入っていない人には見えません。")


def typed_of(sent: Any) -> list[Typed]:
    """The edits of one message. Raises NotUnderstood."""
    edits = sent.get("edits", []) if isinstance(sent, dict) else None
    if not isinstance(edits, list) or len(edits) > MOST_EDITS:
        raise NotUnderstood
    try:
        return [_typed(one) for one in edits]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NotUnderstood from error


def _typed(one: dict[str, Any]) -> Typed:
    field, text = TalkField(one["field"]), str(one.get("text", ""))
    agency = UUID(one["agency"]) if one.get("agency") else None
    if field not in _FIELDS or (field == TalkField.OPINION) != (agency is not None):
        raise ValueError(field)
    if len(text) > MOST_CHARACTERS or "\x00" in text:
        raise ValueError("text")
    edit = Edit(
        id=UUID(one["id"]),
        page=UUID(one["page"]),
        turn=_number(one["turn"]),
        base=_number(one["base"]),
        text=" ".join(text.splitlines()).strip(),
        removed=one.get("removed") is True,
        settled=one.get("settled") is True,
    )
    return Typed(edit, field.value, agency, UUID(one["after"]) if one.get("after") else None)


def _number(value: Any) -> int:
    number = int(value)
    if not 0 <= number < 2**31:
        raise ValueError(number)
    return number
