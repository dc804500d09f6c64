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
from typing import Protocol

from counselor_app.errors import UserError
from counselor_app.reports.parts import Report
from counselor_app.reports.typeset import Paper, report_pdf, report_svg_pages

_TITLE = "Counselor"
"""The name of every job: it says nothing of what is printed."""
_SECONDS = 20
_JOB = re.compile(r"request id is (\S+)")


class Printer(Protocol):
    """Takes finished jobs and takes back what still waits."""

    def send(self, report: Report, paper: Paper) -> str:
        """Print a report; the job's number, "" where it has none."""

    def cancel(self, job: str) -> None:
        """Take a job back if it still waits."""


@dataclass(slots=True)
class Allowance:
    """The pages of one session; ``jobs`` are what was sent."""

    pages: int
    used: int = 0
    jobs: list[str] = field(default_factory=list)

    @property
    def left(self) -> int:
        """Pages that may still be printed."""
        return max(self.pages - self.used, 0)


def pages_words(pages: int) -> str:
    """ "1 page", "4 pages"."""
    return f"{pages} page{'' if pages == 1 else 's'}"


def count_pages(report: Report, paper: Paper) -> int:
    """How many pages a report takes, before it is printed."""
    return len(report_svg_pages(report, paper))


def print_within(allowance: Allowance, report: Report, paper: Paper, printer: Printer) -> int:
    """Print a report if there are pages enough left for all of it; how many it took.

    Raises:
        UserError: when there are too few pages left, or the printer did not take the job.
    """
    pages = count_pages(report, paper)
    if pages > allowance.left:
        raise UserError(
            f"This takes {pages_words(pages)}, and you have {pages_words(allowance.left)} left."
        )
    job = printer.send(report, paper)
    allowance.used += pages
    if job:
        allowance.jobs.append(job)
    return pages


def default_printer(name: str) -> Printer:
    """The printer called ``name``, "" for the system's own one."""
    return CupsPrinter(name) if shutil.which("lp") else QtPrinter(name)


@dataclass(frozen=True, slots=True)
class CupsPrinter:
    """A queue of CUPS; nothing is written to a file of ours."""

    name: str
    run: Callable[..., subprocess.CompletedProcess[bytes]] = subprocess.run

    def send(self, report: Report, paper: Paper) -> str:
        """Print a report; the job's number."""
        size = "A4" if paper == "a4" else "Letter"
        command = ["lp", *(["-d", self.name] if self.name else []), "-t", _TITLE]
        made = self._called([*command, "-o", f"media={size}", "-"], report_pdf(report, paper))
        found = _JOB.search(made.decode(errors="replace"))
        return found[1] if found else ""

    def cancel(self, job: str) -> None:
        """Take a job back, with the data that CUPS keeps of it; one that is done stays so."""
        try:
            self.run(["cancel", "-x", job], capture_output=True, timeout=_SECONDS, check=False)
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

    def send(self, report: Report, paper: Paper) -> str:
        """Print a report; it has no number."""
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
        size = QPageSize.PageSizeId.A4 if paper == "a4" else QPageSize.PageSizeId.Letter
        printer.setPageSize(QPageSize(size))
        printer.setFullPage(True)
        printer.setDocName(_TITLE)
        painter = QPainter()
        if not painter.begin(printer):
            raise _not_printed()
        try:
            for place, page in enumerate(report_svg_pages(report, paper)):
                if place:
                    printer.newPage()
                whole = QRectF(printer.paperRect(printer.Unit.DevicePixel))
                whole.moveTo(0, 0)
                QSvgRenderer(QByteArray(page)).render(painter, whole)
        finally:
            painter.end()
        return ""

    def cancel(self, job: str) -> None:
        """Jobs have no number here, so there is none to take back."""


def _not_printed() -> UserError:
    return UserError("The printer did not take it. No page was counted. Ask for help.")
