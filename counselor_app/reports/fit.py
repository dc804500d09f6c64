"""The fit report: a client's interests, what they suggest, the closest occupations."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from counselor_app.domain.figures.attribution import PRODUCT, onet_attribution
from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.figures.wording import capitalised
from counselor_app.domain.fit.findings import lead
from counselor_app.domain.fit.match_table import MatchList
from counselor_app.domain.fit.profile import caution
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.session.client import Client, ClientView
from counselor_app.domain.session.inventory import INSTRUMENT, NOT_VALIDATED, score
from counselor_app.errors import UserError
from counselor_app.reports.fit_blocks import ChosenBlock, FitPage
from counselor_app.reports.fit_chosen import chosen_blocks
from counselor_app.reports.fit_list import list_block
from counselor_app.reports.fit_notes import fit_notes
from counselor_app.reports.fit_page import Subject, blocks, key_figures, profile_lines
from counselor_app.reports.parts import Note, Notes, Report, Run, Text, day_words, footer
from counselor_app.reports.sections import all_sections


@dataclass(frozen=True, slots=True)
class FitReport(Report):
    """The first page, then the chosen occupations where they are several."""

    kind = "fit"

    page: FitPage
    chosen: tuple[ChosenBlock, ...]
    notes: tuple[Note, ...]


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
) -> FitReport:
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
            f"{client.titled} has no interests yet; take the inventory or type in scores first,"
            " then print the fit report."
        )
    wanted = all_sections("fit")
    wanted = wanted if sections is None else wanted.intersection(sections)
    one = chosen[0] if len(chosen) == 1 else None
    found = view.fit(one) if one else None
    subject = Subject(view, client.scores, matches, one, found)
    notes = Notes(fit_notes(client.scores, matches, chosen, view.edition))
    page = FitPage(
        lead=lead(found) if found else "",
        scores=_taken(client, notes),
        cautions=_cautions(client),
        key_figures=key_figures(subject, notes),
        blocks=blocks(subject, notes, wanted),
        ranked=list_block(subject, chosen, notes) if "list" in wanted else None,
        profile=profile_lines(client.scores, notes) if "profile" in wanted else (),
    )
    several = chosen if one is None and "chosen" in wanted else ()
    after = chosen_blocks(view, several, notes)
    name = client.name if named else ""
    title = _title(name, one)
    return FitReport(
        product=PRODUCT,
        version=version,
        made_on=made_on,
        report_name="Fit report",
        title=title,
        document_title=f"{title}: fit report",
        header_note="\u2003".join(part for part in (name, f"Printed {day_words(made_on)}") if part),
        footer_note=footer(version, sources),
        attribution=onet_attribution(_printed(matches, chosen)) or "",
        page=page,
        chosen=after,
        notes=notes.listed(),
    )


def _title(name: str, one: Sheet | None) -> str:
    if one is None:
        return f"{name}: interests and matches" if name else "Your interests and matches"
    return f"{name or 'You'} and {one.occupation.title}"


def _taken(client: Client, notes: Notes) -> Text:
    """Which inventory, when, on what scale; that our own is not validated."""
    found = client.scores
    if found is None:
        return ()
    test = found.instrument
    said = test.name + (f", {test.low:g} to {test.high:g}" if test.scored else "")
    said += f", taken {day_words(found.date)}" if found.date else ", date not given"
    runs = [Run(f"{said}.", "soft", notes.mark("scores"))]
    if test in INSTRUMENT.values():
        runs.append(Run(f" {NOT_VALIDATED}", "soft"))
    return tuple(runs)


def _cautions(client: Client) -> tuple[str, ...]:
    """What must be said before the figures are read."""
    found = client.scores
    said = caution(found) if found else None
    flags: tuple[str, ...] = ()
    answers = client.answers
    if found and answers is not None and INSTRUMENT[answers.form.key] == found.instrument:
        flags = score(answers).flags
    return tuple(capitalised(words) for words in (*flags, said) if words)


def _printed(matches: MatchList, chosen: Sequence[Sheet]) -> set[Source]:
    """The releases that the report prints: titles, interests and job zones."""
    sources = {matches.interests, matches.zones}
    for sheet in chosen:
        sources |= {sheet.titles.source, sheet.interests.letters.source}
    return sources
