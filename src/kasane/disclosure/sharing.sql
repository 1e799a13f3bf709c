-- Who has looked at one case, newest first, page by page, for those who see the case. Attempts that were refused are
-- for those who look after disclosure in the town (R-DIS-08).
CREATE FUNCTION disclosure_looks_of(wanted_case uuid, of_agency uuid, of_user uuid, since date, until date,
                                    refused boolean, below bigint, most integer)
    RETURNS TABLE (id bigint, at timestamptz, user_id uuid, agency_id uuid, act text, subject text, basis text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT l.id, l.at, l.user_id, l.agency_id, l.act::text, l.subject::text, l.basis::text
    FROM disclosure_logentry l
    WHERE l.case_id = wanted_case AND disclosure_sees(wanted_case)
      AND (l.act IN ('read', 'export', 'urgent') AND NOT refused
           OR l.act = 'refused' AND refused AND kasane_oversees())
      AND (of_agency IS NULL OR l.agency_id = of_agency)
      AND (of_user IS NULL OR l.user_id = of_user)
      AND (since IS NULL OR l.at >= since::timestamp AT TIME ZONE 'Asia/Tokyo')
      AND (until IS NULL OR l.at < (until + 1)::timestamp AT TIME ZONE 'Asia/Tokyo')
      AND (below IS NULL OR l.id < below)
    ORDER BY l.id DESC LIMIT most
$$;

-- Everybody who has looked at one case, with how often: what the list of readings can be narrowed to.
CREATE FUNCTION disclosure_lookers_of(wanted_case uuid)
    RETURNS TABLE (agency_id uuid, user_id uuid, times bigint, refused bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT l.agency_id, l.user_id, count(*) FILTER (WHERE l.act <> 'refused'),
           count(*) FILTER (WHERE l.act = 'refused')
    FROM disclosure_logentry l
    WHERE l.case_id = wanted_case AND disclosure_sees(wanted_case)
      AND (l.act IN ('read', 'export', 'urgent') OR l.act = 'refused' AND kasane_oversees())
    GROUP BY 1, 2
$$;

-- The cases the viewer's agency works on whose consent is the person's latest word and ends by that day. `valid_until`
-- is the first day on which it no longer holds.
CREATE INDEX consent_ending ON disclosure_consent (valid_until)
    WHERE valid_until IS NOT NULL AND withdrawn_on IS NULL AND answer = 'agree';
CREATE FUNCTION disclosure_consents_ending(until date, most integer)
    RETURNS TABLE (case_id uuid, valid_until date)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.case_id, c.valid_until FROM disclosure_consent c
    WHERE c.answer = 'agree' AND c.withdrawn_on IS NULL
      AND c.valid_until > kasane_today() AND c.valid_until <= until + 1
      AND EXISTS (SELECT 1 FROM disclosure_grant g
                  WHERE g.case_id = c.case_id AND g.agency_id = kasane_agency() AND g.writes
                    AND g.valid @> kasane_today())
      AND NOT EXISTS (SELECT 1 FROM disclosure_consent d
                      WHERE d.case_id = c.case_id AND d.answer <> 'unclear' AND d.confirmed_on <= kasane_today()
                        AND (d.confirmed_on, d.created_at) > (c.confirmed_on, c.created_at))
    ORDER BY c.valid_until, c.case_id LIMIT most
$$;
SELECT disclosure_give_to_definer(
        'disclosure_looks_of(uuid, uuid, uuid, date, date, boolean, bigint, integer)',
        'disclosure_lookers_of(uuid)', 'disclosure_consents_ending(date, integer)');
