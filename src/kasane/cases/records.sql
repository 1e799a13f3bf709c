-- Words in the 支援経過記録: an index of pairs of characters, and a function that joins the ledger. Each pair is kept
-- twice: by itself, for words that are rare, and with its week, so that a common word fills the page from the newest.
CREATE FUNCTION cases_folded(content text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT lower(normalize(content, NFKC))
$$;

-- Weeks since 1970 by the clock alone, so that the index does not hang on a time zone. Never 0 for a real record.
CREATE FUNCTION cases_week(at timestamptz) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT floor(extract(epoch FROM at) / 604800)::bigint
$$;

-- The pairs of neighbouring characters, each with the week in its upper bits; none across a space or a full stop.
CREATE FUNCTION cases_pairs(folded text, week bigint) RETURNS bigint[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT COALESCE(array_agg(DISTINCT (week << 42) | (ascii(a)::bigint << 21) | ascii(b)), '{}')
    FROM (SELECT string_to_array(folded, NULL) AS letters) t, unnest(t.letters, t.letters[2:]) pair (a, b)
    WHERE strpos(E' \n\r\t。、,.', a) = 0 AND strpos(E' \n\r\t。、,.', b) = 0
$$;

-- An index is kept under a search path of its own: so the names are bound here. Never worked out row by row.
CREATE FUNCTION cases_tokens(content text, at timestamptz) RETURNS bigint[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 100000
    RETURN cases_pairs(cases_folded(content), 0) || cases_pairs(cases_folded(content), cases_week(at));

CREATE INDEX record_tokens ON cases_supportrecord USING gin (cases_tokens(content, at));

ALTER INDEX record_tokens ALTER COLUMN 1 SET STATISTICS 300;

-- The newest of the viewer's records in which every word (two characters or more) stands. Up to `few` matches in the
-- whole town are looked up at once; more are gone through from the newest week back, in growing steps.
CREATE FUNCTION cases_records_holding(words text[], most integer, few integer)
    RETURNS TABLE (id uuid, case_id uuid, at timestamptz, content text, method text, counterpart text, agency text,
                   case_year smallint, case_number integer, subject text)
    LANGUAGE plpgsql SECURITY DEFINER ROWS 50
    SET search_path = public, pg_temp SET max_parallel_workers_per_gather = 0 AS $$
DECLARE
    office uuid := kasane_agency();
    viewer uuid := kasane_user();
    folded text[] := ARRAY(SELECT cases_folded(w) FROM unnest(words) w);
    anywhere bigint[] := ARRAY(SELECT DISTINCT p FROM unnest(folded) w, unnest(cases_pairs(w, 0)) p);
    holds constant text := 'cases_tokens(r.content, r.at) @> %L::bigint[]';
    newest bigint;
    oldest bigint;
    width integer := 1;
    own uuid[] := people_own(5000);
    found uuid[] := '{}';
    more uuid[];
    condition text;
    sure text;
    plan json;
BEGIN
    IF office IS NULL OR cardinality(words) = 0 OR EXISTS (SELECT 1 FROM unnest(folded) w WHERE cases_pairs(w, 0) = '{}') THEN
        RETURN;
    END IF;
    SELECT string_agg(format('strpos(cases_folded(m.content), %L) > 0', w), ' AND ') INTO sure FROM unnest(folded) w;
    EXECUTE 'EXPLAIN (FORMAT JSON) SELECT 1 FROM cases_supportrecord r WHERE ' || format(holds, anywhere) INTO plan;
    SELECT cases_week(min(r.at)), cases_week(max(r.at)) INTO oldest, newest FROM cases_supportrecord r;
    IF (plan -> 0 -> 'Plan' ->> 'Plan Rows')::double precision < few THEN
        width := newest - oldest + 1;
    END IF;
    WHILE newest >= oldest AND cardinality(found) < most LOOP
        IF width > newest - oldest THEN
            condition := format(holds, anywhere) || format(' AND cases_week(r.at) <= %s', newest);
        ELSE
            SELECT '(' || string_agg(format(holds, (SELECT array_agg((week << 42) | p) FROM unnest(anywhere) p)), ' OR ') || ')'
            INTO condition FROM generate_series(newest, newest - width + 1, -1) week;
        END IF;
        -- Materialised, so that the planner asks the index and does not walk the records by day instead.
        EXECUTE 'WITH m AS MATERIALIZED (SELECT r.id, r.case_id, r.kinds, r.at, r.content FROM cases_supportrecord r WHERE '
            || condition || ') SELECT COALESCE(array_agg(h.id), ''{}'') FROM'
            || ' (SELECT m.id FROM (SELECT * FROM m' || CASE WHEN own IS NOT NULL THEN ' WHERE m.case_id = ANY($4)' ELSE '' END
            || ' ORDER BY m.at DESC, m.id DESC OFFSET 0) m WHERE ' || sure
            || ' AND m.kinds & ~COALESCE((SELECT bit_or(g.kinds) FROM disclosure_grant g WHERE g.case_id = m.case_id'
            || ' AND (g.agency_id = $1 OR g.user_id = $2) AND g.valid @> kasane_today()), 0) < 1'
            || ' LIMIT $3) h'
        INTO more USING office, viewer, most - cardinality(found), own;
        found := found || more;
        newest := newest - width;
        width := LEAST(width * 2, 16);
    END LOOP;
    RETURN QUERY
        SELECT r.id, r.case_id, r.at, r.content, r.method::text, r.counterpart::text, a.name::text, c.year, c.number,
               (SELECT p.family_name || ' ' || p.given_name FROM people_person p WHERE p.case_id = r.case_id AND p.is_subject)
        FROM cases_supportrecord r
        JOIN cases_case c ON c.id = r.case_id
        JOIN agencies_agency a ON a.id = r.agency_id
        WHERE r.id = ANY(found)
        ORDER BY r.at DESC, r.id DESC;
END $$;

SELECT disclosure_give_to_definer('cases_records_holding(text[], integer, integer)');
