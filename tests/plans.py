"""A plan 2-4 with ② and ④ on the screens, for the scenarios that begin with one (R-COOR-04)."""

from __future__ import annotations

from collections.abc import Sequence

from tests.desk import Desk
from tests.steps import DISABILITY, WELFARE, Course, day, last_id

HELPED = (("participation", "居場所で帳面つけを手伝う", WELFARE), ("outreach", "月に2回、玄関先で声をかける", WELFARE),
          ("other", "通院に付きそう", DISABILITY))  # fmt: skip


def write_plan(
    centre: Desk, course: Course, *, helped: Sequence[tuple[str, str, str]] = HELPED, lead: str = WELFARE
) -> None:
    """Every line says which goal it serves and until when; goals answer issues by their number (R-COOR-04)."""
    centre.open(f"{course.coordination}/plans/new/")
    centre.write(**{"goals-0-text": "週に1回、家の外で過ごす", "goals-0-issue": "1、役割がない"})
    for place, (service, support, agency) in enumerate(helped):
        if not centre.page.locator(f'[name="items-{place}-support"]').count():
            centre.page.get_by_role("button", name="支援内容を追加する").click()
        line = f"items-{place}-"
        centre.tick(f"{line}service", service)
        centre.write(**{f"{line}goal": "1", f"{line}support": support, f"{line}staff": "橋田 恵"})
        centre.write(**{f"{line}from_on": day(), f"{line}until_on": day(90)})
        centre.pick(f"{line}agency", agency)
    for use, reason in (("participation", "家の外のつながりをつくるため"), ("outreach", "本人にまだ会えていないため")):  # fmt: skip
        if any(service == use for service, _, _ in helped):
            centre.page.locator(f'[name="uses_{use}"]').check()
            centre.write(**{f"{use}_reason": reason})
    centre.pick("lead_agency", lead)
    centre.write(starts_on=day(), ends_on=day(180), next_monitoring_on=day(30), person_agreed_on=day())
    centre.write(signed_name="山田 太郎", wish="家で安心して暮らしたい。", issues="孤立している。")
    centre.tick("signature", "self")
    centre.press("プランを保存する")
    course.plan = last_id(centre.path)
    centre.reads("短期目標1: 週に1回、家の外で過ごす", "役割がない", "役割分担表")
    centre.press("会議に出す")
