"""The commands about what a school has set for a machine: config check, config show."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from counselor_app.errors import UserError
from counselor_app.language import Said, _, joined, pgettext

if TYPE_CHECKING:
    from counselor_app.machine import Machine


def add_commands(commands: argparse._SubParsersAction[Any]) -> None:
    """Add config and its actions."""
    config = commands.add_parser("config", help=_("what the school has set for this machine"))
    actions = config.add_subparsers(
        title=pgettext("heading of help", "actions"), metavar="ACTION", required=True
    )
    for name, run, words in (
        ("check", _check, _("say what is wrong in the file, and where")),
        ("show", _show, _("each setting, and whether the school or the user sets it")),
    ):
        action = actions.add_parser(name, help=words)
        action.add_argument(
            "file", metavar="FILE", type=Path, nargs="?",
            help=_("a file other than this machine's own"),
        )  # fmt: skip
        action.set_defaults(command=run, heeds_machine=False)


def _check(options: argparse.Namespace) -> int:
    from counselor_app.toml_file import can_be_changed

    machine = _read(options)
    said = [one for one in (machine.trouble, *_deeper(machine, options)) if one]
    if said:
        raise UserError(joined(said))
    assert machine.file is not None
    print(_("{file}: no fault found.", file=str(machine.file)))
    if can_be_changed(machine.file):
        print(_("The account that you use can change this file; let only administrators write it."))
    return 0


def _show(options: argparse.Namespace) -> int:
    from counselor_app.machine import NAMES, NOTHING_SET

    machine = _read(options)
    print(_("Settings of {file}", file=str(machine.file)))
    for name in NAMES:
        value = getattr(machine, name)
        words = _words(value)
        if value == getattr(NOTHING_SET, name):
            words = _("not set: each user's own")
            if name in ("pack", "clients_file"):
                words = pgettext("setting", "not set")
        print(joined((name, words), " = "))
    if machine.trouble:
        raise UserError(machine.trouble)
    return 0


def _words(value: object) -> Said | str:
    if isinstance(value, tuple):
        return joined(value, ", ") or pgettext("a list in the settings", "none")
    return str(value).lower() if isinstance(value, bool) else str(value)


def _read(options: argparse.Namespace) -> Machine:
    from counselor_app.machine import read_machine
    from counselor_app.paths import machine_file

    file: Path = options.file or machine_file()
    if not file.is_file():
        raise UserError(
            _("There is no file {file}, so that each user sets everything; resources/docs"
              "/settings.md says what it can hold.", file=str(file))
        )  # fmt: skip
    return read_machine(file)


def _deeper(machine: Machine, options: argparse.Namespace) -> list[str]:
    """What is wrong that only shows where it is used: keys, places, folders, the kiosk."""
    from counselor_app.kiosk.config import table_in
    from counselor_app.pack.signature import checked_key

    found: list[str] = []
    for key in machine.trusted_keys or ():
        try:
            checked_key(key)
        except UserError as error:
            found.append(joined(("trusted_keys", str(error)), ": "))
    folder = machine.backups_folder
    if folder is not None and not folder.is_dir():
        found.append(
            _("backups_folder: there is no folder {folder} now; while it cannot be reached no"
              " backup is made, and that is said.", folder=str(folder))
        )  # fmt: skip
    assert machine.file is not None
    areas: list[str] = [machine.home] if machine.home else []
    try:
        if (kiosk := table_in(machine.file)) is not None:
            areas += kiosk.areas
    except UserError as error:
        if str(error) != machine.trouble:
            found.append(str(error))
    return found + _unknown_areas(areas, options, machine)


def _unknown_areas(names: list[str], options: argparse.Namespace, machine: Machine) -> list[str]:
    """The areas that the occupation data does not know."""
    if not names:
        return []
    from counselor_app.pack.current import in_use
    from counselor_app.pack.trust import require_trusted
    from counselor_app.paths import data_folder
    from counselor_app.store.listing import area_code
    from counselor_app.store.reference import open_pack

    found, pack = [], options.pack or machine.pack
    path = require_trusted(pack, data_folder()) if pack else in_use(data_folder()).path
    with open_pack(path) as opened:
        for name in dict.fromkeys(names):
            try:
                area_code(opened, name)
            except UserError as error:
                found.append(str(error))
    return found
