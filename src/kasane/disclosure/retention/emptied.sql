-- The log when a case is gone: what an entry told goes, and the chain still holds (R-DIS-07, R-DIS-08).

-- What an entry tells, as one digest: all that a disposal takes away. Rows of a case hold long random keys, so that
-- nobody can find the content by trying.
CREATE FUNCTION disclosure_content(entry disclosure_logentry) RETURNS bytea
    LANGUAGE sql STABLE AS $$
    SELECT sha256(convert_to(jsonb_build_array(entry.subject, entry.row_id, entry.before, entry.after)::text, 'UTF8'))
$$;

-- Whether an entry is empty by right: of a case that is gone, whose disposal is itself an entry further down the chain
-- (for entries kept with another case, one that names them).
CREATE FUNCTION disclosure_rightly_empty(entry disclosure_logentry) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN entry.content_digest IS NOT NULL AND entry.subject = '' AND entry.row_id = '' AND entry.before IS NULL AND entry.after IS NULL
        AND EXISTS (SELECT 1 FROM disclosure_logentry d
                    WHERE d.case_id = entry.disposed_for AND d.act = 'dispose' AND d.id > entry.id
                      AND (entry.case_id = entry.disposed_for OR d.after -> 'elsewhere' @> to_jsonb(entry.id)))
        AND NOT EXISTS (SELECT 1 FROM cases_case c WHERE c.id = entry.disposed_for);
END $$;

-- What a log entry says, always the same text for the same entry: who, when, which act, and the digest of what it tells.
CREATE OR REPLACE FUNCTION disclosure_digest(previous bytea, entry disclosure_logentry) RETURNS bytea
    LANGUAGE sql STABLE SET timezone = 'UTC' AS $$
    SELECT sha256(previous
        || convert_to((to_jsonb(entry)
                       - '{subject,row_id,before,after,content_digest,disposed_for}'::text[])::text, 'UTF8')
        || CASE WHEN entry.content_digest IS NULL AND entry.disposed_for IS NULL THEN disclosure_content(entry)
                WHEN disclosure_rightly_empty(entry) THEN entry.content_digest
                ELSE ''::bytea END)
$$;

-- Entries sealed before this change are sealed anew, in their order. Where the old chain is broken it stays broken:
-- the first break is the same as before.
ALTER TABLE disclosure_logentry NO FORCE ROW LEVEL SECURITY;
ALTER TABLE disclosure_seal DISABLE TRIGGER append_only;
DO $$
DECLARE
    zone text := current_setting('timezone');
    sealed record;
    entry disclosure_logentry;
    old bytea := '';
    new bytea := '';
BEGIN
    PERFORM set_config('timezone', 'UTC', true);
    FOR sealed IN SELECT * FROM disclosure_seal ORDER BY id LOOP
        SELECT * INTO entry FROM disclosure_logentry l WHERE l.id = sealed.entry_id;
        old := sha256(old || convert_to((to_jsonb(entry) - '{content_digest,disposed_for}'::text[])::text, 'UTF8'));
        EXIT WHEN entry.id IS NULL OR old IS DISTINCT FROM sealed.digest;
        new := disclosure_digest(new, entry);
        UPDATE disclosure_seal SET digest = new WHERE id = sealed.id;
    END LOOP;
    PERFORM set_config('timezone', zone, true);
END $$;
ALTER TABLE disclosure_seal ENABLE TRIGGER append_only;
ALTER TABLE disclosure_logentry FORCE ROW LEVEL SECURITY;

-- Still append-only. The one change that passes empties an entry of a case that stands in the register of disposals,
-- and leaves the digest of what it told.
CREATE FUNCTION disclosure_only_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    told constant text[] := '{subject,row_id,before,after,content_digest,disposed_for}';
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.content_digest IS NULL AND NEW.content_digest = disclosure_content(OLD)
       AND NEW.subject = '' AND NEW.row_id = '' AND NEW.before IS NULL AND NEW.after IS NULL
       AND to_jsonb(NEW) - told = to_jsonb(OLD) - told
       AND EXISTS (SELECT 1 FROM disclosure_disposal d WHERE d.case_id = NEW.disposed_for)
       AND (OLD.case_id = NEW.disposed_for
            OR strpos(COALESCE(OLD.after, OLD.before)::text, NEW.disposed_for::text) > 0) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the log is append-only (R-DIS-08)' USING ERRCODE = 'insufficient_privilege';
END $$;
DROP TRIGGER append_only ON disclosure_logentry;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON disclosure_logentry
    FOR EACH ROW EXECUTE FUNCTION disclosure_only_emptied();
GRANT UPDATE (subject, row_id, before, after, content_digest, disposed_for) ON disclosure_logentry TO kasane_definer;

-- That rows of a case go with its disposal is one entry, not one for each row with all it said.
CREATE FUNCTION disclosure_skip_disposed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM disclosure_disposal d WHERE d.case_id = NEW.case_id) OR EXISTS (
        SELECT 1 FROM jsonb_each_text(NEW.before) t (key, value) JOIN disclosure_disposal d ON d.case_id::text = t.value
        WHERE t.key ~ '(^|_)case(_[a-z0-9]+)?_id$') THEN
        RETURN NULL;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER skip_disposed BEFORE INSERT ON disclosure_logentry
    FOR EACH ROW WHEN (NEW.act = 'delete') EXECUTE FUNCTION disclosure_skip_disposed();

-- A pair of 名寄せ is logged with the first of its two cases; the second finds it by this.
CREATE INDEX log_of_pair ON disclosure_logentry ((COALESCE(after, before) ->> 'case_b_id')) WHERE subject = 'people_pair';
