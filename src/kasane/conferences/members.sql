-- Whether the viewer sits at one item of a meeting: of the agency that called it, a member of the whole meeting, or one
-- called to this item (R-CONF-05, R-CONF-06).
CREATE FUNCTION conferences_sits_at(wanted_meeting uuid, wanted_item uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM conferences_member p WHERE p.meeting_id = wanted_meeting
                   AND p.user_id = kasane_user() AND p.removed_on IS NULL
                   AND (p.items IS NULL OR wanted_item = ANY (p.items)))
        OR EXISTS (SELECT 1 FROM conferences_meeting m WHERE m.id = wanted_meeting
                   AND m.host_id = kasane_agency())
$$;
SELECT disclosure_give_to_definer('conferences_sits_at(uuid, uuid)');

-- The agenda by its functions and minutes alone, so that whoever sees some of its items knows about when they come up.
CREATE FUNCTION conferences_timetable(wanted_meeting uuid)
    RETURNS TABLE (item_id uuid, function text, minutes integer)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT i.id, i.function::text, i.minutes::integer FROM conferences_agendaitem i
    WHERE i.meeting_id = wanted_meeting AND i.withdrawn = '' AND conferences_sees(wanted_meeting)
    ORDER BY i."order", i.created_at
$$;
SELECT disclosure_give_to_definer('conferences_timetable(uuid)');

SET LOCAL ROLE kasane_definer;
-- Whom every case of a meeting is opened to: not those who are called to single items.
CREATE OR REPLACE FUNCTION conferences_members_of(wanted_meeting uuid)
    RETURNS TABLE (agency_id uuid, user_id uuid, acknowledged_on date)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p.agency_id, p.user_id, (p.acknowledged_at AT TIME ZONE 'Asia/Tokyo')::date
    FROM conferences_member p JOIN conferences_meeting m ON m.id = p.meeting_id
        JOIN agencies_agency a ON a.id = p.agency_id
    WHERE p.meeting_id = wanted_meeting AND p.removed_on IS NULL AND p.user_id IS NOT NULL AND a.kind <> 'resident'
      AND p.items IS NULL AND m.state IN ('planned', 'held') AND kasane_user() IS NOT NULL
$$;

-- The decisions of the last time are gone through with the members of the whole meeting.
CREATE OR REPLACE FUNCTION conferences_sits_in(wanted_body uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM conferences_meeting m LEFT JOIN conferences_member p
                       ON p.meeting_id = m.id AND p.user_id = kasane_user() AND p.removed_on IS NULL
                          AND p.items IS NULL
                   WHERE m.body_id = wanted_body AND m.state IN ('planned', 'held')
                     AND (m.host_id = kasane_agency() OR p.id IS NOT NULL))
$$;

-- Who works on a case and was called to another item of the meeting can not read what was said of it either.
CREATE OR REPLACE FUNCTION conferences_unread_minutes(wanted_case uuid)
    RETURNS TABLE (meeting_id uuid, label text, host text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT i.meeting_id, i.meeting_label::text, a.name::text
    FROM conferences_talk t JOIN conferences_agendaitem i ON i.id = t.item_id
        JOIN conferences_meeting m ON m.id = t.meeting_id JOIN agencies_agency a ON a.id = m.host_id
    WHERE t.case_id = wanted_case AND disclosure_sees(wanted_case) AND NOT conferences_sits_at(t.meeting_id, t.item_id)
    ORDER BY 2, 1
$$;

CREATE OR REPLACE FUNCTION conferences_log_material(wanted_item uuid, what text) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO disclosure_logentry (at, user_id, agency_id, case_id, act, subject, row_id, basis)
    SELECT clock_timestamp(), kasane_user(), kasane_agency(), i.case_id, 'read', what, i.id::text, 'conference'
    FROM conferences_agendaitem i WHERE i.id = wanted_item AND conferences_shows_material(i.meeting_id)
        AND conferences_sits_at(i.meeting_id, i.id)
$$;
RESET ROLE;

ALTER POLICY members_general ON conferences_agendaitem
    USING (case_id IS NULL AND conferences_sits_at(meeting_id, id))
    WITH CHECK (case_id IS NULL AND conferences_sits_at(meeting_id, id));
ALTER POLICY residents_see ON conferences_agendaitem
    USING (function = 'support_conference' AND kinds & 32 = 0 AND conferences_shows_material(meeting_id)
           AND conferences_sits_at(meeting_id, id));
ALTER POLICY members_only ON conferences_talk
    USING (conferences_sits_at(meeting_id, item_id)) WITH CHECK (conferences_sits_at(meeting_id, item_id));
ALTER POLICY members_only ON conferences_talkline
    USING (conferences_sits_at(meeting_id, item_id)) WITH CHECK (conferences_sits_at(meeting_id, item_id));
ALTER POLICY members_general ON conferences_meetingdecision
    USING (case_id IS NULL AND (agency_id = (SELECT kasane_agency()) OR conferences_sits_at(meeting_id, item_id)
                                OR conferences_sits_in(body_id)));
ALTER POLICY members_general_add ON conferences_meetingdecision
    WITH CHECK (case_id IS NULL AND conferences_sits_at(meeting_id, item_id));
ALTER POLICY members_general_change ON conferences_meetingdecision
    USING (case_id IS NULL AND (agency_id = (SELECT kasane_agency()) OR conferences_sits_at(meeting_id, item_id)))
    WITH CHECK (case_id IS NULL AND (agency_id = (SELECT kasane_agency()) OR conferences_sits_at(meeting_id, item_id)));

-- What was said comes into the history of a case as it is read: item by item.
CREATE OR REPLACE FUNCTION disclosure_meets_own_rule(subject text, was jsonb) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF subject IN ('conferences_talk', 'conferences_talkline') AND was IS NOT NULL THEN
        RETURN conferences_sits_at((was ->> 'meeting_id')::uuid, (was ->> 'item_id')::uuid);
    END IF;
    IF subject = 'intake_phonecall' AND was IS NOT NULL THEN
        RETURN COALESCE((was ->> 'agency_id')::uuid = kasane_agency(), false);
    END IF;
    RETURN true;
END $$;
