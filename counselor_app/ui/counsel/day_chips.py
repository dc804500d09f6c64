"""A chip on licenses or on what the days are like; its count is told when it is opened."""

from __future__ import annotations

from collections.abc import Callable

from counselor_app.domain.occupation.days import FILTER_NOTES, FILTERS, DayCount, DayFilter
from counselor_app.language import joined, pgettext
from counselor_app.ui.parts.filter_chip import FilterChip
from counselor_app.ui.style.theme import Theme


class DayChip(FilterChip):
    """One such filter, asked or not. ``counted`` says of how many jobs it is so, or not said."""

    def __init__(
        self, day: DayFilter, theme: Theme, counted: Callable[[], DayCount], *, on: bool
    ) -> None:
        self.day, self._counted = day, counted
        name = FILTERS[day]
        super().__init__((pgettext("filter", "Either"), name), theme, name, index=int(on))
        self.setToolTip(theme.say(FILTER_NOTES[day]))
        self.menu().aboutToShow.connect(self._count)

    def _count(self) -> None:
        words = joined((FILTERS[self.day], self._counted().words), ": ")
        self.menu().actions()[1].setText(self.theme.say(words))
