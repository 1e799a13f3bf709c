"""One sample for all properties: made once, it costs under a second per 3,000 households."""

from datetime import date

import pytest

from kasane.demo.generate import households
from kasane.demo.model import DemoHousehold
from kasane.demo.stories import stories

TODAY = date(2026, 2, 10)


@pytest.fixture(scope="session")
def today() -> date:
    """The day as of which the sample is told."""
    return TODAY


@pytest.fixture(scope="session")
def sample() -> tuple[DemoHousehold, ...]:
    """Two thousand generated households."""
    return tuple(households(2000, today=TODAY))


@pytest.fixture(scope="session")
def told() -> tuple[DemoHousehold, ...]:
    """The twelve stories."""
    return stories(TODAY)


@pytest.fixture(scope="session")
def everyone(sample: tuple[DemoHousehold, ...], told: tuple[DemoHousehold, ...]) -> tuple[DemoHousehold, ...]:
    """Generated and told households together."""
    return sample + told
