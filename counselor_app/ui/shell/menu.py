"""The menu in the header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from counselor_app.domain.fit.compare import FEWEST
from counselor_app.domain.occupation.plain_words import Wording
from counselor_app.ui.style.theme import Appearance

if TYPE_CHECKING:
    from collections.abc import Callable

    from counselor_app.ui.shell.desk import Desk

_LOOKS: tuple[tuple[Appearance, str], ...] = (
    ("system", "Light or dark as the computer is set"),
    ("light", "Light"),
    ("dark", "Dark"),
)
_WORDS: tuple[tuple[Wording, str], ...] = (
    ("both", "Jobs in our words and in the official ones"),
    ("ours", "Jobs in our words"),
    ("official", "Jobs in the official words"),
)


def make_menu(desk: Desk) -> QMenu:
    """The menu's entries, each with its key."""
    menu = QMenu(desk.window_)
    menu.setAccessibleName("Menu")

    def add(words: str, run: Callable[[], object], keys: str = "") -> QAction:
        # The key is shown; the shortcut itself belongs to the window.
        action = menu.addAction(f"{words}\t{keys}" if keys else words)
        action.triggered.connect(lambda: run())
        return action

    add("Places for pay…", desk.places.choose_areas)
    add("Industries for pay…", desk.places.choose_industries)
    add("Home area…", desk.places.choose_home)
    add("Compare side by side", desk.commands.compare, "Ctrl+Shift+C").setEnabled(
        len(desk.comparison.codes()) >= FEWEST
    )
    add("Print or save the report…", desk.commands.print_report, "Ctrl+P").setEnabled(
        desk.panes.first.sheet is not None
    )
    if desk.workspace.offered:
        menu.addSeparator()
        add("Clients…", desk.commands.show_clients, "Ctrl+O")
        add("Clients’ file: backups, lock, how long to keep…", desk.workspace.show_file).setEnabled(
            desk.workspace.file is not None
        )
    menu.addSeparator()
    add("Larger text", desk.commands.larger, "Ctrl++")
    add("Smaller text", desk.commands.smaller, "Ctrl+-")
    add(
        f"Text at 100 % (now {round(desk.theme.scale * 100)} %)",
        desk.commands.normal_size,
        "Ctrl+0",
    )
    looks = QActionGroup(menu)
    for look, words in _LOOKS:
        action = add(words, lambda look=look: _set_look(desk, look))  # type: ignore[misc]
        action.setCheckable(True)
        action.setChecked(desk.theme.appearance == look)
        looks.addAction(action)
    if desk.lookup.has_official:
        menu.addSeparator()
        whose = QActionGroup(menu)
        for chosen, words in _WORDS:
            action = add(words, lambda chosen=chosen: _set_words(desk, chosen))  # type: ignore[misc]
            action.setCheckable(True)
            action.setChecked(desk.lookup.words == chosen)
            whose.addAction(action)
    menu.addSeparator()
    add("Keyboard", desk.commands.show_keys)
    add("Sources and licenses", desk.commands.show_sources)
    add("New data from a stick…", desk.commands.new_data)
    menu.addSeparator()
    add("Leave", desk.commands.quit, "Ctrl+Q")
    return menu


def show_menu(desk: Desk) -> None:
    """Pop the menu up under its button."""
    button = desk.window_.header.menu
    menu = make_menu(desk)
    menu.aboutToHide.connect(menu.deleteLater)
    corner = button.mapToGlobal(QPoint(button.width(), button.height() + 4))
    menu.popup(corner - QPoint(menu.sizeHint().width(), 0))


def _set_look(desk: Desk, look: Appearance) -> None:
    desk.theme.set_appearance(look)
    desk.remember(desk.settings._replace(appearance=look))


def _set_words(desk: Desk, chosen: Wording) -> None:
    desk.lookup.words = chosen
    desk.remember(desk.settings._replace(words=chosen))
    desk.panes.refill()
