"""The command line. Heavy imports stay inside the commands; errors are one line and exit 2."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, cast

from counselor_app import __version__
from counselor_app.cli.parser import Parser
from counselor_app.cli.terminal import (
    bracketed,
    figure_json,
    in_its_language,
    own,
    plain_output,
    print_json,
    writable,
)
from counselor_app.domain.figures.attribution import PRODUCT
from counselor_app.domain.figures.plain_text import printable
from counselor_app.errors import UserError, system_words
from counselor_app.language import (
    LANGUAGES,
    Language,
    _,
    joined,
    language,
    lowered,
    offered,
    pgettext,
)
from counselor_app.machine import load_machine
from counselor_app.paths import data_folder
from counselor_app.settings import language_of

if TYPE_CHECKING:
    from counselor_app.cli.client import Command
    from counselor_app.domain.figures.provenance import Figure
    from counselor_app.domain.occupation.sheet import Sheet
    from counselor_app.store.reference import Pack


_PROGRAM = "counselor-app"
_ONCE = _("Preparing the occupation data, once (about ten seconds).")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status (0, or 2 after an error the user can mend)."""
    given = sys.argv[1:] if arguments is None else arguments
    # Looked for before anything is parsed: the help of the parser is words too.
    asked = [code for code in offered() if ("--language", code) in pairwise(given)]
    machine = load_machine()
    named = asked[-1] if asked else machine.language or language_of(data_folder())
    with plain_output(language(named)):
        parser = _parser(language(named), commands=any(a not in _WINDOW for a in given))
        options = parser.parse_args(given)
    options.asked = options.language
    options.language = options.language or named
    options.pack = options.pack or machine.pack
    with plain_output(language(options.language)):
        if machine.trouble and options.heeds_machine:
            print(machine.trouble, file=sys.stderr)
        return _run(given, options)


def _run(given: Sequence[str], options: argparse.Namespace) -> int:
    spoken = language(options.language)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except UserError as error:
        words = " ".join(spoken.say(str(error)).split())
        print(joined((_PROGRAM, words), ": "), file=sys.stderr)
    except BrokenPipeError:
        # Whoever read the output has seen enough; nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        what = error.filename or pgettext("what could not be written", "output")
        print(joined((_PROGRAM, str(what), system_words(error)), ": "), file=sys.stderr)
    except UnicodeError:
        if not any("\udc80" <= sign <= "\udcff" for word in given for sign in word):
            raise
        wrong = next(word for word in given if not word.isascii())
        print(
            _("counselor-app: {text} is no text in the encoding of this system", text=wrong),
            file=sys.stderr,
        )
    except KeyboardInterrupt:
        print(pgettext("end of a command", "counselor-app: stopped"), file=sys.stderr)
        return 130
    except Exception as error:
        # Imported here: the window's first frame must not wait for the store.
        from counselor_app.store.reference import DamagedPackError

        if not isinstance(error, DamagedPackError):
            raise
        print(
            _(
                "counselor-app: the occupation data is damaged;"
                " see what is wrong with: counselor-app data verify"
            ),
            file=sys.stderr,
        )
    return 2


# With nothing else given the window opens, and its first frame does not wait for the commands.
_WINDOW = frozenset({"--exit-after-first-paint", "--take-in", "--language", *LANGUAGES})


def _parser(spoken: Language, *, commands: bool) -> Parser:
    """The parser of the window's options and, if ``commands``, of every command."""
    parser = Parser(
        prog=_PROGRAM,
        description=_("Career counseling on the desktop, with no network."),
        spoken=spoken,
    )
    parser.add_argument("--version", action="version", version=f"{PRODUCT} {__version__}")
    parser.add_argument(
        "--pack",
        type=Path,
        metavar="FILE",
        help=_("occupation data to use instead of the shipped"),
    )
    parser.add_argument(
        "--language", choices=offered(),
        help=_(
            "of the window and of what is printed, for this once; what the window is set to if not"
            " given"
        ),
    )  # fmt: skip
    parser.add_argument(
        "--open", metavar="CODE", default="", help=_("an occupation to open the window on")
    )
    parser.add_argument(
        "--take-in", metavar="FILE", type=Path, nargs="?",
        help=_("a client from another counselor to take in: the file that was handed over"),
    )  # fmt: skip
    parser.add_argument(
        "--exit-after-first-paint", action="store_true",
        help=_("open the window, paint once, leave; with --open once the occupation is shown"),
    )  # fmt: skip
    parser.set_defaults(command=_window, heeds_machine=commands)
    if commands:
        _add_commands(parser)
    return parser


def whole_parser() -> Parser:
    """The parser with every command, for what is made of it: manual, completion."""
    return _parser(language("en"), commands=True)


def _add_commands(parser: Parser) -> None:
    from counselor_app.cli import client, config, data, kiosk, moves, pay, record, report, workspace

    commands = parser.add_subparsers(
        title=pgettext("heading of help", "commands"), metavar="COMMAND"
    )

    search = commands.add_parser("search", help=_("find occupations by title, job title or code"))
    search.add_argument("text", metavar="TEXT", nargs="+")
    search.add_argument(
        "--limit", type=_positive, default=20, metavar="N", help=_("print the N best (20)")
    )
    search.add_argument("--json", action="store_true")
    search.set_defaults(command=_search)

    show = commands.add_parser("show", help=_("every figure of an occupation with its source"))
    show.add_argument("code", metavar="CODE")
    pay.add_place(show)
    show.add_argument("--json", action="store_true")
    show.set_defaults(command=_show)

    shots = commands.add_parser(
        "screenshot",
        help=_("every page and dialog as PNG files"),
        description=_(
            "Draw every page and dialog of the window, without a screen: in FOLDER one folder a"
            " look (light, dark, both at twice the resolution, text at 200 %)."
        ),
    )
    shots.add_argument(
        "folder", metavar="FOLDER", type=Path, help=_("where the folders go; made if need be")
    )
    shots.add_argument(
        "codes", metavar="CODE", nargs="*",
        help=_("occupations to draw; two or more also side by side (29-1141 and 43-4051)"),
    )  # fmt: skip
    shots.set_defaults(command=_screenshot)

    report.add_command(commands, _open, _progress)
    client.add_commands(commands, _answering, _positive)
    moves.add_commands(commands, _answering, _positive)
    pay.add_commands(commands, _answering, _positive)
    workspace.add_commands(commands, _positive)
    record.add_commands(commands)
    kiosk.add_commands(commands)
    config.add_commands(commands)
    data.add_commands(commands, _open, lambda: _progress())


def _positive(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or int(text) < 1:
        raise argparse.ArgumentTypeError(_("{text} is not a number of 1 or more", text=repr(text)))
    return int(text)


def _open(options: argparse.Namespace) -> Pack:
    from counselor_app.store.reference import open_pack

    if options.pack is None:
        from counselor_app.pack.current import in_use

        used = in_use(data_folder(), progress=_progress(_ONCE))
        if used.trouble:
            print(used.trouble, file=sys.stderr)
        return open_pack(used.path)
    from counselor_app.pack.trust import require_trusted

    return open_pack(require_trusted(options.pack, data_folder()))


def _progress(why: str = "") -> Callable[[int, int, str], None]:
    """Progress on the terminal; where nobody looks, one line that explains the wait."""

    def tell(done: int, total: int, what: str) -> None:
        share = 100 * done // max(total, 1)
        end = "\n" if done >= total else ""
        screen = own(sys.stderr)
        words = writable(printable(in_its_language(what)), screen)
        print(f"\r{share:3d}%  {words:<60.60}", end=end, file=screen, flush=True)

    def say(done: int, _total: int, _what: str) -> None:
        if done == 0 and why:
            print(why, file=sys.stderr)

    return tell if sys.stderr.isatty() else say


def _answering(command: Command) -> Callable[[argparse.Namespace], int]:
    """A command that opens the pack, says what must be said first, and prints its answer."""

    def run(options: argparse.Namespace) -> int:
        with _open(options) as pack:
            answer = command(pack, options)
        for remark in answer.remarks:
            print(remark, file=sys.stderr, flush=True)
        if options.json:
            print_json(answer.value)
        else:
            for line in answer.lines:
                print(line)
        return 0

    return run


def _window(options: argparse.Namespace) -> int:
    from counselor_app.cli.display import require_display

    require_display()
    from counselor_app.app import Asked, run

    return run(
        pack=options.pack,
        exit_after_first_paint=options.exit_after_first_paint,
        language=language(options.language),
        asked=Asked(options.open, options.take_in),
    )


def _search(options: argparse.Namespace) -> int:
    from counselor_app.domain.occupation.search import NO_CLOSE_MATCH, only_guesses
    from counselor_app.store.search import search

    with _open(options) as pack:
        hits = search(pack, " ".join(options.text), options.limit)
    if options.json:
        print_json(
            [
                {
                    "code": h.code,
                    "title": h.title,
                    "matched": h.matched,
                    "score": h.score,
                    "weak": h.weak,
                    "why": h.why or None,
                }
                for h in hits
            ]
        )
        return 0
    if only_guesses(hits):
        print(NO_CLOSE_MATCH)
    for hit in hits:
        also = (
            ""
            if hit.matched in (hit.title, in_its_language(hit.title))
            else pgettext("hit of a search", "(matched: {words})", words=hit.matched)
        )
        if hit.why:
            also = _("({words}: {why})", words=hit.matched, why=hit.why)
        print(joined((hit.code, hit.title, also), "  "))
    if not hits:
        print(_("No occupation matches. Try another title, or fewer words."), file=sys.stderr)
    return 0


def _show(options: argparse.Namespace) -> int:
    from counselor_app.cli import pay
    from counselor_app.cli.handbook import ways_json
    from counselor_app.domain.occupation.findings import why_little
    from counselor_app.domain.occupation.preparation import license_line
    from counselor_app.domain.occupation.rules import SIDE_WORDS, Side
    from counselor_app.store.sheet import read_sheet

    with _open(options) as pack:
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
        print(
            joined(
                (
                    joined(
                        (lowered(SIDE_WORDS[cast("Side", point["side"])]), str(point["sentence"])),
                        ": ",
                    ),
                    sources,
                ),
                "  ",
            )
        )
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


def _screenshot(options: argparse.Namespace) -> int:
    from counselor_app.cli.display import require_platform

    require_platform()
    from counselor_app.app import screenshot

    spoken = language(options.language)
    for path in screenshot(options.folder, options.codes, pack=options.pack, language=spoken):
        print(path)
    return 0
