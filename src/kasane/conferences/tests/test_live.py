"""Minutes typed by several at once: who may, what stays, who sees it, what the page is told (R-CONF-06)."""

from __future__ import annotations

import json
from datetime import timedelta
from uuid import UUID

import pytest
from django.urls import reverse

from kasane.agencies.models import Agency, AgencyKind
from kasane.base.dates import today
from kasane.base.ids import new_id
from kasane.base.kinds import DataKind
from kasane.base.obstacles import Forbidden
from kasane.conferences import actions, queries
from kasane.conferences.live import actions as live
from kasane.conferences.live.rules import BESIDE_MARK, Edit
from kasane.conferences.models import AgendaItem, Meeting, Member, Talk, TalkLine
from kasane.conferences.rights import move_case
from kasane.conferences.tests.conftest import acknowledge
from kasane.disclosure.viewer import acting_as

A, B = UUID(int=1), UUID(int=2)


@pytest.fixture
def sitting(town, cast, case):
    """A 支援会議 that has begun, with one household and one general item; 社協 keeps minutes beside the host."""
    meeting = town.convene("shien", members=[cast.participation, cast.worker])
    with acting_as(cast.worker):
        actions.add_item(
            meeting, by=cast.worker, on=today(), function="support_conference", case=case, title="世帯のこと"
        )
    with acting_as(cast.coordinator):
        actions.add_item(
            meeting, by=cast.coordinator, on=today(), function="support_conference", title="次回の日"
        )
        live.name_minute_taker(place(meeting, cast.participation), by=cast.coordinator, takes=True)
        actions.begin(meeting, by=cast.coordinator)
    return meeting


def place(meeting, actor) -> Member:
    return Member.objects.select_related("meeting", "agency").get(meeting=meeting, user=actor.user)


def item_of(meeting, title="世帯のこと") -> AgendaItem:
    return AgendaItem.objects.select_related("meeting__body", "body").get(meeting=meeting, title=title)


def typed(text, *, page=A, turn=1, base=0, line=None, field="text", agency=None, after=None, **values):
    return live.Typed(Edit(line or new_id(), page, turn, base, text, **values), field, agency, after)


def write(meeting, actor, *edits, title="世帯のこと"):
    with acting_as(actor):
        return live.send(item_of(meeting, title), edits, by=actor)


def said(meeting, actor, title="世帯のこと") -> Talk | None:
    with acting_as(actor):
        found = AgendaItem.objects.filter(meeting=meeting, title=title).first()
        return queries.talks([found]).get(found.id) if found else None


def test_a_minute_taker_of_another_agency_writes_beside_the_host(sitting, cast):
    write(sitting, cast.coordinator, typed("灯油が切れている"))
    write(sitting, cast.participation, typed("長女が買いに行っている", page=B))
    assert said(sitting, cast.worker).text == "灯油が切れている\n長女が買いに行っている"


def test_a_member_who_was_not_named_does_not_write(sitting, cast):
    with pytest.raises(Forbidden) as refused:
        write(sitting, cast.worker, typed("灯油"))
    assert refused.value.codes == ["not_minute_taker"]


def test_a_minute_taker_confirms_secrecy_first(town, cast, case):
    meeting = town.convene("shien", members=[cast.participation], acknowledged=False)
    with acting_as(cast.coordinator):
        actions.add_item(
            meeting, by=cast.coordinator, on=today(), function="support_conference", title="次回の日"
        )
        live.name_minute_taker(place(meeting, cast.participation), by=cast.coordinator, takes=True)
        actions.begin(meeting, by=cast.coordinator)
    with pytest.raises(Forbidden) as refused:
        write(meeting, cast.participation, typed("来月"), title="次回の日")
    assert refused.value.codes == ["not_acknowledged"]
    acknowledge(meeting, cast.participation)
    write(meeting, cast.participation, typed("来月"), title="次回の日")


def test_nobody_writes_before_the_meeting_begins(town, cast):
    meeting = town.convene("shien")
    with acting_as(cast.coordinator):
        actions.add_item(
            meeting, by=cast.coordinator, on=today(), function="support_conference", title="次回の日"
        )
    with pytest.raises(Forbidden) as refused:
        write(meeting, cast.coordinator, typed("来月"), title="次回の日")
    assert refused.value.codes == ["meeting_state"]


def test_the_host_alone_names_minute_takers_and_no_guests(sitting, cast):
    with acting_as(cast.participation), pytest.raises(Forbidden) as refused:
        live.name_minute_taker(place(sitting, cast.participation), by=cast.participation, takes=False)
    assert refused.value.codes == ["not_host"]
    with acting_as(cast.coordinator):
        guest = Member.objects.create(meeting=sitting, guest_name="隣の人")
        guest.meeting = sitting
        with pytest.raises(Forbidden) as refused:
            live.name_minute_taker(guest, by=cast.coordinator, takes=True)
    assert "no_account" in refused.value.codes


def test_two_who_change_one_line_both_stay_and_are_marked(sitting, cast):
    line = new_id()
    write(sitting, cast.coordinator, typed("灯油がない", line=line))
    write(sitting, cast.participation, typed("灯油がない。近所が貸した", page=B, line=line, base=1))
    write(sitting, cast.coordinator, typed("灯油がない。明日買う", page=new_id(), line=line, base=1))
    assert said(sitting, cast.worker).text == f"灯油がない。近所が貸した\n{BESIDE_MARK}灯油がない。明日買う"


def test_what_is_sent_twice_counts_once(sitting, cast):
    edit = typed("灯油がない")
    write(sitting, cast.coordinator, edit)
    write(sitting, cast.coordinator, edit)
    assert said(sitting, cast.worker).text == "灯油がない"


def test_lines_stand_where_they_were_put_however_often(sitting, cast):
    first, last = new_id(), new_id()
    write(
        sitting,
        cast.coordinator,
        typed("はじめ", line=first),
        typed("おわり", line=last, turn=2, after=first),
    )
    between = [typed(f"間{n}", line=new_id(), turn=3 + n, after=first) for n in range(70)]
    write(sitting, cast.coordinator, *between)
    words = said(sitting, cast.worker).text.split("\n")
    assert words == ["はじめ", *(f"間{n}" for n in reversed(range(70))), "おわり"]


def test_minutes_written_in_one_piece_go_on_as_lines(sitting, cast):
    with acting_as(cast.coordinator):
        item = item_of(sitting)
        actions.write_talk(item, by=cast.coordinator, version=0, text="一行目\n二行目", decision="また会う")
    write(sitting, cast.participation, typed("三行目", page=B))
    found = said(sitting, cast.coordinator)
    assert (found.text, found.decision) == ("一行目\n二行目\n三行目", "また会う")


def test_the_form_without_script_changes_lines_and_keeps_who_wrote_the_others(sitting, cast):
    write(sitting, cast.coordinator, typed("一行目"))
    write(sitting, cast.participation, typed("二行目", page=B))
    shown = said(sitting, cast.coordinator)
    with acting_as(cast.coordinator):
        actions.write_talk(
            item_of(sitting), by=cast.coordinator, version=shown.version, text="はじめに\n二行目\n三行目"
        )
        rows = TalkLine.objects.filter(item=item_of(sitting), is_removed=False).select_related("author")
        by = {row.text: row.author_id for row in rows}
    assert said(sitting, cast.worker).text == "はじめに\n二行目\n三行目"
    assert by["二行目"] == cast.participation.user.id


def test_the_form_without_script_shows_both_when_a_line_came_meanwhile(sitting, cast, sign_in):
    write(sitting, cast.coordinator, typed("一行目"))
    shown = said(sitting, cast.coordinator)
    write(sitting, cast.participation, typed("二行目", page=B))
    with acting_as(cast.coordinator):
        address = reverse("conferences:talk", args=[item_of(sitting).id])
    page = sign_in(cast.coordinator).post(address, {"words": "別のこと", "version": shown.version})
    assert page.status_code == 409
    assert "二行目" in page.content.decode()
    assert said(sitting, cast.worker).text == "一行目\n二行目"


def test_the_end_of_the_meeting_puts_the_lines_together_and_late_lines_are_taken(sitting, cast):
    write(sitting, cast.coordinator, typed("灯油がない"))
    with acting_as(cast.coordinator):
        actions.finish(Meeting.objects.get(pk=sitting.pk), by=cast.coordinator, on=today())
        assert Talk.objects.get(item=item_of(sitting)).text == "灯油がない"
    write(sitting, cast.participation, typed("つながらない間に書いた", page=B))
    with acting_as(cast.coordinator):
        assert Talk.objects.get(item=item_of(sitting)).text == "灯油がない\nつながらない間に書いた"


def test_a_stranger_reads_no_line(sitting, cast):
    write(sitting, cast.coordinator, typed("灯油がない"))
    write(sitting, cast.coordinator, typed("来月"), title="次回の日")
    with acting_as(cast.stranger):
        assert not TalkLine.objects.exists()


def test_who_works_on_the_case_without_being_a_member_reads_no_line(sitting, cast):
    write(sitting, cast.coordinator, typed("灯油がない"))
    with acting_as(cast.colleague):
        assert not TalkLine.objects.exists()


def test_a_member_reads_nothing_after_the_material_was_closed(sitting, cast):
    write(sitting, cast.coordinator, typed("灯油がない"))
    write(sitting, cast.coordinator, typed("来月"), title="次回の日")
    with acting_as(cast.participation):
        assert TalkLine.objects.count() == 2
    with acting_as(cast.coordinator):
        Meeting.objects.filter(pk=sitting.pk).update(material_until=today())
        fresh = Meeting.objects.select_related("body").get(pk=sitting.pk)
        move_case(item_of(sitting).case_id, meeting=fresh, on=today() - timedelta(1))
    with acting_as(cast.participation):
        assert not TalkLine.objects.exists()
        assert not Talk.objects.exists()


def test_a_line_of_kinds_a_member_is_not_covered_for_is_not_seen(sitting, cast):
    write(sitting, cast.coordinator, typed("滞納がある"))
    with acting_as(cast.coordinator):
        live.mark_kinds(item_of(sitting), by=cast.coordinator, kinds=int(DataKind.BASIC | DataKind.LIFE))
    assert said(sitting, cast.participation).text == "滞納がある"
    with acting_as(cast.worker):
        TalkLine.objects.update(kinds=int(DataKind.BASIC | DataKind.TAX))
        Talk.objects.update(kinds=int(DataKind.BASIC | DataKind.TAX))
    with acting_as(cast.participation):
        assert not TalkLine.objects.exists()


def send(client, meeting, cast, edits, since=0):
    with acting_as(cast.coordinator):
        address = reverse("conferences:live", args=[item_of(meeting).id])
    return client.post(address, json.dumps({"since": since, "edits": edits}), content_type="application/json")


def edit(text="灯油がない", **values):
    return {
        "id": str(new_id()), "page": str(A), "turn": 1, "base": 0, "text": text, "field": "text", "agency": None,
        "after": None, **values,
    }  # fmt: skip


def test_the_page_hears_what_became_of_its_lines_and_what_is_new(sitting, cast, sign_in):
    one = edit()
    answer = send(sign_in(cast.coordinator), sitting, cast, [one]).json()
    assert answer["stands"] == {one["id"]: one["id"]}
    assert [line["text"] for line in answer["lines"]] == ["灯油がない"]
    with acting_as(cast.coordinator):
        address = reverse("conferences:live", args=[item_of(sitting).id])
    client = sign_in(cast.participation)
    assert [line["author"] for line in client.get(address, {"since": 0}).json()["lines"]] == [
        cast.coordinator.user.name
    ]
    assert client.get(address, {"since": answer["seq"]}).json()["lines"] == []


def test_what_was_struck_out_is_not_sent(sitting, cast, sign_in):
    line = new_id()
    write(sitting, cast.coordinator, typed("言いすぎた", line=line))
    write(sitting, cast.coordinator, typed("言いすぎた", line=line, turn=2, base=1, removed=True))
    with acting_as(cast.coordinator):
        address = reverse("conferences:live", args=[item_of(sitting).id])
    (sent,) = sign_in(cast.worker).get(address, {"since": 0}).json()["lines"]
    assert (sent["removed"], sent["text"]) == (True, "")


def test_residents_read_neither_what_was_struck_out_nor_remarks(sitting, cast):
    Agency.objects.filter(pk=cast.disability.agency.pk).update(kind=AgencyKind.RESIDENT)
    with acting_as(cast.coordinator):
        actions.invite(sitting, by=cast.coordinator, on=today(), posts=[cast.disability.post])
    acknowledge(sitting, cast.disability)
    line = new_id()
    write(sitting, cast.coordinator, typed("言いすぎた", line=line), typed("残す", turn=2))
    write(sitting, cast.coordinator, typed("言いすぎた", line=line, turn=3, base=1, removed=True))
    with acting_as(cast.coordinator):
        kept = TalkLine.objects.get(text="残す")
        copied = {field.attname: getattr(kept, field.attname) for field in TalkLine._meta.fields}
        TalkLine.objects.create(**copied | {"id": new_id(), "field": "remark", "text": "抜けています"})
    with acting_as(cast.disability):
        assert [row.text for row in TalkLine.objects.all()] == ["残す"]


def test_a_stranger_gets_404_and_a_mere_member_is_told_why(sitting, cast, sign_in):
    assert send(sign_in(cast.stranger), sitting, cast, [edit()]).status_code == 404
    refused = send(sign_in(cast.worker), sitting, cast, [edit()])
    assert refused.status_code == 409
    assert "記録者" in refused.json()["obstacles"][0]


@pytest.mark.parametrize(
    "broken",
    [
        {"field": "remark"},
        {"field": "opinion"},
        {"id": "x"},
        {"turn": -1},
        {"text": "a\x00"},
        {"text": "a" * 20_001},
    ],
)
def test_what_no_page_sends_is_refused(sitting, cast, sign_in, broken):
    assert send(sign_in(cast.coordinator), sitting, cast, [edit(**broken)]).status_code == 400


def test_asking_costs_few_queries_however_long_the_minutes_are(
    sitting, cast, sign_in, django_assert_max_num_queries
):
    write(sitting, cast.coordinator, *(typed(f"{n}行目", turn=n + 1) for n in range(40)))
    with acting_as(cast.coordinator):
        address = reverse("conferences:live", args=[item_of(sitting).id])
    client = sign_in(cast.participation)
    with django_assert_max_num_queries(11):
        client.get(address, {"since": 0})


def test_the_page_of_an_item_offers_lines_to_who_writes_alone(sitting, cast, sign_in):
    with acting_as(cast.coordinator):
        address = reverse("conferences:item", args=[item_of(sitting).id])
    assert "data-live=" in sign_in(cast.participation).get(address).content.decode()
    assert "data-live=" not in sign_in(cast.worker).get(address).content.decode()
