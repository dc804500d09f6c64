"""The five steps of a session in the bar, and the switch that turns the screen to the client."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Literal

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton

from counselor_app.domain.session.steps import (
    CLIENTS_NAMES,
    NAMES,
    STEPS,
    SoFar,
    Step,
    StepKey,
    step_name,
    steps,
)
from counselor_app.language import _, pgettext
from counselor_app.ui.parts.control import Control
from counselor_app.ui.style.theme import Theme

Form = Literal["full", "names", "numbers"]
_ONCE_MORE_MS = 3_000


class StepButton(Control, QPushButton):
    """One step: ``mark``, ``number``, ``count``; ``here`` while its page is open."""

    def __init__(self, step: Step, number: int, theme: Theme) -> None:
        super().__init__(theme.say(NAMES[step.key]))
        self.number, self.here, self.mark, self.count = number, False, step.mark, ""
        self.form: Form = "full"
        self._shown: object = None
        self.wear(theme, "step")

    def show_step(self, step: Step, *, here: bool, client_view: bool, form: Form) -> bool:
        """Show how the step stands; the client reads it in other words and without a count.

        Whether that is another state than before.
        """
        shown, say = (step, here, client_view, form), self.theme.say
        if shown == self._shown:
            return False
        self._shown = shown
        names = CLIENTS_NAMES if client_view else NAMES
        self.setText(say(names[step.key]))
        self.mark, self.here = step.mark, here
        self.form = "names" if client_view and form == "full" else form
        self.count = say(step.count)
        name = names[step.key] if client_view else step_name(step, here=here)
        self.setAccessibleName(say(name))
        self.setToolTip(say(pgettext("step", "{step} (Alt+{n})", step=name, n=self.number)))
        self.restyle()
        return True


class Spine(QFrame):
    """The steps side by side. ``chosen`` carries the one to open."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setAccessibleName(theme.say(_("Steps of the session")))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._steps = steps(SoFar())
        self._here: StepKey | None = None
        self._client_view = False
        self._form: Form = "full"
        self.buttons: dict[StepKey, StepButton] = {}
        for number, step in enumerate(self._steps, 1):
            button = StepButton(step, number, theme)
            button.clicked.connect(partial(self.chosen.emit, step.key))
            self._row.addWidget(button)
            self.buttons[step.key] = button
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_steps(self, found: Sequence[Step], here: StepKey | None, *, client_view: bool) -> bool:
        """Show how the session stands, and which step's page is open; whether that is news."""
        self._steps, self._here, self._client_view = tuple(found), here, client_view
        return self._fill()

    def set_form(self, form: Form) -> None:
        """With counts, by name, or by number alone, as there is room."""
        if form != self._form:
            self._form = form
            self._fill()

    def restyle(self) -> None:
        """Take the theme's new sizes."""
        self._row.setSpacing(self.theme.px(8))
        self._fill()

    def _fill(self) -> bool:
        news = False
        for key, step in zip(STEPS, self._steps, strict=True):
            news |= self.buttons[key].show_step(
                step, here=key == self._here, client_view=self._client_view, form=self._form
            )
        return news


class ClientSwitch(Control, QCheckBox):
    """On, the screen is turned to the client. Off again takes two presses, or the key.

    ``turned`` carries the new state.
    """

    turned = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.bare = False
        self.setTristate(False)
        self.wear(theme, "switch")
        self._waits = QTimer(self)
        self._waits.setSingleShot(True)
        self._waits.setInterval(_ONCE_MORE_MS)
        self._waits.timeout.connect(self._tell)
        self._tell()

    def show_state(self, on: bool) -> None:
        """Show whether the screen is turned to the client."""
        self._waits.stop()
        self.setChecked(on)
        self._tell()

    def set_bare(self, bare: bool) -> None:
        """Show the switch without its words."""
        if bare != self.bare:
            self.bare = bare
            self.restyle()

    def nextCheckState(self) -> None:
        """One press turns it on; off again takes two, so that no slip of the hand does it."""
        if not self.isChecked() or self._waits.isActive():
            self.turned.emit(not self.isChecked())
        else:
            self._waits.start()
            self._tell()

    def _tell(self) -> None:
        say = self.theme.say
        words = (
            _("Once more to leave") if self._waits.isActive() else pgettext("switch", "Client view")
        )
        self.setText(say(words))
        self.setAccessibleName(say(_("Client view (Ctrl+Shift+V)")))
        self.setAccessibleDescription(
            say(_("Press twice to turn it off")) if self.isChecked() else ""
        )
        self.setToolTip(self.accessibleName())
        self.restyle()
