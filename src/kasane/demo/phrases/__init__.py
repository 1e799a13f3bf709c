"""Sentence parts common to all kinds of household, by the sheet they stand on."""
