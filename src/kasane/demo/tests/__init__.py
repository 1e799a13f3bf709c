"""Properties of the made-up data."""
