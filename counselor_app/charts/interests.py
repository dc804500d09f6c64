"""The hexagon of interests."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

from counselor_app.charts.axis import Table
from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.ratings import SCALE_ENDS
from counselor_app.domain.figures.wording import listed, value_words
from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.occupation.interests import LETTERS, NAMES, Interests


@dataclass(frozen=True, slots=True)
class Corner:
    """One of the six interests; ``in_code`` when it is a letter of the occupation's code."""

    letter: str
    name: str
    value: float | None
    text: str
    in_code: bool
    figure: Figure


@dataclass(frozen=True, slots=True)
class Hexagon:
    """The six values in R I A S E C order, 1 at the center and 7 at the rim.

    ``drawn`` is the job's shape, None unless all six are published; ``client`` a person's six
    scores stretched from their instrument's ends to 1 and 7, ``client_texts`` as they are.
    """

    low: float
    high: float
    corners: tuple[Corner, ...]
    code: str
    drawn: tuple[float, ...] | None
    client: tuple[float, ...] | None
    client_texts: tuple[str, ...]
    client_ends: str
    sentence: str
    table: Table

    def share(self, value: float) -> float:
        """How far from the center a value lies: 0 at the center, 1 at the rim."""
        return (value - self.low) / (self.high - self.low)


def point(corner: int, share: float) -> tuple[float, float]:
    """Where a share of the way to corner 0-5 lies in a circle of radius 1 (x right, y down).

    Corner 0 (Realistic) is on top, the others follow clockwise.
    """
    angle = corner * pi / 3
    return share * sin(angle), -share * cos(angle)


def hexagon(interests: Interests, client: ClientScores | None = None) -> Hexagon:
    """The hexagon of an occupation, with a client's six scores over it if given."""
    low, high = SCALE_ENDS["OI"]
    code = str(interests.letters.value or "")
    corners = tuple(
        Corner(letter, NAMES[letter], f.number, value_words(f), letter in code, f)
        for letter, f in zip(LETTERS, interests.scores, strict=True)
    )
    drawn = interests.profile
    if drawn is None:
        sentence = f"Interests: {interests.scores[0].flag or 'not in this pack'}."
    else:
        values = listed([f"{c.name} {c.text}" for c in corners])
        named = f"code {'-'.join(code)}; " if code else "no code given; "
        sentence = f"Interests: {named}on a scale from 1 to 7, {values}."
    rows = tuple(
        (c.name, c.text, "in the code" if c.in_code else "not in the code") for c in corners
    )
    table = Table(("Interest", "Value, 1 to 7", "Code letter"), rows)
    given, texts, ends = None, tuple[str, ...](), ""
    if client is not None and client.scores:
        test = client.instrument
        unit = (high - low) / (test.high - test.low)
        given = tuple(low + (score - test.low) * unit for score in client.scores)
        texts = tuple(f"{score:.3g}" for score in client.scores)
        ends = f"{test.low:g} to {test.high:g}"
        own = listed([f"{NAMES[x]} {text}" for x, text in zip(LETTERS, texts, strict=True)])
        sentence += f" The client, from {ends}: {own}."
    return Hexagon(low, high, corners, code, drawn, given, texts, ends, sentence, table)
