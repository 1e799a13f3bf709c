"""The agenda on the wall: only what everybody in the room may see (R-DIS-01, R-CONF-06)."""
