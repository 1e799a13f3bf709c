"""Reception and triage as the workers of four fields take them (R-INT-01, 02, 03, 06, 08), and by keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.desk import Desk
from tests.steps import last_id

pytestmark = pytest.mark.browser

MOST_FIELDS = 12
TYPED_INTO = """() => { const it = document.activeElement;
  return it.matches('input, textarea, select') ? it.name : ''; }"""


class Hands:
    """Two hands on a keyboard: what they press, and which fields they touched."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.touched: set[str] = set()

    def to(self, key: str) -> None:
        self.page.keyboard.press(f"Alt+{key}")

    def touch(self) -> None:
        name = self.page.evaluate(TYPED_INTO)
        assert name, "the focus stands in no field"
        self.touched.add(name)

    def type(self, words: str) -> None:
        self.touch()
        self.page.keyboard.type(words)

    def press(self, key: str) -> None:
        self.touch()
        self.page.keyboard.press(key)

    def on(self, key: str = "Tab", times: int = 1) -> None:
        for _ in range(times):
            self.page.keyboard.press(key)

    def tick(self, value: str) -> None:
        """Along the chips with the arrow keys until the wanted one, then Space."""
        name = self.page.evaluate(TYPED_INTO)
        for _ in range(20):
            if self.page.evaluate("() => document.activeElement.value") == value:
                break
            self.page.keyboard.press("ArrowRight")
        if not self.page.evaluate("() => document.activeElement.checked"):
            self.page.keyboard.press("Space")
        self.touch()
        expect(self.page.locator(f'[name="{name}"][value="{value}"]')).to_be_checked()


def test_a_phone_call_is_taken_with_twelve_fields_and_no_mouse(desk):
    worker: Desk = desk("houkatsu2")
    worker.open_blank("/intake/new/")
    worker.open("/")
    page = worker.page
    for _ in range(40):
        if page.evaluate("() => document.activeElement.matches('main a[href*=\"channel=phone\"]')"):
            break
        page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator('[name="overview"]')).to_be_focused()
    expect(page.locator('[name="channel"][value="phone"]')).to_be_checked()
    hands = Hands(page)
    hands.type("長女から電話。父の物忘れが増え、家賃を二か月払い忘れている。仕事を休んで通っている。")
    hands.to("B")
    hands.tick("rent")
    hands.tick("care")
    hands.to("W")
    hands.tick("family")
    hands.to("N")
    hands.type("打鍵")
    hands.on()
    hands.type("一郎")
    hands.on()
    hands.type("84")
    hands.to("R")
    hands.type("長女")
    hands.on("Tab", 3)
    hands.type("090-0000-0000")
    hands.to("G")
    hands.tick("agree")
    hands.on()
    while page.evaluate(TYPED_INTO) != "consent_method":
        hands.on()
    page.keyboard.press("Space")
    hands.tick("oral")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    expect(page.locator("h1")).to_have_text("これからどうしますか")
    assert len(hands.touched) <= MOST_FIELDS, sorted(hands.touched)
    page.goto(f"/intake/{last_id(page.url)}/")
    for words in ("打鍵 一郎", "84歳", "家族(長女)", "090-0000-0000", "電話", "口頭", "介護"):
        expect(page.locator("main")).to_contain_text(words)


def test_one_key_marks_the_call_as_urgent(desk):
    worker: Desk = desk("kenko1")
    worker.open_blank("/intake/new/")
    page = worker.page
    page.keyboard.type("声がとぎれる。")
    page.keyboard.press("Alt+U")
    expect(page.locator('[name="is_urgent"]')).to_be_checked()
    expect(page.locator('[name="urgent_note"]')).to_be_focused()


def begin(worker: Desk, channel: str, caller: str, **words: str) -> None:
    worker.open_blank("/intake/new/")
    worker.tick("channel", channel)
    worker.tick("consulter_is", caller)
    worker.write(**words)


def save(worker: Desk, answer: str = "unclear") -> str:
    worker.tick("consent_answer", answer)
    if answer == "agree":
        worker.tick("consent_method", "oral")
    worker.press("受付シートを保存する")
    expect(worker.page.locator("h1")).to_have_text("これからどうしますか")
    return last_id(worker.path)


def test_a_neighbour_without_a_name_is_heard_and_the_way_is_the_support_conference(desk):
    worker = desk("shakyo1")
    begin(worker, "neighbour", "neighbour", overview="隣の家から、夜に物の壊れる音がする。顔を見ない。")
    worker.page.locator('label:has([name="is_anonymous"])').click()
    worker.tick("topics", "neighbours", "withdrawal")
    case = save(worker)
    worker.tick("phrases", "同意が得られていない")
    worker.press("ほかの機関につなぐ")
    worker.is_blocked("本人の同意がまだありません")
    worker.press("支援会議で扱う")
    worker.open(f"/intake/{case}/")
    worker.reads("近隣 匿名", "聞いていない(匿名)", "支援会議で扱う", "同意が得られていない")


def test_a_household_is_taken_and_the_desk_plans_its_next_visit(desk):
    worker = desk("kosodate1")
    begin(
        worker,
        "visit",
        "family",
        overview="双子の夜泣きで眠れていない。祖母の介護もある。",
        family_name="揺籃",
    )
    worker.write(consulter_tie="夫")
    worker.page.locator('label:has([name="is_of_household"])').click()
    worker.write(
        **{"members-0-relation": "祖母", "members-0-stated_age": "81", "members-0-family_name": "揺籃"}
    )
    worker.tick("topics", "child_rearing", "care")
    case = save(worker, "agree")
    worker.tick("phrases", "この機関で支えられる内容")
    worker.press("自分の機関で支援する")
    worker.reads("次に会う日を決めましょう")
    worker.write(due_on="明日", what="双子の体重を見に行く")
    worker.press("予定を入れて、支援を始める")
    worker.open("/")
    worker.reads("双子の体重を見に行く")
    worker.open(f"/intake/{case}/")
    worker.reads("世帯としての相談", "祖母", "81歳")


def test_information_closes_with_what_was_given(desk):
    worker = desk("kikan1")
    begin(
        worker,
        "window",
        "self",
        overview="手帳の更新の時期を知りたい。",
        family_name="案内",
        given_name="二郎",
    )
    worker.tick("topics", "health")
    case = save(worker)
    worker.tick("phrases", "制度や窓口の案内で足りる")
    worker.press("情報提供で終わる")
    worker.reads("何を伝えましたか")
    worker.tick("things", "障害者手帳")
    worker.tick("told_to", "self")
    worker.press("伝えたことを残して、終わる")
    worker.open(f"/intake/{case}/")
    worker.reads("障害者手帳", "制度や窓口の案内で足りる")


def test_who_may_need_assistance_is_told_and_then_passed_to_the_prefecture(desk):
    worker = desk("houkatsu1")
    begin(
        worker, "phone", "self", overview="仕事を失い、食べるものがない。家賃も払えない。",
        family_name="空櫃", given_name="三郎", stated_age="58",
    )  # fmt: skip
    worker.tick("topics", "food", "rent")
    case = save(worker, "agree")
    worker.tick("assistance", "yes")
    worker.tick("phrases", "専門の機関の支援が要る")
    worker.press("自分の機関で支援する")
    worker.is_blocked("先に生活保護のことを本人に伝えて")
    worker.follow("生活保護のことを伝えて記録する")
    worker.tick("things", "申請はだれでもできること")
    worker.tick("told_to", "self")
    worker.tick("reply", "thinks")
    worker.press("伝えたことを残す")
    worker.tick("assistance", "yes")
    worker.tick("phrases", "専門の機関の支援が要る")
    worker.press("自分の機関で支援する")
    worker.follow("あとで決める")
    worker.open(f"/intake/{case}/prefecture/")
    worker.write(ask="家計と仕事の相談をお願いします。", wish="会ってみる")
    worker.tick("way", "phone")
    worker.press("引き継ぎを残して、手紙をつくる")
    worker.reads("岡山県 自立相談支援機関への引き継ぎ")
    letter = worker.context.request.get(f"/sheets/prefecture/{last_id(worker.path)}.pdf")
    assert letter.body()[:5] == b"%PDF-"
    worker.tick("arrival", "reached")
    worker.write(result="県の相談員が家を訪ね、申請に同行することになった。")
    worker.press("結果を残す")
    worker.open(f"/cases/{case}/documents/")
    worker.reads("県への引き継ぎ")


def test_what_nobody_can_place_goes_to_the_centre(desk):
    worker = desk("kikan1")
    begin(worker, "agency", "agency", overview="どこに相談すればよいか分からない。", family_name="迷路")
    save(worker, "agree")
    worker.tick("phrases", "行き先を相談したい")
    worker.press("行き先が分からない")
    expect(worker.page.locator('select[name="receiver"] option:checked')).to_contain_text("重層支援センター")


def test_a_call_about_somebody_known_goes_on_in_their_case(desk):
    worker = desk("houkatsu1")
    begin(worker, "phone", "family", overview="はじめの相談。", family_name="再掲", given_name="波江")
    worker.write(stated_age="77", phone="0868-00-1111")
    case = save(worker)
    begin(worker, "phone", "family", overview="きのうの続き。デイサービスのこと。", family_name="再掲")
    worker.write(given_name="波江", phone="0868-00-1111")
    worker.page.keyboard.press("Tab")
    button = worker.page.get_by_role("button", name="このケースに書き足す").first
    with worker.page.expect_navigation():
        button.click()
    assert worker.path == f"/cases/{case}/records/new/"
    expect(worker.page.locator('[name="content"]')).to_have_value(
        "きのうの続き。デイサービスのこと。\nどなたから(本人との関係): 家族\n氏: 再掲\n名: 波江\n電話(自宅): 0868-00-1111"
    )
