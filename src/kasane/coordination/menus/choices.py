"""The closed lists of 2-5① and 2-5②."""

from __future__ import annotations

from django.db import models


class MenuSheet(models.TextChoices):
    PARTICIPATION = "participation", "参加支援プラン"
    OUTREACH = "outreach", "アウトリーチ等プラン"


CODES: dict[str, str] = {MenuSheet.PARTICIPATION: "2-5①", MenuSheet.OUTREACH: "2-5②"}
"""The numbers of the sheets."""
ADDRESSES = {"2-5①": "2-5-1", "2-5②": "2-5-2"}
"""The same as they can stand in an address."""


class MenuState(models.TextChoices):
    DRAFT = "draft", "作成中"
    SUBMITTED = "submitted", "会議待ち"
    RUNNING = "running", "進行中"
    ENDING = "ending", "終わりの会議待ち"
    SUPERSEDED = "superseded", "前の版"
    CLOSED = "closed", "終了"
    INTERRUPTED = "interrupted", "中断"


OPEN_MENU_STATES = (MenuState.DRAFT, MenuState.SUBMITTED)
RUNNING_MENU_STATES = (MenuState.RUNNING, MenuState.ENDING)
WAITING_MENU_STATES = (MenuState.SUBMITTED, MenuState.ENDING)
"""Those that wait for a conference."""
MENUS_IN_THE_WAY = (MenuState.SUBMITTED, *RUNNING_MENU_STATES)
"""Those that keep a course from ending while consent stands."""


class Ending(models.TextChoices):
    CLOSURE = "closure", "終結"
    INTERRUPTION = "interruption", "中断"


class Table(models.TextChoices):
    """Before which conference: without consent only 支援会議 is lawful (R-CONF-03)."""

    MULTI_TIER = "multi_tier", "重層的支援会議"
    SUPPORT_CONFERENCE = "support_conference", "支援会議"


class Agreement(models.TextChoices):
    """同意の有無 of 2-5②."""

    YES = "yes", "同意がある"
    NOT_YET = "not_yet", "まだ確かめていない"
    NO = "no", "同意しない"
