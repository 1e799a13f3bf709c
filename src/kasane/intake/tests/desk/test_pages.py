"""The screens of the desk: what is shown, what leads where, that a stranger finds nothing, how much is asked."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from kasane.base.dates import today, wareki
from kasane.cases.models import Case
from kasane.disclosure.viewer import acting_as
from kasane.intake.models import (
    DeskActivity,
    ExtraAnswer,
    OutpostReception,
    PhoneCall,
    Reception,
    ShortConsultation,
    VolunteerReport,
)
from kasane.intake.tests.desk.factories import activity, call, delivers, outpost, report, short
from kasane.intake.tests.factories import case_of, receive
from kasane.intake.tests.test_reception_views import TYPED

PAGES = ("desk", "desk_shorts", "desk_calls", "desk_reports", "desk_report_new", "desk_outposts", "desk_activities",
         "desk_activity_sums", "desk_caseload")  # fmt: skip
SHORT = {
    "topics": ["care"],
    "channel": "phone",
    "consulter_is": "family",
    "outcome": "informed",
    "on": "今日",
}


@pytest.fixture
def day() -> str:
    return wareki(today())


def url(name: str, *args) -> str:
    return reverse(f"intake:{name}", args=args)


@pytest.mark.parametrize("name", PAGES)
def test_every_part_opens_empty_and_says_what_to_do(cast, sign_in, name):
    answer = sign_in(cast.worker).get(url(name))
    assert answer.status_code == 200
    assert answer.content.decode().count("<h1") == 1


@pytest.mark.parametrize("name", PAGES)
def test_the_administrator_has_no_desk(cast, sign_in, name):
    assert sign_in(cast.administrator).get(url(name)).status_code == 404


def test_a_line_of_another_desk_is_not_found(cast, sign_in):
    lines = {
        "desk_short": short(cast.worker), "desk_short_begin": short(cast.worker), "desk_call": call(cast.worker),
        "desk_report": report(cast.worker), "desk_report_begin": report(cast.worker),
        "desk_outpost": outpost(cast.worker), "desk_activity": activity(cast.worker),
    }  # fmt: skip
    client = sign_in(cast.stranger)
    assert {name: client.get(url(name, row.pk)).status_code for name, row in lines.items()} == dict.fromkeys(
        lines, 404
    )


class TestShort:
    def test_saving_leads_back_to_the_empty_form_with_what_mostly_stays(self, cast, sign_in, day):
        client = sign_in(cast.worker)
        answer = client.post(url("desk_shorts"), {**SHORT, "on": day})
        assert (answer.status_code, answer.url) == (302, url("desk_shorts"))
        form = client.get(url("desk_shorts")).context["form"]
        assert (form["channel"].initial, form["topics"].initial) == ("phone", None)
        with acting_as(cast.worker):
            assert ShortConsultation.objects.get().age_band == "unknown"

    def test_a_name_in_the_memo_is_asked_about_once(self, cast, sign_in, day):
        client = sign_in(cast.worker)
        named = {**SHORT, "on": day, "memo": "山田さんの件"}
        refused = client.post(url("desk_shorts"), named)
        assert refused.status_code == 422
        assert "名前が入っていませんか" in refused.content.decode()
        assert client.post(url("desk_shorts"), {**named, "is_sure": "on"}).status_code == 302

    def test_it_grows_into_a_reception_and_is_counted_once(self, cast, sign_in):
        row = short(cast.worker, memo="配食の申し込み", topics=["care"])
        client = sign_in(cast.worker)
        address = url("desk_short_begin", row.pk)
        assert "配食の申し込み" in client.get(address).content.decode()
        answer = client.post(address, {**TYPED, "received_by": str(cast.worker.user.id)})
        assert answer.status_code == 302
        with acting_as(cast.worker):
            assert ShortConsultation.objects.get().received_on == today()
            assert Reception.objects.count() == 1
        assert client.get(address).status_code == 404

    def test_a_struck_line_says_so(self, cast, sign_in):
        row = short(cast.worker)
        client = sign_in(cast.worker)
        client.post(url("desk_short_strike", row.pk), {"why": ""})
        assert "取り消し" in client.get(url("desk_shorts")).content.decode()

    def test_the_reason_is_asked_for_a_line_of_an_earlier_day(self, cast, sign_in):
        row = short(cast.worker)
        with acting_as(cast.worker):
            ShortConsultation.objects.update(created_at=timezone.now() - timedelta(days=2))
        answer = sign_in(cast.worker).post(url("desk_short_strike", row.pk), {"why": " "}, follow=True)
        assert "直す理由を一言" in answer.content.decode()


class TestCalls:
    def test_a_promise_is_kept_from_the_home_page(self, cast, sign_in):
        row = call(cast.worker, call_back_until=today())
        client = sign_in(cast.worker)
        assert "大山商店の隣の方" in client.get(reverse("home")).content.decode()
        client.post(url("desk_called_back", row.pk))
        assert "大山商店の隣の方" not in client.get(reverse("home")).content.decode()

    def test_a_call_is_tied_to_a_case_by_its_number(self, cast, sign_in, day):
        with acting_as(cast.worker):
            case = case_of(receive(cast.worker))
        typed = {
            "direction": "in",
            "party": "長女",
            "at_0": day,
            "at_1": "00:00",
            "number_of_case": case.label,
        }
        typed |= {"at_day": day, "at_time": "00:00"}
        assert sign_in(cast.worker).post(url("desk_calls"), typed).status_code == 302
        with acting_as(cast.worker):
            assert PhoneCall.objects.get().case_id == case.id

    def test_the_number_of_an_unseen_case_is_not_found(self, cast, sign_in, day):
        with acting_as(cast.worker):
            case = case_of(receive(cast.worker))
        typed = {
            "direction": "in",
            "party": "長女",
            "at_day": day,
            "at_time": "00:00",
            "number_of_case": case.label,
        }
        answer = sign_in(cast.stranger).post(url("desk_calls"), typed)
        assert answer.status_code == 422
        assert "見つかりませんでした" in answer.content.decode()


class TestReports:
    def test_from_the_report_to_the_reception(self, cast, sign_in):
        row = report(cast.worker)
        client = sign_in(cast.worker)
        page = client.get(url("desk_report_begin", row.pk)).content.decode()
        assert "新聞がたまっている。" in page and "報告 委員子" in page
        answer = client.post(
            url("desk_report_begin", row.pk), {**TYPED, "received_by": str(cast.worker.user.id)}
        )
        assert answer.status_code == 302
        with acting_as(cast.worker):
            now = VolunteerReport.objects.get()
            assert (now.state, now.noticed, now.case_id) == ("received", "", Case.objects.get().id)
        assert client.get(url("desk_report", row.pk)).status_code == 200

    def test_whoever_wants_to_stay_unnamed_is_not_on_the_sheet(self, cast, sign_in):
        row = report(cast.worker, is_anonymous=True)
        page = sign_in(cast.worker).get(url("desk_report_begin", row.pk)).content.decode()
        assert "新聞がたまっている。" in page
        assert "報告 委員子" not in page

    def test_an_act_without_words_is_mended_where_it_was_typed(self, cast, sign_in):
        row = report(cast.worker)
        client = sign_in(cast.worker)
        refused = client.post(url("desk_report", row.pk), {"act": "finish", "finish-note": ""})
        assert refused.status_code == 422
        assert "したことを入れてください。" in refused.content.decode()
        late = {"act": "watch", "watch-words": "声かけ", "watch-until": wareki(today())}
        assert client.post(url("desk_report", row.pk), late).status_code == 409
        done = client.post(url("desk_report", row.pk), {"act": "finish", "finish-note": "訪ねた"})
        assert done.status_code == 302


class TestOutposts:
    def test_a_reception_of_the_day_is_tied_by_one_press(self, cast, sign_in):
        row = outpost(cast.worker)
        with acting_as(cast.worker):
            case = case_of(receive(cast.worker, received_on=today()))
        client = sign_in(cast.worker)
        assert "ここで受けた" in client.get(url("desk_outpost", row.pk)).content.decode()
        client.post(url("desk_outpost_tie", row.pk, case.id))
        assert "この日の受付(1件)" in client.get(url("desk_outpost", row.pk)).content.decode()

    def test_a_reception_begun_there_belongs_to_the_day(self, cast, sign_in, day):
        row = outpost(cast.worker)
        typed = {**TYPED, "received_by": str(cast.worker.user.id), "received_on": day, "channel": "outpost"}
        assert sign_in(cast.worker).post(url("desk_outpost_begin", row.pk), typed).status_code == 302
        with acting_as(cast.worker):
            assert OutpostReception.objects.get().day_id == row.pk

    def test_short_consultations_there_are_counted_with_the_day(self, cast, sign_in, day):
        row = outpost(cast.worker)
        client = sign_in(cast.worker)
        client.post(f"{url('desk_shorts')}?outpost={row.pk}", {**SHORT, "on": day})
        assert "この日の短い相談(1件)" in client.get(url("desk_outpost", row.pk)).content.decode()
        assert client.get(f"{url('desk_shorts')}?outpost=x").status_code == 404


class TestActivities:
    def test_the_workbook_says_what_the_screen_says(self, cast, sign_in):
        activity(cast.worker)
        answer = sign_in(cast.worker).get(url("desk_activity_workbook"))
        sheet = load_workbook(BytesIO(answer.content)).active
        last = [cell.value for cell in sheet[sheet.max_row]]
        assert (last[0], last[2], last[-3:]) == ("計", 1, [1, 90, 12])

    def test_the_coordinator_sees_each_agency(self, cast, sign_in):
        activity(cast.worker)
        client = sign_in(cast.coordinator)
        assert cast.worker.agency.name in client.get(url("desk_activity_sums")).content.decode()
        own = client.get(f"{url('desk_activity_sums')}?scope=own").content.decode()
        assert cast.worker.agency.name not in own

    def test_it_is_entered_with_few_keys(self, cast, sign_in, day):
        typed = {"kind": "liaison", "what": "地域ケア会議", "on": day, "minutes": "60"}
        assert sign_in(cast.worker).post(url("desk_activities"), typed).status_code == 302
        with acting_as(cast.worker):
            assert DeskActivity.objects.get().what == "地域ケア会議"


class TestCaseload:
    def test_chosen_cases_are_handed_over(self, cast, sign_in):
        with acting_as(cast.worker):
            case = case_of(receive(cast.worker))
        client = sign_in(cast.worker)
        typed = {"case": [str(case.id)], "to": str(cast.colleague.user.id)}
        assert client.post(url("desk_caseload"), typed).status_code == 302
        page = client.get(f"{url('desk_caseload')}?user={cast.colleague.user.id}").content.decode()
        assert case.label in page
        assert client.post(url("desk_caseload"), {"to": ""}).status_code == 409
        assert client.get(f"{url('desk_caseload')}?user=x").status_code == 404


class TestExtra:
    def test_what_the_desk_asks_is_written_and_shown(self, cast, sign_in):
        delivers(cast.worker, "support_center")
        with acting_as(cast.worker):
            case = case_of(receive(cast.worker))
        client = sign_in(cast.worker)
        assert "ケアマネジャー" in client.get(url("extra", case.id)).content.decode()
        assert client.post(url("extra", case.id), {"family-doctor": "打穴医院"}).status_code == 302
        assert "打穴医院" in client.get(url("reception", case.id)).content.decode()
        assert "打穴医院" in client.get(reverse("case_tab", args=[case.id, "documents"])).content.decode()

    def test_who_saved_meanwhile_is_shown_and_then_knowingly_overwritten(self, cast, sign_in):
        delivers(cast.worker, "support_center")
        with acting_as(cast.worker):
            case = case_of(receive(cast.worker))
        client = sign_in(cast.worker)
        for item in ("family-doctor", "care-manager"):
            client.post(
                url("extra", case.id), {item: "初め", "version": "1" if item == "care-manager" else ""}
            )
        conflict = client.post(url("extra", case.id), {"family-doctor": "後から", "version": ""})
        assert conflict.status_code == 409
        version = conflict.context["form"].data["version"]
        assert (
            client.post(url("extra", case.id), {"family-doctor": "後から", "version": version}).status_code
            == 302
        )
        with acting_as(cast.worker):
            assert ExtraAnswer.objects.get(item="family-doctor").value == "後から"

    def test_a_desk_without_items_says_so_and_a_stranger_finds_no_case(self, cast, sign_in):
        with acting_as(cast.worker):
            case = case_of(receive(cast.worker))
        assert "項目がありません" in sign_in(cast.worker).get(url("extra", case.id)).content.decode()
        assert sign_in(cast.stranger).get(url("extra", case.id)).status_code == 404


MOST = {"desk": 13, "desk_shorts": 12, "desk_calls": 10, "desk_reports": 9, "desk_outposts": 13,
        "desk_activities": 12, "desk_activity_sums": 8, "desk_caseload": 14}  # fmt: skip


@pytest.mark.parametrize("name", MOST)
def test_no_page_asks_more_for_more_rows(cast, sign_in, name, django_assert_max_num_queries):
    client = sign_in(cast.worker)
    for _ in range(4):
        short(cast.worker), call(cast.worker), report(cast.worker), activity(cast.worker)
        outpost(cast.worker), outpost(cast.worker, on=today() - timedelta(days=3))
        with acting_as(cast.worker):
            receive(cast.worker)
    with django_assert_max_num_queries(MOST[name]):
        assert client.get(url(name)).status_code == 200
