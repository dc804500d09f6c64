"""Pictures of every page come out whole, in the sizes they promise."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from counselor_app.errors import UserError
from counselor_app.ui.screenshot import Look, take

# The offscreen platform says this of every dialog.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_every_page_and_state_is_drawn(qapp: QApplication, seed_pack: Path, tmp_path: Path) -> None:
    looks = (Look("dark-2x", "dark", 1.0, 2),)
    paths = take(tmp_path, ["43-4051", "29-1141.00"], seed_pack, looks=looks, size=(1100, 700))
    names = {path.stem for path in paths}
    assert {
        "empty",
        "search",
        "popover",
        "message-problem",
        "dialog-print",
        "dialog-sources",
    } <= names
    assert {"compare", "two-panes-salary-target", "dialog-home"} <= names
    assert {"client-fit", "client-gap", "client-matches", "dialog-inventory"} <= names
    assert {"43-4051.00-1-profile", "29-1141.00-5-outlook", "two-panes-3-salary"} <= names
    for path in paths:
        assert path.parent.name == "dark-2x"
        with Image.open(path) as picture:
            if not path.stem.startswith("dialog"):
                assert picture.size == (2200, 1400)
            low, high = picture.convert("L").getextrema()
            assert high - low > 100, path.name


def test_an_unknown_code_and_a_taken_folder_are_refused(
    qapp: QApplication, seed_pack: Path, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="99-9999"):
        take(tmp_path, ["99-9999"], seed_pack, looks=(Look("light", "light", 1.0, 1),))
    taken = tmp_path / "file"
    taken.write_text("x")
    with pytest.raises(UserError):
        take(taken, [], seed_pack)
