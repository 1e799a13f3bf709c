-- 緊急の閲覧 and the course of a statutory exception (R-DIS-05, R-INT-09).
CREATE INDEX log_urgent ON disclosure_logentry (user_id, at) WHERE act = 'urgent';
CREATE INDEX case_urgent_open ON cases_case (updated_at) WHERE is_urgent AND closed_on IS NULL;

-- What was ended stays ended, what was decided or reviewed stays as it was; whoever is shown the case neither decides
-- nor reviews, and they alone say what they did with it.
CREATE FUNCTION cases_guard_exception() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.requesting_agency_id <> OLD.requesting_agency_id OR NEW.created_at <> OLD.created_at THEN
        RAISE EXCEPTION 'what was asked for is not changed' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF ROW(NEW.decided_by_id, NEW.decided_on, NEW.decision_note) IS DISTINCT FROM ROW(OLD.decided_by_id, OLD.decided_on, OLD.decision_note)
            AND (NEW.state = OLD.state OR NEW.decided_by_id = NEW.user_id) THEN
        RAISE EXCEPTION 'what was decided is not changed' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.ended_on IS DISTINCT FROM OLD.ended_on AND (OLD.ended_on IS NOT NULL OR NEW.ended_on <> kasane_today()
            OR NOT (kasane_oversees() OR NEW.user_id IS NOT DISTINCT FROM kasane_user()
                    OR EXISTS (SELECT 1 FROM disclosure_grant g WHERE g.case_id = NEW.case_id AND g.writes AND g.valid @> kasane_today()))) THEN
        RAISE EXCEPTION 'not yours to end, or ended already' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.outcome <> OLD.outcome
            AND (NEW.user_id IS DISTINCT FROM kasane_user() OR (OLD.review <> '' AND OLD.outcome <> '')) THEN
        RAISE EXCEPTION 'not yours to tell' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF ROW(NEW.review, NEW.review_note, NEW.reviewed_by_id, NEW.reviewed_on)
            IS DISTINCT FROM ROW(OLD.review, OLD.review_note, OLD.reviewed_by_id, OLD.reviewed_on)
            AND (OLD.review <> '' OR NEW.review = '' OR NEW.state NOT IN ('approved', 'urgent')
                 OR (NEW.state = 'approved' AND LEAST(NEW.valid_until, NEW.ended_on) > kasane_today())) THEN
        RAISE EXCEPTION 'not to be reviewed' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_course BEFORE UPDATE ON disclosure_legalexception
    FOR EACH ROW EXECUTE FUNCTION cases_guard_exception();

-- The urgent door: opens at once the cases of one exactly named person (with the birth date) or one case number (with
-- a name in it), for the viewer alone and for a few days. Every try is written to the log, also one that found nothing;
-- the name that was typed is not kept. It never raises, so that the log entry stays.
CREATE FUNCTION cases_open_urgently(name text, heard text, born date, in_year integer, with_number integer,
                                    on_ground text, by_law text, why text, days integer)
    RETURNS TABLE (outcome text, case_id uuid)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    person uuid := kasane_user();
    office uuid := kasane_agency();
    attempt text := gen_random_uuid()::text;
    way text := CASE WHEN with_number IS NULL THEN 'person' ELSE 'number' END;
    refused text;
    found uuid[] := '{}';
    one uuid;
    answer text;
BEGIN
    IF person IS NULL OR office IS NULL THEN
        RETURN QUERY SELECT 'no_post', NULL::uuid;
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(106005, hashtext(person::text));
    IF NOT EXISTS (SELECT 1 FROM agencies_post p JOIN agencies_agency a ON a.id = p.agency_id
                   WHERE p.user_id = person AND p.agency_id = office AND p.role <> 'administrator'
                     AND a.is_active AND a.kind <> 'resident'
                     AND p.starts_on <= kasane_today() AND (p.ends_on IS NULL OR p.ends_on >= kasane_today())) THEN
        refused := 'no_post';
    ELSIF COALESCE(char_length(regexp_replace(why, '[\s　]', '', 'g')), 0) < 15
            OR on_ground NOT IN ('law', 'life') OR COALESCE(by_law, '') = '' THEN
        refused := 'no_reason';
    ELSIF (SELECT count(DISTINCT l.row_id) FROM disclosure_logentry l
           WHERE l.user_id = person AND l.act = 'urgent' AND l.basis <> 'too_many'
             AND l.at > clock_timestamp() - interval '24 hours') >= 5 THEN
        refused := 'too_many';
    ELSIF COALESCE(name, '') <> '' AND way = 'number' THEN
        found := ARRAY(
            SELECT c.id FROM cases_case c WHERE c.year = in_year AND c.number = with_number
              AND EXISTS (SELECT 1 FROM people_personkey k WHERE k.case_id = c.id
                          AND (name IN (k.family, k.family || k.given)
                               OR (heard <> '' AND heard IN (k.family_sound, k.family_sound || k.given_sound)))));
    ELSIF COALESCE(name, '') <> '' AND born IS NOT NULL THEN
        found := ARRAY(
            SELECT DISTINCT k.case_id FROM people_personkey k JOIN people_person p ON p.id = k.person_id
            WHERE k.person_id IN (
                  SELECT w.person_id FROM people_personkey w
                  WHERE people_tokens(w.family, w.given, w.family_sound, w.given_sound, w.former, w.former_sound, w.address,
                                      w.phones, w.birth_date, w.birth_year) @> ARRAY['=' || name, 'b' || people_day(born)]
                  UNION ALL
                  SELECT h.person_id FROM people_personkey h
                  WHERE people_tokens(h.family, h.given, h.family_sound, h.given_sound, h.former, h.former_sound, h.address,
                                      h.phones, h.birth_date, h.birth_year) @> ARRAY['~' || heard, 'b' || people_day(born)])
              AND k.birth_date = born AND (p.is_subject OR p.standing <> 'left')
              AND (k.family || k.given = name OR (heard <> '' AND k.family_sound || k.given_sound = heard)));
    END IF;
    IF found = '{}' THEN
        refused := COALESCE(refused, 'not_found');
        INSERT INTO disclosure_logentry (at, user_id, agency_id, act, subject, row_id, basis, after)
        VALUES (clock_timestamp(), person, office, 'urgent', '緊急の閲覧', attempt, refused,
                jsonb_build_object('ground', on_ground, 'law', by_law, 'way', way));
        RETURN QUERY SELECT refused, NULL::uuid;
        RETURN;
    END IF;
    FOREACH one IN ARRAY found LOOP
        IF (SELECT bit_or(g.kinds) & 31 FROM disclosure_grant g WHERE g.case_id = one AND g.valid @> kasane_today()
              AND (g.agency_id = office OR g.user_id = person)) = 31 THEN
            answer := 'already';
        ELSIF EXISTS (SELECT 1 FROM disclosure_legalexception e WHERE e.case_id = one AND e.user_id = person
                        AND e.review = 'improper' AND e.reviewed_on > kasane_today() - 30) THEN
            answer := 'improper';
        ELSE
            answer := 'opened';
            INSERT INTO disclosure_legalexception
                (id, created_at, case_id, state, ground, law, reason, agency_id, user_id, outside, kinds, valid_from, valid_until,
                 requested_by_id, requesting_agency_id, decision_note, outcome, review, review_note)
            VALUES (uuidv7(), clock_timestamp(), one, 'urgent', on_ground, by_law, why, office, person, '', 31, kasane_today(),
                    kasane_today() + LEAST(GREATEST(COALESCE(days, 1), 1), 7), person, office, '', '', '', '');
        END IF;
        INSERT INTO disclosure_logentry (at, user_id, agency_id, case_id, act, subject, row_id, basis, after)
        VALUES (clock_timestamp(), person, office, one, 'urgent', '緊急の閲覧', attempt, answer,
                jsonb_build_object('ground', on_ground, 'law', by_law, 'way', way));
        RETURN QUERY SELECT answer, one;
    END LOOP;
END $$;

-- Whether the viewer may know of an exception; the same as the policy of its table.
CREATE FUNCTION cases_sees_exception(e disclosure_legalexception) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT COALESCE(e.requested_by_id = kasane_user() OR e.user_id = kasane_user() OR kasane_oversees(true)
        OR (e.state = 'urgent' AND kasane_oversees()) OR disclosure_sees(e.case_id), false)
$$;

-- The case numbers of exceptions: who decides and reviews sees no case, but must be able to say which one.
CREATE FUNCTION cases_exception_labels(wanted uuid[]) RETURNS TABLE (id uuid, year smallint, number integer, seen boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT e.id, c.year, c.number, disclosure_sees(c.id)
    FROM disclosure_legalexception e JOIN cases_case c ON c.id = e.case_id
    WHERE e.id = ANY(wanted) AND cases_sees_exception(e)
$$;

-- One exception is opened to be read: written to the log of its case, with the viewer's own basis on it, if any.
CREATE FUNCTION cases_log_exception(wanted uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO disclosure_logentry (at, user_id, agency_id, case_id, act, subject, row_id, basis)
    SELECT clock_timestamp(), kasane_user(), kasane_agency(), e.case_id, 'read', '法令に基づく例外の確認', e.id::text,
           COALESCE((SELECT string_agg(DISTINCT g.basis, ',' ORDER BY g.basis) FROM disclosure_grant g
                     WHERE g.case_id = e.case_id AND g.valid @> kasane_today()
                       AND (g.agency_id = kasane_agency() OR g.user_id = kasane_user())), '')
    FROM disclosure_legalexception e WHERE e.id = wanted AND cases_sees_exception(e)
$$;

-- Cases marked as urgent in the last days, for those who look after disclosure in the town: number, agency and since
-- when; nothing else unless they see the case (R-INT-09).
CREATE FUNCTION cases_urgent_news(days integer)
    RETURNS TABLE (case_id uuid, year smallint, number integer, agency text, phone text, marked_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN disclosure_sees(c.id) THEN c.id END, c.year, c.number, a.name, a.phone, m.at
    FROM cases_case c JOIN agencies_agency a ON a.id = c.responsible_agency_id
    CROSS JOIN LATERAL (
        SELECT max(l.at) AS at FROM disclosure_logentry l
        WHERE l.case_id = c.id AND l.subject = 'cases_case' AND l.after ->> 'is_urgent' = 'true'
          AND COALESCE(l.before ->> 'is_urgent', 'false') = 'false') m
    WHERE c.is_urgent AND c.closed_on IS NULL AND c.updated_at > now() - days * interval '1 day'
      AND m.at > now() - days * interval '1 day' AND kasane_oversees()
    ORDER BY m.at DESC LIMIT 20
$$;

-- Tries at the urgent door that opened nothing, per person: for managers and deciders, so that fishing is seen.
CREATE FUNCTION cases_urgent_tries(days integer)
    RETURNS TABLE (who text, agency text, outcome text, tries bigint, last_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT u.name, a.name, l.basis, count(*), max(l.at)
    FROM disclosure_logentry l JOIN agencies_user u ON u.id = l.user_id LEFT JOIN agencies_agency a ON a.id = l.agency_id
    WHERE l.act = 'urgent' AND l.basis NOT IN ('opened', 'already') AND l.at > now() - days * interval '1 day'
      AND kasane_oversees(true)
    GROUP BY u.name, a.name, l.basis ORDER BY max(l.at) DESC LIMIT 30
$$;

SELECT disclosure_give_to_definer('cases_open_urgently(text, text, date, integer, integer, text, text, text, integer)',
        'cases_sees_exception(disclosure_legalexception)', 'cases_exception_labels(uuid[])', 'cases_log_exception(uuid)',
        'cases_urgent_news(integer)', 'cases_urgent_tries(integer)');
