-- The note on the care a guest needs goes where the guest's name goes (R-DIS-07).
SET LOCAL ROLE kasane_definer;
CREATE OR REPLACE FUNCTION conferences_after_disposal(wanted uuid) RETURNS bigint[]
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    mark constant text := '(廃棄済み)';
    over text[];
BEGIN
    over := ARRAY(SELECT DISTINCT t.meeting FROM disclosure_logentry l
                  CROSS JOIN LATERAL (VALUES (l.before ->> 'meeting_id'), (l.after ->> 'meeting_id')) t (meeting)
                  WHERE l.case_id = wanted AND l.subject = 'conferences_agendaitem' AND t.meeting IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM conferences_agendaitem i
                                    WHERE i.meeting_id = t.meeting::uuid AND i.case_id IS NOT NULL));
    UPDATE conferences_member p SET guest_name = mark, guest_role = mark, care_note = ''
    WHERE p.meeting_id = ANY (over::uuid[]) AND p.guest_name NOT IN ('', mark);
    RETURN ARRAY(SELECT l.id FROM disclosure_logentry l
                 WHERE l.subject = 'conferences_member' AND COALESCE(l.after, l.before) ->> 'meeting_id' = ANY (over)
                   AND l.case_id IS NULL AND COALESCE(l.before, l.after) ->> 'guest_name' <> '');
END $$;
RESET ROLE;

-- How many meetings each body has held and still has before it in a fiscal year: numbers alone, for everybody who works
-- here, since a body may be called by several agencies (R-CONF-05).
CREATE FUNCTION conferences_counted(wanted_year integer) RETURNS TABLE (body_id uuid, held integer, planned integer)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.body_id, count(*) FILTER (WHERE m.state IN ('held', 'finished'))::integer,
           count(*) FILTER (WHERE m.state = 'planned')::integer
    FROM conferences_meeting m WHERE m.year = wanted_year AND kasane_user() IS NOT NULL GROUP BY m.body_id
$$;
SELECT disclosure_give_to_definer('conferences_counted(integer)');
