"""A window with an open client, driven from standard input, for looking into its memory.

    python tests/memory_of_a_window.py PACK FOLDER

prints the key of the clients' file once all is open, and locks at the next line of input.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer

from counselor_app.app import Application
from counselor_app.domain.session.client import Client
from counselor_app.ui.caseload.anew import begun_locked, start_anew
from counselor_app.ui.shell.program import application
from counselor_app.ui.state.kept import Kept
from counselor_app.workspace.deletion import delete
from counselor_app.workspace.opening import create_workspace

PASSPHRASE = "marmalade lighthouse seventeen"
NAME, GONE = "Wilhelmina Quux", "Bartholomew Zyzzy"
NOTE = "worried about the sunflower seminar"


def main() -> None:
    pack, folder = Path(sys.argv[1]), Path(sys.argv[2])
    app = application()
    window = Application(pack, folder, folder / "clients.counselor", begun_locked())
    window.anew = partial(start_anew, pack=pack)
    window.window.first_painted.connect(window.start)
    window.window.show()

    def go_on() -> None:
        desk = window.window.content
        if desk is None:
            QTimer.singleShot(50, go_on)
            return
        workspace = create_workspace(folder / "clients.counselor", PASSPHRASE)
        session = desk.clients_file.take(Kept(workspace))
        session.add(GONE, Client(), ())
        session.save_note(None, f"{GONE} said {NOTE}", "counselor")
        gone = session.uid
        session.leave()
        delete(workspace, "client", gone)
        session.add(NAME, Client(), ())
        session.save_note(None, f"{NAME} is {NOTE}", "counselor")
        desk.keys.toggle_notes()
        QTimer.singleShot(300, partial(wait, desk, workspace.key.secret.hex()))

    def wait(desk: object, secret: str) -> None:
        print(secret, flush=True)
        sys.stdin.readline()
        desk.keys.lock()  # type: ignore[attr-defined]

    QTimer.singleShot(0, go_on)
    app.exec()


if __name__ == "__main__":
    main()
