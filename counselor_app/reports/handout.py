"""The session handout: the client's copy, and the counselor's with notes that stay."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from counselor_app.charts.ranking import score_bars
from counselor_app.domain.figures.attribution import PRODUCT, onet_attribution
from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.figures.wording import correlation_words
from counselor_app.domain.fit.findings import codes_finding, every_code
from counselor_app.domain.fit.fit import CAREER_RETURNS
from counselor_app.domain.fit.profile import caution, no_ranking
from counselor_app.domain.fit.words import NOT_A_VERDICT, band_words, client_sentence
from counselor_app.domain.occupation import findings
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.record.handout import (
    ClientNote,
    CounselorHandout,
    CounselorNote,
    Handout,
    ToDo,
    client_handout,
    counselor_handout,
    local_day,
)
from counselor_app.domain.record.record import Record
from counselor_app.domain.session.client import ClientView
from counselor_app.domain.session.inventory import INSTRUMENT, NOT_VALIDATED
from counselor_app.reports.handout_blocks import (
    InterestsBrief,
    JobBlock,
    NoteBlock,
    OwnNotes,
    StepLine,
)
from counselor_app.reports.handout_notes import handout_notes
from counselor_app.reports.key_facts import key_facts
from counselor_app.reports.letters import lacks_letters
from counselor_app.reports.parts import Note, Notes, Report, Run, Text, day_words, footer, plain
from counselor_app.reports.sections import all_sections

Copy = Literal["client", "counselor"]

COUNSELORS_COPY = "Counselor’s copy, not for the client"
LETTERS_LOST = "Letters that this report’s typeface lacks are printed as “?”."


@dataclass(frozen=True, slots=True)
class HandoutReport(Report):
    """A session on paper. ``own`` is None in the client's copy; None parts are left out."""

    kind = "handout"

    warning: str
    lead: str
    remark: str
    steps: tuple[StepLine, ...] | None
    client_notes: tuple[NoteBlock, ...] | None
    own: OwnNotes | None
    interests: InterestsBrief | None
    jobs: tuple[JobBlock, ...] | None
    notes: tuple[Note, ...]


def handout_content(
    record: Record,
    sheets: Sequence[Sheet],
    *,
    copy: Copy,
    made_on: date,
    version: str,
    sources: Collection[Source],
    session: str | None = None,
    view: ClientView | None = None,
    named: bool = True,
    sections: Collection[str] | None = None,
) -> HandoutReport:
    """One session of a record (its uid; None is the newest) as either copy.

    ``sheets`` are the occupations of `domain.handout.client_handout(...).codes`; ``view`` adds
    the fit to each, ``sources`` are the releases in the pack. Without ``named`` the client is
    nowhere named; ``sections`` are the ids of the parts wanted, None for all.
    """
    if copy == "counselor":
        private = counselor_handout(record, session)
        return counselor_copy(
            private, sheets, made_on=made_on, version=version, sources=sources, view=view,
            named=named, sections=sections,
        )  # fmt: skip
    return client_copy(
        client_handout(record, session), sheets, made_on=made_on, version=version,
        sources=sources, view=view, named=named, sections=sections,
    )  # fmt: skip


def client_copy(
    handout: Handout,
    sheets: Sequence[Sheet],
    *,
    made_on: date,
    version: str,
    sources: Collection[Source],
    view: ClientView | None = None,
    named: bool = True,
    sections: Collection[str] | None = None,
) -> HandoutReport:
    """What goes home with the client: it is given nothing else than what the client may read."""
    return _report(handout, None, sheets, made_on, version, sources, view, named, _wanted(sections))


def counselor_copy(
    private: CounselorHandout,
    sheets: Sequence[Sheet],
    *,
    made_on: date,
    version: str,
    sources: Collection[Source],
    view: ClientView | None = None,
    named: bool = True,
    sections: Collection[str] | None = None,
) -> HandoutReport:
    """The same with the counselor's own notes, marked on every page as not for the client."""
    titles = {sheet.occupation.code: sheet.occupation.title for sheet in sheets}
    blocks = [_note(note, titles) for note in private.notes]
    blocks += [
        NoteBlock(f"On the shortlist: {titles.get(code, code)}", _paragraphs(word))
        for code, word in private.words
    ]
    wanted = _wanted(sections)
    return _report(
        private.handout, OwnNotes(tuple(blocks)), sheets, made_on, version, sources, view, named,
        wanted,
    )  # fmt: skip


def _wanted(sections: Collection[str] | None) -> frozenset[str]:
    everything = all_sections("handout")
    return everything if sections is None else everything.intersection(sections)


def _report(
    handout: Handout,
    own: OwnNotes | None,
    sheets: Sequence[Sheet],
    made_on: date,
    version: str,
    sources: Collection[Source],
    view: ClientView | None,
    named: bool,
    wanted: Collection[str],
) -> HandoutReport:
    edition = view.edition if view else CAREER_RETURNS
    notes = Notes(handout_notes(sheets, handout.scores, edition))
    titles = {sheet.occupation.code: sheet.occupation.title for sheet in sheets}
    name = handout.name if named else ""
    interests = _interests(handout, notes) if "interests" in wanted else None
    jobs = None
    if "jobs" in wanted:
        jobs = tuple(_job(sheet, handout, view, notes) for sheet in sheets)
    steps = tuple(map(_step, handout.steps)) if "steps" in wanted else None
    written = None
    if "notes" in wanted:
        written = tuple(_note(note, titles) for note in handout.notes)
    met = f"Session of {day_words(handout.met)}" if handout.met else ""
    title = f"{name}: what we talked about" if name else "What we talked about"
    typed = [name, *(step.text for step in handout.steps), *(note.text for note in handout.notes)]
    typed += [part for block in own.notes for part in block.text] if own else []
    return HandoutReport(
        product=PRODUCT,
        version=version,
        made_on=made_on,
        report_name=COUNSELORS_COPY if own else "Session handout",
        title=title,
        document_title=f"{title}, {COUNSELORS_COPY.lower()}" if own else title,
        header_note="\u2003".join(filter(None, (name, f"Printed {day_words(made_on)}"))),
        footer_note=footer(version, sources),
        attribution=onet_attribution(_printed(sheets if jobs or written else ())) or "",
        warning=COUNSELORS_COPY if own else "",
        lead=met,
        remark=LETTERS_LOST if any(map(lacks_letters, typed)) else "",
        steps=steps,
        client_notes=written,
        own=own,
        interests=interests,
        jobs=jobs,
        notes=notes.listed(),
    )


def _step(step: ToDo) -> StepLine:
    return StepLine(_paragraphs(step.text), f"done {day_words(step.done)}" if step.done else "")


def _note(note: ClientNote | CounselorNote, titles: dict[str, str]) -> NoteBlock:
    head = day_words(local_day(note.written))
    if note.code:
        head += f", {titles.get(note.code, note.code)}"
    return NoteBlock(head, _paragraphs(note.text))


def _paragraphs(text: str) -> tuple[str, ...]:
    """The lines of a typed text without the empty ones."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _job(sheet: Sheet, handout: Handout, view: ClientView | None, notes: Notes) -> JobBlock:
    job = sheet.occupation
    listed = "on your shortlist" if job.code in handout.shortlisted else ""
    mark = notes.mark("words") if sheet.words else None
    summary = plain(findings.lead(sheet) or findings.why_little(sheet), mark)
    facts = key_facts(sheet, notes, next(iter(sheet.places), None))
    return JobBlock(job.title, job.code, summary, facts, _fit(sheet, view, notes), listed)


def _fit(sheet: Sheet, view: ClientView | None, notes: Notes) -> Text:
    found = view.fit(sheet) if view is not None and view.ranking else None
    if found is None:
        return ()  # why nothing can be ranked is said with the interests, once
    if found.match is None or found.place is None:
        return plain(found.no_match)
    band = band_words(found.match.band, found.edition)
    measured = f" r {correlation_words(found.match.r)}, {band}"
    return (Run(client_sentence(found)), Run(measured, "soft", notes.mark("fit")))


def _interests(handout: Handout, notes: Notes) -> InterestsBrief | None:
    scores = handout.scores
    if scores is None:
        return None
    finding = plain(codes_finding(scores), notes.mark("scores"))
    said: list[str] = [every_code(scores)]
    said += [words for words in (no_ranking(scores) or caution(scores),) if words]
    if scores.instrument in INSTRUMENT.values():
        said.append(NOT_VALIDATED)
    lines = tuple(plain(words) for words in (*said, NOT_A_VERDICT))
    return InterestsBrief(finding, score_bars(scores), lines)


def _printed(sheets: Iterable[Sheet]) -> set[Source]:
    """The releases whose titles, codes and job zones are printed."""
    sources: set[Source] = set()
    for sheet in sheets:
        figures = (sheet.figures["job_zone"], sheet.interests.letters)
        sources |= {figure.source for figure in figures if figure.value is not None}
        sources.add(sheet.titles.source)
    return sources
