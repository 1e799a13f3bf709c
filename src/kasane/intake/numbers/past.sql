-- What stays of the receptions of the viewer's own agency whose files are disposed of (R-DIS-07): numbers by fiscal year.
CREATE FUNCTION intake_past_counts(first_year integer, last_year integer)
    RETURNS TABLE (measure text, year integer, value text, n bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p.measure::text, p.year::integer, p.value::text, sum(p.count)
    FROM disclosure_pastcount p
    WHERE p.agency_id = kasane_agency() AND kasane_user() IS NOT NULL
      AND p.measure IN ('reception', 'topic', 'referral') AND p.year BETWEEN first_year AND last_year
    GROUP BY 1, 2, 3
$$;
SELECT disclosure_give_to_definer('intake_past_counts(integer, integer)');
