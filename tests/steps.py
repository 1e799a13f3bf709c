"""The path of one household, step by step, as the workers take it on the screens (issue Part 1, R-INT to R-COOR).

Each step is one function: who sits at the desk, what they write, and what the case page says afterwards.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, expect

from tests.desk import Desk

SURNAME = "鷺坂"
KANA = "さぎさか"
SON, MOTHER = "修一", "ヨシエ"
FACT = "水琴堂の帳場"
"""A surname and a fact that appear nowhere else in the demo: whoever reads them has read this case."""

CENTRE = "重層支援センター"
CARE = "美咲町地域包括支援センター"
WELFARE = "社会福祉法人美咲町社会福祉協議会"
DISABILITY = "津山地域障害者基幹相談支援センター"
YOUNG = "美咲町子育て世代包括支援センター"
TOWN = "福祉しあわせ課"
MEMBERS = ("岡部 和弘", "井原 真由美", "橋田 恵", "相沢 亮", "永井 千春")
"""One each of five agencies; the convener's centre is the sixth."""


def day(offset: int = 0) -> str:
    """A day in Japan from today, as one types it."""
    return (datetime.now(ZoneInfo("Asia/Tokyo")).date() + timedelta(days=offset)).isoformat()


@dataclass
class Course:
    """What the steps know of the case on its way."""

    case: str = ""
    number: str = ""
    referral: str = ""
    hand_back: str = ""
    plan: str = ""
    meetings: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)

    @property
    def page(self) -> str:
        return f"/cases/{self.case}/"

    @property
    def coordination(self) -> str:
        return f"/coordination/cases/{self.case}"

    @property
    def pages(self) -> list[str]:
        """Every address of the case's course."""
        tabs = ("course", "plan", "household", "meetings", "documents", "sharing")
        forms = (
            "application",
            "assessment",
            "assessment/summary",
            "plans/new",
            "connectedness",
            "evaluation",
        )
        plan = [f"/coordination/plans/{self.plan}/{end}" for end in ("", "edit/", "decision/", "monitoring/")]
        return [
            self.page,
            *(f"{self.page}{tab}/" for tab in tabs),
            f"{self.page}records/new/",
            *(
                f"/intake/{self.case}/{end}"
                for end in ("", "edit/", "triage/", "consent/", "refer/", "hand-back/")
            ),
            *(f"/intake/referrals/{one}/" for one in (self.referral, self.hand_back)),
            f"/intake/referrals/{self.referral}/answer/",
            f"/intake/referrals/{self.referral}/follow-up/",
            *(f"{self.coordination}/{form}/" for form in forms),
            *plan,
            f"/conferences/cases/{self.case}/add/",
            f"/conferences/cases/{self.case}/add/support-conference/",
            *(f"/conferences/{one}/{end}" for one in self.meetings for end in ("", "notice/", "minutes/")),
            *(f"/conferences/items/{one}/" for one in self.items),
        ]

    @property
    def papers(self) -> list[str]:
        return [f"/sheets/{self.case}/{code}.pdf" for code in ("2-1-1", "2-2", "2-4")]


def last_id(path: str) -> str:
    return re.findall(r"[0-9a-f]{8}-[0-9a-f-]{27}", path)[-1]


def stands_at(worker: Desk, course: Course, stage: str, next_step: str = "") -> None:
    """The case page marks this stage as the present one and names this next step."""
    assert worker.open(course.page) == 200
    expect(worker.page.locator(".path__step[aria-current=step]")).to_contain_text(stage)
    expect(worker.page.locator("h1")).to_contain_text(SURNAME)
    if next_step:
        expect(worker.page.locator(".next__title")).to_contain_text(next_step)


# ① 受付


def write_reception(worker: Desk) -> Course:
    """受付シート 2-1-1: an 82 year old mother tells of her son of 54, who is 本人 (8050). No word on sharing yet."""
    worker.open_blank("/intake/new/")
    worker.open("/")
    worker.follow("新しい受付")
    worker.tick("consulter_is", "family")
    worker.write(
        overview=f"母が{FACT}をやめてから、家の収入は年金だけ。息子は20年ほど外に出ていない。母の足が弱ってきた。",
        family_name=SURNAME,
        given_name=SON,
        family_kana=KANA,
        given_kana="しゅういち",
        stated_age="54",
        address="美咲町原田1000",
        household_note="母の年金で二人が暮らす。家のことは母がしている。",
        consulter_tie="母",
        consulter_name=f"{SURNAME} {MOTHER}",
        consulter_contact="0868-00-0000",
    )
    worker.tick("topics", "withdrawal", "income", "care", "family")
    worker.page.locator('select[name="main_topic"]').select_option("withdrawal")
    worker.tick("sex", "male")
    worker.tick("channel", "visit")
    worker.unfold("household")
    worker.write(
        **{
            "members-0-family_name": SURNAME,
            "members-0-given_name": MOTHER,
            "members-0-relation": "母",
            "members-0-stated_age": "82",
        }
    )
    worker.tick("consent_answer", "unclear")
    worker.press("受付シートを保存する")
    expect(worker.page.locator("h1")).to_have_text("これからどうしますか")
    course = Course(case=last_id(worker.path))
    stands_at(worker, course, "受付", "これからの対応を決める")
    worker.reads("82歳", "54歳")
    found = re.search(r"R\d+-\d{4}", worker.page.locator("h1 + .muted, .head__title").first.inner_text())
    assert found
    course.number = found.group()
    return course


def triage_needs_consent(worker: Desk, course: Course) -> None:
    """多機関協働へつなぐ is refused while the person has not agreed (R-INT-07)."""
    worker.open(f"/intake/{course.case}/triage/")
    worker.tick("assistance", "no")
    worker.write(reason="課題が重なり、一つの機関では解けない。")
    worker.press("多機関協働につなぐ")
    worker.is_blocked("本人の同意がまだありません")


def ask_for_consent(worker: Desk, course: Course) -> None:
    """同意する, to the agencies that are needed, without 税 (R-INT-01, R-DIS-01)."""
    worker.open(f"/intake/{course.case}/triage/")
    worker.open(f"/intake/{course.case}/consent/")
    worker.tick("consent_answer", "agree")
    worker.tick("consent_method", "paper")
    worker.unfold("scope")
    worker.tick("consent_scope", "all")
    worker.write(consent_note="母さんのことも一緒に考えてほしい。")
    worker.press("答えを残す")
    worker.open(f"{course.page}sharing/")
    worker.reads("同意する", "支援に必要な関係機関")


def triage(worker: Desk, course: Course) -> None:
    """The way is 多機関協働; its reason is kept and leads to the つなぐシート (R-INT-03)."""
    worker.open(f"/intake/{course.case}/triage/")
    worker.tick("assistance", "no")
    worker.write(reason="介護・ひきこもり・家計が重なり、一つの機関では解けない。")
    worker.press("多機関協働につなぐ")
    expect(worker.page.locator("h1")).to_have_text("つなぐシートを書く")


def refer(worker: Desk, course: Course) -> None:
    """つなぐシート 2-1-2 to 重層支援センター (R-INT-04)."""
    worker.open(f"/intake/{course.case}/refer/?to=coordination")
    expect(worker.page.locator('select[name="receiver"] option:checked')).to_contain_text(CENTRE)
    worker.write(
        explained_what="重層支援センターに、暮らしと介護のことを伝えて、いっしょに考えてもらいます。",
        wish="知らない人が急に来るのはいやだが、話は聞いてみたい。",
    )
    worker.tick("accompaniment", "goes_along")
    worker.press("つなぎを送る")
    course.referral = last_id(worker.path)
    worker.reads("返事待ち", CENTRE)
    stands_at(worker, course, "受付", "返事を待っています")


def accept(worker: Desk, course: Course) -> None:
    """重層支援センター finds the つなぎ on 今日やること, reads it, takes it; it is now responsible."""
    worker.open("/")
    worker.reads(SURNAME)
    worker.open("/intake/inbox/")
    worker.reads(SURNAME)
    worker.open(f"/intake/referrals/{course.referral}/")
    worker.follow("受ける")
    worker.tick("answer", "accepted")
    worker.write(note="来週、井原さんといっしょにうかがいます。")
    worker.press("返事を送る")
    worker.reads("受けた")
    stands_at(worker, course, "受付", "多機関協働の利用を申し込む")
    worker.reads(f"主担当 {CENTRE}")


# ⑤ 申込・アセスメント・プラン


def too_early_for_plan_and_meeting(worker: Desk, course: Course) -> None:
    """Before the application there is no plan and no 重層的支援会議 (R-COOR-01, R-CONF-03)."""
    worker.open(f"{course.coordination}/plans/new/")
    worker.is_blocked("利用の申込(申込票 2-2)がまだありません")
    worker.open(f"{course.coordination}/assessment/")
    worker.is_blocked("申込")
    worker.open(f"/conferences/cases/{course.case}/add/")
    worker.page.locator('input[name="meeting"]').first.check(force=True)
    worker.tick("timing", "plan")
    worker.press("議題に入れる")
    worker.is_blocked("まだ重層的支援会議にかけられません。本人の同意(申込票 2-2)がありません")
    worker.open(f"{course.coordination}/evaluation/")
    worker.is_blocked("評価する確定したプランがありません")


def apply(worker: Desk, course: Course) -> None:
    """申込票 2-2, prefilled from the desk; without the person's signature it does not count (R-COOR-01)."""
    worker.open(f"{course.coordination}/application/")
    expect(worker.page.locator('[name="family_name"]')).to_have_value(SURNAME)
    worker.press("申込票を保存する")
    worker.is_blocked("規程")
    worker.page.locator('[name="rules_explained"]').check()
    worker.write(explained_by="神谷 直子", signed_name=f"{SURNAME} {SON}")
    worker.page.locator('[name="applies"]').check()
    worker.page.locator('[name="agrees_to_sharing"]').check()
    worker.tick("signature", "self")
    worker.press("申込票を保存する")
    stands_at(worker, course, "申込", "アセスメントを始める")


def assess(worker: Desk, course: Course) -> None:
    """アセスメントシート 2-3 section by section, then the summary with the screening (R-COOR-03)."""
    sheet = f"{course.coordination}/assessment"
    worker.open(f"{sheet}/family/")
    worker.write(together="母と二人", family_state="母が家事をすべて担う。二人の会話は少ない。")
    worker.tick("sources", "referrer", "family")
    worker.press("この項目を保存する")
    stands_at(worker, course, "アセスメント", "アセスメントを続ける")
    worker.open(f"{sheet}/health/")
    worker.write(state_note="夜眠れない。母は膝が痛む。")
    worker.tick("sources", "person")
    worker.press("この項目を保存する")
    worker.open(f"{sheet}/economy/")
    worker.write(household_money="母の年金だけ。冬は灯油を買い控える。")
    worker.press("この項目を保存する")
    worker.open(f"{sheet}/issues/")
    for issue in ("isolation", "household_money"):
        worker.page.locator(f'main input[type=checkbox][value="{issue}"]').first.check()
    worker.page.locator('main input[type=checkbox][value="care"]').last.check()
    worker.press("この項目を保存する")
    worker.open(f"{sheet}/strengths/")
    worker.write(strengths="そろばんと帳面つけが得意。猫の世話を欠かさない。")
    worker.press("この項目を保存する")
    worker.open(f"{sheet}/wishes/")
    worker.write(wishes="昼間に行ける、静かな場所がほしい。")
    worker.press("この項目を保存する")
    worker.open(f"{course.coordination}/plans/new/")
    worker.is_blocked("アセスメントの「課題のまとめと背景、支援の方向性」がまだありません")
    worker.open(f"{sheet}/summary/")
    worker.write(summary="息子の孤立と母の介護、家計が絡み合う。母の介護の入口から息子の居場所を探す。")
    worker.tick("screening", "plan")
    worker.press("この項目を保存する")
    stands_at(worker, course, "アセスメント", "プランをつくる")
    worker.open(f"{course.page}household/")
    worker.reads("社会的孤立", "介護")


def rate(worker: Desk, course: Course, occasion: str, score: int) -> None:
    """つながり評価 2-7 with the person: five scores (R-COOR-08)."""
    worker.open(f"{course.coordination}/connectedness/")
    worker.tick("occasion", occasion)
    for name in ("motivation", "self_esteem", "relations", "participation", "asking"):
        worker.tick(name, str(score))
    worker.press("つながり評価を記録する")
    worker.reads("合計", str(5 * score))


def make_plan(worker: Desk, course: Course) -> None:
    """プラン 2-4 with ② and ④: saved half-written, refused for the conference, completed, submitted (R-COOR-04)."""
    worker.open(f"{course.coordination}/plans/new/")
    expect(worker.page.locator('[name="wish"]')).to_have_value("昼間に行ける、静かな場所がほしい。")
    worker.write(long_goal="家のほかに、安心して過ごせる場所を持つ")
    worker.write(**{"goals-0-text": "週に一度、家の外に出る", "goals-0-by_when": "3か月後"})
    worker.press("プランを保存する")
    course.plan = last_id(worker.path)
    stands_at(worker, course, "プラン", "会議に出す")
    worker.open(f"/coordination/plans/{course.plan}/")
    worker.is_blocked("主担当機関を選んでください", "支援内容を一つ以上", "本人の同意日と署名")
    worker.open(f"/coordination/plans/{course.plan}/edit/")
    worker.pick("lead_agency", WELFARE)
    lines = (
        ("participation", "居場所で帳面つけの手伝いをする", WELFARE, "橋田 恵"),
        ("outreach", "玄関先での短い訪問を続ける", CENTRE, "神谷 直子"),
        ("other", "母の要介護認定の申請を助ける", CARE, "井原 真由美"),
    )
    for place, (service, support, agency, staff) in enumerate(lines):
        if not worker.page.locator(f'[name="items-{place}-support"]').count():
            worker.page.get_by_role("button", name="支援内容を追加する").click()
        worker.tick(f"items-{place}-service", service)
        worker.write(**{f"items-{place}-support": support, f"items-{place}-staff": staff})
        worker.pick(f"items-{place}-agency", agency)
    for use, reason in (("participation", "得意を生かせる場から始める"), ("outreach", "訪ねて関係をつくる")):
        worker.page.locator(f'[name="uses_{use}"]').check()
        worker.write(**{f"{use}_reason": reason})
    worker.write(
        starts_on=day(),
        ends_on=day(180),
        next_monitoring_on=day(60),
        person_agreed_on=day(),
        signed_name=f"{SURNAME} {SON}",
    )
    worker.tick("signature", "self")
    worker.press("プランを保存する")
    worker.press("会議に出す")
    worker.reads("会議待ち")
    stands_at(worker, course, "プラン", "会議にかける")


# 重層的支援会議


def convene(worker: Desk, course: Course) -> str:
    """みんなで支え愛会議 today, with one member each of five agencies (R-CONF-02, R-CONF-06)."""
    worker.open("/conferences/")
    worker.follow("会議をひらく")
    worker.page.locator(".choice", has_text="みんなで支え愛会議").click()
    worker.write(starts_at_day=day(), starts_at_time="13:30", place="役場 2階会議室")
    for chip in worker.page.locator('label:has(input[name="members"])').all():
        wanted = any(name in chip.inner_text() for name in MEMBERS)
        if chip.locator("input").is_checked() != wanted:
            chip.click()
    expect(worker.page.locator('input[name="members"]:checked')).to_have_count(len(MEMBERS))
    worker.press("会議をひらく")
    meeting = last_id(worker.path)
    course.meetings.append(meeting)
    worker.reads(*MEMBERS, TOWN, CARE, WELFARE, DISABILITY, YOUNG)
    return meeting


def members_see_nothing_yet(member: Desk, course: Course) -> None:
    """To be called to a meeting opens no case that is not on its agenda (R-DIS-01)."""
    assert member.open(course.page) == 404


def put_on_agenda(worker: Desk, course: Course, meeting: str, timing: str) -> str:
    """議題に入れる: the members may now see the case (R-CONF-04)."""
    worker.open(f"/conferences/cases/{course.case}/add/")
    worker.tick("meeting", meeting)
    worker.tick("timing", timing)
    worker.write(purpose="この世帯への支援について、各機関の見立てを出し合いたい。")
    worker.press("議題に入れる")
    row = worker.page.locator("#agenda tbody tr").filter(has_text=course.number)
    expect(row).to_be_visible()
    item = last_id(row.get_by_role("link").first.get_attribute("href") or "")
    course.items.append(item)
    return item


def closing_is_too_early(worker: Desk, course: Course, meeting: str) -> None:
    """終結 is not put to the conference without the evaluation 2-6 and the last 2-7 (R-COOR-08)."""
    worker.open(f"/conferences/cases/{course.case}/add/")
    worker.tick("meeting", meeting)
    worker.tick("timing", "closure")
    worker.press("議題に入れる")
    worker.is_blocked("評価シート(2-6)")


def acknowledge(member: Desk, meeting: str, item: str, *, works_on_it: bool) -> None:
    """A member confirms the duty of secrecy before the material opens, then reads it (R-DIS-02)."""
    member.open("/conferences/")
    member.reads("みんなで支え愛会議")
    assert member.open(f"/conferences/items/{item}/") == (200 if works_on_it else 404)
    member.open(f"/conferences/{meeting}/")
    member.follow("守秘義務を確かめる")
    expect(member.page.locator("h1")).to_have_text("守秘義務の確認")
    expect(member.page.locator("main")).not_to_contain_text(SURNAME)
    member.press("確かめて、資料をひらく")
    member.reads("印を付けてください")
    expect(member.page.locator("main")).not_to_contain_text(SURNAME)
    member.page.locator('[name="agreed"]').check()
    member.press("確かめて、資料をひらく")
    member.open(f"/conferences/items/{item}/")
    expect(member.page.locator("h1")).to_contain_text(SURNAME)


def answer_invitation(member: Desk, meeting: str) -> None:
    member.open(f"/conferences/{meeting}/")
    member.tick("reply", "attends")
    member.press("返事をする")
    member.reads("出席")


def hold(worker: Desk, meeting: str) -> None:
    """会議をはじめる and mark who is there."""
    worker.open(f"/conferences/{meeting}/")
    worker.press("会議をはじめる")
    worker.press("出席を記録する")
    worker.reads("出席を記録しました")


def minute_lines(worker: Desk, field: str = "text") -> Locator:
    """The lines of one part of the minutes; the last is empty."""
    return worker.page.locator(f'.live__lines[data-field="{field}"]').first.locator("textarea")


def type_line(worker: Desk, words: str, field: str = "text") -> None:
    """Writes one line of the minutes and goes on in the next (R-CONF-06)."""
    box = minute_lines(worker, field).last
    box.fill(words)
    box.press("Enter")


def lines_are_saved(worker: Desk) -> None:
    """No button keeps the minutes: the page says when the server has every line."""
    expect(worker.page.locator("[data-live-status]")).to_have_attribute("data-state", "saved")
    expect(worker.page.locator(".live__line--unsent")).to_have_count(0)


def write_talk(worker: Desk, item: str, words: str, decision: str) -> None:
    """話し合いの記録, line by line, and that it stands when the page is opened anew (R-CONF-06)."""
    worker.open(f"/conferences/items/{item}/")
    type_line(worker, words)
    type_line(worker, decision, "decision")
    lines_are_saved(worker)
    worker.open(f"/conferences/items/{item}/")
    expect(minute_lines(worker).first).to_have_value(words)
    expect(minute_lines(worker, "decision").first).to_have_value(decision)


def judge(worker: Desk, item: str, judgement: str, **afterwards: str) -> None:
    """会議の判断 (R-CONF-02 A, B)."""
    worker.open(f"/conferences/items/{item}/")
    worker.tick("judgement", judgement)
    worker.write(opinion="各機関とも異論なし。")
    worker.write(**afterwards)
    worker.press("判断を記録する")


def assign(worker: Desk, item: str, agency: str, what: str) -> None:
    """役割分担: who does what until when (R-CONF-06)."""
    worker.open(f"/conferences/items/{item}/")
    worker.pick("agency", agency)
    worker.write(what=what, due_on=day(7))
    worker.press("役割分担に加える")
    worker.reads(what)


def finish(worker: Desk, meeting: str) -> None:
    worker.open(f"/conferences/{meeting}/finish/")
    worker.press("会議を終える")
    worker.reads("会議録")


def decision_is_too_early(worker: Desk, course: Course) -> None:
    """No 支援決定 before the conference found the plan appropriate (R-COOR-06)."""
    worker.open(f"/coordination/plans/{course.plan}/decision/")
    worker.is_blocked("重層的支援会議でまだ「適切」と判断されていません")


def draft(worker: Desk, course: Course) -> None:
    """起案 by the town's division, prefilled from the plan (R-COOR-06)."""
    worker.open(f"/coordination/plans/{course.plan}/decision/")
    worker.write(number="福起第88号")
    worker.press("起案する")
    worker.reads("起案と決裁", "決裁: まだ")


def decide(worker: Desk, course: Course) -> None:
    """支援決定 by the town; the plan is final (R-COOR-06)."""
    stands_at(worker, course, "プラン", "支援決定をする")
    worker.open(f"/coordination/plans/{course.plan}/decision/")
    worker.write(number="福第88号", note="②・④の利用を決定する。")
    worker.press("支援決定する")
    worker.reads("確定", "福第88号")
    stands_at(worker, course, "支援")


# 支援から終結まで


def record(worker: Desk, course: Course, words: str) -> None:
    """支援経過記録 of the worker's agency."""
    worker.open(course.page)
    worker.follow("支援経過を書く")
    worker.tick("method", "visit")
    worker.write(counterpart="本人", content=words)
    worker.press("記録する")
    worker.open(course.page)
    worker.reads(words)


def monitor(worker: Desk, course: Course) -> None:
    """モニタリング: every line of the plan is looked at (R-COOR-07)."""
    worker.open(f"/coordination/plans/{course.plan}/monitoring/")
    names = {box.get_attribute("name") or "" for box in worker.page.locator('input[name^="progress_"]').all()}
    assert len(names) == 3
    for name in sorted(names)[1:]:
        worker.tick(name, "as_planned")
    worker.write(person_view="帳面をつけるのは楽しい。", next_on=day(60))
    worker.press("モニタリングを記録する")
    worker.is_blocked("進みぐあいが選ばれていない支援内容が 1 件")
    worker.tick(sorted(names)[0], "done")
    worker.press("モニタリングを記録する")
    worker.reads("帳面をつけるのは楽しい")


def evaluate(worker: Desk, course: Course) -> None:
    """評価シート 2-6 goal by goal; the conclusion is 終結, with who stays and who asks after them (R-COOR-08)."""
    worker.open(f"{course.coordination}/evaluation/")
    goal = worker.page.locator('input[name^="achievement_"]').first.get_attribute("name") or ""
    worker.tick(goal, "achieved")
    worker.tick("changes", "isolation", "participation")
    worker.write(remaining_issues="母の介護は続く。", person_wish="いまの場所に通い続けたい。")
    worker.tick("conclusion", "close")
    worker.pick("lead_agency_after", WELFARE)
    worker.pick("follow_up_agency", WELFARE)
    worker.write(
        follow_up_on=day(7), follow_up_staff="橋田 恵", follow_up_how="月に一度、居場所で声をかける。"
    )
    worker.press("評価シートを保存する")
    stands_at(worker, course, "支援", "会議")


def closed(worker: Desk, course: Course) -> None:
    """The case page says 終結 and asks for つなぎもどし (R-COOR-11)."""
    worker.open(course.page)
    worker.reads("終結")
    expect(worker.page.locator(".next__title")).to_contain_text("つなぎもどし")


def hand_back(worker: Desk, course: Course) -> None:
    """つなぎもどし to the lead agency (R-COOR-11)."""
    worker.open(course.page)
    worker.follow("進む")
    worker.page.locator('select[name="receiver"]').select_option(label=WELFARE)
    worker.write(
        reason="居場所に通えるようになり、家計の見通しも立った。声かけをお願いしたい。",
        explained_what="これからは社会福祉協議会の橋田さんが相談の窓口になります。",
        follow_up_on=day(7),
    )
    worker.tick("accompaniment", "goes_along")
    worker.press("つなぎもどしを送る")
    course.hand_back = last_id(worker.path)
    worker.reads("返事待ち")


def take_back_over(worker: Desk, course: Course) -> None:
    """The lead agency accepts: it is responsible from now on, the case stays closed."""
    worker.open("/")
    worker.reads(SURNAME)
    worker.open(f"/intake/referrals/{course.hand_back}/")
    worker.follow("受ける")
    worker.tick("answer", "accepted")
    worker.press("返事を送る")
    worker.reads("受けた")
    worker.open(course.page)
    worker.reads("終結", f"主担当 {WELFARE}")
