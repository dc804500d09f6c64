"""The commands on one client's record: client show, import, leave-study; the field study's file.

The passphrase is asked for, or read as one line from standard input; it is never an argument.
"""

from __future__ import annotations

import argparse
import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Any

from counselor_app.cli.terminal import indented, print_json
from counselor_app.cli.workspace import ask_passphrase, opened
from counselor_app.errors import UserError
from counselor_app.language import _, joined, ngettext, pgettext

if TYPE_CHECKING:
    from counselor_app.workspace.base import Workspace


def add_commands(commands: argparse._SubParsersAction[Any]) -> None:
    """Add ``client`` and its actions, and ``study-export``."""
    client = commands.add_parser(
        "client", help=_("one client’s record: show, import, leave the field study")
    )
    actions = client.add_subparsers(
        title=pgettext("heading of help", "actions"), metavar="ACTION", required=True
    )
    show = actions.add_parser("show", help=_("what a client says of themselves; all with --json"))
    show.add_argument("--json", action="store_true")
    show.set_defaults(command=_show)
    take = actions.add_parser(
        "import", help=_("add what a record’s JSON holds of work styles, cards, readiness")
    )
    take.add_argument("json", type=Path, metavar="JSON")
    take.set_defaults(command=_import)
    leave = actions.add_parser("leave-study", help=_("take a client out of the field study"))
    leave.set_defaults(command=_leave_study)
    for action in (show, take, leave):
        action.add_argument("client", metavar="NAME", help=_("nickname or file number"))
    study = commands.add_parser(
        "study-export", help=_("the anonymous file of the inventory’s field study")
    )
    study.add_argument("csv", type=Path, metavar="CSV")
    study.set_defaults(command=_study)
    for action in (show, take, leave, study):
        action.add_argument(
            "--file", type=Path, metavar="FILE", help=_("a clients’ file other than the usual one")
        )


def client_named(workspace: Workspace, name: str) -> str:
    """The uid of the one client with this name, in any case.

    Raises:
        UserError: when there is none, or more than one.
    """
    from counselor_app.workspace.clients import list_clients

    wanted = name.strip().casefold()
    found = [line for line in list_clients(workspace) if line.name.strip().casefold() == wanted]
    if len(found) == 1:
        return found[0].uid
    file = workspace.path.name
    if not found:
        raise UserError(_("No client is named {name} in {file}.", name=repr(name), file=file))
    raise UserError(
        _("{n} clients are named {name} in {file}.", n=len(found), name=repr(name), file=file)
    )


def _show(options: argparse.Namespace) -> int:
    import json

    from counselor_app.client_texts import self_report_texts
    from counselor_app.domain.record.as_json import record_json
    from counselor_app.domain.session.self_report import kept_beside, self_report_name, told
    from counselor_app.workspace.log import write_log
    from counselor_app.workspace.record import read_record

    with opened(options, ask_passphrase(), backup=False) as workspace:
        uid = client_named(workspace, options.client)
        record = read_record(workspace, uid)
        write_log(workspace, "exported" if options.json else "read", uid, "client show")
    if options.json:
        print_json(json.loads(record_json(record)))
        return 0
    if not record.self_reports:
        print(_("{client} has said nothing of themselves yet.", client=record.name))
    for one in record.self_reports:
        day = one.taken.date().isoformat()
        print(_("{what}, {day}", what=self_report_name(one.kind, one.value), day=day))
        for line in told(one.kind, one.value, self_report_texts(options.language)):
            print(indented(joined(line, ": ")))
        if (beside := kept_beside(one.kind, one.value)) is not None:
            print(indented(beside))
    return 0


def _import(options: argparse.Namespace) -> int:
    from counselor_app.domain.record.as_json import self_reports_in
    from counselor_app.workspace.answers import add_self_reports
    from counselor_app.workspace.log import write_log

    try:
        text = options.json.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise UserError(_("{file} is no UTF-8 text.", file=options.json.name)) from None
    try:
        found = self_reports_in(text)
    except UserError as error:
        raise UserError(joined((options.json.name, str(error)), ": ")) from None
    with opened(options, ask_passphrase()) as workspace:
        uid = client_named(workspace, options.client)
        added = add_self_reports(workspace, uid, found)
        write_log(workspace, "imported", uid, "self-reports")
    print(
        ngettext("{n} of {of} was not there yet and is kept now.",
                 "{n} of {of} were not there yet and are kept now.", added, n=added, of=len(found))
    )  # fmt: skip
    return 0


def _leave_study(options: argparse.Namespace) -> int:
    from counselor_app.workspace.answers import withdraw_consent

    with opened(options, ask_passphrase()) as workspace:
        count = withdraw_consent(workspace, client_named(workspace, options.client))
    print(
        ngettext("{n} inventory is out of the field study.",
                 "{n} inventories are out of the field study.", count, n=count)
    )  # fmt: skip
    return 0


def _study(options: argparse.Namespace) -> int:
    from counselor_app.client_texts import inventory_form
    from counselor_app.domain.session.field_study import study_table
    from counselor_app.workspace.log import write_log
    from counselor_app.workspace.study import administrations

    if options.csv.exists():
        raise UserError(_("{file} is there already. Name another file.", file=str(options.csv)))
    with opened(options, ask_passphrase(), backup=False) as workspace:
        items = sorted(inventory_form("long").ids, key=lambda i: ("RIASEC".index(i[0]), i))
        table = study_table(administrations(workspace), items, lambda: secrets.token_hex(4))
        write_log(workspace, "exported", "", "field study")
        with options.csv.open("x", encoding="utf-8", newline="") as file:
            file.write(table)
    rows = table.count("\n") - 1
    print(ngettext("{n} row in {file}.", "{n} rows in {file}.", rows, n=rows,
                   file=options.csv.name))  # fmt: skip
    return 0
