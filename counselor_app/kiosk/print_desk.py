"""Asks before it prints, counts, and takes back what still waits when the session ends."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counselor_app import __version__
from counselor_app.domain.occupation.titles import shown_title
from counselor_app.errors import UserError
from counselor_app.kiosk.printing import (
    Allowance,
    Printer,
    PrintJob,
    pages_words,
    print_within,
    too_many,
)
from counselor_app.kiosk.widgets import Overlay
from counselor_app.language import ENGLISH, _, pgettext
from counselor_app.reports.branding import Branding
from counselor_app.reports.parts import Report
from counselor_app.ui.parts.tasks import Progress, Task

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from counselor_app.domain.occupation.sheet import Sheet
    from counselor_app.domain.session.client import ClientView
    from counselor_app.kiosk.config import KioskConfig
    from counselor_app.kiosk.library import Library
    from counselor_app.ui.style.theme import Theme


class PrintDesk(QObject):
    """Prints a job or the student's results; ``changed`` follows every page that was used,
    ``told`` carries a title and words for the student.

    Its threads belong to the station, so that a slow printer does not hold up the next student.
    """

    changed = Signal()
    told = Signal(object, object)  # marked words: Qt would keep the English alone

    def __init__(
        self, library: Library, config: KioskConfig, printer: Printer, theme: Theme, over: QWidget
    ) -> None:
        super().__init__(over)
        self._library, self._config, self._printer = library, config, printer
        self._theme, self._over = theme, over
        self.allowance = Allowance(config.pages)
        self._job: PrintJob | None = None
        self._busy: Overlay | None = None

    def print_job(self, sheet: Sheet | None) -> None:
        """The student's page of the occupation that is open; None when none is."""
        if sheet is None:
            return
        language = self._theme.language or ENGLISH

        def make() -> Report:
            from counselor_app.reports.content import profile_content

            return profile_content(sheet, made_on=date.today(), version=__version__,
                                   sections=("student",), language=language)  # fmt: skip

        asked = pgettext("question", "Print “{report}”?",
                         report=shown_title(sheet.occupation.title))  # fmt: skip
        self._prepare(make, asked)

    def print_results(self, view: ClientView, listed: Sequence[str]) -> None:
        """The student's sheet with the code."""
        client, library = view.client, self._library
        jobs, pack = library.jobs, library.pack
        picks = jobs.starters(view)
        on_list = [jobs.pick(code, client.answers) for code in listed]
        whom, language = self._config.counselor, self._theme.language or ENGLISH

        def make() -> Report:
            from counselor_app.reports.result_sheet import result_sheet_content

            return result_sheet_content(
                client,
                picks,
                on_list,
                place=library.place,
                whom=whom,
                made_on=date.today(),
                version=__version__,
                sources=tuple(pack.sources.values()),
                pay=pack.kind("oews"),
                education=pack.kind("ep"),
                interests=pack.source_of("interest", "onet"),
                language=language,
            )

        self._prepare(make, _("Print your sheet?"))

    def end(self) -> None:
        """Take back what still waits; nothing more is sent."""
        self.allowance.over.set()
        waiting, printer = tuple(self.allowance.sent), self._printer
        if not waiting:
            return

        def work(_progress: Progress, _cancelled: Callable[[], bool]) -> None:
            for number in waiting:
                printer.cancel(number)

        Task(work, self._over.window()).start()

    def _prepare(self, make: Callable[[], Report], asked: str) -> None:
        """Make the pages and count them, then ask."""
        if self._busy is not None:
            return
        branding = Branding(name=self._config.school)
        paper = self._config.paper

        def work(_progress: Progress, _cancelled: Callable[[], bool]) -> tuple[PrintJob, int]:
            job = PrintJob(make(), paper, branding)
            return job, len(job.svg_pages())

        self._wait(_("Counting the pages…"))
        task = Task(work, self._over)
        task.done.connect(lambda made: self._ask(asked, *made))
        task.failed.connect(self._failed)
        task.start()

    def _ask(self, asked: str, job: PrintJob, pages: int) -> None:
        self._ready()
        left = self.allowance.left
        if pages > left:
            self.told.emit(_("Not enough pages left"), too_many(pages, left))
            return
        self._job = job
        overlay = Overlay(asked, self._theme, self._over)
        takes, has = pages_words(pages), pages_words(left)
        overlay.say(_("It takes {pages}. You have {left} left.", pages=takes, left=has))
        overlay.add_button(pgettext("button", "Print {pages}", pages=takes), self._print,
                           primary=True)  # fmt: skip
        overlay.add_button(_("Do not print"), lambda: None)
        overlay.open()

    def _print(self) -> None:
        job, allowance, printer = self._job, self.allowance, self._printer
        self._job = None
        if job is None:
            return

        def work(_progress: Progress, _cancelled: Callable[[], bool]) -> int:
            return print_within(allowance, job, printer)

        self._wait(_("Sending it to the printer…"))
        task = Task(work, self._over.window())
        task.done.connect(self._printed)
        task.failed.connect(self._failed)
        task.start()

    def _printed(self, pages: int) -> None:
        self._ready()
        self.changed.emit()
        left = pages_words(self.allowance.left)
        self.told.emit(
            _("On its way"),
            _("{pages} sent to the printer. {left} left.", pages=pages_words(pages), left=left),
        )

    def _failed(self, error: Exception) -> None:
        self._ready()
        self.told.emit(_("It was not printed"), str(error))
        if not isinstance(error, UserError):
            raise error

    def _wait(self, words: str) -> None:
        self._busy = Overlay(words, self._theme, self._over)
        self._busy.open()

    def _ready(self) -> None:
        if self._busy is not None:
            self._busy.dismiss()
            self._busy = None
