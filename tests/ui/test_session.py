"""The session leads: start, home, steps, one history, the client who reads along."""

from __future__ import annotations

from pathlib import Path

import pytest
from clients_windows import choose, dialog, keep, quick, texts, type_passphrase, wait
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from windows import Open, settle
from workspace_files import PASSPHRASE

from counselor_app.client_texts import inventory_form
from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.session.client import Client
from counselor_app.domain.session.inventory import Answers
from counselor_app.ui.charts.like_bars import LikeBar
from counselor_app.ui.counsel.inventory import InventoryScreen
from counselor_app.ui.counsel.scores import ScoresDialog
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.choice_dialog import ChoiceDialog
from counselor_app.ui.parts.text import LinkLabel
from counselor_app.ui.session.home import HomePage
from counselor_app.ui.session.interests import InterestsPage
from counselor_app.ui.session.start import StartPage
from counselor_app.ui.shell.desk import Desk
from counselor_app.ui.shell.window import MainWindow

NURSES, CLERKS, AIDES = "29-1141.00", "43-4051.00", "31-2021.00"
MIA = Client("Mia-16", parse_scores("21,29,11,32,12,15"))
pytestmark = [
    # The offscreen platform says these of dialogs and of covers.
    pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing"),
    pytest.mark.usefixtures(quick.__name__),
]


def mia(window: MainWindow, desk: Desk, client: Client = MIA) -> None:
    desk.client.set(client)
    wait(window)


def page(desk: Desk, kind: type[QWidget]) -> QWidget:
    settle()
    assert isinstance(desk.session.page, kind)
    return desk.session.page


def alt_left(window: MainWindow) -> None:
    window.activateWindow()  # offscreen, closing a dialog activates no other window
    settle()
    QTest.keyClick(
        QApplication.focusWidget() or window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier
    )
    settle()


def press_named(root: QWidget, words: str) -> None:
    kinds = (Button, LinkLabel)
    named = [b for kind in kinds for b in root.findChildren(kind)]
    next(b for b in named if b.isVisible() and b.text().startswith(words)).click()
    settle()


def test_a_nickname_and_a_way_start_a_session(open_window: Open) -> None:
    window, desk = open_window()
    start = page(desk, StartPage)
    assert isinstance(start, StartPage)
    start.ways["scores"].click()
    settle()
    assert "Type a nickname" in texts(window)
    start.name.setText("  TK-07 ")
    start.ways["scores"].click()
    settle()
    typing = dialog(window, ScoresDialog)
    assert typing.name.text() == "TK-07"
    QApplication.clipboard().setText("21,29,11,32,12,15")
    typing.fields[0].paste()
    typing.use.click()
    wait(window)
    assert isinstance(page(desk, InterestsPage), InterestsPage), "typed scores land there"
    assert "TK-07’s answers are highest on helping people and finding things out" in texts(window)
    alt_left(window)
    assert isinstance(page(desk, HomePage), HomePage), "the first Back is the client's home"


def test_jobs_kept_without_a_client_go_to_the_one_who_comes(
    open_window: Open, tmp_path: Path
) -> None:
    window, desk = open_window(clients=tmp_path / "kept" / "clients.counselor")
    keep(window, desk)
    for one in window.findChildren(QDialog):
        one.reject()
    desk.shortlist.add((NURSES,))
    start = page(desk, StartPage)
    assert isinstance(start, StartPage)
    start.name.setText("TK-07")
    QTest.keyClick(start.name, Qt.Key.Key_Return)
    wait(window)
    assert isinstance(page(desk, InterestsPage), InterestsPage)
    assert desk.clients_file.session is not None
    record = desk.clients_file.session.record()
    assert record is not None
    assert (record.name, [one.code for one in record.shortlist]) == ("TK-07", [NURSES])


def test_opening_a_client_leads_home_and_the_keyboard_stands_on_the_next_step(
    open_window: Open, tmp_path: Path
) -> None:
    window, desk = open_window(clients=tmp_path / "kept" / "clients.counselor")
    keep(window, desk, "Mia-16", "RF-14")
    desk.client.set(Client("RF-14", MIA.scores))
    wait(window)
    desk.in_play.tick((NURSES, CLERKS))
    desk.caseload.leave(end=False)
    wait(window)
    start = page(desk, StartPage)
    assert "RF-14: 2 jobs ticked. Compare the 2 ticked jobs" in texts(window)
    assert "Mia-16: Nothing yet. Begin with interests" in texts(window)
    press_named(start, "RF-14")
    wait(window)
    home = page(desk, HomePage)
    assert isinstance(home, HomePage)
    focus = window.focusWidget()
    assert isinstance(focus, Button)
    assert focus.text() == "Compare the 2 ticked jobs"
    focus.click()
    settle()
    assert desk.view.over == "compare"
    assert desk.comparison.codes() == (NURSES, CLERKS)
    assert desk.in_play.compared == (NURSES, CLERKS)
    assert "Compare, step 3 of 5, 2 compared, open now" in texts(window)


def test_what_was_ticked_compared_and_opened_outlives_the_program(
    open_window: Open, tmp_path: Path
) -> None:
    file = tmp_path / "kept" / "clients.counselor"
    window, desk = open_window(clients=file)
    keep(window, desk, "RF-14")
    desk.jobs.open(CLERKS)
    settle()
    desk.in_play.tick((NURSES, CLERKS))
    assert desk.clients_file.session is not None
    desk.clients_file.session.flush()
    window.close()
    wait(window)
    window, desk = open_window(clients=file)
    desk.keys.show_clients()
    type_passphrase(window, old=PASSPHRASE)
    for one in window.findChildren(QDialog):
        one.reject()
    press_named(page(desk, StartPage), "RF-14")
    wait(window)
    assert desk.in_play.ticked == (NURSES, CLERKS)
    assert [one.code for one in desk.in_play.looked] == [CLERKS]
    assert desk.view.codes == (CLERKS,)
    alt_left(window)
    assert desk.view.over == "home", "where it stopped, with the home behind it"


def test_coming_back_finds_the_page_as_it_was_left(open_window: Open) -> None:
    window, desk = open_window()
    mia(window, desk)
    desk.commands.open_job.emit(CLERKS, False)
    settle()
    desk.keys.go_to_tab(1)
    settle()
    area = desk.jobs.panes.first.page()
    area.verticalScrollBar().setValue(300)
    desk.jobs.panes.first.head.star.setFocus()
    desk.commands.open_job.emit(NURSES, False)
    settle()
    assert area.verticalScrollBar().value() == 0
    alt_left(window)
    settle()
    assert desk.view.codes == (CLERKS,)
    assert area.verticalScrollBar().value() == 300
    assert QApplication.focusWidget() is desk.jobs.panes.first.head.star


def test_the_matches_keep_their_filters_and_ticks_on_the_way_back(open_window: Open) -> None:
    window, desk = open_window()
    mia(window, desk)
    desk.navigator.open_step("matches")
    wait(window)
    desk.in_play.toggle(NURSES)
    assert desk.counsel.matches is not None
    before = [one.job.code for one in desk.counsel.matches.rows()]
    first = next(one for one in desk.counsel.matches.columns[1].sections if len(one.cards) > 2)
    tier = [code for card in first.cards for code in card.codes]
    desk.commands.open_job.emit(tier[1], False)
    settle()
    head = desk.jobs.panes.first.head
    assert head.place.text() == f"2 of {len(tier)}", "of its tier, not of all jobs"
    assert head.back.text() == "Matches"
    head.job_after.click()
    settle()
    assert desk.view.codes == (tier[2],)
    head.back.click()
    wait(window)
    assert desk.counsel.matches is not None
    assert [one.job.code for one in desk.counsel.matches.rows()] == before
    assert desk.in_play.ticked == (NURSES,)


def test_matches_opened_from_the_comparison_leave_the_bar_free(open_window: Open) -> None:
    window, desk = open_window()
    mia(window, desk)
    desk.in_play.tick((NURSES, CLERKS))
    desk.navigator.open_step("compare")
    settle()
    desk.keys.show_matches()
    wait(window)
    assert desk.counsel.matches is not None
    assert not desk.counsel.matches.geometry().intersects(window.header.geometry())
    middle = window.search.mapTo(window, window.search.rect().center())
    assert window.childAt(middle) is window.search


def test_a_second_inventory_asks_before_a_paused_one_is_left(open_window: Open) -> None:
    window, desk = open_window()
    form = inventory_form("long")
    given = dict.fromkeys(form.ids[:34], 2)
    mia(window, desk, Client("DK-09", answers=Answers(form, given)))
    desk.navigator.open_step("interests")
    settle()
    assert "34 of 60 answered" in texts(window)
    desk.counsel.take_inventory("short")
    settle()
    dialog(window, ChoiceDialog).reject()
    assert desk.client.client.answers == Answers(form, given)
    desk.counsel.take_inventory("short")
    choose(window, "Go on at question 35")
    (screen,) = [one for one in window.findChildren(InventoryScreen) if one.isVisible()]
    assert screen.answers.form.key == "long"
    assert screen.place == 34, "and not at the first one anew"
    screen.close()
    settle()
    assert desk.client.client.answers is not None
    assert desk.client.client.answers.given == given


def test_six_bars_say_what_they_mean_and_what_is_too_close(open_window: Open) -> None:
    window, desk = open_window()
    mia(window, desk)
    desk.navigator.open_step("interests")
    settle()
    shown = page(desk, InterestsPage)
    bars = [bar.accessibleName() for bar in shown.findChildren(LikeBar)]
    assert bars[0] == "Helping people, 32 of 40, too close to Finding things out to tell"
    assert len(bars) == 6
    assert "A day spent helping others would be a good day." in texts(window)
    assert "Helping people: caring for animals; how people and societies work" in texts(window)
    assert "Holland code" not in texts(window)
    press_named(shown, "How sure is this?")
    assert "Holland code: SIR and ties." in texts(window)


@pytest.mark.parametrize(
    ("scores", "said", "helps"),
    [
        ("20,22,21,19,20,23", "nearly level, so no job stands out", "Jobs with the most openings"),
        ("SIA", "code begins with helping people and finding things out", "Browse jobs by"),
    ],
)
def test_level_answers_and_a_bare_code_have_a_page_that_helps(
    open_window: Open, scores: str, said: str, helps: str
) -> None:
    window, desk = open_window()
    mia(window, desk, Client("Mia-16", parse_scores(scores)))
    desk.navigator.open_step("interests")
    settle()
    assert said in texts(window)
    press_named(page(desk, InterestsPage), helps)
    assert desk.sidebar.isVisible()
    assert desk.sidebar.results.hasFocus()


def test_the_client_who_reads_along_sees_nothing_of_the_counselors(
    open_window: Open, tmp_path: Path
) -> None:
    window, desk = open_window(clients=tmp_path / "kept" / "clients.counselor")
    keep(window, desk, "Other-99", "Mia-16")
    mia(window, desk)
    assert desk.clients_file.session is not None
    desk.clients_file.session.save_note(None, "Worries about money", "counselor")
    desk.jobs.open(AIDES)
    desk.keys.turn_to_client()
    wait(window)
    private = ("Worries", "Other-99", "private", "Print", "Menu", "31-2021", "How sure", ", kept")
    for go in (desk.keys.go_home, lambda: desk.navigator.open_step("interests"),
               lambda: desk.navigator.open_step("matches"),
               lambda: desk.commands.open_job.emit(AIDES, False),
               lambda: desk.keys.go_to_tab(3)):  # fmt: skip
        go()
        wait(window)
        shown = texts(window)
        assert [word for word in private if word in shown] == []
    for keys in (desk.keys.show_clients, desk.keys.toggle_notes, desk.keys.print_report):
        desk.keys._for_counselor(keys)
    settle()
    assert not [one for one in window.findChildren(QDialog) if one.isVisible()]


def test_client_view_is_not_left_by_one_slip_of_the_hand(open_window: Open) -> None:
    window, desk = open_window()
    mia(window, desk)
    switch = window.header.switch
    switch.click()
    assert desk.view.client_view
    switch.click()
    assert desk.view.client_view
    assert switch.text() == "Once more to leave"
    switch.click()
    assert not desk.view.client_view
    assert not [one for one in window.findChildren(QDialog) if one.isVisible()]


def test_printing_opens_on_what_is_on_the_screen(open_window: Open, tmp_path: Path) -> None:
    window, desk = open_window(clients=tmp_path / "kept" / "clients.counselor")
    keep(window, desk, "Mia-16")
    mia(window, desk)
    desk.jobs.open(AIDES)
    desk.in_play.tick((NURSES, CLERKS))
    settle()
    kinds = [desk.printing.offers()[0].name]
    for step in ("interests", "matches", "compare"):
        desk.navigator.open_step(step)
        wait(window)
        kinds.append(desk.printing.offers()[0].name)
    desk.keys.go_home()
    settle()
    kinds.append(desk.printing.offers()[0].name)
    assert kinds == ["Profile", "Interests", "Fit", "Comparison", "Handout"]


def test_interests_are_printed_without_the_ranking(open_window: Open) -> None:
    window, desk = open_window()
    mia(window, desk)
    desk.navigator.open_step("interests")
    settle()
    made = desk.printing.offers()[0].make(frozenset(), True)
    assert [section.id for section in made.sections] == [
        "key-figures",
        "scores",
        "means",
        "not-meant",
    ]


def test_what_goes_does_not_send_the_keyboard_into_the_search(open_window: Open) -> None:
    window, desk = open_window()
    mia(window, desk)
    home = page(desk, HomePage)
    assert isinstance(home, HomePage)
    assert home.go_on is not None
    assert home.go_on.hasFocus()
    desk.in_play.tick((NURSES, CLERKS))  # the home is built anew
    settle()
    assert home.go_on.hasFocus()
    home.go_on.hide()
    settle()
    assert not window.search.hasFocus()
    assert not window.drawer_open


def test_menus_are_in_the_type_of_the_window(open_window: Open) -> None:
    from counselor_app.ui.shell import client_menu, menu

    window, desk = open_window(scale=1.5)
    for made in (
        menu.make_menu(desk, desk.keys),
        client_menu.make_menu(desk.counsel, desk.caseload, window),
    ):
        assert made.font().family() == window.search.font().family()
        assert made.font().pointSizeF() == pytest.approx(window.search.font().pointSizeF())
        made.deleteLater()
