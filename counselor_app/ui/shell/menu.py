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

    from counselor_app.ui.shell.key_commands import KeyCommands
    from counselor_app.ui.shell.parts import Parts

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


def make_menu(parts: Parts, commands: KeyCommands) -> QMenu:
    """The menu's entries, each with its key."""
    menu = QMenu(parts.window)
    menu.setAccessibleName("Menu")

    def add(words: str, run: Callable[[], object], keys: str = "") -> QAction:
        # The key is shown; the shortcut itself belongs to the window.
        action = menu.addAction(f"{words}\t{keys}" if keys else words)
        action.triggered.connect(lambda: run())
        return action

    add("Places for pay…", parts.choose_places.choose_areas)
    add("Industries for pay…", parts.choose_places.choose_industries)
    add("Home area…", parts.choose_places.choose_home)
    add("Compare side by side", commands.compare, "Ctrl+Shift+C").setEnabled(
        len(parts.comparison.codes()) >= FEWEST
    )
    add("Print or save the report…", commands.print_report, "Ctrl+P").setEnabled(
        bool(parts.view.codes)
    )
    if parts.clients_file.offered:
        menu.addSeparator()
        add("Clients…", commands.show_clients, "Ctrl+O")
        add("Clients’ file: backups, lock, how long to keep…", parts.caseload.show_file).setEnabled(
            parts.clients_file.kept is not None
        )
    menu.addSeparator()
    add("Larger text", commands.larger, "Ctrl++")
    add("Smaller text", commands.smaller, "Ctrl+-")
    add(
        f"Text at 100 % (now {round(parts.theme.scale * 100)} %)",
        commands.normal_size,
        "Ctrl+0",
    )
    looks = QActionGroup(menu)
    for look, words in _LOOKS:
        action = add(words, lambda look=look: _set_look(parts, look))  # type: ignore[misc]
        action.setCheckable(True)
        action.setChecked(parts.theme.appearance == look)
        looks.addAction(action)
    if parts.reference.lookup.has_official:
        menu.addSeparator()
        whose = QActionGroup(menu)
        for chosen, words in _WORDS:
            action = add(words, lambda chosen=chosen: _set_words(parts, chosen))  # type: ignore[misc]
            action.setCheckable(True)
            action.setChecked(parts.reference.lookup.words == chosen)
            whose.addAction(action)
    menu.addSeparator()
    add("Keyboard", commands.show_keys)
    add("Sources and licenses", commands.show_sources)
    add("New data from a stick…", commands.new_data)
    menu.addSeparator()
    add("Leave", commands.quit, "Ctrl+Q")
    return menu


def show_menu(parts: Parts, commands: KeyCommands) -> None:
    """Pop the menu up under its button."""
    button = parts.window.header.menu
    menu = make_menu(parts, commands)
    menu.aboutToHide.connect(menu.deleteLater)
    corner = button.mapToGlobal(QPoint(button.width(), button.height() + 4))
    menu.popup(corner - QPoint(menu.sizeHint().width(), 0))


def _set_look(parts: Parts, look: Appearance) -> None:
    parts.theme.set_appearance(look)
    parts.preferences.remember(parts.preferences.settings._replace(appearance=look))


def _set_words(parts: Parts, chosen: Wording) -> None:
    parts.reference.lookup.words = chosen
    parts.preferences.remember(parts.preferences.settings._replace(words=chosen))
    parts.jobs.panes.refill()
