"""進みぐあい: each agency tells of its own lines of the plan, in a minute (R-COOR-07)."""
