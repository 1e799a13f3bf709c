"""Less typing: phrases and numbered templates of a desk, what was written last, one record for several people and cases."""
