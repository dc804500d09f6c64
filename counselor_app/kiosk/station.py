"""The kiosk's one window: it fills the screen, waits, serves one student after the other."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QThread, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QMenu, QWidget

from counselor_app.domain.figures.attribution import PRODUCT
from counselor_app.domain.figures.wording import number
from counselor_app.errors import UserError
from counselor_app.kiosk.config import KioskConfig, for_screen, load_config
from counselor_app.kiosk.first import First
from counselor_app.kiosk.guard import Guard
from counselor_app.kiosk.library import Library, read_library
from counselor_app.kiosk.pin import Attempts, record_path
from counselor_app.kiosk.pin_pad import PinPad
from counselor_app.kiosk.printing import Printer, default_printer
from counselor_app.kiosk.screen import lock_side
from counselor_app.kiosk.trouble import Trouble
from counselor_app.kiosk.visit import Visit
from counselor_app.kiosk.widgets import TYPES, Overlay, choose_one
from counselor_app.language import ENGLISH, Language, _, joined, language, ngettext, pgettext
from counselor_app.ui.parts.heard import be_heard
from counselor_app.ui.parts.tasks import Progress, Task
from counselor_app.ui.style.look import dress
from counselor_app.ui.style.theme import Theme

HOLD_MS = 3000
"""How long the corner is held to be asked for the PIN."""
_LOOK_AGAIN_MS = 5000
_COME_BACK_MS = 500
_NOT_SET_UP = _("This kiosk is not set up yet")
_NOT_SHOWN = _("The jobs cannot be shown")
_FOR_STAFF = _(
    "For the person who looks after this machine: mend the file, from another machine or a"
    " console. The kiosk reads it again by itself."
)


class Station(QFrame):
    """``left`` says that the PIN was right and the kiosk has been left.

    ``config`` names the settings; until they are in order nothing else is shown and nothing is
    unlocked. ``pack`` is an occupation data file, None for the shipped one; ``folder`` holds it.
    ``printer`` and ``clock`` are there to be replaced in tests.
    """

    left = Signal()
    look, heard_as = "window", "window"

    def __init__(
        self,
        config: Path,
        pack: Path | None,
        folder: Path,
        *,
        printer: Callable[[str], Printer] = default_printer,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        be_heard()
        self._config_path, self._pack_path, self._folder = config, pack, folder
        self._make_printer = printer
        self._attempts = Attempts(record_path(config, folder), clock)
        self.config: KioskConfig | None = None
        self.library: Library | None = None
        self.visit: Visit | None = None
        self.pad: PinPad | None = None
        self.warning: Overlay | None = None
        self._leaving = False
        self.theme = Theme("light", 1.0, self, language=ENGLISH, types=TYPES)
        dress(self, self.theme)
        self._page: QWidget = QWidget(self)
        self.setWindowTitle(PRODUCT)
        self.setAccessibleName(PRODUCT)
        self.setWindowFlags(
            Qt.WindowType.Window
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.guard = Guard(self)
        self.guard.touched.connect(self._touched)
        self.guard.pin_wanted.connect(self.ask_pin)
        self.guard.choices_wanted.connect(self._ask_choices, Qt.ConnectionType.QueuedConnection)
        self.idle = QTimer(self)
        self.idle.setSingleShot(True)
        self.idle.timeout.connect(self._warn)
        self._countdown = QTimer(self)
        self._countdown.timeout.connect(self._count_down)
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(HOLD_MS)
        self._hold.timeout.connect(self.ask_pin)
        self._look_again = QTimer(self)
        self._look_again.timeout.connect(self.start)
        self._come_back = QTimer(self)
        self._come_back.setInterval(_COME_BACK_MS)
        self._come_back.timeout.connect(self._return_if_left)
        self._away = 0
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.installEventFilter(self)

    def start(self) -> None:
        """Read the settings, then the occupation data; say what is wrong with them."""
        try:
            screen = QGuiApplication.primaryScreen().size()
            self.config = for_screen(
                load_config(self._config_path), screen.width(), screen.height()
            )
        except UserError as error:
            self._trouble(_NOT_SET_UP, joined((str(error), _FOR_STAFF), "\n\n"))
            return
        self._look_again.stop()
        self.theme.set_appearance(self.config.appearance)
        self.theme.set_scale(self.config.text_size)
        self.theme.language = language(self.config.language)
        QApplication.setPalette(self.theme.palette())
        title, words = pgettext("heading", "One moment"), _("The jobs are being made ready.")
        self._show_page(Trouble(title, words, self.theme, self))
        config = self.config

        def work(progress: Progress, cancelled: Callable[[], bool]) -> Library:
            return read_library(self._pack_path, self._folder, config, progress, cancelled)

        task = Task(work, self)
        task.done.connect(self._open)
        task.failed.connect(self._not_opened)
        task.start()

    def fill_screen(self) -> None:
        """Take the whole screen; where no window manager runs, nobody else would give it."""
        screen = QGuiApplication.primaryScreen()
        screen.geometryChanged.connect(self.setGeometry)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.setGeometry(screen.geometry())
        self.raise_()
        self.activateWindow()
        self._come_back.start()

    def begin(self, what: str = "", more: str = "") -> None:
        """A student is there, and has touched ``what`` (`First.wanted`)."""
        if self.visit is not None or self.library is None or self.config is None:
            return
        visit = self._meet(self.library, self.config)
        self.idle.start(self.config.idle_seconds * 1000)
        if what:
            visit.do(what, more)

    def _meet(self, library: Library, config: KioskConfig) -> Visit:
        theme = self._new_theme(config)
        visit = Visit(library, config, self._make_printer(config.printer), theme, self)
        visit.ended.connect(self.end, Qt.ConnectionType.QueuedConnection)
        visit.damaged.connect(self._damaged, Qt.ConnectionType.QueuedConnection)
        visit.spoke.connect(self._spoke, Qt.ConnectionType.QueuedConnection)
        self.visit = visit
        self._show_page(visit)
        return visit

    def speak(self, chosen: Language) -> None:
        """Another language, for whoever is there now; the screen is drawn anew in it.

        The next one meets the language of the settings again.
        """
        self.theme.language = chosen
        before = self.visit
        if before is None or self.library is None or self.config is None:
            self._wait()
            return
        self._meet(self.library, self.config).take_over(before)
        before.dispose()

    def _spoke(self, code: str) -> None:
        if self.visit is not None:
            self.speak(language(code))

    def end(self) -> None:
        """The student has gone: forget everything and wait for the next one."""
        self.idle.stop()
        self._unwarn()
        visit, self.visit = self.visit, None
        if visit is not None:
            visit.dispose()
        self.guard.clear_clipboard()
        if self.pad is not None:
            self.pad.dismiss()
        if self.config is not None:
            self.speak(language(self.config.language))

    def ask_pin(self) -> None:
        """Show the keys for the PIN, over whatever there is."""
        if self.pad is not None or self.config is None:
            return
        self._unwarn()
        self.pad = PinPad(self.config.pin, self._attempts, self.theme, self)
        self.pad.right.connect(self._leave)
        self.pad.destroyed.connect(partial(setattr, self, "pad", None))
        self.pad.open()

    def stop(self) -> None:
        """End what runs and close the data."""
        self.end()
        self._look_again.stop()
        self._come_back.stop()
        self.guard.open_gate()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.removeEventFilter(self)
        for task in self.findChildren(QThread):
            task.requestInterruption()
            task.wait()
        if self.library is not None:
            self.library.pack.close()
            self.library = None

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """The corner is held, a field is touched: seen here, whatever page lies over it."""
        kind = event.type()
        visit, release = self.visit, kind == QEvent.Type.MouseButtonRelease
        if release and isinstance(watched, QLineEdit) and visit and visit.isAncestorOf(watched):
            visit.keyboard.serve(watched)
        if kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            if isinstance(watched, QWidget) and self._in_corner(event):
                self._hold.start()
        elif kind == QEvent.Type.MouseButtonRelease or (
            kind == QEvent.Type.MouseMove
            and isinstance(event, QMouseEvent)
            and not self._in_corner(event)
        ):
            self._hold.stop()
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._leaving)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and not self._leaving:
            if self.windowState() & Qt.WindowState.WindowMinimized:
                self.showFullScreen()
                self.setGeometry(self.screen().geometry())
        elif event.type() == QEvent.Type.ActivationChange and not self._leaving:
            self.raise_()

    def _return_if_left(self) -> None:
        """Come back when a key of a window manager has shown something else.

        Asking to be active is what window managers grant; one that does not is asked for a new
        window, which it shows where the student is looking.
        """
        if self.isActiveWindow() and not self.isMinimized() and self.isVisible():
            self._away = 0
            return
        self._away += 1
        if self._away % 2 == 0:
            self.hide()
        self.showFullScreen()
        self.setGeometry(self.screen().geometry())
        self.raise_()
        self.activateWindow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._page.setGeometry(self.rect())
        for over in (self.warning, self.pad):
            if over is not None:
                over.setGeometry(self.rect())

    # From nothing to waiting.

    def _open(self, library: Library) -> None:
        self.library = library
        self._wait()

    def _not_opened(self, error: Exception) -> None:
        self._trouble(_NOT_SHOWN, str(error))
        if not isinstance(error, (UserError, OSError)):
            raise error

    def _damaged(self, reason: str) -> None:
        self.end()
        if self.library is not None:
            self.library.pack.close()
            self.library = None
        self._trouble(_NOT_SHOWN, _("The occupation data is damaged: {reason}", reason=reason))

    def _trouble(self, title: str, words: str) -> None:
        """Say what is wrong, and look again every few seconds whether it has been mended."""
        page = self._page
        if not (isinstance(page, Trouble) and page.words == words):
            self._show_page(Trouble(title, words, self.theme, self))
        if not self._look_again.isActive():
            self._look_again.start(_LOOK_AGAIN_MS)

    def _wait(self) -> None:
        """Wait for a student."""
        if self.config is None or self.library is None:
            return
        theme = self._new_theme(self.config)
        first = First(self.config, self.library.place, theme)
        theme.setParent(first)
        first.setParent(self)
        first.wanted.connect(self.begin, Qt.ConnectionType.QueuedConnection)
        self._show_page(first)
        first.setFocus()

    def _new_theme(self, config: KioskConfig) -> Theme:
        """A theme of a screen's own, in the language that is spoken now."""
        theme = Theme(config.appearance, config.text_size, language=self.theme.language,
                      types=TYPES)  # fmt: skip
        theme.touch = True
        return theme

    def _show_page(self, page: QWidget) -> None:
        before, self._page = self._page, page
        if before is not page:
            before.hide()
            before.deleteLater()
        page.setGeometry(self.rect())
        page.show()
        if self.pad is not None:
            self.pad.raise_()

    # While a student is there.

    def _touched(self) -> None:
        self._unwarn()
        if self.visit is not None and self.config is not None:
            self.idle.start(self.config.idle_seconds * 1000)

    def _warn(self) -> None:
        """Nobody has touched anything for a while."""
        if self.visit is None or self.config is None or self.warning is not None:
            return
        self.warning = Overlay(_("Are you still there?"), self.visit.theme, self)
        self._seconds = self.config.warning_seconds
        self._said = self.warning.say("")
        self.warning.add_button(_("Yes, I am still here"), lambda: None, primary=True)
        self._say_seconds()
        self.warning.open()
        self._countdown.start(1000)

    def _count_down(self) -> None:
        self._seconds -= 1
        if self._seconds <= 0:
            self.end()
        else:
            self._say_seconds()

    def _say_seconds(self) -> None:
        self._said.setText(
            ngettext("Everything you did here is cleared in {n} second. Touch to go on.",
                     "Everything you did here is cleared in {n} seconds. Touch to go on.",
                     self._seconds, n=number(self._seconds))
        )  # fmt: skip

    def _unwarn(self) -> None:
        self._countdown.stop()
        if self.warning is not None:
            self.warning.dismiss()
            self.warning = None

    def _ask_choices(self, menu: QMenu) -> None:
        """Ask for what a small menu of a page offers, in large buttons inside the window."""
        if self.visit is None:
            return
        actions = [action for action in menu.actions() if action.text() and not action.menu()]
        title = menu.accessibleName() or pgettext("heading", "Choose")
        items = [action.text() for action in actions]
        choose_one(title, items, self.visit.theme, self.visit, lambda i: actions[i].trigger())

    # The way out.

    def _corner(self) -> QRect:
        side = lock_side(self.theme)
        return QRect(self.width() - side, self.height() - side, side, side)

    def _in_corner(self, event: QMouseEvent) -> bool:
        point: QPoint = self.mapFromGlobal(event.globalPosition().toPoint())
        return self._corner().contains(point)

    def _leave(self) -> None:
        self._leaving = True
        self.stop()
        self.close()
        self.left.emit()
