"""The pad for a signature, and its stand-in for who can not draw (R-COOR-01)."""

from __future__ import annotations

from typing import Any

from django import forms

from kasane.base.forms import text
from kasane.coordination.signing.rules import HEIGHT, WIDTH, read_strokes


class SignaturePad(forms.Widget):
    """A large field to sign in by finger, pen or mouse; without JavaScript it says to use paper or a witness."""

    template_name = "coordination/signing/pad.html"
    use_fieldset = True

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        return super().get_context(name, value, attrs) | {"width": WIDTH, "height": HEIGHT}

    def format_value(self, value: Any) -> str:
        return str(value or "")


class SignatureField(forms.CharField):
    """Strokes as SVG path data, checked on the server: no markup comes through."""

    widget = SignaturePad

    def clean(self, value: Any) -> str:
        try:
            return read_strokes(str(super().clean(value) or ""))
        except ValueError as error:
            raise forms.ValidationError(str(error), code="strokes") from error


class SigningForm(forms.Form):
    """Mix-in for a sheet that may be signed on the screen. Its sections name `SIGNING`; the name is the sheet's own field."""

    drawn = SignatureField(
        label="画面で署名する",
        required=False,
        help_text="紙に署名をもらうときは、ここは空のままにします。",
    )
    witness = text(
        "立ち会った人",
        max_length=120,
        help_text="指やペンで書けないとき: 上に氏名を入力し、立ち会った人の氏名をここに入れます。",
    )
    SIGNING = ("drawn", "witness")
