-- How much each agency and worker carries, in numbers alone: open cases led and worked on, and what is past its day. For
-- coordinators and those who decide for the town; names of workers for coordinators, and for others of their own agency.
CREATE FUNCTION coordination_load()
    RETURNS TABLE (agency_id uuid, user_id uuid, led bigint, worked bigint, late bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH may AS (SELECT kasane_oversees() AS looks, disclosure_holds_post('coordinator') AS coordinates),
    led AS (
        SELECT c.responsible_agency_id AS agency,
               CASE WHEN may.coordinates OR c.responsible_agency_id = kasane_agency() THEN c.responsible_user_id END AS worker,
               count(*) AS n
        FROM cases_case c, may WHERE may.looks AND c.stage <> 'closed' GROUP BY 1, 2),
    worked AS (
        SELECT g.agency_id AS agency, count(DISTINCT g.case_id) AS n
        FROM disclosure_grant g JOIN cases_case c ON c.id = g.case_id AND c.stage <> 'closed', may
        WHERE may.looks AND g.writes AND g.agency_id IS NOT NULL AND g.valid @> kasane_today() GROUP BY 1),
    late AS (
        SELECT t.agency_id AS agency, count(*) AS n FROM cases_task t, may
        WHERE may.looks AND t.done_on IS NULL AND t.due_on < kasane_today() GROUP BY 1)
    SELECT l.agency, l.worker, l.n, NULL::bigint, NULL::bigint FROM led l WHERE l.worker IS NOT NULL
    UNION ALL
    SELECT a.agency, NULL, COALESCE(sum(l.n), 0)::bigint, COALESCE(max(w.n), 0), COALESCE(max(t.n), 0)
    FROM (SELECT agency FROM led UNION SELECT agency FROM worked UNION SELECT agency FROM late) a
    LEFT JOIN led l ON l.agency = a.agency
    LEFT JOIN worked w ON w.agency = a.agency
    LEFT JOIN late t ON t.agency = a.agency
    GROUP BY a.agency
$$;

-- What a coordinator has on 今日やること: how many carry too much, and how many follow-ups and reports of cases their agency
-- has to do with are past their day at other agencies. NULL for everybody else.
CREATE FUNCTION coordination_watch(per_worker integer, per_agency integer)
    RETURNS TABLE (workers bigint, agencies bigint, follow_ups bigint, reports bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH carried AS (
        SELECT c.responsible_agency_id AS agency, c.responsible_user_id AS worker, count(*) AS n
        FROM cases_case c WHERE c.stage <> 'closed' GROUP BY 1, 2),
    late AS (
        SELECT t.kind FROM cases_task t
        WHERE t.done_on IS NULL AND t.due_on < kasane_today() AND t.agency_id <> kasane_agency()
          AND (t.kind = 'follow_up' AND t.source = 'evaluation' OR t.kind = 'monitoring' AND t.source = 'progress')
          AND EXISTS (SELECT 1 FROM disclosure_grant g WHERE g.case_id = t.case_id AND g.agency_id = kasane_agency()
                      AND g.valid @> kasane_today()))
    SELECT (SELECT count(*) FROM carried c WHERE c.worker IS NOT NULL AND c.n > per_worker),
           (SELECT count(*) FROM (SELECT agency FROM carried GROUP BY 1 HAVING sum(n) > per_agency) a),
           (SELECT count(*) FROM late WHERE kind = 'follow_up'),
           (SELECT count(*) FROM late WHERE kind = 'monitoring')
    WHERE disclosure_holds_post('coordinator')
$$;

SELECT disclosure_give_to_definer('coordination_load()', 'coordination_watch(integer, integer)');
