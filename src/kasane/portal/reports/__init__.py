"""件数の報告 (R-GRT-02, R-DIS-08): how many consultations, cases and referrals, closed by quarter, small numbers left out."""
