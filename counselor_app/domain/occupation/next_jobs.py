"""The jobs close to one: which three a page names, and which asks for less school or more."""

from __future__ import annotations

from counselor_app.domain.figures.provenance import Figure
from counselor_app.domain.figures.wording import value_words
from counselor_app.domain.occupation.pay_words import in_place
from counselor_app.domain.occupation.sheet import Related, Sheet
from counselor_app.domain.occupation.titles import shown_title
from counselor_app.domain.occupation.wages import WageRow
from counselor_app.domain.occupation.years import after_school, is_shorter
from counselor_app.language import Said, _

NAMED = 3


def close_jobs(sheet: Sheet) -> tuple[Related, ...]:
    """The first three that share no figure with this job and are not shrinking.

    The third gives way to the first that asks for fewer years of school, so that a way in that is
    shorter is always there where one is known.
    """
    fit = [one for one in sheet.all_related if not one.shared and not _shrinks(one)]
    found = fit[:NAMED]
    shorter = shorter_way(sheet)
    if shorter is not None and shorter not in found and len(found) == NAMED:
        found[-1] = shorter
    return tuple(found)


def _shrinks(one: Related) -> bool:
    return one.outlook.case in ("shrinking", "shrinking, still hiring")


def shorter_way(sheet: Sheet) -> Related | None:
    """The closest related job that asks for less school or training, and is not shrinking."""
    for one in sheet.all_related:
        if not one.shared and not _shrinks(one) and is_shorter(one.outlook, sheet.outlook):
            return one
    return None


def own_pay(row: WageRow) -> Figure | None:
    """A yearly median that is the job's: not a group's in which it is only one of several.

    None where there is none, or it is not that of a full year.
    """
    median = row.median()
    one_of_many = median.group is not None and not median.group.narrower
    return None if one_of_many or not row.full_year or median.number is None else median


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
        return _("Look at a shorter way in."), _described(shorter)
    higher = where_to_grow(sheet)
    return None if higher is None else (_("See where it can lead."), _described(higher))


def _described(one: Related) -> Said:
    median, title = own_pay(one.here), shown_title(one.title)
    way: str = after_school(one.outlook) or _("the way in is not published")
    if median is None:
        return _("{job}: {way}.", job=title, way=way)
    return _("{job}: {way}, {pay} a year in {place}.", job=title, way=way,
             pay=value_words(median), place=in_place(one.here.place))  # fmt: skip
