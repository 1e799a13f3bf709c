-- What the yearly figures need of the 受付 and つなぎ of a case that is disposed of (R-DIS-07).
CREATE FUNCTION intake_counts_of_case(wanted uuid)
    RETURNS TABLE (measure text, year integer, agency_id uuid, area_id uuid, value text, n bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN QUERY
    WITH said AS (
        SELECT 'reception' AS what, r.received_on AS day, r.agency_id AS agency, r.channel::text AS value
        FROM intake_reception r WHERE r.case_id = wanted
        UNION ALL
        SELECT 'topic', r.received_on, r.agency_id, t.topic FROM intake_reception r, unnest(r.topics) t (topic)
        WHERE r.case_id = wanted
        UNION ALL
        SELECT 'referral', r.sent_on, r.sender_id, r.state::text FROM intake_referral r WHERE r.case_id = wanted
    )
    SELECT s.what, extract(year FROM s.day - interval '3 months')::integer, s.agency, NULL::uuid, s.value::text, count(*)
    FROM said s GROUP BY 1, 2, 3, 5;
END $$;
SELECT disclosure_give_to_definer('intake_counts_of_case(uuid)');
SET LOCAL ROLE kasane_definer;
REVOKE EXECUTE ON FUNCTION intake_counts_of_case(uuid) FROM kasane_app;
RESET ROLE;
