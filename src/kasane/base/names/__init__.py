"""Names, words, addresses and telephone numbers in the one form in which they are compared (R-PEO-02).

Pure functions over text: they never raise and never touch the database. What is stored and shown stays as it was
written; only what is searched and compared is folded.
"""

from kasane.base.names.addresses import digits, fold_address, phones, town_block
from kasane.base.names.folding import fold, fold_kana
from kasane.base.names.hearing import sound
from kasane.base.names.romaji import from_romaji

__all__ = ["digits", "fold", "fold_address", "fold_kana", "from_romaji", "phones", "sound", "town_block"]
