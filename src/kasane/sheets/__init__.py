"""帳票: the paper sheets of the work (別紙2-1-1 … 2-7, minutes, notices), printed as PDF."""
