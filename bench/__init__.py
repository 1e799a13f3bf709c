"""Benchmarks: each makes its own data, prints what it does, and ends with one BAR line per figure."""
