"""Everything a printed occupation profile says, in order: one frozen value, no layout."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from counselor_app.domain.attribution import PRODUCT, onet_attribution
from counselor_app.domain.provenance import MONTHS, Source
from counselor_app.domain.ratings import DOMAINS
from counselor_app.domain.sheet import Sheet
from counselor_app.reports.blocks import PageOne, PageTwo
from counselor_app.reports.notes import note_texts
from counselor_app.reports.page_one import page_one
from counselor_app.reports.page_two import page_two
from counselor_app.reports.parts import Note, Notes, Report

# Letters of a note's small type that fit on a line of a third of the page.
LETTERS_A_LINE = 46
LETTERS_OF_HEAD = 78


@dataclass(frozen=True, slots=True)
class Profile(Report):
    """A two-page occupation profile; ``short_notes`` are the notes marked on page 1."""

    kind = "profile"

    running_title: str
    one: PageOne
    two: PageTwo
    short_notes: tuple[Note, ...]
    note_columns: tuple[tuple[Note, ...], ...]


def profile_content(sheet: Sheet, *, made_on: date, version: str) -> Profile:
    """The profile of one occupation, for the areas that the sheet was read with."""
    notes = Notes(note_texts(sheet))
    first = page_one(sheet, notes)
    short_notes = notes.listed()
    second = page_two(sheet, notes)
    occupation = sheet.occupation
    name = "Occupation profile"
    printed = f"{MONTHS[made_on.month - 1]} {made_on.day}, {made_on.year}"
    return Profile(
        product=PRODUCT,
        version=version,
        made_on=made_on,
        report_name=name,
        title=occupation.title,
        document_title=f"{occupation.title}: occupation profile",
        running_title=_running_title(name, occupation.title),
        header_note=f"O*NET-SOC {occupation.code}\u2003Printed {printed}",
        footer_note=f"{PRODUCT} {version}",
        one=first,
        two=second,
        short_notes=short_notes,
        note_columns=_in_columns(notes.listed(), 3),
        attribution=onet_attribution(_printed_sources(sheet)) or "",
    )


def _running_title(name: str, title: str) -> str:
    """The head of the second page, as much of it as fits on its line."""
    for words in (f"{name}: {title}", title):
        if len(words) <= LETTERS_OF_HEAD:
            return words
    return title[: LETTERS_OF_HEAD - 1].rsplit(" ", 1)[0].rstrip(",") + "…"


def _in_columns(notes: tuple[Note, ...], count: int) -> tuple[tuple[Note, ...], ...]:
    """The notes in columns of about the same number of lines, read downwards."""
    lines = [1 + len(note.full) // LETTERS_A_LINE for note in notes]
    columns: list[list[Note]] = [[] for _ in range(count)]
    done = 0
    for note, own in zip(notes, lines, strict=True):
        columns[min(count - 1, int((done + own / 2) * count / sum(lines)))].append(note)
        done += own
    return tuple(tuple(column) for column in columns)


def _printed_sources(sheet: Sheet) -> set[Source]:
    """The releases whose figures or titles the profile prints; every job's name is one."""
    figures = [rating.main for domain in DOMAINS for rating in sheet.ratings.get(domain, ())]
    figures += [*sheet.interests.scores, sheet.figures["job_zone"]]
    figures += [r.figure for r in sheet.requirements.get("RL", ())]
    sources = {sheet.titles.source}
    sources |= {figure.source for figure in figures if figure.value is not None}
    sources |= {sheet.tools_source} if sheet.tools else set()
    sources |= {sheet.related_source} if sheet.related else set()
    sources |= {sheet.tasks_source} if sheet.tasks else set()
    return sources | ({sheet.description_source} if sheet.description else set())
