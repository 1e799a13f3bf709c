"""A second town in front of a browser: 美咲町 as it would be with a 福祉事務所 and a rule on fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.desk import Desk
from tests.site import ROOT, Site, free_port

DELIVERY = """
[[delivery]]
key = "jiritsu-sodan"
works = [1]
fields = ["hardship"]
program = "self_reliance"
name = "自立相談支援事業"
legal_basis = "生活困窮者自立支援法第３条第２項各号"
sites = 1
modes = ["委託"]
site_type = "basic"
areas = ["zeniki"]
duties = ["生活困窮者の相談を受け、プランをつくり、支援する"]
agencies = ["shakyo"]
divisions = ["fukushi-shiawase"]
"""
"""美咲町 has no 福祉事務所 and so no エ (R-SELF-01); the other town has one."""
COUNTS_FIELDS = """[rules]
field_threshold = 3
fields = ["高齢", "障がい", "生活困窮", "こども", "外国籍"]
"""
"""美咲町 does not make a case a candidate by the number of its fields (R-INT-10); the other town does."""


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo of the other town, for the whole session."""
    place = tmp_path_factory.mktemp("town")
    profile = place / "town.toml"
    own = (ROOT / "src/kasane/profiles/misaki.toml").read_text(encoding="utf-8")
    profile.write_text(of_the_other_town(own) + DELIVERY, encoding="utf-8")
    running = Site(place / "var", free_port(), households=12, settings={"KASANE_PROFILE": str(profile)})
    running.start()
    yield running
    running.stop()


def of_the_other_town(profile: str) -> str:
    with_office = profile.replace("has_welfare_office = false", "has_welfare_office = true")
    return with_office.replace("[rules]\n", COUNTS_FIELDS)


@pytest.fixture
def sit(chromium: Browser, town: Site) -> Iterator[Callable[[str], Desk]]:
    """As `desk`, in the other town."""
    desks: list[Desk] = []

    def down(login: str) -> Desk:
        desks.append(Desk(chromium, town.url, login))
        return desks[-1]

    yield down
    for one in desks:
        one.close()
    faults = [fault for one in desks for fault in one.faults]
    assert not faults, "\n".join(faults)
