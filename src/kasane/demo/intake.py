"""The first consultation (2-1-1) of a made-up household: who came, how, and what was said."""

from kasane.demo.casting import Cast, Consultation
from kasane.demo.labels import Channel, ConsulterKind, Stage, Topic
from kasane.demo.model import DemoConsulter
from kasane.demo.names import family_name, given_name, landline, mobile
from kasane.demo.phrases import intake as say
from kasane.demo.support import without_family
from kasane.demo.texts import Bank
from kasane.demo.words import Words

_AGES_MET = {
    "保育園の園長": (0, 6),
    "助産師": (0, 1),
    "小児科の看護師": (0, 6),
    "高校の先生": (15, 19),
    "担任の先生": (6, 15),
    "養護教諭": (6, 15),
    "スクールソーシャルワーカー": (6, 15),
}
_NEIGHBOURS = {"近所の方", "自治会長", "移動販売の方", "配食の配達員"}
_OTHERS = {"友人", "職場の上司", "ガスの検針員", "水道検針員", "日本語教室の先生"}
_CHANNELS: dict[ConsulterKind, tuple[tuple[Channel, ...], tuple[int, ...]]] = {
    ConsulterKind.SELF: (
        (Channel.WINDOW, Channel.PHONE, Channel.MAIL, Channel.VISIT, Channel.OUTSIDE),
        (8, 7, 1, 2, 1),
    ),
    ConsulterKind.FAMILY: ((Channel.WINDOW, Channel.PHONE, Channel.MAIL, Channel.VISIT), (6, 8, 1, 2)),
    ConsulterKind.WELFARE_COMMISSIONER: ((Channel.PHONE, Channel.WINDOW, Channel.VISIT), (6, 3, 2)),
    ConsulterKind.NEIGHBOUR: ((Channel.PHONE, Channel.WINDOW), (3, 1)),
    ConsulterKind.AGENCY: ((Channel.PHONE, Channel.INTRODUCED, Channel.WINDOW), (6, 4, 1)),
    ConsulterKind.OTHER: ((Channel.PHONE, Channel.WINDOW), (3, 1)),
}


def consult(cast: Cast) -> Consultation:
    """The whole first sheet."""
    rng, pattern = cast.rng, cast.pattern
    consulter, word, main_voice = _choose_consulter(cast)
    channels, weights = _CHANNELS[consulter.kind]
    channel = rng.choices(channels, weights)[0]
    opening = _opening(cast, consulter, channel, word)
    if cast.stage is Stage.INFORMED:
        return _short(cast, consulter, channel, opening)
    main = rng.choice(pattern.main_topics)
    others = rng.sample(pattern.topics, rng.randint(1, min(4, len(pattern.topics))))
    topics = tuple(t for t in Topic if t is main or t in others)
    urgency = ""
    if rng.random() < pattern.urgent_share:
        urgency = cast.words.pick(rng, pattern.urgent_texts or say.URGENT)
    outline = opening + _story(cast, consulter.kind, channel, word, main_voice)
    if urgency:
        outline += f"緊急性あり。{urgency}。"
    return Consultation(consulter, channel, topics, main, outline, bool(urgency), urgency)


def _short(cast: Cast, consulter: DemoConsulter, channel: Channel, opening: str) -> Consultation:
    """A question that was answered on the spot."""
    rng, words = cast.rng, cast.words
    label, ask, answer = rng.choice([row for row in say.INFO_ASKS if words.usable(row[1])])
    context = rng.choice(_not_at_work(say.INFO_CONTEXTS, words))
    outline = opening + context + words.fill(ask) + answer
    topic = Topic(label)
    return Consultation(consulter, channel, (topic,), topic, outline, False, "")


def _choose_consulter(cast: Cast) -> tuple[DemoConsulter, str, bool]:
    """Who comes, the word for them, and whether they speak with the household's main voice."""
    rng, words = cast.rng, cast.words
    ages = list(words.ages.values())
    fitting = {
        who: weight
        for who, weight in cast.pattern.consulters.items()
        if (
            who[1:] in words.ages
            if who[0] == "@"
            else cast.stage is not Stage.INFORMED and _age_met(who, ages)
        )
    }
    who = rng.choices(tuple(fitting), tuple(fitting.values()))[0]
    if who[0] != "@":
        consulter, word = _outsider(cast, who)
        return consulter, word, False
    kin = next(k for k in cast.family.members if k.role == who[1:])
    person = next(p for p in cast.people if (p.family, p.given) == (kin.family[0], kin.given[0]))
    kind = ConsulterKind.SELF if person.is_subject else ConsulterKind.FAMILY
    word = words.slots[who[1:]]
    kana = f"{person.family_kana} {person.given_kana}"
    main = next(w for w in cast.pattern.consulters if w[0] == "@")
    detail = "" if person.is_subject else word
    return DemoConsulter(kind, person.name, kana, detail, person.phone), word, who == main


def _outsider(cast: Cast, who: str) -> tuple[DemoConsulter, str]:
    rng = cast.rng
    kind = _kind_of(who)
    if kind is ConsulterKind.NEIGHBOUR and rng.random() < 0.5:
        return DemoConsulter(kind, "(匿名希望)", "", who, ""), who
    commissioner = kind is ConsulterKind.WELFARE_COMMISSIONER
    surname = family_name(rng)
    age = rng.randint(58, 74) if commissioner else rng.randint(30, 62)
    given = given_name(rng, cast.family.sex(), cast.line.received.year - age)
    phone = landline(rng) if kind is ConsulterKind.AGENCY else mobile(rng)
    word = f"{surname.text}氏" if commissioner else who
    return DemoConsulter(
        kind, f"{surname.text} {given.text}", f"{surname.kana} {given.kana}", who, phone
    ), word


def _age_met(who: str, ages: list[int]) -> bool:
    span = _AGES_MET.get(who)
    return span is None or any(span[0] <= age <= span[1] for age in ages)


def _kind_of(who: str) -> ConsulterKind:
    if who == "民生委員":
        return ConsulterKind.WELFARE_COMMISSIONER
    if who in _NEIGHBOURS:
        return ConsulterKind.NEIGHBOUR
    return ConsulterKind.OTHER if who in _OTHERS else ConsulterKind.AGENCY


def _opening(cast: Cast, consulter: DemoConsulter, channel: Channel, word: str) -> str:
    anonymous = consulter.kind is ConsulterKind.NEIGHBOUR and not consulter.kana
    openings = say.ANONYMOUS if anonymous else say.OPENINGS[f"{consulter.kind}:{channel}"]
    return cast.rng.choice(_not_at_work(openings, cast.words)).format(c=word)


def _story(cast: Cast, kind: ConsulterKind, channel: Channel, word: str, main_voice: bool) -> str:
    """What the household lives with, why now, and what was said."""
    rng, pattern, words = cast.rng, cast.pattern, cast.words
    parts = words.some(rng, pattern.situations, rng.choice((2, 3, 3)))
    if rng.random() < 0.8:
        parts.append(words.pick(rng, pattern.triggers))
    if main_voice:
        parts.append(rng.choice(say.SPOKE).format(w=word, v=words.pick(rng, pattern.voices)))
    elif kind is ConsulterKind.FAMILY:
        parts.append(rng.choice(say.SPOKE).format(w=word, v=rng.choice(say.FAMILY_WORRIES)))
    elif kind is not ConsulterKind.SELF:
        parts.append(rng.choice(say.SEEN).format(c=word, v=_inner(words.pick(rng, pattern.seen_by_others))))
    if rng.random() < 0.75:
        at_hand = kind in (ConsulterKind.SELF, ConsulterKind.FAMILY)
        bank = say.CLOSINGS + (() if kind is ConsulterKind.SELF else say.CLOSINGS_OTHER)
        if at_hand and channel not in (Channel.PHONE, Channel.MAIL):
            bank += say.CLOSINGS_FACE
        parts.append(rng.choice(without_family(bank, cast.alone)))
    return "".join(parts)


def _not_at_work(bank: Bank, words: Words) -> list[str]:
    """Sentences about a job are left out where nobody is of an age to have one."""
    working = any(16 <= age < 68 for age in words.ages.values())
    return [t for t in bank if working or "仕事" not in t]


def _inner(said: str) -> str:
    """Words that will stand within a quotation."""
    return said.replace("「", "『").replace("」", "』")
