"""北栄町包括的支援会議 in Chromium: one item per function, two minute-takers at once, a line cut in between (R-CONF-05, 06)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, expect

from tests import steps
from tests.conftest import OpenDesk
from tests.desk import PHONE, Desk
from tests.plans import write_plan
from tests.site import Site, free_port
from tests.steps import Course, day, last_id, lines_are_saved, minute_lines, type_line

pytestmark = pytest.mark.browser

BODY = "北栄町包括的支援会議"
CENTRE = "福祉課 相談支援包括化推進員"
WELFARE = "社会福祉法人北栄町社会福祉協議会"
DISABILITY = "北栄町障がい者地域生活支援センター"
MEMBERS = ("橋田 恵", "岡部 和弘", "相沢 亮")
"""社協 (②④), the division, and the desk for disabled people (①)."""
HELPED = (("participation", "居場所で帳面つけを手伝う", WELFARE), ("other", "通院に付きそう", DISABILITY))
ARREARS = "固定資産税を二年分滞納している"
"""Tax information: no conference without consent may hear of it (R-DIS-03)."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """北栄町 as its profile has it: one body with both functions."""
    room = tmp_path_factory.mktemp("hokuei")
    running = Site(room / "var", free_port(), households=12, settings={"KASANE_PROFILE": "hokuei"})
    running.start()
    yield running
    running.stop()


@pytest.fixture
def desk(chromium: Browser, site: Site) -> Iterator[OpenDesk]:
    """As the `desk` of the other scenarios, in this town."""
    desks: list[Desk] = []

    def sit_down(login: str, **options: object) -> Desk:
        desks.append(Desk(chromium, site.url, login, **options))  # type: ignore[arg-type]
        return desks[-1]

    yield sit_down
    for one in desks:
        one.close()
    faults = [fault for one in desks for fault in one.faults]
    assert not faults, "\n".join(faults)


@dataclass
class Sitting:
    """The meeting with its two items: a household without consent, and a plan that waits for its word."""

    meeting: str
    unknown: Course
    planned: Course
    watched: str
    """The item under 支援会議."""
    judged: str
    """The item under 重層的支援会議."""


@pytest.fixture(scope="module")
def sitting(chromium: Browser, site: Site) -> Sitting:
    """Called, with both items and the minute-takers, and begun: once for all scenarios of this town."""
    host, *others = (Desk(chromium, site.url, login) for login in ("juso1", "shakyo1", "fukushi1", "kikan1"))
    unknown, planned = without_consent(host), with_plan(host)
    meeting = convene(host, unknown)
    watched, judged = support_item(host, unknown, meeting), plan_item(host, planned, meeting)
    for one in (host, *others):
        confirm_secrecy(one, meeting)
    host.open(f"/conferences/{meeting}/")
    host.page.get_by_role("button", name="橋田 恵さんを記録者にする").click()
    host.reads("記録者")
    steps.hold(host, meeting)
    for one in (host, *others):
        one.close()
    assert not [fault for one in (host, *others) for fault in one.faults]
    return Sitting(meeting, unknown, planned, watched, judged)


def without_consent(host: Desk) -> Course:
    """A household that has not been asked yet, with a record of its taxes."""
    course = steps.write_reception(host)
    host.open_blank(f"/cases/{course.case}/records/new/")
    host.tick("method", "phone")
    host.write(content=ARREARS)
    host.unfold("more")
    host.tick("kinds", "32")
    host.press("記録する")
    return course


def with_plan(host: Desk) -> Course:
    """A household whose person applied and lets all be told, with a plan that waits for the conference."""
    course = steps.write_reception(host)
    steps.ask_for_consent(host, course)
    steps.apply(host, course)
    steps.assess(host, course)
    write_plan(host, course, helped=HELPED, lead=WELFARE)
    host.reads("会議待ち")
    return course


def only_members(host: Desk, *names: str) -> None:
    for chip in host.page.locator('label:has(input[name="members"])').all():
        wanted = any(name in chip.inner_text() for name in names)
        if chip.locator("input").is_checked() != wanted:
            chip.click()


def convene(host: Desk, course: Course) -> str:
    """The body is called for the household without consent."""
    host.open(f"/conferences/new/?case={course.case}")
    host.page.locator(".choice", has_text=BODY).click()
    host.write(starts_at_day=day(), starts_at_time="13:30", place="役場 第2会議室")
    only_members(host, *MEMBERS)
    host.press("会議をひらく")
    host.open(f"/conferences/cases/{course.case}/add/support-conference/")
    chosen = host.page.locator('label:has(input[name="meeting"])', has_text=BODY).first
    return chosen.locator("input").get_attribute("value") or ""


def support_item(host: Desk, course: Course, meeting: str) -> str:
    """A plan of a household without consent is refused; the household itself may be talked of under 支援会議."""
    host.open(f"/conferences/cases/{course.case}/add/")
    host.tick("meeting", meeting)
    host.tick("timing", "plan")
    host.press("議題に入れる")
    host.is_blocked("まだ重層的支援会議にかけられません。本人の同意(申込票 2-2)がありません")
    host.open_blank(f"/conferences/cases/{course.case}/add/support-conference/")
    host.tick("meeting", meeting)
    host.write(title="世帯の見守り")
    host.press("議題に入れる")
    return item_of(host, course)


def plan_item(host: Desk, course: Course, meeting: str) -> str:
    """支援会議 offers no judgement of a plan; 重層的支援会議, the other function of the body, does."""
    host.open(f"/conferences/cases/{course.case}/add/support-conference/")
    expect(host.page.locator('input[name="timing"][value="plan"]')).to_have_count(0)
    return steps.put_on_agenda(host, course, meeting, "plan")


def item_of(host: Desk, course: Course) -> str:
    row = host.page.locator("#agenda tbody tr").filter(has_text=course.number)
    return last_id(row.get_by_role("link").first.get_attribute("href") or "")


def confirm_secrecy(one: Desk, meeting: str) -> None:
    one.open(f"/conferences/{meeting}/confidentiality/")
    one.page.locator('[name="agreed"]').check()
    one.press("確かめて、資料をひらく")


def open_item(one: Desk, item: str) -> None:
    one.open(f"/conferences/items/{item}/")
    expect(one.page.locator(".live__lines").first).to_be_visible()


def stands(one: Desk, *words: str, field: str = "text") -> None:
    """Each of these lines has come to this screen."""
    for word in words:
        one.page.wait_for_function(
            "([field, word]) => [...document.querySelectorAll(`[data-field='${field}'] textarea`)]"
            ".some((box) => box.value === word)",
            arg=[field, word],
        )


def test_each_item_keeps_the_rules_of_its_function(desk, sitting):
    """R-CONF-03, R-CONF-04, R-CONF-05: a plan is judged under 重層的支援会議 alone, and no tax comes to 支援会議."""
    host, member = desk("juso1"), desk("shakyo1")
    host.open(f"/conferences/{sitting.meeting}/")
    rows = host.page.locator("#agenda tbody tr")
    expect(rows.filter(has_text=sitting.unknown.number)).to_contain_text("支援会議")
    expect(rows.filter(has_text=sitting.planned.number)).to_contain_text("重層的支援会議")

    host.open(f"{sitting.unknown.page}course/")
    host.reads(ARREARS)
    open_item(host, sitting.watched)
    expect(host.page.locator('input[name="judgement"][value="appropriate"]')).to_have_count(0)
    open_item(host, sitting.judged)
    expect(host.page.locator('input[name="judgement"][value="appropriate"]')).to_have_count(1)
    for wall in (sitting.watched, sitting.judged):
        host.open(f"/conferences/items/{wall}/wall/")
        expect(host.page.locator("body")).to_contain_text(f"{steps.SURNAME} {steps.SON}")
        expect(host.page.locator("body")).not_to_contain_text("滞納")

    open_item(member, sitting.watched)
    member.reads(steps.SURNAME, "支援会議")
    for path in (member.path, sitting.unknown.page, f"{sitting.unknown.page}course/"):
        assert member.open(path) == 200
        expect(member.page.locator("body")).not_to_contain_text("滞納")


def test_two_write_the_minutes_of_both_functions_at_once_and_no_word_is_lost(desk, site, sitting):
    """R-CONF-06: at once, across a dropped connection, and across a server that was killed."""
    host, taker = desk("juso1"), desk("shakyo1")
    for one in (host, taker):
        open_item(one, sitting.watched)

    for number in range(3):
        type_line(host, f"灯油が切れている{number}")
        type_line(taker, f"長女が買いに行く{number}")
    said = [f"{words}{n}" for n in range(3) for words in ("灯油が切れている", "長女が買いに行く")]
    stands(host, *said)
    stands(taker, *said)

    taker.context.set_offline(True)
    type_line(taker, "つながらない間に書いた行")
    minute_lines(taker).first.fill("灯油が切れている、と本人から電話")
    expect(taker.page.locator("[data-live-status]")).to_contain_text("つながっていません")
    minute_lines(host).first.fill("灯油が切れている、と民生委員から")
    type_line(host, "その間に書いた行")
    lines_are_saved(host)
    taker.context.set_offline(False)
    both = (
        "灯油が切れている、と本人から電話", "灯油が切れている、と民生委員から", "つながらない間に書いた行", "その間に書いた行",
    )  # fmt: skip
    stands(taker, *both)
    stands(host, *both)
    expect(host.page.locator(".live__line--beside")).to_have_count(1)

    site.kill()
    type_line(host, "止まっている間に書いた行", "decision")
    expect(host.page.locator("[data-live-status]")).to_contain_text("つながっていません")
    site.start()
    lines_are_saved(host)
    stands(taker, "止まっている間に書いた行", field="decision")
    for one in (host, taker):  # a server that is not there is no fault of a page
        one.faults.clear()

    for one in (host, taker):
        open_item(one, sitting.judged)
    type_line(host, "次の月に見直す")
    type_line(taker, "通院は相沢さんが付きそう")
    for one in (host, taker):
        lines_are_saved(one)
        stands(one, "次の月に見直す", "通院は相沢さんが付きそう")

    host.open(f"/conferences/{sitting.meeting}/minutes/")
    host.reads(*both, *said[1:], "止まっている間に書いた行", "次の月に見直す", "〔別の記録〕")
    stranger = desk("egao1", viewport=PHONE)
    assert stranger.open(f"/conferences/items/{sitting.watched}/live/") == 404


def test_a_decision_becomes_a_task_with_owner_and_day_and_is_followed_to_its_result(desk, sitting):
    """R-CONF-06: the worker of 社協 finds it on 今日, and the body reads what became of it."""
    host, owner = desk("juso1"), desk("shakyo1")
    open_item(host, sitting.judged)
    host.pick("agency", WELFARE)
    host.pick("user", f"橋田 恵({WELFARE})")
    host.write(what="居場所の見学の日を決める", due_on=day(7))
    host.press("役割分担に加える")
    host.reads("居場所の見学の日を決める")
    owner.open("/")
    owner.reads("居場所の見学の日を決める")
    open_item(owner, sitting.judged)
    owner.follow("居場所の見学の日を決める")
    owner.reads(WELFARE)
    owner.tick("state", "done")
    owner.write(result="来週の水曜に、いっしょに見に行く。")
    owner.press("結果を書く")
    host.open(f"/conferences/{sitting.meeting}/")
    host.follow("この会議体の決定事項")
    host.follow("結果の出たもの")
    host.reads("居場所の見学の日を決める", "来週の水曜に、いっしょに見に行く。")


def test_what_the_town_lacks_is_kept_without_anybody_being_known_by_it(desk, sitting):
    """R-CONF-07: the worker of 社協, who takes the minutes, writes it; every office reads it."""
    taker = desk("shakyo1")
    taker.open(f"/conferences/{sitting.meeting}/")
    taker.follow("足りない社会資源を書く")
    taker.tick("topic", "care")
    taker.write(words="鷺坂さんの母が夜間に通院する手段")
    taker.press("残す")
    taker.is_blocked("らしい言葉があります")
    taker.write(words="夜間に通院する手段")
    taker.press("残す")
    reader = desk("kosodate1")
    reader.open("/conferences/shortages/")
    reader.reads("夜間に通院する手段", BODY)


def test_the_plan_goes_on_to_the_decision_and_the_minutes_are_closed(desk, sitting):
    """R-CONF-02, R-COOR-06: found appropriate, it waits for 支援決定; who was there is asked to check the minutes."""
    host, member = desk("juso1"), desk("shakyo1")
    steps.judge(host, sitting.judged, "appropriate")
    host.open(f"/coordination/plans/{sitting.planned.plan}/")
    host.reads("支援決定")
    steps.finish(host, sitting.meeting)
    host.reads("適切", "世帯の見守り")
    host.press("出席した構成員に確認を頼む")
    member.open("/")
    member.reads("会議録の確認を頼まれています。")
