-- 電話の記録 of a case (R-INT-02) come into its history. A call is for the desk that had it, whoever else sees the case.
CREATE OR REPLACE FUNCTION disclosure_kinds_of(subject text, was jsonb) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN subject IN ('cases_case', 'disclosure_evidence', 'disclosure_consent', 'disclosure_legalexception') THEN 1
        WHEN subject = 'intake_phonecall' THEN 0  -- whoever sees the case at all, at the desk that had it
        WHEN subject IN ('people_protectedcontact', 'people_pair', 'people_protectionhandover') THEN NULL
        ELSE (was ->> 'kinds')::integer
    END
$$;

CREATE OR REPLACE FUNCTION disclosure_meets_own_rule(subject text, was jsonb) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF subject = 'conferences_talk' AND was IS NOT NULL THEN
        RETURN conferences_sees((was ->> 'meeting_id')::uuid);
    END IF;
    IF subject = 'intake_phonecall' AND was IS NOT NULL THEN
        RETURN COALESCE((was ->> 'agency_id')::uuid = kasane_agency(), false);
    END IF;
    RETURN true;
END $$;
