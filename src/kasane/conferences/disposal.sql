-- Who sits in a meeting by name alone (本人, 家族) hangs on no case: the names go with the last case that was talked about
-- there (R-DIS-07). On which agendas a case ever stood is told by its entries in the log.
CREATE FUNCTION conferences_after_disposal(wanted uuid) RETURNS bigint[]
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
    UPDATE conferences_member p SET guest_name = mark, guest_role = mark
    WHERE p.meeting_id = ANY (over::uuid[]) AND p.guest_name NOT IN ('', mark);
    RETURN ARRAY(SELECT l.id FROM disclosure_logentry l
                 WHERE l.subject = 'conferences_member' AND COALESCE(l.after, l.before) ->> 'meeting_id' = ANY (over)
                   AND l.case_id IS NULL AND COALESCE(l.before, l.after) ->> 'guest_name' <> '');
END $$;
SELECT disclosure_give_to_definer('conferences_after_disposal(uuid)');
SET LOCAL ROLE kasane_definer;
REVOKE EXECUTE ON FUNCTION conferences_after_disposal(uuid) FROM kasane_app;
RESET ROLE;
CREATE INDEX log_of_guest ON disclosure_logentry ((COALESCE(after, before) ->> 'meeting_id')) WHERE subject = 'conferences_member';
