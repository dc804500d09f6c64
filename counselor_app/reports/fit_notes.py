"""What the numbered notes of a fit report say: method, bands, scores, releases."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from counselor_app.charts.ranking import NINE_IN_TEN
from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.figures.wording import number, release_words
from counselor_app.domain.fit.fit import BandEdition
from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.fit.match_table import MatchList
from counselor_app.domain.fit.stability import DRAWS
from counselor_app.domain.fit.words import edition_words
from counselor_app.domain.occupation.preparation import LICENSE_NOTE
from counselor_app.domain.occupation.sheet import Sheet


def fit_notes(
    client: ClientScores, matches: MatchList, chosen: Sequence[Sheet], edition: BandEdition
) -> Mapping[str, Callable[[], tuple[str, str]]]:
    """For each source a function giving its note, twice: one-page reports have one wording."""
    interests = next((s.interests.letters for s in chosen), None)
    vintage = f", {interests.vintage}" if interests and interests.value is not None else ""
    texts = {
        "r": f"Correlation over six interests; {number(matches.of)} occupations",
        "bands": edition_words(edition),
        "scores": scores_note(client),
        "interests": f"{matches.interests.label} Interests{vintage}",
        "nauta": "Nauta 2010: interests tell a little about who stays content and stays on",
        "codes": "Brown & Gore 1994 (C); Iachan 1984 (M, L1)",
        "zones": f"{matches.zones.label} job zones" if matches.zones.key else "Job zones: none",
        "education": f"{release(matches.education, 'Projections')}. {LICENSE_NOTE}",
        "pay": f"{release(matches.pay, 'Wages')}, {matches.place or 'United States'}",
    }
    return same_twice(texts)


def same_twice(texts: Mapping[str, str]) -> Mapping[str, Callable[[], tuple[str, str]]]:
    """Notes with one wording: reports that do not list their sources twice."""
    return {key: partial(_twice, text) for key, text in texts.items()}


def _twice(text: str) -> tuple[str, str]:
    return text, text


def release(source: Source, what: str) -> str:
    """ "BLS, Employment Projections, 2024–34"; that ``what`` is not in the pack where it is not."""
    if not source.key:
        return f"{what}: not in this pack"
    publisher = {"U.S. Bureau of Labor Statistics": "BLS"}.get(source.publisher, source.publisher)
    return f"{publisher}, {source.programme}, {release_words(source)}"


def scores_note(client: ClientScores) -> str:
    """The instrument, its error and what counts as a tie."""
    test = client.instrument
    if not test.scored:
        return test.error.removesuffix(".")
    said = f"{test.name}, {test.low:g} to {test.high:g}. {test.error}"
    if test.sem is not None and test.tie is not None:
        said += (
            f" Line: ±{NINE_IN_TEN * test.sem:.1f} (90%); scores {test.tie} points apart or fewer"
            f" tie; {number(DRAWS)} simulated retakes"
        )
    return said.removesuffix(".")
