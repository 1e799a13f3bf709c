-- A call that is tied to a case is a record of that case: its changes go to the log of the case, and with it when the case is
-- disposed of. A call of no case is not logged, so that emptying it leaves nothing behind. Tied to another case it is taken
-- out of the one and written into the other: the log of no case tells of a second one.
CREATE FUNCTION intake_record_call() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    old_row jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
    new_row jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
    stays boolean := COALESCE(old_row ->> 'case_id' = new_row ->> 'case_id', false);
BEGIN
    INSERT INTO disclosure_logentry (at, user_id, agency_id, case_id, act, subject, row_id, basis, before, after)
    SELECT clock_timestamp(), kasane_user(), kasane_agency(), (COALESCE(e.after, e.before) ->> 'case_id')::uuid, e.act,
           TG_TABLE_NAME, COALESCE(e.after, e.before) ->> 'id', '', e.before, e.after
    FROM (VALUES ('update', old_row, new_row, stays AND old_row <> new_row),
                 ('delete', old_row, NULL, NOT stays AND old_row ->> 'case_id' IS NOT NULL),
                 ('insert', NULL, new_row, NOT stays AND new_row ->> 'case_id' IS NOT NULL)) e (act, before, after, happened)
    WHERE e.happened;
    RETURN NULL;
END $$;
CREATE TRIGGER record_change AFTER INSERT OR UPDATE OR DELETE ON intake_phonecall
    FOR EACH ROW EXECUTE FUNCTION intake_record_call();

-- Which desks have calls of a case that the viewer does not read, and how many: what a copy for a 開示請求 lacks, for those who
-- may make one and see the case.
CREATE FUNCTION intake_calls_elsewhere(wanted_case uuid) RETURNS TABLE (agency text, calls bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT a.name::text, count(*) FROM intake_phonecall c JOIN agencies_agency a ON a.id = c.agency_id
    WHERE c.case_id = wanted_case AND c.agency_id <> kasane_agency() AND disclosure_sees(wanted_case) AND kasane_oversees()
    GROUP BY a.name ORDER BY a.name
$$;

-- Drafts of a 受付シート begun from a message of 住民の入口 hold its words: they go with them, and when nobody came back to them
-- since that day. Answers how many. By night alone.
CREATE FUNCTION intake_drop_door_drafts(before date) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    gone bigint;
BEGIN
    DELETE FROM cases_draft d USING intake_doormessage m
    WHERE d.form = 'reception' AND d.subject_id = m.id::text
      AND (m.ended_on < before OR (d.saved_at AT TIME ZONE 'Asia/Tokyo')::date < before);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$;

SELECT disclosure_give_to_definer('intake_record_call()', 'intake_calls_elsewhere(uuid)', 'intake_drop_door_drafts(date)');
SET LOCAL ROLE kasane_definer;
REVOKE EXECUTE ON FUNCTION intake_drop_door_drafts(date) FROM kasane_app;
RESET ROLE;
