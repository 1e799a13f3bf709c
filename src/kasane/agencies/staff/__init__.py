"""職員 beyond the single post: 研修, the coordinators of the field by kind, the staff table as a file (R-DEL-06)."""
