"""県の自立相談支援への引き継ぎ: recommending it, passing the case with consent, and whether they arrived (R-INT-08)."""
