"""What a client would have to learn for a job: real gaps apart from noise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from counselor_app.domain.figures.ratings import Rating
from counselor_app.domain.figures.wording import listed, number, percent
from counselor_app.domain.fit.gap import SkillGap, gap_sentence, skill_gap
from counselor_app.domain.fit.similarity import LevelGap
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.session.client import RATED, ClientView, demands_of
from counselor_app.domain.session.self_rating import ABOUT_ANCHORS
from counselor_app.language import _, joined, pgettext
from counselor_app.ui.charts.ranked_paint import IMPORTANCE, LEVEL
from counselor_app.ui.occupation.folded import folding_table
from counselor_app.ui.occupation.page import Page
from counselor_app.ui.parts.table import Cell, Column


def gap_of(sheet: Sheet, view: ClientView) -> SkillGap:
    """The client's ratings against what the job asks."""
    return skill_gap(demands_of(sheet), view.client.levels)


def fill_gap(page: Page, sheet: Sheet, view: ClientView) -> None:
    """Fill the skills page with the gap."""
    gap = gap_of(sheet, view)
    rated = {r.element: r for domain in RATED for r in sheet.ratings.get(domain, ())}
    sources = {r.level.source.label: r.level.source for r in rated.values() if r.level}
    side = page.wide()
    first = next(iter(sources.values()), None)
    title = _("{client} and this job", client=view.client.titled)
    side.addWidget(page.heading(title, first, joined(sources, ", ")))
    side.addWidget(page.prose(gap_sentence(gap)))
    if gap.index is not None:
        side.addWidget(
            page.prose(
                _(
                    "Over all that is rated and matters here, {share} of the level asked is still"
                    " to build, each element weighted by its importance.",
                    share=percent(100 * gap.index, 0),
                ),
                role="body",
            )
        )
    for title, gaps, about in (
        (_("What to build first"), gap.build_first, _("Importance times gap, largest first; each"
         " gap is larger than the error of the job’s own rating.")),
        (_("Too close to call"), gap.within_error, _("Below the job’s level, but within the error"
         " of its rating.")),
        (_("Below, with no error published"), gap.no_claim, _("The release gives no error for"
         " these levels, so whether the gap is real cannot be said.")),
    ):  # fmt: skip
        if gaps:
            _add_gaps(page, title, gaps, about, view.client.titled, rated)
    for title, names in (
        (pgettext("heading", "Level met"), gap.met),
        (_("Important here, and not rated yet"), gap.not_rated),
        (_("Important here, with no level to compare"), gap.no_level),
    ):
        if names:
            block = page.wide()
            block.addWidget(page.heading(title))
            block.addWidget(page.prose(joined((listed(names), "."), ""), role="body"))
    page.wide().addWidget(page.prose(ABOUT_ANCHORS, role="caption", tone="text2"))


def _add_gaps(
    page: Page,
    title: str,
    gaps: Sequence[LevelGap],
    about: str,
    titled: str,
    rated: Mapping[str, Rating],
) -> None:
    block = page.wide()
    block.addWidget(page.heading(title))
    rows = [
        (
            Cell(joined((gap.name, "≈" if gap.low_precision else ""))),
            Cell(
                number(gap.importance, 2),
                rated[gap.element].main,
                joined((IMPORTANCE, gap.name), ", "),
            ),
            Cell(number(gap.there, 2), rated[gap.element].level, joined((LEVEL, gap.name), ", ")),
            Cell(number(gap.here)),
            Cell(number(gap.gap, 2), bold=True),
        )
        for gap in gaps
    ]
    columns = (
        Column("", stretch=True), Column(_("Importance, 1 to 5"), right=True),
        Column(_("Job’s level, 0 to 7"), right=True), Column(titled, right=True),
        Column(pgettext("column", "Gap"), right=True),
    )  # fmt: skip
    block.addWidget(folding_table(page, columns, rows, title))
    low = _("≈ low precision.") if any(gap.low_precision for gap in gaps) else ""
    block.addWidget(page.prose(joined((about, low)), role="caption", tone="text2"))
