"""権利擁護の道すじ: 成年後見, 日常生活自立支援, 措置, 消費者被害, each with its own steps (R-INT-11)."""
