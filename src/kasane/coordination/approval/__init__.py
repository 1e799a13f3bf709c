"""起案から決裁まで: 支援決定 as an approval of the municipality (R-COOR-06)."""
