-- What the yearly figures need of a case that is disposed of (R-DIS-07): opened, applied, closed, and how often who met.
CREATE FUNCTION cases_counts_of_case(wanted uuid)
    RETURNS TABLE (measure text, year integer, agency_id uuid, area_id uuid, value text, n bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN QUERY
    WITH file AS (
        SELECT c.*, (SELECT s.area_id FROM people_person s WHERE s.case_id = c.id AND s.is_subject) AS area
        FROM cases_case c WHERE c.id = wanted
    )
    SELECT d.measure, extract(year FROM d.day - interval '3 months')::integer, f.responsible_agency_id, f.area,
           d.value, 1::bigint
    FROM file f CROSS JOIN LATERAL (VALUES
        ('opened', f.opened_on, f.closed_as::text), ('applied', f.applied_on, ''), ('closed', f.closed_on, f.closed_as::text),
        ('urgent', CASE WHEN f.is_urgent THEN f.opened_on END, '')) d (measure, day, value)
    WHERE d.day IS NOT NULL
    UNION ALL
    SELECT 'record', extract(year FROM (r.at AT TIME ZONE 'Asia/Tokyo') - interval '3 months')::integer, r.agency_id, f.area,
           r.method::text, count(*)
    FROM file f JOIN cases_supportrecord r ON r.case_id = f.id GROUP BY 2, 3, 4, 5;
END $$;
SELECT disclosure_give_to_definer('cases_counts_of_case(uuid)');
SET LOCAL ROLE kasane_definer;
REVOKE EXECUTE ON FUNCTION cases_counts_of_case(uuid) FROM kasane_app;
RESET ROLE;
-- The list of what falls due begins with the oldest closure.
CREATE INDEX case_closed ON cases_case (closed_on) WHERE closed_on IS NOT NULL;
