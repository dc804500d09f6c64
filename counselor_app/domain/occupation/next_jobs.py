"""The jobs close to one: which three a page names, and which asks for less school or more."""

from __future__ import annotations

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import value_words
from counselor_app.domain.occupation.sheet import Related, Sheet
from counselor_app.domain.occupation.titles import shown_title
from counselor_app.domain.occupation.wages import WageRow
from counselor_app.domain.occupation.years import is_shorter, years_short
from counselor_app.language import Said, _

NAMED = 3


def close_jobs(sheet: Sheet) -> tuple[Related, ...]:
    """The first three that share no figure with this job and are not shrinking.

    Those of which neither the way in nor pay is published come last. The third gives way to the
    first that asks for fewer years of school, so that a way in that is shorter is always there
    where one is known.
    """
    fit = [one for one in sheet.all_related if not one.shared and not _shrinks(one)]
    found = sorted(fit, key=_untold)[:NAMED]
    shorter = shorter_way(sheet)
    if shorter is not None and shorter not in found and len(found) == NAMED:
        found[-1] = shorter
    return tuple(found)


def _untold(one: Related) -> bool:
    return not years_short(one.outlook) and own_pay(one.here) is None


def _shrinks(one: Related) -> bool:
    return one.outlook.case in ("shrinking", "shrinking, still hiring")


def shorter_way(sheet: Sheet) -> Related | None:
    """The closest related job that asks for less school or training, and is not shrinking."""
    for one in sheet.all_related:
        if not one.shared and not _shrinks(one) and is_shorter(one.outlook, sheet):
            return one
    return None


def own_pay(row: WageRow) -> Figure | None:
    """A yearly median that is the job's: not a group's in which it is only one of several.

    None where there is none, or it is not that of a full year.
    """
    median = row.median()
    return None if median.one_of_many or not row.full_year or median.number is None else median


def where_to_grow(sheet: Sheet) -> Related | None:
    """The closest related job that pays more here, each by its own published median; or None."""
    own = own_pay(sheet.places[0] if sheet.places else sheet.nation)
    if own is None:
        return None
    for one in sheet.all_related:
        other = own_pay(one.here)
        if one.shared or _shrinks(one) or other is None:
            continue
        if (other.number or 0) > (own.number or 0):
            return one
    return None


def step_words(sheet: Sheet) -> tuple[Said, Said] | None:
    """The head and the words of a step to a job of less school, or else to one that pays more."""
    shorter = shorter_way(sheet)
    if shorter is not None:
        return _("A shorter way in."), _described(shorter, sheet)
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
