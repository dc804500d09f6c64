"""The Profile's blocks on the license, the days, ways up and in, and who holds the job."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout

from counselor_app.charts.lists import worker_items
from counselor_app.domain.figures.wording import capitalised, value_words
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.ways import (
    WayFact,
    ages_line,
    day_facts,
    licence_facts,
    schooling_figures,
    schooling_questions,
    way_facts,
)
from counselor_app.language import _, pgettext
from counselor_app.ui.charts.bar_list import BarList
from counselor_app.ui.occupation.page import Page
from counselor_app.ui.occupation.profile_work import gap

_WORKERS = _("Who holds the job")


def add_licence(page: Page, side: QVBoxLayout, sheet: Sheet) -> None:
    """Who must have a license and what it takes."""
    _add(page, side, sheet, pgettext("heading", "License"), licence_facts(sheet))


def add_days(page: Page, side: QVBoxLayout, sheet: Sheet) -> None:
    """Where, when and under what strain people work."""
    _add(page, side, sheet, _("What the days are like"), day_facts(sheet))


def add_ways(page: Page, side: QVBoxLayout, sheet: Sheet) -> None:
    """How people move up, and ways in beside school."""
    _add(page, side, sheet, _("Ways up and ways in"), way_facts(sheet))


def _add(page: Page, side: QVBoxLayout, sheet: Sheet, title: str, facts: Iterable[WayFact]) -> None:
    found = list(facts)
    if not found:
        return
    gap(page, side)
    told = sheet.handbook
    if told is None:
        side.addWidget(page.heading(title))
    else:
        side.addWidget(page.heading(title, told.source, told.credit))
    for fact in found:
        if fact.label:
            side.addWidget(page.prose(fact.label, role="caption", tone="text2"))
        if fact.figure is None:
            side.addWidget(page.prose(fact.words, role="body"))
        else:
            side.addWidget(page.figure(fact.figure, fact.words, fact.label))


def add_workers(page: Page, side: QVBoxLayout, sheet: Sheet) -> None:
    """Three questions on schooling with one picture, and the workers' ages."""
    gap(page, side)
    figure = sheet.figures["schooling.bachelor"]
    side.addWidget(page.heading(_WORKERS, figure, figure.source.label))
    for one in schooling_questions(sheet):
        side.addWidget(page.prose(one.question, role="caption", tone="text2"))
        side.addWidget(page.figure(one.figure, one.answer, one.question))
    if schooling_figures(sheet):
        items = worker_items(sheet)
        side.addWidget(page.wired(BarList(items, page.theme)))
    else:
        missing = capitalised(value_words(figure))
        side.addWidget(page.prose(missing, role="caption", tone="text2"))
    words, median = ages_line(sheet)
    side.addWidget(page.prose(pgettext("heading", "Ages"), role="caption", tone="text2"))
    side.addWidget(page.figure(median, words, _("Ages of workers")))
