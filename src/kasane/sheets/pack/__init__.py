"""会議資料一式: the papers of a meeting as one numbered booklet for each recipient (R-CONF-06, R-OPS-02).

`conferences.copies` says what a copy may hold and keeps its number; `making` puts it together, `copies` and `stamp` print.
"""
