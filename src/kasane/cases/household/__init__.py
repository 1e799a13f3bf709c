"""世帯 over time on the case page: its screens, what is recorded there, and what follows (R-PEO-01, R-PEO-04)."""
