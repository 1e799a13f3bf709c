-- 名寄せ: comparing on entry, proposing, deciding and undoing (R-PEO-02). What a viewer may not see never leaves the
-- database: it becomes a proposal, and proposals are for coordinators.
CREATE INDEX matchkey_blocks ON people_matchkey USING gin (blocks);

CREATE FUNCTION people_match_key_of(m people_matchkey) RETURNS people_match_key LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ROW(m.family_key, m.given_key, m.name_key, m.family_sound, m.given_sound, m.sound_key, m.family_common, m.sex,
               m.birth_year, m.birth_month, m.birth_day, m.birth_key, m.address_key, m.town_key, m.mobile, m.landline
           )::people_match_key
$$;

-- Whether the viewer acts as 相談支援包括化推進員 today.
CREATE FUNCTION kasane_coordinates() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM agencies_post p WHERE p.user_id = kasane_user() AND p.agency_id = kasane_agency()
                   AND p.role = 'coordinator' AND p.starts_on <= kasane_today()
                   AND (p.ends_on IS NULL OR p.ends_on >= kasane_today()))
$$;

-- Persons like the one being typed, among those the viewer may see; likeliest first.
CREATE FUNCTION people_likely(typed jsonb, blocks text[], not_case uuid, least_weight double precision, most integer)
    RETURNS TABLE (person_id uuid, weight double precision, levels smallint[])
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 10 SET search_path = public, pg_temp AS $$
    SELECT m.person_id, w.weight, w.levels
    FROM people_matchkey m, LATERAL people_match_weight(
        jsonb_populate_record(NULL::people_match_key, typed), people_match_key_of(m)) w
    WHERE m.blocks && people_likely.blocks AND m.case_id IS DISTINCT FROM not_case AND w.weight >= least_weight
      AND m.kinds & ~COALESCE((SELECT bit_or(g.kinds) FROM disclosure_grant g WHERE g.case_id = m.case_id
          AND (g.agency_id = kasane_agency() OR g.user_id = kasane_user()) AND g.valid @> kasane_today()), 0) < 1
    ORDER BY w.weight DESC, m.person_id LIMIT most
$$;

-- Proposes every pair of one saved person with somebody alike, seen or not. Answers nothing: only coordinators learn.
-- A pair that was decided keeps its decision.
CREATE FUNCTION people_propose(wanted uuid, least_weight double precision) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    mine people_matchkey;
BEGIN
    SELECT * INTO mine FROM people_matchkey m WHERE m.person_id = wanted;
    IF mine.person_id IS NULL OR NOT disclosure_sees(mine.case_id) THEN
        RETURN;
    END IF;
    -- What stands already says how alike the two are now; an open proposal that is alike no more is withdrawn.
    UPDATE people_pair p SET weight = w.weight, probability = 1 / (1 + power(2, -LEAST(GREATEST(w.weight, -300), 300))),
        levels = w.levels
    FROM people_matchkey a, people_matchkey b, LATERAL people_match_weight(people_match_key_of(a), people_match_key_of(b)) w
    WHERE wanted IN (p.person_a_id, p.person_b_id) AND a.person_id = p.person_a_id AND b.person_id = p.person_b_id
      AND (p.levels, p.weight) IS DISTINCT FROM (w.levels, w.weight);
    DELETE FROM people_pair p WHERE wanted IN (p.person_a_id, p.person_b_id) AND p.state = 'open'
      AND p.origin <> 'worker' AND p.weight < least_weight;
    IF cardinality(mine.blocks) = 0 THEN
        RETURN;
    END IF;
    INSERT INTO people_pair (id, created_at, person_a_id, person_b_id, case_a_id, case_b_id, weight, probability,
                             levels, origin, state, reason)
    SELECT uuidv7(), clock_timestamp(), LEAST(m.person_id, wanted), GREATEST(m.person_id, wanted),
           CASE WHEN m.person_id < wanted THEN m.case_id ELSE mine.case_id END,
           CASE WHEN m.person_id < wanted THEN mine.case_id ELSE m.case_id END,
           w.weight, 1 / (1 + power(2, -LEAST(w.weight, 300))), w.levels, 'entry', 'open', ''
    FROM people_matchkey m, LATERAL people_match_weight(people_match_key_of(mine), people_match_key_of(m)) w
    WHERE m.blocks && mine.blocks AND m.person_id <> wanted AND w.weight >= least_weight
    ORDER BY w.weight DESC, m.person_id LIMIT 20 -- nobody compares more, and a ledger of equal rows stays quick
    ON CONFLICT (person_a_id, person_b_id) DO NOTHING;
END $$;

-- A worker who sees both says that they may be one.
CREATE FUNCTION people_propose_pair(one uuid, other uuid, words text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    a people_matchkey;
    b people_matchkey;
    w record;
BEGIN
    SELECT * INTO a FROM people_matchkey m WHERE m.person_id = LEAST(one, other);
    SELECT * INTO b FROM people_matchkey m WHERE m.person_id = GREATEST(one, other);
    IF a.person_id IS NULL OR b.person_id IS NULL OR one = other
       OR NOT disclosure_sees(a.case_id) OR NOT disclosure_sees(b.case_id) THEN
        RETURN false;
    END IF;
    SELECT * INTO w FROM people_match_weight(people_match_key_of(a), people_match_key_of(b));
    INSERT INTO people_pair (id, created_at, person_a_id, person_b_id, case_a_id, case_b_id, weight, probability,
                             levels, origin, state, reason)
    VALUES (uuidv7(), clock_timestamp(), a.person_id, b.person_id, a.case_id, b.case_id, w.weight,
            1 / (1 + power(2, -LEAST(GREATEST(w.weight, -300), 300))), w.levels, 'worker', 'open', words)
    ON CONFLICT (person_a_id, person_b_id) DO UPDATE SET origin = 'worker', reason = words
        WHERE people_pair.state = 'open';
    RETURN true;
END $$;

-- All pairs found by a batch over the whole registry; for the operator's command alone.
CREATE FUNCTION people_propose_batch(pairs jsonb) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    made integer;
BEGIN
    INSERT INTO people_pair (id, created_at, person_a_id, person_b_id, case_a_id, case_b_id, weight, probability,
                             levels, origin, state, reason)
    SELECT uuidv7(), clock_timestamp(), a.person_id, b.person_id, a.case_id, b.case_id, w.weight,
           1 / (1 + power(2, -LEAST(GREATEST(w.weight, -300), 300))), w.levels, 'batch', 'open', ''
    FROM jsonb_array_elements(pairs) pair
    JOIN people_matchkey a ON a.person_id = LEAST((pair ->> 0)::uuid, (pair ->> 1)::uuid)
    JOIN people_matchkey b ON b.person_id = GREATEST((pair ->> 0)::uuid, (pair ->> 1)::uuid),
    LATERAL people_match_weight(people_match_key_of(a), people_match_key_of(b)) w
    WHERE a.person_id <> b.person_id
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS made = ROW_COUNT;
    RETURN made;
END $$;

-- The compared columns of everybody, without names as written; for the batch, not for the web role.
CREATE FUNCTION people_match_keys() RETURNS SETOF people_matchkey
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.* FROM people_matchkey m
$$;

-- Both persons of some pairs as a coordinator compares them; nothing for anybody else. Looking at one pair is kept in
-- the log of both cases, as a comparison: 「見た人」 of a case does not show it, for it would tell of the other case.
CREATE FUNCTION people_pairs(wanted_state text, wanted uuid, below_weight double precision, below uuid, most integer)
    RETURNS TABLE (id uuid, weight double precision, probability double precision, levels smallint[], origin text,
                   state text, decided_at timestamptz, decided_by text, reason text, created_at timestamptz, side smallint,
                   person_id uuid, case_id uuid, case_year smallint, case_number integer, agency text, is_subject boolean,
                   relation text, family_name text, given_name text, family_kana text, given_kana text, sex text,
                   birth_date date, stated_age smallint, stated_age_on date, died_on date, address text, phone text,
                   mobile text, identity uuid, joined boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT kasane_coordinates() THEN
        RETURN;
    END IF;
    IF wanted IS NOT NULL THEN
        INSERT INTO disclosure_logentry (at, user_id, agency_id, case_id, act, subject, row_id, basis)
        SELECT clock_timestamp(), kasane_user(), kasane_agency(), c.case_id, 'compare', '名寄せの確認', wanted::text, ''
        FROM people_pair p, LATERAL (SELECT p.case_a_id UNION SELECT p.case_b_id) c (case_id) WHERE p.id = wanted;
    END IF;
    RETURN QUERY
    SELECT p.id, p.weight, p.probability, p.levels, p.origin::text, p.state::text, p.decided_at, u.name::text, p.reason::text,
           p.created_at, s.side, n.id, c.id, c.year, c.number, a.name::text, n.is_subject, n.relation::text,
           n.family_name::text, n.given_name::text, n.family_kana::text, n.given_kana::text, n.sex::text, n.birth_date,
           n.stated_age, n.stated_age_on, n.died_on, n.address::text, n.phone::text, n.mobile::text, i.identity,
           EXISTS (SELECT 1 FROM people_sameperson x JOIN people_sameperson y ON y.identity = x.identity
                   WHERE x.person_id = p.person_a_id AND y.person_id = p.person_b_id)
    FROM (SELECT q.* FROM people_pair q
          WHERE (wanted IS NULL OR q.id = wanted) AND (wanted_state IS NULL OR q.state = wanted_state)
            AND (below_weight IS NULL OR (-q.weight, q.id) > (-below_weight, below))
          ORDER BY -q.weight, q.id LIMIT most) p
    CROSS JOIN LATERAL (VALUES (0::smallint, p.person_a_id), (1::smallint, p.person_b_id)) s (side, person_id)
    JOIN people_person n ON n.id = s.person_id
    JOIN cases_case c ON c.id = n.case_id
    JOIN agencies_agency a ON a.id = c.responsible_agency_id
    LEFT JOIN agencies_user u ON u.id = p.decided_by_id
    LEFT JOIN people_sameperson i ON i.person_id = n.id
    ORDER BY -p.weight, p.id, s.side;
END $$;

CREATE FUNCTION people_pairs_waiting() RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN kasane_coordinates() THEN
        (SELECT count(*)::integer FROM (SELECT 1 FROM people_pair WHERE state = 'open' LIMIT 1000) p) ELSE 0 END
$$;

-- Everybody who is one with `wanted` by the decided pairs: the connected ones.
CREATE FUNCTION people_connected(wanted uuid) RETURNS SETOF uuid
    LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    WITH RECURSIVE reached (id) AS (
        SELECT wanted
        UNION
        SELECT CASE WHEN p.person_a_id = r.id THEN p.person_b_id ELSE p.person_a_id END
        FROM reached r JOIN people_pair p ON p.state = 'same' AND r.id IN (p.person_a_id, p.person_b_id))
    SELECT id FROM reached
$$;

-- Pairs that a coordinator found to be different people, though both would be one with `pair`'s persons after a merge.
CREATE FUNCTION people_contradictions(pair uuid) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT d.id FROM people_pair p, people_pair d
    WHERE p.id = pair AND kasane_coordinates() AND d.state = 'different' AND d.id <> p.id
      AND ((d.person_a_id IN (SELECT people_connected(p.person_a_id)) AND d.person_b_id IN (SELECT people_connected(p.person_b_id)))
        OR (d.person_b_id IN (SELECT people_connected(p.person_a_id)) AND d.person_a_id IN (SELECT people_connected(p.person_b_id))))
$$;

-- Keeps a coordinator's decision and derives anew who is one with whom. Nothing of the persons themselves is touched,
-- so that undoing gives back what was there.
CREATE FUNCTION people_decide(pair uuid, decision text, words text, seen timestamptz) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    row people_pair;
    touched uuid[];
BEGIN
    IF NOT kasane_coordinates() OR decision NOT IN ('open', 'same', 'different') THEN
        RETURN 'refused';
    END IF;
    -- One decision at a time: each is weighed against all the others.
    PERFORM pg_advisory_xact_lock(106005);
    SELECT * INTO row FROM people_pair p WHERE p.id = pair FOR UPDATE;
    IF row.id IS NULL OR row.decided_at IS DISTINCT FROM seen THEN
        RETURN 'moved_on';
    END IF;
    touched := ARRAY(SELECT people_connected(row.person_a_id) UNION SELECT people_connected(row.person_b_id));
    IF decision = 'same' AND EXISTS (SELECT 1 FROM people_contradictions(pair)) THEN
        RETURN 'contradiction';
    END IF;
    IF decision = 'different' THEN
        UPDATE people_pair p SET state = 'open' WHERE p.id = pair AND p.state = 'same';
        IF row.person_b_id IN (SELECT people_connected(row.person_a_id)) THEN
            UPDATE people_pair p SET state = row.state WHERE p.id = pair;
            RETURN 'joined_by_others';
        END IF;
    END IF;
    UPDATE people_pair p SET state = decision, decided_by_id = kasane_user(), decided_at = clock_timestamp(), reason = words
    WHERE p.id = pair;
    DELETE FROM people_sameperson s WHERE s.person_id = ANY(touched);
    INSERT INTO people_sameperson (id, created_at, person_id, case_id, kinds, identity)
    SELECT uuidv7(), clock_timestamp(), n.id, n.case_id, n.kinds, g.identity
    FROM (SELECT t AS id, (SELECT c FROM people_connected(t) c ORDER BY c LIMIT 1) AS identity, (SELECT count(*) FROM people_connected(t)) AS size
          FROM unnest(touched) t) g
    JOIN people_person n ON n.id = g.id WHERE g.size > 1;
    RETURN 'kept';
END $$;

SELECT disclosure_give_to_definer('kasane_coordinates()', 'people_likely(jsonb, text[], uuid, double precision, integer)',
    'people_propose(uuid, double precision)', 'people_propose_pair(uuid, uuid, text)', 'people_propose_batch(jsonb)',
    'people_match_keys()', 'people_pairs(text, uuid, double precision, uuid, integer)', 'people_pairs_waiting()',
    'people_contradictions(uuid)', 'people_decide(uuid, text, text, timestamptz)');
SET LOCAL ROLE kasane_definer;
REVOKE EXECUTE ON FUNCTION people_propose_batch(jsonb), people_match_keys() FROM kasane_app;
RESET ROLE;
REVOKE INSERT, UPDATE, DELETE ON people_sameperson, people_pair FROM kasane_app;
