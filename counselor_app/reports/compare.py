"""The comparison of two to four occupations: one row a question."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from counselor_app.domain.figures.attribution import onet_attribution
from counselor_app.domain.figures.provenance import Source
from counselor_app.domain.fit.compare import compare
from counselor_app.domain.occupation.compare_lead import lead
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.session.client import ClientView
from counselor_app.language import ENGLISH, Language, _, joined, pgettext
from counselor_app.reports.client_notes import compare_notes
from counselor_app.reports.parts import Notes, Prose, Report, plain
from counselor_app.reports.printed import day_words, footer, printed_on
from counselor_app.reports.sections import built, wanted_of
from counselor_app.reports.sections.asked import Jobs

_TITLES = {
    2: _("Two occupations, side by side"),
    3: _("Three occupations, side by side"),
    4: _("Four occupations, side by side"),
}


def compare_content(
    sheets: Sequence[Sheet],
    view: ClientView | None = None,
    *,
    made_on: date,
    version: str,
    named: bool = True,
    sections: Collection[str] | None = None,
    language: Language = ENGLISH,
) -> Report:
    """Two to four occupations side by side; with a client's ``view`` also how each fits.

    Without ``named`` the client is "you" and nowhere named; ``sections`` are the ids of the
    questions wanted, None for all.

    Raises:
        UserError: when they are not two to four different occupations.
    """
    wanted = wanted_of("compare", sections)
    if view is not None and view.client.scores is None:
        view = None
    fits = tuple(found for sheet in sheets if view is not None and (found := view.fit(sheet)))
    told = compare(sheets, fits, view.redraws if view else None)
    name = view.client.name if view is not None and named else ""
    notes = Notes(compare_notes(sheets, view))
    first = lead(sheets, wanted)
    titles = joined((title for _code, title in told.occupations), " / ")
    rows = built("compare", Jobs(tuple(sheets), told, fits, notes, name), wanted)
    return Report(
        kind="compare",
        version=version,
        made_on=made_on,
        report_name=pgettext("report", "Comparison"),
        title=_TITLES[len(sheets)],
        document_title=pgettext("report", "{titles}: comparison", titles=titles),
        header_note=printed_on(made_on, name),
        footer_note=footer(version, sheets[0].sources.values()),
        attribution=onet_attribution(_printed(sheets)) or "",
        lead=(Prose((plain(first),), "lead"),) if first else (),
        sections=rows,
        notes=notes.listed(),
        heads=tuple((title, code) for code, title in told.occupations),
        extra={"name": name, "day": day_words(made_on)},
        language=language,
    )


def _printed(sheets: Sequence[Sheet]) -> set[Source]:
    """The releases whose titles, ratings, interests and zones may be printed."""
    sources = {sheet.titles.source for sheet in sheets}
    for sheet in sheets:
        figures = [sheet.figures["job_zone"], sheet.interests.letters]
        figures += [r.main for d in ("skill", "knowledge") for r in sheet.ratings.get(d, ())[:1]]
        figures += [r.figure for r in sheet.requirements.get("RL", ())[:1]]
        sources |= {figure.source for figure in figures if figure.value is not None}
    return sources
