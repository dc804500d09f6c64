"""What was done is said, and can be taken back until the message goes."""

from __future__ import annotations

from collections.abc import Callable

from counselor_app.language import pgettext
from counselor_app.ui.parts.host import Host


def offer_undo(host: Host, said: str, undo: Callable[[], object]) -> None:
    """Say what was done, with Undo beside it (Ctrl+Z does the same)."""

    def take_back() -> None:
        host.unsay()
        undo()

    say = host.theme.say
    host.say(say(said), (say(pgettext("button", "Undo")), take_back), problem=False)
