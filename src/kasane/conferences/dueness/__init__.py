"""What should come to the table: collected by itself, put on the agenda with a tick (R-CONF-04, R-CONF-06)."""
