-- Whether the viewer holds one of these posts today, at the agency acted for.
CREATE FUNCTION disclosure_holds_post(VARIADIC roles text[]) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM agencies_post p
                   WHERE p.user_id = kasane_user() AND p.agency_id = kasane_agency() AND p.role = ANY(roles)
                     AND p.starts_on <= kasane_today() AND COALESCE(p.ends_on >= kasane_today(), true))
$$;

-- Whether the viewer answers for how the town reads: a manager or decider of the town hall itself (R-DIS-08).
CREATE FUNCTION disclosure_oversees() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT kasane_oversees(true)
$$;

-- Readings of the last days that are worth a look, per member of staff, post and oddity, with numbers of cases and
-- no name of anybody who is helped. What an overseer has looked into is not told again. That somebody asked is logged.
-- `opens` and `closes` are office hours in Japan, `closed` the days without any. How much is much, the rules say.
CREATE FUNCTION disclosure_unusual(span integer, opens time, closes time, closed date[])
    RETURNS TABLE (user_id uuid, agency_id uuid, oddity text, times bigint, cases bigint, days bigint,
                   first_at timestamptz, last_at timestamptz, upto bigint, numbers text[],
                   own_usual numeric, colleagues_usual numeric)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    begins timestamptz := now() - span * interval '1 day';
BEGIN
    IF NOT disclosure_oversees() THEN
        RETURN;
    END IF;
    INSERT INTO disclosure_logentry (at, user_id, agency_id, act, subject, row_id, basis)
    VALUES (clock_timestamp(), kasane_user(), kasane_agency(), 'read', '気になる閲覧の一覧', '', '');
    RETURN QUERY
    WITH read AS MATERIALIZED (
        SELECT l.id, l.at, (l.at AT TIME ZONE 'Asia/Tokyo') AS local, l.user_id, l.agency_id, l.case_id, l.act, l.subject, l.basis
        FROM disclosure_logentry l
        WHERE l.at >= begins AND l.act IN ('read', 'export', 'refused', 'masked') AND l.user_id IS NOT NULL AND l.case_id IS NOT NULL
    ), named AS (
        SELECT u.id, split_part(translate(u.name, '　', ' '), ' ', 1) AS family FROM agencies_user u
        WHERE translate(u.name, '　', ' ') LIKE '% %'
    ), kin AS MATERIALIZED (
        SELECT pair.user_id, pair.case_id
        FROM (SELECT DISTINCT r.user_id, r.case_id FROM read r WHERE r.act IN ('read', 'export')) pair
        JOIN named n ON n.id = pair.user_id
        WHERE EXISTS (SELECT 1 FROM people_person p WHERE p.case_id = pair.case_id AND p.family_name = n.family)
    ), odd AS (
        SELECT r.*, 'many' AS oddity FROM read r WHERE r.act IN ('read', 'export')
        UNION ALL
        SELECT r.*, 'exception' FROM read r
        WHERE r.act IN ('read', 'export') AND r.basis <> ''
          AND NOT string_to_array(r.basis, ',') && ARRAY['own_work', 'entrusted', 'consent', 'conference']
        UNION ALL
        -- Who works on the case by consent, as the support team does, reads it as a part of that work.
        SELECT r.*, 'no_own_work' FROM read r
        WHERE r.act IN ('read', 'export') AND string_to_array(r.basis, ',') && ARRAY['consent', 'conference']
          AND NOT string_to_array(r.basis, ',') && ARRAY['own_work', 'entrusted']
          AND NOT EXISTS (SELECT 1 FROM disclosure_grant g WHERE g.case_id = r.case_id AND g.writes
                          AND (g.agency_id = r.agency_id OR g.user_id = r.user_id))
        UNION ALL
        SELECT r.*, 'refused' FROM read r WHERE r.act = 'refused'
        UNION ALL
        SELECT r.*, 'masked' FROM read r WHERE r.act = 'masked'
        UNION ALL
        SELECT r.*, 'same_name' FROM read r JOIN kin k ON k.user_id = r.user_id AND k.case_id = r.case_id
        WHERE r.act IN ('read', 'export')
        UNION ALL
        SELECT r.*, 'out_of_hours' FROM read r
        WHERE r.act IN ('read', 'export') AND (r.local::time < opens OR r.local::time >= closes OR r.local::date = ANY(closed))
        UNION ALL
        SELECT r.*, 'protected' FROM read r WHERE r.act IN ('read', 'export') AND r.subject = '秘匿された住所'
    ), tally AS MATERIALIZED (
        SELECT o.user_id, o.agency_id, o.oddity, count(*) AS times, count(DISTINCT o.case_id) AS cases,
               count(DISTINCT o.local::date) AS days, min(o.at) AS first_at, max(o.at) AS last_at, max(o.id) AS upto,
               (array_agg(DISTINCT o.case_id ORDER BY o.case_id DESC) FILTER (WHERE o.oddity <> 'many'))[1:30] AS some
        FROM odd o
        LEFT JOIN (SELECT c.staff_id, c.agency_id, c.oddity, max(c.upto) AS upto FROM disclosure_oversightcheck c
                   GROUP BY c.staff_id, c.agency_id, c.oddity) seen
               ON seen.staff_id = o.user_id AND seen.agency_id = o.agency_id AND seen.oddity = o.oddity
        WHERE o.id > COALESCE(seen.upto, 0)
        GROUP BY o.user_id, o.agency_id, o.oddity
    ), before AS MATERIALIZED (
        SELECT b.user_id, b.agency_id, count(*) / 3.0 AS cases
        FROM (SELECT DISTINCT l.user_id, l.agency_id, l.case_id,
                     floor(extract(epoch FROM begins - l.at) / (span * 86400)) AS part
              FROM disclosure_logentry l
              WHERE l.at >= begins - 3 * span * interval '1 day' AND l.at < begins
                AND l.act IN ('read', 'export') AND l.user_id IS NOT NULL AND l.case_id IS NOT NULL) b
        GROUP BY b.user_id, b.agency_id
    )
    SELECT t.user_id, t.agency_id, t.oddity, t.times, t.cases, t.days, t.first_at, t.last_at, t.upto,
           ARRAY(SELECT c.year || '-' || c.number FROM cases_case c WHERE c.id = ANY(t.some) ORDER BY c.year DESC, c.number DESC),
           (SELECT b.cases FROM before b WHERE b.user_id = t.user_id AND b.agency_id = t.agency_id),
           (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY o.cases)::numeric FROM tally o
            WHERE o.oddity = 'many' AND o.agency_id = t.agency_id AND o.user_id <> t.user_id)
    FROM tally t;
END $$;

-- An overseer has looked into it: what was there up to an entry is not told again. Nobody clears their own readings.
CREATE FUNCTION disclosure_check_readings(reader uuid, office uuid, what text, seen_upto bigint, words text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT disclosure_oversees() OR reader = kasane_user() THEN
        RETURN false;
    END IF;
    INSERT INTO disclosure_oversightcheck (id, created_at, staff_id, agency_id, oddity, upto, note, checked_by_id)
    VALUES (uuidv7(), now(), reader, office, what,
            LEAST(seen_upto, (SELECT max(l.id) FROM disclosure_logentry l)), words, kasane_user());
    RETURN true;
END $$;

SELECT disclosure_give_to_definer('disclosure_holds_post(text[])', 'disclosure_oversees()',
        'disclosure_unusual(integer, time, time, date[])',
        'disclosure_check_readings(uuid, uuid, text, bigint, text)');
