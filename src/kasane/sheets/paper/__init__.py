"""The sheets of the field, item by item, as pure functions from plain data to a `Sheet`."""
