-- 住民の入口. A message is seen by the staff of the one agency that has it. Nobody who is signed in or not can write one but
-- by these functions, and what a resident wrote is changed by nobody.
REVOKE INSERT, UPDATE, DELETE ON intake_doormessage FROM kasane_app;
GRANT UPDATE (result, result_note, ended_on, ended_by_id, version, updated_at) ON intake_doormessage TO kasane_app;
REVOKE UPDATE, DELETE ON intake_doorstep FROM kasane_app;
REVOKE ALL ON intake_doorcount FROM kasane_app;
REVOKE ALL ON SEQUENCE intake_doorcount_id_seq FROM kasane_app;

-- What was done is logged with the agency and the result, without a word of what was typed: the log keeps for good, and no
-- disposal of a case would reach it (R-DIS-07, R-DIS-08).
CREATE FUNCTION intake_record_door() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    typed text[] := ARRAY['called', 'phone', 'mail', 'times', 'words', 'result_note', 'note'];
    old_row jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - typed END;
    new_row jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - typed END;
BEGIN
    INSERT INTO disclosure_logentry (at, user_id, agency_id, case_id, act, subject, row_id, basis, before, after)
    VALUES (clock_timestamp(), kasane_user(), kasane_agency(), NULL, lower(TG_OP), TG_TABLE_NAME,
            COALESCE(new_row, old_row) ->> 'id', '', old_row, new_row);
    RETURN NULL;
END $$;
CREATE TRIGGER record_change AFTER INSERT OR UPDATE OR DELETE ON intake_doormessage
    FOR EACH ROW EXECUTE FUNCTION intake_record_door();
CREATE TRIGGER record_change AFTER INSERT OR UPDATE OR DELETE ON intake_doorstep
    FOR EACH ROW EXECUTE FUNCTION intake_record_door();

-- Whether one more message may come from this sender (a keyed hash of the day) and at all within this hour. Who is over
-- the own limit does not use up that of the others. Counts of earlier days go.
CREATE FUNCTION intake_door_admits(wanted_sender text, most_of_one integer, most_of_all integer) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    this_hour timestamptz := date_trunc('hour', now());
    who text;
    counted integer;
BEGIN
    IF COALESCE(wanted_sender, '') = '' THEN
        RAISE EXCEPTION 'a message has a sender to be counted';
    END IF;
    DELETE FROM intake_doorcount c WHERE c.hour < date_trunc('day', now() AT TIME ZONE 'Asia/Tokyo') AT TIME ZONE 'Asia/Tokyo';
    FOREACH who IN ARRAY ARRAY[wanted_sender, ''] LOOP
        INSERT INTO intake_doorcount AS c (hour, sender, times) VALUES (this_hour, who, 1)
        ON CONFLICT (hour, sender) DO UPDATE SET times = c.times + 1 RETURNING c.times INTO counted;
        IF counted > (CASE WHEN who = '' THEN most_of_all ELSE most_of_one END) THEN
            RETURN false;
        END IF;
    END LOOP;
    RETURN true;
END $$;

-- Lays a message at an agency in use. It answers nothing: who left it can not read it again.
CREATE FUNCTION intake_leave_door_message(wanted jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM agencies_agency a WHERE a.id = (wanted ->> 'agency_id')::uuid AND a.is_active) THEN
        RAISE EXCEPTION 'there is no such desk';
    END IF;
    INSERT INTO intake_doormessage (id, created_at, version, updated_at, number, year, agency_id, language, topic, area_id,
                                    called, phone, mail, times, words, result, result_note)
    SELECT uuidv7(), now(), 1, now(), w.number, w.year, w.agency_id, w.language, w.topic, w.area_id,
           w.called, w.phone, w.mail, w.times, w.words, '', ''
    FROM jsonb_to_record(wanted) AS w (number integer, year smallint, agency_id uuid, language text, topic text, area_id uuid,
                                       called text, phone text, mail text, times text[], words text);
END $$;

-- Writes to the log that the viewer opens a message, and answers whether the viewer's agency has it.
CREATE FUNCTION intake_read_door_message(wanted uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    mine boolean := EXISTS (SELECT 1 FROM intake_doormessage m WHERE m.id = wanted AND m.agency_id = kasane_agency());
BEGIN
    IF mine OR EXISTS (SELECT 1 FROM intake_doormessage m WHERE m.id = wanted) THEN
        INSERT INTO disclosure_logentry (at, user_id, agency_id, case_id, act, subject, row_id, basis)
        VALUES (clock_timestamp(), kasane_user(), kasane_agency(), NULL, CASE WHEN mine THEN 'read' ELSE 'refused' END,
                '住民の入口の連絡', wanted::text, '');
    END IF;
    RETURN mine;
END $$;

-- Gives a message that waits to another desk: from then on that one has it, and no other. Only who has it may.
CREATE FUNCTION intake_pass_door_message(wanted uuid, receiver uuid, why text, seen_version integer) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF kasane_user() IS NULL OR COALESCE(why, '') = ''
       OR NOT EXISTS (SELECT 1 FROM agencies_agency a WHERE a.id = receiver AND a.is_active AND a.id <> kasane_agency()) THEN
        RETURN false;
    END IF;
    UPDATE intake_doormessage m SET agency_id = receiver, version = m.version + 1, updated_at = now()
    WHERE m.id = wanted AND m.agency_id = kasane_agency() AND m.result = '' AND m.version = seen_version;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    INSERT INTO intake_doorstep (id, created_at, message_id, kind, agency_id, to_agency_id, by_id, note)
    VALUES (uuidv7(), clock_timestamp(), wanted, 'passed', kasane_agency(), receiver, kasane_user(), why);
    RETURN true;
END $$;

-- A desk may be left by its last worker, or closed, with messages still waiting: by night they go to the centre, so that
-- somebody reads them (R-INT-05, R-INT-06). Answers how many.
CREATE FUNCTION intake_bring_door_messages(centre uuid) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    moved bigint;
BEGIN
    UPDATE intake_doormessage m SET agency_id = centre, version = m.version + 1, updated_at = now()
    WHERE m.result = '' AND m.agency_id <> centre AND NOT EXISTS (
        SELECT 1 FROM agencies_post p JOIN agencies_agency a ON a.id = p.agency_id JOIN agencies_user u ON u.id = p.user_id
        WHERE p.agency_id = m.agency_id AND a.is_active AND u.is_active AND p.role <> 'administrator'
          AND p.starts_on <= kasane_today() AND (p.ends_on IS NULL OR p.ends_on >= kasane_today()));
    GET DIAGNOSTICS moved = ROW_COUNT;
    RETURN moved;
END $$;

-- Empties what was typed in messages that ended before a day; what is counted stays. Answers how many. By night alone.
CREATE FUNCTION intake_empty_door_messages(before date) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    gone uuid[];
BEGIN
    -- What nobody dealt with within a year is not kept either.
    UPDATE intake_doormessage m SET result = 'unreachable', ended_on = kasane_today() - 366
    WHERE m.result = '' AND m.created_at < now() - interval '1 year';
    gone := ARRAY(SELECT m.id FROM intake_doormessage m WHERE m.ended_on < before AND m.emptied_at IS NULL);
    UPDATE intake_doorstep s SET note = '' WHERE s.message_id = ANY (gone) AND s.note <> '';
    UPDATE intake_doormessage m SET called = '', phone = '', mail = '', times = '{}', words = '', result_note = '',
           emptied_at = now() WHERE m.id = ANY (gone);
    RETURN cardinality(gone);
END $$;

SELECT disclosure_give_to_definer('intake_record_door()', 'intake_door_admits(text, integer, integer)',
    'intake_leave_door_message(jsonb)', 'intake_read_door_message(uuid)',
    'intake_pass_door_message(uuid, uuid, text, integer)', 'intake_bring_door_messages(uuid)',
    'intake_empty_door_messages(date)');
SET LOCAL ROLE kasane_definer;
REVOKE EXECUTE ON FUNCTION intake_bring_door_messages(uuid), intake_empty_door_messages(date) FROM kasane_app;
RESET ROLE;
