"""申込 and assessment (R-COOR-01, R-COOR-03), and the consent they stand on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeVar
from uuid import UUID

from kasane.base.kinds import ALL_KINDS, DataKind, kind_labels
from kasane.base.obstacles import Mend, Obstacle
from kasane.coordination.rules.course import COORDINATION, SCREENING_WAYS, SELF_RELIANCE, ScreeningWay, words

SHEET_KINDS = int(DataKind.BASIC | DataKind.LIFE)
"""What every sheet of coordination holds at least (R-DIS-04)."""


@dataclass(frozen=True)
class Standing:
    """How the one who acts stands to the case. `kinds`: what data their agency works with there, 0 outside the team.

    The last three are of 自立相談支援 alone: whether the town has it, the agency delivers it, and carries the case.
    """

    case_id: UUID
    is_open: bool = True
    kinds: int = int(ALL_KINDS)
    is_coordinator: bool = True
    course: str = COORDINATION
    offered: bool = True
    delivers: bool = True
    carries: bool = True
    """The agency is responsible for the case, or its course runs there already beside another one."""

    @property
    def writes(self) -> bool:
        """Those who work on the case write in it (R-DIS-01)."""
        return bool(self.kinds)


class Spoken(Protocol):
    """What a consent row tells."""

    answer: str
    level: str
    confirmed_on: date
    valid_until: date | None
    withdrawn_on: date | None


_S = TypeVar("_S", bound=Spoken)


def sharing_consent(consents: Sequence[_S], *, latest_word: str, on: date) -> _S | None:
    """The consent given with the application, while it stands on that day (R-COOR-01, R-DIS-01).

    `latest_word` is what the person last said about sharing: a refusal or a withdrawal later on ends it.
    """
    if latest_word != "agree":
        return None
    given = [
        consent
        for consent in consents
        if consent.level == "application"
        and consent.answer == "agree"
        and consent.confirmed_on <= on
        and (consent.valid_until is None or consent.valid_until > on)
        and (consent.withdrawn_on is None or consent.withdrawn_on > on)
    ]
    return max(given, key=lambda consent: consent.confirmed_on, default=None)


def standing_obstacles(
    standing: Standing, *, coordinates: bool = False, needs: int = SHEET_KINDS
) -> list[Obstacle]:
    """What forbids any step to somebody: a closed case, no part in the team, data of a kind that the person does not
    share with them, and what only the coordinator does."""
    found = []
    if not standing.is_open:
        found.append(
            Obstacle(
                "closed",
                "このケースは終結しています。動きがあったときは支援を再開してから進めます。",
                "R-COOR-10",
                (Mend("支援を再開する", "coordination:reopen", (("case_id", standing.case_id),)),),
            )
        )
    if not standing.writes:
        found.append(
            Obstacle(
                "reads_only",
                "この機関はこのケースの支援チームに入っていません。記入は支援チームの機関が行います。",
                "R-DIS-01",
            )
        )
    elif missing := needs & ~standing.kinds:
        kinds = "、".join(kind_labels(missing))
        found.append(
            Obstacle(
                "kinds_not_shared",
                f"この機関と「{kinds}」の情報を共有することに、本人の同意がありません。",
                "R-DIS-04",
            )
        )
    if coordinates:
        found += _leader_obstacles(standing)
    return found


def _leader_obstacles(standing: Standing) -> list[Obstacle]:
    """Who leads the course: the coordinator of 多機関協働, or the 自立相談支援機関 that carries the case."""
    if standing.course == SELF_RELIANCE:
        return self_reliance_obstacles(standing)
    if standing.is_coordinator:
        return []
    return [
        Obstacle(
            "not_coordinator",
            "プランと評価は、多機関協働事業の担当(相談支援包括化推進員)がまとめます。",
            "R-COOR-04",
        )
    ]


def self_reliance_obstacles(standing: Standing) -> list[Obstacle]:
    """What forbids running 自立相談支援 on a case: the town must have it, and its agency carry the case (R-SELF-01)."""
    if not standing.offered:
        return [not_offered()]
    if not standing.delivers:
        return [
            Obstacle(
                "not_self_reliance_agency",
                "自立相談支援の申込・プラン・評価は、自立相談支援事業の実施機関がまとめます。その機関につないでください。",
                "R-SELF-01",
                (Mend("つなぐシートを書く", "intake:refer", (("case_id", standing.case_id),)),),
            )
        ]
    if not standing.carries:
        return [
            Obstacle(
                "not_responsible",
                "自立相談支援を進めるのは、このケースの主担当機関になっているときです。つなぎを受けてから始めてください。",
                "R-SELF-01",
                (Mend("ケースを見る", "case_page", (("case_id", standing.case_id),)),),
            )
        ]
    return []


def not_offered() -> Obstacle:
    """The town delivers no エ: said where somebody would look for it (R-SELF-01, R-DEL-03)."""
    return Obstacle(
        "course_not_offered",
        "提供体制に「自立相談支援事業」の実施機関がないため、この市町村では自立相談支援を行えません。"
        "福祉事務所のない町村では、都道府県の自立相談支援機関につなぎます。",
        "R-SELF-01",
        (Mend("提供体制を見る", "agencies:structure"),),
    )


def apply_obstacles(
    standing: Standing,
    *,
    rules_explained: bool,
    applies: bool,
    agrees_to_sharing: bool,
    signature: str,
    signed_name: str,
    signature_reason: str,
    excludes_needed: bool = False,
    sharing_kinds: int = SHEET_KINDS,
) -> list[Obstacle]:
    """What the application (2-2) still needs before it counts (R-COOR-01).

    `excludes_needed`: the person leaves out the agency that takes the application or the one that decides.
    """
    found = standing_obstacles(standing, coordinates=standing.course == SELF_RELIANCE)
    found += _unsaid(standing, rules_explained, applies, agrees_to_sharing)
    found += unsigned_obstacles(standing, signature, signed_name, signature_reason)
    if excludes_needed:
        found.append(
            Obstacle(
                "needed_agency_excluded",
                "申込を受ける機関と支援決定をする課は、「共有しない機関」に入れられません。"
                "共有できないときは支援会議で扱います。",
                "R-COOR-01",
                (_field("共有しない機関を直す", standing, "left_out"), _support_conference(standing)),
            )
        )
    if missing := SHEET_KINDS & ~sharing_kinds:
        kinds = "、".join(kind_labels(missing))
        found.append(
            Obstacle(
                "needed_kinds_withheld",
                f"プランづくりには「{kinds}」の共有がかならず要ります。",
                "R-DIS-04",
                (_field("情報の種類を直す", standing, "shared_kinds"),),
            )
        )
    return found


def _unsaid(
    standing: Standing, rules_explained: bool, applies: bool, agrees_to_sharing: bool
) -> list[Obstacle]:
    found = []
    if not rules_explained:
        found.append(
            Obstacle(
                "not_explained",
                "個人情報管理・取扱規程の説明がまだです。説明してから申し込んでもらいます。",
                "R-COOR-01",
                (_field("説明を記入する", standing, "rules_explained"),),
            )
        )
    if not applies:
        found.append(
            Obstacle(
                "not_applying",
                "本人が利用を申し込むかどうかを確かめてください。",
                "R-COOR-01",
                (_field("申込を記入する", standing, "applies"),),
            )
        )
    if not agrees_to_sharing:
        found.append(
            Obstacle(
                "no_sharing",
                "関係機関との情報共有に本人の同意がありません。同意がないあいだは支援会議で扱えます(法106条の6)。",
                "R-COOR-01",
                (_field("同意を記入する", standing, "agrees_to_sharing"), _support_conference(standing)),
            )
        )
    return found


def unsigned_obstacles(
    standing: Standing, signature: str, signed_name: str, signature_reason: str
) -> list[Obstacle]:
    """What the signature of an application still needs (R-COOR-01)."""
    found = []
    if not (signature and signed_name.strip()):
        found.append(
            Obstacle(
                "not_signed",
                "署名がありません。本人の署名、代筆、代理人のどれかと、署名した人の氏名を入れてください。",
                "R-COOR-01",
                (_field("署名を記入する", standing, "signed_name"),),
            )
        )
    if signature in ("scribe", "agent") and not signature_reason.strip():
        found.append(
            Obstacle(
                "no_signature_reason",
                "代筆・代理のときは、その理由を入れてください。",
                "R-COOR-01",
                (_field("理由を記入する", standing, "signature_reason"),),
            )
        )
    return found


def _support_conference(standing: Standing) -> Mend:
    return Mend("支援会議で扱う", "conferences:add_item_support", (("case_id", standing.case_id),))


def _field(label: str, standing: Standing, field: str) -> Mend:
    return Mend(label, words(standing.course).apply_url, (("case_id", standing.case_id),), f"id_{field}")


def assess_obstacles(
    standing: Standing, *, applied: bool, needs: int = int(DataKind.BASIC)
) -> list[Obstacle]:
    """What forbids writing a section (holding data of the kinds `needs`) of the assessment (2-3).

    It comes after the application (R-COOR-01, R-COOR-03), and nobody writes what is not shared with them (R-DIS-04).
    """
    found = standing_obstacles(standing, needs=needs)
    if not applied:
        found.append(
            Obstacle(
                "not_applied",
                "利用の申込(申込票 2-2)がまだありません。申込のあとにアセスメントを始めます。",
                "R-COOR-01",
                (Mend("申込票をつくる", words(standing.course).apply_url, (("case_id", standing.case_id),)),),
            )
        )
    return found


def screening_way(course: str, screening: str) -> ScreeningWay | None:
    """Where a screening leads in a course; None while nothing is chosen, and for the one that leads to a plan
    (FORMS 2-3 item 11, R-COOR-02, R-SELF-01)."""
    way = SCREENING_WAYS.get(screening)
    if way is not None and course == COORDINATION and way.url == "coordination:self_end":
        return replace(way, url="coordination:end")
    return way
