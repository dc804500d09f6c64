"""What a page of the session leads to, by its key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from counselor_app.ui.shell.navigator import Navigator
    from counselor_app.ui.shell.parts import Parts
    from counselor_app.ui.shell.rows import Browse


def leads_to(
    desk: Parts, navigator: Navigator, browse: Callable[[Browse], None]
) -> Mapping[str, Callable[[], object]]:
    """Each key of a page, and what is done."""
    return {
        "matches": lambda: navigator.open_step("matches"),
        "questions": desk.counsel.take_inventory,
        "again": lambda: desk.counsel.take_inventory("long"),
        "short": lambda: desk.counsel.take_inventory("short"),
        "scores": desk.counsel.type_scores,
        "code": lambda: desk.counsel.type_scores(code=True),
        "values": desk.counsel.order_values,
        "areas": desk.counsel.told.choose_areas,
        "rating": desk.counsel.rate_skills,
        "record": desk.caseload.show_record,
        "details": desk.caseload.rename,
        "keep": desk.caseload.keep,
        "job": lambda: desk.session.show("moving"),
        "openings": partial(browse, "openings"),
        "letters": partial(browse, "interests"),
        "begin questions": lambda: desk.session.show("interests"),
        "begin scores": desk.counsel.type_scores,
        "begin code": lambda: desk.counsel.type_scores(code=True),
        "begin job": lambda: desk.session.show("moving"),
    }
