"""A handout's sections: notes that stay, next steps, notes, interests, what was looked at."""

from __future__ import annotations

from counselor_app.charts.ranking import score_bars
from counselor_app.client_texts import self_report_texts
from counselor_app.domain.fit.findings import codes_finding, every_code
from counselor_app.domain.fit.instruments import ClientScores
from counselor_app.domain.fit.profile import caution, no_ranking
from counselor_app.domain.fit.words import NOT_A_VERDICT, client_sentence
from counselor_app.domain.occupation import findings
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.record.handout import ClientNote, CounselorNote, local_day
from counselor_app.domain.session.beside import pile_lines, value_lines
from counselor_app.domain.session.inventory import NOT_VALIDATED
from counselor_app.domain.session.likes import headline
from counselor_app.domain.session.value_cards import EDITION
from counselor_app.language import Said, _, joined, pgettext
from counselor_app.reports.parts import (
    Cell,
    Chart,
    Column,
    Part,
    Prose,
    Run,
    Section,
    Text,
    plain,
    prose,
    table,
)
from counselor_app.reports.printed import day_words, due_words
from counselor_app.reports.sections.asked import Session
from counselor_app.reports.sections.fit import NARROW, scores_chart
from counselor_app.reports.sections.in_short import key_facts

YOURS = pgettext("owner at the start of a sentence", "Your")
"""The client spoken to, as the owner of what follows."""


def paragraphs(text: str) -> str:
    """The lines of a typed text without the empty ones."""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def note_row(note: ClientNote | CounselorNote, titles: dict[str, str]) -> tuple[Said, str]:
    """When and about which occupation, then what is written."""
    head = (day_words(local_day(note.written)), titles.get(note.code, ""))
    return joined(head, ", "), paragraphs(note.text)


def _written(name: str, title: str, rows: tuple[tuple[str, str], ...]) -> Section:
    heads = (_("When, about what"), pgettext("column", "Note"))
    return Section(name, title, parts=(table(title, heads, rows, "notes"),))


def own(session: Session) -> Section | None:
    """What stays with the counselor."""
    if session.own is None:
        return None
    title = _("Notes for the counselor only")
    if not session.own:
        return Section("own", title, parts=prose(_("There are none.")))
    return _written("own", title, session.own)


def steps(session: Session) -> Section:
    """What is to be done, and when it was done; with room to write where nothing is."""
    title = pgettext("report", "Next steps")
    met = session.handout.layout.next_met
    again = prose(_("Next time: {when}", when=met), look="line") if met else ()
    if not session.handout.steps:
        room = _("No steps are written down yet. Room for your own:")
        return Section("steps", title, parts=(Prose((plain(room),), "drawing"), *again))
    rows, done = [], list[int]()
    for place, step in enumerate(session.handout.steps):
        when: str = joined(due_words(step.due, step.who), " · ") or pgettext("step", "to do")
        if step.done:
            when = pgettext("report", "done {day}", day=day_words(step.done))
            done.append(place)
        rows.append((paragraphs(step.text), when))
    heads = (pgettext("column", "Step"), pgettext("column", "Done"))
    made = table(title, heads, rows, "steps", chosen=tuple(done))
    return Section("steps", title, parts=(made, *again))


def notes(session: Session) -> Section | None:
    """What is written for the client."""
    titles = {sheet.occupation.code: sheet.occupation.title for sheet in session.sheets}
    rows = tuple(note_row(note, titles) for note in session.handout.notes)
    title = (
        pgettext("section", "Notes") if session.own is not None else pgettext("heading", "For you")
    )
    return _written("notes", title, rows) if rows else None


def interests(session: Session) -> Section | None:
    """The client's interests: in their words, or in the counselor's with codes and ties."""
    scores = session.handout.scores
    if scores is None:
        return None
    mark, plainly = session.notes.mark("scores"), session.own is None
    said: list[str] = [] if plainly else [every_code(scores)]
    said += [words for words in (no_ranking(scores) or caution(scores),) if words]
    if scores.instrument.edition:
        said.append(NOT_VALIDATED)
    parts: tuple[Part, ...] = prose(*said, NOT_A_VERDICT, look="line")
    chart = _plain_chart(scores) if plainly else _chart(scores, mark)
    if chart is not None:
        parts = (*parts, chart)
    finding: str = headline(scores, YOURS) if plainly else codes_finding(scores)
    worded = session.handout.layout.wording.get("interests")
    title = _("What you like") if plainly else pgettext("report", "Your interests")
    return Section("interests", title, plain(worded) if worded else plain(finding, mark), parts)


def _chart(scores: ClientScores, mark: int) -> Chart | None:
    chart = score_bars(scores)
    return scores_chart(pgettext("section", "Interests"), chart, mark) if chart else None


def _plain_chart(scores: ClientScores) -> Chart | None:
    """Six bars with plain names: what is too close to tell stands in words over them."""
    chart = score_bars(scores, plain=True)
    if chart is None:
        return None
    columns = (pgettext("column", "Interest"), pgettext("column", "Score"))
    rows = [(row.name, row.text) for row in chart.rows]
    tables = (table(pgettext("section", "Interests"), columns, rows),)
    return Chart("scores", chart, chart.sentence, tables, NARROW)


def values(session: Session) -> Section | None:
    """What the client wants from work, pile by pile, and what to ask in an interview."""
    piles, cards = session.handout.cards, self_report_texts(session.language).cards
    if piles is None or piles.edition != EDITION:
        return None
    lines = (*pile_lines(piles, cards), *value_lines(piles, cards, ()))
    return Section("values", _("What you want from work"), parts=prose(*lines, look="line"))


def jobs(session: Session) -> Section | None:
    """Each occupation that was looked at: what it is, its key facts, the fit."""
    if not session.sheets:
        return None
    coded = session.own is not None
    code = [Column(pgettext("column", "Code"), id="code")] if coded else []
    columns = [
        Column(pgettext("column", "Occupation"), id="title"),
        *code,
        Column(pgettext("report", "Key facts"), id="facts"),
        Column(pgettext("column", "Fit"), id="fit"),
        Column(pgettext("column", "Shortlist"), id="listed"),
        Column(pgettext("report", "In short"), id="summary"),
    ]
    rows = [_job(sheet, session) for sheet in session.sheets]
    made = table(pgettext("table", "Occupations"), columns, rows, "jobs")
    title = _("What we looked at") if coded else _("Jobs we looked at")
    return Section("jobs", title, parts=(made,))


def _job(sheet: Sheet, session: Session) -> tuple[Cell | str, ...]:
    job, coded = sheet.occupation, session.own is not None
    listed = plain(pgettext("shortlist", "no"), style="file")
    if job.code in session.handout.shortlisted:
        listed = plain(_("on your shortlist"))
    mark = session.notes.mark("words") if sheet.words else None
    worded = session.handout.layout.wording.get(job.code)
    summary = (
        plain(worded) if worded else plain(findings.lead(sheet) or findings.why_little(sheet), mark)
    )
    facts = key_facts(sheet, session.notes, next(iter(sheet.places), None), zone=coded)
    fit = _fit(sheet, session) or plain(_("no interests given"), style="file")
    code = (job.code,) if coded else ()
    return job.title, *code, Cell(facts), Cell(fit), Cell(listed), Cell(summary)


def _fit(sheet: Sheet, session: Session) -> Text:
    view = session.view
    found = view.fit(sheet) if view is not None and view.ranking else None
    if found is None:
        return ()  # why nothing can be ranked is said with the interests, once
    if found.match is None or found.place is None:
        return plain(found.no_match)
    if session.own is None and found.tier == "less likely":
        return plain(_("Different from your answers: ask what draws you."))
    return (Run(client_sentence(found), mark=session.notes.mark("fit")),)
