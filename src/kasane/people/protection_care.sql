-- DV等支援措置 beyond one case: the same person known elsewhere, and named staff who have all left (R-DIS-09, R-DIS-01).

-- Whether the viewer acts as 管理職 today.
CREATE FUNCTION kasane_manages() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM agencies_post p WHERE p.user_id = kasane_user() AND p.agency_id = kasane_agency()
                   AND p.role = 'manager' AND p.starts_on <= kasane_today()
                   AND (p.ends_on IS NULL OR p.ends_on >= kasane_today()))
$$;

-- Whether the viewer may agree to new staff in a case: a manager or decider of the town, or the manager of the agency
-- responsible for it.
CREATE FUNCTION people_agrees_to_handover(wanted_case uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT kasane_oversees(true) OR kasane_manages() AND EXISTS (
        SELECT 1 FROM cases_case c WHERE c.id = wanted_case AND c.responsible_agency_id = kasane_agency())
$$;

-- Who can look after somebody protected in a case: an account in use, a post today, and a right on the case.
CREATE FUNCTION people_who_can_look_after(wanted_case uuid) RETURNS TABLE (user_id uuid, agency_id uuid)
    LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT DISTINCT p.user_id, p.agency_id
    FROM disclosure_grant g
    JOIN agencies_post p ON (p.agency_id = g.agency_id OR p.user_id = g.user_id) AND p.role <> 'administrator'
        AND p.starts_on <= kasane_today() AND (p.ends_on IS NULL OR p.ends_on >= kasane_today())
    JOIN agencies_user u ON u.id = p.user_id AND u.is_active
    WHERE g.case_id = wanted_case AND g.valid @> kasane_today() AND g.kinds & 1 = 1
$$;

-- Protects whoever was found to be the same person, wherever they are known, without telling either side of the other:
-- there the person's own address goes to those who know it, and nobody's name is put to it in that case's log.
CREATE FUNCTION people_protect_same(wanted uuid, place_blocks integer[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    source people_protectedcontact;
    other people_person;
    me text := COALESCE(kasane_user()::text, '');
    office text := COALESCE(kasane_agency()::text, '');
    named uuid[];
BEGIN
    SELECT * INTO source FROM people_protectedcontact k WHERE k.person_id = wanted;
    IF source.id IS NULL OR NOT (people_named_for(ARRAY[wanted]) OR kasane_coordinates()) THEN
        RETURN;
    END IF;
    FOR other IN SELECT p.* FROM people_sameperson s
                 JOIN people_sameperson o ON o.identity = s.identity AND o.person_id <> s.person_id
                 JOIN people_person p ON p.id = o.person_id WHERE s.person_id = wanted LOOP
        -- The responsible worker there, who wrote the person down last, and of those named here who work there too.
        named := ARRAY(
            SELECT a.user_id FROM people_who_can_look_after(other.case_id) a JOIN cases_case c ON c.id = other.case_id
            WHERE a.user_id = c.responsible_user_id OR a.user_id = ANY(source.staff)
               OR (a.agency_id = c.responsible_agency_id AND a.user_id = (
                   SELECT s.recorded_by_id FROM people_personstate s WHERE s.person_id = other.id
                   ORDER BY s.recorded_at DESC, s.id DESC LIMIT 1)));
        -- One entry of its own says who caused it; it belongs to no case, and so shows in none.
        INSERT INTO disclosure_logentry (at, user_id, agency_id, case_id, act, subject, row_id, basis)
        SELECT clock_timestamp(), kasane_user(), kasane_agency(), NULL, 'protect', '同じ人の秘匿', other.id::text, ''
        WHERE NOT other.contact_is_protected;
        PERFORM set_config('kasane.user_id', '', true), set_config('kasane.agency_id', '', true);
        IF NOT other.contact_is_protected THEN
            INSERT INTO people_protectedcontact (id, created_at, kinds, case_id, person_id, address, phone, mobile, email,
                area_id, school, workplace, words, history, staff, reason, since, is_settled, recorded_by_id)
            SELECT uuidv7(), clock_timestamp(), other.kinds, other.case_id, other.id, other.address, other.phone,
                other.mobile, other.email, other.area_id, '', '', '',
                (SELECT COALESCE(jsonb_object_agg(s.id, jsonb_build_object('address', s.address, 'phone', s.phone,
                    'mobile', s.mobile, 'email', s.email, 'area_id', s.area_id)), '{}')
                 FROM people_personstate s WHERE s.person_id = other.id),
                named, '支援措置の対象の方です(町の記録から自動で秘匿しました)', source.since, false, NULL;
            UPDATE people_personstate SET address = '', phone = '', mobile = '', email = '', area_id = NULL
            WHERE person_id = other.id;
            UPDATE people_person SET address = '', phone = '', mobile = '', email = '', area_id = NULL,
                contact_is_protected = true, version = version + 1, updated_at = clock_timestamp()
            WHERE id = other.id;
            UPDATE people_personkey SET address = '', town = '', phones = '' WHERE person_id = other.id;
            UPDATE people_matchkey SET address_key = '', town_key = '', mobile = '', landline = '', blocks = ARRAY(
                SELECT b FROM unnest(blocks) b WHERE NOT split_part(b, ':', 1)::integer = ANY(place_blocks))
            WHERE person_id = other.id;
        END IF;
        -- What is known of one tells of the other.
        INSERT INTO people_protectedword (case_id, person_id, sort, pattern)
        SELECT other.case_id, other.id, w.sort, w.pattern FROM people_protectedword w WHERE w.person_id = wanted
        ON CONFLICT DO NOTHING;
        PERFORM people_hide_case(other.case_id);
        PERFORM set_config('kasane.user_id', me, true), set_config('kasane.agency_id', office, true);
    END LOOP;
END $$;

-- Persons whose address nobody can see any more: for coordinators, and for those who agree to what they propose. Of the case they are
-- told its number and its agency, of the person nothing.
CREATE FUNCTION people_unattended(only_contact uuid)
    RETURNS TABLE (contact_id uuid, case_year smallint, case_number integer, agency text, since date,
                   handover_id uuid, staff uuid[], reason text, proposed_by uuid, proposed_by_name text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT k.id, c.year, c.number, a.name::text, k.since, h.id, h.staff, h.reason::text, h.proposed_by_id, u.name::text
    FROM people_protectedcontact k
    JOIN cases_case c ON c.id = k.case_id
    JOIN agencies_agency a ON a.id = c.responsible_agency_id
    LEFT JOIN people_protectionhandover h ON h.contact_id = k.id AND h.agreed_by_id IS NULL
    LEFT JOIN agencies_user u ON u.id = h.proposed_by_id
    WHERE (kasane_coordinates() OR people_agrees_to_handover(k.case_id)) AND (only_contact IS NULL OR k.id = only_contact)
      AND NOT EXISTS (SELECT 1 FROM people_who_can_look_after(k.case_id) w WHERE w.user_id = ANY(k.staff))
    ORDER BY k.since, k.id
$$;

-- Whom a coordinator can propose.
CREATE FUNCTION people_successors(contact uuid) RETURNS TABLE (user_id uuid, name text, agency text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT u.id, u.name::text, string_agg(DISTINCT a.name, '、' ORDER BY a.name)
    FROM people_unattended(contact) n JOIN people_protectedcontact k ON k.id = n.contact_id
    CROSS JOIN LATERAL people_who_can_look_after(k.case_id) w
    JOIN agencies_user u ON u.id = w.user_id JOIN agencies_agency a ON a.id = w.agency_id
    GROUP BY u.id, u.name ORDER BY 3, 2
$$;

-- A coordinator proposes new staff; what was proposed before and not agreed to is replaced.
CREATE FUNCTION people_propose_handover(contact uuid, staff uuid[], reason text) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT kasane_coordinates() THEN
        RETURN 'refused';
    ELSIF NOT EXISTS (SELECT 1 FROM people_unattended(contact)) THEN
        RETURN 'attended';
    ELSIF cardinality(staff) = 0 OR EXISTS (SELECT 1 FROM unnest(staff) s WHERE s NOT IN (SELECT f.user_id FROM people_successors(contact) f)) THEN
        RETURN 'nobody';
    END IF;
    DELETE FROM people_protectionhandover h WHERE h.contact_id = contact AND h.agreed_by_id IS NULL;
    INSERT INTO people_protectionhandover (id, created_at, kinds, case_id, contact_id, staff, reason, proposed_by_id)
    SELECT uuidv7(), clock_timestamp(), k.kinds, k.case_id, k.id, people_propose_handover.staff,
           people_propose_handover.reason, kasane_user()
    FROM people_protectedcontact k WHERE k.id = contact;
    RETURN 'kept';
END $$;

-- A manager or decider, who is somebody else, agrees: from now on the new staff see the address.
CREATE FUNCTION people_agree_handover(handover uuid) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    row people_protectionhandover;
BEGIN
    SELECT * INTO row FROM people_protectionhandover h WHERE h.id = handover FOR UPDATE;
    IF NOT people_agrees_to_handover(row.case_id) OR row.proposed_by_id = kasane_user() THEN
        RETURN 'refused';
    ELSIF row.id IS NULL OR row.agreed_by_id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM people_unattended(row.contact_id)) THEN
        RETURN 'attended';
    END IF;
    UPDATE people_protectionhandover h SET agreed_by_id = kasane_user(), agreed_at = clock_timestamp() WHERE h.id = handover;
    UPDATE people_protectedcontact k SET staff = row.staff, is_settled = false WHERE k.id = row.contact_id;
    RETURN 'kept';
END $$;

SELECT disclosure_give_to_definer('kasane_manages()', 'people_agrees_to_handover(uuid)', 'people_who_can_look_after(uuid)',
    'people_protect_same(uuid, integer[])', 'people_unattended(uuid)', 'people_successors(uuid)',
    'people_propose_handover(uuid, uuid[], text)', 'people_agree_handover(uuid)');
SET LOCAL ROLE kasane_definer;
REVOKE EXECUTE ON FUNCTION people_who_can_look_after(uuid) FROM kasane_app;
RESET ROLE;
