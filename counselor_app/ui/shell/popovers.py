"""When source popovers come and go."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from counselor_app.domain.figures.provenance import Figure
from counselor_app.ui.parts.popover import Popover
from counselor_app.ui.parts.source import SourceRequest
from counselor_app.ui.style.theme import Theme

_LINGER_MS = 250


class Popovers(QObject):
    """At most one popover in the window.

    ``about`` names the occupation around a widget, ``meaning`` says what a figure is
    about, label and text.
    """

    all_sources = Signal()

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        about: Callable[[QWidget], str],
        meaning: Callable[[Figure], Sequence[tuple[str, str]]],
    ) -> None:
        super().__init__(window)
        self._theme, self._window, self._about, self._meaning = theme, window, about, meaning
        self.shown: Popover | None = None
        theme.changed.connect(self.close)

    def request(self, request: SourceRequest) -> None:
        """Show where a figure comes from; a preview never replaces a pinned popover."""
        if self.shown is not None and self.shown.request.pinned and not request.pinned:
            return
        self.close()
        subject = request.mark.subject
        self.shown = Popover(
            request,
            self._about(request.widget),
            self._theme,
            self._window,
            self._meaning(subject) if isinstance(subject, Figure) else (),
        )
        self.shown.all_sources.connect(self.all_sources)
        self.shown.dismissed.connect(self._forget)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def close(self) -> None:
        """Close the popover, if any."""
        if self.shown is not None:
            self.shown.dismiss()

    def pointer_left(self) -> None:
        """The pointer left the figure: a preview goes, unless the pointer went into it."""
        shown = self.shown
        if shown is not None and not shown.request.pinned:
            QTimer.singleShot(_LINGER_MS, shown, lambda: self._drop(shown))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """A click outside closes the popover."""
        if (
            self.shown is not None
            and event.type() == QEvent.Type.MouseButtonPress
            and isinstance(event, QMouseEvent)
        ):
            point = self._window.mapFromGlobal(event.globalPosition().toPoint())
            if not self.shown.geometry().contains(point):
                self.close()
        return False

    def _drop(self, popover: Popover) -> None:
        if popover is self.shown and not popover.underMouse():
            self.close()

    def _forget(self) -> None:
        self.shown = None
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
