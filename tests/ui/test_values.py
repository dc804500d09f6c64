"""A client puts six values in order, and sees them beside what a job gives."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from windows import Open, settle

from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.fit.work_values import VALUES
from counselor_app.domain.session.client import Client
from counselor_app.ui.counsel.values import TOUCH, ValuesDialog
from counselor_app.ui.parts.table import DataTable
from counselor_app.ui.parts.text import LinkLabel, Prose
from counselor_app.ui.shell.desk import Desk

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
SIX = tuple(value.element for value in VALUES)


def dialog(desk: Desk) -> ValuesDialog:
    desk.counsel.order_values()
    settle()
    found = desk.window.findChild(ValuesDialog)
    assert isinstance(found, ValuesDialog)
    return found


def table(desk: Desk) -> list[list[str]]:
    settle()
    page = desk.jobs.panes.first.page().widget()
    shown = next(t for t in page.findChildren(DataTable) if t.accessibleName() == "Work values")
    model = shown.model()
    return [
        [shown.cell(model.index(row, column)).text for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


@pytest.mark.parametrize("scores", ["12,20,9,33,24,28", None])
def test_the_order_is_made_kept_and_set_beside_the_job(
    open_window: Open, scores: str | None
) -> None:
    _, desk = open_window()
    desk.client.set(Client("RF-14", parse_scores(scores) if scores else None))
    desk.jobs.open("29-1141.00")
    desk.jobs.panes.set_tab(3)
    assert table(desk)[0] == ["Relationships", "6.33", "highest"]
    links = desk.jobs.panes.first.page().widget().findChildren(LinkLabel)
    next(link for link in links if "client’s order" in link.text()).click()
    settle()
    asking = desk.window.findChild(ValuesDialog)
    assert isinstance(asking, ValuesDialog)
    assert asking.rows[0].hasFocus()
    QTest.keyClick(asking.rows[0], Qt.Key.Key_Down)
    assert asking.rows[1].hasFocus()
    QTest.keyClick(asking.rows[1], Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert asking.rows[2].hasFocus()
    assert asking.rows[2].accessibleName().startswith("3 of 6: Independence.")
    QTest.mouseClick(asking.rows[3].up, Qt.MouseButton.LeftButton)
    asking.use.click()
    wanted = (SIX[0], SIX[2], SIX[3], SIX[1], SIX[4], SIX[5])
    assert desk.client.client.values == wanted
    rows = table(desk)
    assert [row[0] for row in rows[:3]] == ["1. Achievement", "2. Recognition", "3. Relationships"]
    assert rows[2][1:] == ["6.33", "highest"]
    said = [p.text() for p in desk.jobs.panes.first.page().widget().findChildren(Prose)]
    assert any("are among those this job meets most" in text for text in said)


def test_cancel_keeps_nothing_and_an_order_can_be_let_go(open_window: Open) -> None:
    _, desk = open_window()
    asking = dialog(desk)
    asking.take(0, 1)
    asking.close_button.click()
    settle()
    assert desk.client.client.values == ()
    dialog(desk).use.click()
    settle()
    assert desk.client.client.values == SIX
    dialog(desk).forget.click()
    assert desk.client.client.values == ()
    assert not desk.client.client.known


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_rows_are_whole_and_can_be_touched(open_window: Open, scale: float) -> None:
    _, desk = open_window(scale=scale)
    asking = dialog(desk)
    for row in asking.rows:
        assert row.height() >= row.heightForWidth(row.width()) >= TOUCH
        assert min(row.up.width(), row.up.height(), row.down.width()) >= TOUCH
        assert row.rect().contains(row.up.geometry())
        assert row.rect().contains(row.down.geometry())
        assert "Move " in row.up.accessibleName()
    assert not asking.rows[0].up.isEnabled()
    assert not asking.rows[-1].down.isEnabled()
    asking.reject()
    settle()


def test_a_job_without_values_says_so(open_window: Open) -> None:
    _, desk = open_window()
    desk.jobs.open("55-1011.00")
    desk.jobs.panes.set_tab(3)
    settle()
    said = [p.text() for p in desk.jobs.panes.first.page().widget().findChildren(Prose)]
    assert "The six work values are not rated for this job." in said
