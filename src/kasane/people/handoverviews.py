"""秘匿された人の受け持ち: for coordinators and those who agree, when all who could see an address have left (R-DIS-09)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kasane.agencies.actors import Actor
from kasane.agencies.formpage import form_page
from kasane.agencies.models import Role
from kasane.base.forms import ChipsField, Section, SectionedForm, text
from kasane.base.obstacles import Forbidden
from kasane.people.actions import agree_handover, propose_handover
from kasane.people.unattended import Unattended, successors, unattended


class HandoverForm(SectionedForm):
    """Who shall see the address from now on, and why."""

    staff = ChipsField(label="これから見られる職員", choices=())
    reason = text("わけ", max_length=200, required=True, help_text="前に見られた職員の異動、退職など")

    SECTIONS = (Section("新しく受け持つ職員", ("staff", "reason"), key="staff"),)

    def __init__(self, *args: Any, offered: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        staff: Any = self.fields["staff"]
        staff.choices = offered
        staff.error_messages["required"] = "見られる職員を一人以上選んでください。"


def waiting(request: HttpRequest) -> HttpResponse:
    """Persons nobody looks after. One query."""
    by = _seer(request)
    context = {"rows": unattended(), "coordinates": by.is_coordinator, "agrees": not by.is_coordinator}
    return render(request, "people/unattended.html", context)


def propose(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """A coordinator chooses the new staff."""
    by = _seer(request)
    one = _one(contact_id)
    if not by.is_coordinator:
        raise Http404

    def save(form: HandoverForm) -> str:
        values = form.cleaned_data
        staff = [UUID(user) for user in values["staff"]]
        propose_handover(contact_id, by=by, staff=staff, reason=values["reason"])
        return reverse("people:unattended")

    offered = successors(contact_id)
    return form_page(
        request,
        template="people/handover.html",
        build=lambda data: HandoverForm(
            data, offered=offered, initial={"staff": [str(user) for user in one.staff], "reason": one.reason}
        ),
        save=save,
        context={"one": one, "offered": offered},
        saved_message="管理職・決裁者に回しました。認められると、選んだ職員に住所が見えます。",
    )


@require_POST
def agree(request: HttpRequest, contact_id: UUID) -> HttpResponse:
    """A manager or decider agrees to what a coordinator proposed."""
    by = _seer(request)
    one = _one(contact_id)
    if one.handover is None:
        raise Http404
    try:
        agree_handover(one.handover, by=by)
    except Forbidden as forbidden:
        context = {
            "rows": unattended(),
            "obstacles": forbidden.obstacles,
            "coordinates": by.is_coordinator,
            "agrees": not by.is_coordinator,
        }
        return render(request, "people/unattended.html", context, status=409)
    messages.success(request, "認めました。新しい職員に住所が見えるようになりました。")
    return HttpResponseRedirect(reverse("people:unattended"))


def _one(contact_id: UUID) -> Unattended:
    found = unattended(contact_id)
    if not found:
        raise Http404
    return found[0]


def _seer(request: HttpRequest) -> Actor:
    """Anybody else finds nothing here, not even that it is there."""
    by: Actor | None = request.actor
    if by is None or not (by.role in (Role.COORDINATOR, Role.MANAGER) or _decides(by)):
        raise Http404
    return by


def _decides(by: Actor) -> bool:
    return by.role == Role.DECIDER and by.agency.is_municipality
