"""外部への情報提供: with consent for that purpose and those kinds, or by an approved exception (R-DIS-05, R-DIS-06)."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.urls import reverse

from kasane.base.choices import Purpose
from kasane.base.dates import today, wareki
from kasane.base.kinds import ALL_KINDS, DataKind
from kasane.base.obstacles import Forbidden
from kasane.cases import actions as cases
from kasane.cases.models import Event, Telling
from kasane.cases.telling import rules
from kasane.cases.telling.actions import tell
from kasane.disclosure import api as disclosure
from kasane.disclosure.models import LegalException
from kasane.disclosure.viewer import acting_as

DAY = date(2025, 5, 1)
CASE, CONSENT, EXCEPTION = (UUID(int=n) for n in (1, 2, 3))
WORD = rules.Word(CONSENT, True, 31, 31)
HEALTH = int(DataKind.BASIC | DataKind.HEALTH)


def codes(**changes) -> list[str]:
    values = {
        "case_id": CASE, "writable": int(ALL_KINDS), "recipient": "山の病院 相談室", "purpose": "medical", "kinds": HEALTH, "on": DAY, "today": DAY,
        "word": WORD, "exceptions": (),
    }  # fmt: skip
    return [one.code for one in rules.telling_obstacles(**(values | changes))]


@pytest.mark.parametrize("purpose", sorted(rules.PURPOSES))
def test_with_consent_for_the_purpose_and_the_kinds_it_may_be_told(purpose):
    assert codes(purpose=purpose) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"word": None}, ["no_consent"]),
        ({"word": rules.Word(CONSENT, False, 31, 31)}, ["named_agencies_only"]),
        ({"word": rules.Word(CONSENT, True, int(Purpose.PLAN), 31)}, ["other_purpose"]),
        ({"word": rules.Word(CONSENT, True, 31, int(DataKind.BASIC))}, ["beyond_consent"]),
        ({"kinds": int(DataKind.TAX)}, ["tax"]),
        ({"writable": 0}, ["reads_only"]),
        ({"writable": int(DataKind.BASIC)}, ["beyond_own"]),
        ({"on": DAY + timedelta(days=1)}, ["not_yet"]),
    ],
)
def test_what_forbids_telling(changes, expected):
    assert codes(**changes) == expected


def test_an_approved_exception_takes_the_place_of_consent_for_its_kinds():
    approved = [rules.Approved(EXCEPTION, HEALTH, "山の病院　相談室")]
    told = {"purpose": "medical", "recipient": "山の病院 相談室"}
    assert codes(word=None, exceptions=approved) == []
    assert codes(word=None, exceptions=approved, kinds=int(DataKind.ECONOMY)) == ["no_consent"]
    assert codes(word=None, exceptions=approved, recipient="隣の人") == ["no_consent"]
    assert rules.ground(HEALTH, None, approved, **told) == EXCEPTION
    assert rules.ground(HEALTH, WORD, approved, **told) is None, "consent comes first"


@pytest.fixture
def case(cast):
    with acting_as(cast.worker):
        return cases.open_case(by=cast.worker, on=DAY)


def agree(case, cast, **values):
    with acting_as(cast.worker):
        return disclosure.record_consent(
            case.id, by=cast.worker, level="reception", answer="agree", confirmed_on=DAY, **values
        )


def told(case, cast, **values):
    with acting_as(cast.worker):
        return tell(
            case, by=cast.worker, on=today(), purpose="medical", kinds=HEALTH, recipient="山の病院 相談室",
            way="phone", content="持病の薬のこと", **values,
        )  # fmt: skip


def test_what_was_told_is_kept_with_its_ground(cast, case):
    consent = agree(case, cast)
    row = told(case, cast)
    assert (row.consent_id, row.exception_id) == (consent.id, None)
    with acting_as(cast.worker):
        assert Event.objects.filter(case=case, code="told").count() == 1
    with acting_as(cast.stranger):
        assert Telling.objects.count() == 0


def test_without_consent_nothing_is_kept(cast, case):
    with pytest.raises(Forbidden) as refused:
        told(case, cast)
    assert refused.value.codes == ["no_consent"]
    with acting_as(cast.worker):
        assert Telling.objects.count() == Event.objects.filter(code="told").count() == 0


def test_an_exception_carries_it_once_it_is_approved(cast, case):
    with acting_as(cast.worker):
        row = LegalException.objects.create(
            case_id=case.id, ground="life", reason="意識がない。救急の医師に持病を伝える。", agency=cast.worker.agency,
            valid_from=today(), valid_until=today() + timedelta(days=3), requested_by=cast.worker.user,
            requesting_agency=cast.worker.agency, outside="山の病院 相談室",
        )  # fmt: skip
    with pytest.raises(Forbidden):
        told(case, cast)
    with acting_as(cast.manager):
        row = LegalException.objects.get(pk=row.pk)
        row.state, row.decided_by, row.decided_on = "approved", cast.manager.user, today()
        row.save()
    assert told(case, cast).exception_id == row.id


def test_the_form_keeps_what_was_typed_and_says_what_is_missing(cast, case, sign_in):
    address = reverse("cases:telling_new", args=[case.id])
    page = sign_in(cast.worker).get(address).content.decode()
    assert "本人の同意がありません" in page
    typed = {
        "recipient": "山の病院", "on": wareki(today()), "way": "phone", "purpose": "medical",
        "content": "持病の薬のこと", "kinds": [str(int(DataKind.HEALTH))],
    }  # fmt: skip
    refused = sign_in(cast.worker).post(address, typed)
    assert refused.status_code == 409 and "持病の薬のこと" in refused.content.decode()
    agree(case, cast)
    assert sign_in(cast.worker).post(address, typed).status_code == 302
    with acting_as(cast.worker):
        assert Telling.objects.get().recipient == "山の病院"
    assert sign_in(cast.stranger).get(address).status_code == 404


def test_the_list_says_what_to_do_first_and_then_what_was_told(cast, case, sign_in):
    address = reverse("cases:tellings", args=[case.id])
    assert "記録はまだありません" in sign_in(cast.worker).get(address).content.decode()
    agree(case, cast)
    told(case, cast)
    page = sign_in(cast.worker).get(address).content.decode()
    assert "山の病院 相談室" in page and "本人の同意" in page
    assert sign_in(cast.stranger).get(address).status_code == 404
