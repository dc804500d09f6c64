"""What is taken off a list by hand can be put back where it was."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from counselor_app.language import _
from counselor_app.ui.parts.undo import offer_undo

if TYPE_CHECKING:
    from counselor_app.ui.shell.parts import Parts


def take_off_shortlist(parts: Parts, code: str) -> None:
    """Take an occupation off the shortlist; Undo puts it back in its place."""
    listed = parts.shortlist
    was = listed.codes
    if code in was:
        listed.toggle(code)
        said = _("{job} was taken off the shortlist.", job=parts.reference.titles[code])
        offer_undo(parts.window, said, partial(listed.set, was))


def remove_place(parts: Parts, code: str) -> None:
    """Take a place off those that pay is shown for; Undo puts it back."""
    places, kept, client = parts.places, parts.preferences, parts.client
    if code == places.home and places.home_fixed and not client.client.home:
        parts.window.say(_("The home area is set by your school."), problem=False)
        return
    was = kept.settings
    name = dict(places.named()).get(code, "") or next(
        (one.name for one in places.industries if one.code == code), code
    )

    def put_back() -> None:
        kept.remember(kept.settings._replace(home=was.home, places=was.places))
        places.follow(client.client.home.code if client.client.home else "")
        places.changed.emit()

    places.remove(code)
    offer_undo(parts.window, _("{place} was taken off.", place=name), put_back)
