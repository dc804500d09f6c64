"""The menu in the bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from counselor_app.domain.fit.compare import FEWEST
from counselor_app.domain.occupation.plain_words import Wording
from counselor_app.language import OWN_NAMES, Said, _, offered, pgettext
from counselor_app.machine import BY_SCHOOL
from counselor_app.ui.style.theme import Appearance, Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from counselor_app.ui.parts.host import Host
    from counselor_app.ui.shell.key_commands import KeyCommands
    from counselor_app.ui.shell.parts import Parts

_LOOKS: tuple[tuple[Appearance, Said], ...] = (
    ("system", _("Light or dark as the computer is set")),
    ("light", pgettext("look of the window", "Light")),
    ("dark", pgettext("look of the window", "Dark")),
    ("contrast", pgettext("look of the window", "High contrast")),
)
_WORDS: tuple[tuple[Wording, Said], ...] = (
    ("both", _("Jobs in our words and in the official ones")),
    ("ours", _("Jobs in our words")),
    ("official", _("Jobs in the official words")),
)


class Menu(QMenu):
    """A menu in the type of the window."""

    def __init__(self, host: Host, name: str) -> None:
        super().__init__(host)
        self._theme: Theme = host.theme
        self.setFont(host.theme.font("body"))
        self.setAccessibleName(host.theme.say(name))

    def add(
        self, words: str, run: Callable[[], object], keys: str = "", *, able: bool = True
    ) -> QAction:
        """An entry; its key is shown, the shortcut itself belongs to the window."""
        said = self._theme.say(words).replace("&", "&&")
        action = self.addAction(f"{said}\t{keys}" if keys else said)
        action.triggered.connect(lambda: run())
        action.setEnabled(able)
        return action

    def add_unless(self, fixed: bool, words: Said, run: Callable[[], object]) -> None:
        """An entry that rests where the school has set what it would change, and says so."""
        said = _("{entry} (set by your school)", entry=words) if fixed else words
        self.add(said, run, able=not fixed)

    def show_under(self, corner: QPoint) -> None:
        """Pop up with the upper left corner there; once closed it is gone."""
        self.aboutToHide.connect(self.deleteLater)
        self.popup(corner)


def make_menu(parts: Parts, commands: KeyCommands) -> Menu:
    """The menu's entries, each with its key."""
    menu = Menu(parts.window, pgettext("menu", "Menu"))
    add, fixed = menu.add, parts.preferences.machine.fixed
    add(_("Places for pay…"), parts.choose_places.choose_areas)
    add(_("Industries for pay…"), parts.choose_places.choose_industries)
    menu.add_unless("home" in fixed and not parts.client.client.name,
                    pgettext("menu", "Home area…"), parts.choose_places.choose_home)  # fmt: skip
    jobs = parts.comparison.of(parts.in_play.ticked) or parts.comparison.codes()
    add(_("Compare side by side"), commands.compare, "Ctrl+Shift+C", able=len(jobs) >= FEWEST)
    add(_("Print or save…"), commands.print_report, "Ctrl+P", able=parts.printing.can_print())
    if parts.clients_file.offered:
        menu.addSeparator()
        add(pgettext("menu", "Clients…"), commands.show_clients, "Ctrl+O")
        add(_("Clients’ file: backups, lock, how long to keep…"), parts.caseload.show_file,
            able=parts.clients_file.kept is not None)  # fmt: skip
    elif not parts.preferences.machine.clients_file:
        menu.addSeparator()
        menu.add_unless(True, pgettext("menu", "Clients…"), commands.show_clients)
    menu.addSeparator()
    add(pgettext("menu", "Larger text"), commands.larger, "Ctrl++")
    add(pgettext("menu", "Smaller text"), commands.smaller, "Ctrl+-")
    now = round(parts.theme.scale * 100)
    add(_("Text at 100 % (now {now} %)", now=now), commands.normal_size, "Ctrl+0")
    looks = QActionGroup(menu)
    for look, words in _LOOKS:
        action = add(words, lambda look=look: _set_look(parts, look))  # type: ignore[misc]
        action.setCheckable(True)
        action.setChecked(parts.theme.appearance == look)
        looks.addAction(action)
    menu.addSeparator()
    tongues = QActionGroup(menu)
    for code in offered():
        if name := OWN_NAMES.get(code):
            action = add(name, lambda code=code: _set_language(parts, code))  # type: ignore[misc]
            action.setCheckable(True)
            action.setChecked(parts.theme.own == code)
            action.setEnabled("language" not in fixed)
            tongues.addAction(action)
    if "language" in fixed:
        add(BY_SCHOOL, commands.show_keys, able=False)
    if parts.reference.lookup.has_official:
        menu.addSeparator()
        whose = QActionGroup(menu)
        for chosen, words in _WORDS:
            action = add(words, lambda chosen=chosen: _set_words(parts, chosen))  # type: ignore[misc]
            action.setCheckable(True)
            action.setChecked(parts.reference.lookup.words == chosen)
            whose.addAction(action)
    menu.addSeparator()
    add(_("Help, and the way in one minute"), commands.show_help, "F1")
    add(pgettext("menu", "Keyboard"), commands.show_keys)
    add(_("Sources and licenses"), commands.show_sources)
    menu.add_unless("pack" in fixed, _("New data from a stick…"), commands.new_data)
    menu.addSeparator()
    add(pgettext("menu", "Leave"), commands.quit, "Ctrl+Q")
    return menu


def show_menu(parts: Parts, commands: KeyCommands) -> None:
    """Pop the menu up under its button."""
    button = parts.window.header.menu
    make_menu(parts, commands).show_under(button.mapToGlobal(QPoint(0, button.height() + 4)))


def _set_look(parts: Parts, look: Appearance) -> None:
    parts.theme.set_appearance(look)
    parts.preferences.remember(parts.preferences.settings._replace(appearance=look))


def _set_language(parts: Parts, code: str) -> None:
    parts.theme.own = code
    parts.preferences.remember(parts.preferences.settings._replace(language=code))
    parts.commands.speak.emit()


def _set_words(parts: Parts, chosen: Wording) -> None:
    parts.reference.lookup.words = chosen
    parts.preferences.remember(parts.preferences.settings._replace(words=chosen))
    parts.jobs.panes.refill()
