"""The program in a process of its own that tells what its window shows, a line a change.

It stands aside once it can be used, so that its coming forward is seen.
"""

import json
import sys

from PySide6.QtCore import QTimer

from counselor_app.cli import main
from counselor_app.ui.shell.desk import Desk
from counselor_app.ui.shell.program import application
from counselor_app.ui.shell.window import MainWindow

app = application()
told: dict[str, object] = {}
aside = False


def look() -> None:
    """Tell what is shown where it is not what was told before."""
    global aside
    for window in app.topLevelWidgets():
        if not isinstance(window, MainWindow) or not isinstance(window.content, Desk):
            continue
        if not aside:
            aside = True
            window.showMinimized()
        modal = app.activeModalWidget()
        shown = {
            "codes": list(window.content.view.codes),
            "said": window.bar.accessibleName() if window.bar else "",
            "asks": modal.windowTitle() if modal else "",
            "aside": window.isMinimized(),
        }
        if shown != told:
            told.update(shown)
            print(json.dumps(shown), flush=True)


timer = QTimer(interval=50)
timer.timeout.connect(look)
timer.start()
sys.exit(main())
