from __future__ import annotations

from django import forms
from django.db.models import BigIntegerField

from kasane.disclosure.models import Oddity


class CheckForm(forms.Form):
    """Which readings were looked into, and what was found."""

    staff = forms.UUIDField(widget=forms.HiddenInput)
    agency = forms.UUIDField(widget=forms.HiddenInput)
    oddity = forms.ChoiceField(choices=Oddity.choices, widget=forms.HiddenInput)
    upto = forms.IntegerField(min_value=1, max_value=BigIntegerField.MAX_BIGINT, widget=forms.HiddenInput)
    note = forms.CharField(
        label="確かめたこと",
        max_length=500,
        error_messages={
            "required": "確かめたことを書いてください。",
            "max_length": "500文字までにしてください。",
        },
    )
