"""提供体制: the municipality, its agencies, sites, areas, deliveries and staff (R-DEL)."""
