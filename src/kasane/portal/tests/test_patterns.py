"""世帯の課題の組み合わせ in the database and on screen: who sees what, what an answer does (R-PEO-03, R-DIS-04)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kasane.base.choices import Issue
from kasane.base.dates import today
from kasane.base.kinds import DataKind
from kasane.base.obstacles import Forbidden
from kasane.cases.models import Case
from kasane.coordination.choices import issue_kinds
from kasane.coordination.models import Assessment, PersonIssue
from kasane.disclosure.viewer import acting_as
from kasane.intake.actions import answering, reception, sending
from kasane.intake.actions.consent import Said
from kasane.people.actions import add_tie, change_person
from kasane.people.actions.pattern import all_at_once, answer, refresh, take_back
from kasane.people.models import Pattern, Person
from kasane.portal.patterns.hint import hints_of

BASIC, HEALTH, LIFE = int(DataKind.BASIC), int(DataKind.HEALTH), int(DataKind.LIFE)


@pytest.fixture
def file(cast):
    """An old mother and her son, of whom 重層支援センター may know neither health nor work."""
    with acting_as(cast.worker):
        row = reception.receive(
            by=cast.worker,
            sheet={
                "received_on": today(), "channel": "window", "consulter_is": "family",
                "overview": "相談", "topics": ["other"],
            },
            subject={"family_name": "田中", "given_name": "和夫", "stated_age": 52, "stated_age_on": today()},
            household=[{"family_name": "田中", "given_name": "ハル", "relation": "母", "stated_age": 83,
                        "stated_age_on": today()}],
            consent=Said("agree", today(), method="paper", explained_by="包括 花子", kinds=BASIC | LIFE),
        )  # fmt: skip
        referral = sending.refer(
            row.case, by=cast.worker, receiver=cast.coordinator.agency, on=today(), requests=["roles"],
            reason="複数の機関の役割分担が要る", explained_by="包括 花子", explained_what="センターの役割",
            explained_on=today(), to_coordination=True,
        )  # fmt: skip
    with acting_as(cast.coordinator):
        answering.answer(referral, by=cast.coordinator, version=None, on=today(), answer="accepted")
    return row.case


def tick(case, relation, issue, by):
    with acting_as(by):
        person = Person.objects.get(case=case, relation=relation)
        sheet = Assessment.objects.get_or_create(case=case, defaults={"started_on": today()})[0]
        PersonIssue.objects.create(
            case=case, assessment=sheet, person=person, issue=issue, kinds=issue_kinds(issue)
        )
        refresh(case.id, by=by)


def hints(case, viewer):
    with acting_as(viewer):
        return hints_of(Case.objects.get(pk=case.id))


def rows(case, viewer):
    with acting_as(viewer):
        return {(row.code, row.kinds, row.certainty) for row in Pattern.objects.filter(case=case, until=None)}


def test_who_may_not_see_health_is_told_nothing_that_rests_on_it(cast, file, sign_in):
    tick(file, "母", Issue.CARE, cast.worker)
    assert rows(file, cast.worker) == {("8050", BASIC | HEALTH, "perhaps")}
    assert rows(file, cast.coordinator) == set()
    page = sign_in(cast.coordinator).get(f"/cases/{file.id}/").content.decode()
    assert "8050" not in page and "世帯の課題の組み合わせ" not in page
    tick(file, "", Issue.ISOLATION, cast.worker)
    page = sign_in(cast.coordinator).get(f"/cases/{file.id}/").content.decode()
    assert "本人の課題に「社会的孤立(ひきこもり等)」" in page
    assert "母の課題に「介護」" not in page
    mine = hints(file, cast.worker).open[0].pattern
    assert "母の課題に「介護」" in mine.reasons and mine.kinds == BASIC | HEALTH | LIFE


def test_what_is_stored_for_health_can_not_be_read_by_its_id_either(cast, file, sign_in):
    tick(file, "母", Issue.CARE, cast.worker)
    with acting_as(cast.worker):
        row = Pattern.objects.get()
    assert sign_in(cast.worker).get(f"/cases/{file.id}/patterns/{row.id}/").status_code == 200
    for viewer in (cast.coordinator, cast.stranger, cast.administrator):
        answer_page = sign_in(viewer).get(f"/cases/{file.id}/patterns/{row.id}/")
        assert answer_page.status_code == 404
        assert "介護" not in answer_page.content.decode()


def test_a_stranger_sees_no_row_and_makes_none(cast, file):
    tick(file, "母", Issue.CARE, cast.worker)
    with acting_as(cast.stranger):
        refresh(file.id, by=cast.stranger)
        assert Pattern.objects.count() == 0
    assert rows(file, cast.worker) == {("8050", BASIC | HEALTH, "perhaps")}


def test_who_knows_less_never_ends_what_rests_on_more(cast, file):
    tick(file, "母", Issue.CARE, cast.worker)
    with acting_as(cast.coordinator):
        refresh(file.id, by=cast.coordinator)
    assert rows(file, cast.worker) == {("8050", BASIC | HEALTH, "perhaps")}


def test_the_ties_of_care_count_and_what_is_over_ends(cast, file):
    with acting_as(cast.worker):
        son, mother = Person.objects.get(relation=""), Person.objects.get(relation="母")
        change_person(son, by=cast.worker, since=today(), occupation="会社員")
        add_tie(son, by=cast.worker, kind="money", other_person=mother)
        refresh(file.id, by=cast.worker)
        assert Pattern.objects.count() == 0
        add_tie(mother, by=cast.worker, kind="money", other_person=son)
        refresh(file.id, by=cast.worker)
        assert [row.code for row in Pattern.objects.filter(until=None)] == ["8050"]
        Pattern.objects.update(since=today() - timedelta(days=5))
        change_person(mother, by=cast.worker, since=today(), standing="left")
        refresh(file.id, by=cast.worker)
        assert [row.until for row in Pattern.objects.all()] == [today()]


def test_an_answer_is_kept_with_day_and_author_and_can_be_taken_back(cast, file, sign_in):
    tick(file, "", Issue.ISOLATION, cast.worker)
    client = sign_in(cast.worker)
    with acting_as(cast.worker):
        row = Pattern.objects.get(code="8050")
    address = f"/cases/{file.id}/patterns/{row.id}/"
    missing = client.post(address, {"why": " "})
    assert missing.status_code == 422 and "あてはまらない理由を書いてください" in missing.content.decode()
    assert client.post(address, {"why": "長男は在宅で働いている。"}).status_code == 302
    page = client.get(f"/cases/{file.id}/").content.decode()
    assert (
        "長男は在宅で働いている。" in page
        and "包括 花子" in page
        and '8050 あてはまらない<span class="vh">と答えました' in page
    )
    assert client.get(address).status_code == 200
    assert client.post(f"{address}take-back/").status_code == 302
    assert [hint.label for hint in hints(file, cast.worker).open] == ["8050", "ひきこもりと高齢の親"]
    assert client.post(f"{address}take-back/").status_code == 409


def test_an_answer_does_not_carry_its_reason_to_those_who_see_less(cast, file):
    tick(file, "", Issue.ISOLATION, cast.worker)
    tick(file, "母", Issue.CARE, cast.worker)
    with acting_as(cast.worker):
        row = Pattern.objects.get(code="8050", kinds=BASIC | HEALTH | LIFE)
        answer(row, by=cast.worker, why="母は要介護でなくなった。", is_open=True)
    assert [hint.label for hint in hints(file, cast.worker).answered] == ["8050"]
    told = hints(file, cast.coordinator).answered[0].pattern
    assert (told.answer, told.answered_by.name) == ("", "包括 花子")
    with acting_as(cast.worker):
        take_back(row, by=cast.worker, is_open=True)
    assert "8050" in [hint.label for hint in hints(file, cast.coordinator).open]


def test_who_sees_more_still_sees_what_was_denied_by_who_sees_less(cast, file):
    tick(file, "", Issue.ISOLATION, cast.worker)
    tick(file, "母", Issue.CARE, cast.worker)
    with acting_as(cast.coordinator):
        row = Pattern.objects.get(code="8050")
        answer(row, by=cast.coordinator, why="一時的なもの。", is_open=True)
    hint = hints(file, cast.worker).open[0]
    assert hint.label == "8050" and hint.dissent.answered_by.name == "重層 明"


@pytest.mark.parametrize(("why", "is_open", "code"), [("  ", True, "no_reason"), ("理由", False, "closed")])
def test_what_forbids_an_answer_leaves_nothing_written(cast, file, why, is_open, code):
    tick(file, "", Issue.ISOLATION, cast.worker)
    with acting_as(cast.worker):
        row = Pattern.objects.get(code="8050")
        with pytest.raises(Forbidden) as forbidden:
            answer(row, by=cast.worker, why=why, is_open=is_open)
        assert forbidden.value.codes == [code]
        assert not Pattern.objects.filter(answered_on__isnull=False).exists()


def test_a_second_answer_is_refused_and_the_first_stands(cast, file):
    tick(file, "", Issue.ISOLATION, cast.worker)
    with acting_as(cast.worker):
        row = Pattern.objects.get(code="8050")
        answer(row, by=cast.worker, why="はじめの理由", is_open=True)
    with acting_as(cast.colleague), pytest.raises(Forbidden) as forbidden:
        answer(row, by=cast.colleague, why="あとの理由", is_open=True)
    assert forbidden.value.codes == ["answered"]


def test_an_answer_survives_a_refresh_until_the_facts_say_more(cast, file):
    with acting_as(cast.worker):
        change_person(Person.objects.get(relation=""), by=cast.worker, since=today(), occupation="無職")
        refresh(file.id, by=cast.worker)
        row = Pattern.objects.get()
        assert row.certainty == "perhaps"
        answer(row, by=cast.worker, why="退職したばかり。", is_open=True)
        refresh(file.id, by=cast.worker)
        assert Pattern.objects.get().answer == "退職したばかり。"
    tick(file, "", Issue.ISOLATION, cast.worker)
    assert [(h.label, h.is_certain) for h in hints(file, cast.worker).open][0] == ("8050", True)


def test_what_is_put_off_is_worked_out_afterwards(cast, file):
    with all_at_once():
        tick(file, "母", Issue.CARE, cast.worker)
        assert rows(file, cast.worker) == set()
    with acting_as(cast.worker):
        refresh(file.id, by=cast.worker)
    assert rows(file, cast.worker) == {("8050", BASIC | HEALTH, "perhaps")}


def test_a_closed_case_points_out_nothing(cast, file):
    tick(file, "", Issue.ISOLATION, cast.worker)
    with acting_as(cast.worker):
        case = Case.objects.get(pk=file.id)
        case.stage = "closed"
        assert hints_of(case).open == []


def test_the_refresh_asks_few_questions(cast, file, django_assert_max_num_queries):
    with acting_as(cast.worker), django_assert_max_num_queries(12):
        refresh(file.id, by=cast.worker)
