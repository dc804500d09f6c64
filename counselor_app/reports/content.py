"""Everything a printed occupation profile says, in order: one frozen value, no layout."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from counselor_app.domain.figures.attribution import PRODUCT, onet_attribution
from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.figures.ratings import Domain
from counselor_app.domain.occupation.plain_words import Wording
from counselor_app.domain.occupation.prices import PriceParities
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.target import Target
from counselor_app.reports import job_words
from counselor_app.reports.blocks import PageOne, PageTwo
from counselor_app.reports.notes import note_texts
from counselor_app.reports.page_one import page_one
from counselor_app.reports.page_two import page_two
from counselor_app.reports.parts import Note, Notes, Report, day_words, footer
from counselor_app.reports.sections import all_sections

# Letters of a note's small type that fit on a line of a third of the page.
LETTERS_A_LINE = 46
LETTERS_OF_HEAD = 78


@dataclass(frozen=True, slots=True)
class Profile(Report):
    """An occupation profile: two pages, or fewer where there is less to say.

    ``code`` is the occupation's, O*NET-SOC.
    ``whole`` when no section is left out of a rated occupation: it has its fixed two pages, and
    ``short_notes`` are the notes marked on the first.
    """

    kind = "profile"

    code: str
    running_title: str
    whole: bool
    one: PageOne
    two: PageTwo
    short_notes: tuple[Note, ...]
    note_columns: tuple[tuple[Note, ...], ...]


def profile_content(
    sheet: Sheet,
    *,
    made_on: date,
    version: str,
    sections: Collection[str] | None = None,
    target: Target | None = None,
    prices: PriceParities | None = None,
    words: Wording = "both",
) -> Profile:
    """The profile of one occupation, for the areas that the sheet was read with.

    ``sections`` are the ids of the sections wanted (`reports.sections`), None for all.
    ``target`` is the client's own wage, drawn into the pay chart with its percentile;
    ``prices`` adds what the median buys in each place. ``words`` is whose description is
    printed; "both" means ours, with the official tasks.
    """
    everything = all_sections("profile")
    wanted = everything if sections is None else everything.intersection(sections)
    notes = Notes(note_texts(sheet, prices))
    first = page_one(sheet, notes, wanted, target, prices, words)
    short_notes = notes.listed()
    second = page_two(sheet, notes, wanted, words)
    occupation = sheet.occupation
    name = "Occupation profile"
    return Profile(
        product=PRODUCT,
        version=version,
        made_on=made_on,
        report_name=name,
        title=occupation.title,
        code=occupation.code,
        document_title=f"{occupation.title}: occupation profile",
        running_title=_running_title(name, occupation.title),
        header_note=f"O*NET-SOC {occupation.code}\u2003Printed {day_words(made_on)}",
        footer_note=footer(version, sheet.sources.values()),
        whole=wanted == everything and bool(sheet.ratings),
        one=first,
        two=second,
        short_notes=short_notes,
        note_columns=_in_columns(notes.listed(), 3),
        attribution=onet_attribution(_printed_sources(sheet, wanted, words)) or "",
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


# Which section prints the ratings of which domain.
_RATED_IN: Mapping[str, tuple[Domain, ...]] = {
    "skills": ("skill", "ability"),
    "activities": ("activity",),
    "knowledge": ("knowledge",),
    "styles": ("style",),
}


def _printed_sources(sheet: Sheet, wanted: Collection[str], words: Wording) -> set[Source]:
    """The releases whose figures or titles the profile prints; every job's name is one."""
    domains = [domain for section in wanted for domain in _RATED_IN.get(section, ())]
    figures = [rating.main for domain in domains for rating in sheet.ratings.get(domain, ())]
    figures.append(sheet.figures["job_zone"])
    if "interests" in wanted:
        figures += sheet.interests.scores
    if {"education", "getting-in"} & set(wanted):
        figures += [r.figure for r in sheet.requirements.get("RL", ())]
    sources = {sheet.titles.source}
    sources |= {figure.source for figure in figures if figure.value is not None}
    listed = (
        ("tools", sheet.tools, sheet.tools_source),
        ("related", sheet.related, sheet.related_source),
        ("activities", job_words.prints_tasks(sheet, words), sheet.tasks_source),
    )
    sources |= {source for section, items, source in listed if section in wanted and items}
    return sources | job_words.printed_sources(sheet, words)
