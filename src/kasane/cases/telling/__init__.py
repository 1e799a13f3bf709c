"""外部への情報提供: what was told to somebody who has no account here, to whom and on which ground (R-DIS-05, R-DIS-06)."""
