"""開示請求の写し: choose, look at what is blacked out, take it (R-DIS-08)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from kasane.agencies import profile
from kasane.base.dates import today
from kasane.base.forms import ChipChoiceField, ChipsField, Section, SectionedForm, text
from kasane.base.kinds import ALL_KINDS, kind_labels
from kasane.base.workbook import download
from kasane.cases.models import Case
from kasane.disclosure.access import open_case
from kasane.people.models import Person
from kasane.people.queries import everyone
from kasane.sheets.disclosure_request.mask import Concealed, Place
from kasane.sheets.disclosure_request.paper import copy_sheet, copy_workbook
from kasane.sheets.disclosure_request.record import SECTIONS, Copy, Wish, make_copy
from kasane.sheets.disclosure_request.rules import copy_obstacles
from kasane.sheets.render import render_pdf

TEMPLATE = "sheets/disclosure_request.html"
SAMPLES = 5


class WishForm(SectionedForm):
    """Whose copy, which parts, what is blacked out."""

    person = ChipChoiceField(label="だれの記録か")
    parts = ChipsField(label="入れるもの", choices=[(key, title) for key, (title, _) in SECTIONS.items()])
    hides_others = forms.BooleanField(
        label="本人以外の人を隠す",
        required=False,
        help_text="世帯の人と相談に来た人の氏名・生年月日・住所・電話を ■■■ にします。記録の文章のなかの名前も隠します。",
    )
    hides_staff = forms.BooleanField(label="職員の氏名を隠す", required=False)
    extra = text(
        "ほかに隠すことば",
        rows=3,
        help_text="近所の人や通報した人の名前、ほかの人の病名など。一行にひとつ。ここに書いたことばは残りません。",
    )

    SECTIONS = (
        Section("写しに入れるもの", ("person", "parts"), key="what"),
        Section("隠すもの", ("hides_others", "hides_staff", "extra"), key="mask"),
    )

    def __init__(self, *args: Any, people: list[Person], **kwargs: Any) -> None:
        subject = next((one for one in people if one.is_subject), people[0] if people else None)
        initial = {
            "person": str(subject.pk) if subject else "",
            "parts": list(SECTIONS),
            "hides_others": True,
        }
        super().__init__(*args, initial=initial, **kwargs)
        self.people = {str(one.pk): one for one in people}
        who: Any = self.fields["person"]
        who.choices = [
            (key, f"{one.name}({'本人' if one.is_subject else one.relation or '世帯の人'})")
            for key, one in self.people.items()
        ]

    def wish(self) -> Wish:
        values = self.cleaned_data
        return Wish(
            person=self.people[values["person"]],
            sections=tuple(key for key in SECTIONS if key in values["parts"]),
            hides_others=values["hides_others"],
            hides_staff=values["hides_staff"],
            extra=values["extra"],
        )


@dataclass(frozen=True)
class Hidden:
    """Whom the preview tells of: how often, and some of the places."""

    label: str
    words: list[tuple[str, int]]
    samples: list[Place]

    @property
    def count(self) -> int:
        return sum(number for _, number in self.words)


def disclosure_request(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """開示請求の写しをつくる. What is typed is kept nowhere; that a copy was taken is kept in the log."""
    if request.actor is None:
        raise Http404
    wanted = request.POST.get("act", "") if request.method == "POST" else ""
    takes = wanted in ("pdf", "xlsx")
    purpose = f"開示請求の写し({'Excel' if wanted == 'xlsx' else 'PDF'})" if takes else "開示請求の写しの準備"
    by = request.actor
    obstacles = copy_obstacles(role=by.role, is_municipality=by.agency.is_municipality)
    whose = request.POST.get("person", "") if takes else ""
    case = open_case(case_id, by=by, purpose=purpose, subject=whose[:40], exports=takes and not obstacles)
    form = WishForm(request.POST if request.method == "POST" else None, people=everyone(case.id))
    context: dict[str, Any] = {
        "case": case,
        "form": form,
        "obstacles": obstacles,
        "missing": kind_labels(int(ALL_KINDS) & ~case.visible_kinds),
    }
    if request.method != "POST":
        return render(request, TEMPLATE, context)
    if obstacles:
        return render(request, TEMPLATE, context, status=409)
    if not form.is_valid():
        return render(request, TEMPLATE, context, status=422)
    copy = make_copy(case, form.wish())
    if takes:
        return _file(request, case, copy, wanted)
    return render(request, TEMPLATE, context | {"copy": copy, "hidden": list(_hidden(copy))})


def _hidden(copy: Copy) -> list[Hidden]:
    """Each who is blacked out, also when no place was found."""
    return [_one_hidden(one, copy.places) for one in _by_label(copy.concealed)]


def _by_label(concealed: list[Concealed]) -> list[str]:
    return list(dict.fromkeys(one.label for one in concealed))


def _one_hidden(label: str, places: list[Place]) -> Hidden:
    own = [place for place in places if place.label == label]
    words = Counter(place.word for place in own).most_common()
    seen: dict[tuple[str, str], Place] = {}
    for place in own:
        if place.before or place.after:
            seen.setdefault((place.before, place.after), place)
    return Hidden(label, words, list(islice(seen.values(), SAMPLES)))


def _file(request: HttpRequest, case: Case, copy: Copy, wanted: str) -> HttpResponse:
    name = f"{case.label}_kaiji_{today().isoformat()}.{wanted}"
    if wanted != "pdf":
        return download(copy_workbook(case, copy, by=request.actor), name)
    sheet = copy_sheet(case, copy, by=request.actor, town=profile.current().town.name)
    answer = HttpResponse(render_pdf(sheet), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    return answer
