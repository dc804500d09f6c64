"""What the numbered notes of the reports about a client say: method, bands, scores, releases.

Each is one wording: these reports list their sources once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter

from counselor_app.charts.ranking import NINE_IN_TEN
from counselor_app.domain.figures.provenance import Figure, Source
from counselor_app.domain.figures.wording import number, release_words, sample_words
from counselor_app.domain.fit.compare_pay import basis_notes
from counselor_app.domain.fit.fit import BandEdition
from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.fit.match_table import MatchList
from counselor_app.domain.fit.sureness import DRAWS
from counselor_app.domain.fit.tiers import no_redraws
from counselor_app.domain.fit.words import edition_words
from counselor_app.domain.occupation.preparation import LICENSE_NOTE
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.session.client import ClientView
from counselor_app.language import Said, _, joined, listed, lowered, pgettext
from counselor_app.reports.printed import day_words

Texts = Mapping[str, Callable[[], tuple[str, str]]]
_CONGRUENCE = "Brown & Gore 1994 (C); Iachan 1984 (M, L1)"
_UNITED_STATES = pgettext("report", "United States")
_WAGES_LACK, _PROJECTIONS_LACK = _("Wages: not in this pack"), _("Projections: not in this pack")


def fit_notes(
    client: ClientScores, matches: MatchList, chosen: Sequence[Sheet], edition: BandEdition
) -> Texts:
    """For each source of a fit report a function giving its note."""
    first = next((s.interests.letters for s in chosen), None)
    interests = pgettext("report", "{release} Interests", release=matches.interests.label)
    if first and first.value is not None:
        interests = joined((interests, first.vintage), ", ")
    zones = _("Job zones: none")
    if matches.zones.key:
        zones = _("{release} job zones", release=matches.zones.label)
    return same_twice(
        {
            "r": _("Correlation over six interests; {n} occupations", n=number(matches.of)),
            "bands": edition_words(edition),
            "tiers": tiers_note(client),
            "scores": scores_note(client),
            "interests": interests,
            "nauta": _("Nauta 2010: interests tell a little about who stays content and stays on"),
            "codes": _CONGRUENCE,
            "zones": zones,
            "education": joined((projections(matches.education), LICENSE_NOTE), ". "),
            "pay": joined((wages(matches.pay), matches.place or _UNITED_STATES), ", "),
        }
    )


def compare_notes(sheets: Sequence[Sheet], view: ClientView | None) -> Texts:
    """For each source of a comparison a function giving its note."""
    first = sheets[0]
    skills = [s.ratings["skill"][0].main for s in sheets if s.ratings.get("skill")]
    knowledge = [s.ratings["knowledge"][0].main for s in sheets if s.ratings.get("knowledge")]
    needs = [s.requirements["RL"][0].figure for s in sheets if s.requirements.get("RL")]
    counts = sorted({e.place.of for s in sheets for e in s.exposure if e.place})
    studies = joined(
        (
            "Frey & Osborne 2013",
            _("{authors} and others {years}", authors="Felten", years="2021, 2023"),
            _("{authors} and others {years}", authors="Eloundou", years="2023"),
        ),
        "; ",
    )
    ranked = _("Rank among {n} jobs", n="".join(number(n) for n in counts[:1]))
    if len(counts) > 1:
        few, most = number(counts[0]), number(counts[-1])
        ranked = _("Rank among {few} to {most} jobs", few=few, most=most)
    payroll = _("Payroll jobs, not the self-employed")
    texts: dict[str, str] = {
        "words": next((s.words.dated for s in sheets if s.words), _("Our own words")),
        "oews": joined((wages(first.nation.median().source), payroll), ". "),
        "ep": joined((projections(first.outlook.base.source), _("Counts the self-employed")), ". "),
        "zone": _rated([s.figures["job_zone"] for s in sheets], pgettext("report", "job zones")),
        "education": _rated(needs, pgettext("report", "Required Education")),
        "skill": _rated(skills, pgettext("report", "Skills")),
        "knowledge": _rated(knowledge, pgettext("report", "Knowledge")),
        "interest": _rated([s.interests.letters for s in sheets], pgettext("report", "Interests")),
        "exposure": joined((studies, ranked), ". "),
    }
    if view is not None and view.client.scores is not None:
        texts["scores"] = scores_note(view.client.scores)
        texts["tiers"] = tiers_note(view.client.scores)
    return same_twice(texts)


def handout_notes(
    sheets: Sequence[Sheet], scores: ClientScores | None, *, plain: bool = False
) -> Texts:
    """For each source of a handout a function giving its note; ``plain`` ones without statistics,
    for the client.
    """
    texts: dict[str, str] = {"words": next((s.words.dated for s in sheets if s.words), "")}
    if scores is not None:
        note = _plain_scores(scores) if plain else scores_note(scores)
        texts["scores"] = note
        if scores.date:
            texts["scores"] = _("Taken {day}. {note}", day=day_words(scores.date), note=note)
    if sheets:
        first = sheets[0]
        zones = dict.fromkeys(s.figures["job_zone"].source.label for s in sheets)
        codes = dict.fromkeys(s.interests.letters.source.label for s in sheets)
        where = listed([_UNITED_STATES, *(row.place for row in first.places[:1])])
        notes = basis_notes(sheets, [sheet.nation for sheet in sheets])
        pay = joined((wages(first.nation.median().source), where), ", ")
        texts["pay"] = joined((pay, *notes), ". ")
        texts["education"] = joined((projections(first.outlook.base.source), LICENSE_NOTE), ". ")
        texts["zones"] = _("{releases} job zones", releases=joined(zones, ", "))
        tiers = tiers_note(scores) if scores else ""
        if plain:
            tiers = _("How sure this is, your counselor can tell you.")
        texts["fit"] = _(
            "Six interests of {releases}. {tiers}", releases=joined(codes, ", "), tiers=tiers
        )
    return same_twice(texts)


def same_twice(texts: Mapping[str, str]) -> Texts:
    """Notes with one wording: reports that do not list their sources twice."""
    return {key: partial(_twice, text) for key, text in texts.items()}


def _twice(text: str) -> tuple[str, str]:
    return text, text


def wages(source: Source) -> str:
    """ "BLS, Occupational Employment and Wage Statistics, May 2025", or that they are missing."""
    return _release(source) if source.key else _WAGES_LACK


def projections(source: Source) -> str:
    """ "BLS, Employment Projections, 2024–34", or that they are missing."""
    return _release(source) if source.key else _PROJECTIONS_LACK


def publisher(source: Source) -> str:
    """Who published it, in short."""
    return {"U.S. Bureau of Labor Statistics": "BLS"}.get(source.publisher, source.publisher)


def sources_said(
    oews: Source, ep: Source, onet: Source, *more: Said | str, jobs: bool = True
) -> Said:
    """What a page without marks is from, in a line; ``jobs``: it counts those here, too.

    A publisher of two is named once: the page has few words.
    """
    told: list[tuple[Said, str]] = []
    if oews.key:
        pay = (
            pgettext("sources of a page", "pay, jobs {date}", date=oews.release)
            if jobs
            else pgettext("sources of a page", "pay {date}", date=oews.release)
        )
        told.append((pay, publisher(oews)))
    if ep.key:
        told.append(
            (pgettext("sources of a page", "outlook {years}", years=ep.release), publisher(ep))
        )
    said: list[str] = [
        joined((*(what for what, _who in theirs), who), ", ")
        for who, theirs in groupby(told, itemgetter(1))
    ]
    said += more
    if onet.key:
        said.append(_("{onet}, USDOL/ETA, CC BY 4.0, modified", onet=onet.label))
    return _("Sources: {sources}; our words.", sources=joined(said, "; "))


def _release(source: Source) -> str:
    return joined((publisher(source), source.programme, release_words(source)), ", ")


def scores_note(client: ClientScores) -> str:
    """The instrument, its error and what counts as a tie."""
    test = client.instrument
    if not test.scored:
        return test.error
    said = _(
        "{inventory}, {low} to {high}. {error}",
        inventory=test.name,
        low=f"{test.low:g}",
        high=f"{test.high:g}",
        error=test.error,
    )
    if test.sem is None or test.tie is None:
        return said
    return _(
        "{said} Line: ±{error} (90%); scores {points} points apart or fewer tie",
        said=said,
        error=f"{NINE_IN_TEN * test.sem:.1f}",
        points=test.tie,
    )


def _plain_scores(client: ClientScores) -> str:
    """The inventory and its scale."""
    test = client.instrument
    if not test.scored:
        return test.name
    return _("{inventory}, {low} to {high}",
             inventory=test.name, low=f"{test.low:g}", high=f"{test.high:g}")  # fmt: skip


def tiers_note(client: ClientScores) -> Said:
    """What the tiers say, or why there are none."""
    if (why := no_redraws(client)) is not None:
        return _("No tiers. {why}", why=why)
    return _(
        "Tiers: in how many of {draws} re-draws of the scores within their error a job is among the"
        " tenth closest; very likely from 800, likely from 500, possible from 100",
        draws=number(DRAWS),
    )


def _rated(figures: Iterable[Figure], what: str) -> Said:
    """ "O*NET 30.1 Skills: 8 trained analysts, August 2022", a sample once."""
    known = [figure for figure in figures if figure.value is not None]
    if not known:
        return _("O*NET {what}: none for these jobs", what=what)
    labels = joined(dict.fromkeys(figure.source.label for figure in known), ", ")
    samples = dict.fromkeys(joined((lowered(sample_words(f)), f.vintage), ", ") for f in known)
    return _(
        "{releases} {what}: {samples}", releases=labels, what=what, samples=joined(samples, "; ")
    )
