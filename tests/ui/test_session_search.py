"""Searching in a session: wide, in words, of the home area; and a way on where nothing is found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from clients_windows import keep, quick, wait
from hands import Hands
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from windows import Open

from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.settings import Settings
from counselor_app.ui.shell.desk import Desk
from counselor_app.ui.shell.plain_jobs import Look
from counselor_app.ui.shell.wide import Wide

OHIO = "3900000"
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing"),
    pytest.mark.usefixtures(quick.__name__),
]


def test_rows_tell_pay_at_home_outlook_and_schooling_in_words(
    open_window: Open, file: Path
) -> None:
    window, desk = open_window(Settings(home=OHIO), clients=file)
    keep(window, desk, "Mia-16")
    hands = Hands(window)
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_K, CTRL)
    hands.type("nurse practitioners")
    sidebar = desk.sidebar
    row = next(row for row in sidebar.results.row_model.rows() if row.code == "29-1171.00")
    pay = desk.reference.pay(OHIO)[row.code][1]
    assert row.facts == (pay, "Growing fast", "Master’s")
    assert sidebar.wide is not None
    assert sidebar.wide.filters.place.text() == "Pay in Ohio"
    assert sidebar.width() == window.width()
    desk.clients_file.session.leave()  # type: ignore[union-attr]
    wait(window)
    window.search.setText("nurse practitioners")
    row = next(row for row in sidebar.results.row_model.rows() if row.code == "29-1171.00")
    assert row.facts[2] == "Zone 5", "without a client it is a reference book"
    assert sidebar.width() == 316


def test_what_no_job_is_called_by_goes_to_the_plan_or_leads_to_the_families(
    open_window: Open, file: Path
) -> None:
    window, desk = open_window(clients=file)
    keep(window, desk, "Mia-16")
    hands = Hands(window)
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_K, CTRL)
    hands.type("qqqqxz")
    assert desk.sidebar.heading.text() == "No close match for “qqqqxz”"
    assert "None of the 1,016 jobs" in desk.sidebar.counted.text()
    hands.key(Qt.Key.Key_Down, times=2)
    hands.key(Qt.Key.Key_Return)
    assert not window.search.text()
    assert desk.clients_file.session is not None
    record = desk.clients_file.session.record()
    assert record is not None
    assert [(n.text, n.reader) for n in record.notes] == [("Look up together: qqqqxz", "client")]
    hands.key(Qt.Key.Key_K, CTRL)
    hands.type("qqqqxz")
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Return)
    rows = desk.sidebar.results.row_model.rows()
    assert desk.sidebar.isVisible()
    assert "Legal" in [row.title for row in rows]


@pytest.fixture
def searched(open_window: Open, file: Path) -> tuple[Hands, Desk, Wide]:
    """The matches of a client, over them a search for nurses."""
    window, desk = open_window(Settings(home=OHIO), clients=file, size=(1366, 768))
    keep(window, desk, "Mia-16")
    desk.client.set(replace(desk.client.client, scores=parse_scores("21,29,11,32,12,15")))
    hands = Hands(window)
    hands.key(Qt.Key.Key_2, ALT)
    hands.key(Qt.Key.Key_K, CTRL)
    hands.type("nurse")
    wide = desk.sidebar.wide
    assert wide is not None
    return hands, desk, wide


def shown(wide: Wide) -> Look:
    """What the preview shows a moment later."""
    QTest.qWait(120)
    assert wide.preview.isVisible()
    assert wide.preview.look is not None
    return wide.preview.look


def chosen(desk: Desk) -> str:
    row = desk.sidebar.results.current_row()
    assert row is not None
    return row.code


def test_the_preview_follows_the_row_and_opens_stars_and_ticks_it(
    searched: tuple[Hands, Desk, Wide],
) -> None:
    hands, desk, wide = searched
    first = shown(wide)
    assert first.code == chosen(desk) == "29-1141.00"
    assert (first.title, first.facts[0].label) == ("Registered Nurses", "Pay in Ohio")
    assert first.facts[0].words == desk.reference.pay(OHIO)[first.code][1]
    assert [fact.words for fact in first.facts[1:]] == ["Growing*", "189,100*", "Bachelor’s*"]
    assert first.facts[1].beside == "+4.9%"
    assert first.note == "* Registered nurses, 4 more specific jobs among them"
    assert first.tier == desk.client.view.tier(first.code)
    hands.key(Qt.Key.Key_Down)
    assert hands.window.search.hasFocus(), "one can go on typing"
    second = shown(wide)
    assert second.code == chosen(desk) != first.code
    assert second.title in wide.preview.accessibleName()
    hands.press("Star for Mia-16")
    hands.click(wide.preview.tick)
    hands.key(Qt.Key.Key_S, CTRL)
    assert desk.shortlist.codes == (), "the key takes the star of the same row off again"
    assert desk.in_play.ticked == (second.code,)
    assert wide.preview.tick.isChecked()
    hands.click(wide.preview.opener)
    assert desk.view.codes == (second.code,)
    assert desk.view.over == ""


def test_back_brings_the_search_again_and_then_the_page_under_it(
    searched: tuple[Hands, Desk, Wide],
) -> None:
    hands, desk, wide = searched
    window, results = hands.window, desk.sidebar.results
    assert wide.back.text() == "Matches"
    hands.choose(wide.filters.growth, "Growing faster than all jobs")
    hands.key(Qt.Key.Key_K, CTRL)
    hands.key(Qt.Key.Key_Down, times=6)
    code, scrolled = chosen(desk), results.verticalScrollBar().value()
    codes = [row.code for row in results.row_model.rows()]
    hands.key(Qt.Key.Key_Return)
    assert desk.view.codes == (code,)
    assert not desk.sidebar.isVisible()
    assert desk.panes.first.head.back.text() == "Search for “nurse”"
    assert desk.view.in_list == tuple(one for one in codes if one)
    hands.key(Qt.Key.Key_Left, ALT)
    assert desk.sidebar.isVisible()
    assert window.search.text() == "nurse"
    assert [row.code for row in results.row_model.rows()] == codes, "filtered as it was"
    assert (chosen(desk), results.verticalScrollBar().value()) == (code, scrolled)
    assert wide.back.text() == "Matches"
    hands.key(Qt.Key.Key_Left, ALT)
    assert desk.view.over == "matches"
    assert not desk.sidebar.isVisible()
    assert window.search.text() == ""
    hands.key(Qt.Key.Key_Right, ALT)
    assert window.search.text() == "nurse"
    hands.key(Qt.Key.Key_Right, ALT)
    assert desk.view.codes == (code,)
    assert not desk.sidebar.isVisible()


@pytest.mark.parametrize("way", ["escape", "back", "key"])
def test_leaving_a_search_changes_no_page_and_gives_the_keyboard_back(
    searched: tuple[Hands, Desk, Wide], way: str
) -> None:
    hands, desk, wide = searched
    hands.key(Qt.Key.Key_Escape)
    assert desk.counsel.matches is not None
    desk.counsel.matches.board.lists[1].setFocus()
    hands.key(Qt.Key.Key_Right)
    was = hands.window.focusWidget()
    visits = len(desk.history.visits)
    hands.type("nurse")
    assert desk.sidebar.isVisible()
    if way == "escape":
        hands.key(Qt.Key.Key_Escape)
    elif way == "back":
        hands.click(wide.back)
    else:
        hands.key(Qt.Key.Key_Left, ALT)
    assert not desk.sidebar.isVisible()
    assert hands.window.search.text() == ""
    assert desk.view.over == "matches"
    assert hands.window.focusWidget() is was
    assert len(desk.history.visits) == visits


def test_filters_say_what_they_hide_and_a_click_beside_the_title_chooses(
    searched: tuple[Hands, Desk, Wide],
) -> None:
    hands, desk, wide = searched
    results, every = desk.sidebar.results, desk.sidebar.heading.text()
    hands.choose(wide.filters.growth, "Growing faster than all jobs")
    assert every.startswith("40 jobs")
    assert desk.sidebar.heading.text() != every
    assert {desk.sidebar._plain.icon(one) for one in desk.search.codes} == {"rising"}  # type: ignore[union-attr]
    assert "hidden." in desk.sidebar.counted.text()
    second = results.row_model.index(2)
    at = results.visualRect(second)
    hands.click(results.viewport(), at.center())
    assert desk.sidebar.isVisible()
    assert shown(wide).code == results.row_model.row(second).code
    star = QPoint(at.left() + 28, at.center().y())
    hands.click(results.viewport(), star)
    assert desk.shortlist.codes == (shown(wide).code,)
    hands.press("Clear")
    assert desk.sidebar.heading.text() == every
    title = QPoint(at.left() + 120, at.center().y())
    hands.click(results.viewport(), title)
    assert not desk.sidebar.isVisible()


def test_slips_of_the_keys_are_no_answer(searched: tuple[Hands, Desk, Wide]) -> None:
    hands, desk, wide = searched
    hands.key(Qt.Key.Key_K, CTRL)
    hands.type("zugspotter")
    rows = desk.sidebar.results.row_model.rows()
    kinds = [row.kind for row in rows]
    assert kinds[:4] == ["group", "way", "way", "way"]
    if len(rows) > 4:
        assert rows[4].spoken.startswith("Spelled a little like it")
        assert set(kinds[5:]) == {"job"}
    QTest.qWait(120)
    assert wide.preview.look is None
    assert not wide.filters.isVisible()
    hands.click(wide.preview.way_back.back)
    assert desk.view.over == "matches"
    assert not desk.sidebar.isVisible()


def test_the_client_reads_no_percent_no_tier_and_no_name(
    searched: tuple[Hands, Desk, Wide],
) -> None:
    hands, _desk, wide = searched
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_V, CTRL | Qt.KeyboardModifier.ShiftModifier)
    hands.key(Qt.Key.Key_K, CTRL)
    hands.type("nurse")
    look = shown(wide)
    assert look.tier is None
    assert not any(fact.beside for fact in look.facts)
    assert wide.preview.star.text() == "Star"
    assert not wide.preview.tick.isVisible()


def test_a_page_pasted_by_mistake_is_no_heading(open_window: Open) -> None:
    window, desk = open_window()
    QApplication.clipboard().setText("likes to work outdoors " * 450)
    window.search.setFocus()
    window.search.paste()
    assert len(window.search.text()) == 200
    assert len(desk.sidebar.heading.text()) < 140
    assert desk.sidebar.heading.height() < 80


def test_what_is_found_is_ordered_as_one_asks(open_window: Open, file: Path) -> None:
    window, desk = open_window(Settings(home=OHIO), clients=file)
    keep(window, desk, "Mia-16")
    desk.client.set(replace(desk.client.client, scores=parse_scores("21,29,11,32,12,15")))
    wait(window)
    hands = Hands(window)
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_K, CTRL)
    hands.type("nurse")
    wide, rows = desk.sidebar.wide, desk.sidebar.results.row_model.rows
    assert wide is not None
    best = [row.code for row in rows() if row.kind == "job"]
    pay, view = desk.reference.pay(OHIO), desk.client.view
    tiers = ["very likely", "likely", "possible", "less likely"]
    for words, key in (
        ("Highest pay first", lambda code: -(pay[code][0] or 0.0)),
        ("Closest to the answers first", lambda code: tiers.index(view.tier(code) or tiers[-1])),
    ):
        place = wide.order.items.index(words)
        wide.order.menu().actions()[place].trigger()
        head, *jobs = rows()
        assert (head.kind, head.title, head.count) == ("group", words, len(jobs))
        assert set(best) <= {row.code for row in jobs}, "none is folded away"
        keys = [key(row.code) for row in jobs]
        assert keys == sorted(keys)
        assert wide.preview.look is not None
        assert wide.preview.look.code == jobs[0].code
    hands.type("s")
    assert wide.order.text() == "Best match first", "another word is answered by its best match"
    hands.key(Qt.Key.Key_Backspace)
    assert wide.order.text() == "Closest to the answers first", "as it was ordered"
