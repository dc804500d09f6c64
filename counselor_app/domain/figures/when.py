"""Times in the words of a desk calendar, on the clock of this computer."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime, timedelta

from counselor_app.language import Said, _, pgettext

SHORT_MONTHS = (
    pgettext("month, short", "Jan"),
    pgettext("month, short", "Feb"),
    pgettext("month, short", "Mar"),
    pgettext("month, short", "Apr"),
    pgettext("month, short", "May"),
    pgettext("month, short", "Jun"),
    pgettext("month, short", "Jul"),
    pgettext("month, short", "Aug"),
    pgettext("month, short", "Sep"),
    pgettext("month, short", "Oct"),
    pgettext("month, short", "Nov"),
    pgettext("month, short", "Dec"),
)
_NEAR = (pgettext("day", "today"), pgettext("day", "yesterday"))


_TYPED = (
    (re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})"), ("y", "m", "d")),
    (re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{2,4}))?"), ("m", "d", "y")),
    (re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:,? (\d{4}))?"), ("m", "d", "y")),
    (re.compile(r"(\d{1,2})\.? ([a-z]{3,9})\.?(?:,? (\d{4}))?"), ("d", "m", "y")),
)
_CENTURY = 2000
_LONG_PAST = timedelta(days=60)


def short_day(day: date) -> Said:
    """ "Dec 11, 2026"."""
    month = SHORT_MONTHS[day.month - 1]
    return _("{month} {day}, {year}", month=month, day=day.day, year=day.year)


def day_typed(text: str, today: date) -> date | None:
    """The day that was typed, None where it is none: "Dec 11", "12/11", "11 Dec 2026".

    A day without a year is the next one of that name; of the last two months, that one.
    """
    words = " ".join(text.casefold().replace(",", " ").split())
    for pattern, names in _TYPED:
        if (found := pattern.fullmatch(words)) is None:
            continue
        parts = dict(zip(names, found.groups(), strict=True))
        month = _month(parts["m"])
        year = int(parts["y"] or 0)
        with suppress(ValueError):
            if year:
                return date(year + _CENTURY if year < 100 else year, month, int(parts["d"]))
            day = date(today.year, month, int(parts["d"]))
            return day if day > today - _LONG_PAST else day.replace(year=today.year + 1)
    return None


def _month(text: str) -> int:
    """Its number, 0 for none."""
    if text.isdecimal():
        return int(text)
    known = [month.casefold() for month in SHORT_MONTHS]
    return known.index(text[:3]) + 1 if text[:3] in known else 0


def day_words(at: datetime, now: datetime) -> Said:
    """ "today", "yesterday", or "Mar 3, 2026"; both times are aware."""
    day, today = at.astimezone(), now.astimezone()
    days = (today.date() - day.date()).days
    if days in (0, 1):
        return _NEAR[days]
    month = SHORT_MONTHS[day.month - 1]
    return _("{month} {day}, {year}", month=month, day=day.day, year=day.year)


def when_words(at: datetime, now: datetime) -> Said:
    """ "today 10:32" or "Mar 3, 2026, 10:32"; both times are aware."""
    day, time = day_words(at, now), f"{at.astimezone():%H:%M}"
    if day in _NEAR:
        return pgettext("today or yesterday", "{day} {time}", day=day, time=time)
    return _("{day}, {time}", day=day, time=time)
