"""What people do at their desks all day, as `bench load` does it: one act, a pause to think, the next act.

Each story is a generator: it yields where a person thinks. What it saves carries a word that stands nowhere else.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import quote
from zoneinfo import ZoneInfo

from bench._browser import Browser, Form

_UUID = r"[0-9a-f]{8}-[0-9a-f-]{27}"
_CASE = re.compile(rf'href="/cases/({_UUID})/"')
_REFERRAL = re.compile(rf'href="/intake/referrals/({_UUID})/"')
_ALARM = re.compile(rf'href="/cases/alarms/({_UUID})/"')
_RECEIVER = re.compile(rf'<option value="({_UUID})"[^>]*>([^<]*)')
TABS = ("course", "household", "plan", "meetings", "sharing", "documents")
LISTS = (
    ("home", "/"),
    ("case list", "/cases/"),
    ("desk", "/intake/"),
    ("inbox", "/intake/inbox/"),
    ("sent", "/intake/inbox/?box=sent"),
    ("meetings", "/conferences/"),
    ("caseload", "/intake/desk/caseload/"),
    ("short entries", "/intake/desk/short/"),
    ("calls", "/intake/desk/calls/"),
    ("alarms", "/cases/alarms/"),
)
SOUGHT = ("田", "山", "やま", "たなか", "電話", "訪問", "介護", "家賃", "R7-0012", "長男")
TALK = (
    "ひとり暮らしの母の物忘れが進み、火の始末が心配。仕事を辞めて戻るか迷っている。年金だけで暮らしている。"
)


@dataclass(frozen=True)
class Save:
    """Something that was sent to be saved: what kind, its word, and whether the server said that it is kept."""

    kind: str
    word: str
    acknowledged: bool


@dataclass
class Worker:
    """One person at a desk: their browser, their own chance, and what they saved."""

    number: int
    browser: Browser
    chance: random.Random
    saves: list[Save] = field(default_factory=list)
    refused: int = 0

    def save(self, kind: str, form: Form, *, may: tuple[int, ...] = (), **typed: object) -> bool:
        """Fills the form, as `typed`; a text with %s in it gets the word. False when it was refused (which `may` be)."""
        word = f"控{self.number:03d}x{len(self.saves):04d}"
        pairs = form.filled({name: _told(value, word) for name, value in typed.items()})
        if form.draft:
            self.browser.aside("draft", form.draft, [one for one in pairs if one[0] != TOKEN])
        self.saves.append(Save(kind, word, acknowledged=False))
        kept = self.browser.press(f"save {kind}", pairs, action=form.action, may=may)
        self.saves[-1] = Save(kind, word, acknowledged=kept)
        self.refused += not kept
        return kept

    def one_of(self, pattern: re.Pattern[str]) -> str | None:
        """The id of one of those on the page, at random; the first lines are looked at most."""
        found = list(dict.fromkeys(pattern.findall(self.browser.page)))[:20]
        return self.chance.choice(found) if found else None


Story = Iterator[None]
WORD = "控[0-9]{3}x[0-9]{4}"
TOKEN = "csrfmiddlewaretoken"
WRITTEN = {
    "reception": ("intake_reception", "overview"),
    "triage": ("intake_reception", "outcome_reason"),
    "referral": ("intake_referral", "reason"),
    "answer": ("intake_referral", "answer_note"),
    "record": ("cases_supportrecord", "content"),
    "alarm": ("cases_alarm", "facts"),
    "receipt": ("cases_alarmtold", "next_step"),
}
"""Where each kind of save stands in the database."""


def _told(value: object, word: str) -> object:
    return value.replace("%s", word) if isinstance(value, str) else value


def sign_in(browser: Browser, login: str, password: str) -> None:
    """Signs in on the page for it, as everybody does in the morning."""
    browser.get("sign-in page", "/accounts/login/")
    form = browser.form("password")
    browser.press("sign-in", form.filled({"login": login, "password": password}), action=form.action)


def look_around(one: Worker) -> Story:
    """今日やること and a few lists."""
    for name, path in (LISTS[0], *one.chance.sample(LISTS[1:], 2)):
        one.browser.get(name, path)
        yield


def read_a_case(one: Worker) -> Story:
    """The case list, a case, two of its tabs; now and then its sheet on paper."""
    case = yield from _a_case(one)
    if case is None:
        return
    for tab in one.chance.sample(TABS, 2):
        one.browser.get(f"case {tab}", f"/cases/{case}/{tab}/")
        yield


def read_on_paper(one: Worker) -> Story:
    """A case, its summary, and the summary as PDF."""
    case = yield from _a_case(one)
    if case is None:
        return
    one.browser.get("summary", f"/cases/{case}/summary/")
    yield
    one.browser.file("PDF summary", f"/cases/{case}/summary/pdf/", begins=b"%PDF-")
    yield


def search(one: Worker) -> Story:
    """Somebody rings up: who is it?"""
    one.browser.get("search", f"/search/?q={quote(one.chance.choice(SOUGHT))}")
    case = one.one_of(_CASE)
    yield
    if case is not None:
        one.browser.get("case", f"/cases/{case}/")
        yield


def write_a_record(one: Worker) -> Story:
    """支援経過 of a case of one's own agency."""
    one.browser.get("case list", "/cases/?scope=mine")
    case = one.one_of(_CASE)
    yield
    if case is None:
        return
    one.browser.get("record form", f"/cases/{case}/records/new/")
    yield
    now = datetime.now(ZoneInfo("Asia/Tokyo"))
    one.save(
        "record", one.browser.form("content"),
        at_0=f"{now:%Y-%m-%d}", at_1=f"{now:%H:%M}", method=one.chance.choice(("phone", "visit", "interview")),
        counterpart="本人", content=f"%s {TALK}",
    )  # fmt: skip
    yield


def receive(one: Worker) -> Story:
    """電話が鳴った: a new reception, what follows, and half of the time a つなぎ to another desk."""
    one.browser.get("reception form", "/intake/new/?channel=phone")
    form = one.browser.form("overview")
    _likely(one, form, {})
    yield
    name = {"family_name": one.chance.choice("森林池沼岡峰浜磯"), "given_name": one.chance.choice("一二三四")}
    _likely(one, form, name)
    one.save(
        "reception", form,
        **name, overview=f"%s {TALK}", topics=["care", "family"], main_topic="care", stated_age="82",
        consulter_is="self", consent_answer="agree", consent_method="oral", phone="0868-00-0000",
    )  # fmt: skip
    yield
    if one.chance.random() < 0.5:
        one.save("triage", one.browser.form("outcome"), outcome="own", reason="%s この機関で支えられる。")
        yield
        return
    one.save("triage", one.browser.form("outcome"), outcome="refer", reason="%s 専門の機関の支援が要る。")
    yield
    refer = one.browser.form("receiver")
    chosen = one.chance.choice([pk for pk, name in _RECEIVER.findall(one.browser.page) if "範囲" not in name])
    one.save(
        "referral", refer,
        receiver=chosen, requests=["consultation"], reason=f"%s {TALK}", accompaniment="goes_along",
        explained_what="相談の内容を伝え、いっしょに考えてもらうこと",
    )  # fmt: skip
    paper = one.browser.path.replace("/intake/", "/sheets/").rstrip("/")
    yield
    one.browser.file("PDF referral", f"{paper}.pdf", begins=b"%PDF-")
    yield


def answer(one: Worker) -> Story:
    """受け箱: reads a つなぎ and answers it. A colleague may have been first: then the answer is refused, and said so."""
    one.browser.get("inbox", "/intake/inbox/")
    referral = one.one_of(_REFERRAL)
    yield
    if referral is None:
        return
    one.browser.get("referral", f"/intake/referrals/{referral}/")
    yield
    one.browser.get("answer form", f"/intake/referrals/{referral}/answer/?answer=accepted")
    yield
    how = one.chance.choice(("accepted", "joint"))
    one.save("answer", one.browser.form("note"), may=(409,), answer=how, note="%s あす電話します。")
    yield


def raise_an_alarm(one: Worker) -> Story:
    """緊急の知らせ about a case."""
    case = yield from _a_case(one)
    if case is None:
        return
    one.browser.get("alarm form", f"/cases/{case}/alarms/new/")
    form = one.browser.form("facts")
    yield
    danger = one.chance.choice(DANGERS)
    one.save(
        "alarm", form, may=(409,), danger=danger, facts=f"%s {TALK}けさから電話に出ない。", place="自宅", done=""
    )  # fmt: skip
    yield


DANGERS = ("life", "elder", "disabled", "child")


def receive_an_alarm(one: Worker) -> Story:
    """受け取りました, by those who are told."""
    one.browser.get("alarms", "/cases/alarms/")
    alarm = one.one_of(_ALARM)
    yield
    if alarm is None:
        return
    one.browser.get("alarm", f"/cases/alarms/{alarm}/")
    yield
    if 'name="next_step"' in one.browser.page:
        form = one.browser.form("next_step")
        one.save("receipt", form, may=(409,), who="自分", next_step="%s これから訪問する")
        yield


def _a_case(one: Worker) -> Iterator[None]:
    one.browser.get("case list", "/cases/")
    case = one.one_of(_CASE)
    yield
    if case is not None:
        one.browser.get("case", f"/cases/{case}/")
        yield
    return case


def _likely(one: Worker, form: Form, typed: dict[str, str]) -> None:
    """The hint of people already known, which the sheet asks for by itself."""
    part = [pair for pair in form.filled(typed) if pair[0] != TOKEN and not pair[0].startswith("consent")]
    one.browser.aside("hint likely", "/people/likely/", [*part, ("continues", "sheet-form")])


MIX: tuple[tuple[Callable[[Worker], Story], int], ...] = (
    (look_around, 20),
    (read_a_case, 26),
    (search, 16),
    (write_a_record, 14),
    (receive, 9),
    (answer, 9),
    (read_on_paper, 4),
    (raise_an_alarm, 1),
    (receive_an_alarm, 1),
)
"""How often each story is begun, in parts of a hundred."""


def day(one: Worker) -> Story:
    """Story after story, without end."""
    stories, weights = zip(*MIX, strict=True)
    while True:
        yield from one.chance.choices(stories, weights)[0](one)
