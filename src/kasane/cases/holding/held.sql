-- Until when each open case is held by its responsible agency, kept by triggers, so that 担い手のいないケース (R-INT-05) is
-- found without a walk over all cases. It only names what may be without a holder; `cases_unheld` looks at the grants.
CREATE TABLE cases_holding (
    case_id uuid PRIMARY KEY REFERENCES cases_case ON DELETE CASCADE,
    held_until date
);
COMMENT ON COLUMN cases_holding.held_until IS 'the first day without a holder; null: none now; 9999: no end in sight';
CREATE INDEX cases_holding_until ON cases_holding (held_until);
ALTER TABLE cases_holding ENABLE ROW LEVEL SECURITY;
ALTER TABLE cases_holding FORCE ROW LEVEL SECURITY;
CREATE POLICY definer ON cases_holding TO kasane_definer USING (true) WITH CHECK (true);

CREATE FUNCTION cases_keep_holding(changed uuid[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO cases_holding AS h (case_id, held_until)
    SELECT c.id, (SELECT max(COALESCE(upper(g.valid), '9999-12-31')) FROM disclosure_grant g
                  WHERE g.case_id = c.id AND g.agency_id = c.responsible_agency_id AND g.writes
                    AND NOT isempty(g.valid) AND (lower_inf(g.valid) OR lower(g.valid) <= kasane_today()))
    FROM cases_case c WHERE c.id = ANY (changed) AND c.stage <> 'closed'
    ON CONFLICT (case_id) DO UPDATE SET held_until = EXCLUDED.held_until
        WHERE h.held_until IS DISTINCT FROM EXCLUDED.held_until;
    DELETE FROM cases_holding h USING cases_case c
    WHERE h.case_id = ANY (changed) AND c.id = h.case_id AND c.stage = 'closed';
$$;

CREATE FUNCTION cases_granted() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM cases_keep_holding((SELECT array_agg(DISTINCT r.case_id) FROM changed_rows r));
    RETURN NULL;
END $$;

CREATE FUNCTION cases_moved() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM cases_keep_holding(ARRAY[NEW.id]);
    RETURN NULL;
END $$;

CREATE TRIGGER keep_holding_given AFTER INSERT ON disclosure_grant
    REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION cases_granted();
CREATE TRIGGER keep_holding_changed AFTER UPDATE ON disclosure_grant
    REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION cases_granted();
CREATE TRIGGER keep_holding_taken AFTER DELETE ON disclosure_grant
    REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION cases_granted();
CREATE TRIGGER keep_holding AFTER INSERT ON cases_case FOR EACH ROW EXECUTE FUNCTION cases_moved();
CREATE TRIGGER keep_holding_moved AFTER UPDATE ON cases_case FOR EACH ROW
    WHEN (OLD.responsible_agency_id <> NEW.responsible_agency_id OR (OLD.stage = 'closed') <> (NEW.stage = 'closed'))
    EXECUTE FUNCTION cases_moved();

SELECT disclosure_give_to_definer('cases_keep_holding(uuid[])');

-- What is there already.
SET LOCAL ROLE kasane_definer;
SELECT cases_keep_holding(ARRAY(SELECT id FROM cases_case));

-- Such cases, urgent ones first, as before (holding.sql); only what may be without a holder is looked at.
CREATE OR REPLACE FUNCTION cases_unheld(wanted uuid, most integer)
    RETURNS TABLE (case_id uuid, year smallint, number integer, agency text, why text, is_urgent boolean, total integer)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT kasane_oversees() THEN
        RETURN;
    END IF;
    RETURN QUERY
    WITH staffed AS MATERIALIZED (SELECT s AS agency_id FROM cases_staffed() s),
    doubtful AS MATERIALIZED (
        SELECT h.case_id AS id FROM cases_holding h
        WHERE (h.held_until IS NULL OR h.held_until <= kasane_today()) AND (wanted IS NULL OR h.case_id = wanted)
        UNION
        SELECT c.id FROM cases_case c
        WHERE c.responsible_agency_id IN (SELECT a.id FROM agencies_agency a WHERE a.id NOT IN (TABLE staffed))
          AND c.stage <> 'closed' AND (wanted IS NULL OR c.id = wanted))
    SELECT c.id, c.year, c.number, a.name::text,
           CASE WHEN a.id NOT IN (TABLE staffed) THEN 'staff'
                WHEN EXISTS (SELECT 1 FROM disclosure_evidence e WHERE e.case_id = c.id AND e.agency_id = a.id
                             AND e.type = 'entrusted') THEN 'contract'
                ELSE 'consent' END,
           c.is_urgent, (count(*) OVER ())::integer
    FROM doubtful d JOIN cases_case c USING (id) JOIN agencies_agency a ON a.id = c.responsible_agency_id
    WHERE c.stage <> 'closed'
      AND (a.id NOT IN (TABLE staffed)
           OR NOT EXISTS (SELECT 1 FROM disclosure_grant g WHERE g.case_id = c.id AND g.agency_id = a.id
                          AND g.writes AND g.valid @> kasane_today()))
    ORDER BY c.is_urgent DESC, c.id LIMIT most;
END $$;
RESET ROLE;
