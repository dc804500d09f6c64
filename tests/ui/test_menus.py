"""The menus under the header's buttons: what each entry offers, and what comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from clients_windows import dialog, keep, quick, texts, wait
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from windows import Open, settle

from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.session.client import Client
from counselor_app.ui.caseload.client_list import ClientsDialog
from counselor_app.ui.parts.table import DataTable
from counselor_app.ui.shell.keys import KEYS
from counselor_app.ui.shell.window import MainWindow

NURSES, CLERKS = "29-1141.00", "43-4051.00"
pytestmark = [
    # The offscreen platform says these of dialogs and of covers.
    pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing"),
    pytest.mark.usefixtures(quick.__name__),
]


def menu(window: MainWindow, name: str) -> QMenu:
    """The menu that a button of the header opens; ``name`` begins what the button is called."""
    button = next(
        one for one in window.findChildren(QWidget)
        if one.isVisible() and one.accessibleName().startswith(name)
    )  # fmt: skip
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    (found,) = [one for one in window.findChildren(QMenu) if one.isVisible()]
    assert found.accessibleName() == name
    return found


def entries(found: QMenu) -> dict[str, QAction]:
    """The entries by their words, without their keys."""
    return {one.text().split("\t")[0]: one for one in found.actions() if one.text()}


def take(window: MainWindow, name: str, words: str) -> None:
    """Open a menu and take the entry that begins with ``words``."""
    found = menu(window, name)
    offered = entries(found)
    entry = offered.get(words) or next(
        one for text, one in offered.items() if text.startswith(words)
    )
    assert entry.isEnabled()
    entry.trigger()
    found.close()
    settle()


def dialogs(window: MainWindow) -> list[str]:
    return [one.windowTitle() for one in window.findChildren(QDialog) if one.isVisible()]


def close(window: MainWindow) -> None:
    for one in window.findChildren(QDialog):
        if one.isVisible():
            one.reject()
    settle()


def test_every_entry_that_opens_something_opens_that(open_window: Open, tmp_path: Path) -> None:
    window, desk = open_window(clients=tmp_path / "kept" / "clients.counselor")
    desk.jobs.open(CLERKS)
    settle()
    said: dict[str, Sequence[str]] = {}
    for words in (
        "Places for pay", "Industries for pay", "Home area", "Print or save", "Clients…",
        "Keyboard", "Sources and licenses", "New data",
    ):  # fmt: skip
        take(window, "Menu", words)
        wait(window)
        (said[words],) = dialogs(window)
        close(window)
    assert said["Print or save"] == "Print or save"
    assert said["Keyboard"] == "Keyboard"
    assert said["Sources and licenses"] == "Sources and licenses"
    assert said["Clients…"] == "Keep clients on this computer"
    assert len(set(said.values())) == len(said)
    for words, part in (
        ("Places for pay", "lace"),
        ("Industries for pay", "ndustr"),
        ("Home area", "ome"),
    ):
        assert part in said[words]


def test_what_cannot_be_done_now_is_not_offered(open_window: Open, tmp_path: Path) -> None:
    window, desk = open_window()
    found = menu(window, "Menu")
    able = {words: entry.isEnabled() for words, entry in entries(found).items()}
    found.close()
    assert not able["Compare side by side"]
    assert not able["Print or save…"]
    assert not any("lients" in words for words in able)
    desk.jobs.open(CLERKS)
    desk.jobs.open(NURSES, beside=True)
    settle()
    found = menu(window, "Menu")
    assert all(entry.isEnabled() for entry in entries(found).values())
    found.close()
    take(window, "Menu", "Compare side by side")
    assert "What is the median pay in the United States?" in texts(window)


def test_keys_beside_entries_are_those_of_the_help(open_window: Open, tmp_path: Path) -> None:
    window, desk = open_window(clients=tmp_path / "kept" / "clients.counselor")
    keep(window, desk, "RF-14")
    listed = {key.keys for key in KEYS}
    for name in ("Menu", "Client"):
        found = menu(window, name)
        shown = [one.text().split("\t")[1] for one in found.actions() if "\t" in one.text()]
        found.close()
        settle()
        assert len(shown) > 3
        assert set(shown) <= listed


def test_text_size_and_look_are_chosen_and_marked(open_window: Open, tmp_path: Path) -> None:
    window, desk = open_window()
    plain = window.search.font().pointSizeF()
    take(window, "Menu", "Larger text")
    assert window.search.font().pointSizeF() > plain
    assert any("(now 110 %)" in words for words in entries(menu(window, "Menu")))
    for found in window.findChildren(QMenu):
        found.close()
    take(window, "Menu", "Smaller text")
    assert window.search.font().pointSizeF() == plain
    grounds = []
    for words in ("Dark", "Light"):
        take(window, "Menu", words)
        grounds.append(QApplication.palette().window().color().lightness())
        found = menu(window, "Menu")
        checked = [text for text, entry in entries(found).items() if entry.isChecked()]
        found.close()
        settle()
        assert checked[0] == words
        assert f'"{words.lower()}"' in (tmp_path / "settings.json").read_text()
    assert grounds[0] < 100 < grounds[1]
    take(window, "Menu", "High contrast")
    assert desk.preferences.settings.appearance == "contrast"
    assert QApplication.palette().windowText().color().name() in ("#000000", "#ffffff")
    take(window, "Menu", "Light or dark as the computer is set")
    assert desk.preferences.settings.appearance == "system"


def test_leave_closes_the_window(open_window: Open) -> None:
    window, _ = open_window()
    take(window, "Menu", "Leave")
    assert not window.isVisible()


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Interest inventory, 60 questions", "Interest inventory"),
        ("Interest inventory, 30 questions", "Interest inventory"),
        ("Type scores or a code in", "Scores from elsewhere"),
        ("Order work values", "What matters most to the client?"),
    ],
)
def test_the_client_s_menu_opens_what_it_says(open_window: Open, words: str, title: str) -> None:
    window, desk = open_window()
    desk.jobs.open(CLERKS)
    settle()
    take(window, "Client", words)
    (found,) = dialogs(window)
    assert found.startswith(title)
    if "questions" in words:
        assert f"of {words.split(', ')[1].split()[0]}" in texts(
            next(one for one in window.findChildren(QDialog) if one.isVisible())
        )
    close(window)


def test_matches_are_offered_once_there_are_scores(open_window: Open) -> None:
    window, desk = open_window()
    found = menu(window, "Client")
    assert not entries(found)["Matches: all occupations ranked"].isEnabled()
    found.close()
    desk.client.set(Client("RF-14", parse_scores("12,20,9,33,24,28")))
    wait(window)
    take(window, "Client", "Matches")
    assert "among the tenth closest" in texts(window)
    take(window, "Client", "Clear RF-14")
    wait(window)
    assert "among the tenth closest" not in texts(window)
    assert "Client: none yet" in texts(window)


def test_a_kept_client_s_session_is_paused_or_ended(open_window: Open, tmp_path: Path) -> None:
    window, desk = open_window(clients=tmp_path / "kept" / "clients.counselor")
    keep(window, desk, "RF-14")
    take(window, "Client", "Notes and next steps")
    wait(window)
    assert "Next steps" in texts(window)
    take(window, "Client", "Record of RF-14")
    wait(window)
    assert dialogs(window) == ["Record of RF-14"]
    close(window)
    take(window, "Client", "Pause: leave RF-14")
    wait(window)
    assert "Client: none yet" in texts(window)
    assert "Next steps" not in texts(window)


def test_the_log_of_the_clients_file_says_who_did_what(open_window: Open, tmp_path: Path) -> None:
    window, desk = open_window(clients=tmp_path / "kept" / "clients.counselor")
    keep(window, desk, "RF-14")
    take(window, "Client", "Pause: leave RF-14")
    take(window, "Menu", "Clients…")
    listed = dialog(window, ClientsDialog)
    listed.field.setText("RF-14")
    listed.open_button.click()
    wait(window)
    take(window, "Menu", "Clients’ file")
    wait(window)
    (log,) = [
        one for one in window.findChildren(DataTable) if one.accessibleName().startswith("Log:")
    ]
    model = log.model()
    rows = [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    assert [(what, name) for _, _, what, name in rows] == [
        ("client opened", "RF-14"),
        ("file opened", ""),
    ]
    close(window)
