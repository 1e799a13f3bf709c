"""The functions that read across cases (SECURITY DEFINER): for each viewer they answer what the rules allow, no more.

A new function that the web role may call stands in COMPARED or, with the reason, in NOT_COMPARED; else the test fails.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from kasane.base.kinds import DataKind
from kasane.cases.history.words import OTHERS, TABLES
from kasane.disclosure import readers
from kasane.disclosure.readers import Viewer
from kasane.disclosure.viewer import acting_as

from .filling import WORD
from .law import RULES, Law
from .looking import Count
from .session import rows

Answer = frozenset[Any]
Door = Callable[[Law, Viewer], tuple[Answer, Answer]]

NOT_COMPARED = {
    "cases_acknowledge_alarm": "writes; asks cases_hears_alarm",
    "cases_acts_on_alarms": "of the viewer's own post",
    "cases_add_alarm_step": "writes; asks cases_works_on_alarm",
    "cases_alarm_notices": "danger, case number, agency and times of alarms the viewer hears; tested in cases",
    "cases_alarms_open_on": "that an alarm is open, for those who see the case; asks disclosure_sees and cases_sees_alarm",
    "cases_came_with_alarm": "whether an exception, whose id one has, came with an alarm, and nothing of it",
    "cases_end_alarm": "writes; tested in cases",
    "cases_give": "writes; asks cases_possible_holders; what it gives is evidence like any other, tested in cases",
    "cases_hears_alarm": "whether the viewer is to know of an alarm, and nothing of it; tested in cases",
    "cases_is_told": "a part of the condition of the tables' policies, which are compared",
    "cases_is_urgent_officer": "staff alone",
    "cases_log_alarm": "writes a reading to the log; asks cases_sees_alarm and cases_hears_alarm",
    "cases_late_alarm": "for the process that sends mail, which is nobody; nothing to a viewer; tested in cases",
    "cases_look_again": "writes; for who acknowledged alone",
    "cases_my_alarms": "ids of alarms the viewer hears; tested in cases",
    "cases_keep_holding": "writes what is derived alone, and answers nothing; called by triggers",
    "cases_possible_holders": "agencies alone, of cases nobody holds; asks cases_unheld",
    "cases_raise_alarm": "writes; asks disclosure_sees, tells officers alone",
    "cases_read_alarm_end": "writes; of the viewer's own row",
    "cases_sees_alarm": "the condition of the tables' policies, which are compared",
    "cases_unheld": "numbers and agencies, for those who look after disclosure; tested in cases",
    "cases_works_on_alarm": "whether the viewer has a part in an alarm, and nothing of it",
    "cases_exception_labels": "case numbers of exceptions the viewer sees; asks cases_sees_exception",
    "cases_log_exception": "writes a reading to the log; asks cases_sees_exception",
    "cases_open_urgently": "writes; what it opens is compared in every world, how it is asked is tested in cases",
    "cases_sees_exception": "the condition of the table's policy, which is compared",
    "cases_urgent_news": "numbers and agencies, for those who look after disclosure",
    "cases_urgent_tries": "counts of tries by staff, for those who decide",
    "coordination_is_asked": "the condition of the tables' policies, which are compared",
    "coordination_log_asked": "writes a reading to the log; asks coordination_is_asked",
    "coordination_may_tell": "the condition of what an asked agency adds; tested in coordination",
    "coordination_shared_with_us": "kinds the person shares with the viewer's agency, where it was asked; tested in coordination",
    "disclosure_consents_ending": "asks disclosure_sees and whether the agency works on the case; tested in disclosure",
    "coordination_load": "numbers; asks kasane_oversees, names for coordinators and of the own agency; tested in coordination",
    "coordination_watch": "numbers, for coordinators alone; tested in coordination",
    "conferences_coming": "body, day and host of the meetings to come, for everybody signed in",
    "conferences_counted": "how many meetings each body has held in a year, for everybody signed in",
    "conferences_log_material": "writes a reading to the log",
    "disclosure_acknowledge": "writes; what it opens is compared in every world",
    "disclosure_case_stands": "whether a case with a random key exists; asked by the ledger itself",
    "disclosure_cases_by_contract": "a count only",
    "disclosure_case_columns": "names of columns, nothing of anybody",
    "disclosure_check_readings": "writes; for those who oversee reading alone",
    "disclosure_files": "asks kasane_oversees, which is compared; tells numbers and days of files",
    "disclosure_first_break": "a number in the log only",
    "disclosure_holds_post": "of the viewer's own posts; asked by disclosure_oversees, which is compared",
    "disclosure_is_held": "whether a file is kept longer, and nothing of it",
    "disclosure_key_of": "names of columns, nothing of anybody",
    "disclosure_log_file": "writes to the log",
    "disclosure_log_reading": "writes a reading to the log; answers the viewer's own kinds",
    "disclosure_references": "names of columns, nothing of anybody",
    "disclosure_type_of": "names of columns, nothing of anybody",
    "disclosure_unusual": "asks disclosure_oversees, which is compared; tells of staff",
    "disclosure_replace_grants": "writes; what it gives is compared in every world",
    "intake_calls_elsewhere": "names of desks and numbers; asks disclosure_sees and kasane_oversees; tested in intake",
    "intake_past_counts": "numbers of files that are gone, of the viewer's agency alone; tested in intake",
    "intake_desk_overdue": "numbers and days only; of the viewer's agency or asks kasane_oversees; tested in intake",
    "intake_desk_counts": "numbers only; of the viewer's agency or asks kasane_oversees; tested in intake",
    "imports_end": "writes, in the viewer's own transaction alone",
    "imports_forget": "removes what is old, whosever it is",
    "imports_is_open": "of the viewer's own transaction alone",
    "imports_undo": "writes; tested in imports",
    "intake_door_admits": "counts; answers whether one more message may come",
    "intake_leave_door_message": "writes; answers nothing",
    "intake_pass_door_message": "writes, for the desk that has the message; tested in intake",
    "intake_read_door_message": "writes a reading to the log; answers whether the own desk has the message",
    "intake_step_on_hop": "writes; for coordinators alone; tested in intake",
    "intake_watched_hops": "numbers, agencies and days, for coordinators alone; tested in intake",
    "people_agree_handover": "writes; asks people_agrees_to_handover",
    "people_agrees_to_handover": "a part of the condition of people_protectionhandover, which is compared",
    "people_end_words": "writes; for named staff alone",
    "people_propose_handover": "writes; for coordinators alone",
    "people_protect_same": "writes; answers nothing",
    "people_set_words": "writes; for named staff alone",
    "people_successors": "staff alone, for coordinators",
    "people_contradictions": "for coordinators alone; tested in people",
    "people_decide": "writes; for coordinators alone",
    "people_pattern_counts": "counts only, small ones suppressed",
    "people_pattern_state": "a day and a year only",
    "people_propose": "writes; answers nothing",
    "people_propose_pair": "writes; asks disclosure_sees for both",
}


def ids(statement: str, *values: Any) -> Answer:
    return frozenset(one for (one,) in rows(statement, list(values)) if one is not None)


def seen_rows(law: Law, viewer: Viewer, table: str, key: str = "id") -> Answer:
    return frozenset(row[key] for row in law.tables[table] if RULES[table].sees(law, viewer, row))


def seen_cases(law: Law, viewer: Viewer) -> Answer:
    return frozenset(case_id for case_id in law.cases.values() if law.covers(viewer, case_id, 1))


def every(law: Law) -> list[Any]:
    return list(law.cases.values())


def sees(law: Law, viewer: Viewer) -> tuple[Answer, Answer]:
    return ids("SELECT c FROM unnest(%s::uuid[]) c WHERE disclosure_sees(c)", every(law)), seen_cases(
        law, viewer
    )


def grants_of(law: Law, viewer: Viewer) -> tuple[Answer, Answer]:
    mine = seen_cases(law, viewer)
    return (
        ids("SELECT g.id FROM unnest(%s::uuid[]) c, disclosure_grants_of(c) g", every(law)),
        frozenset(row["id"] for row in law.tables["disclosure_grant"] if row["case_id"] in mine),
    )


def readings_of(law: Law, viewer: Viewer) -> tuple[Answer, Answer]:
    shown = ids("SELECT c FROM unnest(%s::uuid[]) c, disclosure_readings_of(c, 5) r", every(law))
    return shown, seen_cases(law, viewer)


def looks_of(law: Law, viewer: Viewer) -> tuple[Answer, Answer]:
    asked = "disclosure_looks_of(c, NULL, NULL, NULL, NULL, false, NULL, 5)"
    return ids(f"SELECT c FROM unnest(%s::uuid[]) c, {asked}", every(law)), seen_cases(law, viewer)


def lookers_of(law: Law, viewer: Viewer) -> tuple[Answer, Answer]:
    shown = ids("SELECT c FROM unnest(%s::uuid[]) c, disclosure_lookers_of(c)", every(law))
    return shown, seen_cases(law, viewer)


def changes_of(law: Law, viewer: Viewer) -> tuple[Answer, Answer]:
    """Each entry about a row is told when the row, as it was before and as it was after, is one the viewer may see.

    What the history leaves to other pages may be missing in it. What is hidden within an entry, the tests of the log say.
    """
    told = (
        "SELECT l.subject, l.id FROM unnest(%s::uuid[]) c, disclosure_changes_of(c, NULL, 100000, NULL, %s) l"
    )
    answered = frozenset(rows(told, [every(law), []]))
    mine = {case_id for case_id in every(law) if any(law.covers(viewer, case_id, kind) for kind in DataKind)}
    allowed = frozenset(
        (entry.subject, entry.id)
        for entry in law.changes
        if entry.case_id in mine
        and (entry.subject in HISTORY or (entry.subject, entry.id) in answered)
        and entry.seen(law, viewer)
    )
    return answered, allowed


HEARD = {
    "cases_alarm", "cases_alarmstep", "cases_alarmtold", "coordination_informationanswer",
    "coordination_informationreply", "coordination_informationrequest", "intake_hopstep",
}  # fmt: skip
"""What is heard of without its kinds of data (R-INT-05, R-INT-09, R-COOR-02): on pages of its own; the history asks for the
kinds."""
HISTORY = {*TABLES, *OTHERS} - HEARD


def only_own(statement: str) -> Door:
    """A list where one begins to look: nothing seen is missing, and nothing is there without a right of any day."""

    def door(law: Law, viewer: Viewer) -> tuple[Answer, Answer]:
        listed = ids(statement)
        ever = frozenset(
            row["case_id"]
            for row in law.tables["disclosure_grant"]
            if RULES["disclosure_grant"].sees(law, viewer, row)
        )
        return listed, (listed & ever) | seen_cases(law, viewer)

    return door


def found_persons(law: Law, viewer: Viewer) -> tuple[Answer, Answer]:
    words = f'[[{{"how": "name", "word": "{WORD}"}}]]'
    return (
        ids("SELECT person_id FROM people_find(%s::jsonb, 1000, 500)", words),
        seen_rows(law, viewer, "people_personkey", "person_id"),
    )


TYPED = json.dumps(
    dict.fromkeys(
        ["family_key", "given_key", "name_key", "family_sound", "given_sound", "sound_key", "sex", "birth_key",
         "address_key", "town_key", "mobile", "landline"], "",
    )
    | dict.fromkeys(["family_common", "birth_year", "birth_month", "birth_day"], 0)
)  # fmt: skip


def likely_persons(law: Law, viewer: Viewer) -> tuple[Answer, Answer]:
    return (
        ids("SELECT person_id FROM people_likely(%s::jsonb, ARRAY['model'], NULL, -1e9, 1000)", TYPED),
        seen_rows(law, viewer, "people_matchkey", "person_id"),
    )


def found_records(law: Law, viewer: Viewer) -> tuple[Answer, Answer]:
    return (
        ids("SELECT id FROM cases_records_holding(ARRAY[%s], 1000, 500)", WORD),
        seen_rows(law, viewer, "cases_supportrecord"),
    )


def pairs(law: Law, viewer: Viewer) -> tuple[Answer, Answer]:
    return (
        ids("SELECT id FROM people_pairs(NULL, NULL, NULL, NULL, 1000)"),
        seen_rows(law, viewer, "people_pair"),
    )


def pairs_waiting(law: Law, viewer: Viewer) -> tuple[Answer, Answer]:
    waiting = len([row for row in law.tables["people_pair"] if row["state"] == "open"])
    return ids("SELECT people_pairs_waiting()"), frozenset({waiting if viewer.coordinates else 0})


def coordinates(law: Law, viewer: Viewer) -> tuple[Answer, Answer]:
    return ids("SELECT kasane_coordinates()"), frozenset({viewer.coordinates})


def oversees(law: Law, viewer: Viewer) -> tuple[Answer, Answer]:
    asked = rows("SELECT kasane_oversees(), kasane_oversees(true)")
    return frozenset(asked), frozenset({(viewer.coordinates or viewer.decides, viewer.decides)})


def duties(law: Law, viewer: Viewer) -> tuple[Answer, Answer]:
    asked = rows("SELECT disclosure_oversees(), kasane_manages(), kasane_oversees(true), kasane_oversees()")
    keeps, looks = readers.keeps_files(viewer), readers.looks_after_files(viewer)
    return frozenset(asked), frozenset({(readers.oversees_reading(viewer), viewer.manages, keeps, looks)})


def named_for(law: Law, viewer: Viewer) -> tuple[Answer, Answer]:
    persons = [row["person_id"] for row in law.tables["people_protectedcontact"]]
    return (
        ids("SELECT p FROM unnest(%s::uuid[]) p WHERE people_named_for(ARRAY[p])", persons),
        seen_rows(law, viewer, "people_protectedcontact", "person_id"),
    )


def unattended(law: Law, viewer: Viewer) -> tuple[Answer, Answer]:
    """What waits for new staff is told to those alone who see what is proposed in that case."""
    told = ids("SELECT contact_id FROM people_unattended(NULL)")
    sees = RULES["people_protectionhandover"].sees
    return told, frozenset(
        row["id"]
        for row in law.tables["people_protectedcontact"]
        if row["id"] in told and sees(law, viewer, row)
    )


def meetings(law: Law, viewer: Viewer) -> tuple[Answer, Answer]:
    return (
        ids("SELECT m FROM unnest(%s::uuid[]) m WHERE conferences_sees(m)", list(law.sittings)),
        frozenset(m for m in law.sittings if law.sees_meeting(viewer, m)),
    )


def seats(law: Law, viewer: Viewer) -> tuple[Answer, Answer]:
    """Who sits at an item: those called to another one do not."""
    asked = "SELECT i FROM unnest(%s::uuid[], %s::uuid[]) AS u (m, i) WHERE conferences_sits_at(m, i)"
    pairs = [(row["meeting_id"], row["id"]) for row in law.items.values()]
    return (
        frozenset(i for (i,) in rows(asked, [[m for m, _ in pairs], [i for _, i in pairs]])),
        frozenset(i for m, i in pairs if law.sits_at(viewer, m, i)),
    )


def timetables(law: Law, viewer: Viewer) -> tuple[Answer, Answer]:
    """Which items a meeting has, without a word of them: for those who see the meeting."""
    asked = "SELECT t.item_id FROM unnest(%s::uuid[]) m, conferences_timetable(m) t"
    there = (i for i, row in law.items.items() if law.sees_meeting(viewer, row["meeting_id"]))
    return ids(asked, list(law.sittings)), frozenset(there)


def materials(law: Law, viewer: Viewer) -> tuple[Answer, Answer]:
    return (
        ids("SELECT m FROM unnest(%s::uuid[]) m WHERE conferences_shows_material(m)", list(law.sittings)),
        frozenset(m for m in law.sittings if law.shows_material(viewer, m)),
    )


def heard(law: Law, viewer: Viewer) -> tuple[Answer, Answer]:
    return (
        ids("SELECT m FROM unnest(%s::uuid[]) m WHERE conferences_hears(m)", list(law.sittings)),
        frozenset(m for m in law.sittings if law.hears(viewer, m)),
    )


def bodies(law: Law, viewer: Viewer) -> tuple[Answer, Answer]:
    there = list({row["body_id"] for row in law.tables["conferences_meeting"]})
    return (
        ids("SELECT b FROM unnest(%s::uuid[]) b WHERE conferences_sits_in(b)", there),
        frozenset(body for body in there if law.sits_in(viewer, body)),
    )


def hidden_items(law: Law, viewer: Viewer) -> tuple[Answer, Answer]:
    mine = seen_cases(law, viewer)
    hidden = [
        row["meeting_id"]
        for row in law.items.values()
        if row["case_id"] and row["case_id"] not in mine and law.sees_meeting(viewer, row["meeting_id"])
    ]
    asked = rows("SELECT m, conferences_hidden_items(m) FROM unnest(%s::uuid[]) m", [list(law.sittings)])
    return frozenset(asked), frozenset((m, hidden.count(m)) for m in law.sittings)


def unread_minutes(law: Law, viewer: Viewer) -> tuple[Answer, Answer]:
    """Which meetings talked about a case one sees, without one: never of a case one does not see."""
    mine = seen_cases(law, viewer)
    return (
        frozenset(
            rows(
                "SELECT c, m.meeting_id FROM unnest(%s::uuid[]) c, conferences_unread_minutes(c) m",
                [every(law)],
            )
        ),
        frozenset(
            (row["case_id"], row["meeting_id"])
            for row in law.tables["conferences_talk"]
            if row["case_id"] in mine and not law.sits_at(viewer, row["meeting_id"], row["item_id"])
        ),
    )


def members_of(law: Law, viewer: Viewer) -> tuple[Answer, Answer]:
    """Whom a case would be opened to: for everybody signed in, who sits in an open meeting; residents never."""
    asked = rows(
        "SELECT m, p.user_id FROM unnest(%s::uuid[]) m, conferences_members_of(m) p", [list(law.sittings)]
    )
    sitting = (
        (meeting_id, seat.user_id)
        for meeting_id, meeting in law.sittings.items()
        for seat in meeting.seats
        if meeting.state in ("planned", "held")
        and seat.user_id
        and not seat.removed
        and not seat.is_resident
        and seat.items is None
    )
    return frozenset(asked), frozenset(sitting if viewer.user_id else ())


def touched(law: Law, viewer: Viewer) -> tuple[Answer, Answer]:
    imports = [row["id"] for row in law.tables["imports_import"]]
    asked = ids("SELECT i FROM unnest(%s::uuid[]) i, imports_touched(i)", imports)
    return asked, asked & seen_rows(law, viewer, "imports_import")


COMPARED: dict[str, Door] = {
    "cases_records_holding": found_records,
    "conferences_hears": heard,
    "conferences_hidden_items": hidden_items,
    "conferences_members_of": members_of,
    "conferences_sees": meetings,
    "conferences_shows_material": materials,
    "conferences_sits_at": seats,
    "conferences_sits_in": bodies,
    "conferences_timetable": timetables,
    "conferences_unread_minutes": unread_minutes,
    "disclosure_changes_of": changes_of,
    "disclosure_grants_of": grants_of,
    "disclosure_newest_cases": only_own("SELECT disclosure_newest_cases(NULL, 1000)"),
    "disclosure_looks_of": looks_of,
    "disclosure_lookers_of": lookers_of,
    "disclosure_readings_of": readings_of,
    "disclosure_sees": sees,
    "imports_touched": touched,
    "kasane_coordinates": coordinates,
    "kasane_oversees": oversees,
    "kasane_manages": duties,
    "disclosure_oversees": duties,
    "people_named_for": named_for,
    "people_unattended": unattended,
    "people_find": found_persons,
    "people_likely": likely_persons,
    "people_own": only_own("SELECT unnest(people_own(1000))"),
    "people_own_below": only_own(
        "SELECT unnest(people_own_below('ffffffff-ffff-ffff-ffff-ffffffffffff', 1000))"
    ),
    "people_pairs": pairs,
    "people_pairs_waiting": pairs_waiting,
}


def callable_doors() -> set[str]:
    """The functions that run with other rights and that the web role may call, by the database's own word."""
    return {
        name
        for (name,) in rows(
            "SELECT DISTINCT proname FROM pg_proc WHERE prosecdef AND prorettype <> 'trigger'::regtype"
            " AND pronamespace = 'public'::regnamespace AND has_function_privilege('kasane_app', oid, 'EXECUTE')"
        )
    }


def compare_doors(law: Law, count: Count) -> list[str]:
    found: list[str] = []
    for name, viewer in law.town.viewers.items():
        with acting_as(law.town.actors[name]):
            for door, compared in COMPARED.items():
                answered, allowed = compared(law, viewer)
                count.doors += len(answered | allowed) or 1
                for one in answered - allowed:
                    found.append(f"{name} learns {_words(law, one)} by {door}(), the rule forbids it")
                for one in allowed - answered:
                    found.append(f"{name} does not get {_words(law, one)} by {door}(), the rule allows it")
    return found


def _words(law: Law, one: Any) -> str:
    return f"case {law.number_of[one]}" if one in law.number_of else str(one)
