"""Pay told in plain words, by rule: which unit is published, where it is more or less."""

from __future__ import annotations

from collections.abc import Sequence

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import (
    CAPPED,
    NOT_PUBLISHED,
    money,
    number,
    told,
    value_words,
)
from counselor_app.domain.occupation.occupation import Occupation
from counselor_app.domain.occupation.wages import BASIS_NOTES, PERCENTILES, UNITS, Basis, WageRow
from counselor_app.language import _, joined, listed, pgettext

BASES: tuple[Basis, ...] = ("annual", "hourly")
NOT_RELEASED = pgettext("flag", "not released")
_MARGIN = " ± "
COUNT_WORDS = (
    pgettext("how many", "no"),
    pgettext("how many", "one"),
    pgettext("how many", "two"),
    pgettext("how many", "three"),
    pgettext("how many", "four"),
    pgettext("how many", "five"),
    pgettext("how many", "six"),
    pgettext("how many", "seven"),
    pgettext("how many", "eight"),
    pgettext("how many", "nine"),
)
_THE_PLACES = {
    "United States": _("the United States"),
    "District of Columbia": _("the District of Columbia"),
}


def pay_basis(row: WageRow, wanted: Basis) -> Basis:
    """``wanted``, unless the occupation is published by the year or by the hour only."""
    if row.pay_basis == "annual_only":
        return "annual"
    return "hourly" if row.pay_basis == "hourly_only" else wanted


def only_basis_words(row: WageRow) -> str | None:
    """Why there is no choice between a year and an hour; None where there is one."""
    if row.pay_basis == "annual_only":
        return _("By the year only: the survey gives no hourly pay for this job")
    if row.pay_basis == "hourly_only":
        return _("By the hour only: the survey gives no yearly pay for this job")
    return None


def basis_note(row: WageRow) -> str:
    """Why the pay is published one way only, and what it is not compared with; "" else."""
    return BASIS_NOTES.get(row.pay_basis or "", "")


def on_one_scale(rows: Sequence[WageRow]) -> tuple[bool, ...]:
    """Which rows may be drawn beside each other: all of one basis, else those of a full year."""
    alike = len({row.pay_basis for row in rows}) == 1
    return tuple(alike or row.full_year for row in rows)


def places_title(rows: Sequence[WageRow]) -> str:
    """ "Pay in three places", or the place itself when there is one; of whom it is."""
    title = (
        _("Pay in {place}", place=in_place(rows[0].place))
        if len(rows) == 1
        else _("Pay in {n} places", n=counted(len(rows)))
    )
    return told(title, rows[0].median())


def counted(count: int) -> str:
    """ "three", and digits from ten on."""
    return COUNT_WORDS[count] if count < len(COUNT_WORDS) else str(count)


def in_place(place: str) -> str:
    """A place as it stands in a sentence: "the United States", "Texas"."""
    return _THE_PLACES.get(place, place)


def pay_sentences(rows: Sequence[WageRow], basis: Basis) -> tuple[str, str]:
    """The finding for the first place and the medians of all places that publish one.

    Either is "" when there is nothing to say.
    """
    unit, hourly = UNITS[basis], basis == "hourly"
    first = rows[0]
    place = in_place(first.place)
    low, high = first.percentile(25, basis).number, first.percentile(75, basis).number
    middle = first.median(basis)
    finding: str = ""
    if low is not None and high is not None and high > low:
        finding = _(
            "Half of them earn between {low} and {high} {unit} in {place}.",
            low=money(low, hourly=hourly), high=money(high, hourly=hourly), unit=unit, place=place,
        )  # fmt: skip
    elif middle.number is not None:
        finding = _(
            "Half of them earn more than {pay} {unit} in {place}.",
            pay=value_words(middle), unit=unit, place=place,
        )  # fmt: skip
    elif middle.flag == CAPPED:
        finding = _(
            "Half of them earn {pay} {unit} in {place}.",
            pay=value_words(middle), unit=unit, place=place,
        )  # fmt: skip
    finding = told(finding, middle)
    known = [(row, figure) for row in rows if (figure := row.median(basis)).number is not None]
    if not known or (len(known) == 1 and not (low is not None and high is not None)):
        return finding, ""
    medians = [
        _("{pay} in {place}", pay=value_words(figure), place=in_place(row.place))
        for row, figure in known
    ]
    said = _("The median is {medians}.", medians=listed(medians))
    return finding, said if finding else told(said, *(figure for _row, figure in known))


def cell_words(row: WageRow, figure: Figure) -> str:
    """A figure of ``row`` as a table prints it; the table's head names the unit.

    A dash in a row without any percentile: ``place_words`` has said why beside the place's name.
    """
    if figure.value is not None:
        return with_margin(figure) if figure.se else value_words(figure)
    if figure.flag == CAPPED:
        return value_words(figure) if figure.low is not None else _("above the cap")
    if not _has_pay(row):
        return "–"
    return NOT_RELEASED if "not released" in (figure.flag or "") else NOT_PUBLISHED


def with_margin(figure: Figure) -> str:
    """A mean or a number of employees with its 90 % margin, 1.645 standard errors."""
    words = value_words(figure)
    if figure.number is None or not figure.se:
        return words
    margin = 1.645 * figure.se
    hourly = figure.unit == "dollars an hour"
    printed = money(margin, hourly=hourly).lstrip("$") if hourly else number(margin)
    return joined((words, printed), _MARGIN)


def margin_apart(words: str) -> tuple[str, str]:
    """``with_margin`` in its two parts: "$46,590" and "± 153"; the second may be ""."""
    if _MARGIN not in words:
        return words, ""
    value, _sign, margin = words.partition(_MARGIN)
    return value, f"± {margin}"


def place_words(row: WageRow, basis: Basis) -> str:
    """The place, and why it has no pay where it has none: "Guam: wage not released"."""
    if _has_pay(row):
        return row.place
    return joined((row.place, row.median(basis).flag or NOT_PUBLISHED), ": ")


def _has_pay(row: WageRow) -> bool:
    """Some percentile is a number, or past the cap."""
    figures = (row.percentile(p, basis) for p in PERCENTILES for basis in BASES)
    return any(f.number is not None or f.flag == CAPPED for f in figures)


def shared_wage(occupation: Occupation) -> str | None:
    """One sentence when the wage stands for more than this occupation; else None."""
    if occupation.oews_code is None:
        return None
    name = joined((occupation.oews_title, f"({occupation.oews_code})"))
    others = _listed_jobs([title for _code, title in occupation.shares])
    if occupation.oews_match != "exact":
        sentence = _("The survey publishes this job only together with others, as {job}.", job=name)
        also = _("The same figures stand for {jobs}.", jobs=others) if others else ""
        return joined((sentence, also))
    if not others:
        return None
    return _(
        "These figures are published for {job}; they also stand for {jobs}.", job=name, jobs=others
    )


def _listed_jobs(titles: Sequence[str]) -> str:
    """Up to three titles, or the first two and how many more."""
    if len(titles) <= 3:
        return listed(titles)
    return _(
        "{first}, {second} and {n} more O*NET occupations",
        first=titles[0], second=titles[1], n=len(titles) - 2,
    )  # fmt: skip
