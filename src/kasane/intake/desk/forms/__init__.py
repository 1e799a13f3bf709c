"""The forms of the desk's registers."""
