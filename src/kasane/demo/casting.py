"""What is known of a made-up household while its papers are being written."""

from dataclasses import dataclass
from random import Random

from kasane.demo.families import Family
from kasane.demo.kinship import Kin
from kasane.demo.labels import Agency, Channel, ConsulterKind, Stage, Topic
from kasane.demo.model import DemoConsulter, DemoPerson
from kasane.demo.patterns import Pattern
from kasane.demo.support import Strand
from kasane.demo.timeline import Timeline
from kasane.demo.words import Words


@dataclass(slots=True)
class Cast:
    """The household, its kind, its days and its words.

    `source` took the first consultation, `target` is the agency it is passed to.
    """

    rng: Random
    stage: Stage
    pattern: Pattern
    line: Timeline
    family: Family
    subject: Kin
    people: tuple[DemoPerson, ...]
    words: Words
    threads: list[Strand]
    source: Agency
    wish: str
    rented: bool
    target: Agency | None = None

    @property
    def alone(self) -> bool:
        """Whether there is nobody but the subject."""
        return len(self.people) == 1


@dataclass(frozen=True, slots=True)
class Consultation:
    """What the sheet of the first consultation holds."""

    consulter: DemoConsulter
    channel: Channel
    topics: tuple[Topic, ...]
    main_topic: Topic
    outline: str
    urgent: bool
    urgency_text: str

    @property
    def by_subject(self) -> bool:
        """Whether the person spoke for themselves."""
        return self.consulter.kind is ConsulterKind.SELF
