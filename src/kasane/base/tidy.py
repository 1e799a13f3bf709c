"""Text pasted from mails, PDFs and spreadsheets made tidy. Pure.

Letters of names are left alone: no normal form is taken of Chinese characters, so 髙, 﨑, 神 and what follows them as
a variation selector stay what they are. Only what a screen can not show or a machine broke is put right.
"""

from __future__ import annotations

import re
import unicodedata

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
_SPACES = re.compile("[\t\u00a0\u2000-\u200a\u202f\u205f]")
_LETTERS = re.compile("[０-９Ａ-Ｚａ-ｚ]+")
_HALF_KANA = re.compile("[\uff61-\uff9f]+")
_SPLIT_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa][\u3099\u309a]")
_RADICALS = re.compile("[\u2f00-\u2fd5]")
_QUOTED = re.compile(r"^(?:[ \u3000]*[>＞])+[ \u3000]?")
_BULLET = re.compile("^([ \u3000]*)(?:[•‣◦▪▫⁃∙●\uf0b7\uf0a7\uf06c]|[-*＊–—](?=[ \u3000]))[ \u3000]*(?=\\S)")
_ENDS = tuple("。．.!?！？」』）)】:：;、，")
_STARTS = re.compile(
    r"[ \u3000・■□◆◇○◎※【〔＜<「『(（①-⑳]|\d+[.)．）、]|[一二三四五六七八九十]+[、.．]|.{1,12}[:：]"
)
LINE = 20
"""A line shorter than so many characters was ended by the one who wrote it."""


def tidy_letters(text: str) -> str:
    """What any text that is kept goes through: no unseen characters, whole kana, one kind of digit and line break."""
    text = _BREAKS.sub("\n", text)
    text = _UNSEEN.sub("", text)
    text = _SPACES.sub(" ", text)
    for broken in (_HALF_KANA, _LETTERS, _RADICALS):
        text = broken.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    text = _SPLIT_KANA.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)
    return "\n".join(line.rstrip() for line in text.split("\n"))


def tidy_paste(text: str) -> str:
    """What was copied from elsewhere, as it would have been typed here: also without quotation marks of mails, with
    one sign for bullets, and without the line breaks of the page it stood on.
    """
    lines = [_line(line) for line in tidy_letters(text).split("\n")]
    blocks = re.split(r"\n{2,}", "\n".join(lines).strip("\n"))
    return "\n\n".join(_joined(block.split("\n")) for block in blocks)


def _line(line: str) -> str:
    line = _QUOTED.sub("", line)
    line = _BULLET.sub(r"\1・", line)
    return re.sub(r"(?<=\S) {2,}", " ", line).rstrip()


def _joined(lines: list[str]) -> str:
    """Lines that the width of a page broke, put together again."""
    widest = max((len(line) for line in lines), default=0)
    done: list[str] = []
    broken = False
    for line in lines:
        if done and broken and not _STARTS.match(line):
            done[-1] += _gap(done[-1], line) + line
        else:
            done.append(line)
        broken = LINE <= len(line) and len(line) >= widest * 0.8 and not line.endswith(_ENDS)
    return "\n".join(done)


def _gap(before: str, after: str) -> str:
    """Between Latin words a line break stood for a space."""
    return " " if before[-1:].isascii() and after[:1].isascii() and after[:1].isalnum() else ""
