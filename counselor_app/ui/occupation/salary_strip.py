"""The controls above the pay chart: a year or an hour, places, prices, the client's own wage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counselor_app.domain.figures.wording import money
from counselor_app.domain.occupation.pay_words import only_basis_words, pay_basis
from counselor_app.domain.occupation.prices import PriceParities
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.target import Target, parse_target, target_in
from counselor_app.domain.occupation.wages import UNITS, Basis
from counselor_app.errors import UserError
from counselor_app.language import _, joined, pgettext
from counselor_app.ui.charts.series import PlaceChip
from counselor_app.ui.parts.buttons import Button, SegmentedControl
from counselor_app.ui.parts.check import Check
from counselor_app.ui.parts.control import Speaker
from counselor_app.ui.parts.flow import FlowLayout
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.parts.text_field import AmountField
from counselor_app.ui.style.theme import Theme

COST = _("Cost of living")
BASES: tuple[tuple[str, Basis], ...] = (
    (pgettext("choice", "Annual"), "annual"),
    (pgettext("choice", "Hourly"), "hourly"),
)


@dataclass(frozen=True, slots=True)
class SalaryOptions:
    """Pay a year or an hour, the client's own wage, cost of living; how far enlarged, about what.

    ``zoom`` counts steps, ``about`` are dollars (see `charts.spec.zoomed`).
    """

    basis: Basis = "annual"
    target: Target | None = None
    prices: bool = False
    zoom: int = 0
    about: float | None = None


class SalaryStrip(Speaker, QWidget):
    """A year or an hour; places and industries as chips; cost of living; the client's wage.

    ``place_wanted`` says which kind: "area" or "industry".
    """

    place_wanted = Signal(str)
    place_removed = Signal(str)

    def __init__(self, theme: Theme, choose: Callable[[SalaryOptions], None]) -> None:
        super().__init__()
        self.theme = theme
        self._choose, self._options = choose, SalaryOptions()
        self.setAccessibleName(_("What the pay chart shows"))
        self._flow = FlowLayout(theme, (10, 8), self)
        self.basis = SegmentedControl(
            [name for name, _ in BASES], theme, _("Pay a year or an hour")
        )
        self.basis.chosen.connect(lambda i: self._change(basis=BASES[i][1]))
        self.reason = Prose("", theme, role="caption", tone="text2")
        place, industry = pgettext("button", "Place"), pgettext("button", "Industry")
        self.add = Button(theme, place, icon="plus", name=_("Add a place"), role="row")
        self.add.clicked.connect(lambda: self.place_wanted.emit("area"))
        self.industry = Button(theme, industry, icon="plus", name=_("Add an industry"), role="row")
        self.industry.clicked.connect(lambda: self.place_wanted.emit("industry"))
        self.prices = Check(COST, theme)
        self.prices.toggled.connect(lambda on: self._change(prices=on))
        self.prices.hide()
        self._label = Prose("", theme, role="row", wrap=False)
        self.target = AmountField(theme)
        self.target.typed.connect(self._typed)
        self._wrong = Prose("", theme, role="caption", tone="client_text")
        self._wrong.hide()
        self._chips: list[PlaceChip] = []
        self._tail = (
            self.add, self.industry, self.prices, _Pair(self._label, self.target, theme),
            self._wrong,
        )  # fmt: skip
        for part in (self.basis, self.reason, *self._tail):
            self._flow.addWidget(part)

    def show_sheet(
        self,
        sheet: Sheet,
        options: SalaryOptions,
        parities: PriceParities | None = None,
        client: str = "",
    ) -> None:
        """Show what is chosen for an occupation, without choosing; ``client`` owns the target."""
        self._options = options
        reason = only_basis_words(sheet.nation)
        basis = pay_basis(sheet.nation, options.basis)
        self.basis.set_index(next(i for i, (_, b) in enumerate(BASES) if b == basis))
        self.basis.setEnabled(reason is None)
        self.basis.setAccessibleDescription(reason or "")
        self.reason.setText(reason or "")
        self.reason.setVisible(reason is not None)
        self._show_prices(parities)
        self._show_target(sheet, basis, client)
        self._show_places([(row.place, row.place_code) for row in sheet.wages])
        self._flow.invalidate()
        self.updateGeometry()

    def _show_prices(self, parities: PriceParities | None) -> None:
        self.prices.setVisible(parities is not None)
        if parities is None:
            return
        known = parities.year is not None
        self.prices.set_words(
            joined((COST, f"{parities.year}"), ", ")
            if known
            else joined((COST, parities.missing), ": ")
        )
        self.prices.setEnabled(known)
        self.prices.blockSignals(True)
        self.prices.setChecked(self._options.prices and known)
        self.prices.blockSignals(False)

    def _show_target(self, sheet: Sheet, basis: Basis, client: str) -> None:
        target = self._options.target
        amount = target_in(target, sheet.nation, basis) if target else None
        unit: Basis = basis
        if target and amount is None:  # kept as typed; the page says why it is not drawn
            amount, unit = target.amount, target.basis
        hourly = unit == "hourly"
        text = ""
        if amount is not None:
            text = money(amount, hourly=hourly and amount != int(amount))
        self.target.show_amount(text)
        self._label.setText(
            pgettext("field", "{client}’s target", client=client)
            if client
            else pgettext("field", "Target")
        )
        self.target.setPlaceholderText(_("$ {unit}", unit=UNITS[unit]))
        said, label = UNITS[unit], self._label.text()
        self.target.setAccessibleName(
            _("{label}: an offer or a hope, dollars {unit}", label=label, unit=said)
        )
        self._wrong.hide()

    def _show_places(self, places: list[tuple[str, str]]) -> None:
        said = [(self.theme.say(name), code) for name, code in places]
        if said == [(chip.text(), chip.area) for chip in self._chips]:
            return
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for kept in self._tail:
            self._flow.removeWidget(kept)
        self._chips = [
            PlaceChip(name, code, i, self.theme, self) for i, (name, code) in enumerate(places)
        ]
        for chip in self._chips:
            chip.removed.connect(self.place_removed)
            self._flow.addWidget(chip)
            chip.show()
        for kept in self._tail:
            self._flow.addWidget(kept)
        previous: QWidget = self.basis
        for widget in (*self._chips, self.add, self.industry, self.prices, self.target):
            QWidget.setTabOrder(previous, widget)
            previous = widget

    def _typed(self, text: str) -> None:
        basis = BASES[self.basis.index()][1]
        try:
            self._change(target=parse_target(text, basis))
        except UserError as error:
            self.target.wrong = True
            self.target.update()
            self._wrong.setText(str(error))
            self._wrong.show()
            self.target.setAccessibleDescription(str(error))
            self._flow.invalidate()
            self.updateGeometry()

    def _change(self, **changes: object) -> None:
        self._choose(replace(self._options, **changes))  # type: ignore[arg-type]


class _Pair(QWidget):
    """A label and its field, never on two lines."""

    def __init__(self, label: Prose, field: AmountField, theme: Theme) -> None:
        super().__init__()
        row = FlowLayout(theme, (8, 2), self)
        row.addWidget(label)
        row.addWidget(field)
