"""Pages with several short forms: each keeps a draft of its own, so that sending one loses no word of another (R-OPS-03).

def message(request, message_id):
    short = ShortForms(request, page="door-message", subject_id=row.id, build={
        "try": lambda data: TryForm(data, prefix="try"),
        "end": lambda data: EndForm(data, prefix="end", initial={"version": row.version}),
    })
    return render(request, "…", {"forms": short.shown()})

def end(request, message_id):
    return short.send("end", save=lambda form: …, show=lambda sent: …, here=…, saved_message="終えました。")

In the template each form says `data-draft-url="{{ form.draft_url }}"` and ends with `portal/forms/short_foot.html`. With
JavaScript what stands in the other forms comes along when one is sent; without it the one that was sent stays.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict

from kasane.base.models import StaleEdit
from kasane.base.obstacles import Forbidden, Obstacle
from kasane.cases import drafts
from kasane.cases.formpage import DROP_DRAFT, StaleLines, conflict_of, draft_url, quietly

Build = Callable[[QueryDict | None], BaseForm]
_NOT_TYPED = {"version"}


@dataclass(frozen=True)
class Sent:
    """The one form that was sent and could not be carried out, to be shown again with every word in it."""

    name: str
    form: BaseForm
    status: int
    obstacles: list[Obstacle] = field(default_factory=list)
    conflict: dict[str, Any] | None = None


class ShortForms:
    """The short forms of one page about one thing. `build` makes each of them, unbound for None."""

    def __init__(
        self, request: HttpRequest, *, page: str, subject_id: UUID, build: Mapping[str, Build]
    ) -> None:
        self.request = request
        self.page = page
        self.subject_id = subject_id
        self.build = build

    def shown(self, sent: Sent | None = None) -> dict[str, BaseForm]:
        """Every form as it stands: the one that was sent, those with a draft, the empty ones. One query."""
        kept = drafts.find_all(
            [self._draft_name(name) for name in self.build], self.subject_id, by=self.request.actor
        )
        found = {}
        for name in self.build:
            if sent is not None and sent.name == name:
                found[name] = self._named(sent.form, name, None)
            else:
                found[name] = self._begun(name, kept.get(self._draft_name(name)))
        return found

    def send(
        self,
        name: str,
        *,
        save: Callable[[Any], str],
        show: Callable[[Sent], HttpResponse],
        here: str,
        saved_message: str | Callable[[Any], str],
        stale_lines: StaleLines | None = None,
    ) -> HttpResponse:
        """Carries one form out: `save` answers where to go then, `show` draws the page again with what was refused.

        What is to be mended (422), Forbidden and StaleEdit (409) come back on the page with all that was typed, in this
        form and in the others.
        """
        request, draft = self.request, self._draft_name(name)
        drafts.keep_beside(request.POST, by=request.actor)
        if DROP_DRAFT in request.POST:
            drafts.drop(draft, self.subject_id, by=request.actor)
            return HttpResponseRedirect(here)
        form = self.build[name](request.POST)
        if not form.is_valid():
            return self._refused(Sent(name, form, 422), show)
        try:
            with transaction.atomic():
                target = save(form)
        except Forbidden as forbidden:
            return self._refused(Sent(name, form, 409, forbidden.obstacles), show)
        except StaleEdit as stale:
            conflict = conflict_of(form, stale, lines=stale_lines)
            return self._refused(Sent(name, form, 409, conflict=conflict), show)
        drafts.drop(draft, self.subject_id, by=request.actor)
        messages.success(request, saved_message(form) if callable(saved_message) else saved_message)
        return HttpResponseRedirect(target)

    def _refused(self, sent: Sent, show: Callable[[Sent], HttpResponse]) -> HttpResponse:
        """Kept also where no JavaScript keeps drafts, so that another form can be sent before this one is mended."""
        drafts.keep(self._draft_name(sent.name), self.subject_id, self.request.POST, by=self.request.actor)
        return show(sent)

    def _begun(self, name: str, draft: drafts.Draft | None) -> BaseForm:
        """The form with what was being typed into it; empty when that says no more than an empty one."""
        if draft is not None:
            form = self.build[name](drafts.typed(draft))
            if set(form.changed_data) - _NOT_TYPED:
                return self._named(quietly({name: form})[name], name, draft)
        return self._named(self.build[name](None), name, None)

    def _named(self, form: BaseForm, name: str, draft: drafts.Draft | None) -> BaseForm:
        """What the template asks of each: where its draft goes, and since when there is one."""
        marks = {
            "short_name": name,
            "draft_url": draft_url(self._draft_name(name), self.subject_id),
            "draft": draft,
        }
        for key, value in marks.items():
            setattr(form, key, value)
        return form

    def _draft_name(self, name: str) -> str:
        return f"{self.page}-{name}"


def sent_or_offered(name: str, form: BaseForm, forbids: list[Obstacle], sent: Sent | None) -> dict[str, Any]:
    """One act of a page as its panel draws it. What was typed stays, also where the act is forbidden by now."""
    told = sent.obstacles if sent is not None and sent.name == name else []
    return {"form": form, "obstacles": told or forbids, "forbidden": bool(forbids) and not form.is_bound}
