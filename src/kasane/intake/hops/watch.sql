-- つなぎ that may stand still, for coordinators: numbers, agencies and days; no name, no word of the sheet (R-INT-05).
-- All hops of each case that has an unfinished one, so that the rules (intake/hops/alerts.py) can judge its whole way.
-- `followed_within` is the town's usual follow-up, for sheets without a day of their own.
CREATE FUNCTION intake_watched_hops(followed_within integer, most integer)
    RETURNS TABLE (referral_id uuid, year smallint, number integer, seen boolean, kind text, state text, group_id uuid,
                   sender text, sender_phone text, receiver text, receiver_phone text, is_urgent boolean, sent_on date,
                   answered_on date, follow_up_on date, followed_up_on date, withdrawn_on date, steps integer,
                   step_act text, step_note text, step_by text, step_on date, quiet_until date, quiet_reasons text[])
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
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

-- A coordinator's step on such a つなぎ, kept with who and why. Asking for another way, or for 支援会議, is a word on the
-- sheet and something that waits at the agency that sent it; whoever asks need not see the case.
CREATE FUNCTION intake_step_on_hop(wanted uuid, new_step uuid, new_comment uuid, new_task uuid, done text, why text[],
                                   words text, until date, task_words text)
    RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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

SELECT disclosure_give_to_definer('intake_watched_hops(integer, integer)',
        'intake_step_on_hop(uuid, uuid, uuid, uuid, text, text[], text, date, text)');
REVOKE INSERT, UPDATE, DELETE ON intake_hopstep FROM kasane_app;
