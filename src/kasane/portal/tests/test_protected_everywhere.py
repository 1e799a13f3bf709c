"""DV等支援措置: a protected person's words stand in every possible place of a case, and no answer holds one (R-DIS-09)."""

# ruff: noqa: F811 - fixtures of other rooms are imported by name

from __future__ import annotations

import html
import io
import re
from datetime import date

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.urls import get_resolver
from django.urls.resolvers import URLPattern
from django.utils import timezone
from openpyxl import load_workbook

from kasane.base.choices import Timing
from kasane.base.dates import today
from kasane.cases.models import SupportRecord
from kasane.conferences import actions as meeting
from kasane.conferences.models import Outcome
from kasane.conferences.tests.conftest import town  # noqa: F401
from kasane.conferences.tests.test_with_coordination import sit
from kasane.coordination import actions as coordination
from kasane.coordination.tests.conftest import DAY, applied, assessed, path  # noqa: F401
from kasane.disclosure.api import record_consent
from kasane.disclosure.viewer import acting_as
from kasane.intake.actions import sending
from kasane.intake.models import Reception
from kasane.people.actions import add_tie, correct_person, protect_contact
from kasane.people.masking import TRIGGER
from kasane.sheets.tests.reading import printed

SECRETS = (
    "原田1-2",
    "原田",
    "0868-12-3456",
    "0868123456",
    "09011112222",
    "kazuko@example.jp",
    "北中",
    "まるい",
)
TEXT = "原田1-2、0868-12-3456、090-1111-2222、kazuko@example.jp、美咲北中、スーパーまるい"
ADDRESS = {
    "address": "美咲町原田1-2",
    "phone": "0868-12-3456",
    "mobile": "090-1111-2222",
    "email": "kazuko@example.jp",
}
WORDS = {"school": "美咲北中学校", "workplace": "スーパーまるい"}
START = (
    "/",
    "/cases/",
    "/intake/",
    "/intake/inbox/",
    "/conferences/",
    "/people/same/",
    "/import/",
    "/structure/patterns/",
)
LEFT_OUT = re.compile(r"^/(accounts|help|admin-desk|structure/(?!patterns)|static|switch-post)|logout")
LINK = re.compile(r"""(?:href|src|action|hx-get|data-draft-url)="(/[^"#?]*)""")
MOST = 120
EVERYWHERE = {
    "cases_case.urgent_note", "cases_event.body", "cases_supportrecord.content", "cases_task.what",
    "conferences_agendaitem.purpose", "conferences_meeting.message", "conferences_meeting.summary",
    "conferences_talk.text", "conferences_talk.opinions", "coordination_application.request",
    "coordination_application.visitor_phone", "coordination_assessmentpart.answers",
    "coordination_decision.note", "coordination_evaluation.person_wish", "coordination_monitoring.note",
    "coordination_monitoringitem.note", "coordination_plan.wish", "coordination_plangoal.text",
    "coordination_planitem.support", "intake_reception.consulter_contact",
    "intake_reception.overview", "intake_referral.reason", "people_person.occupation", "people_personstate.note",
    "people_tie.other_label",
}  # fmt: skip
"""What must at least be filled for this test to say anything."""


@pytest.fixture
def full(cast, town, assessed):
    """A case in which a row stands in every sheet: reception, referral, plan, meeting, talk, decision, monitoring."""
    mother, child = assessed.people
    with acting_as(cast.worker):
        correct_person(mother, by=cast.worker, **ADDRESS)
        record_consent(
            assessed.case.id,
            by=cast.worker,
            level="application",
            answer="agree",
            confirmed_on=today(),
            note=TEXT,
        )
        add_tie(mother, by=cast.worker, kind="conflict", other_label="x", note="x")
        Reception.objects.create(
            case=assessed.case, received_on=DAY, agency=cast.worker.agency, received_by=cast.worker.user,
            channel="visit", consulter_is="self", overview="x",
        )  # fmt: skip
        SupportRecord.objects.create(
            case=assessed.case, at=timezone.now(), agency=cast.worker.agency, author=cast.worker.user,
            method="visit", content="x",
        )  # fmt: skip
    with acting_as(cast.coordinator):
        sending.refer(
            assessed.case, by=cast.coordinator, receiver=cast.disability.agency, on=today(), requests=["roles"],
            reason="x", explained_by="x", explained_what="x", explained_on=today(),
        )  # fmt: skip
    plan = assessed.make()
    assessed.submit(plan)
    item = sit(town, cast, assessed.case, Timing.PLAN)
    with acting_as(cast.coordinator):
        meeting.write_talk(item, by=cast.coordinator, version=0, text="x")
        meeting.judge(item, by=cast.coordinator, on=today(), judgement=Outcome.APPROPRIATE, opinion="x")
    plan = assessed.fresh(plan)
    assessed.decide(plan)
    assessed.rate("plan")
    plan = assessed.fresh(plan)
    with acting_as(cast.coordinator):
        progress = {one.id: ("as_planned", "x") for one in plan.items.all()}
        coordination.monitor(
            plan, by=cast.coordinator, on=DAY, progress=progress, after="keep", next_on=date(2025, 10, 1)
        )
    assessed.evaluate(assessed.fresh(plan))
    return assessed


def write_everywhere(cast):
    """Puts the words into every text column of every row that anybody of the cast can write; answers which."""
    written = set()
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if (
                field.choices
                or field.primary_key
                or field.is_relation
                or not _hides(model._meta.db_table, field.column)
            ):
                continue
            kind = field.get_internal_type()
            short = getattr(field, "max_length", None) or 1000
            if kind in ("CharField", "TextField") and short >= 40:
                value = TEXT[:short]
            elif kind == "CharField" and short >= 12:
                value = "0868-12-3456"
            elif kind == "JSONField":
                value = {"summary": TEXT, "x": [TEXT]}
            else:
                continue
            for actor in (cast.coordinator, cast.worker):
                with acting_as(actor):
                    try:
                        with transaction.atomic():
                            if model.objects.update(**{field.attname: value}):
                                written.add(f"{model._meta.db_table}.{field.column}")
                    except DatabaseError:
                        continue
    return written


def _hides(table, column):
    if table.endswith("key"):
        return False
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT encode(tgargs, 'escape') FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
            " WHERE tgname = %s AND relname = %s",
            [TRIGGER, table],
        )
        row = cursor.fetchone()
    columns = {one.split(":")[0] for one in row[0].split("\\000")[2:]} if row else set()
    return column in columns and column not in (*ADDRESS, "source", "subject", "code", "meeting_label")


def protect(cast, full):
    with acting_as(cast.worker):
        protect_contact(
            full.people[0], by=cast.worker, staff=[cast.worker.user.pk], reason="支援措置 第12号",
            since=date(2025, 6, 1), **WORDS,
        )  # fmt: skip


def words_of(response):
    """What somebody can read of an answer, whatever it is."""
    kind = response.headers.get("Content-Type", "")
    content = b"".join(response.streaming_content) if response.streaming else response.content
    if "pdf" in kind:
        return printed(content)
    if "spreadsheet" in kind:
        sheets = load_workbook(io.BytesIO(content)).worksheets
        return " ".join(str(cell) for sheet in sheets for row in sheet.values for cell in row)
    text = content.decode("utf-8", "replace")
    return html.unescape(text.replace("\r\n ", ""))


def every_page(client, ids):
    """Every page reached by links from the desk, and every address of the product that takes ids of this case."""
    waiting, seen = [*START, *_addresses(ids)], set()
    while waiting and len(seen) < MOST:
        url = waiting.pop(0)
        if url in seen or LEFT_OUT.search(url):
            continue
        seen.add(url)
        response = client.get(url)
        words = words_of(response)
        yield url, response.status_code, words
        if "html" in response.headers.get("Content-Type", ""):
            waiting += [one for one in LINK.findall(words) if one not in seen]


def _addresses(ids):
    for route in _routes(get_resolver().url_patterns):
        names = re.findall(r"<uuid:(\w+)>", route)
        if not names or re.search(r"<(?!uuid)", route):
            continue
        for nth in range(2):
            values = {name: ids[name][nth % len(ids[name])] for name in names if ids.get(name)}
            if len(values) == len(set(names)):
                yield "/" + re.sub(r"<uuid:(\w+)>", lambda match, values=values: str(values[match[1]]), route)


def _routes(patterns, before=""):
    for one in patterns:
        if isinstance(one, URLPattern):
            yield before + str(one.pattern)
        else:
            yield from _routes(one.url_patterns, before + str(one.pattern))


def ids_of(cast, full):
    """For each name of an id in an address, the rows that may be meant."""
    names = set(re.findall(r"<uuid:(\w+)>", " ".join(_routes(get_resolver().url_patterns))))
    with acting_as(cast.worker):
        return {
            name: [full.case.pk]
            if name == "case_id"
            else [
                key
                for model in apps.get_models()
                if model._meta.model_name.endswith(name.removesuffix("_id")) and _readable(model)
                for key in model.objects.values_list("pk", flat=True)[:2]
            ]
            for name in names
        }


def _readable(model):
    return model._meta.app_label in {
        "cases",
        "people",
        "intake",
        "coordination",
        "conferences",
        "imports",
        "disclosure",
    } and (model._meta.model_name != "protectedword")


def test_no_answer_holds_a_word(cast, full, client):
    before = write_everywhere(cast)
    assert EVERYWHERE - before == set()
    protect(cast, full)
    assert write_everywhere(cast) >= before - {"people_person.occupation"}
    ids = ids_of(cast, full)
    marked = 0
    for actor in (cast.colleague, cast.coordinator, cast.participation):
        client.force_login(actor.user)
        pages = list(every_page(client, ids))
        leaks = [(url, secret) for url, _, words in pages for secret in SECRETS if secret in words]
        assert leaks == [], actor.user.login
        assert not [url for url, status, _ in pages if status >= 500]
        marked += sum("秘匿〕" in words for _, _, words in pages)
    assert marked > 20, "the pages that were asked hold the texts at all"


@pytest.mark.parametrize("word", ["原田", "0868-12-3456", "3456", "09011112222", "北中", "まるい"])
def test_no_search_finds_them(cast, full, client, word):
    write_everywhere(cast)
    protect(cast, full)
    for actor in (cast.colleague, cast.coordinator):
        client.force_login(actor.user)
        answer = client.get("/search/", {"q": word}).content.decode()
        assert "和子" not in answer and full.case.label not in answer


def test_nobody_is_hinted_at_by_an_address_typed(cast, full, client):
    write_everywhere(cast)
    protect(cast, full)
    client.force_login(cast.colleague.user)
    answer = client.post("/people/likely/", {"family_name": "田", **ADDRESS}).content.decode()
    assert "和子" not in answer


def test_an_error_tells_neither_the_page_nor_the_log_what_was_typed(cast, client, monkeypatch, caplog):
    def fail(*args, **kwargs):
        raise RuntimeError("broken")

    monkeypatch.setattr("kasane.people.matching.likely", fail)
    client.force_login(cast.colleague.user)
    client.raise_request_exception = False
    answer = client.post("/people/likely/", {"family_name": "田中", **ADDRESS})
    assert answer.status_code == 500
    told = answer.content.decode() + caplog.text
    assert [secret for secret in SECRETS if secret in told] == []
    assert "RuntimeError" in caplog.text
