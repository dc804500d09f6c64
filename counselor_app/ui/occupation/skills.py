"""Skills and abilities: everything the job is rated on, ranked, with its spread and its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from counselor_app.charts.bars import DOMAIN_LETTERS, DOMAIN_NAMES
from counselor_app.charts.skills import ListGroup, rated_list
from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.figures.ratings import Domain
from counselor_app.domain.figures.wording import listed
from counselor_app.domain.fit.gap import gap_sentence
from counselor_app.domain.occupation import findings
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.language import _, joined, pgettext
from counselor_app.ui.charts.ranked_head import RankedHead
from counselor_app.ui.charts.ranked_rows import RankedRows
from counselor_app.ui.occupation.page import Beside, Page
from counselor_app.ui.occupation.skills_gap import fill_gap, gap_of
from counselor_app.ui.occupation.skills_strip import TABS, SkillsOptions, SkillsStrip
from counselor_app.ui.occupation.unrated import add_unrated
from counselor_app.ui.parts.finding import led, strong
from counselor_app.ui.style.theme import Theme

PLURALS: dict[Domain, str] = {
    "skill": pgettext("what is rated", "skills"),
    "ability": pgettext("what is rated", "abilities"),
    "knowledge": pgettext("what is rated", "knowledge"),
    "activity": pgettext("what is rated", "activities"),
    "style": pgettext("what is rated", "styles"),
}

HEAD_SHARE = 0.25
"""How much of the pane's height the list's head may keep in view."""


class SkillsPage(Page):
    """The ranked list; its head stays in view, its sentence is the note under the page."""

    title, short_title = _("Skills and abilities"), pgettext("tab", "Skills")

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.options: SkillsOptions = SkillsOptions()
        self.strip: SkillsStrip | None = None
        self.head = self.wired(RankedHead(theme, self))
        self.head.hide()
        self.list = self.wired(RankedRows(theme, pgettext("list", "Ratings, ranked"), self))
        self.list.hide()
        self.kept += [self.list, self.head]
        self.list.row_changed.connect(self._row_chosen)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._following = False
        self._listed = False

    def make_strip(self) -> QWidget:
        self.strip = SkillsStrip(self.theme, self.choose, self.options)
        self.strip.rating_wanted.connect(self.rating_wanted)
        self.strip.show_client(self.client)
        if self.sheet:
            self.strip.show_counts(self.sheet)
        return self.strip

    def note(self) -> str:
        sheet = self.sheet
        if sheet is None or not sheet.ratings.get("skill"):
            return ""
        found = findings.stand_out(sheet)
        if found:
            words = led(self.theme, _("What stands out."), found)
        else:
            words = led(
                self.theme,
                _("Nothing stands out."),
                _("What matters here matters as much or more in at least one of ten jobs."),
            )
        if self.client is not None and self.client.client.levels:
            own = gap_sentence(gap_of(sheet, self.client))
            words = led(self.theme, joined((self.client.client.titled, ":"), ""), own)
            if self.options.gap:
                return words
        follows = self.beside is not None and not self.beside.leads
        if not follows:
            return words
        return f"{strong(self.theme.say(_('Same order as pane 1.')))} {words}"

    def set_options(self, options: object) -> None:
        """Take options; a new highlight or scroll position alone rebuilds nothing."""
        if not isinstance(options, SkillsOptions) or options == self.options:
            return
        before, self.options = self.options, options
        if self.strip:
            self.strip.show_options(options)
        if replace(before, row="", scroll=0) != replace(options, row="", scroll=0):
            self.refill()
        self._follow(options)

    def set_sheet(self, sheet: Sheet, beside: Beside | None = None) -> None:
        super().set_sheet(sheet, beside)
        if self.strip:
            self.strip.show_counts(sheet)
            self.strip.show_client(self.client)

    def fill(self, sheet: Sheet) -> None:
        domains = TABS[self.options.tab][1]
        self._listed = False
        gap = self.options.gap and self.client is not None and bool(self.client.client.levels)
        for widget in (self.list, self.head):
            widget.setParent(self)
            widget.hide()
        self._place_head()
        if not any(sheet.ratings.get(d) for d in domains):
            what = PLURALS[domains[0]] if self.options.tab else _("skills and abilities")
            side = self.wide()
            side.addWidget(self.heading(self.title))
            add_unrated(self, side, sheet, what)
            return
        if gap and self.client is not None:
            fill_gap(self, sheet, self.client)
            return
        leader = self.beside.sheet if self.beside and not self.beside.leads else None
        groups = rated_list(
            sheet.ratings, domains, self.options.sort, self.options.find,
            leader.ratings if leader else None,
        )  # fmt: skip
        if not groups:
            self.wide().addWidget(
                self.prose(
                    _("Nothing in this list matches “{text}”.", text=self.options.find.strip())
                )
            )
            return
        self.list.set_groups(groups)
        self.list.set_row(self.options.row)
        self.head.set_content(
            _sources(groups),
            _legend(groups, self.theme),
            impact=all(g.impact for g in groups),
            levels=any(g.levels for g in groups),
        )
        self.rows.setSpacing(0)
        self.rows.addWidget(self.list)
        self.list.show()
        self._listed = True
        self._place_head()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_head()

    def _set_margins(self) -> None:
        if self._listed:
            self.rows.setContentsMargins(self._inset(), 0, self._inset(), self.theme.px(16))
        else:
            super()._set_margins()

    def _inset(self) -> int:
        """How far the rows stand in, so that their words line up with the other pages'."""
        side = self.theme.px(36) if self.width() >= self.theme.px(700) else self.theme.px(16)
        return side - self.theme.px(8)

    def _place_head(self) -> None:
        """Keep the head above the rows, which scroll under it; a low pane scrolls both."""
        self._set_margins()
        width = self.viewport().width()
        self.head.inset = self._inset()
        height = self.head.height_for(width) if self._listed else 0
        pinned = height <= self.height() * HEAD_SHARE
        if self._listed and pinned:
            self.rows.removeWidget(self.head)
            self.head.setParent(self)
            self.head.setFixedHeight(height)
            self.head.setGeometry(QRect(0, 0, width, height))
            self.head.show()
        elif self._listed:
            self.head.inset = 0
            self.head.setFixedHeight(height)
            self.rows.insertWidget(0, self.head)
            self.head.show()
        top = height if pinned else 0
        if self.viewportMargins().top() != top:
            self.setViewportMargins(0, top, 0, 0)

    def _row_chosen(self, element: str) -> None:
        self.choose(replace(self.options, row=element))
        rect = self.list.visualRect(self.list.currentIndex())
        self.ensureVisible(0, self.list.y() + rect.center().y(), 0, rect.height())

    def _scrolled(self, value: int) -> None:
        if not self._following and self.list.isVisible():
            self.choose(replace(self.options, scroll=value))

    def _follow(self, options: SkillsOptions) -> None:
        """Take the linked pane's highlight and scroll position."""
        self._following = True
        self.list.set_row(options.row)
        self.verticalScrollBar().setValue(options.scroll)
        self._following = False


def _sources(groups: Iterable[ListGroup]) -> list[tuple[str, Source]]:
    """Each release behind the rows, and what it rates when there are several."""
    found: dict[str, tuple[Source, dict[Domain, None]]] = {}
    for bar in (row.bar for group in groups for row in group.rows if row.bar):
        source = bar.figure.source
        found.setdefault(source.key, (source, {}))[1][bar.domain] = None
    if len(found) == 1:
        return [(source.label, source) for source, _ in found.values()]
    ordered = sorted(found.values(), key=lambda pair: -len(pair[1]))
    first, *others = ordered
    return [(first[0].label, first[0])] + [
        (joined((s.label, listed(PLURALS[d] for d in domains)), ": "), s) for s, domains in others
    ]


def _legend(groups: Iterable[ListGroup], theme: Theme) -> str:
    """What the letters before the names mean, and the sign of low precision if it is there."""
    rows = [row for group in groups for row in group.rows]
    letters = {row.letter for row in rows}
    words = [
        f"{letter} {theme.say(DOMAIN_NAMES[d])}".replace(" ", "\u00a0")
        for d, letter in DOMAIN_LETTERS.items()
        if letter in letters
    ]
    if any(row.bar and row.bar.low_precision for row in rows):
        words.append(theme.say(_("≈ low precision")).replace(" ", "\u00a0"))
    return ", ".join(words)
