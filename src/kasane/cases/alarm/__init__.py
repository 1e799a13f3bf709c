"""緊急の知らせ: suspected abuse or danger to life is told at once, and nobody closes it silently (R-INT-09, R-DIS-05)."""
