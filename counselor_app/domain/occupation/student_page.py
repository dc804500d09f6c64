"""What a student takes home of an occupation: the blocks of the page in its order.

Read by the printed page, its web page and the kiosk, so that they cannot disagree. Every block is
in whole sentences; what is missing is said, or its block is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import CAPPED, money, number, percent, value_words
from counselor_app.domain.occupation.outlook import Outlook
from counselor_app.domain.occupation.pay_words import in_place
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.titles import title_inside
from counselor_app.domain.occupation.wages import NATION, Basis, WageRow
from counselor_app.language import Said, _, joined, pgettext

_SAME = 1.0
"""Points of percent within which a change is about that of all jobs, or none [convention]."""
_HALF = 50.0


class Headed(NamedTuple):
    """A heading, and "all registered nurses" where the figures under it are a group's, else ""."""

    title: Said
    group: str

    @property
    def words(self) -> Said:
        """Both in one line, for where the heading stands alone."""
        if not self.group:
            return self.title
        return _("{heading}, {group}", heading=self.title, group=self.group)


@dataclass(frozen=True, slots=True)
class PayLine:
    """One line of the pay picture, in dollars of the page's basis.

    ``low`` to ``high`` is the middle half, None where it is not published; ``high`` and
    ``median`` None with ``capped`` where they lie past the highest wage that is published.
    ``measure``: all jobs together, of which the median alone is drawn.
    """

    place: str
    low: float | None
    median: float | None
    high: float | None
    capped: bool
    measure: bool
    figure: Figure


@dataclass(frozen=True, slots=True)
class PayHere:
    """Pay in the place that the page is for, the nation small, all jobs as a measure.

    ``main`` is the median as printed, "" where none is published; ``words`` are the sentences
    beside it, or why there is no figure.
    """

    heading: Headed
    main: str
    basis: Basis
    words: tuple[str, ...]
    lines: tuple[PayLine, ...]
    top: float

    @property
    def sentence(self) -> Said:
        """The picture in words."""
        said = [
            _("{place}: half earn more than {pay}", place=line.place, pay=value_words(line.figure))
            for line in self.lines
        ]
        return joined((joined(said, "; "), "."), "")


_NARROW, _WIDE, _HOURLY = 200_000.0, 400_000.0, 100.0


def home_row(sheet: Sheet) -> WageRow:
    """The wages of the place that the page is for: the first asked for, or else the nation."""
    return sheet.places[0] if sheet.places else sheet.nation


def group_words(figure: Figure) -> str:
    """ "all registered nurses", where a figure is a group's; "" where it is the job's own."""
    group = figure.group
    if group is None:
        return ""
    return pgettext("whose figures", "all {group}", group=title_inside(group.title))


def pay_here(sheet: Sheet) -> PayHere:
    """Pay at home first. A place without a figure says so and gives way to the nation."""
    row = home_row(sheet)
    basis: Basis = "hourly" if row.pay_basis == "hourly_only" else "annual"
    asked, missing = row, ""
    if not _known(row, basis) and row.place_code != NATION:
        row, missing = sheet.nation, _(
            "Pay in {place}: {why}. This is the whole country.",
            place=in_place(asked.place), why=asked.median(basis).flag or "",
        )  # fmt: skip
        basis = "hourly" if row.pay_basis == "hourly_only" else "annual"
    title = _("Pay in {place}", place=in_place(row.place))
    heading = Headed(title, group_words(row.median(basis)))
    rows = [row]
    if row.place_code != NATION:
        rows.append(sheet.nation)
    # All jobs are a measure only of pay for a full year.
    everyone = sheet.all_here if row.place_code != NATION else sheet.all_occupations
    lines = [_line(one, _named(one), basis) for one in rows if _known(one, basis)]
    if lines and row.full_year and _known(everyone, basis):
        nation = row.place_code == NATION
        name = pgettext("line of a chart", "All jobs") if nation else _("All jobs here")
        lines.append(_line(everyone, name, basis, measure=True))
    ends = [line.high or (line.figure.low if line.capped else None) for line in lines]
    high = any(line.capped for line in lines) or max((end or 0 for end in ends), default=0)
    top = _HOURLY if basis == "hourly" else _WIDE if high is True or high > _NARROW else _NARROW
    words = (*_pay_words(row, basis), *((missing,) if missing else ()))
    main = value_words(row.median(basis)) if _known(row, basis) else ""
    return PayHere(heading, main, basis, words, tuple(lines), top)


def _known(row: WageRow, basis: Basis) -> bool:
    median = row.median(basis)
    return median.number is not None or (median.flag == CAPPED and median.low is not None)


def _named(row: WageRow) -> str:
    return pgettext("place, short", "U.S.") if row.place_code == NATION else row.place


def _line(row: WageRow, name: str, basis: Basis, *, measure: bool = False) -> PayLine:
    low, median, high = (row.percentile(p, basis) for p in (25, 50, 75))
    return PayLine(
        name, low.number, median.number, high.number, high.flag == CAPPED, measure, median
    )


def _pay_words(row: WageRow, basis: Basis) -> tuple[str, ...]:
    """What the main figure means, and the middle half; why there is no figure at all."""
    low, median, high = (row.percentile(p, basis) for p in (25, 50, 75))
    if not _known(row, basis):
        return (_("Pay is not published: {why}.", why=median.flag or ""),)
    hourly = basis == "hourly"
    first = _("a year. Half earn more.")
    if median.number is None:
        first = _("a year, at least, is what half of them earn.")
    elif hourly:
        first = _("an hour; no yearly pay is published. Half earn more.")
    elif row.pay_basis == "annual_only":
        first = _("for the year they work, which is not all year. Half earn more.")
    if low.number is None or (high.number is None and high.flag != CAPPED):
        return (first,)
    start = money(low.number, hourly=hourly)
    if high.number is None:
        return (first, _("Three in four earn more than {low}.", low=start))
    return (
        first,
        _("The middle half: {low} to {high}.", low=start, high=money(high.number, hourly=hourly)),
    )


def jobs_here(sheet: Sheet) -> tuple[Headed, str]:
    """Heading and sentence on how many people do the job in the place, and of every 1,000."""
    row = home_row(sheet)
    title = _("Jobs in {place}", place=in_place(row.place))
    told = row.employment if row.employment.number is not None else sheet.nation.employment
    heading = Headed(title, group_words(told))
    employed = row.employment.number
    if employed is None and row.place_code != NATION:
        nation = sheet.nation.employment
        if nation.number is None:
            return heading, _("The number is not released.")
        return heading, _(
            "The number for {place} is not released. In the whole country: {n}.",
            place=in_place(row.place), n=number(nation.number),
        )  # fmt: skip
    if employed is None:
        return heading, _("The number is not published.")
    said: list[str] = []
    share = row.figures["jobs_per_1000"].number
    if share is None:
        said.append(_("{n} people on payrolls.", n=number(employed)))
    elif share < 1:
        said.append(_("{n}, fewer than 1 of every 1,000 jobs.", n=number(employed)))
    else:
        said.append(_("{n}, about {share} of every 1,000 jobs.",
                      n=number(employed), share=number(share)))  # fmt: skip
    alone = sheet.outlook.self_employed_pct.number
    if alone is not None and alone > _HALF:
        said.append(_("More than half work for themselves and are not in this number."))
    return heading, joined(said)


def outlook_heading(outlook: Outlook) -> Headed:
    """The block's title, and whose outlook it is where that is a group's."""
    return Headed(pgettext("section", "Outlook"), group_words(outlook.change_pct))


Trend = Literal["up", "flat", "down", ""]


def trend(outlook: Outlook) -> Trend:
    """Which way the number of jobs goes; "" where no projection is published."""
    return trend_of(outlook.change_pct.number)


def trend_of(change: float | None) -> Trend:
    """`trend` of a change in percent."""
    if change is None:
        return ""
    return "down" if change <= -_SAME else "flat" if change < _SAME else "up"


def outlook_line(outlook: Outlook) -> tuple[str, str]:
    """The finding against all jobs, and the figures behind it; only the first where none is known.

    Twice the change of all jobs or more is much faster, over a point above it faster, within a
    point about as fast; within a point of none holding steady (METHODS 8, convention).
    """
    change, everyone = outlook.change_pct.number, outlook.all_jobs_change_pct.number
    if change is None or everyone is None:
        return _("No projection is published for this job."), ""
    openings = outlook.openings.number
    finding = _growth(change, everyone, hiring=bool(openings))
    figures = _(
        "{change} by {year}; all jobs {everyone}.",
        change=percent(change, signed=True), year=outlook.target_year,
        everyone=percent(everyone, signed=True),
    )  # fmt: skip
    hiring: str = ""
    if openings == 0:
        hiring = _("Fewer than 50 U.S. openings a year.")
    elif openings is not None:
        hiring = _("About {n} U.S. openings a year.", n=number(openings))
    return finding, joined((figures, hiring))


def _growth(change: float, everyone: float, *, hiring: bool) -> Said:
    if change <= -_SAME:
        return _("Shrinking, but still hiring:") if hiring else pgettext("outlook", "Shrinking:")
    if change < _SAME:
        return pgettext("outlook", "Holding steady:")
    if change >= 2 * everyone:
        return _("Growing much faster than jobs overall:")
    if change > everyone + _SAME:
        return _("Growing faster than jobs overall:")
    if change >= everyone - _SAME:
        return _("Growing about as fast as jobs overall:")
    return _("Growing, but slower than jobs overall:")


def outlook_short(outlook: Outlook) -> Said:
    """The finding of `outlook_line` in two words, for a card."""
    return change_short(outlook.change_pct.number, outlook.all_jobs_change_pct.number)


def change_short(change: float | None, everyone: float | None) -> Said:
    """`outlook_short` of a change in percent, and of that of all jobs."""
    if change is None or everyone is None:
        return pgettext("outlook, short", "no forecast")
    if change <= -_SAME:
        return pgettext("outlook, short", "shrinking")
    if change < _SAME:
        return pgettext("outlook, short", "holding steady")
    if change >= 2 * everyone:
        return pgettext("outlook, short", "growing fast")
    if change >= everyone - _SAME:
        return pgettext("outlook, short", "growing")
    return pgettext("outlook, short", "growing slowly")
