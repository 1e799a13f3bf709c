-- Who looks after disclosure in the town: coordinators, and managers and deciders of the municipality (R-DIS-05).
CREATE FUNCTION kasane_oversees(deciding boolean DEFAULT false) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT 1 FROM agencies_post p JOIN agencies_agency a ON a.id = p.agency_id
        WHERE p.user_id = kasane_user() AND p.agency_id = kasane_agency()
          AND p.starts_on <= kasane_today() AND (p.ends_on IS NULL OR p.ends_on >= kasane_today())
          AND (p.role = 'coordinator' AND NOT deciding
               OR p.role IN ('manager', 'decider') AND a.kind IN ('division', 'centre')))
$$;

-- Replaces the rights on a case by what the rules derived. Only someone who sees the case may cause it, and only from
-- evidence that stands on it; or the agency that opens the case: then the first right must be its own.
SET LOCAL ROLE kasane_definer;
CREATE OR REPLACE FUNCTION disclosure_replace_grants(wanted_case uuid, rows jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM disclosure_grant g WHERE g.case_id = wanted_case) THEN
        IF NOT disclosure_sees(wanted_case) THEN
            RAISE EXCEPTION 'no right on this case' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF EXISTS (SELECT 1 FROM jsonb_to_recordset(rows) AS r (evidence_id uuid) WHERE NOT EXISTS (
                SELECT 1 FROM disclosure_evidence e WHERE e.id = r.evidence_id AND e.case_id = wanted_case)) THEN
            RAISE EXCEPTION 'a right without evidence' USING ERRCODE = 'insufficient_privilege';
        END IF;
    ELSIF kasane_agency() IS NULL OR rows -> 0 ->> 'agency_id' IS DISTINCT FROM kasane_agency()::text THEN
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
RESET ROLE;

-- The viewer has acknowledged the duty of secrecy for what `wanted_source` (a meeting) opens: it opens now (R-DIS-02).
CREATE FUNCTION disclosure_acknowledge(wanted_source uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH mine AS (
        UPDATE disclosure_evidence e SET acknowledged_on = kasane_today()
        WHERE e.source_id = wanted_source AND e.user_id = kasane_user() AND e.acknowledged_on IS NULL
        RETURNING e.id)
    UPDATE disclosure_grant g SET valid = g.waiting * daterange(kasane_today(), NULL), waiting = NULL
    FROM mine WHERE g.evidence_id = mine.id AND g.waiting IS NOT NULL
$$;

-- The term of a contract changed: what stood on it ends or goes on with it (R-DIS-01, entrusted work). As
-- `rules.derive_grants` has it: evidence that was ended before it began opens nothing and stops no contract from being
-- changed, and every right holds 基本情報.
CREATE FUNCTION disclosure_follow_contract() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    term daterange := daterange(NEW.starts_on, NEW.ends_on + 1);
BEGIN
    DELETE FROM disclosure_grant g USING disclosure_evidence e WHERE g.evidence_id = e.id AND e.contract_id = NEW.id;
    INSERT INTO disclosure_grant (case_id, agency_id, kinds, writes, valid, basis, evidence_id, explanation)
    SELECT e.case_id, e.agency_id, e.kinds & 63 | 1, true, spans.days, 'entrusted', e.id, e.note
    FROM disclosure_evidence e
    CROSS JOIN LATERAL (SELECT CASE WHEN e.valid_until <= e.valid_from THEN 'empty'::daterange
                                    ELSE daterange(e.valid_from, e.valid_until) * term END AS days) spans
    WHERE e.contract_id = NEW.id AND e.type = 'entrusted' AND NOT isempty(spans.days);
    RETURN NULL;
END $$;
CREATE TRIGGER follow_contract AFTER UPDATE OF starts_on, ends_on ON agencies_contract
    FOR EACH ROW EXECUTE FUNCTION disclosure_follow_contract();

CREATE TRIGGER record_change AFTER INSERT OR UPDATE OR DELETE ON agencies_contract
    FOR EACH ROW EXECUTE FUNCTION disclosure_record_change('case_id');

-- How many open files an agency sees by a contract: what its end would close. A count only.
CREATE FUNCTION disclosure_cases_by_contract(wanted_contract uuid) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT count(DISTINCT e.case_id)::integer FROM disclosure_evidence e JOIN disclosure_grant g ON g.evidence_id = e.id
    WHERE e.contract_id = wanted_contract AND g.valid @> kasane_today() AND kasane_user() IS NOT NULL
$$;

-- A statutory exception: what was asked for stays as it was asked, only managers and deciders of the municipality
-- decide, and an urgent one comes through its own door alone (R-DIS-05).
CREATE FUNCTION disclosure_guard_exception() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF ROW(NEW.case_id, NEW.ground, NEW.law, NEW.reason, NEW.agency_id, NEW.user_id, NEW.kinds, NEW.valid_from,
           NEW.valid_until, NEW.requested_by_id)
       IS DISTINCT FROM ROW(OLD.case_id, OLD.ground, OLD.law, OLD.reason, OLD.agency_id, OLD.user_id, OLD.kinds,
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
CREATE TRIGGER guard BEFORE UPDATE ON disclosure_legalexception
    FOR EACH ROW EXECUTE FUNCTION disclosure_guard_exception();

-- The evidence and the right follow the row: who decides need not see the case.
CREATE FUNCTION disclosure_follow_exception() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    term daterange := CASE WHEN NEW.state IN ('approved', 'urgent')
        THEN daterange(NEW.valid_from, NEW.valid_until) * daterange(NULL, NEW.ended_on) ELSE 'empty'::daterange END;
    as_type text := CASE NEW.state WHEN 'urgent' THEN 'urgent' ELSE 'exception' END;
    words text := (CASE as_type WHEN 'urgent' THEN '緊急の閲覧' ELSE '法令に基づく例外' END);
BEGIN
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
CREATE TRIGGER follow AFTER INSERT OR UPDATE ON disclosure_legalexception
    FOR EACH ROW EXECUTE FUNCTION disclosure_follow_exception();

SELECT disclosure_give_to_definer('kasane_oversees(boolean)',
        'disclosure_acknowledge(uuid)', 'disclosure_follow_contract()', 'disclosure_cases_by_contract(uuid)',
        'disclosure_follow_exception()');
