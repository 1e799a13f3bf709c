-- What was uploaded belongs to one person (disclosure.policies.protect_own); mappings and past imports to the agency.
ALTER TABLE imports_mapping ENABLE ROW LEVEL SECURITY;
ALTER TABLE imports_mapping FORCE ROW LEVEL SECURITY;
CREATE POLICY agency_keeps ON imports_mapping TO kasane_app
    USING (agency_id = (SELECT kasane_agency())) WITH CHECK (agency_id = (SELECT kasane_agency()));
CREATE POLICY definer ON imports_mapping TO kasane_definer USING (true) WITH CHECK (true);

-- A past import is added by who makes it, and then changed by the functions below alone.
ALTER TABLE imports_import ENABLE ROW LEVEL SECURITY;
ALTER TABLE imports_import FORCE ROW LEVEL SECURITY;
CREATE POLICY agency_sees ON imports_import FOR SELECT TO kasane_app
    USING (agency_id = (SELECT kasane_agency()));
CREATE POLICY importer_adds ON imports_import FOR INSERT TO kasane_app
    WITH CHECK (agency_id = (SELECT kasane_agency()) AND user_id = (SELECT kasane_user()));
CREATE POLICY definer ON imports_import TO kasane_definer USING (true) WITH CHECK (true);
REVOKE UPDATE, DELETE ON imports_import FROM kasane_app;
CREATE TRIGGER record_change AFTER INSERT OR UPDATE OR DELETE ON imports_import
    FOR EACH ROW EXECUTE FUNCTION disclosure_record_change('case_id');

-- Where in the log an import begins is said by the database, not by whoever writes the row.
CREATE FUNCTION imports_begin() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    NEW.created_at := clock_timestamp();
    NEW.first_entry := (SELECT last_value FROM disclosure_logentry_id_seq);
    NEW.last_entry := NULL;
    NEW.undone_at := NULL;
    NEW.undone_by_id := NULL;
    RETURN NEW;
END $$;
CREATE TRIGGER begin BEFORE INSERT ON imports_import FOR EACH ROW EXECUTE FUNCTION imports_begin();

-- Whether an import of the viewer is still open, in the very transaction that began it.
CREATE FUNCTION imports_is_open(wanted uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM imports_import i WHERE i.id = wanted AND i.agency_id = kasane_agency()
                   AND i.user_id = kasane_user() AND i.last_entry IS NULL
                   AND i.created_at >= transaction_timestamp())
$$;

-- A row is said to come from an import only while that import runs, and never otherwise afterwards.
CREATE POLICY while_importing ON imports_importedrow AS RESTRICTIVE FOR INSERT TO kasane_app
    WITH CHECK (agency_id = (SELECT kasane_agency()) AND imports_is_open(source_id));
REVOKE UPDATE ON imports_importedrow FROM kasane_app;

-- Ends an import in the transaction that began it: what is written later was not written by it.
CREATE FUNCTION imports_end(wanted uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT imports_is_open(wanted) THEN
        RAISE EXCEPTION 'no import of this transaction' USING ERRCODE = 'insufficient_privilege';
    END IF;
    UPDATE imports_import SET last_entry = (SELECT last_value FROM disclosure_logentry_id_seq) WHERE id = wanted;
END $$;

-- The cases of an import of the viewer's agency in which something was written that it did not write, by the log:
-- every change of every protected table is there, whatever work wrote it. A case the import did not open itself
-- counts as touched, so that no other case can be named here and removed.
CREATE FUNCTION imports_touched(wanted uuid) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT r.case_id FROM imports_import i JOIN imports_importedrow r ON r.source_id = i.id
    WHERE i.id = wanted AND i.agency_id = kasane_agency() AND i.undone_at IS NULL
      AND (i.last_entry IS NULL
           OR EXISTS (SELECT 1 FROM disclosure_logentry l WHERE l.case_id = r.case_id
                      AND l.act IN ('insert', 'update', 'delete') AND l.subject <> 'people_pair'
                      AND (l.id <= i.first_entry OR l.id > i.last_entry))
           OR NOT EXISTS (SELECT 1 FROM disclosure_logentry l WHERE l.case_id = r.case_id
                          AND l.act = 'insert' AND l.subject = 'cases_case'
                          AND l.id > i.first_entry AND l.id <= i.last_entry
                          AND l.user_id = i.user_id AND l.agency_id = i.agency_id)
           -- That the machine found somebody alike is no work of anybody; that somebody decided about it is.
           OR EXISTS (SELECT 1 FROM people_person q JOIN people_pair p ON p.person_a_id = q.id
                      WHERE q.case_id = r.case_id AND p.state <> 'open')
           OR EXISTS (SELECT 1 FROM people_person q JOIN people_pair p ON p.person_b_id = q.id
                      WHERE q.case_id = r.case_id AND p.state <> 'open'))
$$;

-- Removes the cases an import made, with all their rows and rights; answers how many. Raises when one was touched
-- since. What was removed stays in the log, each row with its text.
CREATE FUNCTION imports_undo(wanted uuid) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    gone uuid[];
    place record;
BEGIN
    PERFORM 1 FROM imports_import i
    WHERE i.id = wanted AND i.agency_id = kasane_agency() AND i.undone_at IS NULL AND kasane_user() IS NOT NULL
    FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no import to undo' USING ERRCODE = 'insufficient_privilege';
    END IF;
    gone := ARRAY(SELECT DISTINCT r.case_id FROM imports_importedrow r WHERE r.source_id = wanted);
    -- Who is just writing into one of the cases is waited for, and then seen in the log.
    PERFORM 1 FROM cases_case c WHERE c.id = ANY (gone) ORDER BY c.id FOR UPDATE;
    IF EXISTS (SELECT 1 FROM imports_touched(wanted)) THEN
        RAISE EXCEPTION 'a case was touched since the import' USING ERRCODE = 'object_in_use';
    END IF;
    DELETE FROM people_pair p USING people_person q
    WHERE q.case_id = ANY (gone) AND q.id IN (p.person_a_id, p.person_b_id);
    -- Every table that hangs on a case, so that a later app is thought of too. The constraints are checked at
    -- commit, in whatever order the rows go; a row left behind stops the whole undo.
    FOR place IN
        SELECT c.conrelid::regclass AS name, a.attname AS key FROM pg_constraint c
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
        WHERE c.contype = 'f' AND c.confrelid = 'cases_case'::regclass
    LOOP
        EXECUTE format('DELETE FROM %s WHERE %I = ANY ($1)', place.name, place.key) USING gone;
    END LOOP;
    DELETE FROM cases_case WHERE id = ANY (gone);
    DELETE FROM disclosure_consent WHERE case_id = ANY (gone);
    DELETE FROM disclosure_evidence WHERE case_id = ANY (gone);
    DELETE FROM disclosure_grant WHERE case_id = ANY (gone);
    DELETE FROM imports_skippedrows WHERE source_id = wanted;
    UPDATE imports_import SET undone_at = clock_timestamp(), undone_by_id = kasane_user() WHERE id = wanted;
    RETURN cardinality(gone);
END $$;

-- Uploads and lists of skipped rows that nobody came back to do not lie about for ever: a month, whosever they are.
CREATE FUNCTION imports_forget() RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM imports_uploadedsheet WHERE created_at < now() - interval '30 days';
    DELETE FROM imports_upload WHERE created_at < now() - interval '30 days';
    DELETE FROM imports_skippedrows WHERE created_at < now() - interval '30 days';
$$;

SELECT disclosure_give_to_definer('imports_begin()', 'imports_is_open(uuid)', 'imports_end(uuid)',
        'imports_touched(uuid)', 'imports_undo(uuid)', 'imports_forget()');
