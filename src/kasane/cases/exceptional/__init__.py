"""法令に基づく例外と緊急の閲覧: what is shown without consent, who answers for it, and what came of it (R-DIS-05, R-INT-09)."""
