"""Every form of a sheet as an Excel workbook: taken out, filled in elsewhere, read back and compared before saving (R-OPS-02)."""
