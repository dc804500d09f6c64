"""Profile, what the work is: our own words, the official ones, what the figures say."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from counselor_app.charts.lists import rating_items
from counselor_app.domain.occupation import findings
from counselor_app.domain.occupation.profile_words import own_words_sources
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.language import _, joined, pgettext
from counselor_app.ui.charts.bar_list import BarList
from counselor_app.ui.occupation.page import Page
from counselor_app.ui.occupation.unrated import add_unrated
from counselor_app.ui.parts.more_list import MoreList

WHAT = _("What they do")
ACTIVITIES = 6
TASKS = 6


def add_what(page: Page, side: QVBoxLayout, sheet: Sheet) -> None:
    """The job in a paragraph, from whom the user prefers; the figures' own words without one."""
    chosen = page.lookup.words if page.lookup else "both"
    words, official = findings.texts_shown(sheet, chosen)
    if words:
        side.addWidget(page.heading(WHAT, words.source, words.dated))
        side.addWidget(page.prose(words.summary))
    if official:
        source = sheet.description_source
        title = _("The official description") if words else WHAT
        told = pgettext("source", "From {source}", source=source.label)
        side.addWidget(page.heading(title, source, told, small=bool(words)))
        side.addWidget(page.prose(official, role="body" if words else "prose"))
    if not words and not official:
        _add_figures(page, side, sheet)
    if military := findings.why_little(sheet):
        side.addWidget(page.prose(military, role="body" if words else "prose"))
    if not sheet.ratings:
        add_unrated(page, side, sheet, _("activities and skills"))
    if words and words.does:
        gap(page, side)
        side.addWidget(page.heading(_("On the job"), words.source, words.dated))
        side.addWidget(MoreList(words.does, page.theme, _("On the job"), shown=TASKS))
    if words and words.kinds:
        gap(page, side)
        side.addWidget(page.heading(_("Kinds of this job"), words.source, words.dated))
        side.addWidget(MoreList(words.kinds, page.theme, _("Kinds of this job"), shown=TASKS))
    if sheet.tasks and (official or not words):
        gap(page, side)
        title = (
            pgettext("heading", "Official tasks") if words else pgettext("heading", "Typical tasks")
        )
        side.addWidget(page.heading(title, sheet.tasks_source))
        texts = [task.text for task in sheet.tasks]
        side.addWidget(MoreList(texts, page.theme, title, shown=TASKS // 2 if words else TASKS))
    if words and words.lines:
        gap(page, side)
        side.addWidget(page.heading(_("What it is like"), words.source, words.dated))
        for label, text in words.lines:
            side.addWidget(page.prose(label, role="caption", tone="text2"))
            side.addWidget(page.prose(text, role="body"))


def add_activities(page: Page, side: QVBoxLayout, sheet: Sheet) -> None:
    """The most important activities; the skills where there are none."""
    rated = findings.top(sheet, "activity", ACTIVITIES)
    title, missing = _("Most important activities"), ""
    if not rated:
        rated = findings.top(sheet, "skill", ACTIVITIES)
        title = _("Most important skills")
        missing = _("Its activities are not in this pack.")
    if not rated:
        return
    gap(page, side)
    first = rated[0].main
    side.addWidget(page.heading(title, first, joined((first.source.label, first.vintage), ", ")))
    side.addWidget(page.wired(BarList(rating_items(rated, title), page.theme)))
    words = joined((_("Importance, from 1 to 5."), missing))
    side.addWidget(page.prose(words, role="caption", tone="text2"))


def gap(page: Page, side: QVBoxLayout) -> None:
    """The space between two blocks."""
    side.addSpacing(page.theme.px(16))


def _add_figures(page: Page, side: QVBoxLayout, sheet: Sheet) -> None:
    lines = findings.what_they_do(sheet)
    if not lines:
        side.addWidget(page.heading(WHAT))
        return
    sources = own_words_sources(sheet)
    labels = joined((s.label for s in sources), ", ")
    words = _("Our own words; {sources}", sources=labels)
    side.addWidget(page.heading(WHAT, sources[0], words))
    side.addWidget(page.prose(joined(lines)))
