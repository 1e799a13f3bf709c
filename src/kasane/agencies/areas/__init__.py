"""圏域: which centre and which coordinators serve which part of the town, and which part nobody does (R-DEL-05)."""
