-- Who is asking. Set per transaction by disclosure.viewer; empty for nobody.
CREATE FUNCTION kasane_user() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('kasane.user_id', true), '')::uuid $$;

CREATE FUNCTION kasane_agency() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('kasane.agency_id', true), '')::uuid $$;

CREATE FUNCTION kasane_today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT (now() AT TIME ZONE 'Asia/Tokyo')::date $$;

-- The ledger: a viewer reads own rights only; nobody but the definer's functions writes.
ALTER TABLE disclosure_grant ENABLE ROW LEVEL SECURITY;
ALTER TABLE disclosure_grant FORCE ROW LEVEL SECURITY;
CREATE POLICY viewer_sees ON disclosure_grant FOR SELECT TO kasane_app
    USING (agency_id = (SELECT kasane_agency()) OR user_id = (SELECT kasane_user()));
CREATE POLICY definer ON disclosure_grant TO kasane_definer USING (true) WITH CHECK (true);
REVOKE INSERT, UPDATE, DELETE ON disclosure_grant FROM kasane_app;

-- The log and its chain: written by the database, read through functions only, never changed.
ALTER TABLE disclosure_logentry ENABLE ROW LEVEL SECURITY;
ALTER TABLE disclosure_logentry FORCE ROW LEVEL SECURITY;
CREATE POLICY definer ON disclosure_logentry TO kasane_definer USING (true) WITH CHECK (true);
REVOKE ALL ON disclosure_logentry FROM kasane_app;
REVOKE UPDATE, DELETE, TRUNCATE ON disclosure_logentry FROM kasane_definer;
REVOKE ALL ON disclosure_seal FROM kasane_app;
REVOKE UPDATE, DELETE, TRUNCATE ON disclosure_seal FROM kasane_definer;
REVOKE ALL ON SEQUENCE disclosure_logentry_id_seq, disclosure_seal_id_seq FROM kasane_app;

CREATE FUNCTION disclosure_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the log is append-only (R-DIS-08)' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON disclosure_logentry
    FOR EACH ROW EXECUTE FUNCTION disclosure_append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON disclosure_seal
    FOR EACH ROW EXECUTE FUNCTION disclosure_append_only();

-- What a log entry says, always the same text for the same entry.
CREATE FUNCTION disclosure_digest(previous bytea, entry disclosure_logentry) RETURNS bytea
    LANGUAGE sql STABLE SET timezone = 'UTC' AS
$$ SELECT sha256(previous || convert_to(to_jsonb(entry)::text, 'UTF8')) $$;

-- At commit each entry is sealed into one chain; the lock keeps the order of commits.
CREATE FUNCTION disclosure_seal_entry() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    previous bytea;
BEGIN
    PERFORM pg_advisory_xact_lock(106004);
    SELECT s.digest INTO previous FROM disclosure_seal s ORDER BY s.id DESC LIMIT 1;
    INSERT INTO disclosure_seal (entry_id, digest)
    VALUES (NEW.id, disclosure_digest(COALESCE(previous, ''::bytea), NEW));
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER seal AFTER INSERT ON disclosure_logentry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION disclosure_seal_entry();

-- Every change of a row about a person, with before and after.
CREATE FUNCTION disclosure_record_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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

-- Writes a reading to the log with the basis used, and answers the kinds of data the viewer may see (0: none).
CREATE FUNCTION disclosure_log_reading(wanted_case uuid, what text, wanted_row text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    seen integer;
    reasons text;
BEGIN
    SELECT COALESCE(bit_or(g.kinds), 0), COALESCE(string_agg(DISTINCT g.basis, ',' ORDER BY g.basis), '')
    INTO seen, reasons FROM disclosure_grant g
    WHERE g.case_id = wanted_case AND g.valid @> kasane_today()
      AND (g.agency_id = kasane_agency() OR g.user_id = kasane_user());
    INSERT INTO disclosure_logentry (at, user_id, agency_id, case_id, act, subject, row_id, basis)
    VALUES (clock_timestamp(), kasane_user(), kasane_agency(), wanted_case,
            CASE WHEN seen = 0 THEN 'refused' ELSE 'read' END, what, wanted_row, reasons);
    RETURN seen;
END $$;

-- Whether the viewer has any right on the case today.
CREATE FUNCTION disclosure_sees(wanted_case uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM disclosure_grant g WHERE g.case_id = wanted_case AND g.valid @> kasane_today()
                   AND (g.agency_id = kasane_agency() OR g.user_id = kasane_user()))
$$;

-- The viewer's own cases below one key, newest first: where a list begins to look. Row-level security still
-- decides what is seen. Under the ledger's own policy the planner would sort the whole ledger of a large agency;
-- here it walks the index and stops.
CREATE FUNCTION disclosure_newest_cases(below uuid, most integer) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200 SET search_path = public, pg_temp AS $$
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

-- All rights on one case, past and present, for those who see the case: who can see this, why, until when.
CREATE FUNCTION disclosure_grants_of(wanted_case uuid) RETURNS SETOF disclosure_grant
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT g.* FROM disclosure_grant g WHERE g.case_id = wanted_case AND disclosure_sees(wanted_case)
$$;

-- The latest readings of one case, for those who see the case: who has seen it.
CREATE FUNCTION disclosure_readings_of(wanted_case uuid, most integer)
    RETURNS TABLE (at timestamptz, user_id uuid, agency_id uuid, act text, subject text, basis text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT l.at, l.user_id, l.agency_id, l.act::text, l.subject::text, l.basis::text FROM disclosure_logentry l
    WHERE l.case_id = wanted_case AND l.act IN ('read', 'export') AND disclosure_sees(wanted_case)
    ORDER BY l.id DESC LIMIT most
$$;

-- Replaces the rights on a case by what the rules derived. Only someone who sees the case may cause it,
-- or the agency that opens it: then the first right must be its own.
CREATE FUNCTION disclosure_replace_grants(wanted_case uuid, rows jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM disclosure_grant g WHERE g.case_id = wanted_case) THEN
        IF NOT disclosure_sees(wanted_case) THEN
            RAISE EXCEPTION 'no right on this case' USING ERRCODE = 'insufficient_privilege';
        END IF;
    ELSIF kasane_agency() IS NULL OR rows -> 0 ->> 'agency_id' IS DISTINCT FROM kasane_agency()::text THEN
        RAISE EXCEPTION 'a case is opened by the agency itself' USING ERRCODE = 'insufficient_privilege';
    END IF;
    DELETE FROM disclosure_grant g WHERE g.case_id = wanted_case;
    INSERT INTO disclosure_grant
        (case_id, agency_id, user_id, kinds, writes, valid, basis, evidence_id, consent_id, explanation)
    SELECT wanted_case, r.agency_id, r.user_id, r.kinds, r.writes, daterange(r.valid_from, r.valid_until),
           r.basis, r.evidence_id, r.consent_id, r.explanation
    FROM jsonb_to_recordset(rows) AS r (agency_id uuid, user_id uuid, kinds smallint, writes boolean,
         valid_from date, valid_until date, basis text, evidence_id uuid, consent_id uuid, explanation text);
END $$;

-- The first entry, in the order of sealing, whose seal does not follow from what stands there; NULL when all is well.
-- An entry that was removed, and one that came in without a seal, break the chain too.
CREATE FUNCTION disclosure_first_break() RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT min(broken.id) FROM (
        SELECT s.entry_id AS id FROM (
            SELECT s.*, lag(s.digest) OVER (ORDER BY s.id) AS previous FROM disclosure_seal s) s
        LEFT JOIN disclosure_logentry l ON l.id = s.entry_id
        WHERE l.id IS NULL OR s.digest <> disclosure_digest(COALESCE(s.previous, ''::bytea), l)
        UNION ALL
        SELECT l.id FROM disclosure_logentry l
        WHERE NOT EXISTS (SELECT 1 FROM disclosure_seal s WHERE s.entry_id = l.id)
    ) broken
$$;

-- Functions that read across cases belong to the definer, who can not sign in; the web role may call them.
CREATE FUNCTION disclosure_give_to_definer(VARIADIC signatures text[]) RETURNS void LANGUAGE plpgsql AS $$
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
REVOKE ALL ON FUNCTION disclosure_give_to_definer(text[]) FROM PUBLIC;

SELECT disclosure_give_to_definer('disclosure_seal_entry()', 'disclosure_record_change()', 'disclosure_log_reading(uuid, text, text)',
        'disclosure_sees(uuid)', 'disclosure_grants_of(uuid)', 'disclosure_readings_of(uuid, integer)',
        'disclosure_replace_grants(uuid, jsonb)', 'disclosure_first_break()',
        'disclosure_newest_cases(uuid, integer)');
