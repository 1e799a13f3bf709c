"""DV等支援措置: the words that tell where somebody is are hidden in every text, and given back at the end (R-DIS-09)."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connection, connections, transaction
from django.db.utils import ProgrammingError

from kasane.base.obstacles import Forbidden
from kasane.cases.models import Draft, SupportRecord
from kasane.disclosure import api as disclosure
from kasane.disclosure.queries import rights_on
from kasane.disclosure.viewer import acting_as
from kasane.people import masking
from kasane.people.actions import (
    add_person,
    change_protected,
    correct_person,
    decide_pair,
    protect_contact,
    release_contact,
)
from kasane.people.matching import pair as compared
from kasane.people.models import MatchKey, Pair, Person, ProtectedContact, ProtectedPassage, ProtectedWord
from kasane.people.patterns.work import Work, read_work
from kasane.people.search import find
from kasane.people.tests.test_matching import AS_OTHERS_WROTE, KAZUKO, known_at
from kasane.people.unattended import passages, unattended

SINCE = date(2025, 6, 1)
AT = datetime(2025, 5, 2, 10, tzinfo=ZoneInfo("Asia/Tokyo"))
TEXT = "原田一丁目2番地3に転居。電話は0868123456。子は美咲北中の2年、母はスーパーまるいで働く。"
HIDDEN = "〔住所秘匿〕に転居。電話は〔電話秘匿〕。子は〔学校秘匿〕の2年、母は〔勤務先秘匿〕で働く。"
WORDS = {"school": "美咲北中学校", "workplace": "スーパーまるい", "words": "さくら荘"}


def record(cast, person, content, by=None):
    by = by or cast.worker
    with acting_as(by):
        return SupportRecord.objects.create(
            case_id=person.case_id, at=AT, agency=by.agency, author=by.user, method="visit", content=content
        )


def protect(cast, person, *, staff=None, **words):
    with acting_as(cast.worker):
        return protect_contact(
            person, by=cast.worker, staff=[(staff or cast.worker).user.pk, cast.worker.user.pk],
            reason="支援措置 第12号", since=SINCE, **(words or WORDS),
        )  # fmt: skip


def content_of(cast, row, viewer=None):
    with acting_as(viewer or cast.worker):
        return SupportRecord.objects.get(pk=row.pk).content


@pytest.fixture
def mother(cast):
    return known_at(cast.worker, **KAZUKO)


def test_what_was_written_before_is_hidden_for_everybody(cast, mother):
    row = record(cast, mother, TEXT)
    protect(cast, mother)
    for viewer in (cast.worker, cast.colleague):
        assert content_of(cast, row, viewer) == HIDDEN


def test_what_is_written_afterwards_is_hidden_whoever_writes_it(cast, mother):
    protect(cast, mother)
    row = record(cast, mother, TEXT, by=cast.colleague)
    assert content_of(cast, row) == HIDDEN
    with acting_as(cast.colleague):
        SupportRecord.objects.filter(pk=row.pk).update(place="さくら荘")
        assert SupportRecord.objects.get(pk=row.pk).place == "〔秘匿〕"


def test_a_hidden_school_is_still_a_school_and_no_work():
    assert read_work("〔学校秘匿〕の2年") == Work.SCHOOL and read_work("〔勤務先秘匿〕") == Work.WORKING


def test_the_sentence_that_tells_a_right_loses_the_words_too(cast, mother):
    with acting_as(cast.worker):
        disclosure.record_consent(
            mother.case_id, by=cast.worker, level="reception", answer="agree", confirmed_on=SINCE
        )
        new = disclosure.New(
            disclosure.EvidenceType.TEAM, cast.coordinator.agency.id, note=TEXT[:200], source="test"
        )
        disclosure.add_evidence(mother.case_id, [new], on=SINCE)
    protect(cast, mother)
    with acting_as(cast.worker):
        words = " ".join(one.explanation for one in rights_on(mother.case_id))
        assert "〔電話秘匿〕" in words and "0868123456" not in words


def test_another_case_is_left_alone(cast, mother):
    protect(cast, mother)
    other = known_at(cast.worker, family_name="大野")
    assert content_of(cast, record(cast, other, TEXT)) == TEXT


def test_named_staff_alone_read_what_stood_there(cast, mother):
    record(cast, mother, TEXT)
    protect(cast, mother)
    with acting_as(cast.worker):
        found = passages(mother)
        assert [(one.where, one.text) for one in found if one.where == "内容"] == [("内容", TEXT)]
    for viewer in (cast.colleague, cast.coordinator, cast.manager, cast.stranger, cast.administrator, None):
        with acting_as(viewer):
            assert not ProtectedPassage.objects.exists()


def test_nobody_reads_the_words_themselves(cast, mother):
    protect(cast, mother)
    with (
        acting_as(cast.worker),
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
    ):
        ProtectedWord.objects.count()


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT people_set_words('{person}', '[]')",
        "SELECT people_end_words('{person}')",
        "SELECT people_hide(ARRAY['{case}'::uuid], 'x')",
        "SELECT people_hide_case('{case}')",
        "SELECT people_hide_json(ARRAY['{case}'::uuid], '[]')",
        "SELECT people_masked_change('{case}', 'cases_supportrecord', '{{\"content\": \"x\"}}')",
        "SELECT people_tell_of_guess(ARRAY['{person}'::uuid], 'x', 'x')",
        "UPDATE people_protectedpassage SET original = 'x'",
        "INSERT INTO people_protectedword (case_id, person_id, sort, pattern) VALUES ('{case}', '{person}', 'other', 'x')",
    ],
)
def test_who_is_not_named_can_not_reach_past(cast, mother, statement):
    protect(cast, mother)
    with acting_as(cast.colleague), connection.cursor() as cursor:
        with pytest.raises(ProgrammingError), transaction.atomic():
            cursor.execute(statement.format(person=mother.pk, case=mother.case_id))


def test_occupation_and_note_lose_the_words_and_keep_the_rest(cast, mother):
    with acting_as(cast.worker):
        correct_person(mother, by=cast.worker, occupation="スーパーまるい パート", note="子は美咲北中学校")
    protect(cast, mother)
    with acting_as(cast.colleague):
        row = Person.objects.get(pk=mother.pk)
        assert (row.occupation, row.note) == ("〔勤務先秘匿〕 パート", "子は〔学校秘匿〕")


def test_a_member_added_later_does_not_bring_the_address_back(cast, mother):
    protect(cast, mother)
    with acting_as(cast.colleague):
        child = add_person(
            mother.case_id, by=cast.colleague, family_name="渡邊", given_name="花", address=KAZUKO["address"],
            phone="0868-12-3456",
        )  # fmt: skip
        row = Person.objects.get(pk=child.pk)
        assert (row.address, row.phone) == ("〔住所秘匿〕", "〔電話秘匿〕")
        for text in ("原田", "0868123456", "3456", "住所秘匿"):
            assert find(text) == []
        compared_by = MatchKey.objects.get(person=child)
        assert (compared_by.address_key, compared_by.landline) == ("", "")
        assert not [one for one in compared_by.blocks if "原田" in one or "0868" in one or "秘匿" in one]


def test_no_search_tells_that_there_is_something(cast, mother):
    record(cast, mother, TEXT)
    protect(cast, mother)
    with acting_as(cast.colleague), connection.cursor() as cursor:
        for word in ("まるい", "北中", "0868123456", "原田"):
            cursor.execute("SELECT count(*) FROM cases_records_holding(ARRAY[%s], 50, 5000)", [word])
            assert cursor.fetchone() == (0,), word
            assert find(word) == []


def test_drafts_of_others_lose_the_words_and_own_ones_keep_them(cast, mother):
    for writer in (cast.colleague, cast.worker):
        with acting_as(writer):
            Draft.objects.create(
                user=writer.user, agency=writer.agency, form="record", subject_id=str(mother.case_id),
                data={"content": [TEXT]},
            )  # fmt: skip
    protect(cast, mother)
    for writer, words in ((cast.colleague, HIDDEN), (cast.worker, TEXT)):
        with acting_as(writer):
            assert Draft.objects.get().data == {"content": [words]}


def test_a_sheet_kept_as_one_value_keeps_its_numbers_days_and_keys(cast, mother):
    key = str(mother.pk)
    told = {"count": 3456, "day": "2025-03-04", "key": key, "yes": True, "text": ["3456番", "一行目\n3456"]}
    with acting_as(cast.colleague):
        Draft.objects.create(
            user=cast.colleague.user, agency=cast.colleague.agency, form="record",
            subject_id=str(mother.case_id), data=told,
        )  # fmt: skip
    protect(cast, mother, words=f"3456\n0304\n{key[:8]}")
    with acting_as(cast.colleague):
        assert Draft.objects.get().data == told | {"text": ["〔秘匿〕番", "一行目\n〔秘匿〕"]}


def test_a_word_broken_over_two_lines_is_hidden_in_a_sheet_too(cast, mother):
    with acting_as(cast.colleague):
        Draft.objects.create(
            user=cast.colleague.user, agency=cast.colleague.agency, form="record",
            subject_id=str(mother.case_id), data={"a": "さくら\n荘", "b": '「"さくら荘"」\\'},
        )  # fmt: skip
    protect(cast, mother)
    with acting_as(cast.colleague):
        assert Draft.objects.get().data == {"a": "〔秘匿〕", "b": '「"〔秘匿〕"」\\'}


@pytest.mark.parametrize("typed", [{"words": "さくら荘\n101"}, {"workplace": "１２"}, {"school": "1-2"}])
def test_a_short_number_is_not_hidden(cast, mother, typed):
    with pytest.raises(Forbidden) as forbidden:
        protect(cast, mother, **typed)
    assert forbidden.value.codes == ["short_number"]
    kept = protect(cast, mother)
    with acting_as(cast.worker), pytest.raises(Forbidden) as forbidden:
        change_protected(kept, by=cast.worker, staff=[cast.worker.user.pk], **typed)
    assert forbidden.value.codes == ["short_number"]


def test_the_end_gives_every_text_back_also_an_edited_one(cast, mother):
    first, second = record(cast, mother, TEXT), record(cast, mother, TEXT)
    kept = protect(cast, mother)
    third = record(cast, mother, "さくら荘へ訪問", by=cast.colleague)
    with acting_as(cast.colleague):
        SupportRecord.objects.filter(pk=second.pk).update(content=HIDDEN + "追記。")
    with acting_as(cast.worker):
        release_contact(kept, by=cast.worker)
        assert not ProtectedPassage.objects.exists()
    assert content_of(cast, first, cast.colleague) == TEXT
    assert content_of(cast, second, cast.colleague) == TEXT + "追記。"
    assert content_of(cast, third, cast.colleague) == "さくら荘へ訪問"
    assert content_of(cast, record(cast, mother, TEXT)) == TEXT


def test_the_end_gives_back_the_household_too_and_it_is_found_again(cast, mother):
    with acting_as(cast.worker):
        correct_person(mother, by=cast.worker, occupation="スーパーまるい パート")
        mother.refresh_from_db()
    kept = protect(cast, mother)
    with acting_as(cast.worker):
        child = add_person(
            mother.case_id, by=cast.worker, family_name="渡邊", given_name="花", address=KAZUKO["address"]
        )
        release_contact(kept, by=cast.worker)
        rows = {row.pk: row for row in Person.objects.filter(case_id=mother.case_id)}
        assert (rows[mother.pk].occupation, rows[mother.pk].address) == (
            "スーパーまるい パート",
            KAZUKO["address"],
        )
        assert rows[child.pk].address == KAZUKO["address"]
        assert {hit.person.pk for hit in find("原田")} >= {mother.pk, child.pk}


def test_a_passage_that_can_not_be_put_back_stays_readable(cast, mother):
    row = record(cast, mother, TEXT)
    kept = protect(cast, mother)
    with acting_as(cast.colleague):
        SupportRecord.objects.filter(pk=row.pk).update(content="〔電話秘匿〕だけ")
    with acting_as(cast.worker):
        release_contact(kept, by=cast.worker)
    with acting_as(cast.colleague):
        assert [one.text for one in passages(mother)] == [TEXT]
        assert SupportRecord.objects.get(pk=row.pk).content == "〔電話秘匿〕だけ"


def test_the_words_of_another_protected_person_stay_hidden(cast, mother):
    with acting_as(cast.worker):
        aunt = add_person(mother.case_id, by=cast.worker, family_name="大野", phone="090-1111-2222")
    row = record(cast, mother, TEXT + "叔母は09011112222。")
    kept = protect(cast, mother)
    protect(cast, aunt, words="")
    with acting_as(cast.worker):
        release_contact(kept, by=cast.worker)
    assert content_of(cast, row, cast.colleague) == TEXT + "叔母は〔電話秘匿〕。"


def test_a_passage_with_words_of_two_is_for_who_is_named_for_both(cast, mother):
    with acting_as(cast.worker):
        aunt = add_person(mother.case_id, by=cast.worker, family_name="大野", phone="090-1111-2222")
    record(cast, mother, "0868-12-3456と090-1111-2222")
    protect(cast, mother, staff=cast.colleague)
    with acting_as(cast.colleague):
        assert ProtectedPassage.objects.filter(table_name="cases_supportrecord").count() == 1
    protect(cast, aunt)
    record(cast, mother, "0868-12-3456と090-1111-2222")
    with acting_as(cast.colleague):
        assert ProtectedPassage.objects.filter(table_name="cases_supportrecord").count() == 1
    with acting_as(cast.worker):
        assert ProtectedPassage.objects.filter(table_name="cases_supportrecord").count() == 3


def test_a_new_address_is_hidden_and_the_former_one_stays_so(cast, mother):
    kept = protect(cast, mother)
    row = record(cast, mother, "津山市山下3-4に移った。前は原田1-2-3。")
    with acting_as(cast.worker):
        change_protected(kept, by=cast.worker, staff=[cast.worker.user.pk], address="津山市山下3-4")
    assert content_of(cast, row) == "〔住所秘匿〕に移った。前は〔住所秘匿〕。"


def test_what_an_unprotected_member_shows_is_no_secret(cast, mother):
    """The other parent stays in the house: the house is no secret, the shelter is."""
    with acting_as(cast.worker):
        add_person(
            mother.case_id, by=cast.worker, family_name="渡邊", given_name="一", address=KAZUKO["address"]
        )
    protect(cast, mother)
    row = record(cast, mother, "原田1-2-3の家。電話は0868-12-3456。")
    assert content_of(cast, row) == "原田1-2-3の家。電話は〔電話秘匿〕。"


def test_the_log_shows_no_word_though_its_old_rows_hold_them(cast, mother):
    record(cast, mother, TEXT)
    protect(cast, mother)
    with acting_as(cast.colleague):
        told = changes_of(mother.case_id)
        assert HIDDEN in told
        for word in ("原田", "0868123456", "北中", "まるい", "さくら荘"):
            assert word not in told, word
    with acting_as(cast.stranger):
        assert changes_of(mother.case_id) == "[]"


def changes_of(case_id):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT before::text, after::text FROM disclosure_changes_of(%s, NULL, 500, NULL, '{}')",
            [case_id],
        )
        return str(cursor.fetchall())


# --- the same person in another case ---


def joined(cast, one, other):
    with acting_as(cast.coordinator):
        found = Pair.objects.get(person_a_id=min(one.pk, other.pk), person_b_id=max(one.pk, other.pk))
        decide_pair(compared(found.pk), by=cast.coordinator, decision="same", reason="住民票")


def elsewhere(cast, mother):
    """The same mother as kikan knows her."""
    return known_at(cast.disability, **AS_OTHERS_WROTE)


@pytest.mark.parametrize("first", ["protected", "joined"])
def test_the_same_person_is_protected_in_the_other_case_too(cast, mother, first):
    other = elsewhere(cast, mother)
    row = record(cast, other, TEXT, by=cast.disability)
    for act in ("joined", "protected") if first == "joined" else ("protected", "joined"):
        if act == "joined":
            joined(cast, mother, other)
        else:
            protect(cast, mother)
    with acting_as(cast.disability):
        person = Person.objects.get(pk=other.pk)
        assert (person.address, person.phone, person.contact_is_protected) == ("", "", True)
        assert SupportRecord.objects.get(pk=row.pk).content == HIDDEN
        assert find("原田") == [] and find("0868123456") == []
        contact = ProtectedContact.objects.get(person=other)
        assert contact.address == AS_OTHERS_WROTE["address"] and not contact.is_settled
        assert contact.staff == [cast.disability.user.pk]


def test_neither_case_is_told_of_the_other(cast, mother):
    other = elsewhere(cast, mother)
    joined(cast, mother, other)
    protect(cast, mother)
    with acting_as(cast.disability):
        contact = ProtectedContact.objects.get(person=other)
        assert contact.recorded_by is None and "12号" not in contact.reason
        assert not ProtectedPassage.objects.exclude(written_by=None).exists()
    with acting_as(cast.worker):
        assert not ProtectedContact.objects.filter(person=other).exists()


def test_where_nobody_can_be_named_the_coordinator_is_told(cast, mother):
    other = elsewhere(cast, mother)
    cast.disability.user.posts.update(ends_on=date(2025, 5, 2))
    joined(cast, mother, other)
    protect(cast, mother)
    with acting_as(cast.coordinator):
        assert [one.agency for one in unattended()] == [cast.disability.agency.name]


def test_ending_it_here_does_not_end_it_there(cast, mother):
    other = elsewhere(cast, mother)
    joined(cast, mother, other)
    kept = protect(cast, mother)
    with acting_as(cast.worker):
        release_contact(kept, by=cast.worker)
    with acting_as(cast.disability):
        assert Person.objects.get(pk=other.pk).contact_is_protected


# --- no table is forgotten ---


@pytest.mark.django_db(databases=["default", "owner"])
def test_every_table_with_texts_about_a_case_hides_protected_words():
    """A new table gets the trigger by itself; one without a case must be told how its cases are found, or exempted."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname = %s",
            [masking.TRIGGER],
        )
        hiding = {row[0] for row in cursor.fetchall()}
    texts = set(masking.tables_with_texts("owner"))
    assert texts - hiding - set(masking.NOT_HIDDEN) == set()
    assert not hiding & set(masking.NOT_HIDDEN)
    assert set(masking.NOT_HIDDEN) <= texts


# --- who types a hidden word ---


@pytest.fixture
def guesses():
    """What the database logged of hidden words that were typed: asked as the overseer, who gets numbers alone."""

    def count(cast):
        with acting_as(cast.manager), connection.cursor() as cursor:
            cursor.execute(
                "SELECT user_id, times FROM disclosure_unusual(30, '00:00', '24:00', '{}') WHERE oddity = 'masked'"
            )
            return dict(cursor.fetchall())

    return count


def test_a_hidden_word_typed_by_who_is_not_named_is_logged(cast, mother, guesses):
    protect(cast, mother)
    record(cast, mother, TEXT, by=cast.colleague)
    record(cast, mother, TEXT)
    assert guesses(cast) == {cast.colleague.user.pk: 1}


def test_one_person_typed_once_is_logged_once(cast, mother, guesses):
    protect(cast, mother)
    with acting_as(cast.colleague):
        add_person(
            mother.case_id, by=cast.colleague, family_name="渡邊", given_name="花", address=KAZUKO["address"]
        )
    assert guesses(cast) == {cast.colleague.user.pk: 1}


def test_what_comes_back_at_the_end_of_a_protection_is_typed_by_nobody(cast, mother, guesses):
    with acting_as(cast.worker):
        aunt = add_person(mother.case_id, by=cast.worker, family_name="大野", phone="090-1111-2222")
    record(cast, mother, TEXT + "叔母は09011112222。")
    kept = protect(cast, mother)
    with acting_as(cast.colleague):
        protect_contact(aunt, by=cast.colleague, staff=[cast.colleague.user.pk], reason="第13号", since=SINCE)
    with acting_as(cast.worker):
        release_contact(kept, by=cast.worker)
    assert guesses(cast) == {}
    record(cast, mother, "叔母は09011112222。")
    assert guesses(cast) == {cast.worker.user.pk: 1}
