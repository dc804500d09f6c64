"""What is left on the computer, apart from the program's own folder and what the user saves."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_ASKS_FOR_A_FILE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog
from counselor_app.ui.shell.program import application

app = application()
QTimer.singleShot(300, lambda: app.activeModalWidget().accept())
chosen, _ = QFileDialog.getSaveFileName(None, "Save", sys.argv[1])
QTimer.singleShot(0, app.quit)
app.exec()
print(chosen)
"""


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="Qt writes no file there")
def test_folders_visited_in_file_dialogs_are_not_written_down(tmp_path: Path) -> None:
    home, wanted = tmp_path / "home", tmp_path / "RF-14" / "fit.pdf"
    home.mkdir()
    wanted.parent.mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    done = subprocess.run(
        [sys.executable, "-c", _ASKS_FOR_A_FILE, str(wanted)],
        env={**kept, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, check=True, timeout=600,
    )  # fmt: skip
    assert done.stdout.strip() == str(wanted)
    assert [path for path in home.rglob("*") if path.is_file()] == []
