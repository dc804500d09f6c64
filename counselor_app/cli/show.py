"""The command show: every figure of an occupation with its source."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from counselor_app.cli import pay
from counselor_app.cli.terminal import bracketed, figure_json, print_json
from counselor_app.language import _, joined, lowered, pgettext

if TYPE_CHECKING:
    from counselor_app.domain.figures.provenance import Figure
    from counselor_app.domain.occupation.sheet import Sheet
    from counselor_app.store.reference import Pack

Open = Callable[[argparse.Namespace], "Pack"]


def add_command(commands: argparse._SubParsersAction[Any], open_pack: Open) -> None:
    """Add show; ``open_pack`` opens the pack that the options name."""
    show = commands.add_parser("show", help=_("every figure of an occupation with its source"))
    show.add_argument("code", metavar="CODE")
    pay.add_place(show)
    show.add_argument("--json", action="store_true")
    show.set_defaults(command=partial(_show, open_pack))


def _show(open_pack: Open, options: argparse.Namespace) -> int:
    from counselor_app.cli.handbook import ways_json
    from counselor_app.domain.occupation.findings import why_little
    from counselor_app.domain.occupation.preparation import license_line
    from counselor_app.domain.occupation.rules import SIDE_WORDS, Side
    from counselor_app.store.sheet import read_sheet

    with open_pack(options) as pack:
        sheet = read_sheet(pack, options.code, [pay.chosen_place(pack, options)])
        figures = [*sheet.figures.values(), *pay.more_figures(pack, sheet)]
        buys = pay.cost_of_living(pack, sheet)
        stands_out = pay.stands_out_json(pack, sheet)
    occupation, place = sheet.occupation, sheet.wages[-1]
    if options.json:
        print_json(
            {
                "code": occupation.code,
                "title": occupation.title,
                **pay.place_json(place),
                "figures": [
                    figure_json(
                        f, "key", "value", "unit", "source", "vintage", "n", "se", "flag", "about"
                    )
                    for f in figures
                ],
                "why_little": why_little(sheet),
                "cost_of_living": buys,
                "stands_out": stands_out,
                "reasons": _reasons_json(sheet),
                "license": license_line(sheet) or None,
                **ways_json(sheet),
                "shared_with": [code for code, _ in occupation.shares],
            }
        )
        return 0
    print(joined((occupation.title, occupation.code, place.place), "  "))
    if sheet.words:
        print(joined((sheet.words.summary, bracketed(sheet.words.dated)), "  "))
    for point in stands_out:
        sources = bracketed(joined((pgettext("place", "U.S."), *point["sources"]), ", "))  # type: ignore[misc]
        side = lowered(SIDE_WORDS[cast("Side", point["side"])])
        print(joined((joined((side, str(point["sentence"])), ": "), sources), "  "))
    if said := license_line(sheet):
        print(said)
    if why := why_little(sheet):
        print(why)
    print(buys)
    wage = sheet.figures["wage.annual.p50"]
    if wage.about:
        print(pgettext("whose wages these are", "Wages: {about}", about=wage.about))
    elements = {r.element: r.name for group in sheet.ratings.values() for r in group}
    for figure in figures:
        print(_figure_line(figure, elements))
    return 0


def _reasons_json(sheet: Sheet) -> list[dict[str, object]]:
    from counselor_app.domain.figures.wording import whose

    group = whose(sheet.outlook.base)
    return [
        {
            "industry": f.industry,
            "kind": f.kind,
            "direction": f.direction,
            **({"about": group} if group else {}),
        }
        for f in sheet.factors
    ]


def _figure_line(figure: Figure, elements: Mapping[str, str]) -> str:
    """A figure with its name, its error and where it is from."""
    from counselor_app.domain.figures.wording import error_words, value_words
    from counselor_app.domain.occupation.figure_names import RATED, figure_name

    element, scale = figure.key.removeprefix("rating.").rpartition(".")[::2]
    name = figure_name(figure)
    if element in elements:
        name = joined((elements[element], lowered(RATED[scale])), ", ")
    named = joined((figure.key, "" if name.startswith(figure.key) else name), "  ")
    vintage = "" if figure.vintage in figure.source.label else figure.vintage
    asked = pgettext("people in a survey", "{n} asked", n=figure.n) if figure.n else ""
    error = error_words(figure)
    margin = _("(standard error {error})", error=error) if error else ""
    if figure.key.startswith("exposure.") and figure.about and figure.value is not None:
        margin = _("({about})", about=figure.about.removesuffix("."))
    value = joined((named, joined((value_words(figure), margin))), ": ")
    return joined((value, bracketed(joined((figure.source.label, vintage, asked), ", "))), "  ")
