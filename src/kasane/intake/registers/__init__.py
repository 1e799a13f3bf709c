"""What the registers of the desks share: 権利擁護の道すじ, 妊産婦等の支援台帳, 住居確保給付金 (R-INT-11, R-INT-12, R-SELF-01)."""
