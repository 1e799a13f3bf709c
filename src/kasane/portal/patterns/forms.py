from __future__ import annotations

from django import forms


class AnswerForm(forms.Form):
    """Why a pattern does not apply (R-PEO-03)."""

    why = forms.CharField(
        label="あてはまらない理由",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="例: 長男は会社に勤めていて、家計も別にしている。この組み合わせを見られる人は、理由も読めます。"
        "上に出ていない種類のこと(病気やお金のことなど)は書かないでください。",
        error_messages={
            "required": "あてはまらない理由を書いてください。",
            "max_length": "理由は1000文字までにしてください。",
        },
    )
