-- 情報提供依頼 (R-COOR-03): the asked agency sees the request and its own answer while the person shares with it, and
-- nothing else of the case (R-DIS-01, R-DIS-04).

-- The kinds of data the person lets an agency know that day, for 支援提供・関係機関との連絡調整 (16): what
-- disclosure.rules.consent_in_force says, 0 for nothing. For the functions below alone.
CREATE FUNCTION coordination_shared_kinds(wanted_case uuid, with_agency uuid) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
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

-- The same for the viewer's agency, in a case in which it was asked; 0 elsewhere, and for residents (R-DIS-10).
CREATE FUNCTION coordination_shared_with_us(wanted_case uuid) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN kasane_user() IS NOT NULL AND EXISTS (
        SELECT 1 FROM coordination_informationrequest r JOIN agencies_agency a ON a.id = r.receiver_id
        WHERE r.case_id = wanted_case AND r.receiver_id = kasane_agency() AND a.kind <> 'resident')
    THEN coordination_shared_kinds(wanted_case, kasane_agency()) ELSE 0 END
$$;

-- Whether the viewer's agency was asked by this request and may still know of it; `for_kinds`: and may tell of these.
CREATE FUNCTION coordination_is_asked(wanted uuid, for_kinds integer) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT 1 FROM coordination_informationrequest r
        WHERE r.id = wanted AND r.receiver_id = kasane_agency()
          AND (r.kinds | for_kinds) & ~coordination_shared_with_us(r.case_id) = 0)
$$;

-- What the asked agency may write: only what it was asked, while it is asked, of what the person shares.
CREATE FUNCTION coordination_may_tell(wanted uuid, of_case uuid, of_section text, of_kinds integer) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coordination_is_asked(wanted, of_kinds) AND EXISTS (
        SELECT 1 FROM coordination_informationrequest r
        WHERE r.id = wanted AND r.case_id = of_case AND r.closed_on IS NULL
          AND (of_section = '' OR of_section = ANY(r.sections) OR of_section = r.question_section))
$$;

-- Whoever opens a request from outside the case is in its log, on the ground of the consent (R-DIS-08).
CREATE FUNCTION coordination_log_asked(wanted uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO disclosure_logentry (at, user_id, agency_id, case_id, act, subject, row_id, basis)
    SELECT clock_timestamp(), kasane_user(), kasane_agency(), r.case_id, 'read', '情報提供依頼', r.id::text, 'consent'
    FROM coordination_informationrequest r WHERE r.id = wanted AND coordination_is_asked(wanted, 0)
$$;

-- A consent taken back, refused or narrowed closes the requests it carried that nobody has answered yet.
CREATE FUNCTION coordination_close_requests() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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

SELECT disclosure_give_to_definer('coordination_shared_kinds(uuid, uuid)', 'coordination_shared_with_us(uuid)',
        'coordination_is_asked(uuid, integer)', 'coordination_may_tell(uuid, uuid, text, integer)',
        'coordination_log_asked(uuid)', 'coordination_close_requests()');
SET LOCAL ROLE kasane_definer;
REVOKE EXECUTE ON FUNCTION coordination_shared_kinds(uuid, uuid), coordination_close_requests() FROM kasane_app;
RESET ROLE;

CREATE TRIGGER close_requests AFTER INSERT OR UPDATE ON disclosure_consent
    FOR EACH ROW EXECUTE FUNCTION coordination_close_requests();

-- Beside those who see the case: the asked agency.
CREATE POLICY asked_sees ON coordination_informationrequest FOR SELECT TO kasane_app
    USING (receiver_id = (SELECT kasane_agency()) AND (kinds & ~coordination_shared_with_us(case_id)) < 1);
CREATE POLICY asked_sees ON coordination_informationreply FOR SELECT TO kasane_app
    USING (agency_id = (SELECT kasane_agency()) AND coordination_is_asked(request_id, kinds));
CREATE POLICY asked_adds ON coordination_informationreply FOR INSERT TO kasane_app
    WITH CHECK (agency_id = (SELECT kasane_agency()) AND author_id = (SELECT kasane_user())
                AND coordination_may_tell(request_id, case_id, '', kinds));
CREATE POLICY asked_sees ON coordination_informationanswer FOR SELECT TO kasane_app
    USING (coordination_is_asked(request_id, kinds));
CREATE POLICY asked_adds ON coordination_informationanswer FOR INSERT TO kasane_app
    WITH CHECK (taken_on IS NULL AND coordination_may_tell(request_id, case_id, section, kinds));
