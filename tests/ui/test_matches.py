"""The client's list: ranked, filtered at once, opened, shortlisted, copied."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QThread
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from windows import Open, settle

from counselor_app.domain.fit.fit import GREGORY_LEWIS
from counselor_app.domain.fit.gap import skill_gap
from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.session.client import Client, demands_of
from counselor_app.reports.parts import Report, Table
from counselor_app.settings import Settings
from counselor_app.ui.counsel.match_filters import GAPS
from counselor_app.ui.counsel.match_list import cells
from counselor_app.ui.counsel.matches import MatchesPage
from counselor_app.ui.parts.text import LinkLabel
from counselor_app.ui.printing.print_report import PrintDialog
from counselor_app.ui.shell.desk import Desk

RF14 = Client("RF-14", parse_scores("12,20,9,33,24,28"))


def matches(desk: Desk, client: Client = RF14) -> MatchesPage:
    desk.client.set(client)
    desk.keys.show_matches()
    settle()
    assert desk.counsel.matches is not None
    return desk.counsel.matches


def test_all_occupations_are_ranked_and_ties_share_a_rank(open_window: Open) -> None:
    _, desk = open_window()
    page = matches(desk)
    assert [one.match for one in page.rows()] == list(desk.client.view.ranking)
    assert page.count.text() == "923 of 923 occupations."
    assert cells(page.rows()[0])[:4] == (
        "1", "Probation Officers and Correctional Treatment Specialists", ".98", "Best"
    )  # fmt: skip
    tied = [a.match for a, b in zip(page.rows(), page.rows()[1:], strict=False)
            if a.match.r == b.match.r and a.match.rank != b.match.rank]  # fmt: skip
    assert not tied


def test_filters_compose_and_are_kept_until_the_client_is_cleared(open_window: Open) -> None:
    _, desk = open_window()
    page = matches(desk)
    page.filters.zone._pick(2)
    page.filters.growth._pick(2)
    page.filters.pay.setText("$60,000")
    assert 0 < len(page.rows()) < 100
    assert all((one.job.job_zone or 9) <= 2 for one in page.rows())
    assert all((one.job.change_pct or 0) > 3.1 for one in page.rows())
    assert all((one.pay or 0) >= 60_000 for one in page.rows())
    assert page.count.text().startswith(f"{len(page.rows())} of 923 occupations")
    kept = [one.match.code for one in page.rows()]
    desk.counsel.hide_matches()
    assert [one.match.code for one in matches(desk).rows()] == kept
    desk.counsel.clear()
    assert desk.counsel.matches is None
    assert len(matches(desk).rows()) == 923


def test_another_client_gets_neither_filters_nor_ticks(open_window: Open) -> None:
    _, desk = open_window()
    page = matches(desk)
    page.filters.zone._pick(1)
    page.list.match_model.tick(page.list.match_model.index(0))
    desk.client.set(replace(RF14, levels={"2.A.1.a": 3.0}))
    assert desk.counsel.matches is page
    desk.client.set(replace(RF14, name="KB-02"))
    assert desk.counsel.matches is None
    again = matches(desk, replace(RF14, name="KB-02"))
    assert len(again.rows()) == 923
    assert again.filters.clean
    assert not again.list.match_model.ticked


def test_the_pay_of_a_chosen_place_counts(open_window: Open) -> None:
    _, desk = open_window(Settings(places=("4800000",)))
    page = matches(desk)
    page.filters.pay.setText("100000")
    nation = {one.match.code for one in page.rows()}
    page.filters.place._pick(1)
    texas = {one.match.code for one in page.rows()}
    assert nation != texas
    sheet = desk.reference.sheet("29-1141.00")
    assert sheet is not None
    page.filters.pay.clear()
    row = next(one for one in page.rows() if one.match.code == "29-1141.00")
    assert row.pay == sheet.places[0].median("annual").number


def test_a_floor_that_is_no_amount_filters_nothing_and_says_so(open_window: Open) -> None:
    _, desk = open_window()
    page = matches(desk)
    page.filters.pay.setText("fifty")
    assert len(page.rows()) == 923
    assert "no amount in dollars" in page.count.text()


def test_enter_opens_an_occupation_and_esc_goes_back(open_window: Open) -> None:
    window, desk = open_window()
    desk.jobs.open("43-4051.00")
    page = matches(desk)
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    settle()
    assert desk.counsel.matches is None
    sheet = desk.jobs.panes.first.sheet
    assert sheet is not None
    assert sheet.occupation.code == desk.client.view.ranking[1].code
    page = matches(desk)
    assert page in window.regions()
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    assert desk.counsel.matches is None


def test_the_fit_page_leads_to_the_list(open_window: Open) -> None:
    _, desk = open_window()
    desk.client.set(RF14)
    desk.jobs.open("43-4051.00")
    desk.jobs.panes.set_tab(3)
    settle()
    links = desk.jobs.panes.first.page().widget().findChildren(LinkLabel)
    next(link for link in links if "All 923 matches" in link.text()).click()
    assert desk.counsel.matches is not None


def test_a_short_list_goes_on_the_shortlist_whole(open_window: Open) -> None:
    _, desk = open_window()
    page = matches(desk)
    assert not page.put.isEnabled()
    page.filters.family._pick(page.filters.families.index("Legal") + 1)
    assert page.put.isEnabled()
    page.put.click()
    assert desk.shortlist.codes == tuple(one.match.code for one in page.rows())
    QTest.keyClick(page.list, Qt.Key.Key_Insert)
    assert page.rows()[0].match.code not in desk.shortlist.codes


def test_the_table_is_copied_and_saved(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, desk = open_window()
    page = matches(desk)
    page.filters.zone._pick(1)
    page.copy.click()
    rows = list(csv.DictReader(io.StringIO(QApplication.clipboard().text())))
    assert [row["code"] for row in rows] == [one.match.code for one in page.rows()]
    target = tmp_path / "list.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.save.click()
    assert target.read_text(encoding="utf-8-sig").splitlines()[0].startswith("rank,code,title")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path), ""))
    said: list[str] = []
    page.failed.connect(said.append)
    page.save.click()
    assert "could not be written" in said[0]


def test_without_a_ranking_there_is_no_list(open_window: Open) -> None:
    _, desk = open_window()
    desk.keys.show_matches()
    assert desk.counsel.matches is None
    desk.client.set(Client("A", parse_scores("CES")))
    desk.keys.show_matches()
    assert desk.counsel.matches is None
    desk.client.set(Client("A", parse_scores("12,11,9,13,14,10")))
    desk.keys.show_matches()
    assert desk.counsel.matches is None  # all within error: any order would be chance


def test_a_line_of_the_list_is_spoken(open_window: Open) -> None:
    _, desk = open_window()
    page = matches(desk, Client("A", parse_scores("12,20,9,33,24,28")))
    spoken = page.list.match_model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("1, ")
    assert "pay $" in spoken


def rated(desk: Desk) -> MatchesPage:
    """The list of a client who rated all 35 skills 2, 3, 4 in turn."""
    skills = sorted(
        e for e, (_, domain) in desk.reference.pack.elements.items() if domain == "skill"
    )
    page = matches(desk, replace(RF14, levels={e: 2.0 + i % 3 for i, e in enumerate(skills)}))
    desk.client.wait()
    settle()
    return page


def test_no_more_than_so_much_from_the_clients_skills(open_window: Open) -> None:
    _, desk = open_window()
    page = rated(desk)
    levels = desk.client.client.levels
    page.filters.gap._pick(GAPS.index(0.15) + 1)
    kept = {one.match.code for one in page.rows()}
    assert 0 < len(kept) < 923
    for code in ("51-4121.00", "29-1141.00", "43-4051.00"):  # the same sum as on the skills page
        sheet = desk.reference.sheet(code)
        assert sheet is not None
        gap = skill_gap(demands_of(sheet), levels)
        assert gap.index is not None
        assert (code in kept) == (gap.index <= 0.15)
    assert "more just over your skill gap" in page.count.text()
    assert "too few of the client's ratings" in page.count.text()
    page.filters.zone._pick(2)
    assert {one.match.code for one in page.rows()} < kept
    spoken = page.list.match_model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("%")
    assert "Skill gap: what" in page.note.text()


def test_without_ratings_the_list_offers_to_rate(open_window: Open) -> None:
    _, desk = open_window()
    page = matches(desk)
    assert page.filters.rate.isVisible()
    assert not page.filters.gap.isVisible()
    page = rated(desk)
    assert page.filters.gap.isVisible()
    assert not page.filters.rate.isVisible()


def test_bands_of_either_edition_are_named_and_dated(open_window: Open) -> None:
    _, desk = open_window()
    page = matches(desk)
    assert "Bands: Career Returns 2025: Best from .729, Good from .608" in page.note.text()
    order = [one.match.code for one in page.rows()]
    page.filters.bands._pick(1)
    assert "Gregory and Lewis 2016: Best from .729, Great from .608" in page.note.text()
    assert [one.match.code for one in page.rows()] == order
    assert {cells(one, GREGORY_LEWIS)[3] for one in page.rows()} == {
        "Best", "Great", "Good", "below Good"
    }  # fmt: skip
    assert "band (Gregory and Lewis 2016)" in page.csv().splitlines()[0]
    desk.counsel.hide_matches()
    assert matches(desk).edition is GREGORY_LEWIS


def test_ticked_occupations_are_compared_and_the_list_comes_back(open_window: Open) -> None:
    window, desk = open_window()
    page = matches(desk)
    assert not page.compare.isEnabled()
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    assert not page.compare.isEnabled()
    row = page.list.visualRect(page.list.match_model.index(2))
    box = QPoint(row.left() + 10, row.center().y())
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert desk.counsel.matches is page
    first, _, third = (one.match.code for one in page.rows()[:3])
    assert page.chosen() == (first, third)
    assert page.compare.text() == "Compare 2 ticked"
    page.filters.only._pick(1)
    assert [one.match.code for one in page.rows()] == [first, third]
    page.compare.click()
    settle()
    assert desk.comparison.page is not None
    assert desk.comparison.codes() == (first, third)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    settle()
    assert desk.comparison.page is None
    again = desk.counsel.matches
    assert again is not None
    assert again.chosen() == (first, third)


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_the_list_that_is_shown_is_printed(open_window: Open) -> None:
    window, desk = open_window(Settings(places=("4800000",)))
    page = matches(desk)
    page.filters.zone._pick(2)
    page.filters.place._pick(1)
    page.filters.bands._pick(1)
    page.print.click()
    dialog = window.findChild(PrintDialog)
    assert isinstance(dialog, PrintDialog)
    for thread in window.findChildren(QThread):
        thread.wait()
    settle()
    offer = dialog.offer
    dialog.reject()
    settle()
    report = offer.make(frozenset({"list"}), True)
    assert isinstance(report, Report)
    ranked = next(p for p in report.section("list").parts if isinstance(p, Table))
    assert ranked.counted[-1].endswith("; job zone 2 or less")
    printed = [row[0].words for row in ranked.rows]
    assert printed == [one.match.title for one in page.rows()[: len(printed)]]
    assert len(printed) == 15


def test_the_shortlist_is_a_list_like_any_other(open_window: Open) -> None:
    _, desk = open_window()
    for code in ("43-4051.00", "29-1141.00"):
        desk.shortlist.toggle(code)
    page = matches(desk)
    page.filters.only._pick(2)
    assert [one.match.code for one in page.rows()] == ["43-4051.00", "29-1141.00"]
    assert page.compare.text() == "Compare these 2"
    assert len(page.csv().splitlines()) == 3
    page.filters.clear()
    assert len(page.rows()) == 923


@pytest.mark.parametrize(("size", "scale"), [((1440, 900), 2.0), ((800, 600), 1.0)])
def test_a_low_window_folds_the_filters(
    open_window: Open, size: tuple[int, int], scale: float
) -> None:
    _, desk = open_window(size=size, scale=scale)
    page = matches(desk)
    assert page.list.isVisible()
    assert page.list.height() > 2 * page.list.row_height()
    assert not page.filters.zone.isVisible()
    page.fold.click()
    assert page.filters.zone.isVisible()
