"""What 仕事・学校など says about work (R-PEO-03). The field is free text: what is not understood counts as work."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum


class Work(Enum):
    WORKING = "working"
    NOT_WORKING = "not_working"
    RETIRED = "retired"
    SCHOOL = "school"
    UNKNOWN = "unknown"


_UNKNOWN = re.compile(r"^$|不明|不詳|未確認|聞けて|聞き取れ|分から|わから|休職|^[-ー―?]+$")
_RETIRED = re.compile(r"年金|定年|隠居")
_NONE = re.compile(
    r"無職|無業|求職|失業|離職|退職|^元|ひきこもり|引きこもり|働いていない|仕事なし|仕事はしていない|就労なし|就労していない"
    r"|家事手伝い|主婦|主夫|就労継続|就労移行|作業所|デイケア|ニート"
)
_JOB = re.compile(r"勤務|パート|バイト|社員|職員|教員|教諭|教師|講師|士(\(.*\))?$|自営|経営|事務|給食")
_SCHOOL = re.compile(
    r"年生|学生|生徒|児童|高校|中学|小学|大学|専門学校|支援学校|保育|幼稚園|こども園|園児|未就園|未就学|学校秘匿"
)
WITHDRAWN = re.compile(r"ひきこもり|引きこもり|引き籠")


def read_work(text: str) -> Work:
    """The state of work in a worker's words; 「休職中」 is unknown, for nobody can say from it what there is to live on."""
    words = unicodedata.normalize("NFKC", text).strip()
    if _UNKNOWN.search(words):
        return Work.UNKNOWN
    if _RETIRED.search(words):
        return Work.RETIRED
    if _NONE.search(words):
        return Work.NOT_WORKING
    if _JOB.search(words):
        return Work.WORKING
    return Work.SCHOOL if _SCHOOL.search(words) else Work.WORKING
