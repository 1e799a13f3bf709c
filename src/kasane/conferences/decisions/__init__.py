"""What a meeting decided, followed until it has a result (R-CONF-06)."""
