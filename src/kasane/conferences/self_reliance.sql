-- Meetings still to come at which a case can be talked about, to choose one for a case of one's own: also those of a
-- 支援調整会議 (R-SELF-01). The body, the day and the host, nothing else.
SET LOCAL ROLE kasane_definer;
DROP FUNCTION conferences_coming(timestamptz);
RESET ROLE;
CREATE FUNCTION conferences_coming(since timestamptz)
    RETURNS TABLE (id uuid, body_id uuid, host_id uuid, year smallint, number integer, starts_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.id, m.body_id, m.host_id, m.year, m.number, m.starts_at
    FROM conferences_meeting m JOIN conferences_body b ON b.id = m.body_id
    WHERE m.state IN ('planned', 'held') AND m.starts_at >= since AND kasane_user() IS NOT NULL
      AND b.functions && ARRAY['support_conference', 'multi_tier', 'support_coordination']::varchar[]
    ORDER BY m.starts_at
$$;
SELECT disclosure_give_to_definer('conferences_coming(timestamptz)');
