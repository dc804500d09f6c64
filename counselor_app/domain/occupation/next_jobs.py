"""The jobs close to one: which three a page names, and which are a way into its field or up."""

from __future__ import annotations

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import value_words
from counselor_app.domain.occupation.sheet import Related, Sheet
from counselor_app.domain.occupation.titles import shown_title
from counselor_app.domain.occupation.wages import WageRow
from counselor_app.domain.occupation.years import asks_less, is_shorter, years_short
from counselor_app.language import Said, _

NAMED = 3
_MORE = 1.1
"""Times the pay of a job that another leads on from [convention]: less is chance and place."""


def close_jobs(sheet: Sheet) -> tuple[Related, ...]:
    """The first three that share no figure with this job and are not shrinking.

    Those of which neither the way in nor pay is published come last. What is far down the list
    and of another career sub-cluster is not close. The third gives way to the shorter way into
    the field, so that one is always there where it is known.
    """
    found = sorted((one for one in _open(sheet) if one.kin and one.kin.near), key=_untold)[:NAMED]
    shorter = shorter_way(sheet)
    if shorter is not None and shorter not in found and len(found) == NAMED:
        found[-1] = shorter
    return tuple(found)


def _untold(one: Related) -> bool:
    return not years_short(one.outlook) and own_pay(one.here) is None


def _shrinks(one: Related) -> bool:
    return one.outlook.case in ("shrinking", "shrinking, still hiring")


def _open(sheet: Sheet) -> list[Related]:
    """The related jobs with figures of their own that are not shrinking, closest first."""
    return [one for one in sheet.all_related if not one.shared and not _shrinks(one)]


def _of_the_field(sheet: Sheet) -> list[Related]:
    return [one for one in _open(sheet) if one.kin and one.kin.same_field]


def shorter_way(sheet: Sheet) -> Related | None:
    """The closest job of the same field that asks for less school or training; or None."""
    field = _of_the_field(sheet)
    return next((one for one in field if is_shorter(one.outlook, sheet)), None)


def own_pay(row: WageRow) -> Figure | None:
    """A yearly median that is the job's: not a group's in which it is only one of several.

    None where there is none, or it is not that of a full year.
    """
    median = row.median()
    return None if median.one_of_many or not row.full_year or median.number is None else median


def where_to_grow(sheet: Sheet) -> Related | None:
    """The closest job of the same field that pays more here and asks no less; or None.

    A tenth more at least, each by its own published median.
    """
    own = own_pay(sheet.places[0] if sheet.places else sheet.nation)
    if own is None:
        return None
    for one in _of_the_field(sheet):
        other = own_pay(one.here)
        if other is None or asks_less(one.outlook, sheet.outlook):
            continue
        if (other.number or 0) >= _MORE * (own.number or 0):
            return one
    return None


def step_words(sheet: Sheet) -> tuple[Said, Said] | None:
    """The head and the words of a step to a job of less school, or else to one that pays more."""
    shorter = shorter_way(sheet)
    if shorter is not None:
        return _("A shorter way into this field."), _described(shorter, sheet)
    higher = where_to_grow(sheet)
    return None if higher is None else (_("Where it can lead."), _described(higher, sheet))


def _described(one: Related, sheet: Sheet) -> Said:
    median, title = own_pay(one.here), shown_title(one.title)
    way: str = years_short(one.outlook) or _("the way in is not published")
    if median is None:
        return _("{job}: {way}.", job=title, way=way)
    pay = value_words(median)
    if sheet.places:
        return _("{job}: {way}, {pay} here.", job=title, way=way, pay=pay)
    return _("{job}: {way}, {pay} a year.", job=title, way=way, pay=pay)
