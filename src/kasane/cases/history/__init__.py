"""変更の記録: who changed what in a case, before and after (R-DIS-08)."""
