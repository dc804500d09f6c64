"""From the present job: found by any title, kept with the client, what carries over in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from clients_windows import keep, quick, texts, wait
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from windows import Open, settle

from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.fit.moving import carried
from counselor_app.domain.fit.similarity import Demand
from counselor_app.domain.session.client import Client
from counselor_app.domain.session.present import PresentJob
from counselor_app.language import language
from counselor_app.settings import Settings
from counselor_app.ui.parts.text import LinkLabel
from counselor_app.ui.session.moving import MovingPage
from counselor_app.ui.session.start import StartPage
from counselor_app.ui.shell.desk import Desk
from counselor_app.ui.shell.menu import make_menu

SERVICE, ACCOUNTS, TEXAS = "43-4051.00", "43-4141.00", "4800000"
NURSES, AIDES = "29-1141.00", "31-2021.00"
pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing"),
    pytest.mark.usefixtures(quick.__name__),
]


def page(desk: Desk) -> MovingPage:
    settle()
    assert isinstance(desk.session.page, MovingPage)
    return desk.session.page


def test_the_start_leads_to_the_present_job_by_a_title_of_ones_own_and_it_is_kept(
    open_window: Open, file: Path
) -> None:
    window, desk = open_window(Settings(home=TEXAS), clients=file)
    keep(window, desk)
    for dialog in window.findChildren(QDialog):
        dialog.reject()
    settle()
    start = desk.session.page
    assert isinstance(start, StartPage)
    start.name.setText("RF-14")
    start.ways["job"].click()
    wait(window)
    moving = page(desk)
    assert window.focusWidget() is moving.field, "one types at once"
    QTest.keyClicks(moving.field, "call center representative")
    QTest.keyClick(moving.field, Qt.Key.Key_Return)
    wait(window)
    said = texts(moving)
    assert "Customer Service Representatives" in said
    assert "$40,420 in Texas" in said
    assert "New Accounts Clerks" in said
    assert "+$3,620" in said
    assert "2,360 jobs in Texas" in said
    assert "Most carries over" in said
    assert "Of 32 things that matter there you do 14 at that level now; 4 are clearly" in said
    assert desk.clients_file.session is not None
    record = desk.clients_file.session.record()
    assert record is not None
    kept = record.newest("present")
    assert kept is not None
    assert isinstance(kept.value, PresentJob)
    assert kept.value.code == SERVICE
    assert kept.value.called.lower().startswith("call center")
    moving.schooling.chosen.emit(3)  # a bachelor's degree
    wait(window)
    assert "Less schooling than now" not in texts(moving), "high school is the lowest rung"
    record = desk.clients_file.session.record()
    assert record is not None
    (kept,) = [one for one in record.self_reports if one.kind == "present"]
    assert isinstance(kept.value, PresentJob)
    assert kept.value.rung == 2


def test_ticks_stars_and_the_comparison_with_the_present_job(open_window: Open) -> None:
    window, desk = open_window(Settings(home=TEXAS))
    desk.client.set(Client("RF-14", present=PresentJob(SERVICE, "Customer Service")))
    wait(window)
    desk.navigator.open_step("matches")
    wait(window)
    moving = page(desk)
    assert moving.rows is not None
    assert "from present job" in texts(window)
    rows = moving.rows
    rows.checks[ACCOUNTS].click()
    rows.stars[ACCOUNTS].click()
    settle()
    assert moving.rows is rows, "a mark does not build the page anew"
    assert desk.in_play.ticked == (ACCOUNTS,)
    assert desk.shortlist.codes == (ACCOUNTS,)
    moving.grab()
    moving._foot.compare.click()
    settle()
    assert desk.comparison.codes() == (SERVICE, ACCOUNTS)
    desk.navigator.back()
    settle()
    assert page(desk) is moving
    assert moving.rows.checks[ACCOUNTS].isChecked()
    moving.rows.links[ACCOUNTS].click()
    settle()
    assert desk.view.codes == (ACCOUNTS,)
    assert desk.panes.first.head.back.text() == "From the present job"


def test_filters_hide_and_say_how_many(open_window: Open) -> None:
    window, desk = open_window(Settings(home=TEXAS))
    desk.client.set(Client("RF-14", present=PresentJob(SERVICE, "Customer Service")))
    desk.session.show("moving")
    wait(window)
    moving = page(desk)
    moving.pays_more._pick(1)
    settle()
    assert moving.rows is not None
    assert all(row.pay is not None and row.pay.words == "more" for row in moving.rows.rows)
    assert "hidden by the filters" in texts(moving)


def test_a_flat_profile_and_the_client_view_lead_there_too(open_window: Open) -> None:
    window, desk = open_window(Settings(home=TEXAS))
    desk.client.set(Client("RF-14", parse_scores("20,22,21,19,20,23")))
    wait(window)
    desk.navigator.open_step("interests")
    settle()
    assert desk.session.page is not None
    link = next(
        b for b in desk.session.page.findChildren(type(desk.window.header.print))
        if b.text() == "Start from a current job"
    )  # fmt: skip
    link.click()
    wait(window)
    moving = page(desk)
    desk.session._moves.take_job(SERVICE, "")
    desk.view.set_client_view(True)
    wait(window)
    said = texts(moving)
    assert "O*NET" not in said
    assert "4.0 for 4.0" not in said
    assert "Listening" in said, "elements in everyday words"


def test_physical_and_sensory_abilities_are_not_missing() -> None:
    def demand(level: float, importance: float = 4.0) -> Demand:
        return Demand("", importance, level, 0.1, False)

    there = {"1.A.3.a.1": demand(5), "1.A.4.a.1": demand(5), "2.C.8.b": demand(5)}
    here = dict.fromkeys(there, demand(2))
    found = carried(there, here, {})
    assert (len(found.to_learn), found.bodily) == (1, 2)
    assert carried(there, here, {"2.C.8.b": 6.0}).to_learn == (), "the client's own level counts"


def test_a_job_whose_skills_are_not_rated_says_so_and_names_what_is(open_window: Open) -> None:
    window, desk = open_window()
    code = next(
        code for code in desk.reference.titles
        if desk.reference.sheet(code).children  # type: ignore[union-attr]
    )  # fmt: skip
    desk.client.set(Client("RF-14", present=PresentJob(code, "x")))
    desk.session.show("moving")
    wait(window)
    moving = page(desk)
    assert "not rated" in texts(moving)
    links = [link.text() for link in moving.findChildren(LinkLabel)]
    assert any(title in links for title in desk.reference.titles.values())


def test_ticked_jobs_set_beside_the_present_one_are_compared(open_window: Open) -> None:
    _window, desk = open_window(Settings(home=TEXAS))
    desk.client.set(Client("RF-14", present=PresentJob(SERVICE, "")))
    desk.in_play.tick((ACCOUNTS, NURSES))
    assert desk.session.so_far().to_compare
    desk.in_play.compare((SERVICE, ACCOUNTS, NURSES))
    assert not desk.session.so_far().to_compare
    desk.in_play.tick((ACCOUNTS, NURSES, AIDES))
    assert desk.session.so_far().to_compare, "another one is ticked since"
    menu = make_menu(desk, desk.keys)
    (compare,) = [one for one in menu.actions() if one.text().startswith("Compare side")]
    assert compare.isEnabled()
    compare.trigger()
    settle()
    assert desk.comparison.codes() == (SERVICE, ACCOUNTS, NURSES, AIDES)


def test_a_job_found_by_its_own_title_is_not_called_so_twice(open_window: Open) -> None:
    window, desk = open_window(language=language("es"))
    desk.client.set(Client("RF-14"))
    desk.session.show("moving")
    moving = page(desk)
    QTest.keyClicks(moving.field, "representantes de servicio al cliente")
    QTest.keyClick(moving.field, Qt.Key.Key_Return)
    wait(window)
    present = desk.client.client.present
    assert present is not None
    assert (present.code, present.called) == (SERVICE, "")


def test_back_from_a_job_beside_the_present_one_leads_where_it_was_asked_for(
    open_window: Open,
) -> None:
    window, desk = open_window(Settings(home=TEXAS))
    desk.client.set(Client("RF-14", present=PresentJob(SERVICE, "")))
    desk.session.show("moving")
    wait(window)
    moving = page(desk)
    moving.opened.emit(ACCOUNTS, True)
    wait(window)
    assert desk.view.codes == (SERVICE, ACCOUNTS)
    desk.navigator.back()
    wait(window)
    assert page(desk) is moving
