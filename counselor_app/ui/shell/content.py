"""What the window asks of an opened pack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from counselor_app.ui.occupation.panes import Panes
    from counselor_app.ui.shell.popovers import Popovers
    from counselor_app.ui.shell.sidebar import Sidebar


class Content(Protocol):
    """What an opened pack puts into the window."""

    sidebar: Sidebar
    popovers: Popovers

    @property
    def panes(self) -> Panes:
        """The widget in the middle."""
        ...

    def wanted_width(self) -> int:
        """The width that the middle needs."""
        ...

    def may_close(self) -> bool:
        """Whether the window can close now; else it is closed again later."""
        ...

    def dispose(self) -> None:
        """Take everything out of the window."""
        ...
