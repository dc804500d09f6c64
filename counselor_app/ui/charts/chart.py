"""The base of every chart: speaks its sentence, takes the focus, knows where its figures are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtGui import QPainter, QPaintEvent, QPicture
from PySide6.QtWidgets import QWidget

from counselor_app.ui.parts.heard import Value
from counselor_app.ui.parts.source import Mark, SourceWidget
from counselor_app.ui.style.theme import Theme


class ChartSpec(Protocol):
    """What all of ``counselor_app.charts`` have in common."""

    @property
    def sentence(self) -> str:
        """The chart in one sentence, for those who do not see it."""
        ...


class ChartWidget(SourceWidget):
    """Draws a chart spec with the theme. Subclasses override `draw`, `sizeHint` and the like.

    ``draw`` paints and calls `place` for each printed figure; these become the marks that the
    pointer previews and the arrow keys walk. The accessible name is the spec's sentence.
    Charts that hold a pyqtgraph view instead of painting keep this base for name and focus.
    """

    smooth = True

    def __init__(self, spec: ChartSpec, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, spec.sentence, parent)
        self._marks: list[Mark] = []

    def set_sentence(self, spec: ChartSpec) -> None:
        """Speak another spec's sentence (after the widget's data have changed)."""
        self._name = spec.sentence
        self.setAccessibleName(self._name)
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Paint the chart; the painter is antialiased and has the row font."""
        raise NotImplementedError

    def place(self, mark: Mark) -> None:
        """Note where a figure has just been drawn."""
        self._marks.append(mark)

    def marks(self) -> Sequence[Mark]:
        return self._marks

    def values(self) -> Sequence[Value]:
        if not self._marks and self.width() > 1:  # nobody has scrolled to it yet
            picture = QPicture()
            painter = QPainter(picture)
            painter.setFont(self.theme.font("row"))
            self.draw(painter)
            painter.end()
        return super().values()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._marks.clear()
        super().paintEvent(event)
