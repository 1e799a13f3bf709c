"""足りない社会資源: written at a meeting, listed for everybody in the offices (R-CONF-07)."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kasane.base.choices import Topic
from kasane.base.dates import today
from kasane.base.forms import ChipChoiceField, Section, SectionedForm, text
from kasane.cases.formpage import Forms, form_page
from kasane.conferences.models import Shortage
from kasane.conferences.shortage import actions
from kasane.conferences.views.common import get_meeting

MOST = 200


class ShortageForm(SectionedForm):
    """足りないもの, without anybody's name."""

    words = text(
        "足りないもの", required=True, max_length=200, help_text="例: 夜間に通院する手段。個人のことは書かないでください。"
    )  # fmt: skip
    topic = ChipChoiceField(label="分野", choices=Topic.choices)
    area = text("地区", max_length=60, help_text="町の全体のことなら空欄。")

    SECTIONS = (Section("足りない社会資源", ("words", "topic", "area"), key="shortage"),)


def shortage_new(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """足りない社会資源を書く."""
    meeting = get_meeting(request, meeting_id)

    def save(forms: Forms) -> str:
        actions.find(meeting, by=request.actor, on=today(), **forms["form"].cleaned_data)
        return reverse("conferences:shortages")

    return form_page(
        request,
        name="meeting-shortage",
        subject_id=meeting.id,
        template="conferences/shortage/form.html",
        build=lambda data: {"form": ShortageForm(data)},
        save=save,
        context={"meeting": meeting},
        saved_message="足りない社会資源として残しました。",
    )


class FieldForm(forms.Form):
    """Which topic the list shows."""

    topic = forms.ChoiceField(choices=[("", "すべての分野"), *Topic.choices], required=False, label="分野")


def shortages(request: HttpRequest) -> HttpResponse:
    """What meetings found missing, the newest first."""
    form = FieldForm(request.GET)
    topic = form.cleaned_data["topic"] if form.is_valid() else ""
    rows = Shortage.objects.select_related("body", "found_by")
    found = list((rows.filter(topic=topic) if topic else rows)[: MOST + 1])
    context = {"rows": found[:MOST], "more": len(found) > MOST, "form": form, "topic": topic}
    return render(request, "conferences/shortage/list.html", context)
