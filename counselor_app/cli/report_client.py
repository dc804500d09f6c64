"""The reports about a client from the command line: fit, comparison, session, record."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from counselor_app import __version__
from counselor_app.errors import UserError
from counselor_app.language import Language, _, language

if TYPE_CHECKING:
    from counselor_app.domain.record.record import Record
    from counselor_app.domain.session.client import Client, ClientView
    from counselor_app.reports.parts import Report
    from counselor_app.store.reference import Pack

Sections = frozenset[str] | None
_OF_A_CLIENT = {
    "session": _("A session is of a client: name one with --client."),
    "record": _("A record is of a client: name one with --client."),
}


def content(
    pack: Pack,
    options: argparse.Namespace,
    codes: Sequence[str],
    areas: Sequence[str],
    sections: Sections,
) -> Report:
    """The report of the kind that the options name.

    Raises:
        UserError: when what it needs is not given, or the client is not in the file.
    """
    if options.client is not None and options.scores is not None:
        raise UserError(_("Give --client or --scores, not both."))
    if options.kind in ("session", "record") and options.client is None:
        raise UserError(_OF_A_CLIENT[options.kind])
    record = _record(options) if options.client is not None else None
    if options.kind == "record":
        assert record is not None
        return _whole(pack, record, _spoken(options, record))
    client = _client(options, record)
    if options.kind == "session":
        assert record is not None
        return _handout(pack, options, record, client, areas, sections)
    report = _compared(pack, options, codes, client, areas, sections)
    return replace(report, language=_spoken(options, record))


def _spoken(options: argparse.Namespace, record: Record | None) -> Language:
    """The language asked for; else the client's own, else the program's."""
    if record is None or options.asked:
        return language(options.language)
    return language(record.reads(options.language))


def _record(options: argparse.Namespace) -> Record:
    from counselor_app.cli.record import client_named
    from counselor_app.cli.workspace import ask_passphrase, opened
    from counselor_app.workspace.log import write_log
    from counselor_app.workspace.record import read_record

    with opened(options, ask_passphrase(), backup=False) as workspace:
        uid = client_named(workspace, options.client)
        record = read_record(workspace, uid)
        # Before it is written: what leaves the file is logged even when the disk is full.
        write_log(workspace, "exported", uid, f"{options.kind} report")
    return record


def _client(options: argparse.Namespace, record: Record | None) -> Client:
    from counselor_app.client_texts import given_form
    from counselor_app.domain.fit.instruments import instrument_named, parse_scores
    from counselor_app.domain.session.client import Client

    if record is not None:
        return record.client(given_form)
    if options.scores is None:
        return Client()
    named = instrument_named(options.instrument) if options.instrument is not None else None
    return Client(scores=parse_scores(options.scores, named))


def _view(pack: Pack, options: argparse.Namespace, client: Client) -> ClientView:
    """The client beside all occupations, with the re-draws that say how sure the fit is."""
    from counselor_app.domain.fit.fit import EDITIONS
    from counselor_app.domain.fit.tiers import redraw
    from counselor_app.domain.session.client import view

    redraws = redraw(client.scores, pack.interest_profiles) if client.scores else None
    return view(client, pack.interest_profiles, redraws).banded(EDITIONS[options.bands])


def _compared(
    pack: Pack,
    options: argparse.Namespace,
    codes: Sequence[str],
    client: Client,
    areas: Sequence[str],
    sections: Sections,
) -> Report:
    """The fit report, or the comparison."""
    from counselor_app.domain.occupation.wages import NATION
    from counselor_app.reports.compare import compare_content
    from counselor_app.reports.fit import fit_report_content
    from counselor_app.store.match_list import match_list
    from counselor_app.store.sheet import read_sheet

    sheets = [read_sheet(pack, code, areas) for code in codes]
    view, named, today = _view(pack, options, client), not options.unnamed, date.today()
    if options.kind == "compare":
        return compare_content(
            sheets, view, made_on=today, version=__version__, named=named, sections=sections,
        )  # fmt: skip
    if client.scores is None and options.client is None:
        raise UserError(_("A fit report is of a client: give --scores or --client."))
    return fit_report_content(
        view,
        sheets,
        match_list(pack, view.ranking, view.redraws, place=areas[0] if areas else NATION),
        made_on=today,
        version=__version__,
        sources=tuple(pack.sources.values()),
        named=named,
        sections=sections,
    )


def _handout(
    pack: Pack,
    options: argparse.Namespace,
    record: Record,
    client: Client,
    areas: Sequence[str],
    sections: Sections,
) -> Report:
    from counselor_app.domain.record.handout import client_handout
    from counselor_app.reports.handout import handout_content
    from counselor_app.store.listing import occupations
    from counselor_app.store.sheet import read_sheet

    known = {job.code for job in occupations(pack)}
    codes = [code for code in client_handout(record).codes if code in known]
    return handout_content(
        record,
        [read_sheet(pack, code, areas) for code in codes],
        copy=options.copy or "client",
        made_on=date.today(),
        version=__version__,
        sources=tuple(pack.sources.values()),
        view=_view(pack, options, client),
        named=not options.unnamed,
        sections=sections,
        language=_spoken(options, record),
    )


def _whole(pack: Pack, record: Record, spoken: Language) -> Report:
    from counselor_app.client_texts import item_texts, self_report_texts
    from counselor_app.reports.record import record_content
    from counselor_app.store.listing import occupations

    return record_content(
        record,
        titles={job.code: job.title for job in occupations(pack)},
        elements={element: name for element, (name, _) in pack.elements.items()},
        items=item_texts(spoken.code),
        texts=self_report_texts(spoken.code),
        made_on=date.today(),
        version=__version__,
        sources=tuple(pack.sources.values()),
        language=spoken,
    )
