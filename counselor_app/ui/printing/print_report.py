"""Preview, print and save a report as it will look on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from counselor_app.errors import UserError
from counselor_app.language import OWN_NAMES, Said, _, language, ngettext, offered, pgettext
from counselor_app.ui.parts.buttons import Button, SegmentedControl
from counselor_app.ui.parts.check import Check
from counselor_app.ui.parts.dialog import Dialog
from counselor_app.ui.parts.files import dated_name, file_to_save
from counselor_app.ui.parts.fixed import fix
from counselor_app.ui.parts.news import Status
from counselor_app.ui.parts.saved import Saved
from counselor_app.ui.parts.scroll import scrolled
from counselor_app.ui.parts.tasks import Task
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.printing.print_pages import PageView, paint_pages
from counselor_app.ui.style.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from counselor_app.reports.branding import Branding
    from counselor_app.reports.parts import Kind, Report

Paper = Literal["letter", "a4"]
PAPERS: tuple[tuple[Paper, str], ...] = (
    ("letter", pgettext("paper", "Letter")), ("a4", "A4"),
)  # fmt: skip
ZOOMS = (0.5, 0.75, 1.0, 1.5, 2.0)
_SIDE = 216


@dataclass(frozen=True, slots=True)
class Offer:
    """A report that can be made now.

    ``make(sections, named)`` makes it, in a thread; ``sections`` are those that can be left out
    (id, name). ``about`` is said above the preview, ``file_name`` suggested for a file. With
    ``client`` the report can name a ``person``. ``language`` is the code of the one that it is in
    unless another is chosen.
    """

    kind: Kind
    name: str
    make: Callable[[frozenset[str], bool], Report]
    sections: tuple[tuple[str, str], ...]
    about: str
    file_name: str
    client: bool = False
    language: str = "en"
    person: str = ""


class PrintDialog(Dialog):
    """The reports on offer: their pages, sections, paper and zoom, and what to do with them.

    Typesetting runs in a thread. ``paper_chosen``, ``left_out_chosen`` (kind, ids),
    ``places_wanted``, ``branding_wanted`` and ``batch_wanted`` are for whoever keeps the
    settings; ``made`` tells kind and format ("print" for paper) of what has left the program.
    `set_offers` and `set_branding` show the report again.
    """

    paper_chosen = Signal(str)
    left_out_chosen = Signal(str, object)
    places_wanted = Signal()
    branding_wanted = Signal()
    batch_wanted = Signal()
    made = Signal(str, str)

    def __init__(
        self,
        offers: Sequence[Offer],
        paper: str,
        left_out: Sequence[str],
        branding: Branding,
        theme: Theme,
        parent: QWidget | None,
    ) -> None:
        super().__init__(_("Print or save"), theme, parent, width=1140, height=900)
        self.offers, self.place = tuple(offers), 0
        self.paper: Paper = "a4" if paper == "a4" else "letter"
        self.branding = branding
        self.named = True
        self._language = ""
        self.pages: list[PageView] = []
        self.ticks: dict[str, Check] = {}
        self._left_out = set(left_out)
        self._zoom = ZOOMS.index(1.0)
        self._run = 0
        self._held: Button | None = None
        self._content: Report | None = None
        self.content.addLayout(self._bar())
        self.said = Status("", theme, role="row", tone="text2")
        self.content.addWidget(self.said)
        self.lost = Prose("", theme, role="row", bold=True)
        self.content.addWidget(self.lost)
        self.lost.hide()
        middle = QHBoxLayout()
        middle.setSpacing(theme.px(12))
        self.content.addLayout(middle, 1)
        self._choices = QWidget()
        self._boxes = QVBoxLayout(self._choices)
        self._boxes.setContentsMargins(0, 0, theme.px(8), 0)
        self._boxes.setSpacing(0)
        side = scrolled(self._choices, _("What is in the report"), theme)
        side.setFixedWidth(theme.px(_SIDE))
        middle.addWidget(side)
        self._sheets = QWidget()
        self._column = QVBoxLayout(self._sheets)
        self._column.setSpacing(theme.px(16))
        self.area = scrolled(self._sheets, _("Preview of the report"), theme)
        middle.addWidget(self.area, 1)
        self.save = Button(theme, pgettext("button", "Save as…"), look="outlined")
        self.print = Button(theme, pgettext("button", "Print…"), look="primary", icon="print")
        self.saved = Saved(theme)
        self.saved.failed.connect(self.said.setText)
        self.buttons.insertWidget(0, self.saved)
        for button in (self.save, self.print):
            self.buttons.addWidget(button)
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self._print)
        self._set_zoom(self._zoom)
        self._offered()

    @property
    def offer(self) -> Offer:
        """The report that is shown."""
        return self.offers[self.place]

    @property
    def language(self) -> str:
        """The code of the report's language: the one chosen here, else its own."""
        return self._language or self.offer.language

    def set_offers(self, offers: Sequence[Offer]) -> None:
        """Show the same kind of report again, on what has changed."""
        self.offers = tuple(offers)
        self.place = min(self.place, len(self.offers) - 1)
        self._typeset()

    def set_branding(self, branding: Branding) -> None:
        """Show the report under another name or logo."""
        self.branding = branding
        self._typeset()

    def fix_paper(self) -> None:
        """Show the paper that the school has set, and no other."""
        self._tools.insertWidget(1, fix(self.theme, self.papers))

    def paint_pages(self, printer: QPrinter) -> int:
        """Paint the pages that the printer asks for; how many sheets."""
        return paint_pages([page.renderer for page in self.pages], printer)

    def _bar(self) -> QVBoxLayout:
        theme, rows = self.theme, QVBoxLayout()
        rows.setSpacing(theme.px(8))
        names = [offer.name for offer in self.offers]
        self.kinds = SegmentedControl(names, theme, pgettext("choice", "Report"))
        self.kinds.chosen.connect(self._choose)
        self.kinds.setVisible(len(self.offers) > 1)
        rows.addWidget(self.kinds)
        bar = self._tools = QHBoxLayout()
        bar.setSpacing(theme.px(8))
        papers, sizes = zip(*PAPERS, strict=True)
        self.papers = SegmentedControl(
            sizes, theme, pgettext("choice", "Paper"), index=papers.index(self.paper)
        )
        self.papers.chosen.connect(self._set_paper)
        self.places = Button(theme, pgettext("button", "Places…"), icon="place", role="row")
        self.places.clicked.connect(self.places_wanted)
        self.smaller = Button(theme, icon="minus", name=pgettext("button", "Smaller preview"))
        self.larger = Button(theme, icon="plus", name=pgettext("button", "Larger preview"))
        self.smaller.clicked.connect(lambda: self._set_zoom(self._zoom - 1))
        self.larger.clicked.connect(lambda: self._set_zoom(self._zoom + 1))
        self.zoom_words = Prose("", theme, role="row", tone="text2", wrap=False)
        self._codes = [code for code in offered() if code in OWN_NAMES]
        self.languages = SegmentedControl(
            [OWN_NAMES[code] for code in self._codes], theme, _("Language of the report")
        )
        self.languages.chosen.connect(self._set_language)
        bar.addWidget(self.papers)
        bar.addWidget(self.languages)
        bar.addWidget(self.places)
        bar.addStretch(1)
        bar.addWidget(self.smaller)
        bar.addWidget(self.zoom_words, 0, Qt.AlignmentFlag.AlignVCenter)
        bar.addWidget(self.larger)
        rows.addLayout(bar)
        return rows

    def _choose(self, place: int) -> None:
        self.place = place
        self._offered()

    def _offered(self) -> None:
        """Show what can be chosen for this kind of report."""
        while item := self._boxes.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        offer, theme = self.offer, self.theme
        self.ticks = {}
        if self.language in self._codes:
            self.languages.set_index(self._codes.index(self.language))
        if offer.client:
            self.names = Check(_("Name the client"), theme)
            self.names.setChecked(self.named)
            self.names.toggled.connect(self._name)
            self._boxes.addWidget(self.names)
        if offer.sections:
            self._boxes.addWidget(Prose(_("In the report"), theme, role="row", tone="text2"))
        for section, name in offer.sections:
            tick = Check(name, theme)
            tick.setChecked(f"{offer.kind}.{section}" not in self._left_out)
            tick.toggled.connect(partial(self._tick, section))
            self.ticks[section] = tick
            self._boxes.addWidget(tick)
        self._boxes.addSpacing(theme.px(12))
        for words, wanted in (
            (_("Name and logo…"), self.branding_wanted),
            (pgettext("button", "Many occupations…"), self.batch_wanted),
        ):
            button = Button(theme, words, role="row")
            button.clicked.connect(wanted)
            self._boxes.addWidget(button)
        self._boxes.addStretch(1)
        self._typeset()

    def _tick(self, section: str, on: bool) -> None:
        key = f"{self.offer.kind}.{section}"
        (self._left_out.discard if on else self._left_out.add)(key)
        self.left_out_chosen.emit(self.offer.kind, tuple(sorted(self._left_out)))
        self._typeset()

    def _name(self, on: bool) -> None:
        self.named = on
        self._typeset()

    def _sections(self) -> frozenset[str]:
        offer = self.offer
        return frozenset(
            s for s, _name in offer.sections if f"{offer.kind}.{s}" not in self._left_out
        )

    def _typeset(self) -> None:
        self._run += 1
        run, offer, sections, named = self._run, self.offer, self._sections(), self.named
        paper, branding, code = self.paper, self.branding, self.language
        self._ready(False)
        self.said.setText(_("Setting the pages…"))

        def work(progress: object, cancelled: object) -> tuple[int, Report, str, list[bytes]]:  # noqa: ARG001
            from counselor_app.reports.typeset import letters_lost, report_svg_pages

            content = replace(offer.make(sections, named), language=language(code))
            lost = letters_lost(content, branding)
            return run, content, lost, report_svg_pages(content, paper, branding)

        self._start(work, self._show)

    def _show(self, made: tuple[int, Report, str, list[bytes]]) -> None:
        run, content, lost, pages = made
        if run != self._run:
            return  # something has been chosen since
        self._content = content
        self.lost.setText(lost)
        self.lost.setVisible(bool(lost))
        for page in self.pages:
            page.hide()
            page.deleteLater()
        self.pages = []
        for number, svg in enumerate(pages, start=1):
            page = PageView(svg, number, len(pages), self.theme)
            self._column.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
            self.pages.append(page)
        self._set_zoom(self._zoom)
        self.said.setText(
            _("{pages}. {about} Made to read well in gray.",
              pages=_pages(len(pages)), about=self.offer.about)
        )  # fmt: skip
        self._ready(True)
        if run == 1:
            self.print.setFocus()

    def _set_paper(self, index: int) -> None:
        self.paper = PAPERS[index][0]
        self.paper_chosen.emit(self.paper)
        self._typeset()

    def _set_language(self, place: int) -> None:
        self._language = self._codes[place]
        self._typeset()

    def _set_zoom(self, zoom: int) -> None:
        self._zoom = min(max(zoom, 0), len(ZOOMS) - 1)
        self.smaller.setEnabled(self._zoom > 0)
        self.larger.setEnabled(self._zoom < len(ZOOMS) - 1)
        self.zoom_words.setText(f"{ZOOMS[self._zoom]:.0%}")
        for page in self.pages:
            page.set_zoom(ZOOMS[self._zoom])

    def _save(self) -> None:
        from counselor_app.reports.export import FORMATS

        kinds = [(words, f"*.{fmt}") for fmt, words in FORMATS]
        offer = self.offer
        person = offer.person if offer.client and self.named else ""
        suggested = dated_name(offer.file_name, person, on=date.today()) + ".pdf"
        path = file_to_save(self, self.theme, _("Save the report"), suggested, *kinds)
        content = self._content
        if path is None or content is None:
            return
        fmt = next(fmt for fmt, _words in FORMATS if path.suffix.lower() == f".{fmt}")
        paper, branding, kind = self.paper, self.branding, self.offer.kind

        def work(progress: object, cancelled: object) -> tuple[str, str, Path]:  # noqa: ARG001
            from counselor_app.reports.export import export
            from counselor_app.reports.files import write_report

            made = export(content, fmt, paper=paper, branding=branding)
            write_report(made, path, private=content.private)
            return kind, fmt, path

        self._ready(False)
        self.said.setText(pgettext("while it works", "Saving…"))
        self._start(work, self._saved)

    def _saved(self, made: tuple[str, str, Path]) -> None:
        kind, fmt, path = made
        self.said.setText(
            _("Saved as {file} in {folder}.", file=path.name, folder=str(path.parent))
        )
        self.saved.offer(path)
        self.made.emit(kind, fmt)
        self._ready(True)

    def _print(self) -> None:
        from PySide6.QtGui import QPageSize
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

        if not QPrinterInfo.availablePrinterNames():
            self.said.setText(
                _("No printer is set up on this computer. Save the report as PDF and print it from"
                  " another, or set up a printer and try again.")
            )  # fmt: skip
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        size = QPageSize.PageSizeId.A4 if self.paper == "a4" else QPageSize.PageSizeId.Letter
        printer.setPageSize(QPageSize(size))
        printer.setFullPage(True)
        printer.setDocName(f"{self.offer.file_name} – Counselor")
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, len(self.pages))
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        try:
            sheets = self.paint_pages(printer)
        except UserError as error:
            self.said.setText(str(error))
            return
        where = printer.printerName() or pgettext("in a sentence", "the printer")
        self.said.setText(_("{pages} sent to {printer}.", pages=_pages(sheets), printer=where))
        self.made.emit(self.offer.kind, "print")

    def _ready(self, ready: bool) -> None:
        """Let save and print, or not; who waits for them finds the keyboard there again."""
        both, held = (self.save, self.print), self._held
        self._held = None if ready else next((b for b in both if b.hasFocus()), None)
        for button in both:
            button.setEnabled(ready)
        if ready and held is not None:
            held.setFocus()

    def _start(self, work: Callable[..., object], then: Callable[..., object]) -> None:
        task = Task(work, self.parentWidget() or self)
        task.done.connect(then)
        task.failed.connect(self._failed)
        task.start()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self.said.setText(_("The report could not be made: {why}", why=str(error)))
            raise error
        self.said.setText(str(error))
        self._ready(bool(self.pages))


def _pages(count: int) -> Said:
    return ngettext("{n} page", "{n} pages", count, n=count)
