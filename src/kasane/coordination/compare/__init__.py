"""What changed from one version of a plan to another (R-COOR-07)."""
