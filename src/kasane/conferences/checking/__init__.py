"""After the meeting: attendance on paper, minutes checked by the members (R-CONF-06)."""
