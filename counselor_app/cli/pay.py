"""The commands about pay and places, and comparing: wage-percentile, places, industries, compare.

Also what ``show`` adds to the figures of a sheet: cost of living, and what stands out.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from counselor_app.cli.client import Answer, Command
from counselor_app.cli.terminal import bracketed, figure_json, in_its_language, indented
from counselor_app.errors import UserError
from counselor_app.language import Said, _, joined, pgettext
from counselor_app.machine import load_machine

if TYPE_CHECKING:
    from counselor_app.domain.figures.provenance import Figure
    from counselor_app.domain.fit.comparison import Comparison
    from counselor_app.domain.occupation.places import Measure, RankedArea
    from counselor_app.domain.occupation.sheet import Sheet
    from counselor_app.domain.occupation.wages import Basis, WageRow
    from counselor_app.store.reference import Pack

_AREA_HELP = _("an area's name or seven-digit OEWS code")


def add_commands(
    commands: argparse._SubParsersAction[Any],
    wrap: Callable[[Command], Callable[[argparse.Namespace], int]],
    count: Callable[[str], int],
) -> None:
    """Add the commands; ``wrap`` opens the pack and prints an answer."""
    wage = commands.add_parser(
        "wage-percentile", help=_("where a wage stands in an occupation's pay")
    )
    wage.add_argument("code", metavar="CODE")
    wage.add_argument("--wage", required=True, metavar="DOLLARS")
    wage.add_argument("--hourly", action="store_true", help=_("the wage is by the hour"))
    add_place(wage)

    places = commands.add_parser("places", help=_("states or other areas ranked for an occupation"))
    places.add_argument("code", metavar="CODE")
    places.add_argument(
        "--by", choices=("pay", "employment", "jobs-per-1000", "location-quotient"), default="pay"
    )
    places.add_argument("--kind", choices=("state", "metro", "nonmetro"), default="state")
    places.add_argument("--home", metavar="AREA", help=_("an area to put first"))
    places.add_argument("--limit", type=count, metavar="N", help=_("print the first N areas only"))

    industries = commands.add_parser("industries", help=_("pay and employment by industry"))
    industries.add_argument("code", metavar="CODE")
    industries.add_argument("--level", choices=("sector", "3-digit", "4-digit"), default="sector")
    industries.add_argument(
        "--limit", type=count, metavar="N", help=_("print the N industries of most employees only")
    )

    compare = commands.add_parser("compare", help=_("two to four occupations, one row a question"))
    compare.add_argument("codes", metavar="CODE", nargs="+")
    compare.add_argument("--area", metavar="AREA", help=_AREA_HELP)
    compare.add_argument("--scores", metavar="R,I,A,S,E,C", help=_("a client's scores, or a code"))
    compare.add_argument("--instrument", metavar="NAME", help=_("as for match"))

    for parser, command in (
        (wage, _wage_percentile), (places, _places), (industries, _industries),
        (compare, _compare),
    ):  # fmt: skip
        parser.add_argument("--json", action="store_true")
        parser.set_defaults(command=wrap(command))


def add_place(parser: argparse.ArgumentParser) -> None:
    """The two ways to name a place: an area, or an industry of the nation; not both."""
    place = parser.add_mutually_exclusive_group()
    place.add_argument("--area", metavar="AREA", help=_AREA_HELP)
    place.add_argument("--industry", metavar="CODE", help=_("industry code of six characters"))


def chosen_place(pack: Pack, options: argparse.Namespace) -> str:
    """The code of the place asked for; of the nation without one.

    Raises:
        UserError: when an area code is given as industry or the other way round.
    """
    from counselor_app.domain.occupation.wages import NATION
    from counselor_app.store.listing import area_code
    from counselor_app.store.wages import INDUSTRY_CODE_LENGTH

    industry: str | None = options.industry
    if industry is not None and len(industry) != INDUSTRY_CODE_LENGTH:
        raise UserError(
            _("{code} is not an industry code; expected one of six characters, such as 622100 or"
              " 62--63. List them with: counselor-app industries CODE", code=repr(industry))
        )  # fmt: skip
    area: str | None = options.area
    if area and len(area) == INDUSTRY_CODE_LENGTH and any(c.isdigit() for c in area):
        raise UserError(
            _("{code} is not an area code of this pack; expected a seven-digit OEWS code, such as"
              " 4800000 for Texas. An industry is given with --industry.", code=repr(area))
        )  # fmt: skip
    return industry or (area_code(pack, area) if area else NATION)


def place_json(row: WageRow) -> dict[str, object]:
    """ "area" and "industry" of an answer: an industry stands for the whole nation."""
    from counselor_app.domain.occupation.wages import NATION, NATION_NAME

    named = {"code": row.place_code, "name": row.place}
    if row.kind == "industry":
        return {"area": {"code": NATION, "name": NATION_NAME}, "industry": named}
    return {"area": named, "industry": None}


def more_figures(pack: Pack, sheet: Sheet) -> list[Figure]:
    """What ``show`` prints besides the figures of the sheet: cost of living, what it takes."""
    from counselor_app.domain.occupation.prices import real_figure, release_year
    from counselor_app.store.prices import price_parities

    row = sheet.wages[-1]
    median = row.median()
    parity = price_parities(pack, release_year(median.source)).of(row)
    return [
        parity,
        real_figure(median, parity),
        real_figure(row.median("hourly"), parity),
        *(asked.figure for group in sheet.requirements.values() for asked in group),
    ]


def cost_of_living(pack: Pack, sheet: Sheet) -> str:
    """What the median of the place asked for buys, or why that is not known."""
    from counselor_app.domain.occupation.pay_words import pay_basis
    from counselor_app.domain.occupation.prices import real_sentence, release_year
    from counselor_app.store.prices import price_parities

    row = sheet.wages[-1]
    median = row.median(pay_basis(row, "annual"))
    return real_sentence(row, median, price_parities(pack, release_year(median.source)).of(row))


def stands_out_json(pack: Pack, sheet: Sheet) -> list[dict[str, object]]:
    """What stands out, each with the keys and sources of its figures."""
    from counselor_app.domain.occupation.rules import stands_out
    from counselor_app.store.landscape import landscape

    return [
        {
            "key": said.key,
            "side": said.side,
            "sentence": said.sentence,
            **({"about": said.about} if said.about else {}),
            "figures": list(dict.fromkeys(figure.key for figure in said.figures)),
            "sources": list(dict.fromkeys(figure.source.label for figure in said.figures)),
        }
        for said in stands_out(sheet, landscape(pack))
    ]


def _wage_percentile(pack: Pack, options: argparse.Namespace) -> Answer:
    from counselor_app.domain.figures.wording import whose
    from counselor_app.domain.occupation.pay_words import in_place
    from counselor_app.domain.occupation.target import other_unit, parse_target
    from counselor_app.domain.occupation.wages import PERCENTILES, standing
    from counselor_app.store.sheet import read_occupation
    from counselor_app.store.wages import wage_rows

    occupation = read_occupation(pack, options.code)
    (row,) = wage_rows(pack, occupation, [chosen_place(pack, options)])
    basis: Basis = "hourly" if options.hourly else "annual"
    target = parse_target(options.wage, basis)
    if target is None:
        raise UserError(_("--wage is empty; give an amount in dollars, such as 50000."))
    figures = {p: row.percentile(p, basis) for p in PERCENTILES}
    median = figures[50]
    found = standing(target.amount, row, basis)
    published = any(figure.number is not None for figure in figures.values())
    answer: float | tuple[int, int] | str
    if found.percentile is not None:
        answer = round(found.percentile, 2)
    else:
        answer = found.between or (found.words if published else "not published")
    reason = None if published else median.flag
    if not published and row.pay_basis:
        ask = _("ask without --hourly") if options.hourly else _("ask with --hourly")
        reason = joined((reason or "", ask), "; ")
    said = _("{wage} as {job} in {place}",
             wage=target.words, job=occupation.title, place=in_place(row.place))  # fmt: skip
    if group := whose(median):
        said = _("{wage} (pay of {group})", wage=said, group=group)
    if not published:
        stands = _("{wage}: not published ({reason}).", wage=said, reason=str(reason))
    elif found.percentile is None:
        stands = _("{wage}: {place} percentile.", wage=said, place=found.words)
    else:
        stands = _("{wage}: the {place} percentile.", wage=said, place=found.words)
    said = joined((stands, _("{source}.", source=median.source.label)))
    value = {
        "code": occupation.code,
        "title": occupation.title,
        **place_json(row),
        "wage": target.amount,
        "unit": median.unit,
        "percentile": answer,
        "reason": reason,
        "knots": {f"p{p}": figure.number for p, figure in figures.items()},
        "source": median.source.label,
        "vintage": median.vintage,
        "about": median.about,
    }
    meant = other_unit(target, row)
    remarks = [_unit_hint(meant, target.words)] if meant else []
    return Answer(value, [said, *([median.about] if median.about else [])], remarks)


def _unit_hint(meant: Basis, wage: str) -> Said:
    if meant == "hourly":
        return _(
            "The wage was taken as {wage}; if it is by the hour, ask with --hourly.", wage=wage
        )
    return _("The wage was taken as {wage}; if it is by the year, ask without --hourly.", wage=wage)


def _places(pack: Pack, options: argparse.Namespace) -> Answer:
    from counselor_app.domain.figures.wording import whose
    from counselor_app.domain.occupation.pay_words import basis_note
    from counselor_app.domain.occupation.places import AREA_KINDS, MEASURES
    from counselor_app.domain.occupation.wages import NATION
    from counselor_app.store.listing import area_code
    from counselor_app.store.places import ranked_areas
    from counselor_app.store.sheet import read_occupation
    from counselor_app.store.wages import wage_rows

    occupation = read_occupation(pack, options.code)
    measure = options.by.replace("-", "_")
    named = options.home or load_machine().home
    home = area_code(pack, named) if named else None
    ranked = ranked_areas(pack, occupation, measure, options.kind, home)
    if all(place.area.of(m).value is None for place in ranked for m in MEASURES):
        why = ranked[0].area.of(measure).flag if ranked else _("no areas in this pack")
        said = _("{job} has no figures for {kinds}: {why}.",
                 job=occupation.title, kinds=AREA_KINDS[options.kind], why=str(why))  # fmt: skip
        return Answer([], (), (said,))
    shown = ranked[: options.limit]
    value: list[dict[str, object]] = [
        {
            "rank": place.rank,
            "of": place.of,
            "area": place.area.code,
            "name": place.area.name,
            "kind": place.area.kind,
            "home": place.home,
            "figures": [
                figure_json(f, "key", "value", "unit", "se", "flag", "about")
                for f in map(place.area.of, MEASURES)
            ],
        }
        for place in shown
    ]
    source = shown[0].area.source.label
    listed = sum(place.area.kind == options.kind for place in shown)
    every = sum(place.area.kind == options.kind for place in ranked)
    hourly = any(place.area.basis == "hourly" for place in shown)
    group = whose(*(place.area.of(measure) for place in shown))
    job: str = occupation.title
    if group:
        job = _("{job} (figures of {group})", job=job, group=group)
    by = MEASURES[measure]
    if hourly and measure == "pay":
        by = _("{pay} an hour", pay=by)
    closing = _(
        "{job}, {n} of {of} {kinds} by {measure}; {source}. Only areas with a number are ranked.",
        job=job, n=listed, of=every, kinds=AREA_KINDS[options.kind], measure=by, source=source,
    )  # fmt: skip
    (nation,) = wage_rows(pack, occupation, [NATION])
    note = basis_note(nation) if measure == "pay" else ""
    lines = [_place_line(place, measure) for place in shown]
    return Answer(value, [*lines, closing, *([note] if note else [])])


def _place_line(place: RankedArea, measure: Measure) -> Said:
    from counselor_app.domain.figures.wording import value_words

    printed = in_its_language(value_words(place.area.of(measure)))
    home = pgettext("place", "(home)") if place.home else ""
    row = f"{place.rank or '':>4}  {printed:<32}"
    return joined((row, place.area.name, home), "  ")


def _industries(pack: Pack, options: argparse.Namespace) -> Answer:
    from counselor_app.domain.figures.wording import value_words
    from counselor_app.domain.occupation.industries import shares_sentence
    from counselor_app.domain.occupation.wages import NATION
    from counselor_app.store.sheet import read_occupation
    from counselor_app.store.wages import industry_shares, wage_rows

    occupation = read_occupation(pack, options.code)
    (nation,) = wage_rows(pack, occupation, [NATION])
    shares, missing = industry_shares(pack, occupation, nation, options.level)
    shown = shares[: options.limit]
    sentence = shares_sentence(shares, missing, options.level)
    source = nation.employment.source.label
    value = {
        "code": occupation.code,
        "title": occupation.title,
        "level": options.level,
        "industries": [
            {
                "code": part.wages.place_code,
                "name": part.wages.place,
                "share": part.share.value,
                "flag": part.share.flag,
                "employment": part.wages.employment.value,
                "about": part.share.about,
                "median_annual": part.wages.median().value,
                "median_annual_flag": part.wages.median().flag,
                "median_hourly": part.wages.median("hourly").value,
                "median_hourly_flag": part.wages.median("hourly").flag,
            }
            for part in shown
        ],
        "missing_percent": missing,
        "sentence": sentence,
        "source": source,
    }
    lines = [
        f"{part.wages.place_code}  {in_its_language(value_words(part.share)):<24}"
        f"  {in_its_language(value_words(part.wages.median())):<36}"
        f"  {in_its_language(part.wages.place)}"
        for part in shown
    ]
    return Answer(value, [*lines, joined((sentence, _("{source}.", source=source)))])


def _compare(pack: Pack, options: argparse.Namespace) -> Answer:
    from counselor_app.domain.fit.compare import compare
    from counselor_app.domain.fit.fit import fit, rank_occupations
    from counselor_app.domain.fit.instruments import instrument_named, parse_scores
    from counselor_app.domain.fit.profile import caution
    from counselor_app.domain.fit.tiers import redraw
    from counselor_app.store.listing import area_code
    from counselor_app.store.matching import interest_profile
    from counselor_app.store.sheet import read_sheet

    areas = [area_code(pack, options.area)] if options.area else []
    sheets = [read_sheet(pack, code, areas) for code in options.codes]
    fits, redraws, remarks = [], None, []
    if options.scores is not None:
        named = instrument_named(options.instrument) if options.instrument is not None else None
        client = parse_scores(options.scores, named)
        ranking = rank_occupations(client, pack.interest_profiles)
        redraws = redraw(client, pack.interest_profiles)
        fits = [
            fit(client, interest_profile(pack, code), ranking,
                sure=redraws.sure(code) if redraws else None)
            for code in (sheet.occupation.code for sheet in sheets)
        ]  # fmt: skip
        remarks = [said] if (said := caution(client)) else []
    found = compare(sheets, fits, redraws)
    value = {
        "occupations": [{"code": code, "title": title} for code, title in found.occupations],
        "rows": [
            {
                "key": row.key,
                "question": row.question,
                "cells": [
                    {
                        "words": cell.words,
                        "figures": [
                            figure_json(
                                f, "key", "value", "unit", "source", "vintage", "flag", "about"
                            )
                            for f in cell.figures
                        ],
                    }
                    for cell in row.cells
                ],
                "note": row.note,
            }
            for row in found.rows
        ],
    }
    return Answer(value, _compared_lines(found), remarks)


def _compared_lines(found: Comparison) -> list[str]:
    lines: list[str] = []
    for row in found.rows:
        lines.append(row.question)
        for (__, title), cell in zip(found.occupations, row.cells, strict=True):
            labels = dict.fromkeys(f.source.label for f in cell.figures)
            origin = bracketed(joined(labels, ", ")) if labels else ""
            answer = joined((title, cell.words), ": ")
            lines.append(indented(joined((answer, origin), "  ")))
        if row.note:
            lines.append(indented(row.note))
    return lines
