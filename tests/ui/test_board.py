"""The client's jobs as a board: what a card says, and what is done to it by keys and clicks."""

from __future__ import annotations

from pathlib import Path

import pytest
from clients_windows import PASSPHRASE
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton, QRadioButton
from windows import Open, settle

from counselor_app.domain.fit.instruments import INSTRUMENTS, Instrument, parse_scores
from counselor_app.domain.session.client import Client
from counselor_app.settings import Settings
from counselor_app.ui.counsel.board_column import BoardColumn
from counselor_app.ui.counsel.matches import MatchesPage
from counselor_app.ui.shell.desk import Desk
from counselor_app.ui.shell.message_bar import MessageBar

RF14 = Client("RF-14", parse_scores("12,20,9,33,24,28"))
TEXAS = Settings(home="4800000", places=("4800000",))


def board(desk: Desk, client: Client = RF14) -> MatchesPage:
    desk.client.set(client)
    desk.client.wait()
    desk.keys.show_matches()
    settle()
    assert desk.counsel.matches is not None
    return desk.counsel.matches


def spoken(view: BoardColumn) -> list[str]:
    """What a screen reader says of every row of a column."""
    model = view.board_model
    return [
        str(model.index(n).data(Qt.ItemDataRole.AccessibleTextRole))
        for n in range(model.rowCount())
    ]


def in_sight(page: MatchesPage) -> list[str]:
    """The codes of the cards that are wholly on the screen."""
    found = []
    for view in page.board.lists:
        if view.isVisible():
            room = view.viewport().rect()
            for n, row in enumerate(view.board_model.rows):
                if row.card and room.contains(view.visualRect(view.board_model.index(n))):
                    found.append(row.card.code)
    return found


def rect_of(view: BoardColumn, code: str) -> QRect:
    return view.visualRect(view.board_model.index(view.board_model.place_of(code)))


def current(view: BoardColumn) -> str:
    card = view.card
    assert card is not None
    return card.code


def test_cards_stand_by_schooling_and_tier_and_say_what_counts(open_window: Open) -> None:
    _, desk = open_window(TEXAS)
    page = board(desk)
    little, some, lot = page.board.lists[:3]
    assert [view.accessibleName() for view in (little, some, lot)] == [
        "Little schooling", "Some schooling", "A lot of schooling",
    ]  # fmt: skip
    assert spoken(lot)[0].startswith("Very likely among the closest: ")
    first = spoken(lot)[1]
    assert first.startswith(
        "Probation Officers and Correctional Treatment Specialists."
        " Very likely among the closest. $52,880 in Texas, growing, a bachelor's degree."
    )
    code = current(lot)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Insert):
        QTest.keyClick(lot, key)
    assert desk.in_play.ticked == desk.shortlist.codes == (code,)
    assert spoken(lot)[1].endswith("Starred, ticked.")
    for view in (little, some, lot):
        for section in {row.section.name for row in view.board_model.rows if row.card}:
            shown = [r for r in view.board_model.rows if r.card and r.section.name == section]
            assert len(shown) <= 8
    words = " ".join(spoken(lot))
    assert "r ." not in words
    assert desk.client.client.letters not in words


def test_twins_share_a_card_that_shows_them_one_by_one(open_window: Open) -> None:
    _, desk = open_window()
    page = board(desk)
    view = next(v for v in page.board.lists
                if any(r.card and r.card.family for r in v.board_model.rows))  # fmt: skip
    card = next(r.card for r in view.board_model.rows if r.card and r.card.family)
    assert set(card.codes) <= {
        code for code, name in desk.reference.families.group_of.items()
        if name == desk.reference.families.of(card.code)
    }  # fmt: skip
    assert "jobs in one, the closest: " in spoken(view)[view.board_model.place_of(card.code)]
    view.choose(card.code)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    twins = [r.card.code for r in view.board_model.rows if r.card and r.twin]
    assert twins == list(card.codes)
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert not any(r.twin for r in view.board_model.rows)
    rect = rect_of(view, card.code)
    link = QPoint(rect.left() + 80, rect.bottom() - 22)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=link)
    assert any(r.twin for r in view.board_model.rows)


def test_keys_move_over_the_board_and_open_star_and_show_more(open_window: Open) -> None:
    window, desk = open_window()
    page = board(desk)
    little, some = page.board.lists[:2]
    little.setFocus()
    here = current(little)
    QTest.keyClick(little, Qt.Key.Key_Right)
    assert some.hasFocus()
    QTest.keyClick(some, Qt.Key.Key_Left)
    assert little.hasFocus()
    assert current(little) == here
    QTest.keyClick(little, Qt.Key.Key_Down)
    second = current(little)
    assert second != here
    QTest.keyClick(little, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert desk.shortlist.codes == (second,)
    more = next(n for n, row in enumerate(little.board_model.rows) if row.hidden)
    hidden, before = little.board_model.rows[more].hidden, little.board_model.rowCount()
    little.setCurrentIndex(little.board_model.index(more))
    QTest.keyClick(little, Qt.Key.Key_Return)
    assert little.board_model.rowCount() == before + hidden - 1
    QTest.keyClicks(little, "n")
    assert window.search.text() == "n"
    window.search.clear()
    little.choose(second)
    little.setFocus()
    QTest.keyClick(little, Qt.Key.Key_Return)
    settle()
    assert desk.view.code == second
    assert desk.counsel.matches is None


def test_not_for_me_is_kept_undone_and_brought_back(open_window: Open, tmp_path: Path) -> None:
    window, desk = open_window()
    page = board(desk)
    lot = page.board.lists[2]
    lot.setFocus()
    code = current(lot)
    assert len(page.rows()) == 923
    QTest.keyClick(lot, Qt.Key.Key_Delete)
    settle()
    assert desk.aside.codes == (code,)
    assert len(page.rows()) == 922
    assert lot.board_model.place_of(code) < 0
    assert page.head.aside.text() == "1 set aside"
    bar = window.findChild(MessageBar)
    assert isinstance(bar, MessageBar)
    assert desk.reference.titles[code] in bar.message.text()
    QTest.keyClick(lot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.aside.codes == ()
    assert current(lot) == code
    rect = rect_of(lot, code)
    cross = QPoint(lot.row_width(lot.board_model.rows[1]) - 16, rect.top() + 16)
    QTest.mouseClick(lot.viewport(), Qt.MouseButton.LeftButton, pos=cross)
    assert desk.aside.codes == (code,)
    page.head.aside.click()
    assert [one.job.code for one in page.rows()] == [code]
    QTest.keyClick(page.board.current(), Qt.Key.Key_Delete)
    assert desk.aside.codes == ()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_family_is_set_aside_whole_or_its_first_job_alone(open_window: Open) -> None:
    _, desk = open_window()
    page = board(desk)
    view = next(v for v in page.board.lists
                if any(r.card and r.card.family for r in v.board_model.rows))  # fmt: skip
    card = next(r.card for r in view.board_model.rows if r.card and r.card.family)
    for place, gone in ((1, card.codes[:1]), (0, card.codes)):
        view.choose(card.code)
        QTest.keyClick(view, Qt.Key.Key_Delete)
        menu = page.board.findChildren(QMenu)[-1]
        menu.actions()[place].trigger()
        menu.close()
        assert desk.aside.codes == gone
        desk.counsel._undo_aside()


def test_chips_say_what_is_on_and_come_off(open_window: Open) -> None:
    _, desk = open_window(TEXAS)
    page = board(desk)
    chip = page.filters.growth
    chip._pick(1)
    assert chip.accessibleName() == "Not shrinking, on. Delete takes it off."
    assert "more are hidden." in page.head.count.text()
    assert all(one.job.change_pct is not None and one.job.change_pct > -1 for one in page.rows())
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert len(page.rows()) == 923
    chip._pick(1)
    settle()
    edge = QPoint(chip.width() - 12, chip.height() // 2)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=edge)
    assert page.filters.clean
    assert chip.text() == "Outlook"


def test_where_nothing_is_left_the_filter_that_hides_most_is_named(open_window: Open) -> None:
    _, desk = open_window()
    page = board(desk)
    page.filters.growth._pick(3)
    page.filters.pay.setText("900000")
    settle()
    assert not page.rows()
    assert page.nothing.isVisible()
    assert "Least pay a year hides the most: 923 jobs." in page.nothing.words.text()
    page.nothing.off.click()
    assert page.rows()
    assert page.filters.pay.text() == ""
    assert page.filters.growth.on


@pytest.mark.parametrize(
    ("scores", "instrument", "says", "sections"),
    [
        ("20,21,22,20,19,22", None, "nearly level, so no job stands out", {"openings"}),
        ("SEC", None, "have letters of RF-14’s code", {"all letters", "some letters"}),
        ("12,20,9,33,24,28", INSTRUMENTS["sds"], "are among the tenth closest", {"tenth"}),
    ],
)
def test_without_tiers_the_board_says_by_what_it_goes(
    open_window: Open, scores: str, instrument: Instrument | None, says: str, sections: set[str]
) -> None:
    _, desk = open_window()
    page = board(desk, Client("RF-14", parse_scores(scores, instrument)))
    assert says in page.head.count.text()
    shown = {row.section.name for view in page.board.lists for row in view.board_model.rows
             if row.card}  # fmt: skip
    assert shown <= sections
    assert not any("likely" in words for view in page.board.lists for words in spoken(view))
    assert page.nothing.values.isVisible() == ("openings" in sections)
    page.head.look_chosen.emit(1)
    assert {c.key for c in page.list.match_model.columns}.isdisjoint({"r", "rank", "band"})


@pytest.mark.parametrize(
    ("size", "scale", "least"),
    [((1366, 768), 1.0, 6), ((1024, 768), 1.0, 4), ((1440, 900), 1.5, 2)],
)
def test_enough_cards_are_in_sight(
    open_window: Open, size: tuple[int, int], scale: float, least: int
) -> None:
    _, desk = open_window(size=size, scale=scale)
    page = board(desk)
    page.board.schooling = "a lot"
    page.board._fit()
    settle()
    assert len(in_sight(page)) >= least


def test_the_client_reads_along(open_window: Open) -> None:
    _, desk = open_window(TEXAS)
    page = board(desk)
    page.head.look_chosen.emit(1)
    page.head.sure.click()
    desk.view.set_client_view(True)
    settle()
    view = page.board.current()
    assert page.board.isVisible()
    assert not page.list.isVisible()
    assert "RF-14" not in page.head.count.text()
    for part in (page.head.tools, page.head.sure, page.head.look, page.filters.more,
                 page.filters.zone, page.head.notes):  # fmt: skip
        assert not part.isVisible()
    pressed = [b for kind in (QPushButton, QRadioButton) for b in page.findChildren(kind)
               if b.isVisible()]  # fmt: skip
    assert min(b.height() for b in pressed) >= 48
    model = view.board_model
    assert min(view.row_size(n).height() for n, r in enumerate(model.rows) if r.hidden) >= 48
    code = current(view)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert not desk.in_play.ticked or "Ticked" not in spoken(view)[1]
    QTest.keyClick(view, Qt.Key.Key_Insert)
    assert page.chosen() == (code,)
    desk.view.set_client_view(False)
    settle()
    assert page.list.isVisible()


def test_what_is_set_aside_comes_back_with_the_client(open_window: Open, tmp_path: Path) -> None:
    pytest.importorskip("sqlcipher3")

    from counselor_app.workspace.clients import save_client
    from counselor_app.workspace.notes import save_set_aside
    from counselor_app.workspace.opening import create_workspace
    from counselor_app.workspace.record import read_record

    path = tmp_path / "clients.counselor"
    workspace = create_workspace(path, PASSPHRASE)
    uid = save_client(workspace, "RF-14")
    save_set_aside(workspace, uid, ["21-1092.00"])
    _, desk = open_window()
    from counselor_app.ui.state.session import ClientSession

    session = ClientSession(desk.clients_file.models, workspace)
    session.open(uid)
    assert desk.aside.codes == ("21-1092.00",)
    desk.aside.add(("43-4051.00",))
    assert [one.code for one in read_record(workspace, uid).set_aside] == [
        "21-1092.00", "43-4051.00",
    ]  # fmt: skip
    session.drop()
    assert desk.aside.codes == ()
    session.detach()
    workspace.shut()


def test_coming_back_finds_the_board_as_it_was_left(open_window: Open) -> None:
    _, desk = open_window()
    page = board(desk)
    lot = page.board.lists[2]
    more = next(n for n, row in enumerate(lot.board_model.rows) if row.hidden)
    lot.setFocus()
    lot.setCurrentIndex(lot.board_model.index(more))
    QTest.keyClick(lot, Qt.Key.Key_Return)
    code, rows = current(lot), lot.board_model.rowCount()
    page.filters.growth._pick(1)
    QTest.keyClick(lot, Qt.Key.Key_Return)
    settle()
    assert desk.counsel.matches is None
    desk.navigator.back()
    settle()
    again = desk.counsel.matches
    assert again is not None
    assert again.filters.growth.on
    assert code in desk.reference.titles
    again.filters.clear()
    settle()
    assert again.board.lists[2].board_model.rowCount() == rows
    assert any(looked.code in again.state.seen for looked in desk.in_play.looked)
