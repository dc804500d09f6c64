"""Times in the words of a desk calendar, on the clock of this computer."""

from __future__ import annotations

from datetime import datetime


def day_words(at: datetime, now: datetime) -> str:
    """ "today", "yesterday", or "Mar 3, 2026"; both times are aware."""
    day, today = at.astimezone(), now.astimezone()
    days = (today.date() - day.date()).days
    if days in (0, 1):
        return "yesterday" if days else "today"
    return f"{day:%b} {day.day}, {day.year}"


def when_words(at: datetime, now: datetime) -> str:
    """ "today 10:32" or "Mar 3, 2026, 10:32"; both times are aware."""
    day = day_words(at, now)
    comma = "" if day in ("today", "yesterday") else ","
    return f"{day}{comma} {at.astimezone():%H:%M}"
