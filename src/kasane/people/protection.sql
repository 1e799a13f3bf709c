-- DV等支援措置: words that would tell where somebody is are hidden in every text of the case (R-DIS-09). They are hidden
-- where they are stored: so no screen, search, sheet, file or calendar can show them, whoever wrote it.
ALTER TABLE people_protectedword ADD FOREIGN KEY (case_id) REFERENCES cases_case ON DELETE CASCADE;
ALTER TABLE people_protectedword ADD FOREIGN KEY (person_id) REFERENCES people_person ON DELETE CASCADE;
ALTER TABLE people_protectedpassage ADD FOREIGN KEY (case_id) REFERENCES cases_case ON DELETE CASCADE;
ALTER TABLE people_protectionhandover ADD FOREIGN KEY (case_id) REFERENCES cases_case ON DELETE CASCADE;
ALTER TABLE people_protectionhandover ADD FOREIGN KEY (contact_id) REFERENCES people_protectedcontact ON DELETE CASCADE;
REVOKE ALL ON people_protectedword FROM kasane_app;
REVOKE INSERT, UPDATE, DELETE ON people_protectedpassage, people_protectionhandover FROM kasane_app;
REVOKE ALL ON SEQUENCE people_protectedword_id_seq, people_protectedpassage_id_seq FROM kasane_app;

-- What stands in place of a word.
CREATE FUNCTION people_mark(sort text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT CASE sort WHEN 'address' THEN '〔住所秘匿〕' WHEN 'phone' THEN '〔電話秘匿〕' WHEN 'email' THEN '〔メール秘匿〕'
                     WHEN 'school' THEN '〔学校秘匿〕' WHEN 'workplace' THEN '〔勤務先秘匿〕' ELSE '〔秘匿〕' END
$$;

CREATE FUNCTION people_any_mark() RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT '〔(?:住所|電話|メール|学校|勤務先)?秘匿〕'
$$;

-- A text with the words of some cases hidden, and whose words they were.
CREATE FUNCTION people_hide(cases uuid[], words text, OUT hidden text, OUT persons uuid[])
    LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
    word record;
    before text;
BEGIN
    hidden := words;
    persons := '{}';
    -- The longest first: 原田1-2 before 原田.
    FOR word IN SELECT w.person_id, w.sort, w.pattern FROM people_protectedword w
                WHERE w.case_id = ANY(cases) ORDER BY length(w.pattern) DESC, w.id LOOP
        before := hidden;
        hidden := regexp_replace(hidden, word.pattern, people_mark(word.sort), 'gi');
        IF hidden <> before AND NOT word.person_id = ANY(persons) THEN
            persons := persons || word.person_id;
        END IF;
    END LOOP;
END $$;

-- Whether a text is a key or a day, which tell nobody anything; hidden in, they would be none any more.
CREATE FUNCTION people_is_key(words text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT words ~* '^([a-z_]+:)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
        OR words ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?)?$'
$$;

-- A value with other texts in place of some, wherever they stand in it.
CREATE FUNCTION people_put_instead(value jsonb, instead jsonb) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE SET search_path = public, pg_temp AS $$
BEGIN
    RETURN CASE jsonb_typeof(value)
        WHEN 'string' THEN COALESCE(instead -> (value #>> '{}'), value)
        WHEN 'array' THEN COALESCE((SELECT jsonb_agg(people_put_instead(e.part, instead) ORDER BY e.nth)
                                    FROM jsonb_array_elements(value) WITH ORDINALITY e (part, nth)), value)
        WHEN 'object' THEN COALESCE((SELECT jsonb_object_agg(e.key, people_put_instead(e.value, instead))
                                     FROM jsonb_each(value) e), value)
        ELSE value END;
END $$;

-- A value with the words of some cases hidden in its texts alone: numbers, keys and days stay what they are. All texts
-- are looked through at once, apart by a sign nobody types, since each pattern is compiled anew for every text.
CREATE FUNCTION people_hide_json(cases uuid[], value jsonb, OUT hidden jsonb, OUT persons uuid[])
    LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
    apart constant text := chr(30);
    texts text[];
    found record;
BEGIN
    hidden := value;
    persons := '{}';
    texts := ARRAY(SELECT DISTINCT t #>> '{}' FROM jsonb_path_query(value, 'strict $.**') t
                   WHERE jsonb_typeof(t) = 'string' AND t <> '""' AND NOT people_is_key(t #>> '{}'));
    IF cardinality(texts) = 0 THEN
        RETURN;
    END IF;
    found := people_hide(cases, array_to_string(ARRAY(
        SELECT replace(t.words, apart, ' ') FROM unnest(texts) WITH ORDINALITY t (words, nth) ORDER BY t.nth), apart));
    persons := found.persons;
    IF cardinality(persons) > 0 THEN
        hidden := people_put_instead(value, (
            SELECT jsonb_object_agg(t.was, t.becomes)
            FROM unnest(texts, string_to_array(found.hidden, apart)) t (was, becomes)));
    END IF;
END $$;

-- A row before or after a change as the log may show it; NULL for what belongs to named staff alone.
-- For `disclosure_changes_of` alone: who could ask it with words of their own would guess until one is hidden.
CREATE FUNCTION people_masked_change(wanted_case uuid, subject text, change jsonb) RETURNS jsonb
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    shown jsonb := change;
    name text;
BEGIN
    IF change IS NULL OR subject LIKE 'people\_protect%' OR NOT disclosure_sees(wanted_case) THEN
        RETURN NULL;
    END IF;
    -- Whatever address the person ever had, also one that was forgotten when the words were made.
    IF subject IN ('people_person', 'people_personstate') AND EXISTS (
        SELECT 1 FROM people_protectedcontact k
        WHERE k.person_id = CASE subject WHEN 'people_person' THEN change ->> 'id' ELSE change ->> 'person_id' END::uuid) THEN
        FOREACH name IN ARRAY ARRAY['address', 'phone', 'mobile', 'email', 'area_id'] LOOP
            IF COALESCE(change ->> name, '') <> '' THEN
                shown := shown || jsonb_build_object(name, people_mark(
                    CASE name WHEN 'email' THEN 'email' WHEN 'phone' THEN 'phone' WHEN 'mobile' THEN 'phone' ELSE 'address' END));
            END IF;
        END LOOP;
    END IF;
    RETURN (people_hide_json(ARRAY[wanted_case], shown)).hidden;
END $$;

-- Hides protected words in a row that is being written, and keeps the passage for the named staff. Arguments: how the
-- cases of a row of this table are found ('' = its case_id), how the rows of a case $1 are, and each column with the
-- length it can hold. Set on every table by `people.masking`.
CREATE FUNCTION people_hide_row() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    cases uuid[];
    told jsonb;
    changed jsonb := '{}';
    name text;
    value jsonb;
    found record;
    guessed uuid[] := '{}';
BEGIN
    IF TG_ARGV[0] = '' THEN
        IF NOT EXISTS (SELECT 1 FROM people_protectedword w WHERE w.case_id = NEW.case_id) THEN
            RETURN NEW;
        END IF;
        cases := ARRAY[NEW.case_id];
    ELSE
        EXECUTE 'SELECT ARRAY(' || TG_ARGV[0] || ')' INTO cases USING to_jsonb(NEW);
        IF NOT EXISTS (SELECT 1 FROM people_protectedword w WHERE w.case_id = ANY(cases)) THEN
            RETURN NEW;
        END IF;
    END IF;
    told := to_jsonb(NEW);
    FOR nth IN 2 .. TG_NARGS - 1 LOOP
        name := split_part(TG_ARGV[nth], ':', 1);
        value := told -> name;
        CONTINUE WHEN value IS NULL OR value IN ('null', '""', '[]', '{}');
        SELECT h.hidden AS value, h.hidden #>> '{}' AS words, h.persons INTO found FROM people_hide_json(cases, value) h;
        CONTINUE WHEN found.value = value;
        IF NOT told ? 'id' THEN
            -- A folded form, which is compared: nobody is found or matched by a mark.
            found.words := regexp_replace(found.words, people_any_mark(), '', 'g');
        END IF;
        IF jsonb_typeof(value) = 'string' THEN
            found.words := left(found.words, COALESCE(NULLIF(split_part(TG_ARGV[nth], ':', 2), ''), '1000000')::integer);
            changed := changed || jsonb_build_object(name, found.words);
        ELSE
            changed := changed || jsonb_build_object(name, found.words::jsonb);
        END IF;
        -- What is derived (a folded form, a right) needs no passage: it is derived anew.
        IF jsonb_typeof(told -> 'id') = 'string' THEN
            PERFORM people_keep_passage(TG_TABLE_NAME::text, (told ->> 'id')::uuid, name, value #>> '{}', found.words,
                                        found.persons);
            guessed := guessed || found.persons;
        END IF;
    END LOOP;
    IF changed <> '{}' THEN
        NEW := jsonb_populate_record(NEW, changed);
    END IF;
    -- What holds of a person today stands on the person too, and is told of there.
    IF cardinality(guessed) > 0 AND NOT (TG_TABLE_NAME = 'people_personstate'
            AND told ->> 'replaced_at' IS NULL AND upper_inf((told ->> 'valid')::daterange)) THEN
        PERFORM people_tell_of_guess(guessed, TG_TABLE_NAME::text, told ->> 'id');
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION people_keep_passage(table_name text, row_id uuid, column_name text, original text, masked text, persons uuid[])
    RETURNS void LANGUAGE sql SET search_path = public, pg_temp AS $$
    INSERT INTO people_protectedpassage (case_id, persons, table_name, row_id, column_name, original, masked, at, written_by_id)
    SELECT p.case_id, people_keep_passage.persons, people_keep_passage.table_name, people_keep_passage.row_id,
           people_keep_passage.column_name, people_keep_passage.original, people_keep_passage.masked, clock_timestamp(), kasane_user()
    FROM people_person p WHERE p.id = people_keep_passage.persons[1]
$$;

-- The tables in which words are hidden, each with the condition that finds the rows (`t`) of a case $1.
CREATE FUNCTION people_hiding_tables() RETURNS TABLE (name text, key text, of_case text)
    LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT c.relname::text,
           (SELECT a.attname::text FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
            WHERE i.indrelid = c.oid AND i.indisprimary),
           COALESCE(NULLIF((string_to_array(encode(t.tgargs, 'escape'), '\000'))[2], ''), 't.case_id = $1')
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname = 'hide_protected' ORDER BY 1
$$;

-- Hides the words in everything the case holds already, and in the drafts about it of those who are not named.
CREATE FUNCTION people_hide_case(wanted uuid) RETURNS void
    LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    t record;
    ids text[] := ARRAY[wanted::text];
    more text[];
    named uuid[];
    d record;
    found record;
BEGIN
    ids := ids || ARRAY(SELECT k.id::text FROM people_protectedcontact k WHERE k.case_id = wanted);
    named := ARRAY(SELECT DISTINCT s FROM people_protectedcontact k, unnest(k.staff) s WHERE k.case_id = wanted);
    FOR t IN SELECT * FROM people_hiding_tables() LOOP
        EXECUTE format('UPDATE %1$I t SET %2$I = t.%2$I WHERE (%3$s) AND (people_hide_json(ARRAY[$1], to_jsonb(t))).hidden <> to_jsonb(t)',
                       t.name, t.key, t.of_case) USING wanted;
        EXECUTE format('SELECT array_agg(t.%I::text) FROM %I t WHERE %s', t.key, t.name, t.of_case) INTO more USING wanted;
        ids := ids || COALESCE(more, '{}');
    END LOOP;
    FOR d IN SELECT r.id, r.data FROM cases_draft r
             WHERE r.subject_id = ANY(ids) AND NOT r.user_id = ANY(named) LOOP
        found := people_hide_json(ARRAY[wanted], d.data);
        IF found.hidden <> d.data THEN
            PERFORM people_keep_passage('cases_draft', d.id, 'data', d.data::text, found.hidden::text, found.persons);
            UPDATE cases_draft SET data = found.hidden WHERE id = d.id;
        END IF;
    END LOOP;
END $$;

-- Whether the viewer is named for everybody whose words stand in a passage.
CREATE FUNCTION people_named_for(wanted uuid[]) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT NOT EXISTS (SELECT 1 FROM unnest(wanted) w WHERE NOT EXISTS (
        SELECT 1 FROM people_protectedcontact k WHERE k.person_id = w AND kasane_user() = ANY(k.staff) AND disclosure_sees(k.case_id)))
$$;

-- Who writes a hidden word sees it hidden, and so learns that it was right: for who is not named for the person this is
-- logged, without the text, and `disclosure_unusual` tells of it when it happens again (R-DIS-08). Words that come back
-- at the end of another's protection were typed by nobody.
CREATE FUNCTION people_tell_of_guess(persons uuid[], table_name text, row_id text) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO disclosure_logentry (at, user_id, agency_id, case_id, act, subject, row_id, basis)
    SELECT clock_timestamp(), kasane_user(), kasane_agency(), p.case_id, 'masked', people_tell_of_guess.table_name,
           people_tell_of_guess.row_id, ''
    FROM (SELECT DISTINCT q.case_id FROM people_person q WHERE q.id = ANY(people_tell_of_guess.persons)
          AND NOT people_named_for(ARRAY[q.id])) p
    WHERE kasane_user() IS NOT NULL AND COALESCE(current_setting('kasane.gives_back', true), '') = ''
$$;

-- Whether the viewer may read the row a passage came from; asked as the viewer, so that the row's own policy answers.
CREATE FUNCTION people_reads_row(table_name text, row_id uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
DECLARE
    answer boolean;
BEGIN
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I t WHERE t.id = $1)', table_name) INTO answer USING row_id;
    RETURN answer;
END $$;

-- The words of one person in place of those before. Only named staff, who read them, can say them.
CREATE FUNCTION people_set_words(wanted uuid, words jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    their_case uuid;
BEGIN
    SELECT k.case_id INTO their_case FROM people_protectedcontact k WHERE k.person_id = wanted;
    IF their_case IS NULL OR NOT people_named_for(ARRAY[wanted]) THEN
        RAISE EXCEPTION 'only named staff' USING ERRCODE = 'insufficient_privilege';
    END IF;
    -- Words are only ever added while the protection lasts: an address of before still tells.
    INSERT INTO people_protectedword (case_id, person_id, sort, pattern)
    SELECT their_case, wanted, w ->> 'sort', w ->> 'pattern' FROM jsonb_array_elements(words) w
    ON CONFLICT DO NOTHING;
    PERFORM people_hide_case(their_case);
END $$;

-- A text with its words given back: from how it stood when they were hidden, and before. A text that was edited since
-- gets them back in their order; NULL when there are more or fewer marks in it now.
CREATE FUNCTION people_given_back(now_is text, masked text, original text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE SET search_path = public, pg_temp AS $$
DECLARE
    mark constant text := people_any_mark();
    kept text[] := regexp_split_to_array(masked, mark);
    new text[] := regexp_split_to_array(now_is, mark);
    rest text := original;
    place integer;
    answer text;
BEGIN
    IF now_is = masked THEN
        RETURN original;
    END IF;
    IF cardinality(kept) <> cardinality(new) OR cardinality(kept) < 2 THEN
        RETURN NULL;
    END IF;
    answer := new[1];
    FOR n IN 2 .. cardinality(kept) LOOP
        rest := substr(rest, length(kept[n - 1]) + 1);
        place := CASE WHEN kept[n] = '' THEN length(rest) + 1 ELSE strpos(rest, kept[n]) END;
        IF place < 1 THEN
            RETURN NULL;
        END IF;
        answer := answer || left(rest, place - 1) || new[n];
        rest := substr(rest, place);
    END LOOP;
    RETURN answer;
END $$;

-- The protection of a person ends: their words stand in all texts again, but for those of others still protected. A
-- passage that can not be put back stays to be read by whoever reads the row.
CREATE FUNCTION people_end_words(wanted uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    place record;
    passage record;
    value jsonb;
    words text;
    back text;
BEGIN
    IF wanted IS NULL OR NOT EXISTS (SELECT 1 FROM people_protectedcontact k WHERE k.person_id = wanted)
       OR NOT people_named_for(ARRAY[wanted]) THEN
        RAISE EXCEPTION 'only named staff' USING ERRCODE = 'insufficient_privilege';
    END IF;
    DELETE FROM people_protectedword w WHERE w.person_id = wanted;
    PERFORM set_config('kasane.gives_back', 'yes', true);
    FOR place IN SELECT DISTINCT p.table_name, p.row_id, p.column_name FROM people_protectedpassage p
                 WHERE wanted = ANY(p.persons) LOOP
        EXECUTE format('SELECT to_jsonb(t) -> %L FROM %I t WHERE t.id = $1', place.column_name, place.table_name)
        INTO value USING place.row_id;
        words := CASE jsonb_typeof(value) WHEN 'string' THEN value #>> '{}' ELSE value::text END;
        FOR passage IN SELECT * FROM people_protectedpassage p WHERE (p.table_name, p.row_id, p.column_name)
                       = (place.table_name, place.row_id, place.column_name) ORDER BY p.id DESC LOOP
            back := people_given_back(words, passage.masked, passage.original);
            IF back IS NOT NULL OR words IS NULL THEN
                words := back;
                DELETE FROM people_protectedpassage p WHERE p.id = passage.id;
            ELSE
                UPDATE people_protectedpassage p SET persons = array_remove(p.persons, wanted) WHERE p.id = passage.id;
            END IF;
        END LOOP;
        CONTINUE WHEN words IS NULL;
        EXECUTE format('UPDATE %1$I t SET %2$I = (jsonb_populate_record(t, jsonb_build_object(%2$L, $2))).%2$I WHERE t.id = $1',
                       place.table_name, place.column_name)
        USING place.row_id, CASE jsonb_typeof(value) WHEN 'string' THEN to_jsonb(words) ELSE words::jsonb END;
    END LOOP;
    PERFORM set_config('kasane.gives_back', '', true);
END $$;

SELECT disclosure_give_to_definer('people_hide(uuid[], text)', 'people_hide_json(uuid[], jsonb)',
    'people_masked_change(uuid, text, jsonb)', 'people_hide_row()',
    'people_tell_of_guess(uuid[], text, text)', 'people_hide_case(uuid)', 'people_hiding_tables()',
    'people_keep_passage(text, uuid, text, text, text, uuid[])', 'people_named_for(uuid[])',
    'people_set_words(uuid, jsonb)', 'people_end_words(uuid)');
SET LOCAL ROLE kasane_definer;
REVOKE EXECUTE ON FUNCTION people_hide(uuid[], text), people_hide_json(uuid[], jsonb),
    people_masked_change(uuid, text, jsonb), people_tell_of_guess(uuid[], text, text), people_hide_case(uuid), people_hiding_tables(),
    people_keep_passage(text, uuid, text, text, text, uuid[]) FROM kasane_app;
RESET ROLE;
