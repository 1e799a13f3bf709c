-- Figures of the registers of the desks: of the viewer's own agency, and of all for who looks after the town's work
-- (coordinators, managers and deciders of the town). Numbers only. Struck lines are left out, and so are short
-- consultations that became a reception, which is counted there.
CREATE FUNCTION intake_desk_counts(since date, until date)
    RETURNS TABLE (register text, month date, agency_id uuid, facet text, value text, n bigint, minutes bigint, people bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
SELECT disclosure_give_to_definer('intake_desk_counts(date, date)');

-- Empties what the registers of the desks say of persons who became no case: calls before one day that nobody waits for,
-- reports dealt with before another. The lines stay, to be counted. For the nightly command alone.
CREATE FUNCTION intake_forget_desk(calls_before date, reports_before date) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
SELECT disclosure_give_to_definer('intake_forget_desk(date, date)');
SET LOCAL ROLE kasane_definer;
REVOKE EXECUTE ON FUNCTION intake_forget_desk(date, date) FROM kasane_app;
RESET ROLE;
