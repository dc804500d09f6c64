"""What stands on a job's card: pay, schooling and outlook in a row, interests with pictures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from counselor_app.domain.fit.sureness import Tier
from counselor_app.domain.occupation.pay_words import in_place
from counselor_app.domain.session.because import SHORTLY
from counselor_app.domain.session.likes import Like
from counselor_app.kiosk.pictograms import Pictogram
from counselor_app.kiosk.widgets import TARGET, Aside
from counselor_app.language import Said, _, listed
from counselor_app.ui.parts.control import Control
from counselor_app.ui.parts.flow import FlowLayout
from counselor_app.ui.parts.text import Prose
from counselor_app.ui.style.drawing import draw_focus
from counselor_app.ui.style.icons import Icon, draw_icon
from counselor_app.ui.style.theme import Role, Theme

_TREND: dict[str, Icon] = {"up": "rising", "flat": "steady", "down": "falling"}
_DOTS: dict[Tier, int] = {"very likely": 3, "likely": 2, "possible": 1, "less likely": 0}


def facts_row(pay: str, school: str, outlook: str, trend: str, theme: Theme) -> FlowLayout:
    """The three figures side by side, in rows where they must be; "" is left out."""
    row = FlowLayout(theme, (14, 2))
    row.addWidget(Aside(pay, theme, tone="text", bold=True))
    if school:
        row.addWidget(Aside(school, theme, tone="text"))
    if outlook:
        row.addWidget(signed(outlook, _TREND[trend] if trend else None, theme))
    return row


def signed(
    words: str, icon: Icon | None, theme: Theme, *, tone: str = "text", trailing: bool = False
) -> QWidget:
    """Words with the icon that belongs to them, behind them if ``trailing``, in one line."""
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(6))
    row.addWidget(Aside(words, theme, tone=tone))
    if icon is not None:
        row.insertWidget(1 if trailing else 0, Sign(icon, theme, tone))
    return pair


def pay_in(place: str) -> Said:
    """Where the pay on cards is from."""
    return _("Pay in {place}", place=in_place(place))


def place_row(heading: str, where: str, theme: Theme, role: Role = "title2") -> QHBoxLayout:
    """A heading over cards, with the place at the right that their pay is from."""
    row = QHBoxLayout()
    row.addWidget(Prose(heading, theme, role=role), 1)
    row.addWidget(Sign("place", theme, "text2"), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(Aside(where, theme), 0, Qt.AlignmentFlag.AlignVCenter)
    return row


def interests_row(letters: Sequence[str], theme: Theme) -> FlowLayout:
    """Interests as pictures and in a word each."""
    row = FlowLayout(theme, (10, 2))
    for letter in letters:
        row.addWidget(Pictogram(letter, theme, 28))
    named = listed([SHORTLY[letter] for letter in letters])
    row.addWidget(Aside(named, theme))
    return row


class Sign(QWidget):
    """A small icon beside words."""

    def __init__(self, icon: Icon, theme: Theme, tone: str = "text") -> None:
        super().__init__()
        self._icon: Icon = icon
        self.theme, self._tone = theme, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(22), self.theme.px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = min(self.width(), self.height())
        color = getattr(self.theme.tokens, self._tone)
        draw_icon(QPainter(self), self._icon, QRectF(0, 0, side, side), color)


class Dots(QWidget):
    """How sure a tier is: three dots, of which so many are filled."""

    def __init__(self, tier: Tier, theme: Theme) -> None:
        super().__init__()
        self._filled, self.theme = _DOTS[tier], theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(50), self.theme.px(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, side = QPainter(self), float(self.height() - 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in range(3):
            filled = place < self._filled
            painter.setPen(self.theme.tokens.client)
            painter.setBrush(self.theme.tokens.client if filled else self.theme.tokens.surface)
            painter.drawEllipse(QRectF(1 + place * side * 1.35, 1, side, side))


class LikeMeter(QWidget):
    """How far an interest reaches (0-1), without a number; the strongest in full color."""

    heard_as = "picture"

    def __init__(self, like: Like, theme: Theme, *, strong: bool) -> None:
        super().__init__()
        self.share, self._strong, self.theme = like.share, strong, theme
        self.setAccessibleName(theme.say(like.name))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(160), self.theme.px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, t = QPainter(self), self.theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.bar)
        painter.drawRoundedRect(self.rect(), 4, 4)
        color = QColor(t.client)
        color.setAlphaF(1.0 if self._strong else 0.5)
        painter.setBrush(color)
        painter.setPen(QPen(t.client, 1))  # the paler ones have an edge that is seen
        reach = QRectF(0, 0, self.width() * self.share, self.height())
        painter.drawRoundedRect(reach.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


class StarButton(Control, QPushButton):
    """Puts a job on the list; filled while it is on it."""

    def __init__(self, title: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._title, self._on = title, False
        self.wear(theme, "flat")
        self.setFixedSize(TARGET, TARGET)
        self.show_listed(on=False)

    def show_listed(self, *, on: bool) -> None:
        """Whether the job is on the list."""
        self._on = on
        take = _("Take {job} off my list", job=self._title)
        self.setAccessibleName(take if on else _("Put {job} on my list", job=self._title))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, t = QPainter(self), self.theme.tokens
        side = min(self.theme.px(26), TARGET)
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(self.rect()).center())
        draw_icon(
            painter, "starred" if self._on else "star", box, t.client if self._on else t.text2
        )
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), self.theme)
