"""One cell of a ledger, read as a date, a sex, a telephone number… in whatever way the office wrote it (R-OPS-02).

Each reader answers what it read and, where it had to judge, a warning. Raises `Bad` with a Japanese sentence that
says how to mend what can not be read. None of them sees an empty cell.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from kasane.base.dates import parse_date, wareki

T = TypeVar("T")


class Bad(Exception):
    """The cell can not be read. Carries why, and how to mend it."""


@dataclass(frozen=True)
class Read(Generic[T]):
    """What a cell says; a warning where somebody should look at it again."""

    value: T
    warning: str = ""


EXCEL_ERRORS = ("#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!")
_DAY_ZERO = date(1899, 12, 30)
_SERIAL = re.compile(r"\d{4,5}(\.\d+)?")
_WEEKDAY = re.compile(r"\s*\([月火水木金土日](曜日?)?\)\s*")
_CLOCK = re.compile(r"(?<=[\d日])[\sT]+\d{1,2}[:時]\d{0,2}.*$")
_MONTH_DAY = re.compile(r"\d{1,2}[/月.-]\d{1,2}日?")
_NONE_WORDS = {"-", "―", "ー", "—", "なし", "無し", "無", "不明", "未確認", "未聴取", "?", "×", "/"}


def narrow(text: str) -> str:
    """One width, no spaces around."""
    return unicodedata.normalize("NFKC", text).strip()


def says_nothing(text: str) -> bool:
    """「不明」「―」 and the like, where offices write something into a cell to say that nothing is known."""
    return narrow(text) in {narrow(word) for word in _NONE_WORDS}


def read_date(text: str, *, serial_offset: int = 0) -> Read[date]:
    """A day in either calendar; what Excel shows as a bare number is the count of days it keeps."""
    cleaned = _CLOCK.sub("", _WEEKDAY.sub("", narrow(text))).strip()
    if _SERIAL.fullmatch(cleaned) and not 1868 <= float(cleaned) <= 2100:
        day = _DAY_ZERO + timedelta(days=int(float(cleaned)) + serial_offset)
        return Read(day, f"Excelの日付の番号なので、{wareki(day)}と読みました。")
    if _SERIAL.fullmatch(cleaned):
        raise Bad("年だけが書かれています。月と日も入れてください。")
    if _MONTH_DAY.fullmatch(cleaned):
        raise Bad("年がありません。令和7年4月1日のように、年から入れてください。")
    if not any(letter.isdigit() for letter in cleaned) and "元" not in cleaned:
        # 「昨日」 is a fine answer while somebody types, but not in a ledger of years ago.
        raise Bad("日付として読めません。令和7年4月1日、R7.4.1、2025-04-01 のように入れてください。")
    try:
        return Read(parse_date(cleaned))
    except ValueError as error:
        raise Bad(str(error)) from None


def read_birth(text: str, *, today: date, serial_offset: int = 0) -> Read[date]:
    read = read_date(text, serial_offset=serial_offset)
    if read.value > today:
        raise Bad(f"{wareki(read.value)}は、これから先の日です。生年月日を確かめてください。")
    if today.year - read.value.year > 130:
        raise Bad(f"{wareki(read.value)}生まれでは130歳をこえます。元号と年を確かめてください。")
    return read


_AGE = re.compile(r"(満)?\s*(\d{1,3})\s*(歳|才|さい)?(.*)")


def read_age(text: str) -> Read[int]:
    match = _AGE.fullmatch(narrow(text).removesuffix(".0"))
    if match is None or match[4].startswith("代"):
        raise Bad("年齢は「82」のように数で入れてください。およその年代は備考に書いてください。")
    age = int(match[2])
    if age > 130:
        raise Bad("年齢は0から130までです。")
    if match[4]:
        return Read(age, f"{age}歳と読みました。")
    return Read(age)


_SEXES = {
    "male": ("男", "男性", "m", "male", "♂", "1", "おとこ", "男子"),
    "female": ("女", "女性", "f", "female", "♀", "2", "おんな", "女子"),
    "other": ("その他", "other", "x"),
    "unknown": ("不明", "答えない", "無回答", "未回答", "回答しない", "不明・答えない", "9", "0"),
}


def read_sex(text: str) -> Read[str]:
    word = narrow(text).casefold()
    for sex, words in _SEXES.items():
        if word in words:
            return Read(sex)
    raise Bad("性別は、男・女・その他・不明のどれかで入れてください。")


_TELEPHONE = re.compile(r"\+?\d[\d()\s-]{6,17}\d")
_HYPHENS = re.compile(r"[‐‑‒–—―−ー－ｰ~]")
_MOBILE = ("090", "080", "070", "060", "050")


def read_phones(text: str) -> Read[list[tuple[bool, str]]]:
    """The telephone numbers of a cell, each with whether it is a mobile phone; what else stands there is warned of."""
    cleaned = _HYPHENS.sub("-", narrow(text))
    found, warnings = [], []
    for match in _TELEPHONE.finditer(cleaned):
        number = (
            re.sub(r"\s+", "", match[0]).replace(")", "-").replace("(", "-").strip("-").replace("--", "-")
        )
        digits = re.sub(r"\D", "", number)
        if len(digits) in (9, 10) and not number.startswith(("0", "+")):
            number, digits = "0" + number, "0" + digits
            warnings.append("先頭の0を補いました。")
        found.append((digits.startswith(_MOBILE), number[:20]))
    if not found:
        raise Bad("電話番号として読めません。0868-00-0000 のように入れてください。")
    rest = _TELEPHONE.sub("", cleaned).strip(" /,、;()-\n")
    if rest:
        warnings.append("番号のほかに書かれていることは、世帯の状況の欄に残します。")
    return Read(found, "".join(warnings))


_CHANNELS = (
    ("volunteer", ("民生", "児童委員")),
    ("neighbour", ("近隣", "近所", "隣人", "地域住民")),
    ("mail", ("メール", "mail", "line", "sns", "チャット", "ライン", "fax", "手紙", "文書")),
    ("outpost", ("出張", "巡回", "出前")),
    ("phone", ("電話", "tel", "架電", "入電")),
    ("visit", ("訪問", "自宅", "往訪")),
    ("introduced", ("紹介", "つなぎ", "引継")),
    ("division", ("他課", "庁内", "関係課", "他部署")),
    ("agency", ("他機関", "関係機関", "ほかの機関")),
    ("window", ("窓口", "来所", "来庁", "来館", "来談", "面談", "来訪", "面接")),
)


def read_channel(text: str) -> Read[str]:
    """受付方法; what is none of the sheet's ways is その他, with the words beside it."""
    word = narrow(text).casefold()
    for channel, words in _CHANNELS:
        if any(known in word for known in words):
            return Read(channel)
    if word in ("その他", "other"):
        return Read("other")
    return Read("other", f"受付方法の「{text}」は「その他」とし、言葉を補足に残します。")


_CONSULTERS = (
    ("self", ("本人", "当事者")),
    ("volunteer", ("民生", "児童委員")),
    ("neighbour", ("近隣", "隣人", "近所", "隣", "自治会", "町内会", "住民", "大家", "友人", "知人")),
    ("agency", ("機関", "ケアマネ", "病院", "医院", "医療", "学校", "包括", "社協", "役場", "役所", "市", "町", "県", "保健",
                "事業所", "施設", "警察", "消防", "センター", "課", "園", "弁護士", "後見", "ハローワーク", "福祉")),
    ("family", ("家族", "親族", "父", "母", "夫", "妻", "長男", "長女", "次男", "次女", "二男", "二女", "三男", "三女",
                "息子", "娘", "兄", "弟", "姉", "妹", "子", "孫", "祖", "嫁", "婿", "叔", "伯", "甥", "姪", "いとこ", "配偶者",
                "親", "世帯員")),
)  # fmt: skip


def read_consulter(text: str) -> Read[str]:
    """相談者と本人との関係; the words themselves are kept beside it."""
    word = narrow(text)
    for who, words in _CONSULTERS:
        if any(known in word for known in words):
            return Read(who)
    return Read("other")


_YES = ("○", "〇", "◯", "◎", "●", "有", "あり", "有り", "はい", "yes", "y", "1", "true", "緊急", "至急", "高", "レ", "✓", "✔", "☑",
        "該当", "急")  # fmt: skip
_NO = ("×", "✕", "x", "無", "なし", "無し", "いいえ", "no", "n", "0", "false", "-", "―", "低", "中", "通常", "非該当", "☐", "□",
       "普通", "該当なし")  # fmt: skip


def read_mark(text: str) -> Read[bool]:
    """A tick in whatever form; any other words mean yes, and are kept as what is urgent."""
    word = narrow(text).casefold()
    no = word in {narrow(one) for one in _NO} or word.endswith(
        ("なし", "無し", "ではない", "でない", "必要はない")
    )
    return Read(not no)


def is_bare_mark(text: str) -> bool:
    """Whether a tick says nothing beyond yes."""
    return narrow(text).casefold() in {narrow(one) for one in _YES}


_APART = ("別居", "別世帯", "施設", "入院中", "×", "無", "なし", "いいえ", "no", "0", "x")


def read_together(text: str) -> Read[bool]:
    return Read(not any(narrow(text).casefold().startswith(narrow(word)) for word in _APART))


_REFUSED = (
    "同意しない",
    "同意なし",
    "不同意",
    "拒否",
    "なし",
    "無し",
    "無",
    "×",
    "✕",
    "x",
    "no",
    "いいえ",
    "0",
    "否",
    "不可",
)
_OPEN = (
    "不明",
    "未確認",
    "未",
    "保留",
    "△",
    "確認中",
    "-",
    "―",
    "?",
    "検討中",
    "これから",
    "要確認",
    "未回答",
    "無回答",
)
_AGREED = ("同意する", "同意あり", "同意有", "同意済", "同意済み", "同意", "あり", "有", "有り", "○", "〇", "◯", "◎", "●", "済", "済み",
           "はい", "yes", "1", "可", "レ", "✓", "✔", "書面", "口頭", "代理人", "同意書", "同意書あり", "同意書有", "書面同意", "口頭同意",
           "書面で同意", "口頭で同意", "書面あり", "同意書提出")  # fmt: skip
_IN_BRACKETS = re.compile(r"\(.*?\)")
_METHODS = (
    ("paper", ("書面", "文書", "同意書", "署名", "紙")),
    ("representative", ("代理", "後見", "家族から")),
    ("oral", ("口頭", "電話")),
)


def read_method(text: str) -> Read[str]:
    """同意の確認方法; '' where the words name none of the three ways."""
    word = narrow(text)
    for method, words in _METHODS:
        if any(known in word for known in words):
            return Read(method)
    return Read("", "書面・口頭・代理人のどれか、読み取れませんでした。")


def read_consent(text: str) -> Read[str]:
    """同意する / 同意しない / 不明. What is not clearly a yes or a no is 不明 (R-DIS-01)."""
    word = _IN_BRACKETS.sub("", narrow(text).casefold()).strip()
    for answer, words in (("unclear", _OPEN), ("disagree", _REFUSED), ("agree", _AGREED)):
        if word in {narrow(known) for known in words}:
            return Read(answer)
    return Read("unclear", f"同意の「{text}」は、同意とも不同意とも言い切れないので「不明」とします。")


_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def read_email(text: str) -> Read[str]:
    address = narrow(text)
    if not _EMAIL.fullmatch(address) or len(address) > 254:
        raise Bad("メールアドレスとして読めません。直すか、空にしてください。")
    return Read(address)


def split_name(text: str) -> Read[tuple[str, str]]:
    """氏 and 名 at the first space; without one the whole stands as 氏."""
    parts = re.split(r"[\s　]+", text.strip(), maxsplit=1)
    if len(parts) == 2:
        return Read((parts[0], re.sub(r"[\s　]+", " ", parts[1]).strip()))
    return Read((parts[0], ""))
