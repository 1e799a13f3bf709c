"""参加支援プラン (2-5①) and アウトリーチ等プラン (2-5②): the own plans of ② and ④ (R-COOR-05, R-CONF-03, R-CONF-04)."""
