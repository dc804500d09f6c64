"""The commands on the clients' file: workspace check, backup, restore, purge.

The passphrase is asked for, or read as one line from standard input; it is never an argument.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from counselor_app.cli.terminal import agreed, ask_secret, indented
from counselor_app.domain.figures.wording import number
from counselor_app.errors import UserError
from counselor_app.language import Said, _, joined, ngettext, pgettext

if TYPE_CHECKING:
    from counselor_app.workspace.base import Workspace
    from counselor_app.workspace.key import Key
    from counselor_app.workspace.restore import Preview


_PARTS = {
    "clients": pgettext("count", "clients"),
    "sessions": pgettext("count", "sessions"),
    "notes": pgettext("count", "notes"),
}


def add_commands(commands: argparse._SubParsersAction[Any], count: Callable[[str], int]) -> None:
    """Add ``workspace`` and its actions."""
    workspace = commands.add_parser(
        "workspace", help=_("the clients’ file: check, backup, restore")
    )
    actions = workspace.add_subparsers(
        title=pgettext("heading of help", "actions"), metavar="ACTION", required=True
    )

    check = actions.add_parser("check", help=_("look for damage in the file and its backups"))
    check.set_defaults(command=_check)

    backup = actions.add_parser("backup", help=_("make a backup and verify it"))
    backup.set_defaults(command=_backup)

    restore = actions.add_parser("restore", help=_("go back to a backup, after a look at it"))
    restore.add_argument(
        "backup", metavar="BACKUP", type=Path, nargs="?", help=_("the newest if none")
    )
    restore.add_argument("--yes", action="store_true", help=_("do not ask"))
    restore.set_defaults(command=_restore)

    purge = actions.add_parser(
        "purge", help=_("delete clients not seen for long, backups included")
    )
    purge.add_argument(
        "--months",
        type=count,
        metavar="N",
        help=_("not seen for N months, instead of the file’s own"),
    )
    purge.add_argument("--yes", action="store_true", help=_("do not ask"))
    purge.set_defaults(command=_purge)

    for action in (check, backup, restore, purge):
        action.add_argument(
            "--file", type=Path, metavar="FILE", help=_("a clients’ file other than the usual one")
        )


def _check(options: argparse.Namespace) -> int:
    from counselor_app.workspace.backups import list_backups, opens
    from counselor_app.workspace.clients import list_clients

    damaged = 0
    with opened(options, ask_passphrase()) as workspace:
        lines = list_clients(workspace)
        sessions = sum(line.sessions for line in lines)
        found = joined((_clients(len(lines)), _sessions(sessions)), ", ")
        name = workspace.path.name
        print(_("{file}: no damage found. {found}.", file=name, found=found))
        today = workspace.clock()
        for backup in list_backups(workspace.path):
            whole = opens(backup.path, workspace.key)
            damaged += not whole
            said = _("opens, no damage found")
            if not whole:
                said = _why_not(backup.path, workspace.key)
            if backup.from_the_future(today):
                said = joined((said, _("dated in the future")), ", ")
            print(_("{file}: {found}.", file=backup.path.name, found=said))
    return 2 if damaged else 0


def _clients(count: int) -> Said:
    return ngettext("{n} client", "{n} clients", count, n=number(count))


def _sessions(count: int) -> Said:
    return ngettext("{n} session", "{n} sessions", count, n=number(count))


def _why_not(backup: Path, key: Key) -> Said:
    from counselor_app.workspace.check import damage_by_seals

    found = damage_by_seals(backup, key)
    if found:
        return pgettext("backup", "damaged: {found}", found=found)
    return _("does not open with this passphrase")


def _backup(options: argparse.Namespace) -> int:
    from counselor_app.workspace.backups import make_backup

    with opened(options, ask_passphrase()) as workspace:
        print(make_backup(workspace))
    return 0


def _restore(options: argparse.Namespace) -> int:
    from counselor_app.workspace.backups import to_go_back_to
    from counselor_app.workspace.restore import preview_restore, restore
    from counselor_app.workspace.trouble import DamagedFileError

    path, passphrase = _file(options), ask_passphrase()
    found = to_go_back_to(path)
    backup: Path | None = options.backup or (found[0].path if found else None)
    if backup is None:
        raise UserError(
            _("There is no backup of {file}. Name one: workspace restore BACKUP", file=str(path))
        )
    try:
        if not path.exists():
            raise UserError(_("{file} is missing.", file=str(path)))
        with opened(options, passphrase, backup=False) as workspace:
            preview = preview_restore(backup, workspace, passphrase)
    except DamagedFileError as error:
        print(error, file=sys.stderr)
        preview = preview_restore(backup, None, passphrase)
    for line in _preview_lines(backup, preview):
        print(line)
    if any(one.path == backup and one.from_the_future(datetime.now(UTC)) for one in found):
        print(indented(_("The date of this backup lies in the future: a clock was wrong.")))
    if not _agreed(options, _("Go back to this backup?")):
        return 0
    kept = restore(path, backup, passphrase)
    print(_("{file} is as it was in {backup}.", file=path.name, backup=backup.name))
    if kept is not None:
        print(_("What it was before is kept as {file}.", file=kept.name))
    return 0


def _purge(options: argparse.Namespace) -> int:
    from counselor_app.workspace.deletion import delete_for_good, due_for_deletion
    from counselor_app.workspace.settings import read_settings

    with opened(options, ask_passphrase()) as workspace:
        months = options.months or read_settings(workspace).retention_months
        if not months:
            raise UserError(_("No retention period is set in the file. Give one: --months N"))
        due = due_for_deletion(workspace, months)
        if not due:
            print(
                ngettext(
                    "Every client was seen within {n} month. Nothing to delete.",
                    "Every client was seen within {n} months. Nothing to delete.",
                    months, n=number(months),
                )
            )  # fmt: skip
            return 0
        for line in due:
            day = f"{(line.last or line.created):%Y-%m-%d}"
            print(_("{client}, last seen {day}", client=line.name, day=day))
        asked = ngettext(
            "Delete {n} client for good, backups included?",
            "Delete {n} clients for good, backups included?", len(due), n=number(len(due)),
        )  # fmt: skip
        if _agreed(options, asked):
            delete_for_good(workspace, [line.uid for line in due])
            print(
                ngettext("{n} client deleted.", "{n} clients deleted.",
                         len(due), n=number(len(due)))
            )  # fmt: skip
    return 0


def _preview_lines(backup: Path, preview: Preview) -> Iterator[Said]:
    yield _("{file}, and now:", file=backup.name)
    for name, then in preview.then._asdict().items():
        now = getattr(preview.now, name, pgettext("count", "not readable"))
        yield indented(_("{part}: {then}; now {now}", part=_PARTS[name], then=then, now=now))
    for words, names in (
        (_("not in the backup, will be gone"), preview.vanish),
        (_("only in the backup, will be back"), preview.come_back),
        (_("changed since, will be as they were"), preview.older),
    ):
        if names:
            yield indented(joined((words, ", ".join(names)), ": "))


def _file(options: argparse.Namespace) -> Path:
    from counselor_app.paths import clients_file

    return options.file or clients_file()


@contextmanager
def opened(
    options: argparse.Namespace, passphrase: str, *, backup: bool = True
) -> Iterator[Workspace]:
    """The clients' file that the options name, open; closed again whatever happens."""
    from counselor_app.workspace.opening import close_workspace, open_workspace

    workspace = open_workspace(_file(options), passphrase)
    try:
        yield workspace
    finally:
        try:
            close_workspace(workspace, backup=backup)
        finally:
            if workspace.remark:
                print(workspace.remark, file=sys.stderr)


def ask_passphrase() -> str:
    """The passphrase from a prompt, or one line of standard input."""
    return ask_secret(pgettext("prompt", "Passphrase:"))


def _agreed(options: argparse.Namespace, question: str) -> bool:
    if options.yes:
        return True
    if not sys.stdin.isatty():
        raise UserError(joined((question, _("Nobody is there to answer: add --yes to say so."))))
    return agreed(question)
