"""各窓口の仕事: short consultations, calls, reports, days outside, work beside cases, own caseload (R-INT-01, 02, 13)."""
