"""妊産婦等の支援台帳 and サポートプラン at the 母子保健 desk (R-INT-12)."""
