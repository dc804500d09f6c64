"""Preview, printing and saving of the report from the window."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import ClassVar

import pytest
from pypdf import PdfReader
from PySide6 import QtPrintSupport
from PySide6.QtCore import QThread
from PySide6.QtGui import QDesktopServices, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from windows import Open, settle

from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.occupation.listing import matching
from counselor_app.domain.session.client import Client
from counselor_app.settings import Settings
from counselor_app.ui.occupation.places_dialog import PlacesDialog
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.printing.print_report import PrintDialog
from counselor_app.ui.shell.desk import Desk
from counselor_app.ui.shell.window import MainWindow
from counselor_app.ui.stewardship.sources import SourcesDialog

CLERKS = "43-4051.00"

# The offscreen platform says this of every dialog.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def opened(window: MainWindow, desk: Desk, qtbot: QtBot) -> PrintDialog:
    desk.jobs.open(CLERKS)
    desk.keys.print_report()
    dialog = window.findChild(PrintDialog)
    assert isinstance(dialog, PrintDialog)
    qtbot.waitUntil(lambda: len(dialog.pages) == 2, timeout=20_000)
    return dialog


def finish(window: MainWindow, dialog: PrintDialog) -> None:
    for thread in window.findChildren(QThread):
        thread.wait()
    dialog.reject()
    settle()


def test_the_preview_shows_two_pages_of_the_chosen_paper(open_window: Open, qtbot: QtBot) -> None:
    window, desk = open_window(Settings(paper="a4", places=("4800000",)))
    dialog = opened(window, desk, qtbot)
    assert [page.accessibleName() for page in dialog.pages] == ["Page 1 of 2", "Page 2 of 2"]
    size = dialog.pages[0].renderer.viewBoxF()
    assert (size.width(), size.height()) == pytest.approx((595.3, 841.9), abs=0.1)
    assert "United States; Texas" in dialog.said.text()
    before = dialog.pages[0].width()
    dialog.larger.click()
    assert dialog.pages[0].width() == pytest.approx(1.5 * before, abs=2)
    dialog.papers.set_index(0)
    dialog.papers.chosen.emit(0)
    qtbot.waitUntil(lambda: dialog.print.isEnabled(), timeout=20_000)
    assert dialog.pages[0].renderer.defaultSize().width() == 612
    assert desk.preferences.settings.paper == "letter"
    finish(window, dialog)


def test_printing_paints_the_pages_asked_for(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window, desk = open_window()
    dialog = opened(window, desk, qtbot)
    for ranges, pages in (("", 2), ("2", 1)):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
        printer.setFullPage(True)
        target = tmp_path / f"printed{pages}.pdf"
        printer.setOutputFileName(str(target))
        if ranges:
            printer.setPrintRange(QPrinter.PrintRange.PageRange)
            printer.setPageRanges(QPageRanges.fromString(ranges))
        dialog.paint_pages(printer)
        printed = PdfReader(target)
        assert len(printed.pages) == pages
        assert float(printed.pages[0].mediabox.width) == pytest.approx(612, abs=1)
    finish(window, dialog)


class Office:
    """The system's print dialog over a printer that prints into a file; "Print" is pressed."""

    target: Path
    accepted = True
    asked: ClassVar[list[QPrinter]] = []

    def __init__(self, printer: QPrinter, _parent: QWidget) -> None:
        self.printer = printer

    def setMinMax(self, first: int, last: int) -> None:  # noqa: N802
        self.pages = (first, last)

    def exec(self) -> QDialog.DialogCode:
        self.asked.append(self.printer)
        assert self.pages == (1, 2)
        self.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.printer.setOutputFileName(str(self.target))
        return QDialog.DialogCode.Accepted if self.accepted else QDialog.DialogCode.Rejected


@pytest.mark.parametrize(("paper", "size"), [("letter", (612, 792)), ("a4", (595, 842))])
def test_the_system_s_printer_gets_the_pages_on_the_paper_chosen(
    open_window: Open,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    paper: str,
    size: tuple[int, int],
) -> None:
    window, desk = open_window(Settings(paper=paper))  # type: ignore[arg-type]
    left: list[tuple[str, str, object]] = []
    desk.printing.made.connect(lambda *made: left.append(made))
    dialog = opened(window, desk, qtbot)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["Office"]))
    monkeypatch.setattr(QtPrintSupport, "QPrintDialog", Office)
    monkeypatch.setattr(Office, "target", tmp_path / "paper.pdf", raising=False)
    monkeypatch.setattr(Office, "accepted", False)
    dialog.print.click()
    assert not Office.target.exists()
    assert left == [], "what was not printed is not written down as printed"
    monkeypatch.setattr(Office, "accepted", True)
    dialog.print.click()
    printed = PdfReader(Office.target)
    assert len(printed.pages) == 2
    for page in printed.pages:
        assert (page.mediabox.width, page.mediabox.height) == pytest.approx(size, abs=1)
    assert "43-4051" in Office.asked[-1].docName()
    assert dialog.said.text().startswith("2 pages sent to ")
    assert left == [("profile", "print", (CLERKS,))]
    finish(window, dialog)


def test_saving_writes_the_report(
    open_window: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, desk = open_window()
    dialog = opened(window, desk, qtbot)
    target = tmp_path / "clerks"
    asked: list[str] = []

    def ask(_above: QWidget, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(start).name)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    assert not dialog.saved.isVisible()
    dialog.save.click()
    assert asked == [f"43-4051-Customer-Service-Representatives-{date.today()}.pdf"]
    saved = target.with_suffix(".pdf")
    qtbot.waitUntil(lambda: "Saved as clerks.pdf" in dialog.said.text(), timeout=20_000)
    text = "".join(page.extract_text() for page in PdfReader(saved).pages)
    assert "Customer Service Representatives" in text
    assert "$44,770" in text
    outside: list[str] = []
    opens = True
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: outside.append(url.toLocalFile()) or opens
    )
    dialog.saved.file.click()
    dialog.saved.folder.click()
    assert outside == [str(saved), str(tmp_path)]
    opens = False
    dialog.saved.file.click()
    assert "opened nothing for clerks.pdf" in dialog.said.text()
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "x.pdf"), "")
    )
    dialog.save.click()
    qtbot.waitUntil(lambda: dialog.save.isEnabled(), timeout=20_000)
    assert "x.pdf" in dialog.said.text()
    assert not (tmp_path / "no").exists()
    finish(window, dialog)


def test_closing_the_dialog_while_it_works_is_safe(open_window: Open, qtbot: QtBot) -> None:
    window, desk = open_window()
    desk.jobs.open(CLERKS)
    desk.keys.print_report()
    dialog = window.findChild(PrintDialog)
    assert isinstance(dialog, PrintDialog)
    finish(window, dialog)
    assert window.findChild(PrintDialog) is None


def test_places_are_found_by_any_part_of_the_name(open_window: Open) -> None:
    window, desk = open_window()
    desk.choose_places.choose_areas()
    dialog = window.findChild(PlacesDialog)
    assert isinstance(dialog, PlacesDialog)
    dialog.field.setText("dallas")
    assert "Dallas" in dialog.list.item(0).text()
    dialog.field.setText("tex")
    assert dialog.list.item(0).text() == "Texas"
    dialog.field.setText("nowhere at all")
    assert dialog.list.count() == 0
    assert "Try a nearby city" in dialog.said.text()
    dialog.field.setText("texas")
    dialog.list.itemActivated.emit(dialog.list.item(0))
    dialog.use.click()
    settle()
    assert desk.preferences.settings.places == ("4800000",)
    assert matching([], "x") == []


def test_sources_list_every_release_and_the_licence_sentence(open_window: Open) -> None:
    window, desk = open_window()
    desk.keys.show_sources()
    dialog = window.findChild(SourcesDialog)
    assert isinstance(dialog, SourcesDialog)
    said = " ".join(label.text() for label in dialog.findChildren(Prose))
    for source in desk.reference.pack.sources.values():
        assert f"{source.programme} {source.release}" in said
        assert source.licence in said
    assert "USDOL/ETA has not approved, endorsed, or tested these modifications." in said
    dialog.reject()
    settle()


def test_a_file_is_called_after_the_client_only_where_the_report_names_them(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, desk = open_window()
    desk.client.set(Client("RF-14", parse_scores("12,20,9,33,24,28")))
    desk.printing.show("fit")
    dialog = window.findChild(PrintDialog)
    assert isinstance(dialog, PrintDialog)
    qtbot.waitUntil(lambda: dialog.save.isEnabled())
    asked: list[str] = []

    def ask(_above: QWidget, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(start).name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    dialog.save.click()
    dialog.names.click()
    qtbot.waitUntil(lambda: dialog.save.isEnabled())
    dialog.save.click()
    today = date.today()
    assert asked == [f"fit-report-RF-14-{today}.pdf", f"fit-report-{today}.pdf"]
    finish(window, dialog)
