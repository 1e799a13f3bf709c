-- Who still reads what was said on items without a case: the agency that called the meeting, and its members until the
-- material is closed (R-CONF-06). What was said of a case ends with the rights on it.
CREATE FUNCTION conferences_hears(wanted_meeting uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM conferences_meeting m WHERE m.id = wanted_meeting AND m.host_id = kasane_agency())
        OR EXISTS (SELECT 1 FROM conferences_member p JOIN conferences_meeting m ON m.id = p.meeting_id
                   WHERE p.meeting_id = wanted_meeting AND p.user_id = kasane_user() AND p.removed_on IS NULL
                     AND m.state <> 'cancelled' AND kasane_today() < m.material_until)
$$;

-- Whether one sits in a coming meeting of a body, or is of the agency that called it: there the decisions of the last time
-- are gone through (R-CONF-06).
CREATE FUNCTION conferences_sits_in(wanted_body uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM conferences_meeting m LEFT JOIN conferences_member p
                       ON p.meeting_id = m.id AND p.user_id = kasane_user() AND p.removed_on IS NULL
                   WHERE m.body_id = wanted_body AND m.state IN ('planned', 'held')
                     AND (m.host_id = kasane_agency() OR p.id IS NOT NULL))
$$;
SELECT disclosure_give_to_definer('conferences_hears(uuid)', 'conferences_sits_in(uuid)');

DROP POLICY members_general ON conferences_talk;
CREATE POLICY members_general ON conferences_talk TO kasane_app
    USING (case_id IS NULL AND conferences_hears(meeting_id))
    WITH CHECK (case_id IS NULL AND conferences_hears(meeting_id));

-- The lines of the minutes are seen as the minutes are; residents see neither what was struck out nor the remarks.
CREATE POLICY members_general ON conferences_talkline TO kasane_app
    USING (case_id IS NULL AND conferences_hears(meeting_id))
    WITH CHECK (case_id IS NULL AND conferences_hears(meeting_id));
CREATE POLICY members_only ON conferences_talkline AS RESTRICTIVE TO kasane_app
    USING (conferences_sees(meeting_id))
    WITH CHECK (conferences_sees(meeting_id));
CREATE POLICY residents_see ON conferences_talkline FOR SELECT TO kasane_app
    USING (kinds & 32 = 0 AND NOT is_removed AND field <> 'remark' AND conferences_shows_material(meeting_id)
           AND EXISTS (SELECT 1 FROM conferences_agendaitem i WHERE i.id = item_id));

-- A decision without a case is for the meeting, for the agency that has to do it, and for the next meeting of the body.
-- The agency answers it; others who see it do not (trigger below).
CREATE POLICY members_general ON conferences_meetingdecision FOR SELECT TO kasane_app
    USING (case_id IS NULL AND (agency_id = (SELECT kasane_agency()) OR conferences_sees(meeting_id)
                                OR conferences_sits_in(body_id)));
CREATE POLICY members_general_add ON conferences_meetingdecision FOR INSERT TO kasane_app
    WITH CHECK (case_id IS NULL AND conferences_sees(meeting_id));
CREATE POLICY members_general_change ON conferences_meetingdecision FOR UPDATE TO kasane_app
    USING (case_id IS NULL AND (agency_id = (SELECT kasane_agency()) OR conferences_sees(meeting_id)))
    WITH CHECK (case_id IS NULL AND (agency_id = (SELECT kasane_agency()) OR conferences_sees(meeting_id)));

-- A decision stays with its item and its agency. Who has to do it answers it, and the agency that called the meeting, for
-- one who telephoned (R-CONF-06).
CREATE FUNCTION conferences_guard_decision() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF current_user <> 'kasane_app' THEN
        RETURN NEW;
    END IF;
    IF (NEW.item_id, NEW.meeting_id, NEW.body_id, NEW.case_id, NEW.agency_id)
       IS DISTINCT FROM (OLD.item_id, OLD.meeting_id, OLD.body_id, OLD.case_id, OLD.agency_id) THEN
        RAISE EXCEPTION 'a decision stays with its item and its agency' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF OLD.agency_id IS DISTINCT FROM kasane_agency() AND NOT EXISTS (
           SELECT 1 FROM conferences_meeting m WHERE m.id = OLD.meeting_id AND m.host_id = kasane_agency()) THEN
        RAISE EXCEPTION 'not yours to answer' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_decision BEFORE UPDATE ON conferences_meetingdecision
    FOR EACH ROW EXECUTE FUNCTION conferences_guard_decision();

-- Tasks of meetings held before become decisions that can be answered.
SET LOCAL ROLE kasane_definer;
INSERT INTO conferences_meetingdecision (id, created_at, version, updated_at, item_id, meeting_id, body_id, case_id, kinds,
    what, agency_id, user_id, due_on, decided_on, state, result, answered_on, answered_by_id)
SELECT t.id, t.created_at, 1, now(), i.id, i.meeting_id, i.body_id, t.case_id, t.kinds, t.what, t.agency_id, t.assignee_id,
    t.due_on, t.since, CASE WHEN t.done_on IS NULL THEN 'open' ELSE 'done' END, '', t.done_on, t.done_by_id
FROM cases_task t JOIN conferences_agendaitem i ON i.id = t.source_id WHERE t.source = 'meeting_item';
UPDATE cases_task t SET source = 'meeting_decision', source_id = t.id
FROM conferences_meetingdecision d WHERE d.id = t.id AND t.source = 'meeting_item';
RESET ROLE;
