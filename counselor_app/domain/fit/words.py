"""Fit in plain words: the same sentences in the window, on paper and on the command line."""

from __future__ import annotations

from collections.abc import Sequence

from counselor_app.domain.figures.wording import MINUS, correlation_words, number
from counselor_app.domain.fit.congruence import C_MAX, Congruence
from counselor_app.domain.fit.fit import BANDS, BandEdition, FitResult, Part
from counselor_app.domain.fit.instruments import Instrument
from counselor_app.domain.fit.profile import ClientProfile
from counselor_app.domain.fit.sureness import DRAWS, tier_sentence
from counselor_app.domain.fit.tiers import no_redraws
from counselor_app.domain.occupation.interests import NAMES, PLAIN_NAMES
from counselor_app.language import Said, _, joined, listed, lowered, ngettext, pgettext

NOT_A_VERDICT = _(
    "A conversation, not a verdict: interests say what a person may enjoy. They tell a little"
    " about who stays content and stays on (Nauta 2010), and nothing about ability."
)
NO_TIER = _(
    "The error of these scores is not known, so no job is called more or less likely among the"
    " closest."
)
CONSISTENCY: dict[str, Said] = {
    "high": pgettext("consistency of a code", "high"),
    "medium": pgettext("consistency of a code", "medium"),
    "low": pgettext("consistency of a code", "low"),
}
YOU = (pgettext("in a sentence", "you"), pgettext("owner of what follows", "your"))
"""The client spoken to: in a sentence, and as the owner of what follows."""

_ALL_CODES = 120
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
    return (
        BANDS[band]
        if band
        else pgettext("band of fit", "below {band}", band=BANDS[edition.lowest[-1][0]])
    )


def edition_words(edition: BandEdition) -> Said:
    """ "Career Returns 2025: Best from .73, ..." with the published thresholds, three digits."""
    steps = (
        _("{band} from {r}", band=BANDS[name], r=format(low, ".3f").removeprefix("0"))
        for name, low in edition.lowest
    )
    return joined((edition.label, joined(steps, ", ")), ": ")


def tier_head(found: FitResult, whose: str) -> Said:
    """How likely the job is among the closest tenth to "Mia’s" or "your" interests; without a
    tier that the two can be compared, or why they cannot.
    """
    if not found.client.scores:
        return _("This job beside {whose} code", whose=whose)
    if found.match is None:
        return _("No fit can be worked out.")
    heads = {
        "very likely": _("Very likely among the tenth of jobs closest to {whose} interests",
                         whose=whose),
        "likely": _("Likely among the tenth of jobs closest to {whose} interests", whose=whose),
        "possible": _("Possibly among the tenth of jobs closest to {whose} interests",
                      whose=whose),
        "less likely": _("Less likely among the tenth of jobs closest to {whose} interests",
                         whose=whose),
        None: _("This job beside {whose} interests", whose=whose),
    }  # fmt: skip
    return heads[found.tier]


def shapes_sentence(parts: Sequence[Part], who: str, whose: str) -> Said | None:
    """Where "Mia" ("Mia’s") and the job are both high, and where they differ most.

    None without parts. A part counts from .05 of r on; at most two interests on each side.
    """
    notable = sorted((p for p in parts if abs(p.product) >= _NOTABLE), key=lambda p: -p.product)
    both = [PLAIN_NAMES[p.letter] for p in notable if p.product > 0 and p.person > 0][:2]
    apart = [p for p in reversed(notable) if p.product < 0][:2]
    more = [PLAIN_NAMES[p.letter] for p in apart if p.occupation > 0]
    less = [PLAIN_NAMES[p.letter] for p in apart if p.occupation < 0]
    if not parts:
        return None
    said = []
    if both:
        said.append(_("Both {who} and this job are high on {interests}.",
                      who=who, interests=_named_plainly(both)))  # fmt: skip
    if more:
        said.append(_("The job asks for more of {interests} than {whose} answers do.",
                      interests=_named_plainly(more), whose=whose))  # fmt: skip
    if less:
        said.append(_("The job asks for less of {interests} than {whose} answers do.",
                      interests=_named_plainly(less), whose=whose))  # fmt: skip
    return joined(said) if said else _("No interest is high in both, and none is far apart.")


def _named_plainly(names: Sequence[str]) -> Said:
    return listed(map(lowered, names))


def client_sentence(found: FitResult) -> str:
    """The fit said to the client, of whom a parent may read it: no statistics, no place."""
    if found.match is None:
        return found.no_match or ""
    if found.tier is not None:
        return tier_sentence(found.tier)
    if no_redraws(found.client) is None:  # nobody has drawn them again
        return shapes_sentence(found.parts, *YOU) or ""
    return NO_TIER


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


def sureness_sentence(found: FitResult) -> Said | None:
    """Tier and interval when the scores are drawn again within their error; None without."""
    sure, place = found.sure, found.place
    if sure is None or place is None:
        return None
    (low, high), (first, last) = sure.r, sure.rank
    return _(
        "Among the {tenth} closest of {count} in {n} of {draws} re-draws of the scores within their"
        " error; nine of ten between {low} and {high}, rank {first} to {last}.",
        tenth=number(max(1, place.of // 10)), count=number(place.of),
        n=number(sure.top), draws=number(DRAWS),
        low=correlation_words(low), high=correlation_words(high), first=first, last=last,
    )  # fmt: skip


def codes_sentence(agreement: Congruence) -> Said:
    """The person's code beside the occupation's, and the congruence over tied orderings."""
    own, *others = agreement.person_codes
    if len(others) + 1 == _ALL_CODES:  # no order of the letters is more likely than another
        its = _("This job's is {code}.", code=agreement.occupation_code)
        any_ = _("With ties your code could be any three of the six letters in any order.")
        return joined((any_, its if agreement.occupation_code else agreement.no_code or ""))
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
    points = ngettext(
        "From the highest to the lowest score is {spread} point (Iachan L1 {l1}); the six add up"
        " to {sum}.",
        "From the highest to the lowest score are {spread} points (Iachan L1 {l1}); the six add up"
        " to {sum}.",
        1 if profile.spread == 1 else 2,
        spread=format(profile.spread, "g"), l1=format(profile.iachan_l1, ".2f"),
        sum=format(profile.elevation, "g"),
    )  # fmt: skip
    return joined((points, consistent))
