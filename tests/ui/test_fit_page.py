"""The fit page shows the six published values, and says what they do and do not tell."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from windows import Show

from counselor_app.domain.figures.wording import correlation_words, value_words
from counselor_app.domain.occupation.interests import LETTERS
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet
from counselor_app.ui.charts.bar_list import BarList
from counselor_app.ui.charts.hexagon import HexagonChart
from counselor_app.ui.occupation.fit import FitPage
from counselor_app.ui.parts.source import FigureLabel, SourceRequest
from counselor_app.ui.parts.table import DataTable
from counselor_app.ui.parts.text import JobLink, Prose

SAMPLE = ("29-1141.00", "43-4051.00", "27-2011.00", "11-1011.00", "53-7065.00")


@pytest.mark.parametrize("code", SAMPLE)
def test_every_value_is_the_sheets(show: Show, pack: Pack, code: str) -> None:
    sheet = read_sheet(pack, code)
    page = show(FitPage, sheet)
    hexagon = page.widget().findChild(HexagonChart)
    for letter, corner in zip(LETTERS, hexagon.spec.corners, strict=True):
        figure = sheet.figures[f"interest.{letter}"]
        assert corner.figure == figure
        assert corner.text == value_words(figure)
    bars = page.widget().findChild(BarList)
    assert sorted(item.text for item in bars.items) == sorted(
        value_words(f) for f in sheet.interests.scores
    )
    values = [item.figure.number or 0 for item in bars.items]
    assert values == sorted(values, reverse=True)
    code_label = page.widget().findChild(FigureLabel)
    letters = str(sheet.figures["interest.code"].value)
    assert code_label.text().startswith(" ".join(letters) + ":")
    assert [c.letter for c in hexagon.spec.corners if c.in_code] == [
        letter for letter in LETTERS if letter in letters
    ]


def test_like_jobs_open_and_show_their_correlation(show: Show, qtbot: QtBot, pack: Pack) -> None:
    sheet = read_sheet(pack, "43-4051")
    page = show(FitPage, sheet)
    table = page.widget().findChild(DataTable)
    model = table.model()
    cells = [[model.index(r, c).data() for c in range(3)] for r in range(model.rowCount())]
    assert cells == [
        [job.title, " ".join(job.letters), correlation_words(job.correlation)]
        for job in sheet.alike
    ]
    opened: list[tuple[str, bool]] = []
    page.open_occupation.connect(lambda code, beside: opened.append((code, beside)))
    table.setFocus()
    table.setCurrentIndex(model.index(1, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert opened == [(sheet.alike[1].code, True)]


def test_the_hexagon_speaks_and_walks_by_keyboard(show: Show, qtbot: QtBot, pack: Pack) -> None:
    sheet = read_sheet(pack, "43-4051")
    page = show(FitPage, sheet)
    hexagon = page.widget().findChild(HexagonChart)
    assert hexagon.accessibleName() == hexagon.spec.sentence
    assert "Conventional 6.32" in hexagon.accessibleName()
    asked: list[SourceRequest] = []
    page.source_requested.connect(asked.append)
    hexagon.setFocus()
    for _ in range(6):
        qtbot.keyClick(hexagon, Qt.Key.Key_Right)
        qtbot.keyClick(hexagon, Qt.Key.Key_F1)
    assert [request.mark.subject for request in asked] == list(sheet.interests.scores)


def test_no_interests_is_said_in_words(show: Show, pack: Pack) -> None:
    page = show(FitPage, read_sheet(pack, "55-1011.00"))
    said = " ".join(p.text() for p in page.widget().findChildren(Prose))
    assert "have not been rated" in said
    assert page.widget().findChild(HexagonChart) is None
    page.set_sheet(read_sheet(pack, "29-1229.00"))
    assert page.widget().findChildren(JobLink)
    assert "not a verdict" in page.note()


def test_the_age_of_a_row_is_said(show: Show, pack: Pack) -> None:
    (old,) = pack.connection.execute(
        "SELECT code FROM interest WHERE date = '11/2023' ORDER BY code LIMIT 1"
    ).fetchone()
    page = show(FitPage, read_sheet(pack, old))
    named = [w.accessibleName() for w in page.widget().findChildren(type(page.heading("x")))]
    assert any("November 2023" in name for name in named)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [520, 1084])
def test_nothing_is_cut_at_large_text(show: Show, pack: Pack, width: int, scale: float) -> None:
    page = show(FitPage, read_sheet(pack, "29-1141"), width=width, scale=scale)
    assert page.horizontalScrollBar().maximum() == 0
    hexagon = page.widget().findChild(HexagonChart)
    area = hexagon.rect().toRectF().adjusted(-1, -1, 1, 1)
    rects = [mark.rect for mark in hexagon.marks()]
    assert len(rects) == 6
    assert all(area.contains(rect) for rect in rects)
    assert not any(a.intersects(b) for i, a in enumerate(rects) for b in rects[i + 1 :])
