-- The open alarms of a case, for who sees the case: what closing it asks. Which alarm, and of what, only for who may read it;
-- for the others, that there is one.
SET LOCAL ROLE kasane_definer;
CREATE OR REPLACE FUNCTION cases_alarms_open_on(wanted_case uuid) RETURNS TABLE (alarm_id uuid, danger text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN s.seen THEN a.id END, CASE WHEN s.seen THEN a.danger ELSE '' END
    FROM cases_alarm a CROSS JOIN LATERAL (SELECT cases_sees_alarm(a.id)) s (seen)
    WHERE a.case_id = wanted_case AND a.ended_at IS NULL AND disclosure_sees(wanted_case) ORDER BY a.raised_at
$$;
RESET ROLE;
