"""The command line. Heavy imports stay inside the commands; errors are one line and exit 2."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from counselor_app import __version__
from counselor_app.cli.commands import EVERY, add_others, needed
from counselor_app.cli.parser import Parser, positive
from counselor_app.cli.terminal import (
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
    offered,
    pgettext,
)
from counselor_app.machine import load_machine
from counselor_app.paths import data_folder
from counselor_app.settings import language_of

if TYPE_CHECKING:
    from counselor_app.cli.client import Command
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
        parser = _parser(language(named), needed(given) if set(given) - _WINDOW else ())
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


def _parser(spoken: Language, modules: Collection[str]) -> Parser:
    """The parser of the window's options and of the commands of ``modules``."""
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
    parser.set_defaults(command=_window, heeds_machine=bool(modules))
    if modules:
        _add_commands(parser, modules)
    return parser


def whole_parser() -> Parser:
    """The parser with every command, for what is made of it: manual, completion."""
    return _parser(language("en"), EVERY)


def _add_commands(parser: Parser, modules: Collection[str]) -> None:
    commands = parser.add_subparsers(
        title=pgettext("heading of help", "commands"), metavar="COMMAND"
    )

    search = commands.add_parser("search", help=_("find occupations by title, job title or code"))
    search.add_argument("text", metavar="TEXT", nargs="+")
    search.add_argument(
        "--limit", type=positive, default=20, metavar="N", help=_("print the N best (20)")
    )
    search.add_argument("--json", action="store_true")
    search.set_defaults(command=_search)

    if "show" in modules:
        from counselor_app.cli import show

        show.add_command(commands, _open)

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

    add_others(commands, modules, _open, _answering, _progress)


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
    from counselor_app.app import run
    from counselor_app.ui.shell.second_start import Asked

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


def _screenshot(options: argparse.Namespace) -> int:
    from counselor_app.cli.display import require_platform

    require_platform()
    from counselor_app.app import screenshot

    spoken = language(options.language)
    for path in screenshot(options.folder, options.codes, pack=options.pack, language=spoken):
        print(path)
    return 0
