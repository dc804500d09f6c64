"""What the right button and the Menu key offer at an occupation on a page of the session."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from counselor_app.domain.figures.wording import cited
from counselor_app.domain.occupation.pay_words import in_place
from counselor_app.language import _, joined, unmarked
from counselor_app.ui.parts.context_menu import Entry, job_entries
from counselor_app.ui.parts.copying import copy_entries, put_on_clipboard

if TYPE_CHECKING:
    from counselor_app.domain.occupation.listing import OccupationRow
    from counselor_app.language import Said
    from counselor_app.ui.state.session import SessionModels


class JobMenu:
    """Opens, stars, sets aside; copies the pay that the page shows, with its source."""

    def __init__(self, models: SessionModels) -> None:
        self._models = models

    def entries(self, code: str, pay: str) -> list[Entry]:
        """What is offered at an occupation; ``pay`` as the page shows it, "" for none."""
        models, say = self._models, self._models.host.theme.say
        found = job_entries(
            partial(models.commands.open_job.emit, code),
            partial(models.shortlist.toggle, code),
            partial(models.commands.put_aside.emit, (code,)),
            starred=code in models.shortlist,
        )
        if pay:
            text, wages = say(pay), models.reference.match_sources[1]
            quoted = say(cited(wages, text))
            found += copy_entries(text)
            found.append(Entry(_("Copy with its source"), partial(put_on_clipboard, quoted)))
        return found


def pay_told(job: OccupationRow, pay: str, place: str) -> Said | str:
    """The pay of an occupation in a place in a line of its own, and of whom it is; "" for none."""
    if not pay.startswith("$"):
        return ""
    bare, where = unmarked(pay), in_place(place)
    said = _("{job}: {pay} a year in {place}", job=job.title, pay=bare, place=where)
    return joined((said, job.whose), ", ")
