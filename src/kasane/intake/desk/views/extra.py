"""この窓口の項目 of one case (R-INT-01)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse

from kasane.cases.formpage import Forms, form_page
from kasane.disclosure.access import open_case, writable_kinds
from kasane.intake.desk import actions, queries, rules
from kasane.intake.desk.forms.extra import ExtraForm
from kasane.intake.desk.items import kinds_of
from kasane.intake.models import ExtraAnswer


def extra(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """What the programs of the viewer's agency ask beside the sheet, and what other desks have asked already."""
    case = open_case(case_id, by=request.actor, purpose="この窓口の項目")
    items = queries.extra_items(request.actor)
    keys = {item.key for item in items}
    answers = list(ExtraAnswer.objects.filter(case=case).select_related("agency", "author"))
    known = [row for row in answers if row.item in keys]

    def build(data: QueryDict | None) -> Forms:
        return {"form": ExtraForm(data, items=items, known=known)}

    def save(forms: Forms) -> str:
        form = forms["form"]
        actions.keep_extra(
            case,
            by=request.actor,
            items=items,
            answers=form.answers(),
            version=form.cleaned_data["version"] or 0,
        )
        return reverse("intake:reception", args=[case.id])

    writable = writable_kinds(case.id, by=request.actor)
    return form_page(
        request,
        name="extra",
        subject_id=case.id,
        template="intake/desk/extra.html",
        build=build,
        save=save,
        context={
            "case": case,
            "items": items,
            "others": [row for row in answers if row.item not in keys and row.value],
            "obstacles": rules.extra_obstacles(writable=writable, kinds=kinds_of(items), missing=()),
        },
        saved_message="窓口の項目を保存しました。",
        stale_lines=lambda _: _lines(build(request.POST)["form"], case.id),
    )


def _lines(form: ExtraForm, case_id: UUID) -> list[dict[str, Any]]:
    """Each item as it was typed and as it stands now."""
    form.is_valid()
    now = dict(ExtraAnswer.objects.filter(case_id=case_id).values_list("item", "value"))
    typed = form.answers()
    return [
        {
            "label": item.label,
            "mine": typed[item.key],
            "theirs": now.get(item.key, ""),
            "different": typed[item.key] != now.get(item.key, ""),
        }
        for item in form.items
    ]
