"""The staffing each program of ① asks for at a site, with its clause (R-DEL-04).

Source: 重層的支援体制整備事業実施要綱 (8 August 2023), 別記1の1 to 別記1の5. The three professions of a
地域包括支援センター stand in 介護保険法施行規則第140条の66第1号, on which 別記1の1 rests.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kasane.agencies.credentials import Course, Job, Qualification
from kasane.profiles.vocabulary import ProgramCode

Q = Qualification


@dataclass(frozen=True, slots=True)
class Seat:
    """One person a standard asks for. A dedicated seat takes the person whole; others may be held together."""

    name: str
    qualifications: frozenset[str] = frozenset()
    jobs: frozenset[str] = frozenset()
    courses: frozenset[str] = frozenset()
    full_time: bool = False
    dedicated: bool = False

    @property
    def terms(self) -> str:
        """「専任・常勤」 as it stands beside the name."""
        return "・".join([*(["専任"] if self.dedicated else []), *(["常勤"] if self.full_time else [])])


@dataclass(frozen=True, slots=True)
class Standard:
    """The seats of one program at one site, its clause, and what the town has to look at itself.

    `open_question` says why the seats can not be told; the answer is then unknown.
    """

    program: str
    label: str
    seats: tuple[Seat, ...]
    clause: str
    note: str = ""
    open_question: str = ""


_NURSE = Seat(
    "保健師（準ずる者を含む）",
    frozenset({Q.HEALTH_NURSE, Q.LIKE_HEALTH_NURSE}),
    full_time=True,
    dedicated=True,
)
_WORKER = Seat(
    "社会福祉士（準ずる者を含む）",
    frozenset({Q.SOCIAL_WORKER, Q.LIKE_SOCIAL_WORKER}),
    full_time=True,
    dedicated=True,
)
_MANAGER = Seat(
    "主任介護支援専門員（準ずる者を含む）",
    frozenset({Q.LEAD_CARE_MANAGER, Q.LIKE_LEAD_CARE_MANAGER}),
    full_time=True,
    dedicated=True,
)
_THREE = (_NURSE, _WORKER, _MANAGER)
_ANY_OF_THREE = frozenset().union(*(seat.qualifications for seat in _THREE))
_CENTER_CLAUSE = "介護保険法施行規則第140条の66第1号"
_CENTER_LABEL = ProgramCode.SUPPORT_CENTER.label
_SMALL = "65歳以上の人が3,000人に満たない区域の例外です。使えるのは、施行規則が定める市町村や区域だけです。"
_LEAST, _NEXT, _FULL, _SET = 1000, 2000, 3000, 6000


def support_center(elders: int | None) -> Standard:
    """地域包括支援センター for this many people of 65 or more in its area: a set of three for each 3,000 to 6,000."""
    if elders is None:
        question = "担当区域の65歳以上の人数が入っていないので、何人ずつ要るかを決められません。"
        return Standard(
            ProgramCode.SUPPORT_CENTER, _CENTER_LABEL, _THREE, _CENTER_CLAUSE + "イ", open_question=question
        )
    if elders >= _FULL:
        sets = elders // _SET + 1
        note = f"3,000人以上6,000人未満ごとに一人ずつです。{elders:,}人なので{sets}組で見ています。"
        return Standard(ProgramCode.SUPPORT_CENTER, _CENTER_LABEL, _THREE * sets, _CENTER_CLAUSE + "イ", note)
    return Standard(
        ProgramCode.SUPPORT_CENTER, _CENTER_LABEL, _small_center(elders), _CENTER_CLAUSE + "ロ", _SMALL
    )


def _small_center(elders: int) -> tuple[Seat, ...]:
    one = Seat("三職種のいずれか", _ANY_OF_THREE)
    if elders < _LEAST:
        return (one,)
    whole = Seat("三職種のいずれか", _ANY_OF_THREE, full_time=True, dedicated=True)
    if elders < _NEXT:
        return (whole, Seat("三職種のもう一人", _ANY_OF_THREE))
    other = Seat(
        "社会福祉士か主任介護支援専門員",
        _WORKER.qualifications | _MANAGER.qualifications,
        full_time=True,
        dedicated=True,
    )
    return (_NURSE, other)


def _of(program: ProgramCode, clause: str, *seats: Seat, note: str = "", question: str = "") -> Standard:
    return Standard(program, program.label, seats, clause, note, question)


_STANDARDS: tuple[Standard, ...] = (
    _of(
        ProgramCode.DISABILITY_CONSULTATION,
        "別記1の2の1の2",
        Seat("相談支援専門員", frozenset({Q.CONSULTATION, Q.LEAD_CONSULTATION}), full_time=True),
        note="委託するときの定めです。町が直営でするときは、配置の定めはありません。",
    ),
    _of(
        ProgramCode.CORE_CONSULTATION_CENTER,
        "別記1の2の2の5",
        Seat(
            "主任相談支援専門員・相談支援専門員・社会福祉士・精神保健福祉士・保健師など",
            frozenset(
                {Q.LEAD_CONSULTATION, Q.CONSULTATION, Q.SOCIAL_WORKER, Q.MENTAL_HEALTH, Q.HEALTH_NURSE}
            ),
        ),
        note="人数は定められていません。「地域の実情に応じて必要となる人員」なので、一人以上いるかを見ています。",
    ),
    _of(
        ProgramCode.USER_SUPPORT,
        "別記1の3の4",
        question="利用者支援事業の型（基本型・特定型・母子保健型）が入っていません。型ごとに配置の定めが違います。",
    ),
    _of(
        ProgramCode.USER_SUPPORT_BASIC,
        "別記1の3の4(1)③",
        Seat(
            "研修を終えた利用者支援専門員",
            jobs=frozenset({Job.USER_SUPPORTER}),
            courses=frozenset({Course.CHILDCARE_BASIC, Course.USER_SUPPORT_BASIC}),
            dedicated=True,
        ),
        note="相談やコーディネートの実務の期間(有資格者1年、ほかの人3年を参酌して市町村長が定める)は、町で確かめてください。",
    ),
    _of(
        ProgramCode.USER_SUPPORT_SPECIFIC,
        "別記1の3の4(2)④",
        Seat("利用者支援専門員", jobs=frozenset({Job.USER_SUPPORTER}), dedicated=True),
        note="基本研修と専門研修(特定型)を終えていることが望ましいとされています。",
    ),
    _of(
        ProgramCode.USER_SUPPORT_MATERNAL,
        "別記1の3の4(3)③",
        Seat(
            "保健師・助産師・看護師・ソーシャルワーカー",
            frozenset({Q.HEALTH_NURSE, Q.MIDWIFE, Q.NURSE, Q.SOCIAL_WORKER}),
        ),
        note="専任が望ましいとされています。",
    ),
    _of(
        ProgramCode.USER_SUPPORT_FAMILY,
        "別記1の3",
        question="この型は、国の実施要綱(令和5年8月8日)に配置の定めがありません。型の要綱で確かめてください。",
    ),
    _of(
        ProgramCode.USER_SUPPORT_PREGNANCY,
        "別記1の3",
        question="この型は、国の実施要綱(令和5年8月8日)に配置の定めがありません。型の要綱で確かめてください。",
    ),
    _of(
        ProgramCode.SELF_RELIANCE,
        "別記1の4の3(2)",
        Seat("主任相談支援員", jobs=frozenset({Job.LEAD_SUPPORTER})),
        Seat("相談支援員", jobs=frozenset({Job.SUPPORTER})),
        Seat("就労支援員", jobs=frozenset({Job.WORK_SUPPORTER})),
        note="地域の実情により、相談支援員が就労支援員を兼ねることもできます。原則として養成研修の修了者です(当分の間は例外があります)。",
    ),
    _of(ProgramCode.NO_OFFICE_CONSULTATION, "別記1の5", note="人員の配置の定めはありません。"),
)

STANDARDS: Mapping[str, Standard] = MappingProxyType({row.program: row for row in _STANDARDS})


def standard_of(program: str, *, elders: int | None, is_direct: bool) -> Standard | None:
    """What a program of ア–オ asks of the staff at a site; None for a town's own program, which has no national one."""
    if program == ProgramCode.SUPPORT_CENTER:
        return support_center(elders)
    row = STANDARDS.get(program)
    if row is not None and program == ProgramCode.DISABILITY_CONSULTATION and is_direct:
        return Standard(row.program, row.label, (), row.clause, row.note)
    return row
