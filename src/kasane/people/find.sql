-- Searching persons: one index over tokens, functions that join the ledger and answer one page (R-PEO-02, R-DIS-01).
DROP FUNCTION people_cases_named(text[], uuid, integer);
DROP INDEX person_names;
DROP FUNCTION people_names(text, text, text, text);
DROP FUNCTION people_wanted_grams(text);
DROP FUNCTION people_grams(text);

-- The parts of `words` that are `size` characters long, each once, with a mark in front.
CREATE FUNCTION people_parts(words text, size integer, mark text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT COALESCE(array_agg(DISTINCT mark || substr(words, n, size)), '{}')
    FROM generate_series(1, length(words) - size + 1) n
$$;

-- A day as a number: 19440301.
CREATE FUNCTION people_day(day date) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT (extract(year FROM day) * 10000 + extract(month FROM day) * 100 + extract(day FROM day))::integer
$$;

-- Everything one person is found by: n/s parts of name and sound, =/~ the whole ones, a parts of the address,
-- p parts of phones, P whole phones, b/m/y/d date, month, year of birth and birthday.
CREATE FUNCTION people_tokens(family text, given text, family_sound text, given_sound text, former text,
                              former_sound text, address text, phones text, birth_date date, birth_year smallint)
    RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 100000 -- never worked out row by row
    -- An index is kept under a search path of its own: so the names are bound here.
    RETURN people_parts(family || given, 1, 'n') || people_parts(family || given, 2, 'n')
        || people_parts(family_sound || given_sound, 1, 's') || people_parts(family_sound || given_sound, 2, 's')
        || people_parts(former, 1, 'n') || people_parts(former, 2, 'n')
        || people_parts(former_sound, 1, 's') || people_parts(former_sound, 2, 's')
        || ARRAY['=' || family, '=' || given, '=' || family || given,
                 '~' || family_sound, '~' || given_sound, '~' || family_sound || given_sound]
        || people_parts(address, 2, 'a') || people_parts(phones, 3, 'p')
        || ARRAY(SELECT 'P' || phone FROM unnest(string_to_array(phones, ' ')) phone)
        || CASE WHEN birth_date IS NOT NULL THEN
             ARRAY['b' || people_day(birth_date), 'm' || people_day(birth_date) / 100,
                   'y' || people_day(birth_date) / 10000, 'd' || people_day(birth_date) % 10000]
           WHEN birth_year IS NOT NULL THEN ARRAY['y' || birth_year] ELSE '{}' END;

CREATE INDEX personkey_tokens ON people_personkey USING gin (people_tokens(
    family, given, family_sound, given_sound, former, former_sound, address, phones, birth_date, birth_year));

-- So that the planner knows a name borne by one in a thousand from one that is rare.
ALTER INDEX personkey_tokens ALTER COLUMN 1 SET STATISTICS 300;

-- How many rows the planner expects for a condition on the tokens.
CREATE FUNCTION people_expected(condition text) RETURNS double precision
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    plan json;
BEGIN
    EXECUTE 'EXPLAIN (FORMAT JSON) SELECT 1 FROM people_personkey k WHERE ' || condition INTO plan;
    RETURN (plan -> 0 -> 'Plan' ->> 'Plan Rows')::double precision;
END $$;

-- One way a word can match, as conditions: by the tokens (index), exactly (the row), and how well (0 best). `how` is
-- name, sound, address, phone, born (from/to) or birthday; `whole` wants the whole name. `few` is set where a match
-- is rare in any town, and `tokens` need not be estimated.
CREATE FUNCTION people_way(how text, word text, until text, whole boolean,
                           OUT sign text, OUT wanted text[], OUT sure text, OUT rank text, OUT few boolean)
    LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
    mark text := CASE how WHEN 'name' THEN 'n' WHEN 'sound' THEN 's' WHEN 'address' THEN 'a' ELSE 'p' END;
    family text := CASE how WHEN 'name' THEN 'k.family' ELSE 'k.family_sound' END;
    given text := CASE how WHEN 'name' THEN 'k.given' ELSE 'k.given_sound' END;
    former text := CASE how WHEN 'name' THEN 'k.former' ELSE 'k.former_sound' END;
BEGIN
    sign := '@>';
    few := false;
    IF how IN ('name', 'sound') THEN
        IF whole THEN
            wanted := ARRAY[CASE how WHEN 'name' THEN '=' ELSE '~' END || word];
            sure := format('(%s = %L OR %s = %L OR %s || %s = %L)', family, word, given, word, family, given, word);
        ELSE
            wanted := people_parts(word, LEAST(2, length(word)), mark);
            sure := format('(strpos(%s || %s, %L) > 0 OR strpos(%s, %L) > 0)', family, given, word, former, word);
        END IF;
        rank := format('CASE WHEN %s || %s = %L THEN 0 WHEN %s = %L OR %s = %L THEN 1'
            ' WHEN starts_with(%s || %s, %L) THEN 2 WHEN strpos(%s || %s, %L) > 0 THEN 3 ELSE 4 END',
            family, given, word, family, word, given, word, family, given, word, family, given, word);
    ELSIF how = 'address' THEN
        wanted := people_parts(word, 2, mark);
        sure := format('strpos(k.address, %L) > 0', word);
        rank := '5';
    ELSIF how = 'phone' THEN
        wanted := people_parts(word, 3, mark);
        sure := format('strpos(k.phones, %L) > 0', word);
        rank := '1';
        few := length(word) > 3;
    ELSIF how = 'birthday' THEN
        wanted := ARRAY['d' || word];
        sure := format('extract(month FROM k.birth_date) * 100 + extract(day FROM k.birth_date) = %s', word::integer);
        rank := '2';
        few := true;
    ELSIF word = until THEN
        wanted := ARRAY['b' || people_day(word::date)];
        sure := format('k.birth_date = %L', word);
        rank := '0';
        few := true;
    ELSE
        sign := '&&';
        wanted := ARRAY(SELECT 'y' || y FROM generate_series(left(word, 4)::int, left(until, 4)::int) y);
        sure := format('(k.birth_date BETWEEN %L AND %L OR k.birth_date IS NULL AND k.birth_year BETWEEN %s AND %s)',
            word, until, left(word, 4)::int, left(until, 4)::int);
        rank := '2';
    END IF;
END $$;

-- The newest of the viewer's cases below a key, at most so many. A case may carry several rights, and counts once.
CREATE FUNCTION people_own_below(below uuid, most integer) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT ARRAY(
        (SELECT DISTINCT g.case_id FROM disclosure_grant g WHERE g.agency_id = kasane_agency() AND g.case_id < below
         ORDER BY g.case_id DESC LIMIT most)
        UNION
        (SELECT DISTINCT g.case_id FROM disclosure_grant g WHERE g.user_id = kasane_user() AND g.case_id < below
         ORDER BY g.case_id DESC LIMIT most)
        ORDER BY 1 DESC LIMIT most)
$$;

-- All cases of a viewer who has few of them; NULL for one with more rights than `most`, without reading them all.
CREATE FUNCTION people_own(most integer) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM disclosure_grant g WHERE g.agency_id = kasane_agency() OFFSET most)
        THEN people_own_below('ffffffff-ffff-ffff-ffff-ffffffffffff', most * 2) END
$$;

-- The viewer's persons for whom every word matches in one of its ways, best and newest first.
-- `words` is [[{"how": …, "word": …, "until": …}, …], …]. The index of the tokens is not leakproof and would not
-- be used under a policy: so this joins the ledger itself, and answers what a line of the list shows.
CREATE FUNCTION people_find(words jsonb, most integer, few integer)
    RETURNS TABLE (person_id uuid, case_id uuid, rank integer, is_subject boolean, relation text, standing text,
                   family_name text, given_name text, family_kana text, given_kana text, birth_date date,
                   stated_age smallint, stated_age_on date, died_on date, address text, phone text, mobile text,
                   case_year smallint, case_number integer, stage text, closed_as text, agency text,
                   contact_is_protected boolean, family text, given text, family_sound text, given_sound text,
                   place text, phones text)
    LANGUAGE plpgsql SECURITY DEFINER ROWS 50
    SET search_path = public, pg_temp SET max_parallel_workers_per_gather = 0 AS $$
DECLARE
    office uuid := kasane_agency();
    viewer uuid := kasane_user();
    has_text boolean := jsonb_path_exists(words, '$[*][*] ? (@.how == "name" || @.how == "sound")');
    whole boolean;
    turn integer := 0;
    expected double precision;
    is_rare boolean;
    stored constant text := 'people_tokens(k.family, k.given, k.family_sound, k.given_sound, k.former,'
        || ' k.former_sound, k.address, k.phones, k.birth_date, k.birth_year)';
    ledger constant text := 'k.kinds & ~COALESCE((SELECT bit_or(g.kinds) FROM disclosure_grant g'
        ' WHERE g.case_id = k.case_id AND (g.agency_id = $1 OR g.user_id = $2) AND g.valid @> kasane_today()), 0) < 1';
    tokens text;
    lookup text;
    sure text;
    ranks text;
    found jsonb := '[]';
    more jsonb;
    below uuid;
    own uuid[];
    mine uuid[];
    small constant integer := 5000;
    step integer;
BEGIN
    IF office IS NULL OR jsonb_array_length(words) = 0 THEN
        RETURN;
    END IF;
    -- All ways at once when few match; else whole names first, then the newest of the viewer's own that match in part.
    FOREACH whole IN ARRAY CASE WHEN has_text THEN ARRAY[false, true, false] ELSE ARRAY[false] END LOOP
        turn := turn + 1;
        -- For the estimate the planner is told what is wanted; for the search it is not, since it takes its time over it.
        SELECT string_agg('(' || one.tokens || ')', ' AND '), string_agg('(' || one.lookup || ')', ' AND '),
               string_agg('(' || one.sure || ')', ' AND '), string_agg('LEAST(' || one.ranks || ')', ' + '), bool_or(one.few)
        INTO tokens, lookup, sure, ranks, is_rare
        FROM (SELECT string_agg(format('%s %s %L::text[]', stored, w.sign, w.wanted), ' OR ') AS tokens,
                     string_agg(format('%s %s (SELECT %L::text[])', stored, w.sign, w.wanted), ' OR ') AS lookup,
                     string_agg(w.sure, ' OR ') AS sure,
                     string_agg('CASE WHEN ' || w.sure || ' THEN ' || w.rank || ' END', ', ') AS ranks,
                     bool_and(w.few) AS few
              FROM jsonb_array_elements(words) WITH ORDINALITY word (ways, nth),
                   jsonb_array_elements(word.ways) way,
                   people_way(way ->> 'how', way ->> 'word', way ->> 'until', whole) w
              GROUP BY nth) one;
        IF turn < 3 AND NOT is_rare THEN
            expected := people_expected(tokens);
            is_rare := expected < few;
            IF turn = 1 AND expected > few / 2 THEN
                own := people_own(small);
            END IF;
        END IF;
        IF own IS NOT NULL AND NOT (is_rare AND turn = 1) THEN
            -- The viewer has so few cases that all their persons are gone through, best first.
            EXECUTE format('SELECT COALESCE(jsonb_agg(jsonb_build_array(h.p, h.c, h.r)), ''[]'') FROM ('
                'SELECT k.person_id p, k.case_id c, (%s) r FROM unnest($3) mine (id)'
                ' JOIN people_personkey k ON k.case_id = mine.id WHERE %s AND %s ORDER BY 3, 2 DESC, 1 LIMIT $4) h',
                ranks, sure, ledger)
            INTO found USING office, viewer, own, most;
            EXIT;
        END IF;
        CONTINUE WHEN turn = 1 AND has_text AND NOT is_rare;
        IF is_rare AND turn < 3 THEN
            -- All that match, in order; then the ledger, until the page is full.
            -- Materialised, so that the planner asks the index and does not walk all cases to please the order.
            EXECUTE format('WITH m AS MATERIALIZED (SELECT k.person_id p, k.case_id, k.kinds, (%s) r'
                ' FROM people_personkey k WHERE (%s) AND (%s))'
                ' SELECT COALESCE(jsonb_agg(jsonb_build_array(h.p, h.c, h.r)), ''[]'') FROM ('
                'SELECT k.p, k.case_id c, k.r FROM (SELECT * FROM m WHERE $4 IS NULL OR m.case_id = ANY($4)'
                ' ORDER BY m.r, m.case_id DESC, m.p OFFSET 0) k WHERE %s LIMIT $3) h', ranks, lookup, sure, ledger)
            INTO more USING office, viewer, most, own;
        ELSE
            -- So many match that the newest of the viewer's own cases hold a page of them.
            more := '[]';
            below := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
            step := 1000;
            LOOP
                mine := people_own_below(below, step);
                EXIT WHEN cardinality(mine) = 0;
                EXECUTE format('SELECT $5 || COALESCE(jsonb_agg(jsonb_build_array(h.p, h.c, h.r)), ''[]'') FROM ('
                    'SELECT k.person_id p, k.case_id c, (%s) r FROM unnest($3) mine (id)'
                    ' JOIN people_personkey k ON k.case_id = mine.id WHERE %s AND %s ORDER BY 3, 2 DESC, 1 LIMIT $4) h',
                    ranks, sure, ledger)
                INTO more USING office, viewer, mine, most, more;
                EXIT WHEN jsonb_array_length(more) >= most OR cardinality(mine) < step;
                below := mine[cardinality(mine)];
                step := step * 2;
            END LOOP;
        END IF;
        found := found || more;
        EXIT WHEN turn = 1 OR jsonb_array_length(found) >= most;
    END LOOP;
    RETURN QUERY
        SELECT best.p, best.c, best.r, p.is_subject, p.relation::text, p.standing::text, p.family_name::text,
               p.given_name::text, p.family_kana::text, p.given_kana::text, p.birth_date, p.stated_age,
               p.stated_age_on, p.died_on, p.address::text, p.phone::text, p.mobile::text,
               c.year, c.number, c.stage::text, c.closed_as::text, a.name::text,
               p.contact_is_protected, k.family, k.given, k.family_sound, k.given_sound, k.address, k.phones
        FROM (SELECT (row ->> 0)::uuid AS p, (row ->> 1)::uuid AS c, min((row ->> 2)::integer) AS r
              FROM jsonb_array_elements(found) row GROUP BY 1, 2 ORDER BY 3, 2 DESC, 1 LIMIT most) best
        JOIN people_person p ON p.id = best.p
        JOIN people_personkey k ON k.person_id = best.p
        JOIN cases_case c ON c.id = best.c
        JOIN agencies_agency a ON a.id = c.responsible_agency_id
        ORDER BY best.r, best.c DESC, best.p;
END $$;

SELECT disclosure_give_to_definer('people_find(jsonb, integer, integer)', 'people_own_below(uuid, integer)',
    'people_own(integer)');
