-- What 2-3 section 4 knows of taxes becomes a part of its own, of the kind 税 (R-DIS-03). Where taxes were behind, the
-- words about arrears go along: they may speak of them.
SET LOCAL ROLE kasane_definer;
INSERT INTO coordination_assessmentpart (id, created_at, updated_at, version, case_id, kinds, assessment_id, section,
    answers, sources, source_note, gathered_on, author_id, agency_id)
SELECT uuidv7(), p.created_at, clock_timestamp(), 1, p.case_id, 1 | 32, p.assessment_id, 'tax',
       jsonb_strip_nulls(jsonb_build_object(
           'taxation', p.answers -> 'taxation',
           'tax_arrears', CASE WHEN p.answers -> 'arrears' ? '税' THEN 'あり' END,
           'tax_note', CASE WHEN p.answers -> 'arrears' ? '税' THEN p.answers -> 'arrears_note' END)),
       p.sources, p.source_note, p.gathered_on, p.author_id, p.agency_id
FROM coordination_assessmentpart p
WHERE p.section = 'economy' AND (p.answers ? 'taxation' OR p.answers -> 'arrears' ? '税');
UPDATE coordination_assessmentpart p
SET answers = CASE WHEN p.answers -> 'arrears' ? '税'
                   THEN (p.answers - 'taxation' - 'arrears_note')
                        || jsonb_build_object('arrears', (p.answers -> 'arrears') - '税')
                   ELSE p.answers - 'taxation' END,
    version = p.version + 1, updated_at = clock_timestamp()
WHERE p.section = 'economy' AND (p.answers ? 'taxation' OR p.answers -> 'arrears' ? '税');
RESET ROLE;
-- What the new rows owe to other tables is checked here: an index that follows in the same migration waits for no row.
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
