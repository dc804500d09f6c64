"""Times in the words of a desk calendar, on the clock of this computer."""

from __future__ import annotations

import re
import unicodedata
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
    (re.compile(r"([a-z]{3,10})\.? (\d{1,2})(?: (\d{4}))?"), ("m", "d", "y")),
    (re.compile(r"(\d{1,2})\.? ([a-z]{3,10})\.?(?: (\d{4}))?"), ("d", "m", "y")),
)
# What is typed is read in both languages of the window, whichever it speaks.
_MONTHS = (
    ("january", "february", "march", "april", "may", "june", "july", "august", "september",
     "october", "november", "december"),
    ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
     "octubre", "noviembre", "diciembre"),
)  # fmt: skip
_WEEKDAYS = (
    ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
    ("lun", "mar", "mie", "jue", "vie", "sab", "dom"),
)
_WEEKDAY = re.compile(
    r"(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|lun(?:es)?|mar(?:tes)?|mie(?:rcoles)?|jue(?:ves)?|vie(?:rnes)?|sab(?:ado)?|dom(?:ingo)?"
)
_FROM_TODAY = {"today": 0, "hoy": 0, "tomorrow": 1, "manana": 1, "pasado manana": 2}
_BESIDE = re.compile(r"\b(?:of|de|del|el|on|next|this|proximo|este|by|para)\b")
_CENTURY = 2000
_LONG_PAST = timedelta(days=60)


def short_day(day: date) -> Said:
    """ "Dec 11, 2026"."""
    month = SHORT_MONTHS[day.month - 1]
    return _("{month} {day}, {year}", month=month, day=day.day, year=day.year)


def day_typed(text: str, today: date) -> date | None:
    """The day that was typed, None where it is none: "Dec 11", "12/11", "11 de dic", "Friday".

    A day without a year is the next one of that name; of the last two months, that one. A day of
    the week is the next to come.
    """
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    words = " ".join(_BESIDE.sub(" ", plain.replace(",", " ")).split())
    if words in _FROM_TODAY:
        return today + timedelta(days=_FROM_TODAY[words])
    if _WEEKDAY.fullmatch(words.rstrip(".")):
        day = next(names.index(words[:3]) for names in _WEEKDAYS if words[:3] in names)
        return today + timedelta(days=(day - today.weekday() - 1) % 7 + 1)
    for pattern, names in _TYPED:
        if (found := pattern.fullmatch(words)) is not None:
            parts = dict(zip(names, found.groups(), strict=True))
            return _day(_month(parts["m"]), int(parts["d"]), int(parts["y"] or 0), today)
    return None


def _day(month: int, day: int, year: int, today: date) -> date | None:
    if month > len(SHORT_MONTHS) >= day:
        month, day = day, month  # 25/12 can be read one way only
    with suppress(ValueError):
        if year:
            return date(year + _CENTURY if year < 100 else year, month, day)
        found = date(today.year, month, day)
        return found if found > today - _LONG_PAST else found.replace(year=today.year + 1)
    return None


def _month(text: str) -> int:
    """Its number, 0 for none."""
    if text.isdecimal():
        return int(text)
    known = (number for names in _MONTHS for number, name in enumerate(names, 1)
             if name.startswith(text))  # fmt: skip
    return next(known, 0)


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
