"""Searching from the keyboard: what is found, why, and how one moves in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from windows import Open, settle

from counselor_app.domain.figures.provenance import Group
from counselor_app.domain.occupation.listing import OccupationRow
from counselor_app.domain.occupation.search import Hit
from counselor_app.ui.shell.rows import FIRST_SHOWN, browse_rows, result_rows
from counselor_app.ui.shell.sidebar import Sidebar
from counselor_app.ui.shell.window import MainWindow
from counselor_app.ui.style.theme import Theme


def job(code: str, title: str, *, openings: float | None = 100.0) -> OccupationRow:
    soc = code[:7]
    return OccupationRow(
        code, title, soc, "Sales and Related", "EC", 2, 40_000, "$40,000", -5.5, openings, 1000, soc
    )


JOBS = {
    row.code: row
    for row in (
        job("29-1141.00", "Registered Nurses"),
        job("29-1171.00", "Nurse Practitioners"),
        job("11-9111.00", "Medical and Health Services Managers"),
    )
}


def test_results_say_why_they_matched() -> None:
    hits = [
        Hit("29-1141.00", "Registered Nurses", "Nurse", "alternate", 90, 99),
        Hit("29-1171.00", "Nurse Practitioners", "Nurse Practitioners", "title", 85, 35),
        Hit("11-9111.00", JOBS["11-9111.00"].title, "Nurse Manager", "reported", 60, 4),
    ]
    rows = result_rows(hits, JOBS, "nurse")
    assert [row.title for row in rows if row.kind == "group"] == [
        "In the job title",
        "In another title for the job",
    ]
    by_code = {row.code: row for row in rows if row.kind == "job"}
    assert by_code["29-1141.00"].why == "also called Nurse, and 99 more"
    start, end = by_code["29-1141.00"].title_spans[0]
    assert "Registered Nurses"[start:end] == "Nurse"
    manager = by_code["11-9111.00"]
    start, end = manager.why_spans[0]
    assert manager.why[start:end] == "Nurse"
    assert manager.facts == ("$40,000", "−5.5%", "Zone 2")


def test_a_misspelling_is_told_apart() -> None:
    hits = [Hit("29-1141.00", "Registered Nurses", "Nurse", "alternate", 40, 3)]
    assert result_rows(hits, JOBS, "nruse")[0].title == "Close spellings"


def test_what_people_ask_for_says_why_it_came() -> None:
    hits = [
        Hit(
            "29-1141.00", "Registered Nurses", "enfermera", "asked", 99.9, 0, why="Spanish for it."
        ),
        Hit("29-1171.00", "Nurse Practitioners", "Nurse", "title", 85, 0),
    ]
    rows = result_rows(hits, JOBS, "enfermera")
    assert rows[0].title == "For “enfermera”"
    assert rows[1].why == "Spanish for it."


def test_weak_guesses_are_said_to_be_that(qtbot: QtBot) -> None:
    weak = [Hit("29-1141.00", "Registered Nurses", "Nurse", "alternate", 40, 3, True, weak=True)]
    sidebar = Sidebar(tuple(JOBS.values()), lambda _text: weak, Theme("light"))
    qtbot.addWidget(sidebar)
    sidebar.search("purple")
    assert sidebar.heading.text() == "No close match. Perhaps:"
    assert [row.kind for row in sidebar.results.row_model.rows()] == ["job"]


def test_a_long_group_is_shortened_until_asked_for() -> None:
    jobs = {f"41-{n:04}.00": job(f"41-{n:04}.00", f"Sellers {n}") for n in range(2000, 2010)}
    hits = [Hit(code, row.title, row.title, "title", 80, 0) for code, row in jobs.items()]
    jobs["29-1141.00"] = JOBS["29-1141.00"]
    hits.append(Hit("29-1141.00", "Registered Nurses", "Seller of care", "alternate", 10, 0))
    rows = result_rows(hits, jobs, "sellers")
    assert rows[0].count == 10
    assert rows[FIRST_SHOWN + 1].title == "Show 5 more"
    more = rows[FIRST_SHOWN + 1].key
    opened = result_rows(hits, jobs, "sellers", frozenset({more}))
    assert sum(row.kind == "job" for row in opened) == 11


def test_browsing_counts_every_occupation_once_a_family() -> None:
    folders = browse_rows(JOBS.values(), "family", None)
    assert [(row.title, row.count) for row in folders] == [("Sales and Related", 3)]
    inside = browse_rows(JOBS.values(), "family", "Sales and Related")
    assert [row.title for row in inside if row.kind == "job"] == sorted(
        row.title for row in JOBS.values()
    )


def test_a_cluster_opens_by_its_parts_and_a_job_stands_in_each_of_its_own() -> None:
    care, business = "Healthcare & Human Services", "Management & Entrepreneurship"
    nurse = replace(JOBS["29-1141.00"], clusters=((care, "Physical Health"),))
    manager = replace(
        JOBS["11-9111.00"],
        clusters=((business, "Regulation"), (care, "Health Data"), (care, "Physical Health")),
    )
    folders = browse_rows([nurse, manager], "cluster", None)
    assert [(row.title, row.count) for row in folders] == [(care, 2), (business, 1)]
    inside = browse_rows([nurse, manager], "cluster", care)
    assert [row.title for row in inside] == [
        "All career clusters", "Health Data", manager.title, "Physical Health", manager.title,
        nurse.title,
    ]  # fmt: skip


def test_most_openings_lists_a_shared_figure_once_and_says_so() -> None:
    def shared(code: str, title: str) -> OccupationRow:
        group = Group("31-1120", "Home Health and Personal Care Aides")
        return replace(job(code, title, openings=765_800), outlook_code="31-1120", group=group)

    rows = browse_rows(
        [shared("31-1121.00", "Home Health Aides"), shared("31-1122.00", "Care Aides"),
         job("29-1141.00", "Registered Nurses"), job("55-1011.00", "Officers", openings=None)],
        "openings", None,
    )  # fmt: skip
    found = [row for row in rows if row.kind == "job"]
    assert [row.title for row in found] == ["Home Health Aides", "Registered Nurses"]
    assert found[0].why == "765,800 openings a year*"
    assert found[0].whose == "* Home Health and Personal Care Aides, this job among them"
    assert found[1].why == "100 openings a year"


def test_a_key_typed_in_the_first_frame_lands_in_the_field(qtbot: QtBot) -> None:
    window = MainWindow(Theme("light"))
    qtbot.addWidget(window)
    typed = []
    window.first_painted.connect(lambda: typed.append(window.search.hasFocus()))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: bool(typed))
    assert not window.furnished
    for letter in "welder":
        QTest.keyClick(window.windowHandle(), letter)  # to the window, as the desktop does
    window.furnish()
    assert window.search.text() == "welder"
    assert window.search.hasFocus()


def test_what_was_typed_before_the_pack_opened_is_searched(
    qtbot: QtBot, seed_pack: Path, tmp_path: Path
) -> None:
    from counselor_app.app import Application

    main = Application(seed_pack, tmp_path)
    main.window.show()
    QTest.keyClicks(main.window.search, "welder")
    main.start()
    settle()
    desk = main.window.content
    assert desk is not None
    titles = [row.title for row in desk.sidebar.results.row_model.rows()]
    assert any("Welders" in title for title in titles)
    main.window.close()
    main.window.retire()
    main.window.deleteLater()
    settle()


def test_arrows_move_in_the_list_while_the_field_keeps_the_focus(open_window: Open) -> None:
    window, desk = open_window()
    QTest.keyClicks(window.search, "nurse")
    first = desk.sidebar.results.current_row()
    QTest.keyClick(window.search, Qt.Key.Key_Down)
    second = desk.sidebar.results.current_row()
    assert first is not None
    assert second is not None
    assert first.kind == second.kind == "job"
    assert first.code != second.code
    assert window.search.hasFocus()
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.search.text() == ""


def test_no_match_says_what_to_do(qtbot: QtBot) -> None:
    sidebar = Sidebar(list(JOBS.values()), lambda _: (), Theme("light"))
    qtbot.addWidget(sidebar)
    sidebar.search("xylophone")
    assert sidebar.heading.text().startswith("No job matches “xylophone”. Try another word")
    assert sidebar.results.current_row() is None


def test_families_open_and_close(open_window: Open) -> None:
    _, desk = open_window()
    rows = desk.sidebar.results.row_model.rows()
    assert sum(row.count or 0 for row in rows) == len(desk.reference.jobs)
    desk.sidebar.results.step(1, from_top=True)
    desk.sidebar.results.act()
    inside = desk.sidebar.results.row_model.rows()
    assert inside[0].kind == "back"
    assert inside[1].count == sum(row.kind == "job" for row in inside)
    desk.keys.close_top()
    assert desk.sidebar.results.row_model.rows()[0].kind == "folder"


def test_a_result_says_what_the_job_is() -> None:
    nurse = replace(job("29-1141.00", "Registered Nurses"), summary="Nurses look after the ill.")
    hits = [Hit("29-1141.00", "Registered Nurses", "Registered Nurses", "title", 90.0, 12)]
    row = result_rows(hits, {nurse.code: nurse}, "nurse")[1]

    assert row.summary == "Nurses look after the ill."
    assert row.spoken.endswith("Nurses look after the ill.")
    assert row.why == ""
