"""Kinds, sections, formats, name and logo, and many at once, from the print dialog."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader
from PySide6.QtCore import QThread
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from records import SECRET, record
from windows import Open, settle

from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.occupation.target import Target
from counselor_app.domain.session.client import Client
from counselor_app.errors import UserError
from counselor_app.reports.parts import Chart, Prose, Report
from counselor_app.settings import Settings, load
from counselor_app.ui.occupation.salary_strip import SalaryOptions
from counselor_app.ui.printing.batch import SHAPES, BatchDialog
from counselor_app.ui.printing.branding import BrandingDialog
from counselor_app.ui.printing.logo import read_logo
from counselor_app.ui.printing.print_report import PrintDialog
from counselor_app.ui.shell.desk import Desk
from counselor_app.ui.shell.window import MainWindow

CLERKS, SALES = "43-4051.00", "41-2031.00"

# The offscreen platform says this of every dialog.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def opened(window: MainWindow, desk: Desk, qtbot: QtBot) -> PrintDialog:
    desk.jobs.open(CLERKS)
    desk.keys.print_report()
    dialog = window.findChild(PrintDialog)
    assert isinstance(dialog, PrintDialog)
    ready(dialog, qtbot)
    return dialog


def ready(dialog: PrintDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.print.isEnabled(), timeout=20_000)


def finish(window: MainWindow, dialog: PrintDialog) -> None:
    for thread in window.findChildren(QThread):
        thread.wait()
    dialog.reject()
    settle()


def test_ticked_off_sections_leave_the_pages_and_are_remembered(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window, desk = open_window()
    dialog = opened(window, desk, qtbot)
    assert len(dialog.pages) == 2
    for section, tick in dialog.ticks.items():
        if section not in ("pay", "outlook"):
            tick.click()
    ready(dialog, qtbot)
    qtbot.waitUntil(lambda: len(dialog.pages) == 1, timeout=20_000)
    assert dialog.said.text().startswith("1 page.")
    kept, _ = load(tmp_path)
    assert "profile.tools" in kept.left_out
    assert "profile.pay" not in kept.left_out
    finish(window, dialog)
    again = opened(window, desk, qtbot)
    assert not again.ticks["tools"].isChecked()
    assert again.ticks["pay"].isChecked()
    assert len(again.pages) == 1
    finish(window, again)


def test_kinds_follow_what_the_window_holds(open_window: Open, qtbot: QtBot) -> None:
    window, desk = open_window()
    dialog = opened(window, desk, qtbot)
    assert [offer.kind for offer in dialog.offers] == ["profile"]
    assert not dialog.kinds.isVisible()
    finish(window, dialog)
    desk.client.set(Client(name="RF-14", scores=parse_scores("8,14,20,26,24,31", None)))
    desk.shortlist.toggle(SALES)
    dialog = opened(window, desk, qtbot)
    assert [offer.kind for offer in dialog.offers] == ["profile", "fit", "compare"]
    for place, text in ((1, "RF-14"), (2, "Two occupations, side by side")):
        dialog.kinds.chosen.emit(place)
        ready(dialog, qtbot)
        content = dialog._content
        assert content is not None
        assert text in content.title
    dialog.kinds.chosen.emit(1)
    ready(dialog, qtbot)
    dialog.names.click()
    ready(dialog, qtbot)
    assert dialog._content is not None
    assert "RF-14" not in str(dialog._content)
    finish(window, dialog)


def test_what_cannot_be_printed_is_said_before_it_is(open_window: Open, qtbot: QtBot) -> None:
    window, desk = open_window()
    desk.client.set(Client(name="王 😀", scores=parse_scores("8,14,20,26,24,31", None)))
    dialog = opened(window, desk, qtbot)
    assert dialog.lost.isHidden()
    dialog.kinds.chosen.emit(1)
    ready(dialog, qtbot)
    assert not dialog.lost.isHidden()
    assert "😀" in dialog.lost.text()
    assert "王" not in dialog.lost.text()
    assert "question mark" in dialog.lost.text()
    finish(window, dialog)


def test_a_session_is_offered_as_two_copies(open_window: Open, qtbot: QtBot) -> None:
    window, desk = open_window()
    desk.printing.record = record
    dialog = opened(window, desk, qtbot)
    names = [offer.name for offer in dialog.offers]
    assert names == ["Profile", "Handout", "Your copy"]
    for place, secret in ((1, False), (2, True)):
        dialog.kinds.chosen.emit(place)
        ready(dialog, qtbot)
        assert (SECRET in str(dialog._content)) is secret
    finish(window, dialog)


def test_the_clients_wage_is_printed_as_it_is_shown(open_window: Open, qtbot: QtBot) -> None:
    window, desk = open_window(Settings(places=("4800000",)))
    desk.jobs.open(CLERKS)
    desk.jobs.panes.set_tab(2)
    desk.jobs.panes.pane.set_options(2, SalaryOptions(target=Target(50_000, "annual"), prices=True))
    dialog = opened(window, desk, qtbot)
    content = dialog._content
    assert isinstance(content, Report)
    parts = content.section("pay").parts
    assert next(one for one in parts if isinstance(one, Chart)).spec.target == 50_000
    lines = [one for one in parts if isinstance(one, Prose) and one.look == "line"]
    assert sum(len(one.texts) for one in lines) == 2
    assert len(dialog.pages) == 2
    finish(window, dialog)


@pytest.mark.parametrize(
    ("name", "chosen"),
    [("clerks.xlsx", ""), ("clerks", "Spreadsheet (XLSX) (*.xlsx)")],
)
def test_saving_in_another_format(
    open_window: Open,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    chosen: str,
) -> None:
    window, desk = open_window()
    dialog = opened(window, desk, qtbot)
    left: list[tuple[str, str, object]] = []
    desk.printing.made.connect(lambda *told: left.append(told))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / name), chosen))
    dialog.save.click()
    qtbot.waitUntil(lambda: "Saved as clerks.xlsx" in dialog.said.text(), timeout=20_000)
    book = openpyxl.load_workbook(tmp_path / "clerks.xlsx", read_only=True)
    assert book["Key figures"]["B2"].value == 44770
    book.close()
    assert left == [("profile", "xlsx", (CLERKS,))]
    finish(window, dialog)


def test_without_a_printer_it_is_said(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, desk = open_window()
    dialog = opened(window, desk, qtbot)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    dialog.print.click()
    assert "No printer is set up" in dialog.said.text()
    finish(window, dialog)


class Jammed(QPrinter):
    """Takes the first page and no other."""

    def __init__(self, target: Path) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(target))

    def newPage(self) -> bool:  # noqa: N802
        return False


def test_a_printer_that_stops_half_way_is_told(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window, desk = open_window()
    dialog = opened(window, desk, qtbot)
    with pytest.raises(UserError, match="stopped after 1 of 2 pages"):
        dialog.paint_pages(Jammed(tmp_path / "jam.pdf"))
    finish(window, dialog)


def test_copies_and_gray_are_honored(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    window, desk = open_window()
    dialog = opened(window, desk, qtbot)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "copies.pdf"))
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    printer.setCopyCount(2)
    assert dialog.paint_pages(printer) == (2 if printer.supportsMultipleCopies() else 4)
    reader = PdfReader(tmp_path / "copies.pdf")
    assert len(reader.pages) == (2 if printer.supportsMultipleCopies() else 4)
    finish(window, dialog)


def picture(path: Path, width: int = 300, height: int = 100) -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0x0B4A68)
    image.setText("Author", "someone's name")
    assert image.save(str(path))
    return path


def test_name_and_logo_stand_on_every_report(
    open_window: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, desk = open_window()
    dialog = opened(window, desk, qtbot)
    dialog.branding_wanted.emit()
    asked = dialog.findChild(BrandingDialog)
    assert isinstance(asked, BrandingDialog)
    asked.name.setText("  Lincoln   High School ")
    asked.footer.setText("Room 114")
    logo = picture(tmp_path / "school.jpg")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(logo), ""))
    asked.choose.click()
    asked.use.click()
    ready(dialog, qtbot)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out.pdf"), ""))
    dialog.save.click()
    qtbot.waitUntil(lambda: "Saved as out.pdf" in dialog.said.text(), timeout=20_000)
    reader = PdfReader(tmp_path / "out.pdf")
    for page in reader.pages:
        text = page.extract_text()
        assert "Lincoln High School" in text
        assert "Room 114" in text
    kept, _ = load(tmp_path)
    assert (kept.school, kept.footer, kept.logo) == ("Lincoln High School", "Room 114", True)
    finish(window, dialog)


def test_a_logo_is_a_picture_of_reasonable_size(tmp_path: Path, qtbot: QtBot) -> None:
    png, size = read_logo(picture(tmp_path / "large.png", 3000, 1000))
    assert size == (900, 300)
    assert png.startswith(b"\x89PNG")
    assert b"someone's name" not in png
    drawn = tmp_path / "drawn.svg"
    drawn.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">'
        '<script>alert(1)</script><rect width="40" height="20"/></svg>'
    )
    png, size = read_logo(drawn)
    assert size == (600, 300)
    assert b"script" not in png
    for name, held, said in (
        ("text.png", b"this is no picture", "no picture"),
        ("cut.png", (tmp_path / "large.png").read_bytes()[:200], "no picture"),
        ("huge.png", b"\x89PNG" + bytes(5_000_000), "too large for a logo"),
        (
            "linked.svg",
            b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
            "draws on other files",
        ),
    ):
        path = tmp_path / name
        path.write_bytes(held)
        with pytest.raises(UserError, match=said):
            read_logo(path)
    with pytest.raises(UserError, match="could not be read"):
        read_logo(tmp_path / "missing.png")


def batch(dialog: PrintDialog) -> BatchDialog:
    dialog.batch_wanted.emit()
    found = dialog.findChild(BatchDialog)
    assert isinstance(found, BatchDialog)
    return found


def test_a_list_in_a_file_becomes_a_booklet(
    open_window: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, desk = open_window(Settings(places=("4800000",)))
    dialog = opened(window, desk, qtbot)
    many = batch(dialog)
    codes = tmp_path / "codes.csv"
    codes.write_text("Code\n43-4051\nnothing\n41-2031\n99-9999\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(codes), ""))
    many.source.chosen.emit(4)
    assert many.said.text() == "2 occupations."
    assert "Line 3: no code" in many.failed.toPlainText()
    target = tmp_path / "jobs.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    many.make.click()
    qtbot.waitUntil(lambda: many.said.text().startswith("Made:"), timeout=30_000)
    assert "2 reports, 4 pages, in jobs.pdf. 2 could not be made." in many.said.text()
    assert "Line 5: no occupation has the code 99-9999" in many.failed.toPlainText()
    reader = PdfReader(target)
    assert len(reader.pages) == 5
    assert "Texas" in reader.pages[1].extract_text()
    many.reject()
    finish(window, dialog)


@pytest.mark.parametrize(
    ("shape", "made"),
    [
        ("A PDF each", {"29-1141.00.pdf", "43-4051.00.pdf"}),
        ("A web page each", {"29-1141.00.html", "43-4051.00.html"}),
        ("A spreadsheet each", {"29-1141.00.xlsx", "43-4051.00.xlsx"}),
        ("One table of figures (CSV)", {"all.csv"}),
    ],
)
def test_the_shortlist_is_made_in_the_shape_chosen(
    open_window: Open,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    shape: str,
    made: set[str],
) -> None:
    window, desk = open_window()
    desk.shortlist.set([CLERKS, "29-1141.00"])
    dialog = opened(window, desk, qtbot)
    many = batch(dialog)
    assert many.said.text() == "2 occupations."
    many.shape.chosen.emit([words for _, words in SHAPES].index(shape))
    target = tmp_path / "made"
    target.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(target))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target / "all"), ""))
    many.make.click()
    qtbot.waitUntil(lambda: many.said.text().startswith("Made:"), timeout=30_000)
    assert {path.name for path in target.iterdir()} == made
    whole = b"".join(path.read_bytes() for path in target.iterdir())
    if shape.startswith(("One table", "A web page")):
        for words in ("Customer Service Representatives", "Registered Nurses", "44,770"):
            assert words.encode() in whole or words.replace(",", "").encode() in whole
    many.reject()
    finish(window, dialog)


def test_stopping_leaves_nothing(
    open_window: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, desk = open_window()
    dialog = opened(window, desk, qtbot)
    many = batch(dialog)
    many.source.chosen.emit(3)
    assert many.said.text().startswith("1,01")
    target = tmp_path / "all"
    target.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(target))
    many.shape.chosen.emit([shape for shape, _ in SHAPES].index("pdf"))
    many.make.click()
    qtbot.waitUntil(lambda: many.bar.value() >= 1, timeout=30_000)
    many.stop.click()
    qtbot.waitUntil(lambda: many.said.text().startswith("Stopped"), timeout=30_000)
    assert list(target.iterdir()) == []
    assert many.make.isEnabled()
    many.reject()
    finish(window, dialog)


def test_an_empty_shortlist_says_what_to_do(open_window: Open, qtbot: QtBot) -> None:
    window, desk = open_window()
    dialog = opened(window, desk, qtbot)
    many = batch(dialog)
    many.source.chosen.emit(0)
    assert "Nothing is on the shortlist yet" in many.said.text()
    assert not many.make.isEnabled()
    many.source.chosen.emit(1)
    assert many.family.isVisible()
    assert many.said.text().endswith("occupations.")
    many.source.chosen.emit(2)
    assert many.cluster.items[many.cluster.index()] == "Advanced Manufacturing"
    assert many.said.text() == "174 occupations."
    many.reject()
    finish(window, dialog)
