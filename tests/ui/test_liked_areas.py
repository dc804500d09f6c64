"""Interest areas, with a release that rates jobs on them: told on the fit tab, ticked, filtered."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from matches_page import RF14, column, matches
from PySide6.QtWidgets import QLabel
from windows import Open, settle

from counselor_app.domain.figures.ratings import placements
from counselor_app.domain.session.areas import NAMES, LikedAreas
from counselor_app.pack.work import Row
from counselor_app.ui.counsel.areas import AreasDialog
from counselor_app.ui.occupation.fit import FitPage
from counselor_app.ui.parts.table import DataTable

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
MUSIC, TEACHING = "1.B.3.u", "1.B.3.y"


@pytest.fixture(scope="module")
def seed_pack(seed_pack: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped pack with invented values of all areas for every job with interests."""
    made = tmp_path_factory.mktemp("areas") / "pack.sqlite"
    shutil.copyfile(seed_pack, made)
    with closing(sqlite3.connect(made)) as writer:
        found = writer.execute("SELECT code, source_id FROM interest ORDER BY code").fetchall()
        rows: list[Row] = []
        for place, element in enumerate(NAMES):
            values = [1 + (7 * job + 11 * place) % 60 / 10 for job in range(len(found))]
            rows += [
                (code, element, "OI", value, *[None] * 4, 0, 0, "05/2026", "AI/Expert", *at, source)
                for (code, source), value, at in zip(found, values, placements(values), strict=True)
            ]
        writer.executemany(
            "INSERT INTO element VALUES (?, ?, 'area', NULL)",
            [(element, f"Official {element}") for element in NAMES],
        )
        _rate(writer, rows)
        writer.commit()
    return made


def _rate(writer: sqlite3.Connection, rows: list[Row]) -> None:
    """Add rows to the ratings of a finished pack, as it keeps them."""
    of_element = {(row[1], row[2], row[14]) for row in rows}
    answered = {(row[10], row[11], row[15]) for row in rows}
    writer.executemany('INSERT INTO scored (element, scale, "of") VALUES (?, ?, ?)', of_element)
    writer.executemany(
        "INSERT OR IGNORE INTO answered (date, rater, source_id) VALUES (?, ?, ?)", answered
    )
    writer.executemany(
        "INSERT INTO kept_rating SELECT c.no, s.no, ?4, ?6, ?7, ?8, ?9, ?10, ?11, a.no, ?14, ?15"
        " FROM code c, scored s, answered a WHERE c.code = ?1 AND s.element = ?2 AND s.scale = ?3"
        " AND a.date = ?12 AND a.rater = ?13 AND a.source_id = ?16",
        [(*row[:4], None, *row[4:14], row[15]) for row in rows],
    )


def test_areas_are_ticked_and_mark_and_filter_jobs_but_move_none(open_window: Open) -> None:
    _, desk = open_window()
    page = matches(desk)
    chip, before = page.filters.areas, [one.job.code for one in page.rows()]
    assert not chip.isVisible(), "nothing is liked yet"
    tiers = [getattr(one, "tier", None) for one in page.rows()]
    desk.counsel.told.ask("areas")
    settle()
    (dialog,) = desk.window.findChildren(AreasDialog)
    dialog.checks[MUSIC].setChecked(True)
    dialog.checks[TEACHING].setChecked(True)
    dialog.use.click()
    settle()
    assert desk.client.client.areas == LikedAreas((MUSIC, TEACHING))
    assert [one.job.code for one in page.rows()] == before, "no job moved"
    assert [getattr(one, "tier", None) for one in page.rows()] == tiers
    jobs = desk.reference.areas
    told = column(page, "Liked areas")
    wanted = [code for code in before if {MUSIC, TEACHING} & set(jobs[code])]
    assert sum(map(bool, told)) == len(wanted) > 0
    assert chip.isVisible()
    chip.menu().actions()[1].trigger()
    settle()
    assert [one.job.code for one in page.rows()] == wanted
    assert chip.text() == "In areas they like"
    desk.client.set(RF14)
    desk.client.wait()
    settle()
    assert not page.filters.options.filters.areas, "what is not liked any more filters nothing"


def test_the_fit_tab_names_three_areas_and_marks_what_is_liked(open_window: Open) -> None:
    _, desk = open_window()
    first, *_ = desk.reference.areas["29-1141.00"]
    desk.client.set(RF14)
    desk.client.wait()
    desk.commands.open_job.emit("29-1141.00", False)
    desk.keys.go_to_tab(3)
    settle()
    (page,) = (one for one in desk.window.findChildren(FitPage) if one.isVisible())
    page.finish()
    table = next(
        one for one in page.widget().findChildren(DataTable)
        if one.accessibleName().startswith("Interest areas")
    )  # fmt: skip
    model = table.model()
    assert model.rowCount() == 3
    assert model.index(0, 0).data() == NAMES[first]
    assert float(model.index(0, 2).data()) >= float(model.index(2, 2).data())
    words = " ".join(label.text() for label in page.widget().findChildren(QLabel))
    assert "they do not count in how close a job is" in words


def test_the_page_of_interests_offers_them_in_place_of_talking_points(open_window: Open) -> None:
    _, desk = open_window()
    desk.client.set(RF14)
    desk.client.wait()
    desk.navigator.open_step("interests")
    settle()
    page = desk.session.page
    assert page is not None
    words = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "No areas are chosen yet." in words
    assert "to talk about, no result" not in words
