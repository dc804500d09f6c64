"""What happened today, in words, and when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from counselor_app.domain.record.timeline import timeline
from counselor_app.language import Said, _, listed, ngettext, pgettext
from counselor_app.ui.session.today_box import TodayLine
from counselor_app.ui.state.history import Place, Visit

if TYPE_CHECKING:
    from counselor_app.domain.record.record import Looked, Record

_MOST = 8
_MONTHS = (
    pgettext("month", "Jan"), pgettext("month", "Feb"), pgettext("month", "Mar"),
    pgettext("month", "Apr"), pgettext("month of the year", "May"), pgettext("month", "Jun"),
    pgettext("month", "Jul"), pgettext("month", "Aug"), pgettext("month", "Sep"),
    pgettext("month", "Oct"), pgettext("month", "Nov"), pgettext("month", "Dec"),
)  # fmt: skip
_TOLD = ("inventory", "scores", "note", "step", "report")
_PRIVATE = _("A note for you only")


def clock_words(at: datetime) -> str:
    """The time of day here, such as 10:05."""
    return at.astimezone().strftime("%H:%M")


def day_words(at: date, now: datetime) -> Said | str:
    """A day as one says it: "Today, 10:05", "Yesterday", "Nov 22", with the year if another."""
    day = at.astimezone().date() if isinstance(at, datetime) else at
    gone = (now.date() - day).days
    if gone == 0 and isinstance(at, datetime):
        return pgettext("day", "Today, {time}", time=clock_words(at))
    if gone == 0:
        return pgettext("day", "today")
    if gone == 1:
        return pgettext("day", "Yesterday")
    month = _MONTHS[day.month - 1]
    if day.year == now.year:
        return _("{month} {day}", month=month, day=day.day)
    return _("{month} {day}, {year}", month=month, day=day.day, year=day.year)


def moment(at: datetime) -> Said | str:
    """A time of day of today, or the day."""
    now = datetime.now().astimezone()
    here = at.astimezone()
    if here.date() == now.date():
        return pgettext("when", "at {time}", time=clock_words(at))
    return pgettext("when", "on {day}", day=day_words(at, now))


def today_lines(
    visits: Sequence[Visit],
    looked: Iterable[Looked],
    record: Record | None,
    titles: Mapping[str, str],
) -> tuple[TodayLine, ...]:
    """The latest things of today, the newest first: places visited and what was kept.

    Going on within a page (another tab) is no line of its own. What is for the counselor alone is
    told without its words: a client may be looking on.
    """
    today = datetime.now().astimezone().date()
    found: dict[tuple[str, tuple[str, ...]], tuple[datetime, Said | str, Visit | None]] = {}
    for one in looked:
        visit = Visit(Place("jobs", (one.code,)), one.at)
        found["jobs", (one.code,)] = (one.at, _visited(visit, titles), visit)
    for visit in visits:
        place = visit.place
        if place.page not in ("start", "home"):
            found[place.page, place.codes or (place.words,)] = (
                visit.at,
                _visited(visit, titles),
                visit,
            )
    lines = list(found.values())
    told = timeline(record) if record is not None else ()
    own = {note.uid for note in record.notes if note.reader == "counselor"} if record else set()
    lines += [
        (event.at, _PRIVATE if event.uid in own else event.words, None)
        for event in told if event.kind in _TOLD
    ]  # fmt: skip
    lines = [line for line in lines if line[0].astimezone().date() == today]
    lines.sort(key=lambda line: line[0].astimezone(UTC), reverse=True)
    return tuple(TodayLine(clock_words(at), words, visit) for at, words, visit in lines[:_MOST])


_OPENED: Mapping[str, Said] = {
    "matches": _("Opened the matches"),
    "interests": _("Opened the interests"),
    "moving": _("Opened what the present job leads to"),
    "plan": _("Opened the plan"),
    "handout": _("Opened the handout"),
}


def _visited(visit: Visit, titles: Mapping[str, str]) -> Said | str:
    place = visit.place
    if place.page in _OPENED:
        return _OPENED[place.page]
    if place.page == "search":
        return _("Searched for “{words}”", words=place.words)
    if place.page == "compare":
        return ngettext("Compared {n} job", "Compared {n} jobs", len(place.codes),
                        n=len(place.codes))  # fmt: skip
    return _("Looked at {jobs}", jobs=listed(titles.get(code, code) for code in place.codes))
