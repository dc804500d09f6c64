"""Personality fit with a client: in plain words; the statistics wait to be opened."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from counselor_app.charts.fit import pair_bars
from counselor_app.charts.interests import hexagon
from counselor_app.domain.fit.fit import FitResult
from counselor_app.domain.fit.measurement import flat
from counselor_app.domain.fit.profile import caution
from counselor_app.domain.fit.words import shapes_sentence, tier_head
from counselor_app.domain.session.client import ClientView, fit_figure
from counselor_app.domain.session.flat import helps_instead
from counselor_app.language import Said, _, joined, pgettext
from counselor_app.ui.charts.fit_charts import PairChart, TierDots
from counselor_app.ui.charts.hexagon import HexagonChart
from counselor_app.ui.charts.legend import Legend
from counselor_app.ui.occupation.fit_sure import add_sure
from counselor_app.ui.occupation.unrated import add_unrated
from counselor_app.ui.parts.buttons import Button
from counselor_app.ui.parts.fold import Ends
from counselor_app.ui.parts.more_list import Bullet
from counselor_app.ui.parts.text import LinkLabel, Prose
from counselor_app.ui.style.look import dress

if TYPE_CHECKING:
    from counselor_app.domain.occupation.sheet import Sheet
    from counselor_app.ui.occupation.page import Page
    from counselor_app.ui.style.theme import Theme

HOW_SURE = _("How sure is this?")


@dataclass(frozen=True, slots=True)
class FitOptions:
    """Whether the statistics are open."""

    sure: bool = False


class _Panel(QFrame):
    """A rounded frame around the statistics."""

    look = "panel"

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        dress(self, theme)


def fill_client(page: Page, sheet: Sheet, view: ClientView, found: FitResult) -> None:
    """Fill the fit page for a client with scores."""
    if flat(found.client):
        _fill_flat(page, sheet, view, found)
        return
    left, right = page.columns((11, 9))
    _add_plain(page, left, sheet, view, found)
    if not page.client_view:  # statistics are for the counselor
        _add_fold(page, right, view, found, sheet)
        page.later(lambda: _add_shapes(page, left, sheet, view, found))


def _add_plain(
    page: Page, side: QVBoxLayout, sheet: Sheet, view: ClientView, found: FitResult
) -> None:
    client, figure = view.client, fit_figure(view.client, found, sheet)
    first = sheet.interests.scores[0]
    head = page.heading(tier_head(found, client.whose), first,
                        joined((first.source.label, first.vintage), ", "))  # fmt: skip
    if found.tier is None:
        side.addWidget(head)
    else:
        line = QHBoxLayout()
        line.addWidget(TierDots(found.tier, page.theme))
        line.addWidget(head, 1)
        side.addLayout(line)
    if sheet.interests.profile is None:
        add_unrated(page, side, sheet, "interests")
    if found.match is None:
        side.addWidget(page.prose(found.no_match or "", role="body"))
        return
    if view.pending:
        side.addWidget(page.prose(_("How near it is, is being worked out…"), role="body"))
    if careful := caution(found.client):
        side.addWidget(page.prose(careful, role="body", tone="client_text"))
    side.addWidget(page.prose(shapes_sentence(found.parts, client.called, client.whose) or ""))
    bars = pair_bars(found, figure)
    if bars is not None:
        mine = _("{client}, {ends}", client=client.titled, ends=bars.client_ends)
        side.addWidget(Legend(mine, _("this job, 1 to 7"), page.theme))
        side.addWidget(page.wired(PairChart(bars, page.theme)))
        compare = _("Compare the shapes, not the lengths.")
        side.addWidget(page.prose(compare, role="caption", tone="text2"))
    side.addWidget(page.prose(_taken(found), role="caption", tone="text2"))
    every = LinkLabel(_("All {n} matches, with filters", n=len(view.ranking)), page.theme)
    every.clicked.connect(page.matches_wanted)
    side.addWidget(every)


def _taken(found: FitResult) -> Said:
    test = found.client
    if test.date is None:
        return _("{inventory}, date not given.", inventory=test.instrument.name)
    return _("{inventory}, taken {day}.", inventory=test.instrument.name,
             day=test.date.isoformat())  # fmt: skip


def _add_shapes(
    page: Page, side: QVBoxLayout, sheet: Sheet, view: ClientView, found: FitResult
) -> None:
    spec = hexagon(sheet.interests, found.client)
    if spec.drawn is None:
        return
    side.addSpacing(page.theme.px(14))
    if spec.client is None:
        side.addWidget(page.heading(_("The job’s shape alone"), small=True))
        said = _("{client} gave a code without scores, so there is no shape to draw.",
                 client=view.client.titled)  # fmt: skip
        side.addWidget(page.prose(said, role="caption", tone="text2"))
    else:
        side.addWidget(page.heading(_("The two shapes"), small=True))
    side.addWidget(page.wired(HexagonChart(spec, page.theme)))


def _add_fold(
    page: Page, side: QVBoxLayout, view: ClientView, found: FitResult, sheet: Sheet
) -> None:
    """A panel with a button that opens and closes the statistics."""
    options = page.options if isinstance(page.options, FitOptions) else FitOptions()
    theme = page.theme
    panel = _Panel(theme)
    column = QVBoxLayout(panel)
    edge = theme.px(16)
    column.setContentsMargins(edge, theme.px(8), edge, theme.px(8 if not options.sure else 14))
    column.setSpacing(theme.px(8))
    opener = Button(theme, HOW_SURE, icon="up" if options.sure else "down")
    opener.setCheckable(True)
    opener.setChecked(options.sure)
    state = pgettext("state", "open") if options.sure else pgettext("state", "closed")
    opener.setAccessibleName(theme.say(_("{fold} {state}", fold=HOW_SURE, state=state)))
    opener.clicked.connect(lambda: page.choose(replace(options, sure=not options.sure)))
    whose = Prose(_("For the counselor"), theme, role="caption", tone="text2", wrap=False)
    column.addWidget(Ends(opener, whose, theme.px(4)))
    if options.sure:
        add_sure(page, column, view, found, fit_figure(view.client, found, sheet))
    side.addWidget(panel)


def _fill_flat(page: Page, sheet: Sheet, view: ClientView, found: FitResult) -> None:
    """No tier, order or correlation: why, and what helps instead."""
    left, right = page.columns((11, 9))
    left.addWidget(page.heading(_("No job stands out by these scores")))
    left.addWidget(page.prose(found.no_match or ""))
    left.addWidget(page.heading(_("What helps instead"), small=True))
    for words in helps_instead(view.client):
        left.addWidget(Bullet(words, page.theme))
    link = LinkLabel(_("Order what matters most in work…"), page.theme)
    link.clicked.connect(page.values_wanted)
    left.addWidget(link)
    left.addWidget(page.prose(_taken(found), role="caption", tone="text2"))
    if page.client_view:  # the shape has letters at its corners
        return
    spec = hexagon(sheet.interests)
    if spec.drawn is None:
        add_unrated(page, right, sheet, "interests")
        return
    first = sheet.interests.scores[0]
    right.addWidget(page.heading(_("This job’s interests"), first,
                                 joined((first.source.label, first.vintage), ", ")))  # fmt: skip
    right.addWidget(page.wired(HexagonChart(spec, page.theme)))
