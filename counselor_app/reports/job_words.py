"""The plain words of a job on paper: the lead, what people do on the job, what it is like."""

from __future__ import annotations

from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.occupation import findings
from counselor_app.domain.occupation.plain_words import JobWords, Wording
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.reports.blocks import FactsBlock
from counselor_app.reports.parts import Fact, Notes, Text, plain

DOES = 4
"""Lines on the job where pay in many places leaves little room."""


def printed(sheet: Sheet, chosen: Wording) -> tuple[JobWords | None, str | None]:
    """Our own words, or else the official description: paper has room for one of them."""
    return findings.texts_shown(sheet, "official" if chosen == "official" else "ours")


def prints_tasks(sheet: Sheet, chosen: Wording) -> bool:
    """Whether the official tasks are printed: always, but where the user wants ours alone."""
    return bool(sheet.tasks) and (chosen != "ours" or sheet.words is None)


def printed_sources(sheet: Sheet, chosen: Wording) -> set[Source]:
    """The release of the official description, where that is printed."""
    return {sheet.description_source} if printed(sheet, chosen)[1] else set()


def lead(sheet: Sheet, notes: Notes, chosen: Wording) -> Text:
    """What the work is, in one or two sentences."""
    ours, official = printed(sheet, chosen)
    mark = notes.mark("words") if ours else notes.mark("description") if official else None
    shown: Wording = "official" if official else "ours"
    return plain(findings.lead(sheet, shown) or findings.why_little(sheet), mark)


def on_the_job(sheet: Sheet, notes: Notes, chosen: Wording, *, short: bool) -> FactsBlock | None:
    """What people do, a line each, ``DOES`` of them if ``short``.

    In official words the rest of the description; None where neither is there.
    """
    ours, official = printed(sheet, chosen)
    if official and (rest := findings.first_sentence(official)[1]):
        text = plain(rest, notes.mark("description"))
        return FactsBlock("More of the official description", (), (Fact("", text),))
    if ours and ours.does:
        *lines, last = ours.does[:DOES] if short else ours.does
        texts = (*map(plain, lines), plain(last, notes.mark("words")))
        return FactsBlock("On the job", (), tuple(Fact("", text) for text in texts))
    return None


def what_it_is_like(sheet: Sheet, notes: Notes, chosen: Wording) -> FactsBlock | None:
    """What people like, what is hard, how to try it early; None without our own words."""
    ours, _ = printed(sheet, chosen)
    if ours is None or not ours.lines:
        return None
    mark = notes.mark("words")
    facts = (Fact(label, plain(text, mark)) for label, text in ours.lines)
    return FactsBlock("What it is like", (), tuple(facts))
