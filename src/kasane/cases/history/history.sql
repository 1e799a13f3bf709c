-- 変更の記録 of one case (R-DIS-08), read from the log within the viewer's rights.

-- The kinds of data in a logged row (R-DIS-04); NULL where its table is read by a rule of its own and therefore not by
-- everybody who sees the case: such rows stay out of the history. cases/tests/test_history.py holds this against
-- the policies.
CREATE FUNCTION disclosure_kinds_of(subject text, was jsonb) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN subject IN ('cases_case', 'disclosure_evidence', 'disclosure_consent', 'disclosure_legalexception') THEN 1
        WHEN subject IN ('people_protectedcontact', 'people_pair', 'people_protectionhandover') THEN NULL
        ELSE (was ->> 'kinds')::integer
    END
$$;

-- Tables with a stricter rule of their own on top of the kinds (RESTRICTIVE policies): whether the viewer meets it for a
-- logged row. What was said at a meeting is for its members alone, in its history as in the minutes (R-DIS-02).
-- PL/pgSQL, since conferences is installed after this; cases/tests/test_history.py holds it against the policies.
CREATE FUNCTION disclosure_meets_own_rule(subject text, was jsonb) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF subject = 'conferences_talk' AND was IS NOT NULL THEN
        RETURN conferences_sees((was ->> 'meeting_id')::uuid);
    END IF;
    RETURN true;
END $$;

-- Before and after of a row without what is protected (R-DIS-09).
CREATE FUNCTION disclosure_without_contact(was jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT was || COALESCE((
        SELECT jsonb_object_agg(key, '〔秘匿〕') FROM jsonb_each_text(was)
        WHERE key IN ('address', 'area_id', 'phone', 'mobile', 'email', 'school', 'workplace', 'occupation')
          AND COALESCE(value, '') <> ''), '{}'::jsonb)
$$;

-- Who changed what in one case, newest first below a key, for those who see the case: only rows of which the viewer may see
-- all kinds, before and after; of one table, and without some, where that is asked for. The address of a person who is protected today, or was when the entry was written,
-- shows to nobody here: those whom it concerns see it on the person's own page. Old texts are masked as they are read.
CREATE FUNCTION disclosure_changes_of(wanted_case uuid, below bigint, most integer, only_table text, without text[])
    RETURNS TABLE (id bigint, at timestamptz, user_id uuid, agency_id uuid, act text, subject text, row_id text,
                   before jsonb, after jsonb)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH rights AS (
        SELECT COALESCE(bit_or(g.kinds), 0)::integer AS kinds FROM disclosure_grant g
        WHERE g.case_id = wanted_case AND g.valid @> kasane_today()
          AND (g.agency_id = kasane_agency() OR g.user_id = kasane_user())
    ), hidden AS (
        SELECT p.id::text AS person FROM people_person p WHERE p.case_id = wanted_case AND p.contact_is_protected
        UNION ALL
        SELECT g.row_id FROM disclosure_logentry g
        WHERE g.case_id = wanted_case AND g.subject = 'people_person' AND g.act = 'delete'
          AND (g.before ->> 'contact_is_protected')::boolean
    )
    SELECT l.id, l.at, l.user_id, l.agency_id, l.act::text, l.subject::text, l.row_id::text,
           people_masked_change(wanted_case, l.subject,
                                CASE WHEN m.masked THEN disclosure_without_contact(l.before) ELSE l.before END),
           people_masked_change(wanted_case, l.subject,
                                CASE WHEN m.masked THEN disclosure_without_contact(l.after) ELSE l.after END)
    FROM disclosure_logentry l CROSS JOIN rights r
    CROSS JOIN LATERAL (SELECT l.subject IN ('people_person', 'people_personstate') AND (
        l.row_id IN (SELECT person FROM hidden) OR COALESCE(l.after, l.before) ->> 'person_id' IN (SELECT person FROM hidden)
        OR (l.before ->> 'contact_is_protected')::boolean OR (l.after ->> 'contact_is_protected')::boolean) IS TRUE) m (masked)
    WHERE l.case_id = wanted_case AND l.act IN ('insert', 'update', 'delete') AND r.kinds > 0
      AND (below IS NULL OR l.id < below) AND (only_table IS NULL OR l.subject = only_table)
      AND l.subject <> ALL (without)
      AND (l.before IS NULL OR disclosure_kinds_of(l.subject, l.before) & ~r.kinds = 0)
      AND (l.after IS NULL OR disclosure_kinds_of(l.subject, l.after) & ~r.kinds = 0)
      AND disclosure_meets_own_rule(l.subject, l.before) AND disclosure_meets_own_rule(l.subject, l.after)
      AND (l.before IS NOT NULL OR l.after IS NOT NULL)
    ORDER BY l.id DESC LIMIT most
$$;

SELECT disclosure_give_to_definer('disclosure_changes_of(uuid, bigint, integer, text, text[])');
