"""Everything a printed occupation profile says, in order: one frozen value, no layout."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from counselor_app.domain.attribution import PRODUCT, onet_attribution
from counselor_app.domain.provenance import MONTHS
from counselor_app.domain.sheet import Sheet
from counselor_app.reports.blocks import PageOne, PageTwo
from counselor_app.reports.notes import note_texts
from counselor_app.reports.page_one import page_one
from counselor_app.reports.page_two import page_two
from counselor_app.reports.parts import Note, Notes


@dataclass(frozen=True, slots=True)
class Profile:
    """A two-page occupation profile; ``short_notes`` are the notes marked on page 1."""

    product: str
    version: str
    made_on: date
    report_name: str
    title: str
    document_title: str
    running_title: str
    header_note: str
    footer_note: str
    one: PageOne
    two: PageTwo
    short_notes: tuple[Note, ...]
    notes: tuple[Note, ...]
    attribution: str


def profile_content(sheet: Sheet, *, made_on: date, version: str) -> Profile:
    """The profile of one occupation, for the areas that the sheet was read with."""
    notes = Notes(note_texts(sheet))
    first = page_one(sheet, notes)
    short_notes = notes.listed()
    second = page_two(sheet, notes)
    occupation = sheet.occupation
    name = "Occupation profile"
    running = f"{name}: {occupation.title}"
    printed = f"{MONTHS[made_on.month - 1]} {made_on.day}, {made_on.year}"
    return Profile(
        product=PRODUCT,
        version=version,
        made_on=made_on,
        report_name=name,
        title=occupation.title,
        document_title=f"{occupation.title}: occupation profile",
        running_title=running if len(running) <= 78 else occupation.title,
        header_note=f"O*NET-SOC {occupation.code}\u2003Printed {printed}",
        footer_note=f"{PRODUCT} {version}",
        one=first,
        two=second,
        short_notes=short_notes,
        notes=notes.listed(),
        attribution=onet_attribution(sheet.sources.values()) or "",
    )
