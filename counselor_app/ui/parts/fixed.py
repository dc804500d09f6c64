"""What the school has set is shown, and cannot be changed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from counselor_app.machine import BY_SCHOOL
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.theme import Theme


def fix(theme: Theme, *controls: QWidget) -> Prose:
    """Let the controls rest; the words that say why, to stand beside them."""
    for control in controls:
        control.setEnabled(False)
        control.setToolTip(theme.say(BY_SCHOOL))
        control.setAccessibleDescription(theme.say(BY_SCHOOL))
    return Prose(BY_SCHOOL, theme, role="caption", tone="text2", wrap=False)
