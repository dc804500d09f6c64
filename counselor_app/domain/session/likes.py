"""A client's six interests in plain words: what each is, what the answers say, what to ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.fit.measurement import flat, tied
from counselor_app.domain.fit.profile import ordered, tied_pairs
from counselor_app.domain.occupation.interests import LETTERS, PLAIN_NAMES
from counselor_app.language import Said, _, joined, listed, lowered

Liking = Literal["high", "middle", "low"]
_HIGH, _LOW = 0.6, 0.3  # of the highest possible score, as for a flat profile [convention]

ABOUT: Mapping[str, Said] = {
    "R": _("Working with the hands, tools, machines, plants, or animals, often outdoors."),
    "I": _("Finding out why: reading, testing, and working with ideas."),
    "A": _("Making things up: music, pictures, words, dance, or design."),
    "S": _("Teaching, helping, and caring for people."),
    "E": _("Leading, selling, and starting new ventures."),
    "C": _("Order: records, numbers, and clear rules."),
}
_SAYS: Mapping[str, Mapping[Liking, Said]] = {
    "R": {
        "high": _("A day of work with the hands would be a good day."),
        "middle": _("Some hands-on work suits; it need not be all of it."),
        "low": _("Tools and machines are not the draw."),
    },
    "I": {
        "high": _("Hard questions are fun, and answers get tested."),
        "middle": _("Some puzzling suits; it need not be all day."),
        "low": _("Long study of one question is not the draw."),
    },
    "A": {
        "high": _("A day of making something new would be a good day."),
        "middle": _("Some room for own ideas suits."),
        "low": _("A clear pattern to follow is better."),
    },
    "S": {
        "high": _("A day spent helping others would be a good day."),
        "middle": _("Some work with people suits; it need not be all of it."),
        "low": _("Helping and teaching are not the draw."),
    },
    "E": {
        "high": _("Leading people or winning them over would be a good day."),
        "middle": _("Some leading or selling suits; it need not be all of it."),
        "low": _("Leading or selling a plan is not the draw."),
    },
    "C": {
        "high": _("A day of keeping things in good order would be a good day."),
        "middle": _("Lists and set rules are fine, but not the draw."),
        "low": _("Records and set rules are not the draw."),
    },
}
_ASK: Mapping[str, Said] = {
    "R": _("When did you last build or mend something?"),
    "I": _("When did you last find something out for yourself?"),
    "A": _("When did you last make something of your own?"),
    "S": _("When did you last help someone learn?"),
    "E": _("When did you last get others to join in?"),
    "C": _("When did you last bring order into something?"),
}
_SURPRISED = _("Which answers surprised you?")


@dataclass(frozen=True, slots=True)
class Like:
    """One interest of a client: its letter, score and share of the scale (0-1).

    ``says`` is what the answers say of it in a sentence, "" where the points are no count of
    likes; ``close_to`` are the letters whose scores are too close to tell apart from this one's.
    """

    letter: str
    score: float
    share: float
    says: Said | str
    close_to: tuple[str, ...]

    @property
    def name(self) -> str:
        """The interest in plain words."""
        return PLAIN_NAMES[self.letter]


def likes(client: ClientScores) -> tuple[Like, ...]:
    """The six interests, the strongest first; none of a bare code."""
    if not client.scores:
        return ()
    low, high = client.instrument.low, client.instrument.high
    pairs = _close(client)
    found = []
    for place in ordered(client.scores):
        letter, score = LETTERS[place], client.scores[place]
        share = (score - low) / (high - low)
        level: Liking = "high" if share >= _HIGH else "low" if share <= _LOW else "middle"
        says = _SAYS[letter][level] if client.instrument.items else ""
        close = tuple(pair.replace(letter, "") for pair in pairs if letter in pair)
        found.append(Like(letter, score, share, says, close))
    return tuple(found)


def leading(client: ClientScores) -> tuple[str, ...]:
    """The letters that may come first: the highest, and those too close to it to tell."""
    if not client.scores:
        return tuple(client.letters[:2])
    first = likes(client)[0]
    return (first.letter, *(one for one in first.close_to))


def headline(client: ClientScores, whose: str) -> Said:
    """What the answers say first, of a client whose name is ``whose`` ("Mia’s")."""
    first = leading(client)
    names = listed(lowered(PLAIN_NAMES[letter]) for letter in first)
    if not client.scores:
        return _("{whose} code begins with {interests}.", whose=whose, interests=names)
    if flat(client):
        return _("{whose} answers are nearly level, so no job stands out.", whose=whose)
    highest = _("{whose} answers are highest on {interests}.", whose=whose, interests=names)
    if len(first) == 1:
        return highest
    close = _("Which of the two comes first is too close to tell.")
    if len(first) > 2:
        close = _("Which of them comes first is too close to tell.")
    return joined((highest, close))


def to_ask(client: ClientScores) -> tuple[Said, ...]:
    """What to ask next about these interests."""
    first = leading(client)
    found = [_SURPRISED, *(_ASK[letter] for letter in first[:2])]
    if len(first) > 1:
        found.append(
            _("If only one of the two could fill a day, {one} or {other}, which would it be?",
              one=lowered(PLAIN_NAMES[first[0]]), other=lowered(PLAIN_NAMES[first[1]]))
        )  # fmt: skip
    return tuple(found)


def like_said(like: Like, client: ClientScores) -> Said:
    """A bar as a screen reader says it."""
    score, of = f"{like.score:g}", f"{client.instrument.high:g}"
    if not like.close_to:
        return _("{interest}, {score} of {of}", interest=like.name, score=score, of=of)
    others = listed(PLAIN_NAMES[letter] for letter in like.close_to)
    return _("{interest}, {score} of {of}, too close to {others} to tell",
             interest=like.name, score=score, of=of, others=others)  # fmt: skip


def _close(client: ClientScores) -> tuple[str, ...]:
    """Pairs of letters too close to tell apart, the higher first."""
    if client.instrument.sem is None:
        return ()
    return tied_pairs(client.scores, lambda one, other: tied(client, one, other))
