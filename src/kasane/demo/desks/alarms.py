"""緊急の知らせ: one that nobody has taken yet, and one that was looked into and ended (R-INT-09)."""

from __future__ import annotations

from django.utils import timezone

from kasane.cases.alarm import actions as alarm
from kasane.cases.models import Case
from kasane.demo.desks.visitor import Visitor, relative, support, take_in
from kasane.demo.town import Town
from kasane.disclosure.viewer import acting_as

OPEN = Visitor(
    ("江原", "ハツ"), ("えばら", "はつ"), "female", 86, 2,
    "デイサービスの職員から電話。入浴のときに両腕に新しいあざがあった。本人は「転んだ」と言うが、"
    "長男の話になると黙る。この1か月で体重が3キロ減っている。",
    ("abuse", "care"), channel="agency", consulter_is="agency", tie="デイサービスの生活相談員",
    family=(relative("長男", "江原", "政夫", ("えばら", "まさお"), "male", 58),),
)  # fmt: skip
ENDED = Visitor(
    ("三宅", "将太"), ("みやけ", "しょうた"), "male", 29, 4,
    "就労先の職員から、腕の傷を心配しての電話。本人は「自分でぶつけた」と話す。",
    ("abuse", "job_trouble"), channel="agency", consulter_is="agency", tie="就労継続支援B型の職員",
)  # fmt: skip


def raise_alarms(town: Town) -> None:
    """Who raises one is a worker of the field it belongs to."""
    _open(town)
    _ended(town)


def _open(town: Town) -> None:
    by = town.people["hokatsu"][-1]
    case = _supported(town, OPEN, "hokatsu", -1, "安全を確かめながら、町と一緒に動く。")
    with acting_as(by):
        alarm.raise_alarm(
            case,
            by=by,
            danger="elder",
            facts="きょうの入浴のときに、両腕に新しいあざが4か所。1か月で体重が3キロ減った。長男の話になると黙る。",
            place="デイサービスにいる(17時に自宅へ送る予定)",
            done="デイサービスに、送る前に電話をもらうよう頼んだ。",
        )


def _ended(town: Town) -> None:
    by, officer = town.people["kikan"][0], town.people["fukushi"][1]
    case = _supported(town, ENDED, "kikan", 0, "事実を確かめながら、通い先と一緒に見守る。")
    with acting_as(by):
        alarm_id = alarm.raise_alarm(
            case,
            by=by,
            danger="disabled",
            facts="左の腕に、同じような傷が3か所。本人は自分でぶつけたと話すが、日によって説明が変わる。",
            place="通い先の作業所",
            done="作業所に、一人にしないよう頼んだ。",
        )
    with acting_as(officer):
        alarm.acknowledge(alarm_id, by=officer, who=officer.user.name, next_step="作業所で本人に会う")
        alarm.add_step(
            alarm_id,
            by=officer,
            what="safety",
            content="作業所で本人に会い、けがのようすを確かめた。落ち着いて話せた。",
            at=timezone.now(),
        )
        alarm.end(
            alarm_id,
            by=officer,
            finding="not_found",
            measure="",
            watch="基幹相談支援センターが、月に1回の面談で見守る",
            reason="作業台の角にぶつけた傷と分かり、作業所の記録とも合っていた。台の角に当てものを付けた。",
        )


def _supported(town: Town, visitor: Visitor, key: str, place: int, reason: str) -> Case:
    by = town.people[key][place]
    row = take_in(visitor, by=by)
    return support(row, by=by, reason=reason, next_days=1, what="本人に会う")
