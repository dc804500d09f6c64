"""What tests of a client's list of matches share."""

from __future__ import annotations

from PySide6.QtCore import Qt
from windows import settle

from counselor_app.domain.fit.instruments import parse_scores
from counselor_app.domain.session.client import Client
from counselor_app.ui.counsel.matches import MatchesPage
from counselor_app.ui.shell.desk import Desk

RF14 = Client("RF-14", parse_scores("12,20,9,33,24,28"))


def matches(desk: Desk, client: Client = RF14) -> MatchesPage:
    """The page of a client, as a list."""
    desk.client.set(client)
    desk.client.wait()
    desk.keys.show_matches()
    settle()
    page = desk.counsel.matches
    assert page is not None
    if page.filters.options.board:
        page.head.look_chosen.emit(1)
        settle()
    return page


def codes(page: MatchesPage) -> list[str]:
    """What passes, in its order."""
    return [one.job.code for one in page.rows()]


def listed(page: MatchesPage) -> list[str]:
    """What stands in the list, from the top."""
    return [one.job.code for one in page.list.match_model.rows]


def column(page: MatchesPage, title: str) -> list[str]:
    """The words of a column of the list, from the top."""
    model = page.list.match_model
    place = [model.headerData(n, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
             for n in range(model.columnCount())].index(title)  # fmt: skip
    return [model.index(row, place).data() for row in range(model.rowCount())]
