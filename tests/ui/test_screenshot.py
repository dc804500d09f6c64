"""Pictures of every page come out whole, in the sizes they promise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest
from heard_tree import painted, unheard, wrong
from PIL import Image
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel

from counselor_app.cli import main
from counselor_app.errors import UserError
from counselor_app.kiosk.scenes import kiosk_scenes
from counselor_app.ui.parts.heard import be_heard
from counselor_app.ui.shell.scenes import window_scenes
from counselor_app.ui.shell.screenshot import Look, Scenes, take
from counselor_app.ui.style.theme import Theme

# The offscreen platform says this of every dialog.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> Iterator[Found]:
    """Everything that a screen reader does not get of the scenes, by scene."""
    QAccessible.setActive(True)
    be_heard()
    with painted(monkeypatch) as words:
        yield Found(words, {})
    QAccessible.setActive(False)


class Found(NamedTuple):
    """What has been drawn of a scene, and what was wrong with each."""

    words: set[str]
    wrong: dict[str, list[str]]

    def listen(self, scenes: Callable[[Theme], Scenes], theme: Theme) -> Scenes:
        """The same scenes; each is heard once it has been drawn."""
        for name, widget in scenes(theme):
            self.words.clear()
            yield name, widget
            if troubles := [*wrong(widget), *unheard(self.words, widget)]:
                self.wrong[name] = troubles


def test_every_page_and_state_is_drawn_and_heard(
    qapp: QApplication, seed_pack: Path, tmp_path: Path, found: Found
) -> None:
    looks = (Look("dark-2x", "dark", 1.0, 2),)
    codes = ("43-4051", "29-1141.00")
    scenes = partial(window_scenes, pack_file=seed_pack, codes=codes, size=(1100, 700))
    paths = take(tmp_path, partial(found.listen, scenes), looks=looks)
    assert found.wrong == {}
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
    assert {"client-matches-list", "client-home", "client-plan", "client-handout"} <= names
    assert {"43-4051.00-1-profile", "29-1141.00-5-outlook", "two-panes-3-salary"} <= names
    assert {"window", "notes", "lock", "dialog-clients", "dialog-clients-file"} <= names
    assert {"dialog-record-timeline", "dialog-record-interests", "dialog-new-data"} <= names
    assert {"dialog-print-2-fit", "dialog-print-3-compare", "dialog-print-5-handout"} <= names
    for path in paths:
        assert path.parent.name == "dark-2x"
        with Image.open(path) as picture:
            if not path.stem.startswith("dialog"):
                assert picture.size == (2200, 1400)
            low, high = picture.convert("L").getextrema()
            assert high - low > 100, path.name


def test_the_command_draws_window_and_kiosk_in_every_look(
    qapp: QApplication,
    seed_pack: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """With one picture of each; that all are drawn is tested above."""
    asked: list[tuple[Path, list[str]]] = []

    def window(theme: Theme, *, pack_file: Path, codes: list[str]) -> Scenes:
        asked.append((pack_file, codes))
        yield "window", QLabel("window")

    def kiosk(theme: Theme, *, pack_file: Path) -> Scenes:
        yield "kiosk", QLabel("kiosk")

    monkeypatch.setattr("counselor_app.ui.shell.scenes.window_scenes", window)
    monkeypatch.setattr("counselor_app.kiosk.scenes.kiosk_scenes", kiosk)
    target = tmp_path / "shots"
    assert main(("--pack", str(seed_pack), "screenshot", str(target), "43-4051")) == 0
    told = capsys.readouterr().out.split()
    assert sorted(told) == sorted(str(path) for path in target.rglob("*.png"))
    folders = {"light", "light-2x", "dark", "dark-2x", "light-text-200"}
    assert {path.name for path in target.iterdir()} == folders
    assert len(told) == 2 * len(folders)
    assert asked == [(seed_pack, ["43-4051"])] * len(folders)


def test_an_unknown_code_and_a_taken_folder_are_refused(
    qapp: QApplication, seed_pack: Path, tmp_path: Path
) -> None:
    unknown = partial(window_scenes, pack_file=seed_pack, codes=["99-9999"])
    with pytest.raises(UserError, match="99-9999"):
        take(tmp_path, unknown, looks=(Look("light", "light", 1.0, 1),))
    taken = tmp_path / "file"
    taken.write_text("x")
    with pytest.raises(UserError):
        take(taken, partial(window_scenes, pack_file=seed_pack))


def test_the_kiosk_is_drawn_and_heard_from_waiting_to_the_way_out(
    qapp: QApplication, seed_pack: Path, tmp_path: Path, found: Found
) -> None:
    looks = (Look("light", "light", 1.0, 1),)
    scenes = partial(kiosk_scenes, pack_file=seed_pack)
    paths = take(tmp_path, partial(found.listen, scenes), looks=looks)
    assert found.wrong == {}
    names = {path.stem for path in paths}
    assert {"kiosk-first", "kiosk-matches", "kiosk-job", "kiosk-results", "kiosk-pin"} <= names
    for path in paths:
        with Image.open(path) as picture:
            assert picture.size == (1280, 800)
            low, high = picture.convert("L").getextrema()
            assert high - low > 100, path.name
