"""住民の入口: a page without sign-in in seven languages, and what the desk does with what comes in by it."""
