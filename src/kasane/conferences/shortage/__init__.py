"""足りない社会資源 found in a meeting (R-CONF-07)."""
