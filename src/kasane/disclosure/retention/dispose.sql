-- 保存と廃棄 (R-DIS-07). What forbids a disposal is asked here once more, whoever calls; what hangs on a case is found
-- by looking at the tables themselves, so that a later one can not be forgotten.

-- Every column that names a case, but for the log and the register, which outlive it.
CREATE FUNCTION disclosure_case_columns() RETURNS TABLE (place regclass, col name)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT to_regclass('cases_case'), 'id'::name
    UNION
    SELECT a.attrelid::regclass, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
      AND c.relname NOT IN ('disclosure_logentry', 'disclosure_disposal')
      AND (a.atttypid = 'uuid'::regtype AND a.attname ~ '(^|_)case(_[a-z0-9]+)?_id$'
           OR EXISTS (SELECT 1 FROM pg_constraint k WHERE k.contype = 'f' AND k.conrelid = a.attrelid
                      AND k.conkey = ARRAY[a.attnum] AND k.confrelid = to_regclass('cases_case')))
$$;

CREATE FUNCTION disclosure_key_of(place oid) RETURNS name
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
    WHERE i.indrelid = place AND i.indisprimary
$$;

CREATE FUNCTION disclosure_type_of(place regclass, col name) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT format_type(a.atttypid, NULL) FROM pg_attribute a WHERE a.attrelid = place AND a.attname = col
$$;

-- Every foreign key of one column in the schema, with the primary key of either table.
CREATE FUNCTION disclosure_references() RETURNS TABLE (place regclass, col name, optional boolean, own_key name,
                                                       target regclass)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT k.conrelid::regclass, a.attname, NOT a.attnotnull, disclosure_key_of(k.conrelid), k.confrelid::regclass
    FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
    WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND cardinality(k.conkey) = 1
$$;

-- The rows that go with a case: those that name it, and those that hang on them by foreign keys, however far.
-- {table: [keys]}. A row of another case is let go of where it can be, and stops the disposal where it can not.
CREATE FUNCTION disclosure_rows_of(wanted uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    found jsonb := '{}';
    keys jsonb;
    step record;
    own text;
    grown boolean := true;
    foreign_rows bigint;
BEGIN
    FOR step IN SELECT c.place, c.col, disclosure_key_of(c.place) AS own_key FROM disclosure_case_columns() c LOOP
        EXECUTE format('SELECT COALESCE(jsonb_agg(t.%I::text), ''[]'') FROM %s t WHERE t.%I = $1',
                       step.own_key, step.place, step.col) INTO keys USING wanted;
        found := found || jsonb_build_object(step.place::text, COALESCE(found -> step.place::text, '[]') || keys);
    END LOOP;
    WHILE grown LOOP
        grown := false;
        FOR step IN SELECT r.*, disclosure_key_of(r.target) AS target_key,
                           EXISTS (SELECT 1 FROM disclosure_case_columns() c WHERE c.place = r.place AND c.col = 'case_id') AS has_case
                    FROM disclosure_references() r
                    WHERE COALESCE(found -> r.target::text, '[]') <> '[]' AND r.target <> to_regclass('cases_case') LOOP
            own := CASE WHEN step.has_case THEN ' AND (t.case_id IS NULL OR t.case_id = $2)' ELSE '' END;
            EXECUTE format('SELECT COALESCE(jsonb_agg(t.%1$I::text), ''[]'') FROM %2$s t WHERE t.%3$I = ANY (ARRAY('
                           'SELECT v FROM jsonb_array_elements_text($1) v)::%4$s[]) AND NOT COALESCE($3, ''[]'') ? t.%1$I::text%5$s',
                           step.own_key, step.place, step.col, disclosure_type_of(step.target, step.target_key), own)
            INTO keys USING found -> step.target::text, wanted, found -> step.place::text;
            IF keys <> '[]' THEN
                found := found || jsonb_build_object(step.place::text, COALESCE(found -> step.place::text, '[]') || keys);
                grown := true;
            END IF;
            IF step.has_case THEN
                IF step.optional THEN
                    EXECUTE format('UPDATE %s t SET %2$I = NULL WHERE t.%2$I = ANY (ARRAY(SELECT v FROM'
                                   ' jsonb_array_elements_text($1) v)::%3$s[]) AND t.case_id <> $2',
                                   step.place, step.col, disclosure_type_of(step.target, step.target_key))
                    USING found -> step.target::text, wanted;
                ELSE
                    EXECUTE format('SELECT count(*) FROM %s t WHERE t.%2$I = ANY (ARRAY(SELECT v FROM'
                                   ' jsonb_array_elements_text($1) v)::%3$s[]) AND t.case_id <> $2',
                                   step.place, step.col, disclosure_type_of(step.target, step.target_key))
                    INTO foreign_rows USING found -> step.target::text, wanted;
                    IF foreign_rows > 0 THEN
                        RAISE EXCEPTION 'a row of another case hangs on this one: %.%', step.place, step.col
                            USING ERRCODE = 'object_in_use';
                    END IF;
                END IF;
            END IF;
        END LOOP;
    END LOOP;
    RETURN (SELECT COALESCE(jsonb_object_agg(t.key, t.value), '{}') FROM jsonb_each(found) t WHERE t.value <> '[]');
END $$;

-- Drafts that belong to a case: of any of its rows, or telling of one.
CREATE FUNCTION disclosure_drop_drafts(ids text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM cases_draft d
    WHERE d.subject_id = ANY (ids)
       OR EXISTS (SELECT 1 FROM regexp_matches(d.data::text, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g') m
                  WHERE m[1] = ANY (ids));
END $$;

-- Drafts that belong to no case go with none: those nobody came back to since a moment go by themselves. Answers how
-- many went. For the nightly command alone.
CREATE FUNCTION disclosure_forget_drafts(since timestamptz) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    step record;
    old uuid[] := ARRAY(SELECT d.subject_id::uuid FROM cases_draft d WHERE d.saved_at < since
                        AND d.subject_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$');
    kept uuid[] := '{}';
    these uuid[];
    gone bigint;
BEGIN
    FOR step IN SELECT c.place, c.col, disclosure_key_of(c.place) AS own_key FROM disclosure_case_columns() c
                WHERE disclosure_type_of(c.place, disclosure_key_of(c.place)) = 'uuid' LOOP
        EXECUTE format('SELECT ARRAY(SELECT t.%1$I FROM %2$s t WHERE t.%1$I = ANY ($1) AND t.%3$I IS NOT NULL)',
                       step.own_key, step.place, step.col) INTO these USING old;
        kept := kept || these;
    END LOOP;
    DELETE FROM cases_draft d WHERE d.saved_at < since AND d.subject_id <> ALL (kept::text[]);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$;

-- Adds the figures of a case to the counts that stay, by every function named …_counts_of_case.
CREATE FUNCTION disclosure_keep_counts(wanted uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    counter regproc;
BEGIN
    FOR counter IN SELECT p.oid FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
                   AND p.proname LIKE '%\_counts\_of\_case' ORDER BY p.proname LOOP
        EXECUTE format('INSERT INTO disclosure_pastcount AS kept (measure, year, agency_id, area_id, value, count)'
                       ' SELECT c.measure, c.year, c.agency_id, c.area_id, c.value, sum(c.n) FROM %s($1) c GROUP BY 1, 2, 3, 4, 5'
                       ' ON CONFLICT (measure, year, agency_id, area_id, value)'
                       ' DO UPDATE SET count = kept.count + EXCLUDED.count', counter) USING wanted;
    END LOOP;
END $$;

-- Takes a case away with everything that hangs on it, and empties its entries in the log; lets every function named
-- …_after_disposal mend what is left: each answers the entries without a case that told of what it has made forgotten.
-- Answers the tables it touched. Asks nothing: for the functions below alone.
CREATE FUNCTION disclosure_erase(wanted uuid, wanted_number text, on_day date, batch_label text) RETURNS text[]
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    gone jsonb;
    step record;
    ids text[];
    elsewhere bigint[] := '{}';
    there bigint[];
    touched text[];
BEGIN
    PERFORM disclosure_keep_counts(wanted);
    INSERT INTO disclosure_disposal (case_id, case_number, disposed_on, batch)
    VALUES (wanted, wanted_number, on_day, batch_label) ON CONFLICT (case_id) DO NOTHING;
    gone := disclosure_rows_of(wanted);
    ids := wanted::text || ARRAY(SELECT v FROM jsonb_each(gone) t, jsonb_array_elements_text(t.value) v WHERE length(v) = 36);
    PERFORM disclosure_drop_drafts(ids);
    -- The constraints are checked at commit, in whatever order the rows go.
    FOR step IN SELECT t.key AS place, disclosure_key_of(to_regclass(t.key)) AS own_key, t.value AS keys
                FROM jsonb_each(gone) t LOOP
        EXECUTE format('DELETE FROM %s t WHERE t.%I = ANY (ARRAY(SELECT v FROM jsonb_array_elements_text($1) v)::%s[])',
                       step.place, step.own_key, disclosure_type_of(to_regclass(step.place), step.own_key))
        USING step.keys;
    END LOOP;
    FOR step IN SELECT p.oid::regproc AS act FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
                AND p.proname LIKE '%\_after\_disposal' ORDER BY p.proname LOOP
        EXECUTE format('SELECT %s($1)', step.act) INTO there USING wanted;
        elsewhere := elsewhere || there;
    END LOOP;
    -- Entries kept with another case that tell of this one too: rows that name two cases.
    FOR step IN SELECT c.place, c.col FROM disclosure_case_columns() c JOIN pg_trigger t ON t.tgrelid = c.place
                WHERE t.tgname = 'record_change' AND encode(t.tgargs, 'escape') <> c.col || '\000'
                  AND encode(t.tgargs, 'escape') ~ '(^|_)case(_[a-z0-9]+)?_id\\000$' LOOP
        EXECUTE format('SELECT COALESCE(array_agg(l.id), ''{}'') FROM disclosure_logentry l WHERE l.subject = %L'
                       ' AND COALESCE(l.after, l.before) ->> %L = $1 AND l.case_id <> $2',
                       step.place::text, step.col) INTO there USING wanted::text, wanted;
        elsewhere := elsewhere || there;
    END LOOP;
    touched := ARRAY(SELECT t.key FROM jsonb_each(gone) t) || ARRAY['cases_draft', 'disclosure_logentry']
        || ARRAY(SELECT DISTINCT l.subject::text FROM disclosure_logentry l WHERE l.id = ANY (elsewhere));
    UPDATE disclosure_logentry l
    SET disposed_for = wanted, subject = '', row_id = '', before = NULL, after = NULL
    WHERE (l.case_id = wanted AND l.act <> 'dispose' OR l.id = ANY (elsewhere)) AND l.disposed_for IS NULL;
    INSERT INTO disclosure_logentry (at, user_id, agency_id, case_id, act, subject, row_id, basis, after)
    VALUES (clock_timestamp(), kasane_user(), kasane_agency(), wanted, 'dispose', '廃棄', batch_label, '',
            jsonb_build_object('number', wanted_number, 'batch', batch_label, 'elsewhere', to_jsonb(elsewhere)));
    RETURN touched;
END $$;

-- Whether a person decided about files on a day.
CREATE FUNCTION disclosure_kept_files(person uuid, moment timestamptz) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM agencies_post p JOIN agencies_agency a ON a.id = p.agency_id
                   WHERE p.user_id = person AND p.role IN ('manager', 'decider') AND a.kind IN ('division', 'centre')
                     AND p.starts_on <= (moment AT TIME ZONE 'Asia/Tokyo')::date
                     AND (p.ends_on IS NULL OR p.ends_on >= (moment AT TIME ZONE 'Asia/Tokyo')::date))
$$;

-- Disposes of one file of an approved batch; for the operator's command alone, which says for how long the town keeps its
-- files today. Answers the tables it touched, or NULL when the file dropped out: held, reopened, not due after all. Raises
-- when two different people, who decide about files, have not proposed and approved the batch, and when the batch keeps
-- its files for a shorter time than the town does.
CREATE FUNCTION disclosure_dispose_case(wanted_batch uuid, wanted uuid, batch_label text, town_years integer,
                                        town_fiscal boolean) RETURNS text[]
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    batch disclosure_disposalbatch;
    item disclosure_disposalitem;
    file record;
    reason text;
BEGIN
    SELECT * INTO batch FROM disclosure_disposalbatch b WHERE b.id = wanted_batch FOR UPDATE;
    IF batch.id IS NULL OR batch.state <> 'approved' OR batch.decided_by_id IS NULL
       OR batch.decided_by_id = batch.proposed_by_id
       OR NOT disclosure_kept_files(batch.proposed_by_id, batch.proposed_at)
       OR NOT disclosure_kept_files(batch.decided_by_id, batch.decided_at) THEN
        RAISE EXCEPTION 'not approved by two people (R-DIS-07)' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NOT COALESCE(batch.years >= town_years AND (batch.from_fiscal_year_end OR NOT town_fiscal), false) THEN
        RAISE EXCEPTION 'kept for a shorter time than the town keeps its files (R-DIS-07)'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT * INTO item FROM disclosure_disposalitem i
    WHERE i.batch_id = wanted_batch AND i.case_id = wanted AND i.state = 'waiting' FOR UPDATE;
    IF item.id IS NULL THEN
        RAISE EXCEPTION 'not a file of this batch (R-DIS-07)' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT c.applied_on, c.opened_on, c.closed_on INTO file FROM cases_case c WHERE c.id = wanted FOR UPDATE;
    reason := CASE
        WHEN file.opened_on IS NULL THEN 'gone'
        WHEN file.closed_on IS NULL THEN 'reopened'
        WHEN disclosure_falls_due(file.applied_on, file.opened_on, file.closed_on, batch.years,
                                  batch.from_fiscal_year_end) > kasane_today() THEN 'not_due'
        WHEN EXISTS (SELECT 1 FROM disclosure_retentionhold h WHERE h.case_id = wanted AND h.lifted_on IS NULL
                     AND (h.until IS NULL OR h.until >= kasane_today())) THEN 'held' END;
    IF reason IS NOT NULL THEN
        UPDATE disclosure_disposalitem SET state = 'dropped', dropped_for = reason WHERE id = item.id;
        RETURN NULL;
    END IF;
    RETURN disclosure_erase(wanted, item.case_number, kasane_today(), batch_label);
END $$;

-- A restored backup brings a file back that was disposed of since: it goes again, by the register. Answers the tables
-- it touched, NULL when nothing of it was there. For the operator's command alone.
CREATE FUNCTION disclosure_dispose_again(wanted uuid, wanted_number text, on_day date, batch_label text) RETURNS text[]
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF disclosure_rows_of(wanted) <> '{}' OR EXISTS (
        SELECT 1 FROM disclosure_logentry l WHERE l.case_id = wanted AND l.disposed_for IS NULL
        AND l.act IN ('insert', 'update', 'delete')) THEN
        RETURN disclosure_erase(wanted, wanted_number, on_day, batch_label);
    END IF;
    INSERT INTO disclosure_disposal (case_id, case_number, disposed_on, batch)
    VALUES (wanted, wanted_number, on_day, batch_label) ON CONFLICT (case_id) DO NOTHING;
    RETURN NULL;
END $$;

-- Who may see and write the tables of retention ---------------------------------------------------------------------
SELECT disclosure_give_to_definer('disclosure_is_held(uuid)',
    'disclosure_files(integer, boolean, date, date, uuid, boolean, boolean, uuid[], integer, integer)',
    'disclosure_rightly_empty(disclosure_logentry)', 'disclosure_case_columns()', 'disclosure_references()',
    'disclosure_key_of(oid)', 'disclosure_rows_of(uuid)', 'disclosure_type_of(regclass, name)',
    'disclosure_drop_drafts(text[])', 'disclosure_forget_drafts(timestamptz)', 'disclosure_keep_counts(uuid)',
    'disclosure_erase(uuid, text, date, text)', 'disclosure_kept_files(uuid, timestamptz)', 'disclosure_dispose_case(uuid, uuid, text, integer, boolean)',
    'disclosure_dispose_again(uuid, text, date, text)');
SET LOCAL ROLE kasane_definer;
REVOKE EXECUTE ON FUNCTION disclosure_rightly_empty(disclosure_logentry), disclosure_rows_of(uuid),
    disclosure_drop_drafts(text[]), disclosure_forget_drafts(timestamptz), disclosure_keep_counts(uuid),
    disclosure_erase(uuid, text, date, text), disclosure_kept_files(uuid, timestamptz),
    disclosure_dispose_case(uuid, uuid, text, integer, boolean), disclosure_dispose_again(uuid, text, date, text) FROM kasane_app;
REVOKE EXECUTE ON FUNCTION disclosure_drop_drafts(text[]), disclosure_keep_counts(uuid),
    disclosure_erase(uuid, text, date, text) FROM kasane_owner;
RESET ROLE;

-- The register grows and never changes; nobody but the functions above writes it.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON disclosure_disposal
    FOR EACH ROW EXECUTE FUNCTION disclosure_append_only();
REVOKE UPDATE, DELETE, TRUNCATE ON disclosure_disposal FROM kasane_definer;
REVOKE INSERT, UPDATE, DELETE ON disclosure_disposal FROM kasane_app;
REVOKE ALL ON disclosure_pastcount FROM kasane_app;
REVOKE ALL ON SEQUENCE disclosure_pastcount_id_seq FROM kasane_app;
-- A batch is proposed in one's own name and decided by somebody else; a hold is placed in one's own name.
CREATE POLICY own_name ON disclosure_disposalbatch AS RESTRICTIVE FOR INSERT TO kasane_app
    WITH CHECK (proposed_by_id = (SELECT kasane_user()) AND state = 'proposed' AND decided_by_id IS NULL);
CREATE POLICY own_decision ON disclosure_disposalbatch AS RESTRICTIVE FOR UPDATE TO kasane_app
    USING (state IN ('proposed', 'approved'))
    WITH CHECK (state IN ('refused', 'approved') AND decided_by_id = (SELECT kasane_user())
                OR state = 'withdrawn' AND proposed_by_id = (SELECT kasane_user()));
CREATE POLICY own_name ON disclosure_retentionhold AS RESTRICTIVE FOR INSERT TO kasane_app
    WITH CHECK (placed_by_id = (SELECT kasane_user()) AND lifted_on IS NULL);
CREATE POLICY while_proposed ON disclosure_disposalitem AS RESTRICTIVE FOR INSERT TO kasane_app
    WITH CHECK (EXISTS (SELECT 1 FROM disclosure_disposalbatch b WHERE b.id = batch_id AND b.state = 'proposed'
                        AND b.proposed_by_id = (SELECT kasane_user())));
REVOKE UPDATE, DELETE ON disclosure_disposalitem FROM kasane_app;
REVOKE DELETE ON disclosure_disposalbatch, disclosure_retentionhold FROM kasane_app;

-- What two people agreed on stays as it was proposed, and each step is taken once, whoever writes it.
CREATE FUNCTION disclosure_guard_batch() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    decision constant text[] := '{decided_by_id,decided_at,decided_note}';
    execution constant text[] := '{executed_by_id,executed_at,digest}';
    changing text[] := '{state}';
BEGIN
    IF OLD.state = 'proposed' AND NEW.state IN ('approved', 'refused') THEN
        changing := changing || decision;
    ELSIF OLD.state = 'approved' AND NEW.state = 'executed' THEN
        changing := changing || execution;
    ELSIF OLD.state NOT IN ('proposed', 'approved') OR NEW.state <> 'withdrawn' THEN
        RAISE EXCEPTION 'a batch that is % does not become % (R-DIS-07)', OLD.state, NEW.state
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF to_jsonb(NEW) - changing <> to_jsonb(OLD) - changing THEN
        RAISE EXCEPTION 'what was proposed or decided does not change (R-DIS-07)' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON disclosure_disposalbatch
    FOR EACH ROW EXECUTE FUNCTION disclosure_guard_batch();
