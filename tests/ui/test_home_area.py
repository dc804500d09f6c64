"""One home area: found by city and state, kept with the client or the computer, told first."""

from __future__ import annotations

from pathlib import Path

import pytest
from clients_windows import keep, quick, texts, wait
from PySide6.QtWidgets import QDialog
from windows import Open, settle

from counselor_app.domain.figures.wording import value_words
from counselor_app.domain.occupation.listing import matching
from counselor_app.domain.session.client import Client
from counselor_app.domain.session.present import HomeArea
from counselor_app.settings import Settings
from counselor_app.store.listing import areas
from counselor_app.store.reference import Pack
from counselor_app.ui.occupation.places_dialog import PlacesDialog

NURSES, TEXAS, OHIO = "29-1141.00", "4800000", "3900000"
pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing"),
    pytest.mark.usefixtures(quick.__name__),
]


@pytest.mark.parametrize("typed", ["Columbus Ohio", "columbus oh", "columbus, OH", "ohio columbus"])
def test_a_city_is_found_with_its_state_in_any_spelling(pack: Pack, typed: str) -> None:
    assert [area.name for area in matching(areas(pack), typed)] == ["Columbus, OH"]


def test_a_state_comes_before_its_cities(pack: Pack) -> None:
    found = matching(areas(pack), "ohio")
    assert found[0].code == OHIO
    assert len(found) > 5


def test_it_is_kept_with_the_client_when_it_is_theirs(open_window: Open, file: Path) -> None:
    window, desk = open_window(Settings(home=TEXAS), clients=file)
    keep(window, desk, "Mia-16")
    for one in window.findChildren(QDialog):
        one.reject()
    desk.choose_places.choose_home()
    settle()
    dialog = next(d for d in window.findChildren(PlacesDialog) if d.isVisible())
    assert dialog.use.text() == "Use for Mia-16"
    assert dialog.use_here.text() == "Use on this computer"
    dialog.field.setText("ohio")
    dialog._flip(dialog.list.item(0))
    dialog.use.click()
    wait(window)
    assert desk.places.home == OHIO
    assert desk.preferences.settings.home == TEXAS, "the school's stays"
    assert desk.clients_file.session is not None
    record = desk.clients_file.session.record()
    assert record is not None
    kept = record.newest("home")
    assert kept is not None
    assert kept.value == HomeArea(OHIO, "Ohio")
    desk.caseload.leave(end=False)
    wait(window)
    assert desk.places.home == TEXAS, "another client starts at the school's"
    desk.caseload.open_client(record.uid)
    wait(window)
    assert desk.places.home == OHIO


def test_the_head_speaks_of_home_first_and_of_the_nation_second(open_window: Open) -> None:
    window, desk = open_window(Settings(home=TEXAS))
    desk.jobs.open(NURSES)
    settle()
    sheet = desk.reference.sheet(NURSES)
    assert sheet is not None
    said = texts(window)
    at_home, nation = (value_words(row.median("annual")) for row in sheet.wages[1::-1])
    assert "Median pay in Texas" in said
    assert said.index(at_home) < said.index(f"nation {nation}")
    desk.client.set(Client("RF-14", home=HomeArea(OHIO, "Ohio")))
    wait(window)
    assert "Median pay in Ohio" in texts(window)
