"""会議資料一式 as a page: each copy holds what its recipient may see, and the log says who got what (R-CONF-06, R-DIS-01)."""

# ruff: noqa: F811 - fixtures of coordination and the conferences are imported by name

from __future__ import annotations

import zipfile
from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse

from kasane.agencies.models import Post
from kasane.base.choices import Timing
from kasane.base.dates import today
from kasane.base.ids import new_id
from kasane.base.kinds import SHAREABLE_KINDS, DataKind
from kasane.conferences import actions, queries
from kasane.conferences.models import Meeting, Member, SheetCopy
from kasane.conferences.tests.conftest import acknowledge, town  # noqa: F401
from kasane.coordination.choices import PartSection
from kasane.coordination.tests.conftest import applied, assessed, path  # noqa: F401
from kasane.disclosure.queries import readings_of
from kasane.disclosure.viewer import acting_as
from kasane.sheets.pack.binding import one_file
from kasane.sheets.render import render_booklet
from kasane.sheets.tests.reading import outline, page_texts, printed, reader, squeezed
from kasane.sheets.tests.test_pack import PARTS

WISH, DISEASE, ARREARS = "二人でこの家で暮らしたい", "ひみつの病名", "ひみつの滞納"


@pytest.fixture
def laid(path, town, cast):
    """A meeting about a plan, its members the worker of the first desk (who knows of taxes) and 社協; not yet opened."""

    def lay(*, kinds=int(SHAREABLE_KINDS), excluded=(), confirmed=True):
        path.apply(kinds=kinds, excluded=excluded)
        path.assess()
        path.assess(PartSection.HEALTH, by=cast.worker, answers={"state_note": DISEASE})
        path.assess(PartSection.TAX, by=cast.worker, answers={"tax_note": ARREARS})
        path.submit(path.make("other"))
        meeting = town.convene(members=[cast.worker, cast.participation, cast.decider], acknowledged=False)
        acknowledge(meeting, cast.coordinator, *([cast.worker, cast.participation] if confirmed else []))
        put(meeting, cast.coordinator, "multi_tier", case=path.case, timing=Timing.PLAN)
        put(meeting, cast.coordinator, "multi_tier", title="来月の研修")
        return meeting

    return lay


def put(meeting, by, function, **values):
    with acting_as(by):
        row = Meeting.objects.select_related("body", "host").get(pk=meeting.pk)
        actions.add_item(row, by=by, on=today(), function=function, **values)


def address(meeting):
    return reverse("sheets:pack", args=[meeting.id])


def members(meeting, cast):
    with acting_as(cast.coordinator):
        return {member.name: member for member in queries.members_of(meeting)}


def press(client, meeting, people, **values):
    data = {
        "people": [str(one.id) for one in people],
        "sheets": ["2-3", "2-4"],
        "way": "each",
        "batch": str(new_id()),
    }
    return client.post(address(meeting), data | values)


def made(client, meeting, people, **values) -> list[str]:
    """The text of each copy, in the order of the numbers."""
    answer = press(client, meeting, people, **values)
    assert answer.status_code == 200, answer.content.decode()
    with zipfile.ZipFile(BytesIO(answer.content)) as packed:
        return [printed(packed.read(name)) for name in sorted(packed.namelist())]


@pytest.fixture
def copies_for(cast, sign_in):
    """`copies_for(meeting, actor …)`: what the host prints for these people."""

    def make(meeting, *actors):
        there = members(meeting, cast)
        return made(sign_in(cast.coordinator), meeting, [there[one.user.name] for one in actors])

    return make


def test_each_copy_holds_the_plan_and_names_its_recipient(laid, cast, copies_for):
    first, second = copies_for(laid(), cast.worker, cast.participation)
    for text in (first, second):
        assert squeezed(WISH) in text and "次第" in text and "出席者名簿" in text and "来月の研修" in text
        assert "田中和子" in text and DISEASE in text
    assert "資料番号1(全2部)要回収包括花子様" in first and "社協参子様" not in first
    assert "資料番号2(全2部)要回収社協参子様" in second


def test_tax_information_is_in_no_copy(laid, cast, copies_for):
    """R-DIS-03: not even for the desk that knows of it."""
    (text,) = copies_for(laid(), cast.worker)
    assert DISEASE in text and ARREARS not in text and "税の滞納" not in text


def test_what_the_maker_may_not_see_does_not_pass_through_their_hands(laid, cast, copies_for):
    """R-DIS-01: the consent leaves health out for everybody but the desk that took the consultation."""
    meeting = laid(kinds=int(SHAREABLE_KINDS & ~DataKind.HEALTH))
    first, second = copies_for(meeting, cast.worker, cast.participation)
    assert squeezed(WISH) in first and squeezed(WISH) in second
    assert DISEASE not in first and DISEASE not in second


def test_an_agency_the_person_leaves_out_gets_nothing_of_the_case(laid, cast, path, copies_for, sign_in):
    """R-DIS-01"""
    meeting = laid(excluded=[cast.participation.agency.id])
    (text,) = copies_for(meeting, cast.participation)
    assert path.case.label not in text and WISH not in text and "田中" not in text
    assert "個別のケースの検討" in text and "来月の研修" in text
    page = sign_in(cast.coordinator).get(address(meeting)).content.decode()
    assert "この方にはひらいていない議題です" in page


def test_who_has_not_confirmed_secrecy_gets_nothing_of_a_case(laid, cast, copies_for, sign_in):
    """R-DIS-02: also for the worker, who sees the case at the own desk."""
    meeting = laid(confirmed=False)
    for text in copies_for(meeting, cast.worker, cast.participation):
        assert "田中" not in text and WISH not in text
    assert "守秘義務をまだ確かめていない" in sign_in(cast.coordinator).get(address(meeting)).content.decode()


def test_who_has_left_the_agency_gets_nothing_of_a_case(laid, cast, copies_for):
    """R-DEL-06"""
    meeting = laid()
    Post.objects.filter(pk=cast.participation.post.pk).update(ends_on=today() - timedelta(days=1))
    (text,) = copies_for(meeting, cast.participation)
    assert "田中" not in text and WISH not in text


def guest(meeting, cast, **values):
    with acting_as(cast.coordinator):
        values = {"guest_name": "隣の人", "guest_role": "近所の方", "secrecy_paper_on": today()} | values
        return Member.objects.create(meeting=meeting, **values)


def test_a_guest_gets_nothing_of_a_case_of_a_multi_tier_conference(laid, cast, path, sign_in):
    """R-DIS-10"""
    meeting = laid()
    (text,) = made(sign_in(cast.coordinator), meeting, [guest(meeting, cast)])
    assert "隣の人様(近所の方)" in text and "来月の研修" in text
    assert path.case.label not in text and "田中" not in text


@pytest.mark.parametrize("signed", [True, False])
def test_a_guest_gets_the_words_of_a_support_conference_after_signing(signed, path, town, cast, sign_in):
    """R-DIS-10: what is to be talked about, neither name nor number."""
    meeting = town.convene("tsunagaru", by=cast.decider, members=[cast.coordinator])
    put(
        meeting,
        cast.coordinator,
        "support_conference",
        case=path.case,
        title="見守りについて",
        purpose="声のかけ方",
    )
    with acting_as(cast.decider):
        one = Member.objects.create(
            meeting=meeting, guest_name="隣の人", secrecy_paper_on=today() if signed else None
        )
    (text,) = made(sign_in(cast.decider), meeting, [one], sheets=[])
    assert ("見守りについて" in text and "声のかけ方" in text) is signed
    assert path.case.label not in text and "田中" not in text
    with acting_as(cast.decider):
        told = [one.subject for one in readings_of(path.case.id, most=50) if "資料番号" in one.subject]
    assert bool(told) is signed and "隣の人" not in str(told), "a guest's name stays out of the file"


def test_strangers_find_no_page_and_members_make_no_copies(laid, cast, sign_in):
    meeting = laid()
    there = members(meeting, cast)
    assert sign_in(cast.stranger).get(address(meeting)).status_code == 404
    assert press(sign_in(cast.stranger), meeting, there.values()).status_code == 404
    answer = press(sign_in(cast.participation), meeting, there.values())
    assert answer.status_code == 409 and "招集した機関の職員です" in answer.content.decode()
    with acting_as(cast.coordinator):
        assert not SheetCopy.objects.exists()


def test_each_copy_is_in_the_log_of_its_case_and_keeps_what_it_holds(laid, cast, path, copies_for):
    """R-DIS-08"""
    copies_for(laid(), cast.worker, cast.participation)
    with acting_as(cast.coordinator):
        told = [one for one in readings_of(path.case.id, most=50) if "資料番号" in one.subject]
        assert {one.subject for one in told} == {
            "会議資料 資料番号1 包括 花子あて(会議資料・2-3・2-4)",
            "会議資料 資料番号2 社協 参子あて(会議資料・2-3・2-4)",
        }
        assert {one.who for one in told} == {cast.coordinator.user.name}
        assert SheetCopy.objects.get(number=2).contents == [
            "次第・出席者名簿", "議題1 会議資料・2-3・2-4", "議題2 会議資料",
        ]  # fmt: skip


def test_the_same_page_makes_once(laid, cast, sign_in):
    meeting, client, batch = laid(), sign_in(cast.coordinator), str(new_id())
    there = members(meeting, cast).values()
    assert press(client, meeting, there, batch=batch).status_code == 200
    again = press(client, meeting, there, batch=batch)
    assert again.status_code == 409 and "もう作りました" in again.content.decode()


def test_nobody_chosen_is_told_at_the_form(laid, cast, sign_in):
    answer = press(sign_in(cast.coordinator), laid(), [])
    assert answer.status_code == 422 and "渡す人を選んでください" in answer.content.decode()


def test_a_meeting_that_is_over_offers_no_copies(laid, cast, sign_in):
    """R-CONF-06: material closes."""
    meeting, client = laid(), sign_in(cast.coordinator)
    with acting_as(cast.coordinator):
        Meeting.objects.filter(pk=meeting.pk).update(state="finished")
    page = client.get(address(meeting)).content.decode()
    assert "この会議は終わっています" in page and "資料を作る" not in page and 'name="people"' not in page
    assert press(client, meeting, members(meeting, cast).values()).status_code == 409


def test_the_page_asks_no_more_for_more_recipients(laid, cast, sign_in, django_assert_max_num_queries):
    meeting, client = laid(), sign_in(cast.coordinator)
    for number in range(8):
        guest(meeting, cast, guest_name=f"近所の方{number}")
    with django_assert_max_num_queries(18):
        assert client.get(address(meeting)).status_code == 200


def test_one_file_has_all_copies_with_bookmarks_and_begins_each_on_paper_of_its_own(laid, cast, sign_in):
    meeting = laid()
    there = members(meeting, cast)
    people = [there[one.user.name] for one in (cast.worker, cast.participation)]
    answer = press(sign_in(cast.coordinator), meeting, people, way="one", both_sides="on")
    assert answer["Content-Type"] == "application/pdf" and answer["Cache-Control"] == "no-store"
    titles = outline(answer.content)
    assert "資料番号 1 包括 花子" in titles and "資料番号 2 社協 参子" in titles
    assert titles.count("次第・出席者名簿") == 2
    pages = [squeezed(text) for text in page_texts(answer.content)]
    second = next(number for number, page in enumerate(pages) if "社協参子様" in page)
    assert second % 2 == 0 and len(pages) % 2 == 0


def test_printed_on_one_side_no_page_is_empty():
    pdf = render_booklet(PARTS[1:], title="一式")
    once = len(reader(pdf).pages)
    bound = one_file([("一", pdf), ("二", pdf)], title="一式", both_sides=False)
    assert len(reader(bound).pages) == 2 * once
