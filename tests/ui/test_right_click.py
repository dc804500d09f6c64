"""The right button and the Menu key offer what can be done with what they are over."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from clients_windows import keep, quick, wait
from menus import Asked, menu, no_menu_stays, take, words
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from windows import Open, settle

from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.session.client import Client
from counselor_app.domain.session.present import PresentJob
from counselor_app.settings import Settings
from counselor_app.ui.charts.ranked_rows import RankedRows
from counselor_app.ui.parts.check import Check
from counselor_app.ui.parts.source import SourceWidget
from counselor_app.ui.parts.table import DataTable
from counselor_app.ui.parts.text import LinkLabel
from counselor_app.ui.session.moving import MovingPage
from counselor_app.ui.session.plan_page import PlanPage
from counselor_app.ui.shell.desk import Desk
from counselor_app.ui.shell.window import MainWindow

W = TypeVar("W", bound=QWidget)

NURSES, CLERKS = "29-1141.00", "43-4051.00"
pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing"),
    pytest.mark.usefixtures(no_menu_stays.__name__, quick.__name__),
]


def searched(desk: Desk, text: str, code: str) -> QPoint:
    """Type; where the row of an occupation is now, and it is the current one."""
    desk.window.search.setText(text)
    settle()
    view = desk.sidebar.results
    place = [row.code for row in view.row_model.rows()].index(code)
    view.setCurrentIndex(view.row_model.index(place))
    return view.visualRect(view.currentIndex()).center()


def test_an_occupation_found_is_opened_beside_or_put_on_the_shortlist(open_window: Open) -> None:
    _, desk = open_window()
    desk.jobs.open(CLERKS)
    over = desk.sidebar.results
    at = searched(desk, "nurse", NURSES)
    found = menu(over, at, Asked.Keyboard)
    assert words(found) == ["Open", "Open beside", "Put on the shortlist"]
    take(found, "Put on the shortlist")
    assert desk.shortlist.codes == (NURSES,)
    take(menu(over, at), "Open beside")
    assert desk.view.codes == (CLERKS, NURSES)
    at = searched(desk, "nurse", NURSES)
    take(menu(over, at), "Take off the shortlist")
    assert desk.shortlist.codes == ()


def test_with_a_client_it_is_set_aside_and_that_is_undone(open_window: Open) -> None:
    window, desk = open_window()
    desk.client.set(Client("RF-14", parse_scores("12,20,9,33,24,28")))
    settle()
    window.set_drawer(True)
    take(menu(desk.sidebar.results, searched(desk, "nurse", NURSES)), "Not for me")
    assert desk.aside.codes == (NURSES,)
    assert window.undo()
    assert desk.aside.codes == ()


def test_cards_and_rows_of_the_matches_offer_the_same(open_window: Open) -> None:
    _, desk = open_window()
    desk.client.set(Client("RF-14", parse_scores("12,20,9,33,24,28")))
    desk.keys.show_matches()
    settle()
    page = desk.counsel.matches
    assert page is not None
    column = page.board.current()
    card = column.card
    assert card is not None
    at = column.visualRect(column.currentIndex()).center()
    found = menu(column, at, Asked.Keyboard)
    assert words(found) == ["Open", "Open beside", "Put on the shortlist", "Not for me"]
    take(found, "Put on the shortlist")
    assert desk.shortlist.codes == (card.code,)
    take(menu(column, at), "Not for me")
    assert desk.aside.codes == (card.code,)
    page.head.look_chosen.emit(1)
    settle()
    code = page.list.code
    at = page.list.visualRect(page.list.currentIndex()).center()
    found = menu(page.list, at, Asked.Keyboard)
    assert "Put on the shortlist" in words(found) or "Take off the shortlist" in words(found)
    take(found, "Open")
    assert desk.view.codes == (code,)


OHIO = "3900000"


def in_session(open_window: Open, file: Path) -> tuple[MainWindow, Desk]:
    """A client of the file with a present job, and one job starred."""
    window, desk = open_window(Settings(home=OHIO), clients=file)
    keep(window, desk, "RF-14")
    job = PresentJob(CLERKS, desk.reference.titles[CLERKS], "", None)
    scored = replace(desk.client.client, scores=parse_scores("12,20,9,33,24,28"), present=job)
    desk.client.set(scored)
    desk.shortlist.add((NURSES,))
    wait(window)
    return window, desk


def shown(page: QWidget, kind: type[W], title: str) -> W:
    return next(
        one
        for one in page.findChildren(kind)
        if one.isVisible() and one.text() == title  # type: ignore[attr-defined]
    )


def test_a_job_on_the_home_of_a_client_offers_what_a_card_does(
    open_window: Open, file: Path
) -> None:
    window, desk = in_session(open_window, file)
    page = desk.session.page
    assert page is not None
    link = shown(page, LinkLabel, "Registered Nurses")
    found = menu(link, link.rect().center())
    assert words(found) == [
        "Open", "Open beside", "Take off the shortlist", "Not for me", "Copy",
        "Copy with its source",
    ]  # fmt: skip
    take(found, "Copy with its source")
    copied = QGuiApplication.clipboard().text()
    pay = desk.reference.pay(OHIO)[NURSES][1].rstrip("*")
    assert copied.startswith(f"Registered Nurses: {pay} a year in Ohio, Registered nurses, 4 more")
    assert "Occupational Employment and Wage Statistics" in copied
    assert "May 2025" in copied
    take(menu(link, link.rect().center(), Asked.Keyboard), "Not for me")
    assert desk.aside.codes == (NURSES,)
    assert window.undo()
    link = shown(page, LinkLabel, "Registered Nurses")
    take(menu(link, link.rect().center()), "Take off the shortlist")
    assert desk.shortlist.codes == ()


def test_a_row_of_where_the_present_job_leads_does_too(open_window: Open, file: Path) -> None:
    window, desk = in_session(open_window, file)
    desk.session.show("moving")
    wait(window)
    page = desk.session.page
    assert isinstance(page, MovingPage)
    assert page.rows is not None
    row = page.rows.rows[0]
    for cell in (
        page.rows.links[row.code],
        page.rows.checks[row.code],
        page.rows.cells[row.code][-1],
    ):
        assert words(menu(cell, cell.rect().center()))[:2] == ["Open", "Open beside"]
    pay = page.rows.cells[row.code][4]
    take(menu(pay, pay.rect().center()), "Copy")
    assert QGuiApplication.clipboard().text().startswith(f"{row.card.title}: $")
    take(menu(pay, pay.rect().center()), "Put on the shortlist")
    assert row.code in desk.shortlist
    take(menu(pay, pay.rect().center()), "Open")
    assert desk.view.codes == (row.code,)


def test_rows_of_the_plan_offer_what_can_be_done_with_them(open_window: Open, file: Path) -> None:
    window, desk = in_session(open_window, file)
    desk.jobs.open(CLERKS)
    session = desk.clients_file.session
    assert session is not None
    session.add_step("Ask to watch one at work")
    desk.session.show("plan")
    wait(window)
    page = desk.session.page
    assert isinstance(page, PlanPage)
    (step,) = page.rows.values()
    found = menu(step.check, step.check.rect().center(), Asked.Keyboard)
    assert words(found) == ["Copy", "Done", "Delete the step"]
    take(found, "Copy")
    assert QGuiApplication.clipboard().text() == "Ask to watch one at work"
    take(menu(step.grip, step.grip.rect().center()), "Done")
    wait(window)
    record = session.record()
    assert record is not None
    assert record.steps[0].done is not None
    (step,) = page.rows.values()
    assert "Not done yet" in words(menu(step, step.rect().center()))
    job = shown(page, Check, "Customer Service Representatives")
    found = menu(job, job.rect().center())
    assert words(found) == ["Open", "Open beside", "Put on the shortlist", "Not for me"]
    take(found, "Put on the shortlist")
    assert CLERKS in desk.shortlist
    take(menu(step, step.rect().center()), "Delete the step")
    wait(window)
    record = session.record()
    assert record is not None
    assert record.steps == ()


def test_a_figure_is_copied_with_its_source(open_window: Open) -> None:
    _, desk = open_window()
    desk.jobs.open(CLERKS)
    settle()
    label = next(
        one for one in desk.window.findChildren(SourceWidget)
        if one.isVisible() and any(m.name.startswith("Median pay") for m in one.marks())
    )  # fmt: skip
    at = next(m for m in label.marks() if m.name.startswith("Median pay")).rect.center().toPoint()
    found = menu(label, at)
    assert words(found) == ["Copy", "Copy with its source", "Where it is from"]
    take(found, "Copy with its source")
    copied = QGuiApplication.clipboard().text()
    for said in ("44,770", "May 2025", "Occupational Employment and Wage Statistics"):
        assert said in copied
    take(menu(label, at, Asked.Keyboard), "Where it is from")
    assert desk.popovers.shown is not None


def test_a_cell_and_a_rated_row_too(open_window: Open) -> None:
    _, desk = open_window()
    desk.jobs.open(CLERKS)
    desk.keys.go_to_tab(1)
    settle()
    rows = next(r for r in desk.panes.first.page().findChildren(RankedRows) if r.isVisible())
    index = next(
        rows.model().index(place, 0) for place, (_, row) in enumerate(rows.lines)
        if row is not None and row.bar is not None
    )  # fmt: skip
    rows.setCurrentIndex(index)
    take(menu(rows, rows.visualRect(index).center(), Asked.Keyboard), "Copy with its source")
    assert "O*NET" in QGuiApplication.clipboard().text()
    desk.keys.go_to_tab(2)
    settle()
    table = next(t for t in desk.panes.first.page().findChildren(DataTable) if t.isVisible())
    index = next(
        table.model().index(r, c)
        for r in range(table.model().rowCount()) for c in range(table.model().columnCount())
        if table.cell(table.model().index(r, c)).figure
    )  # fmt: skip
    table.setCurrentIndex(index)
    at = table.visualRect(index).center()
    take(menu(table, at), "Copy with its source")
    assert table.cell(index).text in QGuiApplication.clipboard().text()
    assert "May 2025" in QGuiApplication.clipboard().text()
