"""The pay of occupations side by side, and what is within error."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import sqrt

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import groups_sentence, value_words, whose
from counselor_app.domain.fit.comparison import Cell, Row
from counselor_app.domain.occupation.findings import why_little
from counselor_app.domain.occupation.pay_words import basis_note, in_place, pay_basis
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.wages import BASIS_SHORT, Basis, WageRow
from counselor_app.language import Said, _, joined, listed, lowered, pgettext


def pay_row(key: str, sheets: Sequence[Sheet], rows: Sequence[WageRow], *, plain: bool) -> Row:
    """The pay of each where ``rows`` are from; ``plain`` for the client, without statistics."""
    cells = []
    for row in rows:
        basis = pay_basis(row, "annual")
        median = row.median(basis)
        low, high = (row.figures[f"wage.{basis}.p{p}"] for p in (25, 75))
        words = value_words(median)
        if median.number is not None:
            words = _amount(words, row, basis)
        figures = [median]
        if low.number is not None and high.number is not None:
            words = _(
                "{pay}; half between {low} and {high}",
                pay=words, low=value_words(low), high=value_words(high),
            )  # fmt: skip
            figures += [low, high]
        cells.append(Cell(words, tuple(figures)))
    place = in_place(rows[0].place)
    question = _("What is the median pay in {place}?", place=place)
    if plain:
        question = _("What does it pay in {place}?", place=place)
    why = [joined((s.occupation.title, said), ": ") for s in sheets if (said := why_little(s))]
    return Row(key, question, tuple(cells), joined((_note(sheets, rows, plain=plain), *why)))


def _amount(pay: str, row: WageRow, basis: Basis) -> Said:
    amount = _("{pay} an hour", pay=pay) if basis == "hourly" else _("{pay} a year", pay=pay)
    return joined((amount, BASIS_SHORT.get(row.pay_basis or "", "")))


def _note(sheets: Sequence[Sheet], rows: Sequence[WageRow], *, plain: bool) -> Said:
    """Who shares one published wage, and whose means (medians have no error) are alike."""
    shared: list[str] = []
    alike: list[str] = []
    unknown: list[str] = []
    compared: list[str] = []
    pairs = len(sheets) * (len(sheets) - 1) // 2
    for (one, row), (other, beside) in combinations(zip(sheets, rows, strict=True), 2):
        pair = listed((one.occupation.title, other.occupation.title))
        if one.occupation.oews_code and one.occupation.oews_code == other.occupation.oews_code:
            shared.append(pair)
            continue
        pair = listed((_of_whom(one, row), _of_whom(other, beside)))
        mean, other_mean = _mean(row), _mean(beside)
        if mean.number is None or other_mean.number is None:
            continue  # the cells say that nothing is published
        if not (row.full_year and beside.full_year):
            continue  # said below
        compared.append(pair)
        within = within_error(mean, other_mean)
        if within is None:
            unknown.append(pair)
        elif within:
            alike.append(pair)
    said: list[str] = []
    if shared:
        said.append(_("The same published wage stands for {jobs}.", jobs=listed(shared)))
    if plain:
        said += [_("The pay of {jobs} is too close to tell.", jobs=pair) for pair in alike]
    else:
        said += _errors(alike, unknown, compared, every=len(compared) + len(shared) == pairs)
    said += basis_notes(sheets, rows)
    if not plain:
        said.append(_("No error is published for medians."))
    said.append(groups_sentence((s.occupation.title, s.occupation.wage_group) for s in sheets))
    return joined(said)


def _errors(
    alike: Sequence[str], unknown: Sequence[str], compared: Sequence[str], *, every: bool
) -> list[Said]:
    """Which means differ by less than their error, or by more; ``every`` pair was compared."""
    said = []
    if alike:
        said.append(_("The mean pay of {jobs} differs by less than its error.", jobs=_of(alike)))
    if unknown:
        said.append(_("No error is published to compare {jobs}.", jobs=joined(unknown, "; ")))
    if compared and not alike and not unknown:
        said.append(
            _("The means differ by more than their error.") if every
            else _("The mean pay of {jobs} differs by more than its error.", jobs=_of(compared))
        )  # fmt: skip
    return said


def _of(pairs: Sequence[str]) -> Said:
    """Pairs of occupations behind "the mean pay of"."""
    return joined(
        (pairs[0], *(pgettext("the mean pay", "of {jobs}", jobs=pair) for pair in pairs[1:])), "; "
    )


def _of_whom(sheet: Sheet, row: WageRow) -> str:
    """The occupation, and the group whose pay stands for it."""
    group, job = whose(row.median()), sheet.occupation.title
    return _("{job} (pay of {group})", job=job, group=group) if group else job


def basis_notes(sheets: Sequence[Sheet], rows: Sequence[WageRow]) -> list[Said]:
    """Whose pay is published by the year or by the hour only, and so is not compared."""
    found: dict[str, list[str]] = {}
    for sheet, row in zip(sheets, rows, strict=True):
        if note := basis_note(row):
            found.setdefault(note, []).append(sheet.occupation.title)
    return [joined((listed(titles), lowered(note)), ": ") for note, titles in found.items()]


def _mean(row: WageRow) -> Figure:
    return row.figures[f"wage.{pay_basis(row, 'annual')}.mean"]


def within_error(one: Figure, other: Figure) -> bool | None:
    """The difference is at most 1.645 √(SE² + SE²) (METHODS 3); None without both errors."""
    if one.number is None or other.number is None or one.se is None or other.se is None:
        return None
    return abs(one.number - other.number) <= 1.645 * sqrt(one.se**2 + other.se**2)
