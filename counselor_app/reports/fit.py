"""The fit report: a client's interests, what they suggest, the closest occupations."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from counselor_app.domain.figures.attribution import onet_attribution
from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.fit.findings import lead
from counselor_app.domain.fit.match_table import MatchList
from counselor_app.domain.fit.profile import caution
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.session.client import Client, ClientView
from counselor_app.domain.session.inventory import NOT_VALIDATED, score
from counselor_app.domain.session.likes import headline
from counselor_app.errors import UserError
from counselor_app.language import ENGLISH, Language, Said, _, capitalised, joined, pgettext
from counselor_app.reports.client_notes import fit_notes
from counselor_app.reports.parts import Notes, Prose, Report, Run, Text, plain
from counselor_app.reports.printed import day_words, footer, printed_on
from counselor_app.reports.sections import built, wanted_of
from counselor_app.reports.sections.asked import Subject
from counselor_app.reports.sections.handed import YOURS


def fit_report_content(
    view: ClientView,
    chosen: Sequence[Sheet],
    matches: MatchList,
    *,
    made_on: date,
    version: str,
    sources: Collection[Source],
    named: bool = True,
    sections: Collection[str] | None = None,
    language: Language = ENGLISH,
) -> Report:
    """The fit of one client to the chosen occupations, none to many of them.

    With one occupation the first page is about it; else about the client, and the chosen ones
    follow. ``matches`` is the client's list, ``sources`` the releases in the pack. Without
    ``named`` the client is "you" and nowhere named; ``sections`` are the ids of the sections
    wanted, None for all.

    Raises:
        UserError: when the client has no scores and no code.
    """
    client = view.client
    if client.scores is None:
        raise UserError(
            _(
                "{client} has no interests yet; take the inventory or type in scores first,"
                " then print the fit report.",
                client=client.titled,
            )
        )
    one = chosen[0] if len(chosen) == 1 else None
    found = view.fit(one) if one else None
    notes = Notes(fit_notes(client.scores, matches, chosen, view.edition))
    head = _lead(client, lead(found) if found else "", notes)
    subject = Subject(view, client.scores, matches, tuple(chosen), one, found, notes)
    made = built("fit", subject, wanted_of("fit", sections))
    name = client.name if named else ""
    title = _title(name, one)
    return Report(
        kind="fit",
        version=version,
        made_on=made_on,
        report_name=pgettext("report", "Fit report"),
        title=title,
        document_title=_("{title}: fit report", title=title),
        header_note=printed_on(made_on, name),
        footer_note=footer(version, sources),
        attribution=onet_attribution(_printed(matches, chosen)) or "",
        lead=head,
        sections=made,
        notes=notes.listed(),
        extra={
            "headline": _headline(one, ranked=bool(view.ranking)),
            "lead": joined((headline(client.scores, YOURS), lead(found) if found else "")),
            "name": name,
            "day": day_words(made_on),
        },
        language=language,
    )


def _headline(one: Sheet | None, *, ranked: bool) -> Said:
    """What stands over the client's page."""
    if one is None and ranked:
        return _("What you like, and jobs close to it")
    if one is None:
        return _("What you like, and where to look")
    return _("You and {job}", job=one.occupation.title)


def _title(name: str, one: Sheet | None) -> Said:
    if one is None:
        if name:
            return _("{name}: interests and matches", name=name)
        return _("Your interests and matches")
    job = one.occupation.title
    return _("{name} and {job}", name=name, job=job) if name else _("You and {job}", job=job)


def _lead(client: Client, first: str, notes: Notes) -> tuple[Prose, ...]:
    """What is found, which inventory it is from, and what must be said before the figures."""
    taken, flags = _taken(client, notes), cautions(client)
    return (
        *((Prose((plain(first),), "lead"),) if first else ()),
        *((Prose((taken,)),) if taken else ()),
        *((Prose(tuple(map(plain, flags)), "bold"),) if flags else ()),
    )


def _taken(client: Client, notes: Notes) -> Text:
    """Which inventory, when, on what scale; that our own is not validated."""
    found = client.scores
    if found is None:
        return ()
    test = found.instrument
    name = joined((test.name, _scale(test.low, test.high) if test.scored else ""), ", ")
    said = _("{inventory}, date not given.", inventory=name)
    if found.date:
        said = _("{inventory}, taken {day}.", inventory=name, day=day_words(found.date))
    runs = [Run(said, "soft", notes.mark("scores"))]
    if test.edition:
        runs += [Run(" "), Run(NOT_VALIDATED, "soft")]
    return tuple(runs)


def _scale(low: float, high: float) -> Said:
    return _("{low} to {high}", low=f"{low:g}", high=f"{high:g}")


def cautions(client: Client) -> tuple[str, ...]:
    """What must be said before the figures are read."""
    found = client.scores
    said = caution(found) if found else None
    flags: tuple[str, ...] = ()
    answers = client.answers
    if found and answers is not None and answers.form.instrument == found.instrument:
        flags = score(answers).flags
    return tuple(capitalised(words) for words in (*flags, said) if words)


def _printed(matches: MatchList, chosen: Sequence[Sheet]) -> set[Source]:
    """The releases that the report prints: titles, interests and job zones."""
    sources = {matches.interests, matches.zones}
    for sheet in chosen:
        sources |= {sheet.titles.source, sheet.interests.letters.source}
    return sources
