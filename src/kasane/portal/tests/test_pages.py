"""Home, case list, case page: what they show, to whom, and with how few queries."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kasane.base.dates import today, wareki
from kasane.cases import actions as cases
from kasane.cases.models import TaskKind
from kasane.disclosure.viewer import acting_as
from kasane.intake.actions import answering, reception, sending
from kasane.intake.actions.consent import Said
from kasane.portal.casepage import TABS

OUTSIDE_PRODUCTION = (
    "SAVEPOINT",
    "RELEASE SAVEPOINT",
    "ROLLBACK TO SAVEPOINT",
    "SELECT set_config('kasane.user_id', '', true)",
)
"""In a test the request's transaction lies inside the test's, and so costs statements it does not cost otherwise."""


@pytest.fixture
def file(cast):
    """A case received at hokatsu, handed on to 重層支援センター and accepted there."""

    def make(name="田中"):
        with acting_as(cast.worker):
            row = reception.receive(
                by=cast.worker,
                sheet={
                    "received_on": today(), "channel": "window", "consulter_is": "family",
                    "overview": "息子が部屋から出てこない。", "topics": ["withdrawal", "care"],
                },
                subject={"family_name": name, "given_name": "和夫"},
                household=[{"family_name": name, "given_name": "ハル", "relation": "母"}],
                consent=Said("agree", today(), method="paper", explained_by="包括 花子"),
            )  # fmt: skip
            referral = sending.refer(
                row.case, by=cast.worker, receiver=cast.coordinator.agency, on=today(), requests=["roles"],
                reason="複数の機関の役割分担が要る", explained_by="包括 花子", explained_what="センターの役割",
                explained_on=today(), to_coordination=True,
            )  # fmt: skip
        with acting_as(cast.coordinator):
            answering.answer(referral, by=cast.coordinator, version=None, on=today(), answer="accepted")
        return row.case

    return make


def statements(client, address) -> list[str]:
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return [q["sql"] for q in captured if not q["sql"].startswith(OUTSIDE_PRODUCTION)]


@pytest.mark.parametrize("tab", [key for key, _ in TABS])
@pytest.mark.parametrize("viewer", ["worker", "coordinator"])
def test_a_case_page_asks_at_most_sixteen_times(cast, file, sign_in, viewer, tab):
    case = file()
    asked = statements(sign_in(getattr(cast, viewer)), f"/cases/{case.id}/{tab}/")
    assert len(asked) <= 16, "\n".join(asked)


@pytest.fixture
def story(db):
    """The 8050 household of the demo, which goes the whole way; its actors by agency key."""
    from kasane.agencies.actions import install_profile
    from kasane.agencies.profile import current
    from kasane.cases.models import Case
    from kasane.conferences.actions import install_bodies
    from kasane.demo.accounts import make_accounts
    from kasane.demo.load import run
    from kasane.demo.stories import stories
    from kasane.demo.town import Town

    install_profile(current())
    install_bodies(current())
    people = make_accounts()
    run(Town(people), enumerate(stories(today())[:1]))
    with acting_as(people["juso"][0]):
        return Case.objects.get(), people


@pytest.mark.parametrize("tab", [key for key, _ in TABS])
def test_the_page_of_a_case_that_went_the_whole_way_asks_no_more(story, sign_in, tab):
    case, people = story
    asked = statements(sign_in(people["juso"][0]), f"/cases/{case.id}/{tab}/")
    assert len(asked) <= 15, "\n".join(asked)


def test_the_case_list_asks_at_most_eight_times(cast, file, sign_in):
    for name in ("田中", "山田", "佐藤", "鈴木"):
        file(name)
    asked = statements(sign_in(cast.worker), "/cases/")
    assert len(asked) <= 8, "\n".join(asked)


def test_home_asks_at_most_fifteen_times(cast, file, sign_in):
    for name in ("田中", "山田", "佐藤", "鈴木"):
        file(name)
    asked = statements(sign_in(cast.coordinator), "/")
    assert len(asked) <= 15, "\n".join(asked)


def test_home_shows_what_waits_and_what_is_due(cast, file, sign_in):
    case = file()
    with acting_as(cast.coordinator):
        cases.add_task(
            case.id, agency=cast.coordinator.agency, kind=TaskKind.OTHER, what="電話をかける",
            due_on=today() - timedelta(days=3), since=today() - timedelta(days=9), someone_waits=True,
        )  # fmt: skip
    page = sign_in(cast.coordinator).get("/").content.decode()
    assert "田中さん世帯" in page
    assert "電話をかける" in page
    assert "3日すぎ" in page


def test_an_empty_home_says_so_kindly(cast, sign_in):
    assert "いま待っていることはありません" in sign_in(cast.worker).get("/").content.decode()


@pytest.mark.parametrize("tab", [key for key, _ in TABS])
def test_a_stranger_gets_404_and_no_fact(cast, file, sign_in, tab):
    case = file()
    answer = sign_in(cast.stranger).get(f"/cases/{case.id}/{tab}/")
    assert answer.status_code == 404
    assert "田中" not in answer.content.decode()
    assert "見つかりませんでした" in answer.content.decode()


def test_nobody_enters_without_signing_in(client, cast, file):
    case = file()
    for address in ("/", "/cases/", f"/cases/{case.id}/", "/structure/"):
        assert client.get(address).headers["Location"].startswith("/accounts/login/")


def test_the_administrator_has_no_way_to_cases(cast, file, sign_in):
    case = file()
    client = sign_in(cast.administrator)
    assert client.get(f"/cases/{case.id}/").status_code == 404
    assert "田中" not in client.get("/cases/").content.decode()


def test_the_sharing_page_says_who_sees_what_why_and_until_when(cast, file, sign_in):
    page = sign_in(cast.worker).get(f"/cases/{file().id}/sharing/").content.decode()
    assert f"重層支援センターは、{wareki(today())}の本人同意(書面)により" in page
    assert "美咲町地域包括支援センターが受け付けた相談" in page
    assert "包括 花子" in page


def test_a_person_with_two_posts_switches(cast, sign_in):
    from kasane.agencies.models import Post

    second = Post.objects.create(
        user=cast.worker.user, agency=cast.stranger.agency, role="worker", starts_on=today()
    )
    client = sign_in(cast.worker)
    client.post("/switch-post/", {"post": str(second.id), "next": "/"})
    assert "こども笑顔課で待っている" in client.get("/").content.decode()
    assert client.post("/switch-post/", {"post": str(cast.decider.post.id)}).status_code == 404


def test_after_closure_only_those_who_stay_still_see_the_case(story, sign_in):
    """The 8050 household was handed back to 地域包括; the deciding division and the plan's team have left (R-COOR-08)."""
    case, people = story

    def status(key):
        return sign_in(people[key][0]).get(f"/cases/{case.id}/").status_code

    assert (status("hokatsu"), status("juso")) == (200, 200)
    assert (status("fukushi"), status("kikan"), status("egao")) == (404, 404, 404)


def test_the_sharing_page_of_a_closed_case_speaks_of_keeping_not_of_support(story, sign_in):
    case, people = story
    page = sign_in(people["juso"][0]).get(f"/cases/{case.id}/sharing/").content.decode()
    assert "記録の保存期間が終わるまで" in page
    assert "支援が終わるまで" not in page


@pytest.mark.parametrize("code", ["2-1-1", "2-2", "2-4"])
def test_the_sheets_of_a_case_come_as_pdf_with_its_names(story, sign_in, code):
    from io import BytesIO

    from pypdf import PdfReader

    case, people = story
    answer = sign_in(people["juso"][0]).get(f"/sheets/{case.id}/{code}.pdf")
    assert answer.headers["Content-Type"] == "application/pdf"
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages)
    assert case.label in text
    assert "髙橋" in text
    assert sign_in(people["egao"][0]).get(f"/sheets/{case.id}/{code}.pdf").status_code == 404


@pytest.mark.parametrize(
    ("kind", "source", "address"),
    [
        ("answer_referral", "referral", "/intake/referrals/"),
        ("follow_up", "referral", "/intake/referrals/"),
        ("decision", "plan", "/coordination/"),
        ("monitoring", "plan", "/coordination/"),
        ("conference", "plan", "/conferences/"),
        ("conference", "reception", "/conferences/"),
        ("application", "referral", "/coordination/"),
        ("follow_up", "evaluation", "/coordination/"),
        ("other", "", "/cases/tasks/"),
    ],
)
def test_a_row_leads_to_the_act_and_only_what_has_no_screen_is_ticked_off(kind, source, address):
    from uuid import uuid4

    from kasane.cases.models import Task
    from kasane.portal.home import _act

    act = _act(Task(kind=kind, source=source, source_id=uuid4(), case_id=uuid4()))
    assert act["act_url"].startswith(address)
    assert act.get("act_post", False) == (address == "/cases/tasks/")
