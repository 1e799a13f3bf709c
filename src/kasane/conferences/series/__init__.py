"""いつもの会議: when a body meets, how often it has met, and which days are proposed (R-CONF-05)."""
