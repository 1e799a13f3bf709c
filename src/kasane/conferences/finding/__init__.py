"""日程調整: the host offers days, members answer ○△×, the host fixes one (R-CONF-06)."""
