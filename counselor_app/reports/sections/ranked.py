"""A fit report's closest occupations by tier, near twins together, and each that was chosen."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from counselor_app.charts import hexagon
from counselor_app.domain.figures.wording import number
from counselor_app.domain.fit.match_table import MatchList
from counselor_app.domain.fit.matches_filter import Candidate
from counselor_app.domain.fit.sureness import TIER_WORDS
from counselor_app.domain.fit.tiers import singled_out
from counselor_app.domain.fit.words import YOU, client_sentence, shapes_sentence
from counselor_app.domain.occupation.listing import YEAR_ONLY, YEAR_ONLY_MARK
from counselor_app.domain.occupation.sheet import Sheet
from counselor_app.domain.occupation.wages import UNITS
from counselor_app.language import Said, _, joined, listed, ngettext, pgettext, unmarked
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
from counselor_app.reports.sections.in_short import key_facts

SHOWN = 15
_ALSO = 4
_TWINS = 3
_NARROW = 200.0

Family = tuple[Candidate, ...]
"""Near twins that pass the filters, the surest and closest first."""


def families(matches: MatchList) -> tuple[Family, ...]:
    """The occupations that pass the filters with near twins together, in order."""
    by_code = {one.match.code: one for one in matches.rows}
    return tuple(
        tuple(by_code[code] for code in codes) for __, codes in matches.families.together(by_code)
    )


def ranked(subject: Subject) -> Section | None:
    """The closest occupations that pass the filters; None where nothing can be ranked."""
    view, matches = subject.view, subject.matches
    if not view.ranking:
        return None
    own = {sheet.occupation.code for sheet in subject.chosen}
    found = families(matches)[:SHOWN]
    chosen = tuple(i for i, twins in enumerate(found) if any(t.match.code in own for t in twins))
    grouped = any(twins[0].job.figures_note for twins in found)
    rows = [_row(twins, own, grouped) for twins in found]
    title = _("The closest of {of}", of=number(matches.of))
    made = replace(
        table(title, _columns(subject, grouped), rows, "ranked", chosen=chosen),
        counted=_counted(subject, len(rows), chosen),
    )
    parts: list[Part] = [
        Prose((plain(pgettext("report", "Filter: {filters}.", filters=matches.filters)),), "table"),
        made,
    ]
    note = _note(subject, found)
    parts += [Prose((note,), "note")] if note else []
    return Section("list", title, plain(_finding(subject, len(rows))), tuple(parts))


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
    columns = [
        Column(pgettext("column", "Occupation"), id="title"),
        Column(pgettext("column", "Code")),
        Column(_("Among the tenth closest"), mark=mark("tiers"), id="tier"),
        Column(_("Near twins, each with its own tier"), id="twins"),
        Column(pgettext("report", "Job zone"), _("zone, 1 to 5"), mark("zones"), "zone"),
        Column(pgettext("report", "Entry education"), mark=mark("education"), id="education"),
        Column(
            pgettext("report", "Median pay"), pgettext("unit", "dollars a year"), mark("pay"), "pay"
        ),
    ]
    return [*columns, Column(_("Education and pay are of"), id="whose")] if grouped else columns


def _row(twins: Family, own: Collection[str], grouped: bool) -> list[Cell | str]:
    one = twins[0]
    match, zone = one.match, one.job.job_zone
    chosen: Text = ()
    if any(twin.match.code in own for twin in twins):
        chosen = (Run(" "), Run(pgettext("occupation", "(chosen)"), "file"))
    cells: list[Cell | str] = [
        Cell((Run(match.title), *chosen)),
        match.code,
        tier_words(one),
        twins_words(twins),
        Cell(plain(pgettext("figure", "not rated") if zone is None else str(zone)), value=zone),
        _starred(one.education_short),
        _starred(_short(one.pay_words)),
    ]
    alone = _("this occupation alone")
    return [*cells, one.job.figures_of or alone] if grouped else cells


def _short(pay: str) -> str:
    """Pay for a narrow column: by the hour it is money and a sign, which all languages share."""
    hourly = f" {UNITS['hourly']}"
    return pay.replace(hourly, "/h") if hourly in pay else pay


def tier_words(one: Candidate) -> Said:
    """The tier of an occupation in a list; that none is known."""
    return TIER_WORDS[one.tier] if one.tier else pgettext("tier", "no tier")


def twins_words(twins: Family) -> Said:
    """The near twins beside the first, at most three by name: "and Acute Care Nurses (likely)"."""
    named: list[str] = []
    for twin in twins[1 : 1 + _TWINS]:
        if twin.tier is None or twin.tier == twins[0].tier:
            named.append(twin.match.title)
        else:
            named.append(_("{title} ({tier})", title=twin.match.title, tier=TIER_WORDS[twin.tier]))
    more = len(twins) - 1 - len(named)
    if more > 0:
        named.append(ngettext("{n} more", "{n} more", more, n=more))
    return pgettext("near twins", "and {jobs}", jobs=listed(named)) if named else joined(())


def _starred(words: str) -> Cell | str:
    """A group's figure: its star has a note on paper, and another column in a file."""
    if not words.endswith("*"):
        return words
    return Cell((Run(unmarked(words, "*")), Run("*", "paper")))


def _finding(subject: Subject, rows: int) -> str:
    """Whether the order is worth anything."""
    if not rows:
        return _("No occupation passes the filters")
    if singled_out(subject.view.placed):
        return _("Your scores do not single out a few jobs")
    return _("Within a tier, treat the order as rough") if subject.view.redraws else ""


def _note(subject: Subject, found: Sequence[Family]) -> Text:
    """What the stars mean, and where the chosen occupations stand that are not in the list."""
    said: list[Run] = []
    rows = [twins[0] for twins in found]
    if any(one.job.figures_note for one in rows):
        said.append(Run(_("* Published for the group named under the job."), "paper"))
    if any(YEAR_ONLY_MARK in one.pay_words for one in rows):
        said += [Run(" "), Run(joined((YEAR_ONLY, "."), ""))]
    shown = {twin.match.code for twins in found for twin in twins}
    others = [
        sheet.occupation
        for sheet in subject.chosen
        if sheet.occupation.code not in shown and sheet.occupation.code in subject.view.by_code
    ]
    if others:
        said += [Run(" "), Run(pgettext("report", "Also chosen:"))]
        for i, job in enumerate(others[:_ALSO]):
            tier = subject.view.tier(job.code)
            said += [Run(", " if i else " "), Run(job.title, "bold")]
            said += [Run(" "), Run(_("({tier})", tier=TIER_WORDS[tier]))] if tier else []
        more = len(others) - _ALSO
        rest = ngettext("and {n} more.", "and {n} more.", more, n=more)
        said += [Run(" "), Run(rest)] if more > 0 else [Run(".")]
    return tuple(said)


def chosen(subject: Subject) -> tuple[Section, ...]:
    """Each of several chosen occupations: how close it is, and where it and the client meet."""
    several = subject.chosen if subject.one is None else ()
    return tuple(_chosen(subject, i, sheet) for i, sheet in enumerate(several, start=1))


def _chosen(subject: Subject, place: int, sheet: Sheet) -> Section:
    view, notes = subject.view, subject.notes
    found = view.fit(sheet)
    assert found is not None  # the client has scores or a code
    spec = hexagon(sheet.interests, found.client)
    lines: list[Text] = []
    # Why nothing can be ranked at all is said on the first page, once.
    if found.match is not None:
        mark = notes.mark("tiers")
        lines += [
            (*plain(client_sentence(found), mark),),
            plain(shapes_sentence(found.parts, *YOU)),
        ]
    elif view.ranking:
        lines.append(plain(found.no_match))
    if code := found.congruence.occupation_code:
        its = _("This job’s code is {code}.", code=code)
        lines.append(plain(its, notes.mark("interests")))
    parts: list[Part] = [Prose((key_facts(sheet, notes),)), *prose(*lines, look="line")]
    if spec.drawn is not None:
        parts.append(Chart("shape", spec, spec.sentence, width=_NARROW))
    title = sheet.occupation.title
    return Section(f"chosen-{place}", title, parts=tuple(parts), code=sheet.occupation.code)
