"""New data from a stick in the window: seen, decided, in use from the next start."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import tiny_releases as tiny
import two_vintages as two
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from windows import Open, living, settle

from counselor_app.app import Application
from counselor_app.pack.build import build
from counselor_app.pack.current import InUse, in_use, put_in_use
from counselor_app.pack.signature import export_pack, make_key
from counselor_app.pack.update import accept, prepare
from counselor_app.settings import Settings
from counselor_app.ui.shell.menu import make_menu
from counselor_app.ui.stewardship.update_data import UpdateDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

WAIT = 60_000


@pytest.fixture(scope="module")
def first_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("first")
    build([two.write_first(folder / "releases")], folder / "first.sqlite")
    return folder / "first.sqlite"


@pytest.fixture
def home(first_pack: Path, tmp_path: Path) -> Path:
    """The window's data folder, with a pack of the user in use."""
    candidate = tmp_path / "new-first.sqlite"
    shutil.copyfile(first_pack, candidate)
    own = InUse(tmp_path / "reference-none.sqlite", "")
    put_in_use(candidate, tmp_path, today=date(2026, 9, 1), instead_of=own)
    return tmp_path


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return two.write_second(tmp_path / "drive", monkeypatch)


def _open(open_window: Open, settings: Settings | None = None) -> UpdateDialog:
    """The dialog as the menu opens it, with two occupations on the shortlist."""
    window, desk = open_window(settings)
    desk.shortlist.toggle(tiny.CLERK)
    desk.shortlist.toggle(two.SELLER)
    menu = make_menu(desk, desk.keys)
    next(a for a in menu.actions() if a.text().startswith("New data")).trigger()
    menu.deleteLater()
    settle()
    return next(d for d in window.findChildren(UpdateDialog) if d.isVisible())


def _built(dialog: UpdateDialog, stick: Path, qtbot: QtBot) -> None:
    dialog.take([stick])
    qtbot.waitUntil(dialog.build_button.isVisible, timeout=WAIT)
    dialog.build_button.click()
    qtbot.waitUntil(dialog.use_button.isVisible, timeout=WAIT)
    settle()


def _said(dialog: UpdateDialog) -> str:
    from counselor_app.ui.parts.text import Prose

    return "\n".join(p.text() for p in dialog.findChildren(Prose) if p.isVisible())


def test_recognised_built_shown_and_used_from_the_next_start(
    open_window: Open, home: Path, stick: Path, qtbot: QtBot
) -> None:
    old = in_use(home)
    dialog = _open(open_window)
    assert "nothing changes until you say so" in dialog.said.text()
    dialog.take([stick])
    qtbot.waitUntil(dialog.build_button.isVisible, timeout=WAIT)
    assert "OEWS May 2026: " in dialog.found.text()
    assert "O*NET 31.0: " in dialog.found.text()
    dialog.build_button.click()
    qtbot.waitUntil(dialog.use_button.isVisible, timeout=WAIT)
    settle()
    assert in_use(home) == old
    said = _said(dialog)
    assert "5 → 6 occupations: 1 new, 1 gone, 1 renamed, 1 split." in said
    assert "41-2031.00 is on the shortlist and is now Shop Salespersons" in said
    assert dialog.close_button.text() == "Keep the old"
    dialog.use_button.click()
    qtbot.waitUntil(lambda: "In use now" in dialog.said.text(), timeout=WAIT)
    assert "from its next start" in dialog.said.text()
    used = in_use(home)
    assert used.path != old.path
    dialog.reject()
    settle()
    assert used.path.is_file()
    assert not list(home.glob("*new-*"))


def test_the_window_goes_on_with_the_old_data(
    open_window: Open, home: Path, stick: Path, qtbot: QtBot
) -> None:
    dialog = _open(open_window)
    _built(dialog, stick, qtbot)
    dialog.use_button.click()
    qtbot.waitUntil(lambda: "In use now" in dialog.said.text(), timeout=WAIT)
    desk = dialog.parentWidget().content  # type: ignore[attr-defined]
    dialog.reject()
    settle()
    desk.jobs.open("29-1141.00")
    assert desk.jobs.panes.first.sheet.nation.median().vintage == "May 2025"
    assert desk.shortlist.codes == (tiny.CLERK, two.SELLER)


@pytest.mark.parametrize("how", ["keep", "escape"])
def test_the_old_is_kept(
    open_window: Open, home: Path, stick: Path, qtbot: QtBot, how: str
) -> None:
    old = in_use(home)
    dialog = _open(open_window)
    _built(dialog, stick, qtbot)
    assert list(home.glob("new-*"))
    if how == "keep":
        dialog.close_button.click()
    else:
        dialog.reject()
    settle()
    assert in_use(home) == old
    assert not list(home.glob("*new-*"))


def test_closing_while_it_is_built_leaves_nothing(
    open_window: Open, home: Path, stick: Path, qtbot: QtBot
) -> None:
    old = in_use(home)
    dialog = _open(open_window)
    window = dialog.parent()
    dialog.take([stick])
    qtbot.waitUntil(dialog.build_button.isVisible, timeout=WAIT)
    dialog.build_button.click()
    assert dialog.close_button.text() == "Cancel"
    dialog.close_button.click()
    from counselor_app.ui.parts.tasks import Task

    def ended() -> bool:
        settle()
        return not window.findChildren(Task)

    qtbot.waitUntil(ended, timeout=WAIT)
    assert in_use(home) == old
    assert not list(home.glob("*new-*"))


def test_what_cannot_be_used_is_said_and_another_can_be_chosen(
    open_window: Open, home: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = _open(open_window)
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "cat.jpg").write_bytes(b"cat")
    dialog.take([tmp_path / "photos"])
    qtbot.waitUntil(lambda: "Nothing there" in dialog.said.text(), timeout=WAIT)
    assert dialog.folder_button.isVisible()
    assert not dialog.build_button.isVisible()
    broken = tmp_path / "half.zip"
    broken.write_bytes(b"PK\x03\x04 cut off")
    dialog.take([broken])
    qtbot.waitUntil(lambda: "not a complete zip" in dialog.said.text(), timeout=WAIT)
    assert dialog.folder_button.isVisible()
    dialog.reject()


def test_every_change_can_be_saved_as_a_table(
    open_window: Open, home: Path, stick: Path, tmp_path: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    dialog = _open(open_window)
    _built(dialog, stick, qtbot)
    target = tmp_path / "saved" / "changes.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialog.save_button.click()
    assert "could not be written" in dialog.said.text()
    target.parent.mkdir()
    dialog.save_button.click()
    assert dialog.saved.isVisible()
    rows = list(csv.reader(io.StringIO(target.read_text(encoding="utf-8-sig"))))
    assert rows[0] == ["What", "Which", "Before", "After", "Note"]
    assert ["Renamed", "29-1141.00", "Registered Nurses", "Nurses, Registered", ""] in rows
    dialog.reject()


def test_a_signed_pack_and_back_again(
    open_window: Open, home: Path, stick: Path, tmp_path: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for path in home.glob("pack*"):
        shutil.copyfile(path, elsewhere / path.name)
    made = accept(prepare([stick], elsewhere), elsewhere, today=date(2027, 9, 1))
    key = make_key(tmp_path / "key.pem")
    export_pack(made.path, tmp_path / "d.pack", tmp_path / "key.pem", today=date(2027, 9, 1))
    old = in_use(home)
    dialog = _open(open_window, Settings(trusted_keys=(key,)))
    theme, window = dialog.theme, dialog.parentWidget()
    monkeypatch.setattr(
        QFileDialog, "getOpenFileNames", lambda *_: ([str(tmp_path / "d.pack")], "")
    )
    dialog.files_button.click()
    qtbot.waitUntil(dialog.build_button.isVisible, timeout=WAIT)
    assert "a finished data pack" in dialog.found.text()
    dialog.build_button.click()
    qtbot.waitUntil(dialog.use_button.isVisible, timeout=WAIT)
    assert "Made elsewhere on September 1, 2027" in dialog.said.text()
    dialog.use_button.click()
    qtbot.waitUntil(lambda: "In use now" in dialog.said.text(), timeout=WAIT)
    assert in_use(home).path.name == made.path.name
    dialog.reject()
    settle()
    again = UpdateDialog(home, (), (), "", theme, window)
    again.open()
    again.back_button.click()
    qtbot.waitUntil(lambda: "In use now" in again.said.text(), timeout=WAIT)
    assert "O*NET 30.1  ·  OEWS May 2025  ·  " in again.said.text()
    assert in_use(home).path == old.path
    again.reject()


@pytest.fixture
def started(qtbot: QtBot, home: Path, stick: Path) -> Iterator[Application]:
    """The program at its next start, the new data in use."""
    accept(prepare([stick], home), home, today=date(2027, 9, 1))
    with living(Application(None, home)) as main:
        yield main


def test_the_next_start_shows_the_new_data_with_the_official_words(
    started: Application, qtbot: QtBot
) -> None:
    started.start()
    qtbot.waitUntil(lambda: started.window.content is not None, timeout=WAIT)
    desk = started.window.content
    assert desk is not None
    desk.jobs.open(tiny.CLERK)
    settle()
    sheet = desk.jobs.panes.first.sheet
    assert sheet is not None
    assert sheet.nation.median().vintage == "May 2026"
    assert sheet.description == "A newly invented text."
    menu = make_menu(desk, desk.keys)
    assert any("official words" in action.text() for action in menu.actions())
    menu.deleteLater()


def test_a_damaged_pack_is_said_at_the_start(
    started: Application, home: Path, qtbot: QtBot
) -> None:
    pack = in_use(home).path
    pack.write_bytes(pack.read_bytes()[:200_000])
    started.start()
    qtbot.waitUntil(lambda: started.window.content is not None, timeout=WAIT)
    settle()
    said = [p for p in started.window.regions() if p.accessibleName().startswith("Problem")]
    assert len(said) == 1
    assert "brought in last cannot be used" in said[0].accessibleName()
    assert "the file is damaged" in said[0].accessibleName()
