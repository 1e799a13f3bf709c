"""Every address of the product, asked for by those who have no right on the case (R-DIS-01)."""
