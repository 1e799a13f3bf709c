"""支援者の支援: how many cases each agency and worker carries, and who carries too many (R-COOR-12)."""
