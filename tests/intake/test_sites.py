"""The sites of ①, the areas and the staff in Chromium (R-DEL-04, R-DEL-05, R-DEL-06), as the town and its administrator."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser


def test_the_town_sees_who_is_missing_at_a_site_and_enters_its_number_of_elders(desk):
    """R-DEL-04: the manager fills in what the check asks for, and the missing profession is named with its clause."""
    town = desk("fukushi2")
    town.open("/structure/sites/")
    town.reads("人の配置", "地域包括支援センター")
    town.follow("美咲町地域包括支援センター")
    town.reads("担当区域の65歳以上の人数が入っていない", "保健師（準ずる者を含む）")
    town.follow("拠点を直す")
    town.write(elders="5200")
    town.press("保存する")
    town.reads("5200人", "満たしていません", "第140条の66第1号")
    town.follow("拠点を直す")
    town.tick("site_type", "integrated")
    town.press("保存する")
    town.is_blocked("二つ以上の事業")
    assert not town.faults


def test_the_town_reads_who_serves_an_area(desk):
    """R-DEL-05: 81 districts in pages, one found by name, a centre for each."""
    town = desk("fukushi2")
    town.open("/structure/areas/")
    town.reads("美咲町全域", "どの圏域にも、受け持つ拠点があります", "町全域のコーディネーター")
    town.open("/structure/areas/?q=自治会72")
    town.reads("自治会72", "広い圏域の拠点が受け持ちます")
    assert not town.faults


def test_the_administrator_enters_what_a_worker_is_and_has_learned(desk):
    """R-DEL-06: training with its day, qualifications of the closed list, the first layer is no longer missing."""
    office = desk("kanri")
    office.open("/structure/coordinators/")
    office.reads("生活支援コーディネーター（第1層）がいません")
    office.open("/admin-desk/?q=橋田")
    office.follow("橋田 恵")
    office.follow("研修を加える")
    office.pick("course", "生活支援コーディネーター研修")
    office.write(done_on="令和7年6月1日")
    office.press("研修を加える")
    office.reads("生活支援コーディネーター研修", "令和7年6月1日")
    office.follow("直す")
    office.tick("coordinator_kind", "living_first")
    office.tick("qualifications", "care_worker")
    office.press("保存する")
    office.reads("介護福祉士")
    office.open("/structure/coordinators/")
    office.reads("橋田 恵")
    office.open("/structure/staff/?coordinator=living_first")
    office.reads("橋田 恵", "生活支援コーディネーター研修")
    assert not office.faults
