"""Colors, type and sizes of the window.

One `Theme` object is made by the application and handed down to every widget; there is no
global. Widgets paint from its `tokens`, take fonts from `font` and lengths from `px`, and
follow its `changed` signal.
"""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from counselor_app.language import ENGLISH
from counselor_app.language import language as language_of
from counselor_app.paths import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QStyle

    from counselor_app.language import Language

FAMILY = "Source Sans Pro"
TEXT_SCALES = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0)

T = TypeVar("T")
Appearance = Literal["system", "light", "dark", "contrast"]
Role = Literal["title", "title2", "fact", "fact2", "heading", "prose", "body", "row", "caption"]

# Pixels at 96 dots an inch and 100 % text, and whether semibold.
TYPES: Mapping[Role, tuple[float, bool]] = {
    "title": (27, True),
    "title2": (22, True),
    "fact": (23, True),
    "fact2": (19, True),
    "heading": (16, True),
    "prose": (16, False),
    "body": (15, False),
    "row": (14, False),
    "caption": (13, False),
}
_POINTS_PER_PIXEL = 1.0 if sys.platform == "darwin" else 0.75


class Tokens(NamedTuple):
    """The colors of one appearance; every text color is at least 4.5:1, and every other
    color but ``line`` 3:1, on every ground, ``bar`` too.

    ``job`` (blue, square) is the occupation, ``client`` (vermilion, circle) the person,
    ``third`` a third series; ``bar`` is the empty part of a scale.
    """

    window: QColor
    surface: QColor
    text: QColor
    text2: QColor
    text3: QColor
    edge: QColor
    line: QColor
    accent: QColor
    accent_soft: QColor
    on_accent: QColor
    job: QColor
    client: QColor
    client_text: QColor
    third: QColor
    bar: QColor
    notice: QColor
    dark: bool


def _tokens(colors: str, *, dark: bool) -> Tokens:
    found = zip(Tokens._fields, colors.split(), strict=False)
    return Tokens(dark=dark, **{name: QColor("#" + color) for name, color in found})


# window surface text text2 text3 edge line accent soft on-accent job client its-text third bar
# notice
LIGHT = _tokens(
    "F4F3EF FFFFFF 1C1D20 4D4F55 616369 807E77 DEDBD3 0A5A9C DFEBF6 FFFFFF "
    "0072B2 D05B00 A44800 009068 E4E1DA FAF1DC",
    dark=False,
)
DARK = _tokens(
    "1A1B1E 222428 ECEDEF BCBFC6 A4A8B0 868A92 393C42 86BEEF 24384B 14212E "
    "56B4E9 E69F00 F0B23C 2DBE93 3A3D43 3A3220",
    dark=True,
)
HIGH_LIGHT = _tokens(
    "FFFFFF FFFFFF 000000 000000 000000 000000 000000 00418A D6E6F7 FFFFFF "
    "00528A A84A00 7A3500 00664A E0E0E0 FFF3D0",
    dark=False,
)
HIGH_DARK = _tokens(
    "000000 000000 FFFFFF FFFFFF FFFFFF FFFFFF FFFFFF A8D4FF 1E3A56 000000 "
    "7CC8F5 FFB000 FFC850 4FE0B4 404040 3A3000",
    dark=True,
)


def load_regular() -> None:
    """Register the program's own face, so that text looks alike everywhere."""
    QFontDatabase.addApplicationFont(str(resources() / "fonts" / "SourceSansPro-Regular.ttf"))


def load_semibold() -> None:
    """Register the heavier face, which the first frame does not need."""
    QFontDatabase.addApplicationFont(str(resources() / "fonts" / "SourceSansPro-Semibold.ttf"))


@cache
def load_names() -> None:
    """Register the faces for names in other scripts; some 50 ms, so not in the first frame."""
    from PySide6.QtCore import QLoggingCategory

    # Qt warns of every face it tries on the way to the one that has the script.
    QLoggingCategory.setFilterRules("qt.text.font.db.warning=false")
    for path in sorted((resources() / "fonts" / "names").glob("*.?tf")):
        QFontDatabase.addApplicationFont(str(path))


class Theme(QObject):
    """What everything looks like now: colors, fonts and lengths, and a signal when they change.

    ``appearance`` is "system" (follows the desktop's light or dark) or fixed; "contrast" is high
    contrast, light or dark as the desktop, and "system" takes it where the desktop tells.
    ``scale`` is the text size, 1.0 to 2.0. ``language`` is the one that the widgets of this theme
    speak; None is English. Two themes can speak two languages. ``own`` is the code of the
    counselor's: what is spoken again when no client reads along.
    ``types`` are the sizes of its roles at 100 %.
    """

    changed = Signal()

    def __init__(
        self,
        appearance: Appearance = "system",
        scale: float = 1.0,
        parent: QObject | None = None,
        *,
        language: Language | None = None,
        types: Mapping[Role, tuple[float, bool]] = TYPES,
    ) -> None:
        super().__init__(parent)
        self._types = types
        self.language = None if language is ENGLISH else language
        self.own = self.tongue
        self.appearance: Appearance = appearance
        self.scale = scale
        # Read before the application takes our palette; `Qt.ColorScheme` would cost the first
        # frame the whole of `Qt`.
        window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
        self._system_dark = window.lightness() < 128
        self._high_contrast = False
        self.tokens = self._resolve()
        self._fonts: dict[tuple[Role, bool], QFont] = {}
        self.touch = False  # a finger drags the page; it selects no words
        self.style: QStyle | None = None  # made by `look.dress`, after the first frame

    @property
    def tongue(self) -> str:
        """The code of the language of the widgets."""
        return (self.language or ENGLISH).code

    def say(self, words: str) -> str:
        """Marked words in the language of the widgets; other text as it is."""
        return words if self.language is None else self.language.say(words)

    def order(self, words: str) -> str:
        """What words are sorted by in the language of the widgets."""
        return (self.language or ENGLISH).order(words)

    def said(self, value: T) -> T:
        """A frozen value, tuple or mapping with all its words in the language of the widgets."""
        return value if self.language is None else self.language.said(value)

    def speak(self, code: str) -> None:
        """Take another language; what is drawn already stays as it is."""
        found = language_of(code)
        self.language = None if found is ENGLISH else found

    def speaking(self, code: str) -> Theme:
        """The theme of a screen in a language of its own, which looks as this one does."""
        if code == self.tongue:
            return self
        theme = Theme(self.appearance, self.scale, self, language=language_of(code))
        self.changed.connect(lambda: theme._set(self.appearance, self.scale))
        return theme

    def follow_system(self) -> None:
        """Watch the desktop's light, dark and contrast; after the first frame, as this is slow."""
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._scheme_changed)
        # Qt tells the desktop's contrast since 6.10.
        accessibility = getattr(hints, "accessibility", None)
        if accessibility is not None:
            told = accessibility()
            told.contrastPreferenceChanged.connect(self._contrast_changed)
            self._contrast_changed(told.contrastPreference())

    def font(self, role: Role, *, bold: bool = False) -> QFont:
        """The font of a role; ``bold`` makes it semibold. Shared: copy before changing it."""
        font = self._fonts.get((role, bold))
        if font is None:
            size, semibold = self._types[role]
            font = QFont(FAMILY)
            font.setPointSizeF(size * _POINTS_PER_PIXEL * self.scale)
            font.setWeight(QFont.Weight.DemiBold if semibold or bold else QFont.Weight.Normal)
            self._fonts[role, bold] = font
        return font

    def px(self, length: float) -> int:
        """A length of the 100 % layout at the present text size."""
        return round(length * self.scale)

    def set_scale(self, scale: float) -> None:
        """Set the text size, kept within 1.0 to 2.0."""
        self._set(self.appearance, min(max(scale, TEXT_SCALES[0]), TEXT_SCALES[-1]))

    def step_scale(self, steps: int) -> None:
        """Go to the next larger (1) or smaller (-1) text size; 0 goes back to 100 %."""
        nearest = min(range(len(TEXT_SCALES)), key=lambda i: abs(TEXT_SCALES[i] - self.scale))
        wanted = min(max(nearest + steps, 0), len(TEXT_SCALES) - 1) if steps else 0
        self.set_scale(TEXT_SCALES[wanted])

    def set_appearance(self, appearance: Appearance) -> None:
        """Follow the desktop, or stay light or dark."""
        self._set(appearance, self.scale)

    def palette(self) -> QPalette:
        """The same colors for Qt's own widgets (menus, fields, system dialogs)."""
        t, palette = self.tokens, QPalette()
        role = QPalette.ColorRole
        for name, color in (
            (role.Window, t.surface),
            (role.Base, t.surface),
            (role.AlternateBase, t.window),
            (role.Button, t.surface),
            (role.ToolTipBase, t.surface),
            (role.WindowText, t.text),
            (role.Text, t.text),
            (role.ButtonText, t.text),
            (role.ToolTipText, t.text),
            (role.BrightText, t.client_text),
            (role.PlaceholderText, t.text3),
            (role.Highlight, t.accent),
            (role.HighlightedText, t.on_accent),
            (role.Link, t.accent),
            (role.LinkVisited, t.accent),
            (role.Mid, t.edge),
            (role.Dark, t.edge),
            (role.Midlight, t.line),
            (role.Light, t.surface),
            (role.Shadow, t.edge),
            (role.Accent, t.accent),
        ):
            palette.setColor(name, color)
        disabled = QPalette.ColorGroup.Disabled
        for name in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(disabled, name, t.text3)
        return palette

    def _set(self, appearance: Appearance, scale: float) -> None:
        if (appearance, scale) == (self.appearance, self.scale):
            return
        self.appearance, self.scale = appearance, scale
        self._fonts.clear()
        self.tokens = self._resolve()
        self.changed.emit()

    def _scheme_changed(self, scheme: object) -> None:
        self._system_dark = getattr(scheme, "name", "") == "Dark"
        self._refresh()

    def _contrast_changed(self, preference: object) -> None:
        self._high_contrast = getattr(preference, "name", "") == "HighContrast"
        self._refresh()

    def _refresh(self) -> None:
        tokens = self._resolve()
        if tokens is not self.tokens:
            self.tokens = tokens
            self.changed.emit()

    def _resolve(self) -> Tokens:
        follows = self.appearance in ("system", "contrast")
        dark = self._system_dark if follows else self.appearance == "dark"
        if self._high_contrast or self.appearance == "contrast":
            return HIGH_DARK if dark else HIGH_LIGHT
        return DARK if dark else LIGHT
