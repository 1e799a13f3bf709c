"""What forbids recording something about people (R-PEO-01). Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from uuid import UUID

from kasane.base.dates import wareki
from kasane.base.obstacles import Obstacle
from kasane.people.protectedwords import tells_no_place

_KIN = frozenset({"marriage", "cohabiting", "separated", "divorced", "parent", "adoptive", "foster", "step"})


def day_obstacles(
    day: date | None, *, today: date, born: date | None = None, first: date | None = None
) -> list[Obstacle]:
    """What forbids saying that something holds from `day` on: it must have come, after birth and after joining."""
    if day is None:
        return []
    if day > today:
        return [
            Obstacle(
                "day_to_come",
                f"{wareki(day)}はまだ来ていません。起きたことだけを記録し、予定は支援経過の「次の予定」に書きます。",
                "R-PEO-01",
            )
        ]
    if born is not None and day < born:
        return [Obstacle("before_birth", f"生年月日({wareki(born)})より前の日です。", "R-PEO-01")]
    if first is not None and day < first:
        return [
            Obstacle(
                "before_joining",
                f"世帯に加わった日({wareki(first)})より前の日です。加わった日から直してください。",
                "R-PEO-01",
            )
        ]
    return []


def tie_obstacles(
    *,
    kind: str,
    ends: Sequence[bool],
    to_itself: bool,
    same_case: bool,
    since: date | None,
    until: date | None,
    today: date,
) -> list[Obstacle]:
    """What forbids recording a tie. `ends`: whether a person, an agency, words are given for the other end."""
    found = []
    if sum(ends) != 1:
        found.append(
            Obstacle(
                "one_end",
                "相手を一つだけ選んでください(世帯の人、機関、または一覧にない人・場所)。",
                "R-PEO-01",
            )
        )
    if to_itself:
        found.append(Obstacle("to_itself", "同じ人どうしのつながりは記録できません。", "R-PEO-01"))
    if not same_case:
        found.append(
            Obstacle("other_case", "ほかのケースの人とのつながりは、ここでは記録できません。", "R-DIS-01")
        )
    if kind in _KIN and len(ends) > 1 and ends[1]:
        found.append(Obstacle("kin_to_agency", "家族関係の相手は人です。機関は選べません。", "R-PEO-01"))
    if since is not None and since > today:
        found.extend(day_obstacles(since, today=today))
    if since is not None and until is not None and until <= since:
        found.append(Obstacle("ends_before", "終わりの日が始まりの日より前です。", "R-PEO-01"))
    return found


def tie_day_obstacles(
    day: date, *, first: date | None, last: date | None, today: date, ends: bool = False
) -> list[Obstacle]:
    """What forbids changing or ending a tie on a day: it must have come, and the tie must hold on it."""
    found = day_obstacles(day, today=today)
    if first is not None and (day < first or (ends and day == first)):
        found.append(
            Obstacle(
                "before_start",
                f"始まりの日({wareki(first)})より後の日を入れてください。まちがえて加えたときは「取り消す」を使います。",
                "R-PEO-01",
            )
        )
    if last is not None and day >= last:
        found.append(Obstacle("already_ended", f"{wareki(last)}に終わったつながりです。", "R-PEO-01"))
    return found


def decide_obstacles(*, coordinates: bool, present: str, wanted: str, reason: str) -> list[Obstacle]:
    """What forbids deciding whether two persons are one: it is a coordinator who decides, and says why (R-PEO-02)."""
    found = []
    if not coordinates:
        found.append(Obstacle("not_coordinator", "名寄せを決めるのは相談支援包括化推進員です。", "R-PEO-02"))
    if wanted == present:
        found.append(Obstacle("decided", "すでにその判断になっています。", "R-PEO-02"))
    if not reason.strip():
        found.append(
            Obstacle("no_reason", "何で確かめたかを書いてください(住民票、本人に聞いたなど)。", "R-PEO-02")
        )
    return found


_DECIDED = {
    "contradiction": "同じ人とすると、「別の人」と確かめた組まで一人になってしまいます。先にその判断を見直してください。",
    "joined_by_others": "この二人は、ほかの組の判断によって同じ人になっています。先にその組の判断を見直してください。",
    "moved_on": "見ているあいだに、ほかの人が判断したか、記録が変わりました。一覧から開き直してください。",
    "refused": "名寄せを決めるのは相談支援包括化推進員です。",
}


def decided_obstacles(answer: str) -> list[Obstacle]:
    """What the database answered to a decision: all decisions together must not contradict each other (R-PEO-02)."""
    return [] if answer == "kept" else [Obstacle(answer, _DECIDED[answer], "R-PEO-02")]


def propose_obstacles(*, sees_both: bool, same: bool) -> list[Obstacle]:
    """What forbids telling the coordinators of a pair: only who sees both may (R-DIS-01)."""
    if same:
        return [Obstacle("to_itself", "同じ人の記録です。", "R-PEO-02")]
    if not sees_both:
        return [Obstacle("not_seen", "両方の記録を見られる人だけが知らせられます。", "R-DIS-01")]
    return []


def protect_obstacles(
    *, staff: Sequence[object], me: object, reason: str, is_protected: bool, works: bool = True
) -> list[Obstacle]:
    """What forbids protecting an address: somebody must be able to see it, and it must have a basis (R-DIS-09)."""
    found = []
    if not works:
        found.append(
            Obstacle(
                "reads_only",
                "この機関はこのケースの支援チームに入っていません。住所を守る手続きは、支援チームの機関がします。",
                "R-DIS-01",
            )
        )
    if is_protected:
        found.append(Obstacle("protected", "この人の住所は、すでに秘匿されています。", "R-DIS-09"))
    if not staff:
        found.append(Obstacle("nobody", "見られる職員を一人以上選んでください。", "R-DIS-09"))
    elif me not in staff:
        found.append(
            Obstacle("not_oneself", "手続きをする自分も、見られる職員に入れてください。", "R-DIS-09")
        )
    if not reason.strip():
        found.append(
            Obstacle("no_basis", "根拠を書いてください(DV等支援措置の決定日と文書番号など)。", "R-DIS-09")
        )
    return found


def hidden_words_obstacles(words: Iterable[str]) -> list[Obstacle]:
    """What forbids hiding these words: of a short number the days and amounts of the case would be hidden (R-DIS-09)."""
    return [
        Obstacle(
            "short_number",
            f"「{word.strip()}」だけを隠すと、同じ数字の日付や金額まで隠れます。建物や町の名前をつけて書いてください(「さくら荘101」など)。",
            "R-DIS-09",
        )
        for word in words
        if tells_no_place(word)
    ]


def protected_obstacles(*, told: bool) -> list[Obstacle]:
    """What forbids writing an address on a protected person: it would stand where everybody reads (R-DIS-09)."""
    if not told:
        return []
    return [
        Obstacle(
            "contact_protected",
            "この人の住所・電話は秘匿されています。ここでは空にして、「世帯」の「見られる職員は開く」から直してください。",
            "R-DIS-09",
        )
    ]


def sees_protected_contact(staff: Collection[UUID], *, user_id: UUID | None, sees_case: bool) -> bool:
    """A protected address or phone is for the staff named in it, as long as they see the case (R-DIS-09)."""
    return user_id is not None and user_id in staff and sees_case


def sees_protected_passage(*, named_for_all: bool, reads_source: bool) -> bool:
    """A passage hidden for somebody's protection is for staff named for all whom it tells of, who read its row (R-DIS-09)."""
    return named_for_all and reads_source


def sees_handover(*, coordinates: bool, decides: bool, manages: bool, is_responsible: bool) -> bool:
    """New staff for a protected person are chosen by a coordinator; those who decide for the town agree, or the manager
    of the agency responsible for the case (R-DIS-09). To other managers it would tell where protected persons are known.
    """
    return coordinates or agrees_to_handover(decides=decides, manages=manages, is_responsible=is_responsible)


def agrees_to_handover(*, decides: bool, manages: bool, is_responsible: bool) -> bool:
    """Who agrees to new staff: manager or decider of the town, or manager of the responsible agency (R-DIS-09)."""
    return decides or (manages and is_responsible)


def sees_pair(*, coordinates: bool) -> bool:
    """That two persons may be one is told to coordinators alone, for it tells of another case (R-DIS-01, R-PEO-02)."""
    return coordinates


def handover_obstacles(*, coordinates: bool, staff: Sequence[object], reason: str) -> list[Obstacle]:
    """What forbids proposing new staff for a protected person whom nobody looks after any more (R-DIS-09)."""
    found = []
    if not coordinates:
        found.append(Obstacle("refused", _HANDED_OVER["refused"], "R-DIS-09"))
    if not staff:
        found.append(Obstacle("nobody", _HANDED_OVER["nobody"], "R-DIS-09"))
    if not reason.strip():
        found.append(Obstacle("no_reason", "わけを書いてください(前の担当者の異動、退職など)。", "R-DIS-09"))
    return found


_HANDED_OVER = {
    "refused": "受け持つ職員は、相談支援包括化推進員が選び、町の管理職・決裁者か、主担当機関の管理職が認めます。一人ではできません。",
    "attended": "見られる職員が今はいます。一覧から開き直してください。",
    "nobody": "このケースを今支援している職員から選んでください。",
}


def handed_over_obstacles(answer: str) -> list[Obstacle]:
    """What the database answered to naming new staff: two people, and only while nobody is left (R-DIS-09)."""
    return [] if answer == "kept" else [Obstacle(answer, _HANDED_OVER[answer], "R-DIS-09")]
