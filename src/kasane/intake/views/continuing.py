"""このケースに書き足す: the talk that was being taken belongs to a case that is there already (R-INT-01, R-PEO-02)."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from kasane.base.choices import Channel, ContactMethod
from kasane.base.dates import wareki
from kasane.cases import drafts
from kasane.disclosure.access import open_case
from kasane.intake.forms import ReceptionForm
from kasane.intake.forms.consent import ANSWER_FIELDS
from kasane.intake.forms.reception import SHEET_FIELDS, SUBJECT_FIELDS
from kasane.intake.views.begun import is_new
from kasane.intake.views.reception import NEW_DRAFT

_METHODS = {
    Channel.PHONE: ContactMethod.PHONE,
    Channel.WINDOW: ContactMethod.INTERVIEW,
    Channel.MAIL: ContactMethod.MAIL,
    Channel.VISIT: ContactMethod.VISIT,
    Channel.OUTPOST: ContactMethod.INTERVIEW,
    Channel.DIVISION: ContactMethod.AGENCY_TALK,
    Channel.AGENCY: ContactMethod.AGENCY_TALK,
}
_SAID_ELSEWHERE = {
    "overview",
    "channel",
    "received_by",
    "received_on",
    "kinds",
    "consent_on",
    "consent_explained_by",
}
_NOT_ASKED = {"consulter_is": "self", "sex": "unknown"}
"""What stands on the form before anybody has said it."""
_TICKED = {"on": "はい"}
_STILL_OPEN = "始めたもと(住民の入口・報告・短い相談など)は、まだ終わっていません。記録を保存したあと、その画面で終えてください。"
_MEMBER = {
    "relation": "続柄",
    "stated_age": "年齢",
    "family_name": "氏",
    "given_name": "名",
    "occupation": "仕事・学校など",
    "birth_date": "生年月日",
}


@require_POST
def continue_case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Opens the record of the known case with everything typed so far; the sheet that was begun is done with."""
    if request.actor is None or not request.actor.post.sees_cases:
        raise Http404
    case = open_case(case_id, by=request.actor, purpose="受付から支援経過への書き足し")
    typed = drafts.find("record", case.id, by=request.actor)
    record = drafts.typed(typed) if typed else QueryDict(mutable=True)
    now = timezone.localtime()
    known = {
        "at_day": wareki(now.date()),
        "at_time": now.strftime("%H:%M"),
        "method": _METHODS.get(request.POST.get("channel", ""), ""),  # type: ignore[call-overload]
        "counterpart": request.POST.get("consulter_name", ""),
    }
    for name, value in known.items():
        record[name] = record.get(name) or value
    record["content"] = "\n\n".join(filter(None, [record.get("content", ""), in_words(request)]))
    kinds = {*record.getlist("kinds"), *request.POST.getlist("kinds")}
    record.setlist("kinds", sorted(kinds) or ["16"])
    drafts.keep("record", case.id, record, by=request.actor)
    begun = request.POST.get("begun", NEW_DRAFT[1])
    drafts.drop(NEW_DRAFT[0], begun, by=request.actor)
    if not is_new(begun):
        messages.info(request, _STILL_OPEN)
    return HttpResponseRedirect(reverse("cases:record_new", args=[case.id]))


def in_words(request: HttpRequest) -> str:
    """The talk, and below it line by line whatever else was typed on the sheet: nothing typed is lost."""
    form = ReceptionForm(request.POST, by=request.actor)
    lines = []
    for name in (*SHEET_FIELDS, *SUBJECT_FIELDS, *ANSWER_FIELDS, "consent_note"):
        values = [value.strip() for value in request.POST.getlist(name) if value.strip()]
        field = form.fields[name]
        if name in _SAID_ELSEWHERE or not values or values == [_NOT_ASKED.get(name)]:
            continue
        words = {str(key): str(label) for key, label in getattr(field, "choices", ())}
        lines.append(f"{field.label}: {'、'.join(words.get(one, _TICKED.get(one, one)) for one in values)}")
    for key in sorted(request.POST):
        label = _MEMBER.get(key.rpartition("-")[2])
        if key.startswith("members-") and label and request.POST[key].strip():
            lines.append(f"世帯の人 {label}: {request.POST[key].strip()}")
    return "\n".join(filter(None, [request.POST.get("overview", "").strip(), *lines]))
