-- 保存期間 (R-DIS-07): the clock, and the list of what falls due.

-- The clock, as `retention/rules.py` has it: the first day on which a file may be disposed of.
CREATE FUNCTION disclosure_falls_due(applied_on date, opened_on date, closed_on date, years integer,
                                     from_fiscal_year_end boolean) RETURNS date
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    begins date := GREATEST(closed_on, COALESCE(applied_on, opened_on)) + 1;
    due date;
BEGIN
    IF closed_on IS NULL THEN
        RETURN NULL;
    END IF;
    IF from_fiscal_year_end THEN
        begins := make_date(extract(year FROM begins - 1 + interval '9 months')::integer, 4, 1);
    END IF;
    due := begins + make_interval(years => years);
    -- 29 February that does not come round: the last day of the month is still kept.
    RETURN CASE WHEN extract(day FROM due) = extract(day FROM begins) THEN due ELSE due + 1 END;
END $$;

-- Whether a case is held, for those who see it; why, is for those who decide.
CREATE FUNCTION disclosure_is_held(wanted_case uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT disclosure_sees(wanted_case)
       AND EXISTS (SELECT 1 FROM disclosure_retentionhold h WHERE h.case_id = wanted_case AND h.lifted_on IS NULL
                   AND (h.until IS NULL OR h.until >= kasane_today()))
$$;

-- Closed files by the day they fall due, for those who decide and for coordinators: number, days, agency, hold, batch.
-- No name, and nothing else of the case. `only_free`: neither held nor proposed; `wanted` narrows to some cases.
CREATE FUNCTION disclosure_files(years integer, from_fiscal_year_end boolean, since date, before date,
                                 wanted_agency uuid, only_held boolean, only_free boolean, wanted uuid[],
                                 most integer, skip integer)
    RETURNS TABLE (case_id uuid, case_year smallint, case_number integer, agency text, kept_from date, closed_on date,
                   due_on date, hold_id uuid, held_for text, held_until date, batch_id uuid, batch_state text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT kasane_oversees() THEN
        RETURN;
    END IF;
    RETURN QUERY
    WITH held AS (
        SELECT DISTINCT ON (r.case_id) r.case_id, r.id, r.reason, r.until FROM disclosure_retentionhold r
        WHERE r.lifted_on IS NULL AND (r.until IS NULL OR r.until >= kasane_today()) ORDER BY r.case_id, r.placed_on DESC
    ), proposed AS (
        SELECT DISTINCT ON (i.case_id) i.case_id, b.id, b.state FROM disclosure_disposalitem i
        JOIN disclosure_disposalbatch b ON b.id = i.batch_id
        WHERE i.state = 'waiting' AND b.state IN ('proposed', 'approved') ORDER BY i.case_id
    )
    SELECT c.id, c.year, c.number, a.name::text, COALESCE(c.applied_on, c.opened_on), c.closed_on, d.due_on,
           h.id, h.reason::text, h.until, p.id, p.state::text
    FROM cases_case c
    CROSS JOIN LATERAL (SELECT disclosure_falls_due(c.applied_on, c.opened_on, c.closed_on, years, from_fiscal_year_end)
                        AS due_on) d
    JOIN agencies_agency a ON a.id = c.responsible_agency_id
    LEFT JOIN held h ON h.case_id = c.id
    LEFT JOIN proposed p ON p.case_id = c.id
    WHERE c.closed_on IS NOT NULL
      -- A closure noted before its application counts from that: so the closure is only asked to be early enough.
      AND (before IS NULL OR c.closed_on < before - make_interval(years => years))
      AND (since IS NULL OR d.due_on >= since) AND (before IS NULL OR d.due_on < before)
      AND (wanted_agency IS NULL OR c.responsible_agency_id = wanted_agency)
      AND (NOT only_held OR h.id IS NOT NULL)
      AND (NOT only_free OR h.id IS NULL AND p.id IS NULL)
      AND (wanted IS NULL OR c.id = ANY (wanted))
    ORDER BY d.due_on, c.year, c.number LIMIT most OFFSET skip;
END $$;
