"""The commands about the school kiosk: run it, set its PIN, read the code on a student's sheet."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from counselor_app.cli.terminal import ask_secret
from counselor_app.errors import UserError
from counselor_app.language import _, joined, pgettext


def add_commands(commands: argparse._SubParsersAction[Any]) -> None:
    """Add kiosk and handover."""
    kiosk = commands.add_parser("kiosk", help=_("the full-screen kiosk for students; set-pin"))
    kiosk.add_argument(
        "action", nargs="?", choices=("set-pin",), metavar="set-pin",
        help=_("ask for a new PIN and write its hash into the settings"),
    )  # fmt: skip
    kiosk.add_argument(
        "--config", type=Path, metavar="FILE", help=_("settings other than this machine's own")
    )
    kiosk.set_defaults(command=_kiosk)
    handover = commands.add_parser("handover", help=_("what the code on a kiosk's sheet says"))
    handover.add_argument("code", nargs="+", metavar="CODE")
    handover.add_argument("--json", action="store_true")
    handover.set_defaults(command=_handover)


def _kiosk(options: argparse.Namespace) -> int:
    from counselor_app.kiosk.config import default_path
    from counselor_app.toml_file import can_be_changed

    path = options.config or default_path()
    if options.action == "set-pin":
        return _set_pin(path)
    if path.exists() and can_be_changed(path):
        print(
            _("{file}: the account that the kiosk runs under can change this file; let only"
              " administrators write it.", file=str(path)),
            file=sys.stderr,
        )  # fmt: skip
    return run(path, options.pack)


def run(config: Path, pack: Path | None) -> int:
    """Show the kiosk until it is left by PIN; 0 then, so that a supervisor does not restart it."""
    from counselor_app.cli.display import require_display

    require_display()
    # Before Qt starts: no input panel of the system, no dialog of the desktop.
    os.environ["QT_IM_MODULE"] = "compose"
    from PySide6.QtCore import QCoreApplication, Qt

    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    from counselor_app.kiosk.station import Station
    from counselor_app.paths import data_folder
    from counselor_app.ui.shell.program import application
    from counselor_app.ui.style.theme import load_semibold

    app = application()
    load_semibold()
    station = Station(config, pack, data_folder())
    status = 1  # ended in any other way than by PIN

    def left() -> None:
        nonlocal status
        status = 0
        app.quit()

    station.left.connect(left)
    station.fill_screen()
    station.start()
    app.exec()
    return status


def _set_pin(path: Path) -> int:
    from counselor_app.kiosk.config import set_pin
    from counselor_app.kiosk.pin import LONGEST, SHORTEST

    if not path.is_file():
        raise UserError(
            _("There are no kiosk settings at {file}. Copy the example there first.",
              file=str(path))
        )  # fmt: skip
    pin = ask_secret(
        _("New PIN, {shortest} to {longest} digits:", shortest=SHORTEST, longest=LONGEST)
    ).strip()
    if sys.stdin.isatty() and ask_secret(pgettext("prompt", "Once more:")).strip() != pin:
        raise UserError(_("The two PINs were not the same; nothing was changed."))
    set_pin(path, pin)
    print(_("The PIN was set in {file}. Its hash is there, not the PIN itself.", file=str(path)))
    return 0


def _handover(options: argparse.Namespace) -> int:
    import json

    from counselor_app.domain.occupation.interests import LETTERS, NAMES
    from counselor_app.domain.session.handover_code import read_handover_code

    found = read_handover_code("".join(options.code))
    named = dict(zip(LETTERS, found.scores, strict=True))
    taken = found.date.isoformat() if found.date else None
    if options.json:
        print(json.dumps({"instrument": found.instrument.key, "taken": taken, "scores": named}))
        return 0
    print(_("{test}, taken on {date}", test=found.instrument.name, date=str(taken)))
    for letter, points in named.items():
        most = format(found.instrument.high, "g")
        score = pgettext("points", "{score} of {most}", score=format(points, ".4g"), most=most)
        print(joined((NAMES[letter], score), ": "))
    scores = ",".join(f"{points:.6g}" for points in found.scores)
    command = f"counselor-app match --instrument {found.instrument.key} --scores {scores}"
    print(pgettext("a command to type", "Matches: {command}", command=command))
    return 0
