"""The visible way back, which names where it leads."""

from __future__ import annotations

from counselor_app.language import _
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.style.theme import Theme


class BackButton(Button):
    """At the top left of every page; the window says where it leads, and goes there.

    It takes no room while there is nowhere to go back to. ``served`` is set by the window once
    it goes back where it is pressed.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, icon="left", look="outlined")
        self.served = self._cramped = False
        self.lead_to("")

    def lead_to(self, place: str) -> None:
        """Name where it leads; "" takes it away."""
        say = self.theme.say
        shown = bool(place) and not self._cramped
        if say(place) == self.text() and self.isHidden() is not shown:
            return
        self.setText(say(place))
        name = say(_("Back to {place} (Alt+Left)", place=place)) if place else ""
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setVisible(shown)
        self.restyle()

    def set_cramped(self, cramped: bool) -> None:
        """Give way where there is no room even for the arrow; the keys still go back."""
        if cramped != self._cramped:
            self._cramped = cramped
            self.lead_to(self.text())
