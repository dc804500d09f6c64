"""The main window: header, sidebar, one or two occupations, footer.

Only what the first frame needs is made at once; `use` brings the rest once the pack is open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from counselor_app.ui.frame import Footer, Header
from counselor_app.ui.theme import Theme
from counselor_app.ui.welcome import Welcome

if TYPE_CHECKING:
    from counselor_app.ui.desk import Desk
    from counselor_app.ui.widgets.error_bar import ErrorBar

SIZE = (1440, 900)
SMALLEST = (640, 480)


class MainWindow(QWidget):
    """Header, sidebar, middle and footer, laid out by hand; the keyboard's entry point."""

    first_painted = Signal()
    closing = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.desk: Desk | None = None
        self._painted = False
        self._bar: ErrorBar | None = None
        self._drawer_open = False
        self.setWindowTitle("Counselor")
        self.setAccessibleName("Counselor")
        self.resize(*SIZE)
        self.setMinimumSize(*SMALLEST)
        self.header = Header(theme, self)
        self.footer = Footer(theme, self)
        self.welcome = Welcome(theme, self)
        self.header.search.setFocus()
        theme.changed.connect(self._restyle)

    @property
    def sidebar_shown(self) -> bool:
        """Whether the sidebar has its own place beside the panes (else it slides over them)."""
        if self.desk is None:
            return True
        return self.width() - self.desk.sidebar.wanted_width() >= self.desk.wanted_width()

    def use(self, desk: Desk) -> None:
        """Fill the window with an opened pack's sidebar and panes."""
        self.retire()
        self.desk = desk
        self.welcome.invite()
        desk.panes.setVisible(desk.panes.first.sheet is not None)
        desk.sidebar.show()
        self.header.print.setEnabled(False)
        self.arrange()

    def retire(self) -> None:
        """Take the opened pack out of the window again."""
        if self.desk is not None:
            self.desk.dispose()
            self.desk = None
            self.header.print.setEnabled(False)
            self.header.places.setEnabled(False)
            self.welcome.show()
            self.arrange()

    def say(self, message: str, action: tuple[str, Callable[[], object]] | None = None) -> None:
        """Show the error bar."""
        from counselor_app.ui.widgets.error_bar import ErrorBar

        if self._bar is not None:
            self._bar.hide()
            self._bar.deleteLater()
        self._bar = ErrorBar(message, self.theme, action, self)
        self._bar.close_button.clicked.connect(self.arrange)
        self._bar.show()
        self.arrange()

    def unsay(self) -> None:
        """Take the error bar away."""
        if self._bar is not None:
            self._bar.hide()
            self.arrange()

    @property
    def drawer_open(self) -> bool:
        """Whether the sidebar lies over the panes now."""
        return self._drawer_open and not self.sidebar_shown

    def set_drawer(self, shown: bool) -> None:
        """Slide the sidebar over the panes, or away, where it has no place of its own."""
        self._drawer_open = shown
        self.arrange()

    def arrange(self) -> None:
        """Give every part its place."""
        width, height = self.width(), self.height()
        top, bottom = self.header.height(), self.footer.height()
        self.header.setGeometry(0, 0, width, top)
        self.footer.setGeometry(0, height - bottom, width, bottom)
        left = self._sidebar_room()
        if self._bar is not None and not self._bar.isHidden():
            high = self._bar.heightForWidth(width - left)
            self._bar.setGeometry(left, top, width - left, high)
            top += high
        middle = (left, top, width - left, height - top - bottom)
        self.welcome.setGeometry(*middle)
        if self.desk is not None:
            self.desk.panes.setGeometry(*middle)
            self.desk.sidebar.setGeometry(
                0, self.header.height(), self.desk.sidebar.wanted_width(),
                height - self.header.height() - bottom,
            )  # fmt: skip
            self.header.list.setHidden(self.sidebar_shown)
            shown = self.sidebar_shown or self._drawer_open
            self.desk.sidebar.setVisible(shown)
            self.desk.sidebar.raise_()
            self.welcome.setVisible(self.desk.panes.isHidden())
        field = self.desk.sidebar.wanted_width() if self.desk else self.theme.px(316)
        self.header.search.setFixedWidth(
            max(min(field - self.theme.px(24), width - self.theme.px(230)), 180)
        )

    def regions(self) -> list[QWidget]:
        """The parts that F6 walks, in order."""
        found: list[QWidget] = [self.header]
        if self._bar is not None and not self._bar.isHidden():
            found.append(self._bar)
        if self.desk is not None:
            found += [self.desk.sidebar]
            for pane in self.desk.panes.panes:
                found += pane.widgets()
        found += [self.welcome, self.footer]
        return [part for part in found if part.isVisible()]

    def step_region(self, step: int) -> None:
        """Move the focus to the next or previous part of the window."""
        regions = [r for r in self.regions() if next(focusable(r), None) is not None]
        focus = self.focusWidget()
        here = next(
            (i for i, r in enumerate(regions) if focus and (r is focus or r.isAncestorOf(focus))),
            0,
        )
        target = regions[(here + step) % len(regions)]
        widget = next(focusable(target))
        widget.setFocus(Qt.FocusReason.TabFocusReason)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab in reading order: pages are made late, so Qt's own order would be wrong."""
        overlay = next((w for w in self._overlays() if w.isVisible()), None)
        parts = [overlay] if overlay else self.regions()
        order = [widget for part in parts for widget in focusable(part)]
        focus = self.focusWidget()
        if not order:
            return False
        here = order.index(focus) if focus in order else -1 if forward else 0
        target = order[(here + (1 if forward else -1)) % len(order)]
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        target.setFocus(reason)
        _scroll_to(target)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters typed anywhere search."""
        text = event.text()
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        search = self.header.search
        if plain and text.isprintable() and text.strip() and not search.hasFocus():
            search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            search.selectAll()
            QGuiApplication.sendEvent(search, event)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.tokens.window)
        if self.desk is None:
            x = self.theme.px(316) - 1
            painter.fillRect(x, 0, 1, self.height(), self.theme.tokens.line)
        if not self._painted:
            self._painted = True
            # The children paint right after; then the frame is on the screen.
            QTimer.singleShot(0, self.first_painted.emit)

    def closeEvent(self, event: QEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)  # type: ignore[arg-type]

    def _sidebar_room(self) -> int:
        if self.desk is None:
            return self.theme.px(316)
        return self.desk.sidebar.wanted_width() if self.sidebar_shown else 0

    def _overlays(self) -> Iterator[QWidget]:
        if self.desk is not None and self.desk.popovers.shown is not None:
            yield self.desk.popovers.shown

    def _restyle(self) -> None:
        QApplication.setPalette(self.theme.palette())
        self.arrange()
        self.update()


def focusable(widget: QWidget) -> Iterator[QWidget]:
    """The widgets that Tab reaches inside ``widget``, in the order in which they are laid out."""
    if widget.isHidden() or not widget.isEnabled():
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
        yield widget
    seen: set[QObject] = set()
    layout = widget.layout()
    ordered = list(_laid_out(layout)) if layout is not None else []
    others = [c for c in widget.children() if isinstance(c, QWidget) and not c.isWindow()]
    for child in (*ordered, *others):
        if child not in seen:
            seen.add(child)
            yield from focusable(child)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _scroll_to(widget: QWidget) -> None:
    """Scroll the page so that ``widget`` is in view."""
    from PySide6.QtWidgets import QScrollArea

    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 40, 40)
        above = above.parentWidget()
