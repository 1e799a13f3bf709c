-- Closed tables of counts (R-GRT-02). What may be shown was decided before it was written: the web role reads the
-- published ones, for posts that answer for the work, and nothing of what stood behind them.
ALTER TABLE portal_publishedcounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal_publishedcounts FORCE ROW LEVEL SECURITY;
CREATE POLICY reader_sees ON portal_publishedcounts FOR SELECT TO kasane_app
    USING ((SELECT disclosure_holds_post('manager', 'decider', 'coordinator')));
CREATE POLICY definer ON portal_publishedcounts TO kasane_definer USING (true) WITH CHECK (true);
REVOKE INSERT, UPDATE, DELETE ON portal_publishedcounts FROM kasane_app;

ALTER TABLE portal_heldcounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal_heldcounts FORCE ROW LEVEL SECURITY;
CREATE POLICY definer ON portal_heldcounts TO kasane_definer USING (true) WITH CHECK (true);
REVOKE ALL ON portal_heldcounts FROM kasane_app;
REVOKE ALL ON SEQUENCE portal_heldcounts_id_seq FROM kasane_app;

-- Published once: nobody changes a table afterwards.
REVOKE UPDATE, TRUNCATE ON portal_publishedcounts, portal_heldcounts FROM kasane_definer;
