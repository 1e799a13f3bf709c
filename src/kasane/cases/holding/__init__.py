"""担い手のいないケース: open cases whose responsible agency has nobody who can see them any more (R-INT-05)."""
