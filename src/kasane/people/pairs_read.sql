-- The list of pairs shows names, addresses and telephone numbers of two cases each: it is a reading of every case on it,
-- kept in the log as a comparison, like looking at one pair (R-DIS-08). 「見た人」 of a case shows neither.
SET LOCAL ROLE kasane_definer;
CREATE OR REPLACE FUNCTION people_pairs(wanted_state text, wanted uuid, below_weight double precision, below uuid, most integer)
    RETURNS TABLE (id uuid, weight double precision, probability double precision, levels smallint[], origin text,
                   state text, decided_at timestamptz, decided_by text, reason text, created_at timestamptz, side smallint,
                   person_id uuid, case_id uuid, case_year smallint, case_number integer, agency text, is_subject boolean,
                   relation text, family_name text, given_name text, family_kana text, given_kana text, sex text,
                   birth_date date, stated_age smallint, stated_age_on date, died_on date, address text, phone text,
                   mobile text, identity uuid, joined boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    shown uuid[];
BEGIN
    IF NOT kasane_coordinates() THEN
        RETURN;
    END IF;
    shown := ARRAY(SELECT q.id FROM people_pair q
                   WHERE (wanted IS NULL OR q.id = wanted) AND (wanted_state IS NULL OR q.state = wanted_state)
                     AND (below_weight IS NULL OR (-q.weight, q.id) > (-below_weight, below))
                   ORDER BY -q.weight, q.id LIMIT most);
    INSERT INTO disclosure_logentry (at, user_id, agency_id, case_id, act, subject, row_id, basis)
    SELECT clock_timestamp(), kasane_user(), kasane_agency(), c.case_id, 'compare',
           CASE WHEN wanted IS NULL THEN '名寄せの一覧' ELSE '名寄せの確認' END, COALESCE(wanted::text, ''), ''
    FROM (SELECT p.case_a_id FROM people_pair p WHERE p.id = ANY(shown)
          UNION SELECT p.case_b_id FROM people_pair p WHERE p.id = ANY(shown)) c (case_id)
    ORDER BY c.case_id;
    RETURN QUERY
    SELECT p.id, p.weight, p.probability, p.levels, p.origin::text, p.state::text, p.decided_at, u.name::text, p.reason::text,
           p.created_at, s.side, n.id, c.id, c.year, c.number, a.name::text, n.is_subject, n.relation::text,
           n.family_name::text, n.given_name::text, n.family_kana::text, n.given_kana::text, n.sex::text, n.birth_date,
           n.stated_age, n.stated_age_on, n.died_on, n.address::text, n.phone::text, n.mobile::text, i.identity,
           EXISTS (SELECT 1 FROM people_sameperson x JOIN people_sameperson y ON y.identity = x.identity
                   WHERE x.person_id = p.person_a_id AND y.person_id = p.person_b_id)
    FROM people_pair p
    CROSS JOIN LATERAL (VALUES (0::smallint, p.person_a_id), (1::smallint, p.person_b_id)) s (side, person_id)
    JOIN people_person n ON n.id = s.person_id
    JOIN cases_case c ON c.id = n.case_id
    JOIN agencies_agency a ON a.id = c.responsible_agency_id
    LEFT JOIN agencies_user u ON u.id = p.decided_by_id
    LEFT JOIN people_sameperson i ON i.person_id = n.id
    WHERE p.id = ANY(shown)
    ORDER BY -p.weight, p.id, s.side;
END $$;
RESET ROLE;
