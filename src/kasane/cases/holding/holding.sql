-- 担い手のいないケース (R-INT-05): an open case which nobody of its responsible agency can work on today, because all have
-- left, the contract has ended, or the person no longer agrees that it knows. It is on nobody's 今日やること but here.

-- Agencies in use in which somebody who sees cases holds a post today. For the functions below alone.
CREATE FUNCTION cases_staffed() RETURNS SETOF uuid
    LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT DISTINCT p.agency_id
    FROM agencies_post p JOIN agencies_agency a ON a.id = p.agency_id JOIN agencies_user u ON u.id = p.user_id
    WHERE a.is_active AND u.is_active AND p.role <> 'administrator'
      AND p.starts_on <= kasane_today() AND (p.ends_on IS NULL OR p.ends_on >= kasane_today())
$$;

-- Such cases, urgent ones first, for coordinators and the managers and deciders of the municipality: numbers, agencies and
-- why; no name. `total` is how many there are, `most` how many are told.
CREATE FUNCTION cases_unheld(wanted uuid, most integer)
    RETURNS TABLE (case_id uuid, year smallint, number integer, agency text, why text, is_urgent boolean, total integer)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT kasane_oversees() THEN
        RETURN;
    END IF;
    RETURN QUERY
    WITH staffed AS MATERIALIZED (SELECT s AS agency_id FROM cases_staffed() s),
    held AS (SELECT g.case_id, g.agency_id FROM disclosure_grant g JOIN staffed s USING (agency_id)
             WHERE g.writes AND g.valid @> kasane_today())
    SELECT c.id, c.year, c.number, a.name::text,
           CASE WHEN NOT EXISTS (SELECT 1 FROM staffed s WHERE s.agency_id = a.id) THEN 'staff'
                WHEN EXISTS (SELECT 1 FROM disclosure_evidence e WHERE e.case_id = c.id AND e.agency_id = a.id
                             AND e.type = 'entrusted') THEN 'contract'
                ELSE 'consent' END,
           c.is_urgent, (count(*) OVER ())::integer
    FROM cases_case c JOIN agencies_agency a ON a.id = c.responsible_agency_id
    WHERE c.stage <> 'closed' AND (wanted IS NULL OR c.id = wanted)
      AND NOT EXISTS (SELECT 1 FROM held h WHERE h.case_id = c.id AND h.agency_id = c.responsible_agency_id)
    ORDER BY c.is_urgent DESC, c.id LIMIT most;
END $$;

-- Who can become responsible for such a case: agencies with staff that work on it by a right of their own or of the
-- person's consent; and the divisions that entrusted it, whose own work it is when the contract has ended.
CREATE FUNCTION cases_possible_holders(wanted uuid) RETURNS TABLE (agency_id uuid, name text, way text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH staffed AS MATERIALIZED (SELECT s AS id FROM cases_staffed() s),
    works AS (SELECT DISTINCT g.agency_id AS id FROM cases_unheld(wanted, 1) u JOIN disclosure_grant g ON g.case_id = u.case_id
              WHERE g.writes AND g.agency_id IS NOT NULL AND g.valid @> kasane_today()),
    entrusts AS (SELECT DISTINCT d.agency_id AS id FROM cases_unheld(wanted, 1) u JOIN disclosure_evidence e ON e.case_id = u.case_id
                 JOIN agencies_contract k ON k.id = e.contract_id JOIN agencies_deliverydivision d ON d.delivery_id = k.delivery_id
                 WHERE e.type = 'entrusted')
    SELECT a.id, a.name::text, CASE WHEN w.id IS NOT NULL THEN 'works' ELSE 'entrusts' END
    FROM agencies_agency a JOIN staffed s USING (id) LEFT JOIN works w USING (id) LEFT JOIN entrusts d USING (id)
    WHERE w.id IS NOT NULL OR d.id IS NOT NULL AND a.kind IN ('division', 'centre')
    ORDER BY 3 DESC, a."order", a.name
$$;

-- Makes an agency responsible for such a case; whoever decides it need not see the case. A division that takes back what it
-- had entrusted has it as its own work from today on, for the kinds of data that were entrusted (R-DIS-01).
CREATE FUNCTION cases_give(wanted uuid, holder uuid, reason text, title text, what text, due date) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    chosen text := (SELECT h.way FROM cases_possible_holders(wanted) h WHERE h.agency_id = holder);
    made uuid := uuidv7();
    told integer;
BEGIN
    IF chosen IS NULL OR COALESCE(trim(reason), '') = '' THEN
        RETURN false;
    END IF;
    PERFORM disclosure_lock(wanted);
    IF chosen = 'entrusts' THEN
        SELECT COALESCE(bit_or(e.kinds), 0) & 63 | 1 INTO told FROM disclosure_evidence e
        WHERE e.case_id = wanted AND e.type = 'entrusted';
        INSERT INTO disclosure_evidence (id, created_at, case_id, type, agency_id, kinds, valid_from, source, note)
        VALUES (made, clock_timestamp(), wanted, 'own_work', holder, told, kasane_today(), 'holding', '委託していた事業のケースを、委託元の課が引き取った');
        INSERT INTO disclosure_grant (case_id, agency_id, kinds, writes, valid, basis, evidence_id, explanation)
        SELECT wanted, holder, told, true, daterange(kasane_today(), NULL), 'own_work', made, e.note
        FROM disclosure_evidence e WHERE e.id = made;
    END IF;
    UPDATE cases_case SET responsible_agency_id = holder, responsible_user_id = NULL, version = version + 1,
        updated_at = clock_timestamp() WHERE id = wanted;
    INSERT INTO cases_event (id, created_at, case_id, kinds, at, code, title, body, agency_id, by_id, subject)
    VALUES (uuidv7(), clock_timestamp(), wanted, 1, clock_timestamp(), 'given', title, reason, kasane_agency(), kasane_user(), 'holding');
    INSERT INTO cases_task (id, created_at, case_id, kinds, agency_id, kind, what, due_on, someone_waits, since, is_urgent, source)
    SELECT uuidv7(), clock_timestamp(), wanted, 1, holder, 'other', what, due, true, kasane_today(), c.is_urgent, 'holding'
    FROM cases_case c WHERE c.id = wanted;
    RETURN true;
END $$;

SELECT disclosure_give_to_definer('cases_unheld(uuid, integer)', 'cases_possible_holders(uuid)',
        'cases_give(uuid, uuid, text, text, text, date)');
