-- Whether the viewer has to do with a meeting: it is of the own agency, or one is a member of it (R-CONF-06).
CREATE FUNCTION conferences_sees(wanted_meeting uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM conferences_member p WHERE p.meeting_id = wanted_meeting
                   AND p.user_id = kasane_user() AND p.removed_on IS NULL)
        OR EXISTS (SELECT 1 FROM conferences_meeting m WHERE m.id = wanted_meeting
                   AND m.host_id = kasane_agency())
$$;

-- Meetings still to come at which a case can be talked about, to choose one for a case of one's own:
-- the body, the day and the host, nothing else.
CREATE FUNCTION conferences_coming(since timestamptz)
    RETURNS TABLE (id uuid, body_id uuid, host_id uuid, year smallint, number integer, starts_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.id, m.body_id, m.host_id, m.year, m.number, m.starts_at
    FROM conferences_meeting m JOIN conferences_body b ON b.id = m.body_id
    WHERE m.state IN ('planned', 'held') AND m.starts_at >= since AND kasane_user() IS NOT NULL
      AND b.functions && ARRAY['support_conference', 'multi_tier']::varchar[]
    ORDER BY m.starts_at
$$;

-- Whom a case is opened to when it is put on the agenda of an open meeting.
CREATE FUNCTION conferences_members_of(wanted_meeting uuid) RETURNS TABLE (agency_id uuid, user_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p.agency_id, p.user_id FROM conferences_member p JOIN conferences_meeting m ON m.id = p.meeting_id
    WHERE p.meeting_id = wanted_meeting AND p.removed_on IS NULL AND p.user_id IS NOT NULL
      AND m.state IN ('planned', 'held') AND kasane_user() IS NOT NULL
$$;

-- How many items about cases the viewer can not see stand on the agenda: who can not open them to a new
-- member can not invite one.
CREATE FUNCTION conferences_hidden_items(wanted_meeting uuid) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT count(*)::integer FROM conferences_agendaitem i
    WHERE i.meeting_id = wanted_meeting AND i.case_id IS NOT NULL AND NOT disclosure_sees(i.case_id)
      AND conferences_sees(wanted_meeting)
$$;

SELECT disclosure_give_to_definer('conferences_sees(uuid)', 'conferences_coming(timestamptz)', 'conferences_members_of(uuid)',
        'conferences_hidden_items(uuid)');

ALTER TABLE conferences_meeting ENABLE ROW LEVEL SECURITY;
ALTER TABLE conferences_meeting FORCE ROW LEVEL SECURITY;
CREATE POLICY members_see ON conferences_meeting FOR SELECT TO kasane_app
    USING (host_id = (SELECT kasane_agency()) OR conferences_sees(id));
CREATE POLICY host_adds ON conferences_meeting FOR INSERT TO kasane_app
    WITH CHECK (host_id = (SELECT kasane_agency()));
CREATE POLICY host_changes ON conferences_meeting FOR UPDATE TO kasane_app
    USING (host_id = (SELECT kasane_agency())) WITH CHECK (host_id = (SELECT kasane_agency()));
CREATE POLICY definer ON conferences_meeting TO kasane_definer USING (true) WITH CHECK (true);
CREATE TRIGGER record_change AFTER INSERT OR UPDATE OR DELETE ON conferences_meeting
    FOR EACH ROW EXECUTE FUNCTION disclosure_record_change('case_id');

ALTER TABLE conferences_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE conferences_member FORCE ROW LEVEL SECURITY;
CREATE POLICY members_see ON conferences_member FOR SELECT TO kasane_app
    USING (user_id = (SELECT kasane_user()) AND removed_on IS NULL OR conferences_sees(meeting_id));
CREATE POLICY members_add ON conferences_member FOR INSERT TO kasane_app
    WITH CHECK (conferences_sees(meeting_id));
CREATE POLICY members_change ON conferences_member FOR UPDATE TO kasane_app
    USING (conferences_sees(meeting_id)) WITH CHECK (conferences_sees(meeting_id));
CREATE POLICY definer ON conferences_member TO kasane_definer USING (true) WITH CHECK (true);
CREATE TRIGGER record_change AFTER INSERT OR UPDATE OR DELETE ON conferences_member
    FOR EACH ROW EXECUTE FUNCTION disclosure_record_change('case_id');

-- General items are for the members; items about a case are for those who see the case (disclosure.policies).
CREATE POLICY members_general ON conferences_agendaitem TO kasane_app
    USING (case_id IS NULL AND conferences_sees(meeting_id))
    WITH CHECK (case_id IS NULL AND conferences_sees(meeting_id));
CREATE POLICY members_general ON conferences_talk TO kasane_app
    USING (case_id IS NULL AND conferences_sees(meeting_id))
    WITH CHECK (case_id IS NULL AND conferences_sees(meeting_id));
-- What was said is for the members alone, also towards others who see the case (R-DIS-02).
CREATE POLICY members_only ON conferences_talk AS RESTRICTIVE TO kasane_app
    USING (conferences_sees(meeting_id))
    WITH CHECK (conferences_sees(meeting_id));
