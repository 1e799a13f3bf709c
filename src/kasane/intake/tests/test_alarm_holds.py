"""情報提供で終了 does not pass over an open 緊急の知らせ (R-INT-09)."""

from __future__ import annotations

import pytest

from kasane.base.obstacles import Forbidden
from kasane.cases.alarm.actions import raise_alarm
from kasane.cases.models import Case
from kasane.disclosure.viewer import acting_as
from kasane.intake import actions
from kasane.intake.informing.actions import Given
from kasane.intake.tests.factories import LATER, case_of, receive


def test_a_consultation_with_an_open_alarm_is_not_closed_as_information_only(cast):
    with acting_as(cast.worker):
        sheet = receive(cast.worker)
        case = case_of(sheet)
        raise_alarm(
            case, by=cast.worker, danger="life", facts="意識がなく、呼びかけに答えない。", place="自宅"
        )
        with pytest.raises(Forbidden) as refused:
            actions.decide(
                sheet,
                by=cast.worker,
                on=LATER,
                outcome="information",
                reason="制度の案内をした",
                given=Given(on=LATER, told_to="person", things=("窓口",)),
            )
        assert refused.value.codes == ["alarm_open"]
        assert Case.objects.get(pk=case.pk).is_open
