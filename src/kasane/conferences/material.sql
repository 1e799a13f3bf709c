-- Whom a case is opened to when it is put on the agenda of an open meeting, and since when they have acknowledged the
-- duty of secrecy. Members from among the residents get no case: for them there is the material alone (R-DIS-10).
SET LOCAL ROLE kasane_definer;
DROP FUNCTION conferences_members_of(uuid);
RESET ROLE;
CREATE FUNCTION conferences_members_of(wanted_meeting uuid)
    RETURNS TABLE (agency_id uuid, user_id uuid, acknowledged_on date)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p.agency_id, p.user_id, (p.acknowledged_at AT TIME ZONE 'Asia/Tokyo')::date
    FROM conferences_member p JOIN conferences_meeting m ON m.id = p.meeting_id
        JOIN agencies_agency a ON a.id = p.agency_id
    WHERE p.meeting_id = wanted_meeting AND p.removed_on IS NULL AND p.user_id IS NOT NULL AND a.kind <> 'resident'
      AND m.state IN ('planned', 'held') AND kasane_user() IS NOT NULL
$$;

-- Whether the viewer is a member from among the residents for whom the material of a meeting is open: acknowledged, and
-- not closed again after the meeting (R-DIS-02, R-DIS-10).
CREATE FUNCTION conferences_shows_material(wanted_meeting uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM conferences_member p JOIN conferences_meeting m ON m.id = p.meeting_id
                       JOIN agencies_agency a ON a.id = p.agency_id
                   WHERE p.meeting_id = wanted_meeting AND p.user_id = kasane_user() AND p.agency_id = kasane_agency()
                     AND p.removed_on IS NULL AND p.acknowledged_at IS NOT NULL AND a.kind = 'resident'
                     AND m.state <> 'cancelled' AND kasane_today() < m.material_until)
$$;
SELECT disclosure_give_to_definer('conferences_members_of(uuid)', 'conferences_shows_material(uuid)');

-- A 支援会議 shows its items and minutes to residents without opening the case; never tax information (R-DIS-03).
CREATE POLICY residents_see ON conferences_agendaitem FOR SELECT TO kasane_app
    USING (function = 'support_conference' AND kinds & 32 = 0 AND conferences_shows_material(meeting_id));
CREATE POLICY residents_see ON conferences_talk FOR SELECT TO kasane_app
    USING (kinds & 32 = 0 AND conferences_shows_material(meeting_id)
           AND EXISTS (SELECT 1 FROM conferences_agendaitem i WHERE i.id = item_id));

-- What members were shown before they acknowledged anything waits for that from now on (R-DIS-02).
SET LOCAL ROLE kasane_definer;
UPDATE disclosure_evidence e SET acknowledged_on = (p.acknowledged_at AT TIME ZONE 'Asia/Tokyo')::date
FROM conferences_member p
WHERE e.source = 'meeting' AND p.meeting_id = e.source_id AND p.user_id = e.user_id AND p.removed_on IS NULL;
UPDATE disclosure_grant g SET waiting = g.valid, valid = 'empty'
FROM disclosure_evidence e
WHERE e.id = g.evidence_id AND e.source = 'meeting' AND e.acknowledged_on IS NULL AND NOT isempty(g.valid);
RESET ROLE;

-- Writes to the log that somebody from among the residents read the material of an item (R-DIS-08, R-DIS-10).
CREATE FUNCTION conferences_log_material(wanted_item uuid, what text) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO disclosure_logentry (at, user_id, agency_id, case_id, act, subject, row_id, basis)
    SELECT clock_timestamp(), kasane_user(), kasane_agency(), i.case_id, 'read', what, i.id::text, 'conference'
    FROM conferences_agendaitem i WHERE i.id = wanted_item AND conferences_shows_material(i.meeting_id)
$$;
SELECT disclosure_give_to_definer('conferences_log_material(uuid, text)');
