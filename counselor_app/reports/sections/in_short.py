"""An occupation in one line: pay, change, openings, way in."""

from __future__ import annotations

from counselor_app.charts import natural_basis
from counselor_app.domain.figures.wording import whose
from counselor_app.domain.occupation.pay_words import in_place
from counselor_app.domain.occupation.preparation import EDUCATION_SHORT
from counselor_app.domain.occupation.schooling import raters_answer, share_words
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.wages import BASIS_SHORT, WageRow
from counselor_app.language import Said, _, joined, lowered, pgettext
from counselor_app.reports.parts import Notes, Run, Text
from counselor_app.reports.printed import in_short

_DOT = " · "


def key_facts(
    sheet: Sheet, notes: Notes, place: WageRow | None = None, *, zone: bool = True
) -> Text:
    """ "Median pay $44,770 a year · jobs −5.5%, 2024 to 2034 · ..."; missing is said in words.

    The pay of ``place`` stands beside the nation's; the job ``zone`` is the counselor's word.
    """
    outlook, basis = sheet.outlook, natural_basis(sheet.nation)
    median, change, openings = sheet.nation.median(basis), outlook.change_pct, outlook.openings
    jobs = pgettext("report", "jobs {change}", change=in_short(change))
    if change.number is not None:
        jobs = _("jobs {change}, {first} to {last}", change=in_short(change),
                 first=outlook.base_year or 0, last=outlook.target_year or 0)  # fmt: skip
    hiring = pgettext("report", "openings {why}", why=in_short(openings))
    if openings.number is not None:
        hiring = _("{n} openings a year", n=in_short(openings))
    education, found = outlook.education.value, raters_answer(sheet)
    way_in = _("entry education {why}", why=in_short(outlook.education))
    if isinstance(education, str):
        needs = lowered(EDUCATION_SHORT.get(education, education))
        way_in = _("{education} to start", education=needs)
    # What is said of the job itself comes last, apart from what is its group's.
    own: list[Said] = []
    if found:
        own.append(_("{education} to start, say {share}", education=found.words,
                     share=share_words(sheet, found)))  # fmt: skip
    ep = notes.mark("education")
    if zone:
        own.append(_zone(sheet))
    last = joined(own, _DOT)
    group = whose(median, change, openings, outlook.education)
    facts = (
        *((Run(joined((group, ": "), "")),) if group else ()),
        Run(_pay(sheet, place), mark=notes.mark("pay")),
        Run(_DOT),
        Run(joined((jobs, hiring, way_in), _DOT), mark=ep),
    )
    if not own:
        return facts
    said = _("This job: {said}", said=last) if group else last
    mark = notes.mark("zones") if zone else None
    return (*facts, Run(_DOT), Run(said, mark=mark))


def _zone(sheet: Sheet) -> Said:
    zone = sheet.figures["job_zone"]
    if zone.number is None:
        return _("job zone {zone}", zone=in_short(zone))
    return _("job zone {zone} of 5", zone=in_short(zone))


def _pay(sheet: Sheet, place: WageRow | None) -> str:
    basis = natural_basis(sheet.nation)
    median = sheet.nation.median(basis)
    pay = _("Median pay {pay}", pay=in_short(median))
    if median.number is not None and basis == "hourly":
        pay = _("Median pay {pay} an hour", pay=in_short(median))
    elif median.number is not None:
        pay = _("Median pay {pay} a year", pay=in_short(median))
    if median.number is not None:
        pay = joined((pay, BASIS_SHORT.get(sheet.nation.pay_basis or "", "")))
    if place is None:
        return pay
    # Where the client lives comes first, the nation second.
    words = {"there": in_short(place.median(basis)), "place": in_place(place.place),
             "nation": in_short(median)}  # fmt: skip
    if median.number is None:
        return _("Median pay {there} in {place}; {pay} in the nation",
                 there=words["there"], place=words["place"], pay=words["nation"])  # fmt: skip
    unit = BASIS_SHORT.get(sheet.nation.pay_basis or "", "")
    if basis == "hourly":
        said = _("Median pay {there} an hour in {place}, {nation} in the nation", **words)
    else:
        said = _("Median pay {there} a year in {place}, {nation} in the nation", **words)
    return joined((said, unit), "")
