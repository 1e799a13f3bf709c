"""The town of the model: six agencies, who works there, and a clock that can be put forward."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from unittest import mock

from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency, Contract, Delivery, Post, Role, User, Work
from kasane.agencies.queries import held_on
from kasane.base.dates import today
from kasane.config.cast import Cast, make_cast
from kasane.intake.tests.factories import make_centre
from tests.disclosure_model.session import OWNER, as_role, rows

NAMES = {
    "hokatsu": "包括", "shakyo": "社協", "kikan": "基幹", "juso": "重層", "egao": "こども課", "fukushi": "福祉課",
}  # fmt: skip
"""Agencies in the words in which a failure is read. 包括 works by contract, 重層 is the centre, the last two are divisions."""

DESKS = ("hokatsu", "shakyo", "kikan", "juso", "egao")
"""The agencies that take consultations and つなぎ. 福祉課 decides, and can take back what it had entrusted."""

_TODAY = """CREATE OR REPLACE FUNCTION kasane_today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT (now() AT TIME ZONE 'Asia/Tokyo')::date + COALESCE(nullif(current_setting('kasane.model_day', true), '')::integer, 0) $$"""


class Clock:
    """How many days have passed, for Python and for the database."""

    days = 0
    _now = staticmethod(timezone.now)

    def now(self) -> datetime:
        return self._now() + timedelta(days=self.days)

    def put(self, days: int) -> None:
        self.days = days
        rows("SELECT set_config('kasane.model_day', %s, true)", [str(days)])


@contextmanager
def clock() -> Iterator[Clock]:
    """Within this block, which lies in one session, time is the clock's."""
    one = Clock()
    with as_role(OWNER):
        rows(_TODAY)
    with mock.patch.object(timezone, "now", one.now):
        yield one


@dataclass(frozen=True)
class Town:
    cast: Cast
    agencies: dict[str, Agency]
    contract: Contract

    def staff(self, key: str) -> list[Actor]:
        """Who can sign in today and sees cases there, in the order in which they came."""
        posts = Post.objects.filter(
            held_on(today()), agency=self.agencies[key], agency__is_active=True, user__is_active=True
        )
        found = posts.select_related("user", "agency").order_by("starts_on", "id")
        return [Actor(post.user, post) for post in found if post.sees_cases]

    def everybody(self) -> list[Actor]:
        return [actor for key in self.agencies for actor in self.staff(key)]

    def name(self, agency_id: object) -> str:
        return next(NAMES[key] for key, agency in self.agencies.items() if agency.id == agency_id)


def make_town() -> Town:
    """Made once for all runs; each run is rolled back to it."""
    cast = make_cast()
    agencies = {key: Agency.objects.get(key=key) for key in NAMES}
    make_centre(agencies["juso"])
    delivery = Delivery.objects.create(
        key="hokatsu", works=[Work.CONSULTATION.value], fields=["介護"], program="elderly_support",
        name="地域包括支援センターの運営", modes=[],
    )  # fmt: skip
    delivery.agencies.add(agencies["hokatsu"])
    delivery.divisions.add(agencies["fukushi"])
    contract = Contract.objects.create(
        delivery=delivery, agency=agencies["hokatsu"], starts_on=date(2020, 4, 1)
    )
    second = User.objects.create_user(login="shakyo2", name="社協 次子")
    Post.objects.create(user=second, agency=agencies["shakyo"], role=Role.WORKER, starts_on=date(2020, 4, 1))
    return Town(cast, agencies, contract)
