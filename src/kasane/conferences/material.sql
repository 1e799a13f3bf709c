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

-- Who sits at a meeting is for the agency that called it: a member can neither bring others nor move their own place
-- (R-CONF-06). What members change is their own answer, and whether they have acknowledged the duty of secrecy.
DROP POLICY members_add ON conferences_member;
DROP POLICY members_change ON conferences_member;
CREATE POLICY host_adds ON conferences_member FOR INSERT TO kasane_app
    WITH CHECK (EXISTS (SELECT 1 FROM conferences_meeting m WHERE m.id = meeting_id
                        AND m.host_id = (SELECT kasane_agency())));
CREATE POLICY host_and_self_change ON conferences_member FOR UPDATE TO kasane_app
    USING (user_id = (SELECT kasane_user()) AND removed_on IS NULL
           OR EXISTS (SELECT 1 FROM conferences_meeting m WHERE m.id = meeting_id
                      AND m.host_id = (SELECT kasane_agency())))
    WITH CHECK (user_id = (SELECT kasane_user()) AND removed_on IS NULL
                OR EXISTS (SELECT 1 FROM conferences_meeting m WHERE m.id = meeting_id
                           AND m.host_id = (SELECT kasane_agency())));

-- Nobody acknowledges the duty of secrecy for another, not even the host (R-DIS-02): with it the material opens.
CREATE FUNCTION conferences_guard_member() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    own text[] := ARRAY['answer', 'acknowledged_at'];
BEGIN
    IF current_user <> 'kasane_app' THEN
        RETURN NEW;
    END IF;
    IF NEW.acknowledged_at IS DISTINCT FROM (CASE WHEN TG_OP = 'UPDATE' THEN OLD.acknowledged_at END)
       AND NEW.user_id IS DISTINCT FROM kasane_user() THEN
        RAISE EXCEPTION 'not yours to acknowledge' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF (NEW.meeting_id, NEW.user_id, NEW.agency_id) IS DISTINCT FROM (OLD.meeting_id, OLD.user_id, OLD.agency_id) THEN
            RAISE EXCEPTION 'a place stays with its meeting and its person' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF to_jsonb(NEW) - own IS DISTINCT FROM to_jsonb(OLD) - own AND NOT EXISTS (
               SELECT 1 FROM conferences_meeting m WHERE m.id = NEW.meeting_id AND m.host_id = kasane_agency()) THEN
            RAISE EXCEPTION 'not yours to change' USING ERRCODE = 'insufficient_privilege';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_member BEFORE INSERT OR UPDATE ON conferences_member
    FOR EACH ROW EXECUTE FUNCTION conferences_guard_member();

-- Meetings at which a case was talked about without the viewer, who works on the case and can not read what was said:
-- so a copy of the file can tell what is missing in it, and whom to ask (R-DIS-08). The label stands on the item anyway.
CREATE FUNCTION conferences_unread_minutes(wanted_case uuid) RETURNS TABLE (meeting_id uuid, label text, host text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT i.meeting_id, i.meeting_label::text, a.name::text
    FROM conferences_talk t JOIN conferences_agendaitem i ON i.id = t.item_id
        JOIN conferences_meeting m ON m.id = t.meeting_id JOIN agencies_agency a ON a.id = m.host_id
    WHERE t.case_id = wanted_case AND disclosure_sees(wanted_case) AND NOT conferences_sees(t.meeting_id)
    ORDER BY 2, 1
$$;
SELECT disclosure_give_to_definer('conferences_unread_minutes(uuid)');
