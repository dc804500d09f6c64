"""Where a next step is written while one talks: what, by which day, with whom."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counselor_app.domain.figures.when import day_typed
from counselor_app.domain.record.plan import LONGEST_STEP
from counselor_app.language import _, pgettext
from counselor_app.ui.parts.text_field import Field
from counselor_app.ui.style.theme import Theme


class NewStep(QWidget):
    """Enter in any of the three fields adds the step; ``added`` carries it."""

    added = Signal(str, object, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.text = Field(_("New next step"), _("Next step, then Enter"), theme, role="row")
        self.text.setMaxLength(LONGEST_STEP)
        self.day = Field(_("By which day"), _("by (Dec 11)"), theme, role="row")
        self.who = Field(
            pgettext("field", "With whom"), pgettext("hint of a field", "with whom"), theme,
            role="row",
        )  # fmt: skip
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        row.setSpacing(theme.px(6))
        column.addWidget(self.text)
        column.addLayout(row)
        for field in (self.day, self.who):
            field.setMinimumWidth(1)
            row.addWidget(field, 1)
        for field in (self.text, self.day, self.who):
            field.returnPressed.connect(self._add)
        self.day.textEdited.connect(lambda: self.day.set_trouble(""))

    def clear(self) -> None:
        """Ready for the next one."""
        for field in (self.text, self.day, self.who):
            field.clear()
        self.text.setFocus()

    def _add(self) -> None:
        text, typed = self.text.text().strip(), self.day.text().strip()
        due = day_typed(typed, date.today()) if typed else None
        if typed and due is None:
            self.day.set_trouble(_("Type a day, like Dec 11 or 12/11."))
            self.day.setFocus()
        elif text:
            self.added.emit(text, due, self.who.text().strip())
