-- The term of a contract changed: what stood on it ends or goes on with it (R-DIS-01, entrusted work). As
-- `rules.derive_grants` has it: evidence that was ended before it began opens nothing and stops no contract from being
-- changed, and every right holds 基本情報.
SET LOCAL ROLE kasane_definer;
CREATE OR REPLACE FUNCTION disclosure_follow_contract() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    term daterange := daterange(NEW.starts_on, NEW.ends_on + 1);
BEGIN
    DELETE FROM disclosure_grant g USING disclosure_evidence e WHERE g.evidence_id = e.id AND e.contract_id = NEW.id;
    INSERT INTO disclosure_grant (case_id, agency_id, kinds, writes, valid, basis, evidence_id, explanation)
    SELECT e.case_id, e.agency_id, e.kinds & 63 | 1, true, spans.days, 'entrusted', e.id, e.note
    FROM disclosure_evidence e
    CROSS JOIN LATERAL (SELECT CASE WHEN e.valid_until <= e.valid_from THEN 'empty'::daterange
                                    ELSE daterange(e.valid_from, e.valid_until) * term END AS days) spans
    WHERE e.contract_id = NEW.id AND e.type = 'entrusted' AND NOT isempty(spans.days);
    RETURN NULL;
END $$;
RESET ROLE;
