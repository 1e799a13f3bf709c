"""相談の件数 of one agency, from the rows its viewer sees (R-INT-02, R-INT-03, R-INT-05, R-INT-13)."""
