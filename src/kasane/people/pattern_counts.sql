-- Composite patterns as numbers (R-PEO-03): counts alone, for whoever is signed in with a post that sees cases.

-- Households with a pattern at some time of a fiscal year; a row answered 「あてはまらない」 does not count. `part` is 'total', 'area' (the area of 本人) or 'rest' (all other areas and none, together).
-- A number from 1 up to one below `smallest` (never under 3) is NULL. So that none can be worked out from the others,
-- an area stands by itself only when it and what is left over are both large enough, and `certain` only when both it
-- and the remainder are. There is no way to ask for a single day: two near days would tell one household.
CREATE FUNCTION people_pattern_counts(wanted_year integer, smallest integer)
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
), totals AS (
    SELECT c.code, count(*) AS n, count(*) FILTER (WHERE c.sure) AS sure FROM counted c GROUP BY c.code
), areas AS (
    SELECT c.code, s.area_id, count(*) AS n
    FROM counted c JOIN people_person s ON s.case_id = c.case_id AND s.is_subject AND s.area_id IS NOT NULL
    GROUP BY c.code, s.area_id
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

-- How old the oldest of the patterns now pointed out is: a refresh that does not run is seen by it. NULL for none.
-- `first_year`: the fiscal year of the oldest pattern, where the choice of years begins.
CREATE FUNCTION people_pattern_state() RETURNS TABLE (checked_on date, first_year integer)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT min(p.checked_on) FILTER (WHERE p.until IS NULL),
           extract(year FROM min(p.since) - interval '3 months')::integer
    FROM people_pattern p WHERE (SELECT kasane_user()) IS NOT NULL
$$;

SELECT disclosure_give_to_definer('people_pattern_counts(integer, integer)', 'people_pattern_state()');

-- The rows are derived from rows that are logged; what a worker answers is not, and so is logged itself.
CREATE TRIGGER record_answer AFTER UPDATE ON people_pattern FOR EACH ROW
    WHEN ((OLD.answered_on, OLD.answered_by_id, OLD.answer) IS DISTINCT FROM (NEW.answered_on, NEW.answered_by_id, NEW.answer))
    EXECUTE FUNCTION disclosure_record_change('case_id');
