-- 緊急の知らせ (R-INT-09, R-DIS-05): all that is written about an alarm is written here, so that no hand can close it silently.
-- Whose officers receive urgent alarms in an agency: those marked so; else managers, deciders and coordinators; else everybody.
-- The same as `rules.officers_of`.
CREATE FUNCTION cases_is_urgent_officer(person uuid, office uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH ranked AS (
        SELECT p.user_id, CASE WHEN p.is_urgent_officer THEN 1 WHEN p.role IN ('decider', 'manager', 'coordinator') THEN 2
                               ELSE 3 END AS rank
        FROM agencies_post p JOIN agencies_agency a ON a.id = p.agency_id JOIN agencies_user u ON u.id = p.user_id
        WHERE p.agency_id = office AND a.is_active AND a.kind <> 'resident' AND u.is_active AND p.role <> 'administrator'
          AND p.starts_on <= kasane_today() AND (p.ends_on IS NULL OR p.ends_on >= kasane_today()))
    SELECT EXISTS (SELECT 1 FROM ranked r WHERE r.user_id = person AND r.rank = (SELECT min(rank) FROM ranked))
$$;

-- Whether the viewer is one of the told, for the agency they were told for and with a present post there.
CREATE FUNCTION cases_is_told(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT 1 FROM cases_alarmtold t JOIN agencies_post p ON p.user_id = t.user_id AND p.agency_id = t.agency_id
        WHERE t.alarm_id = wanted AND t.user_id = kasane_user() AND t.agency_id = kasane_agency() AND p.role <> 'administrator'
          AND p.starts_on <= kasane_today() AND (p.ends_on IS NULL OR p.ends_on >= kasane_today()))
$$;

-- Whether the viewer may know that there is an alarm, without the case: the told; coordinators; managers and deciders of the
-- municipality once nobody had acknowledged it in time, or as long as 安全確認 is late. For a month after its end. Who answered
-- or raised it for another agency of theirs hears it there alone.
CREATE FUNCTION cases_hears_alarm(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
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

-- Whether the viewer may read what was seen, where the person is and what was done: the told, who have the statutory exception,
-- until a month after its end; and whoever sees the case. Who hears it otherwise reads it by taking it.
CREATE FUNCTION cases_sees_alarm(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT 1 FROM cases_alarm a WHERE a.id = wanted AND (
            (a.ended_at IS NULL OR a.ended_at > now() - interval '30 days') AND cases_is_told(a.id)
            OR (a.kinds & ~COALESCE((SELECT bit_or(g.kinds) FROM disclosure_grant g
                                     WHERE g.case_id = a.case_id AND g.valid @> kasane_today()
                                       AND (g.agency_id = kasane_agency() OR g.user_id = kasane_user()))::int, 0)) < 1))
$$;

-- The post the viewer acts for: sees cases, at an agency of the town's own people.
CREATE FUNCTION cases_acts_on_alarms() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT 1 FROM agencies_post p JOIN agencies_agency a ON a.id = p.agency_id
        WHERE p.user_id = kasane_user() AND p.agency_id = kasane_agency() AND p.role <> 'administrator'
          AND a.is_active AND a.kind <> 'resident'
          AND p.starts_on <= kasane_today() AND (p.ends_on IS NULL OR p.ends_on >= kasane_today()))
$$;

-- Opens the case of an alarm to one person for some days, as the urgent door does: never tax information, to be looked at
-- afterwards. No law of its own speaks of aged people and their employers: there life and body are the ground. NULL for who
-- sees all of that already. For the functions below alone.
CREATE FUNCTION cases_alarm_opens(a cases_alarm, person uuid, office uuid, days integer) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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

-- A step on the course of the case, as `cases.actions.add_event` writes it. For the functions below alone.
CREATE FUNCTION cases_alarm_event(a cases_alarm, step text, words text, more text) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO cases_event (id, created_at, case_id, kinds, at, code, title, body, agency_id, by_id, subject, subject_id)
    VALUES (uuidv7(), clock_timestamp(), a.case_id, a.kinds, clock_timestamp(), step, words, more, kasane_agency(),
            kasane_user(), 'alarm', a.id)
$$;

CREATE FUNCTION cases_raise_alarm(wanted_case uuid, of_danger text, by_whom text, by_law text, seen text, whereabouts text, already text,
                                  officers jsonb, ack_minutes integer, safety_hours integer, days integer) RETURNS uuid
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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

-- The alarm, locked, when it is open and the viewer may know of it; nobody acts on it else.
CREATE FUNCTION cases_open_alarm(wanted uuid) RETURNS cases_alarm
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    a cases_alarm;
BEGIN
    SELECT * INTO a FROM cases_alarm l WHERE l.id = wanted AND l.ended_at IS NULL FOR UPDATE;
    IF a.id IS NULL OR NOT cases_acts_on_alarms() OR NOT (cases_sees_alarm(wanted) OR cases_hears_alarm(wanted)) THEN
        RAISE EXCEPTION 'no open alarm of yours' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN a;
END $$;

-- 受け取りました. Who was not told and hears it all the same (coordinator, manager after the time) joins by it.
CREATE FUNCTION cases_acknowledge_alarm(wanted uuid, who text, what_next text, days integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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

-- Whether the viewer works on an alarm: has acknowledged it, raised it, or works on its case.
CREATE FUNCTION cases_works_on_alarm(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT cases_is_told(wanted) AND EXISTS (
               SELECT 1 FROM cases_alarmtold t WHERE t.alarm_id = wanted AND t.user_id = kasane_user()
               AND (t.acknowledged_at IS NOT NULL OR t.standing = 'raiser'))
        OR EXISTS (SELECT 1 FROM cases_alarm a JOIN disclosure_grant g ON g.case_id = a.case_id
                   WHERE a.id = wanted AND g.writes AND g.valid @> kasane_today()
                     AND (g.agency_id = kasane_agency() OR g.user_id = kasane_user()))
$$;

-- What was done. 安全確認 is of after the alarm, to the minute, as the form writes it.
CREATE FUNCTION cases_add_alarm_step(wanted uuid, what_kind text, words text, done_at timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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

-- The case once more, for who has acknowledged an alarm that is still open when their days are over.
CREATE FUNCTION cases_look_again(wanted uuid, days integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    a cases_alarm := cases_open_alarm(wanted);
BEGIN
    UPDATE cases_alarmtold t SET exception_id = COALESCE(cases_alarm_opens(a, t.user_id, t.agency_id, days), t.exception_id)
    WHERE t.alarm_id = wanted AND t.user_id = kasane_user() AND t.acknowledged_at IS NOT NULL AND cases_is_told(wanted);
END $$;

CREATE FUNCTION cases_end_alarm(wanted uuid, result text, measures text, watching text, why text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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

CREATE FUNCTION cases_read_alarm_end(wanted uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE cases_alarmtold t SET read_end_at = clock_timestamp() FROM cases_alarm a
    WHERE t.alarm_id = wanted AND a.id = wanted AND a.ended_at IS NOT NULL AND t.user_id = kasane_user()
      AND t.agency_id = kasane_agency() AND t.read_end_at IS NULL
$$;

-- The alarms that are the viewer's concern today. `waits`: for their acknowledgement, told and not answered, or to be heard
-- and answered by nobody, or with 安全確認 late: the red count. Else: open ones they answered or raised, and ended ones whose
-- end they have not read.
CREATE FUNCTION cases_my_alarms() RETURNS TABLE (alarm_id uuid, waits boolean)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 5 SET search_path = public, pg_temp AS $$
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

-- What lists show of the alarms the viewer may know of (all of them for NULL): the danger, the case number, the agency and the
-- times. How it ended and who has it only for who reads it (`reads`); the case only for who sees it. Never what was seen.
CREATE FUNCTION cases_alarm_notices(wanted uuid[])
    RETURNS TABLE (id uuid, danger text, year smallint, number integer, case_id uuid, agency text, raised_at timestamptz,
                   ack_until timestamptz, acknowledged_at timestamptz, safety_due timestamptz, safety_at timestamptz,
                   ended_at timestamptz, reads boolean, finding text, taken_by text, actor_words text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT a.id, a.danger, c.year, c.number, CASE WHEN disclosure_sees(c.id) THEN c.id END, o.name, a.raised_at, a.ack_until,
           a.acknowledged_at, a.safety_due, a.safety_at, a.ended_at, k.reads, CASE WHEN k.reads THEN a.finding ELSE '' END,
           CASE WHEN k.reads THEN COALESCE(f.name, '') ELSE '' END, CASE WHEN k.reads THEN COALESCE(f.actor_words, '') ELSE '' END
    FROM cases_alarm a JOIN cases_case c ON c.id = a.case_id JOIN agencies_agency o ON o.id = a.raised_agency_id
    CROSS JOIN LATERAL (SELECT cases_sees_alarm(a.id) AS reads) k
    LEFT JOIN LATERAL (SELECT u.name, t.actor_words FROM cases_alarmtold t JOIN agencies_user u ON u.id = t.user_id
                       WHERE t.alarm_id = a.id AND t.acknowledged_at IS NOT NULL ORDER BY t.acknowledged_at LIMIT 1) f ON true
    WHERE (wanted IS NULL OR a.id = ANY(wanted)) AND (k.reads OR cases_hears_alarm(a.id))
$$;

-- Whether an exception came with an alarm (an open one), which has screens of its own: also for those who look at it afterwards
-- and do not read the alarm.
CREATE FUNCTION cases_came_with_alarm(exception uuid, open_only boolean) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT kasane_user() IS NOT NULL AND EXISTS (
        SELECT 1 FROM cases_alarmtold t JOIN cases_alarm a ON a.id = t.alarm_id
        WHERE t.exception_id = exception AND (NOT open_only OR a.ended_at IS NULL))
$$;

-- One alarm is opened, to be read or as a notice: written to the log of its case.
CREATE FUNCTION cases_log_alarm(wanted uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO disclosure_logentry (at, user_id, agency_id, case_id, act, subject, row_id, basis)
    SELECT clock_timestamp(), kasane_user(), kasane_agency(), a.case_id, 'read', '緊急の知らせ', a.id::text,
           COALESCE((SELECT string_agg(DISTINCT g.basis, ',' ORDER BY g.basis) FROM disclosure_grant g
                     WHERE g.case_id = a.case_id AND g.valid @> kasane_today()
                       AND (g.agency_id = kasane_agency() OR g.user_id = kasane_user())), 'urgent')
    FROM cases_alarm a WHERE a.id = wanted AND (cases_sees_alarm(a.id) OR cases_hears_alarm(a.id))
$$;

-- The open alarms of a case, for who sees the case: what closing it asks. The id only for who may read the alarm.
CREATE FUNCTION cases_alarms_open_on(wanted_case uuid) RETURNS TABLE (alarm_id uuid, danger text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN cases_sees_alarm(a.id) THEN a.id END, a.danger FROM cases_alarm a
    WHERE a.case_id = wanted_case AND a.ended_at IS NULL AND disclosure_sees(wanted_case) ORDER BY a.raised_at
$$;

-- No case is closed, and no alarm taken out, while it is open: whatever the way.
CREATE FUNCTION cases_alarm_holds_case() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM cases_alarm a WHERE a.case_id = NEW.id AND a.ended_at IS NULL) THEN
        RAISE EXCEPTION 'an alarm of this case is open (R-INT-09)' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER alarm_holds BEFORE UPDATE OF stage ON cases_case
    FOR EACH ROW WHEN (NEW.stage = 'closed' AND OLD.stage <> 'closed') EXECUTE FUNCTION cases_alarm_holds_case();
CREATE FUNCTION cases_alarm_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.ended_at IS NULL THEN
        RAISE EXCEPTION 'the alarm is open (R-INT-09)' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER alarm_stays BEFORE DELETE ON cases_alarm FOR EACH ROW EXECUTE FUNCTION cases_alarm_stays();

-- What the yearly figures need of the alarms of a case that is disposed of (R-DIS-07).
CREATE FUNCTION cases_alarm_counts_of_case(wanted uuid)
    RETURNS TABLE (measure text, year integer, agency_id uuid, area_id uuid, value text, n bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT 'alarm', extract(year FROM (a.raised_at AT TIME ZONE 'Asia/Tokyo') - interval '3 months')::integer,
           a.raised_agency_id, NULL::uuid, a.danger || ':' || a.finding, count(*)
    FROM cases_alarm a WHERE a.case_id = wanted GROUP BY 2, 3, 5
$$;

SELECT disclosure_give_to_definer('cases_is_urgent_officer(uuid, uuid)', 'cases_is_told(uuid)', 'cases_hears_alarm(uuid)',
        'cases_sees_alarm(uuid)',
        'cases_acts_on_alarms()', 'cases_alarm_opens(cases_alarm, uuid, uuid, integer)',
        'cases_alarm_event(cases_alarm, text, text, text)',
        'cases_raise_alarm(uuid, text, text, text, text, text, text, jsonb, integer, integer, integer)', 'cases_open_alarm(uuid)',
        'cases_acknowledge_alarm(uuid, text, text, integer)', 'cases_works_on_alarm(uuid)',
        'cases_add_alarm_step(uuid, text, text, timestamptz)', 'cases_look_again(uuid, integer)',
        'cases_end_alarm(uuid, text, text, text, text)', 'cases_read_alarm_end(uuid)', 'cases_my_alarms()',
        'cases_alarm_notices(uuid[])', 'cases_came_with_alarm(uuid, boolean)', 'cases_log_alarm(uuid)', 'cases_alarms_open_on(uuid)', 'cases_alarm_holds_case()',
        'cases_alarm_counts_of_case(uuid)');
SET LOCAL ROLE kasane_definer;
REVOKE EXECUTE ON FUNCTION cases_alarm_opens(cases_alarm, uuid, uuid, integer), cases_alarm_event(cases_alarm, text, text, text),
        cases_open_alarm(uuid), cases_alarm_counts_of_case(uuid) FROM kasane_app;
RESET ROLE;
