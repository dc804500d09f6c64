"""The profile shows what the sheet holds, and says in words what it does not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from windows import Show, settle

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import value_words
from counselor_app.domain.occupation.handbook import NO_PAGE
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.store.reference import Pack
from counselor_app.store.sheet import read_sheet
from counselor_app.ui.charts.bar_list import BarList
from counselor_app.ui.occupation.profile import ProfilePage
from counselor_app.ui.parts.chips import Chips
from counselor_app.ui.parts.fact_rows import FactRows
from counselor_app.ui.parts.more_list import Bullet, MoreList
from counselor_app.ui.parts.source import SourceWidget
from counselor_app.ui.parts.table import DataTable
from counselor_app.ui.parts.text import Heading, JobLink, LinkLabel, Prose

SAMPLE = (
    "29-1141.00", "43-4051.00", "47-2111.00", "25-1011.00", "27-2011.00", "13-1021.00",
    "29-1141.01", "11-1011.00", "15-1252.00", "53-7065.00",
)  # fmt: skip


def figures_of(sheet: Sheet) -> list[Figure]:
    """Every figure that the profile may print."""
    found = list(sheet.figures.values())
    found += [r.main for group in sheet.ratings.values() for r in group]
    found += [r.figure for group in sheet.requirements.values() for r in group]
    for job in sheet.related:
        found += [job.pay, job.change_pct, job.job_zone]
    return found


def said(page: ProfilePage) -> str:
    return " ".join(p.text() for p in page.widget().findChildren(Prose))


@pytest.mark.parametrize("code", SAMPLE)
def test_every_number_is_the_sheets(show: Show, pack: Pack, code: str) -> None:
    sheet = read_sheet(pack, code)
    page = show(ProfilePage, sheet)
    known = figures_of(sheet)
    printed: list[tuple[str, Figure]] = []
    for bars in page.widget().findChildren(BarList):
        printed += [(item.text, item.figure) for item in bars.items]
    for table in page.widget().findChildren(DataTable):
        model = table.model()
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                cell = table.cell(model.index(row, column))
                if isinstance(cell.figure, Figure):
                    printed.append((cell.text, cell.figure))
    for facts in page.widget().findChildren(FactRows):
        printed += [(words, figure) for _, words, figure in facts.facts]
    assert len(printed) > 30
    for text, figure in printed:
        assert figure in known
        assert text.casefold() == value_words(figure).casefold()


def test_the_zone_the_way_in_and_the_sample_are_said(show: Show, pack: Pack) -> None:
    page = show(ProfilePage, read_sheet(pack, "29-1141"))
    names = [w.accessibleName() for w in page.widget().findChildren(SourceWidget)]
    assert "Job zone: Zone 4 of 5: two to four years to prepare" in names
    assert any(name.startswith("What 28 people in the job say") for name in names)
    assert any("August 2021" in name for name in names)
    education = next(
        bars
        for bars in page.widget().findChildren(BarList)
        if bars.items[0].name == "Bachelor's degree"
    )
    assert education.items[0].hatched
    assert education.items[0].note == "≈ low precision"


def test_every_answer_on_experience_and_training_can_be_seen(show: Show, pack: Pack) -> None:
    sheet = read_sheet(pack, "43-4051")
    page = show(ProfilePage, sheet)
    before = {
        mark.figure
        for bars in page.widget().findChildren(BarList)
        for mark in bars.items
        if mark.figure.key.startswith("requirement.")
    }
    links = page.widget().findChildren(LinkLabel)
    next(link for link in links if link.text().startswith("Every answer")).click()
    page.grab()
    printed = {item.figure for bars in page.widget().findChildren(BarList) for item in bars.items}
    asked = [r.figure for scale in ("RL", "RW", "PT", "OJ") for r in sheet.requirements[scale]]
    assert len(asked) > len(before)
    assert set(asked) <= printed
    assert all(figure.n for figure in asked)


def test_shared_and_combined_codes_are_said(show: Show, pack: Pack) -> None:
    page = show(ProfilePage, read_sheet(pack, "13-1021.00"))
    assert "Published only for Buyers and purchasing agents (13-1020)" in said(page)
    page.set_sheet(read_sheet(pack, "29-1141.01"))
    assert "Published for Registered nurses (29-1141)" in said(page)
    page.set_sheet(read_sheet(pack, "43-4051.00"))
    assert "Published" not in said(page)


@pytest.mark.parametrize("code", ["55-1011.00", "43-9199.00", "29-1229.00"])
def test_what_is_missing_is_said(show: Show, pack: Pack, code: str) -> None:
    sheet = read_sheet(pack, code)
    page = show(ProfilePage, sheet)
    words = said(page)
    assert ("have not been rated" in words) != bool(sheet.children)
    assert "None are listed for this occupation." in words
    board = "licensing board" in words
    assert board != code.startswith("55-")  # the armed forces ask no board
    assert (NO_PAGE in words) == (code == "43-9199.00")
    links = {link.text() for link in page.widget().findChildren(JobLink)}
    assert links == {title for _, title in sheet.children}


def test_related_jobs_open_by_keyboard(show: Show, qtbot: QtBot, pack: Pack) -> None:
    sheet = read_sheet(pack, "29-1141")
    page = show(ProfilePage, sheet)
    table = next(t for t in page.widget().findChildren(DataTable) if t.columns[1].title == "Pay")
    opened: list[tuple[str, bool]] = []
    page.open_occupation.connect(lambda code, beside: opened.append((code, beside)))
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    code = sheet.related[0].code
    assert opened == [(code, False), (code, True)]
    assert table.columns[2].title == f"By {sheet.outlook.target_year}"


def test_titles_tools_and_programs_unfold(show: Show, qtbot: QtBot, pack: Pack) -> None:
    sheet = read_sheet(pack, "29-1141")
    page = show(ProfilePage, sheet)
    titles = next(
        c for c in page.widget().findChildren(Chips) if "Also called" in c.accessibleName()
    )
    assert len(titles.visible_texts()) == 6
    assert not any("(" in text for text in titles.visible_texts())
    qtbot.keyClick(titles, Qt.Key.Key_Return)
    assert sorted(titles.visible_texts()) == sorted(sheet.titles.titles)
    programs = next(
        more
        for more in page.widget().findChildren(MoreList)
        if more.accessibleName() == "Programs of study"
    )
    assert programs.findChildren(Bullet) == []
    assert programs.more is not None
    programs.more.click()
    assert [line.text() for line in programs.findChildren(Bullet)] == list(sheet.programs)
    assert f"{len(sheet.programs)} college programs lead here" in said(page)


def test_everything_focusable_has_a_name(show: Show, pack: Pack) -> None:
    page = show(ProfilePage, read_sheet(pack, "43-4051"))
    nameless = [
        type(w).__name__
        for w in page.widget().findChildren(SourceWidget)
        + page.widget().findChildren(DataTable)
        + page.widget().findChildren(Chips)
        if w.focusPolicy() != Qt.FocusPolicy.NoFocus and not w.accessibleName()
    ]
    assert nameless == []


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [520, 1084])
@pytest.mark.parametrize("code", ["29-1141.00", "27-2011.00"])
def test_nothing_is_cut_at_large_text(
    show: Show, pack: Pack, code: str, width: int, scale: float
) -> None:
    page = show(ProfilePage, read_sheet(pack, code), width=width, scale=scale)
    assert page.horizontalScrollBar().maximum() == 0
    for widget in page.widget().findChildren(SourceWidget):
        if widget.isVisible() and widget.hasHeightForWidth():
            assert widget.height() >= widget.heightForWidth(widget.width())


def test_going_through_occupations_leaves_no_widgets(show: Show, pack: Pack) -> None:
    nurse = read_sheet(pack, "29-1141")
    page = show(ProfilePage, nurse)

    def alive() -> tuple[int, int]:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return len(page.findChildren(QWidget)), len(QApplication.topLevelWidgets())

    before = alive()
    for code in SAMPLE:
        page.set_sheet(read_sheet(pack, code))
    page.set_sheet(nurse)
    page.finish()
    assert alive() == before


def test_what_lies_below_comes_after_the_first_frame_and_only_for_the_job_shown(
    show: Show, pack: Pack
) -> None:
    page = show(ProfilePage, read_sheet(pack, "29-1141"))

    def titles() -> list[str]:
        return [h.accessibleName() for h in page.widget().findChildren(Heading)]

    whole = titles()
    page.set_sheet(read_sheet(pack, "43-4051"))
    first = titles()
    assert 0 < len(first) < len(whole)
    page.set_sheet(read_sheet(pack, "29-1141"))
    page.grab()
    while titles() != whole:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    assert len(page.widget().findChildren(DataTable)) >= 1


def test_a_page_that_is_built_again_is_whole_at_once_and_stays_where_it_was(
    show: Show, pack: Pack
) -> None:
    page = show(ProfilePage, read_sheet(pack, "29-1141"))
    settle()
    bar = page.verticalScrollBar()
    bar.setValue(bar.maximum())
    where = bar.value()
    assert where > 0
    page.set_sheet(read_sheet(pack, "29-1141"))
    settle()
    assert bar.value() == where


def test_the_license_the_days_and_the_ways_up_are_told_with_their_page(
    show: Show, pack: Pack
) -> None:
    sheet = read_sheet(pack, "47-2111")
    assert sheet.handbook is not None
    page = show(ProfilePage, sheet)
    words = said(page)
    for line in (
        sheet.handbook.licence_line, sheet.handbook.hours_line, sheet.handbook.strain_line,
        sheet.handbook.advancement_line,
    ):  # fmt: skip
        assert line in words
    spoken = " ".join(one.accessibleName() for one in page.widget().findChildren(QWidget))
    assert "Outlook Handbook page “Electricians”, August 2025" in spoken
    assert "What is usual to get in?" in words
    assert "What do workers aged 25 and over have?" in words
    assert "Half are older than 39.6" in spoken
