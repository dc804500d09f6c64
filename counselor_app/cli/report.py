"""The command report: one report or many, as PDF, web page, spreadsheet or table."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from counselor_app import __version__
from counselor_app.cli.terminal import in_its_language
from counselor_app.domain.figures.wording import number
from counselor_app.errors import UserError
from counselor_app.language import _, joined, language, listed, ngettext
from counselor_app.machine import load_machine

if TYPE_CHECKING:
    from counselor_app.domain.occupation.listing import OccupationRow
    from counselor_app.domain.occupation.plain_words import Wording
    from counselor_app.reports.batch import Batch, NotMade, Progress
    from counselor_app.reports.export import Format
    from counselor_app.reports.parts import Report
    from counselor_app.settings import Settings
    from counselor_app.store.reference import Pack

Open = Callable[[argparse.Namespace], "Pack"]

_FORMATS = ("pdf", "html", "csv", "xlsx")


def add_command(
    commands: argparse._SubParsersAction[Any], open_pack: Open, progress: Callable[[], Progress]
) -> None:
    """Add report; ``open_pack`` opens the pack that the options name."""
    report = commands.add_parser("report", help=_("printed reports, as PDF, HTML, XLSX or CSV"))
    report.add_argument("codes", metavar="CODE", nargs="*", help=_("occupations, such as 43-4051"))
    report.add_argument(
        "-o", dest="target", type=Path, required=True, metavar="FILE_OR_FOLDER",
        help=_("many occupations into one PDF are a booklet, into a folder a file each"),
    )  # fmt: skip
    report.add_argument(
        "--kind", choices=("profile", "fit", "compare", "session", "record"), default="profile",
        help=_("profile (default); a client's fit; two to four compared; a session's handout; a"
               " client's whole record"),
    )  # fmt: skip
    report.add_argument("--scores", metavar="R,I,A,S,E,C", help=_("the client's six scores"))
    report.add_argument("--instrument", metavar="NAME", help=_("as in: counselor-app match"))
    report.add_argument(
        "--bands", type=int, choices=(2025, 2016), default=2025, help=_("edition of the bands")
    )
    report.add_argument(
        "--client", metavar="NAME",
        help=_("from the clients' file; the passphrase from a prompt or standard input"),
    )  # fmt: skip
    report.add_argument("--file", type=Path, metavar="FILE", help=_("a clients' file of your own"))
    report.add_argument(
        "--copy", choices=("client", "counselor"),
        help=_("of a session: the client's copy (default), or yours with your own notes"),
    )  # fmt: skip
    report.add_argument("--unnamed", action="store_true", help=_("name the client nowhere"))
    report.add_argument(
        "--format", choices=_FORMATS, help=_("by the name of the file if not given")
    )
    report.add_argument("--sections", metavar="A,B", help=_("only these, such as pay,outlook"))
    report.add_argument("--batch", type=Path, metavar="FILE.csv", help=_("codes, one a line"))
    report.add_argument(
        "--family", metavar="NN", help=_("every occupation of a job family, 11 to 55")
    )
    report.add_argument("--cluster", metavar="NAME", help=_("every occupation of a career cluster"))
    paper = load_machine().paper or "letter"
    report.add_argument("--paper", choices=("letter", "a4"), default=paper)
    report.add_argument("--area", action="append", default=[], metavar="AREA")
    report.set_defaults(command=partial(_report, open_pack, progress))


def _report(open_pack: Open, progress: Callable[[], Progress], options: argparse.Namespace) -> int:
    _refuse(options)
    fmt = _format(options)
    with open_pack(options) as pack:
        codes, wrong = _codes(pack, options)
        if options.kind != "profile":
            return _about_client(pack, options, codes, fmt)
        alone = len(codes) == 1 and not options.target.is_dir()
        if alone and (not wrong or fmt in ("html", "xlsx")):
            status = _write(_profiles(pack, options)(codes[0]), options, fmt)
            for item in wrong:
                print(joined((item.what, item.why), ": "), file=sys.stderr)
            return 2 if wrong else status
        made = _many(pack, options, codes, wrong, fmt, progress())
    for path in made.files:
        print(path)
    for item in made.not_made:
        print(joined((item.what, item.why), ": "), file=sys.stderr)
    if made.not_made:
        print(made.summary, file=sys.stderr)
    return 2 if made.not_made else 0


def _refuse(options: argparse.Namespace) -> None:
    """Options that the kind of report cannot keep to are refused, not passed over.

    Raises:
        UserError: naming the option.
    """
    if options.kind != "profile" and _several(options):
        raise UserError(_("--batch, --family and --cluster make profiles; leave out --kind."))
    if options.copy and options.kind != "session":
        whole = _("A record holds every note, those for the counselor only too.")
        raise UserError(
            joined((
                _("--copy belongs to --kind session."),
                whole if options.kind == "record" else "",
                _("Leave it out, or ask for the session."),
            ))
        )  # fmt: skip
    if options.unnamed and options.kind == "record":
        raise UserError(
            _("A record is the whole of one client, the name too; leave out --unnamed.")
        )


def _about_client(
    pack: Pack, options: argparse.Namespace, codes: Sequence[str], fmt: Format
) -> int:
    from counselor_app.cli import report_client as of_client

    content = of_client.content(pack, options, codes, _areas(pack, options), _sections(options))
    return _write(content, options, fmt)


def _codes(pack: Pack, options: argparse.Namespace) -> tuple[list[str], list[NotMade]]:
    """The occupations asked for, each once, and the lines of the list that name none.

    Those typed here must exist.
    """
    from counselor_app.reports.code_list import read_codes
    from counselor_app.store.listing import occupations
    from counselor_app.store.sheet import read_occupation

    codes, wrong = [read_occupation(pack, code).code for code in options.codes], list["NotMade"]()
    jobs = occupations(pack) if _several(options) else ()
    known = [job.code for job in jobs]
    if options.batch:
        more, wrong = read_codes(options.batch, frozenset(known))
        codes += more
    if options.family:
        family = [code for code in known if code[:2] == options.family]
        if not family:
            raise UserError(
                _("No occupation is in the family {family}; a family is two digits, such as 29 for"
                  " healthcare practitioners.", family=repr(options.family))
            )  # fmt: skip
        codes += sorted(family)
    if options.cluster:
        codes += _in_cluster(jobs, options.cluster)
    if not codes and options.kind in ("profile", "compare"):
        raise UserError(
            _("Name an occupation: a CODE, --batch FILE.csv, --family NN or --cluster NAME.")
        )
    return list(dict.fromkeys(codes)), wrong


def _several(options: argparse.Namespace) -> bool:
    return bool(options.batch or options.family or options.cluster)


def _in_cluster(jobs: Iterable[OccupationRow], name: str) -> tuple[str, ...]:
    """The codes of the one cluster that is so called, or begins so, in either language.

    Raises:
        UserError: naming the clusters, when none or several are.
    """
    from counselor_app.domain.occupation.listing import by_cluster

    clusters = by_cluster(jobs)
    typed = name.strip().casefold()
    fit = [
        one for one in clusters
        if typed and any(n.casefold().startswith(typed) for n in (one, in_its_language(one)))
    ]  # fmt: skip
    if len(fit) != 1:
        raise UserError(
            _("{name} is not one of the career clusters: {clusters}.",
              name=repr(name), clusters=joined(sorted(clusters), "; "))
        )  # fmt: skip
    return clusters[fit[0]]


def _areas(pack: Pack, options: argparse.Namespace) -> list[str]:
    from counselor_app.store.listing import area_code

    home = load_machine().home
    return [area_code(pack, area) for area in options.area or ([home] if home else [])]


def _sections(options: argparse.Namespace) -> frozenset[str] | None:
    """The sections named, None for all."""
    from counselor_app.reports.parts import Kind
    from counselor_app.reports.sections import chosen_sections

    if options.sections is None:
        return None
    kind: Kind = "handout" if options.kind == "session" else options.kind
    return chosen_sections(kind, (name.strip() for name in options.sections.split(",")))


def _profiles(pack: Pack, options: argparse.Namespace) -> Callable[[str], Report]:
    """What makes the profile on a code."""
    from counselor_app.reports.content import profile_content
    from counselor_app.store.sheet import read_sheet

    areas, sections, today = _areas(pack, options), _sections(options), date.today()
    words = cast("Wording", _settings()[0].words)

    def profile(code: str) -> Report:
        sheet = read_sheet(pack, code, areas)
        return profile_content(
            sheet, made_on=today, version=__version__, sections=sections, words=words,
            language=language(options.language),
        )  # fmt: skip

    return profile


def _format(options: argparse.Namespace) -> Format:
    """The format asked for, else by the ending of the file; a folder gets PDF files.

    Raises:
        UserError: when the ending is of no format.
    """
    ending = options.target.suffix.lower().removeprefix(".")
    if options.format or ending in _FORMATS:
        return cast("Format", options.format or ending)
    if ending and not options.target.is_dir():
        known = listed((f".{name}" for name in _FORMATS), "or")
        raise UserError(
            _("{file}: no report is written as {ending}; end the name in {known}, or name the"
              " format with --format.",
              file=options.target.name, ending="." + ending, known=known)
        )  # fmt: skip
    return "pdf"


def _write(content: Report, options: argparse.Namespace, fmt: Format) -> int:
    from counselor_app.reports.export import export
    from counselor_app.reports.files import write_report
    from counselor_app.reports.typeset import letters_lost

    branding = _branding()
    lost = letters_lost(content, branding) if fmt == "pdf" else ""
    if lost:
        print(lost, file=sys.stderr, flush=True)
    made = export(content, fmt, paper=options.paper, branding=branding)
    write_report(made, options.target, private=content.private)
    print(options.target)
    return 0


def _many(
    pack: Pack,
    options: argparse.Namespace,
    codes: Sequence[str],
    wrong: Sequence[NotMade],
    fmt: Format,
    progress: Progress,
) -> Batch:
    from counselor_app.reports import batch

    run = batch.Run(
        tuple(codes), _profiles(pack, options), options.paper, _branding(), tuple(wrong), progress
    )
    target = options.target
    into_file = target.suffix.lower() == f".{fmt}" and not target.is_dir()
    if into_file and fmt == "pdf":
        name = ngettext("{n} occupation", "{n} occupations", len(codes), n=number(len(codes)))
        made = batch.write_booklet(run, target, name=name, made_on=date.today())
    elif into_file and fmt == "csv":
        made = batch.write_table(run, target)
    elif into_file:
        raise UserError(
            _("{file} is one file, and {n} reports were asked for; name a folder, or a .pdf for a"
              " booklet.", file=target.name, n=len(codes))
        )  # fmt: skip
    else:
        made = batch.write_each(run, target, fmt)
    assert made is not None  # nobody can cancel here
    return made


def _settings() -> tuple[Settings, Path]:
    """What was set in the window, and the folder that it is kept in."""
    from counselor_app import settings
    from counselor_app.paths import data_folder

    folder = data_folder()
    return load_machine().over(settings.load(folder)[0]), folder


def _branding() -> Any:
    from counselor_app.reports.branding import branding

    return branding(*_settings(), load_machine().logo)
