"""Made-up households for the demonstration: plain values, no database (R-PEO-01)."""
