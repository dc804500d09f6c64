"""Shows scenes of the window and the kiosk on a screen with a bus, each until a line is read.

    python tests/heard/scenes_on_bus.py PACK LANGUAGE SCENE...

Prints for each scene its name and the words that are drawn by hand in it.
"""

import json
import sys
from itertools import chain
from pathlib import Path

import pytest
from heard_tree import painted
from PySide6.QtCore import QEventLoop, QSocketNotifier

from counselor_app.kiosk.scenes import kiosk_scenes
from counselor_app.language import language
from counselor_app.ui.parts.heard import be_heard
from counselor_app.ui.shell.program import application
from counselor_app.ui.shell.scenes import window_scenes
from counselor_app.ui.shell.screenshot import settle
from counselor_app.ui.style.theme import Theme

pack, spoken, *wanted = sys.argv[1:]
app = application()
be_heard()
theme = Theme("light", language=language(spoken))
codes = ("43-4051", "29-1141.00")
with painted(pytest.MonkeyPatch()) as words:
    window = window_scenes(theme, Path(pack), codes, (1100, 700))
    for name, widget in chain(window, kiosk_scenes(theme, Path(pack))):
        if name not in wanted:
            continue
        settle()
        words.clear()
        widget.grab()
        print(json.dumps([name, sorted(words)]), flush=True)
        looked_at = QEventLoop()
        told = QSocketNotifier(0, QSocketNotifier.Type.Read)
        told.activated.connect(looked_at.quit)
        looked_at.exec()
        sys.stdin.readline()
