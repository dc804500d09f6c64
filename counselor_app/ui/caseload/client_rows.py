"""The rows of the list of clients, found as one types."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from counselor_app.domain.figures.when import when_words
from counselor_app.domain.figures.wording import number
from counselor_app.domain.record.record import ClientLine
from counselor_app.language import _, ngettext
from counselor_app.ui.caseload.two_lines import TwoLineModel, TwoLines
from counselor_app.ui.style.theme import Theme


def about(line: ClientLine, now: datetime) -> str:
    """When the client was here: "Last session today 10:32, paused; 3 sessions"."""
    if line.last is None:
        return _("Added {when}; no session yet", when=when_words(line.created, now))
    count, when = line.sessions, when_words(line.last, now)
    if line.open:
        return ngettext(
            "Last session {when}, paused; {n} session",
            "Last session {when}, paused; {n} sessions", count, when=when, n=number(count),
        )  # fmt: skip
    return ngettext(
        "Last session {when}; {n} session", "Last session {when}; {n} sessions", count,
        when=when, n=number(count),
    )  # fmt: skip


class ClientModel(TwoLineModel):
    """The clients whose name holds what is typed."""

    def __init__(self, now: datetime, theme: Theme) -> None:
        super().__init__(theme)
        self.now = now
        self._all: list[tuple[str, ClientLine]] = []
        self._text = ""
        self.clients: list[ClientLine] = []

    def set_clients(self, clients: Sequence[ClientLine]) -> None:
        """Take all clients, the one seen last first."""
        self._all = [(one.name.casefold(), one) for one in clients]
        self.find(self._text)

    def find(self, text: str) -> None:
        """Keep those whose name holds ``text``, in any case."""
        self._text = text.strip().casefold()
        self.beginResetModel()
        self.clients = [one for folded, one in self._all if self._text in folded]
        self.endResetModel()

    def named(self, text: str) -> int:
        """The row of the client with exactly this name; -1 when there is none."""
        wanted = " ".join(text.split()).casefold()
        rows = (row for row, one in enumerate(self.clients) if one.name.casefold() == wanted)
        return next(rows, -1)

    @property
    def every(self) -> int:
        """How many clients there are in all."""
        return len(self._all)

    def count_rows(self) -> int:
        return len(self.clients)

    def texts(self, row: int) -> TwoLines:
        one = self.clients[row]
        return TwoLines(one.name, about(one, self.now))
