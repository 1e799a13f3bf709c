SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE TYPE public.people_match_key AS (
	family_key text,
	given_key text,
	name_key text,
	family_sound text,
	given_sound text,
	sound_key text,
	family_common integer,
	sex text,
	birth_year integer,
	birth_month integer,
	birth_day integer,
	birth_key text,
	address_key text,
	town_key text,
	mobile text,
	landline text
);


ALTER TYPE public.people_match_key OWNER TO kasane_owner;

CREATE FUNCTION public.cases_acknowledge_alarm(wanted uuid, who text, what_next text, days integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    a cases_alarm := cases_open_alarm(wanted);
BEGIN
    IF NOT cases_hears_alarm(wanted) OR COALESCE(who, '') = '' OR COALESCE(what_next, '') = ''
            OR EXISTS (SELECT 1 FROM cases_alarmtold t WHERE t.alarm_id = wanted AND t.user_id = kasane_user()
                       AND (t.standing = 'raiser' OR t.acknowledged_at IS NOT NULL)) THEN
        RAISE EXCEPTION 'not yours to acknowledge' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO cases_alarmtold AS t (id, created_at, case_id, kinds, alarm_id, user_id, agency_id, standing, exception_id,
                                      acknowledged_at, actor_words, next_step)
    VALUES (uuidv7(), clock_timestamp(), a.case_id, a.kinds, a.id, kasane_user(), kasane_agency(), 'joined',
            cases_alarm_opens(a, kasane_user(), kasane_agency(), days), clock_timestamp(), who, what_next)
    ON CONFLICT (alarm_id, user_id) DO UPDATE
        SET agency_id = excluded.agency_id, acknowledged_at = excluded.acknowledged_at, actor_words = excluded.actor_words, next_step = excluded.next_step,
            exception_id = COALESCE(excluded.exception_id, t.exception_id);
    UPDATE cases_alarm l SET acknowledged_at = COALESCE(l.acknowledged_at, clock_timestamp()) WHERE l.id = wanted;
    PERFORM cases_alarm_event(a, 'alarm_acknowledged', '緊急の知らせを受け取った', who || ' — ' || what_next);
END $$;


ALTER FUNCTION public.cases_acknowledge_alarm(wanted uuid, who text, what_next text, days integer) OWNER TO kasane_definer;

CREATE FUNCTION public.cases_acts_on_alarms() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (
        SELECT 1 FROM agencies_post p JOIN agencies_agency a ON a.id = p.agency_id
        WHERE p.user_id = kasane_user() AND p.agency_id = kasane_agency() AND p.role <> 'administrator'
          AND a.is_active AND a.kind <> 'resident'
          AND p.starts_on <= kasane_today() AND (p.ends_on IS NULL OR p.ends_on >= kasane_today()))
$$;


ALTER FUNCTION public.cases_acts_on_alarms() OWNER TO kasane_definer;

CREATE FUNCTION public.cases_add_alarm_step(wanted uuid, what_kind text, words text, done_at timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    a cases_alarm := cases_open_alarm(wanted);
BEGIN
    IF NOT cases_works_on_alarm(wanted) OR COALESCE(words, '') = '' OR done_at > clock_timestamp() + interval '1 minute'
            OR what_kind NOT IN ('safety', 'facts', 'called', 'measure', 'talk', 'other')
            OR what_kind = 'safety' AND done_at < date_trunc('minute', a.raised_at) THEN
        RAISE EXCEPTION 'not yours to tell' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO cases_alarmstep (id, created_at, case_id, kinds, alarm_id, at, what, content, by_id, agency_id)
    VALUES (uuidv7(), clock_timestamp(), a.case_id, a.kinds, a.id, done_at, what_kind, words, kasane_user(), kasane_agency());
    IF what_kind = 'safety' THEN
        UPDATE cases_alarm l SET safety_at = LEAST(l.safety_at, done_at) WHERE l.id = wanted;
    END IF;
END $$;


ALTER FUNCTION public.cases_add_alarm_step(wanted uuid, what_kind text, words text, done_at timestamp with time zone) OWNER TO kasane_definer;

CREATE FUNCTION public.cases_alarm_counts_of_case(wanted uuid) RETURNS TABLE(measure text, year integer, agency_id uuid, area_id uuid, value text, n bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT 'alarm', extract(year FROM (a.raised_at AT TIME ZONE 'Asia/Tokyo') - interval '3 months')::integer,
           a.raised_agency_id, NULL::uuid, a.danger || ':' || a.finding, count(*)
    FROM cases_alarm a WHERE a.case_id = wanted GROUP BY 2, 3, 5
$$;


ALTER FUNCTION public.cases_alarm_counts_of_case(wanted uuid) OWNER TO kasane_definer;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE public.cases_alarm (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    danger character varying(10) NOT NULL,
    suspect character varying(8) NOT NULL,
    law character varying(200) NOT NULL,
    facts text NOT NULL,
    place character varying(200) NOT NULL,
    done text NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    ack_until timestamp with time zone NOT NULL,
    acknowledged_at timestamp with time zone,
    safety_due timestamp with time zone NOT NULL,
    safety_at timestamp with time zone,
    ended_at timestamp with time zone,
    finding character varying(10) NOT NULL,
    measure text NOT NULL,
    watch text NOT NULL,
    reason text NOT NULL,
    case_id uuid NOT NULL,
    ended_by_id uuid,
    raised_agency_id uuid NOT NULL,
    raised_by_id uuid NOT NULL,
    CONSTRAINT alarm_ends_with_a_result CHECK (((ended_at IS NULL) OR ((acknowledged_at IS NOT NULL) AND (ended_by_id IS NOT NULL) AND (NOT ((finding)::text = ''::text)) AND (NOT (reason = ''::text))))),
    CONSTRAINT cases_alarm_kinds_check CHECK ((kinds >= 0))
);

ALTER TABLE ONLY public.cases_alarm FORCE ROW LEVEL SECURITY;


ALTER TABLE public.cases_alarm OWNER TO kasane_owner;

CREATE FUNCTION public.cases_alarm_event(a public.cases_alarm, step text, words text, more text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    INSERT INTO cases_event (id, created_at, case_id, kinds, at, code, title, body, agency_id, by_id, subject, subject_id)
    VALUES (uuidv7(), clock_timestamp(), a.case_id, a.kinds, clock_timestamp(), step, words, more, kasane_agency(),
            kasane_user(), 'alarm', a.id)
$$;


ALTER FUNCTION public.cases_alarm_event(a public.cases_alarm, step text, words text, more text) OWNER TO kasane_definer;

CREATE FUNCTION public.cases_alarm_holds_case() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM cases_alarm a WHERE a.case_id = NEW.id AND a.ended_at IS NULL) THEN
        RAISE EXCEPTION 'an alarm of this case is open (R-INT-09)' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION public.cases_alarm_holds_case() OWNER TO kasane_definer;

CREATE FUNCTION public.cases_alarm_notices(wanted uuid[]) RETURNS TABLE(id uuid, danger text, year smallint, number integer, case_id uuid, agency text, raised_at timestamp with time zone, ack_until timestamp with time zone, acknowledged_at timestamp with time zone, safety_due timestamp with time zone, safety_at timestamp with time zone, ended_at timestamp with time zone, reads boolean, finding text, taken_by text, actor_words text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT a.id, a.danger, c.year, c.number, CASE WHEN disclosure_sees(c.id) THEN c.id END, o.name, a.raised_at, a.ack_until,
           a.acknowledged_at, a.safety_due, a.safety_at, a.ended_at, k.reads, CASE WHEN k.reads THEN a.finding ELSE '' END,
           CASE WHEN k.reads THEN COALESCE(f.name, '') ELSE '' END, CASE WHEN k.reads THEN COALESCE(f.actor_words, '') ELSE '' END
    FROM cases_alarm a JOIN cases_case c ON c.id = a.case_id JOIN agencies_agency o ON o.id = a.raised_agency_id
    CROSS JOIN LATERAL (SELECT cases_sees_alarm(a.id) AS reads) k
    LEFT JOIN LATERAL (SELECT u.name, t.actor_words FROM cases_alarmtold t JOIN agencies_user u ON u.id = t.user_id
                       WHERE t.alarm_id = a.id AND t.acknowledged_at IS NOT NULL ORDER BY t.acknowledged_at LIMIT 1) f ON true
    WHERE (wanted IS NULL OR a.id = ANY(wanted)) AND (k.reads OR cases_hears_alarm(a.id))
$$;


ALTER FUNCTION public.cases_alarm_notices(wanted uuid[]) OWNER TO kasane_definer;

CREATE FUNCTION public.cases_alarm_opens(a public.cases_alarm, person uuid, office uuid, days integer) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    made uuid := uuidv7();
BEGIN
    IF COALESCE((SELECT bit_or(g.kinds) & 31 FROM disclosure_grant g WHERE g.case_id = a.case_id AND g.valid @> kasane_today()
                 AND (g.agency_id = office OR g.user_id = person)), 0) = 31 THEN
        RETURN NULL;
    END IF;
    INSERT INTO disclosure_legalexception
        (id, created_at, case_id, state, ground, law, reason, agency_id, user_id, outside, kinds, valid_from, valid_until,
         requested_by_id, requesting_agency_id, decision_note, outcome, review, review_note)
    VALUES (made, clock_timestamp(), a.case_id, 'urgent', CASE WHEN a.danger = 'life' OR a.danger = 'elder' AND a.suspect = 'employer' THEN 'life' ELSE 'law' END,
            a.law,
            '緊急の知らせを受けた担当として。何が起きたかは、知らせの画面にあります。', office, person, '', 31, kasane_today(),
            kasane_today() + LEAST(GREATEST(COALESCE(days, 1), 1), 7), a.raised_by_id, a.raised_agency_id, '', '', '', '');
    RETURN made;
END $$;


ALTER FUNCTION public.cases_alarm_opens(a public.cases_alarm, person uuid, office uuid, days integer) OWNER TO kasane_definer;

CREATE FUNCTION public.cases_alarm_stays() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF OLD.ended_at IS NULL THEN
        RAISE EXCEPTION 'the alarm is open (R-INT-09)' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN OLD;
END $$;


ALTER FUNCTION public.cases_alarm_stays() OWNER TO kasane_owner;

CREATE FUNCTION public.cases_alarms_open_on(wanted_case uuid) RETURNS TABLE(alarm_id uuid, danger text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT CASE WHEN s.seen THEN a.id END, CASE WHEN s.seen THEN a.danger ELSE '' END
    FROM cases_alarm a CROSS JOIN LATERAL (SELECT cases_sees_alarm(a.id)) s (seen)
    WHERE a.case_id = wanted_case AND a.ended_at IS NULL AND disclosure_sees(wanted_case) ORDER BY a.raised_at
$$;


ALTER FUNCTION public.cases_alarms_open_on(wanted_case uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.cases_came_with_alarm(exception uuid, open_only boolean) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT kasane_user() IS NOT NULL AND EXISTS (
        SELECT 1 FROM cases_alarmtold t JOIN cases_alarm a ON a.id = t.alarm_id
        WHERE t.exception_id = exception AND (NOT open_only OR a.ended_at IS NULL))
$$;


ALTER FUNCTION public.cases_came_with_alarm(exception uuid, open_only boolean) OWNER TO kasane_definer;

CREATE FUNCTION public.cases_counts_of_case(wanted uuid) RETURNS TABLE(measure text, year integer, agency_id uuid, area_id uuid, value text, n bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    RETURN QUERY
    WITH file AS (
        SELECT c.*, (SELECT s.area_id FROM people_person s WHERE s.case_id = c.id AND s.is_subject) AS area
        FROM cases_case c WHERE c.id = wanted
    )
    SELECT d.measure, extract(year FROM d.day - interval '3 months')::integer, f.responsible_agency_id, f.area,
           d.value, 1::bigint
    FROM file f CROSS JOIN LATERAL (VALUES
        ('opened', f.opened_on, f.closed_as::text), ('applied', f.applied_on, ''), ('closed', f.closed_on, f.closed_as::text),
        ('urgent', CASE WHEN f.is_urgent THEN f.opened_on END, '')) d (measure, day, value)
    WHERE d.day IS NOT NULL
    UNION ALL
    SELECT 'record', extract(year FROM (r.at AT TIME ZONE 'Asia/Tokyo') - interval '3 months')::integer, r.agency_id, f.area,
           r.method::text, count(*)
    FROM file f JOIN cases_supportrecord r ON r.case_id = f.id GROUP BY 2, 3, 4, 5;
END $$;


ALTER FUNCTION public.cases_counts_of_case(wanted uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.cases_end_alarm(wanted uuid, result text, measures text, watching text, why text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    a cases_alarm := cases_open_alarm(wanted);
BEGIN
    IF a.safety_at IS NULL OR result NOT IN ('found', 'not_found', 'undecided')
            OR char_length(regexp_replace(COALESCE(why, ''), '[\s　]', '', 'g')) < 15
            OR result = 'found' AND COALESCE(measures, '') = '' OR result <> 'not_found' AND COALESCE(watching, '') = ''
            OR NOT cases_is_told(wanted)
            OR NOT EXISTS (SELECT 1 FROM cases_alarmtold t WHERE t.alarm_id = wanted AND t.user_id = kasane_user()
                           AND t.standing <> 'raiser' AND t.acknowledged_at IS NOT NULL)
            OR NOT EXISTS (SELECT 1 FROM agencies_agency o WHERE o.id = kasane_agency() AND o.kind IN ('division', 'centre')) THEN
        RAISE EXCEPTION 'not yours to end, or not ready' USING ERRCODE = 'insufficient_privilege';
    END IF;
    UPDATE cases_alarm l SET ended_at = clock_timestamp(), ended_by_id = kasane_user(), finding = result, measure = measures,
                             watch = watching, reason = why
    WHERE l.id = wanted;
    UPDATE cases_alarmtold t SET read_end_at = clock_timestamp() WHERE t.alarm_id = wanted AND t.user_id = kasane_user();
    PERFORM cases_alarm_event(a, 'alarm_ended', '緊急の知らせを終えた', why);
END $$;


ALTER FUNCTION public.cases_end_alarm(wanted uuid, result text, measures text, watching text, why text) OWNER TO kasane_definer;

CREATE FUNCTION public.cases_exception_labels(wanted uuid[]) RETURNS TABLE(id uuid, year smallint, number integer, seen boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT e.id, c.year, c.number, disclosure_sees(c.id)
    FROM disclosure_legalexception e JOIN cases_case c ON c.id = e.case_id
    WHERE e.id = ANY(wanted) AND cases_sees_exception(e)
$$;


ALTER FUNCTION public.cases_exception_labels(wanted uuid[]) OWNER TO kasane_definer;

CREATE FUNCTION public.cases_folded(content text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
    SELECT lower(normalize(content, NFKC))
$$;


ALTER FUNCTION public.cases_folded(content text) OWNER TO kasane_owner;

CREATE FUNCTION public.cases_give(wanted uuid, holder uuid, reason text, title text, what text, due date) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    chosen text := (SELECT h.way FROM cases_possible_holders(wanted) h WHERE h.agency_id = holder);
    made uuid := uuidv7();
    told integer;
BEGIN
    IF chosen IS NULL OR COALESCE(trim(reason), '') = '' THEN
        RETURN false;
    END IF;
    PERFORM disclosure_lock(wanted);
    IF chosen = 'entrusts' THEN
        SELECT COALESCE(bit_or(e.kinds), 0) & 63 | 1 INTO told FROM disclosure_evidence e
        WHERE e.case_id = wanted AND e.type = 'entrusted';
        INSERT INTO disclosure_evidence (id, created_at, case_id, type, agency_id, kinds, valid_from, source, note)
        VALUES (made, clock_timestamp(), wanted, 'own_work', holder, told, kasane_today(), 'holding', '委託していた事業のケースを、委託元の課が引き取った');
        INSERT INTO disclosure_grant (case_id, agency_id, kinds, writes, valid, basis, evidence_id, explanation)
        SELECT wanted, holder, told, true, daterange(kasane_today(), NULL), 'own_work', made, e.note
        FROM disclosure_evidence e WHERE e.id = made;
    END IF;
    UPDATE cases_case SET responsible_agency_id = holder, responsible_user_id = NULL, version = version + 1,
        updated_at = clock_timestamp() WHERE id = wanted;
    INSERT INTO cases_event (id, created_at, case_id, kinds, at, code, title, body, agency_id, by_id, subject)
    VALUES (uuidv7(), clock_timestamp(), wanted, 1, clock_timestamp(), 'given', title, reason, kasane_agency(), kasane_user(), 'holding');
    INSERT INTO cases_task (id, created_at, case_id, kinds, agency_id, kind, what, due_on, someone_waits, since, is_urgent, source)
    SELECT uuidv7(), clock_timestamp(), wanted, 1, holder, 'other', what, due, true, kasane_today(), c.is_urgent, 'holding'
    FROM cases_case c WHERE c.id = wanted;
    RETURN true;
END $$;


ALTER FUNCTION public.cases_give(wanted uuid, holder uuid, reason text, title text, what text, due date) OWNER TO kasane_definer;

CREATE FUNCTION public.cases_granted() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    PERFORM cases_keep_holding((SELECT array_agg(DISTINCT r.case_id) FROM changed_rows r));
    RETURN NULL;
END $$;


ALTER FUNCTION public.cases_granted() OWNER TO kasane_owner;

CREATE FUNCTION public.cases_guard_exception() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


ALTER FUNCTION public.cases_guard_exception() OWNER TO kasane_owner;

CREATE FUNCTION public.cases_hears_alarm(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT kasane_user() IS NOT NULL AND EXISTS (
        SELECT 1 FROM cases_alarm a WHERE a.id = wanted
          AND (a.ended_at IS NULL OR a.ended_at > now() - interval '30 days')
          AND (cases_is_told(a.id)
               OR kasane_oversees()
                  AND (NOT kasane_oversees(true) OR COALESCE(a.acknowledged_at, now()) > a.ack_until
                       OR a.safety_at IS NULL AND a.safety_due < now()
                       OR EXISTS (SELECT 1 FROM agencies_post p
                                  WHERE p.user_id = kasane_user() AND p.agency_id = kasane_agency() AND p.role = 'coordinator'
                                    AND p.starts_on <= kasane_today() AND (p.ends_on IS NULL OR p.ends_on >= kasane_today())))
                  AND NOT EXISTS (SELECT 1 FROM cases_alarmtold t WHERE t.alarm_id = a.id AND t.user_id = kasane_user()
                                  AND (t.standing = 'raiser' OR t.acknowledged_at IS NOT NULL))))
$$;


ALTER FUNCTION public.cases_hears_alarm(wanted uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.cases_is_told(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (
        SELECT 1 FROM cases_alarmtold t JOIN agencies_post p ON p.user_id = t.user_id AND p.agency_id = t.agency_id
        WHERE t.alarm_id = wanted AND t.user_id = kasane_user() AND t.agency_id = kasane_agency() AND p.role <> 'administrator'
          AND p.starts_on <= kasane_today() AND (p.ends_on IS NULL OR p.ends_on >= kasane_today()))
$$;


ALTER FUNCTION public.cases_is_told(wanted uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.cases_is_urgent_officer(person uuid, office uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    WITH ranked AS (
        SELECT p.user_id, CASE WHEN p.is_urgent_officer THEN 1 WHEN p.role IN ('decider', 'manager', 'coordinator') THEN 2
                               ELSE 3 END AS rank
        FROM agencies_post p JOIN agencies_agency a ON a.id = p.agency_id JOIN agencies_user u ON u.id = p.user_id
        WHERE p.agency_id = office AND a.is_active AND a.kind <> 'resident' AND u.is_active AND p.role <> 'administrator'
          AND p.starts_on <= kasane_today() AND (p.ends_on IS NULL OR p.ends_on >= kasane_today()))
    SELECT EXISTS (SELECT 1 FROM ranked r WHERE r.user_id = person AND r.rank = (SELECT min(rank) FROM ranked))
$$;


ALTER FUNCTION public.cases_is_urgent_officer(person uuid, office uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.cases_keep_holding(changed uuid[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    INSERT INTO cases_holding AS h (case_id, held_until)
    SELECT c.id, (SELECT max(COALESCE(upper(g.valid), '9999-12-31')) FROM disclosure_grant g
                  WHERE g.case_id = c.id AND g.agency_id = c.responsible_agency_id AND g.writes
                    AND NOT isempty(g.valid) AND (lower_inf(g.valid) OR lower(g.valid) <= kasane_today()))
    FROM cases_case c WHERE c.id = ANY (changed) AND c.stage <> 'closed'
    ON CONFLICT (case_id) DO UPDATE SET held_until = EXCLUDED.held_until
        WHERE h.held_until IS DISTINCT FROM EXCLUDED.held_until;
    DELETE FROM cases_holding h USING cases_case c
    WHERE h.case_id = ANY (changed) AND c.id = h.case_id AND c.stage = 'closed';
$$;


ALTER FUNCTION public.cases_keep_holding(changed uuid[]) OWNER TO kasane_definer;

CREATE FUNCTION public.cases_late_alarm(wanted uuid) RETURNS TABLE(danger text, raised_by_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT a.danger::text, a.raised_by_id FROM cases_alarm a
    WHERE a.id = wanted AND kasane_user() IS NULL AND a.ended_at IS NULL AND a.safety_at IS NULL AND a.safety_due <= now()
$$;


ALTER FUNCTION public.cases_late_alarm(wanted uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.cases_log_alarm(wanted uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    INSERT INTO disclosure_logentry (at, user_id, agency_id, case_id, act, subject, row_id, basis)
    SELECT clock_timestamp(), kasane_user(), kasane_agency(), a.case_id, 'read', '緊急の知らせ', a.id::text,
           COALESCE((SELECT string_agg(DISTINCT g.basis, ',' ORDER BY g.basis) FROM disclosure_grant g
                     WHERE g.case_id = a.case_id AND g.valid @> kasane_today()
                       AND (g.agency_id = kasane_agency() OR g.user_id = kasane_user())), 'urgent')
    FROM cases_alarm a WHERE a.id = wanted AND (cases_sees_alarm(a.id) OR cases_hears_alarm(a.id))
$$;


ALTER FUNCTION public.cases_log_alarm(wanted uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.cases_log_exception(wanted uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    INSERT INTO disclosure_logentry (at, user_id, agency_id, case_id, act, subject, row_id, basis)
    SELECT clock_timestamp(), kasane_user(), kasane_agency(), e.case_id, 'read', '法令に基づく例外の確認', e.id::text,
           COALESCE((SELECT string_agg(DISTINCT g.basis, ',' ORDER BY g.basis) FROM disclosure_grant g
                     WHERE g.case_id = e.case_id AND g.valid @> kasane_today()
                       AND (g.agency_id = kasane_agency() OR g.user_id = kasane_user())), '')
    FROM disclosure_legalexception e WHERE e.id = wanted AND cases_sees_exception(e)
$$;


ALTER FUNCTION public.cases_log_exception(wanted uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.cases_look_again(wanted uuid, days integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    a cases_alarm := cases_open_alarm(wanted);
BEGIN
    UPDATE cases_alarmtold t SET exception_id = COALESCE(cases_alarm_opens(a, t.user_id, t.agency_id, days), t.exception_id)
    WHERE t.alarm_id = wanted AND t.user_id = kasane_user() AND t.acknowledged_at IS NOT NULL AND cases_is_told(wanted);
END $$;


ALTER FUNCTION public.cases_look_again(wanted uuid, days integer) OWNER TO kasane_definer;

CREATE FUNCTION public.cases_moved() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    PERFORM cases_keep_holding(ARRAY[NEW.id]);
    RETURN NULL;
END $$;


ALTER FUNCTION public.cases_moved() OWNER TO kasane_owner;

CREATE FUNCTION public.cases_my_alarms() RETURNS TABLE(alarm_id uuid, waits boolean)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 5
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT a.id, t.standing = 'officer' AND t.acknowledged_at IS NULL AND a.ended_at IS NULL
    FROM cases_alarmtold t JOIN cases_alarm a ON a.id = t.alarm_id
    WHERE t.user_id = kasane_user() AND t.agency_id = kasane_agency() AND t.read_end_at IS NULL
      AND (a.ended_at IS NULL OR a.ended_at > now() - interval '30 days') AND cases_is_told(a.id)
    UNION ALL
    SELECT a.id, true FROM cases_alarm a
    WHERE a.ended_at IS NULL AND (a.acknowledged_at IS NULL OR a.safety_at IS NULL AND a.safety_due < now())
      AND kasane_oversees() AND cases_hears_alarm(a.id)
      AND NOT EXISTS (SELECT 1 FROM cases_alarmtold t
                      WHERE t.alarm_id = a.id AND t.user_id = kasane_user() AND t.agency_id = kasane_agency())
$$;


ALTER FUNCTION public.cases_my_alarms() OWNER TO kasane_definer;

CREATE FUNCTION public.cases_open_alarm(wanted uuid) RETURNS public.cases_alarm
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    a cases_alarm;
BEGIN
    SELECT * INTO a FROM cases_alarm l WHERE l.id = wanted AND l.ended_at IS NULL FOR UPDATE;
    IF a.id IS NULL OR NOT cases_acts_on_alarms() OR NOT (cases_sees_alarm(wanted) OR cases_hears_alarm(wanted)) THEN
        RAISE EXCEPTION 'no open alarm of yours' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN a;
END $$;


ALTER FUNCTION public.cases_open_alarm(wanted uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.cases_open_urgently(name text, heard text, born date, in_year integer, with_number integer, on_ground text, by_law text, why text, days integer) RETURNS TABLE(outcome text, case_id uuid)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


ALTER FUNCTION public.cases_open_urgently(name text, heard text, born date, in_year integer, with_number integer, on_ground text, by_law text, why text, days integer) OWNER TO kasane_definer;

CREATE FUNCTION public.cases_pairs(folded text, week bigint) RETURNS bigint[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
    SELECT COALESCE(array_agg(DISTINCT (week << 42) | (ascii(a)::bigint << 21) | ascii(b)), '{}')
    FROM (SELECT string_to_array(folded, NULL) AS letters) t, unnest(t.letters, t.letters[2:]) pair (a, b)
    WHERE strpos(E' \n\r\t。、,.', a) = 0 AND strpos(E' \n\r\t。、,.', b) = 0
$$;


ALTER FUNCTION public.cases_pairs(folded text, week bigint) OWNER TO kasane_owner;

CREATE FUNCTION public.cases_possible_holders(wanted uuid) RETURNS TABLE(agency_id uuid, name text, way text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    WITH staffed AS MATERIALIZED (SELECT s AS id FROM cases_staffed() s),
    works AS (SELECT DISTINCT g.agency_id AS id FROM cases_unheld(wanted, 1) u JOIN disclosure_grant g ON g.case_id = u.case_id
              WHERE g.writes AND g.agency_id IS NOT NULL AND g.valid @> kasane_today()),
    entrusts AS (SELECT DISTINCT d.agency_id AS id FROM cases_unheld(wanted, 1) u JOIN disclosure_evidence e ON e.case_id = u.case_id
                 JOIN agencies_contract k ON k.id = e.contract_id JOIN agencies_deliverydivision d ON d.delivery_id = k.delivery_id
                 WHERE e.type = 'entrusted')
    SELECT a.id, a.name::text, CASE WHEN w.id IS NOT NULL THEN 'works' ELSE 'entrusts' END
    FROM agencies_agency a JOIN staffed s USING (id) LEFT JOIN works w USING (id) LEFT JOIN entrusts d USING (id)
    WHERE w.id IS NOT NULL OR d.id IS NOT NULL AND a.kind IN ('division', 'centre')
    ORDER BY 3 DESC, a."order", a.name
$$;


ALTER FUNCTION public.cases_possible_holders(wanted uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.cases_raise_alarm(wanted_case uuid, of_danger text, by_whom text, by_law text, seen text, whereabouts text, already text, officers jsonb, ack_minutes integer, safety_hours integer, days integer) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    a cases_alarm;
    one record;
    nobody boolean := jsonb_array_length(officers) = 0;
BEGIN
    IF NOT cases_acts_on_alarms() OR NOT disclosure_sees(wanted_case) THEN
        RAISE EXCEPTION 'no right on this case' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF of_danger NOT IN ('elder', 'disabled', 'child', 'life') OR by_law = ''
            OR by_whom NOT IN ('carer', 'staff', 'employer', 'unknown') OR whereabouts = ''
            OR char_length(regexp_replace(seen, '[\s　]', '', 'g')) < 15 THEN
        RAISE EXCEPTION 'an alarm says what was seen' USING ERRCODE = 'check_violation';
    END IF;
    PERFORM 1 FROM cases_case c WHERE c.id = wanted_case FOR UPDATE;
    INSERT INTO cases_alarm (id, created_at, case_id, kinds, danger, suspect, law, facts, place, done, raised_at, raised_by_id,
                             raised_agency_id, ack_until, safety_due, finding, measure, watch, reason)
    VALUES (uuidv7(), clock_timestamp(), wanted_case, 17, of_danger, by_whom, by_law, seen, whereabouts, already, now(),
            kasane_user(), kasane_agency(),
            now() + CASE WHEN nobody THEN interval '-1 second' ELSE LEAST(GREATEST(ack_minutes, 1), 1440) * interval '1 minute' END,
            now() + LEAST(GREATEST(safety_hours, 1), 168) * interval '1 hour', '', '', '', '')
    RETURNING * INTO a;
    INSERT INTO cases_alarmtold (id, created_at, case_id, kinds, alarm_id, user_id, agency_id, standing, actor_words, next_step)
    VALUES (uuidv7(), clock_timestamp(), a.case_id, a.kinds, a.id, a.raised_by_id, a.raised_agency_id, 'raiser', '', '');
    FOR one IN SELECT DISTINCT ON (r.person) r.person, r.office
               FROM jsonb_to_recordset(officers) AS r (person uuid, office uuid) WHERE r.person <> a.raised_by_id LOOP
        IF NOT cases_is_urgent_officer(one.person, one.office) THEN
            RAISE EXCEPTION 'not an officer' USING ERRCODE = 'insufficient_privilege';
        END IF;
        INSERT INTO cases_alarmtold (id, created_at, case_id, kinds, alarm_id, user_id, agency_id, standing, exception_id,
                                     actor_words, next_step)
        VALUES (uuidv7(), clock_timestamp(), a.case_id, a.kinds, a.id, one.person, one.office, 'officer',
                cases_alarm_opens(a, one.person, one.office, days), '', '');
    END LOOP;
    PERFORM cases_alarm_event(a, 'alarm_raised', '緊急の知らせを出した', a.law);
    RETURN a.id;
END $$;


ALTER FUNCTION public.cases_raise_alarm(wanted_case uuid, of_danger text, by_whom text, by_law text, seen text, whereabouts text, already text, officers jsonb, ack_minutes integer, safety_hours integer, days integer) OWNER TO kasane_definer;

CREATE FUNCTION public.cases_read_alarm_end(wanted uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    UPDATE cases_alarmtold t SET read_end_at = clock_timestamp() FROM cases_alarm a
    WHERE t.alarm_id = wanted AND a.id = wanted AND a.ended_at IS NOT NULL AND t.user_id = kasane_user()
      AND t.agency_id = kasane_agency() AND t.read_end_at IS NULL
$$;


ALTER FUNCTION public.cases_read_alarm_end(wanted uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.cases_records_holding(words text[], most integer, few integer) RETURNS TABLE(id uuid, case_id uuid, at timestamp with time zone, content text, method text, counterpart text, agency text, case_year smallint, case_number integer, subject text)
    LANGUAGE plpgsql SECURITY DEFINER ROWS 50
    SET search_path TO 'public', 'pg_temp'
    SET max_parallel_workers_per_gather TO '0'
    AS $_$
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
END $_$;


ALTER FUNCTION public.cases_records_holding(words text[], most integer, few integer) OWNER TO kasane_definer;

CREATE FUNCTION public.cases_sees_alarm(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (
        SELECT 1 FROM cases_alarm a WHERE a.id = wanted AND (
            (a.ended_at IS NULL OR a.ended_at > now() - interval '30 days') AND cases_is_told(a.id)
            OR (a.kinds & ~COALESCE((SELECT bit_or(g.kinds) FROM disclosure_grant g
                                     WHERE g.case_id = a.case_id AND g.valid @> kasane_today()
                                       AND (g.agency_id = kasane_agency() OR g.user_id = kasane_user()))::int, 0)) < 1))
$$;


ALTER FUNCTION public.cases_sees_alarm(wanted uuid) OWNER TO kasane_definer;

CREATE TABLE public.disclosure_legalexception (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    case_id uuid NOT NULL,
    state character varying(10) NOT NULL,
    ground character varying(12) NOT NULL,
    law character varying(200) NOT NULL,
    reason text NOT NULL,
    outside character varying(120) NOT NULL,
    kinds smallint NOT NULL,
    valid_from date NOT NULL,
    valid_until date NOT NULL,
    decided_on date,
    decision_note text NOT NULL,
    ended_on date,
    outcome text NOT NULL,
    review character varying(10) NOT NULL,
    review_note text NOT NULL,
    reviewed_on date,
    agency_id uuid NOT NULL,
    decided_by_id uuid,
    requested_by_id uuid NOT NULL,
    requesting_agency_id uuid NOT NULL,
    reviewed_by_id uuid,
    user_id uuid,
    CONSTRAINT disclosure_legalexception_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT exception_has_an_end CHECK ((valid_until > valid_from)),
    CONSTRAINT nobody_approves_own_exception CHECK (((decided_by_id IS NULL) OR (NOT ((decided_by_id = requested_by_id) AND (decided_by_id IS NOT NULL))))),
    CONSTRAINT nobody_reviews_own_exception CHECK (((reviewed_by_id IS NULL) OR ((NOT ((reviewed_by_id = requested_by_id) AND (reviewed_by_id IS NOT NULL))) AND ((user_id IS NULL) OR (NOT ((reviewed_by_id = user_id) AND (reviewed_by_id IS NOT NULL) AND (user_id IS NOT NULL)))))))
);

ALTER TABLE ONLY public.disclosure_legalexception FORCE ROW LEVEL SECURITY;


ALTER TABLE public.disclosure_legalexception OWNER TO kasane_owner;

CREATE FUNCTION public.cases_sees_exception(e public.disclosure_legalexception) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT COALESCE(e.requested_by_id = kasane_user() OR e.user_id = kasane_user() OR kasane_oversees(true)
        OR (e.state = 'urgent' AND kasane_oversees()) OR disclosure_sees(e.case_id), false)
$$;


ALTER FUNCTION public.cases_sees_exception(e public.disclosure_legalexception) OWNER TO kasane_definer;

CREATE FUNCTION public.cases_staffed() RETURNS SETOF uuid
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT DISTINCT p.agency_id
    FROM agencies_post p JOIN agencies_agency a ON a.id = p.agency_id JOIN agencies_user u ON u.id = p.user_id
    WHERE a.is_active AND u.is_active AND p.role <> 'administrator'
      AND p.starts_on <= kasane_today() AND (p.ends_on IS NULL OR p.ends_on >= kasane_today())
$$;


ALTER FUNCTION public.cases_staffed() OWNER TO kasane_owner;

CREATE FUNCTION public.cases_week(at timestamp with time zone) RETURNS bigint
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
    SELECT floor(extract(epoch FROM at) / 604800)::bigint
$$;


ALTER FUNCTION public.cases_week(at timestamp with time zone) OWNER TO kasane_owner;

CREATE FUNCTION public.cases_tokens(content text, at timestamp with time zone) RETURNS bigint[]
    LANGUAGE sql IMMUTABLE STRICT COST 100000 PARALLEL SAFE
    RETURN (public.cases_pairs(public.cases_folded(content), (0)::bigint) || public.cases_pairs(public.cases_folded(content), public.cases_week(at)));


ALTER FUNCTION public.cases_tokens(content text, at timestamp with time zone) OWNER TO kasane_owner;

CREATE FUNCTION public.cases_touch() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    UPDATE cases_case SET touched_at = NEW.at WHERE id = NEW.case_id AND touched_at < NEW.at;
    RETURN NULL;
END $$;


ALTER FUNCTION public.cases_touch() OWNER TO kasane_definer;

CREATE FUNCTION public.cases_unheld(wanted uuid, most integer) RETURNS TABLE(case_id uuid, year smallint, number integer, agency text, why text, is_urgent boolean, total integer)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF NOT kasane_oversees() THEN
        RETURN;
    END IF;
    RETURN QUERY
    WITH staffed AS MATERIALIZED (SELECT s AS agency_id FROM cases_staffed() s),
    doubtful AS MATERIALIZED (
        SELECT h.case_id AS id FROM cases_holding h
        WHERE (h.held_until IS NULL OR h.held_until <= kasane_today()) AND (wanted IS NULL OR h.case_id = wanted)
        UNION
        SELECT c.id FROM cases_case c
        WHERE c.responsible_agency_id IN (SELECT a.id FROM agencies_agency a WHERE a.id NOT IN (TABLE staffed))
          AND c.stage <> 'closed' AND (wanted IS NULL OR c.id = wanted))
    SELECT c.id, c.year, c.number, a.name::text,
           CASE WHEN a.id NOT IN (TABLE staffed) THEN 'staff'
                WHEN EXISTS (SELECT 1 FROM disclosure_evidence e WHERE e.case_id = c.id AND e.agency_id = a.id
                             AND e.type = 'entrusted') THEN 'contract'
                ELSE 'consent' END,
           c.is_urgent, (count(*) OVER ())::integer
    FROM doubtful d JOIN cases_case c USING (id) JOIN agencies_agency a ON a.id = c.responsible_agency_id
    WHERE c.stage <> 'closed'
      AND (a.id NOT IN (TABLE staffed)
           OR NOT EXISTS (SELECT 1 FROM disclosure_grant g WHERE g.case_id = c.id AND g.agency_id = a.id
                          AND g.writes AND g.valid @> kasane_today()))
    ORDER BY c.is_urgent DESC, c.id LIMIT most;
END $$;


ALTER FUNCTION public.cases_unheld(wanted uuid, most integer) OWNER TO kasane_definer;

CREATE FUNCTION public.cases_urgent_news(days integer) RETURNS TABLE(case_id uuid, year smallint, number integer, agency text, phone text, marked_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


ALTER FUNCTION public.cases_urgent_news(days integer) OWNER TO kasane_definer;

CREATE FUNCTION public.cases_urgent_tries(days integer) RETURNS TABLE(who text, agency text, outcome text, tries bigint, last_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT u.name, a.name, l.basis, count(*), max(l.at)
    FROM disclosure_logentry l JOIN agencies_user u ON u.id = l.user_id LEFT JOIN agencies_agency a ON a.id = l.agency_id
    WHERE l.act = 'urgent' AND l.basis NOT IN ('opened', 'already') AND l.at > now() - days * interval '1 day'
      AND kasane_oversees(true)
    GROUP BY u.name, a.name, l.basis ORDER BY max(l.at) DESC LIMIT 30
$$;


ALTER FUNCTION public.cases_urgent_tries(days integer) OWNER TO kasane_definer;

CREATE FUNCTION public.cases_works_on_alarm(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT cases_is_told(wanted) AND EXISTS (
               SELECT 1 FROM cases_alarmtold t WHERE t.alarm_id = wanted AND t.user_id = kasane_user()
               AND (t.acknowledged_at IS NOT NULL OR t.standing = 'raiser'))
        OR EXISTS (SELECT 1 FROM cases_alarm a JOIN disclosure_grant g ON g.case_id = a.case_id
                   WHERE a.id = wanted AND g.writes AND g.valid @> kasane_today()
                     AND (g.agency_id = kasane_agency() OR g.user_id = kasane_user()))
$$;


ALTER FUNCTION public.cases_works_on_alarm(wanted uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.conferences_after_disposal(wanted uuid) RETURNS bigint[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    mark constant text := '(廃棄済み)';
    over text[];
BEGIN
    over := ARRAY(SELECT DISTINCT t.meeting FROM disclosure_logentry l
                  CROSS JOIN LATERAL (VALUES (l.before ->> 'meeting_id'), (l.after ->> 'meeting_id')) t (meeting)
                  WHERE l.case_id = wanted AND l.subject = 'conferences_agendaitem' AND t.meeting IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM conferences_agendaitem i
                                    WHERE i.meeting_id = t.meeting::uuid AND i.case_id IS NOT NULL));
    UPDATE conferences_member p SET guest_name = mark, guest_role = mark, care_note = ''
    WHERE p.meeting_id = ANY (over::uuid[]) AND p.guest_name NOT IN ('', mark);
    RETURN ARRAY(SELECT l.id FROM disclosure_logentry l
                 WHERE l.subject = 'conferences_member' AND COALESCE(l.after, l.before) ->> 'meeting_id' = ANY (over)
                   AND l.case_id IS NULL AND COALESCE(l.before, l.after) ->> 'guest_name' <> '');
END $$;


ALTER FUNCTION public.conferences_after_disposal(wanted uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.conferences_coming(since timestamp with time zone) RETURNS TABLE(id uuid, body_id uuid, host_id uuid, year smallint, number integer, starts_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT m.id, m.body_id, m.host_id, m.year, m.number, m.starts_at
    FROM conferences_meeting m JOIN conferences_body b ON b.id = m.body_id
    WHERE m.state IN ('planned', 'held') AND m.starts_at >= since AND kasane_user() IS NOT NULL
      AND b.functions && ARRAY['support_conference', 'multi_tier', 'support_coordination']::varchar[]
    ORDER BY m.starts_at
$$;


ALTER FUNCTION public.conferences_coming(since timestamp with time zone) OWNER TO kasane_definer;

CREATE FUNCTION public.conferences_counted(wanted_year integer) RETURNS TABLE(body_id uuid, held integer, planned integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT m.body_id, count(*) FILTER (WHERE m.state IN ('held', 'finished'))::integer,
           count(*) FILTER (WHERE m.state = 'planned')::integer
    FROM conferences_meeting m WHERE m.year = wanted_year AND kasane_user() IS NOT NULL GROUP BY m.body_id
$$;


ALTER FUNCTION public.conferences_counted(wanted_year integer) OWNER TO kasane_definer;

CREATE FUNCTION public.conferences_guard_decision() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF current_user <> 'kasane_app' THEN
        RETURN NEW;
    END IF;
    IF (NEW.item_id, NEW.meeting_id, NEW.body_id, NEW.case_id, NEW.agency_id)
       IS DISTINCT FROM (OLD.item_id, OLD.meeting_id, OLD.body_id, OLD.case_id, OLD.agency_id) THEN
        RAISE EXCEPTION 'a decision stays with its item and its agency' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF OLD.agency_id IS DISTINCT FROM kasane_agency() AND NOT EXISTS (
           SELECT 1 FROM conferences_meeting m WHERE m.id = OLD.meeting_id AND m.host_id = kasane_agency()) THEN
        RAISE EXCEPTION 'not yours to answer' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION public.conferences_guard_decision() OWNER TO kasane_owner;

CREATE FUNCTION public.conferences_guard_member() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    own text[] := ARRAY['answer', 'acknowledged_at'];
BEGIN
    IF current_user <> 'kasane_app' THEN
        RETURN NEW;
    END IF;
    IF NEW.acknowledged_at IS DISTINCT FROM (CASE WHEN TG_OP = 'UPDATE' THEN OLD.acknowledged_at END)
       AND NEW.user_id IS DISTINCT FROM kasane_user() THEN
        RAISE EXCEPTION 'not yours to acknowledge' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF (NEW.meeting_id, NEW.user_id, NEW.agency_id) IS DISTINCT FROM (OLD.meeting_id, OLD.user_id, OLD.agency_id) THEN
            RAISE EXCEPTION 'a place stays with its meeting and its person' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF to_jsonb(NEW) - own IS DISTINCT FROM to_jsonb(OLD) - own AND NOT EXISTS (
               SELECT 1 FROM conferences_meeting m WHERE m.id = NEW.meeting_id AND m.host_id = kasane_agency()) THEN
            RAISE EXCEPTION 'not yours to change' USING ERRCODE = 'insufficient_privilege';
        END IF;
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION public.conferences_guard_member() OWNER TO kasane_owner;

CREATE FUNCTION public.conferences_hears(wanted_meeting uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT 1 FROM conferences_meeting m WHERE m.id = wanted_meeting AND m.host_id = kasane_agency())
        OR EXISTS (SELECT 1 FROM conferences_member p JOIN conferences_meeting m ON m.id = p.meeting_id
                   WHERE p.meeting_id = wanted_meeting AND p.user_id = kasane_user() AND p.removed_on IS NULL
                     AND m.state <> 'cancelled' AND kasane_today() < m.material_until)
$$;


ALTER FUNCTION public.conferences_hears(wanted_meeting uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.conferences_hidden_items(wanted_meeting uuid) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT count(*)::integer FROM conferences_agendaitem i
    WHERE i.meeting_id = wanted_meeting AND i.case_id IS NOT NULL AND NOT disclosure_sees(i.case_id)
      AND conferences_sees(wanted_meeting)
$$;


ALTER FUNCTION public.conferences_hidden_items(wanted_meeting uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.conferences_log_material(wanted_item uuid, what text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    INSERT INTO disclosure_logentry (at, user_id, agency_id, case_id, act, subject, row_id, basis)
    SELECT clock_timestamp(), kasane_user(), kasane_agency(), i.case_id, 'read', what, i.id::text, 'conference'
    FROM conferences_agendaitem i WHERE i.id = wanted_item AND conferences_shows_material(i.meeting_id)
        AND conferences_sits_at(i.meeting_id, i.id)
$$;


ALTER FUNCTION public.conferences_log_material(wanted_item uuid, what text) OWNER TO kasane_definer;

CREATE FUNCTION public.conferences_members_of(wanted_meeting uuid) RETURNS TABLE(agency_id uuid, user_id uuid, acknowledged_on date)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT p.agency_id, p.user_id, (p.acknowledged_at AT TIME ZONE 'Asia/Tokyo')::date
    FROM conferences_member p JOIN conferences_meeting m ON m.id = p.meeting_id
        JOIN agencies_agency a ON a.id = p.agency_id
    WHERE p.meeting_id = wanted_meeting AND p.removed_on IS NULL AND p.user_id IS NOT NULL AND a.kind <> 'resident'
      AND p.items IS NULL AND m.state IN ('planned', 'held') AND kasane_user() IS NOT NULL
$$;


ALTER FUNCTION public.conferences_members_of(wanted_meeting uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.conferences_sees(wanted_meeting uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT 1 FROM conferences_member p WHERE p.meeting_id = wanted_meeting
                   AND p.user_id = kasane_user() AND p.removed_on IS NULL)
        OR EXISTS (SELECT 1 FROM conferences_meeting m WHERE m.id = wanted_meeting
                   AND m.host_id = kasane_agency())
$$;


ALTER FUNCTION public.conferences_sees(wanted_meeting uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.conferences_shows_material(wanted_meeting uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT 1 FROM conferences_member p JOIN conferences_meeting m ON m.id = p.meeting_id
                       JOIN agencies_agency a ON a.id = p.agency_id
                   WHERE p.meeting_id = wanted_meeting AND p.user_id = kasane_user() AND p.agency_id = kasane_agency()
                     AND p.removed_on IS NULL AND p.acknowledged_at IS NOT NULL AND a.kind = 'resident'
                     AND m.state <> 'cancelled' AND kasane_today() < m.material_until)
$$;


ALTER FUNCTION public.conferences_shows_material(wanted_meeting uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.conferences_sits_at(wanted_meeting uuid, wanted_item uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT 1 FROM conferences_member p WHERE p.meeting_id = wanted_meeting
                   AND p.user_id = kasane_user() AND p.removed_on IS NULL
                   AND (p.items IS NULL OR wanted_item = ANY (p.items)))
        OR EXISTS (SELECT 1 FROM conferences_meeting m WHERE m.id = wanted_meeting
                   AND m.host_id = kasane_agency())
$$;


ALTER FUNCTION public.conferences_sits_at(wanted_meeting uuid, wanted_item uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.conferences_sits_in(wanted_body uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT 1 FROM conferences_meeting m LEFT JOIN conferences_member p
                       ON p.meeting_id = m.id AND p.user_id = kasane_user() AND p.removed_on IS NULL
                          AND p.items IS NULL
                   WHERE m.body_id = wanted_body AND m.state IN ('planned', 'held')
                     AND (m.host_id = kasane_agency() OR p.id IS NOT NULL))
$$;


ALTER FUNCTION public.conferences_sits_in(wanted_body uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.conferences_timetable(wanted_meeting uuid) RETURNS TABLE(item_id uuid, function text, minutes integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT i.id, i.function::text, i.minutes::integer FROM conferences_agendaitem i
    WHERE i.meeting_id = wanted_meeting AND i.withdrawn = '' AND conferences_sees(wanted_meeting)
    ORDER BY i."order", i.created_at
$$;


ALTER FUNCTION public.conferences_timetable(wanted_meeting uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.conferences_unread_minutes(wanted_case uuid) RETURNS TABLE(meeting_id uuid, label text, host text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT DISTINCT i.meeting_id, i.meeting_label::text, a.name::text
    FROM conferences_talk t JOIN conferences_agendaitem i ON i.id = t.item_id
        JOIN conferences_meeting m ON m.id = t.meeting_id JOIN agencies_agency a ON a.id = m.host_id
    WHERE t.case_id = wanted_case AND disclosure_sees(wanted_case) AND NOT conferences_sits_at(t.meeting_id, t.item_id)
    ORDER BY 2, 1
$$;


ALTER FUNCTION public.conferences_unread_minutes(wanted_case uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.coordination_close_requests() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    UPDATE coordination_informationrequest r
    SET closed_on = kasane_today(), closed_note = '本人の同意がなくなったため',
        version = r.version + 1, updated_at = clock_timestamp()
    WHERE r.case_id = NEW.case_id AND r.closed_on IS NULL
      AND NOT EXISTS (SELECT 1 FROM coordination_informationreply p WHERE p.request_id = r.id)
      AND (r.kinds & ~coordination_shared_kinds(r.case_id, r.receiver_id) > 0
           OR (r.asked_kinds & ~1) & coordination_shared_kinds(r.case_id, r.receiver_id) = 0);
    RETURN NULL;
END $$;


ALTER FUNCTION public.coordination_close_requests() OWNER TO kasane_definer;

CREATE FUNCTION public.coordination_is_asked(wanted uuid, for_kinds integer) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (
        SELECT 1 FROM coordination_informationrequest r
        WHERE r.id = wanted AND r.receiver_id = kasane_agency()
          AND (r.kinds | for_kinds) & ~coordination_shared_with_us(r.case_id) = 0)
$$;


ALTER FUNCTION public.coordination_is_asked(wanted uuid, for_kinds integer) OWNER TO kasane_definer;

CREATE FUNCTION public.coordination_load() RETURNS TABLE(agency_id uuid, user_id uuid, led bigint, worked bigint, late bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    WITH may AS (SELECT kasane_oversees() AS looks, disclosure_holds_post('coordinator') AS coordinates),
    led AS (
        SELECT c.responsible_agency_id AS agency,
               CASE WHEN may.coordinates OR c.responsible_agency_id = kasane_agency() THEN c.responsible_user_id END AS worker,
               count(*) AS n
        FROM cases_case c, may WHERE may.looks AND c.stage <> 'closed' GROUP BY 1, 2),
    worked AS (
        SELECT g.agency_id AS agency, count(DISTINCT g.case_id) AS n
        FROM disclosure_grant g JOIN cases_case c ON c.id = g.case_id AND c.stage <> 'closed', may
        WHERE may.looks AND g.writes AND g.agency_id IS NOT NULL AND g.valid @> kasane_today() GROUP BY 1),
    late AS (
        SELECT t.agency_id AS agency, count(*) AS n FROM cases_task t, may
        WHERE may.looks AND t.done_on IS NULL AND t.due_on < kasane_today() GROUP BY 1)
    SELECT l.agency, l.worker, l.n, NULL::bigint, NULL::bigint FROM led l WHERE l.worker IS NOT NULL
    UNION ALL
    SELECT a.agency, NULL, COALESCE(sum(l.n), 0)::bigint, COALESCE(max(w.n), 0), COALESCE(max(t.n), 0)
    FROM (SELECT agency FROM led UNION SELECT agency FROM worked UNION SELECT agency FROM late) a
    LEFT JOIN led l ON l.agency = a.agency
    LEFT JOIN worked w ON w.agency = a.agency
    LEFT JOIN late t ON t.agency = a.agency
    GROUP BY a.agency
$$;


ALTER FUNCTION public.coordination_load() OWNER TO kasane_definer;

CREATE FUNCTION public.coordination_log_asked(wanted uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    INSERT INTO disclosure_logentry (at, user_id, agency_id, case_id, act, subject, row_id, basis)
    SELECT clock_timestamp(), kasane_user(), kasane_agency(), r.case_id, 'read', '情報提供依頼', r.id::text, 'consent'
    FROM coordination_informationrequest r WHERE r.id = wanted AND coordination_is_asked(wanted, 0)
$$;


ALTER FUNCTION public.coordination_log_asked(wanted uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.coordination_may_tell(wanted uuid, of_case uuid, of_section text, of_kinds integer) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT coordination_is_asked(wanted, of_kinds) AND EXISTS (
        SELECT 1 FROM coordination_informationrequest r
        WHERE r.id = wanted AND r.case_id = of_case AND r.closed_on IS NULL
          AND (of_section = '' OR of_section = ANY(r.sections) OR of_section = r.question_section))
$$;


ALTER FUNCTION public.coordination_may_tell(wanted uuid, of_case uuid, of_section text, of_kinds integer) OWNER TO kasane_definer;

CREATE FUNCTION public.coordination_shared_kinds(wanted_case uuid, with_agency uuid) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT COALESCE((
        SELECT CASE WHEN c.answer = 'agree'
                     AND (c.valid_until IS NULL OR c.valid_until > kasane_today())
                     AND (c.withdrawn_on IS NULL OR c.withdrawn_on > kasane_today())
                     AND NOT with_agency = ANY(c.excluded)
                     AND (c.all_agencies OR with_agency = ANY(c.agencies))
                     AND c.purposes & 16 > 0
                    THEN c.kinds | 1 ELSE 0 END
        FROM disclosure_consent c
        WHERE c.case_id = wanted_case AND c.answer <> 'unclear' AND c.confirmed_on <= kasane_today()
        ORDER BY c.confirmed_on DESC, c.created_at DESC LIMIT 1), 0)
$$;


ALTER FUNCTION public.coordination_shared_kinds(wanted_case uuid, with_agency uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.coordination_shared_with_us(wanted_case uuid) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT CASE WHEN kasane_user() IS NOT NULL AND EXISTS (
        SELECT 1 FROM coordination_informationrequest r JOIN agencies_agency a ON a.id = r.receiver_id
        WHERE r.case_id = wanted_case AND r.receiver_id = kasane_agency() AND a.kind <> 'resident')
    THEN coordination_shared_kinds(wanted_case, kasane_agency()) ELSE 0 END
$$;


ALTER FUNCTION public.coordination_shared_with_us(wanted_case uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.coordination_watch(per_worker integer, per_agency integer) RETURNS TABLE(workers bigint, agencies bigint, follow_ups bigint, reports bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    WITH carried AS (
        SELECT c.responsible_agency_id AS agency, c.responsible_user_id AS worker, count(*) AS n
        FROM cases_case c WHERE c.stage <> 'closed' GROUP BY 1, 2),
    late AS (
        SELECT t.kind FROM cases_task t
        WHERE t.done_on IS NULL AND t.due_on < kasane_today() AND t.agency_id <> kasane_agency()
          AND (t.kind = 'follow_up' AND t.source = 'evaluation' OR t.kind = 'monitoring' AND t.source = 'progress')
          AND EXISTS (SELECT 1 FROM disclosure_grant g WHERE g.case_id = t.case_id AND g.agency_id = kasane_agency()
                      AND g.valid @> kasane_today()))
    SELECT (SELECT count(*) FROM carried c WHERE c.worker IS NOT NULL AND c.n > per_worker),
           (SELECT count(*) FROM (SELECT agency FROM carried GROUP BY 1 HAVING sum(n) > per_agency) a),
           (SELECT count(*) FROM late WHERE kind = 'follow_up'),
           (SELECT count(*) FROM late WHERE kind = 'monitoring')
    WHERE disclosure_holds_post('coordinator')
$$;


ALTER FUNCTION public.coordination_watch(per_worker integer, per_agency integer) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_acknowledge(wanted_source uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    PERFORM disclosure_lock(c.case_id) FROM (
        SELECT DISTINCT e.case_id FROM disclosure_evidence e
        WHERE e.source_id = wanted_source AND e.user_id = kasane_user() ORDER BY e.case_id) c;
    WITH mine AS (
        UPDATE disclosure_evidence e SET acknowledged_on = kasane_today()
        WHERE e.source_id = wanted_source AND e.user_id = kasane_user() AND e.acknowledged_on IS NULL
        RETURNING e.id)
    UPDATE disclosure_grant g SET valid = g.waiting * daterange(kasane_today(), NULL), waiting = NULL
    FROM mine WHERE g.evidence_id = mine.id AND g.waiting IS NOT NULL;
END $$;


ALTER FUNCTION public.disclosure_acknowledge(wanted_source uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'the log is append-only (R-DIS-08)' USING ERRCODE = 'insufficient_privilege';
END $$;


ALTER FUNCTION public.disclosure_append_only() OWNER TO kasane_owner;

CREATE FUNCTION public.disclosure_case_columns() RETURNS TABLE(place regclass, col name)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$
    SELECT to_regclass('cases_case'), 'id'::name
    UNION
    SELECT a.attrelid::regclass, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
      AND c.relname NOT IN ('disclosure_logentry', 'disclosure_disposal')
      AND (a.atttypid = 'uuid'::regtype AND a.attname ~ '(^|_)case(_[a-z0-9]+)?_id$'
           OR EXISTS (SELECT 1 FROM pg_constraint k WHERE k.contype = 'f' AND k.conrelid = a.attrelid
                      AND k.conkey = ARRAY[a.attnum] AND k.confrelid = to_regclass('cases_case')))
$_$;


ALTER FUNCTION public.disclosure_case_columns() OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_case_stands(wanted_case uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM cases_case c WHERE c.id = wanted_case);
END $$;


ALTER FUNCTION public.disclosure_case_stands(wanted_case uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_cases_by_contract(wanted_contract uuid) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT count(DISTINCT e.case_id)::integer
    FROM agencies_contract w JOIN agencies_contract k ON k.delivery_id = w.delivery_id AND k.agency_id = w.agency_id
    JOIN disclosure_evidence e ON e.contract_id = k.id JOIN disclosure_grant g ON g.evidence_id = e.id
    WHERE w.id = wanted_contract AND daterange(w.starts_on, w.ends_on + 1) @> kasane_today()
      AND g.valid @> kasane_today() AND kasane_user() IS NOT NULL
$$;


ALTER FUNCTION public.disclosure_cases_by_contract(wanted_contract uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_changes_of(wanted_case uuid, below bigint, most integer, only_table text, without text[]) RETURNS TABLE(id bigint, at timestamp with time zone, user_id uuid, agency_id uuid, act text, subject text, row_id text, before jsonb, after jsonb)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    WITH rights AS (
        SELECT COALESCE(bit_or(g.kinds), 0)::integer AS kinds FROM disclosure_grant g
        WHERE g.case_id = wanted_case AND g.valid @> kasane_today()
          AND (g.agency_id = kasane_agency() OR g.user_id = kasane_user())
    ), hidden AS (
        SELECT p.id::text AS person FROM people_person p WHERE p.case_id = wanted_case AND p.contact_is_protected
        UNION ALL
        SELECT g.row_id FROM disclosure_logentry g
        WHERE g.case_id = wanted_case AND g.subject = 'people_person' AND g.act = 'delete'
          AND (g.before ->> 'contact_is_protected')::boolean
    )
    SELECT l.id, l.at, l.user_id, l.agency_id, l.act::text, l.subject::text, l.row_id::text,
           people_masked_change(wanted_case, l.subject,
                                CASE WHEN m.masked THEN disclosure_without_contact(l.before) ELSE l.before END),
           people_masked_change(wanted_case, l.subject,
                                CASE WHEN m.masked THEN disclosure_without_contact(l.after) ELSE l.after END)
    FROM disclosure_logentry l CROSS JOIN rights r
    CROSS JOIN LATERAL (SELECT l.subject IN ('people_person', 'people_personstate') AND (
        l.row_id IN (SELECT person FROM hidden) OR COALESCE(l.after, l.before) ->> 'person_id' IN (SELECT person FROM hidden)
        OR (l.before ->> 'contact_is_protected')::boolean OR (l.after ->> 'contact_is_protected')::boolean) IS TRUE) m (masked)
    WHERE l.case_id = wanted_case AND l.act IN ('insert', 'update', 'delete') AND r.kinds > 0
      AND (below IS NULL OR l.id < below) AND (only_table IS NULL OR l.subject = only_table)
      AND l.subject <> ALL (without)
      AND (l.before IS NULL OR disclosure_kinds_of(l.subject, l.before) & ~r.kinds = 0)
      AND (l.after IS NULL OR disclosure_kinds_of(l.subject, l.after) & ~r.kinds = 0)
      AND disclosure_meets_own_rule(l.subject, l.before) AND disclosure_meets_own_rule(l.subject, l.after)
      AND (l.before IS NOT NULL OR l.after IS NOT NULL)
    ORDER BY l.id DESC LIMIT most
$$;


ALTER FUNCTION public.disclosure_changes_of(wanted_case uuid, below bigint, most integer, only_table text, without text[]) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_check_readings(reader uuid, office uuid, what text, seen_upto bigint, words text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF NOT disclosure_oversees() OR reader = kasane_user() THEN
        RETURN false;
    END IF;
    INSERT INTO disclosure_oversightcheck (id, created_at, staff_id, agency_id, oddity, upto, note, checked_by_id)
    VALUES (uuidv7(), now(), reader, office, what,
            LEAST(seen_upto, (SELECT max(l.id) FROM disclosure_logentry l)), words, kasane_user());
    RETURN true;
END $$;


ALTER FUNCTION public.disclosure_check_readings(reader uuid, office uuid, what text, seen_upto bigint, words text) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_consents_ending(until date, most integer) RETURNS TABLE(case_id uuid, valid_until date)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


ALTER FUNCTION public.disclosure_consents_ending(until date, most integer) OWNER TO kasane_definer;

CREATE TABLE public.disclosure_logentry (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    user_id uuid,
    agency_id uuid,
    case_id uuid,
    act character varying(10) NOT NULL,
    subject character varying(80) NOT NULL,
    row_id character varying(40) NOT NULL,
    basis character varying(300) NOT NULL,
    before jsonb,
    after jsonb,
    disposed_for uuid
);

ALTER TABLE ONLY public.disclosure_logentry FORCE ROW LEVEL SECURITY;


ALTER TABLE public.disclosure_logentry OWNER TO kasane_owner;

CREATE FUNCTION public.disclosure_content(l public.disclosure_logentry) RETURNS bytea
    LANGUAGE sql STABLE
    AS $$
    SELECT sha256(convert_to(jsonb_build_array(l.subject, l.row_id, l.before, l.after)::text, 'UTF8'))
$$;


ALTER FUNCTION public.disclosure_content(l public.disclosure_logentry) OWNER TO kasane_owner;

CREATE FUNCTION public.disclosure_digest(previous bytea, entry public.disclosure_logentry) RETURNS bytea
    LANGUAGE sql STABLE
    SET "TimeZone" TO 'UTC'
    AS $$ SELECT sha256(previous || convert_to(to_jsonb(entry)::text, 'UTF8')) $$;


ALTER FUNCTION public.disclosure_digest(previous bytea, entry public.disclosure_logentry) OWNER TO kasane_owner;

CREATE FUNCTION public.disclosure_dispose_again(wanted uuid, wanted_number text, on_day date, batch_label text) RETURNS text[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF disclosure_rows_of(wanted) <> '{}' OR EXISTS (
        SELECT 1 FROM disclosure_logentry l WHERE l.case_id = wanted AND l.disposed_for IS NULL
        AND l.act IN ('insert', 'update', 'delete')) THEN
        RETURN disclosure_erase(wanted, wanted_number, on_day, batch_label);
    END IF;
    INSERT INTO disclosure_disposal (case_id, case_number, disposed_on, batch)
    VALUES (wanted, wanted_number, on_day, batch_label) ON CONFLICT (case_id) DO NOTHING;
    RETURN NULL;
END $$;


ALTER FUNCTION public.disclosure_dispose_again(wanted uuid, wanted_number text, on_day date, batch_label text) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_dispose_case(wanted_batch uuid, wanted uuid, batch_label text, town_years integer, town_fiscal boolean) RETURNS text[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    batch disclosure_disposalbatch;
    item disclosure_disposalitem;
    file record;
    reason text;
BEGIN
    SELECT * INTO batch FROM disclosure_disposalbatch b WHERE b.id = wanted_batch FOR UPDATE;
    IF batch.id IS NULL OR batch.state <> 'approved' OR batch.decided_by_id IS NULL
       OR batch.decided_by_id = batch.proposed_by_id
       OR NOT disclosure_kept_files(batch.proposed_by_id, batch.proposed_at)
       OR NOT disclosure_kept_files(batch.decided_by_id, batch.decided_at) THEN
        RAISE EXCEPTION 'not approved by two people (R-DIS-07)' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NOT COALESCE(batch.years >= town_years AND (batch.from_fiscal_year_end OR NOT town_fiscal), false) THEN
        RAISE EXCEPTION 'kept for a shorter time than the town keeps its files (R-DIS-07)'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT * INTO item FROM disclosure_disposalitem i
    WHERE i.batch_id = wanted_batch AND i.case_id = wanted AND i.state = 'waiting' FOR UPDATE;
    IF item.id IS NULL THEN
        RAISE EXCEPTION 'not a file of this batch (R-DIS-07)' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT c.applied_on, c.opened_on, c.closed_on INTO file FROM cases_case c WHERE c.id = wanted FOR UPDATE;
    reason := CASE
        WHEN file.opened_on IS NULL THEN 'gone'
        WHEN file.closed_on IS NULL THEN 'reopened'
        WHEN disclosure_falls_due(file.applied_on, file.opened_on, file.closed_on, batch.years,
                                  batch.from_fiscal_year_end) > kasane_today() THEN 'not_due'
        WHEN EXISTS (SELECT 1 FROM disclosure_retentionhold h WHERE h.case_id = wanted AND h.lifted_on IS NULL
                     AND (h.until IS NULL OR h.until >= kasane_today())) THEN 'held' END;
    IF reason IS NOT NULL THEN
        UPDATE disclosure_disposalitem SET state = 'dropped', dropped_for = reason WHERE id = item.id;
        RETURN NULL;
    END IF;
    RETURN disclosure_erase(wanted, item.case_number, kasane_today(), batch_label);
END $$;


ALTER FUNCTION public.disclosure_dispose_case(wanted_batch uuid, wanted uuid, batch_label text, town_years integer, town_fiscal boolean) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_drop_drafts(ids text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    DELETE FROM cases_draft d
    WHERE d.subject_id = ANY (ids)
       OR EXISTS (SELECT 1 FROM regexp_matches(d.data::text, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g') m
                  WHERE m[1] = ANY (ids));
END $$;


ALTER FUNCTION public.disclosure_drop_drafts(ids text[]) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_erase(wanted uuid, wanted_number text, on_day date, batch_label text) RETURNS text[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$
DECLARE
    gone jsonb;
    step record;
    ids text[];
    elsewhere bigint[] := '{}';
    there bigint[];
    touched text[];
BEGIN
    PERFORM disclosure_keep_counts(wanted);
    INSERT INTO disclosure_disposal (case_id, case_number, disposed_on, batch)
    VALUES (wanted, wanted_number, on_day, batch_label) ON CONFLICT (case_id) DO NOTHING;
    gone := disclosure_rows_of(wanted);
    ids := wanted::text || ARRAY(SELECT v FROM jsonb_each(gone) t, jsonb_array_elements_text(t.value) v WHERE length(v) = 36);
    PERFORM disclosure_drop_drafts(ids);
    -- The constraints are checked at commit, in whatever order the rows go.
    FOR step IN SELECT t.key AS place, disclosure_key_of(to_regclass(t.key)) AS own_key, t.value AS keys
                FROM jsonb_each(gone) t LOOP
        EXECUTE format('DELETE FROM %s t WHERE t.%I = ANY (ARRAY(SELECT v FROM jsonb_array_elements_text($1) v)::%s[])',
                       step.place, step.own_key, disclosure_type_of(to_regclass(step.place), step.own_key))
        USING step.keys;
    END LOOP;
    FOR step IN SELECT p.oid::regproc AS act FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
                AND p.proname LIKE '%\_after\_disposal' ORDER BY p.proname LOOP
        EXECUTE format('SELECT %s($1)', step.act) INTO there USING wanted;
        elsewhere := elsewhere || there;
    END LOOP;
    -- Entries kept with another case that tell of this one too: rows that name two cases.
    FOR step IN SELECT c.place, c.col FROM disclosure_case_columns() c JOIN pg_trigger t ON t.tgrelid = c.place
                WHERE t.tgname = 'record_change' AND encode(t.tgargs, 'escape') <> c.col || '\000'
                  AND encode(t.tgargs, 'escape') ~ '(^|_)case(_[a-z0-9]+)?_id\\000$' LOOP
        EXECUTE format('SELECT COALESCE(array_agg(l.id), ''{}'') FROM disclosure_logentry l WHERE l.subject = %L'
                       ' AND COALESCE(l.after, l.before) ->> %L = $1 AND l.case_id <> $2',
                       step.place::text, step.col) INTO there USING wanted::text, wanted;
        elsewhere := elsewhere || there;
    END LOOP;
    touched := ARRAY(SELECT t.key FROM jsonb_each(gone) t) || ARRAY['cases_draft', 'disclosure_logentry']
        || ARRAY(SELECT DISTINCT l.subject::text FROM disclosure_logentry l WHERE l.id = ANY (elsewhere));
    UPDATE disclosure_logentry l
    SET disposed_for = wanted, subject = '', row_id = '', before = NULL, after = NULL
    WHERE (l.case_id = wanted AND l.act <> 'dispose' OR l.id = ANY (elsewhere)) AND l.disposed_for IS NULL;
    INSERT INTO disclosure_logentry (at, user_id, agency_id, case_id, act, subject, row_id, basis, after)
    VALUES (clock_timestamp(), kasane_user(), kasane_agency(), wanted, 'dispose', '廃棄', batch_label, '',
            jsonb_build_object('number', wanted_number, 'batch', batch_label, 'elsewhere', to_jsonb(elsewhere)));
    RETURN touched;
END $_$;


ALTER FUNCTION public.disclosure_erase(wanted uuid, wanted_number text, on_day date, batch_label text) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_falls_due(applied_on date, opened_on date, closed_on date, years integer, from_fiscal_year_end boolean) RETURNS date
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
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


ALTER FUNCTION public.disclosure_falls_due(applied_on date, opened_on date, closed_on date, years integer, from_fiscal_year_end boolean) OWNER TO kasane_owner;

CREATE FUNCTION public.disclosure_files(years integer, from_fiscal_year_end boolean, since date, before date, wanted_agency uuid, only_held boolean, only_free boolean, wanted uuid[], most integer, skip integer) RETURNS TABLE(case_id uuid, case_year smallint, case_number integer, agency text, kept_from date, closed_on date, due_on date, hold_id uuid, held_for text, held_until date, batch_id uuid, batch_state text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


ALTER FUNCTION public.disclosure_files(years integer, from_fiscal_year_end boolean, since date, before date, wanted_agency uuid, only_held boolean, only_free boolean, wanted uuid[], most integer, skip integer) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_first_break() RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT min(broken.id) FROM (
        SELECT s.entry_id AS id FROM (
            SELECT s.*, lag(s.digest, 1, ''::bytea) OVER (ORDER BY s.id) AS previous,
                   row_number() OVER (ORDER BY s.id) AS place FROM disclosure_seal s) s
        LEFT JOIN disclosure_logentry l ON l.id = s.entry_id
        WHERE l.id IS NULL OR s.id <> s.place OR s.own <> disclosure_own(s.id, disclosure_head(l), s.content)
           OR s.digest <> sha256(s.previous || s.own)
           OR (s.content <> disclosure_content(l) AND NOT disclosure_rightly_empty(l))
        UNION ALL
        SELECT l.id FROM disclosure_logentry l
        WHERE NOT EXISTS (SELECT 1 FROM disclosure_seal s WHERE s.entry_id = l.id)
    ) broken
$$;


ALTER FUNCTION public.disclosure_first_break() OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_follow_contract() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(106007);
    WITH entrusted AS (
        SELECT e.* FROM disclosure_evidence e JOIN agencies_contract k ON k.id = e.contract_id
        WHERE e.type = 'entrusted' AND k.delivery_id = NEW.delivery_id AND k.agency_id = NEW.agency_id
    ), gone AS (DELETE FROM disclosure_grant g USING entrusted e WHERE g.evidence_id = e.id)
    INSERT INTO disclosure_grant (case_id, agency_id, kinds, writes, valid, basis, evidence_id, explanation)
    SELECT e.case_id, e.agency_id, e.kinds & 63 | 1, true, spans.days, 'entrusted', e.id, e.note
    FROM entrusted e
    CROSS JOIN (SELECT daterange(k.starts_on, k.ends_on + 1) AS term FROM agencies_contract k
                WHERE k.delivery_id = NEW.delivery_id AND k.agency_id = NEW.agency_id) k
    CROSS JOIN LATERAL (SELECT CASE WHEN e.valid_until <= e.valid_from THEN 'empty'::daterange
                                    ELSE daterange(e.valid_from, e.valid_until) * k.term END AS days) spans
    WHERE NOT isempty(spans.days);
    RETURN NULL;
END $$;


ALTER FUNCTION public.disclosure_follow_contract() OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_follow_exception() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    term daterange := CASE WHEN NEW.state IN ('approved', 'urgent') AND NEW.outside = ''
        THEN daterange(NEW.valid_from, NEW.valid_until) * daterange(NULL, NEW.ended_on) ELSE 'empty'::daterange END;
    as_type text := CASE NEW.state WHEN 'urgent' THEN 'urgent' ELSE 'exception' END;
    words text := (CASE as_type WHEN 'urgent' THEN '緊急の閲覧' ELSE '法令に基づく例外' END);
BEGIN
    PERFORM disclosure_lock(NEW.case_id);
    DELETE FROM disclosure_grant g WHERE g.case_id = NEW.case_id AND g.evidence_id = NEW.id;
    IF isempty(term) THEN
        UPDATE disclosure_evidence e SET valid_until = e.valid_from WHERE e.id = NEW.id;
        RETURN NULL;
    END IF;
    INSERT INTO disclosure_evidence (id, created_at, case_id, type, agency_id, user_id, kinds, valid_from, valid_until,
                                     source, source_id, note)
    VALUES (NEW.id, clock_timestamp(), NEW.case_id, as_type, NEW.agency_id, NEW.user_id, NEW.kinds, lower(term),
            upper(term), 'exception', NEW.id, words)
    ON CONFLICT (id) DO UPDATE SET valid_until = upper(term);
    INSERT INTO disclosure_grant (case_id, agency_id, user_id, kinds, writes, valid, basis, evidence_id, explanation)
    VALUES (NEW.case_id, CASE WHEN NEW.user_id IS NULL THEN NEW.agency_id END, NEW.user_id, NEW.kinds & 31 | 1, false,
            term, as_type, NEW.id, words);
    RETURN NULL;
END $$;


ALTER FUNCTION public.disclosure_follow_exception() OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_forget_drafts(since timestamp with time zone) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$
DECLARE
    step record;
    old uuid[] := ARRAY(SELECT d.subject_id::uuid FROM cases_draft d WHERE d.saved_at < since
                        AND d.subject_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$');
    kept uuid[] := '{}';
    these uuid[];
    gone bigint;
BEGIN
    FOR step IN SELECT c.place, c.col, disclosure_key_of(c.place) AS own_key FROM disclosure_case_columns() c
                WHERE disclosure_type_of(c.place, disclosure_key_of(c.place)) = 'uuid' LOOP
        EXECUTE format('SELECT ARRAY(SELECT t.%1$I FROM %2$s t WHERE t.%1$I = ANY ($1) AND t.%3$I IS NOT NULL)',
                       step.own_key, step.place, step.col) INTO these USING old;
        kept := kept || these;
    END LOOP;
    DELETE FROM cases_draft d WHERE d.saved_at < since AND d.subject_id <> ALL (kept::text[]);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $_$;


ALTER FUNCTION public.disclosure_forget_drafts(since timestamp with time zone) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_give_to_definer(VARIADIC signatures text[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    signature text;
BEGIN
    FOREACH signature IN ARRAY signatures LOOP
        EXECUTE 'ALTER FUNCTION ' || signature || ' OWNER TO kasane_definer';
        SET LOCAL ROLE kasane_definer;
        EXECUTE 'REVOKE ALL ON FUNCTION ' || signature || ' FROM PUBLIC';
        EXECUTE 'GRANT EXECUTE ON FUNCTION ' || signature || ' TO kasane_app, kasane_owner';
        RESET ROLE;
    END LOOP;
END $$;


ALTER FUNCTION public.disclosure_give_to_definer(VARIADIC signatures text[]) OWNER TO kasane_owner;

CREATE TABLE public.disclosure_grant (
    id bigint NOT NULL,
    case_id uuid NOT NULL,
    agency_id uuid,
    user_id uuid,
    kinds smallint NOT NULL,
    writes boolean NOT NULL,
    valid daterange NOT NULL,
    basis character varying(12) NOT NULL,
    evidence_id uuid NOT NULL,
    consent_id uuid,
    explanation character varying(300) NOT NULL,
    waiting daterange,
    CONSTRAINT disclosure_grant_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT grant_to_agency_or_user CHECK ((((agency_id IS NULL) OR (user_id IS NULL)) AND (1 = (
CASE
    WHEN (agency_id IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN (user_id IS NULL) THEN 1
    ELSE 0
END))))
);

ALTER TABLE ONLY public.disclosure_grant FORCE ROW LEVEL SECURITY;


ALTER TABLE public.disclosure_grant OWNER TO kasane_owner;

CREATE FUNCTION public.disclosure_grants_of(wanted_case uuid) RETURNS SETOF public.disclosure_grant
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT g.* FROM disclosure_grant g WHERE g.case_id = wanted_case AND disclosure_sees(wanted_case)
$$;


ALTER FUNCTION public.disclosure_grants_of(wanted_case uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_guard_batch() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    decision constant text[] := '{decided_by_id,decided_at,decided_note}';
    execution constant text[] := '{executed_by_id,executed_at,digest}';
    changing text[] := '{state}';
BEGIN
    IF OLD.state = 'proposed' AND NEW.state IN ('approved', 'refused') THEN
        changing := changing || decision;
    ELSIF OLD.state = 'approved' AND NEW.state = 'executed' THEN
        changing := changing || execution;
    ELSIF OLD.state NOT IN ('proposed', 'approved') OR NEW.state <> 'withdrawn' THEN
        RAISE EXCEPTION 'a batch that is % does not become % (R-DIS-07)', OLD.state, NEW.state
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF to_jsonb(NEW) - changing <> to_jsonb(OLD) - changing THEN
        RAISE EXCEPTION 'what was proposed or decided does not change (R-DIS-07)' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION public.disclosure_guard_batch() OWNER TO kasane_owner;

CREATE FUNCTION public.disclosure_guard_exception() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF ROW(NEW.case_id, NEW.ground, NEW.law, NEW.reason, NEW.agency_id, NEW.user_id, NEW.outside, NEW.kinds, NEW.valid_from,
           NEW.valid_until, NEW.requested_by_id)
       IS DISTINCT FROM ROW(OLD.case_id, OLD.ground, OLD.law, OLD.reason, OLD.agency_id, OLD.user_id, OLD.outside, OLD.kinds,
           OLD.valid_from, OLD.valid_until, OLD.requested_by_id) THEN
        RAISE EXCEPTION 'what was asked for is not changed' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.state <> OLD.state AND (OLD.state <> 'requested' OR NEW.state NOT IN ('approved', 'refused')
            OR NOT kasane_oversees(true) OR NEW.decided_by_id IS DISTINCT FROM kasane_user()) THEN
        RAISE EXCEPTION 'not yours to decide' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.review <> OLD.review
            AND (NOT kasane_oversees() OR NEW.reviewed_by_id IS DISTINCT FROM kasane_user()) THEN
        RAISE EXCEPTION 'not yours to review' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION public.disclosure_guard_exception() OWNER TO kasane_owner;

CREATE FUNCTION public.disclosure_head(l public.disclosure_logentry) RETURNS text
    LANGUAGE sql STABLE
    AS $$
    SELECT jsonb_build_array(l.id, to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), l.user_id, l.agency_id,
                             l.case_id, l.act, l.basis)::text
$$;


ALTER FUNCTION public.disclosure_head(l public.disclosure_logentry) OWNER TO kasane_owner;

CREATE FUNCTION public.disclosure_holds_post(VARIADIC roles text[]) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT 1 FROM agencies_post p
                   WHERE p.user_id = kasane_user() AND p.agency_id = kasane_agency() AND p.role = ANY(roles)
                     AND p.starts_on <= kasane_today() AND COALESCE(p.ends_on >= kasane_today(), true))
$$;


ALTER FUNCTION public.disclosure_holds_post(VARIADIC roles text[]) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_is_forgotten(place text, wanted text) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$
DECLARE
    tells boolean := true;
BEGIN
    IF to_regclass(place) IS NOT NULL THEN
        EXECUTE format('SELECT EXISTS (SELECT 1 FROM %s t WHERE t.id::text = $1 AND strpos(to_jsonb(t)::text, $2) = 0)',
                       to_regclass(place)) INTO tells USING wanted, '(廃棄済み)';
    END IF;
    RETURN NOT tells;
END $_$;


ALTER FUNCTION public.disclosure_is_forgotten(place text, wanted text) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_is_held(wanted_case uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT disclosure_sees(wanted_case)
       AND EXISTS (SELECT 1 FROM disclosure_retentionhold h WHERE h.case_id = wanted_case AND h.lifted_on IS NULL
                   AND (h.until IS NULL OR h.until >= kasane_today()))
$$;


ALTER FUNCTION public.disclosure_is_held(wanted_case uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_keep_counts(wanted uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$
DECLARE
    counter regproc;
BEGIN
    FOR counter IN SELECT p.oid FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
                   AND p.proname LIKE '%\_counts\_of\_case' ORDER BY p.proname LOOP
        EXECUTE format('INSERT INTO disclosure_pastcount AS kept (measure, year, agency_id, area_id, value, count)'
                       ' SELECT c.measure, c.year, c.agency_id, c.area_id, c.value, sum(c.n) FROM %s($1) c GROUP BY 1, 2, 3, 4, 5'
                       ' ON CONFLICT (measure, year, agency_id, area_id, value)'
                       ' DO UPDATE SET count = kept.count + EXCLUDED.count', counter) USING wanted;
    END LOOP;
END $_$;


ALTER FUNCTION public.disclosure_keep_counts(wanted uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_keep_proof() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    may_change constant text[] := CASE TG_TABLE_NAME
        WHEN 'disclosure_consent' THEN ARRAY['withdrawn_on', 'withdrawn_note']
        ELSE ARRAY['valid_until', 'note', 'acknowledged_on'] END;
BEGIN
    IF current_user <> 'kasane_app' THEN
        RETURN NEW;  -- the definer hides and gives back protected words (R-DIS-09)
    END IF;
    IF to_jsonb(NEW) - may_change <> to_jsonb(OLD) - may_change
       OR TG_TABLE_NAME = 'disclosure_consent' AND to_jsonb(OLD) ->> 'withdrawn_on' IS NOT NULL
          AND to_jsonb(NEW) ->> 'withdrawn_on' IS DISTINCT FROM to_jsonb(OLD) ->> 'withdrawn_on' THEN
        RAISE EXCEPTION 'what was said or told is kept as it was' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION public.disclosure_keep_proof() OWNER TO kasane_owner;

CREATE FUNCTION public.disclosure_kept_files(person uuid, moment timestamp with time zone) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT 1 FROM agencies_post p JOIN agencies_agency a ON a.id = p.agency_id
                   WHERE p.user_id = person AND p.role IN ('manager', 'decider') AND a.kind IN ('division', 'centre')
                     AND p.starts_on <= (moment AT TIME ZONE 'Asia/Tokyo')::date
                     AND (p.ends_on IS NULL OR p.ends_on >= (moment AT TIME ZONE 'Asia/Tokyo')::date))
$$;


ALTER FUNCTION public.disclosure_kept_files(person uuid, moment timestamp with time zone) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_key_of(place oid) RETURNS name
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
    WHERE i.indrelid = place AND i.indisprimary
$$;


ALTER FUNCTION public.disclosure_key_of(place oid) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_kinds_of(subject text, was jsonb) RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT CASE
        WHEN subject IN ('cases_case', 'disclosure_evidence', 'disclosure_consent', 'disclosure_legalexception') THEN 1
        WHEN subject = 'intake_phonecall' THEN 0  -- whoever sees the case at all, at the desk that had it
        WHEN subject IN ('people_protectedcontact', 'people_pair', 'people_protectionhandover') THEN NULL
        ELSE (was ->> 'kinds')::integer
    END
$$;


ALTER FUNCTION public.disclosure_kinds_of(subject text, was jsonb) OWNER TO kasane_owner;

CREATE FUNCTION public.disclosure_lock(wanted_case uuid) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(106007);
    PERFORM pg_advisory_xact_lock(106006, hashtext(wanted_case::text));
END $$;


ALTER FUNCTION public.disclosure_lock(wanted_case uuid) OWNER TO kasane_owner;

CREATE FUNCTION public.disclosure_log_file(what text, wanted_row text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    INSERT INTO disclosure_logentry (at, user_id, agency_id, act, subject, row_id, basis)
    VALUES (clock_timestamp(), kasane_user(), kasane_agency(), 'export', what, wanted_row, '')
$$;


ALTER FUNCTION public.disclosure_log_file(what text, wanted_row text) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_log_reading(wanted_case uuid, what text, wanted_row text) RETURNS integer
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT disclosure_log_reading(wanted_case, what, wanted_row, 'read')
$$;


ALTER FUNCTION public.disclosure_log_reading(wanted_case uuid, what text, wanted_row text) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_log_reading(wanted_case uuid, what text, wanted_row text, how text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    seen integer;
    reasons text;
BEGIN
    IF how NOT IN ('read', 'export') THEN
        RAISE EXCEPTION 'a reading is read or export, not %', how;
    END IF;
    SELECT COALESCE(bit_or(g.kinds), 0), COALESCE(string_agg(DISTINCT g.basis, ',' ORDER BY g.basis), '')
    INTO seen, reasons FROM disclosure_grant g
    WHERE g.case_id = wanted_case AND g.valid @> kasane_today()
      AND (g.agency_id = kasane_agency() OR g.user_id = kasane_user());
    INSERT INTO disclosure_logentry (at, user_id, agency_id, case_id, act, subject, row_id, basis)
    VALUES (clock_timestamp(), kasane_user(), kasane_agency(), wanted_case,
            CASE WHEN seen = 0 THEN 'refused' ELSE how END, what, wanted_row, reasons);
    RETURN seen;
END $$;


ALTER FUNCTION public.disclosure_log_reading(wanted_case uuid, what text, wanted_row text, how text) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_lookers_of(wanted_case uuid) RETURNS TABLE(agency_id uuid, user_id uuid, times bigint, refused bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT l.agency_id, l.user_id, count(*) FILTER (WHERE l.act <> 'refused'),
           count(*) FILTER (WHERE l.act = 'refused')
    FROM disclosure_logentry l
    WHERE l.case_id = wanted_case AND disclosure_sees(wanted_case)
      AND (l.act IN ('read', 'export', 'urgent') OR l.act = 'refused' AND kasane_oversees())
    GROUP BY 1, 2
$$;


ALTER FUNCTION public.disclosure_lookers_of(wanted_case uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_looks_of(wanted_case uuid, of_agency uuid, of_user uuid, since date, until date, refused boolean, below bigint, most integer) RETURNS TABLE(id bigint, at timestamp with time zone, user_id uuid, agency_id uuid, act text, subject text, basis text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


ALTER FUNCTION public.disclosure_looks_of(wanted_case uuid, of_agency uuid, of_user uuid, since date, until date, refused boolean, below bigint, most integer) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_meets_own_rule(subject text, was jsonb) RETURNS boolean
    LANGUAGE plpgsql STABLE
    AS $$
BEGIN
    IF subject IN ('conferences_talk', 'conferences_talkline') AND was IS NOT NULL THEN
        RETURN conferences_sits_at((was ->> 'meeting_id')::uuid, (was ->> 'item_id')::uuid);
    END IF;
    IF subject = 'intake_phonecall' AND was IS NOT NULL THEN
        RETURN COALESCE((was ->> 'agency_id')::uuid = kasane_agency(), false);
    END IF;
    RETURN true;
END $$;


ALTER FUNCTION public.disclosure_meets_own_rule(subject text, was jsonb) OWNER TO kasane_owner;

CREATE FUNCTION public.disclosure_newest_cases(below uuid, most integer) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    top uuid := COALESCE(below, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
    bottom uuid := '00000000-0000-0000-0000-000000000000';
    office uuid := kasane_agency();
    person uuid := kasane_user();
    mine uuid[];
BEGIN
    -- Whether a right stands today is left to the policies: asked here, it would draw the planner off the index.
    mine := ARRAY(SELECT g.case_id FROM disclosure_grant g WHERE g.agency_id = office AND g.case_id < top
                  ORDER BY g.case_id DESC LIMIT most);
    IF cardinality(mine) = most THEN
        bottom := mine[most];
    ELSE
        RETURN NEXT NULL;  -- says that nothing lies below
    END IF;
    RETURN QUERY
        SELECT unnest(mine) UNION
        SELECT g.case_id FROM disclosure_grant g
        WHERE g.user_id = person AND g.case_id < top AND g.case_id >= bottom AND g.valid @> kasane_today();
END $$;


ALTER FUNCTION public.disclosure_newest_cases(below uuid, most integer) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_only_emptied() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    told constant text[] := '{subject,row_id,before,after,disposed_for}';
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.disposed_for IS NULL AND NEW.subject = '' AND NEW.row_id = '' AND NEW.before IS NULL AND NEW.after IS NULL
       AND to_jsonb(NEW) - told = to_jsonb(OLD) - told
       AND EXISTS (SELECT 1 FROM disclosure_disposal d WHERE d.case_id = NEW.disposed_for)
       AND (OLD.case_id = NEW.disposed_for
            OR strpos(COALESCE(OLD.after, OLD.before)::text, NEW.disposed_for::text) > 0
            OR OLD.case_id IS NULL AND disclosure_is_forgotten(OLD.subject, OLD.row_id)) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the log is append-only (R-DIS-08)' USING ERRCODE = 'insufficient_privilege';
END $$;


ALTER FUNCTION public.disclosure_only_emptied() OWNER TO kasane_owner;

CREATE FUNCTION public.disclosure_oversees() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT kasane_oversees(true)
$$;


ALTER FUNCTION public.disclosure_oversees() OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_own(number bigint, head text, content bytea) RETURNS bytea
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT sha256(convert_to(number || E'\n' || head || E'\n', 'UTF8') || content)
$$;


ALTER FUNCTION public.disclosure_own(number bigint, head text, content bytea) OWNER TO kasane_owner;

CREATE FUNCTION public.disclosure_readings_of(wanted_case uuid, most integer) RETURNS TABLE(at timestamp with time zone, user_id uuid, agency_id uuid, act text, subject text, basis text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT l.at, l.user_id, l.agency_id, l.act::text, l.subject::text, l.basis::text FROM disclosure_logentry l
    WHERE l.case_id = wanted_case AND l.act IN ('read', 'export') AND disclosure_sees(wanted_case)
    ORDER BY l.id DESC LIMIT most
$$;


ALTER FUNCTION public.disclosure_readings_of(wanted_case uuid, most integer) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_record_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    old_row jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
    new_row jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
    any_row jsonb := COALESCE(new_row, old_row);
BEGIN
    -- That something was written elsewhere in the case is no change of the case itself.
    IF TG_OP = 'UPDATE' AND old_row - 'touched_at' = new_row - 'touched_at' THEN
        RETURN NULL;
    END IF;
    INSERT INTO disclosure_logentry (at, user_id, agency_id, case_id, act, subject, row_id, basis, before, after)
    VALUES (clock_timestamp(), kasane_user(), kasane_agency(), (any_row ->> TG_ARGV[0])::uuid,
            lower(TG_OP), TG_TABLE_NAME, any_row ->> 'id', '', old_row, new_row);
    RETURN NULL;
END $$;


ALTER FUNCTION public.disclosure_record_change() OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_references() RETURNS TABLE(place regclass, col name, optional boolean, own_key name, target regclass)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT k.conrelid::regclass, a.attname, NOT a.attnotnull, disclosure_key_of(k.conrelid), k.confrelid::regclass
    FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
    WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND cardinality(k.conkey) = 1
$$;


ALTER FUNCTION public.disclosure_references() OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_replace_grants(wanted_case uuid, rows jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    PERFORM disclosure_lock(wanted_case);
    IF disclosure_case_stands(wanted_case)
       OR EXISTS (SELECT 1 FROM disclosure_grant g WHERE g.case_id = wanted_case)
       OR EXISTS (SELECT 1 FROM disclosure_evidence e WHERE e.case_id = wanted_case) THEN
        IF NOT disclosure_sees(wanted_case) THEN
            RAISE EXCEPTION 'no right on this case' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF EXISTS (
            SELECT 1 FROM jsonb_to_recordset(rows) AS r (agency_id uuid, user_id uuid, kinds smallint, writes boolean,
                 waits boolean, valid_from date, valid_until date, evidence_id uuid, consent_id uuid)
            LEFT JOIN disclosure_evidence e ON e.id = r.evidence_id AND e.case_id = wanted_case
            LEFT JOIN disclosure_consent c ON c.id = r.consent_id AND c.case_id = wanted_case
            CROSS JOIN LATERAL (SELECT e.type IN ('multi_tier', 'support_conference', 'urgent')
                                       OR e.type = 'exception' AND e.user_id IS NOT NULL AS personal) k
            WHERE e.id IS NULL
               OR r.agency_id IS DISTINCT FROM CASE WHEN NOT k.personal THEN e.agency_id END
               OR r.user_id IS DISTINCT FROM CASE WHEN k.personal THEN e.user_id END
               OR r.kinds & ~(e.kinds | 1) <> 0
               OR r.writes AND e.type NOT IN ('own_work', 'entrusted', 'team')
               OR r.valid_from < e.valid_from
               OR e.valid_until IS NOT NULL AND (r.valid_until IS NULL OR r.valid_until > e.valid_until)
               OR e.type IN ('support_conference', 'exception', 'urgent') AND r.kinds & 32 <> 0
               OR e.type IN ('support_conference', 'multi_tier') AND e.acknowledged_on IS NULL AND NOT r.waits
               OR e.type IN ('team', 'involved', 'multi_tier') AND (
                   c.id IS NULL OR c.answer <> 'agree' OR r.kinds & ~(c.kinds | 1) <> 0
                   OR r.valid_from < c.confirmed_on
                   OR c.withdrawn_on IS NOT NULL AND (r.valid_until IS NULL OR r.valid_until > c.withdrawn_on)
                   OR c.valid_until IS NOT NULL AND (r.valid_until IS NULL OR r.valid_until > c.valid_until)
                   OR e.agency_id = ANY (c.excluded)
                   OR NOT (c.all_agencies OR e.agency_id = ANY (c.agencies)))) THEN
            RAISE EXCEPTION 'a right without evidence' USING ERRCODE = 'insufficient_privilege';
        END IF;
    ELSIF kasane_agency() IS NULL OR EXISTS (
        SELECT 1 FROM jsonb_to_recordset(rows) AS r (agency_id uuid, user_id uuid)
        WHERE r.agency_id IS DISTINCT FROM kasane_agency() OR r.user_id IS NOT NULL) THEN
        RAISE EXCEPTION 'a case is opened by the agency itself' USING ERRCODE = 'insufficient_privilege';
    END IF;
    DELETE FROM disclosure_grant g WHERE g.case_id = wanted_case;
    INSERT INTO disclosure_grant
        (case_id, agency_id, user_id, kinds, writes, valid, waiting, basis, evidence_id, consent_id, explanation)
    SELECT wanted_case, r.agency_id, r.user_id, r.kinds, r.writes,
           CASE WHEN r.waits THEN 'empty'::daterange ELSE daterange(r.valid_from, r.valid_until) END,
           CASE WHEN r.waits THEN daterange(r.valid_from, r.valid_until) END,
           r.basis, r.evidence_id, r.consent_id, r.explanation
    FROM jsonb_to_recordset(rows) AS r (agency_id uuid, user_id uuid, kinds smallint, writes boolean, waits boolean,
         valid_from date, valid_until date, basis text, evidence_id uuid, consent_id uuid, explanation text);
END $$;


ALTER FUNCTION public.disclosure_replace_grants(wanted_case uuid, rows jsonb) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_rightly_empty(entry public.disclosure_logentry) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    RETURN entry.disposed_for IS NOT NULL AND entry.subject = '' AND entry.row_id = '' AND entry.before IS NULL AND entry.after IS NULL
        AND EXISTS (SELECT 1 FROM disclosure_logentry d JOIN disclosure_disposal p ON p.case_id = d.case_id
                      AND p.case_number = d.after ->> 'number' AND p.batch = d.after ->> 'batch'
                    WHERE d.case_id = entry.disposed_for AND d.act = 'dispose' AND d.id > entry.id
                      AND (entry.case_id = entry.disposed_for
                           OR entry.case_id IS DISTINCT FROM entry.disposed_for AND entry.act IN ('insert', 'update', 'delete')
                              AND d.after -> 'elsewhere' @> to_jsonb(entry.id)))
        AND NOT EXISTS (SELECT 1 FROM cases_case c WHERE c.id = entry.disposed_for);
END $$;


ALTER FUNCTION public.disclosure_rightly_empty(entry public.disclosure_logentry) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_rows_of(wanted uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$
DECLARE
    found jsonb := '{}';
    keys jsonb;
    step record;
    own text;
    grown boolean := true;
    foreign_rows bigint;
BEGIN
    FOR step IN SELECT c.place, c.col, disclosure_key_of(c.place) AS own_key FROM disclosure_case_columns() c LOOP
        EXECUTE format('SELECT COALESCE(jsonb_agg(t.%I::text), ''[]'') FROM %s t WHERE t.%I = $1',
                       step.own_key, step.place, step.col) INTO keys USING wanted;
        found := found || jsonb_build_object(step.place::text, COALESCE(found -> step.place::text, '[]') || keys);
    END LOOP;
    WHILE grown LOOP
        grown := false;
        FOR step IN SELECT r.*, disclosure_key_of(r.target) AS target_key,
                           EXISTS (SELECT 1 FROM disclosure_case_columns() c WHERE c.place = r.place AND c.col = 'case_id') AS has_case
                    FROM disclosure_references() r
                    WHERE COALESCE(found -> r.target::text, '[]') <> '[]' AND r.target <> to_regclass('cases_case') LOOP
            own := CASE WHEN step.has_case THEN ' AND (t.case_id IS NULL OR t.case_id = $2)' ELSE '' END;
            EXECUTE format('SELECT COALESCE(jsonb_agg(t.%1$I::text), ''[]'') FROM %2$s t WHERE t.%3$I = ANY (ARRAY('
                           'SELECT v FROM jsonb_array_elements_text($1) v)::%4$s[]) AND NOT COALESCE($3, ''[]'') ? t.%1$I::text%5$s',
                           step.own_key, step.place, step.col, disclosure_type_of(step.target, step.target_key), own)
            INTO keys USING found -> step.target::text, wanted, found -> step.place::text;
            IF keys <> '[]' THEN
                found := found || jsonb_build_object(step.place::text, COALESCE(found -> step.place::text, '[]') || keys);
                grown := true;
            END IF;
            IF step.has_case THEN
                IF step.optional THEN
                    EXECUTE format('UPDATE %s t SET %2$I = NULL WHERE t.%2$I = ANY (ARRAY(SELECT v FROM'
                                   ' jsonb_array_elements_text($1) v)::%3$s[]) AND t.case_id <> $2',
                                   step.place, step.col, disclosure_type_of(step.target, step.target_key))
                    USING found -> step.target::text, wanted;
                ELSE
                    EXECUTE format('SELECT count(*) FROM %s t WHERE t.%2$I = ANY (ARRAY(SELECT v FROM'
                                   ' jsonb_array_elements_text($1) v)::%3$s[]) AND t.case_id <> $2',
                                   step.place, step.col, disclosure_type_of(step.target, step.target_key))
                    INTO foreign_rows USING found -> step.target::text, wanted;
                    IF foreign_rows > 0 THEN
                        RAISE EXCEPTION 'a row of another case hangs on this one: %.%', step.place, step.col
                            USING ERRCODE = 'object_in_use';
                    END IF;
                END IF;
            END IF;
        END LOOP;
    END LOOP;
    RETURN (SELECT COALESCE(jsonb_object_agg(t.key, t.value), '{}') FROM jsonb_each(found) t WHERE t.value <> '[]');
END $_$;


ALTER FUNCTION public.disclosure_rows_of(wanted uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_seal_entry() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    last disclosure_seal;
    kept bytea := disclosure_content(NEW);
    self bytea;
BEGIN
    PERFORM pg_advisory_xact_lock(106004);
    SELECT s.* INTO last FROM disclosure_seal s ORDER BY s.id DESC LIMIT 1;
    last.id := COALESCE(last.id, 0) + 1;
    self := disclosure_own(last.id, disclosure_head(NEW), kept);
    INSERT INTO disclosure_seal (id, entry_id, content, own, digest)
    VALUES (last.id, NEW.id, kept, self, sha256(COALESCE(last.digest, ''::bytea) || self));
    RETURN NULL;
END $$;


ALTER FUNCTION public.disclosure_seal_entry() OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_sees(wanted_case uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT 1 FROM disclosure_grant g WHERE g.case_id = wanted_case AND g.valid @> kasane_today()
                   AND (g.agency_id = kasane_agency() OR g.user_id = kasane_user()))
$$;


ALTER FUNCTION public.disclosure_sees(wanted_case uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_skip_disposed() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$
BEGIN
    IF EXISTS (SELECT 1 FROM disclosure_disposal d WHERE d.case_id = NEW.case_id) OR EXISTS (
        SELECT 1 FROM jsonb_each_text(NEW.before) t (key, value) JOIN disclosure_disposal d ON d.case_id::text = t.value
        WHERE t.key ~ '(^|_)case(_[a-z0-9]+)?_id$') THEN
        RETURN NULL;
    END IF;
    RETURN NEW;
END $_$;


ALTER FUNCTION public.disclosure_skip_disposed() OWNER TO kasane_owner;

CREATE FUNCTION public.disclosure_type_of(place regclass, col name) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT format_type(a.atttypid, NULL) FROM pg_attribute a WHERE a.attrelid = place AND a.attname = col
$$;


ALTER FUNCTION public.disclosure_type_of(place regclass, col name) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_unusual(span integer, opens time without time zone, closes time without time zone, closed date[]) RETURNS TABLE(user_id uuid, agency_id uuid, oddity text, times bigint, cases bigint, days bigint, first_at timestamp with time zone, last_at timestamp with time zone, upto bigint, numbers text[], own_usual numeric, colleagues_usual numeric)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


ALTER FUNCTION public.disclosure_unusual(span integer, opens time without time zone, closes time without time zone, closed date[]) OWNER TO kasane_definer;

CREATE FUNCTION public.disclosure_without_contact(was jsonb) RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT was || COALESCE((
        SELECT jsonb_object_agg(key, '〔秘匿〕') FROM jsonb_each_text(was)
        WHERE key IN ('address', 'area_id', 'phone', 'mobile', 'email', 'school', 'workplace', 'occupation')
          AND COALESCE(value, '') <> ''), '{}'::jsonb)
$$;


ALTER FUNCTION public.disclosure_without_contact(was jsonb) OWNER TO kasane_owner;

CREATE FUNCTION public.imports_begin() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    NEW.created_at := clock_timestamp();
    NEW.first_entry := (SELECT last_value FROM disclosure_logentry_id_seq);
    NEW.last_entry := NULL;
    NEW.undone_at := NULL;
    NEW.undone_by_id := NULL;
    RETURN NEW;
END $$;


ALTER FUNCTION public.imports_begin() OWNER TO kasane_definer;

CREATE FUNCTION public.imports_end(wanted uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF NOT imports_is_open(wanted) THEN
        RAISE EXCEPTION 'no import of this transaction' USING ERRCODE = 'insufficient_privilege';
    END IF;
    UPDATE imports_import SET last_entry = (SELECT last_value FROM disclosure_logentry_id_seq) WHERE id = wanted;
END $$;


ALTER FUNCTION public.imports_end(wanted uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.imports_forget() RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    DELETE FROM imports_uploadedsheet WHERE created_at < now() - interval '30 days';
    DELETE FROM imports_upload WHERE created_at < now() - interval '30 days';
    DELETE FROM imports_skippedrows WHERE created_at < now() - interval '30 days';
$$;


ALTER FUNCTION public.imports_forget() OWNER TO kasane_definer;

CREATE FUNCTION public.imports_is_open(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT 1 FROM imports_import i WHERE i.id = wanted AND i.agency_id = kasane_agency()
                   AND i.user_id = kasane_user() AND i.last_entry IS NULL
                   AND i.created_at >= transaction_timestamp())
$$;


ALTER FUNCTION public.imports_is_open(wanted uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.imports_touched(wanted uuid) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT DISTINCT r.case_id FROM imports_import i JOIN imports_importedrow r ON r.source_id = i.id
    WHERE i.id = wanted AND i.agency_id = kasane_agency() AND i.undone_at IS NULL
      AND (i.last_entry IS NULL
           OR EXISTS (SELECT 1 FROM disclosure_logentry l WHERE l.case_id = r.case_id
                      AND l.act IN ('insert', 'update', 'delete') AND l.subject <> 'people_pair'
                      AND (l.id <= i.first_entry OR l.id > i.last_entry))
           OR NOT EXISTS (SELECT 1 FROM disclosure_logentry l WHERE l.case_id = r.case_id
                          AND l.act = 'insert' AND l.subject = 'cases_case'
                          AND l.id > i.first_entry AND l.id <= i.last_entry
                          AND l.user_id = i.user_id AND l.agency_id = i.agency_id)
           -- That the machine found somebody alike is no work of anybody; that somebody decided about it is.
           OR EXISTS (SELECT 1 FROM people_person q JOIN people_pair p ON p.person_a_id = q.id
                      WHERE q.case_id = r.case_id AND p.state <> 'open')
           OR EXISTS (SELECT 1 FROM people_person q JOIN people_pair p ON p.person_b_id = q.id
                      WHERE q.case_id = r.case_id AND p.state <> 'open'))
$$;


ALTER FUNCTION public.imports_touched(wanted uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.imports_undo(wanted uuid) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$
DECLARE
    gone uuid[];
    place record;
BEGIN
    PERFORM 1 FROM imports_import i
    WHERE i.id = wanted AND i.agency_id = kasane_agency() AND i.undone_at IS NULL AND kasane_user() IS NOT NULL
    FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no import to undo' USING ERRCODE = 'insufficient_privilege';
    END IF;
    gone := ARRAY(SELECT DISTINCT r.case_id FROM imports_importedrow r WHERE r.source_id = wanted);
    -- Who is just writing into one of the cases is waited for, and then seen in the log.
    PERFORM 1 FROM cases_case c WHERE c.id = ANY (gone) ORDER BY c.id FOR UPDATE;
    IF EXISTS (SELECT 1 FROM imports_touched(wanted)) THEN
        RAISE EXCEPTION 'a case was touched since the import' USING ERRCODE = 'object_in_use';
    END IF;
    DELETE FROM people_pair p USING people_person q
    WHERE q.case_id = ANY (gone) AND q.id IN (p.person_a_id, p.person_b_id);
    -- Every table that hangs on a case, so that a later app is thought of too. The constraints are checked at
    -- commit, in whatever order the rows go; a row left behind stops the whole undo.
    FOR place IN
        SELECT c.conrelid::regclass AS name, a.attname AS key FROM pg_constraint c
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
        WHERE c.contype = 'f' AND c.confrelid = 'cases_case'::regclass
    LOOP
        EXECUTE format('DELETE FROM %s WHERE %I = ANY ($1)', place.name, place.key) USING gone;
    END LOOP;
    DELETE FROM cases_case WHERE id = ANY (gone);
    DELETE FROM disclosure_consent WHERE case_id = ANY (gone);
    DELETE FROM disclosure_evidence WHERE case_id = ANY (gone);
    DELETE FROM disclosure_grant WHERE case_id = ANY (gone);
    DELETE FROM imports_skippedrows WHERE source_id = wanted;
    UPDATE imports_import SET undone_at = clock_timestamp(), undone_by_id = kasane_user() WHERE id = wanted;
    RETURN cardinality(gone);
END $_$;


ALTER FUNCTION public.imports_undo(wanted uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.intake_bring_door_messages(centre uuid) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    moved bigint;
BEGIN
    UPDATE intake_doormessage m SET agency_id = centre, version = m.version + 1, updated_at = now()
    WHERE m.result = '' AND m.agency_id <> centre AND NOT EXISTS (
        SELECT 1 FROM agencies_post p JOIN agencies_agency a ON a.id = p.agency_id JOIN agencies_user u ON u.id = p.user_id
        WHERE p.agency_id = m.agency_id AND a.is_active AND u.is_active AND p.role <> 'administrator'
          AND p.starts_on <= kasane_today() AND (p.ends_on IS NULL OR p.ends_on >= kasane_today()));
    GET DIAGNOSTICS moved = ROW_COUNT;
    RETURN moved;
END $$;


ALTER FUNCTION public.intake_bring_door_messages(centre uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.intake_calls_elsewhere(wanted_case uuid) RETURNS TABLE(agency text, calls bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT a.name::text, count(*) FROM intake_phonecall c JOIN agencies_agency a ON a.id = c.agency_id
    WHERE c.case_id = wanted_case AND c.agency_id <> kasane_agency() AND disclosure_sees(wanted_case) AND kasane_oversees()
    GROUP BY a.name ORDER BY a.name
$$;


ALTER FUNCTION public.intake_calls_elsewhere(wanted_case uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.intake_counts_of_case(wanted uuid) RETURNS TABLE(measure text, year integer, agency_id uuid, area_id uuid, value text, n bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    RETURN QUERY
    WITH said AS (
        SELECT 'reception' AS what, r.received_on AS day, r.agency_id AS agency, r.channel::text AS value
        FROM intake_reception r WHERE r.case_id = wanted
        UNION ALL
        SELECT 'topic', r.received_on, r.agency_id, t.topic FROM intake_reception r, unnest(r.topics) t (topic)
        WHERE r.case_id = wanted
        UNION ALL
        SELECT 'referral', r.sent_on, r.sender_id, r.state::text FROM intake_referral r WHERE r.case_id = wanted
    )
    SELECT s.what, extract(year FROM s.day - interval '3 months')::integer, s.agency, NULL::uuid, s.value::text, count(*)
    FROM said s GROUP BY 1, 2, 3, 5;
END $$;


ALTER FUNCTION public.intake_counts_of_case(wanted uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.intake_desk_counts(since date, until date) RETURNS TABLE(register text, month date, agency_id uuid, facet text, value text, n bigint, minutes bigint, people bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    WITH told AS (
        SELECT 'short' AS register, s.on, s.agency_id, s.minutes, 0 AS people, f.facet, f.value
        FROM intake_shortconsultation s, LATERAL (
            VALUES ('all', ''), ('channel', s.channel), ('field', s.field), ('outcome', s.outcome),
                   ('age_band', s.age_band), ('consulter', s.consulter_is), ('area', COALESCE(s.area_id::text, ''))
            UNION ALL SELECT 'topic', t.topic FROM unnest(s.topics) t (topic)
        ) f (facet, value)
        WHERE s.struck_on IS NULL AND s.received_on IS NULL AND s.on BETWEEN since AND until
        UNION ALL
        SELECT 'activity', a.on, a.agency_id, a.minutes, a.participants, f.facet, f.value
        FROM intake_deskactivity a, LATERAL (
            VALUES ('all', ''), ('kind', a.kind), ('area', COALESCE(a.area_id::text, ''))
        ) f (facet, value)
        WHERE a.struck_on IS NULL AND a.on BETWEEN since AND until
    ), asks AS (SELECT kasane_oversees() AS all_agencies)
    SELECT t.register, date_trunc('month', t.on)::date, t.agency_id, t.facet, t.value::text, count(*),
           COALESCE(sum(t.minutes), 0), COALESCE(sum(t.people), 0)
    FROM told t, asks
    WHERE kasane_user() IS NOT NULL AND (t.agency_id = kasane_agency() OR asks.all_agencies)
    GROUP BY 1, 2, 3, 4, 5
$$;


ALTER FUNCTION public.intake_desk_counts(since date, until date) OWNER TO kasane_definer;

CREATE FUNCTION public.intake_desk_overdue(late_before date) RETURNS TABLE(agency_id uuid, agency text, phone text, register text, n bigint, oldest date)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    WITH waits AS (
        SELECT c.agency_id, 'call' AS register, c.call_back_until AS since FROM intake_phonecall c
        WHERE c.call_back_until < late_before AND c.called_back_on IS NULL AND c.emptied_on IS NULL
        UNION ALL
        SELECT r.agency_id, 'report', GREATEST(r.on, r.follow_up_on) FROM intake_volunteerreport r
        WHERE r.state IN ('new', 'watching') AND GREATEST(r.on, r.follow_up_on) < late_before
        UNION ALL
        SELECT m.agency_id, 'door', (m.created_at AT TIME ZONE 'Asia/Tokyo')::date FROM intake_doormessage m
        WHERE m.result = '' AND (m.created_at AT TIME ZONE 'Asia/Tokyo')::date < late_before
    ), asks AS (SELECT kasane_oversees() AS all_agencies)
    SELECT a.id, a.name::text, a.phone::text, w.register, count(*), min(w.since)
    FROM waits w JOIN agencies_agency a ON a.id = w.agency_id, asks
    WHERE kasane_user() IS NOT NULL AND (w.agency_id = kasane_agency() OR asks.all_agencies)
    GROUP BY a.id, a.name, a.phone, w.register
$$;


ALTER FUNCTION public.intake_desk_overdue(late_before date) OWNER TO kasane_definer;

CREATE FUNCTION public.intake_door_admits(wanted_sender text, most_of_one integer, most_of_all integer) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    this_hour timestamptz := date_trunc('hour', now());
    who text;
    counted integer;
BEGIN
    IF COALESCE(wanted_sender, '') = '' THEN
        RAISE EXCEPTION 'a message has a sender to be counted';
    END IF;
    DELETE FROM intake_doorcount c WHERE c.hour < date_trunc('day', now() AT TIME ZONE 'Asia/Tokyo') AT TIME ZONE 'Asia/Tokyo';
    FOREACH who IN ARRAY ARRAY[wanted_sender, ''] LOOP
        INSERT INTO intake_doorcount AS c (hour, sender, times) VALUES (this_hour, who, 1)
        ON CONFLICT (hour, sender) DO UPDATE SET times = c.times + 1 RETURNING c.times INTO counted;
        IF counted > (CASE WHEN who = '' THEN most_of_all ELSE most_of_one END) THEN
            RETURN false;
        END IF;
    END LOOP;
    RETURN true;
END $$;


ALTER FUNCTION public.intake_door_admits(wanted_sender text, most_of_one integer, most_of_all integer) OWNER TO kasane_definer;

CREATE FUNCTION public.intake_drop_door_drafts(before date) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    gone bigint;
BEGIN
    DELETE FROM cases_draft d USING intake_doormessage m
    WHERE d.form = 'reception' AND d.subject_id = m.id::text
      AND (m.ended_on < before OR (d.saved_at AT TIME ZONE 'Asia/Tokyo')::date < before);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$;


ALTER FUNCTION public.intake_drop_door_drafts(before date) OWNER TO kasane_definer;

CREATE FUNCTION public.intake_drop_emptied_drafts() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    gone bigint;
BEGIN
    DELETE FROM cases_draft d USING (
        SELECT c.id FROM intake_phonecall c WHERE c.emptied_on IS NOT NULL
        UNION ALL SELECT r.id FROM intake_volunteerreport r WHERE r.emptied_on IS NOT NULL
        UNION ALL SELECT m.id FROM intake_doormessage m WHERE m.emptied_at IS NOT NULL) e
    WHERE d.subject_id = e.id::text;
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$;


ALTER FUNCTION public.intake_drop_emptied_drafts() OWNER TO kasane_definer;

CREATE FUNCTION public.intake_empty_door_messages(before date) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    gone uuid[];
BEGIN
    -- What nobody dealt with within a year is not kept either.
    UPDATE intake_doormessage m SET result = 'unreachable', ended_on = kasane_today() - 366
    WHERE m.result = '' AND m.created_at < now() - interval '1 year';
    gone := ARRAY(SELECT m.id FROM intake_doormessage m WHERE m.ended_on < before AND m.emptied_at IS NULL);
    UPDATE intake_doorstep s SET note = '' WHERE s.message_id = ANY (gone) AND s.note <> '';
    UPDATE intake_doormessage m SET called = '', phone = '', mail = '', times = '{}', words = '', result_note = '',
           emptied_at = now() WHERE m.id = ANY (gone);
    RETURN cardinality(gone);
END $$;


ALTER FUNCTION public.intake_empty_door_messages(before date) OWNER TO kasane_definer;

CREATE FUNCTION public.intake_forget_desk(calls_before date, reports_before date) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    calls bigint;
    reports bigint;
BEGIN
    UPDATE intake_phonecall c SET party = '', number = '', content = '', emptied_on = kasane_today(),
           version = c.version + 1
    WHERE c.case_id IS NULL AND c.emptied_on IS NULL AND (c.at AT TIME ZONE 'Asia/Tokyo')::date < calls_before
      AND (c.call_back_until IS NULL OR c.called_back_on < calls_before);
    GET DIAGNOSTICS calls = ROW_COUNT;
    UPDATE intake_volunteerreport r SET reporter_name = '', about = '', address = '', noticed = '', watch_words = '',
           dealt_with = '', answer = '', emptied_on = kasane_today(), version = r.version + 1
    WHERE r.emptied_on IS NULL AND r.dealt_on < reports_before AND (r.answered_on IS NULL OR r.answered_on < reports_before);
    GET DIAGNOSTICS reports = ROW_COUNT;
    RETURN calls + reports;
END $$;


ALTER FUNCTION public.intake_forget_desk(calls_before date, reports_before date) OWNER TO kasane_definer;

CREATE FUNCTION public.intake_forget_undone(before date) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    calls bigint;
    reports bigint;
BEGIN
    UPDATE intake_phonecall c SET party = '', number = '', content = '', emptied_on = kasane_today(), version = c.version + 1
    WHERE c.case_id IS NULL AND c.emptied_on IS NULL AND c.called_back_on IS NULL AND c.call_back_until < before;
    GET DIAGNOSTICS calls = ROW_COUNT;
    UPDATE intake_volunteerreport r SET reporter_name = '', about = '', address = '', noticed = '', watch_words = '',
           dealt_with = '', answer = '', state = 'done', dealt_on = kasane_today(), emptied_on = kasane_today(),
           version = r.version + 1
    WHERE r.emptied_on IS NULL AND r.state IN ('new', 'watching') AND GREATEST(r.on, r.follow_up_on) < before;
    GET DIAGNOSTICS reports = ROW_COUNT;
    RETURN calls + reports;
END $$;


ALTER FUNCTION public.intake_forget_undone(before date) OWNER TO kasane_definer;

CREATE FUNCTION public.intake_leave_door_message(wanted jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM agencies_agency a WHERE a.id = (wanted ->> 'agency_id')::uuid AND a.is_active) THEN
        RAISE EXCEPTION 'there is no such desk';
    END IF;
    INSERT INTO intake_doormessage (id, created_at, version, updated_at, number, year, agency_id, language, topic, area_id,
                                    called, phone, mail, times, words, result, result_note)
    SELECT uuidv7(), now(), 1, now(), w.number, w.year, w.agency_id, w.language, w.topic, w.area_id,
           w.called, w.phone, w.mail, w.times, w.words, '', ''
    FROM jsonb_to_record(wanted) AS w (number integer, year smallint, agency_id uuid, language text, topic text, area_id uuid,
                                       called text, phone text, mail text, times text[], words text);
END $$;


ALTER FUNCTION public.intake_leave_door_message(wanted jsonb) OWNER TO kasane_definer;

CREATE FUNCTION public.intake_pass_door_message(wanted uuid, receiver uuid, why text, seen_version integer) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF kasane_user() IS NULL OR COALESCE(why, '') = ''
       OR NOT EXISTS (SELECT 1 FROM agencies_agency a WHERE a.id = receiver AND a.is_active AND a.id <> kasane_agency()) THEN
        RETURN false;
    END IF;
    UPDATE intake_doormessage m SET agency_id = receiver, version = m.version + 1, updated_at = now()
    WHERE m.id = wanted AND m.agency_id = kasane_agency() AND m.result = '' AND m.version = seen_version;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    INSERT INTO intake_doorstep (id, created_at, message_id, kind, agency_id, to_agency_id, by_id, note)
    VALUES (uuidv7(), clock_timestamp(), wanted, 'passed', kasane_agency(), receiver, kasane_user(), why);
    RETURN true;
END $$;


ALTER FUNCTION public.intake_pass_door_message(wanted uuid, receiver uuid, why text, seen_version integer) OWNER TO kasane_definer;

CREATE FUNCTION public.intake_past_counts(first_year integer, last_year integer) RETURNS TABLE(measure text, year integer, value text, n bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT p.measure::text, p.year::integer, p.value::text, sum(p.count)
    FROM disclosure_pastcount p
    WHERE p.agency_id = kasane_agency() AND kasane_user() IS NOT NULL
      AND p.measure IN ('reception', 'topic', 'referral') AND p.year BETWEEN first_year AND last_year
    GROUP BY 1, 2, 3
$$;


ALTER FUNCTION public.intake_past_counts(first_year integer, last_year integer) OWNER TO kasane_definer;

CREATE FUNCTION public.intake_read_door_message(wanted uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    mine boolean := EXISTS (SELECT 1 FROM intake_doormessage m WHERE m.id = wanted AND m.agency_id = kasane_agency());
BEGIN
    IF mine OR EXISTS (SELECT 1 FROM intake_doormessage m WHERE m.id = wanted) THEN
        INSERT INTO disclosure_logentry (at, user_id, agency_id, case_id, act, subject, row_id, basis)
        VALUES (clock_timestamp(), kasane_user(), kasane_agency(), NULL, CASE WHEN mine THEN 'read' ELSE 'refused' END,
                '住民の入口の連絡', wanted::text, '');
    END IF;
    RETURN mine;
END $$;


ALTER FUNCTION public.intake_read_door_message(wanted uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.intake_record_call() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    old_row jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
    new_row jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
    stays boolean := COALESCE(old_row ->> 'case_id' = new_row ->> 'case_id', false);
BEGIN
    INSERT INTO disclosure_logentry (at, user_id, agency_id, case_id, act, subject, row_id, basis, before, after)
    SELECT clock_timestamp(), kasane_user(), kasane_agency(), (COALESCE(e.after, e.before) ->> 'case_id')::uuid, e.act,
           TG_TABLE_NAME, COALESCE(e.after, e.before) ->> 'id', '', e.before, e.after
    FROM (VALUES ('update', old_row, new_row, stays AND old_row <> new_row),
                 ('delete', old_row, NULL, NOT stays AND old_row ->> 'case_id' IS NOT NULL),
                 ('insert', NULL, new_row, NOT stays AND new_row ->> 'case_id' IS NOT NULL)) e (act, before, after, happened)
    WHERE e.happened;
    RETURN NULL;
END $$;


ALTER FUNCTION public.intake_record_call() OWNER TO kasane_definer;

CREATE FUNCTION public.intake_record_door() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    typed text[] := ARRAY['called', 'phone', 'mail', 'times', 'words', 'result_note', 'note'];
    old_row jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - typed END;
    new_row jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - typed END;
BEGIN
    INSERT INTO disclosure_logentry (at, user_id, agency_id, case_id, act, subject, row_id, basis, before, after)
    VALUES (clock_timestamp(), kasane_user(), kasane_agency(), NULL, lower(TG_OP), TG_TABLE_NAME,
            COALESCE(new_row, old_row) ->> 'id', '', old_row, new_row);
    RETURN NULL;
END $$;


ALTER FUNCTION public.intake_record_door() OWNER TO kasane_definer;

CREATE FUNCTION public.intake_step_on_hop(wanted uuid, new_step uuid, new_comment uuid, new_task uuid, done text, why text[], words text, until date, task_words text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    hop intake_referral;
BEGIN
    SELECT * INTO hop FROM intake_referral r WHERE r.id = wanted;
    IF hop.id IS NULL OR NOT kasane_coordinates() OR COALESCE(trim(words), '') = ''
            OR until > kasane_today() + 31 OR done NOT IN ('heard', 'asked', 'conference', 'dismissed') THEN
        RETURN false;
    END IF;
    INSERT INTO intake_hopstep (id, created_at, case_id, kinds, referral_id, reasons, act, note, agency_id, author_id, "on", quiet_until)
    VALUES (new_step, clock_timestamp(), hop.case_id, 1, hop.id, why, done, words, kasane_agency(), kasane_user(), kasane_today(), until);
    IF done IN ('asked', 'conference') THEN
        INSERT INTO intake_referralcomment (id, created_at, case_id, kinds, referral_id, agency_id, author_id, text, asks)
        VALUES (new_comment, clock_timestamp(), hop.case_id, hop.kinds, hop.id, kasane_agency(), kasane_user(), words, done = 'asked');
        INSERT INTO cases_task (id, created_at, case_id, kinds, agency_id, kind, what, due_on, someone_waits, since, is_urgent, source, source_id)
        VALUES (new_task, clock_timestamp(), hop.case_id, 1,
                CASE WHEN done = 'asked' AND kasane_agency() = hop.sender_id THEN hop.receiver_id ELSE hop.sender_id END,
                CASE WHEN done = 'asked' THEN 'other' ELSE 'conference' END, task_words, until, true, kasane_today(), hop.is_urgent,
                CASE WHEN done = 'asked' THEN 'referral_question' ELSE 'referral_alert' END,
                CASE WHEN done = 'asked' THEN new_comment ELSE hop.id END);
    END IF;
    RETURN true;
END $$;


ALTER FUNCTION public.intake_step_on_hop(wanted uuid, new_step uuid, new_comment uuid, new_task uuid, done text, why text[], words text, until date, task_words text) OWNER TO kasane_definer;

CREATE FUNCTION public.intake_watched_hops(followed_within integer, most integer) RETURNS TABLE(referral_id uuid, year smallint, number integer, seen boolean, kind text, state text, group_id uuid, sender text, sender_phone text, receiver text, receiver_phone text, is_urgent boolean, sent_on date, answered_on date, follow_up_on date, followed_up_on date, withdrawn_on date, steps integer, step_act text, step_note text, step_by text, step_on date, quiet_until date, quiet_reasons text[])
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF NOT kasane_coordinates() THEN
        RETURN;
    END IF;
    RETURN QUERY
    WITH unfinished AS (
        SELECT w.case_id
        FROM intake_referral w JOIN cases_case k ON k.id = w.case_id
        WHERE (w.state = 'sent' OR (w.answered_on IS NOT NULL AND w.followed_up_on IS NULL))
          AND (w.state IN ('sent', 'returned')
               OR COALESCE(w.follow_up_on, w.answered_on + followed_within) < kasane_today())
          AND (k.closed_on IS NULL OR w.kind = 'hand_back')
        GROUP BY w.case_id
        -- Whom somebody waits for comes before what was not followed up, however many those have become.
        ORDER BY bool_or(w.is_urgent AND w.state = 'sent') DESC, bool_or(w.state IN ('sent', 'returned')) DESC, min(w.sent_on)
        LIMIT most)
    SELECT r.id, c.year, c.number, disclosure_sees(c.id), r.kind::text, r.state::text, r."group",
           s.name::text, s.phone::text, t.name::text, t.phone::text, r.is_urgent, r.sent_on,
           r.answered_on, r.follow_up_on, r.followed_up_on, r.withdrawn_on, COALESCE(p.steps, 0)::integer,
           p.act, p.note, p.author, p."on", p.quiet_until, p.reasons
    FROM unfinished x JOIN cases_case c ON c.id = x.case_id JOIN intake_referral r ON r.case_id = c.id
    JOIN agencies_agency s ON s.id = r.sender_id JOIN agencies_agency t ON t.id = r.receiver_id
    LEFT JOIN LATERAL (
        SELECT count(*) OVER () AS steps, h.act::text, h.note::text, u.name::text AS author, h."on", h.quiet_until,
               h.reasons::text[]
        FROM intake_hopstep h JOIN agencies_user u ON u.id = h.author_id
        WHERE h.referral_id = r.id ORDER BY h.id DESC LIMIT 1) p ON true
    WHERE c.closed_on IS NULL OR r.kind = 'hand_back'
    ORDER BY c.id, r.sent_on, r.id;
END $$;


ALTER FUNCTION public.intake_watched_hops(followed_within integer, most integer) OWNER TO kasane_definer;

CREATE FUNCTION public.kasane_agency() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('kasane.agency_id', true), '')::uuid $$;


ALTER FUNCTION public.kasane_agency() OWNER TO kasane_owner;

CREATE FUNCTION public.kasane_coordinates() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT 1 FROM agencies_post p WHERE p.user_id = kasane_user() AND p.agency_id = kasane_agency()
                   AND p.role = 'coordinator' AND p.starts_on <= kasane_today()
                   AND (p.ends_on IS NULL OR p.ends_on >= kasane_today()))
$$;


ALTER FUNCTION public.kasane_coordinates() OWNER TO kasane_definer;

CREATE FUNCTION public.kasane_manages() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT 1 FROM agencies_post p WHERE p.user_id = kasane_user() AND p.agency_id = kasane_agency()
                   AND p.role = 'manager' AND p.starts_on <= kasane_today()
                   AND (p.ends_on IS NULL OR p.ends_on >= kasane_today()))
$$;


ALTER FUNCTION public.kasane_manages() OWNER TO kasane_definer;

CREATE FUNCTION public.kasane_near(a text, b text) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
DECLARE
    long_a integer := length(a);
    long_b integer := length(b);
    at integer := 1;
BEGIN
    IF least(long_a, long_b) < 3 OR abs(long_a - long_b) > 1
       OR (left(a, 1) <> left(b, 1) AND right(a, 1) <> right(b, 1)) THEN
        RETURN false;
    END IF;
    IF a = b THEN
        RETURN true;
    END IF;
    WHILE at <= least(long_a, long_b) AND substr(a, at, 1) = substr(b, at, 1) LOOP
        at := at + 1;
    END LOOP;
    RETURN substr(a, at + 1) = substr(b, at + 1)
        OR substr(a, at + 1) = substr(b, at)
        OR substr(a, at) = substr(b, at + 1)
        OR (substr(a, at, 1) = substr(b, at + 1, 1) AND substr(a, at + 1, 1) = substr(b, at, 1)
            AND substr(a, at + 2) = substr(b, at + 2) AND at < long_a);
END $$;


ALTER FUNCTION public.kasane_near(a text, b text) OWNER TO kasane_owner;

CREATE FUNCTION public.kasane_oversees(deciding boolean DEFAULT false) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (
        SELECT 1 FROM agencies_post p JOIN agencies_agency a ON a.id = p.agency_id
        WHERE p.user_id = kasane_user() AND p.agency_id = kasane_agency()
          AND p.starts_on <= kasane_today() AND (p.ends_on IS NULL OR p.ends_on >= kasane_today())
          AND (p.role = 'coordinator' AND NOT deciding
               OR p.role IN ('manager', 'decider') AND a.kind IN ('division', 'centre')))
$$;


ALTER FUNCTION public.kasane_oversees(deciding boolean) OWNER TO kasane_definer;

CREATE FUNCTION public.kasane_today() RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT (now() AT TIME ZONE 'Asia/Tokyo')::date $$;


ALTER FUNCTION public.kasane_today() OWNER TO kasane_owner;

CREATE FUNCTION public.kasane_user() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('kasane.user_id', true), '')::uuid $$;


ALTER FUNCTION public.kasane_user() OWNER TO kasane_owner;

CREATE FUNCTION public.people_after_disposal(wanted uuid) RETURNS bigint[]
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    DELETE FROM people_sameperson s
    WHERE NOT EXISTS (SELECT 1 FROM people_sameperson o WHERE o.identity = s.identity AND o.id <> s.id);
    RETURN '{}';
END $$;


ALTER FUNCTION public.people_after_disposal(wanted uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.people_agree_handover(handover uuid) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    row people_protectionhandover;
BEGIN
    SELECT * INTO row FROM people_protectionhandover h WHERE h.id = handover FOR UPDATE;
    IF NOT people_agrees_to_handover(row.case_id) OR row.proposed_by_id = kasane_user() THEN
        RETURN 'refused';
    ELSIF row.id IS NULL OR row.agreed_by_id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM people_unattended(row.contact_id)) THEN
        RETURN 'attended';
    END IF;
    UPDATE people_protectionhandover h SET agreed_by_id = kasane_user(), agreed_at = clock_timestamp() WHERE h.id = handover;
    UPDATE people_protectedcontact k SET staff = row.staff, is_settled = false WHERE k.id = row.contact_id;
    RETURN 'kept';
END $$;


ALTER FUNCTION public.people_agree_handover(handover uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.people_agrees_to_handover(wanted_case uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT kasane_oversees(true) OR kasane_manages() AND EXISTS (
        SELECT 1 FROM cases_case c WHERE c.id = wanted_case AND c.responsible_agency_id = kasane_agency())
$$;


ALTER FUNCTION public.people_agrees_to_handover(wanted_case uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.people_any_mark() RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    SELECT '〔(?:住所|電話|メール|学校|勤務先)?秘匿〕'
$$;


ALTER FUNCTION public.people_any_mark() OWNER TO kasane_owner;

CREATE FUNCTION public.people_connected(wanted uuid) RETURNS SETOF uuid
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    WITH RECURSIVE reached (id) AS (
        SELECT wanted
        UNION
        SELECT CASE WHEN p.person_a_id = r.id THEN p.person_b_id ELSE p.person_a_id END
        FROM reached r JOIN people_pair p ON p.state = 'same' AND r.id IN (p.person_a_id, p.person_b_id))
    SELECT id FROM reached
$$;


ALTER FUNCTION public.people_connected(wanted uuid) OWNER TO kasane_owner;

CREATE FUNCTION public.people_contradictions(pair uuid) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT d.id FROM people_pair p, people_pair d
    WHERE p.id = pair AND kasane_coordinates() AND d.state = 'different' AND d.id <> p.id
      AND ((d.person_a_id IN (SELECT people_connected(p.person_a_id)) AND d.person_b_id IN (SELECT people_connected(p.person_b_id)))
        OR (d.person_b_id IN (SELECT people_connected(p.person_a_id)) AND d.person_a_id IN (SELECT people_connected(p.person_b_id))))
$$;


ALTER FUNCTION public.people_contradictions(pair uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.people_counts_of_case(wanted uuid) RETURNS TABLE(measure text, year integer, agency_id uuid, area_id uuid, value text, n bigint)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    RETURN QUERY
    WITH file AS (
        SELECT c.opened_on, c.closed_on, c.responsible_agency_id AS agency, s.area_id AS area, s.birth_date,
               s.stated_age, s.stated_age_on, s.id AS subject
        FROM cases_case c LEFT JOIN people_person s ON s.case_id = c.id AND s.is_subject WHERE c.id = wanted
    ), seen AS (
        SELECT p.code, y.year, bool_or(p.certainty = 'certain') AS sure
        FROM file f JOIN people_pattern p ON p.case_id = wanted AND p.answered_on IS NULL
        CROSS JOIN LATERAL (SELECT COALESCE(p.until, f.closed_on + 1) AS until) e
        CROSS JOIN LATERAL generate_series(extract(year FROM p.since - interval '3 months')::integer,
                                           extract(year FROM e.until - 1 - interval '3 months')::integer) y (year)
        WHERE e.until > p.since GROUP BY p.code, y.year
    )
    SELECT 'pattern', s.year, f.agency, f.area, s.code::text, 1::bigint FROM file f, seen s
    UNION ALL
    SELECT 'pattern_certain', s.year, f.agency, f.area, s.code::text, 1::bigint FROM file f, seen s WHERE s.sure
    UNION ALL
    SELECT 'age', extract(year FROM f.opened_on - interval '3 months')::integer, f.agency, f.area,
           CASE WHEN a.age IS NULL THEN '' WHEN a.age < 18 THEN '0-17' WHEN a.age < 40 THEN '18-39'
                WHEN a.age < 65 THEN '40-64' WHEN a.age < 75 THEN '65-74' ELSE '75-' END, 1::bigint
    FROM file f CROSS JOIN LATERAL (SELECT COALESCE(extract(year FROM age(f.opened_on, f.birth_date))::integer,
                                                    f.stated_age::integer) AS age) a
    WHERE f.subject IS NOT NULL;
END $$;


ALTER FUNCTION public.people_counts_of_case(wanted uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.people_day(day date) RETURNS integer
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
    SELECT (extract(year FROM day) * 10000 + extract(month FROM day) * 100 + extract(day FROM day))::integer
$$;


ALTER FUNCTION public.people_day(day date) OWNER TO kasane_owner;

CREATE FUNCTION public.people_decide(pair uuid, decision text, words text, seen timestamp with time zone) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


ALTER FUNCTION public.people_decide(pair uuid, decision text, words text, seen timestamp with time zone) OWNER TO kasane_definer;

CREATE FUNCTION public.people_end_words(wanted uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$
DECLARE
    place record;
    passage record;
    value jsonb;
    words text;
    back text;
BEGIN
    IF wanted IS NULL OR NOT EXISTS (SELECT 1 FROM people_protectedcontact k WHERE k.person_id = wanted)
       OR NOT people_named_for(ARRAY[wanted]) THEN
        RAISE EXCEPTION 'only named staff' USING ERRCODE = 'insufficient_privilege';
    END IF;
    DELETE FROM people_protectedword w WHERE w.person_id = wanted;
    PERFORM set_config('kasane.gives_back', 'yes', true);
    FOR place IN SELECT DISTINCT p.table_name, p.row_id, p.column_name FROM people_protectedpassage p
                 WHERE wanted = ANY(p.persons) LOOP
        EXECUTE format('SELECT to_jsonb(t) -> %L FROM %I t WHERE t.id = $1', place.column_name, place.table_name)
        INTO value USING place.row_id;
        words := CASE jsonb_typeof(value) WHEN 'string' THEN value #>> '{}' ELSE value::text END;
        FOR passage IN SELECT * FROM people_protectedpassage p WHERE (p.table_name, p.row_id, p.column_name)
                       = (place.table_name, place.row_id, place.column_name) ORDER BY p.id DESC LOOP
            back := people_given_back(words, passage.masked, passage.original);
            IF back IS NOT NULL OR words IS NULL THEN
                words := back;
                DELETE FROM people_protectedpassage p WHERE p.id = passage.id;
            ELSE
                UPDATE people_protectedpassage p SET persons = array_remove(p.persons, wanted) WHERE p.id = passage.id;
            END IF;
        END LOOP;
        CONTINUE WHEN words IS NULL;
        EXECUTE format('UPDATE %1$I t SET %2$I = (jsonb_populate_record(t, jsonb_build_object(%2$L, $2))).%2$I WHERE t.id = $1',
                       place.table_name, place.column_name)
        USING place.row_id, CASE jsonb_typeof(value) WHEN 'string' THEN to_jsonb(words) ELSE words::jsonb END;
    END LOOP;
    PERFORM set_config('kasane.gives_back', '', true);
END $_$;


ALTER FUNCTION public.people_end_words(wanted uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.people_expected(condition text) RETURNS double precision
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    plan json;
BEGIN
    EXECUTE 'EXPLAIN (FORMAT JSON) SELECT 1 FROM people_personkey k WHERE ' || condition INTO plan;
    RETURN (plan -> 0 -> 'Plan' ->> 'Plan Rows')::double precision;
END $$;


ALTER FUNCTION public.people_expected(condition text) OWNER TO kasane_owner;

CREATE FUNCTION public.people_find(words jsonb, most integer, few integer) RETURNS TABLE(person_id uuid, case_id uuid, rank integer, is_subject boolean, relation text, standing text, family_name text, given_name text, family_kana text, given_kana text, birth_date date, stated_age smallint, stated_age_on date, died_on date, address text, phone text, mobile text, case_year smallint, case_number integer, stage text, closed_as text, agency text, contact_is_protected boolean, family text, given text, family_sound text, given_sound text, place text, phones text)
    LANGUAGE plpgsql SECURITY DEFINER ROWS 50
    SET search_path TO 'public', 'pg_temp'
    SET max_parallel_workers_per_gather TO '0'
    AS $_$
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
END $_$;


ALTER FUNCTION public.people_find(words jsonb, most integer, few integer) OWNER TO kasane_definer;

CREATE FUNCTION public.people_given_back(now_is text, masked text, original text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    mark constant text := people_any_mark();
    kept text[] := regexp_split_to_array(masked, mark);
    new text[] := regexp_split_to_array(now_is, mark);
    rest text := original;
    place integer;
    answer text;
BEGIN
    IF now_is = masked THEN
        RETURN original;
    END IF;
    IF cardinality(kept) <> cardinality(new) OR cardinality(kept) < 2 THEN
        RETURN NULL;
    END IF;
    answer := new[1];
    FOR n IN 2 .. cardinality(kept) LOOP
        rest := substr(rest, length(kept[n - 1]) + 1);
        place := CASE WHEN kept[n] = '' THEN length(rest) + 1 ELSE strpos(rest, kept[n]) END;
        IF place < 1 THEN
            RETURN NULL;
        END IF;
        answer := answer || left(rest, place - 1) || new[n];
        rest := substr(rest, place);
    END LOOP;
    RETURN answer;
END $$;


ALTER FUNCTION public.people_given_back(now_is text, masked text, original text) OWNER TO kasane_owner;

CREATE FUNCTION public.people_hide(cases uuid[], words text, OUT hidden text, OUT persons uuid[]) RETURNS record
    LANGUAGE plpgsql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    word record;
    before text;
BEGIN
    hidden := words;
    persons := '{}';
    -- The longest first: 原田1-2 before 原田.
    FOR word IN SELECT w.person_id, w.sort, w.pattern FROM people_protectedword w
                WHERE w.case_id = ANY(cases) ORDER BY length(w.pattern) DESC, w.id LOOP
        before := hidden;
        hidden := regexp_replace(hidden, word.pattern, people_mark(word.sort), 'gi');
        IF hidden <> before AND NOT word.person_id = ANY(persons) THEN
            persons := persons || word.person_id;
        END IF;
    END LOOP;
END $$;


ALTER FUNCTION public.people_hide(cases uuid[], words text, OUT hidden text, OUT persons uuid[]) OWNER TO kasane_definer;

CREATE FUNCTION public.people_hide_case(wanted uuid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $_$
DECLARE
    t record;
    ids text[] := ARRAY[wanted::text];
    more text[];
    named uuid[];
    d record;
    found record;
BEGIN
    ids := ids || ARRAY(SELECT k.id::text FROM people_protectedcontact k WHERE k.case_id = wanted);
    named := ARRAY(SELECT DISTINCT s FROM people_protectedcontact k, unnest(k.staff) s WHERE k.case_id = wanted);
    FOR t IN SELECT * FROM people_hiding_tables() LOOP
        EXECUTE format('UPDATE %1$I t SET %2$I = t.%2$I WHERE (%3$s) AND (people_hide_json(ARRAY[$1], to_jsonb(t))).hidden <> to_jsonb(t)',
                       t.name, t.key, t.of_case) USING wanted;
        EXECUTE format('SELECT array_agg(t.%I::text) FROM %I t WHERE %s', t.key, t.name, t.of_case) INTO more USING wanted;
        ids := ids || COALESCE(more, '{}');
    END LOOP;
    FOR d IN SELECT r.id, r.data FROM cases_draft r
             WHERE r.subject_id = ANY(ids) AND NOT r.user_id = ANY(named) LOOP
        found := people_hide_json(ARRAY[wanted], d.data);
        IF found.hidden <> d.data THEN
            PERFORM people_keep_passage('cases_draft', d.id, 'data', d.data::text, found.hidden::text, found.persons);
            UPDATE cases_draft SET data = found.hidden WHERE id = d.id;
        END IF;
    END LOOP;
END $_$;


ALTER FUNCTION public.people_hide_case(wanted uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.people_hide_json(cases uuid[], value jsonb, OUT hidden jsonb, OUT persons uuid[]) RETURNS record
    LANGUAGE plpgsql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $_$
DECLARE
    apart constant text := chr(30);
    texts text[];
    found record;
BEGIN
    hidden := value;
    persons := '{}';
    texts := ARRAY(SELECT DISTINCT t #>> '{}' FROM jsonb_path_query(value, 'strict $.**') t
                   WHERE jsonb_typeof(t) = 'string' AND t <> '""' AND NOT people_is_key(t #>> '{}'));
    IF cardinality(texts) = 0 THEN
        RETURN;
    END IF;
    found := people_hide(cases, array_to_string(ARRAY(
        SELECT replace(t.words, apart, ' ') FROM unnest(texts) WITH ORDINALITY t (words, nth) ORDER BY t.nth), apart));
    persons := found.persons;
    IF cardinality(persons) > 0 THEN
        hidden := people_put_instead(value, (
            SELECT jsonb_object_agg(t.was, t.becomes)
            FROM unnest(texts, string_to_array(found.hidden, apart)) t (was, becomes)));
    END IF;
END $_$;


ALTER FUNCTION public.people_hide_json(cases uuid[], value jsonb, OUT hidden jsonb, OUT persons uuid[]) OWNER TO kasane_definer;

CREATE FUNCTION public.people_hide_row() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    cases uuid[];
    told jsonb;
    changed jsonb := '{}';
    name text;
    value jsonb;
    found record;
    guessed uuid[] := '{}';
BEGIN
    IF TG_ARGV[0] = '' THEN
        IF NOT EXISTS (SELECT 1 FROM people_protectedword w WHERE w.case_id = NEW.case_id) THEN
            RETURN NEW;
        END IF;
        cases := ARRAY[NEW.case_id];
    ELSE
        EXECUTE 'SELECT ARRAY(' || TG_ARGV[0] || ')' INTO cases USING to_jsonb(NEW);
        IF NOT EXISTS (SELECT 1 FROM people_protectedword w WHERE w.case_id = ANY(cases)) THEN
            RETURN NEW;
        END IF;
    END IF;
    told := to_jsonb(NEW);
    FOR nth IN 2 .. TG_NARGS - 1 LOOP
        name := split_part(TG_ARGV[nth], ':', 1);
        value := told -> name;
        CONTINUE WHEN value IS NULL OR value IN ('null', '""', '[]', '{}');
        SELECT h.hidden AS value, h.hidden #>> '{}' AS words, h.persons INTO found FROM people_hide_json(cases, value) h;
        CONTINUE WHEN found.value = value;
        IF NOT told ? 'id' THEN
            -- A folded form, which is compared: nobody is found or matched by a mark.
            found.words := regexp_replace(found.words, people_any_mark(), '', 'g');
        END IF;
        IF jsonb_typeof(value) = 'string' THEN
            found.words := left(found.words, COALESCE(NULLIF(split_part(TG_ARGV[nth], ':', 2), ''), '1000000')::integer);
            changed := changed || jsonb_build_object(name, found.words);
        ELSE
            changed := changed || jsonb_build_object(name, found.words::jsonb);
        END IF;
        -- What is derived (a folded form, a right) needs no passage: it is derived anew.
        IF jsonb_typeof(told -> 'id') = 'string' THEN
            PERFORM people_keep_passage(TG_TABLE_NAME::text, (told ->> 'id')::uuid, name, value #>> '{}', found.words,
                                        found.persons);
            guessed := guessed || found.persons;
        END IF;
    END LOOP;
    IF changed <> '{}' THEN
        NEW := jsonb_populate_record(NEW, changed);
    END IF;
    -- What holds of a person today stands on the person too, and is told of there.
    IF cardinality(guessed) > 0 AND NOT (TG_TABLE_NAME = 'people_personstate'
            AND told ->> 'replaced_at' IS NULL AND upper_inf((told ->> 'valid')::daterange)) THEN
        PERFORM people_tell_of_guess(guessed, TG_TABLE_NAME::text, told ->> 'id');
    END IF;
    RETURN NEW;
END $$;


ALTER FUNCTION public.people_hide_row() OWNER TO kasane_definer;

CREATE FUNCTION public.people_hiding_tables() RETURNS TABLE(name text, key text, of_case text)
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $_$
    SELECT c.relname::text,
           (SELECT a.attname::text FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
            WHERE i.indrelid = c.oid AND i.indisprimary),
           COALESCE(NULLIF((string_to_array(encode(t.tgargs, 'escape'), '\000'))[2], ''), 't.case_id = $1')
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname = 'hide_protected' ORDER BY 1
$_$;


ALTER FUNCTION public.people_hiding_tables() OWNER TO kasane_definer;

CREATE FUNCTION public.people_is_key(words text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $_$
    SELECT words ~* '^([a-z_]+:)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
        OR words ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?)?$'
$_$;


ALTER FUNCTION public.people_is_key(words text) OWNER TO kasane_owner;

CREATE FUNCTION public.people_keep_passage(table_name text, row_id uuid, column_name text, original text, masked text, persons uuid[]) RETURNS void
    LANGUAGE sql
    SET search_path TO 'public', 'pg_temp'
    AS $$
    INSERT INTO people_protectedpassage (case_id, persons, table_name, row_id, column_name, original, masked, at, written_by_id)
    SELECT p.case_id, people_keep_passage.persons, people_keep_passage.table_name, people_keep_passage.row_id,
           people_keep_passage.column_name, people_keep_passage.original, people_keep_passage.masked, clock_timestamp(), kasane_user()
    FROM people_person p WHERE p.id = people_keep_passage.persons[1]
$$;


ALTER FUNCTION public.people_keep_passage(table_name text, row_id uuid, column_name text, original text, masked text, persons uuid[]) OWNER TO kasane_definer;

CREATE FUNCTION public.people_likely(typed jsonb, blocks text[], not_case uuid, least_weight double precision, most integer) RETURNS TABLE(person_id uuid, weight double precision, levels smallint[])
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 10
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT m.person_id, w.weight, w.levels
    FROM people_matchkey m, LATERAL people_match_weight(
        jsonb_populate_record(NULL::people_match_key, typed), people_match_key_of(m)) w
    WHERE m.blocks && people_likely.blocks AND m.case_id IS DISTINCT FROM not_case AND w.weight >= least_weight
      AND m.kinds & ~COALESCE((SELECT bit_or(g.kinds) FROM disclosure_grant g WHERE g.case_id = m.case_id
          AND (g.agency_id = kasane_agency() OR g.user_id = kasane_user()) AND g.valid @> kasane_today()), 0) < 1
    ORDER BY w.weight DESC, m.person_id LIMIT most
$$;


ALTER FUNCTION public.people_likely(typed jsonb, blocks text[], not_case uuid, least_weight double precision, most integer) OWNER TO kasane_definer;

CREATE FUNCTION public.people_mark(sort text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
    SELECT CASE sort WHEN 'address' THEN '〔住所秘匿〕' WHEN 'phone' THEN '〔電話秘匿〕' WHEN 'email' THEN '〔メール秘匿〕'
                     WHEN 'school' THEN '〔学校秘匿〕' WHEN 'workplace' THEN '〔勤務先秘匿〕' ELSE '〔秘匿〕' END
$$;


ALTER FUNCTION public.people_mark(sort text) OWNER TO kasane_owner;

CREATE FUNCTION public.people_masked_change(wanted_case uuid, subject text, change jsonb) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    shown jsonb := change;
    name text;
BEGIN
    IF change IS NULL OR subject LIKE 'people\_protect%' OR NOT disclosure_sees(wanted_case) THEN
        RETURN NULL;
    END IF;
    -- Whatever address the person ever had, also one that was forgotten when the words were made.
    IF subject IN ('people_person', 'people_personstate') AND EXISTS (
        SELECT 1 FROM people_protectedcontact k
        WHERE k.person_id = CASE subject WHEN 'people_person' THEN change ->> 'id' ELSE change ->> 'person_id' END::uuid) THEN
        FOREACH name IN ARRAY ARRAY['address', 'phone', 'mobile', 'email', 'area_id'] LOOP
            IF COALESCE(change ->> name, '') <> '' THEN
                shown := shown || jsonb_build_object(name, people_mark(
                    CASE name WHEN 'email' THEN 'email' WHEN 'phone' THEN 'phone' WHEN 'mobile' THEN 'phone' ELSE 'address' END));
            END IF;
        END LOOP;
    END IF;
    RETURN (people_hide_json(ARRAY[wanted_case], shown)).hidden;
END $$;


ALTER FUNCTION public.people_masked_change(wanted_case uuid, subject text, change jsonb) OWNER TO kasane_definer;

CREATE TABLE public.people_matchkey (
    person_id uuid NOT NULL,
    kinds smallint NOT NULL,
    family_key text NOT NULL,
    given_key text NOT NULL,
    name_key text NOT NULL,
    family_sound text NOT NULL,
    given_sound text NOT NULL,
    sound_key text NOT NULL,
    family_common integer NOT NULL,
    sex text NOT NULL,
    birth_year integer NOT NULL,
    birth_month integer NOT NULL,
    birth_day integer NOT NULL,
    birth_key text NOT NULL,
    address_key text NOT NULL,
    town_key text NOT NULL,
    mobile text NOT NULL,
    landline text NOT NULL,
    blocks text[] NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT people_matchkey_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT people_matchkey_some_kind CHECK ((kinds > 0))
);

ALTER TABLE ONLY public.people_matchkey FORCE ROW LEVEL SECURITY;


ALTER TABLE public.people_matchkey OWNER TO kasane_owner;

CREATE FUNCTION public.people_match_key_of(m public.people_matchkey) RETURNS public.people_match_key
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    SELECT ROW(m.family_key, m.given_key, m.name_key, m.family_sound, m.given_sound, m.sound_key, m.family_common, m.sex,
               m.birth_year, m.birth_month, m.birth_day, m.birth_key, m.address_key, m.town_key, m.mobile, m.landline
           )::people_match_key
$$;


ALTER FUNCTION public.people_match_key_of(m public.people_matchkey) OWNER TO kasane_owner;

CREATE FUNCTION public.people_match_keys() RETURNS SETOF public.people_matchkey
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT m.* FROM people_matchkey m
$$;


ALTER FUNCTION public.people_match_keys() OWNER TO kasane_definer;

CREATE FUNCTION public.people_match_weight(l public.people_match_key, r public.people_match_key, OUT weight double precision, OUT levels smallint[]) RETURNS record
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
BEGIN
    weight := -20.907;
    levels := ARRAY[0, 0, 0, 0, 0, 0, 0]::smallint[];
    IF (((NOT (l.family_key <> '' AND r.family_key <> '')) AND (NOT (l.family_sound <> '' AND r.family_sound <> ''))) AND (NOT (l.sound_key <> '' AND l.sound_key = r.sound_key))) THEN -- family: unknown
        levels[1] := 0; weight := weight + (0.0);
    ELSIF (((((l.address_key <> '' AND l.address_key = r.address_key) OR (l.address_key <> '' AND r.address_key <> '' AND ((left(l.address_key, length(r.address_key)) = r.address_key AND length(l.address_key) > length(r.address_key) AND substr(l.address_key, length(r.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')) OR (left(r.address_key, length(l.address_key)) = l.address_key AND length(r.address_key) > length(l.address_key) AND substr(r.address_key, length(l.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'))))) OR ((l.mobile <> '' AND l.mobile = r.mobile) OR (l.landline <> '' AND l.landline = r.landline))) AND ((((NOT ((((NOT (l.given_key <> '' AND r.given_key <> '')) AND (NOT (l.given_sound <> '' AND r.given_sound <> ''))) AND (NOT (l.sound_key <> '' AND l.sound_key = r.sound_key))) AND (NOT (l.name_key <> '' AND l.name_key = r.name_key)))) AND (NOT ((l.given_key <> '' AND l.given_key = r.given_key) OR (l.name_key <> '' AND l.name_key = r.name_key)))) AND (NOT ((l.given_sound <> '' AND l.given_sound = r.given_sound) OR (l.sound_key <> '' AND l.sound_key = r.sound_key)))) OR ((((NOT (l.given_key <> '' AND r.given_key <> '')) AND (NOT (l.given_sound <> '' AND r.given_sound <> ''))) AND (NOT (l.sound_key <> '' AND l.sound_key = r.sound_key))) AND (NOT (l.name_key <> '' AND l.name_key = r.name_key))))) AND (((l.family_key <> '' AND l.family_key = r.family_key) OR (l.name_key <> '' AND l.name_key = r.name_key)) OR (l.family_sound <> '' AND l.family_sound = r.family_sound))) THEN -- family: of_the_house
        levels[1] := 1; weight := weight + (0.0);
    ELSIF (((l.family_key <> '' AND l.family_key = r.family_key) OR (l.name_key <> '' AND l.name_key = r.name_key)) AND (l.family_common >= 2 OR r.family_common >= 2)) THEN -- family: same_very_common
        levels[1] := 2; weight := weight + (6.294);
    ELSIF (((l.family_key <> '' AND l.family_key = r.family_key) OR (l.name_key <> '' AND l.name_key = r.name_key)) AND (l.family_common >= 1 OR r.family_common >= 1)) THEN -- family: same_common
        levels[1] := 3; weight := weight + (8.414);
    ELSIF ((l.family_key <> '' AND l.family_key = r.family_key) OR (l.name_key <> '' AND l.name_key = r.name_key)) THEN -- family: same
        levels[1] := 4; weight := weight + (11.407);
    ELSIF ((l.family_sound <> '' AND l.family_sound = r.family_sound) OR (l.sound_key <> '' AND l.sound_key = r.sound_key)) THEN -- family: sounds_same
        levels[1] := 5; weight := weight + (7.948);
    ELSIF kasane_near(l.family_sound, r.family_sound) THEN -- family: alike
        levels[1] := 6; weight := weight + (-2.892);
    ELSE -- family: different
        levels[1] := 7; weight := weight + (-6.085);
    END IF;
    IF ((((NOT (l.given_key <> '' AND r.given_key <> '')) AND (NOT (l.given_sound <> '' AND r.given_sound <> ''))) AND (NOT (l.sound_key <> '' AND l.sound_key = r.sound_key))) AND (NOT (l.name_key <> '' AND l.name_key = r.name_key))) THEN -- given: unknown
        levels[2] := 0; weight := weight + (0.0);
    ELSIF (((l.given_key <> '' AND l.given_key = r.given_key) OR (l.name_key <> '' AND l.name_key = r.name_key)) AND ((l.given_sound <> '' AND l.given_sound = r.given_sound) OR (l.sound_key <> '' AND l.sound_key = r.sound_key))) THEN -- given: same_both
        levels[2] := 1; weight := weight + (10.0);
    ELSIF (((l.given_key <> '' AND l.given_key = r.given_key) OR (l.name_key <> '' AND l.name_key = r.name_key)) AND (NOT (l.given_sound <> '' AND r.given_sound <> ''))) THEN -- given: same_written
        levels[2] := 2; weight := weight + (11.784);
    ELSIF (((l.given_key <> '' AND l.given_key = r.given_key) OR (l.name_key <> '' AND l.name_key = r.name_key)) AND kasane_near(l.given_sound, r.given_sound)) THEN -- given: same_written_alike
        levels[2] := 3; weight := weight + (11.53);
    ELSIF ((l.given_key <> '' AND l.given_key = r.given_key) OR (l.name_key <> '' AND l.name_key = r.name_key)) THEN -- given: same_written_only
        levels[2] := 4; weight := weight + (9.504);
    ELSIF (((l.given_sound <> '' AND l.given_sound = r.given_sound) OR (l.sound_key <> '' AND l.sound_key = r.sound_key)) AND (NOT (l.given_key <> '' AND r.given_key <> ''))) THEN -- given: same_read
        levels[2] := 5; weight := weight + (12.047);
    ELSIF ((l.given_sound <> '' AND l.given_sound = r.given_sound) OR (l.sound_key <> '' AND l.sound_key = r.sound_key)) THEN -- given: same_read_only
        levels[2] := 6; weight := weight + (3.755);
    ELSIF (kasane_near(l.given_sound, r.given_sound) AND (NOT (l.given_key <> '' AND r.given_key <> ''))) THEN -- given: read_alike
        levels[2] := 7; weight := weight + (5.035);
    ELSIF ((length(l.given_key) >= 2 AND length(l.given_key) = length(r.given_key) AND (left(l.given_key, 1) = left(r.given_key, 1) OR right(l.given_key, 1) = right(r.given_key, 1))) AND (NOT (l.given_sound <> '' AND r.given_sound <> ''))) THEN -- given: written_alike
        levels[2] := 8; weight := weight + (0.639);
    ELSIF (kasane_near(l.given_sound, r.given_sound) AND (length(l.given_key) >= 2 AND length(l.given_key) = length(r.given_key) AND (left(l.given_key, 1) = left(r.given_key, 1) OR right(l.given_key, 1) = right(r.given_key, 1)))) THEN -- given: both_alike
        levels[2] := 9; weight := weight + (-5.05);
    ELSE -- given: different
        levels[2] := 10; weight := weight + (-7.819);
    END IF;
    IF (NOT (l.birth_year > 0 AND r.birth_year > 0)) THEN -- birth: unknown
        levels[3] := 0; weight := weight + (0.0);
    ELSIF (l.birth_key <> '' AND l.birth_key = r.birth_key) THEN -- birth: same
        levels[3] := 1; weight := weight + (12.983);
    ELSIF ((((((l.birth_month > 0 AND r.birth_month > 0) AND (l.birth_day > 0 AND r.birth_day > 0)) AND (l.birth_month = r.birth_month)) AND (l.birth_day = r.birth_day)) AND (l.birth_year > 0 AND r.birth_year > 0)) AND (abs(l.birth_year - r.birth_year) IN (11, 12, 14, 18, 25, 30, 44, 58, 63, 77, 93))) THEN -- birth: other_era
        levels[3] := 2; weight := weight + (4.845);
    ELSIF (((l.birth_key <> '' AND r.birth_key <> '') AND (l.birth_year = r.birth_year)) AND (l.birth_month = r.birth_day AND l.birth_day = r.birth_month)) THEN -- birth: days_crossed
        levels[3] := 3; weight := weight + (6.468);
    ELSIF kasane_near(l.birth_key, r.birth_key) THEN -- birth: one_digit
        levels[3] := 4; weight := weight + (4.566);
    ELSIF (((((l.birth_month > 0 AND r.birth_month > 0) AND (l.birth_day > 0 AND r.birth_day > 0)) AND (l.birth_month = r.birth_month)) AND (l.birth_day = r.birth_day)) AND (l.birth_year > 0 AND r.birth_year > 0)) THEN -- birth: other_year
        levels[3] := 5; weight := weight + (-0.242);
    ELSIF (((((l.birth_year > 0 AND r.birth_year > 0) AND (l.birth_year = r.birth_year)) AND ((NOT (l.birth_month > 0 AND r.birth_month > 0)) OR (l.birth_month = r.birth_month))) AND ((NOT (l.birth_day > 0 AND r.birth_day > 0)) OR (l.birth_day = r.birth_day))) AND (NOT (l.birth_key <> '' AND r.birth_key <> ''))) THEN -- birth: as_far_as_known
        levels[3] := 6; weight := weight + (12.314);
    ELSIF (l.birth_year = r.birth_year) THEN -- birth: same_year
        levels[3] := 7; weight := weight + (-2.138);
    ELSE -- birth: different
        levels[3] := 8; weight := weight + (-12.181);
    END IF;
    IF (NOT (l.sex <> '' AND r.sex <> '')) THEN -- sex: unknown
        levels[4] := 0; weight := weight + (0.0);
    ELSIF (l.sex <> '' AND l.sex = r.sex) THEN -- sex: same
        levels[4] := 1; weight := weight + (0.98);
    ELSE -- sex: different
        levels[4] := 2; weight := weight + (-7.462);
    END IF;
    IF (NOT (l.town_key <> '' AND r.town_key <> '')) THEN -- address: unknown
        levels[5] := 0; weight := weight + (0.0);
    ELSIF (((((l.address_key <> '' AND l.address_key = r.address_key) OR (l.address_key <> '' AND r.address_key <> '' AND ((left(l.address_key, length(r.address_key)) = r.address_key AND length(l.address_key) > length(r.address_key) AND substr(l.address_key, length(r.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')) OR (left(r.address_key, length(l.address_key)) = l.address_key AND length(r.address_key) > length(l.address_key) AND substr(r.address_key, length(l.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'))))) OR ((l.mobile <> '' AND l.mobile = r.mobile) OR (l.landline <> '' AND l.landline = r.landline))) AND ((((NOT ((((NOT (l.given_key <> '' AND r.given_key <> '')) AND (NOT (l.given_sound <> '' AND r.given_sound <> ''))) AND (NOT (l.sound_key <> '' AND l.sound_key = r.sound_key))) AND (NOT (l.name_key <> '' AND l.name_key = r.name_key)))) AND (NOT ((l.given_key <> '' AND l.given_key = r.given_key) OR (l.name_key <> '' AND l.name_key = r.name_key)))) AND (NOT ((l.given_sound <> '' AND l.given_sound = r.given_sound) OR (l.sound_key <> '' AND l.sound_key = r.sound_key)))) OR ((((NOT (l.given_key <> '' AND r.given_key <> '')) AND (NOT (l.given_sound <> '' AND r.given_sound <> ''))) AND (NOT (l.sound_key <> '' AND l.sound_key = r.sound_key))) AND (NOT (l.name_key <> '' AND l.name_key = r.name_key))))) AND ((l.address_key <> '' AND l.address_key = r.address_key) OR (l.address_key <> '' AND r.address_key <> '' AND ((left(l.address_key, length(r.address_key)) = r.address_key AND length(l.address_key) > length(r.address_key) AND substr(l.address_key, length(r.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')) OR (left(r.address_key, length(l.address_key)) = l.address_key AND length(r.address_key) > length(l.address_key) AND substr(r.address_key, length(l.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')))))) THEN -- address: of_the_house
        levels[5] := 1; weight := weight + (0.0);
    ELSIF (l.address_key <> '' AND l.address_key = r.address_key) THEN -- address: same
        levels[5] := 2; weight := weight + (14.712);
    ELSIF (l.address_key <> '' AND r.address_key <> '' AND ((left(l.address_key, length(r.address_key)) = r.address_key AND length(l.address_key) > length(r.address_key) AND substr(l.address_key, length(r.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')) OR (left(r.address_key, length(l.address_key)) = l.address_key AND length(r.address_key) > length(l.address_key) AND substr(r.address_key, length(l.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')))) THEN -- address: same_but_room
        levels[5] := 3; weight := weight + (10.469);
    ELSIF (l.town_key <> '' AND l.town_key = r.town_key) THEN -- address: same_town
        levels[5] := 4; weight := weight + (2.594);
    ELSE -- address: different
        levels[5] := 5; weight := weight + (-3.223);
    END IF;
    IF ((NOT (l.mobile <> '' AND r.mobile <> '')) AND (NOT (l.landline <> '' AND r.landline <> ''))) THEN -- phone: unknown
        levels[6] := 0; weight := weight + (0.0);
    ELSIF (((((l.address_key <> '' AND l.address_key = r.address_key) OR (l.address_key <> '' AND r.address_key <> '' AND ((left(l.address_key, length(r.address_key)) = r.address_key AND length(l.address_key) > length(r.address_key) AND substr(l.address_key, length(r.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')) OR (left(r.address_key, length(l.address_key)) = l.address_key AND length(r.address_key) > length(l.address_key) AND substr(r.address_key, length(l.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'))))) OR ((l.mobile <> '' AND l.mobile = r.mobile) OR (l.landline <> '' AND l.landline = r.landline))) AND ((((NOT ((((NOT (l.given_key <> '' AND r.given_key <> '')) AND (NOT (l.given_sound <> '' AND r.given_sound <> ''))) AND (NOT (l.sound_key <> '' AND l.sound_key = r.sound_key))) AND (NOT (l.name_key <> '' AND l.name_key = r.name_key)))) AND (NOT ((l.given_key <> '' AND l.given_key = r.given_key) OR (l.name_key <> '' AND l.name_key = r.name_key)))) AND (NOT ((l.given_sound <> '' AND l.given_sound = r.given_sound) OR (l.sound_key <> '' AND l.sound_key = r.sound_key)))) OR ((((NOT (l.given_key <> '' AND r.given_key <> '')) AND (NOT (l.given_sound <> '' AND r.given_sound <> ''))) AND (NOT (l.sound_key <> '' AND l.sound_key = r.sound_key))) AND (NOT (l.name_key <> '' AND l.name_key = r.name_key))))) AND ((l.mobile <> '' AND l.mobile = r.mobile) OR (l.landline <> '' AND l.landline = r.landline))) THEN -- phone: of_the_house
        levels[6] := 1; weight := weight + (0.0);
    ELSIF (l.mobile <> '' AND l.mobile = r.mobile) THEN -- phone: same_mobile
        levels[6] := 2; weight := weight + (17.412);
    ELSIF (l.landline <> '' AND l.landline = r.landline) THEN -- phone: same_landline
        levels[6] := 3; weight := weight + (14.23);
    ELSIF ((kasane_near(l.mobile, r.mobile) OR kasane_near(l.landline, r.landline)) OR ((l.landline <> '' AND r.landline <> '') AND (length(l.landline) >= 6 AND right(l.landline, 6) = right(r.landline, 6)))) THEN -- phone: alike
        levels[6] := 4; weight := weight + (10.413);
    ELSE -- phone: different
        levels[6] := 5; weight := weight + (-3.638);
    END IF;
    IF (NOT ((((l.address_key <> '' AND l.address_key = r.address_key) OR (l.address_key <> '' AND r.address_key <> '' AND ((left(l.address_key, length(r.address_key)) = r.address_key AND length(l.address_key) > length(r.address_key) AND substr(l.address_key, length(r.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')) OR (left(r.address_key, length(l.address_key)) = l.address_key AND length(r.address_key) > length(l.address_key) AND substr(r.address_key, length(l.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'))))) OR ((l.mobile <> '' AND l.mobile = r.mobile) OR (l.landline <> '' AND l.landline = r.landline))) OR (l.birth_key <> '' AND l.birth_key = r.birth_key))) THEN -- household: apart
        levels[7] := 0; weight := weight + (0.0);
    ELSIF ((((((l.address_key <> '' AND l.address_key = r.address_key) OR (l.address_key <> '' AND r.address_key <> '' AND ((left(l.address_key, length(r.address_key)) = r.address_key AND length(l.address_key) > length(r.address_key) AND substr(l.address_key, length(r.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')) OR (left(r.address_key, length(l.address_key)) = l.address_key AND length(r.address_key) > length(l.address_key) AND substr(r.address_key, length(l.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'))))) OR ((l.mobile <> '' AND l.mobile = r.mobile) OR (l.landline <> '' AND l.landline = r.landline))) AND (((NOT ((((NOT (l.given_key <> '' AND r.given_key <> '')) AND (NOT (l.given_sound <> '' AND r.given_sound <> ''))) AND (NOT (l.sound_key <> '' AND l.sound_key = r.sound_key))) AND (NOT (l.name_key <> '' AND l.name_key = r.name_key)))) AND (NOT ((l.given_key <> '' AND l.given_key = r.given_key) OR (l.name_key <> '' AND l.name_key = r.name_key)))) AND (NOT ((l.given_sound <> '' AND l.given_sound = r.given_sound) OR (l.sound_key <> '' AND l.sound_key = r.sound_key))))) AND ((kasane_near(l.given_sound, r.given_sound) AND (NOT (l.given_key <> '' AND r.given_key <> ''))) OR ((length(l.given_key) >= 2 AND length(l.given_key) = length(r.given_key) AND (left(l.given_key, 1) = left(r.given_key, 1) OR right(l.given_key, 1) = right(r.given_key, 1))) AND (NOT (l.given_sound <> '' AND r.given_sound <> ''))))) AND (l.birth_key <> '' AND l.birth_key = r.birth_key)) THEN -- household: alike_same_birth
        levels[7] := 1; weight := weight + (8.034);
    ELSIF ((((((l.address_key <> '' AND l.address_key = r.address_key) OR (l.address_key <> '' AND r.address_key <> '' AND ((left(l.address_key, length(r.address_key)) = r.address_key AND length(l.address_key) > length(r.address_key) AND substr(l.address_key, length(r.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')) OR (left(r.address_key, length(l.address_key)) = l.address_key AND length(r.address_key) > length(l.address_key) AND substr(r.address_key, length(l.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'))))) OR ((l.mobile <> '' AND l.mobile = r.mobile) OR (l.landline <> '' AND l.landline = r.landline))) AND (((NOT ((((NOT (l.given_key <> '' AND r.given_key <> '')) AND (NOT (l.given_sound <> '' AND r.given_sound <> ''))) AND (NOT (l.sound_key <> '' AND l.sound_key = r.sound_key))) AND (NOT (l.name_key <> '' AND l.name_key = r.name_key)))) AND (NOT ((l.given_key <> '' AND l.given_key = r.given_key) OR (l.name_key <> '' AND l.name_key = r.name_key)))) AND (NOT ((l.given_sound <> '' AND l.given_sound = r.given_sound) OR (l.sound_key <> '' AND l.sound_key = r.sound_key))))) AND ((kasane_near(l.given_sound, r.given_sound) AND (NOT (l.given_key <> '' AND r.given_key <> ''))) OR ((length(l.given_key) >= 2 AND length(l.given_key) = length(r.given_key) AND (left(l.given_key, 1) = left(r.given_key, 1) OR right(l.given_key, 1) = right(r.given_key, 1))) AND (NOT (l.given_sound <> '' AND r.given_sound <> ''))))) AND (l.birth_year > 0 AND r.birth_year > 0)) THEN -- household: alike_other_birth
        levels[7] := 2; weight := weight + (7.853);
    ELSIF (((((l.address_key <> '' AND l.address_key = r.address_key) OR (l.address_key <> '' AND r.address_key <> '' AND ((left(l.address_key, length(r.address_key)) = r.address_key AND length(l.address_key) > length(r.address_key) AND substr(l.address_key, length(r.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')) OR (left(r.address_key, length(l.address_key)) = l.address_key AND length(r.address_key) > length(l.address_key) AND substr(r.address_key, length(l.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'))))) OR ((l.mobile <> '' AND l.mobile = r.mobile) OR (l.landline <> '' AND l.landline = r.landline))) AND (((NOT ((((NOT (l.given_key <> '' AND r.given_key <> '')) AND (NOT (l.given_sound <> '' AND r.given_sound <> ''))) AND (NOT (l.sound_key <> '' AND l.sound_key = r.sound_key))) AND (NOT (l.name_key <> '' AND l.name_key = r.name_key)))) AND (NOT ((l.given_key <> '' AND l.given_key = r.given_key) OR (l.name_key <> '' AND l.name_key = r.name_key)))) AND (NOT ((l.given_sound <> '' AND l.given_sound = r.given_sound) OR (l.sound_key <> '' AND l.sound_key = r.sound_key))))) AND ((kasane_near(l.given_sound, r.given_sound) AND (NOT (l.given_key <> '' AND r.given_key <> ''))) OR ((length(l.given_key) >= 2 AND length(l.given_key) = length(r.given_key) AND (left(l.given_key, 1) = left(r.given_key, 1) OR right(l.given_key, 1) = right(r.given_key, 1))) AND (NOT (l.given_sound <> '' AND r.given_sound <> ''))))) THEN -- household: alike
        levels[7] := 3; weight := weight + (13.462);
    ELSIF (((((l.address_key <> '' AND l.address_key = r.address_key) OR (l.address_key <> '' AND r.address_key <> '' AND ((left(l.address_key, length(r.address_key)) = r.address_key AND length(l.address_key) > length(r.address_key) AND substr(l.address_key, length(r.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')) OR (left(r.address_key, length(l.address_key)) = l.address_key AND length(r.address_key) > length(l.address_key) AND substr(r.address_key, length(l.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'))))) OR ((l.mobile <> '' AND l.mobile = r.mobile) OR (l.landline <> '' AND l.landline = r.landline))) AND (((NOT ((((NOT (l.given_key <> '' AND r.given_key <> '')) AND (NOT (l.given_sound <> '' AND r.given_sound <> ''))) AND (NOT (l.sound_key <> '' AND l.sound_key = r.sound_key))) AND (NOT (l.name_key <> '' AND l.name_key = r.name_key)))) AND (NOT ((l.given_key <> '' AND l.given_key = r.given_key) OR (l.name_key <> '' AND l.name_key = r.name_key)))) AND (NOT ((l.given_sound <> '' AND l.given_sound = r.given_sound) OR (l.sound_key <> '' AND l.sound_key = r.sound_key))))) AND (l.birth_key <> '' AND l.birth_key = r.birth_key)) THEN -- household: other_same_birth
        levels[7] := 4; weight := weight + (10.901);
    ELSIF (((((l.address_key <> '' AND l.address_key = r.address_key) OR (l.address_key <> '' AND r.address_key <> '' AND ((left(l.address_key, length(r.address_key)) = r.address_key AND length(l.address_key) > length(r.address_key) AND substr(l.address_key, length(r.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')) OR (left(r.address_key, length(l.address_key)) = l.address_key AND length(r.address_key) > length(l.address_key) AND substr(r.address_key, length(l.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'))))) OR ((l.mobile <> '' AND l.mobile = r.mobile) OR (l.landline <> '' AND l.landline = r.landline))) AND (((NOT ((((NOT (l.given_key <> '' AND r.given_key <> '')) AND (NOT (l.given_sound <> '' AND r.given_sound <> ''))) AND (NOT (l.sound_key <> '' AND l.sound_key = r.sound_key))) AND (NOT (l.name_key <> '' AND l.name_key = r.name_key)))) AND (NOT ((l.given_key <> '' AND l.given_key = r.given_key) OR (l.name_key <> '' AND l.name_key = r.name_key)))) AND (NOT ((l.given_sound <> '' AND l.given_sound = r.given_sound) OR (l.sound_key <> '' AND l.sound_key = r.sound_key))))) AND ((((l.birth_key <> '' AND l.birth_key = r.birth_key) OR (((l.birth_key <> '' AND r.birth_key <> '') AND (l.birth_year = r.birth_year)) AND (l.birth_month = r.birth_day AND l.birth_day = r.birth_month))) OR kasane_near(l.birth_key, r.birth_key)) OR (((((l.birth_month > 0 AND r.birth_month > 0) AND (l.birth_day > 0 AND r.birth_day > 0)) AND (l.birth_month = r.birth_month)) AND (l.birth_day = r.birth_day)) AND (l.birth_year > 0 AND r.birth_year > 0)))) THEN -- household: other_close_birth
        levels[7] := 5; weight := weight + (18.642);
    ELSIF (((((l.address_key <> '' AND l.address_key = r.address_key) OR (l.address_key <> '' AND r.address_key <> '' AND ((left(l.address_key, length(r.address_key)) = r.address_key AND length(l.address_key) > length(r.address_key) AND substr(l.address_key, length(r.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')) OR (left(r.address_key, length(l.address_key)) = l.address_key AND length(r.address_key) > length(l.address_key) AND substr(r.address_key, length(l.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'))))) OR ((l.mobile <> '' AND l.mobile = r.mobile) OR (l.landline <> '' AND l.landline = r.landline))) AND (((NOT ((((NOT (l.given_key <> '' AND r.given_key <> '')) AND (NOT (l.given_sound <> '' AND r.given_sound <> ''))) AND (NOT (l.sound_key <> '' AND l.sound_key = r.sound_key))) AND (NOT (l.name_key <> '' AND l.name_key = r.name_key)))) AND (NOT ((l.given_key <> '' AND l.given_key = r.given_key) OR (l.name_key <> '' AND l.name_key = r.name_key)))) AND (NOT ((l.given_sound <> '' AND l.given_sound = r.given_sound) OR (l.sound_key <> '' AND l.sound_key = r.sound_key))))) AND (l.birth_year > 0 AND r.birth_year > 0)) THEN -- household: other_other_birth
        levels[7] := 6; weight := weight + (16.117);
    ELSIF ((((l.address_key <> '' AND l.address_key = r.address_key) OR (l.address_key <> '' AND r.address_key <> '' AND ((left(l.address_key, length(r.address_key)) = r.address_key AND length(l.address_key) > length(r.address_key) AND substr(l.address_key, length(r.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')) OR (left(r.address_key, length(l.address_key)) = l.address_key AND length(r.address_key) > length(l.address_key) AND substr(r.address_key, length(l.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'))))) OR ((l.mobile <> '' AND l.mobile = r.mobile) OR (l.landline <> '' AND l.landline = r.landline))) AND (((NOT ((((NOT (l.given_key <> '' AND r.given_key <> '')) AND (NOT (l.given_sound <> '' AND r.given_sound <> ''))) AND (NOT (l.sound_key <> '' AND l.sound_key = r.sound_key))) AND (NOT (l.name_key <> '' AND l.name_key = r.name_key)))) AND (NOT ((l.given_key <> '' AND l.given_key = r.given_key) OR (l.name_key <> '' AND l.name_key = r.name_key)))) AND (NOT ((l.given_sound <> '' AND l.given_sound = r.given_sound) OR (l.sound_key <> '' AND l.sound_key = r.sound_key))))) THEN -- household: other
        levels[7] := 7; weight := weight + (20.298);
    ELSIF (((((((l.address_key <> '' AND l.address_key = r.address_key) OR (l.address_key <> '' AND r.address_key <> '' AND ((left(l.address_key, length(r.address_key)) = r.address_key AND length(l.address_key) > length(r.address_key) AND substr(l.address_key, length(r.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')) OR (left(r.address_key, length(l.address_key)) = l.address_key AND length(r.address_key) > length(l.address_key) AND substr(r.address_key, length(l.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'))))) OR ((l.mobile <> '' AND l.mobile = r.mobile) OR (l.landline <> '' AND l.landline = r.landline))) AND ((l.given_sound <> '' AND l.given_sound = r.given_sound) OR (l.sound_key <> '' AND l.sound_key = r.sound_key))) AND (l.given_key <> '' AND r.given_key <> '')) AND (NOT ((l.given_key <> '' AND l.given_key = r.given_key) OR (l.name_key <> '' AND l.name_key = r.name_key)))) AND (((l.birth_year > 0 AND r.birth_year > 0) AND (NOT ((((l.birth_key <> '' AND l.birth_key = r.birth_key) OR (((l.birth_key <> '' AND r.birth_key <> '') AND (l.birth_year = r.birth_year)) AND (l.birth_month = r.birth_day AND l.birth_day = r.birth_month))) OR kasane_near(l.birth_key, r.birth_key)) OR (((((l.birth_month > 0 AND r.birth_month > 0) AND (l.birth_day > 0 AND r.birth_day > 0)) AND (l.birth_month = r.birth_month)) AND (l.birth_day = r.birth_day)) AND (l.birth_year > 0 AND r.birth_year > 0))))) AND (NOT (((((l.birth_year > 0 AND r.birth_year > 0) AND (l.birth_year = r.birth_year)) AND ((NOT (l.birth_month > 0 AND r.birth_month > 0)) OR (l.birth_month = r.birth_month))) AND ((NOT (l.birth_day > 0 AND r.birth_day > 0)) OR (l.birth_day = r.birth_day))) AND (NOT (l.birth_key <> '' AND r.birth_key <> '')))))) THEN -- household: same_reading_other_birth
        levels[7] := 8; weight := weight + (-13.221);
    ELSIF ((((((l.address_key <> '' AND l.address_key = r.address_key) OR (l.address_key <> '' AND r.address_key <> '' AND ((left(l.address_key, length(r.address_key)) = r.address_key AND length(l.address_key) > length(r.address_key) AND substr(l.address_key, length(r.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')) OR (left(r.address_key, length(l.address_key)) = l.address_key AND length(r.address_key) > length(l.address_key) AND substr(r.address_key, length(l.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'))))) OR ((l.mobile <> '' AND l.mobile = r.mobile) OR (l.landline <> '' AND l.landline = r.landline))) AND ((l.given_key <> '' AND l.given_key = r.given_key) OR (l.name_key <> '' AND l.name_key = r.name_key))) AND ((l.family_key <> '' AND l.family_key = r.family_key) OR (l.name_key <> '' AND l.name_key = r.name_key))) AND (((l.birth_year > 0 AND r.birth_year > 0) AND (NOT ((((l.birth_key <> '' AND l.birth_key = r.birth_key) OR (((l.birth_key <> '' AND r.birth_key <> '') AND (l.birth_year = r.birth_year)) AND (l.birth_month = r.birth_day AND l.birth_day = r.birth_month))) OR kasane_near(l.birth_key, r.birth_key)) OR (((((l.birth_month > 0 AND r.birth_month > 0) AND (l.birth_day > 0 AND r.birth_day > 0)) AND (l.birth_month = r.birth_month)) AND (l.birth_day = r.birth_day)) AND (l.birth_year > 0 AND r.birth_year > 0))))) AND (NOT (((((l.birth_year > 0 AND r.birth_year > 0) AND (l.birth_year = r.birth_year)) AND ((NOT (l.birth_month > 0 AND r.birth_month > 0)) OR (l.birth_month = r.birth_month))) AND ((NOT (l.birth_day > 0 AND r.birth_day > 0)) OR (l.birth_day = r.birth_day))) AND (NOT (l.birth_key <> '' AND r.birth_key <> '')))))) THEN -- household: same_name_other_birth
        levels[7] := 9; weight := weight + (-2.32);
    ELSIF (((((l.address_key <> '' AND l.address_key = r.address_key) OR (l.address_key <> '' AND r.address_key <> '' AND ((left(l.address_key, length(r.address_key)) = r.address_key AND length(l.address_key) > length(r.address_key) AND substr(l.address_key, length(r.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')) OR (left(r.address_key, length(l.address_key)) = l.address_key AND length(r.address_key) > length(l.address_key) AND substr(r.address_key, length(l.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'))))) OR ((l.mobile <> '' AND l.mobile = r.mobile) OR (l.landline <> '' AND l.landline = r.landline))) AND ((((NOT (l.given_key <> '' AND r.given_key <> '')) AND (NOT (l.given_sound <> '' AND r.given_sound <> ''))) AND (NOT (l.sound_key <> '' AND l.sound_key = r.sound_key))) AND (NOT (l.name_key <> '' AND l.name_key = r.name_key)))) AND (l.birth_key <> '' AND l.birth_key = r.birth_key)) THEN -- household: nameless_same_birth
        levels[7] := 10; weight := weight + (17.804);
    ELSIF ((((l.address_key <> '' AND l.address_key = r.address_key) OR (l.address_key <> '' AND r.address_key <> '' AND ((left(l.address_key, length(r.address_key)) = r.address_key AND length(l.address_key) > length(r.address_key) AND substr(l.address_key, length(r.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')) OR (left(r.address_key, length(l.address_key)) = l.address_key AND length(r.address_key) > length(l.address_key) AND substr(r.address_key, length(l.address_key) + 1, 1) NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'))))) OR ((l.mobile <> '' AND l.mobile = r.mobile) OR (l.landline <> '' AND l.landline = r.landline))) AND ((((NOT (l.given_key <> '' AND r.given_key <> '')) AND (NOT (l.given_sound <> '' AND r.given_sound <> ''))) AND (NOT (l.sound_key <> '' AND l.sound_key = r.sound_key))) AND (NOT (l.name_key <> '' AND l.name_key = r.name_key)))) THEN -- household: nameless
        levels[7] := 11; weight := weight + (20.482);
    ELSIF (((((NOT ((((NOT (l.given_key <> '' AND r.given_key <> '')) AND (NOT (l.given_sound <> '' AND r.given_sound <> ''))) AND (NOT (l.sound_key <> '' AND l.sound_key = r.sound_key))) AND (NOT (l.name_key <> '' AND l.name_key = r.name_key)))) AND (NOT ((l.given_key <> '' AND l.given_key = r.given_key) OR (l.name_key <> '' AND l.name_key = r.name_key)))) AND (NOT ((l.given_sound <> '' AND l.given_sound = r.given_sound) OR (l.sound_key <> '' AND l.sound_key = r.sound_key)))) AND (l.birth_key <> '' AND l.birth_key = r.birth_key)) AND (((l.family_key <> '' AND l.family_key = r.family_key) OR (l.name_key <> '' AND l.name_key = r.name_key)) OR (l.family_sound <> '' AND l.family_sound = r.family_sound))) THEN -- household: twins_apart
        levels[7] := 12; weight := weight + (-0.734);
    ELSE -- household: none
        levels[7] := 13; weight := weight + (0.0);
    END IF;
END $$;


ALTER FUNCTION public.people_match_weight(l public.people_match_key, r public.people_match_key, OUT weight double precision, OUT levels smallint[]) OWNER TO kasane_owner;

CREATE FUNCTION public.people_named_for(wanted uuid[]) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT NOT EXISTS (SELECT 1 FROM unnest(wanted) w WHERE NOT EXISTS (
        SELECT 1 FROM people_protectedcontact k WHERE k.person_id = w AND kasane_user() = ANY(k.staff) AND disclosure_sees(k.case_id)))
$$;


ALTER FUNCTION public.people_named_for(wanted uuid[]) OWNER TO kasane_definer;

CREATE FUNCTION public.people_own(most integer) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM disclosure_grant g WHERE g.agency_id = kasane_agency() OFFSET most)
        THEN people_own_below('ffffffff-ffff-ffff-ffff-ffffffffffff', most * 2) END
$$;


ALTER FUNCTION public.people_own(most integer) OWNER TO kasane_definer;

CREATE FUNCTION public.people_own_below(below uuid, most integer) RETURNS uuid[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT ARRAY(
        (SELECT DISTINCT g.case_id FROM disclosure_grant g WHERE g.agency_id = kasane_agency() AND g.case_id < below
         ORDER BY g.case_id DESC LIMIT most)
        UNION
        (SELECT DISTINCT g.case_id FROM disclosure_grant g WHERE g.user_id = kasane_user() AND g.case_id < below
         ORDER BY g.case_id DESC LIMIT most)
        ORDER BY 1 DESC LIMIT most)
$$;


ALTER FUNCTION public.people_own_below(below uuid, most integer) OWNER TO kasane_definer;

CREATE FUNCTION public.people_pairs(wanted_state text, wanted uuid, below_weight double precision, below uuid, most integer) RETURNS TABLE(id uuid, weight double precision, probability double precision, levels smallint[], origin text, state text, decided_at timestamp with time zone, decided_by text, reason text, created_at timestamp with time zone, side smallint, person_id uuid, case_id uuid, case_year smallint, case_number integer, agency text, is_subject boolean, relation text, family_name text, given_name text, family_kana text, given_kana text, sex text, birth_date date, stated_age smallint, stated_age_on date, died_on date, address text, phone text, mobile text, identity uuid, joined boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


ALTER FUNCTION public.people_pairs(wanted_state text, wanted uuid, below_weight double precision, below uuid, most integer) OWNER TO kasane_definer;

CREATE FUNCTION public.people_pairs_waiting() RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT CASE WHEN kasane_coordinates() THEN
        (SELECT count(*)::integer FROM (SELECT 1 FROM people_pair WHERE state = 'open' LIMIT 1000) p) ELSE 0 END
$$;


ALTER FUNCTION public.people_pairs_waiting() OWNER TO kasane_definer;

CREATE FUNCTION public.people_parts(words text, size integer, mark text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
    SELECT COALESCE(array_agg(DISTINCT mark || substr(words, n, size)), '{}')
    FROM generate_series(1, length(words) - size + 1) n
$$;


ALTER FUNCTION public.people_parts(words text, size integer, mark text) OWNER TO kasane_owner;

CREATE FUNCTION public.people_pattern_counts(wanted_year integer, smallest integer) RETURNS TABLE(code text, part text, area_id uuid, households integer, certain integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
WITH bounds AS (
    SELECT GREATEST(COALESCE(smallest, 3), 3) AS least,
           make_date(wanted_year, 4, 1) AS first, make_date(wanted_year + 1, 4, 1) AS after
), counted AS (
    SELECT p.code, p.case_id, bool_or(p.certainty = 'certain') AS sure
    FROM people_pattern p CROSS JOIN bounds b
    WHERE (SELECT kasane_user()) IS NOT NULL AND p.answered_on IS NULL
      AND p.since < b.after AND COALESCE(p.until > b.first AND p.until > p.since, true)
    GROUP BY p.code, p.case_id
), past AS (
    SELECT c.measure, c.value AS code, c.area_id, c.count::bigint AS n FROM disclosure_pastcount c
    WHERE (SELECT kasane_user()) IS NOT NULL AND c.year = wanted_year AND c.measure IN ('pattern', 'pattern_certain')
), totals AS (
    SELECT t.code, sum(t.n) AS n, sum(t.sure) AS sure FROM (
        SELECT c.code::text, count(*) AS n, count(*) FILTER (WHERE c.sure) AS sure FROM counted c GROUP BY c.code
        UNION ALL
        SELECT p.code, CASE WHEN p.measure = 'pattern' THEN p.n ELSE 0 END,
               CASE WHEN p.measure = 'pattern_certain' THEN p.n ELSE 0 END FROM past p) t
    GROUP BY t.code
), areas AS (
    SELECT t.code, t.area_id, sum(t.n) AS n FROM (
        SELECT c.code::text, s.area_id, count(*) AS n
        FROM counted c JOIN people_person s ON s.case_id = c.case_id AND s.is_subject AND s.area_id IS NOT NULL
        GROUP BY c.code, s.area_id
        UNION ALL
        SELECT p.code, p.area_id, p.n FROM past p WHERE p.measure = 'pattern' AND p.area_id IS NOT NULL) t
    GROUP BY t.code, t.area_id
), large AS (
    SELECT a.code, a.area_id, a.n,
           row_number() OVER (PARTITION BY a.code ORDER BY a.n, a.area_id) AS place,
           t.n - sum(a.n) OVER (PARTITION BY a.code) AS rest
    FROM areas a JOIN totals t ON t.code = a.code CROSS JOIN bounds b
    WHERE a.n >= b.least
), shown AS (
    SELECT l.code, l.area_id, l.n FROM large l CROSS JOIN bounds b
    WHERE l.rest = 0 OR l.rest >= b.least OR l.place > 1
), leftover AS (
    SELECT t.code, t.n - COALESCE(sum(s.n), 0) AS n FROM totals t LEFT JOIN shown s ON s.code = t.code
    GROUP BY t.code, t.n
)
SELECT t.code::text, 'total', NULL::uuid, CASE WHEN t.n >= b.least THEN t.n::integer END,
       CASE WHEN t.n >= b.least AND (t.sure = 0 OR t.sure >= b.least) AND (t.n = t.sure OR t.n - t.sure >= b.least)
            THEN t.sure::integer END
FROM totals t CROSS JOIN bounds b
UNION ALL
SELECT s.code::text, 'area', s.area_id, s.n::integer, NULL FROM shown s
UNION ALL
SELECT l.code::text, 'rest', NULL, CASE WHEN l.n >= b.least THEN l.n::integer END, NULL
FROM leftover l CROSS JOIN bounds b WHERE l.n > 0
$$;


ALTER FUNCTION public.people_pattern_counts(wanted_year integer, smallest integer) OWNER TO kasane_definer;

CREATE FUNCTION public.people_pattern_state() RETURNS TABLE(checked_on date, first_year integer)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT min(p.checked_on) FILTER (WHERE p.until IS NULL),
           extract(year FROM min(p.since) - interval '3 months')::integer
    FROM people_pattern p WHERE (SELECT kasane_user()) IS NOT NULL
$$;


ALTER FUNCTION public.people_pattern_state() OWNER TO kasane_definer;

CREATE FUNCTION public.people_propose(wanted uuid, least_weight double precision) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


ALTER FUNCTION public.people_propose(wanted uuid, least_weight double precision) OWNER TO kasane_definer;

CREATE FUNCTION public.people_propose_batch(pairs jsonb) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


ALTER FUNCTION public.people_propose_batch(pairs jsonb) OWNER TO kasane_definer;

CREATE FUNCTION public.people_propose_handover(contact uuid, staff uuid[], reason text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF NOT kasane_coordinates() THEN
        RETURN 'refused';
    ELSIF NOT EXISTS (SELECT 1 FROM people_unattended(contact)) THEN
        RETURN 'attended';
    ELSIF cardinality(staff) = 0 OR EXISTS (SELECT 1 FROM unnest(staff) s WHERE s NOT IN (SELECT f.user_id FROM people_successors(contact) f)) THEN
        RETURN 'nobody';
    END IF;
    DELETE FROM people_protectionhandover h WHERE h.contact_id = contact AND h.agreed_by_id IS NULL;
    INSERT INTO people_protectionhandover (id, created_at, kinds, case_id, contact_id, staff, reason, proposed_by_id)
    SELECT uuidv7(), clock_timestamp(), k.kinds, k.case_id, k.id, people_propose_handover.staff,
           people_propose_handover.reason, kasane_user()
    FROM people_protectedcontact k WHERE k.id = contact;
    RETURN 'kept';
END $$;


ALTER FUNCTION public.people_propose_handover(contact uuid, staff uuid[], reason text) OWNER TO kasane_definer;

CREATE FUNCTION public.people_propose_pair(one uuid, other uuid, words text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


ALTER FUNCTION public.people_propose_pair(one uuid, other uuid, words text) OWNER TO kasane_definer;

CREATE FUNCTION public.people_protect_same(wanted uuid, place_blocks integer[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    source people_protectedcontact;
    other people_person;
    me text := COALESCE(kasane_user()::text, '');
    office text := COALESCE(kasane_agency()::text, '');
    named uuid[];
BEGIN
    SELECT * INTO source FROM people_protectedcontact k WHERE k.person_id = wanted;
    IF source.id IS NULL OR NOT (people_named_for(ARRAY[wanted]) OR kasane_coordinates()) THEN
        RETURN;
    END IF;
    FOR other IN SELECT p.* FROM people_sameperson s
                 JOIN people_sameperson o ON o.identity = s.identity AND o.person_id <> s.person_id
                 JOIN people_person p ON p.id = o.person_id WHERE s.person_id = wanted LOOP
        -- The responsible worker there, who wrote the person down last, and of those named here who work there too.
        named := ARRAY(
            SELECT a.user_id FROM people_who_can_look_after(other.case_id) a JOIN cases_case c ON c.id = other.case_id
            WHERE a.user_id = c.responsible_user_id OR a.user_id = ANY(source.staff)
               OR (a.agency_id = c.responsible_agency_id AND a.user_id = (
                   SELECT s.recorded_by_id FROM people_personstate s WHERE s.person_id = other.id
                   ORDER BY s.recorded_at DESC, s.id DESC LIMIT 1)));
        -- One entry of its own says who caused it; it belongs to no case, and so shows in none.
        INSERT INTO disclosure_logentry (at, user_id, agency_id, case_id, act, subject, row_id, basis)
        SELECT clock_timestamp(), kasane_user(), kasane_agency(), NULL, 'protect', '同じ人の秘匿', other.id::text, ''
        WHERE NOT other.contact_is_protected;
        PERFORM set_config('kasane.user_id', '', true), set_config('kasane.agency_id', '', true);
        IF NOT other.contact_is_protected THEN
            INSERT INTO people_protectedcontact (id, created_at, kinds, case_id, person_id, address, phone, mobile, email,
                area_id, school, workplace, words, history, staff, reason, since, is_settled, recorded_by_id)
            SELECT uuidv7(), clock_timestamp(), other.kinds, other.case_id, other.id, other.address, other.phone,
                other.mobile, other.email, other.area_id, '', '', '',
                (SELECT COALESCE(jsonb_object_agg(s.id, jsonb_build_object('address', s.address, 'phone', s.phone,
                    'mobile', s.mobile, 'email', s.email, 'area_id', s.area_id)), '{}')
                 FROM people_personstate s WHERE s.person_id = other.id),
                named, '支援措置の対象の方です(町の記録から自動で秘匿しました)', source.since, false, NULL;
            UPDATE people_personstate SET address = '', phone = '', mobile = '', email = '', area_id = NULL
            WHERE person_id = other.id;
            UPDATE people_person SET address = '', phone = '', mobile = '', email = '', area_id = NULL,
                contact_is_protected = true, version = version + 1, updated_at = clock_timestamp()
            WHERE id = other.id;
            UPDATE people_personkey SET address = '', town = '', phones = '' WHERE person_id = other.id;
            UPDATE people_matchkey SET address_key = '', town_key = '', mobile = '', landline = '', blocks = ARRAY(
                SELECT b FROM unnest(blocks) b WHERE NOT split_part(b, ':', 1)::integer = ANY(place_blocks))
            WHERE person_id = other.id;
        END IF;
        -- What is known of one tells of the other.
        INSERT INTO people_protectedword (case_id, person_id, sort, pattern)
        SELECT other.case_id, other.id, w.sort, w.pattern FROM people_protectedword w WHERE w.person_id = wanted
        ON CONFLICT DO NOTHING;
        PERFORM people_hide_case(other.case_id);
        PERFORM set_config('kasane.user_id', me, true), set_config('kasane.agency_id', office, true);
    END LOOP;
END $$;


ALTER FUNCTION public.people_protect_same(wanted uuid, place_blocks integer[]) OWNER TO kasane_definer;

CREATE FUNCTION public.people_put_instead(value jsonb, instead jsonb) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    RETURN CASE jsonb_typeof(value)
        WHEN 'string' THEN COALESCE(instead -> (value #>> '{}'), value)
        WHEN 'array' THEN COALESCE((SELECT jsonb_agg(people_put_instead(e.part, instead) ORDER BY e.nth)
                                    FROM jsonb_array_elements(value) WITH ORDINALITY e (part, nth)), value)
        WHEN 'object' THEN COALESCE((SELECT jsonb_object_agg(e.key, people_put_instead(e.value, instead))
                                     FROM jsonb_each(value) e), value)
        ELSE value END;
END $$;


ALTER FUNCTION public.people_put_instead(value jsonb, instead jsonb) OWNER TO kasane_owner;

CREATE FUNCTION public.people_reads_row(table_name text, row_id uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $_$
DECLARE
    answer boolean;
BEGIN
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I t WHERE t.id = $1)', table_name) INTO answer USING row_id;
    RETURN answer;
END $_$;


ALTER FUNCTION public.people_reads_row(table_name text, row_id uuid) OWNER TO kasane_owner;

CREATE FUNCTION public.people_set_words(wanted uuid, words jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    their_case uuid;
BEGIN
    SELECT k.case_id INTO their_case FROM people_protectedcontact k WHERE k.person_id = wanted;
    IF their_case IS NULL OR NOT people_named_for(ARRAY[wanted]) THEN
        RAISE EXCEPTION 'only named staff' USING ERRCODE = 'insufficient_privilege';
    END IF;
    -- Words are only ever added while the protection lasts: an address of before still tells.
    INSERT INTO people_protectedword (case_id, person_id, sort, pattern)
    SELECT their_case, wanted, w ->> 'sort', w ->> 'pattern' FROM jsonb_array_elements(words) w
    ON CONFLICT DO NOTHING;
    PERFORM people_hide_case(their_case);
END $$;


ALTER FUNCTION public.people_set_words(wanted uuid, words jsonb) OWNER TO kasane_definer;

CREATE FUNCTION public.people_successors(contact uuid) RETURNS TABLE(user_id uuid, name text, agency text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT u.id, u.name::text, string_agg(DISTINCT a.name, '、' ORDER BY a.name)
    FROM people_unattended(contact) n JOIN people_protectedcontact k ON k.id = n.contact_id
    CROSS JOIN LATERAL people_who_can_look_after(k.case_id) w
    JOIN agencies_user u ON u.id = w.user_id JOIN agencies_agency a ON a.id = w.agency_id
    GROUP BY u.id, u.name ORDER BY 3, 2
$$;


ALTER FUNCTION public.people_successors(contact uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.people_tell_of_guess(persons uuid[], table_name text, row_id text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    INSERT INTO disclosure_logentry (at, user_id, agency_id, case_id, act, subject, row_id, basis)
    SELECT clock_timestamp(), kasane_user(), kasane_agency(), p.case_id, 'masked', people_tell_of_guess.table_name,
           people_tell_of_guess.row_id, ''
    FROM (SELECT DISTINCT q.case_id FROM people_person q WHERE q.id = ANY(people_tell_of_guess.persons)
          AND NOT people_named_for(ARRAY[q.id])) p
    WHERE kasane_user() IS NOT NULL AND COALESCE(current_setting('kasane.gives_back', true), '') = ''
$$;


ALTER FUNCTION public.people_tell_of_guess(persons uuid[], table_name text, row_id text) OWNER TO kasane_definer;

CREATE FUNCTION public.people_tokens(family text, given text, family_sound text, given_sound text, former text, former_sound text, address text, phones text, birth_date date, birth_year smallint) RETURNS text[]
    LANGUAGE sql IMMUTABLE COST 100000 PARALLEL SAFE
    RETURN ((((((((((((public.people_parts((family || given), 1, 'n'::text) || public.people_parts((family || given), 2, 'n'::text)) || public.people_parts((family_sound || given_sound), 1, 's'::text)) || public.people_parts((family_sound || given_sound), 2, 's'::text)) || public.people_parts(former, 1, 'n'::text)) || public.people_parts(former, 2, 'n'::text)) || public.people_parts(former_sound, 1, 's'::text)) || public.people_parts(former_sound, 2, 's'::text)) || ARRAY[('='::text || family), ('='::text || given), (('='::text || family) || given), ('~'::text || family_sound), ('~'::text || given_sound), (('~'::text || family_sound) || given_sound)]) || public.people_parts(address, 2, 'a'::text)) || public.people_parts(phones, 3, 'p'::text)) || ARRAY(SELECT ('P'::text || phone.phone) FROM unnest(string_to_array(people_tokens.phones, ' '::text)) phone(phone))) || CASE WHEN (birth_date IS NOT NULL) THEN ARRAY[('b'::text || public.people_day(birth_date)), ('m'::text || (public.people_day(birth_date) / 100)), ('y'::text || (public.people_day(birth_date) / 10000)), ('d'::text || (public.people_day(birth_date) % 10000))] WHEN (birth_year IS NOT NULL) THEN ARRAY[('y'::text || birth_year)] ELSE '{}'::text[] END);


ALTER FUNCTION public.people_tokens(family text, given text, family_sound text, given_sound text, former text, former_sound text, address text, phones text, birth_date date, birth_year smallint) OWNER TO kasane_owner;

CREATE FUNCTION public.people_unattended(only_contact uuid) RETURNS TABLE(contact_id uuid, case_year smallint, case_number integer, agency text, since date, handover_id uuid, staff uuid[], reason text, proposed_by uuid, proposed_by_name text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT k.id, c.year, c.number, a.name::text, k.since, h.id, h.staff, h.reason::text, h.proposed_by_id, u.name::text
    FROM people_protectedcontact k
    JOIN cases_case c ON c.id = k.case_id
    JOIN agencies_agency a ON a.id = c.responsible_agency_id
    LEFT JOIN people_protectionhandover h ON h.contact_id = k.id AND h.agreed_by_id IS NULL
    LEFT JOIN agencies_user u ON u.id = h.proposed_by_id
    WHERE (kasane_coordinates() OR people_agrees_to_handover(k.case_id)) AND (only_contact IS NULL OR k.id = only_contact)
      AND NOT EXISTS (SELECT 1 FROM people_who_can_look_after(k.case_id) w WHERE w.user_id = ANY(k.staff))
    ORDER BY k.since, k.id
$$;


ALTER FUNCTION public.people_unattended(only_contact uuid) OWNER TO kasane_definer;

CREATE FUNCTION public.people_way(how text, word text, until text, whole boolean, OUT sign text, OUT wanted text[], OUT sure text, OUT rank text, OUT few boolean) RETURNS record
    LANGUAGE plpgsql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


ALTER FUNCTION public.people_way(how text, word text, until text, whole boolean, OUT sign text, OUT wanted text[], OUT sure text, OUT rank text, OUT few boolean) OWNER TO kasane_owner;

CREATE FUNCTION public.people_who_can_look_after(wanted_case uuid) RETURNS TABLE(user_id uuid, agency_id uuid)
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT DISTINCT p.user_id, p.agency_id
    FROM disclosure_grant g
    JOIN agencies_post p ON (p.agency_id = g.agency_id OR p.user_id = g.user_id) AND p.role <> 'administrator'
        AND p.starts_on <= kasane_today() AND (p.ends_on IS NULL OR p.ends_on >= kasane_today())
    JOIN agencies_user u ON u.id = p.user_id AND u.is_active
    WHERE g.case_id = wanted_case AND g.valid @> kasane_today() AND g.kinds & 1 = 1
$$;


ALTER FUNCTION public.people_who_can_look_after(wanted_case uuid) OWNER TO kasane_definer;

CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id uuid NOT NULL
);


ALTER TABLE public.account_emailaddress OWNER TO kasane_owner;

ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);


ALTER TABLE public.account_emailconfirmation OWNER TO kasane_owner;

ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.agencies_accountchange (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    what character varying(20) NOT NULL,
    note character varying(400) NOT NULL,
    details jsonb NOT NULL,
    by_id uuid NOT NULL,
    subject_id uuid NOT NULL
);


ALTER TABLE public.agencies_accountchange OWNER TO kasane_owner;

CREATE TABLE public.agencies_agency (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    key character varying(60) NOT NULL,
    is_active boolean NOT NULL,
    "order" integer NOT NULL,
    name character varying(80) NOT NULL,
    kana character varying(120) NOT NULL,
    kind character varying(12) NOT NULL,
    phone character varying(40) NOT NULL,
    address character varying(200) NOT NULL,
    note text NOT NULL,
    operator_id uuid,
    parent_id uuid,
    CONSTRAINT agencies_agency_order_check CHECK (("order" >= 0))
);


ALTER TABLE public.agencies_agency OWNER TO kasane_owner;

CREATE TABLE public.agencies_agency_areas (
    id bigint NOT NULL,
    agency_id uuid NOT NULL,
    area_id uuid NOT NULL
);


ALTER TABLE public.agencies_agency_areas OWNER TO kasane_owner;

ALTER TABLE public.agencies_agency_areas ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agencies_agency_areas_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.agencies_area (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    key character varying(60) NOT NULL,
    is_active boolean NOT NULL,
    "order" integer NOT NULL,
    name character varying(60) NOT NULL,
    kind character varying(30) NOT NULL,
    level smallint NOT NULL,
    parent_id uuid,
    CONSTRAINT agencies_area_level_check CHECK ((level >= 0)),
    CONSTRAINT agencies_area_order_check CHECK (("order" >= 0))
);


ALTER TABLE public.agencies_area OWNER TO kasane_owner;

CREATE TABLE public.agencies_contract (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    note character varying(200) NOT NULL,
    agency_id uuid NOT NULL,
    delivery_id uuid NOT NULL,
    CONSTRAINT agencies_contract_version_check CHECK ((version >= 0)),
    CONSTRAINT contract_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
);


ALTER TABLE public.agencies_contract OWNER TO kasane_owner;

CREATE TABLE public.agencies_delivery (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    key character varying(60) NOT NULL,
    is_active boolean NOT NULL,
    "order" integer NOT NULL,
    works smallint[] NOT NULL,
    fields character varying(20)[] NOT NULL,
    field_text character varying(120) NOT NULL,
    program character varying(60) NOT NULL,
    name character varying(120) NOT NULL,
    legal_basis text NOT NULL,
    sites smallint,
    sites_text character varying(60) NOT NULL,
    modes character varying(10)[] NOT NULL,
    target text NOT NULL,
    duty_lead text NOT NULL,
    duties text[] NOT NULL,
    examples text[] NOT NULL,
    site_type character varying(10) NOT NULL,
    note text NOT NULL,
    backed_by_id uuid,
    CONSTRAINT agencies_delivery_order_check CHECK (("order" >= 0)),
    CONSTRAINT agencies_delivery_sites_check CHECK ((sites >= 0))
);


ALTER TABLE public.agencies_delivery OWNER TO kasane_owner;

CREATE TABLE public.agencies_delivery_areas (
    id bigint NOT NULL,
    delivery_id uuid NOT NULL,
    area_id uuid NOT NULL
);


ALTER TABLE public.agencies_delivery_areas OWNER TO kasane_owner;

ALTER TABLE public.agencies_delivery_areas ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agencies_delivery_areas_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.agencies_deliveryagency (
    id bigint NOT NULL,
    mode character varying(10) NOT NULL,
    "order" smallint NOT NULL,
    agency_id uuid NOT NULL,
    delivery_id uuid NOT NULL,
    CONSTRAINT agencies_deliveryagency_order_check CHECK (("order" >= 0))
);


ALTER TABLE public.agencies_deliveryagency OWNER TO kasane_owner;

ALTER TABLE public.agencies_deliveryagency ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agencies_deliveryagency_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.agencies_deliverydivision (
    id bigint NOT NULL,
    "order" smallint NOT NULL,
    agency_id uuid NOT NULL,
    delivery_id uuid NOT NULL,
    CONSTRAINT agencies_deliverydivision_order_check CHECK (("order" >= 0))
);


ALTER TABLE public.agencies_deliverydivision OWNER TO kasane_owner;

ALTER TABLE public.agencies_deliverydivision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agencies_deliverydivision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.agencies_municipality (
    id bigint NOT NULL,
    profile_key character varying(40) NOT NULL,
    name character varying(60) NOT NULL,
    kana character varying(80) NOT NULL,
    prefecture character varying(10) NOT NULL,
    code character varying(6) NOT NULL,
    has_welfare_office boolean NOT NULL,
    profile_digest character varying(64) NOT NULL,
    installed_at timestamp with time zone NOT NULL,
    CONSTRAINT one_municipality CHECK ((id = 1))
);


ALTER TABLE public.agencies_municipality OWNER TO kasane_owner;

ALTER TABLE public.agencies_municipality ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agencies_municipality_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.agencies_outgoingmail (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    about uuid NOT NULL,
    occasion character varying(4) NOT NULL,
    due_at timestamp with time zone NOT NULL,
    state character varying(10) NOT NULL,
    tries smallint NOT NULL,
    failure character varying(60) NOT NULL,
    sent_at timestamp with time zone,
    user_id uuid NOT NULL,
    attachment text NOT NULL,
    subject character varying(120) NOT NULL,
    text text NOT NULL,
    CONSTRAINT agencies_outgoingmail_tries_check CHECK ((tries >= 0))
);


ALTER TABLE public.agencies_outgoingmail OWNER TO kasane_owner;

CREATE TABLE public.agencies_post (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    role character varying(16) NOT NULL,
    coordinator_kind character varying(20) NOT NULL,
    title character varying(60) NOT NULL,
    qualification character varying(120) NOT NULL,
    training character varying(200) NOT NULL,
    is_full_time boolean NOT NULL,
    is_dedicated boolean NOT NULL,
    concurrent character varying(120) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    agency_id uuid NOT NULL,
    user_id uuid NOT NULL,
    is_urgent_officer boolean NOT NULL,
    jobs character varying(20)[] NOT NULL,
    qualifications character varying(24)[] NOT NULL,
    site_id uuid,
    CONSTRAINT agencies_post_version_check CHECK ((version >= 0)),
    CONSTRAINT post_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
);


ALTER TABLE public.agencies_post OWNER TO kasane_owner;

CREATE TABLE public.agencies_site (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    name character varying(80) NOT NULL,
    site_type character varying(10) NOT NULL,
    user_support_types character varying(60)[] NOT NULL,
    elders integer,
    place character varying(200) NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    note text NOT NULL,
    agency_id uuid NOT NULL,
    backed_by_id uuid,
    CONSTRAINT agencies_site_elders_check CHECK ((elders >= 0)),
    CONSTRAINT agencies_site_version_check CHECK ((version >= 0)),
    CONSTRAINT local_site_is_backed CHECK (((NOT ((site_type)::text = 'local'::text)) OR (backed_by_id IS NOT NULL))),
    CONSTRAINT only_local_sites_are_backed CHECK (((backed_by_id IS NULL) OR ((site_type)::text = 'local'::text))),
    CONSTRAINT site_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
);


ALTER TABLE public.agencies_site OWNER TO kasane_owner;

CREATE TABLE public.agencies_site_areas (
    id bigint NOT NULL,
    site_id uuid NOT NULL,
    area_id uuid NOT NULL
);


ALTER TABLE public.agencies_site_areas OWNER TO kasane_owner;

ALTER TABLE public.agencies_site_areas ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agencies_site_areas_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.agencies_site_deliveries (
    id bigint NOT NULL,
    site_id uuid NOT NULL,
    delivery_id uuid NOT NULL
);


ALTER TABLE public.agencies_site_deliveries OWNER TO kasane_owner;

ALTER TABLE public.agencies_site_deliveries ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agencies_site_deliveries_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.agencies_training (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    course character varying(24) NOT NULL,
    name character varying(120) NOT NULL,
    done_on date NOT NULL,
    user_id uuid NOT NULL
);


ALTER TABLE public.agencies_training OWNER TO kasane_owner;

CREATE TABLE public.agencies_user (
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    id uuid NOT NULL,
    login character varying(60) NOT NULL,
    name character varying(60) NOT NULL,
    kana character varying(80) NOT NULL,
    email character varying(254) NOT NULL,
    is_active boolean NOT NULL,
    password_is_temporary boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT agencies_user_version_check CHECK ((version >= 0))
);


ALTER TABLE public.agencies_user OWNER TO kasane_owner;

CREATE TABLE public.agencies_user_groups (
    id bigint NOT NULL,
    user_id uuid NOT NULL,
    group_id integer NOT NULL
);


ALTER TABLE public.agencies_user_groups OWNER TO kasane_owner;

ALTER TABLE public.agencies_user_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agencies_user_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.agencies_user_user_permissions (
    id bigint NOT NULL,
    user_id uuid NOT NULL,
    permission_id integer NOT NULL
);


ALTER TABLE public.agencies_user_user_permissions OWNER TO kasane_owner;

ALTER TABLE public.agencies_user_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agencies_user_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);


ALTER TABLE public.auth_group OWNER TO kasane_owner;

ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);


ALTER TABLE public.auth_group_permissions OWNER TO kasane_owner;

ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);


ALTER TABLE public.auth_permission OWNER TO kasane_owner;

ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.base_counter (
    id bigint NOT NULL,
    name character varying(40) NOT NULL,
    year smallint NOT NULL,
    value integer NOT NULL,
    CONSTRAINT base_counter_value_check CHECK ((value >= 0)),
    CONSTRAINT base_counter_year_check CHECK ((year >= 0))
);


ALTER TABLE public.base_counter OWNER TO kasane_owner;

ALTER TABLE public.base_counter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.base_counter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_alarmstep (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    at timestamp with time zone NOT NULL,
    what character varying(10) NOT NULL,
    content text NOT NULL,
    agency_id uuid NOT NULL,
    alarm_id uuid NOT NULL,
    by_id uuid NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT cases_alarmstep_kinds_check CHECK ((kinds >= 0))
);

ALTER TABLE ONLY public.cases_alarmstep FORCE ROW LEVEL SECURITY;


ALTER TABLE public.cases_alarmstep OWNER TO kasane_owner;

CREATE TABLE public.cases_alarmtold (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    standing character varying(8) NOT NULL,
    exception_id uuid,
    acknowledged_at timestamp with time zone,
    actor_words character varying(120) NOT NULL,
    next_step character varying(200) NOT NULL,
    read_end_at timestamp with time zone,
    agency_id uuid NOT NULL,
    alarm_id uuid NOT NULL,
    case_id uuid NOT NULL,
    user_id uuid NOT NULL,
    CONSTRAINT cases_alarmtold_kinds_check CHECK ((kinds >= 0))
);

ALTER TABLE ONLY public.cases_alarmtold FORCE ROW LEVEL SECURITY;


ALTER TABLE public.cases_alarmtold OWNER TO kasane_owner;

CREATE TABLE public.cases_case (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    year smallint NOT NULL,
    number integer NOT NULL,
    opened_on date NOT NULL,
    stage character varying(12) NOT NULL,
    is_urgent boolean NOT NULL,
    urgent_note character varying(200) NOT NULL,
    applied_on date,
    closed_on date,
    touched_at timestamp with time zone NOT NULL,
    closed_as character varying(12) NOT NULL,
    responsible_agency_id uuid NOT NULL,
    responsible_user_id uuid,
    CONSTRAINT cases_case_number_check CHECK ((number >= 0)),
    CONSTRAINT cases_case_version_check CHECK ((version >= 0)),
    CONSTRAINT cases_case_year_check CHECK ((year >= 0)),
    CONSTRAINT closed_case_has_its_day CHECK ((((closed_on IS NOT NULL) AND ((stage)::text = 'closed'::text)) OR ((NOT ((stage)::text = 'closed'::text)) AND (closed_on IS NULL))))
);

ALTER TABLE ONLY public.cases_case FORCE ROW LEVEL SECURITY;


ALTER TABLE public.cases_case OWNER TO kasane_owner;

CREATE TABLE public.cases_draft (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    form character varying(60) NOT NULL,
    subject_id character varying(40) NOT NULL,
    data jsonb NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    agency_id uuid NOT NULL,
    user_id uuid NOT NULL
);

ALTER TABLE ONLY public.cases_draft FORCE ROW LEVEL SECURITY;


ALTER TABLE public.cases_draft OWNER TO kasane_owner;

CREATE TABLE public.cases_event (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    at timestamp with time zone NOT NULL,
    code character varying(40) NOT NULL,
    title character varying(120) NOT NULL,
    body text NOT NULL,
    subject character varying(40) NOT NULL,
    subject_id uuid,
    agency_id uuid,
    by_id uuid,
    case_id uuid NOT NULL,
    CONSTRAINT cases_event_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT cases_event_some_kind CHECK ((kinds > 0))
);

ALTER TABLE ONLY public.cases_event FORCE ROW LEVEL SECURITY;


ALTER TABLE public.cases_event OWNER TO kasane_owner;

CREATE TABLE public.cases_holding (
    case_id uuid NOT NULL,
    held_until date
);

ALTER TABLE ONLY public.cases_holding FORCE ROW LEVEL SECURITY;


ALTER TABLE public.cases_holding OWNER TO kasane_owner;

COMMENT ON COLUMN public.cases_holding.held_until IS 'the first day without a holder; null: none now; 9999: no end in sight';


CREATE TABLE public.cases_phrase (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    use character varying(10) NOT NULL,
    name character varying(40) NOT NULL,
    code character varying(20) NOT NULL,
    text text NOT NULL,
    "order" integer NOT NULL,
    number smallint,
    method character varying(24) NOT NULL,
    minutes smallint,
    agency_id uuid NOT NULL,
    user_id uuid,
    CONSTRAINT cases_phrase_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT cases_phrase_number_check CHECK ((number >= 0)),
    CONSTRAINT cases_phrase_order_check CHECK (("order" >= 0)),
    CONSTRAINT cases_phrase_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.cases_phrase FORCE ROW LEVEL SECURITY;


ALTER TABLE public.cases_phrase OWNER TO kasane_owner;

CREATE TABLE public.cases_supportrecord (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    at timestamp with time zone NOT NULL,
    counterpart character varying(120) NOT NULL,
    method character varying(24) NOT NULL,
    place character varying(120) NOT NULL,
    minutes smallint,
    content text NOT NULL,
    next_step character varying(200) NOT NULL,
    next_on date,
    agency_id uuid NOT NULL,
    author_id uuid NOT NULL,
    case_id uuid NOT NULL,
    participants uuid[] NOT NULL,
    CONSTRAINT cases_supportrecord_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT cases_supportrecord_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT cases_supportrecord_some_kind CHECK ((kinds > 0)),
    CONSTRAINT cases_supportrecord_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.cases_supportrecord FORCE ROW LEVEL SECURITY;


ALTER TABLE public.cases_supportrecord OWNER TO kasane_owner;

CREATE TABLE public.cases_task (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    kind character varying(20) NOT NULL,
    what character varying(200) NOT NULL,
    due_on date NOT NULL,
    someone_waits boolean NOT NULL,
    since date NOT NULL,
    is_urgent boolean NOT NULL,
    done_on date,
    source character varying(40) NOT NULL,
    source_id uuid,
    agency_id uuid NOT NULL,
    assignee_id uuid,
    case_id uuid NOT NULL,
    done_by_id uuid,
    CONSTRAINT cases_task_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT cases_task_some_kind CHECK ((kinds > 0))
);

ALTER TABLE ONLY public.cases_task FORCE ROW LEVEL SECURITY;


ALTER TABLE public.cases_task OWNER TO kasane_owner;

CREATE TABLE public.cases_telling (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    "on" date NOT NULL,
    recipient character varying(120) NOT NULL,
    way character varying(24) NOT NULL,
    purpose character varying(20) NOT NULL,
    content text NOT NULL,
    consent_id uuid,
    exception_id uuid,
    agency_id uuid NOT NULL,
    author_id uuid NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT cases_telling_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT cases_telling_some_kind CHECK ((kinds > 0)),
    CONSTRAINT telling_stands_on_one_ground CHECK ((((consent_id IS NULL) OR (exception_id IS NULL)) AND (1 = (
CASE
    WHEN (consent_id IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN (exception_id IS NULL) THEN 1
    ELSE 0
END))))
);

ALTER TABLE ONLY public.cases_telling FORCE ROW LEVEL SECURITY;


ALTER TABLE public.cases_telling OWNER TO kasane_owner;

CREATE TABLE public.conferences_agendaitem (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    meeting_label character varying(120) NOT NULL,
    held_at timestamp with time zone NOT NULL,
    is_settled boolean NOT NULL,
    kinds smallint NOT NULL,
    "order" smallint NOT NULL,
    minutes smallint NOT NULL,
    function character varying(20) NOT NULL,
    timing character varying(12) NOT NULL,
    subject_id uuid,
    title character varying(120) NOT NULL,
    purpose text NOT NULL,
    judgement character varying(12) NOT NULL,
    judged_on date,
    follow_up_on date,
    follow_up_how character varying(200) NOT NULL,
    brought_by_id uuid NOT NULL,
    case_id uuid,
    follow_up_by_id uuid,
    lead_agency_id uuid,
    body_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    withdrawn character varying(200) NOT NULL,
    CONSTRAINT case_only_in_case_function CHECK (((case_id IS NULL) OR ((function)::text = ANY ((ARRAY['support_conference'::character varying, 'multi_tier'::character varying, 'support_coordination'::character varying])::text[])))),
    CONSTRAINT conferences_agendaitem_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT conferences_agendaitem_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT conferences_agendaitem_order_check CHECK (("order" >= 0)),
    CONSTRAINT conferences_agendaitem_some_kind CHECK ((kinds > 0)),
    CONSTRAINT conferences_agendaitem_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.conferences_agendaitem FORCE ROW LEVEL SECURITY;


ALTER TABLE public.conferences_agendaitem OWNER TO kasane_owner;

CREATE TABLE public.conferences_body (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    key character varying(60) NOT NULL,
    name character varying(80) NOT NULL,
    functions character varying(20)[] NOT NULL,
    legal_basis character varying(200) NOT NULL,
    convener character varying(120) NOT NULL,
    schedule character varying(120) NOT NULL,
    standing_agencies uuid[] NOT NULL,
    members_text text NOT NULL,
    roles text[] NOT NULL,
    agendas jsonb NOT NULL,
    text text NOT NULL,
    "order" integer NOT NULL,
    is_active boolean NOT NULL,
    host_id uuid,
    is_ad_hoc boolean NOT NULL,
    part_of_id uuid,
    parts jsonb NOT NULL,
    standing_roles character varying(20)[] NOT NULL,
    times_per_year smallint,
    CONSTRAINT conferences_body_order_check CHECK (("order" >= 0)),
    CONSTRAINT conferences_body_times_per_year_check CHECK ((times_per_year >= 0))
);


ALTER TABLE public.conferences_body OWNER TO kasane_owner;

CREATE TABLE public.conferences_bodyrhythm (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    months smallint[] NOT NULL,
    week smallint,
    weekday smallint,
    starts time without time zone NOT NULL,
    length smallint NOT NULL,
    place character varying(120) NOT NULL,
    online_url character varying(300) NOT NULL,
    body_id uuid NOT NULL,
    CONSTRAINT conferences_bodyrhythm_length_check CHECK ((length >= 0)),
    CONSTRAINT conferences_bodyrhythm_week_check CHECK ((week >= 0)),
    CONSTRAINT conferences_bodyrhythm_weekday_check CHECK ((weekday >= 0))
);


ALTER TABLE public.conferences_bodyrhythm OWNER TO kasane_owner;

CREATE TABLE public.conferences_calendarfeed (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    digest character varying(64) NOT NULL,
    revoked_at timestamp with time zone,
    agency_id uuid NOT NULL,
    user_id uuid NOT NULL
);


ALTER TABLE public.conferences_calendarfeed OWNER TO kasane_owner;

CREATE TABLE public.conferences_datepoll (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    asked_on date NOT NULL,
    answer_until date NOT NULL,
    reminded_at timestamp with time zone,
    length smallint NOT NULL,
    state character varying(8) NOT NULL,
    asked_by_id uuid NOT NULL,
    body_id uuid NOT NULL,
    host_id uuid NOT NULL,
    meeting_id uuid,
    CONSTRAINT conferences_datepoll_length_check CHECK ((length >= 0)),
    CONSTRAINT conferences_datepoll_version_check CHECK ((version >= 0))
);


ALTER TABLE public.conferences_datepoll OWNER TO kasane_owner;

CREATE TABLE public.conferences_meeting (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    year smallint NOT NULL,
    number integer NOT NULL,
    convened_on date NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    length smallint NOT NULL,
    place character varying(120) NOT NULL,
    online_url character varying(300) NOT NULL,
    message text NOT NULL,
    state character varying(10) NOT NULL,
    summary text NOT NULL,
    finished_on date,
    cancelled_reason character varying(200) NOT NULL,
    body_id uuid NOT NULL,
    convened_by_id uuid NOT NULL,
    host_id uuid NOT NULL,
    material_until date NOT NULL,
    parts jsonb NOT NULL,
    began_at timestamp with time zone,
    ended_at timestamp with time zone,
    CONSTRAINT conferences_meeting_length_check CHECK ((length >= 0)),
    CONSTRAINT conferences_meeting_number_check CHECK ((number >= 0)),
    CONSTRAINT conferences_meeting_version_check CHECK ((version >= 0)),
    CONSTRAINT conferences_meeting_year_check CHECK ((year >= 0))
);

ALTER TABLE ONLY public.conferences_meeting FORCE ROW LEVEL SECURITY;


ALTER TABLE public.conferences_meeting OWNER TO kasane_owner;

CREATE TABLE public.conferences_meetingdecision (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    what character varying(200) NOT NULL,
    due_on date NOT NULL,
    decided_on date NOT NULL,
    state character varying(10) NOT NULL,
    result text NOT NULL,
    answered_on date,
    agency_id uuid NOT NULL,
    answered_by_id uuid,
    body_id uuid NOT NULL,
    case_id uuid,
    item_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    user_id uuid,
    CONSTRAINT conferences_meetingdecision_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT conferences_meetingdecision_some_kind CHECK ((kinds > 0)),
    CONSTRAINT conferences_meetingdecision_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.conferences_meetingdecision FORCE ROW LEVEL SECURITY;


ALTER TABLE public.conferences_meetingdecision OWNER TO kasane_owner;

CREATE TABLE public.conferences_member (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    guest_name character varying(80) NOT NULL,
    guest_role character varying(120) NOT NULL,
    role character varying(10) NOT NULL,
    answer character varying(10) NOT NULL,
    attended boolean,
    acknowledged_at timestamp with time zone,
    removed_on date,
    agency_id uuid,
    meeting_id uuid NOT NULL,
    user_id uuid,
    care_note character varying(200) NOT NULL,
    is_person boolean NOT NULL,
    arrived_at time without time zone,
    left_at time without time zone,
    secrecy_paper_on date,
    takes_minutes boolean NOT NULL,
    items uuid[],
    CONSTRAINT member_has_name CHECK ((((agency_id IS NOT NULL) AND (user_id IS NOT NULL)) OR (NOT ((guest_name)::text = ''::text))))
);

ALTER TABLE ONLY public.conferences_member FORCE ROW LEVEL SECURITY;


ALTER TABLE public.conferences_member OWNER TO kasane_owner;

CREATE TABLE public.conferences_minutescheck (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    asked_on date NOT NULL,
    checked_on date,
    meeting_id uuid NOT NULL,
    member_id uuid NOT NULL
);

ALTER TABLE ONLY public.conferences_minutescheck FORCE ROW LEVEL SECURITY;


ALTER TABLE public.conferences_minutescheck OWNER TO kasane_owner;

CREATE TABLE public.conferences_pollanswer (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    mark character varying(5) NOT NULL,
    day_id uuid NOT NULL,
    seat_id uuid NOT NULL
);


ALTER TABLE public.conferences_pollanswer OWNER TO kasane_owner;

CREATE TABLE public.conferences_pollday (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    poll_id uuid NOT NULL
);


ALTER TABLE public.conferences_pollday OWNER TO kasane_owner;

CREATE TABLE public.conferences_pollseat (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    agency_id uuid,
    poll_id uuid NOT NULL,
    user_id uuid,
    answered_by_id uuid,
    standing character varying(80) NOT NULL,
    CONSTRAINT asked_is_known CHECK ((((agency_id IS NOT NULL) AND (user_id IS NOT NULL)) OR (NOT ((standing)::text = ''::text))))
);


ALTER TABLE public.conferences_pollseat OWNER TO kasane_owner;

CREATE TABLE public.conferences_sheetcopy (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    number smallint NOT NULL,
    batch uuid NOT NULL,
    contents character varying(200)[] NOT NULL,
    made_at timestamp with time zone NOT NULL,
    state character varying(8) NOT NULL,
    noted_at timestamp with time zone,
    destroyed_at timestamp with time zone,
    destroyed_by_id uuid,
    made_by_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    member_id uuid NOT NULL,
    noted_by_id uuid,
    CONSTRAINT conferences_sheetcopy_number_check CHECK ((number >= 0))
);

ALTER TABLE ONLY public.conferences_sheetcopy FORCE ROW LEVEL SECURITY;


ALTER TABLE public.conferences_sheetcopy OWNER TO kasane_owner;

CREATE TABLE public.conferences_shortage (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    found_on date NOT NULL,
    topic character varying(20) NOT NULL,
    area character varying(60) NOT NULL,
    words character varying(200) NOT NULL,
    body_id uuid NOT NULL,
    found_by_id uuid NOT NULL
);


ALTER TABLE public.conferences_shortage OWNER TO kasane_owner;

CREATE TABLE public.conferences_talk (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    text text NOT NULL,
    decision text NOT NULL,
    opinions jsonb NOT NULL,
    case_id uuid,
    item_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    CONSTRAINT conferences_talk_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT conferences_talk_some_kind CHECK ((kinds > 0)),
    CONSTRAINT conferences_talk_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.conferences_talk FORCE ROW LEVEL SECURITY;


ALTER TABLE public.conferences_talk OWNER TO kasane_owner;

CREATE TABLE public.conferences_talkline (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    field character varying(10) NOT NULL,
    "position" double precision NOT NULL,
    text text NOT NULL,
    page uuid,
    turn integer NOT NULL,
    seq integer NOT NULL,
    beside uuid,
    is_removed boolean NOT NULL,
    agency_id uuid,
    author_id uuid,
    case_id uuid,
    item_id uuid NOT NULL,
    last_by_id uuid,
    meeting_id uuid NOT NULL,
    CONSTRAINT conferences_talkline_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT conferences_talkline_seq_check CHECK ((seq >= 0)),
    CONSTRAINT conferences_talkline_some_kind CHECK ((kinds > 0)),
    CONSTRAINT conferences_talkline_turn_check CHECK ((turn >= 0)),
    CONSTRAINT conferences_talkline_version_check CHECK ((version >= 0)),
    CONSTRAINT opinion_has_agency CHECK ((((agency_id IS NOT NULL) AND ((field)::text = 'opinion'::text)) OR ((NOT ((field)::text = 'opinion'::text)) AND (agency_id IS NULL))))
);

ALTER TABLE ONLY public.conferences_talkline FORCE ROW LEVEL SECURITY;


ALTER TABLE public.conferences_talkline OWNER TO kasane_owner;

CREATE TABLE public.coordination_application (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    received_on date NOT NULL,
    visitor_name character varying(120) NOT NULL,
    visitor_phone character varying(40) NOT NULL,
    visitor_relation character varying(60) NOT NULL,
    topics character varying(20)[] NOT NULL,
    main_topic character varying(20) NOT NULL,
    request text NOT NULL,
    rules_explained boolean NOT NULL,
    explained_by character varying(120) NOT NULL,
    applies boolean NOT NULL,
    agrees_to_sharing boolean NOT NULL,
    excluded uuid[] NOT NULL,
    sharing_kinds smallint NOT NULL,
    applied_on date NOT NULL,
    signature character varying(8) NOT NULL,
    signed_name character varying(120) NOT NULL,
    signature_reason character varying(200) NOT NULL,
    note text NOT NULL,
    agency_id uuid NOT NULL,
    case_id uuid NOT NULL,
    deciding_agency_id uuid,
    received_by_id uuid NOT NULL,
    course character varying(14) NOT NULL,
    ended_on date,
    taken_up_on date,
    CONSTRAINT coordination_application_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT coordination_application_sharing_kinds_check CHECK ((sharing_kinds >= 0)),
    CONSTRAINT coordination_application_some_kind CHECK ((kinds > 0)),
    CONSTRAINT coordination_application_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.coordination_application FORCE ROW LEVEL SECURITY;


ALTER TABLE public.coordination_application OWNER TO kasane_owner;

CREATE TABLE public.coordination_approval (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    state character varying(10) NOT NULL,
    drafted_on date NOT NULL,
    number character varying(60) NOT NULL,
    text text NOT NULL,
    route character varying(40)[] NOT NULL,
    ended_on date,
    agency_id uuid NOT NULL,
    case_id uuid NOT NULL,
    drafted_by_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    CONSTRAINT coordination_approval_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT coordination_approval_some_kind CHECK ((kinds > 0))
);

ALTER TABLE ONLY public.coordination_approval FORCE ROW LEVEL SECURITY;


ALTER TABLE public.coordination_approval OWNER TO kasane_owner;

CREATE TABLE public.coordination_approvalstep (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    "order" smallint NOT NULL,
    title character varying(40) NOT NULL,
    result character varying(10) NOT NULL,
    answered_on date NOT NULL,
    note text NOT NULL,
    substitute_reason character varying(200) NOT NULL,
    agency_id uuid NOT NULL,
    approval_id uuid NOT NULL,
    case_id uuid NOT NULL,
    user_id uuid NOT NULL,
    CONSTRAINT coordination_approvalstep_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT coordination_approvalstep_order_check CHECK (("order" >= 0)),
    CONSTRAINT coordination_approvalstep_some_kind CHECK ((kinds > 0))
);

ALTER TABLE ONLY public.coordination_approvalstep FORCE ROW LEVEL SECURITY;


ALTER TABLE public.coordination_approvalstep OWNER TO kasane_owner;

CREATE TABLE public.coordination_assessment (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    started_on date NOT NULL,
    screening character varying(16) NOT NULL,
    screened_on date,
    has_summary boolean NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT coordination_assessment_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT coordination_assessment_some_kind CHECK ((kinds > 0)),
    CONSTRAINT coordination_assessment_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.coordination_assessment FORCE ROW LEVEL SECURITY;


ALTER TABLE public.coordination_assessment OWNER TO kasane_owner;

CREATE TABLE public.coordination_assessmentpart (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    section character varying(12) NOT NULL,
    answers jsonb NOT NULL,
    sources character varying(10)[] NOT NULL,
    source_note character varying(200) NOT NULL,
    gathered_on date NOT NULL,
    agency_id uuid NOT NULL,
    assessment_id uuid NOT NULL,
    author_id uuid NOT NULL,
    case_id uuid NOT NULL,
    taken_by_id uuid,
    taken_on date,
    CONSTRAINT coordination_assessmentpart_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT coordination_assessmentpart_some_kind CHECK ((kinds > 0)),
    CONSTRAINT coordination_assessmentpart_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.coordination_assessmentpart FORCE ROW LEVEL SECURITY;


ALTER TABLE public.coordination_assessmentpart OWNER TO kasane_owner;

CREATE TABLE public.coordination_conferencejudgement (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    timing character varying(12) NOT NULL,
    subject_id uuid NOT NULL,
    meeting_id uuid NOT NULL,
    judgement character varying(12) NOT NULL,
    opinion text NOT NULL,
    judged_on date NOT NULL,
    agency_id uuid NOT NULL,
    case_id uuid NOT NULL,
    recorded_by_id uuid NOT NULL,
    CONSTRAINT coordination_conferencejudgement_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT coordination_conferencejudgement_some_kind CHECK ((kinds > 0))
);

ALTER TABLE ONLY public.coordination_conferencejudgement FORCE ROW LEVEL SECURITY;


ALTER TABLE public.coordination_conferencejudgement OWNER TO kasane_owner;

CREATE TABLE public.coordination_connectedness (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    rated_on date NOT NULL,
    occasion character varying(10) NOT NULL,
    motivation smallint NOT NULL,
    self_esteem smallint NOT NULL,
    relations smallint NOT NULL,
    participation smallint NOT NULL,
    asking smallint NOT NULL,
    with_person boolean NOT NULL,
    note text NOT NULL,
    agency_id uuid NOT NULL,
    author_id uuid NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT connectedness_asking_1_to_4 CHECK (((asking >= 1) AND (asking <= 4))),
    CONSTRAINT connectedness_motivation_1_to_4 CHECK (((motivation >= 1) AND (motivation <= 4))),
    CONSTRAINT connectedness_participation_1_to_4 CHECK (((participation >= 1) AND (participation <= 4))),
    CONSTRAINT connectedness_relations_1_to_4 CHECK (((relations >= 1) AND (relations <= 4))),
    CONSTRAINT connectedness_self_esteem_1_to_4 CHECK (((self_esteem >= 1) AND (self_esteem <= 4))),
    CONSTRAINT coordination_connectedness_asking_check CHECK ((asking >= 0)),
    CONSTRAINT coordination_connectedness_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT coordination_connectedness_motivation_check CHECK ((motivation >= 0)),
    CONSTRAINT coordination_connectedness_participation_check CHECK ((participation >= 0)),
    CONSTRAINT coordination_connectedness_relations_check CHECK ((relations >= 0)),
    CONSTRAINT coordination_connectedness_self_esteem_check CHECK ((self_esteem >= 0)),
    CONSTRAINT coordination_connectedness_some_kind CHECK ((kinds > 0))
);

ALTER TABLE ONLY public.coordination_connectedness FORCE ROW LEVEL SECURITY;


ALTER TABLE public.coordination_connectedness OWNER TO kasane_owner;

CREATE TABLE public.coordination_decision (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    result character varying(10) NOT NULL,
    decided_on date NOT NULL,
    number character varying(60) NOT NULL,
    note text NOT NULL,
    agency_id uuid NOT NULL,
    case_id uuid NOT NULL,
    decider_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    CONSTRAINT coordination_decision_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT coordination_decision_some_kind CHECK ((kinds > 0))
);

ALTER TABLE ONLY public.coordination_decision FORCE ROW LEVEL SECURITY;


ALTER TABLE public.coordination_decision OWNER TO kasane_owner;

CREATE TABLE public.coordination_drawnsignature (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    paper character varying(12) NOT NULL,
    paper_id uuid NOT NULL,
    path text NOT NULL,
    name character varying(120) NOT NULL,
    witness character varying(120) NOT NULL,
    signed_on date NOT NULL,
    agency_id uuid NOT NULL,
    case_id uuid NOT NULL,
    recorded_by_id uuid NOT NULL,
    CONSTRAINT coordination_drawnsignature_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT coordination_drawnsignature_some_kind CHECK ((kinds > 0)),
    CONSTRAINT signature_drawn_or_witnessed CHECK (((NOT (path = ''::text)) OR (NOT ((witness)::text = ''::text))))
);

ALTER TABLE ONLY public.coordination_drawnsignature FORCE ROW LEVEL SECURITY;


ALTER TABLE public.coordination_drawnsignature OWNER TO kasane_owner;

CREATE TABLE public.coordination_evaluation (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    state character varying(8) NOT NULL,
    evaluated_on date NOT NULL,
    changes character varying(20)[] NOT NULL,
    changes_note text NOT NULL,
    remaining_issues text NOT NULL,
    person_wish text NOT NULL,
    staff_opinion text NOT NULL,
    conclusion character varying(10) NOT NULL,
    follow_up_on date,
    follow_up_staff character varying(120) NOT NULL,
    follow_up_how text NOT NULL,
    contact_lost_on date,
    contact_attempts text NOT NULL,
    agency_id uuid NOT NULL,
    author_id uuid NOT NULL,
    case_id uuid NOT NULL,
    follow_up_agency_id uuid,
    lead_agency_after_id uuid,
    plan_id uuid NOT NULL,
    attempt_records uuid[] NOT NULL,
    CONSTRAINT coordination_evaluation_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT coordination_evaluation_some_kind CHECK ((kinds > 0)),
    CONSTRAINT coordination_evaluation_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.coordination_evaluation FORCE ROW LEVEL SECURITY;


ALTER TABLE public.coordination_evaluation OWNER TO kasane_owner;

CREATE TABLE public.coordination_followup (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    seen_on date NOT NULL,
    result character varying(8) NOT NULL,
    next_on date,
    agency_id uuid NOT NULL,
    author_id uuid NOT NULL,
    case_id uuid NOT NULL,
    evaluation_id uuid,
    record_id uuid NOT NULL,
    CONSTRAINT coordination_followup_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT coordination_followup_some_kind CHECK ((kinds > 0))
);

ALTER TABLE ONLY public.coordination_followup FORCE ROW LEVEL SECURITY;


ALTER TABLE public.coordination_followup OWNER TO kasane_owner;

CREATE TABLE public.coordination_goalresult (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    achievement character varying(10) NOT NULL,
    note text NOT NULL,
    case_id uuid NOT NULL,
    evaluation_id uuid NOT NULL,
    goal_id uuid,
    CONSTRAINT coordination_goalresult_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT coordination_goalresult_some_kind CHECK ((kinds > 0))
);

ALTER TABLE ONLY public.coordination_goalresult FORCE ROW LEVEL SECURITY;


ALTER TABLE public.coordination_goalresult OWNER TO kasane_owner;

CREATE TABLE public.coordination_informationanswer (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    section character varying(12) NOT NULL,
    answers jsonb NOT NULL,
    sources character varying(10)[] NOT NULL,
    source_note character varying(200) NOT NULL,
    known_on date NOT NULL,
    taken_on date,
    case_id uuid NOT NULL,
    taken_by_id uuid,
    request_id uuid NOT NULL,
    CONSTRAINT coordination_informationanswer_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT coordination_informationanswer_some_kind CHECK ((kinds > 0))
);

ALTER TABLE ONLY public.coordination_informationanswer FORCE ROW LEVEL SECURITY;


ALTER TABLE public.coordination_informationanswer OWNER TO kasane_owner;

CREATE TABLE public.coordination_informationreply (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    declined boolean NOT NULL,
    reason text NOT NULL,
    replied_on date NOT NULL,
    agency_id uuid NOT NULL,
    author_id uuid NOT NULL,
    case_id uuid NOT NULL,
    request_id uuid NOT NULL,
    CONSTRAINT coordination_informationreply_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT coordination_informationreply_some_kind CHECK ((kinds > 0)),
    CONSTRAINT declined_with_reason CHECK (((NOT declined) OR (NOT (reason = ''::text))))
);

ALTER TABLE ONLY public.coordination_informationreply FORCE ROW LEVEL SECURITY;


ALTER TABLE public.coordination_informationreply OWNER TO kasane_owner;

CREATE TABLE public.coordination_informationrequest (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    about character varying(130) NOT NULL,
    about_more character varying(200) NOT NULL,
    sections character varying(12)[] NOT NULL,
    question text NOT NULL,
    question_section character varying(12) NOT NULL,
    asked_kinds smallint NOT NULL,
    reason text NOT NULL,
    asked_on date NOT NULL,
    due_on date NOT NULL,
    closed_on date,
    closed_note character varying(200) NOT NULL,
    agency_id uuid NOT NULL,
    asked_by_id uuid NOT NULL,
    case_id uuid NOT NULL,
    receiver_id uuid NOT NULL,
    CONSTRAINT coordination_informationrequest_asked_kinds_check CHECK ((asked_kinds >= 0)),
    CONSTRAINT coordination_informationrequest_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT coordination_informationrequest_some_kind CHECK ((kinds > 0)),
    CONSTRAINT coordination_informationrequest_version_check CHECK ((version >= 0)),
    CONSTRAINT question_has_its_section CHECK (((question = ''::text) OR (NOT ((question_section)::text = ''::text)))),
    CONSTRAINT request_asks_for_something CHECK (((NOT (sections = '{}'::character varying(12)[])) OR (NOT (question = ''::text))))
);

ALTER TABLE ONLY public.coordination_informationrequest FORCE ROW LEVEL SECURITY;


ALTER TABLE public.coordination_informationrequest OWNER TO kasane_owner;

CREATE TABLE public.coordination_itemdecision (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    decided boolean NOT NULL,
    reason character varying(400) NOT NULL,
    case_id uuid NOT NULL,
    decision_id uuid NOT NULL,
    item_id uuid NOT NULL,
    CONSTRAINT coordination_itemdecision_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT coordination_itemdecision_some_kind CHECK ((kinds > 0)),
    CONSTRAINT not_decided_says_why CHECK ((decided OR (NOT ((reason)::text = ''::text))))
);

ALTER TABLE ONLY public.coordination_itemdecision FORCE ROW LEVEL SECURITY;


ALTER TABLE public.coordination_itemdecision OWNER TO kasane_owner;

CREATE TABLE public.coordination_menujudgement (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    timing character varying(12) NOT NULL,
    "table" character varying(20) NOT NULL,
    meeting_id uuid,
    judgement character varying(12) NOT NULL,
    opinion text NOT NULL,
    judged_on date NOT NULL,
    agency_id uuid NOT NULL,
    case_id uuid NOT NULL,
    recorded_by_id uuid NOT NULL,
    menu_id uuid NOT NULL,
    CONSTRAINT coordination_menujudgement_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT coordination_menujudgement_some_kind CHECK ((kinds > 0))
);

ALTER TABLE ONLY public.coordination_menujudgement FORCE ROW LEVEL SECURITY;


ALTER TABLE public.coordination_menujudgement OWNER TO kasane_owner;

CREATE TABLE public.coordination_menuplan (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    sheet character varying(14) NOT NULL,
    number smallint NOT NULL,
    state character varying(12) NOT NULL,
    made_on date NOT NULL,
    answers jsonb NOT NULL,
    evaluate_on date,
    submitted_on date,
    started_on date,
    ending character varying(12) NOT NULL,
    end_reason text NOT NULL,
    ended_on date,
    returned_note text NOT NULL,
    agency_id uuid NOT NULL,
    author_id uuid NOT NULL,
    case_id uuid NOT NULL,
    plan_id uuid,
    previous_id uuid,
    CONSTRAINT coordination_menuplan_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT coordination_menuplan_number_check CHECK ((number >= 0)),
    CONSTRAINT coordination_menuplan_some_kind CHECK ((kinds > 0)),
    CONSTRAINT coordination_menuplan_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.coordination_menuplan FORCE ROW LEVEL SECURITY;


ALTER TABLE public.coordination_menuplan OWNER TO kasane_owner;

CREATE TABLE public.coordination_monitoring (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    held_on date NOT NULL,
    person_view text NOT NULL,
    note text NOT NULL,
    next_on date,
    after character varying(8) NOT NULL,
    agency_id uuid NOT NULL,
    author_id uuid NOT NULL,
    case_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    CONSTRAINT coordination_monitoring_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT coordination_monitoring_some_kind CHECK ((kinds > 0))
);

ALTER TABLE ONLY public.coordination_monitoring FORCE ROW LEVEL SECURITY;


ALTER TABLE public.coordination_monitoring OWNER TO kasane_owner;

CREATE TABLE public.coordination_monitoringitem (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    progress character varying(12) NOT NULL,
    note text NOT NULL,
    case_id uuid NOT NULL,
    monitoring_id uuid NOT NULL,
    item_id uuid NOT NULL,
    CONSTRAINT coordination_monitoringitem_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT coordination_monitoringitem_some_kind CHECK ((kinds > 0))
);

ALTER TABLE ONLY public.coordination_monitoringitem FORCE ROW LEVEL SECURITY;


ALTER TABLE public.coordination_monitoringitem OWNER TO kasane_owner;

CREATE TABLE public.coordination_personissue (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    issue character varying(24) NOT NULL,
    assessment_id uuid NOT NULL,
    case_id uuid NOT NULL,
    person_id uuid NOT NULL,
    CONSTRAINT coordination_personissue_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT coordination_personissue_some_kind CHECK ((kinds > 0))
);

ALTER TABLE ONLY public.coordination_personissue FORCE ROW LEVEL SECURITY;


ALTER TABLE public.coordination_personissue OWNER TO kasane_owner;

CREATE TABLE public.coordination_plan (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    number smallint NOT NULL,
    state character varying(12) NOT NULL,
    made_on date NOT NULL,
    issues text NOT NULL,
    wish text NOT NULL,
    long_goal text NOT NULL,
    lead_staff character varying(120) NOT NULL,
    uses_participation boolean NOT NULL,
    participation_reason text NOT NULL,
    uses_outreach boolean NOT NULL,
    outreach_reason text NOT NULL,
    early_start boolean NOT NULL,
    early_started_on date,
    early_start_reason text NOT NULL,
    starts_on date,
    ends_on date,
    next_monitoring_on date,
    person_agreed_on date,
    signature character varying(8) NOT NULL,
    signed_name character varying(120) NOT NULL,
    signature_note character varying(200) NOT NULL,
    submitted_on date,
    final_on date,
    ended_on date,
    returned_note text NOT NULL,
    agency_id uuid NOT NULL,
    author_id uuid NOT NULL,
    case_id uuid NOT NULL,
    lead_agency_id uuid,
    previous_id uuid,
    course character varying(14) NOT NULL,
    evaluation_months smallint,
    CONSTRAINT coordination_plan_evaluation_months_check CHECK ((evaluation_months >= 0)),
    CONSTRAINT coordination_plan_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT coordination_plan_number_check CHECK ((number >= 0)),
    CONSTRAINT coordination_plan_some_kind CHECK ((kinds > 0)),
    CONSTRAINT coordination_plan_version_check CHECK ((version >= 0)),
    CONSTRAINT plan_ends_after_start CHECK (((ends_on IS NULL) OR (ends_on >= starts_on)))
);

ALTER TABLE ONLY public.coordination_plan FORCE ROW LEVEL SECURITY;


ALTER TABLE public.coordination_plan OWNER TO kasane_owner;

CREATE TABLE public.coordination_plangoal (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    "order" smallint NOT NULL,
    text text NOT NULL,
    by_when character varying(60) NOT NULL,
    case_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    issue character varying(200) NOT NULL,
    issue_ids uuid[] NOT NULL,
    CONSTRAINT coordination_plangoal_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT coordination_plangoal_order_check CHECK (("order" >= 0)),
    CONSTRAINT coordination_plangoal_some_kind CHECK ((kinds > 0))
);

ALTER TABLE ONLY public.coordination_plangoal FORCE ROW LEVEL SECURITY;


ALTER TABLE public.coordination_plangoal OWNER TO kasane_owner;

CREATE TABLE public.coordination_planitem (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    "order" smallint NOT NULL,
    service character varying(14) NOT NULL,
    issue text NOT NULL,
    support text NOT NULL,
    staff character varying(120) NOT NULL,
    frequency character varying(60) NOT NULL,
    period character varying(60) NOT NULL,
    own_effort text NOT NULL,
    agency_id uuid NOT NULL,
    case_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    from_on date,
    goal_id uuid,
    until_on date,
    user_id uuid,
    CONSTRAINT coordination_planitem_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT coordination_planitem_order_check CHECK (("order" >= 0)),
    CONSTRAINT coordination_planitem_some_kind CHECK ((kinds > 0)),
    CONSTRAINT item_ends_after_start CHECK (((until_on IS NULL) OR (from_on IS NULL) OR (until_on >= from_on)))
);

ALTER TABLE ONLY public.coordination_planitem FORCE ROW LEVEL SECURITY;


ALTER TABLE public.coordination_planitem OWNER TO kasane_owner;

CREATE TABLE public.coordination_progressreport (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    reported_on date NOT NULL,
    progress character varying(12) NOT NULL,
    note text NOT NULL,
    agency_id uuid NOT NULL,
    author_id uuid NOT NULL,
    case_id uuid NOT NULL,
    item_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    CONSTRAINT coordination_progressreport_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT coordination_progressreport_some_kind CHECK ((kinds > 0))
);

ALTER TABLE ONLY public.coordination_progressreport FORCE ROW LEVEL SECURITY;


ALTER TABLE public.coordination_progressreport OWNER TO kasane_owner;

CREATE TABLE public.coordination_studyinvitation (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    attended smallint,
    rating smallint,
    comment text NOT NULL,
    agency_id uuid NOT NULL,
    session_id uuid NOT NULL,
    CONSTRAINT coordination_studyinvitation_attended_check CHECK ((attended >= 0)),
    CONSTRAINT coordination_studyinvitation_rating_check CHECK ((rating >= 0)),
    CONSTRAINT study_rating_1_to_4 CHECK (((rating IS NULL) OR ((rating >= 1) AND (rating <= 4))))
);


ALTER TABLE public.coordination_studyinvitation OWNER TO kasane_owner;

CREATE TABLE public.coordination_studyseat (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    by_name boolean NOT NULL,
    answer character varying(8) NOT NULL,
    came boolean,
    rating smallint,
    comment text NOT NULL,
    agency_id uuid NOT NULL,
    session_id uuid NOT NULL,
    user_id uuid NOT NULL,
    CONSTRAINT coordination_studyseat_rating_check CHECK ((rating >= 0)),
    CONSTRAINT study_seat_rating_1_to_4 CHECK (((rating IS NULL) OR ((rating >= 1) AND (rating <= 4))))
);


ALTER TABLE public.coordination_studyseat OWNER TO kasane_owner;

CREATE TABLE public.coordination_studysession (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    kind character varying(12) NOT NULL,
    title character varying(120) NOT NULL,
    aim text NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    place character varying(120) NOT NULL,
    online_url character varying(200) NOT NULL,
    material text NOT NULL,
    state character varying(10) NOT NULL,
    summary text NOT NULL,
    cancelled_reason character varying(200) NOT NULL,
    host_id uuid NOT NULL,
    planned_by_id uuid NOT NULL,
    length smallint NOT NULL,
    CONSTRAINT coordination_studysession_length_check CHECK ((length >= 0)),
    CONSTRAINT coordination_studysession_version_check CHECK ((version >= 0))
);


ALTER TABLE public.coordination_studysession OWNER TO kasane_owner;

CREATE TABLE public.disclosure_consent (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    case_id uuid NOT NULL,
    person_id uuid,
    level character varying(12) NOT NULL,
    answer character varying(10) NOT NULL,
    confirmed_on date NOT NULL,
    method character varying(16) NOT NULL,
    explained_by character varying(120) NOT NULL,
    all_agencies boolean NOT NULL,
    agencies uuid[] NOT NULL,
    excluded uuid[] NOT NULL,
    purposes smallint NOT NULL,
    kinds smallint NOT NULL,
    valid_until date,
    withdrawn_on date,
    withdrawn_note text NOT NULL,
    note text NOT NULL,
    recorded_by_id uuid NOT NULL,
    given_by character varying(120) NOT NULL,
    groups character varying(20)[] NOT NULL,
    CONSTRAINT disclosure_consent_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT disclosure_consent_purposes_check CHECK ((purposes >= 0))
);

ALTER TABLE ONLY public.disclosure_consent FORCE ROW LEVEL SECURITY;


ALTER TABLE public.disclosure_consent OWNER TO kasane_owner;

CREATE TABLE public.disclosure_disposal (
    case_id uuid NOT NULL,
    case_number character varying(20) NOT NULL,
    disposed_on date NOT NULL,
    batch character varying(20) NOT NULL
);

ALTER TABLE ONLY public.disclosure_disposal FORCE ROW LEVEL SECURITY;


ALTER TABLE public.disclosure_disposal OWNER TO kasane_owner;

CREATE TABLE public.disclosure_disposalbatch (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    year smallint NOT NULL,
    number integer NOT NULL,
    state character varying(10) NOT NULL,
    years smallint NOT NULL,
    from_fiscal_year_end boolean NOT NULL,
    method character varying(200) NOT NULL,
    note text NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone,
    decided_note text NOT NULL,
    executed_at timestamp with time zone,
    digest character varying(64) NOT NULL,
    decided_by_id uuid,
    executed_by_id uuid,
    proposed_by_id uuid NOT NULL,
    CONSTRAINT disclosure_disposalbatch_number_check CHECK ((number >= 0)),
    CONSTRAINT disclosure_disposalbatch_year_check CHECK ((year >= 0)),
    CONSTRAINT disclosure_disposalbatch_years_check CHECK ((years >= 0)),
    CONSTRAINT disposal_approved_by_somebody CHECK (((NOT ((state)::text = ANY ((ARRAY['approved'::character varying, 'executed'::character varying])::text[]))) OR ((decided_at IS NOT NULL) AND (decided_by_id IS NOT NULL)))),
    CONSTRAINT disposal_by_two_people CHECK (((decided_by_id IS NULL) OR (NOT ((decided_by_id = proposed_by_id) AND (decided_by_id IS NOT NULL))))),
    CONSTRAINT disposal_keeps_a_year CHECK ((years >= 1))
);

ALTER TABLE ONLY public.disclosure_disposalbatch FORCE ROW LEVEL SECURITY;


ALTER TABLE public.disclosure_disposalbatch OWNER TO kasane_owner;

CREATE TABLE public.disclosure_disposalitem (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    case_id uuid NOT NULL,
    case_number character varying(20) NOT NULL,
    closed_on date NOT NULL,
    due_on date NOT NULL,
    state character varying(8) NOT NULL,
    dropped_for character varying(10) NOT NULL,
    batch_id uuid NOT NULL
);

ALTER TABLE ONLY public.disclosure_disposalitem FORCE ROW LEVEL SECURITY;


ALTER TABLE public.disclosure_disposalitem OWNER TO kasane_owner;

CREATE TABLE public.disclosure_evidence (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    case_id uuid NOT NULL,
    type character varying(20) NOT NULL,
    kinds smallint NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    source character varying(40) NOT NULL,
    source_id uuid,
    note character varying(200) NOT NULL,
    agency_id uuid NOT NULL,
    user_id uuid,
    acknowledged_on date,
    contract_id uuid,
    CONSTRAINT disclosure_evidence_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT entrusted_has_its_contract CHECK (((NOT ((type)::text = 'entrusted'::text)) OR (contract_id IS NOT NULL)))
);

ALTER TABLE ONLY public.disclosure_evidence FORCE ROW LEVEL SECURITY;


ALTER TABLE public.disclosure_evidence OWNER TO kasane_owner;

ALTER TABLE public.disclosure_grant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.disclosure_grant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE public.disclosure_logentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.disclosure_logentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.disclosure_oversightcheck (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    oddity character varying(16) NOT NULL,
    upto bigint NOT NULL,
    note character varying(500) NOT NULL,
    agency_id uuid NOT NULL,
    checked_by_id uuid NOT NULL,
    staff_id uuid NOT NULL
);

ALTER TABLE ONLY public.disclosure_oversightcheck FORCE ROW LEVEL SECURITY;


ALTER TABLE public.disclosure_oversightcheck OWNER TO kasane_owner;

CREATE TABLE public.disclosure_pastcount (
    id bigint NOT NULL,
    measure character varying(24) NOT NULL,
    year smallint NOT NULL,
    value character varying(40) NOT NULL,
    count integer NOT NULL,
    agency_id uuid NOT NULL,
    area_id uuid,
    CONSTRAINT disclosure_pastcount_count_check CHECK ((count >= 0)),
    CONSTRAINT disclosure_pastcount_year_check CHECK ((year >= 0))
);

ALTER TABLE ONLY public.disclosure_pastcount FORCE ROW LEVEL SECURITY;


ALTER TABLE public.disclosure_pastcount OWNER TO kasane_owner;

ALTER TABLE public.disclosure_pastcount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.disclosure_pastcount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.disclosure_retentionhold (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    case_id uuid NOT NULL,
    reason character varying(16) NOT NULL,
    note text NOT NULL,
    until date,
    placed_on date NOT NULL,
    lifted_on date,
    lifted_note text NOT NULL,
    lifted_by_id uuid,
    placed_by_id uuid NOT NULL,
    CONSTRAINT hold_lifted_by_somebody CHECK ((((lifted_by_id IS NULL) AND (lifted_on IS NULL)) OR ((lifted_by_id IS NOT NULL) AND (lifted_on IS NOT NULL))))
);

ALTER TABLE ONLY public.disclosure_retentionhold FORCE ROW LEVEL SECURITY;


ALTER TABLE public.disclosure_retentionhold OWNER TO kasane_owner;

CREATE TABLE public.disclosure_seal (
    id bigint NOT NULL,
    entry_id bigint NOT NULL,
    digest bytea NOT NULL,
    content bytea NOT NULL,
    own bytea NOT NULL
);


ALTER TABLE public.disclosure_seal OWNER TO kasane_owner;

ALTER TABLE public.disclosure_seal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.disclosure_seal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);


ALTER TABLE public.django_content_type OWNER TO kasane_owner;

ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);


ALTER TABLE public.django_migrations OWNER TO kasane_owner;

ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);


ALTER TABLE public.django_session OWNER TO kasane_owner;

CREATE TABLE public.imports_import (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    file_name character varying(200) NOT NULL,
    sheet_name character varying(120) NOT NULL,
    cases integer NOT NULL,
    persons integer NOT NULL,
    skipped integer NOT NULL,
    warnings integer NOT NULL,
    first_entry bigint NOT NULL,
    last_entry bigint,
    undone_at timestamp with time zone,
    agency_id uuid NOT NULL,
    undone_by_id uuid,
    user_id uuid NOT NULL,
    CONSTRAINT imports_import_cases_check CHECK ((cases >= 0)),
    CONSTRAINT imports_import_persons_check CHECK ((persons >= 0)),
    CONSTRAINT imports_import_skipped_check CHECK ((skipped >= 0)),
    CONSTRAINT imports_import_warnings_check CHECK ((warnings >= 0))
);

ALTER TABLE ONLY public.imports_import FORCE ROW LEVEL SECURITY;


ALTER TABLE public.imports_import OWNER TO kasane_owner;

CREATE TABLE public.imports_importedrow (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    "row" integer NOT NULL,
    ledger_no character varying(80) NOT NULL,
    fingerprint character varying(64) NOT NULL,
    agency_id uuid NOT NULL,
    case_id uuid NOT NULL,
    source_id uuid NOT NULL,
    CONSTRAINT imports_importedrow_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT imports_importedrow_row_check CHECK (("row" >= 0)),
    CONSTRAINT imports_importedrow_some_kind CHECK ((kinds > 0))
);

ALTER TABLE ONLY public.imports_importedrow FORCE ROW LEVEL SECURITY;


ALTER TABLE public.imports_importedrow OWNER TO kasane_owner;

CREATE TABLE public.imports_mapping (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    headings character varying(64) NOT NULL,
    columns jsonb NOT NULL,
    used_at timestamp with time zone NOT NULL,
    agency_id uuid NOT NULL
);

ALTER TABLE ONLY public.imports_mapping FORCE ROW LEVEL SECURITY;


ALTER TABLE public.imports_mapping OWNER TO kasane_owner;

CREATE TABLE public.imports_skippedrows (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    headings jsonb NOT NULL,
    rows jsonb NOT NULL,
    source_id uuid NOT NULL,
    user_id uuid NOT NULL
);

ALTER TABLE ONLY public.imports_skippedrows FORCE ROW LEVEL SECURITY;


ALTER TABLE public.imports_skippedrows OWNER TO kasane_owner;

CREATE TABLE public.imports_upload (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    file_name character varying(200) NOT NULL,
    left_out jsonb NOT NULL,
    sheet smallint NOT NULL,
    header smallint NOT NULL,
    columns jsonb NOT NULL,
    is_mapped boolean NOT NULL,
    agency_id uuid NOT NULL,
    user_id uuid NOT NULL,
    CONSTRAINT imports_upload_header_check CHECK ((header >= 0)),
    CONSTRAINT imports_upload_sheet_check CHECK ((sheet >= 0))
);

ALTER TABLE ONLY public.imports_upload FORCE ROW LEVEL SECURITY;


ALTER TABLE public.imports_upload OWNER TO kasane_owner;

CREATE TABLE public.imports_uploadedsheet (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    number smallint NOT NULL,
    name character varying(120) NOT NULL,
    length integer NOT NULL,
    serial_offset smallint NOT NULL,
    rows jsonb NOT NULL,
    upload_id uuid NOT NULL,
    user_id uuid NOT NULL,
    CONSTRAINT imports_uploadedsheet_length_check CHECK ((length >= 0)),
    CONSTRAINT imports_uploadedsheet_number_check CHECK ((number >= 0)),
    CONSTRAINT imports_uploadedsheet_serial_offset_check CHECK ((serial_offset >= 0))
);

ALTER TABLE ONLY public.imports_uploadedsheet FORCE ROW LEVEL SECURITY;


ALTER TABLE public.imports_uploadedsheet OWNER TO kasane_owner;

CREATE TABLE public.intake_deskactivity (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    struck_on date,
    trace jsonb NOT NULL,
    "on" date NOT NULL,
    kind character varying(14) NOT NULL,
    minutes smallint,
    place character varying(120) NOT NULL,
    partners uuid[] NOT NULL,
    partner_note character varying(120) NOT NULL,
    participants smallint,
    what character varying(200) NOT NULL,
    agency_id uuid NOT NULL,
    area_id uuid,
    author_id uuid NOT NULL,
    struck_by_id uuid,
    CONSTRAINT intake_deskactivity_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT intake_deskactivity_participants_check CHECK ((participants >= 0)),
    CONSTRAINT intake_deskactivity_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.intake_deskactivity FORCE ROW LEVEL SECURITY;


ALTER TABLE public.intake_deskactivity OWNER TO kasane_owner;

CREATE TABLE public.intake_doorcount (
    id bigint NOT NULL,
    hour timestamp with time zone NOT NULL,
    sender character varying(64) NOT NULL,
    times integer NOT NULL,
    CONSTRAINT intake_doorcount_times_check CHECK ((times >= 0))
);

ALTER TABLE ONLY public.intake_doorcount FORCE ROW LEVEL SECURITY;


ALTER TABLE public.intake_doorcount OWNER TO kasane_owner;

ALTER TABLE public.intake_doorcount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.intake_doorcount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.intake_doormessage (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    number integer NOT NULL,
    year smallint NOT NULL,
    language character varying(8) NOT NULL,
    topic character varying(12) NOT NULL,
    called character varying(60) NOT NULL,
    phone character varying(30) NOT NULL,
    mail character varying(254) NOT NULL,
    times character varying(10)[] NOT NULL,
    words text NOT NULL,
    result character varying(12) NOT NULL,
    result_note text NOT NULL,
    ended_on date,
    emptied_at timestamp with time zone,
    agency_id uuid NOT NULL,
    area_id uuid,
    ended_by_id uuid,
    CONSTRAINT door_message_ends_with_a_result CHECK ((((ended_on IS NULL) AND ((result)::text = ''::text)) OR ((NOT ((result)::text = ''::text)) AND (ended_on IS NOT NULL)))),
    CONSTRAINT intake_doormessage_number_check CHECK ((number >= 0)),
    CONSTRAINT intake_doormessage_version_check CHECK ((version >= 0)),
    CONSTRAINT intake_doormessage_year_check CHECK ((year >= 0))
);

ALTER TABLE ONLY public.intake_doormessage FORCE ROW LEVEL SECURITY;


ALTER TABLE public.intake_doormessage OWNER TO kasane_owner;

CREATE TABLE public.intake_doorstep (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kind character varying(10) NOT NULL,
    note text NOT NULL,
    agency_id uuid NOT NULL,
    by_id uuid NOT NULL,
    message_id uuid NOT NULL,
    to_agency_id uuid
);

ALTER TABLE ONLY public.intake_doorstep FORCE ROW LEVEL SECURITY;


ALTER TABLE public.intake_doorstep OWNER TO kasane_owner;

CREATE TABLE public.intake_extraanswer (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    item character varying(60) NOT NULL,
    label character varying(80) NOT NULL,
    value character varying(400) NOT NULL,
    agency_id uuid NOT NULL,
    author_id uuid NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT intake_extraanswer_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT intake_extraanswer_some_kind CHECK ((kinds > 0)),
    CONSTRAINT intake_extraanswer_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.intake_extraanswer FORCE ROW LEVEL SECURITY;


ALTER TABLE public.intake_extraanswer OWNER TO kasane_owner;

CREATE TABLE public.intake_hopstep (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    reasons character varying(12)[] NOT NULL,
    act character varying(12) NOT NULL,
    note character varying(400) NOT NULL,
    "on" date NOT NULL,
    quiet_until date NOT NULL,
    agency_id uuid NOT NULL,
    author_id uuid NOT NULL,
    case_id uuid NOT NULL,
    referral_id uuid NOT NULL,
    CONSTRAINT intake_hopstep_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT intake_hopstep_some_kind CHECK ((kinds > 0))
);

ALTER TABLE ONLY public.intake_hopstep FORCE ROW LEVEL SECURITY;


ALTER TABLE public.intake_hopstep OWNER TO kasane_owner;

CREATE TABLE public.intake_housingbenefit (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    received_on date NOT NULL,
    ground character varying(12) NOT NULL,
    lost_on date,
    household_size smallint NOT NULL,
    rent integer NOT NULL,
    income integer,
    savings integer,
    was_earner boolean NOT NULL,
    other_aid boolean NOT NULL,
    seeking character varying(20)[] NOT NULL,
    papers character varying(16)[] NOT NULL,
    note text NOT NULL,
    state character varying(10) NOT NULL,
    sent_on date,
    sent_to character varying(120) NOT NULL,
    decided_on date,
    decision_number character varying(60) NOT NULL,
    decision_note text NOT NULL,
    monthly_amount integer,
    paused_on date,
    pause_reason text NOT NULL,
    ended_on date,
    ended_as character varying(12) NOT NULL,
    end_note text NOT NULL,
    agency_id uuid NOT NULL,
    case_id uuid NOT NULL,
    person_id uuid NOT NULL,
    received_by_id uuid NOT NULL,
    counsel character varying(12) NOT NULL,
    counselled_by character varying(120) NOT NULL,
    counselled_on date,
    leaves_town boolean NOT NULL,
    moving_amount integer,
    moving_cost integer,
    moving_to character varying(200) NOT NULL,
    new_rent integer,
    subsidy character varying(8) NOT NULL,
    CONSTRAINT intake_housingbenefit_household_size_check CHECK ((household_size >= 0)),
    CONSTRAINT intake_housingbenefit_income_check CHECK ((income >= 0)),
    CONSTRAINT intake_housingbenefit_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT intake_housingbenefit_monthly_amount_check CHECK ((monthly_amount >= 0)),
    CONSTRAINT intake_housingbenefit_moving_amount_check CHECK ((moving_amount >= 0)),
    CONSTRAINT intake_housingbenefit_moving_cost_check CHECK ((moving_cost >= 0)),
    CONSTRAINT intake_housingbenefit_new_rent_check CHECK ((new_rent >= 0)),
    CONSTRAINT intake_housingbenefit_rent_check CHECK ((rent >= 0)),
    CONSTRAINT intake_housingbenefit_savings_check CHECK ((savings >= 0)),
    CONSTRAINT intake_housingbenefit_some_kind CHECK ((kinds > 0)),
    CONSTRAINT intake_housingbenefit_version_check CHECK ((version >= 0)),
    CONSTRAINT need_to_move_has_its_day CHECK (((NOT ((counsel)::text = 'needed'::text)) OR (counselled_on IS NOT NULL)))
);

ALTER TABLE ONLY public.intake_housingbenefit FORCE ROW LEVEL SECURITY;


ALTER TABLE public.intake_housingbenefit OWNER TO kasane_owner;

CREATE TABLE public.intake_housingtalk (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    "on" date NOT NULL,
    result character varying(10) NOT NULL,
    note text NOT NULL,
    next_on date,
    benefit_id uuid NOT NULL,
    by_id uuid NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT intake_housingtalk_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT intake_housingtalk_some_kind CHECK ((kinds > 0))
);

ALTER TABLE ONLY public.intake_housingtalk FORCE ROW LEVEL SECURITY;


ALTER TABLE public.intake_housingtalk OWNER TO kasane_owner;

CREATE TABLE public.intake_housingterm (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    number smallint NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    decided_on date NOT NULL,
    note text NOT NULL,
    benefit_id uuid NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT intake_housingterm_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT intake_housingterm_number_check CHECK ((number >= 0)),
    CONSTRAINT intake_housingterm_some_kind CHECK ((kinds > 0)),
    CONSTRAINT term_ends_later CHECK ((ends_on > starts_on))
);

ALTER TABLE ONLY public.intake_housingterm FORCE ROW LEVEL SECURITY;


ALTER TABLE public.intake_housingterm OWNER TO kasane_owner;

CREATE TABLE public.intake_informationgiven (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    "on" date NOT NULL,
    matter character varying(12) NOT NULL,
    things character varying(80)[] NOT NULL,
    note text NOT NULL,
    told_to character varying(12) NOT NULL,
    reply character varying(12) NOT NULL,
    reply_note text NOT NULL,
    agency_id uuid NOT NULL,
    case_id uuid NOT NULL,
    given_by_id uuid NOT NULL,
    CONSTRAINT assistance_has_its_reply CHECK (((NOT ((matter)::text = 'assistance'::text)) OR (NOT ((reply)::text = ''::text)))),
    CONSTRAINT intake_informationgiven_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT intake_informationgiven_some_kind CHECK ((kinds > 0))
);

ALTER TABLE ONLY public.intake_informationgiven FORCE ROW LEVEL SECURITY;


ALTER TABLE public.intake_informationgiven OWNER TO kasane_owner;

CREATE TABLE public.intake_maternityentry (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    due_on date NOT NULL,
    notified_on date,
    notified_weeks smallint,
    parity character varying(8) NOT NULL,
    situations character varying(14)[] NOT NULL,
    situation_note text NOT NULL,
    need character varying(12) NOT NULL,
    born_on date,
    birth_note text NOT NULL,
    postpartum_note text NOT NULL,
    ended_on date,
    ended_as character varying(16) NOT NULL,
    end_note text NOT NULL,
    agency_id uuid NOT NULL,
    case_id uuid NOT NULL,
    in_charge_id uuid NOT NULL,
    person_id uuid NOT NULL,
    CONSTRAINT intake_maternityentry_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT intake_maternityentry_notified_weeks_check CHECK ((notified_weeks >= 0)),
    CONSTRAINT intake_maternityentry_some_kind CHECK ((kinds > 0)),
    CONSTRAINT intake_maternityentry_version_check CHECK ((version >= 0)),
    CONSTRAINT ledger_end_has_its_reason CHECK (((((ended_as)::text = ''::text) AND (ended_on IS NULL)) OR ((ended_on IS NOT NULL) AND (NOT ((ended_as)::text = ''::text)))))
);

ALTER TABLE ONLY public.intake_maternityentry FORCE ROW LEVEL SECURITY;


ALTER TABLE public.intake_maternityentry OWNER TO kasane_owner;

CREATE TABLE public.intake_maternityneed (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    "on" date NOT NULL,
    need character varying(12) NOT NULL,
    reason text NOT NULL,
    by_id uuid NOT NULL,
    case_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    CONSTRAINT intake_maternityneed_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT intake_maternityneed_some_kind CHECK ((kinds > 0))
);

ALTER TABLE ONLY public.intake_maternityneed FORCE ROW LEVEL SECURITY;


ALTER TABLE public.intake_maternityneed OWNER TO kasane_owner;

CREATE TABLE public.intake_maternitytalk (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    stage character varying(14) NOT NULL,
    expected_on date NOT NULL,
    done_on date,
    note text NOT NULL,
    by_id uuid,
    case_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    CONSTRAINT intake_maternitytalk_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT intake_maternitytalk_some_kind CHECK ((kinds > 0))
);

ALTER TABLE ONLY public.intake_maternitytalk FORCE ROW LEVEL SECURITY;


ALTER TABLE public.intake_maternitytalk OWNER TO kasane_owner;

CREATE TABLE public.intake_outpostday (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    struck_on date,
    trace jsonb NOT NULL,
    "on" date NOT NULL,
    starts time without time zone,
    ends time without time zone,
    place character varying(120) NOT NULL,
    staff uuid[] NOT NULL,
    note character varying(200) NOT NULL,
    agency_id uuid NOT NULL,
    area_id uuid,
    author_id uuid NOT NULL,
    struck_by_id uuid,
    CONSTRAINT intake_outpostday_version_check CHECK ((version >= 0)),
    CONSTRAINT outpost_ends_after_start CHECK (((starts IS NULL) OR (ends IS NULL) OR (ends > starts)))
);

ALTER TABLE ONLY public.intake_outpostday FORCE ROW LEVEL SECURITY;


ALTER TABLE public.intake_outpostday OWNER TO kasane_owner;

CREATE TABLE public.intake_outpostreception (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    case_id uuid NOT NULL,
    day_id uuid NOT NULL,
    CONSTRAINT intake_outpostreception_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT intake_outpostreception_some_kind CHECK ((kinds > 0))
);

ALTER TABLE ONLY public.intake_outpostreception FORCE ROW LEVEL SECURITY;


ALTER TABLE public.intake_outpostreception OWNER TO kasane_owner;

CREATE TABLE public.intake_phonecall (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    direction character varying(4) NOT NULL,
    party character varying(120) NOT NULL,
    number character varying(40) NOT NULL,
    content text NOT NULL,
    call_back_until date,
    called_back_on date,
    emptied_on date,
    agency_id uuid NOT NULL,
    author_id uuid NOT NULL,
    called_back_by_id uuid,
    case_id uuid,
    CONSTRAINT intake_phonecall_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.intake_phonecall FORCE ROW LEVEL SECURITY;


ALTER TABLE public.intake_phonecall OWNER TO kasane_owner;

CREATE TABLE public.intake_prefecturehandover (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    "on" date NOT NULL,
    recipient character varying(120) NOT NULL,
    way character varying(24) NOT NULL,
    recommended_by character varying(120) NOT NULL,
    wish text NOT NULL,
    content text NOT NULL,
    ask text NOT NULL,
    goes_along boolean NOT NULL,
    follow_up_on date NOT NULL,
    followed_up_on date,
    arrival character varying(12) NOT NULL,
    result text NOT NULL,
    agency_id uuid NOT NULL,
    case_id uuid NOT NULL,
    followed_up_by_id uuid,
    handed_by_id uuid NOT NULL,
    telling_id uuid NOT NULL,
    CONSTRAINT arrival_has_its_day CHECK ((((arrival)::text = ''::text) OR (followed_up_on IS NOT NULL))),
    CONSTRAINT intake_prefecturehandover_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT intake_prefecturehandover_some_kind CHECK ((kinds > 0)),
    CONSTRAINT intake_prefecturehandover_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.intake_prefecturehandover FORCE ROW LEVEL SECURITY;


ALTER TABLE public.intake_prefecturehandover OWNER TO kasane_owner;

CREATE TABLE public.intake_reception (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    received_on date NOT NULL,
    channel character varying(12) NOT NULL,
    channel_note character varying(120) NOT NULL,
    consulter_is character varying(12) NOT NULL,
    consulter_tie character varying(60) NOT NULL,
    consulter_name character varying(120) NOT NULL,
    consulter_kana character varying(160) NOT NULL,
    consulter_contact character varying(120) NOT NULL,
    household_note text NOT NULL,
    overview text NOT NULL,
    topics character varying(16)[] NOT NULL,
    main_topic character varying(16) NOT NULL,
    is_urgent boolean NOT NULL,
    urgent_note character varying(200) NOT NULL,
    involved uuid[] NOT NULL,
    involved_note text NOT NULL,
    outcome character varying(16) NOT NULL,
    outcome_reason text NOT NULL,
    outcome_on date,
    agency_id uuid NOT NULL,
    case_id uuid NOT NULL,
    outcome_by_id uuid,
    received_by_id uuid NOT NULL,
    assistance character varying(8) NOT NULL,
    is_anonymous boolean NOT NULL,
    is_of_household boolean NOT NULL,
    CONSTRAINT intake_reception_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT intake_reception_some_kind CHECK ((kinds > 0)),
    CONSTRAINT intake_reception_version_check CHECK ((version >= 0)),
    CONSTRAINT outcome_has_its_reason CHECK ((((outcome)::text = ''::text) OR ((outcome_on IS NOT NULL) AND (NOT (outcome_reason = ''::text)))))
);

ALTER TABLE ONLY public.intake_reception FORCE ROW LEVEL SECURITY;


ALTER TABLE public.intake_reception OWNER TO kasane_owner;

CREATE TABLE public.intake_referral (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    kind character varying(10) NOT NULL,
    state character varying(10) NOT NULL,
    sent_on date NOT NULL,
    is_urgent boolean NOT NULL,
    to_coordination boolean NOT NULL,
    requests character varying(16)[] NOT NULL,
    course text NOT NULL,
    reason text NOT NULL,
    explained_by character varying(120) NOT NULL,
    explained_what text NOT NULL,
    explained_on date NOT NULL,
    wish text NOT NULL,
    arranges_meeting boolean NOT NULL,
    accompaniment character varying(12) NOT NULL,
    care_note text NOT NULL,
    attachments character varying(8)[] NOT NULL,
    attachment_note character varying(200) NOT NULL,
    follow_up_on date,
    received_on date,
    answered_on date,
    answer_note text NOT NULL,
    talk_on date,
    talk_with character varying(120) NOT NULL,
    talk_note text NOT NULL,
    withdrawn_on date,
    withdrawn_note text NOT NULL,
    followed_up_on date,
    follow_up_result text NOT NULL,
    answered_by_id uuid,
    case_id uuid NOT NULL,
    followed_up_by_id uuid,
    receiver_id uuid NOT NULL,
    sender_id uuid NOT NULL,
    sent_by_id uuid NOT NULL,
    "group" uuid,
    CONSTRAINT intake_referral_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT intake_referral_some_kind CHECK ((kinds > 0)),
    CONSTRAINT intake_referral_version_check CHECK ((version >= 0)),
    CONSTRAINT return_has_its_talk CHECK (((NOT ((state)::text = 'returned'::text)) OR ((talk_on IS NOT NULL) AND (NOT (talk_note = ''::text)))))
);

ALTER TABLE ONLY public.intake_referral FORCE ROW LEVEL SECURITY;


ALTER TABLE public.intake_referral OWNER TO kasane_owner;

CREATE TABLE public.intake_referralcomment (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    text text NOT NULL,
    asks boolean NOT NULL,
    replied_on date,
    agency_id uuid NOT NULL,
    author_id uuid NOT NULL,
    case_id uuid NOT NULL,
    referral_id uuid NOT NULL,
    CONSTRAINT intake_referralcomment_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT intake_referralcomment_some_kind CHECK ((kinds > 0))
);

ALTER TABLE ONLY public.intake_referralcomment FORCE ROW LEVEL SECURITY;


ALTER TABLE public.intake_referralcomment OWNER TO kasane_owner;

CREATE TABLE public.intake_referralvisit (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    state character varying(10) NOT NULL,
    "on" date NOT NULL,
    at time without time zone,
    place character varying(120) NOT NULL,
    meet_point character varying(120) NOT NULL,
    sender_goes character varying(120) NOT NULL,
    receiver_goes character varying(120) NOT NULL,
    note character varying(200) NOT NULL,
    result text NOT NULL,
    ended_on date,
    agency_id uuid NOT NULL,
    case_id uuid NOT NULL,
    ended_by_id uuid,
    planned_by_id uuid NOT NULL,
    referral_id uuid NOT NULL,
    CONSTRAINT ended_visit_has_its_result CHECK ((((state)::text = 'planned'::text) OR ((ended_on IS NOT NULL) AND (NOT (result = ''::text))))),
    CONSTRAINT intake_referralvisit_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT intake_referralvisit_some_kind CHECK ((kinds > 0)),
    CONSTRAINT intake_referralvisit_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.intake_referralvisit FORCE ROW LEVEL SECURITY;


ALTER TABLE public.intake_referralvisit OWNER TO kasane_owner;

CREATE TABLE public.intake_rightsroute (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    kind character varying(20) NOT NULL,
    started_on date NOT NULL,
    reason text NOT NULL,
    relatives character varying(10) NOT NULL,
    relatives_note text NOT NULL,
    counterpart character varying(120) NOT NULL,
    reported_on date,
    report_note text NOT NULL,
    result character varying(16) NOT NULL,
    ended_on date,
    result_note text NOT NULL,
    guardian_kind character varying(10) NOT NULL,
    guardian_name character varying(120) NOT NULL,
    follow_up_on date,
    followed_up_on date,
    follow_up_note text NOT NULL,
    agency_id uuid NOT NULL,
    case_id uuid NOT NULL,
    follows_id uuid,
    person_id uuid NOT NULL,
    reported_to_id uuid,
    started_by_id uuid NOT NULL,
    CONSTRAINT intake_rightsroute_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT intake_rightsroute_some_kind CHECK ((kinds > 0)),
    CONSTRAINT intake_rightsroute_version_check CHECK ((version >= 0)),
    CONSTRAINT route_result_has_its_day CHECK ((((ended_on IS NULL) AND ((result)::text = ''::text)) OR ((NOT ((result)::text = ''::text)) AND (ended_on IS NOT NULL))))
);

ALTER TABLE ONLY public.intake_rightsroute FORCE ROW LEVEL SECURITY;


ALTER TABLE public.intake_rightsroute OWNER TO kasane_owner;

CREATE TABLE public.intake_rightsstep (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    code character varying(20) NOT NULL,
    "order" smallint NOT NULL,
    planned_on date,
    done_on date,
    done_by character varying(120) NOT NULL,
    note text NOT NULL,
    case_id uuid NOT NULL,
    route_id uuid NOT NULL,
    CONSTRAINT intake_rightsstep_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT intake_rightsstep_order_check CHECK (("order" >= 0)),
    CONSTRAINT intake_rightsstep_some_kind CHECK ((kinds > 0)),
    CONSTRAINT intake_rightsstep_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.intake_rightsstep FORCE ROW LEVEL SECURITY;


ALTER TABLE public.intake_rightsstep OWNER TO kasane_owner;

CREATE TABLE public.intake_shortconsultation (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    struck_on date,
    trace jsonb NOT NULL,
    "on" date NOT NULL,
    channel character varying(12) NOT NULL,
    topics character varying(16)[] NOT NULL,
    field character varying(20) NOT NULL,
    age_band character varying(8) NOT NULL,
    consulter_is character varying(12) NOT NULL,
    minutes smallint,
    outcome character varying(10) NOT NULL,
    memo character varying(120) NOT NULL,
    received_on date,
    agency_id uuid NOT NULL,
    area_id uuid,
    author_id uuid NOT NULL,
    outpost_id uuid,
    struck_by_id uuid,
    CONSTRAINT intake_shortconsultation_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT intake_shortconsultation_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.intake_shortconsultation FORCE ROW LEVEL SECURITY;


ALTER TABLE public.intake_shortconsultation OWNER TO kasane_owner;

CREATE TABLE public.intake_supportplan (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    number smallint NOT NULL,
    made_on date NOT NULL,
    wishes text NOT NULL,
    issues text NOT NULL,
    goals text NOT NULL,
    with_person boolean NOT NULL,
    without_reason text NOT NULL,
    review_on date NOT NULL,
    handed_on date,
    case_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    made_by_id uuid NOT NULL,
    CONSTRAINT intake_supportplan_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT intake_supportplan_number_check CHECK ((number >= 0)),
    CONSTRAINT intake_supportplan_some_kind CHECK ((kinds > 0)),
    CONSTRAINT intake_supportplan_version_check CHECK ((version >= 0)),
    CONSTRAINT plan_alone_has_its_reason CHECK ((with_person OR (NOT (without_reason = ''::text))))
);

ALTER TABLE ONLY public.intake_supportplan FORCE ROW LEVEL SECURITY;


ALTER TABLE public.intake_supportplan OWNER TO kasane_owner;

CREATE TABLE public.intake_supportplanitem (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    "order" smallint NOT NULL,
    what character varying(200) NOT NULL,
    who character varying(120) NOT NULL,
    "when" character varying(120) NOT NULL,
    case_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    CONSTRAINT intake_supportplanitem_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT intake_supportplanitem_order_check CHECK (("order" >= 0)),
    CONSTRAINT intake_supportplanitem_some_kind CHECK ((kinds > 0))
);

ALTER TABLE ONLY public.intake_supportplanitem FORCE ROW LEVEL SECURITY;


ALTER TABLE public.intake_supportplanitem OWNER TO kasane_owner;

CREATE TABLE public.intake_volunteerreport (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    "on" date NOT NULL,
    state character varying(10) NOT NULL,
    reporter_role character varying(14) NOT NULL,
    reporter_name character varying(120) NOT NULL,
    is_anonymous boolean NOT NULL,
    about character varying(200) NOT NULL,
    address character varying(200) NOT NULL,
    noticed text NOT NULL,
    haste character varying(8) NOT NULL,
    watch_words character varying(200) NOT NULL,
    follow_up_on date,
    dealt_with text NOT NULL,
    dealt_on date,
    answered_on date,
    answer text NOT NULL,
    emptied_on date,
    agency_id uuid NOT NULL,
    author_id uuid NOT NULL,
    case_id uuid,
    dealt_by_id uuid,
    reporter_area_id uuid,
    CONSTRAINT dealt_with_has_its_day CHECK (((NOT ((state)::text = ANY ((ARRAY['done'::character varying, 'received'::character varying])::text[]))) OR (dealt_on IS NOT NULL))),
    CONSTRAINT intake_volunteerreport_version_check CHECK ((version >= 0)),
    CONSTRAINT watching_has_its_day CHECK (((NOT ((state)::text = 'watching'::text)) OR (follow_up_on IS NOT NULL)))
);

ALTER TABLE ONLY public.intake_volunteerreport FORCE ROW LEVEL SECURITY;


ALTER TABLE public.intake_volunteerreport OWNER TO kasane_owner;

CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);


ALTER TABLE public.mfa_authenticator OWNER TO kasane_owner;

ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.people_pair (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    case_a_id uuid NOT NULL,
    case_b_id uuid NOT NULL,
    weight double precision NOT NULL,
    probability double precision NOT NULL,
    levels smallint[] NOT NULL,
    origin character varying(8) NOT NULL,
    state character varying(10) NOT NULL,
    decided_at timestamp with time zone,
    reason character varying(400) NOT NULL,
    decided_by_id uuid,
    person_a_id uuid NOT NULL,
    person_b_id uuid NOT NULL,
    CONSTRAINT pair_in_order CHECK ((person_a_id < person_b_id))
);

ALTER TABLE ONLY public.people_pair FORCE ROW LEVEL SECURITY;


ALTER TABLE public.people_pair OWNER TO kasane_owner;

CREATE TABLE public.people_pattern (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    code character varying(16) NOT NULL,
    certainty character varying(8) NOT NULL,
    persons uuid[] NOT NULL,
    reasons text[] NOT NULL,
    missing text[] NOT NULL,
    since date NOT NULL,
    until date,
    checked_on date NOT NULL,
    answer text NOT NULL,
    answered_on date,
    answered_by_id uuid,
    answered_for_id uuid,
    case_id uuid NOT NULL,
    CONSTRAINT pattern_answer_has_its_day_and_author CHECK ((((answer = ''::text) AND (answered_by_id IS NULL) AND (answered_for_id IS NULL) AND (answered_on IS NULL)) OR ((answered_by_id IS NOT NULL) AND (answered_for_id IS NOT NULL) AND (answered_on IS NOT NULL)))),
    CONSTRAINT pattern_ends_after_start CHECK (((until IS NULL) OR (until >= since))),
    CONSTRAINT people_pattern_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT people_pattern_some_kind CHECK ((kinds > 0))
);

ALTER TABLE ONLY public.people_pattern FORCE ROW LEVEL SECURITY;


ALTER TABLE public.people_pattern OWNER TO kasane_owner;

CREATE TABLE public.people_person (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    family_name character varying(60) NOT NULL,
    given_name character varying(60) NOT NULL,
    family_kana character varying(80) NOT NULL,
    given_kana character varying(80) NOT NULL,
    sex character varying(8) NOT NULL,
    birth_date date,
    stated_age smallint,
    stated_age_on date,
    address character varying(200) NOT NULL,
    phone character varying(20) NOT NULL,
    mobile character varying(20) NOT NULL,
    email character varying(254) NOT NULL,
    is_subject boolean NOT NULL,
    relation character varying(20) NOT NULL,
    occupation character varying(80) NOT NULL,
    note text NOT NULL,
    joined_on date,
    area_id uuid,
    case_id uuid NOT NULL,
    died_on date,
    standing character varying(8) NOT NULL,
    contact_is_protected boolean NOT NULL,
    CONSTRAINT people_person_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT people_person_some_kind CHECK ((kinds > 0)),
    CONSTRAINT people_person_stated_age_check CHECK ((stated_age >= 0)),
    CONSTRAINT people_person_version_check CHECK ((version >= 0))
);

ALTER TABLE ONLY public.people_person FORCE ROW LEVEL SECURITY;


ALTER TABLE public.people_person OWNER TO kasane_owner;

CREATE TABLE public.people_personkey (
    person_id uuid NOT NULL,
    kinds smallint NOT NULL,
    family text NOT NULL,
    given text NOT NULL,
    family_kana text NOT NULL,
    given_kana text NOT NULL,
    family_sound text NOT NULL,
    given_sound text NOT NULL,
    former text NOT NULL,
    former_sound text NOT NULL,
    sex character varying(8) NOT NULL,
    birth_date date,
    birth_year smallint,
    address text NOT NULL,
    town text NOT NULL,
    phones text NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT people_personkey_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT people_personkey_some_kind CHECK ((kinds > 0))
);

ALTER TABLE ONLY public.people_personkey FORCE ROW LEVEL SECURITY;


ALTER TABLE public.people_personkey OWNER TO kasane_owner;

CREATE TABLE public.people_personstate (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    family_name character varying(60) NOT NULL,
    given_name character varying(60) NOT NULL,
    family_kana character varying(80) NOT NULL,
    given_kana character varying(80) NOT NULL,
    sex character varying(8) NOT NULL,
    birth_date date,
    stated_age smallint,
    stated_age_on date,
    died_on date,
    address character varying(200) NOT NULL,
    phone character varying(20) NOT NULL,
    mobile character varying(20) NOT NULL,
    email character varying(254) NOT NULL,
    relation character varying(20) NOT NULL,
    standing character varying(8) NOT NULL,
    occupation character varying(80) NOT NULL,
    note text NOT NULL,
    kinds smallint NOT NULL,
    valid daterange NOT NULL,
    reason character varying(12) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    replaced_at timestamp with time zone,
    area_id uuid,
    case_id uuid NOT NULL,
    person_id uuid NOT NULL,
    recorded_by_id uuid,
    CONSTRAINT people_personstate_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT people_personstate_some_kind CHECK ((kinds > 0)),
    CONSTRAINT people_personstate_stated_age_check CHECK ((stated_age >= 0))
);

ALTER TABLE ONLY public.people_personstate FORCE ROW LEVEL SECURITY;


ALTER TABLE public.people_personstate OWNER TO kasane_owner;

CREATE TABLE public.people_protectedcontact (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    address character varying(200) NOT NULL,
    phone character varying(20) NOT NULL,
    mobile character varying(20) NOT NULL,
    email character varying(254) NOT NULL,
    history jsonb NOT NULL,
    area_id uuid,
    staff uuid[] NOT NULL,
    reason character varying(200) NOT NULL,
    since date NOT NULL,
    case_id uuid NOT NULL,
    person_id uuid NOT NULL,
    recorded_by_id uuid,
    is_settled boolean NOT NULL,
    school character varying(80) NOT NULL,
    words text NOT NULL,
    workplace character varying(80) NOT NULL,
    CONSTRAINT people_protectedcontact_kinds_check CHECK ((kinds >= 0))
);

ALTER TABLE ONLY public.people_protectedcontact FORCE ROW LEVEL SECURITY;


ALTER TABLE public.people_protectedcontact OWNER TO kasane_owner;

CREATE TABLE public.people_protectedpassage (
    id bigint NOT NULL,
    persons uuid[] NOT NULL,
    table_name character varying(63) NOT NULL,
    row_id uuid NOT NULL,
    column_name character varying(63) NOT NULL,
    original text NOT NULL,
    masked text NOT NULL,
    at timestamp with time zone NOT NULL,
    case_id uuid NOT NULL,
    written_by_id uuid
);

ALTER TABLE ONLY public.people_protectedpassage FORCE ROW LEVEL SECURITY;


ALTER TABLE public.people_protectedpassage OWNER TO kasane_owner;

ALTER TABLE public.people_protectedpassage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_protectedpassage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.people_protectedword (
    id bigint NOT NULL,
    sort character varying(10) NOT NULL,
    pattern text NOT NULL,
    case_id uuid NOT NULL,
    person_id uuid NOT NULL
);

ALTER TABLE ONLY public.people_protectedword FORCE ROW LEVEL SECURITY;


ALTER TABLE public.people_protectedword OWNER TO kasane_owner;

ALTER TABLE public.people_protectedword ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_protectedword_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.people_protectionhandover (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    staff uuid[] NOT NULL,
    reason character varying(200) NOT NULL,
    agreed_at timestamp with time zone,
    agreed_by_id uuid,
    case_id uuid NOT NULL,
    contact_id uuid NOT NULL,
    proposed_by_id uuid NOT NULL,
    CONSTRAINT handover_by_two CHECK (((agreed_by_id IS NULL) OR (NOT ((agreed_by_id = proposed_by_id) AND (agreed_by_id IS NOT NULL))))),
    CONSTRAINT people_protectionhandover_kinds_check CHECK ((kinds >= 0))
);

ALTER TABLE ONLY public.people_protectionhandover FORCE ROW LEVEL SECURITY;


ALTER TABLE public.people_protectionhandover OWNER TO kasane_owner;

CREATE TABLE public.people_sameperson (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    person_id uuid NOT NULL,
    kinds smallint NOT NULL,
    identity uuid NOT NULL,
    case_id uuid NOT NULL,
    CONSTRAINT people_sameperson_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT people_sameperson_some_kind CHECK ((kinds > 0))
);

ALTER TABLE ONLY public.people_sameperson FORCE ROW LEVEL SECURITY;


ALTER TABLE public.people_sameperson OWNER TO kasane_owner;

CREATE TABLE public.people_tie (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    kinds smallint NOT NULL,
    thread uuid NOT NULL,
    other_label character varying(80) NOT NULL,
    kind character varying(12) NOT NULL,
    strength character varying(10) NOT NULL,
    note character varying(120) NOT NULL,
    valid daterange NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    replaced_at timestamp with time zone,
    case_id uuid NOT NULL,
    other_agency_id uuid,
    other_person_id uuid,
    person_id uuid NOT NULL,
    recorded_by_id uuid,
    CONSTRAINT people_tie_kinds_check CHECK ((kinds >= 0)),
    CONSTRAINT people_tie_some_kind CHECK ((kinds > 0)),
    CONSTRAINT tie_has_one_other_end CHECK ((((other_agency_id IS NULL) AND ((other_label)::text = ''::text) AND (other_person_id IS NOT NULL)) OR ((other_agency_id IS NOT NULL) AND ((other_label)::text = ''::text) AND (other_person_id IS NULL)) OR ((other_agency_id IS NULL) AND (other_person_id IS NULL) AND (NOT ((other_label)::text = ''::text))))),
    CONSTRAINT tie_not_to_oneself CHECK ((NOT ((person_id = other_person_id) AND (other_person_id IS NOT NULL))))
);

ALTER TABLE ONLY public.people_tie FORCE ROW LEVEL SECURITY;


ALTER TABLE public.people_tie OWNER TO kasane_owner;

CREATE TABLE public.portal_heldcounts (
    id bigint NOT NULL,
    "values" jsonb NOT NULL,
    published_id uuid NOT NULL
);

ALTER TABLE ONLY public.portal_heldcounts FORCE ROW LEVEL SECURITY;


ALTER TABLE public.portal_heldcounts OWNER TO kasane_owner;

ALTER TABLE public.portal_heldcounts ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.portal_heldcounts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.portal_publishedcounts (
    id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    "table" character varying(20) NOT NULL,
    year smallint NOT NULL,
    first smallint NOT NULL,
    last smallint NOT NULL,
    "least" smallint NOT NULL,
    closed_on date NOT NULL,
    content jsonb NOT NULL,
    CONSTRAINT portal_publishedcounts_first_check CHECK ((first >= 0)),
    CONSTRAINT portal_publishedcounts_last_check CHECK ((last >= 0)),
    CONSTRAINT portal_publishedcounts_least_check CHECK (("least" >= 0)),
    CONSTRAINT portal_publishedcounts_year_check CHECK ((year >= 0))
);

ALTER TABLE ONLY public.portal_publishedcounts FORCE ROW LEVEL SECURITY;


ALTER TABLE public.portal_publishedcounts OWNER TO kasane_owner;

INSERT INTO public.auth_permission VALUES (1, 'Can add permission', 1, 'add_permission');
INSERT INTO public.auth_permission VALUES (2, 'Can change permission', 1, 'change_permission');
INSERT INTO public.auth_permission VALUES (3, 'Can delete permission', 1, 'delete_permission');
INSERT INTO public.auth_permission VALUES (4, 'Can view permission', 1, 'view_permission');
INSERT INTO public.auth_permission VALUES (5, 'Can add group', 2, 'add_group');
INSERT INTO public.auth_permission VALUES (6, 'Can change group', 2, 'change_group');
INSERT INTO public.auth_permission VALUES (7, 'Can delete group', 2, 'delete_group');
INSERT INTO public.auth_permission VALUES (8, 'Can view group', 2, 'view_group');
INSERT INTO public.auth_permission VALUES (9, 'Can add content type', 3, 'add_contenttype');
INSERT INTO public.auth_permission VALUES (10, 'Can change content type', 3, 'change_contenttype');
INSERT INTO public.auth_permission VALUES (11, 'Can delete content type', 3, 'delete_contenttype');
INSERT INTO public.auth_permission VALUES (12, 'Can view content type', 3, 'view_contenttype');
INSERT INTO public.auth_permission VALUES (13, 'Can add session', 4, 'add_session');
INSERT INTO public.auth_permission VALUES (14, 'Can change session', 4, 'change_session');
INSERT INTO public.auth_permission VALUES (15, 'Can delete session', 4, 'delete_session');
INSERT INTO public.auth_permission VALUES (16, 'Can view session', 4, 'view_session');
INSERT INTO public.auth_permission VALUES (17, 'Can add published counts', 5, 'add_publishedcounts');
INSERT INTO public.auth_permission VALUES (18, 'Can change published counts', 5, 'change_publishedcounts');
INSERT INTO public.auth_permission VALUES (19, 'Can delete published counts', 5, 'delete_publishedcounts');
INSERT INTO public.auth_permission VALUES (20, 'Can view published counts', 5, 'view_publishedcounts');
INSERT INTO public.auth_permission VALUES (21, 'Can add held counts', 6, 'add_heldcounts');
INSERT INTO public.auth_permission VALUES (22, 'Can change held counts', 6, 'change_heldcounts');
INSERT INTO public.auth_permission VALUES (23, 'Can delete held counts', 6, 'delete_heldcounts');
INSERT INTO public.auth_permission VALUES (24, 'Can view held counts', 6, 'view_heldcounts');
INSERT INTO public.auth_permission VALUES (25, 'Can add email address', 7, 'add_emailaddress');
INSERT INTO public.auth_permission VALUES (26, 'Can change email address', 7, 'change_emailaddress');
INSERT INTO public.auth_permission VALUES (27, 'Can delete email address', 7, 'delete_emailaddress');
INSERT INTO public.auth_permission VALUES (28, 'Can view email address', 7, 'view_emailaddress');
INSERT INTO public.auth_permission VALUES (29, 'Can add email confirmation', 8, 'add_emailconfirmation');
INSERT INTO public.auth_permission VALUES (30, 'Can change email confirmation', 8, 'change_emailconfirmation');
INSERT INTO public.auth_permission VALUES (31, 'Can delete email confirmation', 8, 'delete_emailconfirmation');
INSERT INTO public.auth_permission VALUES (32, 'Can view email confirmation', 8, 'view_emailconfirmation');
INSERT INTO public.auth_permission VALUES (33, 'Can add authenticator', 9, 'add_authenticator');
INSERT INTO public.auth_permission VALUES (34, 'Can change authenticator', 9, 'change_authenticator');
INSERT INTO public.auth_permission VALUES (35, 'Can delete authenticator', 9, 'delete_authenticator');
INSERT INTO public.auth_permission VALUES (36, 'Can view authenticator', 9, 'view_authenticator');
INSERT INTO public.auth_permission VALUES (37, 'Can add counter', 10, 'add_counter');
INSERT INTO public.auth_permission VALUES (38, 'Can change counter', 10, 'change_counter');
INSERT INTO public.auth_permission VALUES (39, 'Can delete counter', 10, 'delete_counter');
INSERT INTO public.auth_permission VALUES (40, 'Can view counter', 10, 'view_counter');
INSERT INTO public.auth_permission VALUES (41, 'Can add 利用者アカウント', 11, 'add_user');
INSERT INTO public.auth_permission VALUES (42, 'Can change 利用者アカウント', 11, 'change_user');
INSERT INTO public.auth_permission VALUES (43, 'Can delete 利用者アカウント', 11, 'delete_user');
INSERT INTO public.auth_permission VALUES (44, 'Can view 利用者アカウント', 11, 'view_user');
INSERT INTO public.auth_permission VALUES (45, 'Can add account change', 12, 'add_accountchange');
INSERT INTO public.auth_permission VALUES (46, 'Can change account change', 12, 'change_accountchange');
INSERT INTO public.auth_permission VALUES (47, 'Can delete account change', 12, 'delete_accountchange');
INSERT INTO public.auth_permission VALUES (48, 'Can view account change', 12, 'view_accountchange');
INSERT INTO public.auth_permission VALUES (49, 'Can add area', 13, 'add_area');
INSERT INTO public.auth_permission VALUES (50, 'Can change area', 13, 'change_area');
INSERT INTO public.auth_permission VALUES (51, 'Can delete area', 13, 'delete_area');
INSERT INTO public.auth_permission VALUES (52, 'Can view area', 13, 'view_area');
INSERT INTO public.auth_permission VALUES (53, 'Can add 支援関係機関', 14, 'add_agency');
INSERT INTO public.auth_permission VALUES (54, 'Can change 支援関係機関', 14, 'change_agency');
INSERT INTO public.auth_permission VALUES (55, 'Can delete 支援関係機関', 14, 'delete_agency');
INSERT INTO public.auth_permission VALUES (56, 'Can view 支援関係機関', 14, 'view_agency');
INSERT INTO public.auth_permission VALUES (57, 'Can add delivery', 15, 'add_delivery');
INSERT INTO public.auth_permission VALUES (58, 'Can change delivery', 15, 'change_delivery');
INSERT INTO public.auth_permission VALUES (59, 'Can delete delivery', 15, 'delete_delivery');
INSERT INTO public.auth_permission VALUES (60, 'Can view delivery', 15, 'view_delivery');
INSERT INTO public.auth_permission VALUES (61, 'Can add delivery agency', 16, 'add_deliveryagency');
INSERT INTO public.auth_permission VALUES (62, 'Can change delivery agency', 16, 'change_deliveryagency');
INSERT INTO public.auth_permission VALUES (63, 'Can delete delivery agency', 16, 'delete_deliveryagency');
INSERT INTO public.auth_permission VALUES (64, 'Can view delivery agency', 16, 'view_deliveryagency');
INSERT INTO public.auth_permission VALUES (65, 'Can add delivery division', 17, 'add_deliverydivision');
INSERT INTO public.auth_permission VALUES (66, 'Can change delivery division', 17, 'change_deliverydivision');
INSERT INTO public.auth_permission VALUES (67, 'Can delete delivery division', 17, 'delete_deliverydivision');
INSERT INTO public.auth_permission VALUES (68, 'Can view delivery division', 17, 'view_deliverydivision');
INSERT INTO public.auth_permission VALUES (69, 'Can add municipality', 18, 'add_municipality');
INSERT INTO public.auth_permission VALUES (70, 'Can change municipality', 18, 'change_municipality');
INSERT INTO public.auth_permission VALUES (71, 'Can delete municipality', 18, 'delete_municipality');
INSERT INTO public.auth_permission VALUES (72, 'Can view municipality', 18, 'view_municipality');
INSERT INTO public.auth_permission VALUES (73, 'Can add post', 19, 'add_post');
INSERT INTO public.auth_permission VALUES (74, 'Can change post', 19, 'change_post');
INSERT INTO public.auth_permission VALUES (75, 'Can delete post', 19, 'delete_post');
INSERT INTO public.auth_permission VALUES (76, 'Can view post', 19, 'view_post');
INSERT INTO public.auth_permission VALUES (77, 'Can add contract', 20, 'add_contract');
INSERT INTO public.auth_permission VALUES (78, 'Can change contract', 20, 'change_contract');
INSERT INTO public.auth_permission VALUES (79, 'Can delete contract', 20, 'delete_contract');
INSERT INTO public.auth_permission VALUES (80, 'Can view contract', 20, 'view_contract');
INSERT INTO public.auth_permission VALUES (81, 'Can add outgoing mail', 21, 'add_outgoingmail');
INSERT INTO public.auth_permission VALUES (82, 'Can change outgoing mail', 21, 'change_outgoingmail');
INSERT INTO public.auth_permission VALUES (83, 'Can delete outgoing mail', 21, 'delete_outgoingmail');
INSERT INTO public.auth_permission VALUES (84, 'Can view outgoing mail', 21, 'view_outgoingmail');
INSERT INTO public.auth_permission VALUES (85, 'Can add 拠点', 22, 'add_site');
INSERT INTO public.auth_permission VALUES (86, 'Can change 拠点', 22, 'change_site');
INSERT INTO public.auth_permission VALUES (87, 'Can delete 拠点', 22, 'delete_site');
INSERT INTO public.auth_permission VALUES (88, 'Can view 拠点', 22, 'view_site');
INSERT INTO public.auth_permission VALUES (89, 'Can add training', 23, 'add_training');
INSERT INTO public.auth_permission VALUES (90, 'Can change training', 23, 'change_training');
INSERT INTO public.auth_permission VALUES (91, 'Can delete training', 23, 'delete_training');
INSERT INTO public.auth_permission VALUES (92, 'Can view training', 23, 'view_training');
INSERT INTO public.auth_permission VALUES (93, 'Can add seal', 24, 'add_seal');
INSERT INTO public.auth_permission VALUES (94, 'Can change seal', 24, 'change_seal');
INSERT INTO public.auth_permission VALUES (95, 'Can delete seal', 24, 'delete_seal');
INSERT INTO public.auth_permission VALUES (96, 'Can view seal', 24, 'view_seal');
INSERT INTO public.auth_permission VALUES (97, 'Can add consent', 25, 'add_consent');
INSERT INTO public.auth_permission VALUES (98, 'Can change consent', 25, 'change_consent');
INSERT INTO public.auth_permission VALUES (99, 'Can delete consent', 25, 'delete_consent');
INSERT INTO public.auth_permission VALUES (100, 'Can view consent', 25, 'view_consent');
INSERT INTO public.auth_permission VALUES (101, 'Can add grant', 26, 'add_grant');
INSERT INTO public.auth_permission VALUES (102, 'Can change grant', 26, 'change_grant');
INSERT INTO public.auth_permission VALUES (103, 'Can delete grant', 26, 'delete_grant');
INSERT INTO public.auth_permission VALUES (104, 'Can view grant', 26, 'view_grant');
INSERT INTO public.auth_permission VALUES (105, 'Can add log entry', 27, 'add_logentry');
INSERT INTO public.auth_permission VALUES (106, 'Can change log entry', 27, 'change_logentry');
INSERT INTO public.auth_permission VALUES (107, 'Can delete log entry', 27, 'delete_logentry');
INSERT INTO public.auth_permission VALUES (108, 'Can view log entry', 27, 'view_logentry');
INSERT INTO public.auth_permission VALUES (109, 'Can add evidence', 28, 'add_evidence');
INSERT INTO public.auth_permission VALUES (110, 'Can change evidence', 28, 'change_evidence');
INSERT INTO public.auth_permission VALUES (111, 'Can delete evidence', 28, 'delete_evidence');
INSERT INTO public.auth_permission VALUES (112, 'Can view evidence', 28, 'view_evidence');
INSERT INTO public.auth_permission VALUES (113, 'Can add legal exception', 29, 'add_legalexception');
INSERT INTO public.auth_permission VALUES (114, 'Can change legal exception', 29, 'change_legalexception');
INSERT INTO public.auth_permission VALUES (115, 'Can delete legal exception', 29, 'delete_legalexception');
INSERT INTO public.auth_permission VALUES (116, 'Can view legal exception', 29, 'view_legalexception');
INSERT INTO public.auth_permission VALUES (117, 'Can add disposal', 30, 'add_disposal');
INSERT INTO public.auth_permission VALUES (118, 'Can change disposal', 30, 'change_disposal');
INSERT INTO public.auth_permission VALUES (119, 'Can delete disposal', 30, 'delete_disposal');
INSERT INTO public.auth_permission VALUES (120, 'Can view disposal', 30, 'view_disposal');
INSERT INTO public.auth_permission VALUES (121, 'Can add disposal batch', 31, 'add_disposalbatch');
INSERT INTO public.auth_permission VALUES (122, 'Can change disposal batch', 31, 'change_disposalbatch');
INSERT INTO public.auth_permission VALUES (123, 'Can delete disposal batch', 31, 'delete_disposalbatch');
INSERT INTO public.auth_permission VALUES (124, 'Can view disposal batch', 31, 'view_disposalbatch');
INSERT INTO public.auth_permission VALUES (125, 'Can add disposal item', 32, 'add_disposalitem');
INSERT INTO public.auth_permission VALUES (126, 'Can change disposal item', 32, 'change_disposalitem');
INSERT INTO public.auth_permission VALUES (127, 'Can delete disposal item', 32, 'delete_disposalitem');
INSERT INTO public.auth_permission VALUES (128, 'Can view disposal item', 32, 'view_disposalitem');
INSERT INTO public.auth_permission VALUES (129, 'Can add past count', 33, 'add_pastcount');
INSERT INTO public.auth_permission VALUES (130, 'Can change past count', 33, 'change_pastcount');
INSERT INTO public.auth_permission VALUES (131, 'Can delete past count', 33, 'delete_pastcount');
INSERT INTO public.auth_permission VALUES (132, 'Can view past count', 33, 'view_pastcount');
INSERT INTO public.auth_permission VALUES (133, 'Can add retention hold', 34, 'add_retentionhold');
INSERT INTO public.auth_permission VALUES (134, 'Can change retention hold', 34, 'change_retentionhold');
INSERT INTO public.auth_permission VALUES (135, 'Can delete retention hold', 34, 'delete_retentionhold');
INSERT INTO public.auth_permission VALUES (136, 'Can view retention hold', 34, 'view_retentionhold');
INSERT INTO public.auth_permission VALUES (137, 'Can add oversight check', 35, 'add_oversightcheck');
INSERT INTO public.auth_permission VALUES (138, 'Can change oversight check', 35, 'change_oversightcheck');
INSERT INTO public.auth_permission VALUES (139, 'Can delete oversight check', 35, 'delete_oversightcheck');
INSERT INTO public.auth_permission VALUES (140, 'Can view oversight check', 35, 'view_oversightcheck');
INSERT INTO public.auth_permission VALUES (141, 'Can add case', 36, 'add_case');
INSERT INTO public.auth_permission VALUES (142, 'Can change case', 36, 'change_case');
INSERT INTO public.auth_permission VALUES (143, 'Can delete case', 36, 'delete_case');
INSERT INTO public.auth_permission VALUES (144, 'Can view case', 36, 'view_case');
INSERT INTO public.auth_permission VALUES (145, 'Can add draft', 37, 'add_draft');
INSERT INTO public.auth_permission VALUES (146, 'Can change draft', 37, 'change_draft');
INSERT INTO public.auth_permission VALUES (147, 'Can delete draft', 37, 'delete_draft');
INSERT INTO public.auth_permission VALUES (148, 'Can view draft', 37, 'view_draft');
INSERT INTO public.auth_permission VALUES (149, 'Can add event', 38, 'add_event');
INSERT INTO public.auth_permission VALUES (150, 'Can change event', 38, 'change_event');
INSERT INTO public.auth_permission VALUES (151, 'Can delete event', 38, 'delete_event');
INSERT INTO public.auth_permission VALUES (152, 'Can view event', 38, 'view_event');
INSERT INTO public.auth_permission VALUES (153, 'Can add support record', 39, 'add_supportrecord');
INSERT INTO public.auth_permission VALUES (154, 'Can change support record', 39, 'change_supportrecord');
INSERT INTO public.auth_permission VALUES (155, 'Can delete support record', 39, 'delete_supportrecord');
INSERT INTO public.auth_permission VALUES (156, 'Can view support record', 39, 'view_supportrecord');
INSERT INTO public.auth_permission VALUES (157, 'Can add task', 40, 'add_task');
INSERT INTO public.auth_permission VALUES (158, 'Can change task', 40, 'change_task');
INSERT INTO public.auth_permission VALUES (159, 'Can delete task', 40, 'delete_task');
INSERT INTO public.auth_permission VALUES (160, 'Can view task', 40, 'view_task');
INSERT INTO public.auth_permission VALUES (161, 'Can add telling', 41, 'add_telling');
INSERT INTO public.auth_permission VALUES (162, 'Can change telling', 41, 'change_telling');
INSERT INTO public.auth_permission VALUES (163, 'Can delete telling', 41, 'delete_telling');
INSERT INTO public.auth_permission VALUES (164, 'Can view telling', 41, 'view_telling');
INSERT INTO public.auth_permission VALUES (165, 'Can add alarm', 42, 'add_alarm');
INSERT INTO public.auth_permission VALUES (166, 'Can change alarm', 42, 'change_alarm');
INSERT INTO public.auth_permission VALUES (167, 'Can delete alarm', 42, 'delete_alarm');
INSERT INTO public.auth_permission VALUES (168, 'Can view alarm', 42, 'view_alarm');
INSERT INTO public.auth_permission VALUES (169, 'Can add alarm step', 43, 'add_alarmstep');
INSERT INTO public.auth_permission VALUES (170, 'Can change alarm step', 43, 'change_alarmstep');
INSERT INTO public.auth_permission VALUES (171, 'Can delete alarm step', 43, 'delete_alarmstep');
INSERT INTO public.auth_permission VALUES (172, 'Can view alarm step', 43, 'view_alarmstep');
INSERT INTO public.auth_permission VALUES (173, 'Can add alarm told', 44, 'add_alarmtold');
INSERT INTO public.auth_permission VALUES (174, 'Can change alarm told', 44, 'change_alarmtold');
INSERT INTO public.auth_permission VALUES (175, 'Can delete alarm told', 44, 'delete_alarmtold');
INSERT INTO public.auth_permission VALUES (176, 'Can view alarm told', 44, 'view_alarmtold');
INSERT INTO public.auth_permission VALUES (177, 'Can add phrase', 45, 'add_phrase');
INSERT INTO public.auth_permission VALUES (178, 'Can change phrase', 45, 'change_phrase');
INSERT INTO public.auth_permission VALUES (179, 'Can delete phrase', 45, 'delete_phrase');
INSERT INTO public.auth_permission VALUES (180, 'Can view phrase', 45, 'view_phrase');
INSERT INTO public.auth_permission VALUES (181, 'Can add person', 46, 'add_person');
INSERT INTO public.auth_permission VALUES (182, 'Can change person', 46, 'change_person');
INSERT INTO public.auth_permission VALUES (183, 'Can delete person', 46, 'delete_person');
INSERT INTO public.auth_permission VALUES (184, 'Can view person', 46, 'view_person');
INSERT INTO public.auth_permission VALUES (185, 'Can add person key', 47, 'add_personkey');
INSERT INTO public.auth_permission VALUES (186, 'Can change person key', 47, 'change_personkey');
INSERT INTO public.auth_permission VALUES (187, 'Can delete person key', 47, 'delete_personkey');
INSERT INTO public.auth_permission VALUES (188, 'Can view person key', 47, 'view_personkey');
INSERT INTO public.auth_permission VALUES (189, 'Can add person state', 48, 'add_personstate');
INSERT INTO public.auth_permission VALUES (190, 'Can change person state', 48, 'change_personstate');
INSERT INTO public.auth_permission VALUES (191, 'Can delete person state', 48, 'delete_personstate');
INSERT INTO public.auth_permission VALUES (192, 'Can view person state', 48, 'view_personstate');
INSERT INTO public.auth_permission VALUES (193, 'Can add tie', 49, 'add_tie');
INSERT INTO public.auth_permission VALUES (194, 'Can change tie', 49, 'change_tie');
INSERT INTO public.auth_permission VALUES (195, 'Can delete tie', 49, 'delete_tie');
INSERT INTO public.auth_permission VALUES (196, 'Can view tie', 49, 'view_tie');
INSERT INTO public.auth_permission VALUES (197, 'Can add match key', 50, 'add_matchkey');
INSERT INTO public.auth_permission VALUES (198, 'Can change match key', 50, 'change_matchkey');
INSERT INTO public.auth_permission VALUES (199, 'Can delete match key', 50, 'delete_matchkey');
INSERT INTO public.auth_permission VALUES (200, 'Can view match key', 50, 'view_matchkey');
INSERT INTO public.auth_permission VALUES (201, 'Can add same person', 51, 'add_sameperson');
INSERT INTO public.auth_permission VALUES (202, 'Can change same person', 51, 'change_sameperson');
INSERT INTO public.auth_permission VALUES (203, 'Can delete same person', 51, 'delete_sameperson');
INSERT INTO public.auth_permission VALUES (204, 'Can view same person', 51, 'view_sameperson');
INSERT INTO public.auth_permission VALUES (205, 'Can add pair', 52, 'add_pair');
INSERT INTO public.auth_permission VALUES (206, 'Can change pair', 52, 'change_pair');
INSERT INTO public.auth_permission VALUES (207, 'Can delete pair', 52, 'delete_pair');
INSERT INTO public.auth_permission VALUES (208, 'Can view pair', 52, 'view_pair');
INSERT INTO public.auth_permission VALUES (209, 'Can add pattern', 53, 'add_pattern');
INSERT INTO public.auth_permission VALUES (210, 'Can change pattern', 53, 'change_pattern');
INSERT INTO public.auth_permission VALUES (211, 'Can delete pattern', 53, 'delete_pattern');
INSERT INTO public.auth_permission VALUES (212, 'Can view pattern', 53, 'view_pattern');
INSERT INTO public.auth_permission VALUES (213, 'Can add protected contact', 54, 'add_protectedcontact');
INSERT INTO public.auth_permission VALUES (214, 'Can change protected contact', 54, 'change_protectedcontact');
INSERT INTO public.auth_permission VALUES (215, 'Can delete protected contact', 54, 'delete_protectedcontact');
INSERT INTO public.auth_permission VALUES (216, 'Can view protected contact', 54, 'view_protectedcontact');
INSERT INTO public.auth_permission VALUES (217, 'Can add protected passage', 55, 'add_protectedpassage');
INSERT INTO public.auth_permission VALUES (218, 'Can change protected passage', 55, 'change_protectedpassage');
INSERT INTO public.auth_permission VALUES (219, 'Can delete protected passage', 55, 'delete_protectedpassage');
INSERT INTO public.auth_permission VALUES (220, 'Can view protected passage', 55, 'view_protectedpassage');
INSERT INTO public.auth_permission VALUES (221, 'Can add protected word', 56, 'add_protectedword');
INSERT INTO public.auth_permission VALUES (222, 'Can change protected word', 56, 'change_protectedword');
INSERT INTO public.auth_permission VALUES (223, 'Can delete protected word', 56, 'delete_protectedword');
INSERT INTO public.auth_permission VALUES (224, 'Can view protected word', 56, 'view_protectedword');
INSERT INTO public.auth_permission VALUES (225, 'Can add protection handover', 57, 'add_protectionhandover');
INSERT INTO public.auth_permission VALUES (226, 'Can change protection handover', 57, 'change_protectionhandover');
INSERT INTO public.auth_permission VALUES (227, 'Can delete protection handover', 57, 'delete_protectionhandover');
INSERT INTO public.auth_permission VALUES (228, 'Can view protection handover', 57, 'view_protectionhandover');
INSERT INTO public.auth_permission VALUES (229, 'Can add reception', 58, 'add_reception');
INSERT INTO public.auth_permission VALUES (230, 'Can change reception', 58, 'change_reception');
INSERT INTO public.auth_permission VALUES (231, 'Can delete reception', 58, 'delete_reception');
INSERT INTO public.auth_permission VALUES (232, 'Can view reception', 58, 'view_reception');
INSERT INTO public.auth_permission VALUES (233, 'Can add referral', 59, 'add_referral');
INSERT INTO public.auth_permission VALUES (234, 'Can change referral', 59, 'change_referral');
INSERT INTO public.auth_permission VALUES (235, 'Can delete referral', 59, 'delete_referral');
INSERT INTO public.auth_permission VALUES (236, 'Can view referral', 59, 'view_referral');
INSERT INTO public.auth_permission VALUES (237, 'Can add door count', 60, 'add_doorcount');
INSERT INTO public.auth_permission VALUES (238, 'Can change door count', 60, 'change_doorcount');
INSERT INTO public.auth_permission VALUES (239, 'Can delete door count', 60, 'delete_doorcount');
INSERT INTO public.auth_permission VALUES (240, 'Can view door count', 60, 'view_doorcount');
INSERT INTO public.auth_permission VALUES (241, 'Can add door message', 61, 'add_doormessage');
INSERT INTO public.auth_permission VALUES (242, 'Can change door message', 61, 'change_doormessage');
INSERT INTO public.auth_permission VALUES (243, 'Can delete door message', 61, 'delete_doormessage');
INSERT INTO public.auth_permission VALUES (244, 'Can view door message', 61, 'view_doormessage');
INSERT INTO public.auth_permission VALUES (245, 'Can add door step', 62, 'add_doorstep');
INSERT INTO public.auth_permission VALUES (246, 'Can change door step', 62, 'change_doorstep');
INSERT INTO public.auth_permission VALUES (247, 'Can delete door step', 62, 'delete_doorstep');
INSERT INTO public.auth_permission VALUES (248, 'Can view door step', 62, 'view_doorstep');
INSERT INTO public.auth_permission VALUES (249, 'Can add hop step', 63, 'add_hopstep');
INSERT INTO public.auth_permission VALUES (250, 'Can change hop step', 63, 'change_hopstep');
INSERT INTO public.auth_permission VALUES (251, 'Can delete hop step', 63, 'delete_hopstep');
INSERT INTO public.auth_permission VALUES (252, 'Can view hop step', 63, 'view_hopstep');
INSERT INTO public.auth_permission VALUES (253, 'Can add referral comment', 64, 'add_referralcomment');
INSERT INTO public.auth_permission VALUES (254, 'Can change referral comment', 64, 'change_referralcomment');
INSERT INTO public.auth_permission VALUES (255, 'Can delete referral comment', 64, 'delete_referralcomment');
INSERT INTO public.auth_permission VALUES (256, 'Can view referral comment', 64, 'view_referralcomment');
INSERT INTO public.auth_permission VALUES (257, 'Can add referral visit', 65, 'add_referralvisit');
INSERT INTO public.auth_permission VALUES (258, 'Can change referral visit', 65, 'change_referralvisit');
INSERT INTO public.auth_permission VALUES (259, 'Can delete referral visit', 65, 'delete_referralvisit');
INSERT INTO public.auth_permission VALUES (260, 'Can view referral visit', 65, 'view_referralvisit');
INSERT INTO public.auth_permission VALUES (261, 'Can add information given', 66, 'add_informationgiven');
INSERT INTO public.auth_permission VALUES (262, 'Can change information given', 66, 'change_informationgiven');
INSERT INTO public.auth_permission VALUES (263, 'Can delete information given', 66, 'delete_informationgiven');
INSERT INTO public.auth_permission VALUES (264, 'Can view information given', 66, 'view_informationgiven');
INSERT INTO public.auth_permission VALUES (265, 'Can add prefecture hand over', 67, 'add_prefecturehandover');
INSERT INTO public.auth_permission VALUES (266, 'Can change prefecture hand over', 67, 'change_prefecturehandover');
INSERT INTO public.auth_permission VALUES (267, 'Can delete prefecture hand over', 67, 'delete_prefecturehandover');
INSERT INTO public.auth_permission VALUES (268, 'Can view prefecture hand over', 67, 'view_prefecturehandover');
INSERT INTO public.auth_permission VALUES (269, 'Can add outpost day', 68, 'add_outpostday');
INSERT INTO public.auth_permission VALUES (270, 'Can change outpost day', 68, 'change_outpostday');
INSERT INTO public.auth_permission VALUES (271, 'Can delete outpost day', 68, 'delete_outpostday');
INSERT INTO public.auth_permission VALUES (272, 'Can view outpost day', 68, 'view_outpostday');
INSERT INTO public.auth_permission VALUES (273, 'Can add outpost reception', 69, 'add_outpostreception');
INSERT INTO public.auth_permission VALUES (274, 'Can change outpost reception', 69, 'change_outpostreception');
INSERT INTO public.auth_permission VALUES (275, 'Can delete outpost reception', 69, 'delete_outpostreception');
INSERT INTO public.auth_permission VALUES (276, 'Can view outpost reception', 69, 'view_outpostreception');
INSERT INTO public.auth_permission VALUES (277, 'Can add phone call', 70, 'add_phonecall');
INSERT INTO public.auth_permission VALUES (278, 'Can change phone call', 70, 'change_phonecall');
INSERT INTO public.auth_permission VALUES (279, 'Can delete phone call', 70, 'delete_phonecall');
INSERT INTO public.auth_permission VALUES (280, 'Can view phone call', 70, 'view_phonecall');
INSERT INTO public.auth_permission VALUES (281, 'Can add short consultation', 71, 'add_shortconsultation');
INSERT INTO public.auth_permission VALUES (282, 'Can change short consultation', 71, 'change_shortconsultation');
INSERT INTO public.auth_permission VALUES (283, 'Can delete short consultation', 71, 'delete_shortconsultation');
INSERT INTO public.auth_permission VALUES (284, 'Can view short consultation', 71, 'view_shortconsultation');
INSERT INTO public.auth_permission VALUES (285, 'Can add volunteer report', 72, 'add_volunteerreport');
INSERT INTO public.auth_permission VALUES (286, 'Can change volunteer report', 72, 'change_volunteerreport');
INSERT INTO public.auth_permission VALUES (287, 'Can delete volunteer report', 72, 'delete_volunteerreport');
INSERT INTO public.auth_permission VALUES (288, 'Can view volunteer report', 72, 'view_volunteerreport');
INSERT INTO public.auth_permission VALUES (289, 'Can add desk activity', 73, 'add_deskactivity');
INSERT INTO public.auth_permission VALUES (290, 'Can change desk activity', 73, 'change_deskactivity');
INSERT INTO public.auth_permission VALUES (291, 'Can delete desk activity', 73, 'delete_deskactivity');
INSERT INTO public.auth_permission VALUES (292, 'Can view desk activity', 73, 'view_deskactivity');
INSERT INTO public.auth_permission VALUES (293, 'Can add extra answer', 74, 'add_extraanswer');
INSERT INTO public.auth_permission VALUES (294, 'Can change extra answer', 74, 'change_extraanswer');
INSERT INTO public.auth_permission VALUES (295, 'Can delete extra answer', 74, 'delete_extraanswer');
INSERT INTO public.auth_permission VALUES (296, 'Can view extra answer', 74, 'view_extraanswer');
INSERT INTO public.auth_permission VALUES (297, 'Can add housing benefit', 75, 'add_housingbenefit');
INSERT INTO public.auth_permission VALUES (298, 'Can change housing benefit', 75, 'change_housingbenefit');
INSERT INTO public.auth_permission VALUES (299, 'Can delete housing benefit', 75, 'delete_housingbenefit');
INSERT INTO public.auth_permission VALUES (300, 'Can view housing benefit', 75, 'view_housingbenefit');
INSERT INTO public.auth_permission VALUES (301, 'Can add housing talk', 76, 'add_housingtalk');
INSERT INTO public.auth_permission VALUES (302, 'Can change housing talk', 76, 'change_housingtalk');
INSERT INTO public.auth_permission VALUES (303, 'Can delete housing talk', 76, 'delete_housingtalk');
INSERT INTO public.auth_permission VALUES (304, 'Can view housing talk', 76, 'view_housingtalk');
INSERT INTO public.auth_permission VALUES (305, 'Can add housing term', 77, 'add_housingterm');
INSERT INTO public.auth_permission VALUES (306, 'Can change housing term', 77, 'change_housingterm');
INSERT INTO public.auth_permission VALUES (307, 'Can delete housing term', 77, 'delete_housingterm');
INSERT INTO public.auth_permission VALUES (308, 'Can view housing term', 77, 'view_housingterm');
INSERT INTO public.auth_permission VALUES (309, 'Can add maternity entry', 78, 'add_maternityentry');
INSERT INTO public.auth_permission VALUES (310, 'Can change maternity entry', 78, 'change_maternityentry');
INSERT INTO public.auth_permission VALUES (311, 'Can delete maternity entry', 78, 'delete_maternityentry');
INSERT INTO public.auth_permission VALUES (312, 'Can view maternity entry', 78, 'view_maternityentry');
INSERT INTO public.auth_permission VALUES (313, 'Can add maternity need', 79, 'add_maternityneed');
INSERT INTO public.auth_permission VALUES (314, 'Can change maternity need', 79, 'change_maternityneed');
INSERT INTO public.auth_permission VALUES (315, 'Can delete maternity need', 79, 'delete_maternityneed');
INSERT INTO public.auth_permission VALUES (316, 'Can view maternity need', 79, 'view_maternityneed');
INSERT INTO public.auth_permission VALUES (317, 'Can add maternity talk', 80, 'add_maternitytalk');
INSERT INTO public.auth_permission VALUES (318, 'Can change maternity talk', 80, 'change_maternitytalk');
INSERT INTO public.auth_permission VALUES (319, 'Can delete maternity talk', 80, 'delete_maternitytalk');
INSERT INTO public.auth_permission VALUES (320, 'Can view maternity talk', 80, 'view_maternitytalk');
INSERT INTO public.auth_permission VALUES (321, 'Can add rights route', 81, 'add_rightsroute');
INSERT INTO public.auth_permission VALUES (322, 'Can change rights route', 81, 'change_rightsroute');
INSERT INTO public.auth_permission VALUES (323, 'Can delete rights route', 81, 'delete_rightsroute');
INSERT INTO public.auth_permission VALUES (324, 'Can view rights route', 81, 'view_rightsroute');
INSERT INTO public.auth_permission VALUES (325, 'Can add rights step', 82, 'add_rightsstep');
INSERT INTO public.auth_permission VALUES (326, 'Can change rights step', 82, 'change_rightsstep');
INSERT INTO public.auth_permission VALUES (327, 'Can delete rights step', 82, 'delete_rightsstep');
INSERT INTO public.auth_permission VALUES (328, 'Can view rights step', 82, 'view_rightsstep');
INSERT INTO public.auth_permission VALUES (329, 'Can add support plan', 83, 'add_supportplan');
INSERT INTO public.auth_permission VALUES (330, 'Can change support plan', 83, 'change_supportplan');
INSERT INTO public.auth_permission VALUES (331, 'Can delete support plan', 83, 'delete_supportplan');
INSERT INTO public.auth_permission VALUES (332, 'Can view support plan', 83, 'view_supportplan');
INSERT INTO public.auth_permission VALUES (333, 'Can add support plan item', 84, 'add_supportplanitem');
INSERT INTO public.auth_permission VALUES (334, 'Can change support plan item', 84, 'change_supportplanitem');
INSERT INTO public.auth_permission VALUES (335, 'Can delete support plan item', 84, 'delete_supportplanitem');
INSERT INTO public.auth_permission VALUES (336, 'Can view support plan item', 84, 'view_supportplanitem');
INSERT INTO public.auth_permission VALUES (337, 'Can add assessment', 85, 'add_assessment');
INSERT INTO public.auth_permission VALUES (338, 'Can change assessment', 85, 'change_assessment');
INSERT INTO public.auth_permission VALUES (339, 'Can delete assessment', 85, 'delete_assessment');
INSERT INTO public.auth_permission VALUES (340, 'Can view assessment', 85, 'view_assessment');
INSERT INTO public.auth_permission VALUES (341, 'Can add assessment part', 86, 'add_assessmentpart');
INSERT INTO public.auth_permission VALUES (342, 'Can change assessment part', 86, 'change_assessmentpart');
INSERT INTO public.auth_permission VALUES (343, 'Can delete assessment part', 86, 'delete_assessmentpart');
INSERT INTO public.auth_permission VALUES (344, 'Can view assessment part', 86, 'view_assessmentpart');
INSERT INTO public.auth_permission VALUES (345, 'Can add conference judgement', 87, 'add_conferencejudgement');
INSERT INTO public.auth_permission VALUES (346, 'Can change conference judgement', 87, 'change_conferencejudgement');
INSERT INTO public.auth_permission VALUES (347, 'Can delete conference judgement', 87, 'delete_conferencejudgement');
INSERT INTO public.auth_permission VALUES (348, 'Can view conference judgement', 87, 'view_conferencejudgement');
INSERT INTO public.auth_permission VALUES (349, 'Can add connectedness', 88, 'add_connectedness');
INSERT INTO public.auth_permission VALUES (350, 'Can change connectedness', 88, 'change_connectedness');
INSERT INTO public.auth_permission VALUES (351, 'Can delete connectedness', 88, 'delete_connectedness');
INSERT INTO public.auth_permission VALUES (352, 'Can view connectedness', 88, 'view_connectedness');
INSERT INTO public.auth_permission VALUES (353, 'Can add person issue', 89, 'add_personissue');
INSERT INTO public.auth_permission VALUES (354, 'Can change person issue', 89, 'change_personissue');
INSERT INTO public.auth_permission VALUES (355, 'Can delete person issue', 89, 'delete_personissue');
INSERT INTO public.auth_permission VALUES (356, 'Can view person issue', 89, 'view_personissue');
INSERT INTO public.auth_permission VALUES (357, 'Can add plan', 90, 'add_plan');
INSERT INTO public.auth_permission VALUES (358, 'Can change plan', 90, 'change_plan');
INSERT INTO public.auth_permission VALUES (359, 'Can delete plan', 90, 'delete_plan');
INSERT INTO public.auth_permission VALUES (360, 'Can view plan', 90, 'view_plan');
INSERT INTO public.auth_permission VALUES (361, 'Can add monitoring', 91, 'add_monitoring');
INSERT INTO public.auth_permission VALUES (362, 'Can change monitoring', 91, 'change_monitoring');
INSERT INTO public.auth_permission VALUES (363, 'Can delete monitoring', 91, 'delete_monitoring');
INSERT INTO public.auth_permission VALUES (364, 'Can view monitoring', 91, 'view_monitoring');
INSERT INTO public.auth_permission VALUES (365, 'Can add evaluation', 92, 'add_evaluation');
INSERT INTO public.auth_permission VALUES (366, 'Can change evaluation', 92, 'change_evaluation');
INSERT INTO public.auth_permission VALUES (367, 'Can delete evaluation', 92, 'delete_evaluation');
INSERT INTO public.auth_permission VALUES (368, 'Can view evaluation', 92, 'view_evaluation');
INSERT INTO public.auth_permission VALUES (369, 'Can add decision', 93, 'add_decision');
INSERT INTO public.auth_permission VALUES (370, 'Can change decision', 93, 'change_decision');
INSERT INTO public.auth_permission VALUES (371, 'Can delete decision', 93, 'delete_decision');
INSERT INTO public.auth_permission VALUES (372, 'Can view decision', 93, 'view_decision');
INSERT INTO public.auth_permission VALUES (373, 'Can add plan goal', 94, 'add_plangoal');
INSERT INTO public.auth_permission VALUES (374, 'Can change plan goal', 94, 'change_plangoal');
INSERT INTO public.auth_permission VALUES (375, 'Can delete plan goal', 94, 'delete_plangoal');
INSERT INTO public.auth_permission VALUES (376, 'Can view plan goal', 94, 'view_plangoal');
INSERT INTO public.auth_permission VALUES (377, 'Can add goal result', 95, 'add_goalresult');
INSERT INTO public.auth_permission VALUES (378, 'Can change goal result', 95, 'change_goalresult');
INSERT INTO public.auth_permission VALUES (379, 'Can delete goal result', 95, 'delete_goalresult');
INSERT INTO public.auth_permission VALUES (380, 'Can view goal result', 95, 'view_goalresult');
INSERT INTO public.auth_permission VALUES (381, 'Can add plan item', 96, 'add_planitem');
INSERT INTO public.auth_permission VALUES (382, 'Can change plan item', 96, 'change_planitem');
INSERT INTO public.auth_permission VALUES (383, 'Can delete plan item', 96, 'delete_planitem');
INSERT INTO public.auth_permission VALUES (384, 'Can view plan item', 96, 'view_planitem');
INSERT INTO public.auth_permission VALUES (385, 'Can add monitoring item', 97, 'add_monitoringitem');
INSERT INTO public.auth_permission VALUES (386, 'Can change monitoring item', 97, 'change_monitoringitem');
INSERT INTO public.auth_permission VALUES (387, 'Can delete monitoring item', 97, 'delete_monitoringitem');
INSERT INTO public.auth_permission VALUES (388, 'Can view monitoring item', 97, 'view_monitoringitem');
INSERT INTO public.auth_permission VALUES (389, 'Can add application', 98, 'add_application');
INSERT INTO public.auth_permission VALUES (390, 'Can change application', 98, 'change_application');
INSERT INTO public.auth_permission VALUES (391, 'Can delete application', 98, 'delete_application');
INSERT INTO public.auth_permission VALUES (392, 'Can view application', 98, 'view_application');
INSERT INTO public.auth_permission VALUES (393, 'Can add drawn signature', 99, 'add_drawnsignature');
INSERT INTO public.auth_permission VALUES (394, 'Can change drawn signature', 99, 'change_drawnsignature');
INSERT INTO public.auth_permission VALUES (395, 'Can delete drawn signature', 99, 'delete_drawnsignature');
INSERT INTO public.auth_permission VALUES (396, 'Can view drawn signature', 99, 'view_drawnsignature');
INSERT INTO public.auth_permission VALUES (397, 'Can add information answer', 100, 'add_informationanswer');
INSERT INTO public.auth_permission VALUES (398, 'Can change information answer', 100, 'change_informationanswer');
INSERT INTO public.auth_permission VALUES (399, 'Can delete information answer', 100, 'delete_informationanswer');
INSERT INTO public.auth_permission VALUES (400, 'Can view information answer', 100, 'view_informationanswer');
INSERT INTO public.auth_permission VALUES (401, 'Can add information reply', 101, 'add_informationreply');
INSERT INTO public.auth_permission VALUES (402, 'Can change information reply', 101, 'change_informationreply');
INSERT INTO public.auth_permission VALUES (403, 'Can delete information reply', 101, 'delete_informationreply');
INSERT INTO public.auth_permission VALUES (404, 'Can view information reply', 101, 'view_informationreply');
INSERT INTO public.auth_permission VALUES (405, 'Can add information request', 102, 'add_informationrequest');
INSERT INTO public.auth_permission VALUES (406, 'Can change information request', 102, 'change_informationrequest');
INSERT INTO public.auth_permission VALUES (407, 'Can delete information request', 102, 'delete_informationrequest');
INSERT INTO public.auth_permission VALUES (408, 'Can view information request', 102, 'view_informationrequest');
INSERT INTO public.auth_permission VALUES (409, 'Can add approval', 103, 'add_approval');
INSERT INTO public.auth_permission VALUES (410, 'Can change approval', 103, 'change_approval');
INSERT INTO public.auth_permission VALUES (411, 'Can delete approval', 103, 'delete_approval');
INSERT INTO public.auth_permission VALUES (412, 'Can view approval', 103, 'view_approval');
INSERT INTO public.auth_permission VALUES (413, 'Can add approval step', 104, 'add_approvalstep');
INSERT INTO public.auth_permission VALUES (414, 'Can change approval step', 104, 'change_approvalstep');
INSERT INTO public.auth_permission VALUES (415, 'Can delete approval step', 104, 'delete_approvalstep');
INSERT INTO public.auth_permission VALUES (416, 'Can view approval step', 104, 'view_approvalstep');
INSERT INTO public.auth_permission VALUES (417, 'Can add item decision', 105, 'add_itemdecision');
INSERT INTO public.auth_permission VALUES (418, 'Can change item decision', 105, 'change_itemdecision');
INSERT INTO public.auth_permission VALUES (419, 'Can delete item decision', 105, 'delete_itemdecision');
INSERT INTO public.auth_permission VALUES (420, 'Can view item decision', 105, 'view_itemdecision');
INSERT INTO public.auth_permission VALUES (421, 'Can add menu judgement', 106, 'add_menujudgement');
INSERT INTO public.auth_permission VALUES (422, 'Can change menu judgement', 106, 'change_menujudgement');
INSERT INTO public.auth_permission VALUES (423, 'Can delete menu judgement', 106, 'delete_menujudgement');
INSERT INTO public.auth_permission VALUES (424, 'Can view menu judgement', 106, 'view_menujudgement');
INSERT INTO public.auth_permission VALUES (425, 'Can add menu plan', 107, 'add_menuplan');
INSERT INTO public.auth_permission VALUES (426, 'Can change menu plan', 107, 'change_menuplan');
INSERT INTO public.auth_permission VALUES (427, 'Can delete menu plan', 107, 'delete_menuplan');
INSERT INTO public.auth_permission VALUES (428, 'Can view menu plan', 107, 'view_menuplan');
INSERT INTO public.auth_permission VALUES (429, 'Can add follow up', 108, 'add_followup');
INSERT INTO public.auth_permission VALUES (430, 'Can change follow up', 108, 'change_followup');
INSERT INTO public.auth_permission VALUES (431, 'Can delete follow up', 108, 'delete_followup');
INSERT INTO public.auth_permission VALUES (432, 'Can view follow up', 108, 'view_followup');
INSERT INTO public.auth_permission VALUES (433, 'Can add study session', 109, 'add_studysession');
INSERT INTO public.auth_permission VALUES (434, 'Can change study session', 109, 'change_studysession');
INSERT INTO public.auth_permission VALUES (435, 'Can delete study session', 109, 'delete_studysession');
INSERT INTO public.auth_permission VALUES (436, 'Can view study session', 109, 'view_studysession');
INSERT INTO public.auth_permission VALUES (437, 'Can add progress report', 110, 'add_progressreport');
INSERT INTO public.auth_permission VALUES (438, 'Can change progress report', 110, 'change_progressreport');
INSERT INTO public.auth_permission VALUES (439, 'Can delete progress report', 110, 'delete_progressreport');
INSERT INTO public.auth_permission VALUES (440, 'Can view progress report', 110, 'view_progressreport');
INSERT INTO public.auth_permission VALUES (441, 'Can add study invitation', 111, 'add_studyinvitation');
INSERT INTO public.auth_permission VALUES (442, 'Can change study invitation', 111, 'change_studyinvitation');
INSERT INTO public.auth_permission VALUES (443, 'Can delete study invitation', 111, 'delete_studyinvitation');
INSERT INTO public.auth_permission VALUES (444, 'Can view study invitation', 111, 'view_studyinvitation');
INSERT INTO public.auth_permission VALUES (445, 'Can add study seat', 112, 'add_studyseat');
INSERT INTO public.auth_permission VALUES (446, 'Can change study seat', 112, 'change_studyseat');
INSERT INTO public.auth_permission VALUES (447, 'Can delete study seat', 112, 'delete_studyseat');
INSERT INTO public.auth_permission VALUES (448, 'Can view study seat', 112, 'view_studyseat');
INSERT INTO public.auth_permission VALUES (449, 'Can add 会議体', 113, 'add_body');
INSERT INTO public.auth_permission VALUES (450, 'Can change 会議体', 113, 'change_body');
INSERT INTO public.auth_permission VALUES (451, 'Can delete 会議体', 113, 'delete_body');
INSERT INTO public.auth_permission VALUES (452, 'Can view 会議体', 113, 'view_body');
INSERT INTO public.auth_permission VALUES (453, 'Can add meeting', 114, 'add_meeting');
INSERT INTO public.auth_permission VALUES (454, 'Can change meeting', 114, 'change_meeting');
INSERT INTO public.auth_permission VALUES (455, 'Can delete meeting', 114, 'delete_meeting');
INSERT INTO public.auth_permission VALUES (456, 'Can view meeting', 114, 'view_meeting');
INSERT INTO public.auth_permission VALUES (457, 'Can add agenda item', 115, 'add_agendaitem');
INSERT INTO public.auth_permission VALUES (458, 'Can change agenda item', 115, 'change_agendaitem');
INSERT INTO public.auth_permission VALUES (459, 'Can delete agenda item', 115, 'delete_agendaitem');
INSERT INTO public.auth_permission VALUES (460, 'Can view agenda item', 115, 'view_agendaitem');
INSERT INTO public.auth_permission VALUES (461, 'Can add member', 116, 'add_member');
INSERT INTO public.auth_permission VALUES (462, 'Can change member', 116, 'change_member');
INSERT INTO public.auth_permission VALUES (463, 'Can delete member', 116, 'delete_member');
INSERT INTO public.auth_permission VALUES (464, 'Can view member', 116, 'view_member');
INSERT INTO public.auth_permission VALUES (465, 'Can add talk', 117, 'add_talk');
INSERT INTO public.auth_permission VALUES (466, 'Can change talk', 117, 'change_talk');
INSERT INTO public.auth_permission VALUES (467, 'Can delete talk', 117, 'delete_talk');
INSERT INTO public.auth_permission VALUES (468, 'Can view talk', 117, 'view_talk');
INSERT INTO public.auth_permission VALUES (469, 'Can add body rhythm', 118, 'add_bodyrhythm');
INSERT INTO public.auth_permission VALUES (470, 'Can change body rhythm', 118, 'change_bodyrhythm');
INSERT INTO public.auth_permission VALUES (471, 'Can delete body rhythm', 118, 'delete_bodyrhythm');
INSERT INTO public.auth_permission VALUES (472, 'Can view body rhythm', 118, 'view_bodyrhythm');
INSERT INTO public.auth_permission VALUES (473, 'Can add date poll', 119, 'add_datepoll');
INSERT INTO public.auth_permission VALUES (474, 'Can change date poll', 119, 'change_datepoll');
INSERT INTO public.auth_permission VALUES (475, 'Can delete date poll', 119, 'delete_datepoll');
INSERT INTO public.auth_permission VALUES (476, 'Can view date poll', 119, 'view_datepoll');
INSERT INTO public.auth_permission VALUES (477, 'Can add poll day', 120, 'add_pollday');
INSERT INTO public.auth_permission VALUES (478, 'Can change poll day', 120, 'change_pollday');
INSERT INTO public.auth_permission VALUES (479, 'Can delete poll day', 120, 'delete_pollday');
INSERT INTO public.auth_permission VALUES (480, 'Can view poll day', 120, 'view_pollday');
INSERT INTO public.auth_permission VALUES (481, 'Can add poll seat', 121, 'add_pollseat');
INSERT INTO public.auth_permission VALUES (482, 'Can change poll seat', 121, 'change_pollseat');
INSERT INTO public.auth_permission VALUES (483, 'Can delete poll seat', 121, 'delete_pollseat');
INSERT INTO public.auth_permission VALUES (484, 'Can view poll seat', 121, 'view_pollseat');
INSERT INTO public.auth_permission VALUES (485, 'Can add poll answer', 122, 'add_pollanswer');
INSERT INTO public.auth_permission VALUES (486, 'Can change poll answer', 122, 'change_pollanswer');
INSERT INTO public.auth_permission VALUES (487, 'Can delete poll answer', 122, 'delete_pollanswer');
INSERT INTO public.auth_permission VALUES (488, 'Can view poll answer', 122, 'view_pollanswer');
INSERT INTO public.auth_permission VALUES (489, 'Can add calendar feed', 123, 'add_calendarfeed');
INSERT INTO public.auth_permission VALUES (490, 'Can change calendar feed', 123, 'change_calendarfeed');
INSERT INTO public.auth_permission VALUES (491, 'Can delete calendar feed', 123, 'delete_calendarfeed');
INSERT INTO public.auth_permission VALUES (492, 'Can view calendar feed', 123, 'view_calendarfeed');
INSERT INTO public.auth_permission VALUES (493, 'Can add minutes check', 124, 'add_minutescheck');
INSERT INTO public.auth_permission VALUES (494, 'Can change minutes check', 124, 'change_minutescheck');
INSERT INTO public.auth_permission VALUES (495, 'Can delete minutes check', 124, 'delete_minutescheck');
INSERT INTO public.auth_permission VALUES (496, 'Can view minutes check', 124, 'view_minutescheck');
INSERT INTO public.auth_permission VALUES (497, 'Can add shortage', 125, 'add_shortage');
INSERT INTO public.auth_permission VALUES (498, 'Can change shortage', 125, 'change_shortage');
INSERT INTO public.auth_permission VALUES (499, 'Can delete shortage', 125, 'delete_shortage');
INSERT INTO public.auth_permission VALUES (500, 'Can view shortage', 125, 'view_shortage');
INSERT INTO public.auth_permission VALUES (501, 'Can add meeting decision', 126, 'add_meetingdecision');
INSERT INTO public.auth_permission VALUES (502, 'Can change meeting decision', 126, 'change_meetingdecision');
INSERT INTO public.auth_permission VALUES (503, 'Can delete meeting decision', 126, 'delete_meetingdecision');
INSERT INTO public.auth_permission VALUES (504, 'Can view meeting decision', 126, 'view_meetingdecision');
INSERT INTO public.auth_permission VALUES (505, 'Can add talk line', 127, 'add_talkline');
INSERT INTO public.auth_permission VALUES (506, 'Can change talk line', 127, 'change_talkline');
INSERT INTO public.auth_permission VALUES (507, 'Can delete talk line', 127, 'delete_talkline');
INSERT INTO public.auth_permission VALUES (508, 'Can view talk line', 127, 'view_talkline');
INSERT INTO public.auth_permission VALUES (509, 'Can add sheet copy', 128, 'add_sheetcopy');
INSERT INTO public.auth_permission VALUES (510, 'Can change sheet copy', 128, 'change_sheetcopy');
INSERT INTO public.auth_permission VALUES (511, 'Can delete sheet copy', 128, 'delete_sheetcopy');
INSERT INTO public.auth_permission VALUES (512, 'Can view sheet copy', 128, 'view_sheetcopy');
INSERT INTO public.auth_permission VALUES (513, 'Can add import', 129, 'add_import');
INSERT INTO public.auth_permission VALUES (514, 'Can change import', 129, 'change_import');
INSERT INTO public.auth_permission VALUES (515, 'Can delete import', 129, 'delete_import');
INSERT INTO public.auth_permission VALUES (516, 'Can view import', 129, 'view_import');
INSERT INTO public.auth_permission VALUES (517, 'Can add imported row', 130, 'add_importedrow');
INSERT INTO public.auth_permission VALUES (518, 'Can change imported row', 130, 'change_importedrow');
INSERT INTO public.auth_permission VALUES (519, 'Can delete imported row', 130, 'delete_importedrow');
INSERT INTO public.auth_permission VALUES (520, 'Can view imported row', 130, 'view_importedrow');
INSERT INTO public.auth_permission VALUES (521, 'Can add mapping', 131, 'add_mapping');
INSERT INTO public.auth_permission VALUES (522, 'Can change mapping', 131, 'change_mapping');
INSERT INTO public.auth_permission VALUES (523, 'Can delete mapping', 131, 'delete_mapping');
INSERT INTO public.auth_permission VALUES (524, 'Can view mapping', 131, 'view_mapping');
INSERT INTO public.auth_permission VALUES (525, 'Can add skipped rows', 132, 'add_skippedrows');
INSERT INTO public.auth_permission VALUES (526, 'Can change skipped rows', 132, 'change_skippedrows');
INSERT INTO public.auth_permission VALUES (527, 'Can delete skipped rows', 132, 'delete_skippedrows');
INSERT INTO public.auth_permission VALUES (528, 'Can view skipped rows', 132, 'view_skippedrows');
INSERT INTO public.auth_permission VALUES (529, 'Can add upload', 133, 'add_upload');
INSERT INTO public.auth_permission VALUES (530, 'Can change upload', 133, 'change_upload');
INSERT INTO public.auth_permission VALUES (531, 'Can delete upload', 133, 'delete_upload');
INSERT INTO public.auth_permission VALUES (532, 'Can view upload', 133, 'view_upload');
INSERT INTO public.auth_permission VALUES (533, 'Can add uploaded sheet', 134, 'add_uploadedsheet');
INSERT INTO public.auth_permission VALUES (534, 'Can change uploaded sheet', 134, 'change_uploadedsheet');
INSERT INTO public.auth_permission VALUES (535, 'Can delete uploaded sheet', 134, 'delete_uploadedsheet');
INSERT INTO public.auth_permission VALUES (536, 'Can view uploaded sheet', 134, 'view_uploadedsheet');


INSERT INTO public.django_content_type VALUES (1, 'auth', 'permission');
INSERT INTO public.django_content_type VALUES (2, 'auth', 'group');
INSERT INTO public.django_content_type VALUES (3, 'contenttypes', 'contenttype');
INSERT INTO public.django_content_type VALUES (4, 'sessions', 'session');
INSERT INTO public.django_content_type VALUES (5, 'portal', 'publishedcounts');
INSERT INTO public.django_content_type VALUES (6, 'portal', 'heldcounts');
INSERT INTO public.django_content_type VALUES (7, 'account', 'emailaddress');
INSERT INTO public.django_content_type VALUES (8, 'account', 'emailconfirmation');
INSERT INTO public.django_content_type VALUES (9, 'mfa', 'authenticator');
INSERT INTO public.django_content_type VALUES (10, 'base', 'counter');
INSERT INTO public.django_content_type VALUES (11, 'agencies', 'user');
INSERT INTO public.django_content_type VALUES (12, 'agencies', 'accountchange');
INSERT INTO public.django_content_type VALUES (13, 'agencies', 'area');
INSERT INTO public.django_content_type VALUES (14, 'agencies', 'agency');
INSERT INTO public.django_content_type VALUES (15, 'agencies', 'delivery');
INSERT INTO public.django_content_type VALUES (16, 'agencies', 'deliveryagency');
INSERT INTO public.django_content_type VALUES (17, 'agencies', 'deliverydivision');
INSERT INTO public.django_content_type VALUES (18, 'agencies', 'municipality');
INSERT INTO public.django_content_type VALUES (19, 'agencies', 'post');
INSERT INTO public.django_content_type VALUES (20, 'agencies', 'contract');
INSERT INTO public.django_content_type VALUES (21, 'agencies', 'outgoingmail');
INSERT INTO public.django_content_type VALUES (22, 'agencies', 'site');
INSERT INTO public.django_content_type VALUES (23, 'agencies', 'training');
INSERT INTO public.django_content_type VALUES (24, 'disclosure', 'seal');
INSERT INTO public.django_content_type VALUES (25, 'disclosure', 'consent');
INSERT INTO public.django_content_type VALUES (26, 'disclosure', 'grant');
INSERT INTO public.django_content_type VALUES (27, 'disclosure', 'logentry');
INSERT INTO public.django_content_type VALUES (28, 'disclosure', 'evidence');
INSERT INTO public.django_content_type VALUES (29, 'disclosure', 'legalexception');
INSERT INTO public.django_content_type VALUES (30, 'disclosure', 'disposal');
INSERT INTO public.django_content_type VALUES (31, 'disclosure', 'disposalbatch');
INSERT INTO public.django_content_type VALUES (32, 'disclosure', 'disposalitem');
INSERT INTO public.django_content_type VALUES (33, 'disclosure', 'pastcount');
INSERT INTO public.django_content_type VALUES (34, 'disclosure', 'retentionhold');
INSERT INTO public.django_content_type VALUES (35, 'disclosure', 'oversightcheck');
INSERT INTO public.django_content_type VALUES (36, 'cases', 'case');
INSERT INTO public.django_content_type VALUES (37, 'cases', 'draft');
INSERT INTO public.django_content_type VALUES (38, 'cases', 'event');
INSERT INTO public.django_content_type VALUES (39, 'cases', 'supportrecord');
INSERT INTO public.django_content_type VALUES (40, 'cases', 'task');
INSERT INTO public.django_content_type VALUES (41, 'cases', 'telling');
INSERT INTO public.django_content_type VALUES (42, 'cases', 'alarm');
INSERT INTO public.django_content_type VALUES (43, 'cases', 'alarmstep');
INSERT INTO public.django_content_type VALUES (44, 'cases', 'alarmtold');
INSERT INTO public.django_content_type VALUES (45, 'cases', 'phrase');
INSERT INTO public.django_content_type VALUES (46, 'people', 'person');
INSERT INTO public.django_content_type VALUES (47, 'people', 'personkey');
INSERT INTO public.django_content_type VALUES (48, 'people', 'personstate');
INSERT INTO public.django_content_type VALUES (49, 'people', 'tie');
INSERT INTO public.django_content_type VALUES (50, 'people', 'matchkey');
INSERT INTO public.django_content_type VALUES (51, 'people', 'sameperson');
INSERT INTO public.django_content_type VALUES (52, 'people', 'pair');
INSERT INTO public.django_content_type VALUES (53, 'people', 'pattern');
INSERT INTO public.django_content_type VALUES (54, 'people', 'protectedcontact');
INSERT INTO public.django_content_type VALUES (55, 'people', 'protectedpassage');
INSERT INTO public.django_content_type VALUES (56, 'people', 'protectedword');
INSERT INTO public.django_content_type VALUES (57, 'people', 'protectionhandover');
INSERT INTO public.django_content_type VALUES (58, 'intake', 'reception');
INSERT INTO public.django_content_type VALUES (59, 'intake', 'referral');
INSERT INTO public.django_content_type VALUES (60, 'intake', 'doorcount');
INSERT INTO public.django_content_type VALUES (61, 'intake', 'doormessage');
INSERT INTO public.django_content_type VALUES (62, 'intake', 'doorstep');
INSERT INTO public.django_content_type VALUES (63, 'intake', 'hopstep');
INSERT INTO public.django_content_type VALUES (64, 'intake', 'referralcomment');
INSERT INTO public.django_content_type VALUES (65, 'intake', 'referralvisit');
INSERT INTO public.django_content_type VALUES (66, 'intake', 'informationgiven');
INSERT INTO public.django_content_type VALUES (67, 'intake', 'prefecturehandover');
INSERT INTO public.django_content_type VALUES (68, 'intake', 'outpostday');
INSERT INTO public.django_content_type VALUES (69, 'intake', 'outpostreception');
INSERT INTO public.django_content_type VALUES (70, 'intake', 'phonecall');
INSERT INTO public.django_content_type VALUES (71, 'intake', 'shortconsultation');
INSERT INTO public.django_content_type VALUES (72, 'intake', 'volunteerreport');
INSERT INTO public.django_content_type VALUES (73, 'intake', 'deskactivity');
INSERT INTO public.django_content_type VALUES (74, 'intake', 'extraanswer');
INSERT INTO public.django_content_type VALUES (75, 'intake', 'housingbenefit');
INSERT INTO public.django_content_type VALUES (76, 'intake', 'housingtalk');
INSERT INTO public.django_content_type VALUES (77, 'intake', 'housingterm');
INSERT INTO public.django_content_type VALUES (78, 'intake', 'maternityentry');
INSERT INTO public.django_content_type VALUES (79, 'intake', 'maternityneed');
INSERT INTO public.django_content_type VALUES (80, 'intake', 'maternitytalk');
INSERT INTO public.django_content_type VALUES (81, 'intake', 'rightsroute');
INSERT INTO public.django_content_type VALUES (82, 'intake', 'rightsstep');
INSERT INTO public.django_content_type VALUES (83, 'intake', 'supportplan');
INSERT INTO public.django_content_type VALUES (84, 'intake', 'supportplanitem');
INSERT INTO public.django_content_type VALUES (85, 'coordination', 'assessment');
INSERT INTO public.django_content_type VALUES (86, 'coordination', 'assessmentpart');
INSERT INTO public.django_content_type VALUES (87, 'coordination', 'conferencejudgement');
INSERT INTO public.django_content_type VALUES (88, 'coordination', 'connectedness');
INSERT INTO public.django_content_type VALUES (89, 'coordination', 'personissue');
INSERT INTO public.django_content_type VALUES (90, 'coordination', 'plan');
INSERT INTO public.django_content_type VALUES (91, 'coordination', 'monitoring');
INSERT INTO public.django_content_type VALUES (92, 'coordination', 'evaluation');
INSERT INTO public.django_content_type VALUES (93, 'coordination', 'decision');
INSERT INTO public.django_content_type VALUES (94, 'coordination', 'plangoal');
INSERT INTO public.django_content_type VALUES (95, 'coordination', 'goalresult');
INSERT INTO public.django_content_type VALUES (96, 'coordination', 'planitem');
INSERT INTO public.django_content_type VALUES (97, 'coordination', 'monitoringitem');
INSERT INTO public.django_content_type VALUES (98, 'coordination', 'application');
INSERT INTO public.django_content_type VALUES (99, 'coordination', 'drawnsignature');
INSERT INTO public.django_content_type VALUES (100, 'coordination', 'informationanswer');
INSERT INTO public.django_content_type VALUES (101, 'coordination', 'informationreply');
INSERT INTO public.django_content_type VALUES (102, 'coordination', 'informationrequest');
INSERT INTO public.django_content_type VALUES (103, 'coordination', 'approval');
INSERT INTO public.django_content_type VALUES (104, 'coordination', 'approvalstep');
INSERT INTO public.django_content_type VALUES (105, 'coordination', 'itemdecision');
INSERT INTO public.django_content_type VALUES (106, 'coordination', 'menujudgement');
INSERT INTO public.django_content_type VALUES (107, 'coordination', 'menuplan');
INSERT INTO public.django_content_type VALUES (108, 'coordination', 'followup');
INSERT INTO public.django_content_type VALUES (109, 'coordination', 'studysession');
INSERT INTO public.django_content_type VALUES (110, 'coordination', 'progressreport');
INSERT INTO public.django_content_type VALUES (111, 'coordination', 'studyinvitation');
INSERT INTO public.django_content_type VALUES (112, 'coordination', 'studyseat');
INSERT INTO public.django_content_type VALUES (113, 'conferences', 'body');
INSERT INTO public.django_content_type VALUES (114, 'conferences', 'meeting');
INSERT INTO public.django_content_type VALUES (115, 'conferences', 'agendaitem');
INSERT INTO public.django_content_type VALUES (116, 'conferences', 'member');
INSERT INTO public.django_content_type VALUES (117, 'conferences', 'talk');
INSERT INTO public.django_content_type VALUES (118, 'conferences', 'bodyrhythm');
INSERT INTO public.django_content_type VALUES (119, 'conferences', 'datepoll');
INSERT INTO public.django_content_type VALUES (120, 'conferences', 'pollday');
INSERT INTO public.django_content_type VALUES (121, 'conferences', 'pollseat');
INSERT INTO public.django_content_type VALUES (122, 'conferences', 'pollanswer');
INSERT INTO public.django_content_type VALUES (123, 'conferences', 'calendarfeed');
INSERT INTO public.django_content_type VALUES (124, 'conferences', 'minutescheck');
INSERT INTO public.django_content_type VALUES (125, 'conferences', 'shortage');
INSERT INTO public.django_content_type VALUES (126, 'conferences', 'meetingdecision');
INSERT INTO public.django_content_type VALUES (127, 'conferences', 'talkline');
INSERT INTO public.django_content_type VALUES (128, 'conferences', 'sheetcopy');
INSERT INTO public.django_content_type VALUES (129, 'imports', 'import');
INSERT INTO public.django_content_type VALUES (130, 'imports', 'importedrow');
INSERT INTO public.django_content_type VALUES (131, 'imports', 'mapping');
INSERT INTO public.django_content_type VALUES (132, 'imports', 'skippedrows');
INSERT INTO public.django_content_type VALUES (133, 'imports', 'upload');
INSERT INTO public.django_content_type VALUES (134, 'imports', 'uploadedsheet');


INSERT INTO public.django_migrations VALUES (1, 'contenttypes', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (2, 'contenttypes', '0002_remove_content_type_name', now());
INSERT INTO public.django_migrations VALUES (3, 'auth', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (4, 'auth', '0002_alter_permission_name_max_length', now());
INSERT INTO public.django_migrations VALUES (5, 'auth', '0003_alter_user_email_max_length', now());
INSERT INTO public.django_migrations VALUES (6, 'auth', '0004_alter_user_username_opts', now());
INSERT INTO public.django_migrations VALUES (7, 'auth', '0005_alter_user_last_login_null', now());
INSERT INTO public.django_migrations VALUES (8, 'auth', '0006_require_contenttypes_0002', now());
INSERT INTO public.django_migrations VALUES (9, 'auth', '0007_alter_validators_add_error_messages', now());
INSERT INTO public.django_migrations VALUES (10, 'auth', '0008_alter_user_username_max_length', now());
INSERT INTO public.django_migrations VALUES (11, 'auth', '0009_alter_user_last_name_max_length', now());
INSERT INTO public.django_migrations VALUES (12, 'auth', '0010_alter_group_name_max_length', now());
INSERT INTO public.django_migrations VALUES (13, 'auth', '0011_update_proxy_permissions', now());
INSERT INTO public.django_migrations VALUES (14, 'auth', '0012_alter_user_first_name_max_length', now());
INSERT INTO public.django_migrations VALUES (15, 'agencies', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (16, 'account', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (17, 'account', '0002_email_max_length', now());
INSERT INTO public.django_migrations VALUES (18, 'account', '0003_alter_emailaddress_create_unique_verified_email', now());
INSERT INTO public.django_migrations VALUES (19, 'account', '0004_alter_emailaddress_drop_unique_email', now());
INSERT INTO public.django_migrations VALUES (20, 'account', '0005_emailaddress_idx_upper_email', now());
INSERT INTO public.django_migrations VALUES (21, 'account', '0006_emailaddress_lower', now());
INSERT INTO public.django_migrations VALUES (22, 'account', '0007_emailaddress_idx_email', now());
INSERT INTO public.django_migrations VALUES (23, 'account', '0008_emailaddress_unique_primary_email_fixup', now());
INSERT INTO public.django_migrations VALUES (24, 'account', '0009_emailaddress_unique_primary_email', now());
INSERT INTO public.django_migrations VALUES (25, 'agencies', '0002_contracts', now());
INSERT INTO public.django_migrations VALUES (26, 'agencies', '0003_urgent_routes', now());
INSERT INTO public.django_migrations VALUES (27, 'agencies', '0004_sites', now());
INSERT INTO public.django_migrations VALUES (28, 'agencies', '0005_preparing', now());
INSERT INTO public.django_migrations VALUES (29, 'base', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (30, 'disclosure', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (31, 'disclosure', '0002_ledger', now());
INSERT INTO public.django_migrations VALUES (32, 'disclosure', '0003_log', now());
INSERT INTO public.django_migrations VALUES (33, 'disclosure', '0004_retention', now());
INSERT INTO public.django_migrations VALUES (34, 'disclosure', '0005_oversight', now());
INSERT INTO public.django_migrations VALUES (35, 'disclosure', '0006_sharing', now());
INSERT INTO public.django_migrations VALUES (36, 'disclosure', '0007_some_kind', now());
INSERT INTO public.django_migrations VALUES (37, 'disclosure', '0008_plan_meetings', now());
INSERT INTO public.django_migrations VALUES (38, 'cases', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (39, 'people', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (40, 'people', '0002_names', now());
INSERT INTO public.django_migrations VALUES (41, 'people', '0003_time_and_ties', now());
INSERT INTO public.django_migrations VALUES (42, 'cases', '0002_record_search', now());
INSERT INTO public.django_migrations VALUES (43, 'people', '0004_matching', now());
INSERT INTO public.django_migrations VALUES (44, 'people', '0005_patterns', now());
INSERT INTO public.django_migrations VALUES (45, 'people', '0006_protection', now());
INSERT INTO public.django_migrations VALUES (46, 'people', '0007_protected_words', now());
INSERT INTO public.django_migrations VALUES (47, 'people', '0008_retention', now());
INSERT INTO public.django_migrations VALUES (48, 'people', '0009_pairs_read', now());
INSERT INTO public.django_migrations VALUES (49, 'cases', '0003_telling', now());
INSERT INTO public.django_migrations VALUES (50, 'cases', '0004_history', now());
INSERT INTO public.django_migrations VALUES (51, 'cases', '0005_retention', now());
INSERT INTO public.django_migrations VALUES (52, 'cases', '0006_urgent', now());
INSERT INTO public.django_migrations VALUES (53, 'cases', '0007_indexes', now());
INSERT INTO public.django_migrations VALUES (54, 'cases', '0008_alarm', now());
INSERT INTO public.django_migrations VALUES (55, 'cases', '0009_writing', now());
INSERT INTO public.django_migrations VALUES (56, 'cases', '0010_calls_in_history', now());
INSERT INTO public.django_migrations VALUES (57, 'cases', '0011_holding', now());
INSERT INTO public.django_migrations VALUES (58, 'cases', '0012_register_tasks', now());
INSERT INTO public.django_migrations VALUES (59, 'cases', '0013_held', now());
INSERT INTO public.django_migrations VALUES (60, 'cases', '0014_late_alarm', now());
INSERT INTO public.django_migrations VALUES (61, 'conferences', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (62, 'conferences', '0002_material', now());
INSERT INTO public.django_migrations VALUES (63, 'conferences', '0003_support_coordination', now());
INSERT INTO public.django_migrations VALUES (64, 'conferences', '0004_preparing', now());
INSERT INTO public.django_migrations VALUES (65, 'conferences', '0005_holding', now());
INSERT INTO public.django_migrations VALUES (66, 'conferences', '0006_members', now());
INSERT INTO public.django_migrations VALUES (67, 'conferences', '0007_copies', now());
INSERT INTO public.django_migrations VALUES (68, 'coordination', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (69, 'coordination', '0002_self_reliance', now());
INSERT INTO public.django_migrations VALUES (70, 'coordination', '0003_courses', now());
INSERT INTO public.django_migrations VALUES (71, 'coordination', '0004_front', now());
INSERT INTO public.django_migrations VALUES (72, 'coordination', '0005_plans', now());
INSERT INTO public.django_migrations VALUES (73, 'coordination', '0006_after_the_end', now());
INSERT INTO public.django_migrations VALUES (74, 'coordination', '0007_study_invitations', now());
INSERT INTO public.django_migrations VALUES (75, 'imports', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (76, 'intake', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (77, 'intake', '0002_retention', now());
INSERT INTO public.django_migrations VALUES (78, 'intake', '0003_door', now());
INSERT INTO public.django_migrations VALUES (79, 'intake', '0004_hops', now());
INSERT INTO public.django_migrations VALUES (80, 'intake', '0005_reception_and_information', now());
INSERT INTO public.django_migrations VALUES (81, 'intake', '0006_desk', now());
INSERT INTO public.django_migrations VALUES (82, 'intake', '0007_registers', now());
INSERT INTO public.django_migrations VALUES (83, 'intake', '0008_calls_of_cases', now());
INSERT INTO public.django_migrations VALUES (84, 'intake', '0009_numbers', now());
INSERT INTO public.django_migrations VALUES (85, 'intake', '0010_moving_costs', now());
INSERT INTO public.django_migrations VALUES (86, 'intake', '0011_undone', now());
INSERT INTO public.django_migrations VALUES (87, 'mfa', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (88, 'mfa', '0002_authenticator_timestamps', now());
INSERT INTO public.django_migrations VALUES (89, 'mfa', '0003_authenticator_type_uniq', now());
INSERT INTO public.django_migrations VALUES (90, 'portal', '0001_reports', now());
INSERT INTO public.django_migrations VALUES (91, 'sessions', '0001_initial', now());


SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 1, false);


SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 1, false);


SELECT pg_catalog.setval('public.agencies_agency_areas_id_seq', 1, false);


SELECT pg_catalog.setval('public.agencies_delivery_areas_id_seq', 1, false);


SELECT pg_catalog.setval('public.agencies_deliveryagency_id_seq', 1, false);


SELECT pg_catalog.setval('public.agencies_deliverydivision_id_seq', 1, false);


SELECT pg_catalog.setval('public.agencies_municipality_id_seq', 1, false);


SELECT pg_catalog.setval('public.agencies_site_areas_id_seq', 1, false);


SELECT pg_catalog.setval('public.agencies_site_deliveries_id_seq', 1, false);


SELECT pg_catalog.setval('public.agencies_user_groups_id_seq', 1, false);


SELECT pg_catalog.setval('public.agencies_user_user_permissions_id_seq', 1, false);


SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);


SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);


SELECT pg_catalog.setval('public.auth_permission_id_seq', 536, true);


SELECT pg_catalog.setval('public.base_counter_id_seq', 1, false);


SELECT pg_catalog.setval('public.disclosure_grant_id_seq', 1, false);


SELECT pg_catalog.setval('public.disclosure_logentry_id_seq', 1, false);


SELECT pg_catalog.setval('public.disclosure_pastcount_id_seq', 1, false);


SELECT pg_catalog.setval('public.disclosure_seal_id_seq', 1, false);


SELECT pg_catalog.setval('public.django_content_type_id_seq', 134, true);


SELECT pg_catalog.setval('public.django_migrations_id_seq', 91, true);


SELECT pg_catalog.setval('public.intake_doorcount_id_seq', 1, false);


SELECT pg_catalog.setval('public.mfa_authenticator_id_seq', 1, false);


SELECT pg_catalog.setval('public.people_protectedpassage_id_seq', 1, false);


SELECT pg_catalog.setval('public.people_protectedword_id_seq', 1, false);


SELECT pg_catalog.setval('public.portal_heldcounts_id_seq', 1, false);


ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);


ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);


ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.agencies_accountchange
    ADD CONSTRAINT agencies_accountchange_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.agencies_agency_areas
    ADD CONSTRAINT agencies_agency_areas_agency_id_area_id_9b4fd0c5_uniq UNIQUE (agency_id, area_id);


ALTER TABLE ONLY public.agencies_agency_areas
    ADD CONSTRAINT agencies_agency_areas_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.agencies_agency
    ADD CONSTRAINT agencies_agency_key_key UNIQUE (key);


ALTER TABLE ONLY public.agencies_agency
    ADD CONSTRAINT agencies_agency_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.agencies_area
    ADD CONSTRAINT agencies_area_key_key UNIQUE (key);


ALTER TABLE ONLY public.agencies_area
    ADD CONSTRAINT agencies_area_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.agencies_contract
    ADD CONSTRAINT agencies_contract_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.agencies_delivery_areas
    ADD CONSTRAINT agencies_delivery_areas_delivery_id_area_id_e2b19f6c_uniq UNIQUE (delivery_id, area_id);


ALTER TABLE ONLY public.agencies_delivery_areas
    ADD CONSTRAINT agencies_delivery_areas_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.agencies_delivery
    ADD CONSTRAINT agencies_delivery_key_key UNIQUE (key);


ALTER TABLE ONLY public.agencies_delivery
    ADD CONSTRAINT agencies_delivery_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.agencies_deliveryagency
    ADD CONSTRAINT agencies_deliveryagency_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.agencies_deliverydivision
    ADD CONSTRAINT agencies_deliverydivision_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.agencies_municipality
    ADD CONSTRAINT agencies_municipality_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.agencies_outgoingmail
    ADD CONSTRAINT agencies_outgoingmail_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.agencies_post
    ADD CONSTRAINT agencies_post_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.agencies_site_areas
    ADD CONSTRAINT agencies_site_areas_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.agencies_site_areas
    ADD CONSTRAINT agencies_site_areas_site_id_area_id_9e65a031_uniq UNIQUE (site_id, area_id);


ALTER TABLE ONLY public.agencies_site_deliveries
    ADD CONSTRAINT agencies_site_deliveries_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.agencies_site_deliveries
    ADD CONSTRAINT agencies_site_deliveries_site_id_delivery_id_713432ed_uniq UNIQUE (site_id, delivery_id);


ALTER TABLE ONLY public.agencies_site
    ADD CONSTRAINT agencies_site_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.agencies_training
    ADD CONSTRAINT agencies_training_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.agencies_user_groups
    ADD CONSTRAINT agencies_user_groups_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.agencies_user_groups
    ADD CONSTRAINT agencies_user_groups_user_id_group_id_096e0979_uniq UNIQUE (user_id, group_id);


ALTER TABLE ONLY public.agencies_user
    ADD CONSTRAINT agencies_user_login_key UNIQUE (login);


ALTER TABLE ONLY public.agencies_user
    ADD CONSTRAINT agencies_user_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.agencies_user_user_permissions
    ADD CONSTRAINT agencies_user_user_permi_user_id_permission_id_eba98c2b_uniq UNIQUE (user_id, permission_id);


ALTER TABLE ONLY public.agencies_user_user_permissions
    ADD CONSTRAINT agencies_user_user_permissions_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.agencies_deliveryagency
    ADD CONSTRAINT agency_once_per_delivery UNIQUE (delivery_id, agency_id);


ALTER TABLE ONLY public.conferences_pollanswer
    ADD CONSTRAINT answer_once_per_day UNIQUE (seat_id, day_id);


ALTER TABLE ONLY public.conferences_pollseat
    ADD CONSTRAINT asked_once_per_poll UNIQUE (poll_id, user_id);


ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);


ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);


ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);


ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.base_counter
    ADD CONSTRAINT base_counter_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT case_number UNIQUE (year, number);


ALTER TABLE ONLY public.cases_alarm
    ADD CONSTRAINT cases_alarm_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_alarmstep
    ADD CONSTRAINT cases_alarmstep_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_alarmtold
    ADD CONSTRAINT cases_alarmtold_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_draft
    ADD CONSTRAINT cases_draft_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_event
    ADD CONSTRAINT cases_event_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_holding
    ADD CONSTRAINT cases_holding_pkey PRIMARY KEY (case_id);


ALTER TABLE ONLY public.cases_phrase
    ADD CONSTRAINT cases_phrase_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_supportrecord
    ADD CONSTRAINT cases_supportrecord_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_task
    ADD CONSTRAINT cases_task_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_telling
    ADD CONSTRAINT cases_telling_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.conferences_agendaitem
    ADD CONSTRAINT conferences_agendaitem_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.conferences_body
    ADD CONSTRAINT conferences_body_key_key UNIQUE (key);


ALTER TABLE ONLY public.conferences_body
    ADD CONSTRAINT conferences_body_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.conferences_bodyrhythm
    ADD CONSTRAINT conferences_bodyrhythm_body_id_key UNIQUE (body_id);


ALTER TABLE ONLY public.conferences_bodyrhythm
    ADD CONSTRAINT conferences_bodyrhythm_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.conferences_calendarfeed
    ADD CONSTRAINT conferences_calendarfeed_digest_key UNIQUE (digest);


ALTER TABLE ONLY public.conferences_calendarfeed
    ADD CONSTRAINT conferences_calendarfeed_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.conferences_datepoll
    ADD CONSTRAINT conferences_datepoll_meeting_id_key UNIQUE (meeting_id);


ALTER TABLE ONLY public.conferences_datepoll
    ADD CONSTRAINT conferences_datepoll_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.conferences_meeting
    ADD CONSTRAINT conferences_meeting_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.conferences_meetingdecision
    ADD CONSTRAINT conferences_meetingdecision_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.conferences_member
    ADD CONSTRAINT conferences_member_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.conferences_minutescheck
    ADD CONSTRAINT conferences_minutescheck_member_id_key UNIQUE (member_id);


ALTER TABLE ONLY public.conferences_minutescheck
    ADD CONSTRAINT conferences_minutescheck_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.conferences_pollanswer
    ADD CONSTRAINT conferences_pollanswer_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.conferences_pollday
    ADD CONSTRAINT conferences_pollday_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.conferences_pollseat
    ADD CONSTRAINT conferences_pollseat_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.conferences_sheetcopy
    ADD CONSTRAINT conferences_sheetcopy_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.conferences_shortage
    ADD CONSTRAINT conferences_shortage_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.conferences_talk
    ADD CONSTRAINT conferences_talk_item_id_key UNIQUE (item_id);


ALTER TABLE ONLY public.conferences_talk
    ADD CONSTRAINT conferences_talk_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.conferences_talkline
    ADD CONSTRAINT conferences_talkline_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.coordination_application
    ADD CONSTRAINT coordination_application_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.coordination_approval
    ADD CONSTRAINT coordination_approval_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.coordination_approvalstep
    ADD CONSTRAINT coordination_approvalstep_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.coordination_assessment
    ADD CONSTRAINT coordination_assessment_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.coordination_assessmentpart
    ADD CONSTRAINT coordination_assessmentpart_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.coordination_conferencejudgement
    ADD CONSTRAINT coordination_conferencejudgement_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.coordination_connectedness
    ADD CONSTRAINT coordination_connectedness_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.coordination_decision
    ADD CONSTRAINT coordination_decision_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.coordination_drawnsignature
    ADD CONSTRAINT coordination_drawnsignature_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.coordination_evaluation
    ADD CONSTRAINT coordination_evaluation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.coordination_followup
    ADD CONSTRAINT coordination_followup_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.coordination_goalresult
    ADD CONSTRAINT coordination_goalresult_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.coordination_informationanswer
    ADD CONSTRAINT coordination_informationanswer_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.coordination_informationreply
    ADD CONSTRAINT coordination_informationreply_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.coordination_informationreply
    ADD CONSTRAINT coordination_informationreply_request_id_key UNIQUE (request_id);


ALTER TABLE ONLY public.coordination_informationrequest
    ADD CONSTRAINT coordination_informationrequest_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.coordination_itemdecision
    ADD CONSTRAINT coordination_itemdecision_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.coordination_menujudgement
    ADD CONSTRAINT coordination_menujudgement_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.coordination_menuplan
    ADD CONSTRAINT coordination_menuplan_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.coordination_monitoring
    ADD CONSTRAINT coordination_monitoring_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.coordination_monitoringitem
    ADD CONSTRAINT coordination_monitoringitem_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.coordination_personissue
    ADD CONSTRAINT coordination_personissue_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.coordination_plan
    ADD CONSTRAINT coordination_plan_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.coordination_plangoal
    ADD CONSTRAINT coordination_plangoal_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.coordination_planitem
    ADD CONSTRAINT coordination_planitem_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.coordination_progressreport
    ADD CONSTRAINT coordination_progressreport_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.coordination_studyinvitation
    ADD CONSTRAINT coordination_studyinvitation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.coordination_studyseat
    ADD CONSTRAINT coordination_studyseat_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.coordination_studysession
    ADD CONSTRAINT coordination_studysession_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.conferences_sheetcopy
    ADD CONSTRAINT copy_made_once UNIQUE (batch, member_id);


ALTER TABLE ONLY public.conferences_sheetcopy
    ADD CONSTRAINT copy_number_once UNIQUE (meeting_id, number);


ALTER TABLE ONLY public.portal_publishedcounts
    ADD CONSTRAINT counts_are_published_once UNIQUE ("table", year, first);


ALTER TABLE ONLY public.conferences_pollday
    ADD CONSTRAINT day_once_per_poll UNIQUE (poll_id, starts_at);


ALTER TABLE ONLY public.disclosure_consent
    ADD CONSTRAINT disclosure_consent_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.disclosure_disposal
    ADD CONSTRAINT disclosure_disposal_pkey PRIMARY KEY (case_id);


ALTER TABLE ONLY public.disclosure_disposalbatch
    ADD CONSTRAINT disclosure_disposalbatch_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.disclosure_disposalitem
    ADD CONSTRAINT disclosure_disposalitem_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.disclosure_evidence
    ADD CONSTRAINT disclosure_evidence_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.disclosure_grant
    ADD CONSTRAINT disclosure_grant_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.disclosure_legalexception
    ADD CONSTRAINT disclosure_legalexception_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.disclosure_logentry
    ADD CONSTRAINT disclosure_logentry_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.disclosure_oversightcheck
    ADD CONSTRAINT disclosure_oversightcheck_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.disclosure_pastcount
    ADD CONSTRAINT disclosure_pastcount_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.disclosure_retentionhold
    ADD CONSTRAINT disclosure_retentionhold_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.disclosure_seal
    ADD CONSTRAINT disclosure_seal_entry_id_key UNIQUE (entry_id);


ALTER TABLE ONLY public.disclosure_seal
    ADD CONSTRAINT disclosure_seal_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.disclosure_disposalbatch
    ADD CONSTRAINT disposal_number UNIQUE (year, number);


ALTER TABLE ONLY public.agencies_deliverydivision
    ADD CONSTRAINT division_once_per_delivery UNIQUE (delivery_id, agency_id);


ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);


ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);


ALTER TABLE ONLY public.intake_rightsstep
    ADD CONSTRAINT each_step_once UNIQUE (route_id, code);


ALTER TABLE ONLY public.imports_import
    ADD CONSTRAINT imports_import_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.imports_importedrow
    ADD CONSTRAINT imports_importedrow_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.imports_mapping
    ADD CONSTRAINT imports_mapping_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.imports_skippedrows
    ADD CONSTRAINT imports_skippedrows_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.imports_skippedrows
    ADD CONSTRAINT imports_skippedrows_source_id_key UNIQUE (source_id);


ALTER TABLE ONLY public.imports_upload
    ADD CONSTRAINT imports_upload_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.imports_uploadedsheet
    ADD CONSTRAINT imports_uploadedsheet_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.intake_deskactivity
    ADD CONSTRAINT intake_deskactivity_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.intake_doorcount
    ADD CONSTRAINT intake_doorcount_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.intake_doormessage
    ADD CONSTRAINT intake_doormessage_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.intake_doorstep
    ADD CONSTRAINT intake_doorstep_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.intake_extraanswer
    ADD CONSTRAINT intake_extraanswer_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.intake_hopstep
    ADD CONSTRAINT intake_hopstep_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.intake_housingbenefit
    ADD CONSTRAINT intake_housingbenefit_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.intake_housingtalk
    ADD CONSTRAINT intake_housingtalk_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.intake_housingterm
    ADD CONSTRAINT intake_housingterm_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.intake_informationgiven
    ADD CONSTRAINT intake_informationgiven_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.intake_maternityentry
    ADD CONSTRAINT intake_maternityentry_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.intake_maternityneed
    ADD CONSTRAINT intake_maternityneed_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.intake_maternitytalk
    ADD CONSTRAINT intake_maternitytalk_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.intake_outpostday
    ADD CONSTRAINT intake_outpostday_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.intake_outpostreception
    ADD CONSTRAINT intake_outpostreception_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.intake_phonecall
    ADD CONSTRAINT intake_phonecall_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.intake_prefecturehandover
    ADD CONSTRAINT intake_prefecturehandover_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.intake_reception
    ADD CONSTRAINT intake_reception_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.intake_referral
    ADD CONSTRAINT intake_referral_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.intake_referralcomment
    ADD CONSTRAINT intake_referralcomment_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.intake_referralvisit
    ADD CONSTRAINT intake_referralvisit_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.intake_rightsroute
    ADD CONSTRAINT intake_rightsroute_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.intake_rightsstep
    ADD CONSTRAINT intake_rightsstep_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.intake_shortconsultation
    ADD CONSTRAINT intake_shortconsultation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.intake_supportplan
    ADD CONSTRAINT intake_supportplan_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.intake_supportplanitem
    ADD CONSTRAINT intake_supportplanitem_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.intake_volunteerreport
    ADD CONSTRAINT intake_volunteerreport_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.conferences_meeting
    ADD CONSTRAINT meeting_number UNIQUE (body_id, year, number);


ALTER TABLE ONLY public.coordination_menuplan
    ADD CONSTRAINT menu_number_of_agency UNIQUE (case_id, sheet, agency_id, number);


ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.disclosure_disposalitem
    ADD CONSTRAINT once_in_a_batch UNIQUE (batch_id, case_id);


ALTER TABLE ONLY public.intake_extraanswer
    ADD CONSTRAINT one_answer_per_item UNIQUE (case_id, item);


ALTER TABLE ONLY public.coordination_informationanswer
    ADD CONSTRAINT one_answer_per_section UNIQUE (request_id, section);


ALTER TABLE ONLY public.coordination_application
    ADD CONSTRAINT one_application_per_course UNIQUE (case_id, course);


ALTER TABLE ONLY public.coordination_assessment
    ADD CONSTRAINT one_assessment_per_case UNIQUE (case_id);


ALTER TABLE ONLY public.base_counter
    ADD CONSTRAINT one_counter_per_year UNIQUE (name, year);


ALTER TABLE ONLY public.coordination_itemdecision
    ADD CONSTRAINT one_decision_per_item UNIQUE (decision_id, item_id);


ALTER TABLE ONLY public.intake_doorcount
    ADD CONSTRAINT one_door_count_per_hour UNIQUE (hour, sender);


ALTER TABLE ONLY public.intake_doormessage
    ADD CONSTRAINT one_door_message_per_number UNIQUE (year, number);


ALTER TABLE ONLY public.cases_draft
    ADD CONSTRAINT one_draft_per_form UNIQUE (user_id, agency_id, form, subject_id);


ALTER TABLE ONLY public.intake_maternityentry
    ADD CONSTRAINT one_entry_per_pregnancy UNIQUE (person_id, due_on);


ALTER TABLE ONLY public.coordination_studyinvitation
    ADD CONSTRAINT one_invitation_per_agency UNIQUE (session_id, agency_id);


ALTER TABLE ONLY public.agencies_outgoingmail
    ADD CONSTRAINT one_mail_about_it UNIQUE (about, user_id, occasion);


ALTER TABLE ONLY public.imports_mapping
    ADD CONSTRAINT one_mapping_per_headings UNIQUE (agency_id, headings);


ALTER TABLE ONLY public.intake_outpostreception
    ADD CONSTRAINT one_outpost_per_case UNIQUE (case_id);


ALTER TABLE ONLY public.coordination_assessmentpart
    ADD CONSTRAINT one_part_per_agency UNIQUE (assessment_id, section, agency_id);


ALTER TABLE ONLY public.disclosure_pastcount
    ADD CONSTRAINT one_past_count UNIQUE NULLS NOT DISTINCT (measure, year, agency_id, area_id, value);


ALTER TABLE ONLY public.agencies_post
    ADD CONSTRAINT one_post_per_start UNIQUE (user_id, agency_id, role, starts_on);


ALTER TABLE ONLY public.coordination_monitoringitem
    ADD CONSTRAINT one_progress_per_item UNIQUE (monitoring_id, item_id);


ALTER TABLE ONLY public.coordination_goalresult
    ADD CONSTRAINT one_result_per_goal UNIQUE NULLS NOT DISTINCT (evaluation_id, goal_id);


ALTER TABLE ONLY public.coordination_personissue
    ADD CONSTRAINT one_row_per_issue UNIQUE (assessment_id, person_id, issue);


ALTER TABLE ONLY public.people_pair
    ADD CONSTRAINT one_row_per_pair UNIQUE (person_a_id, person_b_id);


ALTER TABLE ONLY public.coordination_studyseat
    ADD CONSTRAINT one_study_seat_per_person UNIQUE (session_id, user_id);


ALTER TABLE ONLY public.intake_housingterm
    ADD CONSTRAINT one_term_per_number UNIQUE (benefit_id, number);


ALTER TABLE ONLY public.intake_supportplan
    ADD CONSTRAINT one_version_per_number UNIQUE (entry_id, number);


ALTER TABLE ONLY public.people_matchkey
    ADD CONSTRAINT people_matchkey_pkey PRIMARY KEY (person_id);


ALTER TABLE ONLY public.people_pair
    ADD CONSTRAINT people_pair_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.people_pattern
    ADD CONSTRAINT people_pattern_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.people_person
    ADD CONSTRAINT people_person_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.people_personkey
    ADD CONSTRAINT people_personkey_pkey PRIMARY KEY (person_id);


ALTER TABLE ONLY public.people_personstate
    ADD CONSTRAINT people_personstate_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.people_protectedcontact
    ADD CONSTRAINT people_protectedcontact_person_id_key UNIQUE (person_id);


ALTER TABLE ONLY public.people_protectedcontact
    ADD CONSTRAINT people_protectedcontact_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.people_protectedpassage
    ADD CONSTRAINT people_protectedpassage_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.people_protectedword
    ADD CONSTRAINT people_protectedword_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.people_protectionhandover
    ADD CONSTRAINT people_protectionhandover_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.people_sameperson
    ADD CONSTRAINT people_sameperson_person_id_key UNIQUE (person_id);


ALTER TABLE ONLY public.people_sameperson
    ADD CONSTRAINT people_sameperson_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.people_tie
    ADD CONSTRAINT people_tie_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.coordination_plan
    ADD CONSTRAINT plan_number_in_course UNIQUE (case_id, course, number);


ALTER TABLE ONLY public.portal_heldcounts
    ADD CONSTRAINT portal_heldcounts_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.portal_heldcounts
    ADD CONSTRAINT portal_heldcounts_published_id_key UNIQUE (published_id);


ALTER TABLE ONLY public.portal_publishedcounts
    ADD CONSTRAINT portal_publishedcounts_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_alarmtold
    ADD CONSTRAINT told_once_of_an_alarm UNIQUE (alarm_id, user_id);


ALTER TABLE ONLY public.agencies_training
    ADD CONSTRAINT training_once UNIQUE (user_id, course, name, done_on);


CREATE INDEX account_changes ON public.agencies_accountchange USING btree (subject_id, id DESC);


CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);


CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);


CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);


CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);


CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);


CREATE INDEX activity_newest ON public.intake_deskactivity USING btree (agency_id, "on" DESC, id DESC);


CREATE INDEX agencies_accountchange_by_id_f1349b10 ON public.agencies_accountchange USING btree (by_id);


CREATE INDEX agencies_accountchange_subject_id_b62e6ff6 ON public.agencies_accountchange USING btree (subject_id);


CREATE INDEX agencies_agency_areas_agency_id_e3922187 ON public.agencies_agency_areas USING btree (agency_id);


CREATE INDEX agencies_agency_areas_area_id_d2ad7838 ON public.agencies_agency_areas USING btree (area_id);


CREATE INDEX agencies_agency_key_4ca5b00f_like ON public.agencies_agency USING btree (key varchar_pattern_ops);


CREATE INDEX agencies_agency_operator_id_f33325b7 ON public.agencies_agency USING btree (operator_id);


CREATE INDEX agencies_agency_parent_id_2087cd0c ON public.agencies_agency USING btree (parent_id);


CREATE INDEX agencies_area_key_f9a28424_like ON public.agencies_area USING btree (key varchar_pattern_ops);


CREATE INDEX agencies_area_parent_id_ee646251 ON public.agencies_area USING btree (parent_id);


CREATE INDEX agencies_contract_agency_id_760dd1cc ON public.agencies_contract USING btree (agency_id);


CREATE INDEX agencies_contract_delivery_id_fcae2bb9 ON public.agencies_contract USING btree (delivery_id);


CREATE INDEX agencies_delivery_areas_area_id_a00c10e2 ON public.agencies_delivery_areas USING btree (area_id);


CREATE INDEX agencies_delivery_areas_delivery_id_09efa32c ON public.agencies_delivery_areas USING btree (delivery_id);


CREATE INDEX agencies_delivery_backed_by_id_a7ab4315 ON public.agencies_delivery USING btree (backed_by_id);


CREATE INDEX agencies_delivery_key_0c864051_like ON public.agencies_delivery USING btree (key varchar_pattern_ops);


CREATE INDEX agencies_deliveryagency_agency_id_990812a9 ON public.agencies_deliveryagency USING btree (agency_id);


CREATE INDEX agencies_deliveryagency_delivery_id_776b5b0e ON public.agencies_deliveryagency USING btree (delivery_id);


CREATE INDEX agencies_deliverydivision_agency_id_e174622b ON public.agencies_deliverydivision USING btree (agency_id);


CREATE INDEX agencies_deliverydivision_delivery_id_79f00dd6 ON public.agencies_deliverydivision USING btree (delivery_id);


CREATE INDEX agencies_outgoingmail_user_id_bdb34c5b ON public.agencies_outgoingmail USING btree (user_id);


CREATE INDEX agencies_post_agency_id_a19c7890 ON public.agencies_post USING btree (agency_id);


CREATE INDEX agencies_post_site_id_5f824411 ON public.agencies_post USING btree (site_id);


CREATE INDEX agencies_post_user_id_8852975e ON public.agencies_post USING btree (user_id);


CREATE INDEX agencies_site_agency_id_3b25648a ON public.agencies_site USING btree (agency_id);


CREATE INDEX agencies_site_areas_area_id_fc5255e3 ON public.agencies_site_areas USING btree (area_id);


CREATE INDEX agencies_site_areas_site_id_e3b5c58c ON public.agencies_site_areas USING btree (site_id);


CREATE INDEX agencies_site_backed_by_id_fabd9c75 ON public.agencies_site USING btree (backed_by_id);


CREATE INDEX agencies_site_deliveries_delivery_id_a0b1b8ea ON public.agencies_site_deliveries USING btree (delivery_id);


CREATE INDEX agencies_site_deliveries_site_id_c1880ae3 ON public.agencies_site_deliveries USING btree (site_id);


CREATE INDEX agencies_training_user_id_663c9824 ON public.agencies_training USING btree (user_id);


CREATE INDEX agencies_user_groups_group_id_8c578efc ON public.agencies_user_groups USING btree (group_id);


CREATE INDEX agencies_user_groups_user_id_9511fcde ON public.agencies_user_groups USING btree (user_id);


CREATE INDEX agencies_user_login_ae32be8b_like ON public.agencies_user USING btree (login varchar_pattern_ops);


CREATE INDEX agencies_user_user_permissions_permission_id_728b18d9 ON public.agencies_user_user_permissions USING btree (permission_id);


CREATE INDEX agencies_user_user_permissions_user_id_dae0a4ad ON public.agencies_user_user_permissions USING btree (user_id);


CREATE INDEX agenda ON public.conferences_agendaitem USING btree (meeting_id, "order");


CREATE INDEX alarm_course ON public.cases_alarmstep USING btree (alarm_id, at);


CREATE INDEX alarm_open ON public.cases_alarm USING btree (raised_at) WHERE (ended_at IS NULL);


CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);


CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);


CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);


CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);


CREATE INDEX call_newest ON public.intake_phonecall USING btree (agency_id, at DESC, id DESC);


CREATE INDEX call_of_case ON public.intake_phonecall USING btree (case_id) WHERE (case_id IS NOT NULL);


CREATE INDEX call_waiting ON public.intake_phonecall USING btree (agency_id, call_back_until) WHERE ((call_back_until IS NOT NULL) AND (called_back_on IS NULL));


CREATE INDEX case_closed ON public.cases_case USING btree (closed_on) WHERE (closed_on IS NOT NULL);


CREATE INDEX case_silent ON public.cases_case USING btree (responsible_agency_id, touched_at) WHERE (NOT ((stage)::text = 'closed'::text));


CREATE INDEX case_urgent ON public.cases_case USING btree (updated_at) WHERE ((closed_on IS NULL) AND is_urgent);


CREATE INDEX case_urgent_open ON public.cases_case USING btree (updated_at) WHERE (is_urgent AND (closed_on IS NULL));


CREATE INDEX cases_alarm_case_id_a1e40e94 ON public.cases_alarm USING btree (case_id);


CREATE INDEX cases_alarm_ended_by_id_b402727f ON public.cases_alarm USING btree (ended_by_id);


CREATE INDEX cases_alarm_raised_agency_id_1b59d60d ON public.cases_alarm USING btree (raised_agency_id);


CREATE INDEX cases_alarm_raised_by_id_846f4308 ON public.cases_alarm USING btree (raised_by_id);


CREATE INDEX cases_alarmstep_agency_id_569b3882 ON public.cases_alarmstep USING btree (agency_id);


CREATE INDEX cases_alarmstep_alarm_id_5087254e ON public.cases_alarmstep USING btree (alarm_id);


CREATE INDEX cases_alarmstep_by_id_44165aca ON public.cases_alarmstep USING btree (by_id);


CREATE INDEX cases_alarmstep_case_id_b7916eb9 ON public.cases_alarmstep USING btree (case_id);


CREATE INDEX cases_alarmtold_agency_id_0475a235 ON public.cases_alarmtold USING btree (agency_id);


CREATE INDEX cases_alarmtold_alarm_id_a5dc11eb ON public.cases_alarmtold USING btree (alarm_id);


CREATE INDEX cases_alarmtold_case_id_6267dc52 ON public.cases_alarmtold USING btree (case_id);


CREATE INDEX cases_alarmtold_exception_id_de879bcf ON public.cases_alarmtold USING btree (exception_id);


CREATE INDEX cases_alarmtold_user_id_b5c12c04 ON public.cases_alarmtold USING btree (user_id);


CREATE INDEX cases_case_responsible_agency_id_8d0d4635 ON public.cases_case USING btree (responsible_agency_id);


CREATE INDEX cases_case_responsible_user_id_9082ddc6 ON public.cases_case USING btree (responsible_user_id);


CREATE INDEX cases_draft_agency_id_a8bd939b ON public.cases_draft USING btree (agency_id);


CREATE INDEX cases_draft_user_id_61805eab ON public.cases_draft USING btree (user_id);


CREATE INDEX cases_event_agency_id_b3da3116 ON public.cases_event USING btree (agency_id);


CREATE INDEX cases_event_by_id_d6617e99 ON public.cases_event USING btree (by_id);


CREATE INDEX cases_event_case_id_59b954a1 ON public.cases_event USING btree (case_id);


CREATE INDEX cases_holding_until ON public.cases_holding USING btree (held_until);


CREATE INDEX cases_phrase_agency_id_a5e9b4f5 ON public.cases_phrase USING btree (agency_id);


CREATE INDEX cases_phrase_user_id_a72f0ccc ON public.cases_phrase USING btree (user_id);


CREATE INDEX cases_supportrecord_agency_id_c933566b ON public.cases_supportrecord USING btree (agency_id);


CREATE INDEX cases_supportrecord_author_id_5f6ef22a ON public.cases_supportrecord USING btree (author_id);


CREATE INDEX cases_supportrecord_case_id_3bd241f6 ON public.cases_supportrecord USING btree (case_id);


CREATE INDEX cases_task_agency_id_a7d6f685 ON public.cases_task USING btree (agency_id);


CREATE INDEX cases_task_assignee_id_4e3ad7d1 ON public.cases_task USING btree (assignee_id);


CREATE INDEX cases_task_case_id_db8cf8f3 ON public.cases_task USING btree (case_id);


CREATE INDEX cases_task_done_by_id_48c4c7f1 ON public.cases_task USING btree (done_by_id);


CREATE INDEX cases_telling_agency_id_6cebaff0 ON public.cases_telling USING btree (agency_id);


CREATE INDEX cases_telling_author_id_dbb80be0 ON public.cases_telling USING btree (author_id);


CREATE INDEX cases_telling_case_id_eb71362f ON public.cases_telling USING btree (case_id);


CREATE INDEX comment_of_referral ON public.intake_referralcomment USING btree (referral_id, created_at);


CREATE INDEX conferences_agendaitem_body_id_6ca79b8e ON public.conferences_agendaitem USING btree (body_id);


CREATE INDEX conferences_agendaitem_brought_by_id_9cc99aea ON public.conferences_agendaitem USING btree (brought_by_id);


CREATE INDEX conferences_agendaitem_case_id_6f6d96b1 ON public.conferences_agendaitem USING btree (case_id);


CREATE INDEX conferences_agendaitem_follow_up_by_id_02787cdf ON public.conferences_agendaitem USING btree (follow_up_by_id);


CREATE INDEX conferences_agendaitem_lead_agency_id_f0e150ee ON public.conferences_agendaitem USING btree (lead_agency_id);


CREATE INDEX conferences_agendaitem_meeting_id_196ce81c ON public.conferences_agendaitem USING btree (meeting_id);


CREATE INDEX conferences_body_host_id_aed58d9f ON public.conferences_body USING btree (host_id);


CREATE INDEX conferences_body_key_c74928bd_like ON public.conferences_body USING btree (key varchar_pattern_ops);


CREATE INDEX conferences_body_part_of_id_2d66be3f ON public.conferences_body USING btree (part_of_id);


CREATE INDEX conferences_calendarfeed_agency_id_31267ba3 ON public.conferences_calendarfeed USING btree (agency_id);


CREATE INDEX conferences_calendarfeed_digest_f84261eb_like ON public.conferences_calendarfeed USING btree (digest varchar_pattern_ops);


CREATE INDEX conferences_calendarfeed_user_id_978a3435 ON public.conferences_calendarfeed USING btree (user_id);


CREATE INDEX conferences_datepoll_asked_by_id_d84d79ec ON public.conferences_datepoll USING btree (asked_by_id);


CREATE INDEX conferences_datepoll_body_id_6f55dfc0 ON public.conferences_datepoll USING btree (body_id);


CREATE INDEX conferences_datepoll_host_id_b985e797 ON public.conferences_datepoll USING btree (host_id);


CREATE INDEX conferences_meeting_body_id_7e015212 ON public.conferences_meeting USING btree (body_id);


CREATE INDEX conferences_meeting_convened_by_id_f6da3679 ON public.conferences_meeting USING btree (convened_by_id);


CREATE INDEX conferences_meeting_host_id_c49e43c1 ON public.conferences_meeting USING btree (host_id);


CREATE INDEX conferences_meetingdecision_agency_id_5fe93b61 ON public.conferences_meetingdecision USING btree (agency_id);


CREATE INDEX conferences_meetingdecision_answered_by_id_71ea85d8 ON public.conferences_meetingdecision USING btree (answered_by_id);


CREATE INDEX conferences_meetingdecision_body_id_6b32e655 ON public.conferences_meetingdecision USING btree (body_id);


CREATE INDEX conferences_meetingdecision_case_id_f4651be5 ON public.conferences_meetingdecision USING btree (case_id);


CREATE INDEX conferences_meetingdecision_item_id_611903a2 ON public.conferences_meetingdecision USING btree (item_id);


CREATE INDEX conferences_meetingdecision_meeting_id_31239b20 ON public.conferences_meetingdecision USING btree (meeting_id);


CREATE INDEX conferences_meetingdecision_user_id_7e3c07aa ON public.conferences_meetingdecision USING btree (user_id);


CREATE INDEX conferences_member_agency_id_6040a4ab ON public.conferences_member USING btree (agency_id);


CREATE INDEX conferences_member_meeting_id_798c69a6 ON public.conferences_member USING btree (meeting_id);


CREATE INDEX conferences_member_user_id_525548b4 ON public.conferences_member USING btree (user_id);


CREATE INDEX conferences_minutescheck_meeting_id_f69c1843 ON public.conferences_minutescheck USING btree (meeting_id);


CREATE INDEX conferences_pollanswer_day_id_9bc03276 ON public.conferences_pollanswer USING btree (day_id);


CREATE INDEX conferences_pollanswer_seat_id_09685c6d ON public.conferences_pollanswer USING btree (seat_id);


CREATE INDEX conferences_pollday_poll_id_373936ab ON public.conferences_pollday USING btree (poll_id);


CREATE INDEX conferences_pollseat_agency_id_d579c135 ON public.conferences_pollseat USING btree (agency_id);


CREATE INDEX conferences_pollseat_answered_by_id_3489214a ON public.conferences_pollseat USING btree (answered_by_id);


CREATE INDEX conferences_pollseat_poll_id_04e4ab65 ON public.conferences_pollseat USING btree (poll_id);


CREATE INDEX conferences_pollseat_user_id_b1e5a94c ON public.conferences_pollseat USING btree (user_id);


CREATE INDEX conferences_sheetcopy_destroyed_by_id_f921435e ON public.conferences_sheetcopy USING btree (destroyed_by_id);


CREATE INDEX conferences_sheetcopy_made_by_id_186d49bd ON public.conferences_sheetcopy USING btree (made_by_id);


CREATE INDEX conferences_sheetcopy_meeting_id_2258e0ba ON public.conferences_sheetcopy USING btree (meeting_id);


CREATE INDEX conferences_sheetcopy_member_id_2b48f8df ON public.conferences_sheetcopy USING btree (member_id);


CREATE INDEX conferences_sheetcopy_noted_by_id_ef8c63d1 ON public.conferences_sheetcopy USING btree (noted_by_id);


CREATE INDEX conferences_shortage_body_id_965fee4b ON public.conferences_shortage USING btree (body_id);


CREATE INDEX conferences_shortage_found_by_id_62e7edda ON public.conferences_shortage USING btree (found_by_id);


CREATE INDEX conferences_talk_case_id_1d374034 ON public.conferences_talk USING btree (case_id);


CREATE INDEX conferences_talk_meeting_id_a2024d89 ON public.conferences_talk USING btree (meeting_id);


CREATE INDEX conferences_talkline_agency_id_209a2c0a ON public.conferences_talkline USING btree (agency_id);


CREATE INDEX conferences_talkline_author_id_03a95944 ON public.conferences_talkline USING btree (author_id);


CREATE INDEX conferences_talkline_case_id_bfb853f1 ON public.conferences_talkline USING btree (case_id);


CREATE INDEX conferences_talkline_item_id_6a07e446 ON public.conferences_talkline USING btree (item_id);


CREATE INDEX conferences_talkline_last_by_id_a9732d21 ON public.conferences_talkline USING btree (last_by_id);


CREATE INDEX conferences_talkline_meeting_id_ade5bf93 ON public.conferences_talkline USING btree (meeting_id);


CREATE INDEX consent_ending ON public.disclosure_consent USING btree (valid_until) WHERE ((valid_until IS NOT NULL) AND (withdrawn_on IS NULL) AND ((answer)::text = 'agree'::text));


CREATE INDEX coordination_application_agency_id_34320f52 ON public.coordination_application USING btree (agency_id);


CREATE INDEX coordination_application_case_id_b456f65d ON public.coordination_application USING btree (case_id);


CREATE INDEX coordination_application_deciding_agency_id_9f0e60a4 ON public.coordination_application USING btree (deciding_agency_id);


CREATE INDEX coordination_application_received_by_id_8eb3f68f ON public.coordination_application USING btree (received_by_id);


CREATE INDEX coordination_approval_agency_id_bd1a1aa8 ON public.coordination_approval USING btree (agency_id);


CREATE INDEX coordination_approval_case_id_9aa624cc ON public.coordination_approval USING btree (case_id);


CREATE INDEX coordination_approval_drafted_by_id_4f5f5a41 ON public.coordination_approval USING btree (drafted_by_id);


CREATE INDEX coordination_approval_plan_id_707fa888 ON public.coordination_approval USING btree (plan_id);


CREATE INDEX coordination_approvalstep_agency_id_b656eb6a ON public.coordination_approvalstep USING btree (agency_id);


CREATE INDEX coordination_approvalstep_approval_id_ab1224e0 ON public.coordination_approvalstep USING btree (approval_id);


CREATE INDEX coordination_approvalstep_case_id_57a35329 ON public.coordination_approvalstep USING btree (case_id);


CREATE INDEX coordination_approvalstep_user_id_4302047b ON public.coordination_approvalstep USING btree (user_id);


CREATE INDEX coordination_assessment_case_id_2ac7375b ON public.coordination_assessment USING btree (case_id);


CREATE INDEX coordination_assessmentpart_agency_id_561ddea3 ON public.coordination_assessmentpart USING btree (agency_id);


CREATE INDEX coordination_assessmentpart_assessment_id_f3bc8aca ON public.coordination_assessmentpart USING btree (assessment_id);


CREATE INDEX coordination_assessmentpart_author_id_df7d013e ON public.coordination_assessmentpart USING btree (author_id);


CREATE INDEX coordination_assessmentpart_case_id_eb7ce637 ON public.coordination_assessmentpart USING btree (case_id);


CREATE INDEX coordination_assessmentpart_taken_by_id_b126dd8d ON public.coordination_assessmentpart USING btree (taken_by_id);


CREATE INDEX coordination_conferencejudgement_agency_id_d5223ada ON public.coordination_conferencejudgement USING btree (agency_id);


CREATE INDEX coordination_conferencejudgement_case_id_c16447ef ON public.coordination_conferencejudgement USING btree (case_id);


CREATE INDEX coordination_conferencejudgement_recorded_by_id_16ff3899 ON public.coordination_conferencejudgement USING btree (recorded_by_id);


CREATE INDEX coordination_connectedness_agency_id_6651317c ON public.coordination_connectedness USING btree (agency_id);


CREATE INDEX coordination_connectedness_author_id_5215496a ON public.coordination_connectedness USING btree (author_id);


CREATE INDEX coordination_connectedness_case_id_e37f0f8f ON public.coordination_connectedness USING btree (case_id);


CREATE INDEX coordination_decision_agency_id_17e97873 ON public.coordination_decision USING btree (agency_id);


CREATE INDEX coordination_decision_case_id_80993288 ON public.coordination_decision USING btree (case_id);


CREATE INDEX coordination_decision_decider_id_a47fb939 ON public.coordination_decision USING btree (decider_id);


CREATE INDEX coordination_decision_plan_id_39e2a69b ON public.coordination_decision USING btree (plan_id);


CREATE INDEX coordination_drawnsignature_agency_id_09ba279e ON public.coordination_drawnsignature USING btree (agency_id);


CREATE INDEX coordination_drawnsignature_case_id_c958cfba ON public.coordination_drawnsignature USING btree (case_id);


CREATE INDEX coordination_drawnsignature_recorded_by_id_34f91d60 ON public.coordination_drawnsignature USING btree (recorded_by_id);


CREATE INDEX coordination_evaluation_agency_id_d2c442d4 ON public.coordination_evaluation USING btree (agency_id);


CREATE INDEX coordination_evaluation_author_id_91c24da6 ON public.coordination_evaluation USING btree (author_id);


CREATE INDEX coordination_evaluation_case_id_d3d8c9c3 ON public.coordination_evaluation USING btree (case_id);


CREATE INDEX coordination_evaluation_follow_up_agency_id_86aabc54 ON public.coordination_evaluation USING btree (follow_up_agency_id);


CREATE INDEX coordination_evaluation_lead_agency_after_id_c9723bd6 ON public.coordination_evaluation USING btree (lead_agency_after_id);


CREATE INDEX coordination_evaluation_plan_id_92dd5a41 ON public.coordination_evaluation USING btree (plan_id);


CREATE INDEX coordination_followup_agency_id_ee7bb53d ON public.coordination_followup USING btree (agency_id);


CREATE INDEX coordination_followup_author_id_a8e41844 ON public.coordination_followup USING btree (author_id);


CREATE INDEX coordination_followup_case_id_176bf436 ON public.coordination_followup USING btree (case_id);


CREATE INDEX coordination_followup_evaluation_id_408d08f9 ON public.coordination_followup USING btree (evaluation_id);


CREATE INDEX coordination_followup_record_id_177fbb4f ON public.coordination_followup USING btree (record_id);


CREATE INDEX coordination_goalresult_case_id_b86494e5 ON public.coordination_goalresult USING btree (case_id);


CREATE INDEX coordination_goalresult_evaluation_id_b05e190d ON public.coordination_goalresult USING btree (evaluation_id);


CREATE INDEX coordination_goalresult_goal_id_7474cd82 ON public.coordination_goalresult USING btree (goal_id);


CREATE INDEX coordination_informationanswer_case_id_6d5b331a ON public.coordination_informationanswer USING btree (case_id);


CREATE INDEX coordination_informationanswer_request_id_d76d0a8c ON public.coordination_informationanswer USING btree (request_id);


CREATE INDEX coordination_informationanswer_taken_by_id_d53b04fc ON public.coordination_informationanswer USING btree (taken_by_id);


CREATE INDEX coordination_informationreply_agency_id_7d6a164e ON public.coordination_informationreply USING btree (agency_id);


CREATE INDEX coordination_informationreply_author_id_25d6c66f ON public.coordination_informationreply USING btree (author_id);


CREATE INDEX coordination_informationreply_case_id_3c38d605 ON public.coordination_informationreply USING btree (case_id);


CREATE INDEX coordination_informationrequest_agency_id_f9ea96c3 ON public.coordination_informationrequest USING btree (agency_id);


CREATE INDEX coordination_informationrequest_asked_by_id_b6b1b33b ON public.coordination_informationrequest USING btree (asked_by_id);


CREATE INDEX coordination_informationrequest_case_id_ebd40d99 ON public.coordination_informationrequest USING btree (case_id);


CREATE INDEX coordination_informationrequest_receiver_id_8c8737c0 ON public.coordination_informationrequest USING btree (receiver_id);


CREATE INDEX coordination_itemdecision_case_id_5e4ae824 ON public.coordination_itemdecision USING btree (case_id);


CREATE INDEX coordination_itemdecision_decision_id_46bded56 ON public.coordination_itemdecision USING btree (decision_id);


CREATE INDEX coordination_itemdecision_item_id_c2a85870 ON public.coordination_itemdecision USING btree (item_id);


CREATE INDEX coordination_menujudgement_agency_id_652cc827 ON public.coordination_menujudgement USING btree (agency_id);


CREATE INDEX coordination_menujudgement_case_id_f7f65e1d ON public.coordination_menujudgement USING btree (case_id);


CREATE INDEX coordination_menujudgement_menu_id_0d970728 ON public.coordination_menujudgement USING btree (menu_id);


CREATE INDEX coordination_menujudgement_recorded_by_id_b8121a20 ON public.coordination_menujudgement USING btree (recorded_by_id);


CREATE INDEX coordination_menuplan_agency_id_f59267f3 ON public.coordination_menuplan USING btree (agency_id);


CREATE INDEX coordination_menuplan_author_id_f892502a ON public.coordination_menuplan USING btree (author_id);


CREATE INDEX coordination_menuplan_case_id_340ac6e5 ON public.coordination_menuplan USING btree (case_id);


CREATE INDEX coordination_menuplan_plan_id_b6e5ebf1 ON public.coordination_menuplan USING btree (plan_id);


CREATE INDEX coordination_menuplan_previous_id_14383759 ON public.coordination_menuplan USING btree (previous_id);


CREATE INDEX coordination_monitoring_agency_id_c54271c5 ON public.coordination_monitoring USING btree (agency_id);


CREATE INDEX coordination_monitoring_author_id_f11381e4 ON public.coordination_monitoring USING btree (author_id);


CREATE INDEX coordination_monitoring_case_id_93a5e153 ON public.coordination_monitoring USING btree (case_id);


CREATE INDEX coordination_monitoring_plan_id_f6d68479 ON public.coordination_monitoring USING btree (plan_id);


CREATE INDEX coordination_monitoringitem_case_id_e6d17586 ON public.coordination_monitoringitem USING btree (case_id);


CREATE INDEX coordination_monitoringitem_item_id_29d4d239 ON public.coordination_monitoringitem USING btree (item_id);


CREATE INDEX coordination_monitoringitem_monitoring_id_f3f5ee1a ON public.coordination_monitoringitem USING btree (monitoring_id);


CREATE INDEX coordination_personissue_assessment_id_3a8aeb50 ON public.coordination_personissue USING btree (assessment_id);


CREATE INDEX coordination_personissue_case_id_bf849e1a ON public.coordination_personissue USING btree (case_id);


CREATE INDEX coordination_personissue_person_id_6a0ac59a ON public.coordination_personissue USING btree (person_id);


CREATE INDEX coordination_plan_agency_id_7c680d5a ON public.coordination_plan USING btree (agency_id);


CREATE INDEX coordination_plan_author_id_2f9a8ddb ON public.coordination_plan USING btree (author_id);


CREATE INDEX coordination_plan_case_id_f75534ef ON public.coordination_plan USING btree (case_id);


CREATE INDEX coordination_plan_lead_agency_id_1bdb65f8 ON public.coordination_plan USING btree (lead_agency_id);


CREATE INDEX coordination_plan_previous_id_de5cf55b ON public.coordination_plan USING btree (previous_id);


CREATE INDEX coordination_plangoal_case_id_1979c5cf ON public.coordination_plangoal USING btree (case_id);


CREATE INDEX coordination_plangoal_plan_id_ed08c1b0 ON public.coordination_plangoal USING btree (plan_id);


CREATE INDEX coordination_planitem_agency_id_83529c47 ON public.coordination_planitem USING btree (agency_id);


CREATE INDEX coordination_planitem_case_id_60ad6498 ON public.coordination_planitem USING btree (case_id);


CREATE INDEX coordination_planitem_goal_id_36c44026 ON public.coordination_planitem USING btree (goal_id);


CREATE INDEX coordination_planitem_plan_id_75ae8e2d ON public.coordination_planitem USING btree (plan_id);


CREATE INDEX coordination_planitem_user_id_9ed46942 ON public.coordination_planitem USING btree (user_id);


CREATE INDEX coordination_progressreport_agency_id_abeb97ac ON public.coordination_progressreport USING btree (agency_id);


CREATE INDEX coordination_progressreport_author_id_81f81ced ON public.coordination_progressreport USING btree (author_id);


CREATE INDEX coordination_progressreport_case_id_3809ef35 ON public.coordination_progressreport USING btree (case_id);


CREATE INDEX coordination_progressreport_item_id_7e2db1a7 ON public.coordination_progressreport USING btree (item_id);


CREATE INDEX coordination_progressreport_plan_id_49158bfd ON public.coordination_progressreport USING btree (plan_id);


CREATE INDEX coordination_studyinvitation_agency_id_237c6546 ON public.coordination_studyinvitation USING btree (agency_id);


CREATE INDEX coordination_studyinvitation_session_id_b64b0625 ON public.coordination_studyinvitation USING btree (session_id);


CREATE INDEX coordination_studyseat_agency_id_4b1cbed4 ON public.coordination_studyseat USING btree (agency_id);


CREATE INDEX coordination_studyseat_session_id_af8c1d3c ON public.coordination_studyseat USING btree (session_id);


CREATE INDEX coordination_studyseat_user_id_fbbb0714 ON public.coordination_studyseat USING btree (user_id);


CREATE INDEX coordination_studysession_host_id_081bafd6 ON public.coordination_studysession USING btree (host_id);


CREATE INDEX coordination_studysession_planned_by_id_02b3d9e3 ON public.coordination_studysession USING btree (planned_by_id);


CREATE INDEX decisions_of_agency ON public.conferences_meetingdecision USING btree (agency_id, state, due_on);


CREATE INDEX decisions_of_body ON public.conferences_meetingdecision USING btree (body_id, state, due_on);


CREATE INDEX disclosure_consent_case_id_5d1a58e0 ON public.disclosure_consent USING btree (case_id);


CREATE INDEX disclosure_consent_recorded_by_id_44f54fe6 ON public.disclosure_consent USING btree (recorded_by_id);


CREATE INDEX disclosure_disposal_batch_c062c753 ON public.disclosure_disposal USING btree (batch);


CREATE INDEX disclosure_disposal_batch_c062c753_like ON public.disclosure_disposal USING btree (batch varchar_pattern_ops);


CREATE INDEX disclosure_disposalbatch_decided_by_id_94f2e854 ON public.disclosure_disposalbatch USING btree (decided_by_id);


CREATE INDEX disclosure_disposalbatch_executed_by_id_ee7b2930 ON public.disclosure_disposalbatch USING btree (executed_by_id);


CREATE INDEX disclosure_disposalbatch_proposed_by_id_851d2534 ON public.disclosure_disposalbatch USING btree (proposed_by_id);


CREATE INDEX disclosure_disposalitem_batch_id_443dc02c ON public.disclosure_disposalitem USING btree (batch_id);


CREATE INDEX disclosure_disposalitem_case_id_c0100b1f ON public.disclosure_disposalitem USING btree (case_id);


CREATE INDEX disclosure_evidence_agency_id_e1e6bf7b ON public.disclosure_evidence USING btree (agency_id);


CREATE INDEX disclosure_evidence_case_id_f41e005e ON public.disclosure_evidence USING btree (case_id);


CREATE INDEX disclosure_evidence_contract_id_78050ce9 ON public.disclosure_evidence USING btree (contract_id);


CREATE INDEX disclosure_evidence_user_id_1507b50a ON public.disclosure_evidence USING btree (user_id);


CREATE INDEX disclosure_legalexception_agency_id_1cf76eab ON public.disclosure_legalexception USING btree (agency_id);


CREATE INDEX disclosure_legalexception_case_id_ace98a1d ON public.disclosure_legalexception USING btree (case_id);


CREATE INDEX disclosure_legalexception_decided_by_id_739a7a48 ON public.disclosure_legalexception USING btree (decided_by_id);


CREATE INDEX disclosure_legalexception_requested_by_id_aee1fa63 ON public.disclosure_legalexception USING btree (requested_by_id);


CREATE INDEX disclosure_legalexception_requesting_agency_id_855ce188 ON public.disclosure_legalexception USING btree (requesting_agency_id);


CREATE INDEX disclosure_legalexception_reviewed_by_id_8bed0c3a ON public.disclosure_legalexception USING btree (reviewed_by_id);


CREATE INDEX disclosure_legalexception_user_id_85dabd9d ON public.disclosure_legalexception USING btree (user_id);


CREATE INDEX disclosure_oversightcheck_agency_id_55bb6d02 ON public.disclosure_oversightcheck USING btree (agency_id);


CREATE INDEX disclosure_oversightcheck_checked_by_id_2c6580aa ON public.disclosure_oversightcheck USING btree (checked_by_id);


CREATE INDEX disclosure_oversightcheck_staff_id_3aac0ffa ON public.disclosure_oversightcheck USING btree (staff_id);


CREATE INDEX disclosure_pastcount_agency_id_99efb5c9 ON public.disclosure_pastcount USING btree (agency_id);


CREATE INDEX disclosure_pastcount_area_id_dd59603b ON public.disclosure_pastcount USING btree (area_id);


CREATE INDEX disclosure_retentionhold_case_id_c8bc0329 ON public.disclosure_retentionhold USING btree (case_id);


CREATE INDEX disclosure_retentionhold_lifted_by_id_c77432fa ON public.disclosure_retentionhold USING btree (lifted_by_id);


CREATE INDEX disclosure_retentionhold_placed_by_id_53f262ca ON public.disclosure_retentionhold USING btree (placed_by_id);


CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);


CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);


CREATE INDEX door_message_ended ON public.intake_doormessage USING btree (agency_id, ended_on DESC);


CREATE INDEX door_message_waiting ON public.intake_doormessage USING btree (agency_id, created_at) WHERE ((result)::text = ''::text);


CREATE INDEX door_steps_of ON public.intake_doorstep USING btree (message_id, created_at);


CREATE INDEX event_course ON public.cases_event USING btree (case_id, at DESC);


CREATE INDEX evidence_source ON public.disclosure_evidence USING btree (source, source_id);


CREATE INDEX exception_open ON public.disclosure_legalexception USING btree (state, valid_until) WHERE ((review)::text = ''::text);


CREATE INDEX grant_agency_newest ON public.disclosure_grant USING btree (agency_id, case_id DESC);


CREATE INDEX grant_case ON public.disclosure_grant USING btree (case_id);


CREATE INDEX grant_user_newest ON public.disclosure_grant USING btree (user_id, case_id DESC) WHERE (user_id IS NOT NULL);


CREATE INDEX handover_of_case ON public.intake_prefecturehandover USING btree (case_id, "on");


CREATE INDEX housing_of_case ON public.intake_housingbenefit USING btree (case_id);


CREATE INDEX housing_open ON public.intake_housingbenefit USING btree (agency_id, received_on, id) WHERE (ended_on IS NULL);


CREATE INDEX housing_talk_of_case ON public.intake_housingtalk USING btree (case_id);


CREATE INDEX housing_term_of_case ON public.intake_housingterm USING btree (case_id);


CREATE INDEX import_newest ON public.imports_import USING btree (agency_id, id DESC);


CREATE INDEX imported_case ON public.imports_importedrow USING btree (case_id);


CREATE INDEX imported_number ON public.imports_importedrow USING btree (agency_id, ledger_no);


CREATE INDEX imported_print ON public.imports_importedrow USING btree (agency_id, fingerprint);


CREATE INDEX imports_import_agency_id_b56ec4b3 ON public.imports_import USING btree (agency_id);


CREATE INDEX imports_import_undone_by_id_98a35655 ON public.imports_import USING btree (undone_by_id);


CREATE INDEX imports_import_user_id_b4b9c9a3 ON public.imports_import USING btree (user_id);


CREATE INDEX imports_importedrow_agency_id_1eef4c8a ON public.imports_importedrow USING btree (agency_id);


CREATE INDEX imports_importedrow_case_id_c60c3514 ON public.imports_importedrow USING btree (case_id);


CREATE INDEX imports_importedrow_source_id_94f3963d ON public.imports_importedrow USING btree (source_id);


CREATE INDEX imports_mapping_agency_id_39acb1e9 ON public.imports_mapping USING btree (agency_id);


CREATE INDEX imports_skippedrows_user_id_298c4e38 ON public.imports_skippedrows USING btree (user_id);


CREATE INDEX imports_upload_agency_id_ab2ccbdd ON public.imports_upload USING btree (agency_id);


CREATE INDEX imports_upload_user_id_54043b99 ON public.imports_upload USING btree (user_id);


CREATE INDEX imports_uploadedsheet_upload_id_c9daf630 ON public.imports_uploadedsheet USING btree (upload_id);


CREATE INDEX imports_uploadedsheet_user_id_a4b94416 ON public.imports_uploadedsheet USING btree (user_id);


CREATE INDEX information_of_case ON public.intake_informationgiven USING btree (case_id, "on");


CREATE INDEX intake_deskactivity_agency_id_3794888d ON public.intake_deskactivity USING btree (agency_id);


CREATE INDEX intake_deskactivity_area_id_10cc6b42 ON public.intake_deskactivity USING btree (area_id);


CREATE INDEX intake_deskactivity_author_id_038f7430 ON public.intake_deskactivity USING btree (author_id);


CREATE INDEX intake_deskactivity_struck_by_id_4a5a20e3 ON public.intake_deskactivity USING btree (struck_by_id);


CREATE INDEX intake_doormessage_agency_id_77f2657a ON public.intake_doormessage USING btree (agency_id);


CREATE INDEX intake_doormessage_area_id_ecd02c9a ON public.intake_doormessage USING btree (area_id);


CREATE INDEX intake_doormessage_ended_by_id_e9ef5b6d ON public.intake_doormessage USING btree (ended_by_id);


CREATE INDEX intake_doorstep_agency_id_59b957dc ON public.intake_doorstep USING btree (agency_id);


CREATE INDEX intake_doorstep_by_id_6cf585f0 ON public.intake_doorstep USING btree (by_id);


CREATE INDEX intake_doorstep_message_id_944a7873 ON public.intake_doorstep USING btree (message_id);


CREATE INDEX intake_doorstep_to_agency_id_f7b932bc ON public.intake_doorstep USING btree (to_agency_id);


CREATE INDEX intake_extraanswer_agency_id_204c61f8 ON public.intake_extraanswer USING btree (agency_id);


CREATE INDEX intake_extraanswer_author_id_7b8a6967 ON public.intake_extraanswer USING btree (author_id);


CREATE INDEX intake_extraanswer_case_id_cdfda576 ON public.intake_extraanswer USING btree (case_id);


CREATE INDEX intake_hopstep_agency_id_00d64f93 ON public.intake_hopstep USING btree (agency_id);


CREATE INDEX intake_hopstep_author_id_b10ebf86 ON public.intake_hopstep USING btree (author_id);


CREATE INDEX intake_hopstep_case_id_303c93a3 ON public.intake_hopstep USING btree (case_id);


CREATE INDEX intake_hopstep_referral_id_c910cc7f ON public.intake_hopstep USING btree (referral_id);


CREATE INDEX intake_housingbenefit_agency_id_46dbf383 ON public.intake_housingbenefit USING btree (agency_id);


CREATE INDEX intake_housingbenefit_case_id_84d58437 ON public.intake_housingbenefit USING btree (case_id);


CREATE INDEX intake_housingbenefit_person_id_ef8c77bb ON public.intake_housingbenefit USING btree (person_id);


CREATE INDEX intake_housingbenefit_received_by_id_f8048325 ON public.intake_housingbenefit USING btree (received_by_id);


CREATE INDEX intake_housingtalk_benefit_id_8599b76c ON public.intake_housingtalk USING btree (benefit_id);


CREATE INDEX intake_housingtalk_by_id_d8e1867e ON public.intake_housingtalk USING btree (by_id);


CREATE INDEX intake_housingtalk_case_id_2a7f56c2 ON public.intake_housingtalk USING btree (case_id);


CREATE INDEX intake_housingterm_benefit_id_57e674bd ON public.intake_housingterm USING btree (benefit_id);


CREATE INDEX intake_housingterm_case_id_22951320 ON public.intake_housingterm USING btree (case_id);


CREATE INDEX intake_informationgiven_agency_id_e5b214ff ON public.intake_informationgiven USING btree (agency_id);


CREATE INDEX intake_informationgiven_case_id_f84e479c ON public.intake_informationgiven USING btree (case_id);


CREATE INDEX intake_informationgiven_given_by_id_606d7714 ON public.intake_informationgiven USING btree (given_by_id);


CREATE INDEX intake_maternityentry_agency_id_db1f959f ON public.intake_maternityentry USING btree (agency_id);


CREATE INDEX intake_maternityentry_case_id_f4deb8f9 ON public.intake_maternityentry USING btree (case_id);


CREATE INDEX intake_maternityentry_in_charge_id_7bf64f98 ON public.intake_maternityentry USING btree (in_charge_id);


CREATE INDEX intake_maternityentry_person_id_428d0e2b ON public.intake_maternityentry USING btree (person_id);


CREATE INDEX intake_maternityneed_by_id_62cbbd53 ON public.intake_maternityneed USING btree (by_id);


CREATE INDEX intake_maternityneed_case_id_8b62096a ON public.intake_maternityneed USING btree (case_id);


CREATE INDEX intake_maternityneed_entry_id_2eed3a40 ON public.intake_maternityneed USING btree (entry_id);


CREATE INDEX intake_maternitytalk_by_id_30076f1f ON public.intake_maternitytalk USING btree (by_id);


CREATE INDEX intake_maternitytalk_case_id_4b896c27 ON public.intake_maternitytalk USING btree (case_id);


CREATE INDEX intake_maternitytalk_entry_id_58a987f7 ON public.intake_maternitytalk USING btree (entry_id);


CREATE INDEX intake_outpostday_agency_id_468ad4ef ON public.intake_outpostday USING btree (agency_id);


CREATE INDEX intake_outpostday_area_id_7c4c1e61 ON public.intake_outpostday USING btree (area_id);


CREATE INDEX intake_outpostday_author_id_a7cc140d ON public.intake_outpostday USING btree (author_id);


CREATE INDEX intake_outpostday_struck_by_id_d21d75fd ON public.intake_outpostday USING btree (struck_by_id);


CREATE INDEX intake_outpostreception_case_id_2e0794ad ON public.intake_outpostreception USING btree (case_id);


CREATE INDEX intake_outpostreception_day_id_2018c07a ON public.intake_outpostreception USING btree (day_id);


CREATE INDEX intake_phonecall_agency_id_ce321ac0 ON public.intake_phonecall USING btree (agency_id);


CREATE INDEX intake_phonecall_author_id_dce04b5f ON public.intake_phonecall USING btree (author_id);


CREATE INDEX intake_phonecall_called_back_by_id_168d5ca3 ON public.intake_phonecall USING btree (called_back_by_id);


CREATE INDEX intake_phonecall_case_id_47b901b9 ON public.intake_phonecall USING btree (case_id);


CREATE INDEX intake_prefecturehandover_agency_id_ef36bed3 ON public.intake_prefecturehandover USING btree (agency_id);


CREATE INDEX intake_prefecturehandover_case_id_970bfb1b ON public.intake_prefecturehandover USING btree (case_id);


CREATE INDEX intake_prefecturehandover_followed_up_by_id_6d69fd5f ON public.intake_prefecturehandover USING btree (followed_up_by_id);


CREATE INDEX intake_prefecturehandover_handed_by_id_f744babb ON public.intake_prefecturehandover USING btree (handed_by_id);


CREATE INDEX intake_prefecturehandover_telling_id_d88b7fb4 ON public.intake_prefecturehandover USING btree (telling_id);


CREATE INDEX intake_reception_agency_id_e33bc2c0 ON public.intake_reception USING btree (agency_id);


CREATE INDEX intake_reception_case_id_f1499f2e ON public.intake_reception USING btree (case_id);


CREATE INDEX intake_reception_outcome_by_id_46b8d7bc ON public.intake_reception USING btree (outcome_by_id);


CREATE INDEX intake_reception_received_by_id_e645ab65 ON public.intake_reception USING btree (received_by_id);


CREATE INDEX intake_referral_answered_by_id_3dd69edb ON public.intake_referral USING btree (answered_by_id);


CREATE INDEX intake_referral_case_id_8092b118 ON public.intake_referral USING btree (case_id);


CREATE INDEX intake_referral_followed_up_by_id_b34184d6 ON public.intake_referral USING btree (followed_up_by_id);


CREATE INDEX intake_referral_receiver_id_26ecad0a ON public.intake_referral USING btree (receiver_id);


CREATE INDEX intake_referral_sender_id_8564861b ON public.intake_referral USING btree (sender_id);


CREATE INDEX intake_referral_sent_by_id_4d1296d7 ON public.intake_referral USING btree (sent_by_id);


CREATE INDEX intake_referralcomment_agency_id_2faaa738 ON public.intake_referralcomment USING btree (agency_id);


CREATE INDEX intake_referralcomment_author_id_79549c75 ON public.intake_referralcomment USING btree (author_id);


CREATE INDEX intake_referralcomment_case_id_3f8ce5e9 ON public.intake_referralcomment USING btree (case_id);


CREATE INDEX intake_referralcomment_referral_id_9810545b ON public.intake_referralcomment USING btree (referral_id);


CREATE INDEX intake_referralvisit_agency_id_6b5091af ON public.intake_referralvisit USING btree (agency_id);


CREATE INDEX intake_referralvisit_case_id_5f841740 ON public.intake_referralvisit USING btree (case_id);


CREATE INDEX intake_referralvisit_ended_by_id_94ee6e42 ON public.intake_referralvisit USING btree (ended_by_id);


CREATE INDEX intake_referralvisit_planned_by_id_29243ae9 ON public.intake_referralvisit USING btree (planned_by_id);


CREATE INDEX intake_referralvisit_referral_id_0d6ef038 ON public.intake_referralvisit USING btree (referral_id);


CREATE INDEX intake_rightsroute_agency_id_e9501df4 ON public.intake_rightsroute USING btree (agency_id);


CREATE INDEX intake_rightsroute_case_id_4e97dc5b ON public.intake_rightsroute USING btree (case_id);


CREATE INDEX intake_rightsroute_follows_id_8dcc3f85 ON public.intake_rightsroute USING btree (follows_id);


CREATE INDEX intake_rightsroute_person_id_d54e1f34 ON public.intake_rightsroute USING btree (person_id);


CREATE INDEX intake_rightsroute_reported_to_id_7fdd5725 ON public.intake_rightsroute USING btree (reported_to_id);


CREATE INDEX intake_rightsroute_started_by_id_5c30a2fa ON public.intake_rightsroute USING btree (started_by_id);


CREATE INDEX intake_rightsstep_case_id_f10619d3 ON public.intake_rightsstep USING btree (case_id);


CREATE INDEX intake_rightsstep_route_id_3c55e989 ON public.intake_rightsstep USING btree (route_id);


CREATE INDEX intake_shortconsultation_agency_id_c61427d9 ON public.intake_shortconsultation USING btree (agency_id);


CREATE INDEX intake_shortconsultation_area_id_e63c21df ON public.intake_shortconsultation USING btree (area_id);


CREATE INDEX intake_shortconsultation_author_id_f84765dc ON public.intake_shortconsultation USING btree (author_id);


CREATE INDEX intake_shortconsultation_outpost_id_748ff401 ON public.intake_shortconsultation USING btree (outpost_id);


CREATE INDEX intake_shortconsultation_struck_by_id_e2f5f331 ON public.intake_shortconsultation USING btree (struck_by_id);


CREATE INDEX intake_supportplan_case_id_b267cd03 ON public.intake_supportplan USING btree (case_id);


CREATE INDEX intake_supportplan_entry_id_b6d890d7 ON public.intake_supportplan USING btree (entry_id);


CREATE INDEX intake_supportplan_made_by_id_68e3a0f8 ON public.intake_supportplan USING btree (made_by_id);


CREATE INDEX intake_supportplanitem_case_id_241f3f56 ON public.intake_supportplanitem USING btree (case_id);


CREATE INDEX intake_supportplanitem_plan_id_b94e7d08 ON public.intake_supportplanitem USING btree (plan_id);


CREATE INDEX intake_volunteerreport_agency_id_08837d37 ON public.intake_volunteerreport USING btree (agency_id);


CREATE INDEX intake_volunteerreport_author_id_45dbce64 ON public.intake_volunteerreport USING btree (author_id);


CREATE INDEX intake_volunteerreport_case_id_eec57a36 ON public.intake_volunteerreport USING btree (case_id);


CREATE INDEX intake_volunteerreport_dealt_by_id_f96d9d3c ON public.intake_volunteerreport USING btree (dealt_by_id);


CREATE INDEX intake_volunteerreport_reporter_area_id_2e9dcf8a ON public.intake_volunteerreport USING btree (reporter_area_id);


CREATE INDEX items_of_case ON public.conferences_agendaitem USING btree (case_id) WHERE (case_id IS NOT NULL);


CREATE INDEX judgement_of_subject ON public.coordination_conferencejudgement USING btree (case_id, subject_id);


CREATE INDEX lines_since ON public.conferences_talkline USING btree (item_id, seq);


CREATE INDEX log_by_time ON public.disclosure_logentry USING brin (at) WITH (pages_per_range='32');


CREATE INDEX log_of_case ON public.disclosure_logentry USING btree (case_id, id DESC);


CREATE INDEX log_of_guest ON public.disclosure_logentry USING btree (((COALESCE(after, before) ->> 'meeting_id'::text))) WHERE ((subject)::text = 'conferences_member'::text);


CREATE INDEX log_of_pair ON public.disclosure_logentry USING btree (((COALESCE(after, before) ->> 'case_b_id'::text))) WHERE ((subject)::text = 'people_pair'::text);


CREATE INDEX log_of_removal ON public.disclosure_logentry USING btree (case_id) WHERE (((subject)::text = 'cases_case'::text) AND ((act)::text = 'delete'::text));


CREATE INDEX log_urgent ON public.disclosure_logentry USING btree (user_id, at) WHERE ((act)::text = 'urgent'::text);


CREATE INDEX mail_about ON public.agencies_outgoingmail USING btree (about);


CREATE INDEX mail_waits ON public.agencies_outgoingmail USING btree (due_at) WHERE ((state)::text = 'waiting'::text);


CREATE INDEX matchkey_blocks ON public.people_matchkey USING gin (blocks);


CREATE INDEX maternity_ledger ON public.intake_maternityentry USING btree (agency_id, due_on, id) WHERE (ended_on IS NULL);


CREATE INDEX maternity_need_of_case ON public.intake_maternityneed USING btree (case_id);


CREATE INDEX maternity_of_case ON public.intake_maternityentry USING btree (case_id);


CREATE INDEX maternity_talk_of_case ON public.intake_maternitytalk USING btree (case_id);


CREATE INDEX meeting_by_day ON public.conferences_meeting USING btree (starts_at);


CREATE INDEX meeting_coming ON public.conferences_meeting USING btree (starts_at, id) WHERE ((state)::text = ANY ((ARRAY['planned'::character varying, 'held'::character varying])::text[]));


CREATE INDEX meeting_of_host ON public.conferences_meeting USING btree (host_id, starts_at DESC);


CREATE INDEX meetings_of_user ON public.conferences_member USING btree (user_id, meeting_id);


CREATE UNIQUE INDEX member_once ON public.conferences_member USING btree (meeting_id, user_id) WHERE (removed_on IS NULL);


CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);


CREATE UNIQUE INDEX one_evaluation_waiting ON public.coordination_evaluation USING btree (case_id) WHERE ((state)::text = 'waiting'::text);


CREATE UNIQUE INDEX one_feed_per_user ON public.conferences_calendarfeed USING btree (user_id) WHERE (revoked_at IS NULL);


CREATE UNIQUE INDEX one_final_plan_of_course ON public.coordination_plan USING btree (case_id, course) WHERE ((state)::text = 'final'::text);


CREATE UNIQUE INDEX one_login_in_any_case ON public.agencies_user USING btree (lower((login)::text));


CREATE UNIQUE INDEX one_menu_in_the_making ON public.coordination_menuplan USING btree (case_id, sheet, agency_id) WHERE ((state)::text = ANY ((ARRAY['draft'::character varying, 'submitted'::character varying])::text[]));


CREATE UNIQUE INDEX one_menu_running ON public.coordination_menuplan USING btree (case_id, sheet, agency_id) WHERE ((state)::text = ANY ((ARRAY['running'::character varying, 'ending'::character varying])::text[]));


CREATE UNIQUE INDEX one_open_approval ON public.coordination_approval USING btree (plan_id) WHERE ((state)::text = 'open'::text);


CREATE UNIQUE INDEX one_open_handover ON public.people_protectionhandover USING btree (contact_id) WHERE (agreed_by_id IS NULL);


CREATE UNIQUE INDEX one_open_referral_per_receiver ON public.intake_referral USING btree (case_id, receiver_id) WHERE ((state)::text = 'sent'::text);


CREATE UNIQUE INDEX one_pattern_at_a_time ON public.people_pattern USING btree (case_id, code, kinds) WHERE (until IS NULL);


CREATE UNIQUE INDEX one_plan_in_the_making_of_course ON public.coordination_plan USING btree (case_id, course) WHERE ((state)::text = ANY ((ARRAY['draft'::character varying, 'submitted'::character varying, 'agreed'::character varying])::text[]));


CREATE UNIQUE INDEX one_row_per_protected_word ON public.people_protectedword USING btree (case_id, person_id, md5(pattern));


CREATE UNIQUE INDEX one_shared_part_per_section ON public.coordination_assessmentpart USING btree (assessment_id, section) WHERE ((section)::text = ANY ((ARRAY['issues'::character varying, 'summary'::character varying])::text[]));


CREATE UNIQUE INDEX one_standing_row_per_tie ON public.people_tie USING btree (thread) WHERE (replaced_at IS NULL);


CREATE UNIQUE INDEX one_subject_per_case ON public.people_person USING btree (case_id) WHERE is_subject;


CREATE UNIQUE INDEX one_talk_per_stage ON public.intake_maternitytalk USING btree (entry_id, stage) WHERE (NOT ((stage)::text = 'other'::text));


CREATE INDEX outpost_days ON public.intake_outpostday USING btree (agency_id, "on");


CREATE INDEX oversight_check_of ON public.disclosure_oversightcheck USING btree (staff_id, agency_id, oddity);


CREATE INDEX pair_open ON public.people_pair USING btree (weight DESC, id) WHERE ((state)::text = 'open'::text);


CREATE INDEX pair_other_end ON public.people_pair USING btree (person_b_id);


CREATE INDEX passage_of_row ON public.people_protectedpassage USING btree (table_name, row_id);


CREATE INDEX pattern_of_case ON public.people_pattern USING btree (case_id);


CREATE INDEX people_matchkey_case_id_d4184635 ON public.people_matchkey USING btree (case_id);


CREATE INDEX people_pair_decided_by_id_b6972ac9 ON public.people_pair USING btree (decided_by_id);


CREATE INDEX people_pair_person_a_id_688765b5 ON public.people_pair USING btree (person_a_id);


CREATE INDEX people_pair_person_b_id_94ffbbc6 ON public.people_pair USING btree (person_b_id);


CREATE INDEX people_pattern_answered_by_id_0b06694c ON public.people_pattern USING btree (answered_by_id);


CREATE INDEX people_pattern_answered_for_id_ed6a2a49 ON public.people_pattern USING btree (answered_for_id);


CREATE INDEX people_pattern_case_id_ee45eda4 ON public.people_pattern USING btree (case_id);


CREATE INDEX people_person_area_id_8b8e1a89 ON public.people_person USING btree (area_id);


CREATE INDEX people_person_case_id_d5b48b18 ON public.people_person USING btree (case_id);


CREATE INDEX people_personstate_area_id_70e0312a ON public.people_personstate USING btree (area_id);


CREATE INDEX people_personstate_case_id_ab3399ee ON public.people_personstate USING btree (case_id);


CREATE INDEX people_personstate_person_id_187bd491 ON public.people_personstate USING btree (person_id);


CREATE INDEX people_personstate_recorded_by_id_764a615e ON public.people_personstate USING btree (recorded_by_id);


CREATE INDEX people_protectedcontact_area_id_ff826b2c ON public.people_protectedcontact USING btree (area_id);


CREATE INDEX people_protectedcontact_case_id_09554d5a ON public.people_protectedcontact USING btree (case_id);


CREATE INDEX people_protectedcontact_recorded_by_id_01bc7edf ON public.people_protectedcontact USING btree (recorded_by_id);


CREATE INDEX people_protectedpassage_case_id_2e530c3b ON public.people_protectedpassage USING btree (case_id);


CREATE INDEX people_protectedpassage_written_by_id_e978a44b ON public.people_protectedpassage USING btree (written_by_id);


CREATE INDEX people_protectedword_person_id_125c294c ON public.people_protectedword USING btree (person_id);


CREATE INDEX people_protectionhandover_agreed_by_id_68df1da1 ON public.people_protectionhandover USING btree (agreed_by_id);


CREATE INDEX people_protectionhandover_case_id_5f576268 ON public.people_protectionhandover USING btree (case_id);


CREATE INDEX people_protectionhandover_contact_id_f7ef7b2c ON public.people_protectionhandover USING btree (contact_id);


CREATE INDEX people_protectionhandover_proposed_by_id_678b9a0c ON public.people_protectionhandover USING btree (proposed_by_id);


CREATE INDEX people_sameperson_case_id_82ce49e4 ON public.people_sameperson USING btree (case_id);


CREATE INDEX people_sameperson_identity_25e1d7c2 ON public.people_sameperson USING btree (identity);


CREATE INDEX people_tie_case_id_f96da7eb ON public.people_tie USING btree (case_id);


CREATE INDEX people_tie_other_agency_id_5cc78dab ON public.people_tie USING btree (other_agency_id);


CREATE INDEX people_tie_other_person_id_2df0735a ON public.people_tie USING btree (other_person_id);


CREATE INDEX people_tie_person_id_bf7c4f13 ON public.people_tie USING btree (person_id);


CREATE INDEX people_tie_recorded_by_id_4a383bdc ON public.people_tie USING btree (recorded_by_id);


CREATE INDEX person_of_case ON public.people_person USING btree (case_id);


CREATE INDEX personkey_case ON public.people_personkey USING btree (case_id DESC);


CREATE INDEX personkey_tokens ON public.people_personkey USING gin (public.people_tokens(family, given, family_sound, given_sound, former, former_sound, address, phones, birth_date, birth_year));
ALTER INDEX public.personkey_tokens ALTER COLUMN 1 SET STATISTICS 300;


CREATE UNIQUE INDEX phrase_code_of_desk ON public.cases_phrase USING btree (agency_id, code) WHERE ((NOT ((code)::text = ''::text)) AND (user_id IS NULL));


CREATE UNIQUE INDEX phrase_code_of_person ON public.cases_phrase USING btree (agency_id, user_id, code) WHERE (NOT ((code)::text = ''::text));


CREATE INDEX polls_of_host ON public.conferences_datepoll USING btree (host_id, state);


CREATE INDEX polls_of_user ON public.conferences_pollseat USING btree (user_id, poll_id);


CREATE INDEX progress_of_plan ON public.coordination_progressreport USING btree (plan_id, created_at DESC);


CREATE INDEX reception_newest ON public.intake_reception USING btree (agency_id, received_on DESC);


CREATE INDEX reception_of_case ON public.intake_reception USING btree (case_id);


CREATE INDEX record_at ON public.cases_supportrecord USING btree (at);


CREATE INDEX record_course ON public.cases_supportrecord USING btree (case_id, at DESC);


CREATE INDEX record_of_author ON public.cases_supportrecord USING btree (author_id, at DESC, id DESC);


CREATE INDEX record_tokens ON public.cases_supportrecord USING gin (public.cases_tokens(content, at));
ALTER INDEX public.record_tokens ALTER COLUMN 1 SET STATISTICS 300;


CREATE INDEX referral_of_case ON public.intake_referral USING btree (case_id, sent_on);


CREATE INDEX referral_to_watch ON public.intake_referral USING btree (answered_on, case_id) WHERE (((state)::text = 'sent'::text) OR ((answered_on IS NOT NULL) AND (followed_up_on IS NULL)));


CREATE INDEX referral_unfinished ON public.intake_referral USING btree (sender_id, is_urgent DESC, sent_on, id) WHERE (((state)::text = 'sent'::text) OR ((followed_up_on IS NULL) AND ((state)::text = 'returned'::text)));


CREATE INDEX referral_waiting ON public.intake_referral USING btree (receiver_id, is_urgent DESC, sent_on, id) WHERE ((state)::text = 'sent'::text);


CREATE INDEX report_newest ON public.intake_volunteerreport USING btree (agency_id, "on" DESC, id DESC);


CREATE INDEX report_of_case ON public.intake_volunteerreport USING btree (case_id) WHERE (case_id IS NOT NULL);


CREATE INDEX report_open ON public.intake_volunteerreport USING btree (agency_id, follow_up_on) WHERE ((state)::text = ANY ((ARRAY['new'::character varying, 'watching'::character varying])::text[]));


CREATE INDEX request_asked ON public.coordination_informationrequest USING btree (agency_id, due_on) WHERE (closed_on IS NULL);


CREATE INDEX request_of_case ON public.coordination_informationrequest USING btree (case_id, asked_on);


CREATE INDEX request_to_answer ON public.coordination_informationrequest USING btree (receiver_id, due_on) WHERE (closed_on IS NULL);


CREATE INDEX rights_of_case ON public.intake_rightsroute USING btree (case_id);


CREATE INDEX rights_open ON public.intake_rightsroute USING btree (agency_id, started_on, id) WHERE (ended_on IS NULL);


CREATE INDEX rights_step_of_case ON public.intake_rightsstep USING btree (case_id);


CREATE INDEX short_newest ON public.intake_shortconsultation USING btree (agency_id, "on" DESC, id DESC);


CREATE INDEX signature_of_paper ON public.coordination_drawnsignature USING btree (paper_id, created_at DESC);


CREATE INDEX state_of_case ON public.people_personstate USING btree (case_id);


CREATE INDEX step_of_referral ON public.intake_hopstep USING btree (referral_id, id DESC);


CREATE INDEX support_plan_of_case ON public.intake_supportplan USING btree (case_id);


CREATE INDEX task_of_case ON public.cases_task USING btree (case_id) WHERE (done_on IS NULL);


CREATE INDEX task_open ON public.cases_task USING btree (agency_id, someone_waits, is_urgent DESC, due_on, id) WHERE (done_on IS NULL);


CREATE INDEX telling_of_case ON public.cases_telling USING btree (case_id, "on" DESC);


CREATE INDEX tie_of_case ON public.people_tie USING btree (case_id);


CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));


CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";


CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;


CREATE INDEX visit_of_referral ON public.intake_referralvisit USING btree (referral_id, "on");


CREATE TRIGGER alarm_holds BEFORE UPDATE OF stage ON public.cases_case FOR EACH ROW WHEN ((((new.stage)::text = 'closed'::text) AND ((old.stage)::text <> 'closed'::text))) EXECUTE FUNCTION public.cases_alarm_holds_case();


CREATE TRIGGER alarm_stays BEFORE DELETE ON public.cases_alarm FOR EACH ROW EXECUTE FUNCTION public.cases_alarm_stays();


CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.disclosure_disposal FOR EACH ROW EXECUTE FUNCTION public.disclosure_append_only();


CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.disclosure_logentry FOR EACH ROW EXECUTE FUNCTION public.disclosure_only_emptied();


CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.disclosure_seal FOR EACH ROW EXECUTE FUNCTION public.disclosure_append_only();


CREATE TRIGGER begin BEFORE INSERT ON public.imports_import FOR EACH ROW EXECUTE FUNCTION public.imports_begin();


CREATE TRIGGER close_requests AFTER INSERT OR UPDATE ON public.disclosure_consent FOR EACH ROW EXECUTE FUNCTION public.coordination_close_requests();


CREATE TRIGGER follow AFTER INSERT OR UPDATE ON public.disclosure_legalexception FOR EACH ROW EXECUTE FUNCTION public.disclosure_follow_exception();


CREATE TRIGGER follow_contract AFTER INSERT OR UPDATE OF starts_on, ends_on ON public.agencies_contract FOR EACH ROW EXECUTE FUNCTION public.disclosure_follow_contract();


CREATE TRIGGER guard BEFORE UPDATE ON public.disclosure_consent FOR EACH ROW EXECUTE FUNCTION public.disclosure_keep_proof();


CREATE TRIGGER guard BEFORE UPDATE ON public.disclosure_disposalbatch FOR EACH ROW EXECUTE FUNCTION public.disclosure_guard_batch();


CREATE TRIGGER guard BEFORE UPDATE ON public.disclosure_evidence FOR EACH ROW EXECUTE FUNCTION public.disclosure_keep_proof();


CREATE TRIGGER guard BEFORE UPDATE ON public.disclosure_legalexception FOR EACH ROW EXECUTE FUNCTION public.disclosure_guard_exception();


CREATE TRIGGER guard_course BEFORE UPDATE ON public.disclosure_legalexception FOR EACH ROW EXECUTE FUNCTION public.cases_guard_exception();


CREATE TRIGGER guard_decision BEFORE UPDATE ON public.conferences_meetingdecision FOR EACH ROW EXECUTE FUNCTION public.conferences_guard_decision();


CREATE TRIGGER guard_member BEFORE INSERT OR UPDATE ON public.conferences_member FOR EACH ROW EXECUTE FUNCTION public.conferences_guard_member();


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.cases_alarm FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'danger:10', 'suspect:8', 'law:200', 'facts', 'place:200', 'done', 'finding:10', 'measure', 'watch', 'reason');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.cases_alarmstep FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'what:10', 'content');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.cases_alarmtold FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'standing:8', 'actor_words:120', 'next_step:200');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.cases_case FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('SELECT ($1 ->> ''id'')::uuid', 't.id = $1', 'stage:12', 'urgent_note:200', 'closed_as:12');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.cases_event FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'code:40', 'title:120', 'body', 'subject:40');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.cases_supportrecord FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'counterpart:120', 'method:24', 'place:120', 'content', 'next_step:200');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.cases_task FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'kind:20', 'what:200', 'source:40');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.cases_telling FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'recipient:120', 'way:24', 'purpose:20', 'content');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.conferences_agendaitem FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'meeting_label:120', 'function:20', 'timing:12', 'title:120', 'purpose', 'judgement:12', 'follow_up_how:200', 'withdrawn:200');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.conferences_meeting FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('SELECT i.case_id FROM conferences_agendaitem i WHERE i.meeting_id = ($1 ->> ''id'')::uuid AND i.case_id IS NOT NULL', 't.id IN (SELECT i.meeting_id FROM conferences_agendaitem i WHERE i.case_id = $1)', 'place:120', 'online_url:300', 'message', 'state:10', 'summary', 'cancelled_reason:200', 'parts');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.conferences_meetingdecision FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'what:200', 'state:10', 'result');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.conferences_talk FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'text', 'decision', 'opinions');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.conferences_talkline FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'field:10', 'text');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.coordination_application FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'visitor_name:120', 'visitor_phone:40', 'visitor_relation:60', 'topics', 'main_topic:20', 'request', 'explained_by:120', 'signature:8', 'signed_name:120', 'signature_reason:200', 'note', 'course:14');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.coordination_approval FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'state:10', 'number:60', 'text', 'route');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.coordination_approvalstep FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'title:40', 'result:10', 'note', 'substitute_reason:200');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.coordination_assessment FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'screening:16');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.coordination_assessmentpart FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'section:12', 'answers', 'sources', 'source_note:200');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.coordination_conferencejudgement FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'timing:12', 'judgement:12', 'opinion');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.coordination_connectedness FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'occasion:10', 'note');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.coordination_decision FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'result:10', 'number:60', 'note');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.coordination_drawnsignature FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'paper:12', 'path', 'name:120', 'witness:120');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.coordination_evaluation FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'state:8', 'changes', 'changes_note', 'remaining_issues', 'person_wish', 'staff_opinion', 'conclusion:10', 'follow_up_staff:120', 'follow_up_how', 'contact_attempts');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.coordination_followup FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'result:8');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.coordination_goalresult FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'achievement:10', 'note');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.coordination_informationanswer FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'section:12', 'answers', 'sources', 'source_note:200');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.coordination_informationreply FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'reason');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.coordination_informationrequest FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'about:130', 'about_more:200', 'sections', 'question', 'question_section:12', 'reason', 'closed_note:200');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.coordination_itemdecision FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'reason:400');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.coordination_menujudgement FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'timing:12', 'table:20', 'judgement:12', 'opinion');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.coordination_menuplan FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'sheet:14', 'state:12', 'answers', 'ending:12', 'end_reason', 'returned_note');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.coordination_monitoring FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'person_view', 'note', 'after:8');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.coordination_monitoringitem FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'progress:12', 'note');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.coordination_personissue FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'issue:24');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.coordination_plan FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'state:12', 'issues', 'wish', 'long_goal', 'lead_staff:120', 'participation_reason', 'outreach_reason', 'early_start_reason', 'signature:8', 'signed_name:120', 'signature_note:200', 'returned_note', 'course:14');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.coordination_plangoal FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'text', 'by_when:60', 'issue:200');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.coordination_planitem FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'service:14', 'issue', 'support', 'staff:120', 'frequency:60', 'period:60', 'own_effort');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.coordination_progressreport FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'progress:12', 'note');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.disclosure_consent FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'level:12', 'answer:10', 'method:16', 'explained_by:120', 'withdrawn_note', 'note', 'given_by:120', 'groups');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.disclosure_disposalitem FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'case_number:20', 'state:8', 'dropped_for:10');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.disclosure_evidence FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'type:20', 'source:40', 'note:200');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.disclosure_grant FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'basis:12', 'explanation:300');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.disclosure_legalexception FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'state:10', 'ground:12', 'law:200', 'reason', 'outside:120', 'decision_note', 'outcome', 'review:10', 'review_note');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.disclosure_retentionhold FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'reason:16', 'note', 'lifted_note');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.imports_importedrow FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'ledger_no:80', 'fingerprint:64');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.intake_extraanswer FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'item:60', 'label:80', 'value:400');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.intake_hopstep FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'reasons', 'act:12', 'note:400');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.intake_housingbenefit FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'ground:12', 'seeking', 'papers', 'note', 'state:10', 'sent_to:120', 'decision_number:60', 'decision_note', 'pause_reason', 'ended_as:12', 'end_note', 'counsel:12', 'counselled_by:120', 'moving_to:200', 'subsidy:8');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.intake_housingtalk FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'result:10', 'note');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.intake_housingterm FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'note');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.intake_informationgiven FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'matter:12', 'things', 'note', 'told_to:12', 'reply:12', 'reply_note');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.intake_maternityentry FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'parity:8', 'situations', 'situation_note', 'need:12', 'birth_note', 'postpartum_note', 'ended_as:16', 'end_note');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.intake_maternityneed FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'need:12', 'reason');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.intake_maternitytalk FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'stage:14', 'note');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.intake_phonecall FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'direction:4', 'party:120', 'number:40', 'content');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.intake_prefecturehandover FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'recipient:120', 'way:24', 'recommended_by:120', 'wish', 'content', 'ask', 'arrival:12', 'result');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.intake_reception FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'channel:12', 'channel_note:120', 'consulter_is:12', 'consulter_tie:60', 'consulter_name:120', 'consulter_kana:160', 'consulter_contact:120', 'household_note', 'overview', 'topics', 'main_topic:16', 'urgent_note:200', 'involved_note', 'outcome:16', 'outcome_reason', 'assistance:8');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.intake_referral FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'kind:10', 'state:10', 'requests', 'course', 'reason', 'explained_by:120', 'explained_what', 'wish', 'accompaniment:12', 'care_note', 'attachments', 'attachment_note:200', 'answer_note', 'talk_with:120', 'talk_note', 'withdrawn_note', 'follow_up_result');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.intake_referralcomment FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'text');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.intake_referralvisit FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'state:10', 'place:120', 'meet_point:120', 'sender_goes:120', 'receiver_goes:120', 'note:200', 'result');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.intake_rightsroute FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'kind:20', 'reason', 'relatives:10', 'relatives_note', 'counterpart:120', 'report_note', 'result:16', 'result_note', 'guardian_kind:10', 'guardian_name:120', 'follow_up_note');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.intake_rightsstep FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'code:20', 'done_by:120', 'note');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.intake_supportplan FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'wishes', 'issues', 'goals', 'without_reason');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.intake_supportplanitem FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'what:200', 'who:120', 'when:120');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.intake_volunteerreport FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'state:10', 'reporter_role:14', 'reporter_name:120', 'about:200', 'address:200', 'noticed', 'haste:8', 'watch_words:200', 'dealt_with', 'answer');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.people_matchkey FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'address_key', 'town_key', 'mobile', 'landline', 'blocks');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.people_pair FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('SELECT ($1 ->> ''case_a_id'')::uuid UNION SELECT ($1 ->> ''case_b_id'')::uuid', '$1 IN (t.case_a_id, t.case_b_id)', 'origin:8', 'state:10', 'reason:400');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.people_pattern FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'code:16', 'certainty:8', 'reasons', 'missing', 'answer');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.people_person FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'sex:8', 'address:200', 'phone:20', 'mobile:20', 'email:254', 'relation:20', 'occupation:80', 'note', 'standing:8');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.people_personkey FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'address', 'town', 'phones');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.people_personstate FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'sex:8', 'address:200', 'phone:20', 'mobile:20', 'email:254', 'relation:20', 'standing:8', 'occupation:80', 'note', 'reason:12');


CREATE TRIGGER hide_protected BEFORE INSERT OR UPDATE ON public.people_tie FOR EACH ROW EXECUTE FUNCTION public.people_hide_row('', '', 'other_label:80', 'kind:12', 'strength:10', 'note:120');


CREATE TRIGGER keep_holding AFTER INSERT ON public.cases_case FOR EACH ROW EXECUTE FUNCTION public.cases_moved();


CREATE TRIGGER keep_holding_changed AFTER UPDATE ON public.disclosure_grant REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION public.cases_granted();


CREATE TRIGGER keep_holding_given AFTER INSERT ON public.disclosure_grant REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION public.cases_granted();


CREATE TRIGGER keep_holding_moved AFTER UPDATE ON public.cases_case FOR EACH ROW WHEN (((old.responsible_agency_id <> new.responsible_agency_id) OR (((old.stage)::text = 'closed'::text) <> ((new.stage)::text = 'closed'::text)))) EXECUTE FUNCTION public.cases_moved();


CREATE TRIGGER keep_holding_taken AFTER DELETE ON public.disclosure_grant REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION public.cases_granted();


CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.disclosure_logentry FOR EACH STATEMENT EXECUTE FUNCTION public.disclosure_append_only();


CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.disclosure_seal FOR EACH STATEMENT EXECUTE FUNCTION public.disclosure_append_only();


CREATE TRIGGER record_answer AFTER UPDATE ON public.people_pattern FOR EACH ROW WHEN ((((old.answered_on IS DISTINCT FROM new.answered_on) OR (old.answered_by_id IS DISTINCT FROM new.answered_by_id)) OR (old.answer IS DISTINCT FROM new.answer))) EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.agencies_contract FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.cases_alarm FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.cases_alarmstep FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.cases_alarmtold FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.cases_case FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.cases_event FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.cases_supportrecord FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.cases_task FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.cases_telling FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.conferences_agendaitem FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.conferences_meeting FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.conferences_meetingdecision FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.conferences_member FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.conferences_minutescheck FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.conferences_sheetcopy FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.conferences_talk FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.conferences_talkline FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.coordination_application FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.coordination_approval FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.coordination_approvalstep FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.coordination_assessment FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.coordination_assessmentpart FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.coordination_conferencejudgement FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.coordination_connectedness FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.coordination_decision FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.coordination_drawnsignature FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.coordination_evaluation FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.coordination_followup FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.coordination_goalresult FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.coordination_informationanswer FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.coordination_informationreply FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.coordination_informationrequest FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.coordination_itemdecision FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.coordination_menujudgement FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.coordination_menuplan FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.coordination_monitoring FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.coordination_monitoringitem FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.coordination_personissue FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.coordination_plan FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.coordination_plangoal FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.coordination_planitem FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.coordination_progressreport FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.disclosure_consent FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.disclosure_disposalbatch FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.disclosure_disposalitem FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.disclosure_evidence FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.disclosure_legalexception FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.disclosure_retentionhold FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.imports_import FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.imports_importedrow FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.intake_doormessage FOR EACH ROW EXECUTE FUNCTION public.intake_record_door();


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.intake_doorstep FOR EACH ROW EXECUTE FUNCTION public.intake_record_door();


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.intake_extraanswer FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.intake_hopstep FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.intake_housingbenefit FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.intake_housingtalk FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.intake_housingterm FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.intake_informationgiven FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.intake_maternityentry FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.intake_maternityneed FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.intake_maternitytalk FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.intake_outpostreception FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.intake_phonecall FOR EACH ROW EXECUTE FUNCTION public.intake_record_call();


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.intake_prefecturehandover FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.intake_reception FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.intake_referral FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.intake_referralcomment FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.intake_referralvisit FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.intake_rightsroute FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.intake_rightsstep FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.intake_supportplan FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.intake_supportplanitem FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.people_pair FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_a_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.people_person FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.people_protectedcontact FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.people_protectionhandover FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.people_sameperson FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE TRIGGER record_change AFTER INSERT OR DELETE OR UPDATE ON public.people_tie FOR EACH ROW EXECUTE FUNCTION public.disclosure_record_change('case_id');


CREATE CONSTRAINT TRIGGER seal AFTER INSERT ON public.disclosure_logentry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.disclosure_seal_entry();


CREATE TRIGGER skip_disposed BEFORE INSERT ON public.disclosure_logentry FOR EACH ROW WHEN (((new.act)::text = 'delete'::text)) EXECUTE FUNCTION public.disclosure_skip_disposed();


CREATE TRIGGER touch_case AFTER INSERT ON public.cases_event FOR EACH ROW EXECUTE FUNCTION public.cases_touch();


CREATE TRIGGER touch_case AFTER INSERT ON public.cases_supportrecord FOR EACH ROW EXECUTE FUNCTION public.cases_touch();


ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_agencies_user_id FOREIGN KEY (user_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_accountchange
    ADD CONSTRAINT agencies_accountchange_by_id_f1349b10_fk_agencies_user_id FOREIGN KEY (by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_accountchange
    ADD CONSTRAINT agencies_accountchange_subject_id_b62e6ff6_fk_agencies_user_id FOREIGN KEY (subject_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_agency_areas
    ADD CONSTRAINT agencies_agency_areas_agency_id_e3922187_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_agency_areas
    ADD CONSTRAINT agencies_agency_areas_area_id_d2ad7838_fk_agencies_area_id FOREIGN KEY (area_id) REFERENCES public.agencies_area(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_agency
    ADD CONSTRAINT agencies_agency_operator_id_f33325b7_fk_agencies_agency_id FOREIGN KEY (operator_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_agency
    ADD CONSTRAINT agencies_agency_parent_id_2087cd0c_fk_agencies_agency_id FOREIGN KEY (parent_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_area
    ADD CONSTRAINT agencies_area_parent_id_ee646251_fk_agencies_area_id FOREIGN KEY (parent_id) REFERENCES public.agencies_area(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_contract
    ADD CONSTRAINT agencies_contract_agency_id_760dd1cc_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_contract
    ADD CONSTRAINT agencies_contract_delivery_id_fcae2bb9_fk_agencies_delivery_id FOREIGN KEY (delivery_id) REFERENCES public.agencies_delivery(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_delivery_areas
    ADD CONSTRAINT agencies_delivery_ar_delivery_id_09efa32c_fk_agencies_ FOREIGN KEY (delivery_id) REFERENCES public.agencies_delivery(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_delivery_areas
    ADD CONSTRAINT agencies_delivery_areas_area_id_a00c10e2_fk_agencies_area_id FOREIGN KEY (area_id) REFERENCES public.agencies_area(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_delivery
    ADD CONSTRAINT agencies_delivery_backed_by_id_a7ab4315_fk_agencies_delivery_id FOREIGN KEY (backed_by_id) REFERENCES public.agencies_delivery(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_deliveryagency
    ADD CONSTRAINT agencies_deliveryage_agency_id_990812a9_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_deliveryagency
    ADD CONSTRAINT agencies_deliveryage_delivery_id_776b5b0e_fk_agencies_ FOREIGN KEY (delivery_id) REFERENCES public.agencies_delivery(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_deliverydivision
    ADD CONSTRAINT agencies_deliverydiv_agency_id_e174622b_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_deliverydivision
    ADD CONSTRAINT agencies_deliverydiv_delivery_id_79f00dd6_fk_agencies_ FOREIGN KEY (delivery_id) REFERENCES public.agencies_delivery(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_outgoingmail
    ADD CONSTRAINT agencies_outgoingmail_user_id_bdb34c5b_fk_agencies_user_id FOREIGN KEY (user_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_post
    ADD CONSTRAINT agencies_post_agency_id_a19c7890_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_post
    ADD CONSTRAINT agencies_post_site_id_5f824411_fk_agencies_site_id FOREIGN KEY (site_id) REFERENCES public.agencies_site(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_post
    ADD CONSTRAINT agencies_post_user_id_8852975e_fk_agencies_user_id FOREIGN KEY (user_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_site
    ADD CONSTRAINT agencies_site_agency_id_3b25648a_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_site_areas
    ADD CONSTRAINT agencies_site_areas_area_id_fc5255e3_fk_agencies_area_id FOREIGN KEY (area_id) REFERENCES public.agencies_area(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_site_areas
    ADD CONSTRAINT agencies_site_areas_site_id_e3b5c58c_fk_agencies_site_id FOREIGN KEY (site_id) REFERENCES public.agencies_site(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_site
    ADD CONSTRAINT agencies_site_backed_by_id_fabd9c75_fk_agencies_site_id FOREIGN KEY (backed_by_id) REFERENCES public.agencies_site(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_site_deliveries
    ADD CONSTRAINT agencies_site_delive_delivery_id_a0b1b8ea_fk_agencies_ FOREIGN KEY (delivery_id) REFERENCES public.agencies_delivery(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_site_deliveries
    ADD CONSTRAINT agencies_site_deliveries_site_id_c1880ae3_fk_agencies_site_id FOREIGN KEY (site_id) REFERENCES public.agencies_site(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_training
    ADD CONSTRAINT agencies_training_user_id_663c9824_fk_agencies_user_id FOREIGN KEY (user_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_user_groups
    ADD CONSTRAINT agencies_user_groups_group_id_8c578efc_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_user_groups
    ADD CONSTRAINT agencies_user_groups_user_id_9511fcde_fk_agencies_user_id FOREIGN KEY (user_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_user_user_permissions
    ADD CONSTRAINT agencies_user_user_p_permission_id_728b18d9_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.agencies_user_user_permissions
    ADD CONSTRAINT agencies_user_user_p_user_id_dae0a4ad_fk_agencies_ FOREIGN KEY (user_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_alarm
    ADD CONSTRAINT cases_alarm_case_id_a1e40e94_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_alarm
    ADD CONSTRAINT cases_alarm_ended_by_id_b402727f_fk_agencies_user_id FOREIGN KEY (ended_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_alarm
    ADD CONSTRAINT cases_alarm_raised_agency_id_1b59d60d_fk_agencies_agency_id FOREIGN KEY (raised_agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_alarm
    ADD CONSTRAINT cases_alarm_raised_by_id_846f4308_fk_agencies_user_id FOREIGN KEY (raised_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_alarmstep
    ADD CONSTRAINT cases_alarmstep_agency_id_569b3882_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_alarmstep
    ADD CONSTRAINT cases_alarmstep_alarm_id_5087254e_fk_cases_alarm_id FOREIGN KEY (alarm_id) REFERENCES public.cases_alarm(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_alarmstep
    ADD CONSTRAINT cases_alarmstep_by_id_44165aca_fk_agencies_user_id FOREIGN KEY (by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_alarmstep
    ADD CONSTRAINT cases_alarmstep_case_id_b7916eb9_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_alarmtold
    ADD CONSTRAINT cases_alarmtold_agency_id_0475a235_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_alarmtold
    ADD CONSTRAINT cases_alarmtold_alarm_id_a5dc11eb_fk_cases_alarm_id FOREIGN KEY (alarm_id) REFERENCES public.cases_alarm(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_alarmtold
    ADD CONSTRAINT cases_alarmtold_case_id_6267dc52_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_alarmtold
    ADD CONSTRAINT cases_alarmtold_user_id_b5c12c04_fk_agencies_user_id FOREIGN KEY (user_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_responsible_agency_id_8d0d4635_fk_agencies_agency_id FOREIGN KEY (responsible_agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_responsible_user_id_9082ddc6_fk_agencies_user_id FOREIGN KEY (responsible_user_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_draft
    ADD CONSTRAINT cases_draft_agency_id_a8bd939b_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_draft
    ADD CONSTRAINT cases_draft_user_id_61805eab_fk_agencies_user_id FOREIGN KEY (user_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_event
    ADD CONSTRAINT cases_event_agency_id_b3da3116_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_event
    ADD CONSTRAINT cases_event_by_id_d6617e99_fk_agencies_user_id FOREIGN KEY (by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_event
    ADD CONSTRAINT cases_event_case_id_59b954a1_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_holding
    ADD CONSTRAINT cases_holding_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases_case(id) ON DELETE CASCADE;


ALTER TABLE ONLY public.cases_phrase
    ADD CONSTRAINT cases_phrase_agency_id_a5e9b4f5_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_phrase
    ADD CONSTRAINT cases_phrase_user_id_a72f0ccc_fk_agencies_user_id FOREIGN KEY (user_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_supportrecord
    ADD CONSTRAINT cases_supportrecord_agency_id_c933566b_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_supportrecord
    ADD CONSTRAINT cases_supportrecord_author_id_5f6ef22a_fk_agencies_user_id FOREIGN KEY (author_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_supportrecord
    ADD CONSTRAINT cases_supportrecord_case_id_3bd241f6_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_task
    ADD CONSTRAINT cases_task_agency_id_a7d6f685_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_task
    ADD CONSTRAINT cases_task_assignee_id_4e3ad7d1_fk_agencies_user_id FOREIGN KEY (assignee_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_task
    ADD CONSTRAINT cases_task_case_id_db8cf8f3_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_task
    ADD CONSTRAINT cases_task_done_by_id_48c4c7f1_fk_agencies_user_id FOREIGN KEY (done_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_telling
    ADD CONSTRAINT cases_telling_agency_id_6cebaff0_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_telling
    ADD CONSTRAINT cases_telling_author_id_dbb80be0_fk_agencies_user_id FOREIGN KEY (author_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_telling
    ADD CONSTRAINT cases_telling_case_id_eb71362f_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_agendaitem
    ADD CONSTRAINT conferences_agendait_brought_by_id_9cc99aea_fk_agencies_ FOREIGN KEY (brought_by_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_agendaitem
    ADD CONSTRAINT conferences_agendait_follow_up_by_id_02787cdf_fk_agencies_ FOREIGN KEY (follow_up_by_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_agendaitem
    ADD CONSTRAINT conferences_agendait_lead_agency_id_f0e150ee_fk_agencies_ FOREIGN KEY (lead_agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_agendaitem
    ADD CONSTRAINT conferences_agendait_meeting_id_196ce81c_fk_conferenc FOREIGN KEY (meeting_id) REFERENCES public.conferences_meeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_agendaitem
    ADD CONSTRAINT conferences_agendaitem_body_id_6ca79b8e_fk_conferences_body_id FOREIGN KEY (body_id) REFERENCES public.conferences_body(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_agendaitem
    ADD CONSTRAINT conferences_agendaitem_case_id_6f6d96b1_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_body
    ADD CONSTRAINT conferences_body_host_id_aed58d9f_fk_agencies_agency_id FOREIGN KEY (host_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_body
    ADD CONSTRAINT conferences_body_part_of_id_2d66be3f_fk_conferences_body_id FOREIGN KEY (part_of_id) REFERENCES public.conferences_body(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_bodyrhythm
    ADD CONSTRAINT conferences_bodyrhythm_body_id_9a4048dd_fk_conferences_body_id FOREIGN KEY (body_id) REFERENCES public.conferences_body(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_calendarfeed
    ADD CONSTRAINT conferences_calendar_agency_id_31267ba3_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_calendarfeed
    ADD CONSTRAINT conferences_calendarfeed_user_id_978a3435_fk_agencies_user_id FOREIGN KEY (user_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_datepoll
    ADD CONSTRAINT conferences_datepoll_asked_by_id_d84d79ec_fk_agencies_user_id FOREIGN KEY (asked_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_datepoll
    ADD CONSTRAINT conferences_datepoll_body_id_6f55dfc0_fk_conferences_body_id FOREIGN KEY (body_id) REFERENCES public.conferences_body(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_datepoll
    ADD CONSTRAINT conferences_datepoll_host_id_b985e797_fk_agencies_agency_id FOREIGN KEY (host_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_datepoll
    ADD CONSTRAINT conferences_datepoll_meeting_id_ef6b0935_fk_conferenc FOREIGN KEY (meeting_id) REFERENCES public.conferences_meeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_meeting
    ADD CONSTRAINT conferences_meeting_body_id_7e015212_fk_conferences_body_id FOREIGN KEY (body_id) REFERENCES public.conferences_body(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_meeting
    ADD CONSTRAINT conferences_meeting_convened_by_id_f6da3679_fk_agencies_user_id FOREIGN KEY (convened_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_meeting
    ADD CONSTRAINT conferences_meeting_host_id_c49e43c1_fk_agencies_agency_id FOREIGN KEY (host_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_meetingdecision
    ADD CONSTRAINT conferences_meetingd_agency_id_5fe93b61_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_meetingdecision
    ADD CONSTRAINT conferences_meetingd_answered_by_id_71ea85d8_fk_agencies_ FOREIGN KEY (answered_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_meetingdecision
    ADD CONSTRAINT conferences_meetingd_body_id_6b32e655_fk_conferenc FOREIGN KEY (body_id) REFERENCES public.conferences_body(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_meetingdecision
    ADD CONSTRAINT conferences_meetingd_item_id_611903a2_fk_conferenc FOREIGN KEY (item_id) REFERENCES public.conferences_agendaitem(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_meetingdecision
    ADD CONSTRAINT conferences_meetingd_meeting_id_31239b20_fk_conferenc FOREIGN KEY (meeting_id) REFERENCES public.conferences_meeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_meetingdecision
    ADD CONSTRAINT conferences_meetingd_user_id_7e3c07aa_fk_agencies_ FOREIGN KEY (user_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_meetingdecision
    ADD CONSTRAINT conferences_meetingdecision_case_id_f4651be5_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_member
    ADD CONSTRAINT conferences_member_agency_id_6040a4ab_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_member
    ADD CONSTRAINT conferences_member_meeting_id_798c69a6_fk_conferenc FOREIGN KEY (meeting_id) REFERENCES public.conferences_meeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_member
    ADD CONSTRAINT conferences_member_user_id_525548b4_fk_agencies_user_id FOREIGN KEY (user_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_minutescheck
    ADD CONSTRAINT conferences_minutesc_meeting_id_f69c1843_fk_conferenc FOREIGN KEY (meeting_id) REFERENCES public.conferences_meeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_minutescheck
    ADD CONSTRAINT conferences_minutesc_member_id_1a17d61c_fk_conferenc FOREIGN KEY (member_id) REFERENCES public.conferences_member(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_pollanswer
    ADD CONSTRAINT conferences_pollansw_day_id_9bc03276_fk_conferenc FOREIGN KEY (day_id) REFERENCES public.conferences_pollday(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_pollanswer
    ADD CONSTRAINT conferences_pollansw_seat_id_09685c6d_fk_conferenc FOREIGN KEY (seat_id) REFERENCES public.conferences_pollseat(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_pollday
    ADD CONSTRAINT conferences_pollday_poll_id_373936ab_fk_conferences_datepoll_id FOREIGN KEY (poll_id) REFERENCES public.conferences_datepoll(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_pollseat
    ADD CONSTRAINT conferences_pollseat_agency_id_d579c135_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_pollseat
    ADD CONSTRAINT conferences_pollseat_answered_by_id_3489214a_fk_agencies_ FOREIGN KEY (answered_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_pollseat
    ADD CONSTRAINT conferences_pollseat_poll_id_04e4ab65_fk_conferenc FOREIGN KEY (poll_id) REFERENCES public.conferences_datepoll(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_pollseat
    ADD CONSTRAINT conferences_pollseat_user_id_b1e5a94c_fk_agencies_user_id FOREIGN KEY (user_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_sheetcopy
    ADD CONSTRAINT conferences_sheetcop_destroyed_by_id_f921435e_fk_agencies_ FOREIGN KEY (destroyed_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_sheetcopy
    ADD CONSTRAINT conferences_sheetcop_meeting_id_2258e0ba_fk_conferenc FOREIGN KEY (meeting_id) REFERENCES public.conferences_meeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_sheetcopy
    ADD CONSTRAINT conferences_sheetcop_member_id_2b48f8df_fk_conferenc FOREIGN KEY (member_id) REFERENCES public.conferences_member(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_sheetcopy
    ADD CONSTRAINT conferences_sheetcopy_made_by_id_186d49bd_fk_agencies_user_id FOREIGN KEY (made_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_sheetcopy
    ADD CONSTRAINT conferences_sheetcopy_noted_by_id_ef8c63d1_fk_agencies_user_id FOREIGN KEY (noted_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_shortage
    ADD CONSTRAINT conferences_shortage_body_id_965fee4b_fk_conferences_body_id FOREIGN KEY (body_id) REFERENCES public.conferences_body(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_shortage
    ADD CONSTRAINT conferences_shortage_found_by_id_62e7edda_fk_agencies_agency_id FOREIGN KEY (found_by_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_talk
    ADD CONSTRAINT conferences_talk_case_id_1d374034_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_talk
    ADD CONSTRAINT conferences_talk_item_id_2b4c03b1_fk_conferences_agendaitem_id FOREIGN KEY (item_id) REFERENCES public.conferences_agendaitem(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_talk
    ADD CONSTRAINT conferences_talk_meeting_id_a2024d89_fk_conferences_meeting_id FOREIGN KEY (meeting_id) REFERENCES public.conferences_meeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_talkline
    ADD CONSTRAINT conferences_talkline_agency_id_209a2c0a_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_talkline
    ADD CONSTRAINT conferences_talkline_author_id_03a95944_fk_agencies_user_id FOREIGN KEY (author_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_talkline
    ADD CONSTRAINT conferences_talkline_case_id_bfb853f1_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_talkline
    ADD CONSTRAINT conferences_talkline_item_id_6a07e446_fk_conferenc FOREIGN KEY (item_id) REFERENCES public.conferences_agendaitem(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_talkline
    ADD CONSTRAINT conferences_talkline_last_by_id_a9732d21_fk_agencies_user_id FOREIGN KEY (last_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.conferences_talkline
    ADD CONSTRAINT conferences_talkline_meeting_id_ade5bf93_fk_conferenc FOREIGN KEY (meeting_id) REFERENCES public.conferences_meeting(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_application
    ADD CONSTRAINT coordination_applica_agency_id_34320f52_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_application
    ADD CONSTRAINT coordination_applica_deciding_agency_id_9f0e60a4_fk_agencies_ FOREIGN KEY (deciding_agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_application
    ADD CONSTRAINT coordination_applica_received_by_id_8eb3f68f_fk_agencies_ FOREIGN KEY (received_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_application
    ADD CONSTRAINT coordination_application_case_id_b456f65d_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_approvalstep
    ADD CONSTRAINT coordination_approva_agency_id_b656eb6a_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_approvalstep
    ADD CONSTRAINT coordination_approva_approval_id_ab1224e0_fk_coordinat FOREIGN KEY (approval_id) REFERENCES public.coordination_approval(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_approval
    ADD CONSTRAINT coordination_approva_drafted_by_id_4f5f5a41_fk_agencies_ FOREIGN KEY (drafted_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_approval
    ADD CONSTRAINT coordination_approval_agency_id_bd1a1aa8_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_approval
    ADD CONSTRAINT coordination_approval_case_id_9aa624cc_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_approval
    ADD CONSTRAINT coordination_approval_plan_id_707fa888_fk_coordination_plan_id FOREIGN KEY (plan_id) REFERENCES public.coordination_plan(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_approvalstep
    ADD CONSTRAINT coordination_approvalstep_case_id_57a35329_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_approvalstep
    ADD CONSTRAINT coordination_approvalstep_user_id_4302047b_fk_agencies_user_id FOREIGN KEY (user_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_assessmentpart
    ADD CONSTRAINT coordination_assessm_agency_id_561ddea3_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_assessmentpart
    ADD CONSTRAINT coordination_assessm_assessment_id_f3bc8aca_fk_coordinat FOREIGN KEY (assessment_id) REFERENCES public.coordination_assessment(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_assessmentpart
    ADD CONSTRAINT coordination_assessm_author_id_df7d013e_fk_agencies_ FOREIGN KEY (author_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_assessmentpart
    ADD CONSTRAINT coordination_assessm_taken_by_id_b126dd8d_fk_agencies_ FOREIGN KEY (taken_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_assessment
    ADD CONSTRAINT coordination_assessment_case_id_2ac7375b_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_assessmentpart
    ADD CONSTRAINT coordination_assessmentpart_case_id_eb7ce637_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_conferencejudgement
    ADD CONSTRAINT coordination_confere_agency_id_d5223ada_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_conferencejudgement
    ADD CONSTRAINT coordination_confere_case_id_c16447ef_fk_cases_cas FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_conferencejudgement
    ADD CONSTRAINT coordination_confere_recorded_by_id_16ff3899_fk_agencies_ FOREIGN KEY (recorded_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_connectedness
    ADD CONSTRAINT coordination_connect_agency_id_6651317c_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_connectedness
    ADD CONSTRAINT coordination_connect_author_id_5215496a_fk_agencies_ FOREIGN KEY (author_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_connectedness
    ADD CONSTRAINT coordination_connectedness_case_id_e37f0f8f_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_decision
    ADD CONSTRAINT coordination_decision_agency_id_17e97873_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_decision
    ADD CONSTRAINT coordination_decision_case_id_80993288_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_decision
    ADD CONSTRAINT coordination_decision_decider_id_a47fb939_fk_agencies_user_id FOREIGN KEY (decider_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_decision
    ADD CONSTRAINT coordination_decision_plan_id_39e2a69b_fk_coordination_plan_id FOREIGN KEY (plan_id) REFERENCES public.coordination_plan(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_drawnsignature
    ADD CONSTRAINT coordination_drawnsi_agency_id_09ba279e_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_drawnsignature
    ADD CONSTRAINT coordination_drawnsi_recorded_by_id_34f91d60_fk_agencies_ FOREIGN KEY (recorded_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_drawnsignature
    ADD CONSTRAINT coordination_drawnsignature_case_id_c958cfba_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_evaluation
    ADD CONSTRAINT coordination_evaluat_agency_id_d2c442d4_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_evaluation
    ADD CONSTRAINT coordination_evaluat_follow_up_agency_id_86aabc54_fk_agencies_ FOREIGN KEY (follow_up_agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_evaluation
    ADD CONSTRAINT coordination_evaluat_lead_agency_after_id_c9723bd6_fk_agencies_ FOREIGN KEY (lead_agency_after_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_evaluation
    ADD CONSTRAINT coordination_evaluat_plan_id_92dd5a41_fk_coordinat FOREIGN KEY (plan_id) REFERENCES public.coordination_plan(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_evaluation
    ADD CONSTRAINT coordination_evaluation_author_id_91c24da6_fk_agencies_user_id FOREIGN KEY (author_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_evaluation
    ADD CONSTRAINT coordination_evaluation_case_id_d3d8c9c3_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_followup
    ADD CONSTRAINT coordination_followu_evaluation_id_408d08f9_fk_coordinat FOREIGN KEY (evaluation_id) REFERENCES public.coordination_evaluation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_followup
    ADD CONSTRAINT coordination_followu_record_id_177fbb4f_fk_cases_sup FOREIGN KEY (record_id) REFERENCES public.cases_supportrecord(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_followup
    ADD CONSTRAINT coordination_followup_agency_id_ee7bb53d_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_followup
    ADD CONSTRAINT coordination_followup_author_id_a8e41844_fk_agencies_user_id FOREIGN KEY (author_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_followup
    ADD CONSTRAINT coordination_followup_case_id_176bf436_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_goalresult
    ADD CONSTRAINT coordination_goalres_evaluation_id_b05e190d_fk_coordinat FOREIGN KEY (evaluation_id) REFERENCES public.coordination_evaluation(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_goalresult
    ADD CONSTRAINT coordination_goalres_goal_id_7474cd82_fk_coordinat FOREIGN KEY (goal_id) REFERENCES public.coordination_plangoal(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_goalresult
    ADD CONSTRAINT coordination_goalresult_case_id_b86494e5_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_informationreply
    ADD CONSTRAINT coordination_informa_agency_id_7d6a164e_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_informationrequest
    ADD CONSTRAINT coordination_informa_agency_id_f9ea96c3_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_informationrequest
    ADD CONSTRAINT coordination_informa_asked_by_id_b6b1b33b_fk_agencies_ FOREIGN KEY (asked_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_informationreply
    ADD CONSTRAINT coordination_informa_author_id_25d6c66f_fk_agencies_ FOREIGN KEY (author_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_informationanswer
    ADD CONSTRAINT coordination_informa_case_id_6d5b331a_fk_cases_cas FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_informationrequest
    ADD CONSTRAINT coordination_informa_case_id_ebd40d99_fk_cases_cas FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_informationrequest
    ADD CONSTRAINT coordination_informa_receiver_id_8c8737c0_fk_agencies_ FOREIGN KEY (receiver_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_informationanswer
    ADD CONSTRAINT coordination_informa_request_id_d76d0a8c_fk_coordinat FOREIGN KEY (request_id) REFERENCES public.coordination_informationrequest(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_informationreply
    ADD CONSTRAINT coordination_informa_request_id_eaddd36e_fk_coordinat FOREIGN KEY (request_id) REFERENCES public.coordination_informationrequest(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_informationanswer
    ADD CONSTRAINT coordination_informa_taken_by_id_d53b04fc_fk_agencies_ FOREIGN KEY (taken_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_informationreply
    ADD CONSTRAINT coordination_informationreply_case_id_3c38d605_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_itemdecision
    ADD CONSTRAINT coordination_itemdec_decision_id_46bded56_fk_coordinat FOREIGN KEY (decision_id) REFERENCES public.coordination_decision(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_itemdecision
    ADD CONSTRAINT coordination_itemdec_item_id_c2a85870_fk_coordinat FOREIGN KEY (item_id) REFERENCES public.coordination_planitem(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_itemdecision
    ADD CONSTRAINT coordination_itemdecision_case_id_5e4ae824_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_menujudgement
    ADD CONSTRAINT coordination_menujud_agency_id_652cc827_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_menujudgement
    ADD CONSTRAINT coordination_menujud_menu_id_0d970728_fk_coordinat FOREIGN KEY (menu_id) REFERENCES public.coordination_menuplan(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_menujudgement
    ADD CONSTRAINT coordination_menujud_recorded_by_id_b8121a20_fk_agencies_ FOREIGN KEY (recorded_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_menujudgement
    ADD CONSTRAINT coordination_menujudgement_case_id_f7f65e1d_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_menuplan
    ADD CONSTRAINT coordination_menupla_previous_id_14383759_fk_coordinat FOREIGN KEY (previous_id) REFERENCES public.coordination_menuplan(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_menuplan
    ADD CONSTRAINT coordination_menuplan_agency_id_f59267f3_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_menuplan
    ADD CONSTRAINT coordination_menuplan_author_id_f892502a_fk_agencies_user_id FOREIGN KEY (author_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_menuplan
    ADD CONSTRAINT coordination_menuplan_case_id_340ac6e5_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_menuplan
    ADD CONSTRAINT coordination_menuplan_plan_id_b6e5ebf1_fk_coordination_plan_id FOREIGN KEY (plan_id) REFERENCES public.coordination_plan(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_monitoring
    ADD CONSTRAINT coordination_monitor_agency_id_c54271c5_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_monitoringitem
    ADD CONSTRAINT coordination_monitor_item_id_29d4d239_fk_coordinat FOREIGN KEY (item_id) REFERENCES public.coordination_planitem(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_monitoringitem
    ADD CONSTRAINT coordination_monitor_monitoring_id_f3f5ee1a_fk_coordinat FOREIGN KEY (monitoring_id) REFERENCES public.coordination_monitoring(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_monitoring
    ADD CONSTRAINT coordination_monitor_plan_id_f6d68479_fk_coordinat FOREIGN KEY (plan_id) REFERENCES public.coordination_plan(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_monitoring
    ADD CONSTRAINT coordination_monitoring_author_id_f11381e4_fk_agencies_user_id FOREIGN KEY (author_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_monitoring
    ADD CONSTRAINT coordination_monitoring_case_id_93a5e153_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_monitoringitem
    ADD CONSTRAINT coordination_monitoringitem_case_id_e6d17586_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_personissue
    ADD CONSTRAINT coordination_personi_assessment_id_3a8aeb50_fk_coordinat FOREIGN KEY (assessment_id) REFERENCES public.coordination_assessment(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_personissue
    ADD CONSTRAINT coordination_personissue_case_id_bf849e1a_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_personissue
    ADD CONSTRAINT coordination_personissue_person_id_6a0ac59a_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_plan
    ADD CONSTRAINT coordination_plan_agency_id_7c680d5a_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_plan
    ADD CONSTRAINT coordination_plan_author_id_2f9a8ddb_fk_agencies_user_id FOREIGN KEY (author_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_plan
    ADD CONSTRAINT coordination_plan_case_id_f75534ef_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_plan
    ADD CONSTRAINT coordination_plan_lead_agency_id_1bdb65f8_fk_agencies_agency_id FOREIGN KEY (lead_agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_plan
    ADD CONSTRAINT coordination_plan_previous_id_de5cf55b_fk_coordination_plan_id FOREIGN KEY (previous_id) REFERENCES public.coordination_plan(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_plangoal
    ADD CONSTRAINT coordination_plangoal_case_id_1979c5cf_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_plangoal
    ADD CONSTRAINT coordination_plangoal_plan_id_ed08c1b0_fk_coordination_plan_id FOREIGN KEY (plan_id) REFERENCES public.coordination_plan(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_planitem
    ADD CONSTRAINT coordination_planite_goal_id_36c44026_fk_coordinat FOREIGN KEY (goal_id) REFERENCES public.coordination_plangoal(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_planitem
    ADD CONSTRAINT coordination_planitem_agency_id_83529c47_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_planitem
    ADD CONSTRAINT coordination_planitem_case_id_60ad6498_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_planitem
    ADD CONSTRAINT coordination_planitem_plan_id_75ae8e2d_fk_coordination_plan_id FOREIGN KEY (plan_id) REFERENCES public.coordination_plan(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_planitem
    ADD CONSTRAINT coordination_planitem_user_id_9ed46942_fk_agencies_user_id FOREIGN KEY (user_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_progressreport
    ADD CONSTRAINT coordination_progres_agency_id_abeb97ac_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_progressreport
    ADD CONSTRAINT coordination_progres_author_id_81f81ced_fk_agencies_ FOREIGN KEY (author_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_progressreport
    ADD CONSTRAINT coordination_progres_item_id_7e2db1a7_fk_coordinat FOREIGN KEY (item_id) REFERENCES public.coordination_planitem(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_progressreport
    ADD CONSTRAINT coordination_progres_plan_id_49158bfd_fk_coordinat FOREIGN KEY (plan_id) REFERENCES public.coordination_plan(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_progressreport
    ADD CONSTRAINT coordination_progressreport_case_id_3809ef35_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_studyinvitation
    ADD CONSTRAINT coordination_studyin_agency_id_237c6546_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_studyinvitation
    ADD CONSTRAINT coordination_studyin_session_id_b64b0625_fk_coordinat FOREIGN KEY (session_id) REFERENCES public.coordination_studysession(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_studysession
    ADD CONSTRAINT coordination_studyse_host_id_081bafd6_fk_agencies_ FOREIGN KEY (host_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_studysession
    ADD CONSTRAINT coordination_studyse_planned_by_id_02b3d9e3_fk_agencies_ FOREIGN KEY (planned_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_studyseat
    ADD CONSTRAINT coordination_studyse_session_id_af8c1d3c_fk_coordinat FOREIGN KEY (session_id) REFERENCES public.coordination_studysession(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_studyseat
    ADD CONSTRAINT coordination_studyseat_agency_id_4b1cbed4_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.coordination_studyseat
    ADD CONSTRAINT coordination_studyseat_user_id_fbbb0714_fk_agencies_user_id FOREIGN KEY (user_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disclosure_consent
    ADD CONSTRAINT disclosure_consent_recorded_by_id_44f54fe6_fk_agencies_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disclosure_disposalbatch
    ADD CONSTRAINT disclosure_disposalb_decided_by_id_94f2e854_fk_agencies_ FOREIGN KEY (decided_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disclosure_disposalbatch
    ADD CONSTRAINT disclosure_disposalb_executed_by_id_ee7b2930_fk_agencies_ FOREIGN KEY (executed_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disclosure_disposalbatch
    ADD CONSTRAINT disclosure_disposalb_proposed_by_id_851d2534_fk_agencies_ FOREIGN KEY (proposed_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disclosure_disposalitem
    ADD CONSTRAINT disclosure_disposali_batch_id_443dc02c_fk_disclosur FOREIGN KEY (batch_id) REFERENCES public.disclosure_disposalbatch(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disclosure_evidence
    ADD CONSTRAINT disclosure_evidence_agency_id_e1e6bf7b_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disclosure_evidence
    ADD CONSTRAINT disclosure_evidence_contract_id_78050ce9_fk_agencies_ FOREIGN KEY (contract_id) REFERENCES public.agencies_contract(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disclosure_evidence
    ADD CONSTRAINT disclosure_evidence_user_id_1507b50a_fk_agencies_user_id FOREIGN KEY (user_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disclosure_legalexception
    ADD CONSTRAINT disclosure_legalexce_agency_id_1cf76eab_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disclosure_legalexception
    ADD CONSTRAINT disclosure_legalexce_decided_by_id_739a7a48_fk_agencies_ FOREIGN KEY (decided_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disclosure_legalexception
    ADD CONSTRAINT disclosure_legalexce_requested_by_id_aee1fa63_fk_agencies_ FOREIGN KEY (requested_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disclosure_legalexception
    ADD CONSTRAINT disclosure_legalexce_requesting_agency_id_855ce188_fk_agencies_ FOREIGN KEY (requesting_agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disclosure_legalexception
    ADD CONSTRAINT disclosure_legalexce_reviewed_by_id_8bed0c3a_fk_agencies_ FOREIGN KEY (reviewed_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disclosure_legalexception
    ADD CONSTRAINT disclosure_legalexception_user_id_85dabd9d_fk_agencies_user_id FOREIGN KEY (user_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disclosure_oversightcheck
    ADD CONSTRAINT disclosure_oversight_agency_id_55bb6d02_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disclosure_oversightcheck
    ADD CONSTRAINT disclosure_oversight_checked_by_id_2c6580aa_fk_agencies_ FOREIGN KEY (checked_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disclosure_oversightcheck
    ADD CONSTRAINT disclosure_oversightcheck_staff_id_3aac0ffa_fk_agencies_user_id FOREIGN KEY (staff_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disclosure_pastcount
    ADD CONSTRAINT disclosure_pastcount_agency_id_99efb5c9_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disclosure_pastcount
    ADD CONSTRAINT disclosure_pastcount_area_id_dd59603b_fk_agencies_area_id FOREIGN KEY (area_id) REFERENCES public.agencies_area(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disclosure_retentionhold
    ADD CONSTRAINT disclosure_retention_lifted_by_id_c77432fa_fk_agencies_ FOREIGN KEY (lifted_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disclosure_retentionhold
    ADD CONSTRAINT disclosure_retention_placed_by_id_53f262ca_fk_agencies_ FOREIGN KEY (placed_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.imports_import
    ADD CONSTRAINT imports_import_agency_id_b56ec4b3_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.imports_import
    ADD CONSTRAINT imports_import_undone_by_id_98a35655_fk_agencies_user_id FOREIGN KEY (undone_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.imports_import
    ADD CONSTRAINT imports_import_user_id_b4b9c9a3_fk_agencies_user_id FOREIGN KEY (user_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.imports_importedrow
    ADD CONSTRAINT imports_importedrow_agency_id_1eef4c8a_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.imports_importedrow
    ADD CONSTRAINT imports_importedrow_case_id_c60c3514_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.imports_importedrow
    ADD CONSTRAINT imports_importedrow_source_id_94f3963d_fk_imports_import_id FOREIGN KEY (source_id) REFERENCES public.imports_import(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.imports_mapping
    ADD CONSTRAINT imports_mapping_agency_id_39acb1e9_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.imports_skippedrows
    ADD CONSTRAINT imports_skippedrows_source_id_0efcc313_fk_imports_import_id FOREIGN KEY (source_id) REFERENCES public.imports_import(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.imports_skippedrows
    ADD CONSTRAINT imports_skippedrows_user_id_298c4e38_fk_agencies_user_id FOREIGN KEY (user_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.imports_upload
    ADD CONSTRAINT imports_upload_agency_id_ab2ccbdd_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.imports_upload
    ADD CONSTRAINT imports_upload_user_id_54043b99_fk_agencies_user_id FOREIGN KEY (user_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.imports_uploadedsheet
    ADD CONSTRAINT imports_uploadedsheet_upload_id_c9daf630_fk_imports_upload_id FOREIGN KEY (upload_id) REFERENCES public.imports_upload(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.imports_uploadedsheet
    ADD CONSTRAINT imports_uploadedsheet_user_id_a4b94416_fk_agencies_user_id FOREIGN KEY (user_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_deskactivity
    ADD CONSTRAINT intake_deskactivity_agency_id_3794888d_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_deskactivity
    ADD CONSTRAINT intake_deskactivity_area_id_10cc6b42_fk_agencies_area_id FOREIGN KEY (area_id) REFERENCES public.agencies_area(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_deskactivity
    ADD CONSTRAINT intake_deskactivity_author_id_038f7430_fk_agencies_user_id FOREIGN KEY (author_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_deskactivity
    ADD CONSTRAINT intake_deskactivity_struck_by_id_4a5a20e3_fk_agencies_user_id FOREIGN KEY (struck_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_doormessage
    ADD CONSTRAINT intake_doormessage_agency_id_77f2657a_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_doormessage
    ADD CONSTRAINT intake_doormessage_area_id_ecd02c9a_fk_agencies_area_id FOREIGN KEY (area_id) REFERENCES public.agencies_area(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_doormessage
    ADD CONSTRAINT intake_doormessage_ended_by_id_e9ef5b6d_fk_agencies_user_id FOREIGN KEY (ended_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_doorstep
    ADD CONSTRAINT intake_doorstep_agency_id_59b957dc_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_doorstep
    ADD CONSTRAINT intake_doorstep_by_id_6cf585f0_fk_agencies_user_id FOREIGN KEY (by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_doorstep
    ADD CONSTRAINT intake_doorstep_message_id_944a7873_fk_intake_doormessage_id FOREIGN KEY (message_id) REFERENCES public.intake_doormessage(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_doorstep
    ADD CONSTRAINT intake_doorstep_to_agency_id_f7b932bc_fk_agencies_agency_id FOREIGN KEY (to_agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_extraanswer
    ADD CONSTRAINT intake_extraanswer_agency_id_204c61f8_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_extraanswer
    ADD CONSTRAINT intake_extraanswer_author_id_7b8a6967_fk_agencies_user_id FOREIGN KEY (author_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_extraanswer
    ADD CONSTRAINT intake_extraanswer_case_id_cdfda576_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_hopstep
    ADD CONSTRAINT intake_hopstep_agency_id_00d64f93_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_hopstep
    ADD CONSTRAINT intake_hopstep_author_id_b10ebf86_fk_agencies_user_id FOREIGN KEY (author_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_hopstep
    ADD CONSTRAINT intake_hopstep_case_id_303c93a3_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_hopstep
    ADD CONSTRAINT intake_hopstep_referral_id_c910cc7f_fk_intake_referral_id FOREIGN KEY (referral_id) REFERENCES public.intake_referral(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_housingbenefit
    ADD CONSTRAINT intake_housingbenefi_received_by_id_f8048325_fk_agencies_ FOREIGN KEY (received_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_housingbenefit
    ADD CONSTRAINT intake_housingbenefit_agency_id_46dbf383_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_housingbenefit
    ADD CONSTRAINT intake_housingbenefit_case_id_84d58437_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_housingbenefit
    ADD CONSTRAINT intake_housingbenefit_person_id_ef8c77bb_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_housingtalk
    ADD CONSTRAINT intake_housingtalk_benefit_id_8599b76c_fk_intake_ho FOREIGN KEY (benefit_id) REFERENCES public.intake_housingbenefit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_housingtalk
    ADD CONSTRAINT intake_housingtalk_by_id_d8e1867e_fk_agencies_user_id FOREIGN KEY (by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_housingtalk
    ADD CONSTRAINT intake_housingtalk_case_id_2a7f56c2_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_housingterm
    ADD CONSTRAINT intake_housingterm_benefit_id_57e674bd_fk_intake_ho FOREIGN KEY (benefit_id) REFERENCES public.intake_housingbenefit(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_housingterm
    ADD CONSTRAINT intake_housingterm_case_id_22951320_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_informationgiven
    ADD CONSTRAINT intake_informationgi_agency_id_e5b214ff_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_informationgiven
    ADD CONSTRAINT intake_informationgi_given_by_id_606d7714_fk_agencies_ FOREIGN KEY (given_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_informationgiven
    ADD CONSTRAINT intake_informationgiven_case_id_f84e479c_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_maternityentry
    ADD CONSTRAINT intake_maternityentry_agency_id_db1f959f_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_maternityentry
    ADD CONSTRAINT intake_maternityentry_case_id_f4deb8f9_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_maternityentry
    ADD CONSTRAINT intake_maternityentry_in_charge_id_7bf64f98_fk_agencies_user_id FOREIGN KEY (in_charge_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_maternityentry
    ADD CONSTRAINT intake_maternityentry_person_id_428d0e2b_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_maternityneed
    ADD CONSTRAINT intake_maternityneed_by_id_62cbbd53_fk_agencies_user_id FOREIGN KEY (by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_maternityneed
    ADD CONSTRAINT intake_maternityneed_case_id_8b62096a_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_maternityneed
    ADD CONSTRAINT intake_maternityneed_entry_id_2eed3a40_fk_intake_ma FOREIGN KEY (entry_id) REFERENCES public.intake_maternityentry(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_maternitytalk
    ADD CONSTRAINT intake_maternitytalk_by_id_30076f1f_fk_agencies_user_id FOREIGN KEY (by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_maternitytalk
    ADD CONSTRAINT intake_maternitytalk_case_id_4b896c27_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_maternitytalk
    ADD CONSTRAINT intake_maternitytalk_entry_id_58a987f7_fk_intake_ma FOREIGN KEY (entry_id) REFERENCES public.intake_maternityentry(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_outpostday
    ADD CONSTRAINT intake_outpostday_agency_id_468ad4ef_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_outpostday
    ADD CONSTRAINT intake_outpostday_area_id_7c4c1e61_fk_agencies_area_id FOREIGN KEY (area_id) REFERENCES public.agencies_area(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_outpostday
    ADD CONSTRAINT intake_outpostday_author_id_a7cc140d_fk_agencies_user_id FOREIGN KEY (author_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_outpostday
    ADD CONSTRAINT intake_outpostday_struck_by_id_d21d75fd_fk_agencies_user_id FOREIGN KEY (struck_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_outpostreception
    ADD CONSTRAINT intake_outpostreception_case_id_2e0794ad_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_outpostreception
    ADD CONSTRAINT intake_outpostreception_day_id_2018c07a_fk_intake_outpostday_id FOREIGN KEY (day_id) REFERENCES public.intake_outpostday(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_phonecall
    ADD CONSTRAINT intake_phonecall_agency_id_ce321ac0_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_phonecall
    ADD CONSTRAINT intake_phonecall_author_id_dce04b5f_fk_agencies_user_id FOREIGN KEY (author_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_phonecall
    ADD CONSTRAINT intake_phonecall_called_back_by_id_168d5ca3_fk_agencies_user_id FOREIGN KEY (called_back_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_phonecall
    ADD CONSTRAINT intake_phonecall_case_id_47b901b9_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_prefecturehandover
    ADD CONSTRAINT intake_prefecturehan_agency_id_ef36bed3_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_prefecturehandover
    ADD CONSTRAINT intake_prefecturehan_followed_up_by_id_6d69fd5f_fk_agencies_ FOREIGN KEY (followed_up_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_prefecturehandover
    ADD CONSTRAINT intake_prefecturehan_handed_by_id_f744babb_fk_agencies_ FOREIGN KEY (handed_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_prefecturehandover
    ADD CONSTRAINT intake_prefecturehan_telling_id_d88b7fb4_fk_cases_tel FOREIGN KEY (telling_id) REFERENCES public.cases_telling(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_prefecturehandover
    ADD CONSTRAINT intake_prefecturehandover_case_id_970bfb1b_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_reception
    ADD CONSTRAINT intake_reception_agency_id_e33bc2c0_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_reception
    ADD CONSTRAINT intake_reception_case_id_f1499f2e_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_reception
    ADD CONSTRAINT intake_reception_outcome_by_id_46b8d7bc_fk_agencies_user_id FOREIGN KEY (outcome_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_reception
    ADD CONSTRAINT intake_reception_received_by_id_e645ab65_fk_agencies_user_id FOREIGN KEY (received_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_referral
    ADD CONSTRAINT intake_referral_answered_by_id_3dd69edb_fk_agencies_user_id FOREIGN KEY (answered_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_referral
    ADD CONSTRAINT intake_referral_case_id_8092b118_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_referral
    ADD CONSTRAINT intake_referral_followed_up_by_id_b34184d6_fk_agencies_user_id FOREIGN KEY (followed_up_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_referral
    ADD CONSTRAINT intake_referral_receiver_id_26ecad0a_fk_agencies_agency_id FOREIGN KEY (receiver_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_referral
    ADD CONSTRAINT intake_referral_sender_id_8564861b_fk_agencies_agency_id FOREIGN KEY (sender_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_referral
    ADD CONSTRAINT intake_referral_sent_by_id_4d1296d7_fk_agencies_user_id FOREIGN KEY (sent_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_referralcomment
    ADD CONSTRAINT intake_referralcomme_referral_id_9810545b_fk_intake_re FOREIGN KEY (referral_id) REFERENCES public.intake_referral(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_referralcomment
    ADD CONSTRAINT intake_referralcomment_agency_id_2faaa738_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_referralcomment
    ADD CONSTRAINT intake_referralcomment_author_id_79549c75_fk_agencies_user_id FOREIGN KEY (author_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_referralcomment
    ADD CONSTRAINT intake_referralcomment_case_id_3f8ce5e9_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_referralvisit
    ADD CONSTRAINT intake_referralvisit_agency_id_6b5091af_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_referralvisit
    ADD CONSTRAINT intake_referralvisit_case_id_5f841740_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_referralvisit
    ADD CONSTRAINT intake_referralvisit_ended_by_id_94ee6e42_fk_agencies_user_id FOREIGN KEY (ended_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_referralvisit
    ADD CONSTRAINT intake_referralvisit_planned_by_id_29243ae9_fk_agencies_user_id FOREIGN KEY (planned_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_referralvisit
    ADD CONSTRAINT intake_referralvisit_referral_id_0d6ef038_fk_intake_referral_id FOREIGN KEY (referral_id) REFERENCES public.intake_referral(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_rightsroute
    ADD CONSTRAINT intake_rightsroute_agency_id_e9501df4_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_rightsroute
    ADD CONSTRAINT intake_rightsroute_case_id_4e97dc5b_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_rightsroute
    ADD CONSTRAINT intake_rightsroute_follows_id_8dcc3f85_fk_intake_rightsroute_id FOREIGN KEY (follows_id) REFERENCES public.intake_rightsroute(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_rightsroute
    ADD CONSTRAINT intake_rightsroute_person_id_d54e1f34_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_rightsroute
    ADD CONSTRAINT intake_rightsroute_reported_to_id_7fdd5725_fk_agencies_ FOREIGN KEY (reported_to_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_rightsroute
    ADD CONSTRAINT intake_rightsroute_started_by_id_5c30a2fa_fk_agencies_user_id FOREIGN KEY (started_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_rightsstep
    ADD CONSTRAINT intake_rightsstep_case_id_f10619d3_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_rightsstep
    ADD CONSTRAINT intake_rightsstep_route_id_3c55e989_fk_intake_rightsroute_id FOREIGN KEY (route_id) REFERENCES public.intake_rightsroute(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_shortconsultation
    ADD CONSTRAINT intake_shortconsulta_agency_id_c61427d9_fk_agencies_ FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_shortconsultation
    ADD CONSTRAINT intake_shortconsulta_outpost_id_748ff401_fk_intake_ou FOREIGN KEY (outpost_id) REFERENCES public.intake_outpostday(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_shortconsultation
    ADD CONSTRAINT intake_shortconsulta_struck_by_id_e2f5f331_fk_agencies_ FOREIGN KEY (struck_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_shortconsultation
    ADD CONSTRAINT intake_shortconsultation_area_id_e63c21df_fk_agencies_area_id FOREIGN KEY (area_id) REFERENCES public.agencies_area(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_shortconsultation
    ADD CONSTRAINT intake_shortconsultation_author_id_f84765dc_fk_agencies_user_id FOREIGN KEY (author_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_supportplan
    ADD CONSTRAINT intake_supportplan_case_id_b267cd03_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_supportplan
    ADD CONSTRAINT intake_supportplan_entry_id_b6d890d7_fk_intake_ma FOREIGN KEY (entry_id) REFERENCES public.intake_maternityentry(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_supportplan
    ADD CONSTRAINT intake_supportplan_made_by_id_68e3a0f8_fk_agencies_user_id FOREIGN KEY (made_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_supportplanitem
    ADD CONSTRAINT intake_supportplanit_plan_id_b94e7d08_fk_intake_su FOREIGN KEY (plan_id) REFERENCES public.intake_supportplan(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_supportplanitem
    ADD CONSTRAINT intake_supportplanitem_case_id_241f3f56_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_volunteerreport
    ADD CONSTRAINT intake_volunteerrepo_reporter_area_id_2e9dcf8a_fk_agencies_ FOREIGN KEY (reporter_area_id) REFERENCES public.agencies_area(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_volunteerreport
    ADD CONSTRAINT intake_volunteerreport_agency_id_08837d37_fk_agencies_agency_id FOREIGN KEY (agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_volunteerreport
    ADD CONSTRAINT intake_volunteerreport_author_id_45dbce64_fk_agencies_user_id FOREIGN KEY (author_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_volunteerreport
    ADD CONSTRAINT intake_volunteerreport_case_id_eec57a36_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.intake_volunteerreport
    ADD CONSTRAINT intake_volunteerreport_dealt_by_id_f96d9d3c_fk_agencies_user_id FOREIGN KEY (dealt_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_agencies_user_id FOREIGN KEY (user_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_matchkey
    ADD CONSTRAINT people_matchkey_case_id_d4184635_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_matchkey
    ADD CONSTRAINT people_matchkey_person_id_a23d564a_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_pair
    ADD CONSTRAINT people_pair_decided_by_id_b6972ac9_fk_agencies_user_id FOREIGN KEY (decided_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_pair
    ADD CONSTRAINT people_pair_person_a_id_688765b5_fk_people_person_id FOREIGN KEY (person_a_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_pair
    ADD CONSTRAINT people_pair_person_b_id_94ffbbc6_fk_people_person_id FOREIGN KEY (person_b_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_pattern
    ADD CONSTRAINT people_pattern_answered_by_id_0b06694c_fk_agencies_user_id FOREIGN KEY (answered_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_pattern
    ADD CONSTRAINT people_pattern_answered_for_id_ed6a2a49_fk_agencies_agency_id FOREIGN KEY (answered_for_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_pattern
    ADD CONSTRAINT people_pattern_case_id_ee45eda4_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_person
    ADD CONSTRAINT people_person_area_id_8b8e1a89_fk_agencies_area_id FOREIGN KEY (area_id) REFERENCES public.agencies_area(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_person
    ADD CONSTRAINT people_person_case_id_d5b48b18_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_personkey
    ADD CONSTRAINT people_personkey_case_id_2bc5036c_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_personkey
    ADD CONSTRAINT people_personkey_person_id_4c8d4d86_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_personstate
    ADD CONSTRAINT people_personstate_area_id_70e0312a_fk_agencies_area_id FOREIGN KEY (area_id) REFERENCES public.agencies_area(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_personstate
    ADD CONSTRAINT people_personstate_case_id_ab3399ee_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_personstate
    ADD CONSTRAINT people_personstate_person_id_187bd491_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_personstate
    ADD CONSTRAINT people_personstate_recorded_by_id_764a615e_fk_agencies_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_protectedcontact
    ADD CONSTRAINT people_protectedcont_recorded_by_id_01bc7edf_fk_agencies_ FOREIGN KEY (recorded_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_protectedcontact
    ADD CONSTRAINT people_protectedcontact_area_id_ff826b2c_fk_agencies_area_id FOREIGN KEY (area_id) REFERENCES public.agencies_area(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_protectedcontact
    ADD CONSTRAINT people_protectedcontact_case_id_09554d5a_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_protectedcontact
    ADD CONSTRAINT people_protectedcontact_person_id_7a9aef2a_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_protectedpassage
    ADD CONSTRAINT people_protectedpass_written_by_id_e978a44b_fk_agencies_ FOREIGN KEY (written_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_protectedpassage
    ADD CONSTRAINT people_protectedpassage_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases_case(id) ON DELETE CASCADE;


ALTER TABLE ONLY public.people_protectedword
    ADD CONSTRAINT people_protectedword_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases_case(id) ON DELETE CASCADE;


ALTER TABLE ONLY public.people_protectedword
    ADD CONSTRAINT people_protectedword_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.people_person(id) ON DELETE CASCADE;


ALTER TABLE ONLY public.people_protectionhandover
    ADD CONSTRAINT people_protectionhan_agreed_by_id_68df1da1_fk_agencies_ FOREIGN KEY (agreed_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_protectionhandover
    ADD CONSTRAINT people_protectionhan_proposed_by_id_678b9a0c_fk_agencies_ FOREIGN KEY (proposed_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_protectionhandover
    ADD CONSTRAINT people_protectionhandover_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.cases_case(id) ON DELETE CASCADE;


ALTER TABLE ONLY public.people_protectionhandover
    ADD CONSTRAINT people_protectionhandover_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES public.people_protectedcontact(id) ON DELETE CASCADE;


ALTER TABLE ONLY public.people_sameperson
    ADD CONSTRAINT people_sameperson_case_id_82ce49e4_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_sameperson
    ADD CONSTRAINT people_sameperson_person_id_6bb0f36a_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_tie
    ADD CONSTRAINT people_tie_case_id_f96da7eb_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_tie
    ADD CONSTRAINT people_tie_other_agency_id_5cc78dab_fk_agencies_agency_id FOREIGN KEY (other_agency_id) REFERENCES public.agencies_agency(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_tie
    ADD CONSTRAINT people_tie_other_person_id_2df0735a_fk_people_person_id FOREIGN KEY (other_person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_tie
    ADD CONSTRAINT people_tie_person_id_bf7c4f13_fk_people_person_id FOREIGN KEY (person_id) REFERENCES public.people_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_tie
    ADD CONSTRAINT people_tie_recorded_by_id_4a383bdc_fk_agencies_user_id FOREIGN KEY (recorded_by_id) REFERENCES public.agencies_user(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.portal_heldcounts
    ADD CONSTRAINT portal_heldcounts_published_id_cd58ef5c_fk_portal_pu FOREIGN KEY (published_id) REFERENCES public.portal_publishedcounts(id) DEFERRABLE INITIALLY DEFERRED;


CREATE POLICY agency_keeps ON public.imports_mapping TO kasane_app USING ((agency_id = ( SELECT public.kasane_agency() AS kasane_agency))) WITH CHECK ((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)));


CREATE POLICY agency_sees ON public.imports_import FOR SELECT TO kasane_app USING ((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)));


CREATE POLICY asked_adds ON public.coordination_informationanswer FOR INSERT TO kasane_app WITH CHECK (((taken_on IS NULL) AND public.coordination_may_tell(request_id, case_id, (section)::text, (kinds)::integer)));


CREATE POLICY asked_adds ON public.coordination_informationreply FOR INSERT TO kasane_app WITH CHECK (((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)) AND (author_id = ( SELECT public.kasane_user() AS kasane_user)) AND public.coordination_may_tell(request_id, case_id, ''::text, (kinds)::integer)));


CREATE POLICY asked_sees ON public.coordination_informationanswer FOR SELECT TO kasane_app USING (public.coordination_is_asked(request_id, (kinds)::integer));


CREATE POLICY asked_sees ON public.coordination_informationreply FOR SELECT TO kasane_app USING (((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)) AND public.coordination_is_asked(request_id, (kinds)::integer)));


CREATE POLICY asked_sees ON public.coordination_informationrequest FOR SELECT TO kasane_app USING (((receiver_id = ( SELECT public.kasane_agency() AS kasane_agency)) AND (((kinds)::integer & (~ public.coordination_shared_with_us(case_id))) < 1)));


ALTER TABLE public.cases_alarm ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_alarmstep ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_alarmtold ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_case ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_draft ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_event ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_holding ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_phrase ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_supportrecord ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_task ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_telling ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.conferences_agendaitem ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.conferences_meeting ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.conferences_meetingdecision ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.conferences_member ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.conferences_minutescheck ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.conferences_sheetcopy ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.conferences_talk ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.conferences_talkline ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.coordination_application ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.coordination_approval ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.coordination_approvalstep ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.coordination_assessment ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.coordination_assessmentpart ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.coordination_conferencejudgement ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.coordination_connectedness ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.coordination_decision ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.coordination_drawnsignature ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.coordination_evaluation ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.coordination_followup ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.coordination_goalresult ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.coordination_informationanswer ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.coordination_informationreply ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.coordination_informationrequest ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.coordination_itemdecision ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.coordination_menujudgement ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.coordination_menuplan ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.coordination_monitoring ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.coordination_monitoringitem ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.coordination_personissue ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.coordination_plan ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.coordination_plangoal ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.coordination_planitem ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.coordination_progressreport ENABLE ROW LEVEL SECURITY;

CREATE POLICY definer ON public.cases_alarm TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.cases_alarmstep TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.cases_alarmtold TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.cases_case TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.cases_draft TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.cases_event TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.cases_holding TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.cases_phrase TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.cases_supportrecord TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.cases_task TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.cases_telling TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.conferences_agendaitem TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.conferences_meeting TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.conferences_meetingdecision TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.conferences_member TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.conferences_minutescheck TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.conferences_sheetcopy TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.conferences_talk TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.conferences_talkline TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.coordination_application TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.coordination_approval TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.coordination_approvalstep TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.coordination_assessment TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.coordination_assessmentpart TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.coordination_conferencejudgement TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.coordination_connectedness TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.coordination_decision TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.coordination_drawnsignature TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.coordination_evaluation TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.coordination_followup TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.coordination_goalresult TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.coordination_informationanswer TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.coordination_informationreply TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.coordination_informationrequest TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.coordination_itemdecision TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.coordination_menujudgement TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.coordination_menuplan TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.coordination_monitoring TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.coordination_monitoringitem TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.coordination_personissue TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.coordination_plan TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.coordination_plangoal TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.coordination_planitem TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.coordination_progressreport TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.disclosure_consent TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.disclosure_disposal TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.disclosure_disposalbatch TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.disclosure_disposalitem TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.disclosure_evidence TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.disclosure_grant TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.disclosure_legalexception TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.disclosure_logentry TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.disclosure_oversightcheck TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.disclosure_pastcount TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.disclosure_retentionhold TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.imports_import TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.imports_importedrow TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.imports_mapping TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.imports_skippedrows TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.imports_upload TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.imports_uploadedsheet TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.intake_deskactivity TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.intake_doorcount TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.intake_doormessage TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.intake_doorstep TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.intake_extraanswer TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.intake_hopstep TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.intake_housingbenefit TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.intake_housingtalk TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.intake_housingterm TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.intake_informationgiven TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.intake_maternityentry TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.intake_maternityneed TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.intake_maternitytalk TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.intake_outpostday TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.intake_outpostreception TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.intake_phonecall TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.intake_prefecturehandover TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.intake_reception TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.intake_referral TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.intake_referralcomment TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.intake_referralvisit TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.intake_rightsroute TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.intake_rightsstep TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.intake_shortconsultation TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.intake_supportplan TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.intake_supportplanitem TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.intake_volunteerreport TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.people_matchkey TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.people_pair TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.people_pattern TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.people_person TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.people_personkey TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.people_personstate TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.people_protectedcontact TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.people_protectedpassage TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.people_protectedword TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.people_protectionhandover TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.people_sameperson TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.people_tie TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.portal_heldcounts TO kasane_definer USING (true) WITH CHECK (true);


CREATE POLICY definer ON public.portal_publishedcounts TO kasane_definer USING (true) WITH CHECK (true);


ALTER TABLE public.disclosure_consent ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.disclosure_disposal ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.disclosure_disposalbatch ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.disclosure_disposalitem ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.disclosure_evidence ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.disclosure_grant ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.disclosure_legalexception ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.disclosure_logentry ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.disclosure_oversightcheck ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.disclosure_pastcount ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.disclosure_retentionhold ENABLE ROW LEVEL SECURITY;

CREATE POLICY host_adds ON public.conferences_meeting FOR INSERT TO kasane_app WITH CHECK ((host_id = ( SELECT public.kasane_agency() AS kasane_agency)));


CREATE POLICY host_adds ON public.conferences_member FOR INSERT TO kasane_app WITH CHECK ((EXISTS ( SELECT 1
   FROM public.conferences_meeting m
  WHERE ((m.id = conferences_member.meeting_id) AND (m.host_id = ( SELECT public.kasane_agency() AS kasane_agency))))));


CREATE POLICY host_and_self_change ON public.conferences_member FOR UPDATE TO kasane_app USING ((((user_id = ( SELECT public.kasane_user() AS kasane_user)) AND (removed_on IS NULL)) OR (EXISTS ( SELECT 1
   FROM public.conferences_meeting m
  WHERE ((m.id = conferences_member.meeting_id) AND (m.host_id = ( SELECT public.kasane_agency() AS kasane_agency))))))) WITH CHECK ((((user_id = ( SELECT public.kasane_user() AS kasane_user)) AND (removed_on IS NULL)) OR (EXISTS ( SELECT 1
   FROM public.conferences_meeting m
  WHERE ((m.id = conferences_member.meeting_id) AND (m.host_id = ( SELECT public.kasane_agency() AS kasane_agency)))))));


CREATE POLICY host_changes ON public.conferences_meeting FOR UPDATE TO kasane_app USING ((host_id = ( SELECT public.kasane_agency() AS kasane_agency))) WITH CHECK ((host_id = ( SELECT public.kasane_agency() AS kasane_agency)));


CREATE POLICY importer_adds ON public.imports_import FOR INSERT TO kasane_app WITH CHECK (((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)) AND (user_id = ( SELECT public.kasane_user() AS kasane_user))));


ALTER TABLE public.imports_import ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.imports_importedrow ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.imports_mapping ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.imports_skippedrows ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.imports_upload ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.imports_uploadedsheet ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake_deskactivity ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake_doorcount ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake_doormessage ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake_doorstep ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake_extraanswer ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake_hopstep ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake_housingbenefit ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake_housingtalk ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake_housingterm ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake_informationgiven ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake_maternityentry ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake_maternityneed ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake_maternitytalk ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake_outpostday ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake_outpostreception ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake_phonecall ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake_prefecturehandover ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake_reception ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake_referral ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake_referralcomment ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake_referralvisit ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake_rightsroute ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake_rightsstep ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake_shortconsultation ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake_supportplan ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake_supportplanitem ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.intake_volunteerreport ENABLE ROW LEVEL SECURITY;

CREATE POLICY members_general ON public.conferences_agendaitem TO kasane_app USING (((case_id IS NULL) AND public.conferences_sits_at(meeting_id, id))) WITH CHECK (((case_id IS NULL) AND public.conferences_sits_at(meeting_id, id)));


CREATE POLICY members_general ON public.conferences_meetingdecision FOR SELECT TO kasane_app USING (((case_id IS NULL) AND ((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)) OR public.conferences_sits_at(meeting_id, item_id) OR public.conferences_sits_in(body_id))));


CREATE POLICY members_general ON public.conferences_talk TO kasane_app USING (((case_id IS NULL) AND public.conferences_hears(meeting_id))) WITH CHECK (((case_id IS NULL) AND public.conferences_hears(meeting_id)));


CREATE POLICY members_general ON public.conferences_talkline TO kasane_app USING (((case_id IS NULL) AND public.conferences_hears(meeting_id))) WITH CHECK (((case_id IS NULL) AND public.conferences_hears(meeting_id)));


CREATE POLICY members_general_add ON public.conferences_meetingdecision FOR INSERT TO kasane_app WITH CHECK (((case_id IS NULL) AND public.conferences_sits_at(meeting_id, item_id)));


CREATE POLICY members_general_change ON public.conferences_meetingdecision FOR UPDATE TO kasane_app USING (((case_id IS NULL) AND ((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)) OR public.conferences_sits_at(meeting_id, item_id)))) WITH CHECK (((case_id IS NULL) AND ((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)) OR public.conferences_sits_at(meeting_id, item_id))));


CREATE POLICY members_only ON public.conferences_talk AS RESTRICTIVE TO kasane_app USING (public.conferences_sits_at(meeting_id, item_id)) WITH CHECK (public.conferences_sits_at(meeting_id, item_id));


CREATE POLICY members_only ON public.conferences_talkline AS RESTRICTIVE TO kasane_app USING (public.conferences_sits_at(meeting_id, item_id)) WITH CHECK (public.conferences_sits_at(meeting_id, item_id));


CREATE POLICY members_see ON public.conferences_meeting FOR SELECT TO kasane_app USING (((host_id = ( SELECT public.kasane_agency() AS kasane_agency)) OR public.conferences_sees(id)));


CREATE POLICY members_see ON public.conferences_member FOR SELECT TO kasane_app USING ((((user_id = ( SELECT public.kasane_user() AS kasane_user)) AND (removed_on IS NULL)) OR public.conferences_sees(meeting_id)));


CREATE POLICY opens_or_tells ON public.disclosure_evidence AS RESTRICTIVE FOR INSERT TO kasane_app WITH CHECK ((((type)::text = ANY ((ARRAY['team'::character varying, 'involved'::character varying, 'multi_tier'::character varying, 'support_conference'::character varying])::text[])) OR (NOT public.disclosure_case_stands(case_id))));


CREATE POLICY own_agency_delete ON public.coordination_progressreport AS RESTRICTIVE FOR DELETE TO kasane_app USING ((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)));


CREATE POLICY own_agency_insert ON public.coordination_progressreport AS RESTRICTIVE FOR INSERT TO kasane_app WITH CHECK ((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)));


CREATE POLICY own_agency_update ON public.coordination_progressreport AS RESTRICTIVE FOR UPDATE TO kasane_app USING ((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)));


CREATE POLICY own_decision ON public.disclosure_disposalbatch AS RESTRICTIVE FOR UPDATE TO kasane_app USING (((state)::text = ANY ((ARRAY['proposed'::character varying, 'approved'::character varying])::text[]))) WITH CHECK (((((state)::text = ANY ((ARRAY['refused'::character varying, 'approved'::character varying])::text[])) AND (decided_by_id = ( SELECT public.kasane_user() AS kasane_user))) OR (((state)::text = 'withdrawn'::text) AND (proposed_by_id = ( SELECT public.kasane_user() AS kasane_user)))));


CREATE POLICY own_name ON public.disclosure_disposalbatch AS RESTRICTIVE FOR INSERT TO kasane_app WITH CHECK (((proposed_by_id = ( SELECT public.kasane_user() AS kasane_user)) AND ((state)::text = 'proposed'::text) AND (decided_by_id IS NULL)));


CREATE POLICY own_name ON public.disclosure_retentionhold AS RESTRICTIVE FOR INSERT TO kasane_app WITH CHECK (((placed_by_id = ( SELECT public.kasane_user() AS kasane_user)) AND (lifted_on IS NULL)));


ALTER TABLE public.people_matchkey ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.people_pair ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.people_pattern ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.people_person ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.people_personkey ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.people_personstate ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.people_protectedcontact ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.people_protectedpassage ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.people_protectedword ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.people_protectionhandover ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.people_sameperson ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.people_tie ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.portal_heldcounts ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.portal_publishedcounts ENABLE ROW LEVEL SECURITY;

CREATE POLICY reader_sees ON public.portal_publishedcounts FOR SELECT TO kasane_app USING (( SELECT public.disclosure_holds_post(VARIADIC ARRAY['manager'::text, 'decider'::text, 'coordinator'::text]) AS disclosure_holds_post));


CREATE POLICY residents_see ON public.conferences_agendaitem FOR SELECT TO kasane_app USING ((((function)::text = 'support_conference'::text) AND (((kinds)::integer & 32) = 0) AND public.conferences_shows_material(meeting_id) AND public.conferences_sits_at(meeting_id, id)));


CREATE POLICY residents_see ON public.conferences_talk FOR SELECT TO kasane_app USING (((((kinds)::integer & 32) = 0) AND public.conferences_shows_material(meeting_id) AND (EXISTS ( SELECT 1
   FROM public.conferences_agendaitem i
  WHERE (i.id = conferences_talk.item_id)))));


CREATE POLICY residents_see ON public.conferences_talkline FOR SELECT TO kasane_app USING (((((kinds)::integer & 32) = 0) AND (NOT is_removed) AND ((field)::text <> 'remark'::text) AND public.conferences_shows_material(meeting_id) AND (EXISTS ( SELECT 1
   FROM public.conferences_agendaitem i
  WHERE (i.id = conferences_talkline.item_id)))));


CREATE POLICY viewer_adds ON public.cases_alarm FOR INSERT TO kasane_app WITH CHECK (( SELECT false));


CREATE POLICY viewer_adds ON public.cases_alarmstep FOR INSERT TO kasane_app WITH CHECK (( SELECT false));


CREATE POLICY viewer_adds ON public.cases_alarmtold FOR INSERT TO kasane_app WITH CHECK (( SELECT false));


CREATE POLICY viewer_adds ON public.cases_case FOR INSERT TO kasane_app WITH CHECK (((1 & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = cases_case.id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.cases_draft FOR INSERT TO kasane_app WITH CHECK ((user_id = ( SELECT public.kasane_user() AS kasane_user)));


CREATE POLICY viewer_adds ON public.cases_event FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = cases_event.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.cases_phrase FOR INSERT TO kasane_app WITH CHECK (((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)) AND ((user_id IS NULL) OR (user_id = ( SELECT public.kasane_user() AS kasane_user)))));


CREATE POLICY viewer_adds ON public.cases_supportrecord FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = cases_supportrecord.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.cases_task FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = cases_task.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.cases_telling FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = cases_telling.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.conferences_agendaitem FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = conferences_agendaitem.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.conferences_meetingdecision FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = conferences_meetingdecision.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.conferences_minutescheck FOR INSERT TO kasane_app WITH CHECK (public.conferences_sees(meeting_id));


CREATE POLICY viewer_adds ON public.conferences_sheetcopy FOR INSERT TO kasane_app WITH CHECK ((EXISTS ( SELECT 1
   FROM public.conferences_meeting m
  WHERE ((m.id = conferences_sheetcopy.meeting_id) AND (m.host_id = ( SELECT public.kasane_agency() AS kasane_agency))))));


CREATE POLICY viewer_adds ON public.conferences_talk FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = conferences_talk.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.conferences_talkline FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = conferences_talkline.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.coordination_application FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_application.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.coordination_approval FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_approval.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.coordination_approvalstep FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_approvalstep.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.coordination_assessment FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_assessment.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.coordination_assessmentpart FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_assessmentpart.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.coordination_conferencejudgement FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_conferencejudgement.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.coordination_connectedness FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_connectedness.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.coordination_decision FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_decision.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.coordination_drawnsignature FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_drawnsignature.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.coordination_evaluation FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_evaluation.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.coordination_followup FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_followup.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.coordination_goalresult FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_goalresult.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.coordination_informationanswer FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_informationanswer.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.coordination_informationreply FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_informationreply.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.coordination_informationrequest FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_informationrequest.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.coordination_itemdecision FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_itemdecision.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.coordination_menujudgement FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_menujudgement.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.coordination_menuplan FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_menuplan.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.coordination_monitoring FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_monitoring.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.coordination_monitoringitem FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_monitoringitem.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.coordination_personissue FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_personissue.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.coordination_plan FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_plan.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.coordination_plangoal FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_plangoal.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.coordination_planitem FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_planitem.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.coordination_progressreport FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_progressreport.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.disclosure_consent FOR INSERT TO kasane_app WITH CHECK (((1 & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = disclosure_consent.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.disclosure_disposal FOR INSERT TO kasane_app WITH CHECK (( SELECT false));


CREATE POLICY viewer_adds ON public.disclosure_disposalbatch FOR INSERT TO kasane_app WITH CHECK (( SELECT public.kasane_oversees(true) AS kasane_oversees));


CREATE POLICY viewer_adds ON public.disclosure_disposalitem FOR INSERT TO kasane_app WITH CHECK (( SELECT public.kasane_oversees(true) AS kasane_oversees));


CREATE POLICY viewer_adds ON public.disclosure_evidence FOR INSERT TO kasane_app WITH CHECK (((1 & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = disclosure_evidence.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.disclosure_legalexception FOR INSERT TO kasane_app WITH CHECK ((((state)::text = 'requested'::text) AND (requested_by_id = ( SELECT public.kasane_user() AS kasane_user)) AND (decided_by_id IS NULL) AND ((review)::text = ''::text) AND ((1 & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = disclosure_legalexception.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)));


CREATE POLICY viewer_adds ON public.disclosure_oversightcheck FOR INSERT TO kasane_app WITH CHECK (( SELECT false));


CREATE POLICY viewer_adds ON public.disclosure_pastcount FOR INSERT TO kasane_app WITH CHECK (( SELECT false));


CREATE POLICY viewer_adds ON public.disclosure_retentionhold FOR INSERT TO kasane_app WITH CHECK (( SELECT public.kasane_oversees(true) AS kasane_oversees));


CREATE POLICY viewer_adds ON public.imports_importedrow FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = imports_importedrow.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.imports_skippedrows FOR INSERT TO kasane_app WITH CHECK ((user_id = ( SELECT public.kasane_user() AS kasane_user)));


CREATE POLICY viewer_adds ON public.imports_upload FOR INSERT TO kasane_app WITH CHECK ((user_id = ( SELECT public.kasane_user() AS kasane_user)));


CREATE POLICY viewer_adds ON public.imports_uploadedsheet FOR INSERT TO kasane_app WITH CHECK ((user_id = ( SELECT public.kasane_user() AS kasane_user)));


CREATE POLICY viewer_adds ON public.intake_deskactivity FOR INSERT TO kasane_app WITH CHECK (((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)) AND (author_id = ( SELECT public.kasane_user() AS kasane_user))));


CREATE POLICY viewer_adds ON public.intake_doorcount FOR INSERT TO kasane_app WITH CHECK (( SELECT false));


CREATE POLICY viewer_adds ON public.intake_doormessage FOR INSERT TO kasane_app WITH CHECK (false);


CREATE POLICY viewer_adds ON public.intake_doorstep FOR INSERT TO kasane_app WITH CHECK ((((kind)::text <> 'passed'::text) AND (agency_id = ( SELECT public.kasane_agency() AS kasane_agency)) AND (by_id = ( SELECT public.kasane_user() AS kasane_user)) AND (EXISTS ( SELECT 1
   FROM public.intake_doormessage m
  WHERE (m.id = intake_doorstep.message_id)))));


CREATE POLICY viewer_adds ON public.intake_extraanswer FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_extraanswer.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.intake_hopstep FOR INSERT TO kasane_app WITH CHECK (false);


CREATE POLICY viewer_adds ON public.intake_housingbenefit FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_housingbenefit.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.intake_housingtalk FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_housingtalk.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.intake_housingterm FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_housingterm.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.intake_informationgiven FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_informationgiven.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.intake_maternityentry FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_maternityentry.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.intake_maternityneed FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_maternityneed.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.intake_maternitytalk FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_maternitytalk.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.intake_outpostday FOR INSERT TO kasane_app WITH CHECK (((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)) AND (author_id = ( SELECT public.kasane_user() AS kasane_user))));


CREATE POLICY viewer_adds ON public.intake_outpostreception FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_outpostreception.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.intake_phonecall FOR INSERT TO kasane_app WITH CHECK (((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)) AND ((case_id IS NULL) OR public.disclosure_sees(case_id)) AND (author_id = ( SELECT public.kasane_user() AS kasane_user))));


CREATE POLICY viewer_adds ON public.intake_prefecturehandover FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_prefecturehandover.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.intake_reception FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_reception.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.intake_referral FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_referral.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.intake_referralcomment FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_referralcomment.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.intake_referralvisit FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_referralvisit.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.intake_rightsroute FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_rightsroute.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.intake_rightsstep FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_rightsstep.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.intake_shortconsultation FOR INSERT TO kasane_app WITH CHECK (((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)) AND (author_id = ( SELECT public.kasane_user() AS kasane_user))));


CREATE POLICY viewer_adds ON public.intake_supportplan FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_supportplan.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.intake_supportplanitem FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_supportplanitem.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.intake_volunteerreport FOR INSERT TO kasane_app WITH CHECK (((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)) AND ((case_id IS NULL) OR public.disclosure_sees(case_id)) AND (author_id = ( SELECT public.kasane_user() AS kasane_user))));


CREATE POLICY viewer_adds ON public.people_matchkey FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_matchkey.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.people_pair FOR INSERT TO kasane_app WITH CHECK (( SELECT false));


CREATE POLICY viewer_adds ON public.people_pattern FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_pattern.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.people_person FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_person.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.people_personkey FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_personkey.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.people_personstate FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_personstate.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.people_protectedcontact FOR INSERT TO kasane_app WITH CHECK (((( SELECT public.kasane_user() AS kasane_user) = ANY (staff)) AND public.disclosure_sees(case_id)));


CREATE POLICY viewer_adds ON public.people_protectedpassage FOR INSERT TO kasane_app WITH CHECK (( SELECT false));


CREATE POLICY viewer_adds ON public.people_protectedword FOR INSERT TO kasane_app WITH CHECK (( SELECT false));


CREATE POLICY viewer_adds ON public.people_protectionhandover FOR INSERT TO kasane_app WITH CHECK (( SELECT false));


CREATE POLICY viewer_adds ON public.people_sameperson FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_sameperson.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_adds ON public.people_tie FOR INSERT TO kasane_app WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_tie.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.cases_alarm FOR UPDATE TO kasane_app USING (( SELECT public.cases_sees_alarm(cases_alarm.id) AS cases_sees_alarm)) WITH CHECK (( SELECT false));


CREATE POLICY viewer_changes ON public.cases_alarmstep FOR UPDATE TO kasane_app USING (( SELECT public.cases_sees_alarm(cases_alarmstep.alarm_id) AS cases_sees_alarm)) WITH CHECK (( SELECT false));


CREATE POLICY viewer_changes ON public.cases_alarmtold FOR UPDATE TO kasane_app USING (( SELECT public.cases_sees_alarm(cases_alarmtold.alarm_id) AS cases_sees_alarm)) WITH CHECK (( SELECT false));


CREATE POLICY viewer_changes ON public.cases_case FOR UPDATE TO kasane_app USING (((1 & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = cases_case.id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK (((1 & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = cases_case.id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.cases_draft FOR UPDATE TO kasane_app USING ((user_id = ( SELECT public.kasane_user() AS kasane_user))) WITH CHECK ((user_id = ( SELECT public.kasane_user() AS kasane_user)));


CREATE POLICY viewer_changes ON public.cases_event FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = cases_event.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = cases_event.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.cases_phrase FOR UPDATE TO kasane_app USING (((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)) AND ((user_id IS NULL) OR (user_id = ( SELECT public.kasane_user() AS kasane_user))))) WITH CHECK (((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)) AND ((user_id IS NULL) OR (user_id = ( SELECT public.kasane_user() AS kasane_user)))));


CREATE POLICY viewer_changes ON public.cases_supportrecord FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = cases_supportrecord.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = cases_supportrecord.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.cases_task FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = cases_task.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = cases_task.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.cases_telling FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = cases_telling.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = cases_telling.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.conferences_agendaitem FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = conferences_agendaitem.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = conferences_agendaitem.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.conferences_meetingdecision FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = conferences_meetingdecision.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = conferences_meetingdecision.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.conferences_minutescheck FOR UPDATE TO kasane_app USING (public.conferences_sees(meeting_id)) WITH CHECK (public.conferences_sees(meeting_id));


CREATE POLICY viewer_changes ON public.conferences_sheetcopy FOR UPDATE TO kasane_app USING ((EXISTS ( SELECT 1
   FROM public.conferences_meeting m
  WHERE ((m.id = conferences_sheetcopy.meeting_id) AND (m.host_id = ( SELECT public.kasane_agency() AS kasane_agency)))))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.conferences_meeting m
  WHERE ((m.id = conferences_sheetcopy.meeting_id) AND (m.host_id = ( SELECT public.kasane_agency() AS kasane_agency))))));


CREATE POLICY viewer_changes ON public.conferences_talk FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = conferences_talk.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = conferences_talk.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.conferences_talkline FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = conferences_talkline.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = conferences_talkline.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.coordination_application FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_application.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_application.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.coordination_approval FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_approval.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_approval.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.coordination_approvalstep FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_approvalstep.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_approvalstep.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.coordination_assessment FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_assessment.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_assessment.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.coordination_assessmentpart FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_assessmentpart.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_assessmentpart.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.coordination_conferencejudgement FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_conferencejudgement.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_conferencejudgement.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.coordination_connectedness FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_connectedness.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_connectedness.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.coordination_decision FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_decision.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_decision.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.coordination_drawnsignature FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_drawnsignature.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_drawnsignature.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.coordination_evaluation FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_evaluation.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_evaluation.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.coordination_followup FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_followup.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_followup.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.coordination_goalresult FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_goalresult.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_goalresult.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.coordination_informationanswer FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_informationanswer.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_informationanswer.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.coordination_informationreply FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_informationreply.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_informationreply.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.coordination_informationrequest FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_informationrequest.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_informationrequest.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.coordination_itemdecision FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_itemdecision.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_itemdecision.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.coordination_menujudgement FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_menujudgement.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_menujudgement.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.coordination_menuplan FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_menuplan.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_menuplan.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.coordination_monitoring FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_monitoring.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_monitoring.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.coordination_monitoringitem FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_monitoringitem.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_monitoringitem.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.coordination_personissue FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_personissue.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_personissue.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.coordination_plan FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_plan.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_plan.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.coordination_plangoal FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_plangoal.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_plangoal.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.coordination_planitem FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_planitem.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_planitem.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.coordination_progressreport FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_progressreport.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_progressreport.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.disclosure_consent FOR UPDATE TO kasane_app USING (((1 & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = disclosure_consent.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK (((1 & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = disclosure_consent.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.disclosure_disposal FOR UPDATE TO kasane_app USING (( SELECT public.kasane_oversees() AS kasane_oversees)) WITH CHECK (( SELECT false));


CREATE POLICY viewer_changes ON public.disclosure_disposalbatch FOR UPDATE TO kasane_app USING (( SELECT public.kasane_oversees() AS kasane_oversees)) WITH CHECK (( SELECT public.kasane_oversees(true) AS kasane_oversees));


CREATE POLICY viewer_changes ON public.disclosure_disposalitem FOR UPDATE TO kasane_app USING (( SELECT public.kasane_oversees() AS kasane_oversees)) WITH CHECK (( SELECT public.kasane_oversees(true) AS kasane_oversees));


CREATE POLICY viewer_changes ON public.disclosure_evidence FOR UPDATE TO kasane_app USING (((1 & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = disclosure_evidence.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK (((1 & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = disclosure_evidence.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.disclosure_legalexception FOR UPDATE TO kasane_app USING (((requested_by_id = ( SELECT public.kasane_user() AS kasane_user)) OR (user_id = ( SELECT public.kasane_user() AS kasane_user)) OR ( SELECT public.kasane_oversees(true) AS kasane_oversees) OR (((state)::text = 'urgent'::text) AND ( SELECT public.kasane_oversees() AS kasane_oversees)) OR ((1 & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = disclosure_legalexception.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1))) WITH CHECK (((requested_by_id = ( SELECT public.kasane_user() AS kasane_user)) OR (user_id = ( SELECT public.kasane_user() AS kasane_user)) OR ( SELECT public.kasane_oversees(true) AS kasane_oversees) OR (((state)::text = 'urgent'::text) AND ( SELECT public.kasane_oversees() AS kasane_oversees)) OR ((1 & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = disclosure_legalexception.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)));


CREATE POLICY viewer_changes ON public.disclosure_oversightcheck FOR UPDATE TO kasane_app USING (( SELECT public.disclosure_oversees() AS disclosure_oversees)) WITH CHECK (( SELECT false));


CREATE POLICY viewer_changes ON public.disclosure_pastcount FOR UPDATE TO kasane_app USING (( SELECT false)) WITH CHECK (( SELECT false));


CREATE POLICY viewer_changes ON public.disclosure_retentionhold FOR UPDATE TO kasane_app USING (( SELECT public.kasane_oversees() AS kasane_oversees)) WITH CHECK (( SELECT public.kasane_oversees(true) AS kasane_oversees));


CREATE POLICY viewer_changes ON public.imports_importedrow FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = imports_importedrow.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = imports_importedrow.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.imports_skippedrows FOR UPDATE TO kasane_app USING ((user_id = ( SELECT public.kasane_user() AS kasane_user))) WITH CHECK ((user_id = ( SELECT public.kasane_user() AS kasane_user)));


CREATE POLICY viewer_changes ON public.imports_upload FOR UPDATE TO kasane_app USING ((user_id = ( SELECT public.kasane_user() AS kasane_user))) WITH CHECK ((user_id = ( SELECT public.kasane_user() AS kasane_user)));


CREATE POLICY viewer_changes ON public.imports_uploadedsheet FOR UPDATE TO kasane_app USING ((user_id = ( SELECT public.kasane_user() AS kasane_user))) WITH CHECK ((user_id = ( SELECT public.kasane_user() AS kasane_user)));


CREATE POLICY viewer_changes ON public.intake_deskactivity FOR UPDATE TO kasane_app USING ((agency_id = ( SELECT public.kasane_agency() AS kasane_agency))) WITH CHECK ((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)));


CREATE POLICY viewer_changes ON public.intake_doorcount FOR UPDATE TO kasane_app USING (( SELECT false)) WITH CHECK (( SELECT false));


CREATE POLICY viewer_changes ON public.intake_doormessage FOR UPDATE TO kasane_app USING ((agency_id = ( SELECT public.kasane_agency() AS kasane_agency))) WITH CHECK ((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)));


CREATE POLICY viewer_changes ON public.intake_doorstep FOR UPDATE TO kasane_app USING ((EXISTS ( SELECT 1
   FROM public.intake_doormessage m
  WHERE (m.id = intake_doorstep.message_id)))) WITH CHECK ((EXISTS ( SELECT 1
   FROM public.intake_doormessage m
  WHERE (m.id = intake_doorstep.message_id))));


CREATE POLICY viewer_changes ON public.intake_extraanswer FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_extraanswer.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_extraanswer.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.intake_hopstep FOR UPDATE TO kasane_app USING ((( SELECT public.kasane_coordinates() AS kasane_coordinates) OR (((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_hopstep.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1))) WITH CHECK ((( SELECT public.kasane_coordinates() AS kasane_coordinates) OR (((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_hopstep.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)));


CREATE POLICY viewer_changes ON public.intake_housingbenefit FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_housingbenefit.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_housingbenefit.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.intake_housingtalk FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_housingtalk.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_housingtalk.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.intake_housingterm FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_housingterm.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_housingterm.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.intake_informationgiven FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_informationgiven.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_informationgiven.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.intake_maternityentry FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_maternityentry.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_maternityentry.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.intake_maternityneed FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_maternityneed.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_maternityneed.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.intake_maternitytalk FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_maternitytalk.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_maternitytalk.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.intake_outpostday FOR UPDATE TO kasane_app USING ((agency_id = ( SELECT public.kasane_agency() AS kasane_agency))) WITH CHECK ((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)));


CREATE POLICY viewer_changes ON public.intake_outpostreception FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_outpostreception.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_outpostreception.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.intake_phonecall FOR UPDATE TO kasane_app USING (((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)) AND ((case_id IS NULL) OR public.disclosure_sees(case_id)))) WITH CHECK (((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)) AND ((case_id IS NULL) OR public.disclosure_sees(case_id))));


CREATE POLICY viewer_changes ON public.intake_prefecturehandover FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_prefecturehandover.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_prefecturehandover.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.intake_reception FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_reception.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_reception.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.intake_referral FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_referral.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_referral.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.intake_referralcomment FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_referralcomment.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_referralcomment.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.intake_referralvisit FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_referralvisit.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_referralvisit.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.intake_rightsroute FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_rightsroute.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_rightsroute.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.intake_rightsstep FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_rightsstep.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_rightsstep.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.intake_shortconsultation FOR UPDATE TO kasane_app USING ((agency_id = ( SELECT public.kasane_agency() AS kasane_agency))) WITH CHECK ((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)));


CREATE POLICY viewer_changes ON public.intake_supportplan FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_supportplan.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_supportplan.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.intake_supportplanitem FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_supportplanitem.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_supportplanitem.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.intake_volunteerreport FOR UPDATE TO kasane_app USING (((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)) AND ((case_id IS NULL) OR public.disclosure_sees(case_id)))) WITH CHECK (((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)) AND ((case_id IS NULL) OR public.disclosure_sees(case_id))));


CREATE POLICY viewer_changes ON public.people_matchkey FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_matchkey.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_matchkey.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.people_pair FOR UPDATE TO kasane_app USING (( SELECT public.kasane_coordinates() AS kasane_coordinates)) WITH CHECK (( SELECT false));


CREATE POLICY viewer_changes ON public.people_pattern FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_pattern.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_pattern.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.people_person FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_person.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_person.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.people_personkey FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_personkey.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_personkey.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.people_personstate FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_personstate.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_personstate.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.people_protectedcontact FOR UPDATE TO kasane_app USING (((( SELECT public.kasane_user() AS kasane_user) = ANY (staff)) AND public.disclosure_sees(case_id))) WITH CHECK (((( SELECT public.kasane_user() AS kasane_user) = ANY (staff)) AND public.disclosure_sees(case_id)));


CREATE POLICY viewer_changes ON public.people_protectedpassage FOR UPDATE TO kasane_app USING (( SELECT (public.people_named_for(people_protectedpassage.persons) AND public.people_reads_row((people_protectedpassage.table_name)::text, people_protectedpassage.row_id)))) WITH CHECK (( SELECT false));


CREATE POLICY viewer_changes ON public.people_protectedword FOR UPDATE TO kasane_app USING (( SELECT false)) WITH CHECK (( SELECT false));


CREATE POLICY viewer_changes ON public.people_protectionhandover FOR UPDATE TO kasane_app USING (( SELECT (public.kasane_coordinates() OR public.people_agrees_to_handover(people_protectionhandover.case_id)))) WITH CHECK (( SELECT false));


CREATE POLICY viewer_changes ON public.people_sameperson FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_sameperson.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_sameperson.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_changes ON public.people_tie FOR UPDATE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_tie.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)) WITH CHECK ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_tie.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.cases_alarm FOR DELETE TO kasane_app USING (( SELECT false));


CREATE POLICY viewer_removes ON public.cases_alarmstep FOR DELETE TO kasane_app USING (( SELECT false));


CREATE POLICY viewer_removes ON public.cases_alarmtold FOR DELETE TO kasane_app USING (( SELECT false));


CREATE POLICY viewer_removes ON public.cases_case FOR DELETE TO kasane_app USING (((1 & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = cases_case.id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.cases_draft FOR DELETE TO kasane_app USING ((user_id = ( SELECT public.kasane_user() AS kasane_user)));


CREATE POLICY viewer_removes ON public.cases_event FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = cases_event.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.cases_phrase FOR DELETE TO kasane_app USING (((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)) AND ((user_id IS NULL) OR (user_id = ( SELECT public.kasane_user() AS kasane_user)))));


CREATE POLICY viewer_removes ON public.cases_supportrecord FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = cases_supportrecord.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.cases_task FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = cases_task.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.cases_telling FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = cases_telling.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.conferences_agendaitem FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = conferences_agendaitem.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.conferences_meetingdecision FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = conferences_meetingdecision.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.conferences_minutescheck FOR DELETE TO kasane_app USING (false);


CREATE POLICY viewer_removes ON public.conferences_sheetcopy FOR DELETE TO kasane_app USING (false);


CREATE POLICY viewer_removes ON public.conferences_talk FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = conferences_talk.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.conferences_talkline FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = conferences_talkline.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.coordination_application FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_application.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.coordination_approval FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_approval.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.coordination_approvalstep FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_approvalstep.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.coordination_assessment FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_assessment.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.coordination_assessmentpart FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_assessmentpart.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.coordination_conferencejudgement FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_conferencejudgement.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.coordination_connectedness FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_connectedness.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.coordination_decision FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_decision.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.coordination_drawnsignature FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_drawnsignature.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.coordination_evaluation FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_evaluation.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.coordination_followup FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_followup.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.coordination_goalresult FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_goalresult.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.coordination_informationanswer FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_informationanswer.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.coordination_informationreply FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_informationreply.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.coordination_informationrequest FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_informationrequest.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.coordination_itemdecision FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_itemdecision.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.coordination_menujudgement FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_menujudgement.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.coordination_menuplan FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_menuplan.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.coordination_monitoring FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_monitoring.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.coordination_monitoringitem FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_monitoringitem.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.coordination_personissue FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_personissue.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.coordination_plan FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_plan.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.coordination_plangoal FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_plangoal.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.coordination_planitem FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_planitem.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.coordination_progressreport FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_progressreport.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.disclosure_consent FOR DELETE TO kasane_app USING (((1 & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = disclosure_consent.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.disclosure_disposal FOR DELETE TO kasane_app USING (( SELECT false));


CREATE POLICY viewer_removes ON public.disclosure_disposalbatch FOR DELETE TO kasane_app USING (( SELECT public.kasane_oversees(true) AS kasane_oversees));


CREATE POLICY viewer_removes ON public.disclosure_disposalitem FOR DELETE TO kasane_app USING (( SELECT public.kasane_oversees(true) AS kasane_oversees));


CREATE POLICY viewer_removes ON public.disclosure_evidence FOR DELETE TO kasane_app USING (((1 & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = disclosure_evidence.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.disclosure_legalexception FOR DELETE TO kasane_app USING (false);


CREATE POLICY viewer_removes ON public.disclosure_oversightcheck FOR DELETE TO kasane_app USING (( SELECT false));


CREATE POLICY viewer_removes ON public.disclosure_pastcount FOR DELETE TO kasane_app USING (( SELECT false));


CREATE POLICY viewer_removes ON public.disclosure_retentionhold FOR DELETE TO kasane_app USING (( SELECT public.kasane_oversees(true) AS kasane_oversees));


CREATE POLICY viewer_removes ON public.imports_importedrow FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = imports_importedrow.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.imports_skippedrows FOR DELETE TO kasane_app USING ((user_id = ( SELECT public.kasane_user() AS kasane_user)));


CREATE POLICY viewer_removes ON public.imports_upload FOR DELETE TO kasane_app USING ((user_id = ( SELECT public.kasane_user() AS kasane_user)));


CREATE POLICY viewer_removes ON public.imports_uploadedsheet FOR DELETE TO kasane_app USING ((user_id = ( SELECT public.kasane_user() AS kasane_user)));


CREATE POLICY viewer_removes ON public.intake_deskactivity FOR DELETE TO kasane_app USING (false);


CREATE POLICY viewer_removes ON public.intake_doorcount FOR DELETE TO kasane_app USING (( SELECT false));


CREATE POLICY viewer_removes ON public.intake_doormessage FOR DELETE TO kasane_app USING (false);


CREATE POLICY viewer_removes ON public.intake_doorstep FOR DELETE TO kasane_app USING (false);


CREATE POLICY viewer_removes ON public.intake_extraanswer FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_extraanswer.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.intake_hopstep FOR DELETE TO kasane_app USING (false);


CREATE POLICY viewer_removes ON public.intake_housingbenefit FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_housingbenefit.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.intake_housingtalk FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_housingtalk.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.intake_housingterm FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_housingterm.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.intake_informationgiven FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_informationgiven.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.intake_maternityentry FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_maternityentry.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.intake_maternityneed FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_maternityneed.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.intake_maternitytalk FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_maternitytalk.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.intake_outpostday FOR DELETE TO kasane_app USING (false);


CREATE POLICY viewer_removes ON public.intake_outpostreception FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_outpostreception.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.intake_phonecall FOR DELETE TO kasane_app USING (false);


CREATE POLICY viewer_removes ON public.intake_prefecturehandover FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_prefecturehandover.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.intake_reception FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_reception.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.intake_referral FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_referral.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.intake_referralcomment FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_referralcomment.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.intake_referralvisit FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_referralvisit.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.intake_rightsroute FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_rightsroute.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.intake_rightsstep FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_rightsstep.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.intake_shortconsultation FOR DELETE TO kasane_app USING (false);


CREATE POLICY viewer_removes ON public.intake_supportplan FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_supportplan.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.intake_supportplanitem FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_supportplanitem.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.intake_volunteerreport FOR DELETE TO kasane_app USING (false);


CREATE POLICY viewer_removes ON public.people_matchkey FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_matchkey.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.people_pair FOR DELETE TO kasane_app USING (( SELECT false));


CREATE POLICY viewer_removes ON public.people_pattern FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_pattern.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.people_person FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_person.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.people_personkey FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_personkey.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.people_personstate FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_personstate.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.people_protectedcontact FOR DELETE TO kasane_app USING (((( SELECT public.kasane_user() AS kasane_user) = ANY (staff)) AND public.disclosure_sees(case_id)));


CREATE POLICY viewer_removes ON public.people_protectedpassage FOR DELETE TO kasane_app USING (( SELECT false));


CREATE POLICY viewer_removes ON public.people_protectedword FOR DELETE TO kasane_app USING (( SELECT false));


CREATE POLICY viewer_removes ON public.people_protectionhandover FOR DELETE TO kasane_app USING (( SELECT false));


CREATE POLICY viewer_removes ON public.people_sameperson FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_sameperson.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_removes ON public.people_tie FOR DELETE TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_tie.case_id) AND (g.valid @> public.kasane_today()) AND g.writes)))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.cases_alarm FOR SELECT TO kasane_app USING (( SELECT public.cases_sees_alarm(cases_alarm.id) AS cases_sees_alarm));


CREATE POLICY viewer_sees ON public.cases_alarmstep FOR SELECT TO kasane_app USING (( SELECT public.cases_sees_alarm(cases_alarmstep.alarm_id) AS cases_sees_alarm));


CREATE POLICY viewer_sees ON public.cases_alarmtold FOR SELECT TO kasane_app USING (( SELECT public.cases_sees_alarm(cases_alarmtold.alarm_id) AS cases_sees_alarm));


CREATE POLICY viewer_sees ON public.cases_case FOR SELECT TO kasane_app USING (((1 & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = cases_case.id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.cases_draft FOR SELECT TO kasane_app USING ((user_id = ( SELECT public.kasane_user() AS kasane_user)));


CREATE POLICY viewer_sees ON public.cases_event FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = cases_event.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.cases_phrase FOR SELECT TO kasane_app USING (((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)) AND ((user_id IS NULL) OR (user_id = ( SELECT public.kasane_user() AS kasane_user)))));


CREATE POLICY viewer_sees ON public.cases_supportrecord FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = cases_supportrecord.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.cases_task FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = cases_task.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.cases_telling FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = cases_telling.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.conferences_agendaitem FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = conferences_agendaitem.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.conferences_meetingdecision FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = conferences_meetingdecision.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.conferences_minutescheck FOR SELECT TO kasane_app USING (public.conferences_sees(meeting_id));


CREATE POLICY viewer_sees ON public.conferences_sheetcopy FOR SELECT TO kasane_app USING ((EXISTS ( SELECT 1
   FROM public.conferences_meeting m
  WHERE ((m.id = conferences_sheetcopy.meeting_id) AND (m.host_id = ( SELECT public.kasane_agency() AS kasane_agency))))));


CREATE POLICY viewer_sees ON public.conferences_talk FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = conferences_talk.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.conferences_talkline FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = conferences_talkline.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.coordination_application FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_application.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.coordination_approval FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_approval.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.coordination_approvalstep FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_approvalstep.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.coordination_assessment FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_assessment.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.coordination_assessmentpart FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_assessmentpart.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.coordination_conferencejudgement FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_conferencejudgement.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.coordination_connectedness FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_connectedness.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.coordination_decision FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_decision.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.coordination_drawnsignature FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_drawnsignature.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.coordination_evaluation FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_evaluation.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.coordination_followup FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_followup.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.coordination_goalresult FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_goalresult.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.coordination_informationanswer FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_informationanswer.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.coordination_informationreply FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_informationreply.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.coordination_informationrequest FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_informationrequest.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.coordination_itemdecision FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_itemdecision.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.coordination_menujudgement FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_menujudgement.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.coordination_menuplan FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_menuplan.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.coordination_monitoring FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_monitoring.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.coordination_monitoringitem FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_monitoringitem.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.coordination_personissue FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_personissue.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.coordination_plan FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_plan.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.coordination_plangoal FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_plangoal.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.coordination_planitem FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_planitem.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.coordination_progressreport FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = coordination_progressreport.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.disclosure_consent FOR SELECT TO kasane_app USING (((1 & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = disclosure_consent.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.disclosure_disposal FOR SELECT TO kasane_app USING (( SELECT public.kasane_oversees() AS kasane_oversees));


CREATE POLICY viewer_sees ON public.disclosure_disposalbatch FOR SELECT TO kasane_app USING (( SELECT public.kasane_oversees() AS kasane_oversees));


CREATE POLICY viewer_sees ON public.disclosure_disposalitem FOR SELECT TO kasane_app USING (( SELECT public.kasane_oversees() AS kasane_oversees));


CREATE POLICY viewer_sees ON public.disclosure_evidence FOR SELECT TO kasane_app USING (((1 & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = disclosure_evidence.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.disclosure_grant FOR SELECT TO kasane_app USING (((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)) OR (user_id = ( SELECT public.kasane_user() AS kasane_user))));


CREATE POLICY viewer_sees ON public.disclosure_legalexception FOR SELECT TO kasane_app USING (((requested_by_id = ( SELECT public.kasane_user() AS kasane_user)) OR (user_id = ( SELECT public.kasane_user() AS kasane_user)) OR ( SELECT public.kasane_oversees(true) AS kasane_oversees) OR (((state)::text = 'urgent'::text) AND ( SELECT public.kasane_oversees() AS kasane_oversees)) OR ((1 & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = disclosure_legalexception.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)));


CREATE POLICY viewer_sees ON public.disclosure_oversightcheck FOR SELECT TO kasane_app USING (( SELECT public.disclosure_oversees() AS disclosure_oversees));


CREATE POLICY viewer_sees ON public.disclosure_pastcount FOR SELECT TO kasane_app USING (( SELECT false));


CREATE POLICY viewer_sees ON public.disclosure_retentionhold FOR SELECT TO kasane_app USING (( SELECT public.kasane_oversees() AS kasane_oversees));


CREATE POLICY viewer_sees ON public.imports_importedrow FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = imports_importedrow.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.imports_skippedrows FOR SELECT TO kasane_app USING ((user_id = ( SELECT public.kasane_user() AS kasane_user)));


CREATE POLICY viewer_sees ON public.imports_upload FOR SELECT TO kasane_app USING ((user_id = ( SELECT public.kasane_user() AS kasane_user)));


CREATE POLICY viewer_sees ON public.imports_uploadedsheet FOR SELECT TO kasane_app USING ((user_id = ( SELECT public.kasane_user() AS kasane_user)));


CREATE POLICY viewer_sees ON public.intake_deskactivity FOR SELECT TO kasane_app USING ((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)));


CREATE POLICY viewer_sees ON public.intake_doorcount FOR SELECT TO kasane_app USING (( SELECT false));


CREATE POLICY viewer_sees ON public.intake_doormessage FOR SELECT TO kasane_app USING ((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)));


CREATE POLICY viewer_sees ON public.intake_doorstep FOR SELECT TO kasane_app USING ((EXISTS ( SELECT 1
   FROM public.intake_doormessage m
  WHERE (m.id = intake_doorstep.message_id))));


CREATE POLICY viewer_sees ON public.intake_extraanswer FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_extraanswer.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.intake_hopstep FOR SELECT TO kasane_app USING ((( SELECT public.kasane_coordinates() AS kasane_coordinates) OR (((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_hopstep.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1)));


CREATE POLICY viewer_sees ON public.intake_housingbenefit FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_housingbenefit.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.intake_housingtalk FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_housingtalk.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.intake_housingterm FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_housingterm.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.intake_informationgiven FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_informationgiven.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.intake_maternityentry FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_maternityentry.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.intake_maternityneed FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_maternityneed.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.intake_maternitytalk FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_maternitytalk.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.intake_outpostday FOR SELECT TO kasane_app USING ((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)));


CREATE POLICY viewer_sees ON public.intake_outpostreception FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_outpostreception.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.intake_phonecall FOR SELECT TO kasane_app USING (((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)) AND ((case_id IS NULL) OR public.disclosure_sees(case_id))));


CREATE POLICY viewer_sees ON public.intake_prefecturehandover FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_prefecturehandover.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.intake_reception FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_reception.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.intake_referral FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_referral.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.intake_referralcomment FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_referralcomment.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.intake_referralvisit FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_referralvisit.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.intake_rightsroute FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_rightsroute.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.intake_rightsstep FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_rightsstep.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.intake_shortconsultation FOR SELECT TO kasane_app USING ((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)));


CREATE POLICY viewer_sees ON public.intake_supportplan FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_supportplan.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.intake_supportplanitem FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = intake_supportplanitem.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.intake_volunteerreport FOR SELECT TO kasane_app USING (((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)) AND ((case_id IS NULL) OR public.disclosure_sees(case_id))));


CREATE POLICY viewer_sees ON public.people_matchkey FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_matchkey.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.people_pair FOR SELECT TO kasane_app USING (( SELECT public.kasane_coordinates() AS kasane_coordinates));


CREATE POLICY viewer_sees ON public.people_pattern FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_pattern.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.people_person FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_person.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.people_personkey FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_personkey.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.people_personstate FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_personstate.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.people_protectedcontact FOR SELECT TO kasane_app USING (((( SELECT public.kasane_user() AS kasane_user) = ANY (staff)) AND public.disclosure_sees(case_id)));


CREATE POLICY viewer_sees ON public.people_protectedpassage FOR SELECT TO kasane_app USING (( SELECT (public.people_named_for(people_protectedpassage.persons) AND public.people_reads_row((people_protectedpassage.table_name)::text, people_protectedpassage.row_id))));


CREATE POLICY viewer_sees ON public.people_protectedword FOR SELECT TO kasane_app USING (( SELECT false));


CREATE POLICY viewer_sees ON public.people_protectionhandover FOR SELECT TO kasane_app USING (( SELECT (public.kasane_coordinates() OR public.people_agrees_to_handover(people_protectionhandover.case_id))));


CREATE POLICY viewer_sees ON public.people_sameperson FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_sameperson.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY viewer_sees ON public.people_tie FOR SELECT TO kasane_app USING ((((kinds)::integer & (~ COALESCE((( SELECT bit_or(g.kinds) AS bit_or
   FROM public.disclosure_grant g
  WHERE ((g.case_id = people_tie.case_id) AND (g.valid @> public.kasane_today()))))::integer, 0))) < 1));


CREATE POLICY while_importing ON public.imports_importedrow AS RESTRICTIVE FOR INSERT TO kasane_app WITH CHECK (((agency_id = ( SELECT public.kasane_agency() AS kasane_agency)) AND public.imports_is_open(source_id)));


CREATE POLICY while_proposed ON public.disclosure_disposalitem AS RESTRICTIVE FOR INSERT TO kasane_app WITH CHECK ((EXISTS ( SELECT 1
   FROM public.disclosure_disposalbatch b
  WHERE ((b.id = disclosure_disposalitem.batch_id) AND ((b.state)::text = 'proposed'::text) AND (b.proposed_by_id = ( SELECT public.kasane_user() AS kasane_user))))));


REVOKE USAGE ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO kasane_owner;
GRANT ALL ON SCHEMA public TO kasane_definer;
GRANT USAGE ON SCHEMA public TO kasane_app;


REVOKE ALL ON FUNCTION public.cases_acknowledge_alarm(wanted uuid, who text, what_next text, days integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_acknowledge_alarm(wanted uuid, who text, what_next text, days integer) TO kasane_app;
GRANT ALL ON FUNCTION public.cases_acknowledge_alarm(wanted uuid, who text, what_next text, days integer) TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_acts_on_alarms() FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_acts_on_alarms() TO kasane_app;
GRANT ALL ON FUNCTION public.cases_acts_on_alarms() TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_add_alarm_step(wanted uuid, what_kind text, words text, done_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_add_alarm_step(wanted uuid, what_kind text, words text, done_at timestamp with time zone) TO kasane_app;
GRANT ALL ON FUNCTION public.cases_add_alarm_step(wanted uuid, what_kind text, words text, done_at timestamp with time zone) TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_alarm_counts_of_case(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_alarm_counts_of_case(wanted uuid) TO kasane_owner;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_alarm TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_alarm TO kasane_definer;


REVOKE ALL ON FUNCTION public.cases_alarm_event(a public.cases_alarm, step text, words text, more text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_alarm_event(a public.cases_alarm, step text, words text, more text) TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_alarm_holds_case() FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_alarm_holds_case() TO kasane_app;
GRANT ALL ON FUNCTION public.cases_alarm_holds_case() TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_alarm_notices(wanted uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_alarm_notices(wanted uuid[]) TO kasane_app;
GRANT ALL ON FUNCTION public.cases_alarm_notices(wanted uuid[]) TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_alarm_opens(a public.cases_alarm, person uuid, office uuid, days integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_alarm_opens(a public.cases_alarm, person uuid, office uuid, days integer) TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_alarms_open_on(wanted_case uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_alarms_open_on(wanted_case uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.cases_alarms_open_on(wanted_case uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_came_with_alarm(exception uuid, open_only boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_came_with_alarm(exception uuid, open_only boolean) TO kasane_app;
GRANT ALL ON FUNCTION public.cases_came_with_alarm(exception uuid, open_only boolean) TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_counts_of_case(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_counts_of_case(wanted uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_end_alarm(wanted uuid, result text, measures text, watching text, why text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_end_alarm(wanted uuid, result text, measures text, watching text, why text) TO kasane_app;
GRANT ALL ON FUNCTION public.cases_end_alarm(wanted uuid, result text, measures text, watching text, why text) TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_exception_labels(wanted uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_exception_labels(wanted uuid[]) TO kasane_app;
GRANT ALL ON FUNCTION public.cases_exception_labels(wanted uuid[]) TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_give(wanted uuid, holder uuid, reason text, title text, what text, due date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_give(wanted uuid, holder uuid, reason text, title text, what text, due date) TO kasane_app;
GRANT ALL ON FUNCTION public.cases_give(wanted uuid, holder uuid, reason text, title text, what text, due date) TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_hears_alarm(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_hears_alarm(wanted uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.cases_hears_alarm(wanted uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_is_told(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_is_told(wanted uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.cases_is_told(wanted uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_is_urgent_officer(person uuid, office uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_is_urgent_officer(person uuid, office uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.cases_is_urgent_officer(person uuid, office uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_keep_holding(changed uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_keep_holding(changed uuid[]) TO kasane_app;
GRANT ALL ON FUNCTION public.cases_keep_holding(changed uuid[]) TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_late_alarm(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_late_alarm(wanted uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.cases_late_alarm(wanted uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_log_alarm(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_log_alarm(wanted uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.cases_log_alarm(wanted uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_log_exception(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_log_exception(wanted uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.cases_log_exception(wanted uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_look_again(wanted uuid, days integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_look_again(wanted uuid, days integer) TO kasane_app;
GRANT ALL ON FUNCTION public.cases_look_again(wanted uuid, days integer) TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_my_alarms() FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_my_alarms() TO kasane_app;
GRANT ALL ON FUNCTION public.cases_my_alarms() TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_open_alarm(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_open_alarm(wanted uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_open_urgently(name text, heard text, born date, in_year integer, with_number integer, on_ground text, by_law text, why text, days integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_open_urgently(name text, heard text, born date, in_year integer, with_number integer, on_ground text, by_law text, why text, days integer) TO kasane_app;
GRANT ALL ON FUNCTION public.cases_open_urgently(name text, heard text, born date, in_year integer, with_number integer, on_ground text, by_law text, why text, days integer) TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_possible_holders(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_possible_holders(wanted uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.cases_possible_holders(wanted uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_raise_alarm(wanted_case uuid, of_danger text, by_whom text, by_law text, seen text, whereabouts text, already text, officers jsonb, ack_minutes integer, safety_hours integer, days integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_raise_alarm(wanted_case uuid, of_danger text, by_whom text, by_law text, seen text, whereabouts text, already text, officers jsonb, ack_minutes integer, safety_hours integer, days integer) TO kasane_app;
GRANT ALL ON FUNCTION public.cases_raise_alarm(wanted_case uuid, of_danger text, by_whom text, by_law text, seen text, whereabouts text, already text, officers jsonb, ack_minutes integer, safety_hours integer, days integer) TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_read_alarm_end(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_read_alarm_end(wanted uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.cases_read_alarm_end(wanted uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_records_holding(words text[], most integer, few integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_records_holding(words text[], most integer, few integer) TO kasane_app;
GRANT ALL ON FUNCTION public.cases_records_holding(words text[], most integer, few integer) TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_sees_alarm(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_sees_alarm(wanted uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.cases_sees_alarm(wanted uuid) TO kasane_owner;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.disclosure_legalexception TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.disclosure_legalexception TO kasane_definer;


REVOKE ALL ON FUNCTION public.cases_sees_exception(e public.disclosure_legalexception) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_sees_exception(e public.disclosure_legalexception) TO kasane_app;
GRANT ALL ON FUNCTION public.cases_sees_exception(e public.disclosure_legalexception) TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_touch() FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_touch() TO kasane_app;
GRANT ALL ON FUNCTION public.cases_touch() TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_unheld(wanted uuid, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_unheld(wanted uuid, most integer) TO kasane_app;
GRANT ALL ON FUNCTION public.cases_unheld(wanted uuid, most integer) TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_urgent_news(days integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_urgent_news(days integer) TO kasane_app;
GRANT ALL ON FUNCTION public.cases_urgent_news(days integer) TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_urgent_tries(days integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_urgent_tries(days integer) TO kasane_app;
GRANT ALL ON FUNCTION public.cases_urgent_tries(days integer) TO kasane_owner;


REVOKE ALL ON FUNCTION public.cases_works_on_alarm(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.cases_works_on_alarm(wanted uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.cases_works_on_alarm(wanted uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.conferences_after_disposal(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.conferences_after_disposal(wanted uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.conferences_coming(since timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.conferences_coming(since timestamp with time zone) TO kasane_app;
GRANT ALL ON FUNCTION public.conferences_coming(since timestamp with time zone) TO kasane_owner;


REVOKE ALL ON FUNCTION public.conferences_counted(wanted_year integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.conferences_counted(wanted_year integer) TO kasane_app;
GRANT ALL ON FUNCTION public.conferences_counted(wanted_year integer) TO kasane_owner;


REVOKE ALL ON FUNCTION public.conferences_hears(wanted_meeting uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.conferences_hears(wanted_meeting uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.conferences_hears(wanted_meeting uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.conferences_hidden_items(wanted_meeting uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.conferences_hidden_items(wanted_meeting uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.conferences_hidden_items(wanted_meeting uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.conferences_log_material(wanted_item uuid, what text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.conferences_log_material(wanted_item uuid, what text) TO kasane_app;
GRANT ALL ON FUNCTION public.conferences_log_material(wanted_item uuid, what text) TO kasane_owner;


REVOKE ALL ON FUNCTION public.conferences_members_of(wanted_meeting uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.conferences_members_of(wanted_meeting uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.conferences_members_of(wanted_meeting uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.conferences_sees(wanted_meeting uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.conferences_sees(wanted_meeting uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.conferences_sees(wanted_meeting uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.conferences_shows_material(wanted_meeting uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.conferences_shows_material(wanted_meeting uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.conferences_shows_material(wanted_meeting uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.conferences_sits_at(wanted_meeting uuid, wanted_item uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.conferences_sits_at(wanted_meeting uuid, wanted_item uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.conferences_sits_at(wanted_meeting uuid, wanted_item uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.conferences_sits_in(wanted_body uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.conferences_sits_in(wanted_body uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.conferences_sits_in(wanted_body uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.conferences_timetable(wanted_meeting uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.conferences_timetable(wanted_meeting uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.conferences_timetable(wanted_meeting uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.conferences_unread_minutes(wanted_case uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.conferences_unread_minutes(wanted_case uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.conferences_unread_minutes(wanted_case uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.coordination_close_requests() FROM PUBLIC;
GRANT ALL ON FUNCTION public.coordination_close_requests() TO kasane_owner;


REVOKE ALL ON FUNCTION public.coordination_is_asked(wanted uuid, for_kinds integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.coordination_is_asked(wanted uuid, for_kinds integer) TO kasane_app;
GRANT ALL ON FUNCTION public.coordination_is_asked(wanted uuid, for_kinds integer) TO kasane_owner;


REVOKE ALL ON FUNCTION public.coordination_load() FROM PUBLIC;
GRANT ALL ON FUNCTION public.coordination_load() TO kasane_app;
GRANT ALL ON FUNCTION public.coordination_load() TO kasane_owner;


REVOKE ALL ON FUNCTION public.coordination_log_asked(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.coordination_log_asked(wanted uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.coordination_log_asked(wanted uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.coordination_may_tell(wanted uuid, of_case uuid, of_section text, of_kinds integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.coordination_may_tell(wanted uuid, of_case uuid, of_section text, of_kinds integer) TO kasane_app;
GRANT ALL ON FUNCTION public.coordination_may_tell(wanted uuid, of_case uuid, of_section text, of_kinds integer) TO kasane_owner;


REVOKE ALL ON FUNCTION public.coordination_shared_kinds(wanted_case uuid, with_agency uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.coordination_shared_kinds(wanted_case uuid, with_agency uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.coordination_shared_with_us(wanted_case uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.coordination_shared_with_us(wanted_case uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.coordination_shared_with_us(wanted_case uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.coordination_watch(per_worker integer, per_agency integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.coordination_watch(per_worker integer, per_agency integer) TO kasane_app;
GRANT ALL ON FUNCTION public.coordination_watch(per_worker integer, per_agency integer) TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_acknowledge(wanted_source uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_acknowledge(wanted_source uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_acknowledge(wanted_source uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_case_columns() FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_case_columns() TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_case_columns() TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_case_stands(wanted_case uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_case_stands(wanted_case uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_case_stands(wanted_case uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_cases_by_contract(wanted_contract uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_cases_by_contract(wanted_contract uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_cases_by_contract(wanted_contract uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_changes_of(wanted_case uuid, below bigint, most integer, only_table text, without text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_changes_of(wanted_case uuid, below bigint, most integer, only_table text, without text[]) TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_changes_of(wanted_case uuid, below bigint, most integer, only_table text, without text[]) TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_check_readings(reader uuid, office uuid, what text, seen_upto bigint, words text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_check_readings(reader uuid, office uuid, what text, seen_upto bigint, words text) TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_check_readings(reader uuid, office uuid, what text, seen_upto bigint, words text) TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_consents_ending(until date, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_consents_ending(until date, most integer) TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_consents_ending(until date, most integer) TO kasane_owner;


GRANT SELECT,INSERT ON TABLE public.disclosure_logentry TO kasane_definer;


GRANT UPDATE(subject) ON TABLE public.disclosure_logentry TO kasane_definer;


GRANT UPDATE(row_id) ON TABLE public.disclosure_logentry TO kasane_definer;


GRANT UPDATE(before) ON TABLE public.disclosure_logentry TO kasane_definer;


GRANT UPDATE(after) ON TABLE public.disclosure_logentry TO kasane_definer;


GRANT UPDATE(disposed_for) ON TABLE public.disclosure_logentry TO kasane_definer;


REVOKE ALL ON FUNCTION public.disclosure_dispose_again(wanted uuid, wanted_number text, on_day date, batch_label text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_dispose_again(wanted uuid, wanted_number text, on_day date, batch_label text) TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_dispose_case(wanted_batch uuid, wanted uuid, batch_label text, town_years integer, town_fiscal boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_dispose_case(wanted_batch uuid, wanted uuid, batch_label text, town_years integer, town_fiscal boolean) TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_drop_drafts(ids text[]) FROM PUBLIC;


REVOKE ALL ON FUNCTION public.disclosure_erase(wanted uuid, wanted_number text, on_day date, batch_label text) FROM PUBLIC;


REVOKE ALL ON FUNCTION public.disclosure_files(years integer, from_fiscal_year_end boolean, since date, before date, wanted_agency uuid, only_held boolean, only_free boolean, wanted uuid[], most integer, skip integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_files(years integer, from_fiscal_year_end boolean, since date, before date, wanted_agency uuid, only_held boolean, only_free boolean, wanted uuid[], most integer, skip integer) TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_files(years integer, from_fiscal_year_end boolean, since date, before date, wanted_agency uuid, only_held boolean, only_free boolean, wanted uuid[], most integer, skip integer) TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_first_break() FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_first_break() TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_first_break() TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_follow_contract() FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_follow_contract() TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_follow_contract() TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_follow_exception() FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_follow_exception() TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_follow_exception() TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_forget_drafts(since timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_forget_drafts(since timestamp with time zone) TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_give_to_definer(VARIADIC signatures text[]) FROM PUBLIC;


GRANT SELECT ON TABLE public.disclosure_grant TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.disclosure_grant TO kasane_definer;


REVOKE ALL ON FUNCTION public.disclosure_grants_of(wanted_case uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_grants_of(wanted_case uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_grants_of(wanted_case uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_holds_post(VARIADIC roles text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_holds_post(VARIADIC roles text[]) TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_holds_post(VARIADIC roles text[]) TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_is_forgotten(place text, wanted text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_is_forgotten(place text, wanted text) TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_is_held(wanted_case uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_is_held(wanted_case uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_is_held(wanted_case uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_keep_counts(wanted uuid) FROM PUBLIC;


REVOKE ALL ON FUNCTION public.disclosure_kept_files(person uuid, moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_kept_files(person uuid, moment timestamp with time zone) TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_key_of(place oid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_key_of(place oid) TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_key_of(place oid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_log_file(what text, wanted_row text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_log_file(what text, wanted_row text) TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_log_file(what text, wanted_row text) TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_log_reading(wanted_case uuid, what text, wanted_row text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_log_reading(wanted_case uuid, what text, wanted_row text) TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_log_reading(wanted_case uuid, what text, wanted_row text) TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_log_reading(wanted_case uuid, what text, wanted_row text, how text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_log_reading(wanted_case uuid, what text, wanted_row text, how text) TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_log_reading(wanted_case uuid, what text, wanted_row text, how text) TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_lookers_of(wanted_case uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_lookers_of(wanted_case uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_lookers_of(wanted_case uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_looks_of(wanted_case uuid, of_agency uuid, of_user uuid, since date, until date, refused boolean, below bigint, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_looks_of(wanted_case uuid, of_agency uuid, of_user uuid, since date, until date, refused boolean, below bigint, most integer) TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_looks_of(wanted_case uuid, of_agency uuid, of_user uuid, since date, until date, refused boolean, below bigint, most integer) TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_newest_cases(below uuid, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_newest_cases(below uuid, most integer) TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_newest_cases(below uuid, most integer) TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_oversees() FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_oversees() TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_oversees() TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_readings_of(wanted_case uuid, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_readings_of(wanted_case uuid, most integer) TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_readings_of(wanted_case uuid, most integer) TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_record_change() FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_record_change() TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_record_change() TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_references() FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_references() TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_references() TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_replace_grants(wanted_case uuid, rows jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_replace_grants(wanted_case uuid, rows jsonb) TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_replace_grants(wanted_case uuid, rows jsonb) TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_rightly_empty(entry public.disclosure_logentry) FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_rightly_empty(entry public.disclosure_logentry) TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_rows_of(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_rows_of(wanted uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_seal_entry() FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_seal_entry() TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_seal_entry() TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_sees(wanted_case uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_sees(wanted_case uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_sees(wanted_case uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_type_of(place regclass, col name) FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_type_of(place regclass, col name) TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_type_of(place regclass, col name) TO kasane_owner;


REVOKE ALL ON FUNCTION public.disclosure_unusual(span integer, opens time without time zone, closes time without time zone, closed date[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.disclosure_unusual(span integer, opens time without time zone, closes time without time zone, closed date[]) TO kasane_app;
GRANT ALL ON FUNCTION public.disclosure_unusual(span integer, opens time without time zone, closes time without time zone, closed date[]) TO kasane_owner;


REVOKE ALL ON FUNCTION public.imports_begin() FROM PUBLIC;
GRANT ALL ON FUNCTION public.imports_begin() TO kasane_app;
GRANT ALL ON FUNCTION public.imports_begin() TO kasane_owner;


REVOKE ALL ON FUNCTION public.imports_end(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.imports_end(wanted uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.imports_end(wanted uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.imports_forget() FROM PUBLIC;
GRANT ALL ON FUNCTION public.imports_forget() TO kasane_app;
GRANT ALL ON FUNCTION public.imports_forget() TO kasane_owner;


REVOKE ALL ON FUNCTION public.imports_is_open(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.imports_is_open(wanted uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.imports_is_open(wanted uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.imports_touched(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.imports_touched(wanted uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.imports_touched(wanted uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.imports_undo(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.imports_undo(wanted uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.imports_undo(wanted uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.intake_bring_door_messages(centre uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.intake_bring_door_messages(centre uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.intake_calls_elsewhere(wanted_case uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.intake_calls_elsewhere(wanted_case uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.intake_calls_elsewhere(wanted_case uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.intake_counts_of_case(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.intake_counts_of_case(wanted uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.intake_desk_counts(since date, until date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.intake_desk_counts(since date, until date) TO kasane_app;
GRANT ALL ON FUNCTION public.intake_desk_counts(since date, until date) TO kasane_owner;


REVOKE ALL ON FUNCTION public.intake_desk_overdue(late_before date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.intake_desk_overdue(late_before date) TO kasane_app;
GRANT ALL ON FUNCTION public.intake_desk_overdue(late_before date) TO kasane_owner;


REVOKE ALL ON FUNCTION public.intake_door_admits(wanted_sender text, most_of_one integer, most_of_all integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.intake_door_admits(wanted_sender text, most_of_one integer, most_of_all integer) TO kasane_app;
GRANT ALL ON FUNCTION public.intake_door_admits(wanted_sender text, most_of_one integer, most_of_all integer) TO kasane_owner;


REVOKE ALL ON FUNCTION public.intake_drop_door_drafts(before date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.intake_drop_door_drafts(before date) TO kasane_owner;


REVOKE ALL ON FUNCTION public.intake_drop_emptied_drafts() FROM PUBLIC;
GRANT ALL ON FUNCTION public.intake_drop_emptied_drafts() TO kasane_owner;


REVOKE ALL ON FUNCTION public.intake_empty_door_messages(before date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.intake_empty_door_messages(before date) TO kasane_owner;


REVOKE ALL ON FUNCTION public.intake_forget_desk(calls_before date, reports_before date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.intake_forget_desk(calls_before date, reports_before date) TO kasane_owner;


REVOKE ALL ON FUNCTION public.intake_forget_undone(before date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.intake_forget_undone(before date) TO kasane_owner;


REVOKE ALL ON FUNCTION public.intake_leave_door_message(wanted jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.intake_leave_door_message(wanted jsonb) TO kasane_app;
GRANT ALL ON FUNCTION public.intake_leave_door_message(wanted jsonb) TO kasane_owner;


REVOKE ALL ON FUNCTION public.intake_pass_door_message(wanted uuid, receiver uuid, why text, seen_version integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.intake_pass_door_message(wanted uuid, receiver uuid, why text, seen_version integer) TO kasane_app;
GRANT ALL ON FUNCTION public.intake_pass_door_message(wanted uuid, receiver uuid, why text, seen_version integer) TO kasane_owner;


REVOKE ALL ON FUNCTION public.intake_past_counts(first_year integer, last_year integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.intake_past_counts(first_year integer, last_year integer) TO kasane_app;
GRANT ALL ON FUNCTION public.intake_past_counts(first_year integer, last_year integer) TO kasane_owner;


REVOKE ALL ON FUNCTION public.intake_read_door_message(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.intake_read_door_message(wanted uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.intake_read_door_message(wanted uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.intake_record_call() FROM PUBLIC;
GRANT ALL ON FUNCTION public.intake_record_call() TO kasane_app;
GRANT ALL ON FUNCTION public.intake_record_call() TO kasane_owner;


REVOKE ALL ON FUNCTION public.intake_record_door() FROM PUBLIC;
GRANT ALL ON FUNCTION public.intake_record_door() TO kasane_app;
GRANT ALL ON FUNCTION public.intake_record_door() TO kasane_owner;


REVOKE ALL ON FUNCTION public.intake_step_on_hop(wanted uuid, new_step uuid, new_comment uuid, new_task uuid, done text, why text[], words text, until date, task_words text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.intake_step_on_hop(wanted uuid, new_step uuid, new_comment uuid, new_task uuid, done text, why text[], words text, until date, task_words text) TO kasane_app;
GRANT ALL ON FUNCTION public.intake_step_on_hop(wanted uuid, new_step uuid, new_comment uuid, new_task uuid, done text, why text[], words text, until date, task_words text) TO kasane_owner;


REVOKE ALL ON FUNCTION public.intake_watched_hops(followed_within integer, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.intake_watched_hops(followed_within integer, most integer) TO kasane_app;
GRANT ALL ON FUNCTION public.intake_watched_hops(followed_within integer, most integer) TO kasane_owner;


REVOKE ALL ON FUNCTION public.kasane_coordinates() FROM PUBLIC;
GRANT ALL ON FUNCTION public.kasane_coordinates() TO kasane_app;
GRANT ALL ON FUNCTION public.kasane_coordinates() TO kasane_owner;


REVOKE ALL ON FUNCTION public.kasane_manages() FROM PUBLIC;
GRANT ALL ON FUNCTION public.kasane_manages() TO kasane_app;
GRANT ALL ON FUNCTION public.kasane_manages() TO kasane_owner;


REVOKE ALL ON FUNCTION public.kasane_oversees(deciding boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kasane_oversees(deciding boolean) TO kasane_app;
GRANT ALL ON FUNCTION public.kasane_oversees(deciding boolean) TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_after_disposal(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_after_disposal(wanted uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_agree_handover(handover uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_agree_handover(handover uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.people_agree_handover(handover uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_agrees_to_handover(wanted_case uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_agrees_to_handover(wanted_case uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.people_agrees_to_handover(wanted_case uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_contradictions(pair uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_contradictions(pair uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.people_contradictions(pair uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_counts_of_case(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_counts_of_case(wanted uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_decide(pair uuid, decision text, words text, seen timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_decide(pair uuid, decision text, words text, seen timestamp with time zone) TO kasane_app;
GRANT ALL ON FUNCTION public.people_decide(pair uuid, decision text, words text, seen timestamp with time zone) TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_end_words(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_end_words(wanted uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.people_end_words(wanted uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_find(words jsonb, most integer, few integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_find(words jsonb, most integer, few integer) TO kasane_app;
GRANT ALL ON FUNCTION public.people_find(words jsonb, most integer, few integer) TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_hide(cases uuid[], words text, OUT hidden text, OUT persons uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_hide(cases uuid[], words text, OUT hidden text, OUT persons uuid[]) TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_hide_case(wanted uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_hide_case(wanted uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_hide_json(cases uuid[], value jsonb, OUT hidden jsonb, OUT persons uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_hide_json(cases uuid[], value jsonb, OUT hidden jsonb, OUT persons uuid[]) TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_hide_row() FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_hide_row() TO kasane_app;
GRANT ALL ON FUNCTION public.people_hide_row() TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_hiding_tables() FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_hiding_tables() TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_keep_passage(table_name text, row_id uuid, column_name text, original text, masked text, persons uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_keep_passage(table_name text, row_id uuid, column_name text, original text, masked text, persons uuid[]) TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_likely(typed jsonb, blocks text[], not_case uuid, least_weight double precision, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_likely(typed jsonb, blocks text[], not_case uuid, least_weight double precision, most integer) TO kasane_app;
GRANT ALL ON FUNCTION public.people_likely(typed jsonb, blocks text[], not_case uuid, least_weight double precision, most integer) TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_masked_change(wanted_case uuid, subject text, change jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_masked_change(wanted_case uuid, subject text, change jsonb) TO kasane_owner;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_matchkey TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_matchkey TO kasane_definer;


REVOKE ALL ON FUNCTION public.people_match_keys() FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_match_keys() TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_named_for(wanted uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_named_for(wanted uuid[]) TO kasane_app;
GRANT ALL ON FUNCTION public.people_named_for(wanted uuid[]) TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_own(most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_own(most integer) TO kasane_app;
GRANT ALL ON FUNCTION public.people_own(most integer) TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_own_below(below uuid, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_own_below(below uuid, most integer) TO kasane_app;
GRANT ALL ON FUNCTION public.people_own_below(below uuid, most integer) TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_pairs(wanted_state text, wanted uuid, below_weight double precision, below uuid, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_pairs(wanted_state text, wanted uuid, below_weight double precision, below uuid, most integer) TO kasane_app;
GRANT ALL ON FUNCTION public.people_pairs(wanted_state text, wanted uuid, below_weight double precision, below uuid, most integer) TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_pairs_waiting() FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_pairs_waiting() TO kasane_app;
GRANT ALL ON FUNCTION public.people_pairs_waiting() TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_pattern_counts(wanted_year integer, smallest integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_pattern_counts(wanted_year integer, smallest integer) TO kasane_app;
GRANT ALL ON FUNCTION public.people_pattern_counts(wanted_year integer, smallest integer) TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_pattern_state() FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_pattern_state() TO kasane_app;
GRANT ALL ON FUNCTION public.people_pattern_state() TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_propose(wanted uuid, least_weight double precision) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_propose(wanted uuid, least_weight double precision) TO kasane_app;
GRANT ALL ON FUNCTION public.people_propose(wanted uuid, least_weight double precision) TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_propose_batch(pairs jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_propose_batch(pairs jsonb) TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_propose_handover(contact uuid, staff uuid[], reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_propose_handover(contact uuid, staff uuid[], reason text) TO kasane_app;
GRANT ALL ON FUNCTION public.people_propose_handover(contact uuid, staff uuid[], reason text) TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_propose_pair(one uuid, other uuid, words text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_propose_pair(one uuid, other uuid, words text) TO kasane_app;
GRANT ALL ON FUNCTION public.people_propose_pair(one uuid, other uuid, words text) TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_protect_same(wanted uuid, place_blocks integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_protect_same(wanted uuid, place_blocks integer[]) TO kasane_app;
GRANT ALL ON FUNCTION public.people_protect_same(wanted uuid, place_blocks integer[]) TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_set_words(wanted uuid, words jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_set_words(wanted uuid, words jsonb) TO kasane_app;
GRANT ALL ON FUNCTION public.people_set_words(wanted uuid, words jsonb) TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_successors(contact uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_successors(contact uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.people_successors(contact uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_tell_of_guess(persons uuid[], table_name text, row_id text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_tell_of_guess(persons uuid[], table_name text, row_id text) TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_unattended(only_contact uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_unattended(only_contact uuid) TO kasane_app;
GRANT ALL ON FUNCTION public.people_unattended(only_contact uuid) TO kasane_owner;


REVOKE ALL ON FUNCTION public.people_who_can_look_after(wanted_case uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_who_can_look_after(wanted_case uuid) TO kasane_owner;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailaddress TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailaddress TO kasane_definer;


GRANT SELECT,USAGE ON SEQUENCE public.account_emailaddress_id_seq TO kasane_app;
GRANT SELECT,USAGE ON SEQUENCE public.account_emailaddress_id_seq TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailconfirmation TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailconfirmation TO kasane_definer;


GRANT SELECT,USAGE ON SEQUENCE public.account_emailconfirmation_id_seq TO kasane_app;
GRANT SELECT,USAGE ON SEQUENCE public.account_emailconfirmation_id_seq TO kasane_definer;


GRANT SELECT,INSERT ON TABLE public.agencies_accountchange TO kasane_app;
GRANT SELECT,INSERT ON TABLE public.agencies_accountchange TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_agency TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_agency TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_agency_areas TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_agency_areas TO kasane_definer;


GRANT SELECT,USAGE ON SEQUENCE public.agencies_agency_areas_id_seq TO kasane_app;
GRANT SELECT,USAGE ON SEQUENCE public.agencies_agency_areas_id_seq TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_area TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_area TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_contract TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_contract TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_delivery TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_delivery TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_delivery_areas TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_delivery_areas TO kasane_definer;


GRANT SELECT,USAGE ON SEQUENCE public.agencies_delivery_areas_id_seq TO kasane_app;
GRANT SELECT,USAGE ON SEQUENCE public.agencies_delivery_areas_id_seq TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_deliveryagency TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_deliveryagency TO kasane_definer;


GRANT SELECT,USAGE ON SEQUENCE public.agencies_deliveryagency_id_seq TO kasane_app;
GRANT SELECT,USAGE ON SEQUENCE public.agencies_deliveryagency_id_seq TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_deliverydivision TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_deliverydivision TO kasane_definer;


GRANT SELECT,USAGE ON SEQUENCE public.agencies_deliverydivision_id_seq TO kasane_app;
GRANT SELECT,USAGE ON SEQUENCE public.agencies_deliverydivision_id_seq TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_municipality TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_municipality TO kasane_definer;


GRANT SELECT,USAGE ON SEQUENCE public.agencies_municipality_id_seq TO kasane_app;
GRANT SELECT,USAGE ON SEQUENCE public.agencies_municipality_id_seq TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_outgoingmail TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_outgoingmail TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_post TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_post TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_site TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_site TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_site_areas TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_site_areas TO kasane_definer;


GRANT SELECT,USAGE ON SEQUENCE public.agencies_site_areas_id_seq TO kasane_app;
GRANT SELECT,USAGE ON SEQUENCE public.agencies_site_areas_id_seq TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_site_deliveries TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_site_deliveries TO kasane_definer;


GRANT SELECT,USAGE ON SEQUENCE public.agencies_site_deliveries_id_seq TO kasane_app;
GRANT SELECT,USAGE ON SEQUENCE public.agencies_site_deliveries_id_seq TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_training TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_training TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_user TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_user TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_user_groups TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_user_groups TO kasane_definer;


GRANT SELECT,USAGE ON SEQUENCE public.agencies_user_groups_id_seq TO kasane_app;
GRANT SELECT,USAGE ON SEQUENCE public.agencies_user_groups_id_seq TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_user_user_permissions TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agencies_user_user_permissions TO kasane_definer;


GRANT SELECT,USAGE ON SEQUENCE public.agencies_user_user_permissions_id_seq TO kasane_app;
GRANT SELECT,USAGE ON SEQUENCE public.agencies_user_user_permissions_id_seq TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group TO kasane_definer;


GRANT SELECT,USAGE ON SEQUENCE public.auth_group_id_seq TO kasane_app;
GRANT SELECT,USAGE ON SEQUENCE public.auth_group_id_seq TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group_permissions TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group_permissions TO kasane_definer;


GRANT SELECT,USAGE ON SEQUENCE public.auth_group_permissions_id_seq TO kasane_app;
GRANT SELECT,USAGE ON SEQUENCE public.auth_group_permissions_id_seq TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_permission TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_permission TO kasane_definer;


GRANT SELECT,USAGE ON SEQUENCE public.auth_permission_id_seq TO kasane_app;
GRANT SELECT,USAGE ON SEQUENCE public.auth_permission_id_seq TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.base_counter TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.base_counter TO kasane_definer;


GRANT SELECT,USAGE ON SEQUENCE public.base_counter_id_seq TO kasane_app;
GRANT SELECT,USAGE ON SEQUENCE public.base_counter_id_seq TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_alarmstep TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_alarmstep TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_alarmtold TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_alarmtold TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_case TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_case TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_draft TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_draft TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_event TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_event TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_holding TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_holding TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_phrase TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_phrase TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_supportrecord TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_supportrecord TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_task TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_task TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_telling TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_telling TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_agendaitem TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_agendaitem TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_body TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_body TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_bodyrhythm TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_bodyrhythm TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_calendarfeed TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_calendarfeed TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_datepoll TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_datepoll TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_meeting TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_meeting TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_meetingdecision TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_meetingdecision TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_member TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_member TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_minutescheck TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_minutescheck TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_pollanswer TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_pollanswer TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_pollday TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_pollday TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_pollseat TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_pollseat TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_sheetcopy TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_sheetcopy TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_shortage TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_shortage TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_talk TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_talk TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_talkline TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.conferences_talkline TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_application TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_application TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_approval TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_approval TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_approvalstep TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_approvalstep TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_assessment TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_assessment TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_assessmentpart TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_assessmentpart TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_conferencejudgement TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_conferencejudgement TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_connectedness TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_connectedness TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_decision TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_decision TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_drawnsignature TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_drawnsignature TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_evaluation TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_evaluation TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_followup TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_followup TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_goalresult TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_goalresult TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_informationanswer TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_informationanswer TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_informationreply TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_informationreply TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_informationrequest TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_informationrequest TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_itemdecision TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_itemdecision TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_menujudgement TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_menujudgement TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_menuplan TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_menuplan TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_monitoring TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_monitoring TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_monitoringitem TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_monitoringitem TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_personissue TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_personissue TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_plan TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_plan TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_plangoal TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_plangoal TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_planitem TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_planitem TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_progressreport TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_progressreport TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_studyinvitation TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_studyinvitation TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_studyseat TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_studyseat TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_studysession TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coordination_studysession TO kasane_definer;


GRANT SELECT,INSERT,UPDATE ON TABLE public.disclosure_consent TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.disclosure_consent TO kasane_definer;


GRANT SELECT ON TABLE public.disclosure_disposal TO kasane_app;
GRANT SELECT,INSERT ON TABLE public.disclosure_disposal TO kasane_definer;


GRANT SELECT,INSERT,UPDATE ON TABLE public.disclosure_disposalbatch TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.disclosure_disposalbatch TO kasane_definer;


GRANT SELECT,INSERT ON TABLE public.disclosure_disposalitem TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.disclosure_disposalitem TO kasane_definer;


GRANT SELECT,INSERT,UPDATE ON TABLE public.disclosure_evidence TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.disclosure_evidence TO kasane_definer;


GRANT SELECT,USAGE ON SEQUENCE public.disclosure_grant_id_seq TO kasane_app;
GRANT SELECT,USAGE ON SEQUENCE public.disclosure_grant_id_seq TO kasane_definer;


GRANT SELECT,USAGE ON SEQUENCE public.disclosure_logentry_id_seq TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.disclosure_oversightcheck TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.disclosure_oversightcheck TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.disclosure_pastcount TO kasane_definer;


GRANT SELECT,USAGE ON SEQUENCE public.disclosure_pastcount_id_seq TO kasane_definer;


GRANT SELECT,INSERT,UPDATE ON TABLE public.disclosure_retentionhold TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.disclosure_retentionhold TO kasane_definer;


GRANT SELECT,INSERT ON TABLE public.disclosure_seal TO kasane_definer;


GRANT SELECT,USAGE ON SEQUENCE public.disclosure_seal_id_seq TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_content_type TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_content_type TO kasane_definer;


GRANT SELECT,USAGE ON SEQUENCE public.django_content_type_id_seq TO kasane_app;
GRANT SELECT,USAGE ON SEQUENCE public.django_content_type_id_seq TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_migrations TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_migrations TO kasane_definer;


GRANT SELECT,USAGE ON SEQUENCE public.django_migrations_id_seq TO kasane_app;
GRANT SELECT,USAGE ON SEQUENCE public.django_migrations_id_seq TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_session TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_session TO kasane_definer;


GRANT SELECT,INSERT ON TABLE public.imports_import TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.imports_import TO kasane_definer;


GRANT SELECT,INSERT,DELETE ON TABLE public.imports_importedrow TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.imports_importedrow TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.imports_mapping TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.imports_mapping TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.imports_skippedrows TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.imports_skippedrows TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.imports_upload TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.imports_upload TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.imports_uploadedsheet TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.imports_uploadedsheet TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_deskactivity TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_deskactivity TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_doorcount TO kasane_definer;


GRANT SELECT,USAGE ON SEQUENCE public.intake_doorcount_id_seq TO kasane_definer;


GRANT SELECT ON TABLE public.intake_doormessage TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_doormessage TO kasane_definer;


GRANT UPDATE(version) ON TABLE public.intake_doormessage TO kasane_app;


GRANT UPDATE(updated_at) ON TABLE public.intake_doormessage TO kasane_app;


GRANT UPDATE(result) ON TABLE public.intake_doormessage TO kasane_app;


GRANT UPDATE(result_note) ON TABLE public.intake_doormessage TO kasane_app;


GRANT UPDATE(ended_on) ON TABLE public.intake_doormessage TO kasane_app;


GRANT UPDATE(ended_by_id) ON TABLE public.intake_doormessage TO kasane_app;


GRANT SELECT,INSERT ON TABLE public.intake_doorstep TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_doorstep TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_extraanswer TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_extraanswer TO kasane_definer;


GRANT SELECT ON TABLE public.intake_hopstep TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_hopstep TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_housingbenefit TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_housingbenefit TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_housingtalk TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_housingtalk TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_housingterm TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_housingterm TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_informationgiven TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_informationgiven TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_maternityentry TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_maternityentry TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_maternityneed TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_maternityneed TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_maternitytalk TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_maternitytalk TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_outpostday TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_outpostday TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_outpostreception TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_outpostreception TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_phonecall TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_phonecall TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_prefecturehandover TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_prefecturehandover TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_reception TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_reception TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_referral TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_referral TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_referralcomment TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_referralcomment TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_referralvisit TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_referralvisit TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_rightsroute TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_rightsroute TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_rightsstep TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_rightsstep TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_shortconsultation TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_shortconsultation TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_supportplan TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_supportplan TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_supportplanitem TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_supportplanitem TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_volunteerreport TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.intake_volunteerreport TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mfa_authenticator TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mfa_authenticator TO kasane_definer;


GRANT SELECT,USAGE ON SEQUENCE public.mfa_authenticator_id_seq TO kasane_app;
GRANT SELECT,USAGE ON SEQUENCE public.mfa_authenticator_id_seq TO kasane_definer;


GRANT SELECT ON TABLE public.people_pair TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_pair TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_pattern TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_pattern TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_person TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_person TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_personkey TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_personkey TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_personstate TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_personstate TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_protectedcontact TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_protectedcontact TO kasane_definer;


GRANT SELECT ON TABLE public.people_protectedpassage TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_protectedpassage TO kasane_definer;


GRANT SELECT,USAGE ON SEQUENCE public.people_protectedpassage_id_seq TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_protectedword TO kasane_definer;


GRANT SELECT,USAGE ON SEQUENCE public.people_protectedword_id_seq TO kasane_definer;


GRANT SELECT ON TABLE public.people_protectionhandover TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_protectionhandover TO kasane_definer;


GRANT SELECT ON TABLE public.people_sameperson TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_sameperson TO kasane_definer;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_tie TO kasane_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_tie TO kasane_definer;


GRANT SELECT,INSERT,DELETE ON TABLE public.portal_heldcounts TO kasane_definer;


GRANT SELECT,USAGE ON SEQUENCE public.portal_heldcounts_id_seq TO kasane_definer;


GRANT SELECT ON TABLE public.portal_publishedcounts TO kasane_app;
GRANT SELECT,INSERT,DELETE ON TABLE public.portal_publishedcounts TO kasane_definer;


ALTER DEFAULT PRIVILEGES FOR ROLE kasane_owner IN SCHEMA public GRANT SELECT,USAGE ON SEQUENCES TO kasane_app;
ALTER DEFAULT PRIVILEGES FOR ROLE kasane_owner IN SCHEMA public GRANT SELECT,USAGE ON SEQUENCES TO kasane_definer;


ALTER DEFAULT PRIVILEGES FOR ROLE kasane_owner IN SCHEMA public GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES TO kasane_app;
ALTER DEFAULT PRIVILEGES FOR ROLE kasane_owner IN SCHEMA public GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES TO kasane_definer;


