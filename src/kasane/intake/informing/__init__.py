"""情報提供: what was told of systems and places to turn to, and the duty to tell of 生活保護 (R-INT-03, R-INT-08)."""
