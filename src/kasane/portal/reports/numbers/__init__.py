"""相談の件数: one page for an agency's own numbers and for those of the town."""
