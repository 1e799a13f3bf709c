"""The closed lists of the coordination sheets (別紙2-2 to 2-7) that no other work shares."""

from __future__ import annotations

from django.db import models


class Judgement(models.TextChoices):
    """What 重層的支援会議 says about a plan or an evaluation (R-CONF-02 A, B)."""

    APPROPRIATE = "appropriate", "適切"
    REVISE = "revise", "修正して再提出"
    CLOSE = "close", "終結"
    CONTINUE = "continue", "支援継続"
    INTERRUPT = "interrupt", "中断"
