"""The 世帯 tab and its forms as workers meet them: on any day, with obstacles, without losing a word (R-PEO-01, R-OPS-03)."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from kasane.base.dates import today, wareki
from kasane.cases import actions as cases
from kasane.cases.household import actions
from kasane.cases.models import ClosedAs, Draft, Event, Task
from kasane.disclosure import api as disclosure
from kasane.disclosure.queries import readings_of
from kasane.disclosure.viewer import acting_as
from kasane.people.actions import add_person
from kasane.people.models import Person, Tie

LAST_MONTH = today() - timedelta(days=30)
BEFORE = today() - timedelta(days=200)


def tab(home, query=""):
    return f"/cases/{home.case.id}/household/{query}"


def act(home, name, person=None):
    middle = f"{person.pk}/{name}" if person else name
    return f"/cases/{home.case.id}/household/people/{middle}/"


def text(answer) -> str:
    """What is read on the page, without the marks."""
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", answer.content.decode())))


def seen(answer) -> str:
    found = re.search(r'name="seen" value="(\w+)"', answer.content.decode())
    assert found, "nothing was shown before saving"
    return found[1]


@pytest.fixture
def desk(home, cast, sign_in):
    """The worker of the case at the screen, and a way to read what the database then says."""
    return sign_in(cast.worker)


def person(home, cast, who) -> Person:
    with acting_as(cast.worker):
        return Person.objects.get(pk=who.pk)


def test_the_tab_shows_people_ties_and_both_drawings(home, desk):
    """R-PEO-01, R-PEO-04."""
    page = text(desk.get(tab(home)))
    assert (
        "長男 誠さん → 本人 和子さん: 介護・世話をしている(強い) 買い物と通院の付き添い・令和5年4月1日から"
        in page
    )
    assert "本人 和子さん → 美咲町地域包括支援センター: つきあい・支援 見守り" in page
    assert "家族図(ジェノグラム)" in page
    assert "同居しているのは" in page
    assert "機関・事業所" in page
    assert desk.get(tab(home)).content.decode().count("<svg ") > 4


def test_where_the_drawing_assumes_the_tab_asks_and_leads_to_the_answer(home, desk, cast):
    """R-PEO-04: whose child the 孫 is."""
    page = desk.get(tab(home)).content.decode()
    address = f"/cases/{home.case.id}/household/ties/new/?kind=parent&amp;other={home.grandchild.pk}"
    assert address in page
    form = desk.get(unescape(address))
    assert "孫 拓也さんは、だれの子ですか" in text(form)
    desk.post(
        unescape(address),
        {
            "person": str(home.son.pk),
            "kind": "parent",
            "other": f"p:{home.grandchild.pk}",
            "strength": "normal",
        },
    )
    assert address not in desk.get(tab(home)).content.decode()


def test_a_past_day_is_shown_as_now_known_or_as_written_then(home, desk, cast):
    """R-PEO-01: nothing of this household had been written before today."""
    day = wareki(BEFORE)
    known = text(desk.get(tab(home, f"?day={day}")))
    assert f"{day}の世帯を見ています(いま分かっていること)" in known
    assert "今日に戻る" in known
    assert "田中 誠" in known
    then = text(desk.get(tab(home, f"?day={day}&known=then")))
    assert "その日に記録されていたこと" in then
    assert "この日の世帯の記録はありません" in then


@pytest.mark.parametrize(
    "day",
    [BEFORE.isoformat(), BEFORE.strftime("%Y%m%d"), f"R{BEFORE.year - 2018}.{BEFORE.month}.{BEFORE.day}"],
)
def test_the_day_may_be_written_in_any_calendar(home, desk, day):
    """R-PEO-01."""
    assert f"{wareki(BEFORE)}の世帯を見ています" in text(desk.get(tab(home, f"?day={day}")))


@pytest.mark.parametrize(
    ("day", "words"), [("いつか", "日付として読めません"), ("2999-01-01", "まだ来ていない日")]
)
def test_a_day_that_can_not_be_shown_says_so_and_shows_today(home, desk, day, words):
    """R-PEO-01."""
    page = text(desk.get(tab(home, f"?day={day}")))
    assert words in page
    assert "今日の世帯を出しています" in page
    assert "田中 誠" in page


def test_who_left_or_died_is_folded_away_and_the_dead_help_nobody(home, desk, cast):
    """R-PEO-01."""
    with acting_as(cast.worker):
        actions.record_death(home.case, home.son, by=cast.worker, version=1, died_on=LAST_MONTH)
    page = text(desk.get(tab(home)))
    assert "世帯を離れた人・亡くなった人(1人)" in page
    assert "終わったつながり(1件)" in page
    before = text(desk.get(tab(home, f"?day={(LAST_MONTH - timedelta(days=1)).isoformat()}")))
    assert "世帯を離れた人" not in before
    assert "長男 誠さん → 本人 和子さん: 介護" in before


def test_the_history_says_from_when_what_why_and_who(home, desk, cast):
    """R-PEO-01."""
    with acting_as(cast.worker):
        actions.change(
            home.case, home.son, by=cast.worker, version=1, since=LAST_MONTH, reason="work",
            values={"occupation": "清掃の仕事"},
        )  # fmt: skip
    page = text(desk.get(tab(home)))
    assert f"{wareki(LAST_MONTH)} 仕事・学校など: 無職 → 清掃の仕事 仕事・学校の変化 包括 花子".replace(
        " ", ""
    ) in page.replace(" ", "")


def test_a_record_cut_shorter_keeps_who_wrote_it_first(home, desk, cast):
    """R-PEO-01: the colleague changes the son's work; what held before is still the worker's record."""
    with acting_as(cast.colleague):
        actions.change(
            home.case, home.son, by=cast.colleague, version=1, since=LAST_MONTH,
            values={"occupation": "清掃の仕事"},
        )  # fmt: skip
    page = text(desk.get(tab(home)))
    lines = page[page.index("一人ひとりの記録の歩み") :]
    son = lines[lines.index("長男 誠さん") : lines.index("長男 誠さん") + 400]
    assert re.search(r"清掃の仕事 *包括 次郎", son)
    assert re.search(r"はじめの記録 *包括 花子", son)


def test_an_empty_household_says_what_to_do_first(cast, sign_in):
    with acting_as(cast.worker):
        case = cases.open_case(by=cast.worker, on=today())
    page = text(sign_in(cast.worker).get(f"/cases/{case.id}/household/"))
    assert "世帯の人はまだ書かれていません" in page
    assert "世帯の人を加える" in page


def test_a_large_household_asks_the_database_no_more(home, desk, cast):
    """R-PEO-04: fourteen people, each changed once."""

    def count() -> int:
        desk.get(tab(home))
        with CaptureQueriesContext(connection) as asked:
            assert desk.get(tab(home)).status_code == 200
        return len(asked)

    before = count()
    with acting_as(cast.worker):
        for n in range(10):
            one = add_person(
                home.case.id, by=cast.worker, family_name="田中", given_name=f"子{n}", relation="孫"
            )
            actions.change(
                home.case, one, by=cast.worker, version=1, since=LAST_MONTH, values={"occupation": f"仕事{n}"}
            )
            actions.add_tie(home.case, one, by=cast.worker, kind="contact", other_label=f"友人{n}")
    assert count() == before


FORMS = ("new", "change", "correct", "died", "moved")


@pytest.mark.parametrize("name", FORMS)
def test_every_form_is_for_those_who_see_the_case_alone(home, cast, sign_in, name):
    """R-DIS-01."""
    address = act(home, name, None if name == "new" else home.son)
    assert sign_in(cast.worker).get(address).status_code == 200
    answer = sign_in(cast.stranger).get(address)
    assert answer.status_code == 404
    assert "田中" not in answer.content.decode()


@pytest.mark.parametrize("name", ["change", "end", "withdraw"])
def test_a_tie_of_care_is_not_there_for_who_may_not_know_of_care(home, cast, sign_in, name):
    """R-DIS-04."""
    with acting_as(cast.worker):
        tie = Tie.objects.get(case=home.case, kind="care")
        disclosure.record_consent(
            home.case.id, by=cast.worker, level="reception", answer="agree", confirmed_on=today()
        )
        news = [
            disclosure.New(
                disclosure.EvidenceType.TEAM, cast.participation.agency.id, "業務", "test", kinds=1
            )
        ]
        disclosure.add_evidence(home.case.id, news, on=today())
    address = f"/cases/{home.case.id}/household/ties/{tie.pk}/{name}/"
    assert sign_in(cast.worker).get(address).status_code == 200
    other = sign_in(cast.participation)
    assert other.get(address).status_code == 404
    page = text(other.get(tab(home)))
    assert "田中 誠" in page
    assert "介護・世話をしている" not in page
    assert "買い物と通院" not in page


@pytest.mark.parametrize("name", FORMS)
def test_a_closed_case_shows_the_step_with_what_is_in_its_way(home, cast, desk, name):
    """R-COOR-10."""
    with acting_as(cast.worker):
        cases.close(home.case, by=cast.worker, on=today(), closed_as=ClosedAs.INFORMATION)
    page = text(desk.get(act(home, name, None if name == "new" else home.son)))
    assert "このケースは終結しています" in page


def test_joining_by_the_form(home, cast, desk):
    """R-PEO-01."""
    answer = desk.post(
        act(home, "new"),
        {
            "relation": "長男の妻",
            "given_name": "友子",
            "standing": "apart",
            "address": "大字原田1",
            "sex": "",
        },
    )
    assert answer.headers["Location"] == tab(home)
    with acting_as(cast.worker):
        found = Person.objects.get(given_name="友子")
        assert (found.standing, found.address) == ("apart", ""), (
            "who lives elsewhere does not keep the address shown"
        )


def test_joining_needs_a_name_or_a_word_of_kin(home, desk):
    """R-PEO-01."""
    answer = desk.post(act(home, "new"), {"standing": "together"})
    assert answer.status_code == 422
    assert "氏名か続柄のどちらかを入れてください" in text(answer)


def current(home, cast, who, **changed):
    """The fields of a person's form as they stand, some of them typed over."""
    row = person(home, cast, who)
    names = (
        "family_name", "given_name", "family_kana", "given_kana", "relation", "standing", "address", "phone",
        "mobile", "email", "occupation", "note",
    )  # fmt: skip
    return {name: getattr(row, name) for name in names} | {"version": row.version} | changed


def test_a_change_without_consequences_is_saved_at_once(home, cast, desk):
    """R-PEO-01."""
    values = current(
        home, cast, home.son, since=LAST_MONTH.isoformat(), reason="work", occupation="清掃の仕事"
    )
    assert desk.post(act(home, "change", home.son), values).status_code == 302
    assert person(home, cast, home.son).occupation == "清掃の仕事"


def test_a_change_of_nothing_is_told(home, cast, desk):
    values = current(home, cast, home.son, since=today().isoformat())
    answer = desk.post(act(home, "change", home.son), values)
    assert answer.status_code == 422
    assert "変わったところがありません" in text(answer)


def test_what_changed_on_another_day_is_not_carried_back(home, cast, desk):
    """R-PEO-01: recording an old change of work leaves the address of that time alone."""
    with acting_as(cast.worker):
        actions.change(
            home.case,
            home.son,
            by=cast.worker,
            version=1,
            since=LAST_MONTH,
            values={"address": "大字吉ケ原2"},
        )
    values = current(home, cast, home.son, since=BEFORE.isoformat(), occupation="清掃の仕事")
    assert desk.post(act(home, "change", home.son), values).status_code == 302
    page = text(desk.get(tab(home, f"?day={BEFORE.isoformat()}")))
    assert "清掃の仕事" in page
    assert "大字吉ケ原2" not in re.sub(r"一人ひとりの記録の歩み.*", "", page)


def test_a_death_is_saved_only_after_what_follows_was_shown(home, cast, desk):
    """R-PEO-01."""
    values = {"died_on": LAST_MONTH.isoformat(), "version": "1"}
    shown = desk.post(act(home, "died", home.son), values)
    assert "介護・世話を、亡くなった長男 誠さんに代わってだれがするか" in text(shown)
    assert person(home, cast, home.son).died_on is None
    with acting_as(cast.worker):
        assert not Task.objects.filter(source=actions.SOURCE).exists()
        assert not Event.objects.filter(code=actions.DIED).exists()
    answer = desk.post(act(home, "died", home.son), {**values, "seen": seen(shown)})
    assert answer.status_code == 302
    assert person(home, cast, home.son).died_on == LAST_MONTH
    assert "介護・世話を、亡くなった長男 誠さん" in text(desk.get("/"))
    assert "長男 誠さんが亡くなった" in text(desk.get(f"/cases/{home.case.id}/"))


def test_another_day_after_the_showing_is_shown_anew(home, cast, desk):
    """R-PEO-01."""
    values = {"died_on": LAST_MONTH.isoformat(), "version": "1"}
    mark = seen(desk.post(act(home, "died", home.son), values))
    again = desk.post(
        act(home, "died", home.son), {"died_on": BEFORE.isoformat(), "version": "1", "seen": mark}
    )
    assert again.status_code == 200
    assert person(home, cast, home.son).died_on is None


def test_a_day_to_come_is_an_obstacle_and_nobody_is_asked_to_confirm_it(home, cast, desk):
    """R-PEO-01."""
    values = {"died_on": (today() + timedelta(days=1)).isoformat(), "version": "1"}
    answer = desk.post(act(home, "died", home.son), values)
    assert answer.status_code == 409
    assert "まだ来ていません" in text(answer)
    assert 'name="seen"' not in answer.content.decode()


def test_who_saved_first_is_shown_beside_what_was_typed(home, cast, desk):
    """R-OPS-03."""
    typed = current(home, cast, home.son, since=today().isoformat(), phone="0868-00-0001")
    with acting_as(cast.worker):
        actions.correct(home.case, home.son, by=cast.worker, version=1, values={"phone": "0868-00-0002"})
    answer = desk.post(act(home, "change", home.son), typed)
    assert answer.status_code == 409
    page = text(answer)
    assert "0868-00-0002" in page
    assert "0868-00-0001" in answer.content.decode()
    assert person(home, cast, home.son).phone == "0868-00-0002"


def test_several_move_out_together_and_each_version_counts(home, cast, desk):
    """R-PEO-01, R-OPS-03."""
    values = {
        "moved_on": LAST_MONTH.isoformat(), "to": "岡山県津山市", "standing": "left", "version": "1",
        "together": [str(home.grandchild.pk)], f"version-{home.grandchild.pk}": "1",
        f"version-{home.mother.pk}": "1",
    }  # fmt: skip
    shown = desk.post(act(home, "moved", home.son), values)
    assert "町外へ移った長男 誠さん" in text(shown)
    with acting_as(cast.worker):
        actions.correct(home.case, home.grandchild, by=cast.worker, version=1, values={"phone": "1"})
    stale = desk.post(act(home, "moved", home.son), {**values, "seen": seen(shown)})
    assert stale.status_code == 409
    assert "田中 拓也さんの記録を、ほかの職員が先に書き改めました" in text(stale)
    assert person(home, cast, home.son).standing == "together", "all or nobody"
    values[f"version-{home.grandchild.pk}"] = "2"
    assert f'name="version-{home.grandchild.pk}" value="2"' in stale.content.decode()
    saved = desk.post(act(home, "moved", home.son), {**values, "seen": seen(shown)})
    assert saved.status_code == 302
    assert {person(home, cast, one).standing for one in (home.son, home.grandchild)} == {"left"}


def test_a_mistake_of_a_past_day_is_mended_where_it_is_seen(home, cast, desk):
    """R-PEO-01."""
    with acting_as(cast.worker):
        actions.change(
            home.case,
            home.son,
            by=cast.worker,
            version=1,
            since=LAST_MONTH,
            values={"occupation": "清掃の仕事"},
        )
    address = f"{act(home, 'correct', home.son)}?day={BEFORE.isoformat()}"
    assert "無職" in desk.get(address).content.decode()
    values = current(home, cast, home.son, occupation="農業の手伝い", sex="male", birth_date="1970-06-03")
    assert desk.post(address, values).status_code == 302
    assert person(home, cast, home.son).occupation == "清掃の仕事"
    assert "農業の手伝い" in text(desk.get(tab(home, f"?day={BEFORE.isoformat()}")))


def test_a_tie_needs_exactly_one_other_end(home, desk):
    """R-PEO-01."""
    values = {"person": str(home.son.pk), "kind": "contact", "strength": "normal"}
    address = f"/cases/{home.case.id}/household/ties/new/"
    for ends in ({}, {"other": f"p:{home.mother.pk}", "other_label": "隣の家"}):
        answer = desk.post(address, {**values, **ends})
        assert answer.status_code == 422
        assert "どちらか一つ" in text(answer)
    assert desk.post(address, {**values, "other_label": "隣の家"}).status_code == 302


def test_a_tie_is_changed_ended_and_withdrawn(home, cast, desk):
    """R-PEO-01."""

    def standing():
        with acting_as(cast.worker):
            return (
                Tie.objects.filter(case=home.case, kind="care", replaced_at__isnull=True)
                .order_by("valid")
                .last()
            )

    base = f"/cases/{home.case.id}/household/ties"
    desk.post(
        f"{base}/{standing().pk}/change/",
        {"since": LAST_MONTH.isoformat(), "strength": "weak", "note": "週1回"},
    )
    assert "介護・世話をしている(弱い) 週1回" in text(desk.get(tab(home)))
    desk.post(f"{base}/{standing().pk}/end/", {"on": today().isoformat()})
    assert "終わったつながり(2件)" in text(desk.get(tab(home)))
    desk.post(f"{base}/{standing().pk}/withdraw/", {})
    assert "終わったつながり(1件)" in text(desk.get(tab(home)))


def test_what_is_typed_is_kept_as_a_draft(home, cast, desk):
    """R-OPS-03."""
    page = desk.get(act(home, "died", home.son)).content.decode()
    address = re.search(r'data-draft-url="([^"]+)"', page)[1]
    desk.post(address, {"died_on": "R8.1", "version": "1"})
    assert "R8.1" in desk.get(act(home, "died", home.son)).content.decode()
    desk.post(act(home, "died", home.son), {"drop_draft": "1"})
    with acting_as(cast.worker):
        assert not Draft.objects.exists()


def test_the_sheet_of_a_day_is_one_page_with_its_names_and_is_logged(home, cast, desk, sign_in):
    """R-PEO-04, R-DIS-08."""
    answer = desk.get(f"/sheets/{home.case.id}/household.pdf?day={BEFORE.isoformat()}")
    assert answer.headers["Content-Type"] == "application/pdf"
    pages = PdfReader(BytesIO(answer.content)).pages
    assert len(pages) == 1
    words = pages[0].extract_text()
    assert "田中 誠" in words
    assert wareki(BEFORE) in words
    with acting_as(cast.worker):
        assert any("世帯図(PDF" in reading.subject for reading in readings_of(home.case.id))
    assert "世帯図を PDF で開く" in text(desk.get(f"/cases/{home.case.id}/documents/"))
    assert sign_in(cast.stranger).get(f"/sheets/{home.case.id}/household.pdf").status_code == 404


def test_a_household_without_people_has_no_sheet(cast, sign_in):
    """R-PEO-04."""
    with acting_as(cast.worker):
        case = cases.open_case(by=cast.worker, on=today())
    assert sign_in(cast.worker).get(f"/sheets/{case.id}/household.pdf").status_code == 404
