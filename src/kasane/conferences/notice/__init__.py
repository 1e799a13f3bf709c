"""開催通知 by mail and the calendar that follows: body, day and place, never a case (R-CONF-06)."""
