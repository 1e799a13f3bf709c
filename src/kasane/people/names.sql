-- What a name is searched by: its single characters and its pairs of characters, kanji and kana alike.
CREATE FUNCTION people_grams(words text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT COALESCE(array_agg(DISTINCT g), '{}') FROM (
        SELECT substr(words, n, 1) FROM generate_series(1, length(words)) n
        UNION ALL SELECT substr(words, n, 2) FROM generate_series(1, length(words) - 1) n) grams (g)
$$;

-- What a searched word must hold: its pairs, or the one character it consists of.
CREATE FUNCTION people_wanted_grams(word text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT COALESCE(array_agg(DISTINCT CASE WHEN length(word) = 1 THEN word ELSE substr(word, n, 2) END), '{}')
    FROM generate_series(1, GREATEST(length(word) - 1, 1)) n
$$;

CREATE FUNCTION people_names(family text, given text, family_kana text, given_kana text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT family || given || ' ' || family_kana || given_kana $$;

CREATE INDEX person_names ON people_person
    USING gin (people_grams(people_names(family_name, given_name, family_kana, given_kana)));

-- The viewer's own cases with a person whose name holds every word, newest first below a key. The operator of the
-- index is not leakproof and would not be used under a policy; so this joins the ledger itself, and says ids only.
CREATE FUNCTION people_cases_named(words text[], below uuid, most integer) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200 SET search_path = public, pg_temp AS $$
DECLARE
    top uuid := COALESCE(below, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
    office uuid := kasane_agency();
    viewer uuid := kasane_user();
    -- Words of one or two characters are grams themselves and need no second look.
    exact boolean := (SELECT bool_and(length(w) <= 2) FROM unnest(words) w);
    wanted text[] := ARRAY(SELECT DISTINCT g FROM unnest(words) w, unnest(people_wanted_grams(w)) g);
BEGIN
    -- First all that match, by the index and cheaply; then, in order, the ledger until the page is full.
    RETURN QUERY
    WITH matching AS MATERIALIZED (
        SELECT p.case_id, p.kinds FROM people_person p
        WHERE people_grams(people_names(p.family_name, p.given_name, p.family_kana, p.given_kana)) @> wanted
          AND p.case_id < top
          AND (exact OR (SELECT bool_and(strpos(
                   people_names(p.family_name, p.given_name, p.family_kana, p.given_kana), w) > 0)
               FROM unnest(words) w)))
    SELECT m.case_id FROM (SELECT DISTINCT c.case_id, c.kinds FROM matching c ORDER BY c.case_id DESC OFFSET 0) m
    WHERE m.kinds & ~COALESCE((
        SELECT bit_or(g.kinds) FROM disclosure_grant g WHERE g.case_id = m.case_id
          AND (g.agency_id = office OR g.user_id = viewer) AND g.valid @> kasane_today()), 0) < 1
    LIMIT most;
END $$;

SELECT disclosure_give_to_definer('people_cases_named(text[], uuid, integer)');
