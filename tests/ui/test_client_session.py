"""A client comes in with scores, is seen everywhere, and is gone when cleared."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from windows import Open, settle

from counselor_app.domain.figures.wording import source_lines
from counselor_app.domain.fit.fit import rank_occupations
from counselor_app.domain.fit.instruments import INSTRUMENTS, ClientScores, parse_scores
from counselor_app.domain.fit.tiers import redraw
from counselor_app.domain.session.client import Client, fit_figure, view
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet
from counselor_app.ui.counsel.scores import ScoresDialog
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.table import DataTable
from counselor_app.ui.parts.text import Heading
from counselor_app.ui.shell.client_menu import make_menu
from counselor_app.ui.shell.desk import Desk
from counselor_app.ui.shell.focus import focusable
from counselor_app.ui.style.theme import Theme

CLERKS = "43-4051.00"
RF14 = Client("RF-14", parse_scores("12,20,9,33,24,28"))
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

TODAY = date(2026, 3, 2)


@pytest.fixture
def dialog() -> ScoresDialog:
    return ScoresDialog(Client(), Theme("light"), None, today=TODAY)


def facts(desk: Desk) -> dict[str, tuple[str, str]]:
    return {f.label: (f.words, f.note) for f in desk.jobs.panes.first.head.facts.facts()}


def test_scores_typed_in_reach_chip_facts_and_lists(open_window: Open) -> None:
    window, desk = open_window()
    desk.jobs.open(CLERKS)
    desk.keys.toggle_shortlist()
    assert "Fit with RF-14" not in facts(desk)
    desk.counsel.type_scores()
    typing = window.findChild(ScoresDialog)
    assert isinstance(typing, ScoresDialog)
    typing.name.setText("RF-14")
    QApplication.clipboard().setText("12,20,9,33,24,2")
    typing.fields[0].paste()
    QTest.keyClicks(typing.fields[5], "8")
    QTest.mouseClick(typing.use, Qt.MouseButton.LeftButton)
    settle()
    assert desk.client.client == RF14
    assert window.header.client.accessibleName() == "Client: RF-14"
    words, note = facts(desk)["Fit with RF-14"]
    assert (words, note) == ("Likely", "among the tenth of jobs closest in interests")
    spoken = desk.sidebar.shortlist.row_model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith(", Likely")


def test_the_fit_of_every_occupation_is_the_rankings(pack: Pack) -> None:
    seen = view(RF14, pack.interest_profiles)
    assert RF14.scores is not None
    assert seen.ranking == rank_occupations(RF14.scores, pack.interest_profiles)
    sheet = read_sheet(pack, "29-1141")
    found = seen.fit(sheet)
    assert found is not None
    assert found.match == seen.by_code["29-1141.00"]
    assert seen.pending
    waiting = fit_figure(RF14, found, sheet)
    assert (waiting.value, waiting.flag) == (None, "being worked out")
    redraws = redraw(RF14.scores, pack.interest_profiles)
    assert redraws is not None
    seen = view(RF14, pack.interest_profiles, redraws)
    found = seen.fit(sheet)
    assert found is not None
    assert found.sure == redraws.sure("29-1141.00")
    figure = fit_figure(RF14, found, sheet)
    assert figure.value == seen.tier_words("29-1141.00") == "Likely"
    assert "RF-14" in dict(source_lines(figure))["Covers"]


def test_jobs_like_this_one_show_the_clients_fit(open_window: Open) -> None:
    _, desk = open_window()
    desk.jobs.open("29-1141.00")
    desk.client.set(RF14)
    desk.jobs.panes.set_tab(0)
    desk.client.wait()
    settle()
    table = desk.jobs.panes.first.page().widget().findChild(DataTable)
    sheet = desk.jobs.panes.first.sheet
    assert sheet is not None
    column = table.model().columnCount() - 1
    fits = [table.model().index(r, column).data() for r in range(table.model().rowCount())]
    assert fits == [desk.client.view.tier_words(job.code) for job in sheet.related]
    assert set(fits) <= {"Very likely", "Likely", "Possible", "Less likely"}
    assert len(set(fits)) > 1


def test_clearing_takes_the_client_out_of_everything_and_can_be_undone(open_window: Open) -> None:
    window, desk = open_window()
    desk.jobs.open(CLERKS)
    desk.client.set(RF14)
    desk.counsel.clear()
    assert desk.client.client == Client()
    assert window.header.client.accessibleName() == "Client: none yet"
    assert "Fit with RF-14" not in facts(desk)
    assert not desk.sidebar.results.row_model.fits
    undo = next(b for b in window.findChildren(Button) if b.text() == "Undo")
    undo.click()
    assert desk.client.client == RF14
    assert "Fit with RF-14" in facts(desk)


def test_redraws_come_from_a_thread_and_an_older_clients_are_dropped(open_window: Open) -> None:
    _, desk = open_window()
    state = desk.client
    desk.client.set(RF14)
    desk.client.set(Client("B", parse_scores("30,20,10,10,20,30")))
    state.wait()
    settle()
    redraws = state.view.redraws
    assert redraws is not None
    match = state.view.ranking[0]
    sure = redraws.sure(match.code)
    assert sure is not None
    low, high = sure.r
    assert low <= high
    assert sure.tier == state.view.tier(match.code)
    assert match.r == pytest.approx(high, abs=0.2)


@pytest.mark.parametrize(
    ("scores", "words", "note"),
    [
        ("ces", "code only", "a code alone has no correlation"),
        ("7,7,7,7,7,7", "no match", "all six scores are too close"),
    ],
)
def test_scores_that_give_no_match_say_so(
    open_window: Open, scores: str, words: str, note: str
) -> None:
    _, desk = open_window()
    desk.jobs.open(CLERKS)
    desk.client.set(Client("", parse_scores(scores)))
    assert facts(desk)["Fit with the client"] == (words, note)
    desk.jobs.open("55-1011.00")
    assert facts(desk)["Fit with the client"][0] == "not known"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("45", "Artistic: a number from 0 to 40."),
        ("8,5", "Write 8.5, not 8,5."),
        ("x", "Artistic: a number from 0 to 40."),
        ("-1", "from 0 to 40"),
    ],
)
def test_a_wrong_score_is_named_while_it_is_typed(
    dialog: ScoresDialog, typed: str, said: str
) -> None:
    for field, text in zip(dialog.fields, ("12", "20", typed, "33", "24", "28"), strict=True):
        field.setText(text)
    assert said in dialog.trouble.text()
    assert "R=8" not in dialog.trouble.text(), "words of the command line"
    assert said in dialog.fields[2].accessibleDescription()
    assert not dialog.fields[1].accessibleDescription()
    assert not dialog.use.isEnabled()


def test_five_of_six_are_not_enough_and_the_missing_one_is_named(dialog: ScoresDialog) -> None:
    for field, text in zip(dialog.fields, ("12", "20", "", "33", "24", "28"), strict=True):
        field.setText(text)
    assert dialog.trouble.text() == "Still to type: Artistic."
    assert not dialog.use.isEnabled()


def test_another_instruments_range_is_checked_anew(dialog: ScoresDialog) -> None:
    for field in dialog.fields:
        field.setText("45")
    assert not dialog.use.isEnabled()
    dialog.instrument._pick(2)
    assert dialog.use.isEnabled()
    assert dialog.scores() == ClientScores(INSTRUMENTS["sds"], (45.0,) * 6)


def test_a_code_takes_letters_and_a_date(dialog: ScoresDialog) -> None:
    dialog.instrument._pick(4)
    assert not dialog.fields[0].isVisibleTo(dialog)
    dialog.code.setText("ccs")
    assert "twice" in dialog.trouble.text()
    dialog.code.setText("ces")
    dialog.date.setText("2026-03-03")
    assert "still to come" in dialog.trouble.text()
    dialog.date.setText("2. 3. 2026")
    assert "year-month-day" in dialog.trouble.text()
    dialog.date.setText("2026-03-01")
    assert dialog.scores() == ClientScores(INSTRUMENTS["holland"], (), date(2026, 3, 1), "CES")


def test_the_menu_clears_only_what_is_there(open_window: Open) -> None:
    _, desk = open_window()

    def able() -> dict[str, bool]:
        menu = make_menu(desk.counsel, desk.caseload, desk.window)
        found = {a.text(): a.isEnabled() for a in menu.actions() if a.text()}
        menu.deleteLater()
        return found

    assert able()["Clear the client"] is False
    desk.client.set(RF14)
    assert able()["Clear RF-14"] is True


def test_a_name_is_shown_as_it_was_given(open_window: Open) -> None:
    window, desk = open_window()
    desk.jobs.open(CLERKS)
    desk.client.set(Client("<b>ann & bo", parse_scores("12,20,9,33,24,28")))
    desk.jobs.panes.set_tab(3)
    desk.client.wait()
    settle()
    heading = desk.jobs.panes.first.page().widget().findChild(Heading)
    assert heading.accessibleName().startswith(
        "Likely among the tenth of jobs closest to <b>ann & bo’s interests"
    )
    assert window.header.client.accessibleName().startswith("Client: <b>ann & bo")
    menu = make_menu(desk.counsel, desk.caseload, desk.window)
    assert "Clear <b>ann && bo" in [action.text() for action in menu.actions()]
    menu.deleteLater()


def test_everything_that_takes_the_focus_has_a_name(open_window: Open) -> None:
    window, desk = open_window()
    desk.jobs.open(CLERKS)
    desk.client.set(RF14)
    desk.keys.show_matches()
    assert desk.counsel.matches is not None
    parts: list[QWidget] = [desk.counsel.matches]
    for show in (
        desk.counsel.type_scores,
        desk.counsel.rate_skills,
        lambda: desk.counsel.take_inventory("long"),
    ):
        show()
    settle()
    parts += [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    assert len(parts) == 4
    for part in parts:
        for widget in focusable(part):
            assert widget.accessibleName(), widget
