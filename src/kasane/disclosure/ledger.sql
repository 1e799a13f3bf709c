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

-- One at a time: who derives the rights of a case waits for whoever is at it, and reads only then. Changes of contracts,
-- which touch many cases, keep everybody out for a moment.
CREATE FUNCTION disclosure_lock(wanted_case uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(106007);
    PERFORM pg_advisory_xact_lock(106006, hashtext(wanted_case::text));
END $$;

-- Whether the case itself has been written: before that its agency opens the ledger. The table comes later than this.
CREATE FUNCTION disclosure_case_stands(wanted_case uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM cases_case c WHERE c.id = wanted_case);
END $$;

-- Replaces the rights on a case by what the rules derived. Only someone who sees the case may cause it, and only rights
-- that the evidence on the case can carry: its agency or person, no kinds, days or writing beyond it, and a consent
-- that stands where one is needed. Or the agency that opens a case which is not there yet, for itself.
SET LOCAL ROLE kasane_definer;
CREATE OR REPLACE FUNCTION disclosure_replace_grants(wanted_case uuid, rows jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
RESET ROLE;

-- Evidence of own and entrusted work comes with the opening of a case, of exceptions with their row; other evidence is
-- added by whoever tells of it. Neither it nor a consent is ever taken out, or changed into something else.
REVOKE DELETE, TRUNCATE ON disclosure_evidence, disclosure_consent FROM kasane_app;
CREATE POLICY opens_or_tells ON disclosure_evidence AS RESTRICTIVE FOR INSERT TO kasane_app
    WITH CHECK (type IN ('team', 'involved', 'multi_tier', 'support_conference') OR NOT disclosure_case_stands(case_id));
CREATE FUNCTION disclosure_keep_proof() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER guard BEFORE UPDATE ON disclosure_consent FOR EACH ROW EXECUTE FUNCTION disclosure_keep_proof();
CREATE TRIGGER guard BEFORE UPDATE ON disclosure_evidence FOR EACH ROW EXECUTE FUNCTION disclosure_keep_proof();

-- The viewer has acknowledged the duty of secrecy for what `wanted_source` (a meeting) opens: it opens now (R-DIS-02).
CREATE FUNCTION disclosure_acknowledge(wanted_source uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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

-- A contract came or its term changed: what stands on the delivery it is for ends or goes on with it (R-DIS-01, entrusted
-- work), also when the next year has a contract of its own. As `rules.derive_grants` has it: evidence that was ended
-- before it began opens nothing, and every right holds 基本情報.
CREATE FUNCTION disclosure_follow_contract() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
CREATE TRIGGER follow_contract AFTER INSERT OR UPDATE OF starts_on, ends_on ON agencies_contract
    FOR EACH ROW EXECUTE FUNCTION disclosure_follow_contract();
CREATE TRIGGER record_change AFTER INSERT OR UPDATE OR DELETE ON agencies_contract
    FOR EACH ROW EXECUTE FUNCTION disclosure_record_change('case_id');

-- How many open files an agency sees by a contract: what its end would close. A count only.
CREATE FUNCTION disclosure_cases_by_contract(wanted_contract uuid) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT count(DISTINCT e.case_id)::integer
    FROM agencies_contract w JOIN agencies_contract k ON k.delivery_id = w.delivery_id AND k.agency_id = w.agency_id
    JOIN disclosure_evidence e ON e.contract_id = k.id JOIN disclosure_grant g ON g.evidence_id = e.id
    WHERE w.id = wanted_contract AND daterange(w.starts_on, w.ends_on + 1) @> kasane_today()
      AND g.valid @> kasane_today() AND kasane_user() IS NOT NULL
$$;

-- A statutory exception: what was asked for stays as it was asked, only managers and deciders of the municipality
-- decide, and an urgent one comes through its own door alone (R-DIS-05).
CREATE FUNCTION disclosure_guard_exception() RETURNS trigger
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
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
CREATE TRIGGER guard BEFORE UPDATE ON disclosure_legalexception
    FOR EACH ROW EXECUTE FUNCTION disclosure_guard_exception();

-- The evidence and the right follow the row: who decides need not see the case.
CREATE FUNCTION disclosure_follow_exception() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
CREATE TRIGGER follow AFTER INSERT OR UPDATE ON disclosure_legalexception
    FOR EACH ROW EXECUTE FUNCTION disclosure_follow_exception();

SELECT disclosure_give_to_definer('kasane_oversees(boolean)', 'disclosure_case_stands(uuid)',
        'disclosure_acknowledge(uuid)', 'disclosure_follow_contract()', 'disclosure_cases_by_contract(uuid)',
        'disclosure_follow_exception()');
