"""Printing without a dialog, to one printer, within the pages that a session has.

Where CUPS is (``lp``), a job goes to it as PDF on standard input and is known by its number, so
that what still waits can be cancelled when the session ends. Elsewhere the pages are painted on
the printer by Qt.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Event
from typing import Protocol

from counselor_app.domain.figures.attribution import PRODUCT
from counselor_app.domain.figures.wording import number
from counselor_app.errors import UserError
from counselor_app.language import Said, _, ngettext
from counselor_app.reports.branding import Branding
from counselor_app.reports.parts import Report
from counselor_app.reports.typeset import Paper, report_pdf, report_svg_pages

_TITLE = PRODUCT
"""The name of every job: it says nothing of what is printed."""
_MEDIA: dict[Paper, str] = {"a4": "A4", "letter": "Letter"}
"""Sizes of paper as CUPS calls them."""
_SECONDS = 20
_JOB = re.compile(r"request id is (\S+)")


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A report on its paper, with the school's name."""

    report: Report
    paper: Paper
    branding: Branding

    def svg_pages(self) -> list[bytes]:
        """Its pages; their number is how many it takes."""
        return report_svg_pages(self.report, self.paper, self.branding)

    def pdf(self) -> bytes:
        """The whole as a PDF."""
        return report_pdf(self.report, self.paper, self.branding)


class Printer(Protocol):
    """Takes finished jobs and takes back what still waits."""

    def send(self, job: PrintJob) -> str:
        """Print; the job's number, "" where it has none."""

    def cancel(self, number: str) -> None:
        """Take a job back if it still waits."""


@dataclass(slots=True)
class Allowance:
    """The pages of one session; ``sent`` are the numbers of its jobs.

    ``over``: the session has ended, and what is still being sent is taken back at once.
    """

    pages: int
    used: int = 0
    sent: list[str] = field(default_factory=list)
    over: Event = field(default_factory=Event)

    @property
    def left(self) -> int:
        """Pages that may still be printed."""
        return max(self.pages - self.used, 0)


def pages_words(pages: int) -> Said:
    """ "1 page", "4 pages"."""
    return ngettext("{n} page", "{n} pages", pages, n=number(pages))


def too_many(pages: int, left: int) -> Said:
    """That a job takes more pages than are left."""
    return _("This takes {pages}, and you have {left} left.",
             pages=pages_words(pages), left=pages_words(left))  # fmt: skip


def print_within(allowance: Allowance, job: PrintJob, printer: Printer) -> int:
    """Print if there are pages enough left for all of it; how many it took.

    Raises:
        UserError: when there are too few pages left, or the printer did not take the job.
    """
    pages = len(job.svg_pages())
    if pages > allowance.left:
        raise UserError(too_many(pages, allowance.left))
    if allowance.over.is_set():
        return 0
    number = printer.send(job)
    allowance.used += pages
    if number:
        allowance.sent.append(number)
        if allowance.over.is_set():
            printer.cancel(number)
    return pages


def default_printer(name: str) -> Printer:
    """The printer called ``name``, "" for the system's own one."""
    return CupsPrinter(name) if shutil.which("lp") else QtPrinter(name)


@dataclass(frozen=True, slots=True)
class CupsPrinter:
    """A queue of CUPS; nothing is written to a file of ours."""

    name: str
    run: Callable[..., subprocess.CompletedProcess[bytes]] = subprocess.run

    def send(self, job: PrintJob) -> str:
        """Print; the job's number."""
        size = _MEDIA[job.paper]
        command = ["lp", *(["-d", self.name] if self.name else []), "-t", _TITLE]
        made = self._called([*command, "-o", f"media={size}", "-"], job.pdf())
        found = _JOB.search(made.decode(errors="replace"))
        return found[1] if found else ""

    def cancel(self, number: str) -> None:
        """Take a job back, with the data that CUPS keeps of it; one that is done stays so."""
        try:
            self.run(["cancel", "-x", number], capture_output=True, timeout=_SECONDS, check=False)
        except (OSError, subprocess.SubprocessError):
            return  # nothing can be done about it from here, and the session must end

    def _called(self, command: Sequence[str], data: bytes) -> bytes:
        try:
            done = self.run(command, input=data, capture_output=True, timeout=_SECONDS, check=False)
        except (OSError, subprocess.SubprocessError):
            raise _not_printed() from None
        if done.returncode:
            raise _not_printed()
        return done.stdout


@dataclass(frozen=True, slots=True)
class QtPrinter:
    """A printer of the system, painted by Qt; its queue keeps the job, without a number."""

    name: str

    def send(self, job: PrintJob) -> str:
        """Print; it has no number."""
        from PySide6.QtCore import QByteArray, QRectF
        from PySide6.QtGui import QPageSize, QPainter
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
        from PySide6.QtSvg import QSvgRenderer

        known = QPrinterInfo.printerInfo(self.name) if self.name else QPrinterInfo.defaultPrinter()
        if known.isNull():
            raise _not_printed()
        printer = QPrinter(known, QPrinter.PrinterMode.HighResolution)
        # Never into a file, whatever the printer is.
        printer.setOutputFormat(QPrinter.OutputFormat.NativeFormat)
        if printer.outputFileName() or not printer.isValid():
            raise _not_printed()
        size = QPageSize.PageSizeId.A4 if job.paper == "a4" else QPageSize.PageSizeId.Letter
        printer.setPageSize(QPageSize(size))
        printer.setFullPage(True)
        printer.setDocName(_TITLE)
        painter = QPainter()
        if not painter.begin(printer):
            raise _not_printed()
        try:
            for place, page in enumerate(job.svg_pages()):
                if place:
                    printer.newPage()
                whole = QRectF(printer.paperRect(printer.Unit.DevicePixel))
                whole.moveTo(0, 0)
                QSvgRenderer(QByteArray(page)).render(painter, whole)
        finally:
            painter.end()
        return ""

    def cancel(self, number: str) -> None:
        """Jobs have no number here, so there is none to take back."""


def _not_printed() -> UserError:
    return UserError(_("The printer did not take it. No page was counted. Ask for help."))
