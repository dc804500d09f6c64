"""What a fit suggests and what it does not, by rule; plain words for the client."""

from __future__ import annotations

from counselor_app.domain.fit.fit import FitResult
from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.fit.profile import client_codes
from counselor_app.domain.fit.sureness import tier_sentence
from counselor_app.language import Said, _, listed, pgettext

SAME, ALIKE, APART = 0.729, 0.426, -0.426
"""r from which two shapes agree, are partly alike, and oppose: critical r of METHODS 1."""
_ALL_CODES = 120

NOT_MEANT = _(
    "It says nothing about ability, pay or openings. A low match rules nothing out. Never decide"
    " on one score; talk it over with a counselor."
)
NOT_MEANT_FINDING = _("Not skill, not pay, not a promise")


def lead(found: FitResult) -> str:
    """How client and job agree, in one line; why that cannot be said where it cannot.

    By the tier, and without one by how alike the two shapes are.
    """
    if found.match is None:
        return found.no_match or ""
    if found.tier is not None:
        return tier_sentence(found.tier)
    r = found.match.r
    if r >= SAME:
        return _(
            "Your interests and this job’s have nearly the same shape: a reason to look closer."
        )
    if r >= ALIKE:
        return _("Your interests and this job’s are partly alike: worth a conversation.")
    if r > APART:
        return _("Your interests and this job’s have little in common: something to talk about.")
    return _("Your interests and this job’s are nearly opposite: something to talk about.")


def shape_finding(found: FitResult) -> str:
    """How the two shapes compare; "" without a correlation."""
    if found.match is None:
        return ""
    r = found.match.r
    if r >= SAME:
        return _("Highs and lows agree")
    if r >= ALIKE:
        return pgettext("finding on two shapes", "Partly alike")
    if r > APART:
        return _("Little in common")
    return pgettext("finding on two shapes", "Near opposites")


def meaning(found: FitResult | None, *, ranked: bool = True) -> tuple[str, str]:
    """What a fit suggests: a few words, and sentences; ``found`` is None for a whole list.

    Not ``ranked``: the client's scores set no occupation above another.
    """
    if not ranked or (found is not None and found.match is None):
        return _("A place to start"), _(
            "Nothing here sets one job above another. Talk about what you liked in school, at work"
            " and in your free time, and look at jobs from there."
        )
    if found is None or found.match is None:
        return _("Where to look first"), _(
            "People whose interests fit their work are, on average, a little more content and more"
            " likely to stay. A close match is worth a visit, a talk or a trial day."
        )
    tier, r = found.tier, found.match.r
    if tier in ("very likely", "likely") or (tier is None and r >= SAME):
        return _("Worth a closer look"), _(
            "People whose interests fit their work are, on average, a little more content and more"
            " likely to stay. A close match is worth a visit, a talk or a trial day."
        )
    if tier == "possible" or (tier is None and r >= ALIKE):
        return _("Worth a conversation"), _(
            "Part of this work is like what you enjoy, part is not. On average, people are a little"
            " more content where interests fit. Ask which part fills most of the day."
        )
    return _("No reason to rule it out"), _(
        "This work is shaped unlike what you enjoy. On average, people are a little more content"
        " where interests fit; many do well all the same. Ask what draws you to it."
    )


def code_words(code: str) -> str:
    """ "C-E-S"."""
    return "-".join(code)


def codes_finding(client: ClientScores) -> Said:
    """ "C-E-S or C-S-E: a tie": the client's code as sure as the scores allow."""
    codes = client_codes(client)
    if not client.scores:
        return pgettext("Holland code", "Code {code}", code=code_words(codes[0]))
    if len(codes) == 1 and client.instrument.tie is None:
        return _("{code}, error not known", code=code_words(codes[0]))
    if len(codes) == 1:
        return _("{code}, clear of ties", code=code_words(codes[0]))
    if len(codes) == 2:
        return _("{codes}: a tie", codes=listed(map(code_words, codes), "or"))
    if len(codes) == _ALL_CODES:
        return _("All six tie")
    sure = codes[0]
    while not all(code.startswith(sure) for code in codes):
        sure = sure[:-1]
    tied = listed(dict.fromkeys(code[len(sure)] for code in codes), "or")
    if sure:
        return _("{code}, then {letters}: a tie", code=code_words(sure), letters=tied)
    return _("{letters} first: a tie", letters=tied)


def every_code(client: ClientScores) -> Said:
    """Every code that the ties allow, in a sentence."""
    codes = client_codes(client)
    if len(codes) == 1:
        return _("Your code is {code}.", code=codes[0])
    if len(codes) == _ALL_CODES:
        return _("With ties your code could be any three of the six letters in any order.")
    return _("With ties your code could be {codes}.", codes=listed(codes, "or"))
