"""委託契約: for how long the town entrusts a delivery to an agency (R-DIS-01, entrusted work)."""
