"""Minutes typed by several at once, line by line, without losing a word (R-CONF-06, R-OPS-03)."""
