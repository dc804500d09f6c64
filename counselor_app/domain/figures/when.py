"""Times in the words of a desk calendar, on the clock of this computer."""

from __future__ import annotations

from datetime import datetime

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
