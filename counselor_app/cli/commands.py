"""Which module has which command: what is run imports its own alone."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Any

from counselor_app.cli.parser import positive

if TYPE_CHECKING:
    from counselor_app.cli.client import Command
    from counselor_app.store.reference import Pack

Run = Callable[[argparse.Namespace], int]

_MODULES = {
    "search": "", "screenshot": "", "show": "show", "report": "report",
    "match": "client", "fit": "client", "similar": "moves", "styles": "moves",
    "wage-percentile": "pay", "places": "pay", "industries": "pay", "compare": "pay",
    "workspace": "workspace", "client": "record", "study-export": "record", "kiosk": "kiosk",
    "handover": "kiosk", "config": "config", "data": "data",
}  # fmt: skip
"""By command; "" are those of the command line itself."""
EVERY = frozenset(_MODULES.values())


def needed(given: Sequence[str]) -> Collection[str]:
    """The modules of the commands named; all of them where none is, or help is asked first."""
    named = next((n for n, word in enumerate(given) if word in _MODULES), None)
    if named is None or {"-h", "--help"} & set(given[:named]):
        return EVERY
    return {_MODULES[word] for word in given if word in _MODULES}


def add_others(
    commands: argparse._SubParsersAction[Any],
    modules: Collection[str],
    open_pack: Callable[[argparse.Namespace], Pack],
    answering: Callable[[Command], Run],
    progress: Callable[[], Callable[[int, int, str], None]],
) -> None:
    """Add the commands of these modules, in the order of the help."""
    if "report" in modules:
        from counselor_app.cli import report

        report.add_command(commands, open_pack, progress)
    if "client" in modules:
        from counselor_app.cli import client

        client.add_commands(commands, answering, positive)
    if "moves" in modules:
        from counselor_app.cli import moves

        moves.add_commands(commands, answering, positive)
    if "pay" in modules:
        from counselor_app.cli import pay

        pay.add_commands(commands, answering, positive)
    if "workspace" in modules:
        from counselor_app.cli import workspace

        workspace.add_commands(commands, positive)
    if "record" in modules:
        from counselor_app.cli import record

        record.add_commands(commands)
    if "kiosk" in modules:
        from counselor_app.cli import kiosk

        kiosk.add_commands(commands)
    if "config" in modules:
        from counselor_app.cli import config

        config.add_commands(commands)
    if "data" in modules:
        from counselor_app.cli import data

        data.add_commands(commands, open_pack, progress)
