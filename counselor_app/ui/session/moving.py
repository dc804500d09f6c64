"""From the present job: where it leads, what carries over, what is to learn, what it pays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from counselor_app.domain.fit.moving import MoveRow, Moving
from counselor_app.domain.fit.transition import further_sentence, steps_words
from counselor_app.domain.occupation.pay_words import in_place
from counselor_app.domain.session.present import SCHOOLING_WORDS, PresentJob
from counselor_app.language import _, joined, ngettext, pgettext
from counselor_app.ui.parts.filter_chip import FilterChip
from counselor_app.ui.parts.flow import FlowLayout
from counselor_app.ui.parts.scroll import thin_bars
from counselor_app.ui.parts.text import LinkLabel, Prose
from counselor_app.ui.parts.text_field import Field
from counselor_app.ui.session.job_menu import pay_told
from counselor_app.ui.session.move_foot import CompareFoot, MovingView
from counselor_app.ui.session.move_rows import MoveDetail, MoveRows, Sections
from counselor_app.ui.session.parts import SessionPage

if TYPE_CHECKING:
    from counselor_app.domain.occupation.search import Hit
    from counselor_app.ui.style.theme import Theme

_HITS = 8
_SIDE = 430
_WIDE = 1060
_SOON_MS = 120


class MovingPage(SessionPage):
    """``chosen`` carries the present job's code and what it was called, ``schooled`` the client's
    own rung (None: not said), ``ticked`` and ``starred`` a code, ``opened`` a code and whether it
    goes beside the present job, ``compared`` nothing.
    """

    chosen = Signal(str, str)
    schooled = Signal(object)
    ticked = Signal(str)
    starred = Signal(str)
    opened = Signal(str, bool)
    compared = Signal()

    def __init__(
        self, view: MovingView, find: Callable[[str, int], Sequence[Hit]], theme: Theme,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(_("From the present job"), theme, parent)
        self._view, self._find = view, find
        self._seeking = view.present is None
        self._sought = ""
        self.sections = Sections()
        self.rows: MoveRows | None = None
        self._shown = ""
        self._side = QScrollArea(self)
        self._side.setFrameShape(QFrame.Shape.NoFrame)
        self._side.setWidgetResizable(True)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.setAccessibleName(theme.say(_("What carries over to the job")))
        self._foot = CompareFoot(theme, self)
        self._foot.compare.clicked.connect(self.compared)
        self._foot.untick.connect(self.ticked)
        self._is_wide = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._search)
        self.restyle()

    def show_view(self, view: MovingView) -> None:
        """Show what has changed; marks alone do not build the page anew."""
        was, self._view = self._view, view
        if was.present != view.present:
            self._seeking, self._sought = view.present is None, ""
            self._shown = ""
        marked = was._replace(ticked=view.ticked, names=view.names, starred=view.starred)
        if marked == view:
            self._mark()
        else:
            self.refill()

    def restyle(self) -> None:
        thin_bars(self._side, self.theme)
        self._foot.restyle()
        super().restyle()

    def take_focus(self) -> None:
        """Give the keyboard to the field where a job is sought, else to the first job."""
        if self._seeking:
            self.field.setFocus()
        elif self.rows is not None and self.rows.links:
            next(iter(self.rows.links.values())).setFocus()
        else:
            self.setFocus()

    def fill(self, column: QVBoxLayout) -> None:
        view = self._view
        self.rows = None
        said = _("What the work so far already covers elsewhere")
        title = _("From the job that I have") if view.client_view else _("From the present job")
        column.addWidget(self.head(title, said))
        if self._seeking:
            self._add_search(column)
        elif view.present is not None:
            self._add_now(column, view.present)
            self._add_moves(column)
        self._mark()

    # The present job.

    def _add_search(self, column: QVBoxLayout) -> None:
        theme, view = self.theme, self._view
        about = _("Type the job in the client’s own words; any job title is found.")
        if view.client_view:
            about = _("Type your job in your own words; any job title is found.")
        column.addWidget(Prose(about, theme, role="body", tone="text2"))
        row = FlowLayout(theme, (12, 6))
        words = _("The job that they have now")
        if view.client_view:
            words = _("The job that I have now")
        self.field = Field(words, words, theme)
        self.field.setText(self._sought)
        self.field.setFixedWidth(min(theme.px(420), 640))
        self.field.textEdited.connect(self._soon.start)
        self.field.returnPressed.connect(self._take_first)
        row.addWidget(self.field)
        if view.present is not None:
            leave = LinkLabel(pgettext("link", "Keep {title}", title=view.present.title), theme)
            leave.clicked.connect(partial(self._seek, False))
            row.addWidget(leave)
        column.addLayout(row)
        self._found = QWidget()
        self._hits = QVBoxLayout(self._found)
        self._hits.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._found)
        self._search()

    def _search(self) -> None:
        self._soon.stop()
        text = self._sought = self.field.text()
        while (item := self._hits.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.hits = tuple(self._find(text, _HITS)) if text.strip() else ()
        if text.strip() and not self.hits:
            none = _("No job title is like this. Another word for it may be found.")
            self._hits.addWidget(Prose(none, self.theme, role="body", tone="text2"))
        for hit in self.hits:
            link = LinkLabel(hit.title, self.theme, role="body")
            link.clicked.connect(partial(self._take, hit))
            self._hits.addWidget(link)
            if called := self._called(hit):
                said = _("also called {title}", title=called)
                link.setAccessibleDescription(said)
                self._hits.addWidget(Prose(said, self.theme, role="caption", tone="text2"))

    def _take_first(self) -> None:
        self._search()
        if self.hits:
            self._take(self.hits[0])

    def _take(self, hit: Hit) -> None:
        self.chosen.emit(hit.code, self._called(hit))

    def _called(self, hit: Hit) -> str:
        """The other title that was found, "" where it is the one that stands there."""
        own = (hit.title, self.theme.say(hit.title))
        return hit.matched if hit.matched.casefold() not in map(str.casefold, own) else ""

    def _seek(self, on: bool) -> None:
        self._seeking = on
        self.refill()
        self.take_focus()

    def _add_now(self, column: QVBoxLayout, present: PresentJob) -> None:
        theme, view = self.theme, self._view
        row = FlowLayout(theme, (14, 8))
        title: str = present.title
        if present.called:
            title = _("{called} ({title})", called=present.called, title=present.title)
        now = Prose(pgettext("heading", "Now: {job}", job=title), theme, role="heading", wrap=False)
        row.addWidget(now)
        if view.moving is not None:
            card = view.moving.now
            row.addWidget(Prose(
                joined((
                    _("{pay} in {place}", pay=card.pay_words,
                      place=in_place(view.moving.place)),
                    card.outlook_words, card.schooling_words,
                ), " · "),
                theme, role="row", tone="text2", wrap=False,
            ))  # fmt: skip
        other = LinkLabel(pgettext("link", "Another job"), theme)
        other.clicked.connect(partial(self._seek, True))
        row.addWidget(other)
        column.addLayout(row)
        chips = FlowLayout(theme, (10, 8))
        rungs = [_("Own schooling: not said"), *SCHOOLING_WORDS.values()]
        self.schooling = FilterChip(
            rungs, theme, pgettext("choice", "Own schooling"),
            index=0 if present.rung is None else present.rung + 1,
        )  # fmt: skip
        self.schooling.chosen.connect(lambda i: self.schooled.emit(i - 1 if i else None))
        chips.addWidget(self.schooling)
        self.pays_more = FilterChip(
            [pgettext("filter", "any pay"), pgettext("filter", "Pays more")], theme,
            pgettext("filter", "Pays more"), index=int(self.sections.pays_more),
        )  # fmt: skip
        self.not_shrinking = FilterChip(
            [pgettext("filter", "any outlook"), pgettext("filter", "Not shrinking")], theme,
            pgettext("filter", "Not shrinking"), index=int(self.sections.growth == "kept"),
        )  # fmt: skip
        for chip in (self.pays_more, self.not_shrinking):
            chip.chosen.connect(self._filter)
            chips.addWidget(chip)
        column.addLayout(chips)

    def _filter(self) -> None:
        self.sections.pays_more = self.pays_more.on
        self.sections.growth = "kept" if self.not_shrinking.on else "any"
        self._shown = ""
        self.refill()

    # Where it leads.

    def _add_moves(self, column: QVBoxLayout) -> None:
        theme, moving = self.theme, self._view.moving
        if moving is None:
            column.addWidget(Prose(_("Working out where it leads …"), theme, role="body"))
            return
        if not moving.sections:
            self._add_unrated(column, moving)
            return
        self.rows = MoveRows(moving, self.sections, theme, wide=self._wide_rows())
        self.rows.shown.connect(self._show_detail)
        self.rows.opened.connect(self.opened)
        self.rows.ticked.connect(self.ticked)
        self.rows.starred.connect(self.starred)
        self.rows.more.connect(self.refill)
        for row in self.rows.rows:
            pay = pay_told(row.card.jobs[0].job, row.card.pay_words, moving.place)
            self.offer_job(self.rows.cells[row.code], row.code, pay)
        column.addWidget(self.rows)
        self._add_further(column, moving)
        said = _(
            "Listed by how alike the importance of skills, abilities and knowledge is. {sources}.",
            sources=moving.sources,
        )
        if not self._view.client_view:
            column.addWidget(Prose(said, theme, role="caption", tone="text2"))
        if moving.unrated:
            left = ngettext("{n} job cannot be compared: its skills are not rated.",
                            "{n} jobs cannot be compared: their skills are not rated.",
                            moving.unrated, n=moving.unrated)  # fmt: skip
            column.addWidget(Prose(left, theme, role="caption", tone="text2"))
        codes = [row.code for row in self.rows.rows]
        if self._shown not in codes:
            self._shown = codes[0] if codes and self._beside() else ""

    def _add_unrated(self, column: QVBoxLayout, moving: Moving) -> None:
        """The present job has no ratings: say so, and name the jobs it is made of."""
        theme = self.theme
        said = _("The skills of this job are not rated, so nothing can be compared with it.")
        column.addWidget(Prose(said, theme, role="body"))
        if moving.parts:
            column.addWidget(Prose(_("Closest to it are:"), theme, role="body"))
        for code, title in moving.parts:
            link = LinkLabel(title, theme, role="body")
            link.clicked.connect(partial(self.chosen.emit, code, ""))
            column.addWidget(link)

    def _add_further(self, column: QVBoxLayout, moving: Moving) -> None:
        words = further_sentence(moving.further)
        if words is None:
            return
        theme, most = self.theme, self.sections.further
        row = FlowLayout(theme, (10, 4))
        row.addWidget(Prose(words, theme, role="body", wrap=False))
        link = LinkLabel(pgettext("link", "Hide them") if most else
                         pgettext("link", "Show the nearest"), theme)  # fmt: skip
        link.clicked.connect(self._fold_further)
        row.addWidget(link)
        column.addLayout(row)
        for move in moving.further[:most]:
            line = FlowLayout(theme, (10, 2))
            job = LinkLabel(move.title, theme)
            job.clicked.connect(partial(self.opened.emit, move.code, False))
            line.addWidget(job)
            line.addWidget(Prose(steps_words(move), theme, role="row", tone="text2", wrap=False))
            column.addLayout(line)

    def _fold_further(self) -> None:
        self.sections.further = 0 if self.sections.further else 12
        self.refill()

    # What is shown of one job, and what is ticked.

    def _show_detail(self, code: str) -> None:
        self._shown = "" if code == self._shown and not self._beside() else code
        self._mark()

    def _mark(self) -> None:
        view, rows = self._view, self.rows
        self._foot.show_codes(view)
        self._arrange()
        if rows is None:
            return
        rows.mark(view.ticked, view.starred, self._shown)
        detail = next((self._detail(row) for row in rows.rows if row.code == self._shown), None)
        if self._beside():
            self._side.setWidget(detail or QWidget())
            rows.put_detail("", None)
        else:
            rows.put_detail(self._shown, detail)

    def _detail(self, row: MoveRow) -> MoveDetail:
        detail = MoveDetail(row, self.theme, client_view=self._view.client_view)
        detail.opened.connect(self.opened)
        return detail

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._beside() != self._is_wide:
            self._is_wide = self._beside()
            self.refill()
        else:
            self._arrange()

    def _beside(self) -> bool:
        return self.width() >= self.theme.px(_WIDE)

    def _wide_rows(self) -> bool:
        room = self.width() - (self.theme.px(_SIDE) if self._beside() else 0)
        return room >= self.theme.px(760)

    def _arrange(self) -> None:
        """The panel at the right and the tray at the foot stay while the jobs scroll."""
        side = self.theme.px(_SIDE) if self._beside() and self.rows is not None else 0
        foot = self._foot.sizeHint().height() if self._foot.wanted else 0
        self.setViewportMargins(0, 0, side, foot)
        width, height = self.width(), self.height()
        self._side.setGeometry(QRect(width - side, 0, side, height - foot))
        self._side.setVisible(bool(side))
        self._foot.setGeometry(QRect(0, height - foot, width, foot))
        self._foot.setVisible(bool(foot))
