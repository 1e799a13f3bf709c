-- What a desk never dealt with is not kept without limit either (R-DIS-07): calls that were to be returned by a day before one,
-- and reports neither ended nor to be asked after since. Their lines stay, to be counted; what they say goes. Nobody is named as
-- having ended them. For the nightly command alone. Answers how many.
CREATE FUNCTION intake_forget_undone(before date) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    calls bigint;
    reports bigint;
BEGIN
    UPDATE intake_phonecall c SET party = '', number = '', content = '', emptied_on = kasane_today(), version = c.version + 1
    WHERE c.case_id IS NULL AND c.emptied_on IS NULL AND c.called_back_on IS NULL AND c.call_back_until < before;
    GET DIAGNOSTICS calls = ROW_COUNT;
    UPDATE intake_volunteerreport r SET reporter_name = '', about = '', address = '', noticed = '', watch_words = '',
           dealt_with = '', answer = '', state = 'done', dealt_on = kasane_today(), emptied_on = kasane_today(),
           version = r.version + 1
    WHERE r.emptied_on IS NULL AND r.state IN ('new', 'watching') AND GREATEST(r.on, r.follow_up_on) < before;
    GET DIAGNOSTICS reports = ROW_COUNT;
    RETURN calls + reports;
END $$;

-- What was being typed about lines that are empty now: it says of persons what the lines say no more. By night alone.
CREATE FUNCTION intake_drop_emptied_drafts() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    gone bigint;
BEGIN
    DELETE FROM cases_draft d USING (
        SELECT c.id FROM intake_phonecall c WHERE c.emptied_on IS NOT NULL
        UNION ALL SELECT r.id FROM intake_volunteerreport r WHERE r.emptied_on IS NOT NULL
        UNION ALL SELECT m.id FROM intake_doormessage m WHERE m.emptied_at IS NOT NULL) e
    WHERE d.subject_id = e.id::text;
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$;

-- How much waits at the desks past a day, in each register, and since when: of the viewer's own desk, and of all for who looks after
-- the town's work. Numbers and days only.
CREATE FUNCTION intake_desk_overdue(late_before date)
    RETURNS TABLE (agency_id uuid, agency text, phone text, register text, n bigint, oldest date)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH waits AS (
        SELECT c.agency_id, 'call' AS register, c.call_back_until AS since FROM intake_phonecall c
        WHERE c.call_back_until < late_before AND c.called_back_on IS NULL AND c.emptied_on IS NULL
        UNION ALL
        SELECT r.agency_id, 'report', GREATEST(r.on, r.follow_up_on) FROM intake_volunteerreport r
        WHERE r.state IN ('new', 'watching') AND GREATEST(r.on, r.follow_up_on) < late_before
        UNION ALL
        SELECT m.agency_id, 'door', (m.created_at AT TIME ZONE 'Asia/Tokyo')::date FROM intake_doormessage m
        WHERE m.result = '' AND (m.created_at AT TIME ZONE 'Asia/Tokyo')::date < late_before
    ), asks AS (SELECT kasane_oversees() AS all_agencies)
    SELECT a.id, a.name::text, a.phone::text, w.register, count(*), min(w.since)
    FROM waits w JOIN agencies_agency a ON a.id = w.agency_id, asks
    WHERE kasane_user() IS NOT NULL AND (w.agency_id = kasane_agency() OR asks.all_agencies)
    GROUP BY a.id, a.name, a.phone, w.register
$$;
SELECT disclosure_give_to_definer('intake_forget_undone(date)', 'intake_drop_emptied_drafts()', 'intake_desk_overdue(date)');
SET LOCAL ROLE kasane_definer;
REVOKE EXECUTE ON FUNCTION intake_forget_undone(date), intake_drop_emptied_drafts() FROM kasane_app;
RESET ROLE;
