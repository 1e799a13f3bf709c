"""第n回: meetings of a body and year are numbered by their days, as long as nobody was told the number (R-CONF-06)."""
