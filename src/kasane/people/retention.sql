-- What the figures need of a household that is disposed of (R-DIS-07), and what its going leaves behind in 名寄せ.
CREATE FUNCTION people_counts_of_case(wanted uuid)
    RETURNS TABLE (measure text, year integer, agency_id uuid, area_id uuid, value text, n bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN QUERY
    WITH file AS (
        SELECT c.opened_on, c.closed_on, c.responsible_agency_id AS agency, s.area_id AS area, s.birth_date,
               s.stated_age, s.stated_age_on, s.id AS subject
        FROM cases_case c LEFT JOIN people_person s ON s.case_id = c.id AND s.is_subject WHERE c.id = wanted
    ), seen AS (
        SELECT p.code, y.year, bool_or(p.certainty = 'certain') AS sure
        FROM file f JOIN people_pattern p ON p.case_id = wanted AND p.answered_on IS NULL
        CROSS JOIN LATERAL (SELECT COALESCE(p.until, f.closed_on + 1) AS until) e
        CROSS JOIN LATERAL generate_series(extract(year FROM p.since - interval '3 months')::integer,
                                           extract(year FROM e.until - 1 - interval '3 months')::integer) y (year)
        WHERE e.until > p.since GROUP BY p.code, y.year
    )
    SELECT 'pattern', s.year, f.agency, f.area, s.code::text, 1::bigint FROM file f, seen s
    UNION ALL
    SELECT 'pattern_certain', s.year, f.agency, f.area, s.code::text, 1::bigint FROM file f, seen s WHERE s.sure
    UNION ALL
    SELECT 'age', extract(year FROM f.opened_on - interval '3 months')::integer, f.agency, f.area,
           CASE WHEN a.age IS NULL THEN '' WHEN a.age < 18 THEN '0-17' WHEN a.age < 40 THEN '18-39'
                WHEN a.age < 65 THEN '40-64' WHEN a.age < 75 THEN '65-74' ELSE '75-' END, 1::bigint
    FROM file f CROSS JOIN LATERAL (SELECT COALESCE(extract(year FROM age(f.opened_on, f.birth_date))::integer,
                                                    f.stated_age::integer) AS age) a
    WHERE f.subject IS NOT NULL;
END $$;

-- Whoever was found to be one with somebody who is gone, and with nobody else, is one with nobody.
CREATE FUNCTION people_after_disposal(wanted uuid) RETURNS bigint[]
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM people_sameperson s
    WHERE NOT EXISTS (SELECT 1 FROM people_sameperson o WHERE o.identity = s.identity AND o.id <> s.id);
    RETURN '{}';
END $$;
SELECT disclosure_give_to_definer('people_counts_of_case(uuid)', 'people_after_disposal(uuid)');
SET LOCAL ROLE kasane_definer;
REVOKE EXECUTE ON FUNCTION people_counts_of_case(uuid), people_after_disposal(uuid) FROM kasane_app;

-- 世帯の課題の組み合わせ as numbers, as in pattern_counts.sql; households that were disposed of are still counted in.
CREATE OR REPLACE FUNCTION people_pattern_counts(wanted_year integer, smallest integer)
    RETURNS TABLE (code text, part text, area_id uuid, households integer, certain integer)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
WITH bounds AS (
    SELECT GREATEST(COALESCE(smallest, 3), 3) AS least,
           make_date(wanted_year, 4, 1) AS first, make_date(wanted_year + 1, 4, 1) AS after
), counted AS (
    SELECT p.code, p.case_id, bool_or(p.certainty = 'certain') AS sure
    FROM people_pattern p CROSS JOIN bounds b
    WHERE (SELECT kasane_user()) IS NOT NULL AND p.answered_on IS NULL
      AND p.since < b.after AND COALESCE(p.until > b.first AND p.until > p.since, true)
    GROUP BY p.code, p.case_id
), past AS (
    SELECT c.measure, c.value AS code, c.area_id, c.count::bigint AS n FROM disclosure_pastcount c
    WHERE (SELECT kasane_user()) IS NOT NULL AND c.year = wanted_year AND c.measure IN ('pattern', 'pattern_certain')
), totals AS (
    SELECT t.code, sum(t.n) AS n, sum(t.sure) AS sure FROM (
        SELECT c.code::text, count(*) AS n, count(*) FILTER (WHERE c.sure) AS sure FROM counted c GROUP BY c.code
        UNION ALL
        SELECT p.code, CASE WHEN p.measure = 'pattern' THEN p.n ELSE 0 END,
               CASE WHEN p.measure = 'pattern_certain' THEN p.n ELSE 0 END FROM past p) t
    GROUP BY t.code
), areas AS (
    SELECT t.code, t.area_id, sum(t.n) AS n FROM (
        SELECT c.code::text, s.area_id, count(*) AS n
        FROM counted c JOIN people_person s ON s.case_id = c.case_id AND s.is_subject AND s.area_id IS NOT NULL
        GROUP BY c.code, s.area_id
        UNION ALL
        SELECT p.code, p.area_id, p.n FROM past p WHERE p.measure = 'pattern' AND p.area_id IS NOT NULL) t
    GROUP BY t.code, t.area_id
), large AS (
    SELECT a.code, a.area_id, a.n,
           row_number() OVER (PARTITION BY a.code ORDER BY a.n, a.area_id) AS place,
           t.n - sum(a.n) OVER (PARTITION BY a.code) AS rest
    FROM areas a JOIN totals t ON t.code = a.code CROSS JOIN bounds b
    WHERE a.n >= b.least
), shown AS (
    SELECT l.code, l.area_id, l.n FROM large l CROSS JOIN bounds b
    WHERE l.rest = 0 OR l.rest >= b.least OR l.place > 1
), leftover AS (
    SELECT t.code, t.n - COALESCE(sum(s.n), 0) AS n FROM totals t LEFT JOIN shown s ON s.code = t.code
    GROUP BY t.code, t.n
)
SELECT t.code::text, 'total', NULL::uuid, CASE WHEN t.n >= b.least THEN t.n::integer END,
       CASE WHEN t.n >= b.least AND (t.sure = 0 OR t.sure >= b.least) AND (t.n = t.sure OR t.n - t.sure >= b.least)
            THEN t.sure::integer END
FROM totals t CROSS JOIN bounds b
UNION ALL
SELECT s.code::text, 'area', s.area_id, s.n::integer, NULL FROM shown s
UNION ALL
SELECT l.code::text, 'rest', NULL, CASE WHEN l.n >= b.least THEN l.n::integer END, NULL
FROM leftover l CROSS JOIN bounds b WHERE l.n > 0
$$;
RESET ROLE;
