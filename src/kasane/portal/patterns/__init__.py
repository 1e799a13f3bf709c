"""世帯の課題の組み合わせ on screen and by night (R-PEO-03): the hint on the case page, the answer, the numbers."""
