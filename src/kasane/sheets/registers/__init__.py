"""The registers of the desks on paper: 権利擁護, 妊産婦等の支援台帳, サポートプラン, 住居確保給付金 (R-INT-11, R-INT-12, R-SELF-01)."""
