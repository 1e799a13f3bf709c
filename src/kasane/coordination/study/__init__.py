"""研修・勉強会・事例検討: planned, invited, attended, evaluated, and without names (R-COOR-13)."""
