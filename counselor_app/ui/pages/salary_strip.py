"""The controls above the pay chart: a year or an hour, and which places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counselor_app.domain.pay_words import only_basis_words, pay_basis
from counselor_app.domain.sheet import Sheet
from counselor_app.domain.wages import Basis
from counselor_app.ui.theme import Theme
from counselor_app.ui.widgets.buttons import Button, SegmentedControl
from counselor_app.ui.widgets.flow import FlowLayout
from counselor_app.ui.widgets.series import PlaceChip
from counselor_app.ui.widgets.text import Prose

BASES: tuple[tuple[str, Basis], ...] = (("Annual", "annual"), ("Hourly", "hourly"))


@dataclass(frozen=True, slots=True)
class SalaryOptions:
    """Pay a year or an hour."""

    basis: Basis = "annual"


class SalaryStrip(QWidget):
    """A year or an hour; the places as chips; a button for another place."""

    place_wanted = Signal()
    place_removed = Signal(str)

    def __init__(self, theme: Theme, choose: Callable[[SalaryOptions], None]) -> None:
        super().__init__()
        self.theme = theme
        self.setAccessibleName("What the pay chart shows")
        self._flow = FlowLayout(theme, (12, 8), self)
        self.basis = SegmentedControl([name for name, _ in BASES], theme, "Pay a year or an hour")
        self.basis.chosen.connect(lambda i: choose(SalaryOptions(BASES[i][1])))
        self.reason = Prose("", theme, role="caption", tone="text2")
        self.add = Button(theme, "Place", icon="plus", name="Add a place", role="row")
        self.add.clicked.connect(self.place_wanted)
        self._chips: list[PlaceChip] = []
        self._flow.addWidget(self.basis)
        self._flow.addWidget(self.reason)
        self._flow.addWidget(self.add)

    def show_sheet(self, sheet: Sheet, options: SalaryOptions) -> None:
        """Show what is chosen for an occupation, without choosing."""
        reason = only_basis_words(sheet.nation)
        basis = pay_basis(sheet.nation, options.basis)
        self.basis.set_index(next(i for i, (_, b) in enumerate(BASES) if b == basis))
        self.basis.setEnabled(reason is None)
        self.basis.setAccessibleDescription(reason or "")
        self.reason.setText(reason or "")
        self.reason.setVisible(reason is not None)
        places = [(row.place, row.place_code) for row in sheet.wages]
        if places == [(chip.text(), chip.area) for chip in self._chips]:
            return
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.add)
        self._chips = [
            PlaceChip(name, code, i, self.theme, self) for i, (name, code) in enumerate(places)
        ]
        for chip in self._chips:
            chip.removed.connect(self.place_removed)
            self._flow.addWidget(chip)
            chip.show()
        self._flow.addWidget(self.add)
        previous: QWidget = self.basis
        for widget in (*self._chips, self.add):
            QWidget.setTabOrder(previous, widget)
            previous = widget
        self.updateGeometry()
