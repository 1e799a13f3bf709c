"""続柄 as workers and the 住民票 write it, read as a path of steps from 本人 (R-PEO-04).

「長男の妻」 is the step to a child (male, first) and from there to a spouse (female). A word with more than one
meaning (嫁, 義母 …) is read as several paths, the likelier first; who lives in the house decides between them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import product


class Move(StrEnum):
    PARENT = "parent"
    CHILD = "child"
    SPOUSE = "spouse"
    SIBLING = "sibling"


@dataclass(frozen=True)
class Step:
    """One step of kinship. `kind` is a DescentKind for parent and child, a UnionKind for a spouse."""

    move: Move
    sex: str = ""  # "male", "female", or "" when the word does not say
    kind: str = ""
    order: int = 0  # 1 for 長男 and 長女, 2 for 二男; 99 for 末; 0 when not said
    elder: int = 0  # 1 elder, -1 younger than the person before it
    shared: str = ""  # of half-siblings: the sex of the parent they share
    twin: bool = False
    word: str = ""


Path = tuple[Step, ...]


@dataclass(frozen=True)
class Reading:
    """What a 続柄 says. `paths` is empty for 本人, 世帯主, people who are no kin, and words nobody understands."""

    word: str
    paths: tuple[Path, ...] = ()
    ego: bool = False
    head: bool = False
    unrelated: bool = False
    dead: bool = False

    @property
    def understood(self) -> bool:
        return bool(self.paths) or self.ego or self.head or self.unrelated

    @property
    def sex(self) -> str:
        """The sex the word implies, whichever of its meanings holds; empty when it implies none."""
        found = {path[-1].sex for path in self.paths}
        return found.pop() if len(found) == 1 else ""


def _step(move: Move, sex: str = "", **more: object) -> Step:
    return Step(move, {"男": "male", "女": "female", "": ""}[sex], **more)  # type: ignore[arg-type]


_P, _C, _S, _B = Move.PARENT, Move.CHILD, Move.SPOUSE, Move.SIBLING

_WORDS: dict[str, tuple[Path, ...]] = {}


def _say(words: str, *paths: Path) -> None:
    for word in words.split():
        _WORDS[word] = tuple(tuple(replace(s, word=word) for s in path) for path in paths)


def _pair(male: str, female: str, *before: Step, move: Move, **more: object) -> None:
    _say(male, (*before, _step(move, "男", **more)))
    _say(female, (*before, _step(move, "女", **more)))


_pair("夫 後夫 主人 ご主人 旦那 亭主", "妻 後妻 家内 奥さん 女房", move=_S)
_say("配偶者 つれあい 連れ合い", (_step(_S),))
_pair("元夫 前夫 先夫", "元妻 前妻 先妻", move=_S, kind="divorced")
_say("元配偶者", (_step(_S, kind="divorced"),))
_pair("内夫 内縁夫", "内妻 内縁妻", move=_S, kind="cohabiting")
_say("パートナー 内縁者 内縁 事実婚 同棲相手 縁夫 縁妻 内縁関係", (_step(_S, kind="cohabiting"),))
_pair("彼氏", "彼女", move=_S, kind="dating")
_say("婚約者 交際相手 恋人", (_step(_S, kind="dating"),))

_pair("父 父親 お父さん 父さん 実父", "母 母親 お母さん 母さん 実母", move=_P)
_say("親 実親 保護者", (_step(_P),))
_pair("養父", "養母", move=_P, kind="adopted")
_say("養親", (_step(_P, kind="adopted"),))
_pair("継父 まま父", "継母 まま母", move=_P, kind="step")
_pair("里父", "里母", move=_P, kind="foster")
_say("里親", (_step(_P, kind="foster"),))

_pair("祖父 おじいさん おじいちゃん じいちゃん じいさん", "祖母 おばあさん おばあちゃん ばあちゃん ばあさん",
      _step(_P), move=_P)  # fmt: skip
_say("祖父母", (_step(_P), _step(_P)))
_pair(
    "曾祖父 曽祖父 ひいおじいさん 曾祖父さん", "曾祖母 曽祖母 ひいおばあさん", _step(_P), _step(_P), move=_P
)

_pair("息子 男の子 男", "娘 女の子 女", move=_C)
_say("子 子ども 子供 こども 実子 児", (_step(_C),))
_pair("養男", "養女", move=_C, kind="adopted")
_say("養子 特別養子", (_step(_C, kind="adopted"),))
_say("里子", (_step(_C, kind="foster"),))
_say("継子 まま子", (_step(_C, kind="step"),))
_say("連れ子 連子 つれ子", (_step(_S), _step(_C)), (_step(_C, kind="step"),))
_say("末っ子 末子", (_step(_C, order=99),))
_pair("孫息子 男孫", "孫娘 女孫", _step(_C), move=_C)
_say("内孫", (_step(_C, "男"), _step(_C)))
_say("外孫", (_step(_C, "女"), _step(_C)))
_say("孫", (_step(_C), _step(_C)))
_say("ひ孫 曾孫 曽孫 ひまご", (_step(_C), _step(_C), _step(_C)))
_say("玄孫 やしゃご", (_step(_C), _step(_C), _step(_C), _step(_C)))

_pair("兄 お兄さん 兄さん 実兄", "姉 お姉さん 姉さん 実姉", move=_B, elder=1)
_pair("弟 実弟", "妹 実妹", move=_B, elder=-1)
_pair("長兄", "長姉", move=_B, elder=1, order=1)
_pair("次兄 二兄", "次姉 二姉", move=_B, elder=1, order=2)
_pair("末弟", "末妹", move=_B, elder=-1, order=99)
_say("兄弟 きょうだい 兄弟姉妹 同胞", (_step(_B),))
_say("姉妹", (_step(_B, "女"),))
_say("双子 ふたご 双生児", (_step(_B, twin=True),))

_pair("甥 おい 甥っ子", "姪 めい 姪っ子", _step(_B), move=_C)
_say("甥姪 おいめい", (_step(_B), _step(_C)))
_pair("おじ おじさん", "おば おばさん", _step(_P), move=_B)
_pair("伯父", "伯母", _step(_P), move=_B, elder=1)
_pair("叔父", "叔母", _step(_P), move=_B, elder=-1)
_pair("従兄弟 従兄 従弟", "従姉妹 従姉 従妹", _step(_P), _step(_B), move=_C)
_say("いとこ イトコ", (_step(_P), _step(_B), _step(_C)))
_pair("大おじ 大伯父 大叔父", "大おば 大伯母 大叔母", _step(_P), _step(_P), move=_B)
_pair("又甥", "又姪", _step(_B), _step(_C), move=_C)

# More than one meaning: a parent-in-law or a step-parent, a son's wife or one's own.
_SON, _DAUGHTER = _step(_C, "男"), _step(_C, "女")
_HUSBAND, _WIFE = _step(_S, "男"), _step(_S, "女")
_say("嫁 お嫁さん 嫁さん", (_SON, _WIFE), (_WIFE,))
_say("息子の嫁 嫁御", (_SON, _WIFE))
_say("婿 むこ お婿さん", (_DAUGHTER, _HUSBAND), (_HUSBAND,))
_say("娘婿 婿養子 女婿", (_DAUGHTER, _HUSBAND))
_say("義父", (_step(_S), _step(_P, "男")), (_step(_P, "男", kind="step"),))
_say("義母", (_step(_S), _step(_P, "女")), (_step(_P, "女", kind="step"),))
_say("義親 義父母 義両親", (_step(_S), _step(_P)))
_pair("舅 しゅうと", "姑 しゅうとめ", _step(_S), move=_P)
_say("義兄", (_step(_S), _step(_B, "男", elder=1)), (_step(_B, "女"), _HUSBAND))
_say("義弟", (_step(_S), _step(_B, "男", elder=-1)), (_step(_B, "女"), _HUSBAND))
_say("義姉", (_step(_S), _step(_B, "女", elder=1)), (_step(_B, "男"), _WIFE))
_say("義妹", (_step(_S), _step(_B, "女", elder=-1)), (_step(_B, "男"), _WIFE))
_say("小姑 こじゅうと", (_step(_S), _step(_B, "女")))
_say("義子", (_step(_C, kind="step"),), (_step(_C), _step(_S)))
_say("義息", (_DAUGHTER, _HUSBAND), (_step(_C, "男", kind="step"),))
_say("義娘", (_SON, _WIFE), (_step(_C, "女", kind="step"),))
_say("義孫", (_step(_C), _step(_C, kind="step")))

_WED: dict[str, tuple[Path, ...]] = {
    "嫁": ((_WIFE,),),
    "婿": ((_HUSBAND,),),
}  # after somebody's name: 長男の嫁

_EGO = {"本人", "自分", "私", "対象者", "利用者"}
_HEAD = {"世帯主", "戸主", "筆頭者"}
_UNRELATED = set(
    "同居人 縁故者 友人 知人 知り合い 隣人 近隣 近所 近所の人 民生委員 後見人 成年後見人 保佐人 補助人 身元引受人 大家 家主 雇主 "
    "住込み 使用人 下宿人 同居者 ヘルパー ケアマネ 支援者 ボランティア 同僚 上司 先生 親戚 親族 親類 身内 遠縁 その他 他人".split()
)  # fmt: skip

_NUMBERS = {c: n for n, c in enumerate("一二三四五六七八九十", start=1)} | {"長": 1, "次": 2, "末": 99}
_ORDINAL = re.compile(r"(養)?(長|次|末|[一二三四五六七八九十]|\d{1,2})(男|女|子)")
_NTH = re.compile(r"第([一二三四五六七八九十]|\d{1,2})子")
_SAID_BEFORE = re.compile(r"^(離婚した|離別した|別居中|内縁|未届|双子)(夫|妻|父|母|兄|弟|姉|妹)$")
_NOTES = re.compile(r"[(〔\[〈【](.*?)[)〕\]〉】]")

# Said of the last person of the path, in brackets or before の: 妻(未届), 内縁の妻, 母方の祖母.
_UNION_NOTES = {
    "内縁": "cohabiting", "未届": "cohabiting", "未届け": "cohabiting", "事実婚": "cohabiting", "内縁関係": "cohabiting",
    "離婚した": "divorced",
    "離別した": "divorced", "離婚": "divorced", "離別": "divorced", "元": "divorced", "前": "divorced",
    "別居中": "separated", "婚約中": "dating", "交際中": "dating",
}  # fmt: skip
_DESCENT_NOTES = {
    "養子": "adopted", "養女": "adopted", "養父": "adopted", "養母": "adopted", "養親": "adopted", "養子縁組": "adopted",
    "特別養子": "adopted", "里子": "foster", "里親": "foster", "養育里親": "foster", "継父": "step", "継母": "step",
    "義理": "step", "血のつながらない": "step", "連れ子": "step", "継子": "step",
}  # fmt: skip
_DEAD_NOTES = {"死亡", "故人", "他界", "死別", "逝去", "亡くなった", "亡", "故"}


def clean(word: str) -> str:
    """The word in one width, without spaces and dots between."""
    return re.sub(r"[\s・·.,、。]+", "", unicodedata.normalize("NFKC", word))


def read(word: str) -> Reading:
    """Reads a 続柄 (R-PEO-04). Never raises: what is not understood comes back with no path."""
    text = clean(word)
    notes = _NOTES.findall(text)
    text = _NOTES.sub("", text)
    if text in _EGO:
        return Reading(word, ego=True)
    if text in _HEAD:
        return Reading(word, head=True)
    if text in _UNRELATED:
        return Reading(word, unrelated=True)
    if not text and len(notes) == 1:
        return read(notes[0])
    dead = bool(_DEAD_NOTES & set(notes))
    text = _SAID_BEFORE.sub(r"\1の\2", text)
    if text not in _WORDS and text.startswith(("亡", "故")):
        text, dead = re.sub(r"^(亡くなった|亡き|亡|故)", "", text), True
    return Reading(word, paths=_paths(text, notes), dead=dead)


def _paths(text: str, notes: list[str]) -> tuple[Path, ...]:
    parts = [text] if text in _WORDS else [part for part in text.split("の") if part]
    readings: list[tuple[Path, ...]] = []
    pending: list[str] = []
    for part in parts:
        if _is_note(part) and part is not parts[-1]:
            pending.append(part)
            continue
        meant = _WED.get(part, ()) if readings else ()
        meant = meant or _atom(part)
        if not meant:
            return ()
        readings.append(_noted(meant, pending))
        pending = []
    if not readings:
        return ()
    readings[-1] = _noted(readings[-1], notes)
    joined = tuple(sum(combination, ()) for combination in product(*readings))
    return _without_in_law(joined, notes)


def _without_in_law(paths: tuple[Path, ...], notes: list[str]) -> tuple[Path, ...]:
    """妻の子(連れ子) is the wife's own child: the bracket only says so once more."""
    if "連れ子" in notes and all(len(path) > 1 for path in paths):
        return tuple((*path[:-1], replace(path[-1], kind="")) for path in paths)
    return paths


def _is_note(part: str) -> bool:
    return (
        part in _UNION_NOTES
        or part in _DESCENT_NOTES
        or part in _DEAD_NOTES
        or part
        in ("父方", "母方", "異父", "異母", "双子", "ふたご", "実", "義理", "同居", "別居", "下", "上")
    )


def _atom(part: str) -> tuple[Path, ...]:
    """One component between two の."""
    if found := _WORDS.get(part):
        return found
    if match := _ORDINAL.fullmatch(part):
        sex = {"男": "男", "女": "女", "子": ""}[match[3]]
        kind = "adopted" if match[1] else ""
        return ((_step(_C, sex, order=_number(match[2]), kind=kind, word=part),),)
    if match := _NTH.fullmatch(part):
        return ((_step(_C, order=_number(match[1]), word=part),),)
    if part[:2] in ("異父", "異母") and (rest := _atom(part[2:])):
        return _noted(rest, [part[:2]])
    if part[:2] in ("父方", "母方") and (rest := _atom(part[2:])):
        return _noted(rest, [part[:2]])
    if part[:1] == "実" and (rest := _atom(part[1:])):
        return rest
    return ()


def _number(mark: str) -> int:
    return int(mark) if mark.isdigit() else _NUMBERS[mark]


def _noted(paths: tuple[Path, ...], notes: list[str]) -> tuple[Path, ...]:
    for note in notes:
        paths = tuple(_with_note(path, note) for path in paths)
        if note == "義理" and len(paths) == 1 and len(paths[0]) == 1:
            in_law = {"父": "義父", "母": "義母", "兄": "義兄", "弟": "義弟", "姉": "義姉", "妹": "義妹",
                      "息子": "義息", "娘": "義娘", "子": "義子"}  # fmt: skip
            if word := in_law.get(paths[0][0].word):
                paths = _WORDS[word]
    return paths


def _with_note(path: Path, note: str) -> Path:
    first, last = path[0], path[-1]
    if note in ("父方", "母方") and first.move is _P and len(path) > 1:
        return (replace(first, sex="male" if note == "父方" else "female"), *path[1:])
    if note in ("異父", "異母") and last.move is _B:
        return (*path[:-1], replace(last, shared="female" if note == "異父" else "male"))
    if note in ("双子", "ふたご") and last.move is _B:
        return (*path[:-1], replace(last, twin=True))
    if note in _UNION_NOTES and last.move is _S:
        return (*path[:-1], replace(last, kind=_UNION_NOTES[note]))
    if note in _DESCENT_NOTES and last.move in (_P, _C) and note != "義理":
        return (*path[:-1], replace(last, kind=_DESCENT_NOTES[note]))
    return path
