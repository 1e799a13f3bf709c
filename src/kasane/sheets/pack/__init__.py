"""会議資料一式: the papers of a meeting as one numbered booklet for each recipient (R-CONF-06, R-OPS-02)."""
