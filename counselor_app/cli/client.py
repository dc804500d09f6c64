"""The commands about a client's interests: match, fit."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from counselor_app.cli.terminal import in_its_language
from counselor_app.errors import UserError
from counselor_app.language import _, joined, ngettext

if TYPE_CHECKING:
    from counselor_app.domain.fit.fit import BandEdition, FitResult, Match
    from counselor_app.domain.fit.gap import OverallGap
    from counselor_app.domain.fit.instruments import ClientScores
    from counselor_app.domain.fit.profile import Plane
    from counselor_app.domain.fit.sureness import Sureness
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
    """Add match and fit; ``wrap`` opens the pack and prints an answer."""
    match = commands.add_parser(
        "match",
        help=_("all occupations by how close they are to a client's interests"),
        description=_(
            "Every occupation in its tier: how likely it is to be among the tenth closest to the"
            " client's interests, given the error of the scores; within a tier the closest first."
            " Near twins share a group. Without a known error there are no tiers; a Holland code"
            " is compared by its letters. Scores within error of each other set no job before"
            " another: then nothing is listed, and why stands on the error output."
        ),
    )
    match.add_argument("--limit", type=count, metavar="N", help=_("print the N first only"))
    match.add_argument(
        "--levels", metavar="FILE", type=Path,
        help=_("the client's own ratings, a line each: an element's name or id, a comma, 0 to 7"),
    )  # fmt: skip
    match.add_argument(
        "--max-gap", type=_percent, metavar="PERCENT",
        help=_("only occupations whose levels the ratings fall short of by no more than this"),
    )  # fmt: skip
    fit = commands.add_parser(
        "fit",
        help=_("a client's fit to one occupation, why, and how sure it is"),
        description=_(
            "How likely one occupation is to be among the tenth closest to the client's interests,"
            " what carries the fit, and how sure it is: nine in ten re-draws of the scores within"
            " their error lie between the bounds given."
        ),
    )
    fit.add_argument("code", metavar="CODE")
    for parser in (match, fit):
        parser.add_argument(
            "--scores", required=True, metavar="R,I,A,S,E,C",
            help=_("six raw scores, or R=8,I=14,... in any order, or a code such as CES"),
        )  # fmt: skip
        parser.add_argument(
            "--instrument", metavar="NAME",
            help=_("ip-short (0-40, default), ip-mini (0-20), sds (2-50), strong (20-85), own2-60"
                   " (0-40), own2-30 (0-20), the same in Spanish own2-60-es and own2-30-es, own-60"
                   " and own-30 (first edition), holland"),
        )  # fmt: skip
        parser.add_argument(
            "--bands", type=int, choices=(2025, 2016), default=2025, help=_("edition of the bands")
        )
    for parser, command in ((match, _match), (fit, _fit)):
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
    from counselor_app.domain.fit.fit import rank_occupations
    from counselor_app.domain.fit.gap import ABOUT_ENOUGH, overall_words
    from counselor_app.domain.fit.profile import caution, no_ranking
    from counselor_app.domain.fit.sureness import ABOUT_TIERS, TIER_WORDS
    from counselor_app.domain.fit.tiers import by_tier, redraw, singled_out
    from counselor_app.domain.fit.words import NOT_A_VERDICT

    client, edition = _client(options)
    if not client.scores:
        return _by_code(pack, options, client)
    if reason := no_ranking(client):
        return Answer([], (), (reason,))
    ranking = rank_occupations(client, pack.interest_profiles, edition)
    if not ranking:
        return Answer([], (), (NO_INTERESTS,))
    gaps = _gaps(pack, options)
    redraws = redraw(client, pack.interest_profiles)
    placed = by_tier(ranking, redraws)
    kept, remarks = placed, list[str | None]([caution(client), singled_out(placed)])
    if gaps is not None and options.max_gap is not None:
        speaks = {code: gap.index for code, gap in gaps.items() if gap.enough}
        kept = tuple(m for m in placed if _within(speaks.get(m.match.code), options.max_gap))
        unknown = sum(speaks.get(m.match.code) is None for m in placed)
        if unknown:
            remarks.append(ngettext(
                "{n} occupation is left out: too few of the client's ratings can be compared with"
                " it.",
                "{n} occupations are left out: too few of the client's ratings can be compared with"
                " them.", unknown, n=unknown,
            ))  # fmt: skip
    shown = kept[: options.limit]
    value, lines = [], list[str]()
    for one in shown:
        m = one.match
        sure = redraws.sure(m.code) if redraws else None
        value.append(
            {
                "code": m.code, "title": m.title, "tier": one.tier,
                "p_top_tenth": one.p_top_tenth, **_group(pack, m.code),
                "how_sure": {"rank": m.rank, "of": len(ranking), "r": m.r, "band": m.band,
                             **_bounds(sure)},
                **(_gap_json(gaps.get(m.code)) if gaps is not None else {}),
            }
        )  # fmt: skip
        said = f"  {in_its_language(overall_words(gaps.get(m.code))):<18}" if gaps else ""
        tier = in_its_language(TIER_WORDS[one.tier]) if one.tier else ""
        title = in_its_language(_titled(pack, m.code, m.title))
        lines.append(f"{tier:<12}  {m.code}{said}  {title}")
    closing = joined((
        _("{n} of {of} occupations.", n=len(shown), of=len(ranking)),
        ABOUT_TIERS if redraws else "",
        _("{clauses}.", clauses=joined(
            (client.instrument.name, pack.source_of("interest", "onet").label), "; ")),
        NOT_A_VERDICT,
        ABOUT_ENOUGH if gaps is not None else "",
    ))  # fmt: skip
    return Answer(value, [*lines, closing], _remarks(*remarks))


def _by_code(pack: Pack, options: argparse.Namespace, client: ClientScores) -> Answer:
    """Occupations by the agreement of letters with a bare code: no r, no tier."""
    from counselor_app.domain.fit.code_list import by_code
    from counselor_app.domain.fit.words import NOT_A_VERDICT

    if options.levels is not None or options.max_gap is not None:
        raise UserError(_("--levels and --max-gap need six scores, not a Holland code."))
    found = by_code(client.letters, pack.interest_profiles)
    ranks: dict[int, int] = {}
    for place, one in enumerate(found, 1):
        ranks.setdefault(one.m, place)
    shown = found[: options.limit]
    value = [
        {
            "code": one.code, "title": one.title, "tier": None, "p_top_tenth": None,
            **_group(pack, one.code),
            "how_sure": {"rank": ranks[one.m], "of": len(found), "r": None, "band": None,
                         **_bounds(None), "iachan_m": one.m, "iachan_m_max": one.m_max},
        }
        for one in shown
    ]  # fmt: skip
    lines = [
        f"{one.letters:<3}  {one.code}  {in_its_language(_titled(pack, one.code, one.title))}"
        for one in shown
    ]
    closing = joined((
        _("{n} of {of} occupations, those with the most of the same letters first; those that agree"
          " as much are equal.", n=len(shown), of=len(found)),
        client.instrument.error, NOT_A_VERDICT,
    ))  # fmt: skip
    return Answer(value, [*lines, closing], (client.instrument.error,))


def _group(pack: Pack, code: str) -> dict[str, object]:
    """The group of near twins of an occupation: its own where it stands alone."""
    return {"group": pack.families.of(code), "group_name": pack.families.name(code)}


def _titled(pack: Pack, code: str, title: str) -> str:
    """A title, with the name of its group where that is another."""
    name = pack.families.name(code)
    return title if name in (None, title) else _("{title} ({group})", title=title, group=name)


def _bounds(sure: Sureness | None) -> dict[str, object]:
    """The middle nine in ten re-draws of r and of rank."""
    (r_low, r_high), (first, last) = (sure.r, sure.rank) if sure else ((None, None), (None, None))
    return {"r_low": r_low, "r_high": r_high, "rank_low": first, "rank_high": last}


def _gap_json(gap: OverallGap | None) -> dict[str, object]:
    return {
        "gap": gap.index if gap and gap.enough else None,
        "gap_compared": gap.compared if gap else 0,
        "gap_of": gap.of if gap else 0,
    }


def _within(gap: float | None, most: float) -> bool:
    return gap is not None and 100 * gap <= most


def _remarks(*said: str | None) -> tuple[str, ...]:
    return tuple(remark for remark in said if remark)


def _fit(pack: Pack, options: argparse.Namespace) -> Answer:
    from counselor_app.domain.fit.fit import fit, rank_occupations
    from counselor_app.domain.fit.profile import caution
    from counselor_app.domain.fit.tiers import redraw
    from counselor_app.store.matching import interest_profile
    from counselor_app.store.ratings import interests
    from counselor_app.store.sheet import read_occupation

    client, edition = _client(options)
    occupation = read_occupation(pack, options.code)
    profile = interest_profile(pack, occupation.code)
    ranking = rank_occupations(client, pack.interest_profiles, edition)
    redraws = redraw(client, pack.interest_profiles) if ranking and profile else None
    sure = redraws.sure(occupation.code) if redraws else None
    found = fit(client, profile, ranking, edition, sure)
    letters = interests(pack, occupation.code).letters
    heading = {"code": occupation.code, "title": occupation.title}
    source = joined((letters.source.label, letters.vintage), ", ")
    return Answer(
        {**heading, **_fit_json(found, ranking), **_group(pack, occupation.code),
         "source": source},
        [joined(reversed(heading.values()), "  "), *_fit_lines(found, ranking, source)],
        _remarks(caution(client)),
    )  # fmt: skip


def _fit_json(found: FitResult, ranking: Sequence[Match]) -> dict[str, object]:
    from counselor_app.domain.fit.congruence import consistency
    from counselor_app.domain.fit.measurement import flat
    from counselor_app.domain.fit.profile import caution, describe, prediger
    from counselor_app.domain.fit.tiers import band_counts, no_redraws

    client, match, place, agreement = found.client, found.match, found.place, found.congruence
    own = describe(client)
    consistent = own.consistency if own else consistency(client.letters)

    return {
        "instrument": client.instrument.key,
        "scores": client.scores or None,
        "flat": flat(client),
        "tier": found.tier,
        "p_top_tenth": found.sure and found.sure.p_top_tenth,
        "tier_reason": None if found.sure else found.no_match or no_redraws(client),
        **_bounds(found.sure),
        "r": match.r if match else None,
        "r_reason": found.no_match,
        "band": match.band if match else None,
        "bands": found.edition.label,
        "reach": band_counts(ranking, found.edition) if ranking else None,
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
        "redraws": found.sure and _redraws_json(client),
        "consistency": consistent,
        "consistency_possible": own.consistency_possible if own else _remarks(consistent),
        "differentiation": own and {"range": own.spread, "iachan_l1": own.iachan_l1},
        "elevation": own and own.elevation,
        "sd": own and own.sd,
        "plane": {
            "person": _point(own.plane if own else None),
            "occupation": _point(prediger(found.occupation.scores) if found.occupation else None),
        },
        "ties": own and own.ties,
        "ties_reason": None if own and own.ties is not None else client.instrument.error,
        "error": client.instrument.error,
        "caution": caution(client),
    }


def _redraws_json(client: ClientScores) -> dict[str, object]:
    from counselor_app.domain.fit.measurement import sems
    from counselor_app.domain.fit.sureness import DRAWS
    from counselor_app.domain.fit.tiers import GENERATOR, SEED

    return {"draws": DRAWS, "sem": sems(client), "seed": SEED, "generator": GENERATOR}


def _point(plane: Plane | None) -> dict[str, float] | None:
    if plane is None:
        return None
    return {"things_people": plane.things_people, "data_ideas": plane.data_ideas}


def _fit_lines(found: FitResult, ranking: Sequence[Match], source: str) -> tuple[str, ...]:
    from counselor_app.domain.fit import words
    from counselor_app.domain.fit.profile import describe
    from counselor_app.domain.fit.tiers import no_redraws, reach_sentence

    client, own = found.client, describe(found.client)
    if found.match is None:
        sure: list[str | None] = [found.no_match]
    else:
        sure = [
            words.fit_sentence(found),
            reach_sentence(ranking, found.edition),
            words.sureness_sentence(found) or no_redraws(client),
            words.carrying_sentence(found.parts),
        ]
    return _remarks(
        words.client_sentence(found) if found.match else None,
        words.shapes_sentence(found.parts, *words.YOU),
        joined((_("How sure is this?"), *(one for one in sure if one))),
        words.codes_sentence(found.congruence),
        words.ties_sentence(own.ties, client.instrument) if own else None,
        words.profile_sentence(own) if own else None,
        joined((_("Interests of the occupation: {source}.", source=source), words.NOT_A_VERDICT)),
    )
