"""The occupation in plain words: the lead, and what the days are like."""

from __future__ import annotations

from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.occupation import findings, ways
from counselor_app.domain.occupation.hours_pressure import TITLE
from counselor_app.domain.occupation.plain_words import JobWords, Wording
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.language import _, joined, listed
from counselor_app.reports.parts import Prose, Section, Text, plain, prose
from counselor_app.reports.sections.asked import Job

TITLES = 4


def printed(sheet: Sheet, chosen: Wording) -> tuple[JobWords | None, str | None]:
    """Our own words, or else the official description: paper has room for one of them."""
    return findings.texts_shown(sheet, "official" if chosen == "official" else "ours")


def prints_tasks(sheet: Sheet, chosen: Wording) -> bool:
    """Whether the official tasks are printed: always, but where the user wants ours alone."""
    return bool(sheet.tasks) and (chosen != "ours" or sheet.words is None)


def printed_sources(sheet: Sheet, chosen: Wording) -> set[Source]:
    """The release of the official description, where that is printed."""
    return {sheet.description_source} if printed(sheet, chosen)[1] else set()


def lead(job: Job) -> tuple[Prose, ...]:
    """What the work is in one or two sentences, and the best-known other titles on a line."""
    ours, official = printed(job.sheet, job.words)
    mark = job.notes.mark("words") if ours else job.notes.mark("description") if official else None
    shown: Wording = "official" if official else "ours"
    said = findings.lead(job.sheet, shown) or findings.why_little(job.sheet)
    first = (Prose((plain(said, mark),), "lead"),) if said else ()
    known = job.sheet.occupation.title.lower().removesuffix("s")
    titles = [t for t in job.sheet.titles.titles if known not in t.lower()][:TITLES]
    if not titles:
        return first
    onet = job.notes.mark("onet")
    called, *shorter = (
        plain(_("Also called {titles}.", titles=listed(titles[:n])), onet, "soft")
        for n in range(len(titles), 0, -1)
    )
    return (*first, Prose((called,), "soft", tuple(shorter), 1))


def the_days(job: Job) -> Section | None:
    """Where, when and under what strain people work; None where nothing is known of it."""
    told = [fact for fact in ways.day_facts(job.sheet) if fact.label]
    lines = [fact.words for fact in told if fact.figure is None and fact.label != TITLE]
    if not lines and all(fact.figure is None for fact in told):
        return None
    runs: list[Text] = [plain(joined(lines), job.notes.mark("handbook"))] if lines else []
    for fact in told:
        if fact.label == TITLE:
            runs.append(plain(fact.words))
        elif fact.figure is not None:
            mark = job.notes.mark("context" if fact.figure.source.kind == "onet" else "workers")
            runs.append(plain(_("{label}: {words}.", label=fact.label, words=fact.words), mark))
    said = tuple(run for one in runs for run in (*plain(" "), *one))[1:]
    return Section("days", _("What the days are like"), parts=prose(said))
