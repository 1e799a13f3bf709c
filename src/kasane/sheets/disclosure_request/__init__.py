"""開示請求の写し: one person's whole record and its readings, other persons masked by choice (R-DIS-08)."""
