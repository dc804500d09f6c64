"""Nothing but color tells two things apart to nobody: seen as with each kind of color blindness."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest
from color_vision import VISIONS, Color, apart
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot
from salary_pages import shown

from counselor_app.paths import resources
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet
from counselor_app.ui.style.marks import SHAPES, draw_shape, series_color
from counselor_app.ui.style.theme import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT, Theme, Tokens

LOOKS = pytest.mark.parametrize("tokens", [LIGHT, DARK, HIGH_LIGHT, HIGH_DARK])
BLIND = [one for one in VISIONS if one not in ("usual", "gray")]
CLEAR = 14.0
"""A distance that is seen without looking for it."""


def rgb(color: QColor) -> Color:
    red, green, blue, _alpha = color.getRgb()
    return red, green, blue


def test_the_model_gives_what_is_known_of_it() -> None:
    assert apart((0, 0, 0), (255, 255, 255)) == pytest.approx(100, abs=0.01)
    assert apart((255, 0, 0), (0, 128, 0), "usual") > 100
    # Blue and green of one lightness are the pair that tritanopia takes, red and green are not.
    assert apart((0, 160, 160), (0, 150, 110), "tritanopia") < 12
    assert apart((255, 0, 0), (0, 128, 0), "tritanopia") > 80
    assert apart((200, 90, 0), (110, 120, 0), "deuteranopia") < CLEAR


@pytest.mark.parametrize("vision", BLIND)
@LOOKS
def test_the_client_the_job_and_the_nation_are_of_clear_colors(tokens: Tokens, vision: str) -> None:
    for one, other in combinations((tokens.client, tokens.job, tokens.text2), 2):
        assert apart(rgb(one), rgb(other), vision) >= CLEAR, (one.name(), other.name())
    for one in (tokens.client, tokens.job, tokens.text2, tokens.third):  # on the empty part too
        for ground in (tokens.surface, tokens.bar, tokens.accent_soft):
            assert apart(rgb(one), rgb(ground), vision) >= CLEAR, (one.name(), ground.name())


@pytest.mark.parametrize("vision", [*BLIND, "gray"])
@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_the_marks_of_places_differ_by_more_than_color(look: str, vision: str) -> None:
    """The second and the third place are blue and green, one color in tritanopia."""
    theme = Theme(look)  # type: ignore[arg-type]
    side = 24
    drawn = []
    for series in range(SHAPES):
        image = QImage(side, side, QImage.Format.Format_RGB32)
        image.fill(theme.tokens.surface)
        painter = QPainter(image)
        draw_shape(painter, series, QRectF(2, 2, 20, 20), series_color(theme, series))
        painter.end()
        drawn.append([rgb(image.pixelColor(i % side, i // side)) for i in range(side * side)])
    for one, other in combinations(drawn, 2):
        differ = sum(
            apart(a, b, vision) >= CLEAR for a, b in zip(one, other, strict=True) if a != b
        )
        assert differ >= 0.08 * side * side


def test_every_band_of_pay_has_its_place_beside_it(qtbot: QtBot, pack: Pack) -> None:
    places = ["4800000", "0600000", "3600000"]
    page, _ = shown(qtbot, Theme("light"), read_sheet(pack, "43-4051", places))
    bands = page._bands
    assert bands is not None
    words = " ".join(text.words for text in bands._plot._marks.texts)
    names = [row.label for row in bands.chart.rows]
    assert names == ["United States", "Texas", "California", "New York"]
    assert all(name in words for name in names)


PAPER = {
    "the middle half and the outer of a band": ("mid", "band-fill"),
    "the middle half and the outer on the counselor's page": ("mid", "bar-fill"),
    "the outer of a band and its ground": ("bar-fill", "track"),
    "the median and the middle half": ("accent", "mid"),
    "more and fewer jobs": ("mid", "ink"),
    "openings beside growth": ("accent", "mid"),
    "pay here and its ground": ("band", "track"),
    "pay here and its median": ("band", "ink"),
}


@pytest.mark.parametrize("vision", list(VISIONS))
@pytest.mark.parametrize("pair", PAPER.values(), ids=PAPER)
def test_what_lies_side_by_side_on_paper_is_of_clear_shades(
    pair: tuple[str, str], vision: str
) -> None:
    """In every copy, one in black and white too."""
    found: dict[str, Color] = {}
    for path in sorted(Path(resources(), "report").glob("*.typ")):
        for name, hexes in re.findall(r'#let ([\w-]+) = rgb\("#(\w{6})"\)', path.read_text()):
            found[name] = rgb(QColor(f"#{hexes}"))
    one, other = (found[name] for name in pair)
    assert apart(one, other, vision) >= CLEAR
