"""Mail to staff: that something urgent waits (R-INT-09)."""
