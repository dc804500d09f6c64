"""An occupation in one line: pay, change, openings, way in."""

from __future__ import annotations

from counselor_app.charts import natural_basis
from counselor_app.domain.figures.wording import lowered, whose
from counselor_app.domain.occupation.pay_words import in_place
from counselor_app.domain.occupation.preparation import EDUCATION_SHORT
from counselor_app.domain.occupation.schooling import raters_answer, share_words
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.wages import BASIS_SHORT, WageRow
from counselor_app.reports.parts import Notes, Run, Text, in_short


def key_facts(sheet: Sheet, notes: Notes, place: WageRow | None = None) -> Text:
    """ "Median pay $44,770 a year · jobs −5.5%, 2024 to 2034 · ..."; missing is said in words.

    The pay of ``place`` stands beside the nation's.
    """
    basis, outlook = natural_basis(sheet.nation), sheet.outlook
    median, change, openings = sheet.nation.median(basis), outlook.change_pct, outlook.openings
    pay = f"Median pay {in_short(median)}"
    if median.number is not None:
        pay += " an hour" if basis == "hourly" else " a year"
        pay += f" {BASIS_SHORT.get(sheet.nation.pay_basis or '', '')}".rstrip()
    if place is not None:
        pay += f" in the nation, {in_short(place.median(basis))} in {in_place(place.place)}"
    jobs = f"jobs {in_short(change)}"
    if change.number is not None:
        jobs += f", {outlook.base_year} to {outlook.target_year}"
    hiring = f"openings {in_short(openings)}"
    if openings.number is not None:
        hiring = f"{in_short(openings)} openings a year"
    education, found = outlook.education.value, raters_answer(sheet)
    way_in = f"entry education {in_short(outlook.education)}"
    if isinstance(education, str):
        way_in = f"{lowered(EDUCATION_SHORT.get(education, education))} to start"
    # What is said of the job itself comes last, apart from what is its group's.
    own = f"{found.words} to start, say {share_words(sheet, found)} · " if found else ""
    ep, zone = notes.mark("education"), sheet.figures["job_zone"]
    said = f"job zone {in_short(zone)}" + (" of 5" if zone.number is not None else "")
    group = whose(median, change, openings, outlook.education)
    return (
        *((Run(f"{group}: "),) if group else ()),
        Run(pay, mark=notes.mark("pay")),
        Run(" · "),
        Run(f"{jobs} · {hiring} · {way_in}", mark=ep),
        Run(" · "),
        Run(f"{'This job: ' if group else ''}{own}{said}", mark=notes.mark("zones")),
    )
