-- The log when a case is gone: what an entry told goes, and the chain still holds (R-DIS-07, R-DIS-08).

-- Whether an entry is empty by right: of a case that is gone, whose disposal is itself an entry further down the chain
-- (for entries kept with another case, one that names them).
CREATE FUNCTION disclosure_rightly_empty(entry disclosure_logentry) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
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

-- The glance from inside knows of disposals too; `audit verify` asks the same of the entries themselves.
SET LOCAL ROLE kasane_definer;
CREATE OR REPLACE FUNCTION disclosure_first_break() RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
RESET ROLE;

-- Whether a row that hangs on no case tells nothing any more: it is gone, or a disposal has put its mark in place of a name.
CREATE FUNCTION disclosure_is_forgotten(place text, wanted text) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    tells boolean := true;
BEGIN
    IF to_regclass(place) IS NOT NULL THEN
        EXECUTE format('SELECT EXISTS (SELECT 1 FROM %s t WHERE t.id::text = $1 AND strpos(to_jsonb(t)::text, $2) = 0)',
                       to_regclass(place)) INTO tells USING wanted, '(廃棄済み)';
    END IF;
    RETURN NOT tells;
END $$;
SELECT disclosure_give_to_definer('disclosure_is_forgotten(text, text)');
SET LOCAL ROLE kasane_definer;
REVOKE EXECUTE ON FUNCTION disclosure_is_forgotten(text, text) FROM kasane_app;
RESET ROLE;

-- Still append-only. The one change that passes empties an entry of a case that stands in the register of disposals, or
-- one without a case about a row that the disposal has made forgotten; the digest of what it told stays in its seal.
CREATE FUNCTION disclosure_only_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
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
DROP TRIGGER append_only ON disclosure_logentry;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON disclosure_logentry
    FOR EACH ROW EXECUTE FUNCTION disclosure_only_emptied();
GRANT UPDATE (subject, row_id, before, after, disposed_for) ON disclosure_logentry TO kasane_definer;

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
-- Cases that were removed without a disposal, for the nightly look at how long ago.
CREATE INDEX log_of_removal ON disclosure_logentry (case_id) WHERE subject = 'cases_case' AND act = 'delete';
