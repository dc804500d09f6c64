"""Fit in plain words: the same sentences in the window, on paper and on the command line."""

from __future__ import annotations

from collections.abc import Sequence

from counselor_app.domain.figures.wording import MINUS, correlation_words, number
from counselor_app.domain.fit.congruence import C_MAX, Congruence
from counselor_app.domain.fit.fit import CAREER_RETURNS, BandEdition, FitResult, Part
from counselor_app.domain.fit.instruments import Instrument
from counselor_app.domain.fit.profile import ClientProfile
from counselor_app.domain.fit.stability import Stability
from counselor_app.domain.occupation.interests import NAMES
from counselor_app.language import Said, _, capitalised, joined, listed, ngettext, pgettext

NOT_A_VERDICT = _(
    "A conversation, not a verdict: interests say what a person may enjoy. They tell a little"
    " about who stays content and stays on (Nauta 2010), and nothing about ability."
)
BANDS: dict[str, Said] = {
    "Best": pgettext("band of fit", "Best"),
    "Great": pgettext("band of fit", "Great"),
    "Good": pgettext("band of fit", "Good"),
    "Okay": pgettext("band of fit", "Okay"),
}
"""What the bands of all editions are called."""
CONSISTENCY: dict[str, Said] = {
    "high": pgettext("consistency of a code", "high"),
    "medium": pgettext("consistency of a code", "medium"),
    "low": pgettext("consistency of a code", "low"),
}
_NOTABLE = 0.05  # of r; a smaller part is not worth a word


def part_words(product: float) -> str:
    """A part of r, always signed: "+.28", "−.10", ".00"."""
    text = correlation_words(product)
    return text if text.startswith(MINUS) or text == ".00" else f"+{text}"


def carrying_sentence(parts: Sequence[Part]) -> Said | None:
    """Which letters carry the fit and which cost it, at most two each; None without parts."""
    if not parts:
        return None
    ranked = sorted(parts, key=lambda part: -part.product)
    adds = [part for part in ranked[:2] if part.product >= _NOTABLE]
    costs = [part for part in ranked[:-3:-1] if part.product <= -_NOTABLE]
    if not adds and not costs:
        return _("No letter adds much or takes much away.")
    said = []
    if adds:
        named = listed(map(_named, adds))
        said.append(ngettext("{interests} adds most to the fit", "{interests} add most to the fit",
                             len(adds), interests=named))  # fmt: skip
    if costs:
        named = listed(map(_named, costs))
        said.append(ngettext("{interests} takes most away", "{interests} take most away",
                             len(costs), interests=named))  # fmt: skip
    else:
        said.append(_("no letter takes much away"))
    return _("{clauses}.", clauses=joined(said, "; "))


def _named(part: Part) -> Said:
    return _(
        "{interest} ({part}, {why})",
        interest=NAMES[part.letter], part=part_words(part.product), why=part.words,
    )  # fmt: skip


def band_words(band: str | None, edition: BandEdition) -> Said:
    """ "Best", or "below Okay" where r is under the lowest band."""
    return BANDS[band] if band else _("below {band}", band=BANDS[edition.lowest[-1][0]])


def edition_words(edition: BandEdition) -> Said:
    """ "Career Returns 2025: Best from .73, ..." with the published thresholds, three digits."""
    steps = (
        _("{band} from {r}", band=BANDS[name], r=f"{low:.3f}".replace("0.", "."))
        for name, low in edition.lowest
    )
    return joined((edition.label, joined(steps, ", ")), ": ")


def plain_sentence(fit: FitResult) -> Said:
    """The fit in words before any number; the words follow the bands of 2025, whatever edition."""
    match, place = fit.match, fit.place
    if match is None or place is None:
        return _("No fit can be worked out.")
    together = {
        "Best": _("The client's interests and those of this job go together closely"),
        "Good": _("The client's interests and those of this job go together well"),
        "Okay": _("The client's interests and those of this job go together in part"),
        None: (
            _("The client's interests and those of this job have little in common")
            if match.r >= 0
            else _("The client's interests and those of this job point different ways")
        ),
    }[CAREER_RETURNS.band(match.r)]
    return _(
        "{finding}: {n} of {count} occupations are closer.",
        finding=together, n=number(match.rank - 1), count=number(place.of),
    )  # fmt: skip


def client_sentence(fit: FitResult) -> str:
    """The same said to the client, of whom a parent may read it."""
    match, place = fit.match, fit.place
    if match is None or place is None:
        return fit.no_match or ""
    band = CAREER_RETURNS.band(match.r)
    alike = {
        "Best": _("Your interests are very much like this job’s"),
        "Good": _("Your interests are much like this job’s"),
        "Okay": _("Your interests are partly like this job’s"),
        None: (
            _("Your interests and this job’s have little in common")
            if match.r >= 0
            else _("Your interests and this job’s point different ways")
        ),
    }[band]
    count, closer = number(place.of), match.rank - 1
    if not closer and band:
        where = _("the closest of {count}", count=count)
    elif band and 2 * match.rank <= place.of:
        where = _("among the closest {n} of {count}", n=number(match.rank), count=count)
    elif closer:
        where = ngettext("{n} of {count} jobs is closer", "{n} of {count} jobs are closer",
                         closer, n=number(closer), count=count)  # fmt: skip
    else:
        where = _("none of {count} jobs are closer", count=count)
    return _("{finding}: {where}.", finding=alike, where=where)


def fit_sentence(fit: FitResult) -> str:
    """Correlation, band and rank in one sentence, or why there are none."""
    match, place = fit.match, fit.place
    if match is None or place is None:
        return fit.no_match or ""
    return _(
        "Correlation {r}, {band} ({edition}); rank {rank} of {count}, closer than {share} of 100"
        " occupations.",
        r=correlation_words(match.r), band=band_words(match.band, fit.edition),
        edition=fit.edition.label, rank=match.rank, count=place.of, share=place.more_than,
    )  # fmt: skip


def stability_sentence(stability: Stability, fit: FitResult) -> Said:
    """How often the band holds when the scores are drawn again within their error."""
    low, high = stability.r
    first, last = stability.rank
    band = capitalised(band_words(fit.match.band if fit.match else None, fit.edition))
    return _(
        "{band} in {n} of {draws} re-draws of the scores within their error; nine of ten between"
        " {low} and {high}, rank {first} to {last}.",
        band=band, n=number(stability.stays), draws=number(stability.draws),
        low=correlation_words(low), high=correlation_words(high), first=first, last=last,
    )  # fmt: skip


def codes_sentence(agreement: Congruence) -> Said:
    """The person's code beside the occupation's, and the congruence over tied orderings."""
    own, *others = agreement.person_codes
    if not others:
        mine = _("Your code is {code}.", code=own)
    elif len(others) > 11:
        mine = _("Your code is {code}, or any of {n} others: the scores are too close.",
                 code=own, n=len(others))  # fmt: skip
    else:
        mine = _("Your code is {code}; with ties it could be {codes}.",
                 code=own, codes=listed(others, "or"))  # fmt: skip
    if agreement.m is None or agreement.m_max is None:
        return joined((mine, agreement.no_code or ""))
    its = _("This job's is {code}.", code=agreement.occupation_code)
    c = agreement.no_c or _("Brown & Gore C is {c}.", c=_over_ties(agreement.c or (), C_MAX))
    m = _("Iachan M is {m}.", m=_over_ties(agreement.m, agreement.m_max))
    return joined((mine, its, c, m))


def _over_ties(values: Sequence[int], highest: int) -> Said:
    value, low, high = values[0], min(values), max(values)
    if low == high:
        return _("{value} of {most}", value=value, most=highest)
    return _("{value} of {most} (with ties, {low} to {high})",
             value=value, most=highest, low=low, high=high)  # fmt: skip


def ties_sentence(ties: Sequence[str] | None, instrument: Instrument) -> Said:
    """Which letters are within error of each other, or why that cannot be said."""
    if ties is None:
        return joined((instrument.error, _("So no ties are shown.")))
    tie = instrument.tie or 0
    if not ties:
        return _("No two scores are {tie} points apart or fewer: no ties.", tie=tie)
    pairs = (
        listed(_("{one} with {other}", one=pair[0], other=pair[1]) for pair in ties)
        if len(ties) < 7
        else _("{n} of the 15 pairs", n=len(ties))
    )
    return _("Scores {tie} points apart or fewer are a tie: {pairs}.", tie=tie, pairs=pairs)


def profile_sentence(profile: ClientProfile) -> Said:
    """Differentiation, elevation and consistency; no norms are published, so none are used."""
    how = {
        "high": _("high: the first two letters are neighbors on the hexagon"),
        "medium": _("medium: the first two letters are two steps apart on the hexagon"),
        "low": _("low: the first two letters are opposite on the hexagon"),
        None: _("open, because scores are equal"),
    }[profile.consistency]
    consistent = _("Consistency is {how}.", how=how)
    if len(profile.consistency_possible) > 1:
        others = listed((CONSISTENCY[code] for code in profile.consistency_possible), "or")
        consistent = _("Consistency is {how} (with ties, {others}).", how=how, others=others)
    points = _(
        "From the highest to the lowest score are {spread} points (Iachan L1 {l1}); the six add up"
        " to {sum}.",
        spread=format(profile.spread, "g"), l1=format(profile.iachan_l1, ".2f"),
        sum=format(profile.elevation, "g"),
    )  # fmt: skip
    return joined((points, consistent))
