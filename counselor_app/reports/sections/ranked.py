"""A fit report's closest occupations, and each that was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import floor

from counselor_app.charts import hexagon
from counselor_app.domain.figures.wording import MINUS, correlation_words, number
from counselor_app.domain.fit.fit import Match
from counselor_app.domain.fit.matches_filter import Candidate
from counselor_app.domain.fit.words import (
    band_words,
    carrying_sentence,
    codes_sentence,
    stability_sentence,
)
from counselor_app.domain.occupation.listing import YEAR_ONLY, YEAR_ONLY_MARK
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.language import _, joined, ngettext, pgettext
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
from counselor_app.reports.sections.asked import Subject
from counselor_app.reports.sections.fit import parts_table
from counselor_app.reports.sections.in_short import key_facts

SHOWN = 15
_ALSO = 4
_NARROW = 200.0


def ranked(subject: Subject) -> Section | None:
    """The closest occupations that pass the filters; None where nothing can be ranked."""
    view, matches = subject.view, subject.matches
    if not view.ranking:
        return None
    own = {sheet.occupation.code for sheet in subject.chosen}
    found = matches.rows[:SHOWN]
    chosen = tuple(i for i, one in enumerate(found) if one.match.code in own)
    grouped = any(one.job.figures_note for one in found)
    rows = [_row(subject, one, i in chosen, grouped) for i, one in enumerate(found)]
    columns = _columns(subject, grouped)
    place = [column.id for column in columns].index("r")
    drawn = [cell for row in rows if isinstance(cell := row[place], Cell)]
    ends = [cell.interval[0] if cell.interval else cell.value or 0.0 for cell in drawn]
    low = max(-1.0, floor(10 * min(ends, default=0.7)) / 10)
    name, edge = view.edition.lowest[0]
    title = _("The closest of {of}", of=number(matches.of))
    made = replace(
        table(title, columns, rows, "ranked", chosen=chosen),
        scale=(low, edge), counted=_counted(subject, len(rows), chosen),
    )  # fmt: skip
    parts: list[Part] = [
        Prose((plain(pgettext("report", "Filter: {filters}.", filters=matches.filters)),), "table"),
        made,
        Prose((plain(_reading(subject, name if edge > low else "")),), "drawing"),
    ]
    note = _note(subject, found)
    parts += [Prose((note,), "note")] if note else []
    return Section("list", title, plain(_finding(drawn)), tuple(parts))


def _counted(subject: Subject, rows: int, chosen: Sequence[int]) -> tuple[str, ...]:
    """What the list is headed with one row on paper, two rows ..."""
    of, filters = number(subject.matches.of), subject.matches.filters
    said: list[str] = []
    for n in range(1, max(1, rows) + 1):
        also = any(i >= n for i in chosen)
        if also and n > 1:
            said.append(_("The {n} closest of {of}, and your choice; {filters}",
                          n=n, of=of, filters=filters))  # fmt: skip
        elif also:
            said.append(_("The closest of {of}, and your choice; {filters}",
                          of=of, filters=filters))  # fmt: skip
        elif n > 1:
            said.append(_("The {n} closest of {of}; {filters}", n=n, of=of, filters=filters))
        else:
            said.append(_("The closest of {of}; {filters}", of=of, filters=filters))
    return tuple(said)


def _columns(subject: Subject, grouped: bool) -> list[Column]:
    mark = subject.notes.mark
    r, bands = mark("r"), mark("bands")
    interests = mark("interests")
    columns = [
        Column(pgettext("column", "Occupation"), id="title"),
        Column(pgettext("column", "Code")),
        Column(pgettext("column", "Rank"), pgettext("unit", "rank"), id="rank"),
        Column(pgettext("column", "Code"), mark=interests, id="letters"),
        Column("r", _("r, −1 to 1"), r, "r"),
        Column(pgettext("column", "Band"), mark=bands, id="band"),
        Column(pgettext("report", "Job zone"), _("zone, 1 to 5"), mark("zones"), "zone"),
        Column(pgettext("report", "Entry education"), mark=mark("education"), id="education"),
        Column(
            pgettext("report", "Median pay"), pgettext("unit", "dollars a year"), mark("pay"), "pay"
        ),
        Column(_("90% of retakes")),
    ]
    return [*columns, Column(_("Education and pay are of"), id="whose")] if grouped else columns


def _row(subject: Subject, one: Candidate, own: bool, grouped: bool) -> list[Cell | str]:
    match, view = one.match, subject.view
    stability = view.redraws.of(match, view.edition) if view.redraws else None
    retakes: str = pgettext("report", "not simulated")
    if stability:
        low, high = (f"{end:.2f}".replace("-", MINUS) for end in stability.r)
        retakes = _("{low} to {high}", low=low, high=high)
    zone = one.job.job_zone
    chosen = (Run(" "), Run(pgettext("occupation", "(chosen)"), "file")) if own else ()
    cells: list[Cell | str] = [
        Cell((Run(match.title), *chosen)),
        match.code,
        str(match.rank),
        "-".join(match.letters),
        Cell(plain(correlation_words(match.r)), value=match.r,
             interval=stability.r if stability else None),
        band_words(match.band, view.edition),
        Cell(plain(pgettext("figure", "not rated") if zone is None else str(zone)), value=zone),
        _starred(one.education_short),
        _starred(one.pay_words.replace(" an hour", "/h")),
        retakes,
    ]  # fmt: skip
    alone = _("this occupation alone")
    return [*cells, one.job.figures_note.removeprefix("* ") or alone] if grouped else cells


def _starred(words: str) -> Cell | str:
    """A group's figure: its star has a note on paper, and another column in a file."""
    if not words.endswith("*"):
        return words
    return Cell((Run(words.removesuffix("*")), Run("*", "paper")))


def _finding(drawn: Sequence[Cell]) -> str:
    """Whether the order is worth anything: ranges of retakes that overlap from first to last."""
    if not drawn:
        return _("No occupation passes the filters")
    first, last = drawn[0].interval, drawn[-1].interval
    if len(drawn) > 1 and first and last and last[1] > first[0]:
        return _("Close ranks: treat the order as rough")
    return ""


def _reading(subject: Subject, band: str) -> str:
    """How to read the drawing."""
    said = [pgettext("report", "Dot: r.")]
    if subject.view.redraws is not None:
        said.append(_("Line: 90% of simulated retakes."))
    if band:
        said.append(_("Gray rule: {band} begins.", band=band))
    return joined(said)


def _note(subject: Subject, rows: Sequence[Candidate]) -> Text:
    """What the stars mean, and where the chosen occupations stand that are not in the list."""
    said: list[Run] = []
    if any(one.job.figures_note for one in rows):
        said.append(Run(_("* Published for the group named under the job."), "paper"))
    if any(YEAR_ONLY_MARK in one.pay_words for one in rows):
        said += [Run(" "), Run(joined((YEAR_ONLY, "."), ""))]
    shown = {one.match.title for one in rows}
    found = [subject.view.by_code.get(sheet.occupation.code) for sheet in subject.chosen]
    others = [match for match in found if match is not None and match.title not in shown]
    if others:
        said += [Run(" "), Run(pgettext("report", "Also chosen:"))]
        for i, match in enumerate(others[:_ALSO]):
            said += [
                Run(", " if i else " "),
                Run(match.title, "bold"),
                Run(" "),
                Run(_place(match)),
            ]
        more = len(others) - _ALSO
        rest = ngettext("and {n} more.", "and {n} more.", more, n=more)
        said += [Run(" "), Run(rest)] if more > 0 else [Run(".")]
    return tuple(said)


def _place(match: Match) -> str:
    return _("(rank {rank}, r {r})", rank=number(match.rank), r=correlation_words(match.r))


def chosen(subject: Subject) -> tuple[Section, ...]:
    """Each of several chosen occupations: how close, what carries it, what the codes say."""
    several = subject.chosen if subject.one is None else ()
    return tuple(_chosen(subject, i, sheet) for i, sheet in enumerate(several, start=1))


def _chosen(subject: Subject, place: int, sheet: Sheet) -> Section:
    view, notes = subject.view, subject.notes
    found = view.fit(sheet)
    assert found is not None  # the client has scores or a code
    spec = hexagon(sheet.interests, found.client)
    lines: list[Text] = []
    # Why nothing can be ranked at all is said on the first page, once.
    if found.match is not None and found.place is not None:
        band = band_words(found.match.band, found.edition)
        said = _("r {r}, {band}", r=correlation_words(found.match.r), band=band)
        rank, of = number(found.match.rank), number(found.place.of)
        where = _("rank {rank} of {of}", rank=rank, of=of)
        lines.append((Run(said, "bold", notes.mark("r")), Run(", "), Run(where)))
        stability = view.stability(found)
        if stability is not None:
            sure = stability_sentence(stability, found)
            lines.append(plain(sure, notes.mark("scores")))
        lines.append(plain(carrying_sentence(found.parts)))
    elif view.ranking:
        lines.append(plain(found.no_match))
    if found.client.scores and not view.ranking:  # equal scores: a code from them says nothing
        code = found.congruence.occupation_code
        its = _("This job’s code is {code}.", code=code) if code else ""
        lines.append(plain(its, notes.mark("interests")) if its else ())
    else:
        lines.append(plain(codes_sentence(found.congruence), notes.mark("codes")))
    parts: list[Part] = [Prose((key_facts(sheet, notes),)), *prose(*lines, look="line")]
    if spec.drawn is not None:
        parts.append(Chart("shape", spec, spec.sentence, width=_NARROW))
    if found.parts:
        parts.append(parts_table(found, None))
    title = sheet.occupation.title
    return Section(f"chosen-{place}", title, parts=tuple(parts), code=sheet.occupation.code)
