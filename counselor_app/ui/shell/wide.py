"""What stands around the list of occupations in a session: the way back, filters, a preview."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from counselor_app.domain.fit.result_order import ORDERS, Order
from counselor_app.domain.occupation.listing import OccupationRow
from counselor_app.domain.occupation.search import Hit, only_guesses
from counselor_app.language import _, pgettext
from counselor_app.ui.counsel.match_filters import FilterBar, MatchOptions
from counselor_app.ui.parts.back import BackButton
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.choices import ChoiceButton
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.shell.preview import Preview
from counselor_app.ui.style.look import dress

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from counselor_app.ui.shell.plain_jobs import PlainJobs
    from counselor_app.ui.shell.results import RowView
    from counselor_app.ui.style.theme import Theme

T = TypeVar("T", Hit, OccupationRow)
_SOON_MS = 60
_BESIDE, _LOW = 1200, 480
_PREVIEW = 350


class _Side(QFrame):
    """The preview behind a hairline, which parts it from the list where their grounds are alike."""

    look = "right"

    def __init__(self, preview: Preview, theme: Theme) -> None:
        super().__init__()
        dress(self, theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 0, 0, 0)
        row.addWidget(preview)


class Wide(QObject):
    """``filtered`` follows other filters, or another place for pay; in a low window the filters
    come on demand. The preview shows the current row of ``results`` a moment after it was chosen:
    typing never waits for it.
    """

    filtered = Signal()

    def __init__(
        self, theme: Theme, plain: PlainJobs, families: Sequence[str], results: RowView
    ) -> None:
        super().__init__(results)
        self.theme, self.plain, self._results = theme, plain, results
        self._on = self._client_view = self._roomy = self._low = False
        self._useful = True
        self._marks: tuple[Collection[str], Collection[str], str] = ((), (), "")
        self.back = BackButton(theme)
        self.back.served = True
        self.fold = Button(theme, pgettext("button", "Filters"), icon="choices", look="outlined")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._fit)
        self.hint = Prose("", theme, role="row", tone="text2", wrap=False)
        self.filters = FilterBar(MatchOptions(place=plain.place), plain.places, families, theme)
        self.filters.everyone = plain.every()
        self.filters.changed.connect(self._changed)
        self._orders: tuple[Order, ...] = ("best",)
        self.order = ChoiceButton((ORDERS["best"],), theme, _("Order of the list"))
        self.order.chosen.connect(self._reordered)
        self._query = ""
        self._ordered: tuple[str, Order] = ("", "best")
        self._found = False
        self.preview = Preview(theme)
        self._side = _Side(self.preview, theme)
        self._offer_orders()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.show_current)
        results.selectionModel().currentChanged.connect(self._soon.start)

    def lay_into(self, head: QHBoxLayout, top: QVBoxLayout, middle: QHBoxLayout) -> None:
        """Take a place around the list."""
        if (heading := head.itemAt(0)) is not None:
            heading.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        head.insertWidget(0, self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignVCenter)
        head.setSpacing(self.theme.px(14))
        row = QHBoxLayout()
        row.addWidget(self.filters, 1)
        row.addWidget(self.order, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(row)
        middle.addWidget(self._side)

    def passing(self, of: Sequence[T]) -> Sequence[T]:
        """The hits or occupations that the filters let through."""
        if self.filters.clean:
            return of
        options, (starred, ticked, _called) = self.filters.options, self._marks
        rows = self.plain.passing([one.code for one in of], options.filters).rows
        codes = {one.job.code for one in rows}
        if options.only != "all":
            codes.intersection_update(ticked if options.only == "ticked" else starred)
        return [one for one in of if one.code in codes]

    def order_of(self, query: str) -> None:
        """Another search begins with its best match, unless it was ordered before."""
        self._query = query
        words, order = self._ordered
        again = query == words and order in self._orders
        self.order.set_index(self._orders.index(order) if again else 0)

    def ordered(self, hits: Sequence[Hit]) -> tuple[Sequence[Hit], str]:
        """Hits in the order that is chosen, and its name; "" for the best match first."""
        order = self._orders[self.order.index()]
        if order == "best" or only_guesses(hits):
            return hits, ""
        by_code = {hit.code: hit for hit in hits}
        return [by_code[c] for c in self.plain.in_order(by_code, order)], ORDERS[order]

    def take(self, plain: PlainJobs) -> None:
        """Other places, another home, another client."""
        if plain.place != self.plain.place or plain.places != self.plain.places:
            self.filters.set_places(plain.places, plain.place)
        self.plain = plain
        self.filters.everyone = plain.every()
        self.filters.set_offered(rated=plain.rated, liked=False)
        self._offer_orders()

    def _offer_orders(self) -> None:
        orders = tuple(one for one in ORDERS if one != "tier" or self.plain.tiered)
        if orders != self._orders:
            now = self._orders[self.order.index()]
            self._orders = orders
            place = orders.index(now) if now in orders else 0
            self.order.set_items([ORDERS[one] for one in orders], place)

    def set_on(self, on: bool, *, client_view: bool) -> None:
        """Whether there is a session, and whether the client reads along."""
        self._on, self._client_view = on, client_view
        self.filters.set_client_view(client_view)
        keys = _("Enter opens, Ctrl+D opens beside, Ctrl+S stars")
        self.hint.setText(_("Enter opens, Ctrl+S stars") if client_view else keys)
        if not on:
            self.back.lead_to("")
        self.show_current()
        self._fit()

    def set_marks(self, starred: Collection[str], ticked: Collection[str], called: str) -> None:
        """What is starred and ticked, and for whom."""
        self._marks = (starred, ticked, called)
        if self.filters.options.only != "all":
            self.filtered.emit()
        self.preview.set_marks(*self._marks, client_view=self._client_view)

    def offer_filters(self, useful: bool, *, found: bool) -> None:
        """Where nothing is found there is nothing to filter, and where nothing was searched for no
        match to order.
        """
        if (useful, found) != (self._useful, self._found):
            self._useful, self._found = useful, found
            self._fit()

    def fit(self, width: int, height: int) -> None:
        """The preview stands beside the list where there is room for both."""
        px = self.theme.px
        self._roomy, self._low = width >= px(_BESIDE), height < px(_LOW)
        self._side.setFixedWidth(min(px(_PREVIEW + 60), max(px(_PREVIEW), width // 4)))
        self._fit()

    def show_current(self) -> None:
        """Show the row that is chosen now."""
        self._soon.stop()
        row = self._results.current_row() if self._on else None
        job = row is not None and row.kind == "job"
        look = self.plain.look(row.code, client_view=self._client_view) if row and job else None
        if look != self.preview.look:
            self.preview.show_look(look)
        self.preview.set_marks(*self._marks, client_view=self._client_view)

    def _fit(self) -> None:
        shown = self._on and self._roomy
        self._side.setVisible(shown)
        offered = self._on and self._useful
        self.fold.setVisible(offered and self._low)
        unfolded = offered and (not self._low or self.fold.isChecked())
        self.filters.setVisible(unfolded)
        self.order.setVisible(unfolded and self._found)
        self.hint.setVisible(shown)
        self._results.previewed = shown

    def _reordered(self, _place: int) -> None:
        self._ordered = (self._query, self._orders[self.order.index()])
        self.filtered.emit()
        self.show_current()

    def _changed(self, options: MatchOptions) -> None:
        if options.place != self.plain.place:
            self.plain = self.plain.at(options.place)
        self.filtered.emit()
        self.show_current()
