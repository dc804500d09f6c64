"""What a fit suggests and what it does not, by rule; plain words for the client."""

from __future__ import annotations

from counselor_app.domain.figures.wording import listed
from counselor_app.domain.fit.fit import BandEdition, FitResult, Part
from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.fit.profile import client_codes
from counselor_app.domain.occupation.interests import NAMES

SAME, ALIKE, APART = 0.729, 0.426, -0.426
"""r from which two shapes agree, are partly alike, and oppose: critical r of METHODS 1."""
_NOTABLE = 0.05
_ALL_CODES = 120

NOT_MEANT = (
    "It says nothing about ability, pay or openings. A low match rules nothing out. Never decide"
    " on one score; talk it over with a counselor."
)
NOT_MEANT_FINDING = "Not skill, not pay, not a promise"


def lead(found: FitResult) -> str:
    """How client and job agree, in one line; why that cannot be said where it cannot."""
    if found.match is None:
        return found.no_match or ""
    r = found.match.r
    if r >= SAME:
        return "Your interests and this job’s have nearly the same shape: a reason to look closer."
    if r >= ALIKE:
        return "Your interests and this job’s are partly alike: worth a conversation."
    if r > APART:
        return "Your interests and this job’s have little in common: something to talk about."
    return "Your interests and this job’s are nearly opposite: something to talk about."


def shape_finding(found: FitResult) -> str:
    """How the two shapes compare; "" without a correlation."""
    if found.match is None:
        return ""
    r = found.match.r
    if r >= SAME:
        return "Highs and lows agree"
    return "Partly alike" if r >= ALIKE else "Little in common" if r > APART else "Near opposites"


def meaning(found: FitResult | None, *, ranked: bool = True) -> tuple[str, str]:
    """What a fit suggests: a few words, and sentences; ``found`` is None for a whole list.

    Not ``ranked``: the client's scores set no occupation above another.
    """
    if not ranked or (found is not None and found.match is None):
        return "A place to start", (
            "Nothing here sets one job above another. Talk about what you liked in school, at work"
            " and in your free time, and look at jobs from there."
        )
    if found is None or found.match is None:
        return "Where to look first", (
            "People whose interests fit their work are, on average, a little more content and more"
            " likely to stay. A close match is worth a visit, a talk or a trial day."
        )
    if found.match.r >= SAME:
        return "Worth a closer look", (
            "People whose interests fit their work are, on average, a little more content and more"
            " likely to stay. A close match is worth a visit, a talk or a trial day."
        )
    if found.match.r >= ALIKE:
        return "Worth a conversation", (
            "Part of this work is like what you enjoy, part is not. On average, people are a little"
            " more content where interests fit. Ask which part fills most of the day."
        )
    return "No reason to rule it out", (
        "This work is shaped unlike what you enjoy. On average, people are a little more content"
        " where interests fit; many do well all the same. Ask what draws you to it."
    )


def band_place(name: str | None, edition: BandEdition) -> tuple[str, str]:
    """ "the second of three bands" and "r from .608 to .729" of a band, or of below them all."""
    edges = [(band, f"{low:.3f}".removeprefix("0")) for band, low in edition.lowest]
    place = next((i for i, (band, _) in enumerate(edges) if band == name), len(edges))
    if place == len(edges):
        return "under the three bands", f"r below {edges[-1][1]}"
    order = ("the top", "the second", "the last")[place]
    span = f"r of {edges[0][1]} or more"
    if place:
        span = f"r from {edges[place][1]} to {edges[place - 1][1]}"
    return f"{order} of three bands", span


def code_words(code: str) -> str:
    """ "C-E-S"."""
    return "-".join(code)


def codes_finding(client: ClientScores) -> str:
    """ "C-E-S or C-S-E: a tie": the client's code as sure as the scores allow."""
    codes = client_codes(client)
    if not client.scores:
        return f"Code {code_words(codes[0])}"
    if len(codes) == 1 and client.instrument.tie is None:
        return f"{code_words(codes[0])}, error not known"
    if len(codes) == 1:
        return f"{code_words(codes[0])}, clear of ties"
    if len(codes) == 2:
        return f"{code_words(codes[0])} or {code_words(codes[1])}: a tie"
    if len(codes) == _ALL_CODES:
        return "All six tie"
    sure = codes[0]
    while not all(code.startswith(sure) for code in codes):
        sure = sure[:-1]
    tied = listed(dict.fromkeys(code[len(sure)] for code in codes), "or")
    return f"{code_words(sure)}, then {tied}: a tie" if sure else f"{tied} first: a tie"


def every_code(client: ClientScores) -> str:
    """Every code that the ties allow, in a sentence."""
    codes = client_codes(client)
    if len(codes) == 1:
        return f"Your code is {codes[0]}."
    if len(codes) == _ALL_CODES:
        return "With ties your code could be any three of the six letters in any order."
    return f"With ties your code could be {listed(codes, 'or')}."


def parts_finding(parts: tuple[Part, ...]) -> str:
    """Which letter carries or costs the fit most; "" where none does."""
    if not parts:
        return ""
    best = max(parts, key=lambda part: part.product)
    worst = min(parts, key=lambda part: part.product)
    if -worst.product > best.product and -worst.product >= _NOTABLE:
        return f"{NAMES[worst.letter]} costs most"
    return f"{NAMES[best.letter]} does most" if best.product >= _NOTABLE else ""
