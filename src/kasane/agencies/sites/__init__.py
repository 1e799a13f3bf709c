"""拠点 of ① and whether each meets the staffing of the programs it holds (R-DEL-04)."""
