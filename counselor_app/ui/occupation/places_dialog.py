"""Choosing the places that pay is shown for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from counselor_app.domain.occupation.listing import Area, matching
from counselor_app.language import _, joined, pgettext
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.dialog import Dialog
from counselor_app.ui.parts.fixed import fix
from counselor_app.ui.parts.news import Status
from counselor_app.ui.parts.rows import RowDelegate
from counselor_app.ui.parts.scroll import thin_bars
from counselor_app.ui.parts.text_field import Field
from counselor_app.ui.parts.tick_rows import TickRows
from counselor_app.ui.style.theme import Theme

MOST = 5
CANCEL = pgettext("button", "Cancel")
_KINDS = {
    "metro": pgettext("kind of area", "(metropolitan area)"),
    "sector": pgettext("kind of area", "(sector)"),
}


@dataclass(frozen=True, slots=True)
class Wording:
    """What a chooser says: its title, its field's hint, its button, and what is ticked so far."""

    title: str
    hint: str
    use: str
    none: str
    chosen: str
    unknown: str
    most: int


PLACES = Wording(
    title=_("Places for pay"),
    hint=_("State, city or area"),
    use=_("Use these places"),
    none=_("The nation is always shown. Tick the places to show beside it."),
    chosen=_("Beside the nation"),
    unknown=_("No place of that name in the data. Try a nearby city or the state."),
    most=MOST,
)
INDUSTRIES = Wording(
    title=_("Industries for pay"),
    hint=pgettext("hint of a field", "Industry"),
    use=_("Use these industries"),
    none=_("Tick the industries to show beside the places; their pay is that of the whole nation."),
    chosen=_("Beside the places"),
    unknown=_("No industry of that name in the data. Try another word for it."),
    most=MOST,
)
HOME = Wording(
    title=pgettext("title", "Home area"),
    hint=_("State, city or area"),
    use=_("Use as home"),
    none=_("Tick the area that should come first everywhere, or none."),
    chosen=pgettext("before an area", "First everywhere"),
    unknown=PLACES.unknown,
    most=1,
)


class PlacesDialog(Dialog):
    """Areas or industries to tick; found by typing a part of the name.

    ``chosen`` carries the area codes, in the order of choosing. With an ``owner`` they can be
    theirs, which ``chosen`` says, or stand for this computer, which ``chosen_here`` says.
    """

    chosen = Signal(object)
    chosen_here = Signal(object)

    def __init__(
        self,
        areas: Sequence[Area],
        places: Sequence[str],
        theme: Theme,
        parent: QWidget | None,
        wording: Wording = PLACES,
        *,
        owner: str = "",
    ) -> None:
        super().__init__(wording.title, theme, parent, width=520, height=620)
        self._wording = wording
        self._areas = tuple(areas)
        self._places = [place for place in places if any(a.code == place for a in areas)]
        self.said = Status("", theme, role="body")
        self.content.addWidget(self.said)
        self.field = Field(_("Find by name: {what}", what=wording.hint), wording.hint, theme)
        self.content.addWidget(self.field)
        self.list = QListWidget()
        self.list.setItemDelegate(RowDelegate(self.list, TickRows(self.list, theme), theme))
        self.list.setAccessibleName(theme.say(wording.title))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        thin_bars(self.list, theme)
        self.content.addWidget(self.list, 1)
        words = _("Use for {name}", name=owner) if owner else wording.use
        self.use = Button(theme, words, look="primary")
        self.use_here = Button(theme, _("Use on this computer"), look="outlined")
        self.use_here.setVisible(bool(owner))
        self.use_here.clicked.connect(self._use_here)
        self.buttons.addWidget(self.use_here)
        self.buttons.addWidget(self.use)
        self.close_button.setText(CANCEL)
        self.close_button.setAccessibleName(CANCEL)
        self.field.textChanged.connect(self._fill)
        self.list.itemChanged.connect(self._ticked)
        self.list.itemActivated.connect(self._flip)
        self.use.clicked.connect(self._use)
        self._fill("")
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.list.setFocus()
            self.list.setCurrentRow(max(self.list.currentRow(), 0))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            if self.field.text() and self.list.count():
                self._flip(self.list.item(0))
                self.field.clear()
            elif not self.field.text() and self._places:
                self.use.click()  # what was found and ticked is meant
        else:
            super().keyPressEvent(event)

    def _fill(self, text: str) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        found = matching(self._areas, text, self.theme.order)
        ticked = [a for p in self._places for a in self._areas if a.code == p]
        for area in found if text else [*ticked, *(a for a in found if a not in ticked)]:
            item = QListWidgetItem(self.theme.say(joined((area.name, _KINDS.get(area.kind, "")))))
            item.setData(Qt.ItemDataRole.UserRole, area.code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = area.code in self._places
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._say(bool(found))

    def _flip(self, item: QListWidgetItem) -> None:
        on = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _ticked(self, item: QListWidgetItem) -> None:
        code = item.data(Qt.ItemDataRole.UserRole)
        if item.checkState() == Qt.CheckState.Checked:
            if self._wording.most == 1:
                self._untick_all_but(item)
                self._places.clear()
            if code not in self._places:
                self._places.append(code)
        elif code in self._places:
            self._places.remove(code)
        self._say(True)

    def _untick_all_but(self, kept: QListWidgetItem) -> None:
        self.list.blockSignals(True)
        for item in (self.list.item(row) for row in range(self.list.count())):
            if item is not kept:
                item.setCheckState(Qt.CheckState.Unchecked)
        self.list.blockSignals(False)

    def _say(self, any_found: bool) -> None:
        names, wording = {a.code: a.name for a in self._areas}, self._wording
        words: str = wording.none
        if not any_found:
            words = wording.unknown
        elif len(self._places) > wording.most:
            words = _("At most {n} fit beside the nation; take some off.", n=wording.most)
        elif self._places:
            words = joined((wording.chosen, joined((names[p] for p in self._places), "; ")), ": ")
        self.said.setText(words)
        self.use.setEnabled(len(self._places) <= wording.most)

    def fix_here(self) -> None:
        """Leave what is set for this computer to the school."""
        self.content.addWidget(fix(self.theme, self.use_here))

    def _use_here(self) -> None:
        self.chosen_here.emit(tuple(self._places))
        self.accept()

    def _use(self) -> None:
        self.chosen.emit(tuple(self._places))
        self.accept()
