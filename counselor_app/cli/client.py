"""The commands about a client and about likeness: match, fit, similar."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from counselor_app.cli.terminal import in_its_language
from counselor_app.errors import UserError
from counselor_app.language import Said, _, joined, listed, ngettext

if TYPE_CHECKING:
    from counselor_app.domain.fit.fit import BandEdition, FitResult
    from counselor_app.domain.fit.gap import OverallGap
    from counselor_app.domain.fit.instruments import ClientScores
    from counselor_app.domain.fit.similarity import Shortfall
    from counselor_app.domain.fit.stability import Stability
    from counselor_app.store.reference import Pack

NO_INTERESTS = _(
    "This pack has no interests of occupations, so nothing can be ranked. Build it with an O*NET"
    " release that has the table Interests, or with --keep-rest."
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command found: its JSON value, its lines of text, what to say on stderr."""

    value: object
    lines: Sequence[str]
    remarks: Sequence[str] = ()


Command = Callable[["Pack", argparse.Namespace], Answer]


def add_commands(
    commands: argparse._SubParsersAction[Any],
    wrap: Callable[[Command], Callable[[argparse.Namespace], int]],
    count: Callable[[str], int],
) -> None:
    """Add match, fit and similar; ``wrap`` opens the pack and prints an answer."""
    match = commands.add_parser("match", help=_("all occupations ranked by a client's interests"))
    match.add_argument("--limit", type=count, metavar="N", help=_("print the N closest only"))
    match.add_argument(
        "--levels", metavar="FILE", type=Path,
        help=_("the client's own ratings, a line each: an element's name or id, a comma, 0 to 7"),
    )  # fmt: skip
    match.add_argument(
        "--max-gap", type=_percent, metavar="PERCENT",
        help=_("only occupations whose levels the ratings fall short of by no more than this"),
    )  # fmt: skip
    fit = commands.add_parser("fit", help=_("a client's fit to one occupation, and why"))
    fit.add_argument("code", metavar="CODE")
    for parser in (match, fit):
        parser.add_argument(
            "--scores", required=True, metavar="R,I,A,S,E,C",
            help=_("six raw scores, or R=8,I=14,... in any order, or a code such as CES"),
        )  # fmt: skip
        parser.add_argument(
            "--instrument", metavar="NAME",
            help=_("ip-short (0-40, default), ip-mini (0-20), sds (2-50), strong (20-85), own2-60"
                   " (0-40), own2-30 (0-20), own-60 and own-30 (first edition), holland"),
        )  # fmt: skip
        parser.add_argument(
            "--bands", type=int, choices=(2025, 2016), default=2025, help=_("edition of the bands")
        )
    similar = commands.add_parser("similar", help=_("occupations that ask for much the same"))
    similar.add_argument("code", metavar="CODE")
    similar.add_argument(
        "--limit", type=count, default=20, metavar="N", help=_("print the N most alike (20)")
    )
    for parser, command in ((match, _match), (fit, _fit), (similar, _similar)):
        parser.add_argument("--json", action="store_true")
        parser.set_defaults(command=wrap(command))


def _client(options: argparse.Namespace) -> tuple[ClientScores, BandEdition]:
    from counselor_app.domain.fit.fit import EDITIONS
    from counselor_app.domain.fit.instruments import instrument_named, parse_scores

    named = instrument_named(options.instrument) if options.instrument is not None else None
    return parse_scores(options.scores, named), EDITIONS[options.bands]


def _percent(text: str) -> float:
    from counselor_app.domain.figures.amounts import parse_number

    try:
        value = parse_number(text.strip().removesuffix("%"))
    except UserError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    if not 0 <= value <= 100:
        raise argparse.ArgumentTypeError(
            _("{text} is not a percentage, such as 15", text=repr(text))
        )
    return value


def _gaps(pack: Pack, options: argparse.Namespace) -> dict[str, OverallGap] | None:
    """The client's gap to every occupation; None without a file of ratings."""
    from counselor_app.domain.fit.gap import overall_gaps
    from counselor_app.domain.session.client import RATED
    from counselor_app.domain.session.self_rating import parse_levels
    from counselor_app.store.matching import important_demands

    if options.levels is None:
        if options.max_gap is not None:
            raise UserError(
                _("--max-gap needs the client's ratings: give them with --levels FILE.")
            )
        return None
    if options.levels.exists() and not options.levels.is_file():
        raise UserError(
            _("{file} is not a file, so no ratings were read.", file=options.levels.name)
        )
    try:
        text = options.levels.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise UserError(_("{file} is no UTF-8 text.", file=options.levels.name)) from None
    names = {e: name for e, (name, domain) in pack.elements.items() if domain in RATED}
    try:
        rated = parse_levels(text, names)
    except UserError as error:
        raise UserError(joined((options.levels.name, str(error)), ": ")) from None
    return overall_gaps(important_demands(pack), rated)


def _match(pack: Pack, options: argparse.Namespace) -> Answer:
    from counselor_app.domain.figures.wording import correlation_words
    from counselor_app.domain.fit.fit import rank_occupations
    from counselor_app.domain.fit.gap import ABOUT_ENOUGH, overall_words
    from counselor_app.domain.fit.profile import caution, no_ranking
    from counselor_app.domain.fit.words import NOT_A_VERDICT, band_words, edition_words

    client, edition = _client(options)
    if reason := no_ranking(client):
        return Answer([], (), (reason,))
    ranking = rank_occupations(client, pack.interest_profiles, edition)
    if not ranking:
        return Answer([], (), (NO_INTERESTS,))
    gaps = _gaps(pack, options)
    kept, remarks = ranking, list[str | None]([caution(client)])
    if gaps is not None and options.max_gap is not None:
        speaks = {code: gap.index for code, gap in gaps.items() if gap.enough}
        kept = tuple(m for m in ranking if _within(speaks.get(m.code), options.max_gap))
        unknown = sum(speaks.get(m.code) is None for m in ranking)
        if unknown:
            remarks.append(ngettext(
                "{n} occupation is left out: too few of the client's ratings can be compared with"
                " it.",
                "{n} occupations are left out: too few of the client's ratings can be compared with"
                " them.", unknown, n=unknown,
            ))  # fmt: skip
    shown = kept[: options.limit]
    value, lines = [], list[str]()
    for m in shown:
        row = {"rank": m.rank, "code": m.code, "title": m.title, "r": m.r, "band": m.band}
        gap, said = None, ""
        if gaps is not None:
            gap = gaps.get(m.code)
            row |= {
                "gap": gap.index if gap and gap.enough else None,
                "gap_compared": gap.compared if gap else 0,
                "gap_of": gap.of if gap else 0,
            }
            said = f"  {in_its_language(overall_words(gap)):<18}"
        value.append(row)
        lines.append(
            f"{m.rank:>4}  {m.code}  {correlation_words(m.r):>5}"
            f"  {in_its_language(band_words(m.band, edition)):<10}{said}  {m.title}"
        )
    source = pack.source_of("interest", "onet").label
    closing = joined((
        _("{n} of {of} occupations.", n=len(shown), of=len(ranking)),
        _("{clauses}.", clauses=joined(
            (client.instrument.name, edition_words(edition), source), "; ")),
        NOT_A_VERDICT,
        ABOUT_ENOUGH if gaps is not None else "",
    ))  # fmt: skip
    return Answer(value, [*lines, closing], _remarks(*remarks))


def _within(gap: float | None, most: float) -> bool:
    return gap is not None and 100 * gap <= most


def _remarks(*said: str | None) -> tuple[str, ...]:
    return tuple(remark for remark in said if remark)


def _fit(pack: Pack, options: argparse.Namespace) -> Answer:
    from counselor_app.domain.fit.fit import fit, rank_occupations
    from counselor_app.domain.fit.profile import caution
    from counselor_app.domain.fit.stability import redraw
    from counselor_app.store.matching import interest_profile
    from counselor_app.store.ratings import interests
    from counselor_app.store.sheet import read_occupation

    client, edition = _client(options)
    occupation = read_occupation(pack, options.code)
    profile = interest_profile(pack, occupation.code)
    ranking = rank_occupations(client, pack.interest_profiles, edition)
    found = fit(client, profile, ranking, edition)
    redraws = redraw(client, pack.interest_profiles) if found.match else None
    stability = redraws.of(found.match, edition) if redraws and found.match else None
    letters = interests(pack, occupation.code).letters
    heading = {"code": occupation.code, "title": occupation.title}
    source = joined((letters.source.label, letters.vintage), ", ")
    return Answer(
        {**heading, **_fit_json(found, stability), "source": source},
        ["  ".join(reversed(heading.values())), *_fit_lines(found, stability, source)],
        _remarks(caution(client)),
    )


def _fit_json(found: FitResult, stability: Stability | None) -> dict[str, object]:
    from counselor_app.domain.fit.congruence import consistency
    from counselor_app.domain.fit.profile import Plane, caution, describe, prediger
    from counselor_app.domain.fit.stability import GENERATOR, no_stability

    client, match, place, agreement = found.client, found.match, found.place, found.congruence
    own = describe(client)
    consistent = own.consistency if own else consistency(client.letters)

    def point(plane: Plane | None) -> dict[str, float] | None:
        if plane is None:
            return None
        return {"things_people": plane.things_people, "data_ideas": plane.data_ideas}

    return {
        "instrument": client.instrument.key,
        "scores": client.scores or None,
        "r": match.r if match else None,
        "r_reason": found.no_match,
        "band": match.band if match else None,
        "bands": found.edition.label,
        "rank": match.rank if match else None,
        "of": place.of if place else None,
        "percentile": place.percentile if place else None,
        "parts": [{"letter": p.letter, "r": p.product, "words": p.words} for p in found.parts],
        "person_codes": agreement.person_codes,
        "occupation_code": agreement.occupation_code or None,
        "brown_gore_c": agreement.c,
        "brown_gore_c_reason": agreement.no_c,
        "iachan_m": agreement.m,
        "iachan_m_max": agreement.m_max,
        "iachan_m_reason": agreement.no_code,
        "first_letter": agreement.first,
        "stability": stability
        and {
            "draws": stability.draws,
            "stays_in_band": stability.stays,
            "bands": {name or "none": draws for name, draws in stability.bands.items()},
            "r_90": stability.r,
            "rank_90": stability.rank,
            "sem": client.instrument.sem,
            "seed": stability.seed,
            "generator": GENERATOR,
        },
        "stability_reason": None if stability else no_stability(client) or found.no_match,
        "consistency": consistent,
        "consistency_possible": own.consistency_possible if own else _remarks(consistent),
        "differentiation": own and {"range": own.spread, "iachan_l1": own.iachan_l1},
        "elevation": own and own.elevation,
        "sd": own and own.sd,
        "plane": {
            "person": point(own.plane if own else None),
            "occupation": point(prediger(found.occupation.scores) if found.occupation else None),
        },
        "ties": own and own.ties,
        "ties_reason": None if own and own.ties is not None else client.instrument.error,
        "error": client.instrument.error,
        "caution": caution(client),
    }


def _fit_lines(found: FitResult, stability: Stability | None, source: str) -> tuple[str, ...]:
    from counselor_app.domain.fit import words
    from counselor_app.domain.fit.profile import describe
    from counselor_app.domain.fit.stability import no_stability

    client, own = found.client, describe(found.client)
    return _remarks(
        words.plain_sentence(found),
        words.fit_sentence(found),
        words.carrying_sentence(found.parts),
        words.codes_sentence(found.congruence),
        words.ties_sentence(own.ties, client.instrument) if own else None,
        words.stability_sentence(stability, found) if stability else no_stability(client),
        words.profile_sentence(own) if own else None,
        joined((_("Interests of the occupation: {source}.", source=source), words.NOT_A_VERDICT)),
    )


def _similar(pack: Pack, options: argparse.Namespace) -> Answer:
    from counselor_app.domain.figures.wording import correlation_words
    from counselor_app.domain.fit.similarity import most_similar, shortfall
    from counselor_app.store.matching import demand_sources, demands, importances, titles
    from counselor_app.store.sheet import read_occupation, read_sheet

    occupation = read_occupation(pack, options.code)
    found = most_similar(occupation.code, importances(pack), titles(pack))
    if not found:
        parts = read_sheet(pack, occupation.code).children
        said = _("{job} has no ratings of skills in this pack.", job=occupation.title)
        if parts:
            named = listed(" ".join(part) for part in parts)
            said = joined((said, _("Its parts are: {parts}.", parts=named)))
        return Answer([], (), (said,))
    here = demands(pack, occupation.code)
    value, lines = [], list[str]()
    for job in found[: options.limit]:
        short = shortfall(demands(pack, job.code), here)
        value.append(
            {
                "rank": job.rank,
                "code": job.code,
                "title": job.title,
                "similarity": job.similarity,
                **_shortfall_json(short),
            }
        )
        row = f"{job.rank:>4}  {job.code}  {correlation_words(job.similarity):>5}  {job.title}"
        lines.append(joined((row, _shortfall_words(short)), "; "))
    sources = listed(source.label for source in demand_sources(pack, occupation.code))
    closing = _(
        "{n} of {of} occupations, by how alike the importance of their skills, abilities and"
        " knowledge is, each less its mean over all occupations (1 the same, -1 opposite). It says"
        " nothing of level; how far the levels fall short is said beside it. {sources}.",
        n=len(value), of=len(found), sources=sources,
    )  # fmt: skip
    return Answer(value, [*lines, closing])


def _shortfall_words(short: Shortfall) -> Said:
    from counselor_app.domain.figures.wording import percent

    if short.index is None:
        return _("levels cannot be compared")
    beyond = _("no gap clear of the ratings' error")
    if short.real_gaps:
        clear = listed(gap.name for gap in short.real_gaps[:3])
        beyond = _("above all {elements}", elements=clear)
    share = percent(100 * short.index)
    return _("{share} of its level to make up, {beyond}", share=share, beyond=beyond)


def _shortfall_json(short: Shortfall) -> dict[str, object]:
    return {
        "shortfall": short.index,
        "gaps": [
            {
                "element": gap.element,
                "name": gap.name,
                "importance": gap.importance,
                "here": gap.here,
                "there": gap.there,
                "real": gap.real,
                "low_precision": gap.low_precision,
            }
            for gap in short.gaps
        ],
        "not_compared": short.not_compared,
    }
