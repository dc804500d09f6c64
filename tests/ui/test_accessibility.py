"""Who does not see the window hears it: every control, row and chart has a name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from heard_tree import name_of, painted, unheard, wrong
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from windows import Open, settle, walk

from counselor_app.language import language
from counselor_app.ui.charts.chart import ChartWidget
from counselor_app.ui.occupation.pages import PAGES
from counselor_app.ui.parts.text import LinkLabel
from counselor_app.ui.shell.focus import focusable
from counselor_app.ui.style.marks import SHAPES, draw_shape
from counselor_app.ui.style.theme import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT, Tokens

NURSES, CLERKS = "29-1141.00", "43-4051.00"


@pytest.fixture(autouse=True)
def _listening(qapp: QApplication) -> Iterator[None]:
    """As where a screen reader runs: Qt's lists then forget rows that are gone."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.mark.parametrize("tab", range(len(PAGES)))
@pytest.mark.parametrize("code", [CLERKS, "55-1011.00", "43-9199.00"])
def test_everything_on_every_page_is_named_and_every_value_heard(
    open_window: Open, tab: int, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, desk = open_window(language=language("es") if code == CLERKS else None)
    window.search.setText("nurse")
    desk.jobs.open(code)
    desk.keys.toggle_shortlist()
    desk.jobs.panes.set_tab(tab)
    settle()
    assert wrong(window) == []
    body = desk.jobs.panes.first.page().widget()
    with painted(monkeypatch) as words:
        body.grab()
    assert words
    assert unheard(words, body) == []


def test_two_panes_and_the_popover_have_names(open_window: Open) -> None:
    window, desk = open_window()
    desk.jobs.open(NURSES)
    desk.jobs.open(CLERKS, beside=True)
    figure = next(focusable(desk.jobs.panes.first.head))
    assert figure is not None
    settle()
    assert wrong(window) == []


def test_everything_on_the_comparison_has_a_name(open_window: Open) -> None:
    window, desk = open_window()
    desk.jobs.open(NURSES)
    desk.jobs.open(CLERKS, beside=True)
    desk.keys.compare()
    settle()
    assert wrong(window) == []


def test_a_result_row_is_read_with_its_figures(open_window: Open) -> None:
    window, desk = open_window()
    window.search.setText("customer service representatives")
    settle()
    view = QAccessible.queryAccessibleInterface(desk.sidebar.results)
    names = [name_of(node) for node in walk(view)]
    assert any(
        "Customer Service Representatives" in n and "$44,770" in n and "Zone 2" in n for n in names
    )


def test_charts_speak_a_sentence(open_window: Open) -> None:
    _, desk = open_window()
    desk.jobs.open(CLERKS)
    spoken = 0
    for tab in range(len(PAGES)):
        desk.jobs.panes.set_tab(tab)
        settle()
        for chart in desk.jobs.panes.first.page().findChildren(ChartWidget):
            assert len(chart.accessibleName().split()) >= 3
            spoken += 1
    assert spoken >= 3


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """WCAG 2 contrast ratio."""

    def luminance(color: tuple[int, int, int]) -> float:
        parts = [c / 255 for c in color]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK, HIGH_LIGHT, HIGH_DARK])
def test_text_has_contrast_on_every_ground(tokens: Tokens) -> None:
    for ground in (
        tokens.window, tokens.surface, tokens.notice, tokens.accent_soft, tokens.bar,
    ):  # fmt: skip
        for ink in (tokens.text, tokens.text2, tokens.text3, tokens.accent, tokens.client_text):
            pair = (ink.getRgb()[:3], ground.getRgb()[:3])
            assert contrast(*pair) >= 4.5, (ink.name(), ground.name())  # type: ignore[arg-type]
        for shape in (tokens.job, tokens.client, tokens.third, tokens.edge):
            pair = (shape.getRgb()[:3], ground.getRgb()[:3])
            assert contrast(*pair) >= 3, (shape.name(), ground.name())  # type: ignore[arg-type]
    on_accent = contrast(tokens.on_accent.getRgb()[:3], tokens.accent.getRgb()[:3])  # type: ignore[arg-type]
    assert on_accent >= 4.5


def test_blocks_are_headed_for_a_screen_reader(open_window: Open) -> None:
    _, desk = open_window()
    desk.jobs.open(NURSES)
    for tab in range(len(PAGES)):
        desk.jobs.panes.set_tab(tab)
        settle()
    desk.jobs.panes.set_tab(4)
    settle()
    nodes = walk(QAccessible.queryAccessibleInterface(desk.jobs.panes.first.page()))
    heads = [name_of(node) for node in nodes if node.role() == QAccessible.Role.Heading]
    assert len(heads) >= 5
    assert any("here the jobs are" in name for name in heads)


def test_places_are_told_apart_without_color(qapp: QApplication) -> None:
    """Some see blue and green alike: each place of a chart has a shape of its own."""
    drawn = set()
    for series in range(SHAPES):
        image = QImage(40, 40, QImage.Format.Format_Grayscale8)
        image.fill(255)
        painter = QPainter(image)
        draw_shape(painter, series, QRectF(4, 4, 32, 32), QColor("black"))
        painter.end()
        drawn.add(bytes(image.constBits()))
    assert len(drawn) == SHAPES == 4


def test_links_are_high_enough_to_be_hit(open_window: Open) -> None:
    _, desk = open_window()
    desk.jobs.open(NURSES)
    found = 0
    for tab in range(len(PAGES)):
        desk.jobs.panes.set_tab(tab)
        settle()
        for link in desk.window.findChildren(LinkLabel):
            if link.isVisible():
                assert link.height() >= 24, link.text()
                found += 1
    assert found >= 10
