-- R-DIS-08, hardened. A seal holds, besides the digest that runs through the chain:
--   id       its number: 1, 2, 3 … without a gap, given under the lock, so that a gap is a proof and not a rollback;
--   content  the digest of what the entry tells (subject, row, before, after), so that a disposal can empty it and leave
--            the chain whole (R-DIS-07);
--   own      the digest of number, entry and content, so that one can tell a changed entry from a moved one.
ALTER TABLE disclosure_seal ADD COLUMN content bytea NOT NULL DEFAULT ''::bytea, ADD COLUMN own bytea NOT NULL DEFAULT ''::bytea;
ALTER TABLE disclosure_seal ALTER COLUMN content DROP DEFAULT, ALTER COLUMN own DROP DEFAULT;

-- Who, when, which case, which act: always the same text for the same entry, whatever the session's settings and later
-- columns. What the entry tells is digested by itself.
CREATE FUNCTION disclosure_head(l disclosure_logentry) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_array(l.id, to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), l.user_id, l.agency_id,
                             l.case_id, l.act, l.basis)::text
$$;
CREATE FUNCTION disclosure_content(l disclosure_logentry) RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT sha256(convert_to(jsonb_build_array(l.subject, l.row_id, l.before, l.after)::text, 'UTF8'))
$$;
CREATE FUNCTION disclosure_own(number bigint, head text, content bytea) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
    SELECT sha256(convert_to(number || E'\n' || head || E'\n', 'UTF8') || content)
$$;

-- The entries that are there already are sealed anew, once their old chain was found whole.
ALTER TABLE disclosure_seal DISABLE TRIGGER append_only;
ALTER TABLE disclosure_logentry NO FORCE ROW LEVEL SECURITY;
DO $$
DECLARE
    link record;
    head text;
    kept bytea;
    self bytea;
    previous bytea := ''::bytea;
    number bigint := 0;
BEGIN
    IF disclosure_first_break() IS NOT NULL THEN
        RAISE EXCEPTION 'the chain of the log is broken at entry %: see to it before going on (R-DIS-08)', disclosure_first_break();
    END IF;
    FOR link IN SELECT s.id AS old_number, l AS entry FROM disclosure_seal s JOIN disclosure_logentry l ON l.id = s.entry_id
                ORDER BY s.id LOOP
        number := number + 1;
        head := disclosure_head(link.entry);
        kept := disclosure_content(link.entry);
        self := disclosure_own(number, head, kept);
        previous := sha256(previous || self);
        UPDATE disclosure_seal SET id = number, content = kept, own = self, digest = previous WHERE id = link.old_number;
    END LOOP;
END $$;
ALTER TABLE disclosure_logentry FORCE ROW LEVEL SECURITY;
ALTER TABLE disclosure_seal ENABLE TRIGGER append_only;

-- TRUNCATE passes by the triggers of rows.
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON disclosure_logentry EXECUTE FUNCTION disclosure_append_only();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON disclosure_seal EXECUTE FUNCTION disclosure_append_only();

-- What belongs to the definer is replaced as the definer.
SET LOCAL ROLE kasane_definer;

-- At commit each entry is sealed into one chain; the lock keeps the order of commits.
CREATE OR REPLACE FUNCTION disclosure_seal_entry() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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

-- The first entry whose link does not hold, for a glance from inside; NULL when all is well. `audit verify` counts
-- on nothing that is stored in the database, and says what kind of break it is (disclosure/chain.py).
CREATE OR REPLACE FUNCTION disclosure_first_break() RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT min(broken.id) FROM (
        SELECT s.entry_id AS id FROM (
            SELECT s.*, lag(s.digest, 1, ''::bytea) OVER (ORDER BY s.id) AS previous,
                   row_number() OVER (ORDER BY s.id) AS place FROM disclosure_seal s) s
        LEFT JOIN disclosure_logentry l ON l.id = s.entry_id
        WHERE l.id IS NULL OR s.id <> s.place OR s.content <> disclosure_content(l)
           OR s.own <> disclosure_own(s.id, disclosure_head(l), s.content) OR s.digest <> sha256(s.previous || s.own)
        UNION ALL
        SELECT l.id FROM disclosure_logentry l
        WHERE NOT EXISTS (SELECT 1 FROM disclosure_seal s WHERE s.entry_id = l.id)
    ) broken
$$;

-- Writes a reading or an export (`how`) to the log with the basis used, and answers the kinds of data the viewer may
-- see (0: none, and the entry says that it was refused).
CREATE FUNCTION disclosure_log_reading(wanted_case uuid, what text, wanted_row text, how text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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

CREATE OR REPLACE FUNCTION disclosure_log_reading(wanted_case uuid, what text, wanted_row text) RETURNS integer
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT disclosure_log_reading(wanted_case, what, wanted_row, 'read')
$$;

-- A file with personal data that hangs on no case (rows an import left out) leaves the product.
CREATE FUNCTION disclosure_log_file(what text, wanted_row text) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO disclosure_logentry (at, user_id, agency_id, act, subject, row_id, basis)
    VALUES (clock_timestamp(), kasane_user(), kasane_agency(), 'export', what, wanted_row, '')
$$;
REVOKE ALL ON FUNCTION disclosure_log_reading(uuid, text, text, text), disclosure_log_file(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION disclosure_log_reading(uuid, text, text, text), disclosure_log_file(text, text)
    TO kasane_app, kasane_owner;
RESET ROLE;
