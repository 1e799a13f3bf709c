"""相談の件数 of one agency, from the rows it may see (issue: numbers; R-INT-02, R-INT-05, R-INT-13)."""
