"""How reports print days, figures and bars: in the few letters that paper has room for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from counselor_app.charts import Bar as RatedBar
from counselor_app.charts import ShareBar
from counselor_app.domain.figures.attribution import PRODUCT
from counselor_app.domain.figures.phrases import phrase
from counselor_app.domain.figures.provenance import MONTHS, Figure, Source
from counselor_app.domain.figures.when import short_day
from counselor_app.domain.figures.wording import value_words, vintages
from counselor_app.language import Said, _, capitalised, joined, pgettext
from counselor_app.reports.parts import Bar, Cell

_MONTH_NAMES = {
    "January": pgettext("month", "January"),
    "February": pgettext("month", "February"),
    "March": pgettext("month", "March"),
    "April": pgettext("month", "April"),
    "May": pgettext("month", "May"),
    "June": pgettext("month", "June"),
    "July": pgettext("month", "July"),
    "August": pgettext("month", "August"),
    "September": pgettext("month", "September"),
    "October": pgettext("month", "October"),
    "November": pgettext("month", "November"),
    "December": pgettext("month", "December"),
}


def day_words(day: date) -> Said:
    """ "November 22, 2026"."""
    month = _MONTH_NAMES[MONTHS[day.month - 1]]
    return _("{month} {day}, {year}", month=month, day=day.day, year=day.year)


def due_words(due: date | None, who: str) -> tuple[str, ...]:
    """By which day and with whom, as far as each was said."""
    by = () if due is None else (pgettext("until when", "by {day}", day=short_day(due)),)
    return (*by, who) if who else by


def printed_on(day: date, name: str = "") -> Said:
    """What stands at the head of every page: whose it is, and when it was printed."""
    return joined((name, pgettext("report", "Printed {day}", day=day_words(day))), "\u2003")


def footer(version: str, sources: Iterable[Source]) -> Said:
    """What stands at the foot of every page: the program and the releases in its pack."""
    return joined((f"{PRODUCT} {version}", vintages(sources)), "  ·  ")


_NOT_PUBLISHED = pgettext("figure", "not published")
_NOT_RATED = pgettext("figure", "not rated")
_NOT_RELEASED = pgettext("figure", "not released")
# How a flag starts, and what a narrow column says instead.
_SHORT_FLAGS = {
    "not published": _NOT_PUBLISHED,
    "not rated": _NOT_RATED,
    "wage not released": _NOT_RELEASED,
    "employment not released": _NOT_RELEASED,
    "published by the hour": pgettext("figure", "by the hour"),
    "published by the year": pgettext("figure", "by the year"),
}


def in_short(figure: Figure) -> str:
    """The value, or why there is none in the few letters a column has room for."""
    if figure.value is None:
        for start, said in _SHORT_FLAGS.items():
            if (figure.flag or "").startswith(start):
                return said
    return value_words(figure)


def rated_bar(bar: RatedBar, name: str | None = None) -> Bar:
    """A rated element as printed, under another name if given."""
    rank, share = pgettext("rank", "not ranked"), ""
    if bar.more_than is not None:
        share = f"{bar.more_than}%"
        rank = _("{share} of jobs", share=share)
    return Bar(name or bar.name, bar.value, bar.text, bar.interval, bar.low_precision, rank, share,
               plain=capitalised(phrase(bar.name)))  # fmt: skip


def share_bar(bar: ShareBar, name: str = "", beside: Cell | None = None) -> Bar:
    """A share as printed, under a shorter name if given, with small text beside it."""
    return Bar(
        name or bar.name, bar.value, bar.text, bar.interval, bar.low_precision, beside=beside
    )
