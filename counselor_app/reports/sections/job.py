"""The occupation in plain words: the lead, what people do on the job, what it is like."""

from __future__ import annotations

from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.occupation import findings, ways
from counselor_app.domain.occupation.plain_words import JobWords, Wording
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.language import _, joined, listed
from counselor_app.reports.parts import (
    Column,
    Fact,
    Facts,
    Items,
    Prose,
    Section,
    Text,
    mark_of,
    plain,
    prose,
)
from counselor_app.reports.sections.asked import Job

DOES = 4
"""Lines on the job where pay in many places leaves little room."""
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


def on_the_job(job: Job) -> Section | None:
    """What people do, a line each, fewer beside pay in many places.

    In official words the rest of the description; None where neither is there.
    """
    ours, official = printed(job.sheet, job.words)
    if official and (rest := findings.first_sentence(official)[1]):
        items: tuple[Text, ...] = (plain(rest, job.notes.mark("description")),)
        return _lines(_("More of the official description"), items)
    if ours and ours.does:
        *lines, last = ours.does[:DOES] if len(job.sheet.places) > 1 else ours.does
        return _lines(_("On the job"), (*map(plain, lines), plain(last, job.notes.mark("words"))))
    return None


def _lines(title: str, items: tuple[Text, ...]) -> Section:
    head = Column(_("What people do"), mark=mark_of(items[-1]))
    return Section("on-the-job", title, parts=(Items(title, items, head),))


def the_days(job: Job) -> Section | None:
    """Where, when and under what strain people work; None where nothing is known of it."""
    told = [fact for fact in ways.day_facts(job.sheet) if fact.label]
    if not told:
        return None
    lines = [fact.words for fact in told if fact.figure is None]
    said: Text = plain(joined(lines), job.notes.mark("handbook")) if lines else ()
    for fact in told:
        if fact.figure is not None:
            line = _("{label}: {words}.", label=fact.label, words=fact.words)
            said = (
                *said,
                *plain(joined((" " if said else "", line), ""), job.notes.mark("workers")),
            )
    return Section("days", _("What the days are like"), parts=prose(said))


def what_it_is_like(job: Job) -> Section | None:
    """What people like, what is hard, how to try it early; None without our own words."""
    ours, _official = printed(job.sheet, job.words)
    if ours is None or not ours.lines:
        return None
    mark, title = job.notes.mark("words"), _("What it is like")
    facts = tuple(Fact(label, plain(text, mark)) for label, text in ours.lines)
    return Section("like", title, parts=(Facts(title, facts, "beside"),))
