"""The hexagon of interests."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

from counselor_app.charts.axis import Table
from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.ratings import SCALE_ENDS
from counselor_app.domain.figures.wording import NOT_IN_PACK, value_words
from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.occupation.interests import LETTERS, NAMES, Interests
from counselor_app.language import _, joined, listed, pgettext


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


_IN_CODE, _NOT_IN_CODE = _("in the code"), _("not in the code")
_HEADER = (
    pgettext("column", "Interest"),
    _("Value, 1 to 7"),
    pgettext("column", "Code letter"),
)


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
        why = interests.scores[0].flag or NOT_IN_PACK
        sentence: str = pgettext("chart", "Interests: {why}.", why=why)
    else:
        values = listed(joined((c.name, c.text)) for c in corners)
        sentence = (
            _(
                "Interests: code {code}; on a scale from 1 to 7, {values}.",
                code="-".join(code), values=values,
            )
            if code
            else _("Interests: no code given; on a scale from 1 to 7, {values}.", values=values)
        )  # fmt: skip
    rows = tuple((c.name, c.text, _IN_CODE if c.in_code else _NOT_IN_CODE) for c in corners)
    table = Table(_HEADER, rows)
    given, texts = None, tuple[str, ...]()
    ends: str = ""
    if client is not None and client.scores:
        test = client.instrument
        unit = (high - low) / (test.high - test.low)
        given = tuple(low + (score - test.low) * unit for score in client.scores)
        texts = tuple(f"{score:.3g}" for score in client.scores)
        low_end, high_end = f"{test.low:g}", f"{test.high:g}"
        ends = _("{low} to {high}", low=low_end, high=high_end)
        own = listed(joined((NAMES[x], text)) for x, text in zip(LETTERS, texts, strict=True))
        client_said = _("The client, from {ends}: {scores}.", ends=ends, scores=own)
        sentence = joined((sentence, client_said))
    return Hexagon(low, high, corners, code, drawn, given, texts, ends, sentence, table)
