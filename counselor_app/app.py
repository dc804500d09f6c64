"""The one place where the pack, the settings, the theme and the window meet."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QThread,
    QTimer,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from counselor_app import settings as saved
from counselor_app.language import _, joined, pgettext
from counselor_app.machine import NOTHING_SET, Machine, load_machine
from counselor_app.paths import clients_file, close_to_others, data_folder
from counselor_app.ui.caseload.anew import Locked, begun_locked, start_anew
from counselor_app.ui.shell.program import Program, application
from counselor_app.ui.shell.second_start import (
    NOTHING,
    Asked,
    LaterStarts,
    come_forward,
    handed_on,
    meeting_place,
)
from counselor_app.ui.shell.window import MainWindow
from counselor_app.ui.shell.window_place import stand
from counselor_app.ui.style.theme import Appearance, Theme, load_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QTranslator

    from counselor_app.language import Language
    from counselor_app.pack.current import InUse
    from counselor_app.store.reference import Pack
    from counselor_app.ui.parts.tasks import Task
    from counselor_app.ui.shell.desk import Desk


class Application(QObject):
    """Opens the window at once, then the pack: shipped, built before, or being built.

    ``shown`` says that the pack is open, with what was asked for on the screen.
    """

    shown = Signal()

    def __init__(
        self,
        pack: Path | None,
        folder: Path,
        clients: Path | None = None,
        locked: Locked | None = None,
        language: Language | None = None,
        asked: Asked = NOTHING,
        machine: Machine = NOTHING_SET,
    ) -> None:
        super().__init__()
        self._asked, self._machine = asked, machine
        self._given, self._folder, self._clients, self._locked = pack, folder, clients, locked
        self.anew: Callable[[Locked], None] | None = None
        self.settings, trouble = saved.load(folder)
        self._trouble = joined((machine.trouble, trouble))
        self.theme = Theme(
            cast(Appearance, self.settings.appearance), self.settings.scale, self, language=language
        )
        QApplication.setPalette(self.theme.palette())
        self.window = MainWindow(self.theme)
        self.window.closing.connect(self.stop)
        stand(self.window, locked.geometry if locked is not None else self.settings.window)
        if locked is not None:
            self.window.search.setEnabled(False)  # keys wait for the passphrase's field
        self._task: Task | None = None
        self._stopped = False
        self._of_qt: QTranslator | None = None
        self.desk: Desk | None = None

    def start(self) -> None:
        """Furnish the window and bring the pack in, building it first where there is none."""
        self._speak_for_qt()
        self.window.furnish()
        self.window.welcome.acted.connect(self._acted)
        if self._trouble:
            self.window.say(self._trouble)
        if self._given is not None:
            self._open(self._given)
        else:
            self._prepare()

    def stop(self) -> None:
        """End what still runs, and close the pack."""
        self._stopped = True
        if self.desk is not None:
            kept, place = self.desk.preferences, self.window.saveGeometry().toHex()
            kept.remember(kept.settings._replace(window=place.toStdString()))
        for task in self.window.findChildren(QThread):
            task.requestInterruption()
            task.wait()
        if self.desk is not None:
            self.desk.reference.pack.close()

    def _prepare(self) -> None:
        from counselor_app.ui.parts.tasks import Task

        def work(
            progress: Callable[[int, int, str], None], cancelled: Callable[[], bool]
        ) -> object:
            from counselor_app.pack.current import in_use

            return in_use(self._folder, progress=progress, cancelled=cancelled)

        self._task = Task(work, self.window)
        self._task.progress.connect(self.window.welcome.show_progress)
        self._task.done.connect(self._prepared)
        self._task.failed.connect(self._not_prepared)
        self._task.finished.connect(partial(setattr, self, "_task", None))
        self._task.start()

    def _prepared(self, used: InUse) -> None:
        self._open(used.path)
        if used.trouble and not self._stopped:
            self.window.say(used.trouble)

    def _acted(self) -> None:
        """The button of the welcome page: cancel while preparing, else try again."""
        if self._task is not None:
            self._task.cancel()
        else:
            self._prepare()

    def _not_prepared(self, error: Exception) -> None:
        from counselor_app.errors import UserError
        from counselor_app.pack.draft import CancelledError

        welcome = self.window.welcome
        if isinstance(error, CancelledError):
            welcome.offer(
                _("The occupation data is not ready"),
                _("You stopped the preparation; nothing was left behind."),
                _("Prepare it now"),
            )
            return
        again = pgettext("button", "Try again")
        welcome.offer(_("The occupation data is not ready"), str(error), again)
        if not isinstance(error, (UserError, OSError)):
            raise error

    def _open(self, path: Path) -> None:
        from counselor_app.errors import UserError
        from counselor_app.pack.trust import require_trusted
        from counselor_app.store.reference import DamagedPackError, open_pack
        from counselor_app.ui.shell.desk import Desk

        if self._stopped:
            return
        try:
            pack = open_pack(require_trusted(path, self._folder))
        except (UserError, DamagedPackError) as error:
            self._damaged(path, str(error))
            return
        try:
            desk = Desk(
                pack, self.window, self.settings, self._folder, self._clients, self._machine
            )
        except DamagedPackError as error:
            pack.close()
            self._damaged(path, str(error))
            return
        desk.damaged.connect(partial(self._damaged, path))
        # When what asked has come back: its own widgets go with the old language.
        desk.speaking.connect(
            lambda code: QTimer.singleShot(0, self, partial(self._speak, path, code))
        )
        self.desk = desk
        self.window.use(desk)
        guard = desk.caseload.guard
        guard.start_anew = self.anew
        if self._locked is not None and desk.clients_file.exists:
            guard.show_locked(self._locked)
        self._locked = None
        self.window.search.setEnabled(True)
        if (said := desk.preferences.machine.trouble) != self._machine.trouble:
            self.window.say(said)
        QTimer.singleShot(100, desk, partial(self._warm, desk.reference.pack))  # once it is painted
        self._show_asked(desk)

    def take(self, asked: Asked) -> bool:
        """Come forward and show what a later start was asked for; False when about to leave."""
        if self._stopped or (self.desk is not None and self.desk.caseload.guard.leaving):
            return False
        come_forward(self.window)
        if self.desk is None:  # it is shown with the pack
            self._asked = asked if asked != NOTHING else self._asked
        else:
            self._show(asked, self.desk)
        return True

    def _show_asked(self, desk: Desk) -> None:
        asked, self._asked = self._asked, NOTHING
        self._show(asked, desk)
        self.shown.emit()

    def _show(self, asked: Asked, desk: Desk) -> None:
        if asked.code and not desk.caseload.locked:
            desk.jobs.open(asked.code)
        if asked.handed_over is not None:
            desk.caseload.take_in(asked.handed_over)

    def _warm(self, pack: Pack) -> None:
        """Load what the first misspelling, fit, look at pay and name need, once it is painted."""
        from counselor_app.ui.parts.tasks import Task

        if self._stopped:
            return

        def work(_progress: object, _cancelled: object) -> object:
            import numpy
            from rapidfuzz import distance, process

            from counselor_app.store.search import prepare

            prepare(pack)
            from counselor_app.ui.charts import band_plot

            return numpy, distance, process, band_plot

        Task(work, self.window).start()
        QTimer.singleShot(0, load_names)

    def _damaged(self, path: Path, reason: str) -> None:
        message = _("The occupation data cannot be read on ({why}). Your settings are kept.",
                    why=reason)  # fmt: skip
        if self._given is not None:
            asked = _("It is the file {file} that was asked for; build it again.", file=path.name)
            self.window.say(joined((message, asked)))
            return
        before = path.name.startswith("pack-")
        mend = _("Use the data before it") if before else _("Build it again")
        self.window.say(message, (mend, partial(self._rebuild, path)))

    def _speak(self, path: Path, code: str) -> None:
        """Draw the window anew in another language, with all that is open in it."""
        from counselor_app.ui.shell.carried import put_in, take_out

        desk = self.desk
        if desk is None or desk.leaving or code != desk.tongue or code == self.theme.tongue:
            return
        carried = take_out(desk)
        if carried is None:
            self.window.say(
                _("The language changes once all is saved, or when you start the program again."),
                problem=False,
            )
            return
        self.settings = desk.preferences.own
        self.window.retire()
        self.theme.speak(code)
        self._speak_for_qt()
        self.window.speak()
        self.window.welcome.acted.connect(self._acted)
        self._open(path)
        if self.desk is not desk and self.desk is not None:
            put_in(self.desk, carried)

    def _speak_for_qt(self) -> None:
        """Have Qt's own dialogs (files, printers) in the language of the window."""
        from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

        if self._of_qt is not None:
            QCoreApplication.removeTranslator(self._of_qt)
            self._of_qt = None
        words = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if words.load(f"qtbase_{self.theme.tongue}", folder):
            QCoreApplication.installTranslator(words)
            self._of_qt = words

    def _rebuild(self, path: Path) -> None:
        from counselor_app.pack.shipped import discard

        if self.desk is not None:
            self.settings = self.desk.preferences.own
            self.window.retire()
            self.desk = None
        self.window.unsay()
        discard(path, self._folder)
        self._prepare()


def run(
    *,
    pack: Path | None = None,
    exit_after_first_paint: bool = False,
    language: Language | None = None,
    asked: Asked = NOTHING,
) -> int:
    """Open the window and stay until it is closed; returns the exit status.

    ``exit_after_first_paint`` leaves once the first frame with a usable search field is on the
    screen, for measuring; where an occupation is asked for, once that is on the screen, with a
    status other than 0 if it is not. Else a window that is open already shows what is asked for.
    """
    app, locked = application(), begun_locked()
    place = meeting_place(data_folder(), pack)
    if not exit_after_first_paint and locked is None and handed_on(place, asked):
        return 0
    close_to_others(data_folder())
    machine, clients = load_machine(), clients_file()
    kept = clients if machine.clients_file or clients.is_file() else None
    main = Application(pack, data_folder(), kept, locked, language, asked, machine)
    main.anew = lambda locked: start_anew(locked, pack, main.theme.own)
    if not exit_after_first_paint:
        LaterStarts(place, asked, main.take, main).not_first.connect(main.window.close)
    if isinstance(app, Program):
        app.file_opened.connect(lambda path: main.take(Asked(handed_over=Path(path))))
    leaving = exit_after_first_paint and not asked.code
    main.window.first_painted.connect(app.quit if leaving else main.start)
    if exit_after_first_paint:
        main.shown.connect(partial(_leave, app, main))
    main.window.show()
    return app.exec()


def _leave(app: QApplication, main: Application) -> None:
    main.window.repaint()
    there = main.desk is not None and bool(main.desk.view.codes)
    main.window.close()
    app.exit(0 if there else 1)


def screenshot(
    folder: Path,
    codes: Sequence[str],
    *,
    pack: Path | None = None,
    language: Language | None = None,
) -> list[Path]:
    """Draw every page of the window and of the kiosk to PNG files in ``folder``."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application()
    if pack is None:
        from counselor_app.pack.current import in_use

        pack = in_use(data_folder()).path
    from counselor_app.kiosk.scenes import kiosk_scenes
    from counselor_app.ui.shell.scenes import window_scenes
    from counselor_app.ui.shell.screenshot import take

    before = qInstallMessageHandler(_tell)
    try:
        return [
            *take(folder, partial(window_scenes, pack_file=pack, codes=codes), language),
            *take(folder, partial(kiosk_scenes, pack_file=pack), language),
        ]
    finally:
        qInstallMessageHandler(before)


def _tell(_kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
    """Pass a message of Qt's on, but for what a platform without a screen cannot do."""
    if not words.startswith("This plugin does not support"):
        print(words, file=sys.stderr)
