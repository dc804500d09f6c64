"""The controls above the ranked list, and what they choose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counselor_app.charts.skills import Sort
from counselor_app.domain.figures.ratings import DOMAINS, Domain
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.session.client import ClientView
from counselor_app.language import _, pgettext
from counselor_app.ui.parts.buttons import Button, SegmentedControl
from counselor_app.ui.parts.choices import ChoiceButton
from counselor_app.ui.parts.control import Speaker
from counselor_app.ui.parts.flow import FlowLayout
from counselor_app.ui.parts.text_field import FindField
from counselor_app.ui.style.theme import Theme

PART = _("Part of the list")
TABS: tuple[tuple[str, tuple[Domain, ...]], ...] = (
    (pgettext("choice", "All"), DOMAINS),
    (pgettext("choice", "Skills"), ("skill",)),
    (pgettext("choice", "Abilities"), ("ability",)),
    (pgettext("choice", "Knowledge"), ("knowledge",)),
    (pgettext("choice", "Activities"), ("activity",)),
    (pgettext("choice", "Styles"), ("style",)),
)
SORTS: tuple[tuple[str, Sort], ...] = (
    (_("Most important first"), "importance"),
    (_("Highest level first"), "level"),
    (_("Most distinctive first"), "distinctive"),
    (pgettext("order", "By name"), "name"),
)


@dataclass(frozen=True, slots=True)
class SkillsOptions:
    """What the list shows, in what order; the highlighted row and how far it is scrolled.

    ``gap`` shows what the client would have to learn in place of the list.
    """

    tab: int = 1
    sort: Sort = "importance"
    find: str = ""
    row: str = ""
    scroll: int = 0
    gap: bool = False


class SkillsStrip(Speaker, QWidget):
    """Which part of the list, its order, and a field to find in it; with a client, their gap."""

    rating_wanted = Signal()

    def __init__(
        self, theme: Theme, choose: Callable[[SkillsOptions], None], options: SkillsOptions
    ) -> None:
        super().__init__()
        self.theme, self._choose, self._options = theme, choose, options
        self._counts: tuple[int, ...] = ()
        self.setAccessibleName(_("What the list shows"))
        flow = FlowLayout(theme, (12, 6), self)
        self._holder = QWidget()
        self._holder_row = QHBoxLayout(self._holder)
        self._holder_row.setContentsMargins(0, 0, 0, 0)
        self.tabs = SegmentedControl([name for name, _ in TABS], theme, PART)
        self.sort = ChoiceButton([name for name, _ in SORTS], theme, _("Order of the list"))
        self.field = FindField(_("Find in this list"), theme)
        self._holder_row.addWidget(self.tabs)
        self.part = ChoiceButton([name for name, _ in TABS], theme, PART)
        self.part.hide()
        self.rate = Button(theme, pgettext("button", "Rate"), look="outlined", role="row")
        self.gap = Button(theme, pgettext("button", "Gap"), look="outlined", role="row")
        self.gap.setCheckable(True)
        for widget in (self._holder, self.part, self.sort, self.field, self.rate, self.gap):
            flow.addWidget(widget)
        self.tabs.chosen.connect(self._tab_chosen)
        self.part.chosen.connect(self._tab_chosen)
        self.sort.chosen.connect(self._sort_chosen)
        self.field.textChanged.connect(self._find_typed)
        self.rate.clicked.connect(self.rating_wanted)
        self.gap.toggled.connect(self._gap_toggled)
        self.show_client(None)
        self.show_options(options)

    def show_options(self, options: SkillsOptions) -> None:
        """Show what is chosen, without choosing."""
        self._options = options
        self.tabs.set_index(options.tab)
        self.part.set_index(options.tab)
        self.gap.blockSignals(True)
        self.gap.setChecked(options.gap)
        self.gap.blockSignals(False)
        self.sort.set_index(next(i for i, (_, s) in enumerate(SORTS) if s == options.sort))
        if self.field.text() != options.find:
            self.field.blockSignals(True)
            self.field.setText(options.find)
            self.field.blockSignals(False)

    def show_client(self, client: ClientView | None) -> None:
        """Offer rating a client's skills, and their gap once some are rated."""
        called = client.client.called if client else ""
        self.rate.setText(pgettext("button", "Rate {client}…", client=called))
        self.rate.setAccessibleName(_("Rate the skills of {client}", client=called))
        self.gap.setAccessibleName(_("Gap of {client}: what to build first", client=called))
        self.gap.setToolTip(self.gap.accessibleName())
        self.rate.updateGeometry()
        self.rate.setVisible(client is not None)
        self.gap.setVisible(client is not None and bool(client.client.levels))

    def show_counts(self, sheet: Sheet) -> None:
        """Print how many elements each part has."""
        counts = tuple(sum(len(sheet.ratings.get(d, ())) for d in domains) for _, domains in TABS)
        if counts == self._counts:
            return
        self._counts = counts
        items = [(name, str(n) if n else "") for (name, _), n in zip(TABS, counts, strict=True)]
        old = self.tabs
        self.tabs = SegmentedControl(items, self.theme, PART, index=self._options.tab)
        self.tabs.chosen.connect(self._tab_chosen)
        self._holder_row.replaceWidget(old, self.tabs)
        old.hide()
        old.deleteLater()
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(200), self.theme.px(34))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """Where the parts do not fit side by side, choose them from a menu."""
        narrow = self.tabs.sizeHint().width() > self.width()
        self._holder.setVisible(not narrow)
        self.part.setVisible(narrow)

    def _tab_chosen(self, tab: int) -> None:
        self._choose(replace(self._options, tab=tab, scroll=0))

    def _gap_toggled(self, on: bool) -> None:
        self._choose(replace(self._options, gap=on, scroll=0))

    def _sort_chosen(self, place: int) -> None:
        self._choose(replace(self._options, sort=SORTS[place][1], scroll=0))

    def _find_typed(self, text: str) -> None:
        self._choose(replace(self._options, find=text, scroll=0))
