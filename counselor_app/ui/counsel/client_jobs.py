"""Which jobs a client has starred, set aside, ticked and looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counselor_app.ui.counsel.match_data import Marks
    from counselor_app.ui.state.in_play import InPlay
    from counselor_app.ui.state.shortlist import Shortlist


@dataclass(frozen=True, slots=True)
class ClientJobs:
    """The jobs of a client: starred, set aside, ticked and looked at.

    ``kept`` says whether they are those of a client of the clients' file.
    """

    shortlist: Shortlist
    aside: Shortlist
    in_play: InPlay
    kept: Callable[[], bool]

    def clear(self) -> None:
        """Forget what is another client's; what is starred stays for the next one."""
        self.aside.set(())
        self.in_play.take()

    def marks(self) -> Marks:
        """The same as values."""
        from counselor_app.ui.counsel.match_data import Marks

        looked = frozenset(looked.code for looked in self.in_play.looked)
        return Marks(self.shortlist.codes, self.aside.codes, self.in_play.ticked, looked)
