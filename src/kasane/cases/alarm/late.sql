-- What the process that sends mail asks of an alarm whose 安全確認 is late: what kind it is and who raised it, so that those in
-- office now are written to (R-INT-09). For it alone, which sends for nobody: it says nothing to a person who is signed in, nothing of
-- the case, and nothing once the alarm has ended or somebody has made sure.
CREATE FUNCTION cases_late_alarm(wanted uuid) RETURNS TABLE (danger text, raised_by_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT a.danger::text, a.raised_by_id FROM cases_alarm a
    WHERE a.id = wanted AND kasane_user() IS NULL AND a.ended_at IS NULL AND a.safety_at IS NULL AND a.safety_due <= now()
$$;
SELECT disclosure_give_to_definer('cases_late_alarm(uuid)');
