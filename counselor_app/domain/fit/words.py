"""Fit in plain words: the same sentences in the window, on paper and on the command line."""

from __future__ import annotations

from collections.abc import Sequence

from counselor_app.domain.figures.wording import (
    MINUS,
    capitalised,
    correlation_words,
    listed,
    number,
)
from counselor_app.domain.fit.congruence import C_MAX, Congruence
from counselor_app.domain.fit.fit import CAREER_RETURNS, BandEdition, FitResult, Part
from counselor_app.domain.fit.instruments import Instrument
from counselor_app.domain.fit.profile import ClientProfile
from counselor_app.domain.fit.stability import Stability
from counselor_app.domain.occupation.interests import NAMES

NOT_A_VERDICT = (
    "A conversation, not a verdict: interests say what a person may enjoy. They tell a little"
    " about who stays content and stays on (Nauta 2010), and nothing about ability."
)
_NOTABLE = 0.05  # of r; a smaller part is not worth a word


def part_words(product: float) -> str:
    """A part of r, always signed: "+.28", "−.10", ".00"."""
    text = correlation_words(product)
    return text if text.startswith(MINUS) or text == ".00" else f"+{text}"


def carrying_sentence(parts: Sequence[Part]) -> str | None:
    """Which letters carry the fit and which cost it, at most two each; None without parts."""
    if not parts:
        return None
    ranked = sorted(parts, key=lambda part: -part.product)
    adds = [part for part in ranked[:2] if part.product >= _NOTABLE]
    costs = [part for part in ranked[:-3:-1] if part.product <= -_NOTABLE]
    said = [
        f"{listed(_named(part) for part in some)} {verb}"
        for some, verb in (
            (adds, "add most to the fit" if len(adds) > 1 else "adds most to the fit"),
            (costs, "take most away" if len(costs) > 1 else "takes most away"),
        )
        if some
    ]
    if not costs:
        said.append("no letter takes much away")
    return f"{'; '.join(said)}." if adds or costs else "No letter adds much or takes much away."


def _named(part: Part) -> str:
    return f"{NAMES[part.letter]} ({part_words(part.product)}, {part.words})"


def band_words(band: str | None, edition: BandEdition) -> str:
    """ "Best", or "below Okay" where r is under the lowest band."""
    return band or f"below {edition.lowest[-1][0]}"


def edition_words(edition: BandEdition) -> str:
    """ "Career Returns 2025: Best from .73, ..." with the published thresholds, three digits."""
    steps = (f"{name} from {low:.3f}".replace("0.", ".") for name, low in edition.lowest)
    return f"{edition.label}: {', '.join(steps)}"


def plain_sentence(fit: FitResult) -> str:
    """The fit in words before any number; the words follow the bands of 2025, whatever edition."""
    match, place = fit.match, fit.place
    if match is None or place is None:
        return "No fit can be worked out."
    together = {
        "Best": "go together closely",
        "Good": "go together well",
        "Okay": "go together in part",
        None: "have little in common" if match.r >= 0 else "point different ways",
    }[CAREER_RETURNS.band(match.r)]
    return (
        f"The client's interests and those of this job {together}: {number(match.rank - 1)} of"
        f" {number(place.of)} occupations are closer."
    )


def client_sentence(fit: FitResult) -> str:
    """The same said to the client, of whom a parent may read it."""
    match, place = fit.match, fit.place
    if match is None or place is None:
        return fit.no_match or ""
    band = CAREER_RETURNS.band(match.r)
    alike = {
        "Best": "are very much like this job’s",
        "Good": "are much like this job’s",
        "Okay": "are partly like this job’s",
        None: (
            "and this job’s have little in common"
            if match.r >= 0
            else "and this job’s point different ways"
        ),
    }[band]
    if match.rank == 1 and band:
        where = f"the closest of {number(place.of)}"
    elif band and 2 * match.rank <= place.of:
        where = f"among the closest {number(match.rank)} of {number(place.of)}"
    else:
        before = number(match.rank - 1) if match.rank > 1 else "none"
        where = f"{before} of {number(place.of)} jobs {'is' if match.rank == 2 else 'are'} closer"
    return f"Your interests {alike}: {where}."


def fit_sentence(fit: FitResult) -> str:
    """Correlation, band and rank in one sentence, or why there are none."""
    match, place = fit.match, fit.place
    if match is None or place is None:
        return fit.no_match or ""
    return (
        f"Correlation {correlation_words(match.r)}, {band_words(match.band, fit.edition)}"
        f" ({fit.edition.label}); rank {match.rank} of {place.of}, closer than"
        f" {place.more_than} of 100 occupations."
    )


def stability_sentence(stability: Stability, fit: FitResult) -> str:
    """How often the band holds when the scores are drawn again within their error."""
    low, high = stability.r
    first, last = stability.rank
    band = capitalised(band_words(fit.match.band if fit.match else None, fit.edition))
    return (
        f"{band} in {number(stability.stays)} of {number(stability.draws)} re-draws of the"
        f" scores within their error; nine of ten between {correlation_words(low)} and"
        f" {correlation_words(high)}, rank {first} to {last}."
    )


def codes_sentence(agreement: Congruence) -> str:
    """The person's code beside the occupation's, and the congruence over tied orderings."""
    own, *others = agreement.person_codes
    if not others:
        mine = f"Your code is {own}."
    elif len(others) > 11:
        mine = f"Your code is {own}, or any of {len(others)} others: the scores are too close."
    else:
        mine = f"Your code is {own}; with ties it could be {listed(others, 'or')}."
    if agreement.m is None or agreement.m_max is None:
        return f"{mine} {agreement.no_code}"
    c = agreement.no_c or f"Brown & Gore C is {_over_ties(agreement.c or (), C_MAX)}."
    m = f"Iachan M is {_over_ties(agreement.m, agreement.m_max)}."
    return f"{mine} This job's is {agreement.occupation_code}. {c} {m}"


def _over_ties(values: Sequence[int], highest: int) -> str:
    low, high = min(values), max(values)
    return f"{values[0]} of {highest}" + (f" (with ties, {low} to {high})" if low < high else "")


def ties_sentence(ties: Sequence[str] | None, instrument: Instrument) -> str:
    """Which letters are within error of each other, or why that cannot be said."""
    if ties is None:
        return f"{instrument.error} So no ties are shown."
    if not ties:
        return f"No two scores are {instrument.tie} points apart or fewer: no ties."
    pairs = (
        listed(f"{pair[0]} with {pair[1]}" for pair in ties)
        if len(ties) < 7
        else f"{len(ties)} of the 15 pairs"
    )
    return f"Scores {instrument.tie} points apart or fewer are a tie: {pairs}."


def profile_sentence(profile: ClientProfile) -> str:
    """Differentiation, elevation and consistency; no norms are published, so none are used."""
    words = listed(profile.consistency_possible, "or")
    consistent = {
        "high": "high: the first two letters are neighbors on the hexagon",
        "medium": "medium: the first two letters are two steps apart on the hexagon",
        "low": "low: the first two letters are opposite on the hexagon",
        None: "open, because scores are equal",
    }[profile.consistency]
    tied = f" (with ties, {words})" if len(profile.consistency_possible) > 1 else ""
    return (
        f"From the highest to the lowest score are {profile.spread:g} points (Iachan L1"
        f" {profile.iachan_l1:.2f}); the six add up to {profile.elevation:g}. Consistency is"
        f" {consistent}{tied}."
    )
