"""A job's page in a session: what is done with it while one talks."""

from __future__ import annotations

from pathlib import Path

import pytest
from clients_windows import keep, quick
from windows import Open, settle

AIDES = "31-2021.00"
pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints|raise\\(\\)|grabbing"),
    pytest.mark.usefixtures(quick.__name__),
]


def test_a_job_is_ticked_and_noted_on_its_own_page_while_one_talks(
    open_window: Open, file: Path
) -> None:
    window, desk = open_window(clients=file)
    desk.jobs.open(AIDES)
    settle()
    head = desk.jobs.panes.first.head
    assert not head.tick.isVisible(), "without a client there is nothing to tick for"
    keep(window, desk, "Mia-16")
    desk.commands.open_job.emit(AIDES, False)
    settle()
    head.tick.click()
    assert desk.in_play.ticked == (AIDES,)
    assert head.tick.accessibleName() == "Do not compare it"
    head.notes.click()
    assert desk.caseload.notes is not None
    assert desk.caseload.notes.pane is not None
    desk.keys.turn_to_client()
    settle()
    assert not head.tick.isVisible()
    assert not head.notes.isVisible()
