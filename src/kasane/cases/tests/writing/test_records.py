"""One record for several people and cases, and what is offered to write it (issue 5; R-DIS-01, R-DIS-04)."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from kasane.base.obstacles import Forbidden
from kasane.cases import actions as cases
from kasane.cases.models import SupportRecord, Task
from kasane.cases.writing.actions import Part, write_visit
from kasane.cases.writing.queries import before
from kasane.disclosure.viewer import acting_as


def address(case) -> str:
    return reverse("cases:record_new", args=[case.id])


def also(*rows: dict[str, str]) -> dict[str, str]:
    """Rows of further cases as the form posts them."""
    data = {"also-TOTAL_FORMS": str(len(rows)), "also-INITIAL_FORMS": "0"}
    for place, row in enumerate(rows):
        data |= {f"also-{place}-{name}": value for name, value in row.items()}
    return data


def test_the_people_who_took_part_are_ticked_and_shown(cast, doors, typed, sign_in):
    desk = sign_in(cast.worker)
    assert desk.post(address(doors.tanaka), typed | {"participants": [str(doors.son.id)]}).status_code == 302
    with acting_as(cast.worker):
        row = SupportRecord.objects.get()
        assert row.participants == [doors.son.id]
        assert timezone.localtime(row.at).hour == 10
    page = desk.get(reverse("case_page", args=[doors.tanaka.id])).content.decode()
    assert "田中 誠" in page.split("record__head")[1].split("</div>")[0]
    edit = desk.get(reverse("cases:record_edit", args=[row.id])).content.decode()
    assert f'value="{doors.son.id}" id="id_participants_1" checked' in edit or "checked" in edit


def test_somebody_of_another_household_can_not_be_ticked(cast, doors, typed, sign_in):
    page = sign_in(cast.worker).post(address(doors.yamamoto), typed | {"participants": [str(doors.son.id)]})
    assert page.status_code == 422


def test_one_visit_stands_in_each_case_by_itself(cast, doors, typed, sign_in):
    rows = also({"case": doors.yamamoto.label, "counterpart": "本人", "words": "山本さんは留守番中。"})
    posted = typed | rows | {"own_words": "田中さんの話。", "next_step": "電話", "next_on": "明日"}
    assert sign_in(cast.worker).post(address(doors.tanaka), posted).status_code == 302
    with acting_as(cast.worker):
        first = SupportRecord.objects.get(case=doors.tanaka)
        second = SupportRecord.objects.get(case=doors.yamamoto)
        assert first.content == "玄関先で話した。\n田中さんの話。"
        assert second.content == "玄関先で話した。\n山本さんは留守番中。"
        assert (first.at, first.method) == (second.at, second.method)
        assert second.minutes is None
        assert (second.counterpart, second.next_on) == ("本人", None)
        assert Task.objects.get().case_id == doors.tanaka.id
        row = {**second.__dict__}
        assert str(doors.tanaka.id) not in str(row) and doors.tanaka.label not in str(row)


def test_a_name_of_the_other_case_keeps_both_from_being_written(cast, doors, typed, sign_in):
    rows = also({"case": doors.yamamoto.label, "words": "本人と話した。"})
    page = sign_in(cast.worker).post(address(doors.tanaka), typed | rows | {"content": "田中さんと話した。"})
    assert page.status_code == 409
    told = page.content.decode()
    assert "ほかの世帯の名前は" in told and "本人と話した。" in told
    with acting_as(cast.worker):
        assert SupportRecord.objects.count() == 0


def test_a_strangers_case_is_as_if_it_were_not_there(cast, doors, typed, sign_in):
    page = sign_in(cast.worker).post(
        address(doors.tanaka), typed | also({"case": doors.foreign.label, "words": "x"})
    )
    assert page.status_code == 422 and "というケースは見つかりません" in page.content.decode()


def test_a_part_without_its_case_is_asked_for(cast, doors, typed, sign_in):
    page = sign_in(cast.worker).post(address(doors.tanaka), typed | also({"case": "", "words": "だれの?"}))
    assert page.status_code == 422 and "どのケースに書くか" in page.content.decode()


def test_a_case_that_can_not_be_written_in_is_named_and_nothing_is_written(cast, doors):
    with acting_as(cast.worker):
        cases.close(doors.yamamoto, by=cast.worker, on=timezone.localdate(), closed_as="closed")
        doors.yamamoto.refresh_from_db()
        with pytest.raises(Forbidden) as refused:
            write_visit(
                doors.tanaka, [Part(doors.yamamoto, "", "")], by=cast.worker,
                at=timezone.now(), method="visit", content="同じ建物を訪ねた。",
            )  # fmt: skip
        assert refused.value.codes == ["closed"]
        assert refused.value.obstacles[0].sentence.startswith(doors.yamamoto.label)
        assert SupportRecord.objects.count() == 0


def test_the_last_entries_are_offered_and_no_other_households(cast, doors, typed, sign_in):
    desk = sign_in(cast.worker)
    desk.post(address(doors.tanaka), typed | {"place": "田中宅", "counterpart": "誠"})
    desk.post(address(doors.yamamoto), typed | {"place": "山本宅", "counterpart": "健"})
    with acting_as(cast.worker):
        found = before(doors.tanaka.id, by=cast.worker)
    assert (found.offers.places, found.offers.counterparts) == (["田中宅"], ["誠"])
    assert [one.label for one in found.cases] == [doors.yamamoto.label]
    page = desk.get(address(doors.tanaka)).content.decode()
    assert "訪問・同行 40分" in page and "山本宅" not in page


def test_writing_into_another_case_is_a_reading_of_it(cast, doors, typed, sign_in):
    rows = also({"case": doors.yamamoto.label, "words": ""})
    sign_in(cast.worker).post(address(doors.tanaka), typed | rows)
    page = sign_in(cast.worker).get(reverse("case_looks", args=[doors.yamamoto.id])).content.decode()
    assert "支援経過記録の作成" in page


def test_the_record_page_takes_a_fixed_number_of_queries(
    cast, doors, typed, sign_in, django_assert_max_num_queries
):
    desk = sign_in(cast.worker)
    for _ in range(3):
        desk.post(address(doors.tanaka), typed)
        desk.post(address(doors.yamamoto), typed)
    with django_assert_max_num_queries(22):
        assert desk.get(address(doors.tanaka)).status_code == 200


def test_a_template_in_the_address_fills_the_record_without_script(cast, doors, sign_in):
    from kasane.cases.writing.actions import add_phrase

    with acting_as(cast.worker):
        add_phrase(
            by=cast.worker,
            use="template",
            own=False,
            name="見守り",
            number=3,
            text="【様子】",
            method="visit",
            minutes=20,
        )
    page = sign_in(cast.worker).get(f"{address(doors.tanaka)}?template=3").content.decode()
    assert "【様子】</textarea>" in page and 'value="20"' in page


def test_what_is_typed_is_kept_without_unseen_characters(cast, doors, typed, sign_in):
    sign_in(cast.worker).post(address(doors.tanaka), typed | {"content": "髙橋﨑\u200bさん\tと話した"})
    with acting_as(cast.worker):
        assert SupportRecord.objects.get().content == "髙橋﨑さん と話した"
