"""引き継ぎまとめ: a case on one page for the one who takes over, put together from its records by plain rules."""
