"""会議資料の部: what each recipient's copy holds, its number, and that it comes back (R-CONF-06)."""
